"""Charts of values on one axis: intervals with their words beside them, on an even or a logarithmic scale."""

import math
from collections.abc import Hashable, Mapping

import pandas as pd
from matplotlib.figure import Figure

from helpers.language import spoken
from helpers.lettering import MIDDLE, NOTE, balanced, literal, text_width
from helpers.theme import (
    GRID,
    MARKERS,
    SOFT,
    Style,
    canvas,
    drawing,
    finish,
    fit,
    full_width,
    number,
    put,
    rows,
)

_LINE = 11.0  # points from one value to the next
_SHARE = 0.3  # of the width, for the labels of the rows at most
_WORDS = ((12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand"))


@drawing("row", "text")
def values(
    frame: pd.DataFrame,
    row: str,
    text: str,
    *,
    title: str,
    subtitle: str,
    source: str = "",
    column: str | None = None,
    styles: Mapping[Hashable, Style] | None = None,
    log: bool = False,
    unit: str = "",
) -> Figure:
    """Values as markers, intervals as bars, in a band for each `row`; the words of `text` stand beside each.

    The table has columns `low` and `high`; an infinite `high` is an arrow. `column` names the key of `styles`. With `log`
    the axis counts powers of ten and the values must be positive. Raises ValueError when there is nothing to draw.
    """
    if frame.empty:
        raise ValueError("nothing to draw: the table has no row")
    place = (lambda value: math.log10(value)) if log else (lambda value: value)
    fig, ax = canvas()
    labels = list(dict.fromkeys(frame[row]))
    widest = max(text_width(literal(words), NOTE) for words in frame[text]) + 24
    # In a narrow chart the words stand in lines above their mark, else they would leave no room for the axis.
    stacked = widest > 0.45 * full_width(fig)
    above = [
        balanced(words, (1 - _SHARE) * full_width(fig) - 8, NOTE) if stacked else [] for words in frame[text]
    ]
    frame = frame.assign(above_=above, height_=[_LINE * (len(lines) + 1) for lines in above])
    bands = [frame[frame[row] == label].to_dict("records") for label in labels]
    heights = [sum(record["height_"] for record in band) for band in bands]
    layout = rows(ax, labels, [height + 7 for height in heights], share=_SHARE)
    for y in [sum(layout.heights[: n + 1]) for n in range(len(labels) - 1)]:
        ax.axhline(y, color=GRID, linewidth=0.6, zorder=0.5)
    records = [record for band in bands for record in band]
    ends = [place(record[key]) for record in records for key in ("low", "high") if math.isfinite(record[key])]
    least, most = min(ends), max(ends)
    needs = [
        (
            place(record["high"] if math.isfinite(record["high"]) else record["low"]),
            18.0 if stacked else text_width(literal(record[text]), NOTE) + 24,
        )
        for record in records
    ]
    first, last = fit(least, most, [(least, -6.0), *needs], layout.room)
    ax.set_xlim(first, last)
    point = (last - first) / layout.room
    for centre, height, band in zip(layout.centres, heights, bands, strict=True):
        y = centre - height / 2 - _LINE / 2
        for record in band:
            y += record["height_"]
            style = styles[record[column]] if styles is not None and column is not None else Style()
            low = place(record["low"])
            end = _draw(ax, low, record["high"], place, y, style, point)
            if not stacked:
                put(ax, str(record[text]), end, y, shift=(6, -MIDDLE * NOTE), size=NOTE, halo=True)
            wide = max((text_width(words, NOTE) for words in record["above_"]), default=0.0)
            for n, words in enumerate(reversed(record["above_"]), 1):
                left = max(min((low - first) / point - 3, layout.room - wide), 0)
                put(
                    ax,
                    words,
                    first + left * point,
                    y - n * _LINE,
                    shift=(0, -MIDDLE * NOTE),
                    size=NOTE,
                    halo=True,
                )
    _axis(ax, least, most, log, unit, layout.room * (most - least) / (last - first))
    return finish(fig, title, subtitle, source, height=layout.total)


def _draw(ax, low, high, place, y, style, point) -> float:
    """A marker for a value, a bar for an interval, an arrow where it has no end; returns where its words may begin."""
    end = low
    if not math.isfinite(high):
        end = low + 13 * point
        ax.plot((low, end - 3 * point), (y, y), color=style.colour, linewidth=1.3)
        ax.plot(
            [end - 3 * point], [y], ">", color=style.colour, markersize=5, markeredgewidth=0, clip_on=False
        )
    elif place(high) != low:
        end = place(high)
        ax.plot((low, end), (y, y), color=style.colour, linewidth=3)
    size = MARKERS.get(style.marker, 5.0)
    ax.plot(
        [low],
        [y],
        style.marker,
        color=style.colour,
        markersize=size,
        markeredgecolor="white",
        markeredgewidth=0.4,
        clip_on=False,
    )
    return end


def _axis(ax, least: float, most: float, log: bool, unit: str, room: float) -> None:
    """Ticks over what is drawn, in `room` points: even steps, or powers of ten in words."""
    if log:
        exponents = range(math.floor(least), math.ceil(most) + 1)
        widest = max(text_width(power(k) + unit, NOTE) for k in exponents) + 8
        step = next(
            n for n in (1, 3, 6, 9, 12, 24, 99) if room / max(len(exponents) - 1, 1) * n > widest or n == 99
        )
        exponents = [k for k in exponents if k % (step if step > 1 or len(exponents) <= 7 else 3) == 0]
        ax.set_xticks(exponents, [power(k) + unit for k in exponents])
    else:
        step = _step((most - least) / max(1, min(5, int(room / 30))) or 1.0)
        ticks = [k * step for k in range(math.floor(least / step), math.floor(most / step + 1e-9) + 1)]
        ax.set_xticks(ticks, [number(round(tick, 9), unit) for tick in ticks])
    ax.grid(axis="x")
    ax.spines["bottom"].set_visible(False)
    for text in ax.get_xticklabels():
        text.set_color(SOFT)


def _step(size: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(size))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= size)


def power(exponent: int) -> str:
    """A power of ten in words, in the current language.

    >>> power(10), power(2), power(12)
    ('10 billion', '100', '1 trillion')
    """
    for least, word in _WORDS:
        if exponent >= least:
            return spoken(f"{10 ** (exponent - least):,} {word}")
    return number(10.0**exponent)
