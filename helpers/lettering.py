"""Text in charts: its font, its measures, and one line of it as matplotlib draws it.

A line is measured once, by its outlines, and is as wide in every format: a chart is laid out the same as PNG, SVG and PDF,
in less time than measuring in each takes.
"""

import re
from collections.abc import Hashable
from functools import cache
from typing import Any

import numpy as np
from matplotlib import font_manager
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox, Transform

from helpers import faster, fonts

FONT = "Source Sans Pro"
#: Draws the few characters that FONT lacks; it comes with matplotlib, so it is the same everywhere.
FALLBACK = "DejaVu Sans"

#: Sizes of text in points; nothing is smaller than SMALL.
TITLE, SUBTITLE, LABEL, NOTE, SMALL = 10.5, 8.5, 8.0, 7.5, 7.0
LEADING = 1.22  # from one baseline to the next, in sizes of the text
MIDDLE = 0.32  # from the baseline up to the middle of a line, in sizes of the text
_HALO = 0.6  # points that a halo reaches past its text

_typeface = FONT
_outlines = faster.outlines()
#: Where a line may break: not after an opening mark, not before what French sets off by a space, not in « n = 5 ».
_BREAK = re.compile(r"(?<![«‹(\[=]) (?![»›%:;!?€$)\]=])")


# --- Fonts -----------------------------------------------------------------------------------------------


@cache
def register() -> None:
    """Make the files of FONT known to matplotlib."""
    faster.fonts_in_memory()
    for cut in ("Regular", "Semibold"):
        font_manager.fontManager.addfont(fonts.lean(cut))


def use_font(name: str) -> list[str]:
    """Draw with this font from now on; returns the families for matplotlib's settings.

    Raises ValueError for a font that this machine does not have.

    >>> use_font("Source Sans Pro")
    ['Source Sans Pro', 'DejaVu Sans']
    """
    global _typeface
    register()
    try:
        font_manager.findfont(font_manager.FontProperties(family=[name]), fallback_to_default=False)
    except ValueError:
        raise ValueError(f"no font {name!r} on this machine: install it, or leave `font` out") from None
    if name != _typeface:
        _typeface = name
        for known in (glyphs, font, _outline, _width):
            known.cache_clear()
    return families()


def families() -> list[str]:
    """The chosen font and its fallback."""
    return [_typeface, FALLBACK]


@cache
def font(size: float, weight: str = "regular", fallback: bool = True) -> font_manager.FontProperties:
    """The chart font, ``"regular"`` or ``"semibold"``; without ``fallback`` for a text that needs none, which is quicker."""
    if _typeface != FONT:
        return font_manager.FontProperties(family=families(), size=size, weight=weight)
    family = f"{FONT} Semibold" if weight == "semibold" else FONT  # a family of its own among the files
    return font_manager.FontProperties(family=[family, FALLBACK] if fallback else [family], size=size)


@cache
def _drawn_by(name: str) -> frozenset[int]:
    """Code points for which a font has a glyph."""
    register()
    file = font_manager.findfont(font_manager.FontProperties(family=name))
    return frozenset(font_manager.get_font(file).get_charmap())


@cache
def glyphs() -> frozenset[int]:
    """Code points that the chart font or its fallback can draw."""
    return frozenset().union(*(_drawn_by(name) for name in families()))


def _font_of(text: str, size: float, weight: str) -> font_manager.FontProperties:
    return font(size, weight, fallback=not _drawn_by(_typeface).issuperset(map(ord, text)))


# --- Measures --------------------------------------------------------------------------------------------


def literal(text: object) -> str:
    """The text on one line as it can be drawn: a character without a glyph becomes ``□``.

    >>> literal("Le\\tpari à 2\\u202f%")
    'Le pari à 2\\u202f%'
    """
    line = re.sub(r"[\t\n\r\v\f\x85\u2028\u2029 ]+", " ", str(text)).strip(" ")
    return "".join(c if ord(c) in glyphs() else "□" for c in line)


def _box(text: str, weight: str) -> tuple[float, float, float]:
    """Width, height and depth below the baseline of a line, in sizes of the text."""
    return _measured(text, _look(_font_of(text, 1.0, weight)), False)


@cache
def _outline(text: str, weight: str) -> Outline:
    """The shape of a line, in sizes of the text."""
    vertices, codes = _outlines.get_text_path(_font_of(text, 1.0, weight), text)
    return Outline(np.asarray(vertices) / _outlines.FONT_SCALE, codes)


@cache
def _width(text: str, weight: str) -> float:
    return _box(text, weight)[0]


def text_width(text: str, size: float, weight: str = "regular") -> float:
    """Width in points of one line of text."""
    return _width(text, weight) * size


def wrap(text: object, width: float, size: float = LABEL, weight: str = "regular") -> list[str]:
    """The text in lines at most ``width`` points wide, broken at plain spaces (a no-break space holds).

    A word that is wider than a line is cut. An empty text is one empty line.

    >>> wrap("Une jeune pousse signe avec « un géant »", 80)
    ['Une jeune pousse signe', 'avec « un géant »']
    """
    lines, used = [], 0.0
    # Words are measured, not lines: the same word comes again, the same line does not.
    space = text_width("n n", size, weight) - text_width("nn", size, weight)
    for word in _BREAK.split(literal(text)):
        wide = text_width(word, size, weight)
        if lines and used + space + wide <= width:
            lines[-1], used = f"{lines[-1]} {word}", used + space + wide
        elif wide <= width:
            lines, used = [*lines, word], wide
        else:
            lines += _cut(word, width, size, weight)
            used = text_width(lines[-1], size, weight)
    return lines


