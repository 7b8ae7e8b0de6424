"""Charts on two free axes: a map of articles and words, and a graph of words. Tables in, figures out.

Labels never overlap: each takes the first free place around its mark; a word without a free place keeps its
mark, and the note below the chart says how many there are. All of them are in the table that is published
with the chart.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.language import spoken
from helpers.lettering import LABEL, SMALL, text_width
from helpers.theme import ACCENT, GRID, INK, MUTED, SOFT, Style, canvas, drawing, finish, full_width, put

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points
_GAP = 4.5  # points from a mark to its label


def _around(x: float, y: float, width: float, size: float) -> Iterable[tuple[float, float]]:
    """Left ends of the baseline of a label around a mark, the best place first."""
    middle, down = size * 0.32, size * 0.95
    for gap in (_GAP, _GAP + 5, _GAP + 10):
        yield from (
            (x + gap, y - middle),
            (x - gap - width, y - middle),
            (x - width / 2, y + gap),
            (x - width / 2, y - gap - size * 0.72),
            (x + gap * 0.7, y + gap * 0.7),
            (x + gap * 0.7, y - gap * 0.7 - size * 0.6),
            (x - gap * 0.7 - width, y + gap * 0.7),
            (x - gap * 0.7 - width, y - down),
        )


def _free(box: Box, taken: Sequence[Box], room: tuple[float, float]) -> bool:
    left, bottom, right, top = box
    if left < 0 or bottom < 0 or right > room[0] or top > room[1]:
        return False
    return all(right <= o[0] or left >= o[2] or top <= o[1] or bottom >= o[3] for o in taken)


class _Plane:
    """Data coordinates turned into points, so that labels can be placed before anything is drawn."""

    def __init__(
        self, ax: Axes, x: Iterable[float], y: Iterable[float], room: tuple[float, float], margin: float
    ):
        self._ax, self.room = ax, room
        xs, ys = np.array(list(x), dtype=float), np.array(list(y), dtype=float)
        # One unit is as long upwards as sideways: distances on the map can be compared.
        wide, high = max(np.ptp(xs), 1e-9), max(np.ptp(ys), 1e-9)
        self.scale = min((room[0] - 2 * margin) / wide, (room[1] - 2 * margin) / high)
        self._middle = ((xs.min() + xs.max()) / 2, (ys.min() + ys.max()) / 2)
        self.taken: list[Box] = []
        self.crossed = np.empty((0, 2))

    def points(self, x: float, y: float) -> tuple[float, float]:
        """A place of the data in points from the lower left corner."""
        return (
            (x - self._middle[0]) * self.scale + self.room[0] / 2,
            (y - self._middle[1]) * self.scale + self.room[1] / 2,
        )

    def hold(self, x: float, y: float, radius: float) -> None:
        """Keep labels off a mark."""
        self.taken.append((x - radius, y - radius, x + radius, y + radius))

    def avoid(self, points: np.ndarray) -> None:
        """Points of lines and marks that a label should rather not cover."""
        self.crossed = np.vstack([self.crossed, points])

    def label(self, text: str, x: float, y: float, size: float, weight: str, colour: str) -> bool:
        """Write a label around a mark, where it covers least; False where every place is taken."""
        width = text_width(text, size, weight)
        free = []
        for rank, (left, base) in enumerate(_around(x, y, width, size)):
            box = (left - 1, base - size * 0.24, left + width + 1, base + size * 0.78)
            if _free(box, self.taken, self.room):
                inside = (self.crossed >= box[:2]).all(axis=1) & (self.crossed <= box[2:]).all(axis=1)
                free.append((int(inside.sum()), rank, box, left, base))
        if not free:
            return False
        *_, box, left, base = min(free)
        self.taken.append(box)
        put(self._ax, text, left, base, size=size, weight=weight, colour=colour)
        return True


def _empty(ax: Axes, room: tuple[float, float]) -> None:
    ax.set(xlim=(0, room[0]), ylim=(0, room[1]), xticks=[], yticks=[])
    for spine in ax.spines.values():
        spine.set_visible(False)


@drawing()
def plane(
    articles: pd.DataFrame,
    words: pd.DataFrame,
    regions: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    styles: Mapping[Hashable, Style],
    axes: tuple[str, str],
    source: str = "",
    labelled: int = 30,
    highlight: Iterable[str] = (),
) -> Figure:
    """Articles and words on one plane, articles inside their regions.

    `articles` has article, x, y; `words` word, x, y, contribution; `regions` article, x, y in the order of
    the line. The `labelled` words of the largest contribution are named, and those in `highlight`, in colour.
    `axes` are the names of the two axes.
    """
    if articles.empty:
        raise ValueError("nothing to draw: the table has no row")
    fig, ax = canvas()
    room = (full_width(fig), full_width(fig) * 0.66)
    highlight = set(highlight)
    ranked = words.sort_values(["contribution", "word"], ascending=[False, True], kind="stable")
    chosen = [w for w in ranked["word"] if w in highlight] + [
        w for w in ranked["word"].head(labelled) if w not in highlight
    ]
    frames = [frame for frame in (articles, words, regions) if len(frame)]
    field = _Plane(
        ax, pd.concat([f["x"] for f in frames]), pd.concat([f["y"] for f in frames]), room, margin=26
    )
    middle = field.points(0, 0)
    ax.plot([0, room[0]], [middle[1]] * 2, color=GRID, linewidth=0.7, zorder=0.5)
    ax.plot([middle[0]] * 2, [0, room[1]], color=GRID, linewidth=0.7, zorder=0.5)
    for article, group in regions.groupby("article", sort=False):
        outline = np.array([field.points(x, y) for x, y in zip(group["x"], group["y"], strict=True)])
        field.avoid(outline)
        ax.fill(*outline.T, color=styles[article].colour, alpha=0.08, linewidth=0, zorder=0.6)
        ax.plot(
            *np.vstack([outline, outline[:1]]).T,
            color=styles[article].colour,
            linewidth=0.9,
            linestyle=styles[article].line,
        )
    spots = {row.article: field.points(row.x, row.y) for row in articles.itertuples()}
    for article, (x, y) in spots.items():
        ax.plot(
            [x],
            [y],
            styles[article].marker,
            color=styles[article].colour,
            markersize=7.5,
            markeredgecolor="white",
        )
        field.hold(x, y, 4)
    dots = {row.word: field.points(row.x, row.y) for row in words.itertuples()}
    for word, (x, y) in dots.items():
        ax.plot([x], [y], ".", color=ACCENT if word in highlight else MUTED, markersize=3.2)
        field.avoid(np.array([[x, y]]))
        if word in chosen:
            field.hold(x, y, 1.2)
    # Names of the axes first: they stand at fixed places.
    for text, x, y, ha in (
        (axes[0], room[0], middle[1] + 3, 1),
        (axes[1], middle[0] + 3, room[1] - SMALL, 0),
    ):
        width = text_width(text, SMALL)
        put(ax, text, x - ha * width, y, size=SMALL, colour=SOFT)
        field.taken.append((x - ha * width - 1, y - 2, x + (1 - ha) * width + 1, y + SMALL))
    for article, (x, y) in spots.items():
        field.label(styles[article].label, x, y, LABEL + 0.5, "semibold", styles[article].colour)
    left_out = [
        word
        for word in chosen
        if not field.label(word, *dots[word], LABEL - 0.5, "regular", ACCENT if word in highlight else INK)
    ]
    _empty(ax, room)
    note = f"{spoken('No room for the names of:')} {', '.join(left_out)}. " if left_out else ""
    return finish(fig, title, subtitle, note + source, height=room[1])


def _flow(
    keys: Sequence[Hashable], styles: Mapping[Hashable, Style], room: float
) -> list[tuple[float, float]]:
    """Places of the names of groups in lines from left to right, the first line on top."""
    places, x, line = [], 0.0, 0
    for key in keys:
        width = 10 + text_width(styles[key].label, LABEL - 0.5) + 14
        if x and x + width > room:
            x, line = 0.0, line + 1
        places.append((x, line))
        x += width
    return [(x, 2 + (line - number) * 11.0) for x, number in places]


@drawing()
def network(
    nodes: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    title: str,
    subtitle: str,
    source: str = "",
    group: str,
    styles: Mapping[Hashable, Style],
) -> Figure:
    """A graph of words: marks as large as a word is frequent, lines as thick as a bond is frequent.

    `nodes` has word, x, y, sentences and the column `group`, whose `styles` give colour and marker; `edges`
    has one, other, together. The groups are named below the graph.
    """
    if nodes.empty:
        raise ValueError("nothing to draw: no two words are bound")
    fig, ax = canvas()
    room = (full_width(fig), full_width(fig) * 0.56)
    # The layout has no unit: it may fill the width. Below it the groups are named.
    keys = [key for key in styles if key in set(nodes[group])]
    left, below = 60.0, 24.0 + _flow(keys, styles, room[0])[0][1]
    field = _Plane(ax, [0, 1], [0, 1], room, 0)
    spots = {
        row.word: (left + row.x * (room[0] - 2 * left), below + row.y * (room[1] - below - 14))
        for row in nodes.itertuples()
    }
    strongest = edges["together"].max()
    for edge in edges.itertuples():
        ends = np.array([spots[edge.one], spots[edge.other]])
        field.avoid(np.linspace(*ends, 60))
        ax.plot(*ends.T, color=MUTED, linewidth=0.5 + 3 * edge.together / strongest, alpha=0.6, zorder=0.8)
    nodes = nodes.sort_values(["sentences", "word"], ascending=[False, True], kind="stable")
    sizes = {
        row.word: 2 + 4 * np.sqrt(row.sentences / nodes["sentences"].max()) for row in nodes.itertuples()
    }
    looks = {word: styles[value] for word, value in zip(nodes["word"], nodes[group], strict=True)}
    for word, (x, y) in spots.items():
        look = {"markersize": 2 * sizes[word], "markeredgecolor": "white", "markeredgewidth": 0.5}
        ax.plot([x], [y], looks[word].marker, color=looks[word].colour, **look)
        field.hold(x, y, sizes[word])
    left_out = [
        word
        for word in nodes["word"]
        if not field.label(word, *spots[word], LABEL - 0.5, "regular", looks[word].colour)
    ]
    for (x, y), key in zip(_flow(keys, styles, room[0]), keys, strict=True):
        ax.plot(
            [x + 3], [y + 2.5], styles[key].marker, color=styles[key].colour, markersize=6, markeredgewidth=0
        )
        put(ax, styles[key].label, x + 10, y, size=LABEL - 0.5, colour=styles[key].colour)
    _empty(ax, room)
    note = f"{spoken('No room for the names of:')} {', '.join(left_out)}. " if left_out else ""
    return finish(fig, title, subtitle, note + source, height=room[1])
