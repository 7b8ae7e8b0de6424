"""The timeline as files, and the files beside a chart."""

import json

import pandas as pd
import pytest

from helpers import almanac, export, paths

EVENTS = pd.DataFrame(
    [
        ("accord", "Zéphyr, « signe »; l’été", "deal", "realised", "2022-03-08", "2022-03-08", "2022-03-08", 2, 1, "« le 8 mars »", ""),
        ("lobby", "Lobbying", "law", "realised", "2021-09-01", "2021-11-30", "2021-23", 1, 1, "x", "apart"),
        ("suite", "Open end", "deal", "announced", "2022-03-08", "", "2022-03-08/..", 1, 1, "x", ""),
        ("debut", "Open begin", "deal", "realised", "", "2022-03-10", "../2022-03-10", 1, 0, "x", ""),
        ("jamais", "No day", "deal", "conditional", "", "", "", 1, 0, "x", ""),
    ],
    columns=["event", "label", "kind", "status", "earliest", "latest", "edtf", "articles", "dated", "reason", "conflict"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("write", "read"),
    [
        (almanac.calendar, almanac.read_calendar),
        (lambda events: almanac.timelinejs(events, "T"), almanac.read_timelinejs),
    ],
)
def test_what_is_written_is_read_back(write, read):
    content = write(EVENTS)
    assert read(content).equals(almanac.written(EVENTS))
    assert write(EVENTS) == content


def test_the_calendar_says_what_it_is():
    text = almanac.calendar(EVENTS).decode("utf-8")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") == 4
    assert text.count("UID:") == text.count("DTSTAMP:") == 4
    assert "DTEND;VALUE=DATE:20220309" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_timelinejs_leaves_an_open_end_open():
    entries = {entry["unique_id"]: entry for entry in json.loads(almanac.timelinejs(EVENTS, "T"))["events"]}
    assert "end_date" not in entries["suite"]
    assert entries["lobby"]["end_date"] == {"year": 2021, "month": 11, "day": 30}
    assert "Disagreement: apart" in entries["lobby"]["text"]["text"]
    assert "jamais" not in entries


def test_a_file_beside_a_chart(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "FIGURES", tmp_path / "figures")
    path = export.attach("30_timeline__x", "ics", b"content")
    assert path.read_bytes() == b"content"
    assert [file.name for file in path.parent.iterdir()] == ["30_timeline__x.ics"]
    csv, lines = export.attach_table(
        "30_timeline__x", "events", pd.DataFrame({"event": ["=accord"], "n": [1 / 3]})
    )
    assert csv.read_text(encoding="utf-8") == "event,n\n'=accord,0.333333\n"
    assert json.loads(lines.read_text(encoding="utf-8")) == {"event": "=accord", "n": 0.333333}


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("x", "ics"),
        ("../30_timeline__x", "ics"),
        ("30_timeline__x", "../ics"),
        ("30_timeline__x", "csv"),
        ("30_timeline__x", "y.json"),
    ],
)
def test_a_file_with_a_wrong_name_is_refused(name, suffix, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "FIGURES", tmp_path / "figures")
    with pytest.raises(ValueError, match="attach"):
        export.attach(name, suffix, b"")
    assert not (tmp_path / "figures").exists()
