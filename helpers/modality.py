"""How a thing is named: affirmed, wished for, doubted, in scare quotes, negated or buried; in whose voice.

Rules on the words beside a mention (``rules/modality.toml``), in its sentence and between the same commas.
What they cannot see: irony, and what a later sentence takes back. Every mention keeps its cue, so that a
reader can judge.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pandas as pd

from helpers import tables
from helpers.lexicon import Docs
from helpers.text import flat, rules

#: From the strongest to the weakest: a mention has the first that applies.
MODES = ("buried", "negated", "scare quotes", "hedged", "wished", "affirmed")
#: In whose words: outside every quotation; inside one; in a clause that reports what somebody says.
VOICES = ("journalist", "quoted", "reported")
COLUMNS = ("mode", "cue", "cue_start", "cue_end", "cues", "voice", "speaker")

#: Kinds of cue in the rule file, and the mode that each stands for.
_KINDS = {
    "buried": "buried",
    "negated": "negated",
    "conditional": "hedged",
    "hedged": "hedged",
    "wished": "wished",
}
#: Kinds of cue that only bear on what follows them: one wishes for what comes next.
_FORWARD = ("wished",)
_WORD = re.compile(r"\w+(?:-\w+)*'?")
_BORDER = re.compile(r"[,;:?!…]")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says how the mention beside it is meant."""

    start: int
    end: int
    kind: str
    text: str


@cache
def _kind(name: str) -> tuple[re.Pattern, int, re.Pattern | None]:
    """Expression of a kind of cue, its reach in words, and what undoes it."""
    entry = rules("modality")[name]

    def whole(forms: list[str]) -> re.Pattern:
        return re.compile("|".join(rf"(?<![\w'])(?:{form})(?!\w)|(?<=\w')(?:{form})(?!\w)" for form in forms))

    return whole(entry["words"]), entry["reach"], whole(entry["undone"]) if "undone" in entry else None


def cues(sentence: str) -> list[Cue]:
    """Every cue in a sentence, in order, with offsets in it.

    >>> [(cue.kind, cue.text) for cue in cues("Une souveraineté presque enterrée")]
    [('hedged', 'presque'), ('buried', 'enterrée')]
    """
    plain = flat(sentence).lower()
    plain = plain if len(plain) == len(sentence) else flat(sentence)
    found = [cue for name in _KINDS for cue in _cues_of(name, sentence, plain)]
    if (end := plain.rstrip(" »\"”'")).endswith("?"):
        found.append(Cue(len(end) - 1, len(end), "hedged", "?"))
    return sorted(found, key=lambda cue: (cue.start, cue.end))


def _cues_of(name: str, sentence: str, plain: str) -> Iterator[Cue]:
    expression, _, undone = _kind(name)
    free = [match.span() for match in undone.finditer(plain)] if undone else []
    for match in expression.finditer(plain):
        start, end = match.span()
        if not any(first <= start and end <= last for first, last in free):
            yield Cue(start, end, name, sentence[start:end])


def beside(sentence: str, start: int, end: int) -> list[Cue]:
    """The cues that bear on ``sentence[start:end]``: near enough, in the same clause; the strongest first.

    >>> [cue.text for cue in beside("La souveraineté relève du mirage, rien de plus.", 3, 15)]
    ['mirage']
    """
    plain = flat(sentence)
    words = [match.start() for match in _WORD.finditer(plain)]
    borders = [match.start() for match in _BORDER.finditer(plain)]
    found = []
    for cue in cues(sentence):
        if cue.end > start and cue.start < end:
            continue
        first, last = (cue.end, start) if cue.end <= start else (end, cue.start)
        apart = bisect_left(words, last) - bisect_left(words, first)
        inner = borders[bisect_left(borders, first) : bisect_left(borders, last)]
        # « Leur objectif : la souveraineté »: a colon right after a wish says what is wished for.
        announced = cue.kind in _FORWARD and plain[first : inner[0] + 1].strip() == ":" if inner else False
        parted = len(inner) > announced
        bears = apart <= _kind(cue.kind)[1] and not parted and (last == start or cue.kind not in _FORWARD)
        if bears or cue.text == "?":
            found.append((MODES.index(_KINDS[cue.kind]), apart, cue.start, cue))
    return [cue for *_, cue in sorted(found, key=lambda item: item[:3])]


def read(docs: Docs, mentions: pd.DataFrame) -> pd.DataFrame:
    """The mentions with how and by whom each is meant: the columns of :data:`COLUMNS` are added.

    `mode` is one of :data:`MODES`; `cue` the word that decides, with its offsets in the article (-1 where
    there is none); `cues` all of them; `voice` one of :data:`VOICES`; `speaker` of the quotation that holds
    the mention, or "".
    """
    sentences = tables.sentences(docs).set_index(["article", "sentence"])[["start", "text"]].to_dict("index")
    texts = {doc._.article: doc.text for doc in docs}
    said = dict(list(tables.quotes(docs).groupby("article", sort=False)))
    rows = []
    for row in mentions.itertuples():
        sentence = sentences.get((row.article, row.sentence), {"start": 0, "text": texts[row.article]})
        quotes = said.get(row.article)
        around = (
            quotes[(quotes["start"] <= row.start) & (quotes["end"] >= row.end)]
            if quotes is not None
            else None
        )
        rows.append(_one(row.start, row.end, sentence, around))
    added = pd.DataFrame(rows, columns=list(COLUMNS), index=mentions.index)
    return mentions.drop(columns=list(COLUMNS), errors="ignore").join(added)


def _one(start: int, end: int, sentence: dict, around: pd.DataFrame | None) -> tuple:
    shift = sentence["start"]
    found = beside(sentence["text"], start - shift, end - shift)
    modes = set(around["mode"]) if around is not None else set()
    mode = _KINDS[found[0].kind] if found else "affirmed"
    decisive = found[0] if found else None
    if "scare_quotes" in modes and MODES.index(mode) > MODES.index("scare quotes"):
        mode, decisive = "scare quotes", None
    voice = "quoted" if "direct" in modes else "reported" if "indirect" in modes else "journalist"
    speakers = (
        [s for s in around[around["mode"] != "scare_quotes"]["speaker"] if s] if around is not None else []
    )
    place = (decisive.start + shift, decisive.end + shift) if decisive else (-1, -1)
    return (
        mode,
        decisive.text if decisive else "",
        *place,
        "; ".join(cue.text for cue in found),
        voice,
        speakers[0] if speakers else "",
    )
