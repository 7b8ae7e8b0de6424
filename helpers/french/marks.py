"""Quotation marks: which one closes which, in any typography, in one pass.

« » and ‹ › say themselves whether they open or close. Straight marks, and curly ones that were typed the wrong way
round, are told by their neighbours: a mark opens after a space or an opening mark and before a letter. An apostrophe
is a mark only where no French elision can stand, and the sign of inches after a digit is none.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

_MARK = re.compile(
    r"[«»‹›\"“”„‟]|‘|(?<![^\s(«“\"])['’](?=\w)|(?<=[^\W\d_.,!?…])['’](?!\w)|(?<=[.,!?…])['’](?!\w)"
)
_BREAK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
# An elision set apart by mistake (l' accord) leaves an apostrophe that closes nothing.
_ELISION = re.compile(
    r"(?<!\w)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd|presqu|entr)$", re.IGNORECASE
)
_FAMILY = (
    dict.fromkeys("«»", "«")
    | dict.fromkeys("‹›", "‹")
    | dict.fromkeys('"“”„‟', '"')
    | dict.fromkeys("'‘’", "'")
)
_SINGLE_MAX = 200  # single marks hold a few words; farther apart they are two apostrophes


class Pair(NamedTuple):
    """Two marks that belong together.

    `open` is the offset of the opening mark. `close` is the offset of the closing mark; where that is missing, the end
    of the sentence that was opened. `depth` counts the pairs around this one. `kind` is the two marks as printed
    (``«»``), or the opening mark alone where the closing one is missing.
    """

    open: int
    close: int
    depth: int
    kind: str

    @property
    def closed(self) -> bool:
        return len(self.kind) == 2


def pair(text: str) -> list[Pair]:
    """Pairs of quotation marks in `text`, by opening mark.

    What is never closed ends with its paragraph or sooner, so that a forgotten mark cannot swallow an article:

    - A paragraph that opens with « again, or with », goes on with the quotation of the paragraph before: each
      paragraph is a pair of its own, and the last one has the closing mark.
    - A quotation that is closed in the next paragraph, with no mark between, is one pair over both.
    - Any other unclosed mark reaches to the end of its sentence or to the next mark, whichever comes first.

    A mark that closes nothing is ignored.

    >>> [(p.open, p.close, p.depth, p.kind) for p in pair('« Il a dit "non" »')]
    [(0, 17, 0, '«»'), (11, 15, 1, '""')]
    >>> pair("un écran de 27\\" et l'accord")
    []
    """
    breaks = [0, *(match.end() for match in _BREAK.finditer(text))]
    marks = list(_MARK.finditer(text))
    found: list[tuple[int, int, str]] = []
    open_marks: list[int] = []  # offsets of marks waiting to be closed, innermost last
    paragraph = -1
    for number, mark in enumerate(marks):
        at = mark.start()
        here = bisect_right(breaks, at) - 1
        continued = False
        if here != paragraph:
            kept = _carried(text, open_marks, here - paragraph, at, marks, number, breaks[here])
            for left in (m for m in open_marks if m not in kept):
                continued |= _leave(text, left, at, breaks, marks, found, again=at == breaks[here])
            open_marks, paragraph = kept, here
        opens = _opens(text, at, open_marks)
        if continued and text[at] in "»›":
            opens = True  # » at the head of a paragraph: the old sign of a quotation that goes on
        if opens:
            open_marks.append(at)
        elif opens is False:
            _close(text, at, open_marks, found)
    for left in open_marks:
        _leave(text, left, len(text), breaks, marks, found, again=False)
    return _with_depth(found)


def _opens(text: str, at: int, open_marks: list[int]) -> bool | None:
    """True where the mark at `at` opens, False where it closes, None where it is no mark at all."""
    mark = text[at]
    if mark in "«‹":
        return True
    if mark in "»›":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    waiting = next((text[m] for m in reversed(open_marks[-4:]) if _FAMILY[text[m]] == _FAMILY[mark]), "")
    if mark in "'’‘":
        if not (before.isalnum() or before in ".,!?…"):
            return True if after.isalnum() and not waiting else None
        return False if waiting and not _ELISION.search(text, max(0, at - 8), at) else None
    if before.isdigit() and not waiting:
        return None  # inches, seconds
    if mark == "„":
        return True
    left_free = before.isspace() or before in "([{«‹“‘'’—–-/:"
    right_free = after.isspace() or after in ".,;:!?…)]}»›”’'—–-/"
    if mark == "“" and waiting != "„":
        return not (waiting and right_free and not left_free)
    if mark == "”":
        return bool(not waiting and left_free and not right_free)
    if left_free != right_free:
        return left_free
    return not waiting


def _close(text: str, at: int, open_marks: list[int], found: list[tuple[int, int, str]]) -> None:
    """Close the innermost waiting mark of the same family; what waits inside it was never closed and is forgotten."""
    family = _FAMILY[text[at]]
    for depth in range(len(open_marks) - 1, max(-1, len(open_marks) - 9), -1):
        start = open_marks[depth]
        if _FAMILY[text[start]] == family:
            if family != "'" or at - start <= _SINGLE_MAX:
                found.append((start, at, text[start] + text[at]))
            del open_marks[depth:]
            return


def _carried(text, open_marks, step, at, marks, number, paragraph_start) -> list[int]:
    """The mark that the new paragraph may close: the last one, if the first mark here is its closing mark."""
    if step != 1 or not open_marks or text[at] not in "»›”" or at == paragraph_start:
        return []
    last = open_marks[-1]
    directed = text[last] in "«‹“" and _FAMILY[text[last]] == _FAMILY[text[at]]
    nothing_between = (
        number == 0 or marks[number - 1].start() <= last or text[marks[number - 1].start()] in "'’"
    )
    return [last] if directed and nothing_between else []


def _leave(text, left, at, breaks, marks, found, again: bool) -> bool:
    """Settle a mark that its paragraph does not close. True where the next paragraph goes on with the quotation."""
    if text[left] in "'’‘":
        return False
    here = bisect_right(breaks, left)
    paragraph_end = breaks[here] if here < len(breaks) else len(text)
    following = bisect_right(marks, left, key=lambda mark: mark.start())
    barrier = min(paragraph_end, marks[following].start() if following < len(marks) else len(text))
    goes_on = (
        again
        and barrier == paragraph_end
        and at == paragraph_end
        and _FAMILY[text[at]] == _FAMILY[text[left]]
    )
    if goes_on:
        end = paragraph_end
    else:
        sentence = _SENTENCE_END.search(text, left + 1, barrier)
        end = sentence.end() if sentence else barrier
    end = left + 1 + len(text[left + 1 : end].rstrip())
    if end > left + 1 and not text[left + 1 : end].isspace():
        found.append((left, end, text[left]))
    return goes_on


def _with_depth(found: list[tuple[int, int, str]]) -> list[Pair]:
    pairs: list[Pair] = []
    around: list[int] = []  # ends of the pairs that are open at this point
    for start, end, kind in sorted(found):
        while around and around[-1] <= start:
            around.pop()
        pairs.append(Pair(start, end, len(around), kind))
        around.append(end)
    return pairs
