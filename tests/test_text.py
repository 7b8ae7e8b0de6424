"""The flat view keeps every offset; words are counted as the README says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import text


@pytest.mark.parametrize(
    ("given_text", "wanted"),
    [
        ("l’accord", "l'accord"),
        ("3\u202f000\u00a0€", "3 000 €"),
        ("demi\u2011heure", "demi-heure"),
        ("déjà «vu»\n", "déjà «vu»\n"),
        ("", ""),
    ],
)
def test_flat(given_text, wanted):
    assert text.flat(given_text) == wanted


@given(st.text())
def test_flat_keeps_every_offset(given_text):
    plain = text.flat(given_text)
    assert len(plain) == len(given_text)
    assert [i for i, c in enumerate(plain) if c == "\n"] == [i for i, c in enumerate(given_text) if c == "\n"]
    assert text.flat(plain) == plain


@pytest.mark.parametrize(
    ("given_text", "wanted"),
    [
        ("L’IA d'aujourd’hui", ["L'", "IA", "d'", "aujourd'hui"]),
        ("a-t-elle dit", ["a-t-elle", "dit"]),
        ("GPT-4 : 75 % !", ["GPT-4", "75"]),
        ("« … »", []),
        ("quelqu'un", ["quelqu'un"]),
    ],
)
def test_words(given_text, wanted):
    assert text.words(given_text) == wanted
