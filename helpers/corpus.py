"""The articles: files and a manifest become one checked table.

A corpus is a folder with ``articles.toml`` and ``raw/<article>.txt``. Everything that is wrong with it is told
at once, with file, field and remedy, in a :class:`CorpusError`; nothing is guessed and nothing is dropped.
"""

import hashlib
import re
import tomllib
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
from charset_normalizer import from_bytes
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from helpers import cleaning, paths
from helpers.codebook import explain
from helpers.text import words

MANIFEST = "articles.toml"
LARGEST = (
    20_000_000  # bytes: an article is kilobytes; a larger file is a mistake, and would stall every notebook
)

#: Columns of the table of articles, in order; `article` is the index.
COLUMNS = (
    "label", "outlet", "headline", "author", "earliest", "latest", "dated_by", "kind", "url", "words", "sha256", "cuts", "raw", "text",
)  # fmt: skip

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Encodings that French text may come in; without this list a short text in cp1252 is taken for Polish.
_WESTERN = ["cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850"]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


class CorpusError(ValueError):
    """A corpus cannot be used. ``faults`` lists every fault as ``file: field: what is wrong; what to do``."""

    def __init__(self, faults: Iterable[str]):
        self.faults = list(faults)
        super().__init__("\n".join(self.faults))


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _real_day(value: str) -> str:
    if value:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value!r} is not a date of the calendar; write YYYY-MM-DD") from None
        if day.isoformat() != value:
            raise ValueError(f"{value!r} is not written YYYY-MM-DD")
    return value


Day = Annotated[str, BeforeValidator(_iso), AfterValidator(_real_day)]


class Cut(BaseModel):
    """A cut of the manifest: the fields of :class:`helpers.cleaning.Cut`, which says what they mean."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str = Field(min_length=1)
    line: str = ""
    first: str = ""
    last: str = ""
    nth: int | None = None

    @model_validator(mode="after")
    def _is_a_cut(self):
        self.as_cleaning()  # says what is wrong, if anything
        return self

    def as_cleaning(self) -> cleaning.Cut:
        """The cut as :mod:`helpers.cleaning` takes it."""
        return cleaning.Cut(**self.model_dump())


class Record(BaseModel):
    """What is known of an article besides its text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outlet: str = ""
    headline: str = ""
    author: str = ""
    earliest: Day
    latest: Day
    dated_by: str = ""
    kind: str = ""
    url: str = ""
    sha256: str = Field("", pattern=r"^([0-9a-f]{64})?$")
    cuts: tuple[Cut, ...] = ()

    def cleaning_cuts(self) -> tuple[cleaning.Cut, ...]:
        """The cuts as :func:`helpers.cleaning.clean` takes them."""
        return tuple(cut.as_cleaning() for cut in self.cuts)

    @model_validator(mode="after")
    def _is_ordered(self):
        if self.latest and not self.earliest:
            raise ValueError("earliest: is empty but `latest` is not; give the first possible day")
        if self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest: {self.earliest} is after latest {self.latest}; swap or correct them")
        return self


class ManifestRecord(Record):
    """An article of the manifest: here provenance is not optional."""

    outlet: str = Field(min_length=1)
    dated_by: str = Field(min_length=1)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


def decode(data: bytes, name: str = "text") -> str:
    """Text of a file: UTF-8 with or without BOM, or UTF-16; otherwise charset-normalizer decides and a warning says so.

    Raises ``ValueError`` for an empty file, binary data or bytes that no encoding explains.
    """
    if len(data) > LARGEST:
        raise ValueError(f"has {len(data):,} bytes, more than {LARGEST:,}; an article is text of a few pages")
    encoding = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if encoding is None and len(data) % 2 == 0 and len(data) > 3:
        # UTF-16 without its mark: nearly every second byte of French text is then zero.
        high, low = data[0::2].count(0) / (len(data) / 2), data[1::2].count(0) / (len(data) / 2)
        encoding = (
            "utf-16-be" if high > 0.7 and low < 0.1 else "utf-16-le" if low > 0.7 and high < 0.1 else None
        )
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise ValueError("holds binary data; give the article as plain text") from None
        best = from_bytes(data, cp_isolation=_WESTERN).best()
        if best is None:
            raise ValueError("its encoding cannot be told; save it as UTF-8") from None
        text = str(best)
        warnings.warn(
            f"{name}: not UTF-8; read as {best.encoding}. Save it as UTF-8 to be sure.", stacklevel=2
        )
    if _CONTROL.search(text):
        raise ValueError("holds NUL or control characters, so it is not plain text; give the article as text")
    if not text.strip():
        raise ValueError("is empty; put the text of the article into it")
    return text


