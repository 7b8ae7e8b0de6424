"""How a thing is meant: French sentences for every mode, and sentences that must stay affirmed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_docs import texts

from helpers import modality, vocabulary

WORD = "souveraineté"


def mode(sentence):
    start = sentence.index(WORD)
    found = modality.beside(sentence, start, start + len(WORD))
    return modality._KINDS[found[0].kind] if found else "affirmed"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("La souveraineté numérique est enterrée.", "buried"),
        ("Cette souveraineté relève de l’illusion.", "buried"),
        ("Le pays renonce à sa souveraineté industrielle.", "buried"),
        ("Elle rompt avec son rêve de souveraineté.", "buried"),
        ("La souveraineté n'a guère de sens ici, dit-il.", "negated"),
        ("Il n'y a pas de souveraineté sans moyens.", "negated"),
        ("Aucune souveraineté en vue.", "negated"),
        ("La souveraineté pourrait renaître.", "hedged"),
        ("Une souveraineté presque complète.", "hedged"),
        ("Faut-il parler de souveraineté ?", "hedged"),
        ("La souveraineté semble acquise.", "hedged"),
        ("La volonté de souveraineté grandit.", "wished"),
        ("Le groupe promet la souveraineté des données.", "wished"),
        ("Le ministre veut une souveraineté forte.", "wished"),
        ("Leur objectif : la souveraineté des données.", "wished"),
        ("Le ministre veut agir : la souveraineté avance.", "affirmed"),
        ("La souveraineté avance.", "affirmed"),
        ("Le pays retrouve sa souveraineté énergétique.", "affirmed"),
        ("La souveraineté avance, mais le groupe abandonne son usine.", "affirmed"),
        ("La souveraineté n'est pas seulement un mot.", "affirmed"),
        ("Sans doute, la souveraineté compte.", "affirmed"),
        ("La souveraineté avance et donne de l'ambition au pays.", "affirmed"),
        ("Elle compte plus de 30 usines et sa souveraineté avance.", "affirmed"),
    ],
)
def test_modes(sentence, expected):
    assert mode(sentence) == expected


def test_cues_lead_back_to_the_sentence():
    sentence = "L’illusion d’une SOUVERAINETÉ presque perdue ?"
    for cue in modality.cues(sentence):
        assert sentence[cue.start : cue.end] == cue.text
    assert [cue.kind for cue in modality.cues(sentence)] == ["buried", "hedged", "buried", "hedged"]


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_sentence(before, after):
    sentence = before + WORD + after
    found = modality.beside(sentence, len(before), len(before) + len(WORD))
    assert found == modality.beside(sentence, len(before), len(before) + len(WORD))
    for cue in modality.cues(sentence):
        assert sentence[cue.start : cue.end] == cue.text


def test_time_grows_with_length():
    """Every cue is looked for once: four times the text must not take forty times the steps."""
    assert len(modality.cues("presque enterrée " * 400)) == 4 * len(modality.cues("presque enterrée " * 100))


def test_read_adds_mode_and_voice():
    docs = texts("La souveraineté est un mirage. Un champion avance.")
    read = modality.read(docs, vocabulary.mentions(docs))
    assert list(read)[-len(modality.COLUMNS) :] == list(modality.COLUMNS)
    assert read["mode"].tolist() == ["buried", "affirmed"]
    first = read.iloc[0]
    assert docs[0].text[first["cue_start"] : first["cue_end"]] == first["cue"] == "mirage"
    assert read["cue_start"].tolist()[1] == -1
    assert read["voice"].tolist() == ["journalist"] * 2


def test_read_of_nothing():
    assert set(modality.COLUMNS) <= set(modality.read([], vocabulary.mentions([])))


def test_the_voice_is_that_of_the_quotation(docs):
    read = modality.read(docs, vocabulary.mentions(docs))
    assert set(read["voice"]) <= set(modality.VOICES)
    assert set(read["mode"]) <= set(modality.MODES)
    texts_ = {doc._.article: doc.text for doc in docs}
    for row in read[read["cue_start"] >= 0].itertuples():
        assert texts_[row.article][row.cue_start : row.cue_end] == row.cue
    quoted = [span._.quote for doc in docs for span in doc.spans["quotes"]]
    direct = sum(quote["mode"] == "direct" for quote in quoted)
    assert direct == 0 or (read["voice"] == "quoted").any()


def test_scare_quotes(nlp):
    doc = nlp.make_doc("La « souveraineté » du pays avance.")
    doc._.article, doc._.published = "a", ("", "")
    read = modality.read([nlp(doc)], vocabulary.mentions([doc]))
    assert read["mode"].tolist() == ["scare quotes"]
