"""Readers of clock times, and of lengths written with the signs of the clock (« 2 h 5 min 31 s »)."""

import re
from datetime import date

from helpers.french.time_lengths import qualifier_of
from helpers.french.time_numbers import number_of, period
from helpers.french.time_patterns import RULES, any_of, before
from helpers.french.time_view import NO_DAYS, Days, Match, Reader, Reading, View, is_name, left_of

_LED = before(RULES["clock"]["leads"])
_RANGE = before(RULES["clock"]["leads_range"])
_LENGTH = before(RULES["clock"]["not_after"])
_JOINED = before(RULES["clock"]["joints"])
_SECOND = re.compile(rf" {any_of(RULES['clock']['range'])} \d")
#: What follows a length rather than a time; « du matin » has been read by then.
_ELSE = re.compile(rf" {any_of(RULES['clock']['not_before'])}(?!\w)| d'|/")
#: A date this close before a clock time is its day.
_CLOSE = 20


def _clock(view: View, match: Match) -> Reading | None:
    """A clock time. « 8 heures » is one after « à » or « vers », but not « à 2 heures de Paris »."""
    groups = match.groupdict()
    led = _is_led(view, match)
    if groups.get("noon"):
        if not led or is_name(view, match.start("noon")):
            return None
        hour: float | None = RULES["noon"][groups["noon"]]
    else:
        hour = number_of(match["hour"])
        if hour is None or hour > 24 or hour != int(hour) or _is_length(view, match, led):
            return None
        if hour < 12:
            hour += RULES["half_days"].get(groups["part"], 0)
    minute = RULES["quarters"].get(groups["half"], int(groups.get("minute") or 0))
    if minute > 59:
        return None
    minutes = (int(hour) * 60 + minute) % (24 * 60)
    value = f"T{minutes // 60:02d}:{minutes % 60:02d}"
    mod = "APPROX" if groups["qual"] == "vers " else ""
    return Reading(match.start(), match.end(), "TIME", value, mod, days=_same_day(view, match.start()))


def _is_led(view: View, match: Match) -> bool:
    """Whether the words before call for a time: « à », « de » before « à », « et » after another."""
    left = left_of(view, match.start())
    if match["qual"] or _LED.search(left):
        return True
    if _RANGE.search(left) and _SECOND.match(view.low, match.end()):
        return True
    return bool(view.found and view.found[-1].type == "TIME" and _JOINED.search(left))


def _is_length(view: View, match: Match, led: bool) -> bool:
    """Whether an hour in figures or words is a number of hours."""
    if match["part"]:
        return False
    if _ELSE.match(view.low, match.end()):
        return True
    return not led and (match["sign"] != "h" or bool(_LENGTH.search(left_of(view, match.start()))))


def _same_day(view: View, start: int) -> Days:
    """The day of the date just before a clock time: « le 24 juin à 18 heures »."""
    last = view.found[-1] if view.found else None
    if last and start - last.end <= _CLOSE and last.earliest and last.earliest == last.latest:
        day = date.fromisoformat(last.earliest)
        return day, day
    return NO_DAYS


def _hms(view: View, match: Match) -> Reading | None:
    """Hours, minutes and seconds in figures: of a race, or without seconds after « dure », « en »."""
    groups = match.groupdict()
    if not groups["s"] and not _LENGTH.search(left_of(view, match.start())):
        return None
    parts = [(float(groups[unit]), unit) for unit in "hms" if groups.get(unit)]
    return Reading(match.start(), match.end(), "DURATION", period(parts), qualifier_of(match))


#: Reader by name of pattern.
READERS: dict[str, Reader] = {"clock": _clock, "hms": _hms}
