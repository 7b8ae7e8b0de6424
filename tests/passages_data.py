"""Loader of the invented, annotated passages in ``tests/passages/<half>/*.toml`` (see the README there).

Spans are written in the files with plain spaces and apostrophes and are looked up in the flat text, so an
annotation never has to repeat a no-break space. A span that is not there is an error that names file,
passage and field.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from helpers.text import flat

FOLDER = Path(__file__).resolve().parent / "passages"

#: Columns of a row by layer: name -> default, or REQUIRED when there is none.
REQUIRED = object()
COLUMNS = {
    "quantities": {
        "kind": REQUIRED,
        "value": REQUIRED,
        "value_high": None,
        "unit": REQUIRED,
        "bound": REQUIRED,
        "core": 1,
    },
    "times": {
        "type": REQUIRED,
        "value": REQUIRED,
        "mod": "",
        "earliest": "",
        "latest": "",
        "core": 1,
    },
    "quotes": {"mode": REQUIRED, "speaker": "", "core": 1},
    "traps": {"layer": REQUIRED, "why": REQUIRED},
}
#: The field that holds the words, and the column it becomes, as in :mod:`helpers.tables`.
SPAN = {"quantities": "span", "times": "span", "quotes": "text", "traps": "span"}


class PassageError(ValueError):
    """A passage file says something that its text does not bear out."""


@dataclass(frozen=True)
class Passage:
    """One invented passage with its publication window and, by layer, its rows as written."""

    id: str
    topic: str
    earliest: str
    latest: str
    text: str
    file: str
    rows: dict[str, list[dict]] = field(hash=False)


def load(half: str, folder: Path = FOLDER) -> list[Passage]:
    """All passages of ``folder/half``, in order of file name; an empty list when there is none."""
    return [passage for path in sorted((folder / half).glob("*.toml")) for passage in read(path)]


def read(path: Path) -> list[Passage]:
    """The passages of one TOML file, every row checked against the text."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["passage"]
    except tomllib.TOMLDecodeError as error:
        raise PassageError(f"{path.name}: {error}") from error
    passages = [_passage(table, path.name) for table in tables]
    for passage in passages:
        for layer in COLUMNS:
            rows([passage], layer)
    return passages


def _passage(table: dict, file: str) -> Passage:
    table = dict(table)
    where = f"{file}, passage {table.get('id', '?')}"
    layers = {layer: table.pop(layer, []) for layer in COLUMNS}
    try:
        text = table.pop("text").strip()
        return Passage(text=text, file=file, rows=layers, **table)
    except (KeyError, TypeError) as error:
        raise PassageError(f"{where}: {error}") from error


def records(passages: list[Passage]) -> list[dict]:
    """The passages as the records that ``corpus.from_records`` takes."""
    return [{"article": p.id, "text": p.text, "earliest": p.earliest, "latest": p.latest} for p in passages]


def rows(passages: list[Passage], layer: str) -> pd.DataFrame:
    """The annotated rows of a layer (or the traps), with offsets in the texts of the passages."""
    out = [
        {"article": passage.id, **_row(row, layer, passage.text, f"{passage.file}, passage {passage.id}")}
        for passage in passages
        for row in passage.rows[layer]
    ]
    return pd.DataFrame(out, columns=["article", "start", "end", SPAN[layer], *COLUMNS[layer]])


def _row(row: dict, layer: str, text: str, where: str) -> dict:
    name = SPAN[layer]
    where = f"{where}, {layer} {row.get(name, '?')!r}"
    if unknown := set(row) - {name, "nth", *COLUMNS[layer]}:
        raise PassageError(f"{where}: unknown field {', '.join(sorted(unknown))}")
    if name not in row:
        raise PassageError(f"{where}: field {name} is missing")
    start, end = locate(text, row[name], row.get("nth", 1), where)
    out = {"start": start, "end": end, name: text[start:end]}
    for column, default in COLUMNS[layer].items():
        out[column] = row.get(column, default)
        if out[column] is REQUIRED:
            raise PassageError(f"{where}: field {column} is missing")
    return out


def locate(text: str, span: str, nth: int, where: str) -> tuple[int, int]:
    """Offsets of the ``nth`` occurrence of ``span`` as whole words, spaces and apostrophes made plain."""
    wanted = flat(span)
    before = r"(?<!\w)" if wanted[:1].isalnum() else ""
    after = r"(?!\w)" if wanted[-1:].isalnum() else ""
    hits = [m.span() for m in re.finditer(before + re.escape(wanted) + after, flat(text))]
    if not wanted or len(hits) < nth:
        raise PassageError(f"{where}: occurrence {nth} is not in the text ({len(hits)} found)")
    return hits[nth - 1]
