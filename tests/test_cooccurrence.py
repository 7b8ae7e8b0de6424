"""The graph of terms: counted pair by pair, placed the same every time."""

from itertools import combinations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from helpers import cooccurrence

MENTIONS = st.lists(st.tuples(st.sampled_from("xy"), st.integers(1, 4), st.sampled_from("abcd")), max_size=40)


def frame(rows):
    return pd.DataFrame(rows, columns=["article", "sentence", "term"])


@given(MENTIONS)
def test_edges_are_the_pairs_of_a_sentence(rows):
    expected, articles = {}, {}
    for article, sentence in {row[:2] for row in rows}:
        for pair in combinations(sorted({r[2] for r in rows if r[:2] == (article, sentence)}), 2):
            expected[pair] = expected.get(pair, 0) + 1
            articles.setdefault(pair, set()).add(article)
    found = {
        (e.one, e.other): (e.together, e.articles)
        for e in cooccurrence.edges(frame(rows), least=2).itertuples()
    }
    assert found == {pair: (n, len(articles[pair])) for pair, n in expected.items() if n >= 2}


def test_layout_places_every_bound_word_the_same_each_time():
    found = frame(
        [("x", s, t) for s in range(1, 7) for t in ("a", "b", "c")]
        + [("y", s, t) for s in (1, 2) for t in "de"]
    )
    bonds = cooccurrence.edges(found)
    places = cooccurrence.layout(bonds, found)
    assert places["word"].tolist() == ["a", "b", "c", "d", "e"]
    assert places[["x", "y"]].to_numpy().min() == 0
    assert places[["x", "y"]].to_numpy().max() == 1
    assert places["sentences"].tolist() == [6, 6, 6, 2, 2]
    assert places["articles"].tolist() == [1] * 5
    pd.testing.assert_frame_equal(places, cooccurrence.layout(bonds, found))


def test_nothing_has_the_columns():
    assert list(cooccurrence.edges(frame([]))) == list(cooccurrence.EDGES)
    assert list(cooccurrence.layout(cooccurrence.edges(frame([])), frame([]))) == list(cooccurrence.NODES)


@given(MENTIONS)
def test_shared_sentences_are_as_many_as_the_bond_says(rows):
    for bond in cooccurrence.edges(frame(rows), least=1).itertuples():
        assert len(cooccurrence.shared(frame(rows), bond.one, bond.other)) == bond.together
