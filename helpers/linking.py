"""Which sentences tell which event: the links of ``codebooks/events.toml``, applied to the tables of an article."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd

from helpers import tables
from helpers.codebook import Event, Link, expression
from helpers.french.time_patterns import lowered
from helpers.text import flat

COLUMNS = ("event", "article", "sentence", "part", "start", "end", "span", "at", "to")

#: How many sentences back an actor may have been named, for a link that carries its actors over.
CARRY = 2

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layers:
    """The tables that linking and dating read, as :mod:`helpers.tables` gives them."""

    sentences: pd.DataFrame
    tokens: pd.DataFrame
    actors: pd.DataFrame
    quantities: pd.DataFrame
    times: pd.DataFrame


def layers(docs: Iterable) -> Layers:
    """The tables of some Docs, as ``pipeline.annotate`` gives them."""
    docs = list(docs)
    return Layers(
        *(
            make(docs)
            for make in (tables.sentences, tables.tokens, tables.actors, tables.quantities, tables.times)
        )
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with all that links can ask of it; places count characters of the article, `low` is what expressions see."""

    article: str
    number: int
    part: str
    start: int
    text: str
    low: str
    words: tuple[dict, ...]
    actors: tuple[dict, ...]
    quantities: tuple[dict, ...]
    times: tuple[dict, ...]


def lines(found: Layers) -> dict[str, list[Line]]:
    """The sentences of each article, in order."""
    groups = {
        name: _by_sentence(getattr(found, name)) for name in ("tokens", "actors", "quantities", "times")
    }
    result: dict[str, list[Line]] = {}
    for row in found.sentences.to_dict("records"):
        key = (row["article"], row["sentence"])
        parts = (tuple(groups[name].get(key, ())) for name in groups)
        result.setdefault(row["article"], []).append(
            Line(
                row["article"],
                row["sentence"],
                row["part"],
                row["start"],
                row["text"],
                lowered(flat(row["text"])),
                *parts,
            )
        )
    return result


def _by_sentence(table: pd.DataFrame) -> dict[tuple[str, int], list[dict]]:
    rows: dict[tuple[str, int], list[dict]] = {}
    for row in table.to_dict("records"):
        rows.setdefault((row["article"], row["sentence"]), []).append(row)
    return rows


@cache
def pattern(form: str) -> re.Pattern[str]:
    """An expression of a codebook, for whole words of flat text in small letters."""
    return re.compile(rf"(?<![\w])(?:{expression(form)})(?![\w])")


def reports(found: Layers, events: Mapping[str, Event]) -> pd.DataFrame:
    """Every sentence that tells an event, one row an event and sentence.

    Columns: `event` (key), `article`, `sentence`, `part`, `start`, `end`, `span` (from the first to the last thing
    that linked it, so that ``text[start:end] == span``), `at`, `to` (the predicate). In the order of the articles and of their texts.
    """
    rows = [
        row
        for told in lines(found).values()
        for place in range(len(told))
        for key, event in events.items()
        if (row := _report(key, event, told, place))
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _report(key: str, event: Event, told: list[Line], place: int) -> dict | None:
    line = told[place]
    for link in event.links:
        if (marks := _linked(link, told, place)) is not None:
            start, end = min(start for start, _ in marks), max(end for _, end in marks)
            span = line.text[start - line.start : end - line.start]
            at, to = marks[0]
            return dict(
                zip(
                    COLUMNS,
                    (key, line.article, line.number, line.part, start, end, span, at, to),
                    strict=True,
                )
            )
    return None


def _linked(link: Link, told: list[Line], place: int) -> list[Place] | None:
    """The places that fulfil a link, its predicate first; None where one of its conditions fails."""
    line = told[place]
    low = line.low
    if any(pattern(form).search(low) for form in link.without):
        return None
    predicates = list(_predicates(link, line, low))
    if not predicates:
        return None
    marks: list[Place] = []
    for form in link.near:
        if not (match := pattern(form).search(low)):
            return None
        marks.append((line.start + match.start(), line.start + match.end()))
    for names in link.actors:
        named = _named(names.split("|"), told, place, link.carry)
        if named is None:
            return None
        marks += named
    for condition, rows in ((link.amount, _amounts(link, line)), (link.dated, _touching(link, line))):
        if condition and not rows:
            return None
        marks += [(row["start"], row["end"]) for row in rows[:1]]
    middle = sum(start for start, _ in marks) / len(marks) if marks else line.start
    return [min(predicates, key=lambda place: abs(place[0] - middle)), *marks]


def _predicates(link: Link, line: Line, low: str) -> Iterator[Place]:
    if link.form:
        yield from ((line.start + m.start(), line.start + m.end()) for m in pattern(link.form).finditer(low))
        return
    lemmas = set(link.lemma.split("|"))
    for word in line.words:
        if word["lemma"].lower() in lemmas or word["text"].lower() in lemmas:
            yield word["start"], word["end"]


def _named(names: list[str], told: list[Line], place: int, carry: bool) -> list[Place] | None:
    """Where one of the actors is named in the sentence; no place, where it is only carried over."""
    for actor in told[place].actors:
        if actor["actor"] in names:
            return [(actor["start"], actor["end"])]
    before = told[max(0, place - CARRY) : place] if carry else []
    return [] if any(actor["actor"] in names for line in before for actor in line.actors) else None


def _amounts(link: Link, line: Line) -> list[dict]:
    wanted = link.amount
    if wanted is None:
        return []
    return [
        row for row in line.quantities if row["unit"] in wanted.units and wanted.least <= row["value"] <= wanted.most
    ]  # fmt: skip


def _touching(link: Link, line: Line) -> list[dict]:
    if link.dated is None:
        return []
    first, last = (day.isoformat() for day in link.dated)
    return [
        row for row in line.times if row["earliest"] and row["earliest"] <= last and first <= row["latest"]
    ]
