"""The timeline for other programs: TimelineJS and iCalendar, each read back by the function beside it.

Event time only. An open end is left open in TimelineJS and told in the description of the calendar; every entry carries its
interval in EDTF and the reason for it.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pandas as pd
from icalendar import Calendar, Event

#: A calendar must say when an entry was made; nothing here depends on the day of a run.
_STAMP = datetime(2024, 1, 1, tzinfo=UTC)
_DOMAIN = "press-notebooks"


def _day(iso: str) -> dict[str, int]:
    found = date.fromisoformat(iso)
    return {"year": found.year, "month": found.month, "day": found.day}


def _told(row: Mapping[str, Any]) -> str:
    conflict = f" Disagreement: {row['conflict']}." if row["conflict"] else ""
    return f"{row['status']}; {row['edtf']}; told by {row['articles']}, dated by {row['dated']} articles. {row['reason']}.{conflict}"


def timelinejs(events: pd.DataFrame, title: str) -> bytes:
    """Events, as from ``dating.combined``, as the JSON of TimelineJS (Knight Lab, JSON data format of version 3).

    Events without any day are left out. The first day known is the start date; an event of several days has an end date.
    """
    entries = []
    for row in events.to_dict("records"):
        first, last = row["earliest"] or row["latest"], row["latest"]
        if not first:
            continue
        entry = {
            "unique_id": row["event"],
            "start_date": _day(first),
            "group": row["kind"],
            "display_date": row["edtf"],
        }
        if last and last != first:
            entry["end_date"] = _day(last)
        entries.append(entry | {"text": {"headline": row["label"], "text": _told(row)}})
    data = {"title": {"text": {"headline": title}}, "events": entries}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_timelinejs(content: bytes) -> pd.DataFrame:
    """What a TimelineJS file holds: `event`, `label`, `earliest`, `latest` (the start date again, where it has no end date)."""
    rows = []
    for entry in json.loads(content)["events"]:
        first = date(**entry["start_date"])
        last = date(**entry.get("end_date", entry["start_date"]))
        rows.append((entry["unique_id"], entry["text"]["headline"], first.isoformat(), last.isoformat()))
    return pd.DataFrame(rows, columns=["event", "label", "earliest", "latest"])


def calendar(events: pd.DataFrame) -> bytes:
    """The same events as an iCalendar file (RFC 5545) of whole days; the end is the day after the last, as the format asks."""
    book = Calendar()
    book.add("prodid", f"-//{_DOMAIN}//timeline//EN")
    book.add("version", "2.0")
    for row in events.to_dict("records"):
        first = row["earliest"] or row["latest"]
        if not first:
            continue
        last = row["latest"] or first
        entry = Event()
        entry.add("uid", f"{row['event']}@{_DOMAIN}")
        entry.add("dtstamp", _STAMP)
        entry.add("dtstart", date.fromisoformat(first))
        entry.add("dtend", date.fromisoformat(last) + timedelta(days=1))
        entry.add("summary", row["label"])
        entry.add("description", _told(row))
        entry.add("categories", [row["kind"]])
        entry.add("transp", "TRANSPARENT")
        book.add_component(entry)
    return book.to_ical()


def read_calendar(content: bytes) -> pd.DataFrame:
    """What an iCalendar file holds: `event`, `label`, `earliest`, `latest` (the last day itself)."""
    rows = []
    for entry in Calendar.from_ical(content).walk("VEVENT"):
        last = entry.decoded("dtend") - timedelta(days=1)
        label, uid = str(entry["summary"]), str(entry["uid"]).removesuffix(f"@{_DOMAIN}")
        rows.append((uid, label, entry.decoded("dtstart").isoformat(), last.isoformat()))
    return pd.DataFrame(rows, columns=["event", "label", "earliest", "latest"])


def written(events: pd.DataFrame) -> pd.DataFrame:
    """What both files must hold: `event`, `label`, `earliest`, `latest` of the events with a day, an open end closed by the other."""
    with_day = events[(events["earliest"] != "") | (events["latest"] != "")]
    first = with_day["earliest"].where(with_day["earliest"] != "", with_day["latest"])
    last = with_day["latest"].where(with_day["latest"] != "", first)
    return with_day[["event", "label"]].assign(earliest=first, latest=last).reset_index(drop=True)
