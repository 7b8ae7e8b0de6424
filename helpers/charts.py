"""Charts: a table in, a figure out.

Nothing here reads the corpus. What a chart knows of the articles, their colours, markers and labels, is an
argument, made by :func:`styles`; everything else is in the table that it draws. Every chart has a title (the
finding), a subtitle (what is measured, and n) and may have a source line; :func:`export.publish` writes it.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib import dates as mdates
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.transforms import ScaledTranslation

from helpers import language as languages
from helpers.clouds import cloud_bands, cloud_with_bars, cloud_words
from helpers.language import spoken
from helpers.legibility import faults
from helpers.lettering import LABEL, LEADING, MIDDLE, NOTE, SMALL, balanced, font, literal, text_width, wrap
from helpers.theme import (
    ACCENT,
    BASE,
    GRID,
    INK,
    MARKERS,
    MUTED,
    PALE,
    SEQUENTIAL,
    SOFT,
    TINT,
    Rows,
    Style,
    canvas,
    check,
    drawing,
    finish,
    fit,
    full_width,
    number,
    put,
    rows,
    styles,
    theme,
    use_theme,
)

__all__ = [
    "Style", "cloud_bands", "cloud_with_bars", "cloud_words", "dots", "faults", "finish", "heatmap", "intervals", "literal",
    "matrix_marks", "number", "ranked_bars", "strip", "styles", "theme", "use_theme",
]  # fmt: skip

Styles = Mapping[Hashable, Style]


# --- Shared ----------------------------------------------------------------------------------------------


def _styled(keys: Iterable[Hashable], styles: Styles) -> None:
    unknown = [str(key) for key in _ordered(keys) if key not in styles]
    if unknown:
        raise ValueError(f"no style for {', '.join(unknown)}; make styles from the same articles")


def _ordered(values: Iterable[Hashable]) -> list[Hashable]:
    return list(dict.fromkeys(values))


def _interval(record: Mapping[str, Any], low: str | None, high: str | None) -> tuple[float, float] | None:
    if low is None or high is None or pd.isna(record[low]) or pd.isna(record[high]):
        return None
    return float(record[low]), float(record[high])


def _beside(ax: Axes, x: float, y: float, text: str, *, left: bool, gap: float = 4, **look: Any) -> None:
    """A short text at the right of a mark, or at its left, in the middle of its line."""
    if not text:
        return
    down = -MIDDLE * look.get("size", LABEL)
    put(ax, text, x, y, shift=(-gap if left else gap, down), ha="right" if left else "left", **look)


def _mark(ax: Axes, x: Any, y: float, style: Style, **where: Any) -> None:
    size = MARKERS.get(style.marker, 5.0)
    ax.plot(
        [x], [y], style.marker, color=style.colour, markersize=size, markeredgecolor="white",
        markeredgewidth=0.4, clip_on=False, zorder=2.5, **where,
    )  # fmt: skip


_LABELS = 0.38  # of the width, for the labels of a matrix at most
_BAR = 9.2  # points from one line of time to the next
#: Longest name, as a share of the width, that stands beside a mark; longer ones go into a line above.
_BESIDE = 0.34


def _longest(texts: Iterable[str]) -> float:
    return max((text_width(literal(text), NOTE) for text in texts), default=0.0)


@dataclass(frozen=True, slots=True)
class _Note:
    """Words beside a mark that reaches from left to right."""

    left: float
    right: float
    y: float
    words: str

    @property
    def need(self) -> float:
        return text_width(self.words, NOTE) + 9


def _at_left(notes: list[_Note], low: float, high: float, room: float) -> list[bool]:
    """Whether each note stands at the left of its mark: where more room is, if each fits in half of it."""
    if max(note.need for note in notes) > 0.45 * room:
        return [False] * len(notes)
    return [note.left - low > high - note.right for note in notes]


def _needs(notes: list[_Note], sides: list[bool]) -> list[tuple[float, float]]:
    """What :func:`fit` wants to know of each note."""
    return [
        (note.left, -note.need) if left else (note.right, note.need)
        for note, left in zip(notes, sides, strict=True)
    ]


def _hairlines(ax: Axes, layout: Rows) -> None:
    """A thin line between rows, so that the eye finds the label of a mark far from it."""
    for y in np.cumsum(layout.heights)[:-1]:
        ax.axhline(y, color=GRID, linewidth=0.6, zorder=0.5)


def _value_axis(ax: Axes, least: float, most: float, room: float, unit: str) -> None:
    """Ticks over what is drawn, not over the room that texts take beside it."""
    first, last = ax.get_xlim()
    steps = max(2, min(6, int(room * (most - least) / (last - first) / 40)))
    ticks = mpl.ticker.MaxNLocator(steps, steps=[1, 2, 2.5, 5, 10]).tick_values(least, most)
    ticks = [round(float(tick), 9) for tick in ticks if first <= tick <= max(most, 0)]
    ax.set_xticks(ticks, [number(tick, unit) for tick in ticks])
    ax.grid(axis="x")
    ax.spines["bottom"].set_visible(False)


# --- Bars and dots ---------------------------------------------------------------------------------------


@drawing("label", "text")
def ranked_bars(
    frame: pd.DataFrame,
    label: str,
    value: str,
    *,
    title: str,
    subtitle: str,
    source: str = "",
    low: str | None = None,
    high: str | None = None,
    text: str | None = None,
    unit: str = "",
    highlight: Iterable[Hashable] = (),
    article: str | None = None,
    styles: Styles | None = None,
) -> Figure:
    """Horizontal bars, the longest first, each with its value at the end.

    ``label`` and ``value`` name columns; ``low`` and ``high`` those of an interval; ``text`` one with the
    words to print instead of the value and its ``unit``. Labels in ``highlight`` stand out by colour and
    weight; ``article`` names a column whose ``styles`` colour the bars. A missing value is a dash, last.
    """
    check(frame, label, value, low, high, text, article)
    frame = frame.sort_values(value, ascending=False, kind="stable", na_position="last")
    highlight = set(highlight)
    fig, ax = canvas()
    layout = rows(ax, list(frame[label]), [13.0] * len(frame), bold=highlight)
    ends, needs = [0.0], []
    for y, record in zip(layout.centres, frame.to_dict("records"), strict=True):
        name, length = record[label], 0.0 if pd.isna(record[value]) else float(record[value])
        colour = (ACCENT if name in highlight else MUTED) if highlight else BASE
        if article is not None and styles is not None:
            colour = styles[record[article]].colour
        ax.barh(y, length, height=8.5, color=colour, linewidth=0)
        span = _interval(record, low, high) or (length, length)
        if span[0] != span[1]:
            for colour, wide in (("white", 2.4), (INK, 0.9)):  # seen on a dark bar too
                ax.plot(span, (y, y), "-|", color=colour, linewidth=wide, markersize=4, markeredgewidth=wide)
        end, words = _end(length, span), number(record[value], unit) if text is None else str(record[text])
        weight = "semibold" if name in highlight else "regular"
        _beside(ax, end, y, words, left=length < 0, weight=weight)
        need = text_width(literal(words), LABEL, weight) + 6
        needs.append((end, -need if length < 0 else need))
        ends += [length, *span]
    ax.set_xlim(fit(min(ends), max(ends), needs, layout.room))
    if low is None:
        ax.xaxis.set_visible(False)
        ax.spines["bottom"].set_visible(False)
    else:
        _value_axis(ax, min(ends), max(ends), layout.room, unit)
    ax.axvline(0, color=SOFT, linewidth=0.7)
    return finish(fig, title, subtitle, source, height=layout.total)


def _end(length: float, span: tuple[float, float]) -> float:
    """Where the text of a bar begins: past the bar and past its interval."""
    return min(length, span[0]) if length < 0 else max(length, span[1])


@drawing("row")
def dots(
    frame: pd.DataFrame,
    row: str,
    column: str,
    value: str,
    *,
    title: str,
    subtitle: str,
    styles: Styles,
    source: str = "",
    low: str | None = None,
    high: str | None = None,
    n: str | None = None,
    unit: str = "",
    zero: bool = True,
) -> Figure:
    """Dots with intervals: a band for each ``row``, in it a line for each ``column`` (an article, say).

    The lines keep the order of ``styles``. Each is named beside its mark where it first appears, or above the
    chart if the names are too long for that, and has its marker and colour everywhere. ``low`` and ``high``
    name the columns of an interval, ``n`` that of the number of cases, printed beside each mark. ``zero``
    keeps 0 on the axis. A missing value leaves its line empty.
    """
    check(frame, row, column, value, low, high, n)
    _styled(frame[column], styles)
    drawn = frame[frame[value].notna()]
    if drawn.empty:
        raise ValueError(f"nothing to draw: every {value} is missing")
    counts = [""] * len(drawn) if n is None else [f"n = {number(count)}" for count in drawn[n]]
    order = [key for key in styles if key in set(frame[column])]
    fig, ax = canvas()
    longest = _longest([styles[key].label for key in order]) + _longest(counts)
    beside = longest < _BESIDE * full_width(fig)
    first = drawn.drop_duplicates(column).set_index(column)[row].to_dict() if beside else {}
    labels = _ordered(frame[row])
    steps = {label: 9.5 if n is not None or label in first.values() else 6.0 for label in labels}
    layout = rows(ax, labels, [steps[label] * len(order) + 8 for label in labels])
    _hairlines(ax, layout)
    notes = []
    for record, count in zip(drawn.to_dict("records"), counts, strict=True):
        label, key, x = record[row], record[column], float(record[value])
        place = order.index(key) - (len(order) - 1) / 2
        y, style = layout.centres[labels.index(label)] + place * steps[label], styles[key]
        span = _interval(record, low, high) or (x, x)
        ax.plot(span, (y, y), color=style.colour, linewidth=1.3, linestyle=style.line)
        _mark(ax, x, y, style)
        words = [style.label] * (first.get(key) == label) + [count] * (n is not None)
        notes.append(_Note(min(x, span[0]), max(x, span[1]), y, literal(", ".join(words))))
    places = [0.0] * zero + [end for note in notes for end in (note.left, note.right)]
    least, most = min(places), max(places)
    sides = _at_left(notes, least, most, layout.room)
    needs = [(least, -4.0), (most, 4.0), *_needs(notes, sides)]
    ax.set_xlim(fit(least, most, needs, layout.room))
    for note, left in zip(notes, sides, strict=True):
        _beside(ax, note.left if left else note.right, note.y, note.words, left=left, size=NOTE, halo=True)
    _value_axis(ax, least, most, layout.room, unit)
    if zero:
        ax.axvline(0, color=SOFT, linewidth=0.7)
    if not beside:
        _key(ax, [styles[key] for key in order], full_width(fig) - layout.room)
    return finish(fig, title, subtitle, source, height=layout.total)


def _key(ax: Axes, looks: list[Style], indent: float, above: float = 0.0) -> None:
    """Markers with their names ``above`` the axes, from the left edge, ``indent`` points before them."""
    lines, x = [[]], 0.0
    for style in looks:
        width = 20 + text_width(literal(style.label), NOTE)
        if lines[-1] and x + width > full_width(ax.figure):
            lines.append([])
            x = 0.0
        lines[-1].append((style, x))
        x += width
    for up, line in enumerate(reversed(lines)):
        for style, x in line:
            right, high = x - indent, above + 9 + up * NOTE * 1.5
            shift = ScaledTranslation(
                (right + 3) / 72, (high + MIDDLE * NOTE) / 72, ax.figure.dpi_scale_trans
            )
            _mark(ax, 0, 1, style, transform=ax.transAxes + shift)
            put(ax, style.label, 0, 1, shift=(right + 9, high), size=NOTE, coords="axes fraction")


# --- Matrices --------------------------------------------------------------------------------------------


@drawing()
def heatmap(
    matrix: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    source: str = "",
    annotations: pd.DataFrame | None = None,
    unit: str = "",
    maximum: float | None = None,
) -> Figure:
    """A matrix as shaded cells, its values (or ``annotations``, of the same shape) printed in them.

    Index and columns are the labels; an annotation may have several lines, parted by a line feed. A missing value is
    an empty cell with a dot. The darkest shade is ``maximum``, or the largest value; a value below zero has the
    lightest.
    """
    if matrix.empty:
        raise ValueError("nothing to draw: the table has no row or no column")
    values = matrix.to_numpy(dtype=float)
    texts = matrix.map(lambda v: number(v, unit)) if annotations is None else annotations
    lines = texts.map(lambda text: [literal(line) for line in str(text).split("\n")]).to_numpy()
    top = maximum if maximum is not None else np.nanmax(values, initial=0.0)
    fig, ax = canvas()
    # What the labels leave at least; a text that is wider is broken into lines.
    side = min(max(text_width(literal(label), LABEL) for label in matrix.index), full_width(fig) * _LABELS)
    least = (full_width(fig) - side - 5) / matrix.shape[1]
    if max(text_width(line, SMALL) for parts in lines.ravel() for line in parts) > least - 2:
        lines = texts.map(
            lambda text: [piece for line in str(text).split("\n") for piece in wrap(line, least - 3, SMALL)]
        ).to_numpy()
    heights = [17.0 + 9.5 * (max(map(len, row)) - 1) for row in lines]
    layout = rows(ax, list(matrix.index), heights, share=_LABELS)
    cell = layout.room / matrix.shape[1]
    widest = max(text_width(line, LABEL) for parts in lines.ravel() for line in parts)
    size = LABEL if widest < cell - 6 else SMALL
    for i, j in np.ndindex(values.shape):
        y, height, value = layout.centres[i], layout.heights[i], values[i, j]
        empty = np.isnan(value)
        shade = "white" if empty else SEQUENTIAL(float(np.clip(value / top, 0, 1)) if top else 0.0)
        corner = (j + 0.75 / cell, y - height / 2 + 0.75)
        ax.add_patch(Rectangle(corner, 1 - 1.5 / cell, height - 1.5, facecolor=shade, linewidth=0))
        ink = SOFT if empty else _ink_on(shade)
        parts = ["·"] if empty else lines[i, j]
        for n, line in enumerate(parts):
            down = (n - (len(parts) - 1) / 2) * LEADING + MIDDLE
            put(ax, line, j + 0.5, y, shift=(0, -down * size), ha="center", size=size, colour=ink)
    ax.set_xlim(0, matrix.shape[1])
    ax.set_xticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)
    _heads(ax, list(matrix.columns), cell)
    return finish(fig, title, subtitle, source, height=layout.total)


def _heads(ax: Axes, labels: list[object], cell: float) -> None:
    """Labels above columns ``cell`` points wide: wrapped, or turned where a word is wider than its column."""
    words = [word for label in labels for word in literal(label).split(" ")]
    sizes = (size for size in (LABEL, SMALL) if max(text_width(word, size) for word in words) < cell - 2)
    size = next(sizes, None)
    for n, label in enumerate(labels):
        if size is None:
            ax.annotate(
                literal(label), (n + 0.5, 1), (MIDDLE * LABEL, 4), xycoords=("data", "axes fraction"),
                textcoords="offset points", rotation=90, ha="right", va="bottom", color=INK,
                fontproperties=font(LABEL), annotation_clip=False,
            )  # fmt: skip
            continue
        for up, line in enumerate(reversed(balanced(label, cell - 2, size))):
            shift = (0, 5 + up * size * LEADING)
            put(ax, line, n + 0.5, 1, shift=shift, ha="center", size=size, coords=("data", "axes fraction"))


def _ink_on(colour: Any) -> str:
    """Black or white, whichever has more contrast on the colour, 4.5 at least (luminance as in WCAG 2.2)."""
    channels = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    luminance = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    return "white" if 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 else "black"


@drawing("row", "column", "text")
def matrix_marks(
    frame: pd.DataFrame,
    row: str,
    column: str,
    text: str,
    *,
    title: str,
    subtitle: str,
    source: str = "",
    highlight: str | None = None,
    styles: Styles | None = None,
) -> Figure:
    """A ledger: short texts in a grid, wrapped to their cell, several of a cell one under the other.

    ``highlight`` names a column of truth values: such a cell is tinted and its text is bold. With ``styles``
    the columns are its articles, in its order, headed by marker and label. A cell without a text has a dot.
    """
    check(frame, row, column, text, highlight)
    if styles is not None:
        _styled(frame[column], styles)
    looks = styles or {}
    keys, labels = list(styles or _ordered(frame[column])), _ordered(frame[row])
    groups = dict(list(frame[frame[text].notna()].groupby([row, column], sort=False)))

    def cell(label: Hashable, key: Hashable) -> _Cell:
        group = groups.get((label, key))
        if group is None:
            return _Cell(("·",), colour=SOFT)
        strong = highlight is not None and bool(group[highlight].any())
        return _Cell(tuple(map(str, group[text])), strong=strong, tint=strong)

    heads = [
        _Cell((looks[key].label,), strong=True, style=looks[key])
        if key in looks
        else _Cell((str(key),), strong=True)
        for key in keys
    ]
    names = [_Cell((str(label),), strong=True) for label in labels]
    fig, ax = canvas()
    width, side = full_width(fig), full_width(fig) * (0.2 if len(keys) > 2 else 0.3)
    each = (width - side) / len(keys)
    if max(head.widest_word for head in heads) < each - 5:
        widths = [side] + [each] * len(keys)
        body = [
            [name, *(cell(label, key) for key in keys)] for name, label in zip(names, labels, strict=True)
        ]
        height = _table(ax, widths, [[_Cell(), *heads], *body])
    else:
        # Columns too narrow for words: one line for each text, under the name of its row.
        widths = [width * 0.25, width * 0.3, width * 0.45]
        body = []
        for name, label in zip(names, labels, strict=True):
            filled = [
                [replace(head, strong=False), cell(label, key)]
                for head, key in zip(heads, keys, strict=True)
                if (label, key) in groups
            ]
            first = [name] + [_Cell(joined=True)] * len(filled)
            body += [
                [left, *rest] for left, rest in zip(first, filled or [[_Cell(), _Cell(("·",))]], strict=False)
            ]
        height = _table(ax, widths, body)
    ax.set(xlim=(0, width), ylim=(height, 0))
    ax.set_axis_off()
    return finish(fig, title, subtitle, source, height=height)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a table: its paragraphs and their look. No rule is drawn above a row that begins joined."""

    texts: tuple[str, ...] = ()
    strong: bool = False
    tint: bool = False
    colour: str = INK
    style: Style | None = None
    joined: bool = False

    @property
    def weight(self) -> str:
        return "semibold" if self.strong else "regular"

    @property
    def indent(self) -> float:
        return 8.0 if self.style else 0.0

    @property
    def widest_word(self) -> float:
        words = [word for text in self.texts for word in literal(text).split(" ")]
        return self.indent + max((text_width(word, NOTE, self.weight) for word in words), default=0.0)

    def lines(self, width: float) -> list[str]:
        room = width - self.indent - 5
        return [line for text in self.texts for line in wrap(text, room, NOTE, self.weight)]


