"""Resampling, relabelling, leaving one out: against enumeration and plain loops."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import uncertainty

COUNTS = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 60)), min_size=2, max_size=12)


def test_weights_draw_as_many_units_as_there_are():
    weights = uncertainty.resample_weights(7, n=50, seed=3)
    assert weights.shape == (50, 7)
    assert (weights.sum(axis=1) == 7).all()
    assert weights.mean() == 1


def test_interval_is_that_of_all_possible_resamples():
    top, bottom = np.array([0, 3, 1]), np.array([10, 12, 20])
    every = [sum(top[list(c)]) / sum(bottom[list(c)]) for c in product(range(3), repeat=3)]
    low, high = uncertainty.resample_ratio(top, bottom, n=40_000)
    assert [low, high] == pytest.approx(np.quantile(every, [0.025, 0.975], method="inverted_cdf"), abs=1e-6)


@given(COUNTS)
def test_interval_holds_its_order_and_stays_within_the_units(pairs):
    top, bottom = np.array(pairs).T
    low, high = uncertainty.resample_ratio(top, bottom, n=200)
    assert (top / bottom).min() - 1e-12 <= low <= high <= (top / bottom).max() + 1e-12
    assert (low, high) == uncertainty.resample_ratio(top, bottom, n=200)


def test_columns_are_what_each_is_alone():
    rng = np.random.default_rng(5)
    top, bottom = rng.integers(0, 5, (30, 4)), rng.integers(5, 40, 30)
    low, high = uncertainty.resample_ratio(top, bottom, n=300)
    alone = [uncertainty.resample_ratio(top[:, j], bottom, n=300) for j in range(4)]
    assert list(zip(low, high, strict=True)) == alone


def test_many_units_are_resampled_in_pieces_of_the_same_kind():
    low, high = uncertainty.resample_ratio(np.ones(3000), np.full(3000, 4), n=1500)
    assert (low, high) == (0.25, 0.25)


@pytest.mark.parametrize(
    ("top", "bottom"), [([3], [10]), ([], []), ([0, 0], [0, 0])], ids=["one unit", "none", "no words"]
)
def test_nothing_to_resample_gives_no_interval(top, bottom):
    assert np.isnan(uncertainty.resample_ratio(top, bottom)).all()


def test_units_must_agree():
    with pytest.raises(ValueError, match="one row a unit"):
        uncertainty.resample_ratio([1, 2], [1, 2, 3])


@pytest.mark.parametrize(
    ("articles", "group", "floor"), [(5, 1, 0.2), (5, 2, 0.1), (6, 3, 0.05), (1, 1, 1.0), (3, 0, 1.0)]
)
def test_floor(articles, group, floor):
    assert uncertainty.permutation_floor(articles, group) == pytest.approx(floor)


def _enumerated(top, bottom, mask):
    def difference(chosen):
        rest = [i for i in range(len(top)) if i not in chosen]
        inside = sum(top[i] for i in chosen) / sum(bottom[i] for i in chosen)
        return abs(inside - sum(top[i] for i in rest) / sum(bottom[i] for i in rest))

    group = [i for i, chosen in enumerate(mask) if chosen]
    all_ = [difference(c) for c in combinations(range(len(top)), len(group))]
    return sum(d >= difference(group) - 1e-12 for d in all_) / len(all_)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 50), st.booleans()), min_size=3, max_size=8))
def test_p_is_the_share_of_all_relabellings(rows):
    top, bottom, mask = (list(column) for column in zip(*rows, strict=True))
    p = uncertainty.permutation_p(top, bottom, mask)
    size = sum(mask)
    if 0 < size < len(rows):
        assert p == pytest.approx(_enumerated(top, bottom, mask), abs=1e-9)
    assert p >= uncertainty.permutation_floor(len(rows), size) - 1e-12


def test_p_of_many_articles_is_drawn_and_never_zero():
    top = np.r_[np.full(10, 9), np.zeros(20)]
    p = uncertainty.permutation_p(top, np.full(30, 100), np.arange(30) < 10, n=500)
    assert p == pytest.approx(1 / 501)


def test_leave_one_out():
    assert uncertainty.leave_one_out([1, 2, 3], sum) == {1: 5, 2: 4, 3: 3}
    assert uncertainty.leave_one_out([1], sum) == {}
