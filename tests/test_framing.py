"""Frames counted, placed, paired, scored on held-out articles: invented codings worked out by hand, and the real one."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import agreement, codebook, coding, framing, tables

FRAMES = ["race", "risk", "betrayal", "dependence", "pragmatism"]


def texts(*parts, article="x"):
    """A table of sentences of ten characters each, one a part given."""
    rows = [(article, n, part, 20 * n, 20 * n + 10, f"Phrase {n}.") for n, part in enumerate(parts, 1)]
    return pd.DataFrame(rows, columns=list(tables.SENTENCES))


def coded(*codes, article="x", first=1):
    return coding.table(
        [(article, n) for n, _ in enumerate(codes, first)], [c.split() for c in codes], FRAMES
    )


def terms(*rows):
    return pd.DataFrame(
        [
            (a, s, 20 * s, 20 * s + 4, span, "frames", code, span, include)
            for a, s, code, span, include in rows
        ],
        columns=list(tables.CODES),
    )


def test_rules_count_accepted_terms_of_the_frames_only():
    found = terms(
        ("x", 1, "race", "course", "yes"), ("x", 2, "race", "tête", "no"), ("x", 2, "risk", "peur", "doubt")
    )
    found.loc[len(found)] = ("x", 2, 40, 44, "mot", "sovereignty", "risk", "mot", "yes")
    got = framing.rules(texts("body", "body"), found, FRAMES)
    assert got["race"].tolist() == [True, False]
    assert not got["risk"].any()


def test_an_article_is_the_references_only_when_all_of_it_is_coded():
    rules = pd.concat([coded("race", "race"), coded("risk", "risk", article="y")])
    reference = pd.concat([coded("risk", "risk"), coded("race", article="y")])
    assert framing.sources(rules, reference) == {"x": "reference", "y": "rules"}
    mixed = framing.mixed(rules, reference)
    assert mixed["race"].tolist() == [False] * 4
    assert mixed["risk"].tolist() == [True] * 4
    assert framing.mixed(rules, reference.iloc[:0]).equals(rules)


def test_shares_by_hand():
    table, sentences = coded("race risk", "race", "", ""), texts("headline", "body", "body", "body")
    got = framing.shares(table, sentences, {"x": "rules"}).set_index("frame")
    assert got.loc["race", ["sentences", "n", "share"]].tolist() == [2, 4, 50.0]
    assert got.loc["race", "evidence"] == "20–30 40–50"
    assert got.loc["race", "low"] <= 50 <= got.loc["race", "high"]
    assert math.isnan(got.loc["betrayal", "low"])  # nothing to resample is not certainty
    leaders = framing.leaders(got.reset_index())
    assert leaders[["frame", "sentences"]].to_numpy().tolist() == [["race", 2]]


def test_leaders_name_both_where_two_tie():
    got = framing.shares(coded("race risk", "race risk"), texts("body", "body"), {"x": "rules"})
    assert framing.leaders(got)["frame"].tolist() == ["race and risk"]


@pytest.mark.parametrize(("parts", "expected"), [
    (["headline", "standfirst", "body", "body", "body"], ["opening", "opening", "first third", "middle third", "last third"]),
    (["body", "body", "body", "body"], ["opening", "first third", "middle third", "last third"]),
    (["headline"], ["opening"]),
    (["body"], ["opening"]),
])  # fmt: skip
def test_places(parts, expected):
    assert framing.place_of(texts(*parts)).tolist() == expected


def test_by_place_counts_and_leads_back():
    sentences, table = texts("headline", "body", "body", "body"), coded("race", "", "race", "")
    got = framing.by_place(table, sentences).set_index(["place", "frame"])
    assert got.loc[("opening", "race"), ["sentences", "n", "share"]].tolist() == [1, 1, 100.0]
    assert got.loc[("middle third", "race"), "evidence"] == "x:60–70"


def test_pairs_by_hand():
    table, sentences = coded("race risk", "race risk", "race", ""), texts(*["body"] * 4)
    got = framing.together(table, sentences).set_index(["one", "other"])
    row = got.loc[("race", "risk")]
    assert (row.both, row.share, row.expected, row.articles) == (2, 100.0, 1.5, 1)
    assert row.evidence == "x:20–30 x:40–50"
    assert len(got) == 10
    top = framing.attraction(got.reset_index(), least=2)
    assert (top.one, top.other, top.lift) == ("race", "risk", pytest.approx(4 / 3))
    assert row.fewest < 2 < row.most <= 4
    pairs = got.reset_index().assign(text=lambda f: framing.counted(f))
    square = framing.squared(pairs, FRAMES)
    assert square.loc["risk", "race"] == 2
    assert square.shape == (4, 4)
    assert square.isna().sum().sum() == 6
    assert framing.squared(pairs, FRAMES, "text").loc["risk", "race"] == f"2\n{row.fewest:.0f}–{row.most:.0f}"
    assert framing.squared(pairs, FRAMES, "text").loc["betrayal", "race"] == "0"  # resampling shows no spread


def test_pairs_of_frames_that_never_stand():
    got = framing.together(coded("", ""), texts("body", "body"))
    assert got["both"].tolist() == [0] * 10
    assert framing.attraction(got).lift == 0


def test_stance_by_hand():
    table = coded("betrayal dependence", "pragmatism", "dependence pragmatism", "race")
    row = framing.stance(table, texts(*["body"] * 4), ["x"]).iloc[0]
    assert (row.against, row.favourable, row.n, row.stance) == (2, 2, 4, 0.0)
    assert row.evidence == "20–30 40–50 60–70"
    assert math.isnan(framing.stance(coded("race"), texts("body"), ["x"]).iloc[0].stance)


@pytest.mark.parametrize(("text", "named", "expected"), [
    ("A signe un accord avec B.", ["A", "B"], {"x"}),
    ("A signe un accord.", ["A"], set()),
    ("A regarde B.", ["A", "B"], set()),
])  # fmt: skip
def test_the_deal_needs_both_names_and_a_word_of_dealing(text, named, expected):
    sentences = texts("body").assign(text=text)
    actors = pd.DataFrame(
        [("x", 1, 0, 1, n, n, "company", "other") for n in named], columns=list(tables.ACTORS)
    )
    assert framing.mentions_deal(actors, sentences, ("A", "B"), "accord") == expected


def test_frame_words_are_counted_once_a_sentence():
    rows = [
        (1, "course", "NOUN"),
        (1, "course", "NOUN"),
        (2, "course", "NOUN"),
        (3, "course", "NOUN"),
        (2, "le", "DET"),
        (2, "juge", "NOUN"),
    ]
    tokens = pd.DataFrame([("x", s, 0, 4, w, w, pos) for s, w, pos in rows], columns=list(tables.TOKENS))
    got = framing.frame_words(coded("race", "race", ""), tokens, "race", least=1)
    assert got[["word", "sentences", "elsewhere"]].to_numpy().tolist() == [
        ["juge", 1, 0]
    ]  # course: as frequent elsewhere
    assert framing.frame_words(coded("race", "race", ""), tokens, "race", ["juge"], least=1).empty


def said(*words):
    """Tokens, one sentence a text of nouns."""
    rows = [("x", n, 0, 4, w, w, "NOUN") for n, text in enumerate(words, 1) for w in text.split()]
    return pd.DataFrame(rows, columns=list(tables.TOKENS))


def test_words_by_frame_keep_the_order_and_a_row_for_a_frame_without_a_word():
    table = coded("race", "race", "risk", "risk", "")
    got = framing.words_by_frame(
        table, said("course", "course", "peur", "peur", ""), ["risk", "betrayal", "race"]
    )
    assert got["frame"].tolist() == ["risk", "betrayal", "race"]
    assert got["n"].tolist() == [2, 0, 2]
    assert got["word"].isna().tolist() == [False, True, False]
    assert got.loc[0, ["word", "sentences", "elsewhere", "share"]].tolist() == ["peur", 2, 0, 100.0]
    assert got.loc[0, "low"] < 100 <= got.loc[0, "high"] + 1e-9
    assert framing.first_words(got).to_dict() == {"peur": 1, "course": 1}


def test_words_by_frame_of_a_corpus_without_a_word():
    got = framing.words_by_frame(coded("", ""), said("", ""), FRAMES)
    assert got["frame"].tolist() == FRAMES
    assert got["word"].isna().all()
    assert framing.first_words(got).empty


def test_wilson_interval_of_the_published_example():
    """Newcombe, Statistics in Medicine 17:857 (1998), table I: 81 of 263 gives 0.2553 to 0.3662."""
    row = framing.with_interval(pd.DataFrame({"word": ["x"], "sentences": [81]}), 263).iloc[0]
    assert (row.low / 100, row.high / 100) == pytest.approx((0.2553, 0.3662), abs=5e-5)


def test_differences_list_every_sentence_and_its_words():
    found, reference = coded("race", "", "race"), coded("race", "risk", "")
    sentences = texts("body", "body", "body")
    got = framing.differences(found, reference, sentences, terms(("x", 3, "race", "course", "yes")))
    assert got[["frame", "status", "sentence", "terms"]].to_numpy().tolist() == [
        ["race", "false", 3, "course"],
        ["risk", "missed", 2, ""],
    ]
    places = framing.evidence_of_differences(found, reference, sentences).set_index("frame")["evidence"]
    assert places["race"] == "x:60–70"


def test_examples_prefer_a_sentence_of_one_frame():
    table, sentences = coded("race risk", "race"), texts("body", "body")
    assert framing.examples(table, sentences, {"x": "race", "y": "race"})["sentence"].tolist() == [2]
    assert framing.pair_examples(table, sentences, "race", "risk")["sentence"].tolist() == [1]
    assert framing.carrying(coded("pragmatism", "betrayal", "dependence"), texts(*["body"] * 3), "x")[
        "sentence"
    ].tolist() == [2, 3, 1]


def test_judgements_are_empty_without_a_reference(tmp_path):
    stances = framing.stance(coded("betrayal"), texts("body"), ["x"])
    assert framing.with_judgement(stances, tmp_path)["judgement"].isna().all()
    assert framing.judged(tmp_path).empty


@given(st.lists(st.sets(st.sampled_from(FRAMES)), min_size=1, max_size=25))
def test_counts_hold_together(codes):
    table, sentences = coded(*(" ".join(c) for c in codes)), texts(*["body"] * len(codes))
    total = table.to_numpy().sum()
    assert framing.shares(table, sentences, {"x": "rules"})["sentences"].sum() == total
    assert framing.by_place(table, sentences)["sentences"].sum() == total
    assert framing.coverage(table, sentences)["framed"].sum() == sum(map(bool, codes))


# --- The real corpus -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(docs):
    sentences, book = tables.sentences(docs), codebook.frames()
    return sentences, book, coding.reference(sentences, list(book.codes))


def test_rules_reach_their_targets(docs, real):
    sentences, book, reference = real
    rules = framing.rules(sentences, tables.codes(docs), list(book.codes))
    in_sample, left = (
        agreement.scores(rules, reference),
        agreement.scores(framing.left_out(docs, reference, book), reference),
    )
    assert agreement.macro_f1(in_sample) >= 0.80
    assert 0.60 <= agreement.macro_f1(left) < agreement.macro_f1(in_sample)


def test_left_out_drops_terms_that_only_the_article_confirms(docs, real):
    _, book, reference = real
    alone = [doc for doc in docs if doc._.article == docs[0]._.article]
    only = reference.loc[[docs[0]._.article]]
    assert not framing.left_out(alone, only, book).to_numpy().any()
    by_words = framing.left_out(docs, reference, book, by="words").to_numpy().sum()
    assert by_words < framing.left_out(docs, reference, book).to_numpy().sum()
    with pytest.raises(ValueError, match="choose 'term' or 'words'"):
        framing.left_out(docs, reference, book, by="letters")


def test_left_out_without_a_reference(docs, real):
    _, book, reference = real
    assert framing.left_out(docs, reference.iloc[:0], book).empty
