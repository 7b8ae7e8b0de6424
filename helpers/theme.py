"""The one look of all charts: sizes, font, colours, the styles of the articles, and the frame of a figure.

All sizes are points (1/72 inch) at the printed width, so that a row is as high in a chart of sixty rows as in
one of five. Text is placed by its baseline, line by line: neither an accent nor a descender moves it.
"""

import inspect
import os
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, wraps
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.transforms import blended_transform_factory

from helpers import language as languages
from helpers import lettering, pictures
from helpers.lettering import (
    FONT,
    LABEL,
    LEADING,
    MIDDLE,
    NOTE,
    SMALL,
    SUBTITLE,
    TITLE,
    Line,
    Ruler,
    balanced,
    literal,
    text_width,
    wrap,
)

#: Widths in millimetres at which charts are drawn. A slide is 254 mm wide: what is drawn for one is shown that big, its
#: smallest text at 12.7 points.
WIDTHS = {"one-column": 85.0, "two-column": 175.0, "slide": 140.0}
SHOWN = WIDTHS | {"slide": 254.0}
#: Pixels an inch of the width at which a chart is shown.
RESOLUTION = 200

INK, SOFT, GRID, PALE = "#222222", "#5c6166", "#e2e5e8", "#f3f5f7"
BASE, MUTED, ACCENT, TINT = "#1d79a9", "#a9bcc9", "#8d0549", "#fbe3e8"
#: From dark to light in even steps, so that they stay apart in grey; hues chosen so that any two stay apart
#: under the three common colour-vision deficiencies (a test measures both).
PALETTE = ("#0b2387", "#8d0549", "#6e5a02", "#1d79a9", "#f24a6e", "#d8921d")
SEQUENTIAL = LinearSegmentedColormap.from_list("pale to navy", ["#edf3f8", "#7fb0d0", BASE, "#0b2d5c"])
#: Each marker with the size, in points, at which it looks as big as the others.
MARKERS = {"o": 5.2, "s": 4.7, "^": 5.6, "D": 4.5, "v": 5.6, "P": 6.0, "X": 5.8, "*": 8.0}
LINES = ("-", "--", "-.", ":")

EDGE = 3.0  # points between the figure's edge and anything drawn


# --- Settings --------------------------------------------------------------------------------------------


def theme(width: str = "two-column") -> dict[str, Any]:
    """The settings of the look, for ``matplotlib.rc_context``.

    ``width`` is a key of :data:`WIDTHS`. Text is drawn literally: ``$``, ``_``, ``%``, ``^`` and the
    backslash mean themselves. SVG text is drawn as outlines, so that a machine without the font draws the
    same; PDF fonts are embedded as type 42; nothing random and no time goes into a file.
    """
    if width not in WIDTHS:
        raise ValueError(f"unknown width {width!r}: choose one of {', '.join(WIDTHS)}")
    return {
        "figure.figsize": (WIDTHS[width] / 25.4, WIDTHS[width] / 25.4 * 0.6),
        "figure.dpi": RESOLUTION,
        "figure.facecolor": "white",
        "figure.constrained_layout.use": True,
        "figure.constrained_layout.w_pad": EDGE / 72,
        "figure.constrained_layout.h_pad": EDGE / 72,
        "savefig.dpi": RESOLUTION * SHOWN[width] / WIDTHS[width],
        "savefig.facecolor": "white",
        "savefig.bbox": None,  # the printed width is kept
        "font.family": lettering.families(),
        "font.size": LABEL,
        "text.usetex": False,
        "text.parse_math": False,
        "text.color": INK,
        "text.hinting": "no_hinting",
        "axes.unicode_minus": True,
        "axes.formatter.use_mathtext": False,
        "axes.formatter.useoffset": False,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "axes.edgecolor": SOFT,
        "axes.linewidth": 0.6,
        "axes.labelcolor": SOFT,
        "axes.labelsize": LABEL,
        "axes.titlesize": LABEL,
        "axes.axisbelow": True,
        "axes.prop_cycle": mpl.cycler(color=PALETTE),
        "grid.color": GRID,
        "grid.linewidth": 0.6,
        "xtick.color": SOFT,
        "xtick.labelsize": NOTE,
        "xtick.major.size": 0,
        "xtick.major.pad": 3,
        "ytick.color": INK,
        "ytick.labelsize": LABEL,
        "ytick.major.size": 0,
        "lines.linewidth": 1.2,
        "lines.solid_capstyle": "butt",
        "legend.frameon": False,
        "svg.fonttype": "path",
        "svg.hashsalt": "press-notebooks",
        "pdf.fonttype": 42,
        "ps.fonttype": 42,  # read for a PDF too: else each font is embedded once for each 256 of its characters
    }


