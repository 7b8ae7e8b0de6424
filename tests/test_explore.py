"""The reader's list of sentences: chosen, escaped, highlighted, the same without widgets."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import explore, tables

SENTENCES = pd.DataFrame(
    [("x", 1, "body", 0, 20, "La course & la peur."), ("y", 1, "body", 0, 10, "La course.")],
    columns=list(tables.SENTENCES),
)
TERMS = pd.DataFrame(
    [
        ("x", 1, 3, 9, "race", "journalist"),
        ("x", 1, 15, 19, "risk", "expert"),
        ("y", 1, 3, 9, "race", "expert"),
    ],
    columns=["article", "sentence", "start", "end", "code", "voice"],
)


@pytest.mark.parametrize(("frame", "article", "voice", "expected"), [
    ("race", "all", "all", ["x", "y"]),
    ("race", "x", "all", ["x"]),
    ("race", "all", "expert", ["y"]),
    ("risk", "y", "all", []),
    ("economy", "all", "all", []),
])  # fmt: skip
def test_chosen(frame, article, voice, expected):
    assert explore.chosen(SENTENCES, TERMS, frame, article, voice)["article"].tolist() == expected


@pytest.mark.parametrize(
    ("article", "voice", "said"), [("z", "all", "no article 'z'"), ("all", "king", "no voice 'king'")]
)
def test_unknown_choices_say_what_there_is(article, voice, said):
    with pytest.raises(ValueError, match=said):
        explore.chosen(SENTENCES, TERMS, "race", article, voice)


def test_the_list_is_marked_escaped_and_leads_back():
    html = explore.listing(explore.chosen(SENTENCES, TERMS, "race"), {"x": "<X>"}).data
    assert "La <mark>course</mark> &amp; la peur." in html
    assert "(&lt;X&gt;, sentence 1, 0–20)" in html
    assert (
        "1 sentences"
        not in explore.listing(explore.chosen(SENTENCES, TERMS, "race"), {}, most=1).data.split(",")[0]
    )


def test_a_run_without_a_reader_lists(monkeypatch):
    shown = []
    monkeypatch.setattr(explore, "display", shown.append)
    monkeypatch.setenv("PRESS_NOTEBOOK", "10_framing")
    explore.chooser(SENTENCES, TERMS, ["race"], {}, frame="race", most=1)
    assert shown[0].data.count("<li>") == 1


def test_without_widgets_the_whole_list_is_shown(monkeypatch):
    import sys

    shown = []
    monkeypatch.setattr(explore, "display", shown.append)
    monkeypatch.delenv("PRESS_NOTEBOOK", raising=False)
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    explore.chooser(SENTENCES, TERMS, ["race"], {}, frame="race")
    assert shown[0].data.count("<li>") == 2


def test_with_widgets_there_are_three_menus(monkeypatch):
    import ipywidgets

    made = {}
    monkeypatch.delenv("PRESS_NOTEBOOK", raising=False)
    monkeypatch.setattr(ipywidgets, "interact", lambda call, **menus: made.update(menus, call=call))
    shown = []
    monkeypatch.setattr(explore, "display", shown.append)
    explore.chooser(SENTENCES, TERMS, ["race", "risk"], {"x": "The X"}, frame="race")
    assert made["article"].options == (("all", "all"), ("The X", "x"), ("y", "y"))
    made["call"]("risk", "x", "expert")
    assert "<mark>peur</mark>" in shown[0].data


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_marking_loses_no_character(text, spans):
    import html

    marked = explore.marked(text, 0, sorted(s for s in spans if s[0] <= s[1] <= len(text)))
    plain = marked.replace("<mark>", "").replace("</mark>", "")
    assert html.unescape(plain) == html.unescape(html.escape(text))
