"""What is marked in a sentence of the reader, and how much of the sentence is shown.

A layer is one kind of finding. Findings overlap and nest; the text is therefore cut into pieces, each with the layers that
cover it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd

from helpers import claims, tables


@dataclass(frozen=True, slots=True)
class Layer:
    """A kind of finding: its key, the letter that marks it beside its colour, and its name."""

    key: str
    letter: str
    name: str


LAYERS = (
    Layer("quantities", "N", "Quantities"),
    Layer("times", "T", "Times"),
    Layer("quotes", "Q", "Quotations"),
    Layer("actors", "A", "Actors"),
    Layer("frames", "F", "Frames"),
    Layer("sovereignty", "S", "Sovereignty terms"),
)
COLUMNS = ("article", "sentence", "start", "end", "layer", "note")


def found(docs: Sequence[Any]) -> pd.DataFrame:
    """Every finding in the Docs to be marked: article, sentence, start, end, layer, note (what it was read as, in words).

    Terms that a codebook rejects (``include = "no"``) are not findings; those in doubt are, and say so.
    """
    codes = tables.codes(docs)
    codes = codes[codes["include"] != "no"]
    notes = {
        "quantities": (tables.quantities(docs), _quantity),
        "times": (tables.times(docs), lambda row: " ".join(filter(None, (row.value, row.mod)))),
        "quotes": (
            tables.quotes(docs),
            lambda row: ", ".join(filter(None, (row.mode.replace("_", " "), row.speaker))),
        ),
        "actors": (tables.actors(docs), lambda row: row.actor),
    } | {book: (codes[codes["codebook"] == book], _code) for book in ("frames", "sovereignty")}
    rows = [
        (row.article, row.sentence, row.start, row.end, layer.key, note(row))
        for layer in LAYERS
        for frame, note in [notes[layer.key]]
        for row in frame.itertuples(index=False)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _code(row) -> str:
    return row.code + (" (in doubt)" if row.include == "doubt" else "")


def _quantity(row) -> str:
    high = "" if row.value_high != row.value_high else f" to {row.value_high:,.15g}"
    bound = "" if row.bound == "exact" else row.bound.replace("_", " ")
    return " ".join(filter(None, (bound, f"{row.value:,.15g}{high}", row.unit)))


def shown(
    text: str, wanted: Iterable[tuple[int, int]] = (), most: int = claims.QUOTED
) -> list[tuple[int, int]]:
    """The parts of a sentence to be shown, at most `most` words of it together, as (start, end) in it.

    Words of the passages in `wanted` come first, in that order, then the words beside them; without any, the sentence
    from its beginning.

    >>> shown("un deux trois quatre cinq", [(8, 13)], most=3)
    [(3, 20)]
    """
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", text)]
    if len(words) <= most:
        return [(words[0][0], words[-1][1])] if words else []
    chosen: set[int] = set()
    for start, end in wanted:
        touched = [i for i, (a, b) in enumerate(words) if a < end and start < b and i not in chosen]
        chosen.update(touched[: most - len(chosen)])
    chosen = chosen or {0}
    while len(chosen) < most:
        for i in sorted(chosen):
            for beside in (i - 1, i + 1):
                if 0 <= beside < len(words) and len(chosen) < most:
                    chosen.add(beside)
    parts: list[list[int]] = []
    for i in sorted(chosen):
        if parts and parts[-1][1] == i - 1:
            parts[-1][1] = i
        else:
            parts.append([i, i])
    return [(words[first][0], words[last][1]) for first, last in parts]


def pieces(
    start: int, end: int, spans: Iterable[tuple[int, int, str]]
) -> list[tuple[int, int, tuple[str, ...], frozenset[str]]]:
    """The text from `start` to `end` cut wherever a layer begins or ends: (start, end, layers over it, layers that begin here).

    Layers stand in the order of :data:`LAYERS`. A finding that began before `start` begins there.

    >>> pieces(0, 10, [(0, 6, "actors"), (4, 10, "frames")])[1][2]
    ('actors', 'frames')
    """
    own = [(max(a, start), min(b, end), layer) for a, b, layer in spans if a < end and start < b]
    borders = sorted({start, end, *(a for a, _, _ in own), *(b for _, b, _ in own)})
    cut = []
    for first, last in pairwise(borders):
        over = {layer for a, b, layer in own if a <= first and last <= b}
        begins = frozenset(layer for a, _, layer in own if a == first)
        cut.append((first, last, tuple(layer.key for layer in LAYERS if layer.key in over), begins))
    return cut
