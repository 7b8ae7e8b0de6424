"""When an undated article can have been published, from what it says: each bound with its sentence.

The evidence is read from the text alone: the temporal expressions here are those of a reading that knew no publication
date (:func:`undated`), so that the manifest does not prove itself. Facts from outside the corpus
(``codebooks/outside.toml``) are marked as such in every row that leans on one.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import MAXYEAR, date, timedelta

import pandas as pd

from helpers import dating, linking
from helpers.codebook import Event, Outside
from helpers.french.tense import surface
from helpers.linking import Layers, Line
from helpers.text import flat, rules

_DEIXIS = rules("timeline")["deixis"]
_WEEKDAYS = tuple(rules("timeline")["weekdays"])
COLUMNS = (
    "article",
    "side",
    "day",
    "rule",
    "sentence",
    "start",
    "end",
    "span",
    "fact",
    "source",
    "used",
    "note",
)
#: A weekday with its day and month is written at most so many days after it.
_RECENT = 6
#: How many characters before a date may put it ahead.
_NEAR = 24


def undated(articles: pd.DataFrame) -> pd.DataFrame:
    """The same articles without their dates, for ``pipeline.annotate``: what they say of time by themselves."""
    return articles.assign(earliest="", latest="")


def bound(
    article: str, found: Layers, events: Mapping[str, Event], outside: Mapping[str, Outside]
) -> pd.DataFrame:
    """The evidence for the publication of one article, one row a bound.

    `found` are the layers of the undated reading. Columns: `article`, `side` (earliest or latest), `day` (ISO), `rule` in words,
    `sentence`, `start`, `end`, `span`, `fact` and `source` ("" for evidence of the text alone), `used`, `note` (why a row is not used: a
    present that outside facts show to be stale). :func:`window` makes an interval of it.
    """
    found = Layers(*(_own(getattr(found, name), article) for name in Layers.__slots__))
    told = linking.lines(found).get(article, [])
    reports = linking.reports(found, events)
    releases, dates = _releases(told, outside), _full_dates(told)
    past = [row for row in dates if row["side"] == "earliest"]
    rows = [*releases, *dates, *_without_year(told, releases, past), *_last_months(told, reports, outside)]
    floor = max((row["day"] for row in rows if row["side"] == "earliest"), default="")
    rows += _states(reports, outside, floor)
    return pd.DataFrame(
        [{"article": article, "fact": "", "source": "", "used": True, "note": ""} | row for row in rows],
        columns=list(COLUMNS),
    )


def window(evidence: pd.DataFrame) -> tuple[str, str]:
    """First and last possible day that the used rows leave, "" where open.

    >>> window(pd.DataFrame(columns=list(COLUMNS)))
    ('', '')
    """
    used = evidence[evidence["used"].astype(bool)]
    earliest = max(used.loc[used["side"] == "earliest", "day"], default="")
    latest = min(used.loc[used["side"] == "latest", "day"], default="")
    return earliest, latest


def compared(articles: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """Window from the text against the manifest: `article`, `earliest`, `latest`, `manifest_earliest`, `manifest_latest`, `verdict`.

    The verdict is that of :func:`dating.verdict`, the window of the text against the manifest; undated: no evidence.
    """
    rows = []
    for article, own in articles.iterrows():
        first, last = window(evidence[evidence["article"] == article])
        rows.append(
            (
                article,
                first,
                last,
                own["earliest"],
                own["latest"],
                dating.verdict((first, last), (own["earliest"], own["latest"])),
            )
        )
    return pd.DataFrame(
        rows, columns=["article", "earliest", "latest", "manifest_earliest", "manifest_latest", "verdict"]
    )


def _own(table: pd.DataFrame, article: str) -> pd.DataFrame:
    return table[table["article"] == article]


def _row(side: str, day: str, rule: str, sentence: int, mark: Mapping) -> dict:
    return {"side": side, "day": day, "rule": rule, "sentence": sentence} | {
        k: mark[k] for k in ("start", "end", "span")
    }


def _releases(told: list[Line], outside: Mapping[str, Outside]) -> list[dict]:
    """An article that names a model was not published before its release. Of each fact, the first mention."""
    rows = []
    for fact in outside.values():
        if fact.kind == "release":
            named = ((line, actor) for line in told for actor in line.actors if actor["actor"] in fact.actors)
            if first := next(named, None):
                row = _row(
                    "earliest",
                    fact.day.isoformat(),
                    "names what was released that day",
                    first[0].number,
                    first[1],
                )
                rows.append(row | {"fact": fact.label, "source": fact.source})
    return rows


def _full_dates(told: list[Line]) -> list[dict]:
    """A full date told as past bounds the publication from below, one told as to come from above.

    The words before it (« d'ici », « avant ») or the tense of its clause put it ahead; without either it is taken as past.
    """
    rows = []
    for line in told:
        for time in line.times:
            if time["type"] != "DATE" or not time["latest"]:
                continue
            if _ahead(line, time):
                rows.append(_row("latest", time["latest"], "tells a full date as to come", line.number, time))
            elif not time["mod"]:
                rows.append(
                    _row("earliest", time["earliest"], "tells a full date as past", line.number, time)
                )
    return rows


def _ahead(line: Line, time: Mapping) -> bool:
    low, place = line.low, time["start"] - line.start
    # The expression itself may begin with such a word: « d'ici 2030 ».
    words = f" {low[max(0, place - _NEAR) : place + len(time['span'])]}"
    return any(f" {word} " in words for word in _DEIXIS["ahead"]) or surface(low, place) == "future"


def _month_day(value: str) -> tuple[int, int] | None:
    """Month and day of a TIMEX3 day without a year.

    >>> _month_day("XXXX-02-26")
    (2, 26)
    """
    parts = value.split("-")
    if len(parts) == 3 and parts[0] == "XXXX" and parts[1].isdigit() and parts[2].isdigit():
        return int(parts[1]), int(parts[2])
    return None


def _next(month: int, day: int, floor: str, weekday: int | None) -> date | None:
    """The first such day not before the week of `floor` and, where it is given, on such a weekday; a weekday comes back within 12 years."""
    begin = date.fromisoformat(floor) - timedelta(days=7)
    for year in range(begin.year, min(begin.year + 12, MAXYEAR)):
        try:
            found = date(year, month, day)
        except ValueError:
            continue  # 29 February
        if found >= begin and weekday in (None, found.weekday()):
            return found
    return None


def _without_year(told: list[Line], releases: list[dict], past: list[dict]) -> list[dict]:
    """Bounds from days without a year: the year follows from what the article knows. Where that is a fact from outside, the rows say so."""
    best = max([*past, *releases], key=lambda row: row["day"], default=None)
    if best is None:
        return []
    rows = [*_weekdays(told, best["day"]), *_weeks(told, best["day"])]
    by_text = max((row["day"] for row in past), default="")
    alone = [*_weekdays(told, by_text), *_weeks(told, by_text)]
    lent = {name: best[name] for name in ("fact", "source") if name in best}
    return [row if row in alone else row | lent for row in rows]


def _weekdays(told: list[Line], floor: str) -> list[dict]:
    """« Ce lundi 26 février »: the year is the first in which the weekday fits, and the article is of the days after it."""
    rows = []
    for line in told:
        for time in line.times:
            words = flat(time["span"]).lower().split()
            named = next((word for word in words if word in _WEEKDAYS), None)
            parts = _month_day(time["value"])
            if not floor or not parts or not named:
                continue
            if found := _next(*parts, floor, _WEEKDAYS.index(named)):
                this = words[0] in _DEIXIS["this"]
                last = found + timedelta(days=_RECENT - found.weekday() if this else _RECENT)
                rule = "a weekday with its day and month: that day is a " + f"{found:%A} in {found.year}"
                rows.append(_row("earliest", found.isoformat(), rule, line.number, time))
                after = "“this” day: not after its week" if this else "named by its weekday: within a week"
                rows.append(_row("latest", last.isoformat(), after, line.number, time))
    return rows


def _weeks(told: list[Line], floor: str) -> list[dict]:
    """« Cette semaine … le 26 février »: the article is of the week of that day."""
    rows = []
    for line in told:
        week = next((t for t in line.times if flat(t["span"]).lower() in _DEIXIS["week"]), None)
        parts = next((p for t in line.times if (p := _month_day(t["value"]))), None)
        if not floor or week is None or parts is None:
            continue
        if found := _next(*parts, floor, None):
            monday = found - timedelta(days=found.weekday())
            rule = f"“this week” with {found.day} {found:%B}, after what it names"
            rows.append(_row("earliest", max(found, monday).isoformat(), rule, line.number, week))
            rows.append(_row("latest", (monday + timedelta(days=6)).isoformat(), rule, line.number, week))
    return rows


def _last_months(told: list[Line], reports: pd.DataFrame, outside: Mapping[str, Outside]) -> list[dict]:
    """« Le mois dernier » for an event whose day is known from outside: the article is of the month after."""
    rows = []
    for line in told:
        here = set(reports.loc[reports["sentence"] == line.number, "event"])
        for time in line.times:
            if flat(time["span"]).lower() not in _DEIXIS["last_month"]:
                continue
            for fact in outside.values():
                if fact.kind == "release" and here & set(fact.events):
                    first = (fact.day.replace(day=1) + timedelta(days=32)).replace(day=1)
                    last = first.replace(day=monthrange(first.year, first.month)[1])
                    for side, day in (("earliest", first), ("latest", last)):
                        row = _row(
                            side, day.isoformat(), "“last month” for an event of that day", line.number, time
                        )
                        rows.append(row | {"fact": fact.label, "source": fact.source})
    return rows


def _states(reports: pd.DataFrame, outside: Mapping[str, Outside], floor: str) -> list[dict]:
    """A state told as present bounds the article from above, unless the article knows later things: then the present is stale."""
    rows = []
    for report in reports.to_dict("records"):
        for fact in outside.values():
            if fact.kind == "until" and report["event"] in fact.events:
                last = (fact.day - timedelta(days=1)).isoformat()
                row = _row("latest", last, "tells as present what ended that day", report["sentence"], report)
                stale = bool(floor) and last < floor
                note = f"stale: the article knows of {floor}" if stale else ""
                rows.append(
                    row | {"fact": fact.label, "source": fact.source, "used": not stale, "note": note}
                )
    return rows


#: The two lines of an article in a chart.
KINDS = ("manifest", "the text")


def bars(windows: pd.DataFrame, evidence: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Two lines for each article, manifest and text, for a chart.

    Columns: `article`, `label`, `kind` (manifest, the text), `earliest`, `latest` (missing where open), `shown`, `evidence` (rule, words and
    offsets of the bounds), `outside` (facts from outside that they rest on). A line without any bound is left out.
    """
    rows = []
    for row in windows.to_dict("records"):
        used = evidence[(evidence["article"] == row["article"]) & evidence["used"].astype(bool)]
        binding = [
            (side, used[(used["side"] == side) & (used["day"] == row[side])])
            for side in ("earliest", "latest")
        ]
        # A bound that the text gives by itself needs no fact from outside.
        marks = pd.concat([part.sort_values("fact", kind="stable").head(1) for _, part in binding])
        said = "; ".join(f"{m.rule}: « {m.span} » ({m.start}-{m.end})" for m in marks.itertuples())
        facts = "; ".join(dict.fromkeys(fact for fact in marks["fact"] if fact))
        shown = "the text: " + ", ".join(dict.fromkeys(f"« {m.span} »" for m in marks.itertuples()))
        shown += " and a fact from outside" if facts else ""
        head = {"article": row["article"], "label": labels[row["article"]]}
        for kind, first, last, words, more in (
            (
                "manifest",
                row["manifest_earliest"],
                row["manifest_latest"],
                "manifest",
                {"evidence": "", "outside": ""},
            ),
            ("the text", row["earliest"], row["latest"], shown, {"evidence": said, "outside": facts}),
        ):
            if first or last:
                rows.append(head | {"kind": kind, "earliest": first, "latest": last, "shown": words} | more)
    columns = ["article", "label", "kind", "earliest", "latest", "shown", "evidence", "outside"]
    frame = pd.DataFrame(rows, columns=columns)
    for column in ("earliest", "latest"):
        frame[column] = pd.to_datetime(frame[column].replace("", None))
    return frame
