"""When an event happened, from the reports of it: an interval for each report, one for the event, and why.

Event time only: the publication window of an article enters where a report leans on it, and then the reason says so.
A report told as past happened, at the latest, on the last day on which its article can have been published.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import pandas as pd

from helpers.codebook import Event
from helpers.french.tense import surface
from helpers.linking import Layers, Line, lines, pattern
from helpers.text import rules

_RULES = rules("timeline")
#: How a report is dated, the surest first.
HOW = ("stated", "relation", "same time", "publication", "undated")
PRECISION = ("day", "week", "month", "season", "year", "by relation", "vague", "none")
DATES = (
    "how",
    "value",
    "earliest",
    "latest",
    "time_start",
    "time_end",
    "time",
    "precision",
    "status",
    "reason",
)

#: How many characters before a predicate belong to its verb.
_BEFORE_VERB = 14
_UNIT_DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
_DURATION = re.compile(r"P(\d+|X)([DWMY])")
_SHAPES = (
    ("day", re.compile(r"\d{4}-\d\d-\d\d(T.*)?")),
    ("week", re.compile(r"\d{4}-W\d\d(-WE)?")),
    ("month", re.compile(r"\d{4}-\d\d")),
    ("season", re.compile(r"\d{4}-(SP|SU|FA|WI|Q\d|H\d)")),
    ("year", re.compile(r"\d{4}")),
)


def precision(value: str) -> str:
    """How finely a TIMEX3 value dates: day, week, month, season (also a quarter or half), year, or vague.

    >>> precision("2023-12-08"), precision("2023-FA"), precision("PAST_REF")
    ('day', 'season', 'vague')
    """
    return next((name for name, shape in _SHAPES if shape.fullmatch(value)), "vague")


def edtf(earliest: str, latest: str) -> str:
    """Two days as Extended Date/Time Format (ISO 8601-2): a day, month, season or year where they are one, else an interval.

    An open end is ``..``; both open is ``""``. Source: Library of Congress, EDTF specification, 2019, level 1.

    >>> edtf("2023-12-01", "2023-12-31"), edtf("2023-09-01", "2023-11-30"), edtf("", "2024-03-03")
    ('2023-12', '2023-23', '../2024-03-03')
    """
    if not earliest or not latest:
        return f"{earliest or '..'}/{latest or '..'}" if earliest or latest else ""
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    if first == last:
        return earliest
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if whole and months == 1:
        return f"{first:%Y-%m}"
    if whole and months == 12 and first.month == 1:
        return f"{first:%Y}"
    if whole and months == 3 and first.month in (3, 6, 9, 12):
        return f"{first:%Y}-{21 + first.month // 3 - 1}"
    return f"{earliest}/{latest}"


def verdict(got: tuple[str, str], wanted: tuple[str, str]) -> str:
    """How an interval lies to the one expected; an open end is without limit.

    >>> verdict(("2023-12-04", "2023-12-31"), ("2023-12-01", "2023-12-31"))
    'narrower'
    """
    if not any(got):
        return "undated"
    if got == wanted:
        return "same"
    (a, b), (c, d) = ((first or "0000", last or "9999") for first, last in (got, wanted))
    if b < c or d < a:
        return "apart"
    if c <= a and b <= d:
        return "narrower"
    return "wider" if a <= c and d <= b else "overlapping"


# --- Reports ---------------------------------------------------------------------------------------------


def dated(
    reports: pd.DataFrame, found: Layers, articles: pd.DataFrame, events: Mapping[str, Event]
) -> pd.DataFrame:
    """The reports with their dates.

    Added columns: `how` (one of :data:`HOW`), `value` (TIMEX3), `earliest`, `latest` (ISO days, "" where open), `time_start`,
    `time_end`, `time` (the words that date it, -1 and "" without), `precision`, `status` (realised, announced, forecast,
    conditional), `reason`. Reports that only a duration gives (« près d'un an après GPT-4 ») are added.
    """
    told = lines(found)
    rows = [row | _empty() for row in reports.to_dict("records")]
    for row in rows:
        row["status"] = _status(row, _line(told, row), events[row["event"]])
    _state_dates(rows, told)
    _same_times(rows, told)
    _publications(rows, articles, events)
    rows += _relations(rows, told, events)
    for row in rows:
        if row["how"] == "undated":
            _leave_open(row, articles)
        _cover(row, _line(told, row))
    order = {article: n for n, article in enumerate(articles.index)}
    rows.sort(key=lambda row: (order[row["article"]], row["start"], list(events).index(row["event"])))
    return pd.DataFrame(rows, columns=[*reports.columns, *DATES])


def _empty() -> dict:
    return dict.fromkeys(DATES, "") | {
        "how": "undated",
        "precision": "none",
        "time_start": -1,
        "time_end": -1,
    }


def _line(told: Mapping[str, list[Line]], row: Mapping) -> Line:
    return told[row["article"]][row["sentence"] - 1]


@cache
def _mood(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_RULES['mood'][name])})(?!\w)")


def _status(row: Mapping, line: Line, event: Event) -> str:
    """Realised, announced (told as to come), forecast (to come, by a forecaster) or conditional, from the words of the clause."""
    low = line.low
    at, to = row["at"] - line.start, row["to"] - line.start
    # Only the verb and what stands right before it: the next clause may speak of another time.
    begin = max(0, at - _BEFORE_VERB)
    verb = low[begin:to]
    if event.kind == "forecast":
        return "forecast"
    if _mood("conditional").search(verb):
        return "conditional"
    if _mood("going").search(verb) or surface(verb, at - begin) == "future":
        return "announced"
    return "realised"


def _state_dates(rows: list[dict], told: Mapping[str, list[Line]]) -> None:
    """Each dated expression goes to the reports whose predicate stands nearest to it in its sentence."""
    groups: dict[tuple, list[dict]] = {}
    for row in rows:
        groups.setdefault((row["article"], row["sentence"]), []).append(row)
    for group in groups.values():
        line = _line(told, group[0])
        for time in line.times:
            if not _dates(time):
                continue
            gaps = [_gap(row["at"], row["to"], time["start"], time["end"]) for row in group]
            for row, gap in zip(group, gaps, strict=True):
                if gap == min(gaps) and _narrower(time, row):
                    _take(row, time, "stated", f"« {time['span']} » dates it")


def _dates(time: Mapping) -> bool:
    return time["type"] in ("DATE", "TIME") or time["value"] in ("PAST_REF", "FUTURE_REF")


def _gap(start: int, end: int, other_start: int, other_end: int) -> int:
    return max(0, other_start - end, start - other_end)


def _days(earliest: str, latest: str) -> float:
    if not earliest or not latest:
        return float("inf")
    return (date.fromisoformat(latest) - date.fromisoformat(earliest)).days


def _narrower(time: Mapping, row: Mapping) -> bool:
    known = row["how"] == "stated"
    return not known or _days(time["earliest"], time["latest"]) < _days(row["earliest"], row["latest"])


def _take(row: dict, time: Mapping, how: str, reason: str) -> None:
    row |= {
        "how": how,
        "value": time["value"],
        "earliest": time["earliest"],
        "latest": time["latest"],
        "reason": reason,
    }
    row |= {"time_start": time["start"], "time_end": time["end"], "time": time["span"]}
    row |= {"precision": precision(time["value"])}


def _cover(row: dict, line: Line) -> None:
    """Let the evidence of a report reach over the words that date it, where they stand in its sentence."""
    if line.start <= row["time_start"] < line.start + len(line.text):
        row["start"], row["end"] = min(row["start"], row["time_start"]), max(row["end"], row["time_end"])
        row["span"] = line.text[row["start"] - line.start : row["end"] - line.start]


@cache
def _same_time() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _RULES['same_time']))})(?!\w)")


def _same_times(rows: list[dict], told: Mapping[str, list[Line]]) -> None:
    """« Dans le même temps » before the predicate: the last dated expression of the text is the date."""
    for row in rows:
        line = _line(told, row)
        cue = _same_time().search(line.low, 0, max(0, row["at"] - line.start))
        if row["how"] != "undated" or not cue:
            continue
        place = row["sentence"] - 1
        back = told[row["article"]][max(0, place - _RULES["same_time_reach"]) : place]
        times = [time for other in back for time in other.times if time["type"] == "DATE" and time["latest"]]
        if times:
            _take(row, times[-1], "same time", f"« {cue[0]} »: at the time of « {times[-1]['span']} »")


def _publications(rows: list[dict], articles: pd.DataFrame, events: Mapping[str, Event]) -> None:
    """A state told in the present is dated by the publication of who tells it."""
    for row in rows:
        if events[row["event"]].state and row["how"] == "undated":
            own = articles.loc[row["article"]]
            row |= {
                "how": "publication",
                "earliest": own["earliest"],
                "latest": own["latest"],
                "precision": "vague",
            }
            row |= {"reason": "told as the present state: the publication window of the article"}


def _leave_open(row: dict, articles: pd.DataFrame) -> None:
    own = articles.loc[row["article"]]
    if row["status"] == "realised":
        row |= {
            "latest": own["latest"],
            "reason": "no date; told as past or present, so not after the article was published",
        }
    else:
        row |= {
            "earliest": own["earliest"],
            "reason": "no date; told as to come, so not before the article was published",
        }


# --- Durations between two events ------------------------------------------------------------------------


def span_of(value: str, mod: str, words: str = "") -> tuple[float, float] | None:
    """Least and most days of a TIMEX3 duration; None for a value that is none.

    « près de » is at least five sixths of what it says; a bare duration may be half a unit off; LESS_THAN begins at
    nothing, MORE_THAN has no end. Days of a month and a year: 30.44 and 365.25.

    >>> span_of("P1Y", "LESS_THAN"), span_of("PXD", "")
    ((0.0, 365.25), (1.0, 14.0))
    """
    match = _DURATION.fullmatch(value)
    if not match:
        return None
    unit = _UNIT_DAYS[match[2]]
    if match[1] == "X":
        few = _RULES["few"][match[2]]
        return few[0] * unit, few[1] * unit
    length = int(match[1]) * unit
    if mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        return 0.0, length
    if mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        return length, float("inf")
    if any(words.startswith(word) for word in _RULES["nearly"]):
        return length * 5 / 6, length - 1
    return length - unit / 2, length + unit / 2


def _relations(rows: list[dict], told: Mapping[str, list[Line]], events: Mapping[str, Event]) -> list[dict]:
    """Dates from « DURATION après EVENT »: of the event that is told, or, where that one is dated better, of the event that is named.

    Undated reports are dated in place; the list returned has the reports that are new.
    """
    new: list[dict] = []
    for line in (line for own in told.values() for line in own):
        for time in line.times:
            bounds = span_of(time["value"], time["mod"], time["span"].lower().replace("’", "'"))
            anchor = _anchor(line, time, events) if bounds else None
            hosts = [row for row in rows if (row["article"], row["sentence"]) == (line.article, line.number)]
            if anchor:
                hosts = [row for row in hosts if row["event"] != anchor[0]]
            if not anchor or not hosts:
                continue
            key, sign, place = anchor
            nearest = min(_gap(row["at"], row["to"], time["start"], time["end"]) for row in hosts)
            hosts = [
                row for row in hosts if _gap(row["at"], row["to"], time["start"], time["end"]) == nearest
            ]
            known = _known(rows, key)
            for row in hosts if known else hosts[:1]:
                if known and row["how"] == "undated":
                    _relate(row, time, known, bounds, sign, events[key].label)
                elif not known and (window := _known(rows, row["event"])):
                    new.append(_anchored(row, time, line, place, key, window, bounds, -sign, events))
    named = {(row["event"], row["article"], row["sentence"]) for row in new}
    rows[:] = [row for row in rows if (row["event"], row["article"], row["sentence"]) not in named]
    return new


def _anchor(
    line: Line, time: Mapping, events: Mapping[str, Event]
) -> tuple[str, int, tuple[int, int]] | None:
    """The event named right after a duration and « après » (+1) or « avant » (-1), with its place in the article."""
    low, offset = line.low, time["end"] - line.start
    for sign, words in ((1, _RULES["direction"]["after"]), (-1, _RULES["direction"]["before"])):
        if match := re.match(rf" (?:{'|'.join(words)}) ", low[offset : offset + 20]):
            begin = offset + match.end()
            for key, event in events.items():
                for form in event.anchors:
                    if found := pattern(form).match(low, begin):
                        return key, sign, (line.start + found.start(), line.start + found.end())
    return None


def _known(rows: list[dict], event: str) -> tuple[str, str] | None:
    """The days that the stated dates of an event leave, if any is stated."""
    own = [
        row
        for row in rows
        if row["event"] == event and row["how"] == "stated" and row["earliest"] and row["latest"]
    ]
    if not own:
        return None
    return max(row["earliest"] for row in own), min(row["latest"] for row in own)


def _moved(window: tuple[str, str], bounds: tuple[float, float], sign: int) -> tuple[str, str]:
    """A window moved by between so many and so many days, later (+1) or earlier (-1)."""
    least, most = bounds if sign > 0 else (-bounds[1], -bounds[0])
    ends = []
    for day, days in zip(window, (least, most), strict=True):
        try:
            ends.append((date.fromisoformat(day) + timedelta(days=round(days))).isoformat())
        except (OverflowError, ValueError):
            ends.append("")
    return ends[0], ends[1]


def _relate(
    row: dict, time: Mapping, window: tuple[str, str], bounds: tuple[float, float], sign: int, label: str
) -> None:
    earliest, latest = _moved(window, bounds, sign)
    _take(
        row,
        dict(time) | {"earliest": earliest, "latest": latest},
        "relation",
        f"« {time['span']} » {'after' if sign > 0 else 'before'}: {label}",
    )
    row["precision"] = "by relation"


def _anchored(
    host: Mapping,
    time: Mapping,
    line: Line,
    place: tuple[int, int],
    key: str,
    window: tuple[str, str],
    bounds: tuple[float, float],
    sign: int,
    events: Mapping[str, Event],
) -> dict:
    start, end = time["start"], place[1]
    row = dict(host) | _empty() | {"event": key, "status": "realised", "start": start, "end": end}
    row |= {"span": line.text[start - line.start : end - line.start], "at": place[0], "to": place[1]}
    _relate(row, time, window, bounds, sign, events[host["event"]].label)
    return row


# --- Events ----------------------------------------------------------------------------------------------

EVENTS = (
    "event",
    "label",
    "kind",
    "status",
    "earliest",
    "latest",
    "edtf",
    "stated",
    "conflict",
    "articles",
    "dated",
    "reason",
)


def combined(reports: pd.DataFrame, articles: pd.DataFrame, events: Mapping[str, Event]) -> pd.DataFrame:
    """One row an event that is told, in order of time: what its reports leave when all of them are true.

    Columns: `event`, `label`, `kind`, `status` (the surest that a report gives), `earliest`, `latest`, `edtf`, `stated` (EDTF of the
    intersection of dated reports alone), `conflict` ("" or what cannot be true together), `articles` (that tell it), `dated`
    (that date it), `reason` (each step in words). Dates that exclude each other are not cut: the interval then covers all of them.
    """
    rows = {
        key: _of_one(key, event, reports[reports["event"] == key], articles)
        for key, event in events.items()
        if (reports["event"] == key).any()
    }
    for _ in rows:  # a chain is at most as long as there are events
        # Every event is tried in each round, so no generator here.
        if not sum(_ordered(row, rows, events) for row in rows.values()):
            break
    for row in rows.values():
        _rivals(row, rows, events)
        row["edtf"] = edtf(row["earliest"], row["latest"])
        row["reason"] = "; ".join(row["reason"])
        row["conflict"] = "; ".join(row["conflict"])
    far = "9999"
    ranked = sorted(
        rows.values(), key=lambda row: (row["earliest"] or row["latest"] or far, row["latest"] or far)
    )
    return pd.DataFrame(ranked, columns=list(EVENTS))


def _of_one(key: str, event: Event, own: pd.DataFrame, articles: pd.DataFrame) -> dict:
    reasons, conflicts = [], []
    dated_by = own[own["how"] != "undated"]
    starts = [day for day in dated_by["earliest"] if day]
    ends = [day for day in dated_by["latest"] if day]
    earliest, latest = max(starts, default=""), min(ends, default="")
    if earliest and latest and earliest > latest:
        conflicts.append(f"the dates of its reports exclude each other ({edtf(latest, earliest)})")
        earliest, latest = min(starts), max(ends)
    reasons += list(dict.fromkeys(dated_by["reason"]))
    stated = edtf(earliest, latest)
    status = next(
        (s for s in ("realised", "announced", "forecast", "conditional") if s in set(own["status"])), ""
    )
    told = own[(own["status"] == "realised") & (own["how"] != "publication")]["article"].unique()
    published = min((day for day in articles.loc[told, "latest"] if day), default="")
    if published and (not latest or published < latest) and not event.state:
        if earliest and published < earliest:
            conflicts.append(f"told as past by an article published on {published} or before")
        else:
            latest = published
            reasons.append(f"told as past by an article published on {published} or before")
    return {
        "event": key, "label": event.label, "kind": event.kind, "status": status, "earliest": earliest, "latest": latest, "stated": stated,
        "conflict": conflicts, "articles": own["article"].nunique(), "dated": dated_by["article"].nunique(), "reason": reasons,
    }  # fmt: skip


def _ordered(row: dict, rows: Mapping[str, dict], events: Mapping[str, Event]) -> bool:
    """Narrow one event by those that come before and after it; whether anything changed."""
    event, changed = events[row["event"]], False
    for other in (rows[key] for key in event.after if key in rows):
        if other["earliest"] > row["earliest"]:
            changed |= _narrow(row, "earliest", other["earliest"], f"not before: {other['label']}")
    for other in (rows[key] for key in event.before if key in rows):
        if other["latest"] and (not row["latest"] or other["latest"] < row["latest"]):
            changed |= _narrow(row, "latest", other["latest"], f"not after: {other['label']}")
    return changed


def _narrow(row: dict, side: str, day: str, reason: str) -> bool:
    trial = row | {side: day}
    if trial["earliest"] and trial["latest"] and trial["earliest"] > trial["latest"]:
        said = f"its order is impossible with these dates ({reason}, {day})"
        if said not in row["conflict"]:
            row["conflict"].append(said)
        return False
    row[side] = day
    row["reason"].append(reason)
    return True


def _rivals(row: dict, rows: Mapping[str, dict], events: Mapping[str, Event]) -> None:
    for other in (rows[key] for key in events[row["event"]].rivals if key in rows):
        if other["latest"] and row["earliest"] and other["latest"] < row["earliest"]:
            days = (date.fromisoformat(row["earliest"]) - date.fromisoformat(other["latest"])).days
            row["conflict"].append(
                f"if it is the same step as “{other['label']}”, the dates are at least {days} days apart"
            )
