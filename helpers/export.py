"""Publishing: a figure and its data become files, and what the notebook shows is what was written.

A chart is drawn once for each language and written as PNG, SVG and PDF; its data, as CSV and JSON, are written once.
Only this module writes to ``figures/``. Files hold no time and no name of a machine: the same chart gives the
same bytes. Each file is replaced as a whole, so that a run that is killed leaves old files or new ones, never
half a file.
"""

import base64
import hashlib
import html
import io
import json
import math
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from filelock import FileLock
from matplotlib.figure import Figure

from helpers import charts, faster, language, paths, pictures, png

#: Endings of the pictures, written for each language, and of the data, written once.
PICTURES, DATA = ("png", "svg", "pdf"), ("csv", "json")
_NAME = re.compile(r"[0-9]{2}_[a-z]+__[a-z0-9_]+")
_NOTEBOOK = re.compile(r"[0-9]{2}_[a-z]+")
#: Pixels across which a notebook shows a chart, at most.
WIDEST = 861
#: A cell that begins like this is run as a formula by a spreadsheet (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\n")


def publish(
    fig: Figure,
    name: str,
    *,
    data: pd.DataFrame,
    title: str,
    caption: str,
    alt: str,
    source: str,
    units: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
) -> Path | None:
    """Write ``figures/<name>.<language>.{png,svg,pdf}`` and ``<name>.{csv,json}``, then show PNG, caption and description.

    Texts are English; the catalogue gives the other languages (:mod:`language`), and the chart is drawn again for each.
    ``name`` is ``<notebook>__<chart>``, such as ``10_framing__shares``. ``data`` is exactly what was plotted;
    ``columns`` says what its columns mean and ``units`` what they count. Floats are written with six
    significant digits. In the CSV an apostrophe goes before a text that a spreadsheet would run as a formula;
    the JSON keeps it as it is.

    In a notebook it shows the chart, in the language of :func:`charts.use_theme`, and returns nothing; elsewhere it
    returns the path of that PNG. Raises
    ValueError, with what to do, when a text is missing, the description repeats the caption, the name does
    not fit, or there is no data. Then nothing is written. A chart with faults (:func:`charts.faults`) is written with a note
    below it; with ``PRESS_STRICT`` set it raises too.
    """
    texts = {"title": title, "caption": caption, "alt": alt, "source": source}
    _refuse(fig, name, data, texts)
    with language.listening() as untold:
        said = {
            code: {key: language.spoken(text, code) for key, text in texts.items()}
            for code in language.LANGUAGES
        }
    # Everything is drawn in memory first: what fails there has touched no file.
    drawn = {code: _drawn(fig, code, texts["title"], texts["alt"]) for code, texts in said.items()}
    faults = list(dict.fromkeys(fault for each in drawn.values() for fault in each.faults))
    _complain(name, faults)
    files = {
        f"{name}.{code}.{kind}": content
        for code, each in drawn.items()
        for kind, content in each.files.items()
    }
    untold = list(dict.fromkeys([*untold, *(piece for each in drawn.values() for piece in each.untold)]))
    table = _plain(rounded(data))
    record = {
        "name": name,
        "texts": said,
        "untold": untold,
        "digest": digest(),
        "files": filenames(name),
        "columns": _columns(table, units or {}, columns or {}),
        "rows": _records(table),
    }
    files[f"{name}.csv"] = csv_text(table).encode("utf-8")
    files[f"{name}.json"] = (json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode(
        "utf-8"
    )
    _write(files)
    plt.close(fig)
    shown = f"{name}.{language.current()}.png"
    if _in_notebook():
        _show(files[shown], said[language.current()], faults)
        return None
    return paths.FIGURES / shown


def filenames(name: str) -> list[str]:
    """The files of a chart: pictures in each language, then its data.

    >>> filenames("10_framing__parts")[-3:]
    ['10_framing__parts.fr.pdf', '10_framing__parts.csv', '10_framing__parts.json']
    """
    pictures = [f"{name}.{code}.{kind}" for code in language.LANGUAGES for kind in PICTURES]
    return pictures + [f"{name}.{kind}" for kind in DATA]


def cards() -> list[dict[str, Any]]:
    """What the JSON file of each published chart says, in the order of their names."""
    return [json.loads(file.read_text(encoding="utf-8")) for file in sorted(paths.FIGURES.glob("*.json"))]


def attach(name: str, suffix: str, content: bytes) -> Path:
    """Write ``figures/<name>.<suffix>``, one more file beside a published chart (a calendar, say), and return its path.

    Raises ValueError when the name or the suffix does not fit, or the suffix ends in one that :func:`publish` writes: a
    ``.json`` in this folder is a published chart.
    """
    if not _NAME.fullmatch(name) or not re.fullmatch(r"[a-z0-9]+(\.[a-z0-9]+)?", suffix):
        raise ValueError(
            f"attach: {name!r}, {suffix!r}: expected <notebook>__<chart> and an ending such as 'ics'"
        )
    if f"{name}.{suffix}" in filenames(name) or suffix.endswith(".json"):
        raise ValueError(f"attach({name!r}): {suffix!r} is written by publish; choose another ending")
    _write({f"{name}.{suffix}": content})
    return paths.FIGURES / f"{name}.{suffix}"


def attach_table(name: str, table: str, frame: pd.DataFrame) -> list[Path]:
    """Write a table beside a published chart, as ``<name>.<table>.csv`` and as JSON lines (one object a row), ``.jsonl``.

    Values are written as :func:`publish` writes them.
    """
    plain = _plain(rounded(frame))
    lines = (json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in _records(plain))
    files = {"csv": csv_text(plain), "jsonl": "".join(lines)}
    return [attach(name, f"{table}.{kind}", content.encode("utf-8")) for kind, content in files.items()]


# --- Refusals --------------------------------------------------------------------------------------------


def _refuse(fig: Figure, name: str, data: pd.DataFrame, texts: Mapping[str, str]) -> None:
    for key, text in texts.items():
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"publish({name!r}): {key} is empty; give it a sentence")
    if _same(texts["alt"]) == _same(texts["caption"]):
        raise ValueError(
            f"publish({name!r}): alt repeats the caption; let alt say what the chart looks like and shows"
        )
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError(f"publish: {name!r} is not <notebook>__<chart>, such as 10_framing__shares")
    notebook = _notebook()
    if notebook and not name.startswith(f"{notebook}__"):
        raise ValueError(f"publish: {name!r} is drawn by {notebook}; call it {notebook}__…")
    if not isinstance(fig, Figure):
        raise ValueError(f"publish({name!r}): expected a matplotlib Figure, got {type(fig).__name__}")
    if not isinstance(data, pd.DataFrame) or data.empty:
        raise ValueError(
            f"publish({name!r}): data must be the DataFrame that was plotted, with at least one row"
        )


