"""Numbers and lengths of time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french.time_numbers import and_half, away, grain, length, number_of, period


@pytest.mark.parametrize(
    ("words", "number"),
    [("3", 3), ("1 200", 1200), ("3,5", 3.5), ("un", 1), ("une", 1), ("vingt et un", 21), ("quatre-vingt-dix", 90),
     ("septante", 70), ("mille deux cents", 1200), ("deux trois", None), ("et", None), ("cent ans", None)],
)  # fmt: skip
def test_number_of(words, number):
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [(3, "Y", "P3Y"), (2, "Q", "P6M"), (1, "H", "P6M"), (2, "DE", "P20Y"), (1, "C", "P100Y"), (48, "h", "PT48H"),
     (15, "D", "P15D"), (3, "W", "P3W"), (3.5, "Y", "P3.5Y"), (66e6, "Y", "P66000000Y"), (30, "m", "PT30M")],
)  # fmt: skip
def test_length_and_period(number, unit, value):
    assert period(length(number, unit)) == value


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [(1, "Y", "P1Y6M"), (2, "h", "PT2H30M"), (2, "M", "P2.5M"), (1, "D", "P1.5D")],
)
def test_and_half(number, unit, value):
    assert period(and_half(length(number, unit))) == value


@pytest.mark.parametrize(
    ("parts", "sign", "there"),
    [
        ([(3, "Y")], -1, "2021-02-27"),
        ([(1.5, "Y")], -1, "2022-08-27"),
        ([(1, "Y"), (6, "M")], 1, "2025-08-27"),
        ([(2, "h")], 1, "2024-02-27"),
        ([(48, "h")], 1, "2024-02-29"),
        ([(90, "m")], -1, "2024-02-27"),
        ([(3, "W")], -1, "2024-02-06"),
    ],
)
def test_away(parts, sign, there):
    assert away(date(2024, 2, 27), parts, sign) == date.fromisoformat(there)


@given(st.floats(1, 1e12), st.sampled_from("YMWDhms"), st.sampled_from([-1, 1]))
def test_away_is_a_day_on_the_right_side_or_none(number, unit, sign):
    there = away(date(2024, 2, 27), [(number, unit)], sign)
    assert there is None or (there - date(2024, 2, 27)).days * sign >= 0


@pytest.mark.parametrize(
    ("parts", "unit"),
    [
        ([(3, "Y")], "Y"),
        ([(1, "Y"), (6, "M")], "M"),
        ([(2.5, "Y")], "M"),
        ([(2.5, "M")], "W"),
        ([(2, "h")], "D"),
    ],
)
def test_grain(parts, unit):
    assert grain(parts) == unit
