"""What a reader could not read in a figure. The check that every published chart passes."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from helpers.lettering import SMALL, Ruler, glyphs
from helpers.theme import WIDTHS

#: Group of the texts of a word cloud, where ink counts and not boxes.
CLOUD = "cloud"
_SLACK = 0.4  # points that two boxes may share: less than a reader sees

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    box: Box
    clip: Box
    font: FontProperties
    origin: tuple[float, float]
    cloud: bool
    markup: bool


class _Reader(Ruler):
    """Notes each line of text that a figure draws, and where."""

    def __init__(self, fig: Figure) -> None:
        super().__init__(fig)
        self.lines: list[_Line] = []
        self.group = ""

    def open_group(self, s: str, gid: str | None = None) -> None:
        self.group = gid or ""

    def draw_text(self, gc, x, y, s, prop, angle, ismath=False, mtext=None) -> None:
        if not s.strip():
            return
        point = 72 / self.dpi
        width, height, descent = (v * point for v in self.get_text_width_height_descent(s, prop, ismath))
        x, y = x * point, (self.height - y) * point
        corners = np.array(
            [(0, -descent), (width, -descent), (width, height - descent), (0, height - descent)]
        )
        turn = np.deg2rad(angle)
        corners = corners @ [[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]] + (x, y)
        clip = gc.get_clip_rectangle()
        extents = (0, 0, self.width, self.height) if clip is None else clip.extents
        box = tuple(float(v) for v in (*corners.min(axis=0), *corners.max(axis=0)))
        limits = tuple(float(v) * point for v in extents)
        self.lines.append(_Line(s, box, limits, prop, (x, y), self.group == CLOUD, bool(ismath)))


def faults(fig: Figure) -> list[str]:
    """What a reader could not read: texts that overlap, are cut off, too small, or not drawn as written.

    A figure of another width than the printed ones is a fault too: there its text would change size. An empty
    list is a good chart. :func:`export.publish` refuses any other.
    """
    reader = _Reader(fig)
    fig.draw(reader)
    found = [fault for line in reader.lines for fault in _alone(line)]
    width = fig.get_figwidth() * 25.4
    if not any(abs(width - printed) < 0.5 for printed in WIDTHS.values()):
        widths = " or ".join(f"{printed:g}" for printed in WIDTHS.values())
        found.append(f"{width:.0f} mm wide: keep a width of the theme, {widths} mm")
    pairs = ((reader.lines[i], reader.lines[j]) for i, j in _overlapping([line.box for line in reader.lines]))
    return found + [f"overlap: {one.text!r} and {other.text!r}" for one, other in pairs if _meet(one, other)]


def _alone(line: _Line) -> list[str]:
    found = []
    (left, bottom, right, top), (first, lowest, last, highest) = line.box, line.clip
    if min(left - first, bottom - lowest, last - right, highest - top) < -_SLACK:
        found.append(f"cut off: {line.text!r}")
    if line.font.get_size_in_points() < SMALL - 0.01:
        found.append(f"smaller than {SMALL:g} pt: {line.text!r}")
    if line.markup:
        found.append(f"text read as markup: {line.text!r}; call charts.use_theme() before drawing")
    if "\\mathdefault" in line.text:
        found.append(f"markup drawn as text: {line.text!r}; give the axis a formatter of plain text")
    if any(ord(c) not in glyphs() for c in line.text):
        found.append(f"no glyph for a character of {line.text!r}; draw charts.literal(text)")
    return found


def _overlapping(boxes: list[Box]) -> list[tuple[int, int]]:
    """The pairs of boxes that share more than the slack, each once, in their order."""
    left, bottom, right, top = np.array(boxes, dtype=float).reshape(-1, 4).T
    wide = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    high = np.minimum.outer(top, top) - np.maximum.outer(bottom, bottom)
    return [(int(i), int(j)) for i, j in np.argwhere(np.triu(np.minimum(wide, high) > _SLACK, 1))]


def _meet(one: _Line, other: _Line) -> bool:
    """Whether two lines whose boxes overlap do so for a reader. In a cloud a small word may stand in the hollow of a big one: what
    counts is ink."""
    return not (one.cloud and other.cloud) or any(
        a.intersects_path(b, filled=True) for a, b in product(_ink(one), _ink(other))
    )


def _ink(line: _Line) -> list[Path]:
    """The outlines of a line, one closed curve each: matplotlib joins the curves of one path by lines."""
    return [Path(curve) for curve in TextPath(line.origin, line.text, prop=line.font).to_polygons()]
