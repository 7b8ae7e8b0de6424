"""Found against reference: the pairing, the counts, the report."""

import math
import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import evaluation

COLUMNS = {
    "quantities": ["article", "start", "end", "span", "value", "value_high", "unit", "bound"],
    "times": ["article", "start", "end", "span", "value"],
    "quotes": ["article", "start", "end", "text", "mode", "speaker"],
}


def times(*rows: tuple, core: bool = False) -> pd.DataFrame:
    """Rows (article, start, end, value), and core last where asked for."""
    out = [(a, s, e, "x" * (e - s), v, *rest) for a, s, e, v, *rest in rows]
    return pd.DataFrame(out, columns=[*COLUMNS["times"], *(["core"] if core else [])])


def quotes(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(
        [(a, s, e, "x" * (e - s), m, who) for a, s, e, m, who in rows], columns=COLUMNS["quotes"]
    )


def quantity(**changes) -> pd.DataFrame:
    row = {
        "article": "a",
        "start": 0,
        "end": 10,
        "span": "10 euros",
        "value": 10.0,
        "value_high": None,
        "unit": "EUR",
        "bound": "exact",
    }
    return pd.DataFrame([row | changes], columns=COLUMNS["quantities"])


def statuses(comparison: evaluation.Comparison) -> list[str]:
    return comparison.pairs["status"].tolist()


@pytest.mark.parametrize(
    ("found", "reference", "expected"),
    [
        ([("a", 0, 4, "2023")], [("a", 0, 4, "2023")], ["right"]),
        ([("a", 2, 9, "2023")], [("a", 0, 4, "2023")], ["right"]),  # any overlap
        ([("a", 0, 4, "2022")], [("a", 0, 4, "2023")], ["wrong"]),
        ([], [("a", 0, 4, "2023")], ["missed"]),
        ([("a", 0, 4, "2023")], [], ["false"]),
        ([("a", 4, 8, "2023")], [("a", 0, 4, "2023")], ["missed", "false"]),  # touching is not overlapping
        ([("b", 0, 4, "2023")], [("a", 0, 4, "2023")], ["missed", "false"]),  # another article
        ([("a", 0, 4, "2021-03")], [("a", 0, 4, "2021|2021-03")], ["right"]),  # two accepted readings
        ([("a", 0, 4, "2021|2021-03")], [("a", 0, 4, "2021")], ["wrong"]),  # but one answer
        ([("a", 0, 4, None)], [("a", 0, 4, "")], ["right"]),
        # one to one: the second finding over the same reference is false
        ([("a", 0, 2, "1"), ("a", 2, 9, "1")], [("a", 0, 9, "1")], ["right", "false"]),
        # largest overlap first, although the smaller one agrees
        ([("a", 0, 2, "1"), ("a", 2, 9, "2")], [("a", 0, 9, "1")], ["wrong", "false"]),
        # the pair that agrees, where overlaps are the same
        ([("a", 0, 9, "1"), ("a", 0, 9, "2")], [("a", 0, 9, "2"), ("a", 0, 9, "1")], ["right", "right"]),
    ],
)
def test_pairs(found, reference, expected):
    assert statuses(evaluation.compare(times(*found), times(*reference), "times")) == expected


@pytest.mark.parametrize(
    ("changes", "status", "differs"),
    [
        ({}, "right", ""),
        ({"value": 10 * (1 + 1e-12)}, "right", ""),
        ({"value": 10.001}, "wrong", "value"),
        ({"value": math.nan}, "wrong", "value"),
        ({"value_high": 20.0}, "wrong", "value_high"),
        ({"value_high": math.nan}, "right", ""),
        ({"unit": "USD", "bound": "about"}, "wrong", "unit bound"),
        ({"unit": ""}, "wrong", "unit"),
    ],
)
def test_decisive_columns_of_quantities(changes, status, differs):
    pair = evaluation.compare(quantity(**changes), quantity(), "quantities").pairs.iloc[0]
    assert (pair["status"], pair["differs"]) == (status, differs)


@pytest.mark.parametrize(
    ("found", "reference", "expected"),
    [
        (("a", 0, 80, "direct", "Odile"), ("a", 0, 100, "direct", "Odile"), ["right"]),
        (("a", 0, 79, "direct", "Odile"), ("a", 0, 100, "direct", "Odile"), ["missed", "false"]),
        (("a", 0, 100, "direct", "odile"), ("a", 0, 100, "direct", "Odile"), ["right"]),
        (("a", 0, 100, "direct", "l'agence"), ("a", 0, 100, "direct", "L’agence"), ["right"]),
        (("a", 0, 100, "direct", "Paul"), ("a", 0, 100, "direct", "Odile"), ["wrong"]),
        (("a", 0, 100, "direct", ""), ("a", 0, 100, "direct", "Odile"), ["wrong"]),
        (("a", 0, 100, "indirect", ""), ("a", 0, 100, "indirect", "Odile"), ["right"]),
        (("a", 0, 100, "direct", "Odile"), ("a", 0, 100, "scare_quotes", ""), ["wrong"]),
    ],
)
def test_quotes(found, reference, expected):
    assert statuses(evaluation.compare(quotes(found), quotes(reference), "quotes")) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], (0, 1)),  # an optional row is not missed
        ([("a", 0, 4, "PAST_REF")], (0, 1)),  # nor is it false when found,
        ([("a", 0, 4, "2023")], (0, 1)),  # whatever its value
        ([("a", 0, 4, "PAST_REF"), ("a", 10, 14, "2023")], (1, 1)),
    ],
)
def test_optional_rows_count_neither_way(found, expected):
    wanted = times(("a", 0, 4, "PAST_REF", 0), ("a", 10, 14, "2023", 1), core=True)
    total = evaluation.scores(evaluation.compare(times(*found), wanted, "times")).iloc[0]
    assert (total["found"], total["reference"]) == expected


