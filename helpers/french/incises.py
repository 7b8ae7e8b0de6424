"""Quotations cut by their own cue: « Il le faut, a-t-elle estimé. Nous irons »."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.french import cues
from helpers.french.cues import Cue, Words
from helpers.french.marks import Pair
from helpers.french.phrases import NOWHERE, role_after, somebody
from helpers.french.subjects import subject_after

_MAY_CUT = re.compile(r"[,?!…–—-] ?[^\W\d_]")
_OPENS = frozenset({",", "?", "!", "…", "-", "–", "—", "..."})
_DROPPED = frozenset({",", "-", "–", "—"})  # the sign before the incise that is not part of the quotation
_CLOSES = frozenset({",", ".", ":", ";", "!", "…", "-", "–", "—", "..."})
_ADVERBIAL_MAX = 14  # tokens between a-t-il dit and the end of the incise
_DIALOGUE = re.compile(r"^[—–][^\n]+$", re.MULTILINE)
_SHORTEST = 20  # characters: a quotation below this length has no room for an incise


@dataclass(frozen=True, slots=True)
class Piece:
    """A quotation, or a part of one that an incise cuts: outer and inner offsets, and the number of its pair."""

    start: int
    end: int
    inner: tuple[int, int]
    pair: int


def pieces(flat: str, pairs: list[Pair]) -> Iterator[Piece]:
    """The outermost of `pairs`, cut where an incise interrupts them."""
    for number, pair in enumerate(pairs):
        if pair.depth:
            continue
        inner_start, inner_end = pair.open + 1, pair.close
        outer_end = inner_end + 1 if pair.closed else inner_end
        for start, end in outside(inner_start, inner_end, list(incises(flat, inner_start, inner_end))):
            first = pair.open if start == inner_start else start
            yield Piece(first, outer_end if end == inner_end else end, (start, end), number)


def dialogue(flat: str, pairs: list[Pair]) -> Iterator[Pair]:
    """Lines of dialogue (— Bonjour, dit-il.), each as a pair without a closing mark.

    A line that opens with a dash is one only if somebody is said to speak in it, and if it has no quotation marks.

    >>> [(p.open, p.close, p.kind) for p in dialogue("— Je pars demain matin, dit-il.", [])]
    [(0, 31, '—')]
    """
    for match in _DIALOGUE.finditer(flat):
        start, end = match.span()
        after = bisect_left(pairs, (end,))
        marked = after > 0 and pairs[after - 1].close >= start
        if not marked and any(True for _ in incises(flat, start + 1, end)):
            yield Pair(start, end, 0, match[0][0])


def outside(start: int, end: int, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What `cuts` leave of ``start:end``.

    >>> list(outside(0, 30, [(10, 20)]))
    [(0, 10), (20, 30)]
    """
    for cut_start, cut_end in cuts:
        yield start, cut_start
        start = cut_end
    if end - start > 1 or not cuts:
        yield start, end


def incises(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of each incise in the quotation ``flat[start:end]``, with the signs around it that are not quoted.

    >>> text = "Il le faut, a-t-elle estimé. Nous irons"
    >>> [text[a:b] for a, b in incises(text, 0, len(text))]
    [', a-t-elle estimé.']
    """
    if end - start < _SHORTEST or not _MAY_CUT.search(flat, start, end):
        return
    text = Words(flat[start:end])
    done = 0
    for i in range(2, len(text)):
        if text.low(i) not in cues.forms():
            continue
        cue = cues.read(text, i)
        if cue is None or cue.how != "finite" or cue.first <= done or text.low(cue.first - 1) not in _OPENS:
            continue
        after = _end(text, cue)
        if after is None or (after < len(text) and text.low(after) not in _CLOSES):
            continue
        opening = text.tokens[cue.first - 1]
        cut = opening.start if opening.raw in _DROPPED else opening.end
        if flat[start : start + cut].strip():
            done = after
            yield start + cut, start + text.tokens[after].end if after < len(text) else end


def _end(text: Words, cue: Cue) -> int | None:
    """Index of the sign that ends the incise of `cue`, None where the verb has no subject that speaks."""
    if cue.pronoun == "on":
        return None
    stop = text.sentence_end(cue.verb)
    if not cue.pronoun:
        phrase = subject_after(text, cue.last + 1, stop)
        return phrase.last if phrase and somebody(text, phrase) else None
    role = role_after(text, cue.last + 1, stop)
    if role != NOWHERE:
        return role[1]
    j = cue.last + 1
    while j < min(stop, cue.last + _ADVERBIAL_MAX) and text.low(j) not in _CLOSES and text.low(j)[0] != "\n":
        j += 1
    return j
