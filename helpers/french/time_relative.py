"""Readers of what is told from the day of publication, or from the last day that the text has named."""

import re
from dataclasses import replace
from datetime import date

from helpers.french.calendar import add, around, choose
from helpers.french.time_dates import day_of
from helpers.french.time_patterns import RULES, any_of, before
from helpers.french.time_view import (
    REFS,
    Days,
    Match,
    Reader,
    Reading,
    View,
    anchored_at,
    counts,
    direction_of,
    has_edge,
    is_name,
    left_of,
    moved,
    nothing,
    opens,
    part_of,
    relative,
    tense_at,
    vague,
)

_NOT_TOMORROW = before(RULES["idioms"]["not_tomorrow"])
_NOT_TODAY = before(RULES["idioms"]["not_today"])
_ARTICLE = before(RULES["words"]["articles"])
_TERM = before(RULES["direction"]["term"])
_WEEKDAY_NAME = re.compile(rf" {any_of(RULES['idioms']['weekday_names'])}(?!\w)")
_OF_EVENT = re.compile(rf" ?{any_of(RULES['anchor']['not_before'])}(?!\w)")
_PHRASES = {phrase: value for value, phrases in RULES["vague"].items() for phrase in phrases}
_OF_SOMETHING = re.compile(r" d'| de ")
_INFINITIVE = re.compile(rf",? \w+{any_of(RULES['tense']['infinitive_endings'])}(?!\w)")
_STOP = re.compile(r" ?[,.;!?)»]|$")


def _this(view: View, match: Match) -> Reading | None:
    unit = RULES["spans"][match["unit"]]
    if unit == "WE":
        # Only a week-end can be this one and not hold the day of publication.
        direction = "past" if tense_at(view, match.start()) == "past" else "future"
        return relative(view, match, "XXXX-WXX-WE", lambda day: around(day, unit, 1), direction)
    return relative(view, match, "PRESENT_REF", lambda day: around(day, unit, 0), "present")


def _part(view: View, match: Match) -> Reading | None:
    """A part of today: « ce matin », « cette nuit »; « la nuit dernière » began yesterday."""
    if match["night"]:
        return _counted_days(view, match, -1, "TNI")
    return _counted_days(view, match, 0, part_of(match))


def _counted_days(view: View, match: Match, number: int, part: str = "") -> Reading:
    unknown = "PAST_REF" if number < 0 else "FUTURE_REF" if number > 0 else "PRESENT_REF"

    def values(day: date) -> list[str]:
        return [moved(day, number, "D")]

    return relative(view, match, "XXXX-XX-XX" if part else unknown, values, "", part)


def _shifted(view: View, match: Match) -> Reading | None:
    unit = RULES["spans"][match["unit"]]
    direction = RULES["adjectives"][match["which"]]
    return relative(view, match, REFS[direction], lambda day: around(day, unit), direction)


def _edge_of(view: View, match: Match) -> Reading | None:
    """« La fin de l'année »: a unit without a name that only its edge makes a date."""
    unit = RULES["spans"][match["unit"]]
    if not has_edge(view, match.start()):
        return None
    told = tense_at(view, match.start())
    direction = told if told in ("past", "future") else "future"
    return relative(view, match, REFS[direction], lambda day: around(day, unit, 1), direction)


def _deictic(view: View, match: Match) -> Reading | None:
    number = RULES["days"][match["day"]]
    left = left_of(view, match.start())
    if not match["part"]:
        if number == 1 and _NOT_TOMORROW.search(left):
            return vague(match, "FUTURE_REF")
        if number == 0 and (_NOT_TODAY.search(left) or view.tense(match.start()) not in ("past", "future")):
            return vague(match, "PRESENT_REF")
    return _counted_days(view, match, number, part_of(match))


