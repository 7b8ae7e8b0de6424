"""The tables behind the notebook: counts that add up, and the short answer with each article left out."""

import pandas as pd
import pytest
from small_docs import texts

from helpers import modality, sovereignty, vocabulary

NEWS = (
    "La souveraineté est un mirage. Un champion européen avance. La souveraineté recule.",
    "L'indépendance avance. La licorne française gagne.",
    "Rien de tel.",
)


@pytest.fixture(scope="module")
def small():
    docs = texts(*NEWS)
    return docs, modality.read(docs, vocabulary.mentions(docs))


def test_families_add_up(small):
    docs, read = small
    table = sovereignty.families(read, docs).set_index("family")
    assert list(table.index) == list(sovereignty.family_names())
    assert table["mentions"].sum() == len(read)
    assert table.loc["champion", ["mentions", "sure", "articles"]].tolist() == [2, 1, 2]
    assert pd.isna(table.loc["dependence", "dp"])


def test_rates_carry_their_evidence(small):
    docs, read = small
    rates = sovereignty.rates(read, docs).set_index(["article", "family"])
    first, second = rates.loc[("a", "sovereignty"), "evidence"].split()
    assert docs[0].text[slice(*map(int, first.split("-")))] == "souveraineté"
    assert int(second.split("-")[0]) > int(first.split("-")[1])
    assert rates.loc[("c", "sovereignty"), "evidence"] == ""


def test_answer_with_each_article_left_out(small):
    _, read = small
    answer = sovereignty.answer(read, list("abc")).set_index("left_out")
    assert answer.loc["", ["articles", "naming", "mentions", "affirmed", "first"]].tolist() == [
        3,
        1,
        3,
        2,
        "a",
    ]
    assert answer.loc["a", ["articles", "naming", "mentions", "affirmed", "first"]].tolist() == [
        2,
        0,
        1,
        1,
        "b",
    ]
    assert answer.loc["b", "share"] == pytest.approx(1 / 2)
    assert sovereignty.answer(read[:0], ["a"]).loc[0, "mentions"] == 0


def test_grid_has_every_row_and_article(small):
    _, read = small
    grid = sovereignty.grid(read, "mode", modality.MODES, {"a": "A", "b": "B", "c": "C"})
    assert list(grid.index) == list(modality.MODES)
    assert list(grid) == ["A", "B", "C"]
    assert grid.loc["buried", "A"] == 1
    assert grid["C"].isna().all()
    assert sovereignty.modes(read).sum() == len(read)


def test_scale_in_words(small):
    _, read = small
    assert set(sovereignty.scaled(read)["scale"]) <= set(sovereignty.SCALES)


def test_specific_words_are_content_words(docs):
    frame = sovereignty.specific(docs, n=3)
    assert frame.groupby("word").size().eq(len(docs)).all()
    assert frame.loc[frame.groupby("article")["specificity"].idxmax(), "specificity"].gt(1.3).all()


def test_near_words_leave_out_the_mentions_and_the_actors():
    docs = texts("La souveraineté passionne Paris. Rien ici.")
    actors = pd.DataFrame({"article": ["a"], "start": [26], "end": [31]})
    near = sovereignty.near_words(docs, vocabulary.mentions(docs), actors)
    assert near.to_dict() == {"passionne": 1}