def _labels(records: Mapping[str, Record]) -> list[str]:
    """A short name for charts: the outlet, and the author's last name (or the id) where outlets repeat."""
    outlets = Counter(record.outlet for record in records.values())
    labels = []
    for article, record in records.items():
        if not record.outlet:
            labels.append(article)
        elif outlets[record.outlet] == 1:
            labels.append(record.outlet)
        else:
            author = record.author.split()
            labels.append(f"{record.outlet} ({author[-1] if author else article})")
    repeated = Counter(labels)
    return [
        label if repeated[label] == 1 else f"{label} [{article}]"
        for label, article in zip(labels, records, strict=True)
    ]


def _table(records: Mapping[str, Record], raws: Mapping[str, str], texts: Mapping[str, str]) -> pd.DataFrame:
    rows = [
        {
            **record.model_dump(exclude={"cuts"}),
            "label": label,
            "cuts": record.cleaning_cuts(),
            "raw": raws[article],
            "text": texts[article],
            "words": len(words(texts[article])),
        }
        for (article, record), label in zip(records.items(), _labels(records), strict=True)
    ]
    table = pd.DataFrame(
        rows, index=pd.Index(list(records), name="article", dtype=object), columns=list(COLUMNS)
    )
    # An article that nothing dates comes last.
    order = sorted(range(len(table)), key=lambda i: (table["earliest"].iloc[i] or "9999", table.index[i]))
    return table.iloc[order]


def _record(model: type[Record], fields: Mapping[str, Any], where: str, faults: list[str]) -> Record | None:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        faults += explain(error, where)
        return None


def _id_faults(articles: Iterable[str], where: str) -> list[str]:
    faults, seen = [], {}
    for article in articles:
        if not isinstance(article, str) or not _ID.fullmatch(article):
            faults.append(
                f"{where}: article id {article!r} is unsafe as a file name; use letters, digits, - and _"
            )
        elif article.lower() in seen:
            faults.append(
                f"{where}: article id {article!r} stands twice (as {seen[article.lower()]!r} before); rename one"
            )
        else:
            seen[article.lower()] = article
    return faults


