"""The ledger as files: a formatted workbook, CSV, and JSON lines; the same bytes for the same ledger."""

import io
import json
import math
from collections.abc import Mapping

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from helpers import archive
from helpers.export import rounded

_WIDEST = 60
_FORMULA = ("=", "+", "-", "@")
_HEAD = PatternFill("solid", start_color="EDF3F8")


def tables(frames: Mapping[str, pd.DataFrame]) -> list[tuple[str, bytes]]:
    """Pairs of file ending and content: each table as ``<name>.csv`` and ``<name>.jsonl``; what is open or missing is empty or null.

    >>> tables({"faits": pd.DataFrame({"valeur": [math.inf]})})[1]
    ('faits.jsonl', b'{"valeur": null}\\n')
    """
    files = []
    for name, frame in frames.items():
        plain = _plain(frame)
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in plain.to_dict("records")]
        files += [
            (f"{name}.csv", plain.map(_inert).to_csv(index=False, lineterminator="\n").encode("utf-8")),
            (f"{name}.jsonl", "".join(lines).encode("utf-8")),
        ]
    return files


def workbook(frames: Mapping[str, pd.DataFrame], links: tuple[str, str] = ("ledger", "sentences")) -> bytes:
    """Tables as the sheets of one XLSX file: bold frozen headers, filters, wrapped texts, widths that fit.

    The two tables that `links` names are tied by their common columns `article` and `sentence`: a row of the first leads to
    its row of the second.
    """
    book = Workbook()
    book.remove(book.active)
    for name, frame in frames.items():
        _fill(book.create_sheet(name), _plain(frame))
    source, target = links
    if source in frames and target in frames:
        _link(book[source], frames[source], target, frames[target])
    buffer = io.BytesIO()
    book.save(buffer)
    return archive.steady(buffer.getvalue())


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Every cell a text, a number or None."""

    def cell(value: object) -> object:
        if value is None or value is pd.NA or (isinstance(value, float) and not math.isfinite(value)):
            return None
        return value.item() if hasattr(value, "item") else value

    return rounded(frame).astype(object).map(cell).astype(object)


def _inert(value: object) -> object:
    """A text that a spreadsheet shows and does not run."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _fill(sheet: Worksheet, frame: pd.DataFrame) -> None:
    sheet.append(list(map(str, frame.columns)))
    for row in frame.itertuples(index=False, name=None):
        sheet.append([_inert(value) for value in row])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    for number, cells in enumerate(sheet.iter_cols(), 1):
        longest = max(len(str(cell.value)) for cell in cells if cell.value is not None)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, 9), _WIDEST)
        for cell in cells:
            cell.alignment = Alignment(vertical="top", wrap_text=longest > _WIDEST)
        cells[0].font, cells[0].fill = Font(bold=True), _HEAD


def _link(sheet: Worksheet, frame: pd.DataFrame, target: str, goal: pd.DataFrame) -> None:
    """Each row's sentence number leads to the row of that sentence."""
    place = {
        (row.article, row.sentence): number for number, row in enumerate(goal.itertuples(index=False), 2)
    }
    column = list(frame.columns).index("sentence") + 1
    for number, row in enumerate(frame.itertuples(index=False), 2):
        if (row.article, row.sentence) in place:
            cell = sheet.cell(number, column)
            cell.hyperlink = Hyperlink(ref="", location=f"'{target}'!A{place[row.article, row.sentence]}")
            cell.font = Font(underline="single", color="1D79A9")
