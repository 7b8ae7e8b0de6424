import io
import json
import zipfile

import openpyxl
import pandas as pd
import pytest

from helpers import workbook

LEDGER = pd.DataFrame(
    {
        "fact": ["valeur", "part"],
        "article": ["a", "b"],
        "sentence": [3, 1],
        "low": [2e9, 1 / 3],
        "high": [float("inf"), float("nan")],
        "span": ["=1+1", "75 %"],
    }
)
SENTENCES = pd.DataFrame(
    {"article": ["b", "a"], "sentence": [1, 3], "text": ["Une phrase.", "Une autre " * 30]}
)


@pytest.fixture
def opened():
    content = workbook.workbook({"ledger": LEDGER, "sentences": SENTENCES})
    return openpyxl.load_workbook(io.BytesIO(content))


def test_headers_are_frozen_bold_and_filtered(opened):
    for sheet in opened:
        assert sheet.freeze_panes == "A2"
        assert sheet["A1"].font.bold
        assert sheet.auto_filter.ref == sheet.dimensions


def test_each_row_leads_to_its_sentence(opened):
    sheet = opened["ledger"]
    links = [sheet.cell(row, 3).hyperlink for row in (2, 3)]
    assert [link.location or link.target for link in links] == ["'sentences'!A3", "'sentences'!A2"]
    assert opened["sentences"]["A3"].value == "a"


def test_numbers_are_numbers_and_nothing_is_run(opened):
    rows = list(opened["ledger"].iter_rows(min_row=2, values_only=True))
    assert rows[0][3:] == (2e9, None, "'=1+1")
    assert rows[1][3:] == (0.333333, None, "75 %")


def test_long_texts_are_wrapped_and_columns_not_too_wide(opened):
    assert opened["sentences"]["C3"].alignment.wrap_text
    assert all(column.width <= 60 for sheet in opened for column in sheet.column_dimensions.values())


def test_the_bytes_hold_no_time():
    first = workbook.workbook({"ledger": LEDGER})
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml")
    assert core.count(b"1980-01-01T00:00:00Z") == 2
    assert workbook.workbook({"ledger": LEDGER}) == first


def test_tables_are_csv_and_json_lines():
    files = dict(workbook.tables({"entries": LEDGER, "rien": LEDGER.head(0)}))
    assert list(files) == ["entries.csv", "entries.jsonl", "rien.csv", "rien.jsonl"]
    rows = [json.loads(line) for line in files["entries.jsonl"].decode().splitlines()]
    assert rows[0]["high"] is None
    assert rows[0]["span"] == "=1+1"
    assert "'=1+1" in files["entries.csv"].decode()
    assert files["rien.csv"].decode() == "fact,article,sentence,low,high,span\n"
