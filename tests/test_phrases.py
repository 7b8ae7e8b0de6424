"""Noun phrases: where they end, the name in them, gender, and the function beside a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french.cues import Words
from helpers.french.phrases import NOWHERE, is_role, name_end, phrase_at, role_after, with_apposition


def read(text, span):
    """The words of a span as printed, None for nowhere."""
    tokens = Words(text).tokens
    return None if span == NOWHERE else text[tokens[span[0]].start : tokens[span[1] - 1].end]


PHRASES = [
    ("la maire a dit", "la maire", None, "f"),
    ("Anne Roux a dit", "Anne Roux", "Anne Roux", "f"),
    ("le président Macron a dit", "le président Macron", "Macron", "m"),
    (
        "la ministre de la Santé Marie Durand a dit",
        "la ministre de la Santé Marie Durand",
        "Marie Durand",
        "f",
    ),
    ("le PDG de Renault Luca de Meo dit", "le PDG de Renault Luca de Meo", "Luca de Meo", "m"),
    ("l'un des cofondateurs de Solterra dit", "l'un des cofondateurs de Solterra", None, "m"),
    ("le secrétaire d'État au Numérique a dit", "le secrétaire d'État au Numérique", None, "m"),
    ("les riverains de la rue Pasteur disent", "les riverains de la rue Pasteur", None, "m"),
    ("la place Beauvau dit", "la place Beauvau", None, "f"),
    ("l'association Toit pour tous a dit", "l'association Toit pour tous", "Toit pour tous", ""),
    ("le numéro 10 a dit", "le numéro 10", None, "m"),
    ("un homme de 43 ans a dit", "un homme de 43 ans", None, "m"),
    ("la Rennaise Maëlys Kerjean a dit", "la Rennaise Maëlys Kerjean", "Maëlys Kerjean", "f"),
    ("Mme Teissier a dit", "Mme Teissier", "Teissier", "f"),
    ("Ursula von der Leyen a dit", "Ursula von der Leyen", "Ursula von der Leyen", "f"),
    ("d'autres élus disent", "d'autres élus", None, "m"),
    ("certains disent", "certains", None, ""),
    ("le délégué CFE-CGC dit", "le délégué CFE-CGC", None, "m"),
    (
        "la metteuse en scène Rachel Toubiana dit",
        "la metteuse en scène Rachel Toubiana",
        "Rachel Toubiana",
        "f",
    ),
]


@pytest.mark.parametrize(("text", "whole", "name", "gender"), PHRASES)
def test_phrase(text, whole, name, gender):
    phrase = phrase_at(Words("Hier, " + text), 2)
    shift = "Hier, " + text
    assert read(shift, (phrase.first, phrase.last)) == whole
    assert read(shift, phrase.name) == name
    assert phrase.gender == gender


@pytest.mark.parametrize("text", ["dit-il", "de la maire", "hier soir", ", Anne", "« Oui »", "qui dort"])
def test_no_phrase(text):
    assert phrase_at(Words(text), 0) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [("Anne Roux dit", 2), ("Charles de Gaulle dit", 3), ("Renault de Douai", 1), ("le maire", 0), ("", 0)],
)
def test_name_end(text, end):
    assert name_end(Words(text), 0) == end


ROLES = [
    ("Anne Roux, directrice du musée, dit", "directrice du musée"),
    ("Anne Roux, 34 ans, boulangère.", "34 ans, boulangère"),
    ("Anne Roux, un ancien ministre, a ri", "un ancien ministre"),
    ("Anne Roux, directrice du musée, interrogée hier", "directrice du musée"),
    ("Anne Roux, le groupe discute", None),
    ("Anne Roux, hier soir", None),
    ("Anne Roux dit", None),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_role_after(text, role):
    words = Words(text)
    assert read(text, role_after(words, 2, len(words))) == role


def test_apposition_goes_both_ways():
    for text in ("Anne Roux, maire de Lyon, dit", "la maire de Lyon, Anne Roux, dit"):
        words = Words("Hier " + text)
        phrase = with_apposition(words, phrase_at(words, 1), len(words))
        assert read("Hier " + text, phrase.name) == "Anne Roux"
        assert "maire de Lyon" in read("Hier " + text, phrase.role)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("la maire", True), ("ancien ministre", True), ("une vice-présidente", True), ("des syndicats", True),
     ("le décret", False), ("hier", False), ("un virologue", True)],
)  # fmt: skip
def test_is_role(text, expected):
    assert is_role(Words(text), 0) is expected


@given(st.text(alphabet=list("AaeéLl' ,.dMm10«»-("), max_size=80), st.integers(0, 30))
def test_any_text_is_read(text, i):
    words = Words(text)
    phrase = phrase_at(words, i)
    if phrase:
        assert i == phrase.first < phrase.last <= len(words)
        assert phrase.name == NOWHERE or phrase.first <= phrase.name[0] < phrase.name[1] <= phrase.last
