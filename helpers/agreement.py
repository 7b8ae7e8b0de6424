"""Agreement between coders: Krippendorff's alpha with a bootstrap interval, and scores against a coding.

A coding is a table of yes and no: one row a sentence (index: article, sentence), one column a frame.
Sentences that a coder has not coded are not in it, and count for nobody.
"""

from collections.abc import Mapping
from itertools import combinations

import krippendorff
import numpy as np
import pandas as pd

from helpers import uncertainty

SCORES = ("frame", "coded", "found", "both", "precision", "recall", "f1", "low", "high")
ALPHA = ("coders", "frame", "sentences", "alpha", "low", "high")


def scores(found: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """How far one coding finds another, frame by frame.

    Columns: frame, coded (sentences that `reference` gives the frame), found (those that `found` gives it),
    both, precision, recall, f1, low, high (interval of f1, sentences resampled); over the sentences in both
    codings. A ratio with nothing to divide by is not a number; f1 is then not a number only where neither
    coding has the frame.
    """
    common = reference.index.intersection(found.index)
    truth = reference.loc[common].to_numpy(dtype=float)
    guess = found.loc[common, list(reference.columns)].to_numpy(dtype=float)
    low, high = uncertainty.resample_ratio(2 * truth * guess, truth + guess)
    rows = []
    for k, frame in enumerate(reference.columns):
        coded, got = int(truth[:, k].sum()), int(guess[:, k].sum())
        both = int((truth[:, k] * guess[:, k]).sum())
        f1 = _part(2 * both, coded + got)
        rows.append(
            (frame, coded, got, both, _part(both, got), _part(both, coded), f1, float(low[k]), float(high[k]))
        )
    return pd.DataFrame(rows, columns=list(SCORES))


def _part(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


def macro_f1(table: pd.DataFrame) -> float:
    """Mean F1 of the frames that either coding has; not a number when there is none."""
    return float(table["f1"].mean())


def alpha(codings: list[np.ndarray]) -> float:
    """Krippendorff's alpha for nominal data: an array a coder, a value a sentence, not a number: not coded.

    Source: Krippendorff, Content Analysis (4th ed. 2019), chapter 12. Not a number where alpha has no
    meaning: everybody always gives the same value, so that chance disagreement is nought.
    """
    data = np.vstack([np.asarray(coding, dtype=float) for coding in codings])
    paired = data[:, (~np.isnan(data)).sum(axis=0) > 1]
    if not paired.size or len(np.unique(paired[~np.isnan(paired)])) < 2:
        return float("nan")
    return float(krippendorff.alpha(reliability_data=paired, level_of_measurement="nominal"))


def resampled_alpha(
    codings: list[np.ndarray], n: int = 2000, level: float = 0.95, seed: int = uncertainty.SEED
) -> tuple[float, float]:
    """Percentile interval of alpha, sentences resampled; for codings of yes and no.

    Alpha of a resample is computed from the sums of coincidences, all resamples at once. Source: as for
    :func:`alpha`; resampling of units as in Zapf et al., BMC Medical Research Methodology 16:93 (2016).
    """
    data = np.vstack([np.asarray(coding, dtype=float) for coding in codings])
    known = ~np.isnan(data)
    coders = known.sum(axis=0)
    use = coders > 1
    if use.sum() < 2:
        return float("nan"), float("nan")
    yes, coders = np.where(known, data, 0.0).sum(axis=0)[use], coders[use]
    # Of a sentence with m coders, y of them yes: y (m - y) / (m - 1) pairs disagree, in each direction.
    per_sentence = np.column_stack([yes * (coders - yes) / (coders - 1), yes, coders])
    weights = uncertainty.resample_weights(len(per_sentence), n, seed).astype(float)
    disagree, yes_all, all_values = (weights @ per_sentence).T
    expected = yes_all * (all_values - yes_all) / (all_values - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.where(expected > 0, 1 - disagree / expected, np.nan)
    if np.isnan(values).all():
        return float("nan"), float("nan")
    low, high = np.nanquantile(values, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def alphas(codings: Mapping[str, pd.DataFrame], n: int = 2000) -> pd.DataFrame:
    """Alpha of every pair of coders, frame by frame, and of all coders together when there are more than two.

    `codings` maps a coder's name to a coding. Columns: coders (names joined by « & »), frame, sentences
    (coded by at least two of them), alpha, low, high. Pairs without a common sentence are left out.
    """
    groups = list(combinations(codings, 2))
    if len(codings) > 2:
        groups.append(tuple(codings))
    rows = []
    for group in groups:
        index = codings[group[0]].index
        for name in group[1:]:
            index = index.union(codings[name].index)
        aligned = [codings[name].reindex(index) for name in group]
        counted = sum(table.notna().all(axis=1).astype(int) for table in aligned)
        sentences = int((counted > 1).sum())
        if not sentences:
            continue
        for frame in codings[group[0]].columns:
            arrays = [table[frame].astype(float).to_numpy() for table in aligned]
            rows.append((" & ".join(group), frame, sentences, alpha(arrays), *resampled_alpha(arrays, n)))
    return pd.DataFrame(rows, columns=list(ALPHA))
