"""Calendar arithmetic on TIMEX3 values."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french.calendar import STEP, add, around, choose, containing, interval, yearly

DAYS = st.dates(min_value=date(400, 1, 1), max_value=date(9800, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-26", "2024-02-26", "2024-02-26"),
        ("2024-02-26TEV", "2024-02-26", "2024-02-26"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024-W09", "2024-02-26", "2024-03-03"),
        ("2025-W01", "2024-12-30", "2025-01-05"),
        ("2024-W09-WE", "2024-03-02", "2024-03-03"),
        ("2024-Q1", "2024-01-01", "2024-03-31"),
        ("2024-Q4", "2024-10-01", "2024-12-31"),
        ("2023-H2", "2023-07-01", "2023-12-31"),
        ("2023-FA", "2023-09-01", "2023-11-30"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("1989", "1989-01-01", "1989-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("20", "2000-01-01", "2099-12-31"),
        ("2019/2022", "2019-01-01", "2022-12-31"),
        ("2023-12-28/2024-01-03", "2023-12-28", "2024-01-03"),
    ],
)
def test_interval(value, first, last):
    assert interval(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    [
        "", "XXXX", "XXXX-12-08", "2024-XX", "PAST_REF", "P3Y", "T18:30", "2024-02-30", "2023-02-29", "2024-13",
        "2024-W54", "2024-Q5", "0000", "00", "2024/2019", "2024/", "2024-2-3", "-001-12-08",
    ],
)  # fmt: skip
def test_no_interval(value):
    assert interval(value) is None


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("2024", "START", "2024-01-01", "2024-04-30"),
        ("2024", "MID", "2024-05-01", "2024-08-31"),
        ("2024", "END", "2024-09-01", "2024-12-31"),
        ("2024-06", "START", "2024-06-01", "2024-06-10"),
        ("2024-06", "MID", "2024-06-11", "2024-06-20"),
        ("2024-06", "END", "2024-06-21", "2024-06-30"),
        ("2024-06", "APPROX", "2024-06-01", "2024-06-30"),
        ("2024-06-03", "END", "2024-06-03", "2024-06-03"),
    ],
)
def test_a_third_of_an_interval(value, mod, first, last):
    assert interval(value, mod) == (date.fromisoformat(first), date.fromisoformat(last))


@given(DAYS, st.sampled_from(["Y", "M", "W", "Q", "H"]))
def test_thirds_follow_each_other_and_fill_the_whole(day, unit):
    value = containing(day, unit)
    whole = interval(value)
    start, middle, end = (interval(value, mod) for mod in ("START", "MID", "END"))
    assert (start[0], end[1]) == whole
    assert middle[0] == start[1] + timedelta(1)
    assert end[0] == middle[1] + timedelta(1)


@pytest.mark.parametrize(
    ("day", "number", "unit", "there"),
    [
        ("2024-01-31", 1, "M", "2024-02-29"),
        ("2024-02-29", 1, "Y", "2025-02-28"),
        ("2024-03-31", -1, "M", "2024-02-29"),
        ("2024-01-15", -1, "M", "2023-12-15"),
        ("2024-01-15", -13, "M", "2022-12-15"),
        ("2024-12-30", 1, "W", "2025-01-06"),
        ("2024-02-28", 2, "D", "2024-03-01"),
        ("2024-02-27", -3, "Y", "2021-02-27"),
    ],
)
def test_add(day, number, unit, there):
    assert add(date.fromisoformat(day), number, unit) == date.fromisoformat(there)


@pytest.mark.parametrize("unit", ["Y", "M", "W", "D"])
@pytest.mark.parametrize("number", [-(10**7), 10**7])
def test_add_says_when_it_leaves_the_calendar(unit, number):
    with pytest.raises(OverflowError):
        add(date(2024, 2, 27), number, unit)


@pytest.mark.parametrize("unit", list(STEP))
@given(day=DAYS)
def test_a_unit_contains_its_day_and_its_neighbours_do_not(unit, day):
    before, here, after = around(day, unit, 1)
    assert here == containing(day, unit)
    assert interval(before)[1] < interval(here)[0] <= interval(here)[1] < interval(after)[0]
    if unit != "WE":  # the week-end of a Tuesday comes after it
        assert interval(here)[0] <= day <= interval(here)[1]


def test_around_at_the_end_of_the_calendar():
    assert around(date(9999, 12, 31), "Y", 2) == ["9997", "9998", "9999"]
    assert around(date(1, 1, 1), "M", 1) == ["0001-01", "0001-02"]


@pytest.mark.parametrize(
    ("suffix", "day", "direction", "chosen"),
    [
        ("-12-08", "2024-01-15", "past", "2023-12-08"),
        ("-12-08", "2024-01-15", "future", "2024-12-08"),
        ("-12-08", "2024-01-15", "", "2023-12-08"),
        ("-01-08", "2023-12-20", "past", "2023-01-08"),
        ("-01-08", "2023-12-20", "future", "2024-01-08"),
        ("-01-08", "2023-12-20", "present", "2024-01-08"),
        ("-02", "2024-02-27", "past", "2024-02"),
        ("-02", "2024-02-27", "future", "2024-02"),
        ("-02", "2024-02-27", "last", "2023-02"),
        ("-02", "2024-02-27", "next", "2025-02"),
        ("-02-29", "2023-05-01", "past", "2020-02-29"),
        ("-02-29", "2023-05-01", "future", "2024-02-29"),
        ("-FA", "2024-02-27", "past", "2023-FA"),
        ("-WI", "2024-02-27", "last", "2022-WI"),
    ],
)
def test_choose(suffix, day, direction, chosen):
    day = date.fromisoformat(day)
    assert choose(yearly(suffix, day), day, direction) == chosen


def test_choose_among_nothing():
    assert choose([], date(2024, 2, 27), "past") == ""
    assert choose(["XXXX-12", "2024-02-30"], date(2024, 2, 27), "future") == ""


def test_choose_takes_the_nearest_where_the_direction_has_none():
    assert choose(["2030", "2031"], date(2024, 2, 27), "past") == "2030"


@given(DAYS, st.integers(1, 12), st.sampled_from(["past", "future", "last", "next"]))
def test_a_later_publication_never_means_an_earlier_month(day, month, direction):
    """Why the first and the last day of a window are enough."""
    suffix, later = f"-{month:02d}", day + timedelta(40)
    assert choose(yearly(suffix, day), day, direction) <= choose(yearly(suffix, later), later, direction)
