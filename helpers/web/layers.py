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

from helpers import tables


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
#: How much of a sentence is shown. The articles are their publishers': a reader judges a finding by the words around it, and goes to
#: the publisher for the article. No sentence has more than MOST words shown, which is well below what may be quoted at a time.
MOST = 15
FEWEST = 3  # of a short sentence: half of four words says nothing
FIRST = 10  # of a sentence that is evidence as a whole: enough to find it in the article
OPENING = 6  # of a long passage, such as a quotation
BESIDE = 3  # words on either side of a passage
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


def shown(text: str, wanted: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The parts of a sentence to be shown, as (start, end) in it: the words of the passages in `wanted`, then a few beside them.

    Without a passage, the first words. Together at most half of the words (or :data:`FEWEST`) and at most :data:`MOST`: no article
    can be read as a whole from its sentences. Of a long passage the first words stand for it.

    >>> shown("un deux trois quatre cinq six sept huit neuf dix", [(8, 13)])
    [(0, 25)]
    """
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", text)]
    most = min(MOST, max(FEWEST, len(words) // 2), len(words))
    passages = [
        touched[:OPENING]
        for start, end in wanted
        if (touched := [i for i, (a, b) in enumerate(words) if a < end and start < b])
    ]
    chosen: set[int] = set()
    for passage in passages or [range(min(len(words), FIRST))]:
        chosen |= set([i for i in passage if i not in chosen][: most - len(chosen)])
    inside = sorted(chosen) if passages else []
    for away in range(1, BESIDE + 1):
        beside = [i + step for i in inside for step in (-away, away) if 0 <= i + step < len(words)]
        for i in dict.fromkeys(beside):
            if i not in chosen and len(chosen) < most:
                chosen.add(i)
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
