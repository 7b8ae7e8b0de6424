"""Which words are specific to which article: five statistics side by side, each with its source.

All functions take a lexical table, words in rows and articles in columns, that counts every word of the
corpus (the margins are the totals), and give one value a cell: an article against all the others. Positive
means more than expected.
"""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaln

from helpers.uncertainty import permutation_floor

COLUMNS = (
    "article",
    "word",
    "count",
    "total",
    "per_1000",
    "specificity",
    "g2",
    "log_ratio",
    "log_odds",
    "p",
    "floor",
)
Cells = NDArray[np.float64]


def _margins(table: ArrayLike) -> tuple[Cells, Cells, Cells, float]:
    """Cells, totals of the words (a column), sizes of the articles (a row), size of the corpus."""
    cells = np.asarray(table, dtype=float)
    if cells.ndim != 2:
        raise ValueError("a lexical table has words in rows and articles in columns")
    if (cells < 0).any() or (cells != np.floor(cells)).any():
        raise ValueError("a lexical table holds counts: whole numbers, none below zero")
    return cells, cells.sum(axis=1, keepdims=True), cells.sum(axis=0, keepdims=True), float(cells.sum())


def specificity(table: ArrayLike) -> Cells:
    """Lafon's specificity, signed, as TXM prints it: log10 of an exact hypergeometric tail.

    A count at or above its expectation f·t/T has the positive ``-log10 P(X >= k)``, one below it the negative
    ``log10 P(X <= k)``, where X is how often a word of f occurrences among T falls into an article of t
    words. Computed on the log scale: nothing underflows, however large the corpus. Source: Lafon, Sur la
    variabilité de la fréquence des formes dans un corpus, Mots 1 (1980), 127-165; the same values as
    ``specificities`` of the R package textometry, which rounds them to four digits.

    >>> specificity([[5, 0], [95, 100]]).round(4).tolist()[0]
    [1.5274, -1.5274]
    """
    cells, totals, sizes, whole = _margins(table)
    k, f, t = (x.ravel() for x in np.broadcast_arrays(cells, totals, sizes))
    more = k * whole >= f * t
    tail = np.where(
        more, _log_tail(k, f, t, whole, upward=True, use=more), _log_tail(k, f, t, whole, False, ~more)
    )
    # A tail is a probability; rounding may leave it a hair above 1.
    surprise = np.maximum(-tail / np.log(10), 0.0)
    return np.where(more, surprise, -surprise).reshape(cells.shape) + 0.0


def _log_tail(k: Cells, f: Cells, t: Cells, whole: float, upward: bool, use: NDArray[np.bool_]) -> Cells:
    """Log of the hypergeometric tail from k up (or down), where `use`: first term times the sum of ratios.

    From a count beyond its expectation the terms fall faster than a geometric series, so the sum is short.
    """
    where = np.flatnonzero(use)
    k, f, t = k[where], f[where], t[where]
    log_sum = np.zeros(len(k))
    total, term, step = np.ones(len(k)), np.ones(len(k)), k.copy()
    live = np.arange(len(k))
    while len(live):
        j, fl, tl = step[live], f[live], t[live]
        if upward:
            ratio = (fl - j) * (tl - j) / ((j + 1) * (whole - fl - tl + j + 1))
            step[live] += 1
        else:
            ratio = j * (whole - fl - tl + j) / ((fl - j + 1) * (tl - j + 1))
            step[live] -= 1
        term[live] *= ratio
        total[live] += term[live]
        live = live[term[live] > total[live] * 1e-17]
    log_sum = np.log(total) + _log_pmf(k, f, t, whole)
    result = np.zeros(len(use))
    result[where] = log_sum
    return result


def _log_pmf(k: Cells, f: Cells, t: Cells, whole: float) -> Cells:
    def choose(n: Cells | float, m: Cells) -> Cells:
        return gammaln(n + 1) - gammaln(m + 1) - gammaln(n - m + 1)

    return choose(f, k) + choose(whole - f, t - k) - choose(whole, t)


def g2(table: ArrayLike) -> Cells:
    """Log-likelihood ratio of the two-by-two table word or not, this article or another; signed.

    ``2 · sum(O · ln(O / E))`` over the four cells. Source: Dunning, Accurate Methods for the Statistics of
    Surprise and Coincidence, Computational Linguistics 19 (1993), 61-74.

    >>> g2([[5, 0], [95, 100]]).round(4).tolist()[0]
    [7.0597, -7.0597]
    """
    cells, totals, sizes, whole = _margins(table)
    value = log_likelihood(cells, totals, sizes, whole)
    return np.where(cells * whole >= totals * sizes, value, -value) + 0.0


def log_likelihood(both: ArrayLike, one: ArrayLike, other: ArrayLike, whole: float) -> Cells:
    """Dunning's G² of two-by-two tables, from first cell and margins: how often both, one, other, of all."""
    a, r, c = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (both, one, other)))
    observed = np.stack([a, r - a, c - a, whole - r - c + a])
    expected = np.stack([r * c, r * (whole - c), (whole - r) * c, (whole - r) * (whole - c)]) / (whole or 1)
    safe = (observed > 0) & (expected > 0)
    logs = np.log(
        np.divide(observed, expected, out=np.ones_like(observed), where=safe), out=np.zeros_like(observed)
    )
    # Terms cancel where observed equals expected, down to a rest that may be negative.
    return np.maximum(2 * (observed * logs).sum(axis=0), 0.0)


