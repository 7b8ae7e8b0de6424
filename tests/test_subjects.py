"""The subject of a verb: behind it, in front of it, of the sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french.cues import Words
from helpers.french.phrases import Phrase
from helpers.french.subjects import sentence_subject, skip_asides, subject_after, subject_before


def shown(text, subject):
    """A pronoun, or the name (else all the words) of a phrase."""
    if not isinstance(subject, Phrase):
        return subject
    first, last = subject.name if subject.named else (subject.first, subject.last)
    tokens = Words(text).tokens
    return text[tokens[first].start : tokens[last - 1].end]


AFTER = [
    ("dit Anne Roux.", "Anne Roux"),
    ("dit encore mardi à la presse Anne Roux.", "Anne Roux"),
    ("répond au journal Le Monde Anne Roux.", "Anne Roux"),
    ("juge dans un post de blog, Anne Roux, directrice", "Anne Roux"),
    ("lâche, amer, Luc Morin.", "Luc Morin"),
    ("indique de son côté la préfecture maritime.", "la préfecture maritime"),
    ("dit ce mardi le 3 mars la maire de Lyon.", "la maire de Lyon"),
    ("a souligné la capitaine, Anne Roux.", "Anne Roux"),
    ("dit que tout va bien", None),
    ("dit.", None),
]


@pytest.mark.parametrize(("text", "expected"), AFTER)
def test_subject_after(text, expected):
    words = Words(text)
    start = 2 if text.startswith("a ") else 1
    assert shown(text, subject_after(words, start, len(words))) == expected


BEFORE = [
    ("Anne Roux verbe", "Anne Roux"),
    ("La directrice du site, Farida Kaci, verbe", "Farida Kaci"),
    ("Farida Kaci, directrice du site, verbe", "Farida Kaci"),
    ("Farida Kaci, qui dirige le site, verbe", "Farida Kaci"),
    ("Mardi, la maire de Lyon verbe", "la maire de Lyon"),
    ("Farida Kaci, qui verbe", "Farida Kaci"),
    ("Le groupe cède, mais elle verbe", "elle"),
    ("Cette dernière verbe", "celle-ci"),
    ("La note caviardée verbe", "La note caviardée"),
    ("Dans la nuit, on verbe", "on"),
    ("verbe", None),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE)
def test_subject_before(text, expected):
    words = Words(text)
    assert shown(text, subject_before(words, len(words) - 1)) == expected


SENTENCE = [
    ("Le maire a ri.", "Le maire"),
    ("Mais elle a ri.", "elle"),
    ("Dans la ville, Anne Roux a ri.", "Anne Roux"),
    ("Ce mardi, le maire a ri.", "le maire"),
    ("Trente ans plus tard, Anne Roux a ri.", "Anne Roux"),
    ("À Lyon.", None),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCE)
def test_sentence_subject(text, expected):
    words = Words(text)
    assert shown(text, sentence_subject(words, len(words) - 1)) == expected


def test_skip_asides():
    words = Words("affirme, lui, de son côté mardi à la presse que oui")
    assert words.low(skip_asides(words, 1, len(words))) == "que"


@given(st.text(alphabet=list("AaeéLl' ,.dMm10«»-("), max_size=80), st.integers(0, 30))
def test_any_text_is_read(text, i):
    words = Words(text)
    for subject in (
        subject_after(words, i, len(words)),
        subject_before(words, i),
        sentence_subject(words, i),
    ):
        if isinstance(subject, Phrase):
            assert 0 <= subject.first < subject.last <= len(words)
    assert i <= skip_asides(words, i, len(words)) or i > len(words)
