"""A line of text is where it should be, as wide as matplotlib draws it, and the same in every format."""

import io
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers import charts, lettering

TEXTS = ["Le pari du gouvernement", "1 500 €", "Œuvre, À L’AVENIR", "□ → ≥"]
LOOK = {"size": 12.0, "colour": "#222222"}


@pytest.fixture(autouse=True)
def _theme():
    charts.use_theme(width="two-column", language="en")


def drawn(artist, dpi=200):
    """The picture of one artist, as darkness by pixel."""
    fig = Figure(figsize=(3, 0.6), dpi=dpi)
    canvas = FigureCanvasAgg(fig)
    artist.set_transform(fig.transFigure)
    fig.add_artist(artist)
    canvas.draw()
    return 255.0 - np.asarray(canvas.buffer_rgba())[:, :, 0].astype(float), fig


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("weight", ["regular", "semibold"])
@pytest.mark.parametrize("ha", ["left", "center", "right"])
def test_a_line_is_drawn_as_matplotlib_draws_it(text, weight, ha):
    line = lettering.Line(text, 0.5, 0.4, None, weight=weight, ha=ha, **LOOK)
    plain = Text(0.5, 0.4, text, color="#222222", ha=ha, fontproperties=lettering.font(12.0, weight))
    ours, _ = drawn(line)
    theirs, other = drawn(plain)
    assert np.abs(ours - theirs).sum() < 0.12 * theirs.sum()
    ink = theirs.sum()
    assert ours.sum() == pytest.approx(ink, rel=0.02)
    ours_box, box = line.get_window_extent(), plain.get_window_extent(other.canvas.get_renderer())
    assert (ours_box.x0, ours_box.x1) == pytest.approx((box.x0, box.x1), abs=1.5)


def test_a_shift_is_in_points_and_a_halo_is_white():
    here, _ = drawn(lettering.Line("mot", 0.1, 0.4, None, **LOOK), dpi=72)
    there, _ = drawn(lettering.Line("mot", 0.1, 0.4, None, shift=(20, 5), **LOOK), dpi=72)
    assert np.roll(here, (-5, 20), axis=(0, 1)) == pytest.approx(there)
    fig = Figure(figsize=(3, 0.6), dpi=200, facecolor="black")
    canvas = FigureCanvasAgg(fig)
    fig.add_artist(lettering.Line("mot", 0.5, 0.4, fig.transFigure, halo=True, **LOOK))
    canvas.draw()
    white = (np.asarray(canvas.buffer_rgba())[:, :, 0] > 200).sum()
    box = fig.artists[0].get_window_extent()
    assert 0.5 < white / (box.width * box.height) < 1.2


def test_a_line_is_as_wide_in_every_format():
    fig = Figure(figsize=(3, 0.6))
    fig.add_artist(lettering.Line("Le pari", 0.5, 0.4, fig.transFigure, ha="right", **LOOK))
    places = []
    for kind in ("svg", "pdf"):
        buffer = io.BytesIO()
        fig.savefig(buffer, format=kind, metadata={"Date": None} if kind == "svg" else None)
        places.append(buffer.getvalue())
    x = float(re.search(rb"translate\(([\d.]+) ", places[0])[1])
    assert x == pytest.approx(108 - lettering.text_width("Le pari", 12.0), abs=0.01)


def test_what_is_not_seen_is_not_drawn():
    hidden = lettering.Line("mot", 0.1, 0.4, None, **LOOK)
    hidden.set_visible(False)
    for line in (hidden, lettering.Line("", 0.1, 0.4, None, **LOOK)):
        assert drawn(line)[0].sum() == 0


@given(st.text(alphabet=st.sampled_from("abc éÀ’«»%7\u00a0\u202f-"), max_size=60), st.floats(20, 300))
def test_words_measured_alone_are_as_wide_as_their_line(text, room):
    for line in lettering.wrap(text, room):
        words = re.split(" ", line)
        space = lettering.text_width("n n", 8) - lettering.text_width("nn", 8)
        alone = sum(lettering.text_width(word, 8) for word in words) + space * (len(words) - 1)
        assert lettering.text_width(line, 8) == pytest.approx(alone, abs=0.25 * len(words))
