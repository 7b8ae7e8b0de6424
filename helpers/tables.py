"""Docs become tidy tables: one function a layer, one row a finding, offsets in ``articles.text``.

Every table always has its columns, also when nothing was found. ``text[start:end]`` is the span, exactly.
``sentence`` counts from 1 in each article and is the number that the reference annotations use.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd
from spacy.tokens import Doc

SENTENCES = ("article", "sentence", "part", "start", "end", "text")
TOKENS = ("article", "sentence", "start", "end", "text", "lemma", "pos")
ACTORS = ("article", "sentence", "start", "end", "span", "actor", "kind", "side")
QUANTITIES = (
    "article", "sentence", "start", "end", "span", "kind", "value", "value_high", "unit", "bound", "subject", "attributed_to",
)  # fmt: skip
TIMES = ("article", "sentence", "start", "end", "span", "type", "value", "mod", "earliest", "latest")
CODES = ("article", "sentence", "start", "end", "span", "codebook", "code", "term", "include")
QUOTES = ("article", "sentence", "start", "end", "text", "mode", "speaker", "cue", "role")

_NUMBERS = {"sentence": "int64", "start": "int64", "end": "int64", "value_high": "float64"}


def _frame(
    rows: Iterable[dict[str, Any]], columns: Sequence[str], numbers: Sequence[str] = ()
) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(columns))
    kinds = {name: kind for name, kind in _NUMBERS.items() if name in columns} | dict.fromkeys(
        numbers, "float64"
    )
    return frame.astype(kinds | {name: object for name in columns if name not in kinds})


def _borders(doc: Doc) -> list[int]:
    """Where each sentence starts; a Doc from a pipeline without ``sentences`` has those of its parser, or one."""
    if "sentences" in doc.spans:
        return [span.start_char for span in doc.spans["sentences"]]
    return [sent.start_char for sent in doc.sents] if doc.has_annotation("SENT_START") else [0]


def _records(docs: Iterable[Doc], group: str, attribute: str) -> Iterator[dict[str, Any]]:
    for doc in docs:
        borders = _borders(doc)
        for span in doc.spans.get(group, ()):
            record = span._.get(attribute)
            number = max(1, bisect_right(borders, record["start"]))
            yield {"article": doc._.article, "sentence": number} | record


def sentences(docs: Iterable[Doc]) -> pd.DataFrame:
    """Sentences: article, sentence (from 1), part (headline, standfirst, subhead, body, list_item, table_row), start, end, text.

    >>> sentences([]).columns.tolist()
    ['article', 'sentence', 'part', 'start', 'end', 'text']
    """
    return _frame(
        (
            {
                "article": doc._.article,
                "sentence": number,
                "part": span.label_,
                "start": span.start_char,
                "end": span.end_char,
                "text": span.text,
            }
            for doc in docs
            for number, span in enumerate(doc.spans.get("sentences", ()), 1)
        ),
        SENTENCES,
    )


def tokens(docs: Iterable[Doc]) -> pd.DataFrame:
    """Tokens that are not white space: article, sentence, start, end, text, lemma, pos (Universal Dependencies)."""
    return _frame(
        (
            {
                "article": doc._.article,
                "sentence": max(1, bisect_right(borders, token.idx)),
                "start": token.idx,
                "end": token.idx + len(token),
                "text": token.text,
                "lemma": token.lemma_,
                "pos": token.pos_,
            }
            for doc in docs
            for borders in [_borders(doc)]
            for token in doc
            if not token.is_space
        ),
        TOKENS,
    )


def actors(docs: Iterable[Doc]) -> pd.DataFrame:
    """Mentions of actors: article, sentence, start, end, span (as printed), actor (canonical), kind, side."""
    return _frame(_records(docs, "actors", "actor"), ACTORS)


def quantities(docs: Iterable[Doc]) -> pd.DataFrame:
    """Numbers that report a fact: kind, value in base units, value_high for ranges, unit (ISO 4217, percent, times…), bound, subject, attributed_to."""
    return _frame(_records(docs, "quantities", "quantity"), QUANTITIES, numbers=["value"])


def times(docs: Iterable[Doc]) -> pd.DataFrame:
    """Temporal expressions: type, value and mod in TIMEX3, and the days (`earliest`, `latest`) they can mean, "" where open."""
    return _frame(_records(docs, "times", "time"), TIMES)


def quotes(docs: Iterable[Doc]) -> pd.DataFrame:
    """Quotations: text inside the marks, mode (direct, indirect, scare_quotes), speaker, cue, role; "" where the text gives none."""
    return _frame(_records(docs, "quotes", "quote"), QUOTES)


def codes(docs: Iterable[Doc]) -> pd.DataFrame:
    """Terms of the codebooks found: span (as printed), codebook, code, term (its label), include (yes, no or doubt)."""
    return _frame(_records(docs, "codes", "code"), CODES)
