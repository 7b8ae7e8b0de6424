"""The numbers of the corpus notebook, on small tables whose answers can be counted by hand."""

import pandas as pd
import pytest

from helpers import corpus, overview, tables


@pytest.fixture
def two():
    return corpus.from_records(
        [
            {
                "article": "a",
                "outlet": "Un",
                "text": "Un mot.",
                "earliest": "2024-01-01",
                "latest": "2024-01-31",
            },
            {"article": "b", "outlet": "Deux", "text": "Deux mots.", "earliest": "2024-02-05", "latest": ""},
        ]
    )


def actors_of(*rows):
    return pd.DataFrame(
        [
            dict(zip(tables.ACTORS, (a, 1, s, s + 2, "xx", who, "company", "French"), strict=True))
            for a, s, who in rows
        ],
        columns=list(tables.ACTORS),
    )


def test_lengths(two):
    sentences = pd.DataFrame({"article": ["a", "b", "b"]})
    found = overview.lengths(two, sentences)
    assert found["words"].tolist() == [2, 2]
    assert found["sentences"].tolist() == [1, 2]
    assert found["kept"].tolist() == [100.0, 100.0]


def test_windows(two):
    found = overview.windows(two)
    assert found["days"].tolist()[0] == 31
    assert found["latest"].isna().tolist() == [False, True]
    assert found["shown"].tolist() == ["1 Jan to 31 Jan 2024", "5 Feb 2024 or later"]


def test_what_was_removed_accounts_for_the_page(articles):
    found = overview.removed(articles)
    assert set(found["article"]) == set(articles.index)
    assert found["why"].str.len().gt(0).all()
    passages = found[~found["repair"]]
    for row in passages.to_dict("records"):
        assert row["before"] in articles.loc[row["article"], "raw"] or "\n" in row["before"]
    by_kind = overview.removed_by_kind(found)
    assert by_kind["times"].sum() == found["count"].sum()


def test_nothing_removed_is_an_empty_table(two):
    assert list(overview.removed(two).columns) == [
        "article",
        "kind",
        "why",
        "line",
        "before",
        "after",
        "count",
        "repair",
        "characters",
    ]
    assert overview.removed(two).empty


def test_reading_counts_prose_only():
    sentences = pd.DataFrame(
        {
            "article": ["a"] * 3,
            "part": ["headline", "body", "body"],
            "text": ["Titre", "Un deux trois.", "Formidable."],
        }
    )
    (row,) = overview.reading(sentences).to_dict("records")
    assert row["sentences"] == 2
    assert row["words"] == 2.0
    assert row["longest"] == 3
    assert row["lix"] == 2.0 + 100 * 1 / 4  # one word of four has more than six letters
    assert row["low"] <= row["words"] <= row["high"]


def test_named_gives_every_cell_its_evidence(two):
    found = overview.named(actors_of(("a", 0, "X"), ("b", 3, "X"), ("b", 9, "X"), ("b", 20, "Y")), two)
    assert found[["actor", "article", "mentions", "evidence"]].values.tolist() == [
        ["X", "a", 1, "0-2"],
        ["X", "b", 2, "3-5 9-11"],
    ]
    everyone = overview.named(actors_of(("a", 0, "X"), ("b", 20, "Y")), two, least_articles=1)
    assert everyone["actor"].drop_duplicates().tolist() == ["X", "Y"]
    assert everyone["mentions"].tolist() == [1, 0, 0, 1]


def test_nobody_named_is_an_empty_table(two):
    assert overview.named(actors_of(), two).empty


def test_grid_keeps_the_order_and_leaves_zero_empty():
    cells = pd.DataFrame({"actor": ["X", "X", "A", "A"], "label": ["b", "a", "b", "a"], "n": [3, 0, 1, 2]})
    grid = overview.grid(cells, "actor", "label", "n")
    assert list(grid.index) == ["X", "A"]
    assert list(grid.columns) == ["b", "a"]
    assert grid.isna().sum().sum() == 1


def test_frequent_leaves_out_names_and_function_words():
    tokens = pd.DataFrame(
        {
            "article": ["a", "a", "a", "b", "b"],
            "start": [0, 4, 9, 0, 5],
            "lemma": ["Microsoft", "accord", "le", "accord", "être"],
            "pos": ["NOUN", "NOUN", "DET", "NOUN", "VERB"],
        }
    )
    found = overview.frequent(tokens, actors_of(("a", 0, "Microsoft")), least=1)
    assert found.to_dict("records") == [{"lemma": "accord", "count": 2, "articles": 2}]
