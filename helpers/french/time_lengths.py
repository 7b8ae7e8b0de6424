"""Readers of lengths of time, of the points at such a distance from publication, and of what recurs."""

import re
from dataclasses import replace
from datetime import date

from helpers.french.calendar import containing, interval
from helpers.french.time_numbers import (
    COLLECTIVES,
    MULTIPLES,
    Length,
    and_half,
    away,
    grain,
    length,
    number_of,
    period,
)
from helpers.french.time_patterns import RULES, any_of, before
from helpers.french.time_view import NO_DAYS, REFS, Days, Match, Reader, Reading, View, left_of, vague

#: Units that may follow a unit in one length: « un an et trois mois ».
_FINER = {"Y": "MWD", "M": "WD", "W": "D", "D": "h", "h": "m", "m": "s"}
_SINCE = before(["depuis"])
_LED = before(RULES["duration"]["leads"])
_LED_VAGUE = before(RULES["duration"]["leads_vague"])
_BETWEEN = before(["entre"])
_ELSE = re.compile(rf" ?{any_of(RULES['duration']['not_before'])}(?!\w)")
_OF = re.compile(r" (?:de|du|des)(?!\w)| d'")
_WORD = re.compile(r" \w")


def _duration(view: View, match: Match) -> Reading | None:
    """A length of time; with « il y a », « dans », « d'ici » the point so far from publication."""
    unit, start = RULES["units"][match["unit"]], match.start("unit")
    # « Les 24 Heures du Mans » is a name, capitals throughout are none.
    if view.case[start].isupper() and not view.case[start + 1 : start + 2].isupper():
        return None
    if _ELSE.match(view.low, match.end("unit")):
        return None
    if match["vague"]:
        return _some(view, match, unit)
    number = _number(view, match)
    if not number or _is_thing(view, match):
        return None
    parts, end = _composed(match, number, unit)
    mod = qualifier_of(match)
    if match["lead"]:
        return _distant(match, end, parts, mod)
    value = period(parts)
    if match["low"] and (low := number_of(match["low"])):
        value = f"{period(length(low, unit))}/{value}"
    reading = Reading(match.start(), end, "DURATION", value, mod)
    if _SINCE.search(left_of(view, match.start())):
        return replace(reading, at=lambda day: (value, (away(day, parts, -1), day)))
    return reading


def qualifier_of(match: Match) -> str:
    """The TIMEX3 mod that a qualifier of a length gives; a collective (« une dizaine ») is about."""
    groups = match.groupdict()
    if qualifier := groups.get("qual"):
        return RULES["qualifiers"][qualifier.strip()]
    if after := groups.get("after"):
        return RULES["qualifiers_after"][after]
    return "APPROX" if groups.get("collective") else ""


def _number(view: View, match: Match) -> float | None:
    """How many units a duration counts; None if the words are no number."""
    if match["collective"]:
        return COLLECTIVES[match["collective"]]
    if match["to"] == " et " and not _BETWEEN.search(left_of(view, match.start())):
        return None
    if match["unit"] in RULES["singular"]["abbreviated"] and not match["num"][0].isdecimal():
        return None
    number = number_of(match["num"])
    return number and number * MULTIPLES.get(match["multiple"], 1)


def _is_thing(view: View, match: Match) -> bool:
    """Whether « une journée », « une année » is a thing rather than a length."""
    if match["num"] not in RULES["singular"]["one"] or match["unit"] not in RULES["singular"]["guarded"]:
        return False
    if match["unit"] in RULES["singular"]["ordinal"] and _WORD.match(view.low, match.end("unit")):
        return True
    led = match["lead"] or match["qual"] or match["tail"] or match["half"]
    return not led and not _LED.search(left_of(view, match.start()))


def _composed(match: Match, number: float, unit: str) -> tuple[Length, int]:
    """A length with its half or its second, finer unit, and where it ends."""
    parts = length(number, unit)
    if match["half"]:
        parts = and_half(parts)
    if not match["num2"]:
        return parts, match.end()
    second, finer = number_of(match["num2"]), RULES["units"][match["unit2"]]
    if second and finer in _FINER.get(unit, "") and not match["half"]:
        return [*parts, (second, finer)], match.end()
    return parts, max(match.end("unit"), match.end("half"))