def _complain(name: str, faults: list[str]) -> None:
    """What is not legible is an error where everything must hold (``PRESS_STRICT``, as in ``make check``); a rerun with
    other articles shall still draw its charts, and gets a note."""
    if faults and os.environ.get("PRESS_STRICT"):
        raise ValueError(f"publish({name!r}): the chart has faults:\n" + "\n".join(f"- {f}" for f in faults))


def _same(text: str) -> str:
    return " ".join(text.casefold().split())


def _notebook() -> str:
    """Name of the running notebook, without its ending, or nothing when it is not one of the collection."""
    stem = Path(os.environ.get("PRESS_NOTEBOOK") or os.environ.get("JPY_SESSION_NAME") or "").stem
    return stem if _NOTEBOOK.fullmatch(stem) else ""


# --- Data ------------------------------------------------------------------------------------------------


def rounded(frame: pd.DataFrame, digits: int = 6) -> pd.DataFrame:
    """The table with each float rounded to ``digits`` significant digits; all else as it was.

    >>> rounded(pd.DataFrame({"part": [1 / 3], "compte": [1234567]})).to_dict("records")
    [{'part': 0.333333, 'compte': 1234567}]
    """

    def short(value: Any) -> Any:
        if not isinstance(value, float) or not math.isfinite(value):
            return value
        return float(f"{value:.{digits - 1}e}") + 0.0  # no negative zero

    kinds = [pd.api.types.is_float_dtype(kind) or kind is np.dtype(object) for kind in frame.dtypes]
    result = frame.copy()
    for place, is_rounded in enumerate(kinds):
        if is_rounded:
            column = frame.iloc[:, place]
            values = [short(value) for value in column]
            result.isetitem(place, pd.Series(values, index=frame.index, dtype=column.dtype))
    return result


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Index as columns where it says something, column names as unique strings."""
    if not (isinstance(frame.index, pd.RangeIndex) and frame.index.name is None):
        frame = frame.reset_index()
    frame = frame.set_axis([_heading(column) for column in frame.columns], axis="columns")
    if not frame.columns.is_unique:
        raise ValueError(f"publish: two columns of data share a name: {', '.join(frame.columns)}")
    return frame


def _heading(column: Any) -> str:
    return " ".join(str(part) for part in column if part != "") if isinstance(column, tuple) else str(column)


def _columns(
    frame: pd.DataFrame, units: Mapping[str, str], meanings: Mapping[str, str]
) -> list[dict[str, str]]:
    unknown = sorted({*units, *meanings} - set(frame.columns))
    if unknown:
        raise ValueError(
            f"publish: data has no column {', '.join(unknown)}; it has {', '.join(frame.columns)}"
        )
    return [
        {
            "name": name,
            "meaning": meanings.get(name, ""),
            "unit": units.get(name, ""),
            "type": _type(frame[name]),
        }
        for name in frame.columns
    ]


def _type(column: pd.Series) -> str:
    kinds = pd.api.types
    if kinds.is_bool_dtype(column):
        return "boolean"
    if kinds.is_integer_dtype(column):
        return "integer"
    if kinds.is_float_dtype(column):
        return "number"
    return "date" if kinds.is_datetime64_any_dtype(column) else "text"


def _value(value: Any) -> Any:
    """A cell as JSON knows it: null, truth value, number or text; a day as its ISO date."""
    if pd.api.types.is_list_like(value):
        return "; ".join(str(part) for part in value)
    if pd.isna(value):
        return None
    if isinstance(value, (pd.Timestamp, date)):
        return value.isoformat().removesuffix("T00:00:00")
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value if isinstance(value, (bool, int, float, str)) else str(value)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    columns = [[_value(value) for value in frame[name].astype(object)] for name in frame.columns]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def csv_text(frame: pd.DataFrame) -> str:
    """The table as CSV with line feeds; an apostrophe goes before a text that a spreadsheet would run as a formula.

    >>> csv_text(pd.DataFrame({"mot": ["=1+1"], "compte": [-2]}))
    "mot,compte\\n'=1+1,-2\\n"
    """
    cells = pd.DataFrame(
        [{_inert(name): _inert(value) for name, value in row.items()} for row in _records(frame)],
        dtype=object,
    )
    return cells.to_csv(index=False, lineterminator="\n")


def _inert(value: Any) -> Any:
    """A cell that a spreadsheet shows and does not run; its line breaks are those of the file."""
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA) else text


def digest() -> str:
    """SHA-256 over names and content of the manifest, the raw articles and the codebooks.

    A chart whose digest differs from today's was drawn from another corpus. Line ends do not count, so that a
    clone on another system has the same digest.
    """
    files = [paths.CORPUS / "articles.toml", *paths.CORPUS.glob("raw/*"), *paths.CODEBOOKS.glob("*.toml")]
    total = hashlib.sha256()
    for name, file in sorted((f.relative_to(paths.CORPUS).as_posix(), f) for f in files if f.is_file()):
        content = hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
        total.update(f"{content}  {name}\n".encode())
    return total.hexdigest()


# --- Files -----------------------------------------------------------------------------------------------


def _drawn(fig: Figure, code: str, title: str, alt: str) -> pictures.Drawn:
    """The pictures in one language, from the cache if they were drawn before.

    A figure that cannot be drawn again is the same in each language. One that somebody has worked on is not in the cache.
    """
    again = getattr(fig, "again", None)
    # What is not English is drawn here, where its untranslated pieces are heard.
    as_given = again is None or (code == fig.language and (fig.changed or code == language.LANGUAGES[0]))
    told_apart = not as_given or (again and not fig.changed and fig.settings == pictures.settings())
    with language.using(code):
        key = pictures.key(again, code, {"title": title, "alt": alt}) if told_apart else None
        drawn = pictures.recall(key)
        if drawn is None:
            with language.listening() as untold:
                shown = fig if as_given else again()
                faults = charts.faults(shown)
                files = _pictures(shown, title, alt)
            drawn = pictures.Drawn(files, faults, untold)
            pictures.store(key, drawn)
    return drawn


def _pictures(fig: Figure, title: str, alt: str) -> dict[str, bytes]:
    """The figure in three formats, without the time and without the version of what drew it."""
    said = {"Title": title}
    metadata = {
        "svg": said | {"Description": alt, "Creator": None, "Date": None},
        "pdf": said | {"Subject": alt, "Creator": None, "Producer": None, "CreationDate": None},
    }
    # Font type and seed of the ids are read when the file is written, not when the chart is drawn.
    settings = {
        k: v
        for k, v in charts.theme().items()
        if k.startswith(("svg", "pdf", "ps.", "savefig.face", "savefig.bbox"))
    }
    # Else matplotlib would lay a finished figure out again, and draw it twice for each format after the first.
    settings["figure.constrained_layout.use"] = False
    with mpl.rc_context(settings), faster.bare_fonts(), faster.texts_laid_out_once():
        files = {"png": _png(fig, said | {"Description": alt})}
        for kind, about in metadata.items():
            buffer = io.BytesIO()
            fig.savefig(buffer, format=kind, metadata=about)
            files[kind] = buffer.getvalue().replace(b"\r\n", b"\n") if kind == "svg" else buffer.getvalue()
    return files


class _Pixels(io.BytesIO):
    """A file for the pixels of a drawing, which keeps their rows: a file of bytes does not say how wide they are."""

    def write(self, content: Any) -> int:
        self.rows = np.array(content)
        return self.rows.nbytes


def _png(fig: Figure, texts: Mapping[str, str]) -> bytes:
    dots = mpl.rcParams["savefig.dpi"]
    dots = fig.dpi if dots == "figure" else dots
    drawing = _Pixels()
    fig.savefig(drawing, format="rgba", dpi=dots)
    return png.encode(drawing.rows, dots, texts)


@contextmanager
def _workshop() -> Iterator[Path]:
    """A folder beside the figures where files are written before they are moved to their place.

    Notebooks run side by side: one at a time holds the lock, so a folder that another one left behind is
    that of a run that was killed, and goes.
    """
    paths.FIGURES.mkdir(parents=True, exist_ok=True)
    paths.CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(paths.CACHE / "figures.lock"):
        for leftover in paths.FIGURES.glob(".tmp-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=".tmp-", dir=paths.FIGURES))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _write(files: Mapping[str, bytes]) -> None:
    with _workshop() as folder:
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        for name in files:
            (paths.FIGURES / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(folder / name, paths.FIGURES / name)


def folder() -> Path:
    """Where the published files are, for those who read them; only this module writes there."""
    return paths.FIGURES


def write_files(files: Mapping[str, bytes]) -> list[Path]:
    """Write what is made from published charts (a document, snippets), by path below their folder; the paths written.

    Raises ValueError for a path that leads out of the folder, and for a ``.json`` at its top, which is a published chart.
    """
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or (path.suffix == ".json" and len(path.parts) == 1):
            raise ValueError(f"write_files: {name!r} is no path below the charts, or that of a card")
    _write(files)
    return [paths.FIGURES / name for name in files]


# --- Words around the picture ----------------------------------------------------------------------------


def _in_notebook() -> bool:
    try:
        from IPython import get_ipython  # not needed outside a notebook
    except ImportError:
        return False
    return get_ipython() is not None


def markup(text: str) -> str:
    """Text as it is, for HTML inside a notebook, a Markdown page or the site.

    ``$`` and the backslash stand in an element of their own: no viewer then takes what is between two of them
    for a formula.

    >>> markup("<b> 5 $")
    '&lt;b&gt; 5 <span>$</span>'
    """
    escaped = html.escape(re.sub(r"[ \t\r\n]+", " ", text.strip()))
    return re.sub(r"[$\\]", lambda found: f"<span>{found[0]}</span>", escaped)


def _show(picture: bytes, texts: Mapping[str, str], faults: list[str]) -> None:
    from IPython.display import display

    alt, caption, source = texts["alt"], texts["caption"], texts["source"]
    pixels = int.from_bytes(picture[16:20], "big")
    display(
        {"image/png": base64.b64encode(picture).decode("ascii"), "text/plain": alt},
        metadata={"image/png": {"width": min(round(pixels * 0.625), WIDEST), "alt": alt}},
        raw=True,
    )
    said = {"Description": alt, "Source": re.sub(r"^Source\s?:\s", "", source)}
    if faults:
        said["Faults of this drawing"] = "; ".join(faults)
    below = f"<p>{markup(caption)}</p>" + "".join(
        f"<p><em>{k}:</em> {markup(v)}</p>" for k, v in said.items()
    )
    display({"text/html": below, "text/plain": f"{caption}\n{alt}\n{source}"}, raw=True)


def gallery() -> str:
    """``figures/README.md``: every published chart with thumbnail, caption, description and all its files.

    Rendered from the JSON files, in the order of their names.
    """
    lines = [
        "# Charts",
        "",
        "Made by the notebooks; this page too. Each chart comes as PNG, SVG and PDF, in English (EN) and in French (FR),",
        "with the data that it shows as CSV, and everything about it, its texts in both languages too, as JSON.",
    ]
    section = ""
    for record in cards():
        notebook = record["name"].split("__")[0]
        if notebook != section:
            section = notebook
            lines += ["", f"## {notebook}"]
        lines += ["", *_entry(record)]
    return "\n".join(lines) + "\n"


def _entry(record: Mapping[str, Any]) -> list[str]:
    name, texts = record["name"], record["texts"][language.LANGUAGES[0]]
    alt = html.escape(re.sub(r"\s+", " ", texts["alt"].strip())).replace("$", "&#36;")
    beside = sorted(file.name for file in paths.FIGURES.glob(f"{name}.*"))
    files = [*record["files"], *(file for file in beside if file not in record["files"])]
    links = " · ".join(
        f'<a href="{file}">{file.removeprefix(name + ".").replace(".", " ").upper()}</a>' for file in files
    )
    picture = f"{name}.{language.LANGUAGES[0]}.png"
    # One HTML block without a blank line: nothing in it is read as Markdown.
    return [
        f"### {name}",
        "",
        f'<p><a href="{picture}"><img src="{picture}" alt="{alt}" width="480"></a></p>',
        f"<p><strong>{markup(texts['title'])}</strong><br>{markup(texts['caption'])}</p>",
        f"<p><em>Description:</em> {markup(texts['alt'])}</p>",
        f"<p><em>Source:</em> {markup(texts['source'])}</p>",
        f"<p>{links}</p>",
    ]


def write_gallery() -> Path:
    """Write :func:`gallery` to ``figures/README.md``, as a whole, and return its path."""
    _write({"README.md": gallery().encode("utf-8")})
    return paths.FIGURES / "README.md"
