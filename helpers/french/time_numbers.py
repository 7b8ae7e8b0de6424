"""Numbers and lengths of time: French words to numbers, numbers to ISO 8601 durations, durations to days."""

from datetime import date

from helpers.french import numerals
from helpers.french.calendar import STEP, add
from helpers.text import rules

#: A length of time as (number, unit) in falling order; units Y M W D of the calendar, h m s of the clock.
Length = list[tuple[float, str]]

_RULES = rules("numerals")
#: Words of which spelled numbers are made.
WORDS = (*_RULES["words"], "un", "une")
#: « Une dizaine » and the like.
COLLECTIVES: dict[str, int] = _RULES["collectives"]
#: « Millions » and the like, with their plurals; "mille" is a word of a number.
MULTIPLES = {
    noun + plural: 10**power
    for noun, power in _RULES["magnitudes"].items()
    if noun not in WORDS
    for plural in ("", "s")
}
_HALVES = {"Y": (6, "M"), "h": (30, "m")}
_HOURS = {"h": 1, "m": 60, "s": 3600}


def number_of(words: str) -> float | None:
    """The number that digits or French words write; None if they write none.

    >>> number_of("1 200,5"), number_of("quatre-vingt-dix"), number_of("deux trois")
    (1200.5, 90.0, None)
    """
    found = list(numerals.find(words))
    return float(found[0].value) if len(found) == 1 and found[0].end == len(words) else None


def length(number: float, unit: str) -> Length:
    """A number of units, those that ISO 8601 lacks counted in one that it has: a quarter is three months.

    >>> length(2, "Q"), length(1, "DE")
    ([(6, 'M')], [(10, 'Y')])
    """
    size, base = STEP.get(unit, (1, unit))
    return [(number * size, base)]


def and_half(whole: Length) -> Length:
    """The same length and half its unit: « deux ans et demi »."""
    number, unit = whole[-1]
    return [*whole, _HALVES[unit]] if unit in _HALVES else [(number + 0.5, unit)]


def period(parts: Length) -> str:
    """The ISO 8601 duration.

    >>> period([(2, "Y"), (6, "M")]), period([(1, "h"), (30, "m")]), period([(3.5, "Y")])
    ('P2Y6M', 'PT1H30M', 'P3.5Y')
    """
    days = "".join(_plain(number) + unit for number, unit in parts if unit.isupper())
    clock = "".join(_plain(number) + unit.upper() for number, unit in parts if unit.islower())
    return f"P{days}" + (f"T{clock}" if clock else "")


def _plain(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")


def away(day: date, parts: Length, sign: int) -> date | None:
    """The day so much later (sign 1) or earlier (-1), hours as whole days; None beyond the calendar."""
    try:
        for number, unit in parts:
            if unit in _HOURS:
                day = add(day, sign * int(number / _HOURS[unit] // 24), "D")
            elif unit == "Y":
                day = add(day, sign * round(number * 12), "M")
            else:
                day = add(day, sign * round(number), unit)
    except OverflowError:
        return None
    return day


def grain(parts: Length) -> str:
    """The unit of the calendar in which the end of such a length is told: « dans un an et demi » is a month.

    >>> grain([(3, "Y")]), grain([(1.5, "Y")]), grain([(2, "h")])
    ('Y', 'M', 'D')
    """
    number, unit = parts[-1]
    if number != int(number):
        return {"Y": "M", "M": "W"}.get(unit, "D")
    return "D" if unit in _HOURS else unit
