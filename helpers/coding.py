"""Codings of sentences by frames: the sheet that a person fills, and how it is read back.

A sheet is a CSV with one row a sentence. A coder writes into ``frames`` the codes of the sentence, separated
by spaces, or ``none`` for a sentence without a frame; an empty cell is a sentence not coded yet.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers import paths

CODING = paths.CORPUS / "coding"
SHEET = ("article", "sentence", "part", "start", "end", "text", "frames", "note")
NONE = "none"
_CODER = re.compile(r"[a-z][a-z0-9-]{0,40}")
_SEPARATORS = re.compile(r"[\s,;|]+")
_FORMULA = ("=", "+", "-", "@")


class CodingError(ValueError):
    """A coder's sheet cannot be used; the message lists every fault with file, line, field and remedy."""


@dataclass(frozen=True, slots=True)
class Coder:
    """A coding and who made it. `kind`: person, model (a language model) or rules."""

    name: str
    kind: str
    coding: pd.DataFrame


def table(
    index: Iterable[tuple[str, int]], codes: Iterable[Iterable[str]], frames: Sequence[str]
) -> pd.DataFrame:
    """A coding: index (article, sentence), one column of yes and no a frame.

    >>> bool(table([("a", 1)], [["race"]], ["race", "risk"]).loc[("a", 1), "race"])
    True
    """
    given = [frozenset(row) for row in codes]
    keys = list(index)
    places = pd.MultiIndex.from_arrays(
        [[article for article, _ in keys], [int(sentence) for _, sentence in keys]],
        names=["article", "sentence"],
    )
    return pd.DataFrame(
        {frame: [frame in row for row in given] for frame in frames}, index=places, dtype=bool
    )


def empty_sheet(sentences: pd.DataFrame) -> str:
    """The sheet to be filled, as CSV that a spreadsheet opens; `sentences` from tables.sentences."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(SHEET)
    for row in sentences.to_dict("records"):
        text = " ".join(str(row["text"]).split())
        text = f"'{text}" if text.startswith(_FORMULA) else text
        writer.writerow([row[name] for name in SHEET[:5]] + [text, "", ""])
    return "\ufeff" + out.getvalue()


def check_name(coder: str) -> str:
    """The name of a coder, if it can be a file's; ``CodingError`` otherwise."""
    if not _CODER.fullmatch(coder):
        raise CodingError(
            f"{coder!r} cannot name a coder; use small letters, digits and hyphens, such as coder-1"
        )
    return coder


def _rows(path: Path) -> list[dict[str, str]]:
    """The rows of a sheet as a spreadsheet may have saved it: comma, semicolon or tab, with or without a mark."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodingError(f"{path.name}: not UTF-8 at byte {error.start}; save it as CSV UTF-8") from None
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        rows = list(reader)
    except csv.Error as error:
        raise CodingError(f"{path.name}: line {reader.line_num}: not a CSV: {error}; save it again") from None
    missing = [name for name in ("article", "sentence", "frames") if name not in (reader.fieldnames or ())]
    if missing:
        raise CodingError(
            f"{path.name}: no column {', '.join(missing)}; start from the sheet of `make coding-sheet`"
        )
    return rows


def read(path: Path, sentences: pd.DataFrame, frames: Sequence[str]) -> pd.DataFrame:
    """The coding in a coder's sheet, for the sentences that it codes.

    `sentences` is :func:`helpers.tables.sentences` of the corpus, `frames` the codes that exist. Rows of
    articles that are not in this corpus are left out. Raises :class:`CodingError` with all faults at once:
    unknown frame, sentence that does not exist or was coded twice, offsets that are no longer those of the
    sentence.
    """
    path = Path(path)
    places = {
        (row.article, int(row.sentence)): (int(row.start), int(row.end)) for row in sentences.itertuples()
    }
    articles = {article for article, _ in places}
    found: dict[tuple[str, int], list[str]] = {}
    faults = []
    for line, row in enumerate(_rows(path), 2):
        where = f"{path.name}: line {line}"
        article, number = (row["article"] or "").strip(), (row["sentence"] or "").strip()
        given = [code.casefold() for code in _SEPARATORS.split((row["frames"] or "").strip()) if code]
        if article not in articles or not given:
            continue
        key = (article, int(number)) if number.isdecimal() else (article, 0)
        if key not in places:
            faults.append(f"{where}: sentence: {number!r} is no sentence of {article}; make a new sheet")
            continue
        faults += _faults(row, where, given, places[key], frames)
        if key in found:
            faults.append(f"{where}: sentence: {number} of {article} is coded twice; keep one row")
        found[key] = [code for code in given if code != NONE]
    if faults:
        raise CodingError("\n".join(faults))
    return table(found, found.values(), frames)


def _faults(
    row: dict[str, str], where: str, given: list[str], place: tuple[int, int], frames: Sequence[str]
) -> list[str]:
    faults = [
        f"{where}: frames: {code!r} is no frame; use {', '.join(frames)} or {NONE}"
        for code in given
        if code not in frames and code != NONE
    ]
    if NONE in given and len(given) > 1:
        faults.append(f"{where}: frames: {NONE!r} beside a frame; keep one of the two")
    offsets = (row.get("start") or "").strip(), (row.get("end") or "").strip()
    if all(offsets) and offsets != tuple(map(str, place)):
        faults.append(
            f"{where}: start, end: {'–'.join(offsets)} is not the sentence any more, which is "
            f"{place[0]}–{place[1]}; make a new sheet and copy the codes"
        )
    return faults


def persons(sentences: pd.DataFrame, frames: Sequence[str], folder: Path = CODING) -> list[Coder]:
    """The coders who left a sheet in `folder`, by name; sheets in which nothing is coded yet are left out.

    Raises :class:`CodingError` with the faults of all sheets.
    """
    coders, faults = [], []
    for path in sorted(Path(folder).glob("*.csv")):
        try:
            coding = read(path, sentences, frames)
        except CodingError as error:
            faults.append(str(error))
            continue
        if len(coding):
            coders.append(Coder(check_name(path.stem), "person", coding))
    if faults:
        raise CodingError("\n".join(faults))
    return coders


def reference(sentences: pd.DataFrame, frames: Sequence[str], folder: Path = paths.REFERENCE) -> pd.DataFrame:
    """The coding of ``reference/frames.csv`` for the sentences of this corpus; empty when there is no such file.

    Its codes were given by a language model. A sentence whose offsets are not those of the corpus is left
    out.
    """
    path = Path(folder) / "frames.csv"
    if not path.is_file():
        return table([], [], frames)
    rows = pd.read_csv(path, dtype={"article": str, "frames": str}, keep_default_na=False)
    same = rows.merge(sentences[["article", "sentence", "start", "end"]], how="inner")
    return table(zip(same["article"], same["sentence"], strict=True), same["frames"].str.split(), frames)
