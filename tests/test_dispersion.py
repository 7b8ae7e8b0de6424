"""Gries' DP on his own example and against its definition; places in a text."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import dispersion

#: The fifty letters of Gries (2008), five parts of 9, 10, 10, 10 and 11.
PARTS = ["bamnibeup", "basatbewqn", "bcagabesta", "baghabeaat", "bahaabeaxat"]


def test_dp_of_the_example_of_gries():
    counts = [[part.count(letter) for part in PARTS] for letter in "abx"]
    sizes = [len(part) for part in PARTS]
    # a: 0.18 in the paper; b: twice in each part; x: once, in the last part, all but its share of 0.22.
    assert dispersion.dp(counts, sizes).round(2).tolist() == [0.18, 0.02, 0.78]


@given(
    st.integers(2, 5).flatmap(
        lambda n: st.tuples(*[st.lists(st.integers(0, 30), min_size=n, max_size=n)] * 2)
    )
)
def test_dp_is_half_the_sum_of_the_differences(pair):
    counts, extra = pair
    sizes = [a + b + 1 for a, b in zip(counts, extra, strict=True)]
    ours = dispersion.dp([counts], sizes)[0]
    if not sum(counts):
        assert np.isnan(ours)
        return
    expected = sum(abs(c / sum(counts) - s / sum(sizes)) for c, s in zip(counts, sizes, strict=True)) / 2
    assert ours == pytest.approx(expected, abs=1e-9)
    assert 0 <= ours < 1
    assert dispersion.dp_norm([counts], sizes)[0] == pytest.approx(
        expected / (1 - min(sizes) / sum(sizes)), abs=1e-9
    )


def test_one_part_has_no_normed_dp():
    assert np.isnan(dispersion.dp_norm([[3]], [10]))[0]


def test_parts_must_agree():
    with pytest.raises(ValueError, match="one column a part"):
        dispersion.dp([[1, 2]], [3])


def test_positions_and_tenths():
    found = pd.DataFrame(
        {"article": ["x"] * 4, "start": [0, 99, 55, 50], "pole": ["affirming"] * 3 + ["threatened"]}
    )
    placed = dispersion.positions(found, {"x": 100, "y": 50})
    assert placed["position"].tolist() == [0, 99, 55, 50]
    tenths = dispersion.by_tenths(placed, {"x": 100, "y": 50})
    assert tenths[["article", "pole", "mentions"]].values.tolist() == [
        ["x", "affirming", 3],
        ["x", "threatened", 1],
    ]
    assert tenths["dp"].tolist() == pytest.approx([0.7, 0.9])
