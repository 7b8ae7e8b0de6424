"""Sentences and parts of a news text: headline, standfirst, subhead, body, list item, table row.

The sentence is the unit of coding here, so its borders follow the page and the full stop, not the parse:
a heading, a bullet or a table row is a sentence of its own even without a stop, and a quotation may hold several.
"""

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from helpers.text import flat, rules

PARTS = ("headline", "standfirst", "subhead", "body", "list_item", "table_row")

#: spaCy's value for a token that does not open a sentence: minus one, in its unsigned arrays.
_INSIDE = np.uint64(2**64 - 1)
_CLOSERS = "»”\"'’)]›"
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_INITIALS = re.compile(r"[A-ZÀ-Ý](?:[.-]{1,2}[A-ZÀ-Ý])*")
# A run of stops, the closing marks that belong to it, then a space. Bounded, so that no text makes it slow.
# A straight mark after a space opens; it closes where it touches the stop.
_STOP = re.compile(r"""([.!?…]{1,20})((?: ?[»”)\]›]|["'’]){0,4}) +(?=[^\s»”)\]›])(?!["']\s*$)""")
_ENDED = re.compile(rf"[.!?…:;,](?: ?[{_CLOSERS}]){{0,4}}\s*$")
_ASKED = re.compile(rf"[?!](?: ?[{_CLOSERS}]){{0,4}}\s*$")
_LAST_WORD = re.compile(r"[\w.-]{1,12}$")
_FIRST_WORD = re.compile(r"[«“\"(\[\s]*(\w+)")
_ELISION = re.compile(r"[(\[]\s?(?:\.\.\.|…)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: character offsets in the text as given, and the part of the page it stands in."""

    start: int
    end: int
    part: str


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], tuple[str, ...], dict]:
    file = rules("sentences")
    return (
        frozenset(file["abbreviations"]),
        frozenset(file["openers"]),
        tuple(f"{bullet} " for bullet in file["bullets"]),
        file["layout"],
    )


def _ends(line: str, match: re.Match) -> bool:
    """Whether the stop that `match` found in `line` (flat) ends a sentence."""
    abbreviations, openers, _, _ = _lists()
    stop, closers, after = match[1], match[2], line[match.end() :]
    before = line[max(0, match.start() - 14) : match.start()]
    first = _FIRST_WORD.match(after[:40])
    word = first[1] if first else ""
    if _ELISION.search(before[-3:] + stop) and closers.strip()[:1] in (")", "]"):
        return False  # (...) marks words left out of a quotation
    if stop != "." and word[:1].islower():
        return False  # « Vraiment ? » demande-t-il; Normale sup… et
    if stop == "." and not closers:
        last = _LAST_WORD.search(before)
        last_word = last[0].lower().lstrip(".") if last else ""
        if last_word in abbreviations:
            return last_word == "sup" and word[:1].isupper()
        if last and _INITIALS.fullmatch(last[0]):
            return word.lower() in openers  # A. Durand goes on, plan B. Le ends
    return True


def split(line: str) -> list[tuple[int, int]]:
    """Sentences of one line as (start, end), without the spaces between them.

    >>> split("Bourde ? Hacker ? M. Durand a 3.5 points. La suite…")
    [(0, 8), (9, 17), (18, 41), (42, 51)]
    """
    plain = flat(line)
    first = len(plain) - len(plain.lstrip())
    spans = []
    for match in _STOP.finditer(plain):
        if _ends(plain, match):
            spans.append((first, match.end(2)))
            first = match.end()
    end = len(plain.rstrip())
    if end > first:
        spans.append((first, end))
    return spans


def _is_heading(line: str) -> bool:
    _, _, _, layout = _lists()
    words = len(line.split())
    if _ASKED.search(line[-12:]):
        return words <= layout["question_words"] and len(split(line)) == 1 and line[0] not in '«“"'
    return words <= layout["heading_words"] and not _ENDED.search(line[-12:]) and len(split(line)) == 1


def parts(lines: list[str]) -> list[str]:
    """The part of each non-empty line of a text, in order: see :data:`PARTS`.

    A line without a full stop is a heading; the first is the headline and the paragraph below it the
    standfirst; a run of headings is a table between two titles; a bullet makes a list item.
    """
    _, _, bullets, layout = _lists()
    kinds = [
        "list_item"
        if line.startswith(bullets)
        else "table_row"
        if "\t" in line.strip() or " | " in line
        else "heading"
        if _is_heading(flat(line).strip())
        else "body"
        for line in lines
    ]
    found = list(kinds)
    position = 0
    while position < len(kinds):
        stop = position
        while stop < len(kinds) and kinds[stop] == "heading":
            stop += 1
        run = range(position, stop)
        for i in run:
            found[i] = "subhead"
        if len(run) >= layout["table_lines"]:
            last = stop if stop == len(kinds) else stop - 1
            found[position + 1 : last] = ["table_row"] * (last - position - 1)
        position = max(stop, position + 1)
    if kinds and kinds[0] == "heading" and len(kinds) > 1:
        found[0] = "headline"
        if len(kinds) > 2 and kinds[1] == "body" and len(lines[1].split()) <= layout["standfirst_words"]:
            found[1] = "standfirst"
    return found


def segment(text: str) -> list[Sentence]:
    """Every sentence of a text, in order; nothing for an empty text.

    >>> [(s.part, s.start, s.end) for s in segment("Un titre\\n\\nUne phrase. Deux.\\n\\nFin.")]
    [('headline', 0, 8), ('standfirst', 10, 21), ('standfirst', 22, 27), ('body', 29, 33)]
    """
    lines = list(_LINE.finditer(text))
    whole = ("headline", "subhead", "table_row")
    sentences = []
    for match, part in zip(lines, parts([m[0].strip() for m in lines]), strict=True):
        line = match[0]
        indent = len(line) - len(line.lstrip())
        spans = [(indent, len(line.rstrip()))] if part in whole else split(line)
        sentences += [Sentence(match.start() + s, match.start() + e, part) for s, e in spans]
    return sentences


def mark(doc: Doc) -> Doc:
    """Set the sentence borders of `doc` before it is parsed, and fill ``doc.spans["sentences"]`` (label: part)."""
    found = segment(doc.text)
    starts = iter([s.start for s in found])
    following = next(starts, None)
    border = np.full(len(doc), _INSIDE, dtype=np.uint64)
    for token in doc:
        if following is not None and token.idx + len(token) > following and not token.is_space:
            border[token.i] = 1
            while following is not None and following < token.idx + len(token):
                following = next(starts, None)
    border[:1] = 1
    # All at once: spaCy looks through the whole Doc each time a single token is set.
    doc.from_array([SENT_START], border.reshape(-1, 1))
    spans = (doc.char_span(s.start, s.end, label=s.part, alignment_mode="expand") for s in found)
    doc.spans["sentences"] = [span for span in spans if span is not None]
    return doc


@Language.factory("sentences", assigns=["token.is_sent_start", "doc.spans"])
def make(nlp: Language, name: str):
    """The component: put it before the parser, which then keeps its borders."""
    return mark
