"""Tables and excerpts in notebooks: escaped, short, stable."""

import pandas as pd
import pytest

from helpers import show


def test_a_table_is_escaped_and_rounded():
    html = show.table(pd.DataFrame({"a<b": ["<script>", None], "x": [1 / 3, float("nan")], "n": [3, 4]})).data
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "0.333333" in html
    assert "nan" not in html.lower()
    assert "None" not in html


@pytest.mark.parametrize(
    ("value", "wanted"), [(2e9, "2,000,000,000"), (0.5, "0.5"), (1234567.0, "1,234,567"), (True, "True")]
)
def test_numbers(value, wanted):
    assert f">{wanted}<" in show.table(pd.DataFrame({"x": [value]}, dtype=object)).data


def test_a_named_index_is_shown():
    frame = pd.DataFrame({"n": [1]}, index=pd.Index(["x"], name="article"))
    assert ">article</th>" in show.table(frame).data


def test_excerpts_are_short_and_escaped():
    frame = pd.DataFrame(
        {"article": ["x"], "sentence": [2], "start": [0], "end": [9], "text": ["*mot* " * 40], "who": ["A_B"]}
    )
    line = show.excerpts(frame, note=["who"]).data
    assert line.count("mot") == 25
    assert r"\*mot\*" in line
    assert r"A\_B" in line
    assert "sentence 2, 0–9" in line


def test_no_passage_is_said():
    assert (
        "No passage"
        in show.excerpts(pd.DataFrame(columns=["article", "sentence", "start", "end", "text"])).data
    )
