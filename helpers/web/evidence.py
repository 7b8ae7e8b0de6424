"""From a row of a chart to the sentences it stands on.

A card (``figures/<chart>.json``) gives evidence as columns ``article``, ``start`` and ``end``, or as a text in ``evidence``: offsets
(``12-30``, in the article of the row), with an article before them (``matin:12–30``), or an article and the number of a sentence
(``matin 14``), one or many, also inside a phrase.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd


class EvidenceError(ValueError):
    """Evidence of a chart that stands in no article; the message names chart, row and remedy."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of an article, and the numbers of the sentences that it touches."""

    article: str
    start: int
    end: int
    sentences: tuple[int, ...]


class Places:
    """Where the sentences of each article are; `sentences` from :func:`helpers.tables.sentences`.

    >>> places = Places(pd.DataFrame({"article": ["x", "x"], "sentence": [1, 2], "start": [0, 10], "end": [9, 20]}))
    >>> places.passage("x", 5, 12).sentences
    (1, 2)
    """

    def __init__(self, sentences: pd.DataFrame):
        self._borders = {
            str(article): (own["start"].tolist(), own["end"].tolist())
            for article, own in sentences.groupby("article", sort=False)
        }
        names = "|".join(map(re.escape, sorted(self._borders, key=len, reverse=True))) or "(?!)"
        self._form = re.compile(
            rf"(?:(?<![\w-])(?P<article>{names})[: ] ?)?(?<![\w–-])(?P<start>\d+)[-–](?P<end>\d+)(?![\w–-])"
            rf"|(?<![\w-])(?P<named>{names}) (?P<sentence>\d+)(?![\w–-])"
        )

    def passage(self, article: str, start: int, end: int) -> Passage:
        """The passage at these offsets. Raises :class:`EvidenceError` when no sentence is there."""
        starts, ends = self._borders.get(article, ([], []))
        if not starts or not 0 <= start < end <= ends[-1]:
            raise EvidenceError(f"{article} {start}-{end}: no such passage in the corpus")
        first, last = max(1, bisect_right(starts, start)), max(1, bisect_right(starts, end - 1))
        return Passage(article, start, end, tuple(range(first, last + 1)))

    def sentence(self, article: str, number: int) -> Passage:
        """The passage that a sentence is. Raises :class:`EvidenceError` when the article has no such sentence."""
        starts, ends = self._borders.get(article, ([], []))
        if not 1 <= number <= len(starts):
            raise EvidenceError(f"{article} {number}: no such sentence in the corpus")
        return Passage(article, starts[number - 1], ends[number - 1], (number,))

    def read(self, evidence: str, article: str = "") -> list[Passage]:
        """Every passage that a text names; `article` is that of offsets without one."""
        return [
            self.sentence(found["named"], int(found["sentence"]))
            if found["named"]
            else self.passage(found["article"] or article, int(found["start"]), int(found["end"]))
            for found in self._form.finditer(evidence)
        ]


def rows(card: Mapping[str, Any], places: Places) -> list[list[Passage]]:
    """The evidence of each row of a card, without repetitions; an empty list for a row that stands on no passage.

    Raises :class:`EvidenceError`, with chart and row, for evidence that is not in the corpus.
    """
    found = []
    for number, row in enumerate(card["rows"], 1):
        try:
            found.append(list(dict.fromkeys(_row(row, places))))
        except EvidenceError as error:
            raise EvidenceError(
                f"figures/{card['name']}.json: row {number}: {error}; run make, so that charts and corpus agree"
            ) from None
    return found


def _row(row: Mapping[str, Any], places: Places) -> list[Passage]:
    article = str(row.get("article") or "")
    own = places.read(str(row.get("evidence") or ""), article)
    start, end = row.get("start"), row.get("end")
    if article and isinstance(start, int) and isinstance(end, int) and end > start:
        own.append(places.passage(article, start, end))
    return own


def by_sentence(
    cards: Sequence[Mapping[str, Any]], places: Places
) -> dict[tuple[str, int], dict[str, list[Passage]]]:
    """The way back: for each (article, sentence), the charts it is evidence of and the passages in it that they name."""
    found: dict[tuple[str, int], dict[str, list[Passage]]] = {}
    for card in cards:
        for passage in dict.fromkeys(passage for row in rows(card, places) for passage in row):
            for number in passage.sentences:
                found.setdefault((passage.article, number), {}).setdefault(card["name"], []).append(passage)
    return found
