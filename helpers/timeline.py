"""The story in time: reports of events across the articles, what they leave of each date, and what stays silent.

:func:`read` does it all; the other functions are the tables that charts and sentences show. Links are in :mod:`linking`, dates in
:mod:`dating`, publication windows in :mod:`publication`, files for other programs in :mod:`almanac`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
from edtf import parse_edtf

from helpers import codebook, corpus, dating, linking, pipeline, publication
from helpers.codebook import Event, Outside
from helpers.french.calendar import interval


@dataclass(frozen=True, slots=True)
class Story:
    """Reports with their dates (:func:`dating.dated`), events (:func:`dating.combined`), and dates that no event took."""

    reports: pd.DataFrame
    events: pd.DataFrame
    unassigned: pd.DataFrame


def read(articles: pd.DataFrame, docs: Iterable, events: Mapping[str, Event]) -> Story:
    """The story of some articles: `docs` as from ``pipeline.annotate``, `events` as from ``codebook.events``."""
    found = linking.layers(docs)
    reports = dating.dated(linking.reports(found, events), found, articles, events)
    reports["label"] = (
        reports["event"].map({key: event.label for key, event in events.items()}).astype(object)
    )
    return Story(reports, dating.combined(reports, articles, events), unassigned(reports, found))


def unassigned(reports: pd.DataFrame, found: linking.Layers) -> pd.DataFrame:
    """Dated expressions that date no report: article, sentence, start, end, span, value, earliest, latest, why.

    Only expressions that name a time of their own (TIMEX3 type DATE or TIME) count; durations and words such as
    « désormais » (from now on) date nothing by themselves.
    """
    used = set(zip(reports["article"], reports["time_start"], strict=True))
    told = set(zip(reports["article"], reports["sentence"], strict=True))
    times = found.times[found.times["type"].isin(["DATE", "TIME"])]
    rows = [row for row in times.to_dict("records") if (row["article"], row["start"]) not in used]
    for row in rows:
        row["why"] = (
            "another expression of the sentence dates the event more finely"
            if (row["article"], row["sentence"]) in told
            else "no event of the codebook is told here"
        )
    columns = ["article", "sentence", "start", "end", "span", "value", "earliest", "latest", "why"]
    return pd.DataFrame(rows, columns=columns)


# --- Tables for charts -----------------------------------------------------------------------------------


def intervals(story: Story, labels: Mapping[str, str]) -> pd.DataFrame:
    """Bars of the timeline: for each event, in order of time, the finest dated report of each article, then what they leave together.

    Columns: `event`, `label` (with the status where it is not realised, and whether it is disputed), `witness` (the article; "together"
    for the last line), `earliest`, `latest` (missing where open), `shown` (witness in words), `edtf`, `how`, `reason`, `time` (the words that
    date it), `evidence` (``article:start-end`` of the report, or of all reports). The last line is left out where every dated report says the same.
    """
    rows = []
    for event in story.events.to_dict("records"):
        own = story.reports[story.reports["event"] == event["event"]]
        with_date = _one_each(own[own["how"] != "undated"])
        head = {"event": event["event"], "label": _labelled(event)}
        for row in with_date.to_dict("records"):
            value = dating.edtf(row["earliest"], row["latest"])
            rows.append(
                row
                | head
                | {
                    "witness": row["article"],
                    "shown": labels[row["article"]],
                    "edtf": value,
                    "evidence": _evidence([row]),
                }
            )
        same = (with_date["earliest"] == event["earliest"]) & (with_date["latest"] == event["latest"])
        if not (len(with_date) and same.all()):
            told = "together" if len(with_date) else f"undated, told by {event['articles']}"
            taken = {name: event[name] for name in ("earliest", "latest", "edtf", "reason")}
            rows.append(
                head
                | taken
                | {
                    "witness": "together",
                    "shown": told,
                    "how": "combined",
                    "evidence": _evidence(own.to_dict("records")),
                }
            )
    columns = [
        "event",
        "label",
        "witness",
        "earliest",
        "latest",
        "shown",
        "edtf",
        "how",
        "reason",
        "time",
        "evidence",
    ]
    frame = pd.DataFrame(rows, columns=columns)
    for column in ("earliest", "latest"):
        frame[column] = pd.to_datetime(frame[column].replace("", None))
    return frame


def _one_each(reports: pd.DataFrame) -> pd.DataFrame:
    """The finest report of each article, in the order of the table."""
    ranks = reports["precision"].map(dating.PRECISION.index)
    return reports.loc[ranks.sort_values(kind="stable").index].drop_duplicates("article").sort_index()


def _labelled(event: Mapping) -> str:
    said = [event["status"]] * (event["status"] != "realised") + ["disputed"] * bool(event["conflict"])
    return f"{event['label']} ({', '.join(said)})" if said else event["label"]


def _evidence(reports: Iterable[Mapping]) -> str:
    return " ".join(f"{row['article']}:{row['start']}-{row['end']}" for row in reports)


def in_words(earliest: str, latest: str) -> str:
    """An interval as a chart prints it, short.

    >>> in_words("2023-12-01", "2023-12-31"), in_words("2023-09-01", "2023-11-30"), in_words("2024-02-26", "")
    ('Dec 2023', 'autumn 2023', 'from 26 Feb 2024')
    """

    def day(iso: str, year: bool = True) -> str:
        found = date.fromisoformat(iso)
        return f"{found.day} {found:%b}" + (f" {found.year}" if year else "")

    if not earliest or not latest:
        return f"from {day(earliest)}" if earliest else f"until {day(latest)}" if latest else "no date"
    value = dating.edtf(earliest, latest)
    if "/" in value:
        same = earliest[:4] == latest[:4]
        return f"{day(earliest, not same)} – {day(latest)}"
    seasons = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
    if len(value) == 4:
        return value
    if len(value) == 7:
        year, part = value.split("-")
        return f"{seasons[part]} {year}" if part in seasons else f"{date.fromisoformat(earliest):%b %Y}"
    return day(earliest)


def matrix(story: Story, articles: pd.DataFrame) -> pd.DataFrame:
    """Events by articles, one row a cell: `event`, `label`, `article`, `told` (dated, told, silent), `shown`, `reports`, `evidence`.

    `shown` is the finest date that the article gives (or how it dates), « told » without one, missing where it is silent; `evidence` are the
    offsets of all reports, ``start-end`` separated by spaces.
    """
    rows = []
    for event in story.events.to_dict("records"):
        for article in articles.index:
            own = story.reports[
                (story.reports["event"] == event["event"]) & (story.reports["article"] == article)
            ]
            with_date = own[~own["how"].isin(["undated", "publication"])]
            told = "dated" if len(with_date) else "told" if len(own) else "silent"
            rows.append({
                "event": event["event"], "label": event["label"], "article": article, "told": told,
                "shown": _finest(with_date) if len(with_date) else "told" if len(own) else None,
                "reports": len(own), "evidence": " ".join(f"{a}-{b}" for a, b in zip(own["start"], own["end"], strict=True)),
            })  # fmt: skip
    return pd.DataFrame(rows, columns=["event", "label", "article", "told", "shown", "reports", "evidence"])


def _finest(rows: pd.DataFrame) -> str:
    ranks = rows["precision"].map(dating.PRECISION.index)
    best = rows.loc[ranks.sort_values(kind="stable").index[0]]
    if best["precision"] in ("vague", "by relation"):
        return best["precision"]
    return in_words(*(day.isoformat() for day in interval(best["value"])))


def precisions(reports: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """How finely each article dates: one row an article and class, `article`, `precision`, `reports`, `evidence`.

    Classes in the order of :data:`dating.PRECISION`; each event counts once an article, with the finest date that it gives.
    """
    ranked = reports.assign(rank=reports["precision"].map(dating.PRECISION.index))
    best = ranked.sort_values(["rank", "start"], kind="stable").drop_duplicates(["article", "event"])
    rows = []
    for article in articles.index:
        for name in dating.PRECISION:
            own = best[(best["article"] == article) & (best["precision"] == name)]
            evidence = " ".join(f"{a}-{b}" for a, b in zip(own["start"], own["end"], strict=True))
            rows.append({"article": article, "precision": name, "reports": len(own), "evidence": evidence})
    return pd.DataFrame(rows, columns=["article", "precision", "reports", "evidence"])


def order(story: Story, articles: pd.DataFrame) -> pd.DataFrame:
    """Order of telling against order of events: one row an event and article, at the first report of it.

    Columns: `article`, `event`, `label`, `position` (percent of the text), `rank` (of the event in time, from 0), `earliest`,
    `status`, `start`, `end`, `span`, in the order of telling. States (dated by publication) are left out.
    """
    ranks = {event: n for n, event in enumerate(story.events["event"])}
    first = story.reports[story.reports["how"] != "publication"].drop_duplicates(["article", "event"])
    rows = first.assign(
        rank=first["event"].map(ranks),
        position=100 * first["start"] / first["article"].map(articles["text"].str.len()),
        earliest=first["event"].map(story.events.set_index("event")["earliest"]),
    )
    columns = ["article", "event", "label", "position", "rank", "earliest", "status", "start", "end", "span"]
    return rows[columns].reset_index(drop=True)


def steps(order: pd.DataFrame) -> pd.DataFrame:
    """Steps from one event told to the next: `article`, `events`, `back`, `same`, `on`, `share_back` (percent of all steps).

    Back is to an event whose day (earliest) lies before that of the event told last. An article with one event has no step.
    """
    rows = []
    for article, group in order.groupby("article", sort=False):
        days = group.sort_values("position", kind="stable")["earliest"].tolist()
        moves = [(a > b) - (a < b) for a, b in pairwise(days)]
        back, same, on = moves.count(1), moves.count(0), moves.count(-1)
        share = 100 * back / len(moves) if moves else float("nan")
        rows.append((article, len(days), back, same, on, share))
    return pd.DataFrame(rows, columns=["article", "events", "back", "same", "on", "share_back"])


def busiest_week(events: pd.DataFrame) -> tuple[date, date] | None:
    """Monday and Sunday of the week that holds most events whole; the earlier of two; None without any."""
    weeks: dict[date, int] = {}
    for row in events[(events["earliest"] != "") & (events["latest"] != "")].itertuples():
        first, last = date.fromisoformat(row.earliest), date.fromisoformat(row.latest)
        monday = first - timedelta(days=first.weekday())
        if last <= monday + timedelta(days=6):
            weeks[monday] = weeks.get(monday, 0) + 1
    if not weeks:
        return None
    monday = max(sorted(weeks), key=weeks.__getitem__)
    return monday, monday + timedelta(days=6)


def by_day(events: pd.DataFrame, week: tuple[date, date]) -> pd.DataFrame:
    """The days of a week: `day`, `sure` (events of that day alone), `possible` (events that may be of that day), as labels."""
    rows = []
    for n in range((week[1] - week[0]).days + 1):
        day = (week[0] + timedelta(days=n)).isoformat()
        inside = events[
            (events["earliest"] >= week[0].isoformat())
            & (events["latest"] != "")
            & (events["latest"] <= week[1].isoformat())
        ]
        touching = inside[(inside["earliest"] <= day) & (inside["latest"] >= day)]
        sure = touching["earliest"] == touching["latest"]
        rows.append((day, touching.loc[sure, "label"].tolist(), touching.loc[~sure, "label"].tolist()))
    return pd.DataFrame(rows, columns=["day", "sure", "possible"])


# --- Against the reference -------------------------------------------------------------------------------


def against_reference(
    story: Story, reference: pd.DataFrame, events: Mapping[str, Event], present: Sequence[str]
) -> pd.DataFrame:
    """Every report of the reference, and what was found of it; then what was found and is not there.

    Columns: `id`, `event` (key, "" where the codebook has none), `label`, `article`, `start`, `end`, `span` (of the reference), `found` (span of the report
    that overlaps it, else of another report of the event in the article, else ""), `place` (overlaps, elsewhere, missed, extra; not an event here, for the publications), `date` (of the
    event, in EDTF), `expected`, `dated` (the interval of the event against the reference, see :func:`dating.verdict`; missed). Rows of articles that are not
    `present` are left out; so are those without an article (publications).
    """
    by_id = {name: key for key, event in events.items() for name in event.reference}
    dates = story.events.set_index("event")
    rows, matched = [], set()
    for row in reference[reference["article"].isin(present)].to_dict("records"):
        key = by_id.get(row["event"], "")
        own = story.reports[(story.reports["event"] == key) & (story.reports["article"] == row["article"])]
        over = own[(own["start"] < int(row["end"])) & (own["end"] > int(row["start"]))]
        best = over if len(over) else own
        matched |= {(key, row["article"], start) for start in over["start"]}
        wanted = expected(row)
        got = (dates.at[key, "earliest"], dates.at[key, "latest"]) if key in dates.index else ("", "")
        rows.append({
            "id": row["event"], "event": key, "label": row["label"], "article": row["article"], "start": int(row["start"]), "end": int(row["end"]),
            "span": row["span"], "found": best["span"].iloc[0] if len(best) else "",
            "place": "overlaps" if len(over) else "elsewhere" if len(own) else "missed" if key else "not an event here",
            "date": dating.edtf(*got), "expected": dating.edtf(*wanted), "dated": dating.verdict(got, wanted) if len(own) else "missed" if key else "",
        })  # fmt: skip
    coded = set(reference["article"])
    for row in story.reports.to_dict("records"):
        if row["article"] in coded and (row["event"], row["article"], row["start"]) not in matched:
            ids = " ".join(events[row["event"]].reference)
            rows.append({
                "id": ids, "event": row["event"], "label": row["label"], "article": row["article"], "start": row["start"], "end": row["end"], "span": "",
                "found": row["span"], "place": "extra", "date": dating.edtf(row["earliest"], row["latest"]), "expected": "", "dated": "",
            })  # fmt: skip
    columns = [
        "id",
        "event",
        "label",
        "article",
        "start",
        "end",
        "span",
        "found",
        "place",
        "date",
        "expected",
        "dated",
    ]
    return pd.DataFrame(rows, columns=columns)


def expected(row: Mapping) -> tuple[str, str]:
    """First and last day of a reference event: its window, else those of its TIMEX3 value.

    >>> expected({"value": "2023-12", "earliest": "", "latest": ""})
    ('2023-12-01', '2023-12-31')
    """
    if row["earliest"] or row["latest"]:
        return row["earliest"], row["latest"]
    days = interval(row["value"])
    return (days[0].isoformat(), days[1].isoformat()) if days else ("", "")


def axis(story: Story, margin: int = 30) -> tuple[date, date] | None:
    """First and last day of an axis that shows what has happened: the known ends of realised events and of their dated reports,
    and `margin` days more at either side.

    What is only announced or forecast may lie beyond it. None where no realised event has a day.
    """
    tables = (story.events, story.reports[story.reports["how"] != "undated"])
    realised = [table[table["status"] == "realised"] for table in tables]
    days = [day for table in realised for column in ("earliest", "latest") for day in table[column] if day]
    if not days:
        return None
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    return first - timedelta(days=margin), last + timedelta(days=margin)


def within(story: Story, week: tuple[date, date] | None, labels: Mapping[str, str]) -> pd.DataFrame:
    """Events whose interval lies in some days: `event`, `label`, `earliest`, `latest`, `edtf`, `shown` (who tells it), `evidence`.

    `evidence` names each report as ``article:start-end``. No row where `week` is None.
    """
    columns = ["event", "label", "earliest", "latest", "edtf", "shown", "evidence"]
    if week is None:
        return pd.DataFrame(columns=columns)
    events = story.events[(story.events["earliest"] != "") & (story.events["latest"] != "")]
    events = events[(events["earliest"] >= week[0].isoformat()) & (events["latest"] <= week[1].isoformat())]
    rows = []
    for event in events.to_dict("records"):
        own = story.reports[story.reports["event"] == event["event"]]
        told = ", ".join(dict.fromkeys(labels[article] for article in own["article"]))
        rows.append(event | {"shown": told, "evidence": _evidence(own.to_dict("records"))})
    return pd.DataFrame(rows, columns=columns)


def days(events: pd.DataFrame) -> pd.Series:
    """Days in the interval of each event, missing where an end is open."""
    first, last = (pd.to_datetime(events[column].replace("", None)) for column in ("earliest", "latest"))
    return (last - first).dt.days + 1


def days_of(values: pd.Series) -> pd.Series:
    """Days in intervals given in EDTF (read with the ``edtf`` package), missing where an end is open or nothing is given."""
    return values.map(_length).astype("float64")


def _length(value: str) -> float:
    if not value or ".." in value:
        return float("nan")
    found = parse_edtf(value)
    first, last = (date(*moment[:3]) for moment in (found.lower_strict(), found.upper_strict()))
    return (last - first).days + 1


def openings(order: pd.DataFrame) -> pd.DataFrame:
    """With which event each article opens: `article`, `label`, `earliest`, `later` (whether it tells an earlier event further on)."""
    rows = []
    for article, group in order.groupby("article", sort=False):
        group = group.sort_values("position", kind="stable")
        first = group.iloc[0]
        rows.append(
            (article, first["label"], first["earliest"], bool((group["earliest"] < first["earliest"]).any()))
        )
    return pd.DataFrame(rows, columns=["article", "label", "earliest", "later"])


def against_outside(events: pd.DataFrame, outside: Mapping[str, Outside]) -> pd.DataFrame:
    """Events with a day known from outside the corpus: `label`, `edtf`, `day`, `inside` (whether the interval holds it), `source`.

    The interval owes nothing to that day: no event is dated by a fact from outside.
    """
    days = {event: fact for fact in outside.values() if fact.kind == "release" for event in fact.events}
    rows = []
    for row in events[events["event"].isin(days)].to_dict("records"):
        fact = days[row["event"]]
        day = fact.day.isoformat()
        inside = (row["earliest"] or day) <= day <= (row["latest"] or day)
        rows.append((row["label"], row["edtf"], day, inside, fact.source))
    return pd.DataFrame(rows, columns=["label", "edtf", "day", "inside", "source"])


def bound(
    article: str,
    found: linking.Layers | None = None,
    events: Mapping[str, Event] | None = None,
    outside: Mapping[str, Outside] | None = None,
) -> pd.DataFrame:
    """The publication of one article from internal evidence, each bound with its sentence; see :func:`publication.bound`.

    `found` are the layers of a reading without dates; left out, the article is read from the corpus of the project.
    ``publication.window`` makes an interval of the result. Raises KeyError for an article that is not there.
    """
    if found is None:
        own = corpus.load().loc[[article]]
        found = linking.layers(pipeline.annotate(publication.undated(own)))
    return publication.bound(
        article,
        found,
        codebook.events() if events is None else events,
        codebook.outside() if outside is None else outside,
    )


def worded(reports: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Reports with the words that date them: `article` (its label), `time`, `value` (TIMEX3), `interval` in words, `precision`, `label`."""
    own = reports[reports["time"] != ""]
    interval_ = [in_words(first, last) for first, last in zip(own["earliest"], own["latest"], strict=True)]
    columns = ["article", "time", "value", "interval", "precision", "label"]
    return own.assign(article=own["article"].map(labels), interval=interval_)[columns]