def use_theme(width: str | None = None, language: str | None = None, font: str | None = None) -> None:
    """Draw all that follows in the one look.

    ``width`` is ``"one-column"`` (85 mm), ``"two-column"`` (175 mm) or ``"slide"``; ``language`` the one in which charts
    are shown, ``"en"`` or ``"fr"`` (both are always written); ``font`` the name of an installed font. What is left out
    is taken from ``PRESS_WIDTH``, ``PRESS_LANGUAGE`` and ``PRESS_FONT``, so that ``make WIDTH=one-column`` redraws every
    chart, else two columns, English and the font that the project brings. Raises ValueError, with what there is, for
    another width, language or font.

    >>> use_theme(width="one-column", language="en")
    """
    families = lettering.use_font(font or os.environ.get("PRESS_FONT") or FONT)
    settings = theme(width or os.environ.get("PRESS_WIDTH") or "two-column")
    languages.use(language or os.environ.get("PRESS_LANGUAGE") or languages.LANGUAGES[0])
    mpl.rcParams.update(settings | {"font.family": families})


# --- Articles --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Style:
    """How one article looks in every chart: never by colour alone."""

    colour: str = BASE
    marker: str = "o"
    line: str = "-"
    label: str = ""


def styles(articles: pd.DataFrame | Iterable[Hashable]) -> dict[Hashable, Style]:
    """Colour, marker, line and label of each article, in the order given.

    ``articles`` is the table of :func:`corpus.load` (index: article; its column ``label`` is used when it has
    one) or any ids. Six colours, then the same colours with other markers, then with other lines; a label
    that two articles share is completed with the article's id.

    >>> styles(["soir", "matin"])["matin"].label
    'matin'
    """
    if isinstance(articles, pd.DataFrame):
        ids = list(articles.index)
        labels = [str(label) for label in articles["label"]] if "label" in articles else [str(i) for i in ids]
    else:
        ids = list(articles)
        labels = [str(i) for i in ids]
    markers = list(MARKERS)
    result = {}
    for n, (article, label) in enumerate(zip(ids, labels, strict=True)):
        turn, colour = divmod(n, len(PALETTE))
        result[article] = Style(
            colour=PALETTE[colour],
            # A marker further each turn: the same pair of colour and marker returns only after 48 articles.
            marker=markers[(n + turn) % len(markers)],
            line=LINES[n // (len(PALETTE) * len(markers)) % len(LINES)],
            label=label if labels.count(label) == 1 else f"{label} ({article})",
        )
    return result


# --- Numbers ---------------------------------------------------------------------------------------------


def number(value: float, unit: str = "") -> str:
    """A number as charts print it, in the current language: three digits that matter, a real minus sign.

    >>> number(12345), number(0.12345), number(-3.0, " %"), number(float("nan"))
    ('12,345', '0.123', '−3 %', '–')
    """
    if pd.isna(value):
        return "–"
    size = abs(float(value))
    whole = size >= 100 or size == int(size)
    text = languages.number(round(size)) if whole else languages.number(size, digits=3)
    return languages.typeset(("−" if value < 0 and text != "0" else "") + text + unit)


# --- Frame -----------------------------------------------------------------------------------------------


class Chart(Figure):
    """A figure that knows how to be drawn again, in the language and at the width of then.

    ``again`` draws it anew, ``language`` is the one that it speaks, ``settings`` those of matplotlib that it was drawn
    with; ``changed`` says that somebody has worked on it since. A figure that no chart function of ours drew has none.
    """

    again: Callable[[], Figure]
    language: str
    settings: str
    changed: bool

    def finished(self, again: Callable[[], Figure]) -> None:
        """Note how the figure was drawn, and from now on whether anything is done to it."""
        self.again, self.language, self.settings = again, languages.current(), pictures.settings()
        self.changed, self.stale_callback = False, _touched


def _touched(fig: Chart, stale: bool) -> None:
    fig.changed = fig.changed or stale


#: Parameters of a chart that are texts to speak, and those that are tables of nothing but labels and texts.
_TEXTS, _MATRICES = ("title", "subtitle", "source", "unit"), ("matrix", "annotations")


def drawing(*columns: str) -> Callable[[Callable[..., Figure]], Callable[..., Figure]]:
    """Make a function that draws English tables draw them in the current language.

    ``columns`` are its parameters that name columns of its ``frame`` whose texts are spoken. Title, subtitle, source,
    labels of styles, names of axes and dates are spoken too; words of a corpus that no catalogue knows stay.
    """

    def decorate(function: Callable[..., Figure]) -> Callable[..., Figure]:
        signature = inspect.signature(function)

        @wraps(function)
        def draw(*args: Any, **kwargs: Any) -> Figure:
            given = signature.bind(*args, **kwargs).arguments
            fig = function(**_spoken(given, columns))
            if isinstance(fig, Chart):
                fig.finished(partial(draw, **given))
            return fig

        return draw

    return decorate


def _spoken(given: Mapping[str, Any], columns: Sequence[str]) -> dict[str, Any]:
    """The arguments of a chart in the current language."""
    if languages.current() == languages.LANGUAGES[0]:
        return dict(given)
    say, said = languages.spoken, dict(given)
    for name, value in given.items():
        if value is None:
            continue
        if name in _TEXTS:
            said[name] = say(value)
        elif name == "frame":
            named = [given[c] for c in columns if given.get(c) is not None]
            said[name] = languages.labelled(value, [c for c in dict.fromkeys(named) if c in value])
        elif name in _MATRICES:
            cells = value.map(lambda cell: say(cell) if isinstance(cell, str) else cell)
            said[name] = cells.set_axis([say(i) for i in value.index]).set_axis(
                [say(c) for c in value.columns], axis="columns"
            )
        elif name == "styles":
            said[name] = {key: replace(style, label=say(style.label)) for key, style in value.items()}
        elif name == "axes" or (name == "highlight" and not isinstance(value, str)):
            said[name] = tuple(say(item) for item in value)
        elif name == "marks":
            said[name] = {key: say(text) for key, text in value.items()}
    return said


def check(frame: pd.DataFrame, *columns: str | None) -> None:
    """Raise ValueError, naming what is missing, for a table without one of ``columns`` or without a row.

    >>> check(pd.DataFrame({"mot": ["accord"]}), "mot", None)
    """
    missing = [c for c in columns if c is not None and c not in frame]
    if missing:
        raise ValueError(f"the table has no column {', '.join(missing)}; it has {', '.join(map(str, frame))}")
    if frame.empty:
        raise ValueError("nothing to draw: the table has no row")


def canvas() -> tuple[Figure, Axes]:
    """An empty figure of the theme's width and its axes; :func:`finish` gives it its height.

    The figure is not known to pyplot: a notebook shows it once, when it is published.
    """
    if mpl.rcParams["svg.hashsalt"] != theme()["svg.hashsalt"]:
        lettering.register()
        mpl.rcParams.update(theme())
    fig = Chart(layout="none")
    FigureCanvasAgg(fig)
    return fig, fig.add_subplot()


def full_width(fig: Figure) -> float:
    """Points between the left and the right edge of what is drawn."""
    return fig.get_figwidth() * 72 - 2 * EDGE


def put(
    ax: Axes,
    text: str,
    x: Any,
    y: Any,
    *,
    shift: tuple[float, float] = (0, 0),
    ha: str = "left",
    size: float = LABEL,
    weight: str = "regular",
    colour: str = INK,
    coords: str | tuple[str, str] = "data",
    halo: bool = False,
    gid: str | None = None,
) -> None:
    """One line of text with its baseline at ``x``, ``y``, shifted by points right and up.

    ``halo`` keeps a line that the text crosses away from it; ``gid`` names the text in the SVG.
    """
    frames = {"data": ax.transData, "axes fraction": ax.transAxes}
    across, up = (coords, coords) if isinstance(coords, str) else coords
    frame = frames[across] if across == up else blended_transform_factory(frames[across], frames[up])
    look = {
        "size": size,
        "colour": colour,
        "weight": weight,
        "shift": shift,
        "ha": ha,
        "halo": halo,
        "gid": gid,
    }
    ax.add_artist(Line(literal(text), x, y, frame, **look))


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows one under the other, in points from the top: the y axis of a chart with labels at the left."""

    centres: list[float]
    heights: list[float]
    room: float  # points that the labels leave for the axes

    @property
    def total(self) -> float:
        return sum(self.heights)


def rows(
    ax: Axes,
    labels: Sequence[object],
    heights: Sequence[float],
    *,
    share: float = 0.38,
    gap: float = 5,
    bold: Iterable[object] = (),
) -> Rows:
    """Make the y axis of rows at least as high as asked, higher where a label takes more lines.

    Labels take at most ``share`` of the width, and end ``gap`` points before the axes. Many rows are set
    closer.
    """
    fig, bold = ax.figure, set(bold)
    size, air = (NOTE, 1.5) if len(labels) > 25 else (LABEL, 3.0)
    weights = ["semibold" if label in bold else "regular" for label in labels]
    texts = [
        balanced(label, full_width(fig) * share, size, w) for label, w in zip(labels, weights, strict=True)
    ]
    heights = [max(h, len(text) * size * LEADING + air) for h, text in zip(heights, texts, strict=True)]
    centres = [float(c) for c in np.cumsum(heights) - np.array(heights) / 2]
    for centre, text, weight in zip(centres, texts, weights, strict=True):
        for n, line in enumerate(text):
            down = (n - (len(text) - 1) / 2) * LEADING + MIDDLE
            put(
                ax, line, 0, centre, shift=(-gap, -down * size), ha="right", size=size, weight=weight,
                coords=("axes fraction", "data"),
            )  # fmt: skip
    ax.set_yticks([])
    ax.set_ylim(sum(heights), 0)
    widest = max(text_width(line, size, w) for text, w in zip(texts, weights, strict=True) for line in text)
    return Rows(centres, heights, full_width(fig) - widest - gap)


def fit(low: float, high: float, texts: Iterable[tuple[float, float]], room: float) -> tuple[float, float]:
    """Limits of an axis ``room`` points wide, wide enough for the texts beside the marks.

    Each text is the place of its mark and the points it needs, negative when it stands at the left.
    """
    texts = [(x, max(min(need, 0.7 * room), -0.7 * room)) for x, need in texts]
    low, high = (low, high) if low < high else (low, low + 1)
    first, last = low, high
    for _ in range(40):
        point = (last - first) / room
        ends = [x + need * point for x, need in texts]
        first, last = min([low, *ends]), max([high, *ends])
    return first, last


def finish(
    fig: Figure, title: str, subtitle: str, source: str = "", *, height: float | None = None
) -> Figure:
    """Put title and subtitle above, the source below, all wrapped to the width; the figure grows by them.

    ``height`` is the height in points of the axes of a :func:`canvas`, without their labels. Left out, the
    figure may have any number of axes, and keeps its height for what was drawn so far.
    """
    width = full_width(fig)
    head = [(line, TITLE, "semibold", INK) for line in balanced(title, width, TITLE, "semibold")]
    head += [(line, SUBTITLE, "regular", SOFT) for line in balanced(subtitle, width, SUBTITLE) if line]
    foot = [(line, SMALL, "regular", SOFT) for line in wrap(source, width, SMALL) if line]
    above = sum(size * LEADING for _, size, *_ in head) + EDGE + 7
    below = sum(size * LEADING for _, size, *_ in foot) + (10 if foot else EDGE)
    total = _arrange(fig, above, below) if height is None else _place(fig, above, below, height)
    for lines, y in ((head, total - EDGE), (foot, below - 5)):
        for line, size, weight, colour in lines:
            y -= size * LEADING
            place = (EDGE / (width + 2 * EDGE), (y + size * 0.25) / total)
            fig.add_artist(Line(line, *place, fig.transFigure, size=size, colour=colour, weight=weight))
    return fig


def _place(fig: Figure, above: float, below: float, height: float) -> float:
    """Give the axes their height, and all the width that their labels leave; return the figure's height."""
    (ax,) = fig.axes
    point, wide, width, ruler = 72 / fig.dpi, full_width(fig) + 2 * EDGE, 0.0, Ruler(fig)
    for _ in range(12):  # how far a text reaches past the axes depends on how wide they are
        inner, outer = ax.get_window_extent(), ax.get_tightbbox(ruler)
        left, right = (inner.x0 - outer.x0) * point, (outer.x1 - inner.x1) * point
        under, over = (inner.y0 - outer.y0) * point, (outer.y1 - inner.y1) * point
        total = below + under + height + over + above
        fig.set_figheight(total / 72)
        before, width = width, wide - 2 * EDGE - left - right
        ax.set_position(((EDGE + left) / wide, (below + under) / total, width / wide, height / total))
        if abs(width - before) < 0.2:
            break
    return total


def _arrange(fig: Figure, above: float, below: float) -> float:
    """Lay any axes out between the texts, then keep that layout for every format; return the height."""
    inside = fig.get_figheight() * 72
    total = inside + above + below
    fig.set_figheight(total / 72)
    fig.set_layout_engine("constrained", rect=(0, below / total, 1, inside / total))
    fig.draw_without_rendering()
    fig.set_layout_engine("none")
    return total
