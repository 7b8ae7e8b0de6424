"""Attribution outside the quotations: verbs with their subject, sources, small tests on marked words."""

import pytest

from helpers.french import marks
from helpers.french.attribution import Attribution, has_verb, is_name_like, stripped
from helpers.french.incises import pieces


def reading(text):
    pairs = marks.pair(text)
    return Attribution(text, text, pairs, list(pieces(text, pairs)), ())


SUBJECTS = [
    ("Anne Roux affirme que oui.", "Anne Roux"),
    ("À terme, espère Mme Morin, « tout ira ».", "Morin"),
    ("Comme le rappelle Anne Roux, « tout va ».", "Anne Roux"),
    ("Anne Roux a ri, assurant que oui.", "Anne Roux"),
    ("La maire, qui affirme que oui, part.", "La maire"),
    ("On affirme que oui.", ""),
    ("J'ai dit que oui.", ""),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_who_speaks_by_a_verb(text, expected):
    one = reading(text)
    assert one.speaker(one.cues_of(0)[-1]).name == expected


SOURCES = [
    ("selon Anne Roux, oui", "Anne Roux"),
    ("d'après la préfecture maritime, oui", "la préfecture maritime"),
    ("selon « Le Matin », oui", "Le Matin"),
    ("aux yeux de la maire, oui", "la maire"),
    ("selon les cas, oui", None),
    ("selon que oui ou non", None),
]


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_sources(text, expected):
    one = reading(text)
    said = one.source_at(0, len(one.words))
    assert (said and said.speaker.name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pour Anne Roux, oui", "Anne Roux"),
        ("Pour la CFDT, oui", "la CFDT"),
        ("Pour la maire, oui", "la maire"),
        ("Pour la maire c'est non", None),
        ("Pour les vacances, oui", None),
        ("Pour finir, oui", None),
    ],
)
def test_for_whom(text, expected):
    one = reading(text)
    said = one.for_whom(0, len(one.words))
    assert (said and said.speaker.name) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [("Le Chat", True), ("Mistral Large", True), ("l'Étincelle bleue", True), ("open source", False), ("Il est là", False),
     ("Jamais !", False), ("", False)],
)  # fmt: skip
def test_is_name_like(content, expected):
    assert is_name_like(content) is expected


@pytest.mark.parametrize(
    ("content", "expected"), [("tout est dit", True), ("j'y vais", True), ("effet rebond", False)]
)
def test_has_verb(content, expected):
    assert has_verb(content) is expected


def test_stripped():
    text = "«\u00a0 oui , »"
    start, end = stripped(text, 1, len(text) - 1)
    assert text[start:end] == "oui"
