"""How sure a number is when there are few texts: resampling, relabelling, leaving one out.

Texts or sentences are resampled, never tokens: the words of a sentence are not independent. The numbers that
go in are counts, so that every sum is exact and the same on every processor; the seed is fixed.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from itertools import combinations
from math import comb
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

SEED = 20240226
#: Random cells held at once: resampling needs the same memory for ten articles and for ten thousand.
_CELLS = 2_000_000

Result = TypeVar("Result")


@lru_cache(maxsize=64)
def resample_weights(units: int, n: int = 2000, seed: int = SEED) -> NDArray[np.int64]:
    """How often each unit is drawn in each of `n` resamples with replacement: n rows, `units` columns.

    >>> resample_weights(4, n=2).sum(axis=1).tolist()
    [4, 4]
    """
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, units, size=(n, units)) + units * np.arange(n)[:, None]
    weights = np.bincount(drawn.ravel(), minlength=n * units).reshape(n, units)
    # Texts of as many sentences share their resamples, so they are kept; nobody may change them.
    weights.flags.writeable = False
    return weights


def _columns(values: ArrayLike, units: int | None = None) -> NDArray[np.float64]:
    array = np.asarray(values, dtype=float)
    array = array[:, None] if array.ndim == 1 else array
    if array.ndim != 2 or (units is not None and len(array) != units):
        raise ValueError("numerator and denominator need one row a unit, the same units in both")
    return array


def _ratio(numerator: NDArray[np.float64], denominator: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ratio, not a number where there is nothing to divide by."""
    shape = np.broadcast_shapes(numerator.shape, denominator.shape)
    return np.divide(numerator, denominator, out=np.full(shape, np.nan), where=denominator != 0)


def resampled_ratios(
    numerator: ArrayLike, denominator: ArrayLike, n: int = 2000, seed: int = SEED
) -> NDArray[np.float64]:
    """The ratio of sums in each of `n` resamples of the units: n rows, one column a column of `numerator`.

    `numerator` has one row a unit (sentence, article) and any number of columns; `denominator` one value a
    unit, or the same columns. All columns see the same resamples, so that their differences can be read off
    too. Not a number where a resample has an empty denominator.
    """
    top = _columns(numerator)
    bottom = _columns(denominator, len(top))
    rng = np.random.default_rng(seed)
    step = max(1, _CELLS // max(len(top), 1))
    rows = []
    for first in range(0, n, step):
        weights = resample_weights(len(top), min(step, n - first), int(rng.integers(2**32))).astype(float)
        rows.append(_ratio(weights @ top, weights @ bottom))
    return np.concatenate(rows)


def resample_ratio(
    numerator: ArrayLike, denominator: ArrayLike, n: int = 2000, level: float = 0.95, seed: int = SEED
) -> tuple[NDArray[np.float64] | float, NDArray[np.float64] | float]:
    """Percentile bootstrap interval (low, high) of ``sum(numerator) / sum(denominator)`` over units.

    Arguments as for :func:`resampled_ratios`; the result has one value a column, or is two numbers for one
    column. The interval is not a number where no resample has a ratio, and for fewer than two units, which
    tell nothing about their spread. Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993),
    ch. 13.

    Mentions of *souveraineté* and words, sentence by sentence:

    >>> low, high = resample_ratio([1, 0, 2, 0], [20, 15, 30, 25])
    >>> bool(0 <= low < 3 / 90 < high)
    True
    """
    top = _columns(numerator)
    if len(top) < 2:
        low = high = np.full(top.shape[1], np.nan)
    else:
        ratios = resampled_ratios(numerator, denominator, n, seed)
        empty = np.isnan(ratios).all(axis=0)
        # A column without any ratio would make numpy warn; without gaps the quick way is the same.
        filled = np.where(empty, 0.0, ratios)
        quantile = np.nanquantile if np.isnan(filled).any() else np.quantile
        low, high = quantile(filled, [(1 - level) / 2, (1 + level) / 2], axis=0)
        low, high = np.where(empty, np.nan, low), np.where(empty, np.nan, high)
    return (float(low[0]), float(high[0])) if np.ndim(numerator) == 1 else (low, high)


def permutation_floor(articles: int, group: int = 1) -> float:
    """The smallest p that relabelling can give: one in the number of ways to choose `group` of the articles.

    >>> permutation_floor(5)
    0.2
    """
    if not 0 < group < articles:
        return 1.0
    return 1 / comb(articles, group)


def permutation_p(
    numerator: ArrayLike,
    denominator: ArrayLike,
    group: ArrayLike,
    n: int = 2000,
    seed: int = SEED,
) -> NDArray[np.float64] | float:
    """How often articles chosen at random differ from the rest by as much as `group` does: two-sided p.

    `numerator` and `denominator` as for :func:`resampled_ratios`, one row an article; `group` says for each
    article whether it belongs. What is compared is the absolute difference of the two ratios; p is one value
    a column, or a number. Every choice of as many articles is tried where there are at most `n`, otherwise
    `n` random ones and the observed one. p cannot go below :func:`permutation_floor`. Source: Good,
    Permutation, Parametric and Bootstrap Tests of Hypotheses (2005), chapter 3.

    >>> permutation_p([5, 0, 1, 0, 0], [100, 100, 100, 100, 100], [True, False, False, False, False])
    0.2
    """
    top = _columns(numerator)
    bottom = _columns(denominator, len(top))
    mask = np.asarray(group, dtype=bool)
    size, units = int(mask.sum()), len(top)
    if len(mask) != units:
        raise ValueError("group needs one value an article")
    if not 0 < size < units:
        p = np.ones(top.shape[1])
    else:
        choices = _choices(units, size, n, seed)
        chosen = np.zeros((len(choices), units))
        np.put_along_axis(chosen, choices, 1.0, axis=1)
        observed = _differences(mask[None, :].astype(float), top, bottom)
        others = _differences(chosen, top, bottom)
        # The same articles give the same sums; the margin only absorbs the last bit of the division.
        reached = others >= observed - 1e-12
        exact = len(choices) == comb(units, size)
        p = reached.mean(axis=0) if exact else (reached.sum(axis=0) + 1) / (len(choices) + 1)
    return float(p[0]) if np.ndim(numerator) == 1 else p


def _choices(units: int, size: int, n: int, seed: int) -> NDArray[np.int64]:
    if comb(units, size) <= n:
        return np.array(list(combinations(range(units), size)))
    return np.argsort(np.random.default_rng(seed).random((n, units)), axis=1)[:, :size]


def _differences(
    chosen: NDArray[np.float64], top: NDArray[np.float64], bottom: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Absolute difference of the ratio inside and outside each choice; 0 where one side has no ratio."""
    inside = _ratio(chosen @ top, chosen @ bottom)
    outside = _ratio(top.sum(axis=0) - chosen @ top, bottom.sum(axis=0) - chosen @ bottom)
    return np.nan_to_num(np.abs(inside - outside))


def leave_one_out(
    keys: Sequence[Hashable], measure: Callable[[list[Hashable]], Result]
) -> dict[Hashable, Result]:
    """`measure` of all keys but one, for each key left out, in their order; empty for fewer than two keys.

    >>> leave_one_out(["a", "b", "c"], len)
    {'a': 2, 'b': 2, 'c': 2}
    """
    keys = list(keys)
    if len(keys) < 2:
        return {}
    return {left_out: measure([key for key in keys if key != left_out]) for left_out in keys}