def _table(ax: Axes, widths: list[float], body: list[list[_Cell]]) -> float:
    """Draw rows of cells, in points from the upper left corner, and return the height."""
    lefts, y = [0.0, *np.cumsum(widths)[:-1]], 0.0
    for n, cells in enumerate(body):
        texts = [cell.lines(width) for cell, width in zip(cells, widths, strict=True)]
        joined = n + 1 < len(body) and body[n + 1][0].joined
        height = max(map(len, texts)) * NOTE * LEADING + (4.0 if joined else 7.5)
        if n and not cells[0].joined:
            ax.axhline(y, color=SOFT if n == 1 else GRID, linewidth=0.7)
        for x, width, cell, lines in zip(lefts, widths, cells, texts, strict=True):
            if cell.tint:
                ax.add_patch(Rectangle((x - 3, y + 1), width - 1.5, height - 2, facecolor=TINT, linewidth=0))
            if cell.style is not None:
                _mark(ax, x + 3, y + 3.5 + (0.75 * LEADING - MIDDLE) * NOTE, cell.style)
            for k, line in enumerate(lines):
                baseline = y + 3.5 + (k + 0.75) * NOTE * LEADING
                put(ax, line, x + cell.indent, baseline, size=NOTE, weight=cell.weight, colour=cell.colour)
        y += height
    return y


