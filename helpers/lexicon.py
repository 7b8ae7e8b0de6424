"""The words of the articles as numbers: the lexical table, repeated segments, what is a content word.

A word is a token with a letter or a digit; it is counted as its lemma or as its form, in small letters, with
plain apostrophes: *l’* and *l'* are one word, *l’Europe* is two. Arrays, not loops: a thousand articles take
seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.text import flat, rules

Unit = Literal["lemma", "form"]
#: Docs of spaCy; nothing of spaCy is needed here but what they hold.
Docs = Sequence[Any]

SEGMENTS = ("segment", "length", "count", "articles")


@dataclass(frozen=True, slots=True)
class Stream:
    """All words of a corpus in order, one position a word.

    `key` is the number of the word in `keys`, `article` that of its article in `articles`; `sentence` counts
    from 1 in each article; words of one `block` follow each other without a mark or the end of a sentence
    between them.
    """

    articles: tuple[str, ...]
    keys: tuple[str, ...]
    article: NDArray[np.int64]
    sentence: NDArray[np.int64]
    block: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    key: NDArray[np.int64]


def normal(word: str) -> str:
    """A word as it is counted: small letters, plain apostrophe and hyphen.

    >>> normal("L’"), normal("ÉTAT")
    ("l'", 'état')
    """
    return flat(word).lower().strip()


def stream(docs: Docs, unit: Unit = "lemma") -> Stream:
    """The words of the Docs as numbers, article by article.

    A token without a letter or a digit is no word. Sentences count from 1 in each article, as in
    :func:`helpers.tables.sentences`. A Doc without lemmas is counted by its forms.
    """
    if unit not in ("lemma", "form"):
        raise ValueError(f"unknown unit {unit!r}: choose lemma or form")
    parts = [_numbers(doc, unit) for doc in docs]
    texts = {
        hash_: docs[n].vocab.strings[hash_]
        for n, part in enumerate(parts)
        for hash_ in np.unique(part[0]).tolist()
    }
    small = {hash_ for part in parts for hash_ in np.unique(part[0][part[4]]).tolist()}
    normals = _spellings(texts, small)
    keys = sorted({text for text in normals.values() if any(map(str.isalnum, text))})
    place = {text: number for number, text in enumerate(keys)}
    columns = [np.concatenate([part[i] for part in parts]) if parts else np.zeros(0) for i in range(4)]
    hashes, back = np.unique(columns[0].astype(np.uint64), return_inverse=True)
    key = np.array([place.get(normals[h], -1) for h in hashes.tolist()], dtype=np.int64)[back]
    article = np.repeat(np.arange(len(parts)), [len(part[0]) for part in parts])
    words_only = key >= 0
    new = np.ones(len(key), dtype=bool)
    new[1:] = (article[1:] != article[:-1]) | (columns[3][1:] != columns[3][:-1]) | ~words_only[1:]
    start, length, sentence = (column[words_only].astype(np.int64) for column in columns[1:])
    return Stream(
        tuple(doc._.article for doc in docs),
        tuple(keys),
        article[words_only],
        sentence,
        np.cumsum(new)[words_only],
        start,
        start + length,
        key[words_only],
    )


#: Accented letters for the capitals that are often printed without their accent.
_ACCENTED = {"e": "éèê", "a": "àâ", "i": "î", "o": "ô", "u": "û", "c": "ç"}


def _spellings(texts: dict[int, str], small: set[int]) -> dict[int, str]:
    """Each text as it is counted. *Etat* joins *état* where both are found and no *etat* is in small letters."""
    plain = {hash_: normal(text) for hash_, text in texts.items()}
    known, written_small = set(plain.values()), {plain[hash_] for hash_ in small}
    for hash_, word in plain.items():
        if word not in written_small:
            twins = (letter + word[1:] for letter in _ACCENTED.get(word[:1], ""))
            plain[hash_] = next((twin for twin in twins if twin in known), word)
    return plain


def sentence_at(doc: Any, places: NDArray) -> NDArray[np.int64]:
    """The number of the sentence that holds each character of a Doc, from 1; all 1 where no sentences are marked."""
    borders = np.array([span.start_char for span in doc.spans.get("sentences", ())], dtype=np.int64)
    return np.maximum(np.searchsorted(borders, places, side="right"), 1)


def _numbers(doc: Any, unit: Unit) -> tuple[NDArray, NDArray, NDArray, NDArray, NDArray]:
    """Of each token: hash of its lemma or form, offset, length, sentence, and whether it is in small letters."""
    attribute = "LEMMA" if unit == "lemma" and doc.has_annotation("LEMMA") else "ORTH"
    array = doc.to_array([attribute, "IDX", "LENGTH", "IS_LOWER"]).reshape(-1, 4)
    starts = array[:, 1].astype(np.int64)
    return array[:, 0], starts, array[:, 2], sentence_at(doc, starts), array[:, 3].astype(bool)


def lexical_table(docs: Docs, unit: Unit = "lemma") -> pd.DataFrame:
    """How often each word stands in each article: words in rows, articles in columns, every word counted.

    >>> lexical_table([]).shape
    (0, 0)
    """
    return table_of(stream(docs, unit))


def table_of(words_: Stream) -> pd.DataFrame:
    """The lexical table of a :class:`Stream`."""
    shape = (len(words_.keys), len(words_.articles))
    cells = np.bincount(words_.key * max(shape[1], 1) + words_.article, minlength=shape[0] * shape[1])
    return pd.DataFrame(
        cells.reshape(shape),
        index=pd.Index(words_.keys, name="word", dtype=object),
        columns=list(words_.articles),
    )


def is_content(word: str) -> bool:
    """Whether a word is more than a function word, a number or a letter (list in ``rules/stopwords.toml``).

    >>> is_content("souveraineté"), is_content("l'"), is_content("2024")
    (True, False, False)
    """
    return len(word) > 1 and word[0].isalpha() and word not in _stop_words()


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(
        word for group in rules("stopwords").values() if isinstance(group, list) for word in group
    )


def segments(
    docs: Docs, least: int = 2, shortest: int = 2, longest: int = 8, unit: Unit = "form"
) -> pd.DataFrame:
    """Repeated segments: sequences of words inside a sentence that return at least `least` times.

    Columns segment, length (words), count, articles (that have it). A segment that only ever stands inside
    one longer segment is left out. Source: Salem, Pratique des segments répétés (1987).
    """
    words_ = stream(docs, unit)
    starts, code = np.arange(len(words_.key)), words_.key
    levels: list[_Level] = []
    for length in range(2, longest + 1):
        fits = starts + length - 1 < len(words_.key)
        starts, code = starts[fits], code[fits]
        inside = words_.block[starts] == words_.block[starts + length - 1]
        starts, code = starts[inside], code[inside]
        longer = code * len(words_.keys) + words_.key[starts + length - 1]
        _, code, counts = np.unique(longer, return_inverse=True, return_counts=True)
        often = counts[code] >= least
        starts, code = starts[often], code[often]
        if not len(starts):
            break
        levels.append(_Level(length, starts, code, counts))
    rows = [
        row
        for level, above in zip(levels, [*levels[1:], None], strict=False)
        if level.length >= shortest
        for row in _segments_of(level, above, words_)
    ]
    frame = pd.DataFrame(rows, columns=list(SEGMENTS)).astype(
        {"segment": object} | dict.fromkeys(SEGMENTS[1:], "int64")
    )
    return frame.sort_values(
        ["count", "length", "segment"], ascending=[False, False, True], ignore_index=True
    )


@dataclass(frozen=True, slots=True)
class _Level:
    """The repeated segments of one length: where each starts, which segment it is, and how many there are."""

    length: int
    starts: NDArray[np.int64]
    code: NDArray[np.int64]
    counts: NDArray[np.int64]


def _segments_of(level: _Level, above: _Level | None, words_: Stream) -> list[tuple[str, int, int, int]]:
    """Rows of the segments of a level that no segment of the next level always contains."""
    swallowed = np.zeros(len(level.counts), dtype=bool)
    if above is not None:
        segment_at = np.full(len(words_.key) + 1, -1)
        segment_at[level.starts] = level.code
        for inner in (segment_at[above.starts], segment_at[above.starts + 1]):
            swallowed[inner[level.counts[inner] == above.counts[above.code]]] = True
    kept = ~swallowed[level.code]
    pairs = np.unique(np.stack([level.code[kept], words_.article[level.starts[kept]]]), axis=1)
    articles = np.bincount(pairs[0].astype(np.int64), minlength=len(level.counts))
    codes, first = np.unique(level.code[kept], return_index=True)
    return [
        (_spelled(words_, start, level.length), level.length, int(level.counts[code]), int(articles[code]))
        for code, start in zip(codes.tolist(), level.starts[kept][first].tolist(), strict=True)
    ]


def _spelled(words_: Stream, start: int, length: int) -> str:
    return " ".join(words_.keys[key] for key in words_.key[start : start + length]).replace("' ", "'")