def _some(view: View, match: Match, unit: str) -> Reading | None:
    """« Quelques jours », « plusieurs années »; « des mois » only after « pendant » and the like."""
    left, end = left_of(view, match.start()), max(match.end("unit"), match.end("tail"))
    if not (match["lead"] or match["vague"] in RULES["words"]["vague"] or _LED_VAGUE.search(left)):
        return None
    if not match["lead"]:
        letter = {"Q": "M", "H": "M"}.get(unit, unit).upper()
        value = f"P{'T' if unit.islower() else ''}X{letter}"
        return Reading(match.start(), end, "DURATION", value, qualifier_of(match))
    sign = -1 if match["lead"] == "il y a" else 1
    near, far = (length(number, unit) for number in RULES["few"].get(unit, [0, 1]))
    value = REFS["past" if sign < 0 else "future"]

    def at(day: date) -> tuple[str, Days]:
        days = [away(day, near, sign), away(day, far, sign)]
        return value, (days[-1], days[0]) if sign < 0 else (days[0], days[-1])

    return Reading(match.start(), end, "DATE", value, "", at, match["lead"].startswith("d'ici"))


def _distant(match: Match, end: int, parts: Length, mod: str) -> Reading:
    """The point in time at a distance: « il y a trois ans », « dans deux mois », « d'ici quatre ans »."""
    sign = -1 if match["lead"] == "il y a" else 1
    lead = match["lead"].startswith("d'ici")
    unknown = REFS["past" if sign < 0 else "future"]

    def at(day: date) -> tuple[str, Days]:
        there = away(day, parts, sign)
        value = containing(there, grain(parts)) if there else ""
        return value or unknown, interval(value) or NO_DAYS

    if sign < 0:
        mod = RULES["point_mods"].get(mod, mod)
    return Reading(match.start(), end, "DATE", unknown, "" if lead else mod, at, lead)


def _fixed_duration(view: View, match: Match) -> Reading | None:
    value = RULES["durations"][match["fixed"]]
    return Reading(match.start(), match.end(), "DURATION", value, qualifier_of(match))


def _last_units(view: View, match: Match) -> Reading | None:
    """« Ces quinze dernières années », « ces derniers mois », « les deux mois à venir »."""
    groups = match.groupdict()
    which = RULES["plural_adjectives"].get(match["which"]) or RULES["plural_after"][match["which"]]
    counted = groups["num"] or groups.get("num2")
    if not counted:
        # « Les derniers jours de la campagne » are told from the campaign, not from publication.
        of_event = groups["det"] != "ces" and _OF.match(view.low, match.end())
        return None if of_event or not groups["det"] else vague(match, REFS[which])
    number = number_of(counted)
    if not number:
        return None
    parts = length(number, RULES["units"][match["unit"]])
    value = period(parts)

    def at(day: date) -> tuple[str, Days]:
        return value, ((away(day, parts, -1), day) if which == "last" else (day, away(day, parts, 1)))

    return Reading(match.start(), match.end(), "DURATION", value, at=at)


def _set(view: View, match: Match) -> Reading | None:
    """What recurs: « chaque été », « tous les lundis », « tous les deux ans »."""
    value = _recurrence(match)
    return Reading(match.start(), match.end(), "SET", value) if value else None


def _recurrence(match: Match) -> str:
    groups = match.groupdict()
    if groups.get("weekday"):
        return f"XXXX-WXX-{RULES['weekdays'][groups['weekday'].rstrip('s')]}"
    if groups.get("weekend"):
        return "XXXX-WXX-WE"
    if groups.get("season"):
        return "XXXX-" + RULES["seasons"][groups["season"]]
    if groups.get("month"):
        return f"XXXX-{RULES['months'][groups['month']]:02d}"
    if groups.get("part"):
        return "XXXX-XX-XXT" + RULES["parts"][groups["part"].rstrip("s")]
    number = number_of(groups["num"]) if groups["num"] else 1
    return period(length(number, RULES["units"][groups["unit"]])) if number else ""


def _week(view: View, match: Match) -> Reading | None:
    """« Du lundi au vendredi » is every week."""
    first, last = RULES["weekdays"][match["weekday1"]], RULES["weekdays"][match["weekday"]]
    return Reading(match.start(), match.end(), "SET", f"XXXX-WXX-{first}/XXXX-WXX-{last}")


#: Reader by name of pattern.
READERS: dict[str, Reader] = {
    "duration": _duration,
    "fixed": _fixed_duration,
    "last_units": _last_units,
    "set": _set,
    "week": _week,
}