def _weekday(view: View, match: Match) -> Reading | None:
    """A weekday: by tense the last or the next. « Le lundi » in the present is every Monday."""
    start, number = match.start("weekday"), RULES["weekdays"][match["weekday"]]
    left = left_of(view, match.start())
    if is_name(view, start) or _ARTICLE.search(left) or _WEEKDAY_NAME.match(view.low, match.end()):
        return None
    day_number = match["day"]
    if day_number and counts(view, match.end("day")):
        return None
    part = part_of(match)
    direction = direction_of(view, match)
    alone = not (match["which"] or match["day"] or match["step"])
    if match["det"] == "le " and alone and direction in ("present", ""):
        return Reading(match.start(), match.end(), "SET", f"XXXX-WXX-{number}{part}")
    if direction == "present":
        direction = "future"
    elif direction == "":
        direction = "future" if _TERM.search(left) else "past"
    if match["step"]:
        return _stepped(view, match, number)
    unknown = f"XXXX-XX-{day_of(day_number):02d}" if day_number else f"XXXX-WXX-{number}"
    return relative(view, match, unknown, lambda day: _weekdays(day, number, day_number), direction, part)


def _stepped(view: View, match: Match, number: int) -> Reading:
    """« Le lundi suivant »: the Monday after the last day that the text has named."""
    anchor = anchored_at(view, match.start(), "D", 0)
    value = f"XXXX-WXX-{number}"
    if anchor:
        day = date.fromisoformat(anchor)
        value = choose(_weekdays(day, number), day, RULES["steps"][match["step"]]) or value
    part = part_of(match)
    return Reading(match.start(), match.end(), "TIME" if part else "DATE", value + part)


def _weekdays(day: date, number: int, day_number: str | None = None) -> list[str]:
    """The same weekday of the weeks around a day; those on one day of the month, if there are any."""
    ahead = (number - day.isoweekday()) % 7
    weeks = range(-7, 8) if day_number else range(-2, 3)
    named = [there for week in weeks if (there := moved(day, ahead + 7 * week, "D"))]
    if day_number is None:
        return named
    return [there for there in named if int(there[-2:]) == day_of(day_number)] or named


def _night(view: View, match: Match) -> Reading | None:
    """A night from one weekday to the next is the night of the first."""
    number = RULES["weekdays"][match["weekday"]]
    direction = "future" if tense_at(view, match.start()) == "future" else "past"
    bare = relative(
        view, match, f"XXXX-WXX-{number}", lambda day: _weekdays(day, number, match["day"]), direction, "TNI"
    )

    def at(day: date) -> tuple[str, Days]:
        value, (first, last) = bare.at(day)
        return value, (first, last and add(last, 1, "D"))

    return replace(bare, at=at)


def _within(view: View, match: Match) -> Reading | None:
    """« Dans la soirée », of the last day that the text has named."""
    anchor = anchored_at(view, match.start(), "D", 0) or "XXXX-XX-XX"
    return Reading(match.start(), match.end(), "TIME", anchor + part_of(match))


def _anchored(view: View, match: Match) -> Reading | None:
    """« La veille »: counted from the last day that the text has named."""
    unit, number = RULES["anchored"][match["anchored"]]
    if _OF_EVENT.match(view.low, match.end()):
        return None
    part = part_of(match)
    value = anchored_at(view, match.start(), unit, number)
    if value:
        return Reading(match.start(), match.end(), "TIME" if part else "DATE", value + part)
    unknown = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}[unit]
    return Reading(match.start(), match.end(), "TIME" if part else "DATE", unknown + part)


def _phrase(view: View, match: Match) -> Reading | None:
    """A vague reference; « il y a peu de chances » is none."""
    words = match["phrase"]
    if words.endswith("peu") and _OF_SOMETHING.match(view.low, match.end()):
        return None
    return vague(match, _PHRASES[words])


def _one_day(view: View, match: Match) -> Reading | None:
    """« Un jour », some day: between commas or before an infinitive; not « un jour de repos »."""
    left = left_of(view, match.start())
    apart = left.endswith((", ", "(")) or opens(view, match.start())
    if not (_STOP.match(view.low, match.end()) or _INFINITIVE.match(view.low, match.end())):
        return None
    told = view.tense(match.start())
    if _INFINITIVE.match(view.low, match.end()) or (apart and told != "past") or told == "future":
        return vague(match, "FUTURE_REF")
    return vague(match, "PAST_REF") if apart else None


#: Reader by name of pattern.
READERS: dict[str, Reader] = {
    "nothing": nothing,
    "this": _this,
    "part": _part,
    "shifted": _shifted,
    "edge_of": _edge_of,
    "day": _deictic,
    "weekday": _weekday,
    "night": _night,
    "within": _within,
    "anchored": _anchored,
    "phrase": _phrase,
    "one_day": _one_day,
}
