"""Where a temporal expression can begin, and how the text is walked."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french.time_patterns import PATTERNS, any_of, before, lowered, matches, unwrapped


def names(text):
    """Name and words of the first pattern that matches at each place, where every match has a meaning."""
    return list(
        matches(
            lowered(unwrapped(text)), lambda name, m: SimpleNamespace(name=name, text=m.group(), end=m.end())
        )
    )


@pytest.mark.parametrize(
    ("text", "name", "span"),
    [
        ("le 26 février 2024", "date", "le 26 février 2024"),
        ("Le 1er-Mai", "date", "le 1er-mai"),
        ("2024-02-26", "numeric.iso", "2024-02-26"),
        ("du 3 au 7 juin", "days.range", "du 3 au 7 juin"),
        ("les 3, 4 et 5 juin", "days.list", "les 3, 4 et 5 juin"),
        ("entre mars et juin 2023", "months.between", "entre mars et juin 2023"),
        ("il y a un peu plus de vingt-cinq ans", "duration", "il y a un peu plus de vingt-cinq ans"),
        ("deux ans et trois mois plus tard", "duration", "deux ans et trois mois plus tard"),
        ("à l’heure actuelle", "phrase", "à l'heure actuelle"),
        ("ces 15 dernières années", "last_units", "ces 15 dernières années"),
        ("18 h 30", "clock", "18 h 30"),
        ("mise à jour", "nothing", "mise à jour"),
        ("le 26\nfévrier", "date", "le 26 février"),
    ],
)
def test_the_first_pattern(text, name, span):
    first = names(text)[0]
    assert (first.name, first.text) == (name, span)


@pytest.mark.parametrize(
    "text", ["", "Le ministre a dit oui.", "8x7B", "02 61 91 12 34", "1 000 euros", "GPT-4", "3-1", "20 %"]
)
def test_no_pattern(text):
    assert names(text) == []


def test_a_blank_line_parts_two_expressions():
    assert [m.text for m in names("le 26\n\nfévrier 2024")] == ["février 2024"]


@given(st.text())
def test_the_views_keep_the_length(text):
    assert len(lowered(unwrapped(text))) == len(text)


def test_letters_that_would_grow_are_kept():
    assert lowered("İSTANBUL") == "İstanbul"


def test_words_with_signs_are_literal_and_the_longest_comes_first():
    assert re.fullmatch(any_of(["févr.", "a+", "an", "année"]), "févr.")
    assert not re.fullmatch(any_of(["févr."]), "févre")
    assert re.match(any_of(["an", "année"]), "année").group() == "année"


def test_before_wants_a_whole_word():
    assert before(["en"]).search("fondée en ")
    assert not before(["en"]).search("rien ")
    assert before(["prévu"], ["le"]).search("prévu le ")


@pytest.mark.parametrize("name", list(PATTERNS))
def test_no_pattern_matches_nothing(name):
    assert PATTERNS[name].match("") is None