def load(folder: str | Path = paths.CORPUS) -> pd.DataFrame:
    """The articles of a corpus folder, cleaned: one row an article, index ``article``, by ``earliest``, then id.

    Columns: `label` (short name for charts), `outlet`, `headline`, `author`, `earliest`, `latest` (ISO days, "" where
    unknown), `dated_by` (the words that bound the date), `kind`, `url`, `words` (count), `sha256` (of the raw file), `cuts`,
    `raw` (as collected) and `text` (cleaned; all offsets in the project count its characters).

    Raises :class:`CorpusError` with every fault of the folder.

    >>> load().loc[:, "words"].gt(0).all()
    np.True_
    """
    folder = Path(folder)
    manifest = folder / MANIFEST
    try:
        tables = tomllib.loads(decode(manifest.read_bytes(), MANIFEST))
    except FileNotFoundError:
        raise CorpusError([f"{MANIFEST}: not found in {folder}; a corpus needs a manifest"]) from None
    except tomllib.TOMLDecodeError as error:
        twice = "; an article id stands twice" if "declare" in str(error) or "overwrite" in str(error) else ""
        raise CorpusError([f"{MANIFEST}: not valid TOML: {error}{twice}"]) from None
    except ValueError as error:
        raise CorpusError([f"{MANIFEST}: {error}"]) from None

    faults = _id_faults(tables, MANIFEST)
    if not tables:
        faults.append(f"{MANIFEST}: names no article; add a table for each file in raw/")
    records, raws, texts = {}, {}, {}
    for article, fields in tables.items():
        if not _ID.fullmatch(article):
            continue
        if not isinstance(fields, dict):
            faults.append(
                f"{MANIFEST}: {article}: is a value, not a table; write [{article}] with its fields"
            )
            continue
        record = _record(ManifestRecord, fields, f"{MANIFEST}: [{article}]", faults)
        path = folder / "raw" / f"{article}.txt"
        where = f"raw/{path.name}"
        if not path.is_file():
            faults.append(
                f"{where}: missing, but [{article}] is in {MANIFEST}; add the file or remove the table"
            )
            continue
        if path.stat().st_size > LARGEST:
            faults.append(
                f"{where}: has {path.stat().st_size:,} bytes, more than {LARGEST:,}; an article is text of a few pages"
            )
            continue
        data = path.read_bytes()
        try:
            raws[article] = decode(data, where)
        except ValueError as error:
            faults.append(f"{where}: {error}")
            continue
        if record is None:
            continue
        digest = hashlib.sha256(data).hexdigest()
        if digest != record.sha256:
            faults.append(
                f"{MANIFEST}: [{article}]: sha256: {where} has {digest}; restore the file, or record this digest"
            )
            continue
        try:
            texts[article] = cleaning.clean(raws[article], record.cleaning_cuts())
        except cleaning.CleaningError as error:
            faults.append(f"{MANIFEST}: [{article}]: cuts: {error}")
            continue
        if not texts[article].strip():
            faults.append(f"{where}: nothing is left after cleaning; check the file and its cuts")
        records[article] = record
    named = {f"{article}.txt" for article in tables}
    for path in sorted((folder / "raw").glob("*")):
        if path.name not in named and not path.name.startswith("."):
            faults.append(f"raw/{path.name}: no table in {MANIFEST}; add one or move the file away")
    if faults:
        raise CorpusError(faults)
    return _table(records, raws, texts)


def from_records(records: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The same table from texts in memory, checked the same way.

    A record has `article`, `earliest`, `latest` ("" where unknown) and either `text` (taken as it stands, so that offsets in
    it hold) or `raw` (cleaned, with `cuts` if given); the other fields of the manifest are optional.

    Raises :class:`CorpusError` with every fault of the records.

    >>> table = from_records([{"article": "x", "text": "Un accord.", "earliest": "2024-02-27", "latest": "2024-02-27"}])
    >>> table.loc["x", "words"]
    np.int64(2)
    """
    rows = [dict(record) for record in records]
    ids = [row.get("article") for row in rows]
    faults = _id_faults(ids, "records")
    checked, raws, texts = {}, {}, {}
    for number, (article, row) in enumerate(zip(ids, rows, strict=True), 1):
        where = f"records: {article if isinstance(article, str) else f'number {number}'}"
        fields = {key: value for key, value in row.items() if key not in ("article", "text", "raw")}
        record = _record(Record, fields, where, faults)
        given = [key for key in ("text", "raw") if key in row]
        if len(given) != 1:
            faults.append(
                f"{where}: text: give `text` (taken as it stands) or `raw` (to be cleaned), one of them"
            )
            continue
        text = row[given[0]]
        if not isinstance(text, str) or not text.strip():
            faults.append(f"{where}: {given[0]}: is empty or not a string; give the text of the article")
            continue
        if len(text) > LARGEST:
            faults.append(f"{where}: {given[0]}: has {len(text):,} characters, more than {LARGEST:,}")
            continue
        if _CONTROL.search(text):
            faults.append(f"{where}: {given[0]}: holds NUL or control characters; give plain text")
            continue
        if record is None or not isinstance(article, str):
            continue
        try:
            cleaned = text if given == ["text"] else cleaning.clean(text, record.cleaning_cuts())
        except cleaning.CleaningError as error:
            faults.append(f"{where}: cuts: {error}")
            continue
        checked[article], raws[article], texts[article] = record, text, cleaned
    if faults:
        raise CorpusError(faults)
    return _table(checked, raws, texts)
