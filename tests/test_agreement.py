"""Scores and Krippendorff's alpha: published examples, cases that can be worked out by hand, properties."""

import math

import krippendorff
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import agreement, coding

NAN = float("nan")


def one(values, frame="race"):
    keys = [("x", n) for n, value in enumerate(values, 1) if value is not None]
    return coding.table(keys, [[frame] if value else [] for value in values if value is not None], [frame])


def test_scores_by_hand():
    found, reference = one([1, 1, 0, 0, 1]), one([1, 0, 1, 0, 1])
    row = agreement.scores(found, reference).iloc[0]
    assert (row.coded, row.found, row.both) == (3, 3, 2)
    assert row.precision == row.recall == row.f1 == pytest.approx(2 / 3)
    assert row.low <= row.f1 <= row.high


def test_scores_count_common_sentences_only():
    row = agreement.scores(one([1, 1]), one([1, None, 1])).iloc[0]
    assert (row.coded, row.found, row.both) == (1, 1, 1)


@pytest.mark.parametrize(("found", "reference", "precision", "recall", "f1"), [
    ([0, 0], [1, 0], NAN, 0.0, 0.0),
    ([1, 0], [0, 0], 0.0, NAN, 0.0),
    ([0, 0], [0, 0], NAN, NAN, NAN),
])  # fmt: skip
def test_scores_without_a_case(found, reference, precision, recall, f1):
    row = agreement.scores(one(found), one(reference)).iloc[0]
    for value, expected in ((row.precision, precision), (row.recall, recall), (row.f1, f1)):
        assert math.isnan(value) if math.isnan(expected) else value == expected


def test_scores_of_nothing_keep_their_columns():
    table = agreement.scores(coding.table([], [], ["race"]), coding.table([], [], ["race"]))
    assert list(table.columns) == list(agreement.SCORES)
    assert table["coded"].tolist() == [0]


# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section B: two observers, binary data, and
# section C: four observers, nominal data with missing values.
BINARY = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
NOMINAL = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3],
    [NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN],
]


@pytest.mark.parametrize(("data", "expected"), [(BINARY, 0.095), (NOMINAL, 0.743)])
def test_alpha_of_the_published_examples(data, expected):
    assert agreement.alpha([np.array(row, dtype=float) for row in data]) == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize("data", [[[1, 1], [1, 1]], [[0, 0], [0, 0]], [[1, NAN], [NAN, 0]], [[], []]])
def test_alpha_without_meaning(data):
    assert math.isnan(agreement.alpha([np.array(row, dtype=float) for row in data]))


def test_the_interval_resamples_what_the_package_computes():
    """Every resample, done one by one with the package, gives the same interval."""
    from helpers import uncertainty

    rng = np.random.default_rng(5)
    data = (rng.random((3, 40)) < 0.4).astype(float)
    data[2, :15] = np.nan
    weights = uncertainty.resample_weights(40, 200)
    slow = [
        krippendorff.alpha(reliability_data=np.repeat(data, row, axis=1), level_of_measurement="nominal")
        for row in weights
    ]
    low, high = agreement.resampled_alpha(list(data), n=200)
    assert (low, high) == pytest.approx(tuple(np.quantile(slow, [0.025, 0.975])), abs=1e-9)


coded = st.lists(st.sampled_from([0.0, 1.0, NAN]), min_size=2, max_size=30)


@given(coded, st.randoms())
def test_alpha_is_at_most_one_and_one_for_oneself(values, random):
    array = np.array(values)
    same = agreement.alpha([array, array])
    assert math.isnan(same) or same == pytest.approx(1)
    other = array.copy()
    random.shuffle(other)
    low, high = agreement.resampled_alpha([array, other], n=50)
    assert math.isnan(low) or low <= high <= 1 + 1e-12


def test_alphas_of_three_coders():
    codings = {"a": one([1, 0, 1, 0]), "b": one([1, 0, 0, None]), "c": one([None, None, None, 1])}
    table = agreement.alphas(codings, n=50)
    assert list(table.columns) == list(agreement.ALPHA)
    assert table["coders"].tolist() == ["a & b", "a & c", "a & b & c"]
    assert table["sentences"].tolist() == [3, 1, 4]


def test_a_coder_without_sentences_has_no_row():
    codings = {"a": one([1, 0]), "b": coding.table([], [], ["race"])}
    assert agreement.alphas(codings).empty
    assert isinstance(agreement.alphas(codings), pd.DataFrame)
