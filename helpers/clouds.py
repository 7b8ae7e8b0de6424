"""Word clouds, each beside the ranked bars of the same words: a table in, a figure out; :mod:`charts` offers them too."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.language import spoken
from helpers.legibility import CLOUD
from helpers.lettering import LABEL, LEADING, MIDDLE, NOTE, SMALL, balanced, font, literal, text_width, wrap
from helpers.theme import BASE, GRID, INK, SOFT, canvas, check, drawing, finish, full_width, number, put, rows


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a cloud: left end of its baseline in points from the upper left corner, and its size."""

    text: str
    size: float
    x: float
    y: float


def cloud_words(
    frequencies: Mapping[str, float],
    width: float,
    height: float,
    *,
    seed: int = 1,
    largest: float = 36,
    contrast: float = 0.5,
) -> tuple[list[Word], list[str]]:
    """Where each word stands in a cloud of that many points, and the words that found no room.

    Bigger means more frequent: with a ``contrast`` of 1 twice as frequent is twice as big, with 0 only the rank counts. No
    word is bigger than ``largest`` points or smaller than the smallest text, and the same input gives the same cloud.

    >>> words, left_out = cloud_words({"souveraineté": 9, "accord": 4}, 200, 100)
    >>> [word.text for word in words], left_out
    (['souveraineté', 'accord'], [])
    """
    ranked = tuple(sorted(frequencies.items(), key=lambda item: (-item[1], item[0])))
    path = font_manager.findfont(font(LABEL, "semibold"))
    words = _layout(ranked, width, height, seed, min(largest, width / 7), contrast, path)
    drawn = {word.text for word in words}
    return list(words), [word for word, _ in ranked if word not in drawn]


@lru_cache(maxsize=64)
def _layout(
    ranked: tuple[tuple[str, float], ...],
    width: float,
    height: float,
    seed: int,
    largest: float,
    contrast: float,
    path: str,
) -> tuple[Word, ...]:
    """Kept for the other languages, where the same cloud is drawn again."""
    from PIL import ImageFont
    from wordcloud import WordCloud  # slow to import, and few notebooks draw a cloud

    scale = 3  # pixels a point: the layout works in whole pixels
    cloud = WordCloud(
        width=int(width * scale),
        height=int(height * scale),
        font_path=path,
        min_font_size=int(NOTE * scale),
        max_font_size=int(largest * scale),
        margin=8,
        prefer_horizontal=1.0,
        relative_scaling=contrast,
        max_words=len(ranked),
        random_state=seed,
        color_func=lambda *_, **__: "black",
    )
    cloud.generate_from_frequencies(dict(ranked))
    words = []
    for (text, _), size, (top, left), _, _ in cloud.layout_:
        # The layout knows the corner of the ink; a chart places the baseline.
        ink = ImageFont.truetype(path, size).getbbox(text, anchor="ls")
        words.append(Word(text, size / scale, (left - ink[0]) / scale, (top - ink[1]) / scale))
    return tuple(words)


@drawing()
def cloud_with_bars(
    frequencies: Mapping[str, float] | pd.Series,
    *,
    title: str,
    subtitle: str,
    source: str = "",
    bars: int = 15,
    unit: str = "",
    seed: int = 1,
) -> Figure:
    """A word cloud beside the ranked bars of its ``bars`` most frequent words (below them in one column).

    Words of the bars have their colour in the cloud, the others are grey. Words that found no room are listed
    below the chart; :func:`cloud_words` returns them too.
    """
    counts = {literal(word): float(count) for word, count in dict(frequencies).items() if count > 0}
    if not counts:
        raise ValueError("nothing to draw: no word has a frequency above zero")
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:bars]
    fig, ax = canvas()
    layout = rows(ax, [word for word, _ in top], [12.5] * len(top), share=0.2)
    # Axes in points both ways: bars and cloud share them.
    beside = full_width(fig) > 300
    width = full_width(fig) * 0.6 if beside else full_width(fig)
    height = layout.total if beside else width * 0.8
    left, upper = layout.room - width, 0.0 if beside else layout.total + 12
    values = [number(count, unit) for _, count in top]
    room = (left if beside else layout.room) - max(text_width(value, LABEL) for value in values) - 12
    for y, (_, count), value in zip(layout.centres, top, values, strict=True):
        length = room * count / top[0][1]
        ax.barh(y, length, height=8.5, color=BASE, linewidth=0)
        put(ax, value, length, y, shift=(4, -MIDDLE * LABEL))
    ax.vlines(0, 0, layout.total, color=SOFT, linewidth=0.7)
    words, left_out = cloud_words(counts, width, height, seed=seed)
    ranked = {word for word, _ in top}
    _scatter(ax, words, ranked, left, upper)
    total = layout.total if beside else upper + height
    ax.set(xlim=(0, layout.room), ylim=(total, 0))
    ax.set_axis_off()
    note = f"{spoken('No room in the cloud for:')} {', '.join(left_out)}. " if left_out else ""
    return finish(fig, title, subtitle, note + source, height=total)


def _scatter(ax: Axes, words: list[Word], ranked: set[str], left: float, upper: float) -> None:
    """Draw a cloud whose upper left corner is there; words that have a bar have its colour."""
    for word in words:
        colour = BASE if word.text in ranked else SOFT
        put(
            ax,
            word.text,
            left + word.x,
            upper + word.y,
            size=word.size,
            weight="semibold",
            colour=colour,
            gid=CLOUD,
        )


