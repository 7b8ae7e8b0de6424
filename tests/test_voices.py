"""Whose voice: classes of speakers, words shared out, frames by voice."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import codebook, tables, voices
from helpers.text import words


@pytest.fixture(scope="module")
def classes():
    return codebook.voices()


@pytest.mark.parametrize(("speaker", "role", "expected"), [
    ("Mistral AI", "", "company"),
    ("Arthur Mensch", "l’un des fondateurs", "company"),
    ("Jeanne Delmas", "ministre de l’Industrie", "official"),
    ("Luc Petit", "secrétaire d’État au Numérique", "official"),
    ("Anne Roux", "directrice de recherche au CNRS", "expert"),
    ("certains experts", "", "expert"),
    ("Paul Noir", "fondateur de Machin", "expert"),
    ("la start-up", "", "company"),
    ("Paul Noir", "", "unnamed"),
    ("", "", "unnamed"),
    ("Paul Noir", "administrateur", "unnamed"),  # holds no role as a whole word
])  # fmt: skip
def test_classify(speaker, role, expected, classes):
    assert voices.classify(speaker, role, classes) == expected


TEXT = "Il dit que tout va « très bien » ici."
SENTENCES = pd.DataFrame([("x", 1, "body", 100, 100 + len(TEXT), TEXT)], columns=list(tables.SENTENCES))


def quotes(*rows):
    return pd.DataFrame([("x", 1, *row) for row in rows], columns=list(tables.QUOTES))


def test_words_belong_to_the_innermost_voice(classes):
    said = voices.speeches(
        quotes(
            (111, 137, "tout va « très bien » ici", "indirect", "Mistral AI", "dit", ""),
            (121, 130, "très bien", "direct", "Anne Roux", "", "économiste"),
            (121, 130, "très bien", "scare_quotes", "", "", ""),
        ),
        classes,
    )
    assert said["voice"].tolist() == ["company", "expert"]
    spoken = voices.spoken(SENTENCES, said)
    assert spoken.loc[("x", 1)].to_dict() == {"journalist": 3, "company": 3, "expert": 2}
    found = pd.DataFrame(
        [
            ("x", 1, 121, 125, "très", "frames", "race", "très", "yes"),
            ("x", 1, 100, 102, "Il", "frames", "race", "il", "yes"),
        ],
        columns=list(tables.CODES),
    )
    terms = voices.placed(found, said)
    assert terms["voice"].tolist() == ["expert", "journalist"]
    rates = voices.rates(terms, spoken, ["race", "risk"]).set_index(["voice", "frame"])
    assert rates.loc[("expert", "race"), ["sentences", "words", "rate", "evidence"]].tolist() == [
        1,
        2,
        500.0,
        "x:121–125",
    ]
    assert rates.loc[("company", "race"), "sentences"] == 0
    assert voices.examples(terms, SENTENCES, {"expert": "race", "company": "race"})["voice"].tolist() == [
        "expert"
    ]


def test_without_quotations_all_words_are_the_journalists(classes):
    spoken = voices.spoken(SENTENCES, voices.speeches(quotes(), classes))
    assert spoken.to_dict("list") == {"journalist": [len(words(TEXT))]}


@given(st.lists(st.tuples(st.integers(100, 136), st.integers(1, 20)), max_size=4))
def test_every_cut_is_given_to_one_voice(spans):
    rows = [(a, min(a + n, 137), "", "direct", "Mistral AI", "", "") for a, n in spans]
    spoken = voices.spoken(SENTENCES, voices.speeches(quotes(*rows), codebook.voices()))
    assert len(spoken) == 1
    assert int(spoken.to_numpy().sum()) >= len(words(TEXT))  # a cut inside a word makes two of it


def test_voices_of_the_corpus_add_up(docs, classes):
    sentences = tables.sentences(docs)
    spoken = voices.spoken(sentences, voices.speeches(tables.quotes(docs), classes))
    assert list(spoken.index) == list(zip(sentences["article"], sentences["sentence"], strict=True))
    assert (spoken.sum(axis=1) > 0).mean() > 0.95
