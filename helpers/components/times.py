"""Temporal expressions in French news, as TIMEX3 values with the days that they can mean.

:func:`find` works on plain text; the factory ``times`` puts the same on a spaCy Doc, in
``doc.spans["times"]`` and ``span._.time``. The words are in ``helpers/rules/times.toml``, the shapes in
:mod:`time_patterns`, what they mean in :mod:`time_dates`, :mod:`time_relative`, :mod:`time_lengths` and
:mod:`time_clock`.

Values follow TIMEX3 (TimeML 1.2.1). Choices of this project, where it leaves one:

- A relative expression is computed for the first and the last day of the publication window. If both give
  the same value, that is the value; if not, the parts that differ become X (``2024-02-XX``, ``2024-XX``).
  ``earliest`` and ``latest`` always span the whole window.
- Without a publication date a relative expression keeps what it says: ``XXXX-12-08``, ``XXXX-WXX-2``, or
  PAST_REF, PRESENT_REF, FUTURE_REF. With one end of the window unknown, that bound stays empty too.
- A day, month or season without a year is looked for in the direction of the tense; in the present, the
  nearest; a weekday in the present is the next.
- An interval is ``first/last``. A part of a day is the day with T and MO, MI, AF, EV or NI. A clock time is
  ``T18:30``; its day, if the text names one just before, is in ``earliest`` and ``latest``.
- A winter bears the year of its December. Seasons are of three whole months. Decades and centuries are
  counted in years (``P20Y``), quarters and halves of a year in months.
- « Il y a », « dans » and « d'ici » with a length make a DATE, as fine as the length: « il y a trois ans »
  is a year. « D'ici quatre ans » runs from publication to the end of the year that is meant.
- « Aujourd'hui » with a past or future verb is the day, with a present one it is PRESENT_REF.
"""

import re
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from helpers.components import base
from helpers.french import tense as tenses
from helpers.french import time_clock, time_dates, time_lengths, time_relative
from helpers.french.calendar import interval
from helpers.french.time_patterns import PATTERNS, lowered, matches, unwrapped
from helpers.french.time_view import NO_DAYS, Days, Match, Reader, Reading, Time, View, counts

_READERS: dict[str, Reader] = (
    time_dates.READERS | time_relative.READERS | time_lengths.READERS | time_clock.READERS
)
_PARTS = re.compile(r"([-/T])")
#: The figures of a part, or its letters after the first: W09 becomes WXX, FA becomes XX.
_UNSAID = re.compile(r"\d|(?<=[A-Z])[A-Z]|[A-Z](?=[A-Z])")


def find(
    text: str, earliest: str = "", latest: str = "", tense: Callable[[int], str] | None = None
) -> list[Time]:
    """The temporal expressions of a French text, in order, none overlapping another.

    ``earliest`` and ``latest`` are the first and last day on which it can have been published (ISO, "" if
    unknown; ValueError if they are no days). ``tense(offset)`` says "past", "present", "future" or "" for a
    place in the text; without it, word endings decide.

    >>> found = find("Le texte, validé le 8 décembre, sera voté en mars.", "2024-01-15", "2024-01-15")
    >>> [(time.span, time.value) for time in found]
    [('le 8 décembre', '2023-12-08'), ('mars', '2024-03')]
    """
    window = (_day(earliest), _day(latest))
    case = unwrapped(text)
    low = lowered(case)
    view = View(low, case, tense or partial(tenses.surface, low))

    def read(name: str, match: Match) -> Reading | None:
        whole = _without_count(view, name, match)
        reading = _READERS[name.partition(".")[0]](view, whole) if whole else None
        if reading and reading.type:
            view.found.append(_settled(text, reading, window))
        return reading

    for _ in matches(low, read):
        pass
    return view.found


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _without_count(view: View, name: str, match: Match) -> Match | None:
    """A match without its last four digits where they count something: « en février 1200 salariés »."""
    year = match.re.groupindex.get("year")
    if year and match.end(year) == match.end() and counts(view, match.end()):
        return PATTERNS[name].match(view.low, match.start(), match.start(year))
    return match


def _settled(text: str, reading: Reading, window: Days) -> Time:
    """A reading with its value and days, over the whole window of publication."""
    value = reading.value
    days = reading.days or interval(value, reading.mod) or NO_DAYS
    if reading.at:
        first, last = (reading.at(day) if day else None for day in window)
        days = (first[1][0] if first else None, last[1][1] if last else None)
        if first and last:
            value = _common(first[0], last[0])
    if reading.lead:
        days = (window[0], days[1])
    earliest, latest = (day.isoformat() if day else "" for day in days)
    span = text[reading.start : reading.end]
    return Time(reading.start, reading.end, span, reading.type, value, reading.mod, earliest, latest)


def _common(first: str, last: str) -> str:
    """What two TIMEX3 values share, part by part, the rest X.

    >>> _common("2024-01", "2024-02"), _common("2023-FA", "2024-FA"), _common("2024-W08", "2024-W09")
    ('2024-XX', 'XXXX-FA', '2024-WXX')
    """
    if first == last:
        return first
    parts = zip(_PARTS.split(first), _PARTS.split(last), strict=False)
    return "".join(one if one == other else _UNSAID.sub("X", one) for one, other in parts)


@Language.factory("times")
def make(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component. It reads ``doc._.published``, and the morphology and syntax that the Doc has, if any."""

    def run(doc: Doc) -> Doc:
        earliest, latest = doc._.published
        times = find(doc.text, earliest, latest, tenses.of(doc))
        return base.attach(doc, "times", "time", "type", [asdict(time) for time in times])

    return run