def test_a_core_row_goes_before_an_optional_one():
    wanted = times(("a", 0, 4, "2023", 0), ("a", 0, 4, "2023", 1), core=True)
    assert statuses(evaluation.compare(times(("a", 0, 4, "2023")), wanted, "times")) == ["optional", "right"]


def test_other_decisive_columns():
    wanted = times(("a", 0, 4, "2023")).assign(earliest="2023-01-01")
    got = times(("a", 0, 4, "other")).assign(earliest="2023-01-01")
    assert statuses(evaluation.compare(got, wanted, "times", decisive=["earliest"])) == ["right"]


def test_scores_are_counted():
    found = times(("a", 0, 4, "1"), ("a", 10, 14, "2"), ("b", 0, 4, "3"))
    wanted = times(("a", 0, 4, "1"), ("a", 10, 14, "9"), ("b", 20, 24, "4"), ("b", 30, 34, "5"))
    comparison = evaluation.compare(found, wanted, "times")
    total = evaluation.scores(comparison).iloc[0].to_dict()
    assert total == {
        "found": 3, "reference": 4, "right": 1, "wrong": 1, "missed": 2, "false": 1,
        "precision": 1 / 3, "recall": 1 / 4, "f1": 2 / 7,
    }  # fmt: skip
    assert evaluation.scores(comparison, by="article")["right"].to_dict() == {"a": 1, "b": 0}


@pytest.mark.parametrize("layer", list(COLUMNS))
def test_empty_tables(layer):
    empty = pd.DataFrame(columns=COLUMNS[layer])
    comparison = evaluation.compare(empty, empty, layer)
    total = evaluation.scores(comparison)
    assert tuple(total.columns) == evaluation.SCORES
    assert total.loc[0, ["found", "reference", "right"]].tolist() == [0, 0, 0]
    assert total.loc[0, ["precision", "recall", "f1"]].isna().all()
    assert tuple(evaluation.scores(comparison, by="article").columns) == evaluation.SCORES
    decisive = evaluation.LAYERS[layer].decisive
    assert {f"reference_{c}" for c in decisive} <= set(comparison.pairs.columns)
    assert evaluation.report(comparison).startswith(f"{layer}: precision nan (0 of 0 found)")


def test_nothing_found_is_no_precision_and_no_recall():
    total = evaluation.scores(evaluation.compare(times(), times(("a", 0, 4, "1")), "times")).iloc[0]
    assert math.isnan(total["precision"])
    assert (total["recall"], total["f1"]) == (0, 0)


def test_report_lists_every_miss_and_nothing_that_is_right():
    found = times(("a", 0, 4, "1"), ("a", 10, 14, "2"), ("b", 0, 4, "3"))
    wanted = times(("a", 0, 4, "1"), ("a", 10, 14, "9"), ("b", 20, 24, "4"))
    lines = evaluation.report(evaluation.compare(found, wanted, "times")).splitlines()
    assert lines == [
        "times: precision 0.333 (1 of 3 found), recall 0.333 (1 of 3 in the reference), F1 0.333; "
        "1 wrong, 1 missed, 1 false",
        "  wrong  a 10-14 'xxxx', found as 'xxxx': value '2' instead of '9'",
        "  false  b 0-4 'xxxx': value '3'",
        "  missed b 20-24 'xxxx': value '4'",
    ]