def _cut(word: str, width: float, size: float, weight: str) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size, weight) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def balanced(text: object, width: float, size: float = LABEL, weight: str = "regular") -> list[str]:
    """As few lines as :func:`wrap`, of more even length."""
    lines = wrap(text, width, size, weight)
    if len(lines) == 1:
        return lines
    widest_word = max(text_width(word, size, weight) for word in _BREAK.split(literal(text)))
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        if width * share > widest_word:
            narrower = wrap(text, width * share, size, weight)
            if len(narrower) == len(lines):
                return narrower
    return lines


# --- Lines -----------------------------------------------------------------------------------------------


class Line(Text):
    """One line of text by its baseline, at a place and a shift in points from there.

    ``halo`` keeps a line of the chart that the text crosses away from it. A Text for matplotlib, but it is measured by
    :func:`text_width` and not once more by each format.
    """

    def __init__(
        self, text: str, x: Any, y: Any, transform: Transform, *, size: float, colour: str, weight: str = "regular",
        shift: tuple[float, float] = (0, 0), ha: str = "left", halo: bool = False, gid: str | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            x, y, text, color=colour, fontproperties=_font_of(text, size, weight), ha=ha, va="baseline",
            transform=transform, zorder=3, clip_on=False, gid=gid,
        )  # fmt: skip
        self._shift, self._halo, self._weight = shift, halo, weight
        self._box = tuple(size * part for part in _box(text, weight))

    def _corner(self) -> tuple[float, float]:
        """Left end of the baseline, in pixels."""
        place = self.get_transform().transform((self.convert_xunits(self._x), self.convert_yunits(self._y)))
        back = {"left": 0.0, "center": 0.5, "right": 1.0}[self.get_horizontalalignment()] * self._box[0]
        pixel = self.get_figure(root=True).dpi / 72
        return place[0] + (self._shift[0] - back) * pixel, place[1] + self._shift[1] * pixel

    def get_window_extent(self, renderer: Any = None, dpi: Any = None) -> Bbox:
        """The box of the line, in pixels."""
        x, y = self._corner()
        width, height, depth = (part * self.get_figure(root=True).dpi / 72 for part in self._box)
        return Bbox.from_bounds(x, y - depth, width, height)

    def draw(self, renderer: RendererBase) -> None:
        """Draw the halo, then the text."""
        if not self.get_visible() or not self.get_text():
            return
        renderer.open_group("text", self.get_gid())
        x, y = self._corner()
        gc = renderer.new_gc()
        self._set_gc_clip(gc)
        if self._halo:
            box, room = self.get_window_extent(), renderer.points_to_pixels(_HALO)
            frame = Affine2D().scale(box.width + 2 * room, box.height + 2 * room)
            gc.set_linewidth(0)
            renderer.draw_path(
                gc, Outline.unit_rectangle(), frame.translate(box.x0 - room, box.y0 - room), (1, 1, 1, 1)
            )
        gc.set_foreground(self.get_color())
        if isinstance(renderer, RendererAgg):
            # As outlines, which are kept: a text that comes again is not laid out again.
            scale = renderer.points_to_pixels(self.get_fontsize())
            outline = _outline(self.get_text(), self._weight)
            gc.set_linewidth(0)
            gc.set_snap(False)
            renderer.draw_path(gc, outline, Affine2D().scale(scale).translate(x, y), gc.get_rgb())
        else:
            y = renderer.get_canvas_width_height()[1] - y if renderer.flipy() else y
            renderer.draw_text(
                gc, x, y, self.get_text(), self.get_fontproperties(), 0, ismath=False, mtext=self
            )
        gc.restore()
        renderer.close_group("text")
        self.stale = False


class Ruler(RendererBase):
    """Measures texts by their outlines, and draws nothing."""

    def __init__(self, fig: Figure) -> None:
        super().__init__()
        self.width, self.height, self.dpi = fig.bbox.width, fig.bbox.height, fig.dpi

    def get_text_width_height_descent(
        self, s: str, prop: font_manager.FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        scale = prop.get_size_in_points() * self.dpi / 72
        return tuple(scale * part for part in _measured(s, _look(prop), ismath))

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.width, self.height

    def points_to_pixels(self, points: float) -> float:
        return points * self.dpi / 72

    def option_image_nocomposite(self) -> bool:
        return True

    def _nothing(self, *args: Any, **kwargs: Any) -> None:
        pass

    draw_path = draw_markers = draw_path_collection = draw_quad_mesh = _nothing
    draw_gouraud_triangles = draw_image = draw_text = _nothing


def _look(prop: font_manager.FontProperties) -> tuple[Hashable, ...]:
    """What of a font decides the shape of a text, besides its size."""
    return (
        tuple(prop.get_family()),
        prop.get_style(),
        prop.get_variant(),
        prop.get_weight(),
        prop.get_stretch(),
    )


@cache
def _measured(text: str, look: tuple[Any, ...], ismath: Any) -> tuple[float, float, float]:
    parts = ("family", "style", "variant", "weight", "stretch")
    prop = font_manager.FontProperties(**dict(zip(parts, look, strict=True)), size=1.0)
    return _outlines.get_text_width_height_descent(text, prop, ismath)
