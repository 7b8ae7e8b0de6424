"""What the readers of temporal expressions share: a view of the text, and readings not yet dated.

A *reader* takes a view and a match and returns a :class:`Reading`, or None if the match means no time here.
The readers are in :mod:`time_dates`, :mod:`time_relative` and :mod:`time_lengths`, each with a table
``READERS`` by name of pattern; :mod:`times` dates what they return.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from helpers.french.calendar import STEP, add, choose, containing, interval
from helpers.french.time_patterns import RULES, any_of, before, lowered


@dataclass(frozen=True, slots=True)
class Time:
    """One temporal expression; ``text[start:end] == span``.

    ``type`` is DATE, TIME, DURATION, SET or REF; ``value`` and ``mod`` as in TIMEX3 (``mod`` "" if there is
    none); ``earliest`` and ``latest`` are ISO days, both included, "" where unknown.
    """

    start: int
    end: int
    span: str
    type: str
    value: str
    mod: str
    earliest: str
    latest: str


#: First and last day, None where unknown.
Days = tuple[date | None, date | None]
#: Value and days, for one day of publication.
At = Callable[[date], tuple[str, Days]]
Match = re.Match[str]
NO_DAYS: Days = (None, None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means before the day of publication is known.

    ``value`` and ``days`` (None: those of the value) hold without that day, ``at`` gives both for one.
    ``lead``: the days begin with publication (« d'ici »). A reading without ``type`` only takes its
    characters out of the search.
    """

    start: int
    end: int
    type: str = ""
    value: str = ""
    mod: str = ""
    at: At | None = None
    lead: bool = False
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A text as the rules see it: ``low`` in lower case, ``case`` with its capitals, both of the same length.

    ``tense(offset)`` is the tense at a place; ``found`` are the expressions up to here.
    """

    low: str
    case: str
    tense: Callable[[int], str]
    found: list[Time] = field(default_factory=list)


Reader = Callable[[View, Match], Reading | None]


# ---------------------------------------------------------------- around an expression

#: How much text before an expression is looked at.
_REACH = 40
_EDGE = re.compile(
    rf"(?<![\w'-])(?P<edge>{any_of(RULES['edges'])})(?:-|(?: {any_of(RULES['glue']['of'])})? | d'| de l')?$"
)
_BY = re.compile(rf"(?<![\w'-])d'ici(?: {any_of(RULES['glue']['by'])})? ?$")
_ABOUT = re.compile(rf"(?<![\w'-]){any_of(RULES['glue']['about'])} $")
_FUTURE = before(RULES["direction"]["future"], RULES["direction"]["joints"])
_PAST = before(RULES["direction"]["past"], RULES["direction"]["joints"])
_ONWARD = before(RULES["direction"]["onward"], RULES["direction"]["joints"])
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n«»\"“”(•—–-]\s*|[.!?…:] [«\"“] ?)$")
_NEXT_WORD = re.compile(r" ?(?:([a-zà-ÿœ'-]{2,30})(?!\w)|([€$£%°]|[kmKM]?€|Md€))")
_FUNCTION_WORDS = frozenset(RULES["years"]["function_words"])
_SYMBOLS = frozenset(RULES["years"]["symbols"])


def left_of(view: View, start: int) -> str:
    """What stands before an expression, on its line."""
    return view.low[max(0, start - _REACH) : start].rpartition("\n")[2]


def opens(view: View, index: int) -> bool:
    """Whether a sentence begins here."""
    return index == 0 or bool(_SENTENCE_START.search(view.low[max(0, index - 4) : index]))


def is_name(view: View, index: int) -> bool:
    """Whether the word here has a capital that nothing but a name explains."""
    letter, following = view.case[index : index + 1], view.case[index + 1 : index + 2]
    return letter.isupper() and not following.isupper() and not opens(view, index)


def has_edge(view: View, start: int) -> bool:
    """Whether « fin de », « la mi- » and the like stand before an expression."""
    return bool(_EDGE.search(left_of(view, start)))


def counts(view: View, end: int) -> bool:
    """Whether the digits that end here count what follows: « 2024 salariés », « 2000 € », « 2000 km ».

    A plural is told by its last letter; French words in -s and -x that are no nouns are listed.
    """
    match = _NEXT_WORD.match(view.case, end)
    if not match:
        return False
    word = match[1]
    if word is None or word in _SYMBOLS:
        return True
    return word[-1] in "sx" and word not in _FUNCTION_WORDS and "'" not in word


def tense_at(view: View, start: int) -> str:
    """The direction in time: told by the words just before (« prévue le »), else by the verb."""
    left = left_of(view, start)
    if _FUTURE.search(left) or _BY.search(left):
        return "future"
    if _PAST.search(left):
        return "past"
    told = view.tense(start)
    if _ONWARD.search(left):
        return "" if told == "past" else "future"
    return told


def direction_of(view: View, match: Match) -> str:
    """What an adjective says (« dernier » is last, « prochain » next), else the tense."""
    which = match.groupdict().get("which")
    return RULES["adjectives"][which] if which else tense_at(view, match.start())


def part_of(match: Match) -> str:
    """The part of the day that a match names, as TIMEX3 adds it to a day; "" if none."""
    part = match.groupdict().get("part")
    return "T" + RULES["parts"][part] if part else ""


# ---------------------------------------------------------------- readings


def nothing(view: View, match: Match) -> Reading:
    """No time, and nothing to look for inside."""
    return Reading(match.start(), match.end())


def _extended(view: View, reading: Reading) -> Reading:
    """A dated reading with what belongs to it on its left: « fin », « la mi- », « d'ici »."""
    start, mod, lead = reading.start, reading.mod, reading.lead
    floor = view.found[-1].end if view.found else 0
    if (edge := _EDGE.search(left_of(view, start))) and start - len(edge[0]) >= floor:
        start -= len(edge[0])
        mod = RULES["edges"][edge["edge"]] or mod
    elif _ABOUT.search(left_of(view, start)):
        mod = mod or "APPROX"
    if (by := _BY.search(left_of(view, start))) and start - len(by[0]) >= floor:
        start -= len(by[0])
        lead = True
    return replace(reading, start=start, mod=mod, lead=lead)


