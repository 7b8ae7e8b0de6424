"""The corpus at a glance: lengths, dates, what cleaning removed, sentence length, who is named, frequent words."""

import numpy as np
import pandas as pd

from helpers import cleaning
from helpers.claims import excerpt
from helpers.lexicon import is_content, normal
from helpers.text import words
from helpers.uncertainty import resample_ratio

#: A sentence of these parts is prose; a heading, a bullet or a table row is short by form.
PROSE = ("standfirst", "body")
_CONTENT = ("NOUN", "ADJ", "VERB")
_FEW = 30
LONG_WORD = 7  # letters: "more than six" in Björnsson's index


def lengths(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """One row an article: `article`, `label`, `words`, `sentences`, `characters`, `kept` (percent of the file's characters).

    `articles` and `sentences` as from ``corpus.load`` and ``tables.sentences``.
    """
    counts = sentences.groupby("article").size()
    return pd.DataFrame(
        {
            "article": articles.index,
            "label": articles["label"].to_numpy(),
            "words": articles["words"].to_numpy(),
            "sentences": counts.reindex(articles.index, fill_value=0).to_numpy(),
            "characters": articles["text"].str.len().to_numpy(),
            "kept": (100 * articles["text"].str.len() / articles["raw"].str.len()).to_numpy(),
        }
    )


def day(value: pd.Timestamp) -> str:
    """A day in words; a missing one is "no known day".

    >>> day(pd.Timestamp("2024-02-26")), day(pd.NaT)
    ('26 February 2024', 'no known day')
    """
    return "no known day" if pd.isna(value) else f"{value.day} {value:%B %Y}"


def windows(articles: pd.DataFrame) -> pd.DataFrame:
    """One row an article: `article`, `label`, `earliest`, `latest` (missing where open), `days` (of the window),
    `dated_by`, `shown` (the window in words)."""
    start = pd.to_datetime(articles["earliest"].replace("", None))
    end = pd.to_datetime(articles["latest"].replace("", None))
    return pd.DataFrame(
        {
            "article": articles.index,
            "label": articles["label"].to_numpy(),
            "earliest": start.to_numpy(),
            "latest": end.to_numpy(),
            "days": ((end - start).dt.days + 1).to_numpy(),
            "dated_by": articles["dated_by"].to_numpy(),
            "shown": [_window(first, last) for first, last in zip(start, end, strict=True)],
        }
    )


def _window(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """A window of days in words.

    >>> _window(pd.Timestamp("2024-02-26"), pd.Timestamp("2024-03-03"))
    '26 Feb to 3 Mar 2024'
    """
    if pd.isna(first):
        return "unknown"
    if pd.isna(last):
        return f"{first.day} {first:%b %Y} or later"
    if first == last:
        return f"{first.day} {first:%b %Y}"
    return f"{first.day} {first:%b}{f' {first.year}' if first.year != last.year else ''} to {last.day} {last:%b %Y}"


def removed(articles: pd.DataFrame) -> pd.DataFrame:
    """What cleaning took out or mended: one row a passage, or a kind of repair.

    Columns: `article`, `kind`, `why`, `line` (of the file as collected), `before` (what went or was changed), `after`
    (what stands in its place, "" when it went), `count`, `repair` (typography mended, no passage removed),
    `characters` (of `before`, `count` times).
    """
    columns = ["article", "kind", "why", "line", "before", "after", "count", "repair", "characters"]
    rows = [
        {"article": article, "repair": bool(item.context), "characters": len(item.before) * item.count}
        | {name: getattr(item, name) for name in columns[1:-2]}
        for article, row in zip(articles.index, articles.itertuples(index=False), strict=True)
        for item in cleaning.removed(row.raw, row.text, row.cuts)
    ]
    return pd.DataFrame(rows, columns=columns).astype(
        {"repair": bool, "characters": "int64", "count": "int64"}
    )


def removed_by_kind(removed: pd.DataFrame) -> pd.DataFrame:
    """The same, one row an article and kind: `article`, `kind`, `why`, `times`, `lines`, `what` (first words of each passage)."""
    first_words = removed["before"].map(lambda text: " ".join(excerpt(text, 5).split()) or "(spaces)")
    found = removed.assign(what=first_words, lines=removed["line"].astype(str)).groupby(
        ["article", "kind", "why"], sort=False
    )
    return found.agg(times=("count", "sum"), lines=("lines", _each), what=("what", _each)).reset_index()


def _each(parts: pd.Series) -> str:
    return " · ".join(dict.fromkeys(parts))


def reading(sentences: pd.DataFrame) -> pd.DataFrame:
    """How long the sentences of the prose are: one row an article, in the order of the table.

    Columns: `article`, `sentences` (of prose, see :data:`PROSE`), `words` (mean a sentence), `low`, `high` (95 % bootstrap interval over
    sentences), `longest` (words), `lix` (Björnsson's readability index: words a sentence plus the percentage of words of more
    than six letters; Björnsson, Läsbarhet, 1968; about 40 is a popular text, 60 a technical one).
    """
    prose = sentences[sentences["part"].isin(PROSE)]
    rows = []
    for article, group in prose.groupby("article", sort=False):
        lists = [words(text) for text in group["text"]]
        counts = np.array([len(found) for found in lists])
        low, high = resample_ratio(counts, np.ones(len(counts)))
        long = sum(len(word.rstrip("'")) >= LONG_WORD for found in lists for word in found)
        total = int(counts.sum())
        mean = total / len(counts)
        rows.append(
            {
                "article": article,
                "sentences": len(counts),
                "words": mean,
                "low": low,
                "high": high,
                "longest": int(counts.max()),
                "lix": mean + 100 * long / total if total else np.nan,
            }
        )
    return pd.DataFrame(rows, columns=["article", "sentences", "words", "low", "high", "longest", "lix"])


def named(actors: pd.DataFrame, articles: pd.DataFrame, least_articles: int = 2) -> pd.DataFrame:
    """Mentions of actors by article, one row a cell: `actor`, `article`, `label`, `mentions`, `total` (of the actor), `articles`
    (that name it), `evidence` (offsets of every mention, ``start-end`` separated by spaces).

    Only actors named in at least `least_articles` articles (or in all, where there are fewer); most mentioned first,
    articles in their order. An article that does not name an actor has 0 mentions.
    """
    spans = actors["start"].astype(str) + "-" + actors["end"].astype(str)
    cells = (
        actors.assign(evidence=spans)
        .groupby(["actor", "article"])["evidence"]
        .agg(mentions="size", evidence=" ".join)
    )
    every = pd.MultiIndex.from_product(
        [sorted(actors["actor"].unique()), articles.index], names=["actor", "article"]
    )
    table = (
        cells.reindex(every)
        .reset_index()
        .fillna({"mentions": 0, "evidence": ""})
        .astype({"mentions": "int64"})
    )
    by_actor = table.groupby("actor")["mentions"]
    table["total"] = by_actor.transform("sum")
    table["articles"] = by_actor.transform(lambda counts: int((counts > 0).sum()))
    table["label"] = table["article"].map(articles["label"])
    table = table[table["articles"] >= min(least_articles, len(articles))]
    table = table.sort_values(["total", "actor"], ascending=[False, True], kind="stable", ignore_index=True)
    return table[["actor", "article", "label", "mentions", "total", "articles", "evidence"]]


def grid(table: pd.DataFrame, row: str, column: str, value: str) -> pd.DataFrame:
    """A table of cells as a matrix for a heat map, rows and columns in their order of appearance; 0 is a missing cell."""
    matrix = table.pivot(index=row, columns=column, values=value)
    matrix = matrix.loc[table[row].drop_duplicates(), table[column].drop_duplicates()]
    return matrix.rename_axis(index=None, columns=None).where(lambda cells: cells != 0)


def frequent(tokens: pd.DataFrame, actors: pd.DataFrame, least: int = 4) -> pd.DataFrame:
    """Content words by lemma: `lemma`, `count`, `articles`, most frequent first; those used at least `least` times.

    In a corpus so short that no word is, the thirty most frequent. Nouns, adjectives and verbs outside the names of actors, without the words of ``rules/stopwords.toml``.
    """
    named_at = {
        (row.article, position)
        for row in actors.itertuples(index=False)
        for position in range(row.start, row.end)
    }
    inside = [place in named_at for place in zip(tokens["article"], tokens["start"], strict=True)]
    lemma = tokens["lemma"].map(normal)
    keep = (
        tokens["pos"].isin(_CONTENT)
        & lemma.map(is_content)
        & ~pd.Series(inside, index=tokens.index, dtype=bool)
    )
    found = tokens[keep].assign(lemma=lemma[keep]).groupby("lemma")
    table = found.agg(count=("start", "size"), articles=("article", "nunique")).reset_index()
    table = table.sort_values(["count", "lemma"], ascending=[False, True], ignore_index=True)
    often = table[table["count"] >= least]
    return often if len(often) else table.head(_FEW)