# --- Time and place --------------------------------------------------------------------------------------


@drawing("label", "text")
def intervals(
    frame: pd.DataFrame,
    label: str,
    start: str,
    end: str,
    *,
    title: str,
    subtitle: str,
    source: str = "",
    column: str | None = None,
    styles: Styles | None = None,
    text: str | None = None,
    window: tuple[Any, Any] | None = None,
    marks: Mapping[Any, str] | None = None,
) -> Figure:
    """Windows of time on an axis of dates: a bar from ``start`` to ``end``, a marker where they are one day.

    One row for each ``label``, in the order of the table, and in it a line for each record. A missing start
    or end, or one outside ``window``, is an arrow. With ``column`` and ``styles`` a line has the look and the
    name of its article (above the chart if the names are too long); ``text`` names a column with other words
    to print. ``marks`` are dates with a name, drawn as vertical lines.
    """
    check(frame, label, start, end, column, text)
    frame = frame.assign(**{c: pd.to_datetime(frame[c]) for c in (start, end)})
    looks = styles if column is not None and styles is not None else {}
    if looks:
        _styled(frame[column], looks)
    if (frame[start].isna() & frame[end].isna()).any():
        raise ValueError("a row has neither start nor end: leave it out, and say so in the subtitle")
    days = {pd.Timestamp(day): name for day, name in (marks or {}).items()}
    first, last = _window([*frame[start].dropna(), *frame[end].dropna(), *days], window)
    fig, ax = canvas()
    present = [key for key in looks if key in set(frame[column])] if looks else []
    keyed = text is None and _longest([looks[key].label for key in present]) > _BESIDE * full_width(fig)
    words = [
        literal(
            record[text] if text is not None else "" if keyed or not looks else looks[record[column]].label
        )
        for record in frame.to_dict("records")
    ]
    # In a narrow chart long words stand in lines above their bar, else they would leave no room for the axis.
    stacked = _longest(words) > 0.5 * full_width(fig)
    share = 0.34 if frame[label].nunique() <= 25 else 0.42
    lines = [balanced(note, (1 - share) * full_width(fig) - 12, NOTE) if stacked else [] for note in words]
    labels = _ordered(frame[label])
    heights = [_BAR * (1 + len(above)) for above in lines]
    bands = pd.Series(heights, index=frame[label]).groupby(level=0, sort=False).sum()
    air = 1.5 if len(labels) > 25 else 4.0
    layout = rows(ax, labels, [bands[name] + air for name in labels], share=share, gap=8)
    _hairlines(ax, layout)
    spans, tops = [], {name: y - bands[name] / 2 for name, y in zip(labels, layout.centres, strict=True)}
    for record, height, note in zip(frame.to_dict("records"), heights, words, strict=True):
        tops[record[label]] += height
        style = looks[record[column]] if looks else Style()
        y = tops[record[label]] - _BAR / 2
        spans.append(_span(record[start], record[end], (first, last), y, style, "" if stacked else note))
    low, high = mdates.date2num(first), mdates.date2num(last)
    notes = [_Note(span.left, span.right, span.y, span.words) for span in spans]
    sides = _at_left(notes, low, high, layout.room)
    arrows = [(span.left, -9.0) for span in spans if span.open_left]
    arrows += [(span.right, 9.0) for span in spans if span.open_right]
    low, high = fit(low, high, _needs(notes, sides) + arrows, layout.room)
    ax.set_xlim(low, high)
    point = (high - low) / layout.room
    for span, left, above in zip(spans, sides, lines, strict=True):
        ends = _draw(ax, span, point, marked=keyed)
        _beside(ax, ends[0 if left else 1], span.y, span.words, left=left, gap=6, size=NOTE, halo=True)
        room = layout.room - max((text_width(line, NOTE) for line in above), default=0.0)
        for n, line in enumerate(reversed(above), 1):
            x = low + max(min((ends[0] - low) / point - 3, room), 0) * point
            put(ax, line, x, span.y - n * _BAR, shift=(0, -MIDDLE * NOTE), size=NOTE, halo=True)
    above = _name_days(ax, days, layout.room / (high - low))
    if keyed:
        _key(ax, [looks[key] for key in present], full_width(fig) - layout.room, above)
    _date_axis(ax, low, high, layout.room)
    return finish(fig, title, subtitle, source, height=layout.total)