def fixed(view: View, match: Match, value: str, kind: str = "DATE") -> Reading | None:
    """A value that needs no day of publication; None if the calendar has no such day."""
    if interval(value) is None:
        return None
    return _extended(view, Reading(match.start(), match.end(), kind, value))


def relative(
    view: View,
    match: Match,
    unknown: str,
    values: Callable[[date], list[str]],
    direction: str,
    part: str = "",
) -> Reading:
    """The one of several values that a direction in time picks, seen from the day of publication.

    ``unknown`` is the value without that day; ``part`` is added to a day.
    """
    bare = Reading(match.start(), match.end(), "TIME" if part else "DATE", unknown + part)
    bare = _extended(view, bare)

    def at(day: date) -> tuple[str, Days]:
        value = choose(values(day), day, direction, bare.mod)
        return (value or unknown) + part, interval(value, bare.mod) or NO_DAYS

    return replace(bare, at=at)


#: The vague reference in each direction.
REFS = {"last": "PAST_REF", "past": "PAST_REF", "next": "FUTURE_REF", "future": "FUTURE_REF"}


def vague(match: Match, value: str) -> Reading:
    """A vague reference: up to, on or from the day of publication."""

    def at(day: date) -> tuple[str, Days]:
        return value, (None if value == "PAST_REF" else day, None if value == "FUTURE_REF" else day)

    return Reading(match.start(), match.end(), "REF", value, at=at)


def moved(day: date, number: int, unit: str) -> str:
    """The unit that lies so many units from the one that a day is in; "" beyond the calendar."""
    size, step = STEP[unit]
    try:
        return containing(add(day, number * size, step), unit)
    except OverflowError:
        return ""


def anchored_at(view: View, start: int, unit: str, number: int) -> str:
    """The unit so many units after the last one that the text names; "" without one within reach."""
    for time in reversed(view.found):
        if start - time.end > RULES["anchor"]["reach"]:
            break
        # « La veille » steps aside; what follows goes on from where it stepped from.
        aside = RULES["anchored"].get(lowered(time.span), ["", 0])[1] < 0
        days = interval(time.value) if time.type in ("DATE", "TIME") and not aside else None
        if days and containing(days[0], unit) == containing(days[1], unit):
            return moved(days[0], number, unit)
    return ""
