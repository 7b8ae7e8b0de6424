"""Calendar arithmetic on TIMEX3 values: which days a value covers, and which year, month or week is meant.

Everything here is pure and knows no French. A *value* is a TIMEX3 string; an *interval* is a pair of days,
both included. The values that are understood (source: TimeML 1.2.1, TIMEX3 ``value``, after ISO 8601):

=========================  =========================================================
``2024-02-26``             a day; a part of a day (``2024-02-26TEV``) covers the day
``2024-W09``               an ISO week; ``2024-W09-WE`` its Saturday and Sunday
``2024-02``                a month
``2024-Q1``, ``2024-H2``   a quarter, a half year
``2024-SP SU FA WI``       a season of three whole months; winter begins in December of its year
``2024``, ``199``, ``20``  a year, a decade, a century (``20`` is 2000 to 2099)
``2019/2022``              from the beginning of the first to the end of the second
=========================  =========================================================
"""

import re
from collections.abc import Callable, Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta

Interval = tuple[date, date]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_MONTHS = re.compile(r"(\d{4})-(\d\d|Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{2,4}")

#: First month and number of months of what is longer than a month and shorter than a year.
_LONG = {
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
}  # fmt: skip


def interval(value: str, mod: str = "") -> Interval | None:
    """First and last day that a TIMEX3 value covers; None if it names no days of the calendar.

    ``mod`` START, MID or END narrows it to that third.

    >>> interval("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    >>> interval("2024", "END")[0]
    datetime.date(2024, 9, 1)
    >>> interval("XXXX-12-08") is None
    True
    """
    if "/" in value:
        first, last = (interval(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    try:
        days = _days(value.split("T")[0])
    except (ValueError, OverflowError):
        return None
    return _third(days, mod) if days and mod in ("START", "MID", "END") else days


def _days(value: str) -> Interval | None:
    if match := _DAY.fullmatch(value):
        day = date(*map(int, match.groups()))
        return day, day
    if match := _WEEK.fullmatch(value):
        first = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return first, first + timedelta(1 if match[3] else 6)
    if match := _MONTHS.fullmatch(value):
        month, length = _LONG.get(match[2]) or (int(match[2]), 1)
        first = date(int(match[1]), month, 1)
        return first, add(first, length, "M") - timedelta(1)
    if _YEARS.fullmatch(value):
        length = 10 ** (4 - len(value))
        first = int(value) * length
        return date(first, 1, 1), date(first + length - 1, 12, 31)
    return None


def _third(days: Interval, mod: str) -> Interval:
    """A third of an interval: of four months each in a year, else of days, the first the longest."""
    first, last = days
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        edges = [first, date(first.year, 5, 1), date(first.year, 9, 1), last + timedelta(1)]
    else:
        length = (last - first).days + 1
        edges = [first + timedelta(-(-length * k // 3)) for k in range(3)] + [last + timedelta(1)]
    part = ("START", "MID", "END").index(mod)
    start = min(edges[part], last)
    return start, max(start, edges[part + 1] - timedelta(1))


def add(day: date, number: int, unit: str) -> date:
    """The day ``number`` units later (or earlier). ``unit`` is Y, M, W or D.

    A day that its month does not have becomes the last one. OverflowError outside the years 1 to 9999.

    >>> add(date(2024, 1, 31), 1, "M")
    datetime.date(2024, 2, 29)
    """
    if unit in "WD":
        return day + timedelta(number * (7 if unit == "W" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + number * (12 if unit == "Y" else 1), 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"year {year} is outside the calendar")
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def containing(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that a day lies in. ``unit``: C, DE, Y, H, Q, M, W, WE or D.

    >>> containing(date(2024, 2, 27), "W"), containing(date(2024, 2, 27), "Q")
    ('2024-W09', '2024-Q1')
    """
    year, week, _ = day.isocalendar()
    return {
        "C": f"{day.year // 100:02d}",
        "DE": f"{day.year // 10:03d}",
        "Y": f"{day.year:04d}",
        "H": f"{day.year:04d}-H{(day.month + 5) // 6}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "M": f"{day.year:04d}-{day.month:02d}",
        "W": f"{year:04d}-W{week:02d}",
        "WE": f"{year:04d}-W{week:02d}-WE",
        "D": day.isoformat(),
    }[unit]


#: One unit in units that :func:`add` knows.
STEP = {"C": (100, "Y"), "DE": (10, "Y"), "Y": (1, "Y"), "H": (6, "M"), "Q": (3, "M"), "M": (1, "M")} | {
    "W": (1, "W"), "WE": (1, "W"), "D": (1, "D")
}  # fmt: skip


def around(day: date, unit: str, reach: int = 2) -> list[str]:
    """The units before, at and after a day, in order: ``around(d, "M", 1)`` is last, this and next month."""
    size, step = STEP[unit]
    # The first day of its unit: adding a month to the 31st must not skip one.
    first = (interval(containing(day, unit)) or (day, day))[0]
    steps = [size * k for k in range(-reach, reach + 1) if _inside(first, size * k, step)]
    return [containing(add(first, number, step), unit) for number in steps]


def _inside(day: date, number: int, unit: str) -> bool:
    try:
        add(day, number, unit)
    except OverflowError:
        return False
    return True


def yearly(suffix: str, day: date, reach: int = 4) -> list[str]:
    """The same date of the years around a day, in order: suffix ``-12-08``, ``-03``, ``-SU``, ``-Q1``.

    Four years to each side, so that 29 February is always among them.
    """
    return [f"{year:04d}{suffix}" for year in range(day.year - reach, day.year + reach + 1)]


def choose(values: Sequence[str], day: date, direction: str, mod: str = "") -> str:
    """The one of several values that is meant on a day of publication; "" if none is possible.

    ``direction``: past, the last that has begun; future, the first that is not over; last and next, the same
    without the one that the day lies in; anything else, the nearest (the earlier of two equally near).

    >>> choose(yearly("-12-08", date(2024, 1, 15)), date(2024, 1, 15), "past")
    '2023-12-08'
    """
    known = [(value, days) for value in values if (days := interval(value, mod))]
    fits: dict[str, Callable[[Interval], bool]] = {
        "past": lambda d: d[0] <= day,
        "last": lambda d: d[1] < day,
        "future": lambda d: d[1] >= day,
        "next": lambda d: d[0] > day,
    }
    if direction in fits:
        fitting = [value for value, days in known if fits[direction](days)]
        if fitting:
            return fitting[-1 if direction in ("past", "last") else 0]
    return min(known, key=lambda pair: _distance(pair[1], day), default=("", None))[0]


def _distance(days: Interval, day: date) -> int:
    return max((days[0] - day).days, (day - days[1]).days, 0)
