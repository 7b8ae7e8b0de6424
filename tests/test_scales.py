import math

import pandas as pd
import pytest

from helpers import charts, scales

FRAME = pd.DataFrame(
    {
        "name": ["Valeur", "Valeur", "Effectif"],
        "who": ["a", "b", "a"],
        "low": [2e9, 80e9, 27.0],
        "high": [2e9, math.inf, 33.0],
        "text": ["2 milliards", "plus de 80 milliards", "une trentaine"],
    }
)
LOOKS = charts.styles(["a", "b"])


def draw(frame, **settings):
    return scales.values(
        frame, "name", "text", column="who", styles=LOOKS, title="Titre", subtitle="Mesure", **settings
    )


@pytest.mark.parametrize("log", [True, False])
def test_every_text_is_drawn_and_nothing_is_at_fault(log):
    fig = draw(FRAME, log=log)
    words = [text.get_text() for text in fig.axes[0].texts]
    assert set(FRAME["text"]) <= set(words)
    assert not charts.faults(fig)


def test_an_open_end_is_an_arrow_and_a_value_a_marker():
    markers = [line.get_marker() for line in draw(FRAME, log=True).axes[0].lines]
    assert markers.count(">") == 1
    assert markers.count(LOOKS["a"].marker) == 2


def test_a_logarithmic_axis_counts_powers_of_ten():
    fig = draw(FRAME, log=True)
    ticks = [text.get_text() for text in fig.axes[0].get_xticklabels()]
    assert "1 billion" in ticks
    assert fig.axes[0].get_xticks()[ticks.index("1 billion")] == 9


def test_equal_values_and_one_row_are_drawn():
    same = FRAME.assign(low=5.0, high=5.0)
    assert not charts.faults(draw(same))
    assert not charts.faults(draw(same.head(1), unit=" %"))


def test_nothing_to_draw_is_said():
    with pytest.raises(ValueError, match="no row"):
        draw(FRAME.head(0))


@pytest.mark.parametrize(
    ("exponent", "expected"),
    [(0, "1"), (3, "1 thousand"), (8, "100 million"), (13, "10 trillion"), (-1, "0.1")],
)
def test_powers_are_written_in_words(exponent, expected):
    assert scales.power(exponent) == expected
