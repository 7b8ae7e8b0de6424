"""The tense at a place, from word endings and from morphology."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from helpers.french import tense

#: The place asked about is marked with |.
CASES = [
    ("le conseil s'est réuni |mardi.", "past"),
    ("les députés ont adopté |mardi le texte.", "past"),
    ("|mardi, les députés ont adopté le texte.", "past"),
    ("les prix baissaient |mardi.", "past"),
    ("le conseil se réunira |mardi.", "future"),
    ("|mardi, les prix baisseront.", "future"),
    ("le texte sera voté |mardi.", "future"),
    ("le texte devrait être adopté |mardi.", "future"),
    ("le ministre va présenter |mardi son projet.", "future"),
    ("il a dit qu'il viendrait |lundi.", "future"),
    ("le décret, publié |mardi, sera appliqué.", "past"),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_surface(marked, expected):
    assert tense.surface(marked.replace("|", ""), marked.index("|")) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "rendez-vous |mardi.",
        "il est parti. rendez-vous |mardi.",
        "une nuit à l'opéra |mardi.",
        "conférence de presse |mardi ; le texte sera voté",
    ],
)
def test_surface_says_nothing(marked):
    assert tense.surface(marked.replace("|", ""), marked.index("|")) == ""


@given(st.text(), st.integers(0, 200))
def test_surface_never_raises(text, offset):
    assert tense.surface(text, min(offset, len(text))) in ("past", "future", "")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        *((marked[0].upper() + marked[1:], expected) for marked, expected in CASES if marked[0] != "|"),
        ("La grève commence |mardi.", "present"),
        ("L'usine vise l'équilibre au |printemps.", "future"),
        ("L'usine visait l'équilibre au |printemps.", "past"),
        ("L'inflation est revenue à 3 % en |janvier.", "past"),
        ("Le feuilleton aura duré tout le |printemps.", "present"),
        ("L'usine, fermée en |mars, appartenait à un groupe suisse.", "past"),
        ("Le club doit affronter Guingamp |samedi.", "future"),
        ("Il a confirmé que la hausse interviendrait |lundi.", "future"),
        ("Il assure avoir signé le contrat |lundi.", "past"),
        ("Elle vient de signer |mardi un contrat.", "past"),
    ],
)
def test_of_a_parsed_doc(nlp, marked, expected):
    doc = nlp(marked.replace("|", ""))
    assert tense.of(doc)(marked.index("|")) == expected


def test_of_a_doc_without_morphology():
    assert tense.of(spacy.blank("fr")("Il viendra mardi.")) is None


def test_of_a_doc_with_morphology_alone(nlp):
    """A tagger without a parser: the nearest verb tells."""
    words = ["Il", "viendra", "mardi"]
    doc = Doc(
        nlp.vocab,
        words=words,
        morphs=["", "Mood=Ind|Tense=Fut|VerbForm=Fin", ""],
        pos=["PRON", "VERB", "NOUN"],
    )
    assert tense.of(doc)(doc[2].idx) == "future"
    assert tense.of(doc)(10**6) == ""
