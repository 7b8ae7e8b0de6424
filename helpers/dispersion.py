"""How evenly a word is spread over the articles, and where in each of them it stands."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray


def dp(counts: ArrayLike, sizes: ArrayLike) -> NDArray[np.float64]:
    """Gries' deviation of proportions: 0 where every part has its share of a word, near 1 where one has all.

    `counts` has words in rows and parts of the corpus in columns; `sizes` is the number of words of each
    part. Half the sum of the differences between share of the word and share of the corpus. Not a number for
    a word that never occurs. Source: Gries, Dispersions and adjusted frequencies in corpora, International
    Journal of Corpus Linguistics 13 (2008), 403-437; the example is his: five parts of 9, 10, 10, 10 and 11
    words.

    >>> dp([[1, 2, 3, 4, 5]], [9, 10, 10, 10, 11]).round(2).tolist()
    [0.18]
    """
    cells = np.asarray(counts, dtype=float)
    parts = np.asarray(sizes, dtype=float)
    if cells.ndim != 2 or cells.shape[1:] != parts.shape:
        raise ValueError("counts need one row a word and one column a part; sizes one value a part")
    totals = cells.sum(axis=1, keepdims=True)
    shares = np.divide(cells, totals, out=np.full(cells.shape, np.nan), where=totals > 0)
    whole = parts.sum()
    return np.abs(shares - (parts / whole if whole else parts)).sum(axis=1) / 2


def dp_norm(counts: ArrayLike, sizes: ArrayLike) -> NDArray[np.float64]:
    """Gries' DP on a scale that reaches 1 for a word that stands in the smallest part only.

    Source: Lijffijt and Gries, Correction to "Dispersions and adjusted frequencies in corpora", International
    Journal of Corpus Linguistics 17 (2012), 147-149. Not a number where there is only one part.

    >>> dp_norm([[4, 0], [0, 3]], [60, 40]).round(2).tolist()
    [0.67, 1.0]
    """
    parts = np.asarray(sizes, dtype=float)
    smallest = parts.min() / parts.sum() if parts.size and parts.sum() else 1.0
    raw = dp(counts, sizes)
    return raw / (1 - smallest) if smallest < 1 else np.full(len(raw), np.nan)


def positions(found: pd.DataFrame, lengths: dict[str, int]) -> pd.DataFrame:
    """`found` with a column `position`: where each row starts, in per cent of the length of its article.

    >>> positions(pd.DataFrame({"article": ["x"], "start": [25]}), {"x": 200})["position"].tolist()
    [12.5]
    """
    total = found["article"].map(lengths).astype(float)
    return found.assign(position=100 * found["start"].astype(float) / total)


def by_tenths(placed: pd.DataFrame, lengths: dict[str, int], by: str = "pole") -> pd.DataFrame:
    """How evenly each article spreads what it says: article, `by`, mentions, dp over ten parts of equal length.

    `placed` comes from :func:`positions`. With few mentions DP is high whatever the order: two of them in ten
    parts cannot be even. Articles without a mention have no row.
    """
    rows = []
    for article in lengths:
        own = placed[placed["article"] == article]
        for value, group in own.groupby(by, sort=True):
            tenth = np.minimum(group["position"].to_numpy() // 10, 9).astype(int)
            counts = np.bincount(tenth, minlength=10)
            rows.append((article, value, len(group), float(dp(counts[None, :], np.ones(10))[0])))
    return pd.DataFrame(rows, columns=["article", by, "mentions", "dp"])
