"""Keyness: published values, and the same formulas written again, cell by cell."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from helpers import keyness, uncertainty

#: Five words of ten speeches of Robespierre: the example of R's textometry, after Lafon (1980).
ROBESPIERRE = pd.DataFrame(
    {
        "de": [464, 165, 194, 392, 398, 235, 509, 96, 58, 662],
        "peuple": [45, 18, 15, 14, 53, 30, 42, 16, 4, 59],
        "republique": [35, 10, 16, 29, 29, 9, 21, 14, 2, 42],
        "ennemi": [30, 13, 11, 19, 22, 10, 16, 7, 2, 35],
        "patrie": [6, 5, 16, 8, 23, 10, 35, 8, 3, 39],
    }
).T
SIZES = [8395, 2558, 3920, 6903, 7896, 4555, 10142, 2063, 1084, 13933]
#: What `specificities(robespierre)` prints (textometry, tests/specificities.Rout), four digits.
PUBLISHED = [
    [1.2477, 2.6891, -0.5534, 1.6471, -0.5096, -0.2909, -0.6132, -0.8098, 0.3884, -2.2050],
    [0.6161, 1.1466, -0.6709, -4.1743, 2.1122, 1.2906, -0.7980, 1.3632, -0.3977, -0.8410],
    [0.9753, 0.4424, 0.6038, 0.9023, 0.4706, -1.2797, -2.2003, 1.9736, -0.5366, -0.6335],
    [1.2133, 1.6778, 0.3146, 0.3091, 0.3364, -0.5024, -2.0550, 0.4965, -0.3552, -0.4359],
    [-4.2432, -0.4160, 1.4491, -2.0903, 0.6178, -0.3834, 1.5961, 0.8409, 0.2942, 0.6414],
    [-1.2657, -3.6429, 0.3542, -0.5984, -0.5387, 0.3333, 1.2439, -0.5569, 0.3377, 2.4355],
]
#: Some of `specificities.probabilities(robespierre)`, seven digits.
PROBABILITIES = {(0, 1): 0.002045788, (1, 3): -6.693709e-05, (4, 0): -5.711981e-05, (5, 1): -0.000227563}


def robespierre():
    table = ROBESPIERRE.to_numpy()
    return np.vstack([table, np.array(SIZES) - table.sum(axis=0)])


TABLES = st.integers(2, 5).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 40), min_size=n, max_size=n), min_size=2, max_size=6)
)


def test_specificity_matches_textometry_on_its_documented_example():
    assert keyness.specificity(robespierre()).round(4).tolist() == PUBLISHED


def test_specificity_matches_the_probabilities_that_textometry_prints():
    ours = keyness.specificity(robespierre())
    for (word, part), published in PROBABILITIES.items():
        assert math.copysign(10 ** -abs(ours[word, part]), ours[word, part]) == pytest.approx(
            published, rel=1e-6
        )


@given(TABLES)
def test_specificity_is_the_exact_hypergeometric_tail(rows):
    table = np.array(rows)
    whole, totals, sizes = table.sum(), table.sum(axis=1), table.sum(axis=0)
    ours = keyness.specificity(table)
    for (i, j), k in np.ndenumerate(table):
        if whole == 0:
            assert ours[i, j] == 0
            continue
        law = stats.hypergeom(whole, totals[i], sizes[j])
        over = k * whole >= totals[i] * sizes[j]
        expected = -math.log10(law.sf(k - 1)) if over else math.log10(law.cdf(k))
        assert ours[i, j] == pytest.approx(expected, abs=1e-6)


def test_specificity_does_not_underflow():
    score = keyness.specificity([[4000, 0], [6000, 90_000]])[0, 0]
    assert math.isfinite(score)
    assert score > 3000


@given(TABLES)
def test_g2_is_the_log_likelihood_of_scipy(rows):
    table = np.array(rows)
    whole, totals, sizes = table.sum(), table.sum(axis=1), table.sum(axis=0)
    ours = keyness.g2(table)
    for (i, j), k in np.ndenumerate(table):
        two = np.array([[k, totals[i] - k], [sizes[j] - k, whole - totals[i] - sizes[j] + k]])
        if (two.sum(axis=0) == 0).any() or (two.sum(axis=1) == 0).any():
            assert ours[i, j] == pytest.approx(0, abs=1e-9)
            continue
        value = stats.chi2_contingency(two, correction=False, lambda_="log-likelihood").statistic
        assert abs(ours[i, j]) == pytest.approx(value, abs=1e-6)
        if value > 1e-6:
            assert (ours[i, j] > 0) == (k * whole > totals[i] * sizes[j])


@given(TABLES)
def test_log_ratio_is_the_binary_logarithm_of_the_relative_frequencies(rows):
    table = np.array(rows)
    ours = keyness.log_ratio(table)
    for (i, j), k in np.ndenumerate(table):
        inside, outside = table[:, j].sum(), table.sum() - table[:, j].sum()
        other = table[i].sum() - k
        if inside == 0 or outside == 0:
            assert math.isnan(ours[i, j])
            continue
        expected = math.log2(((k or 0.5) / inside) / ((other or 0.5) / outside))
        assert ours[i, j] == pytest.approx(expected, abs=1e-6)


@given(TABLES, st.sampled_from([10.0, 500.0]))
def test_log_odds_is_the_formula_of_monroe_colaresi_and_quinn(rows, prior):
    table = np.array(rows)
    ours, whole = keyness.log_odds(table, prior), table.sum()
    for (i, j), y in np.ndenumerate(table):
        f, n = table[i].sum(), table[:, j].sum()
        a = prior * f / whole if whole else 0
        if a == 0 or f == whole:
            assert ours[i, j] == 0
            continue
        rest_y, rest_n = f - y, whole - n
        delta = math.log((y + a) / (n + prior - y - a)) - math.log(
            (rest_y + a) / (rest_n + prior - rest_y - a)
        )
        assert ours[i, j] == pytest.approx(delta / math.sqrt(1 / (y + a) + 1 / (rest_y + a)), abs=1e-6)


@given(TABLES)
def test_p_is_that_of_relabelling_a_group_of_one(rows):
    table = np.array(rows)
    if (table.sum(axis=0) == 0).any():
        return
    ours = keyness.permutation(table)
    for j in range(table.shape[1]):
        mask = np.arange(table.shape[1]) == j
        expected = uncertainty.permutation_p(table.T, table.sum(axis=0), mask)
        assert ours[:, j] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("bad", [[1, 2], [[1, -2]], [[0.5, 1]]])
def test_only_tables_of_counts(bad):
    with pytest.raises(ValueError, match="lexical table"):
        keyness.specificity(bad)


def test_compare_puts_all_side_by_side_and_keeps_the_margins():
    table = pd.DataFrame(
        robespierre(), index=[*ROBESPIERRE.index, "others"], columns=[f"D{i}" for i in range(1, 11)]
    )
    frame = keyness.compare(table, minimum=200)
    assert list(frame) == list(keyness.COLUMNS)
    assert "patrie" not in set(frame["word"])  # 153 occurrences
    row = frame[(frame["article"] == "D4") & (frame["word"] == "peuple")].iloc[0]
    assert (row["count"], row["total"], row["floor"]) == (14, 296, 0.1)
    assert row["specificity"] == pytest.approx(-4.1743, abs=5e-5)
    assert row["per_1000"] == pytest.approx(1000 * 14 / 6903)
    for _, group in frame.groupby("article"):
        assert group["specificity"].is_monotonic_decreasing


def test_compare_of_nothing_has_its_columns():
    assert list(keyness.compare(pd.DataFrame())) == list(keyness.COLUMNS)
    assert keyness.compare(pd.DataFrame()).empty


def test_specific_words_are_few_and_above_the_threshold():
    table = pd.DataFrame(
        [[9, 0, 0], [0, 7, 0], [30, 30, 40]], index=["accord", "pari", "le"], columns=list("abc")
    )
    frame = keyness.specific_words(keyness.compare(table), n=1)
    assert frame[["article", "word"]].values.tolist() == [["a", "accord"], ["b", "pari"], ["c", "le"]]
