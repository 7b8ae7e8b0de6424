"""The chart of telling, looked at by what is drawn."""

import pandas as pd
import pytest

from helpers import charts, timecharts


def frame(articles, events):
    rows = [
        {"label": f"Event number {n} with a name", "article": f"a{k}", "position": (37 * n + 11 * k) % 101}
        for n in range(events)
        for k in range(articles)
    ]
    return pd.DataFrame(rows)


@pytest.mark.parametrize("width", ["one-column", "two-column"])
@pytest.mark.parametrize(("articles", "events"), [(1, 1), (5, 5), (5, 60), (9, 12)])
def test_it_is_legible(width, articles, events):
    charts.use_theme(width=width)
    styles = charts.styles([f"a{k}" for k in range(articles)])
    fig = timecharts.telling(
        frame(articles, events), "label", "article", "position", title="T", subtitle="S", styles=styles
    )
    assert charts.faults(fig) == []
    lines = [line for line in fig.axes[0].lines if line.get_marker() not in ("None", "")]
    assert sum(len(line.get_xdata()) for line in lines) == articles * events
    charts.use_theme()


def test_a_mark_stands_in_its_panel_and_on_its_row():
    data = pd.DataFrame({"label": ["first", "second"], "article": ["a", "b"], "position": [0.0, 100.0]})
    fig = timecharts.telling(
        data, "label", "article", "position", title="T", subtitle="S", styles=charts.styles(["a", "b"])
    )
    marks = [line for line in fig.axes[0].lines if line.get_marker() not in ("None", "")]
    assert [round(float(mark.get_xdata()[0]), 2) for mark in marks] == [0.0, 1.88]
    assert marks[0].get_ydata()[0] < marks[1].get_ydata()[0]


def test_an_empty_table_is_refused():
    with pytest.raises(ValueError, match="nothing to draw"):
        timecharts.telling(
            pd.DataFrame(columns=["l", "a", "p"]), "l", "a", "p", title="T", subtitle="S", styles={}
        )