def test_report_leaves_out_what_a_row_does_not_say():
    lines = evaluation.report(evaluation.compare(quantity()[:0], quantity(), "quantities")).splitlines()
    assert lines[1:] == ["  missed a 0-10 '10 euros': value 10.0, unit 'EUR', bound 'exact'"]


@pytest.mark.parametrize("side", ["found", "reference"])
def test_missing_columns_are_named(side):
    tables = {"found": times(), "reference": times()} | {side: times().drop(columns=["end", "value"])}
    with pytest.raises(ValueError, match=f"times, {side}: no column end, value"):
        evaluation.compare(**tables, layer="times")


@pytest.mark.parametrize("layer", list(COLUMNS))
def test_reference_agrees_with_itself(layer):
    wanted = evaluation.reference(layer)
    assert len(wanted) > 0
    assert wanted["start"].dtype == "int64"
    assert (wanted["start"] < wanted["end"]).all()
    total = evaluation.scores(evaluation.compare(wanted, wanted, layer)).iloc[0]
    assert (total["precision"], total["recall"], total["f1"]) == (1, 1, 1)


def test_reference_types(tmp_path):
    (tmp_path / "quantities.csv").write_text(
        "article,start,end,span,value,value_high,unit,note\nNA,1,5,«NA»,2.5,,,nan\n", encoding="utf-8"
    )
    row = evaluation.reference("quantities", tmp_path).iloc[0]
    assert (row["article"], row["start"], row["value"], row["unit"], row["note"]) == ("NA", 1, 2.5, "", "nan")
    assert math.isnan(row["value_high"])


def test_reference_of_an_unknown_layer(tmp_path):
    (tmp_path / "times.csv").write_text("article\n", encoding="utf-8")
    with pytest.raises(FileNotFoundError, match="no reference for 'dates'; there is: times"):
        evaluation.reference("dates", tmp_path)


def test_needs_no_spacy():
    code = "import sys, helpers.evaluation; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@st.composite
def tables(draw, layer: str = "times") -> pd.DataFrame:
    """A table of rows with distinct spans, which may overlap and nest, in two articles."""
    spans = st.tuples(st.sampled_from("ab"), st.integers(0, 40), st.integers(1, 15))
    values = st.sampled_from(["1", "2", "3"])
    rows = draw(st.dictionaries(spans, values, min_size=1, max_size=12))
    return times(*((a, start, start + length, value) for (a, start, length), value in rows.items()))


@given(tables())
def test_a_perfect_match_scores_one(table):
    total = evaluation.scores(evaluation.compare(table, table, "times")).iloc[0]
    assert (total["precision"], total["recall"], total["f1"]) == (1, 1, 1)


@given(tables(), st.data())
def test_removing_one_finding_reduces_recall(table, data):
    gone = data.draw(st.sampled_from(table.index.tolist()))
    total = evaluation.scores(evaluation.compare(table.drop(index=gone), table, "times")).iloc[0]
    assert total["recall"] < 1
    assert total["missed"] == 1


@given(tables(), tables())
def test_every_row_is_counted_once(found, wanted):
    comparison = evaluation.compare(found, wanted, "times")
    total = evaluation.scores(comparison).iloc[0]
    assert total["found"] == len(found)
    assert total["reference"] == len(wanted)
    assert total["right"] <= min(len(found), len(wanted))
    assert comparison.pairs["reference_start"].notna().sum() == len(wanted)
    assert comparison.pairs["found_start"].notna().sum() == len(found)


@given(tables(), tables())
def test_the_order_of_rows_does_not_matter(found, wanted):
    one = evaluation.scores(evaluation.compare(found, wanted, "times"))
    other = evaluation.scores(evaluation.compare(found[::-1], wanted[::-1], "times"))
    pd.testing.assert_frame_equal(one, other)


def test_tables_are_held_against_one_reference_side_by_side():
    columns = ["article", "start", "end", "span", "type", "value", "mod"]
    wanted = pd.DataFrame(
        [["a", 0, 4, "2023", "DATE", "2023", ""], ["b", 0, 4, "2024", "DATE", "2024", ""]], columns=columns
    )
    other = wanted.head(1).assign(value="2022")
    table = evaluation.beside({"one": wanted, "other": other}, wanted, "times")
    assert table["right"].to_dict() == {"one": 1, "other": 0}  # article b is not in both
    assert table["wrong"].to_dict() == {"one": 0, "other": 1}