def log_ratio(table: ArrayLike) -> Cells:
    """How many times the relative frequency doubles from the other articles to this one: log2 of their ratio.

    A count of zero counts as a half, so that every word has a value. Source: Hardie, Log Ratio: an informal
    introduction, ESRC Centre for Corpus Approaches to Social Science (2014).

    >>> log_ratio([[4, 1], [96, 99]]).round(4).tolist()[0]
    [2.0, -2.0]
    """
    cells, totals, sizes, whole = _margins(table)
    inside = np.where(cells > 0, cells, 0.5)
    outside = np.where(totals - cells > 0, totals - cells, 0.5)
    rest = whole - sizes
    possible = np.broadcast_to((sizes > 0) & (rest > 0), cells.shape)
    ratio = np.divide(inside * rest, outside * sizes, out=np.full(cells.shape, np.nan), where=possible)
    return np.log2(ratio)


def log_odds(table: ArrayLike, prior: float = 500.0) -> Cells:
    """Log-odds of article against rest with an informative Dirichlet prior, as a z-score.

    The prior is the word's share of the whole corpus, worth `prior` words: it draws rare words to zero, so
    that size and certainty are in one number. Source: Monroe, Colaresi and Quinn, Fightin' Words, Political
    Analysis 16 (2008), 372-403, equations 16 (difference) and 20 to 22 (variance and z).

    >>> log_odds([[5, 0], [95, 100]]).round(4).tolist()[0]
    [0.9317, -0.9317]
    """
    cells, totals, sizes, whole = _margins(table)
    share = totals * prior / (whole or 1)
    inside, outside = cells + share, totals - cells + share
    size_in, size_out = sizes + prior, whole - sizes + prior
    possible = (share > 0) & (inside < size_in) & (outside < size_out)
    shape = cells.shape

    def log_odd(count: Cells, size: Cells) -> Cells:
        return np.log(np.divide(count, size - count, out=np.ones(shape), where=possible))

    variance = np.divide(1, inside, out=np.ones(shape), where=possible) + np.divide(
        1, outside, out=np.ones(shape), where=possible
    )
    z = (log_odd(inside, size_in) - log_odd(outside, size_out)) / np.sqrt(variance)
    return np.where(possible, z, 0.0)


def permutation(table: ArrayLike) -> Cells:
    """Two-sided p of each word in each article when articles, not tokens, are exchanged.

    The share of articles that differ from the rest by at least as much: with one article against the others
    it cannot go below one in the number of articles (:func:`helpers.uncertainty.permutation_floor`), and is
    the same as :func:`helpers.uncertainty.permutation_p` of a group of one.

    >>> permutation([[5, 0, 1, 0, 0], [95, 100, 99, 100, 100]])[0].tolist()
    [0.2, 0.8, 1.0, 0.8, 0.8]
    """
    cells, totals, sizes, whole = _margins(table)
    rest = whole - sizes
    shape = cells.shape
    inside = np.divide(cells, sizes, out=np.zeros(shape), where=np.broadcast_to(sizes > 0, shape))
    outside = np.divide(totals - cells, rest, out=np.zeros(shape), where=np.broadcast_to(rest > 0, shape))
    # Rounded so that equal differences stay equal whatever the order of the sums.
    difference = np.round(np.abs(inside - outside), 12)
    order = np.sort(difference, axis=1)
    below = (
        np.stack([np.searchsorted(row, values) for row, values in zip(order, difference, strict=True)])
        if shape[0]
        else np.zeros(shape)
    )
    return (shape[1] - below) / max(shape[1], 1)


def compare(table: pd.DataFrame, minimum: int = 1, prior: float = 500.0) -> pd.DataFrame:
    """All statistics of every word that occurs at least `minimum` times, article by article, side by side.

    `table` has words in its index, articles in its columns and counts every word, also the rare ones. The
    result has one row a pair of article and word, also where the article lacks the word: article, word, count
    (in the article), total (in the corpus), per_1000 words of the article, specificity, g2, log_ratio,
    log_odds, p and its floor. Most specific first within an article.
    """
    table = table.sort_index()
    counts = table.to_numpy(dtype=float)
    rare = counts.sum(axis=1) < max(minimum, 1)
    # Rare words in one last row: the sizes of the articles stay what they are.
    pooled = np.vstack([counts[~rare], counts[rare].sum(axis=0)])
    sizes = counts.sum(axis=0)
    values = {
        "count": pooled,
        "total": np.broadcast_to(pooled.sum(axis=1, keepdims=True), pooled.shape),
        "per_1000": 1000 * np.divide(pooled, sizes, out=np.zeros(pooled.shape), where=sizes > 0),
        "specificity": specificity(pooled),
        "g2": g2(pooled),
        "log_ratio": log_ratio(pooled),
        "log_odds": log_odds(pooled, prior),
        "p": permutation(pooled),
    }
    words, articles = table.index[~rare].to_numpy(dtype=object), table.columns.to_numpy(dtype=object)
    # Rounded, so that ties are ties on every processor and the alphabet decides them.
    order = np.argsort(-np.round(values["specificity"][:-1], 9), axis=0, kind="stable")
    long = {"article": np.repeat(articles, len(words)), "word": words[order.T.ravel()]}
    long |= {name: np.take_along_axis(cells[:-1], order, axis=0).T.ravel() for name, cells in values.items()}
    frame = pd.DataFrame(long).astype({"count": "int64", "total": "int64"})
    frame["floor"] = permutation_floor(len(articles))
    return frame[list(COLUMNS)]


def specific_words(comparison: pd.DataFrame, n: int = 8, least: float = 1.3) -> pd.DataFrame:
    """The `n` most specific words of each article, of those at `least` or more (1.3: a tail of 1 in 20)."""
    positive = comparison[comparison["specificity"] >= least]
    return positive.groupby("article", sort=False, observed=True).head(n).reset_index(drop=True)
