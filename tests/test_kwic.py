"""The concordance as shown: aligned, cut at words, and safe whatever the text."""

import re

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from helpers import kwic

ROW = {
    "article": "x",
    "sentence": 2,
    "start": 5,
    "end": 9,
    "left": "Le grand",
    "keyword": "pari",
    "right": "de demain",
}


def frame(*changes):
    return pd.DataFrame([ROW | change for change in changes])


def test_text_is_aligned():
    lines = kwic.text(
        frame({}, {"keyword": "accord", "left": "Un très long début avant un"}), width=12
    ).split("\n")
    assert len({line.index("[") for line in lines}) == 1
    assert lines[1].startswith("…avant un".rjust(12))


def test_html_highlights_and_says_what_is_left():
    html = kwic.table(frame(*[{}] * 5), {"x": "Le Journal"}, most=2).data
    assert html.count("<mark>pari</mark>") == 2
    assert "Le Journal, 2 (5–9)" in html
    assert "3 more lines" in html


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_the_text_it_is_only_text(left, right):
    hostile = "<script>" + left
    html = kwic.table(frame({"left": hostile, "keyword": "<b>", "right": right + "</table>"})).data
    tags = set(re.findall(r"<(/?[a-zA-Z]+)", html))
    assert tags <= {
        "table",
        "/table",
        "thead",
        "/thead",
        "tbody",
        "/tbody",
        "tr",
        "/tr",
        "th",
        "/th",
        "td",
        "/td",
        "mark",
        "/mark",
        "p",
        "/p",
    }
    assert html.count("<table") == html.count("</table>") == 1


def test_nothing_is_an_empty_table():
    empty = frame({}).head(0)
    assert kwic.text(empty) == ""
    assert "<tbody></tbody>" in kwic.table(empty).data


def test_csv_has_every_column_and_runs_nothing():
    text = kwic.csv(frame({"left": "=1+1", "keyword": "pari, fou"}))
    assert text.splitlines() == [
        "article,sentence,start,end,left,keyword,right",
        'x,2,5,9,\'=1+1,"pari, fou",de demain',
    ]
