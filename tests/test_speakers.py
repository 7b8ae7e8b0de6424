"""Who is meant: surnames, functions, pronouns, known actors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french.cues import Words
from helpers.french.phrases import phrase_at
from helpers.french.speakers import Cast, Mention, Speaker


def cast_of(text, mentions=()):
    words = Words(text)
    return words, Cast(words, text, tuple(sorted(mentions)))


def last(words, low):
    return max(i for i in range(len(words)) if words.low(i) == low)


PRONOUNS = [
    ("Anne Roux est partie. Il", "il", ""),
    ("Anne Roux est partie. Elle", "elle", "Anne Roux"),
    ("Anne Roux a reçu Luc Morin. Il", "il", "Luc Morin"),
    ("La maire, Anne Roux, a reçu Lise Petit. Elle", "elle", "Anne Roux"),
    ("Le préfet est venu. Il", "il", "Le préfet"),
    ("Le décret est paru. Il", "il", ""),
    ("Les syndicats ont ri. Ils", "ils", "Les syndicats"),
    ("Le maire a ri. Ils", "ils", ""),
    ("Zuhra Qadir est partie. Elle", "elle", "Zuhra Qadir"),
    ("Anne Roux part. " + "Il pleut. " * 12 + "Elle", "elle", ""),
]


@pytest.mark.parametrize(("text", "pronoun", "expected"), PRONOUNS)
def test_pronouns(text, pronoun, expected):
    words, cast = cast_of(text)
    assert cast.pronoun(pronoun, last(words, pronoun)).name == expected


LAST_NAMED = [
    ("Anne Roux a reçu Luc Morin. Celui-ci", "celui-ci", "Luc Morin"),
    ("Luc Morin a reçu Paul Petit. Celui-ci", "celui-ci", "Paul Petit"),
    ("Luc Morin a reçu Anne Roux. Celui-ci", "celui-ci", "Luc Morin"),
    ("Le ministre a reçu la directrice du laboratoire. Celle-ci", "celle-ci", "la directrice du laboratoire"),
    ("Le ministre a reçu les syndicats. Ceux-ci", "ceux-ci", "les syndicats"),
    ("Le décret est paru. Celui-ci", "celui-ci", ""),
    ("Luc Morin a reçu Paul Petit, " + "celui-ci ce dernier, " * 50 + "celui-ci", "celui-ci", "Paul Petit"),
]


@pytest.mark.parametrize(("text", "pronoun", "expected"), LAST_NAMED)
def test_the_last_who_was_named(text, pronoun, expected):
    words, cast = cast_of(text)
    cast.remember(0, Speaker("Zoé Blanc", gender="", person=True))
    found = cast.pronoun(pronoun, last(words, pronoun))
    assert found.name == (expected or "Zoé Blanc")


def test_a_description_tells_the_side():
    sides = {"Solia": "French", "Vexum": "American", "Norra": "European", "Ultrix": "American"}

    def meant(text):
        found = [
            Mention(text.index(n), text.index(n) + len(n), n, "company", "", s)
            for n, s in sides.items()
            if n in text
        ]
        words, cast = cast_of(text, found)
        at = max(i for i in range(len(words)) if words.sentence[i] == i)
        return cast.speaker(phrase_at(words, at), at).name

    assert meant("Solia signe avec Vexum. La société américaine") == "Vexum"
    assert meant("Vexum signe avec Solia. La société européenne") == "Solia"
    assert meant("Solia signe avec Norra. Le groupe français") == "Solia"
    assert meant("Ultrix et Vexum signent avec Solia. Le groupe américain") == "Le groupe américain"
    assert meant("Solia signe. Le groupe chinois") == "Le groupe chinois"
    assert meant("Ultrix part. Vexum signe avec Solia. Le groupe américain") == "Vexum"
    assert meant("Solia signe avec Vexum. Le groupe") == "Solia"


def test_a_pronoun_prefers_who_spoke():
    words, cast = cast_of("Anne Roux a reçu Lise Petit. Lise Petit dort. Elle")
    cast.remember(0, Speaker("Anne Roux", gender="f", person=True))
    assert cast.pronoun("elle", last(words, "elle")).name == "Lise Petit"
    cast.remember(8, Speaker("Anne Roux", gender="f", person=True))
    assert cast.pronoun("elle", last(words, "elle")).name == "Anne Roux"


PHRASES = [
    ("Anne Roux part. Roux", "roux", "Anne Roux"),
    ("Yves Le Gall part. Le maire salue Mme Morin. M. Le Gall", "m", "Yves Le Gall"),
    ("Anne Roux, directrice du musée, part. La directrice", "la", "Anne Roux"),
    ("Anne Roux, directrice du musée, part. La directrice du théâtre", "la", "La directrice du théâtre"),
    ("Luc Morin, maire de Lyon, part. La maire", "la", "La maire"),
    ("Anne Roux écrit. L'autrice", "l'", "Anne Roux"),
    ("Anne Roux écrit. Le romancier", "le", "Le romancier"),
]


@pytest.mark.parametrize(("text", "word", "expected"), PHRASES)
def test_phrases(text, word, expected):
    words, cast = cast_of(text)
    at = max(i for i in range(len(words)) if words.low(i).rstrip(".") == word and words.sentence[i] == i)
    assert cast.speaker(phrase_at(words, at), at).name == expected


def test_role_is_kept_for_later_mentions():
    words, cast = cast_of("Anne Roux, directrice du musée, part. Anne Roux")
    at = last(words, "anne")
    assert cast.speaker(phrase_at(words, at), at).role == "directrice du musée"


def test_known_actors():
    text = "La start-up Solia part. Macron rit. L'entreprise"
    mentions = [Mention(12, 17, "Solia SA", "company"), Mention(24, 30, "Paul Macron", "person", "m")]
    words, cast = cast_of(text, mentions)
    rit = last(words, "macron")
    assert cast.speaker(phrase_at(words, rit), rit) == Speaker("Paul Macron", "", "m", False, True)
    free = cast_of("Solia part. L'entreprise", [Mention(0, 5, "Solia SA", "company")])
    at = last(free[0], "l'")
    assert free[1].speaker(phrase_at(free[0], at), at).name == "Solia SA"


@given(
    st.text(alphabet=list("AaeéLl' ,.dMm1«»\n"), max_size=80),
    st.integers(0, 60),
    st.sampled_from(["il", "elle", "ils", "on"]),
)
def test_any_text_is_read(text, at, pronoun):
    _, cast = cast_of(text, [Mention(0, 3, "Anne Roux", "person")])
    assert cast.pronoun(pronoun, at) == cast.pronoun(pronoun, at)
