"""The vocabulary of a theme in the articles: every place in its line, every mention of a family, rates.

Everything starts from Docs and gives tables with offsets, so that any number leads back to its passages.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers import codebook, paths, tables, uncertainty
from helpers.lexicon import Docs, normal, sentence_at, stream
from helpers.text import flat, words

BOOK = "sovereignty"
CONTEXT = 10  # words at either side of a concordance line: with its keyword still a short quotation

LINES = ("article", "sentence", "start", "end", "left", "keyword", "right")
MENTIONS = ("article", "sentence", "start", "end", "span", "family", "term", "pole", "scale", "include")
RATES = ("article", "family", "mentions", "words", "per_1000", "low", "high")


# --- Concordance -----------------------------------------------------------------------------------------


def concordance(
    docs: Docs,
    query: str,
    by: Literal["lemma", "form", "regex", "family"] = "lemma",
    *,
    sort: Literal["article", "left", "right"] = "article",
    context: int = CONTEXT,
    doubtful: bool = True,
) -> pd.DataFrame:
    """Every place where something stands, in its line: article, sentence, start, end, left, keyword, right.

    `query` is a lemma or several in sequence (*intelligence artificiel*), a form as printed (any case; an
    accent missing on a capital is forgiven), a regular expression, or a family of the codebook. `context` is
    the number of words at either side; a line does not reach into the next paragraph. Sorted by article and
    place, or by the words to the left (read from the keyword outwards) or to the right. `doubtful` keeps
    doubtful terms of a family. Raises ``ValueError`` for an empty query, a regular expression that is none,
    and a family that is not in the codebook.

    >>> concordance([], "souveraineté").columns.tolist()
    ['article', 'sentence', 'start', 'end', 'left', 'keyword', 'right']
    """
    if not query.strip():
        raise ValueError("the query is empty; give a lemma, a form, a regular expression or a family")
    if sort not in ("article", "left", "right"):
        raise ValueError(f"unknown order {sort!r}: choose article, left or right")
    if by == "family":
        if query not in families():
            raise ValueError(f"{query!r} is no family; choose one of {', '.join(families())}")
        found = mentions(docs, doubtful)
        places = found[found["family"] == query]
    elif by == "lemma":
        places = _lemma_places(docs, query)
    elif by in ("form", "regex"):
        places = _pattern_places(docs, _form(query) if by == "form" else _expression(query))
    else:
        raise ValueError(f"unknown kind of query {by!r}: choose lemma, form, regex or family")
    return lines(docs, places, sort=sort, context=context)


def lines(docs: Docs, places: pd.DataFrame, *, sort: str = "article", context: int = CONTEXT) -> pd.DataFrame:
    """Places (article, start, end: any table of this project) as lines; other columns stay."""
    texts = {doc._.article: doc.text for doc in docs}
    order = {article: number for number, article in enumerate(texts)}
    rows = [
        _line(texts[a], s, e, context)
        for a, s, e in zip(places["article"], places["start"], places["end"], strict=True)
    ]
    frame = places.drop(columns=["left", "keyword", "right", "span"], errors="ignore").reset_index(drop=True)
    for column, values in zip(
        ("left", "keyword", "right"), zip(*rows, strict=True) if rows else ([], [], []), strict=True
    ):
        frame[column] = pd.Series(list(values), dtype=object, index=frame.index)
    frame = frame[[*LINES, *(c for c in frame if c not in LINES)]]
    keys = {
        "article": lambda row: (order[row["article"]], row["start"]),
        "left": lambda row: (
            [normal(w) for w in reversed(row["left"].split())],
            order[row["article"]],
            row["start"],
        ),
        "right": lambda row: ([normal(w) for w in row["right"].split()], order[row["article"]], row["start"]),
    }
    records = frame.to_dict("records")
    by_place = sorted(range(len(records)), key=lambda number: keys[sort](records[number]))
    return frame.iloc[by_place].reset_index(drop=True)


def _line(text: str, start: int, end: int, context: int) -> tuple[str, str, str]:
    """Left, keyword and right of a place, white space as one space each."""
    # Twenty letters a word are more than enough; the text of an article is not split for every line.
    reach = 20 * context + 20
    left = re.split(r"\n\s*\n", text[max(0, start - reach) : start])[-1].split()
    right = re.split(r"\n\s*\n", text[end : end + reach])[0].split()
    return (
        " ".join(left[-context:] if context else []),
        " ".join(text[start:end].split()),
        " ".join(right[:context]),
    )


def _lemma_places(docs: Docs, query: str) -> pd.DataFrame:
    """Where lemmas stand one after the other, marks between them left aside as long as no sentence ends."""
    words_ = stream(docs, "lemma")
    place = {key: number for number, key in enumerate(words_.keys)}
    wanted = [place.get(normal(word), -1) for word in query.split()]
    size, last = len(words_.key), len(wanted) - 1
    starts = np.arange(max(size - last, 0))
    for offset, key in enumerate(wanted):
        starts = starts[words_.key[starts + offset] == key]
    starts = starts[words_.block[starts] == words_.block[starts + last]]
    return _places(
        words_.articles,
        words_.article[starts],
        words_.sentence[starts],
        words_.start[starts],
        words_.end[starts + last],
    )


def _places(
    articles: Sequence[str], article: NDArray, sentence: NDArray, start: NDArray, end: NDArray
) -> pd.DataFrame:
    names = np.array(articles, dtype=object)[article] if len(article) else np.array([], dtype=object)
    return pd.DataFrame({"article": names, "sentence": sentence, "start": start, "end": end}).astype(
        {"article": object, "sentence": "int64", "start": "int64", "end": "int64"}
    )


def _pattern_places(docs: Docs, pattern: re.Pattern) -> pd.DataFrame:
    found = [[m.span() for m in pattern.finditer(flat(doc.text)) if m.end() > m.start()] for doc in docs]
    spans = np.array([span for spans in found for span in spans], dtype=np.int64).reshape(-1, 2)
    article = np.repeat(np.arange(len(docs)), [len(spans) for spans in found])
    sentence = [
        sentence_at(doc, np.array([s for s, _ in spans]))
        for doc, spans in zip(docs, found, strict=True)
        if spans
    ]
    numbers = np.concatenate(sentence) if sentence else np.zeros(0, dtype=np.int64)
    return _places([doc._.article for doc in docs], article, numbers, *spans.T)


def _expression(query: str) -> re.Pattern:
    try:
        return re.compile(flat(query), re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"{query!r} is not a regular expression: {error}") from None


_BARE = str.maketrans("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ", "AAACEEEEIIOOUUUY")


def _form(query: str) -> re.Pattern:
    """A form as whole words, in any case; a capital of the text may lack the accent that the query has."""
    letters = []
    for character in flat(query.strip()):
        bare = character.upper().translate(_BARE)
        either = re.escape(character)
        if character == " ":
            either = r"\s+"
        elif bare != character.upper():
            # Case is ignored for all but the bare capital, which must be one.
            either = f"(?:{either}|(?-i:{bare}))"
        letters.append(either)
    # An elided form ends in its apostrophe, and the next word follows at once.
    end = "" if letters[-1] == "'" else r"(?![^\W_])"
    return re.compile(rf"(?<![^\W_])(?:{''.join(letters)}){end}", re.IGNORECASE)


# --- Families of the codebook ----------------------------------------------------------------------------


def terms(folder: str | Path = paths.CODEBOOKS, book: str = BOOK) -> pd.DataFrame:
    """The terms of a codebook, in their order: family, term, pole, scale, include, reason, example.

    >>> sorted(set(terms()["include"]))
    ['doubt', 'no', 'yes']
    """
    columns = ("family", "term", "pole", "scale", "include", "reason", "example")
    rows = (
        {"family": term.code, "term": term.label, "pole": "", "scale": ""}
        | term.extra
        | {"include": term.include, "reason": term.reason, "example": term.example}
        for term in codebook.book(Path(folder) / f"{book}.toml").terms
    )
    return pd.DataFrame(list(rows), columns=list(columns), dtype=object)


def families(folder: str | Path = paths.CODEBOOKS, book: str = BOOK) -> dict[str, str]:
    """The families of a codebook and what each gathers, in the order of the file."""
    return {key: code.definition for key, code in codebook.book(Path(folder) / f"{book}.toml").codes.items()}


def mentions(
    docs: Docs, doubtful: bool = True, folder: str | Path = paths.CODEBOOKS, book: str = BOOK
) -> pd.DataFrame:
    """Every mention of a family: article, sentence, start, end, span, family, term, pole, scale, include.

    Found by the component ``codes``; what the codebook rejects is not there, what it doubts only if
    `doubtful`. The scale (French, European, both, or none) is that of the term, or else that of the words of
    belonging beside the mention: in the same sentence, with at most two words and no mark but quotation marks
    between.
    """
    found = tables.codes(docs)
    found = found[(found["codebook"] == book) & (found["include"] != "no")]
    about = terms(folder, book)[["family", "term", "pole", "scale"]]
    frame = found.rename(columns={"code": "family"}).merge(about, on=["family", "term"], how="left")
    frame = frame.sort_values(["start"], kind="stable")
    order = {doc._.article: number for number, doc in enumerate(docs)}
    frame = frame.sort_values("article", key=lambda names: names.map(order), kind="stable", ignore_index=True)
    frame["scale"] = _scales(frame, {doc._.article: doc.text for doc in docs})
    kept = frame if doubtful else frame[frame["include"] == "yes"]
    return kept[list(MENTIONS)].reset_index(drop=True)


def outermost(found: pd.DataFrame) -> pd.DataFrame:
    """The mentions that lie in no longer one, of whatever family: *géant américain* without its *américain*."""
    ordered = found.assign(long=found["start"] - found["end"]).sort_values(
        ["article", "start", "long"], kind="stable"
    )
    reach = ordered.groupby("article", sort=False)["end"].cummax()
    before = reach.groupby(ordered["article"], sort=False).shift(fill_value=-1)
    return ordered[ordered["end"] > before].drop(columns="long").sort_index()


#: What may stand between a mention and the word that gives its scale: two words, a comma, quotation marks.
_BETWEEN = re.compile(r"[ ,»«\"“”]*(?:[\w'-]+[ ,»«\"“”]+){0,2}(?:l')?")


def _scales(frame: pd.DataFrame, texts: dict[str, str]) -> list[str]:
    """The scale of each mention: its own, or that of the nearest words with a scale of their own."""
    named: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    columns = ["article", "sentence", "start", "end", "scale", "pole"]
    rows = list(frame[columns].itertuples(index=False, name=None))
    for article, sentence, start, end, scale, _ in rows:
        if scale:
            named.setdefault((article, sentence), []).append((start, end, scale))
    scales = []
    for article, sentence, start, end, scale, pole in rows:
        near = set()
        if not scale and pole == "affirming":
            near = {
                other_scale
                for other_start, other_end, other_scale in named.get((article, sentence), ())
                if _BETWEEN.fullmatch(flat(texts[article][min(end, other_end) : max(start, other_start)]))
            }
        scales.append("both" if len(near) > 1 else next(iter(near), scale))
    return scales


def rates(
    found: pd.DataFrame, docs: Docs, by: str = "family", order: Sequence[str] | None = None
) -> pd.DataFrame:
    """Mentions per 1,000 words with an interval: one row a pair of article and family, zeros too.

    `found` is a table like that of :func:`mentions`, `by` its column to count by, `order` the values to keep,
    in order. Columns: article, family (whatever `by` is called), mentions, words (of the article), per_1000,
    low and high: 95 % of 2,000 resamples of the sentences of the article. Not a number where an article has
    one sentence only.
    """
    values = list(order) if order is not None else list(dict.fromkeys(found[by]))
    counts = found.groupby(["article", "sentence", by], sort=False).size().to_dict()
    rows = []
    for doc in docs:
        article, lengths = doc._.article, sentence_words(doc)
        table = np.array(
            [
                [counts.get((article, number, value), 0) for value in values]
                for number in range(1, len(lengths) + 1)
            ]
        )
        total = sum(lengths)
        low, high = uncertainty.resample_ratio(table.reshape(-1, len(values)) * 1000, lengths)
        for column, value in enumerate(values):
            n = int(table[:, column].sum())
            rate = 1000 * n / total if total else float("nan")
            span = (low[column], high[column]) if n else (float("nan"), float("nan"))
            rows.append((article, value, n, total, rate, *span))
    return pd.DataFrame(rows, columns=[name if name != "family" else by for name in RATES])


def sentence_words(doc: object) -> list[int]:
    """The number of words of each sentence of a Doc, by the count that every rate in the project uses."""
    # Slices of the text: the text of a Span is put together again from its tokens each time.
    bounds = [(span.start_char, span.end_char) for span in doc.spans.get("sentences", ())] or [
        (0, len(doc.text))
    ]
    text = doc.text
    return [len(words(text[start:end])) for start, end in bounds]