# --- A cloud for each row --------------------------------------------------------------------------------

_LINE = SMALL * LEADING  # points from one bar to the next
_AIR = 4.0  # points above and below what stands in a band
#: Below this width, in points, names stand above their bars and clouds below them.
_NARROW = 300
#: Where bars begin and end, as shares of the width; clouds have the rest of a wide chart.
_BARS = {True: (0.34, 0.6), False: (0.3, 1.0)}


@drawing("row", "text")
def cloud_bands(
    frame: pd.DataFrame,
    row: str,
    word: str,
    value: str,
    *,
    title: str,
    subtitle: str,
    source: str = "",
    low: str | None = None,
    high: str | None = None,
    text: str | None = None,
    unit: str = "",
    bars: int = 6,
    seed: int = 1,
) -> Figure:
    """A band for each ``row``: its name, ranked bars of its ``bars`` first words, and a small cloud of all its words.

    ``frame`` has a line for each word of a row; the chart keeps the order of the rows. ``value`` names the column of
    lengths and sizes: bars have one scale in the whole chart, each cloud its own. ``low`` and ``high`` name the columns of
    an interval, ``text`` one with the words to print instead of the value and its ``unit``. A row whose word is missing
    has a dash. How many words found no room in a cloud is said below the chart.
    """
    check(frame, row, word, value, low, high, text)
    drawn = pd.DataFrame(
        {
            "row": frame[row],
            "word": frame[word].map(literal, na_action="ignore"),
            "value": frame[value].astype(float),
            "low": frame[low or value].astype(float),
            "high": frame[high or value].astype(float),
            "text": [number(v, unit) for v in frame[value]] if text is None else frame[text].map(literal),
        }
    ).dropna(subset=["word", "value"])
    drawn = drawn.sort_values("value", ascending=False, kind="stable")
    fig, ax = canvas()
    width, names = full_width(fig), list(dict.fromkeys(frame[row]))
    wide = width > _NARROW
    first, last = (share * width for share in _BARS[wide])
    shown = drawn.groupby("row", sort=False).head(bars)
    label = min(
        max((text_width(w, SMALL) for w in shown["word"]), default=0.0), (0.18 if wide else 0.28) * width
    )
    room = last - first - max((text_width(t, SMALL) for t in shown["text"]), default=0.0) - 8
    points = room / (max([*shown["high"].fillna(0), *shown["value"]], default=0.0) or 1.0)
    y, left_out = 0.0, 0
    for name in names:
        part = drawn[drawn["row"] == name]
        ax.hlines(y, 0, width, color=GRID, linewidth=0.6)
        top = y + _AIR
        under = _name(ax, name, top, first - label - 10 if wide else width)
        upper = top if wide else under
        lower = _bars(ax, part.head(bars), (first, upper), points, label)
        if len(part):
            left, upper = (last + 8, upper) if wide else (0.0, lower + _AIR)
            height = max(lower - upper if wide else lower - under, 3 * _LINE)
            counts = part.set_index("word")["value"].to_dict()
            words, rest = cloud_words(counts, width - left, height, seed=seed, largest=16, contrast=0.3)
            _scatter(ax, words, set(part["word"].head(bars)), left, upper)
            lower, left_out = max(lower, upper + height), left_out + len(rest)
        y = max(lower, under) + _AIR
    ax.set(xlim=(0, width), ylim=(y, 0))
    ax.set_axis_off()
    note = f"{spoken(f'No room in a cloud for {left_out} words; the data have them.')} " if left_out else ""
    return finish(fig, title, subtitle, note + source, height=y)


def _name(ax: Axes, name: object, top: float, room: float) -> float:
    """Draw the name of a band in lines at its left, and return where they end."""
    for line in balanced(name, room, LABEL, "semibold"):
        put(ax, line, 0, top + 0.75 * LABEL * LEADING, size=LABEL, weight="semibold")
        top += LABEL * LEADING
    return top


def _bars(ax: Axes, part: pd.DataFrame, corner: tuple[float, float], points: float, label: float) -> float:
    """Draw words at the left of bars, ``points`` long a unit, and texts at their right; return where they end."""
    left, top = corner
    if part.empty:
        put(ax, "–", left, top + _LINE / 2, shift=(4, -MIDDLE * SMALL), size=SMALL, colour=SOFT)
        return top + _LINE
    y = top
    for record in part.to_dict("records"):
        lines = wrap(record["word"], label + 1, SMALL)
        for n, line in enumerate(lines):
            put(ax, line, left, y + (n + 0.5) * _LINE, shift=(-4, -MIDDLE * SMALL), ha="right", size=SMALL)
        middle = y + len(lines) * _LINE / 2
        bar, low, high = (left + record[end] * points for end in ("value", "low", "high"))
        ax.barh(middle, bar - left, left=left, height=6.0, color=BASE, linewidth=0)
        if low < high:
            for colour, thick in (("white", 2.0), (INK, 0.8)):  # seen on a dark bar too
                look = {"color": colour, "linewidth": thick, "markersize": 3, "markeredgewidth": thick}
                ax.plot((low, high), (middle, middle), "-|", **look)
        put(
            ax,
            record["text"],
            max(bar, high) if low < high else bar,
            middle,
            shift=(4, -MIDDLE * SMALL),
            size=SMALL,
        )
        y += len(lines) * _LINE
    ax.vlines(left, top, y, color=SOFT, linewidth=0.7)
    return y
