"""Charts of the timeline that :mod:`charts` does not have: a table in, a figure out."""

from collections.abc import Hashable, Mapping

import pandas as pd
from matplotlib.figure import Figure

from helpers.language import spoken
from helpers.lettering import LEADING, MIDDLE, NOTE, literal, text_width, wrap
from helpers.theme import GRID, INK, MARKERS, PALE, SOFT, Style, canvas, drawing, finish, put, rows

#: Share of a panel that is left free between two.
_GAP = 0.12


@drawing("row")
def telling(
    frame: pd.DataFrame,
    row: str,
    panel: str,
    position: str,
    *,
    title: str,
    subtitle: str,
    styles: Mapping[Hashable, Style],
    source: str = "",
) -> Figure:
    """One panel for each article, side by side: rows are events in their order, from left to right runs the text.

    The rows keep the order of their first appearance in `frame`; `position` is the place in the text in per cent. A line joins the
    marks of a panel in the order of telling: where it goes up, the text goes back in time. Raises ValueError for an empty table.
    """
    if frame.empty:
        raise ValueError("nothing to draw: the table has no row")
    keys = [key for key in styles if key in set(frame[panel])]
    labels = list(dict.fromkeys(frame[row]))
    fig, ax = canvas()
    layout = rows(ax, labels, [12.0] * len(labels), share=0.36)
    width = 1 - _GAP
    for n, key in enumerate(keys):
        style, own = styles[key], frame[frame[panel] == key].sort_values(position, kind="stable")
        x = n + own[position] / 100 * width
        y = [layout.centres[labels.index(label)] for label in own[row]]
        ax.axvspan(n, n + width, color=PALE, linewidth=0, zorder=0)
        ax.plot(x, y, "-", color=style.colour, linewidth=0.9, alpha=0.55, zorder=1.5)
        size = MARKERS.get(style.marker, 5.0)
        ax.plot(
            x, y, style.marker, color=style.colour, markersize=size, markeredgecolor="white", markeredgewidth=0.4, clip_on=False, zorder=2.5,
        )  # fmt: skip
        _head(ax, style.label, n + width / 2, layout.room / len(keys) - 4)
        for place, words, ha in ((n, "start", "left"), (n + width, "end", "right")):
            if layout.room / len(keys) > 45:
                put(
                    ax,
                    spoken(words),
                    place,
                    0,
                    shift=(0, -NOTE - 1),
                    ha=ha,
                    size=NOTE,
                    colour=SOFT,
                    coords=("data", "axes fraction"),
                )
    for y in layout.centres:
        ax.axhline(y, color=GRID, linewidth=0.5, zorder=0.8)
    ax.set_xlim(0, len(keys) - _GAP)
    ax.set_xticks([])
    for spine in ax.spines.values():
        spine.set_visible(False)
    return finish(fig, title, subtitle, source, height=layout.total)


def _head(ax, label: str, x: float, room: float) -> None:
    """The name of a panel above it, in as many lines as it takes; a word that is too wide is cut."""
    texts = wrap(label, max(room, text_width(literal("Mm"), NOTE)), NOTE, "semibold")
    for up, line in enumerate(reversed(texts)):
        shift = (0, 4 + MIDDLE + up * NOTE * LEADING)
        put(
            ax,
            line,
            x,
            1,
            shift=shift,
            ha="center",
            size=NOTE,
            weight="semibold",
            colour=INK,
            coords=("data", "axes fraction"),
        )