def _window(days: list[pd.Timestamp], window: tuple[Any, Any] | None) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day of the axis: as asked, or those there are and a twentieth more at either side."""
    if window is not None:
        return pd.Timestamp(window[0]), pd.Timestamp(window[1])
    margin = max((max(days) - min(days)) / 20, pd.Timedelta(days=3))
    return min(days) - margin, max(days) + margin


@dataclass(frozen=True, slots=True)
class _Span:
    """A window of time as drawn: days as numbers of matplotlib, cut at the ends of the axis."""

    left: float
    right: float
    open_left: bool
    open_right: bool
    y: float
    style: Style
    words: str


def _span(start: Any, end: Any, limits: tuple[Any, Any], y: float, style: Style, words: str) -> _Span:
    first, last = limits
    open_left = pd.isna(start) or start < first
    open_right = pd.isna(end) or end > last
    left = first if open_left else min(start, last)
    right = last if open_right else max(end, first)
    # A window that lies outside the axis altogether points to where it is.
    if left == right and (open_left or open_right):
        open_left, open_right = left == first, left == last
    return _Span(mdates.date2num(left), mdates.date2num(right), open_left, open_right, y, style, words)


def _draw(ax: Axes, span: _Span, point: float, marked: bool) -> tuple[float, float]:
    """A bar, a marker for a day, an arrow at an open end; returns the ends of what was drawn.

    ``point`` is the days of a point; a ``marked`` bar carries its marker, so that colour is not all it has.
    """
    colour, y, left, right = span.style.colour, span.y, span.left, span.right
    if left == right and not (span.open_left or span.open_right):
        _mark(ax, left, y, span.style)
        return left, right
    # However short it is, a bar is seen, and an arrow has a bar to stand on; it grows where it is open.
    missing = max(0.0, (9 if span.open_left or span.open_right else 3) * point - (right - left))
    share = (span.open_left + (not span.open_right)) / 2
    left, right = left - missing * share, right + missing * (1 - share)
    bar = (left + 4 * point * span.open_left, right - 4 * point * span.open_right)
    ax.plot(bar, (y, y), color=colour, linewidth=2 if marked else 4, zorder=2)
    if marked:
        _mark(ax, sum(bar) / 2, y, span.style)
    for is_open, x, marker in (
        (span.open_left, left + 3 * point, "<"),
        (span.open_right, right - 3 * point, ">"),
    ):
        if is_open:
            ax.plot(
                [x], [y], marker, color=colour, markersize=7.5, markeredgewidth=0, clip_on=False, zorder=2
            )
    return left, right


def _name_days(ax: Axes, days: Mapping[pd.Timestamp, str], points: float) -> float:
    """A line for each day and its name above the axes, higher where the name before it leaves no room.

    Returns the height that the names take.
    """
    ends: list[float] = []
    for day, name in sorted(days.items()):
        x, half = mdates.date2num(day), text_width(literal(name), NOTE) / 2 + 3
        free = (level for level, end in enumerate(ends) if end <= x * points - half)
        level = next(free, len(ends))
        ends[level : level + 1] = [x * points + half]
        ax.axvline(x, color=INK, linewidth=0.8, zorder=1.5)
        shift = (0, 4 + level * NOTE * LEADING)
        put(ax, name, x, 1, shift=shift, ha="center", size=NOTE, coords=("data", "axes fraction"))
    return len(ends) * NOTE * LEADING


#: Steps of a date axis, in days ("D") and in months ("M").
_DAYS = tuple(("D", n) for n in (1, 2, 7, 14))
_MONTHS = tuple(("M", n) for n in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200))


def _date_axis(ax: Axes, low: float, high: float, room: float) -> None:
    """Days, months or years, as many as fit, with the year under the first tick and under each new one."""
    first, last = mdates.num2date(low).date(), mdates.num2date(high).date()
    most = max(int(room / 32), 2)
    steps = _DAYS + _MONTHS if high - low < 70 else _MONTHS
    ticks = next(t for t in (_ticks(first, last, *step) for step in steps) if len(t) <= most)
    ax.set_xticks([mdates.date2num(tick) for tick in ticks], [""] * len(ticks))
    ax.grid(axis="x")
    yearly = all((tick.month, tick.day) == (1, 1) for tick in ticks)
    monthly = all(tick.day == 1 for tick in ticks)
    year = None
    for tick in ticks:
        day = languages.day(tick, "MMM" if monthly else "d MMM")
        lines = [str(tick.year)] if yearly else [day] if tick.year == year else [day, str(tick.year)]
        year = tick.year
        for n, line in enumerate(lines):
            shift = (0, -NOTE - 2 - n * NOTE * LEADING)
            place = {"shift": shift, "ha": "center", "coords": ("data", "axes fraction")}
            put(ax, line, mdates.date2num(tick), 0, size=NOTE, colour=SOFT, **place)


def _ticks(first: date, last: date, unit: str, size: int) -> list[date]:
    if unit == "D":
        # Weeks begin on a Monday.
        begin = first + timedelta(days=-first.weekday() % 7 if size >= 7 else 0)
        return [begin + timedelta(days=n) for n in range(0, (last - begin).days + 1, size)]
    months = range(-(-(first.year * 12 + first.month - 1) // size) * size, last.year * 12 + last.month, size)
    days = [date(month // 12, month % 12 + 1, 1) for month in months]
    return [day for day in days if first <= day]


@drawing("row")
def strip(
    frame: pd.DataFrame,
    row: str,
    position: str,
    *,
    title: str,
    subtitle: str,
    source: str = "",
    styles: Styles | None = None,
) -> Figure:
    """Where in each text something stands: a tick a passage, from the first word (0 %) to the last (100 %).

    ``position`` names a column of percentages; ``row`` an article, or anything else. With ``styles`` the rows
    are its articles, in its order, also those without a passage.
    """
    check(frame, row, position)
    looks = styles or {}
    keys = _ordered(frame[row]) if styles is None else list(styles)
    fig, ax = canvas()
    layout = rows(ax, [looks[key].label if key in looks else key for key in keys], [18.0] * len(keys))
    for y, key in zip(layout.centres, keys, strict=True):
        places = frame.loc[frame[row] == key, position].dropna()
        ax.add_patch(Rectangle((0, y - 6), 100, 12, facecolor=PALE, linewidth=0, zorder=0.5))
        ax.vlines(places, y - 6, y + 6, color=looks.get(key, Style()).colour, linewidth=1.1)
        count = f"n = {number(len(places))}" if len(places) else spoken("none")
        _beside(ax, 100, y, count, left=False, colour=SOFT)
    ax.set_xlim(-0.4, 100.4)
    ax.set_xticks([])
    ax.spines["bottom"].set_visible(False)
    quarters = ((25, "25 %"), (75, "75 %")) if layout.room > 250 else ()
    for x, words in (*quarters, (50, "50 %"), (0, "first word"), (100, "last word")):
        ha = "left" if x == 0 else "right" if x == 100 else "center"
        place = {"shift": (0, -NOTE - 1), "ha": ha, "coords": ("data", "axes fraction")}
        put(ax, spoken(words), x, 0, size=NOTE, colour=SOFT, **place)
    return finish(fig, title, subtitle, source, height=layout.total)
