"""A cache of drawn pictures: what was drawn once from the same table is not drawn again.

A set of pictures is found by everything that decides its bytes: the chart function and its arguments, the language and its
catalogue, matplotlib's settings, the texts that go into the files, the font, the code that draws and the versions of what
it draws with. An argument that cannot be told from another one by its content has no key, and its chart is drawn. A
damaged entry is not trusted, and the oldest entries go when there are too many.
"""

import dataclasses
import datetime
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, partial
from importlib.metadata import version
from numbers import Number
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib import font_manager

from helpers import language, paths

#: Modules that decide what a picture looks like, besides the one of the chart function itself (a test holds the list).
DRAWN_BY = (
    "charts", "clouds", "export", "faster", "fonts", "language", "legibility", "lettering", "maps", "pictures", "png", "scales", "theme",
    "timecharts",
)  # fmt: skip
#: Packages whose version decides it.
DRAWN_WITH = (
    "babel", "font-source-sans-pro", "fonttools", "matplotlib", "numpy", "pandas", "pillow", "wordcloud",
)  # fmt: skip
#: Bytes that the cache may take.
LARGEST = 200_000_000
_SUFFIX = ".pictures"
#: Settings that decide where and when matplotlib draws, not what; to read a backend is to load it.
_ELSEWHERE = ("backend", "interactive", "keymap", "tk.", "toolbar", "webagg")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart in one language: bytes by ending, what is not legible, and the pieces that no catalogue knew."""

    files: dict[str, bytes]
    faults: list[str]
    untold: list[str]


class _Unknown(TypeError):
    """A value whose content does not say what it is."""


# --- Keys ------------------------------------------------------------------------------------------------


def key(again: Callable[..., Any] | None, code: str, texts: Mapping[str, str]) -> str | None:
    """What a chart's pictures are found by, or None for a chart that cannot be told from another.

    ``again`` is the chart function with its arguments (:class:`theme.Chart`), ``code`` the language in which it is drawn,
    ``texts`` what is written into the files.

    >>> from helpers.charts import ranked_bars
    >>> table = pd.DataFrame({"mot": ["pari"], "compte": [2]})
    >>> again = partial(ranked_bars, frame=table, label="mot", value="compte", title="Un mot", subtitle="n = 1")
    >>> key(again, "en", {}) == key(again, "en", {}) != key(again, "fr", {})
    True
    """
    if not isinstance(again, partial):
        return None
    total = hashlib.sha256()
    _feed(total, (_MADE_BY, code, _catalogue(code), settings(), dict(texts)))
    try:
        _feed(total, (_code(again.func), again.args, dict(again.keywords)))
    except _Unknown:
        return None
    return total.hexdigest()


def settings() -> str:
    """Digest of matplotlib's settings and of the fonts that they name.

    >>> before = settings()
    >>> with mpl.rc_context({"font.size": 31}):
    ...     settings() == before
    False
    """
    chosen = {name: mpl.rcParams[name] for name in sorted(mpl.rcParams) if not name.startswith(_ELSEWHERE)}
    return _alone([repr(chosen), _fonts(tuple(mpl.rcParams["font.family"]))])


def _feed(total: Any, value: Any) -> None:
    """Add a value to a digest: its type and its content, with the length of each part, so that no two values feed the same."""
    kind, parts = _taken_apart(value)
    head = f"{kind}:{len(parts) if isinstance(parts, list) else 'text'}:".encode()
    if isinstance(parts, list):
        total.update(head)
        for part in parts:
            _feed(total, part)
    else:
        total.update(head + str(len(parts)).encode() + b":" + parts)


def _taken_apart(value: Any) -> tuple[str, list[Any] | bytes]:
    """The type of a value, and its parts or its bytes. Raises _Unknown where neither says all of it."""
    kind = f"{type(value).__module__}.{type(value).__qualname__}"
    if value is None or value is pd.NA or value is pd.NaT:
        return kind, b""
    if isinstance(value, str):
        return kind, value.encode("utf-8", "surrogatepass")
    if isinstance(value, bytes):
        return kind, value
    if isinstance(value, (pd.DataFrame, pd.Series, pd.Index)):
        return kind, _table(value)
    if isinstance(value, np.ndarray):
        return kind, [str(value.dtype), list(value.shape), value.ravel().tolist()]
    if isinstance(value, Enum):
        return kind, value.name.encode()
    # repr of a number is exact, also of numpy's; that of a date too.
    if isinstance(value, (Number, np.generic, datetime.date, datetime.timedelta, range, pd.Interval)):
        return kind, repr(value).encode()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return kind, [part for f in dataclasses.fields(value) for part in (f.name, getattr(value, f.name))]
    if isinstance(value, Mapping):
        return kind, [part for item in value.items() for part in item]  # their order is that of the drawing
    if isinstance(value, (list, tuple)):
        return kind, list(value)
    if isinstance(value, (set, frozenset)):
        return kind, sorted(_alone(part) for part in value)
    raise _Unknown(kind)


def _table(value: pd.DataFrame | pd.Series | pd.Index) -> list[Any]:
    if isinstance(value, pd.DataFrame):
        columns = [value.iloc[:, place] for place in range(value.shape[1])]
        # The name of a column as it stands among the columns: those of a matrix have levels and a name of their own.
        return [dict(value.attrs), value.columns, value.index, *(part for c in columns for part in _cells(c))]
    if isinstance(value, pd.Series):
        return [value.name, value.index, *_cells(value)]
    return [list(value.names), *_cells(value)]


def _cells(values: pd.Series | pd.Index) -> list[Any]:
    kind = values.dtype
    order = [list(kind.categories), bool(kind.ordered)] if isinstance(kind, pd.CategoricalDtype) else []
    return [str(kind), order, values.tolist()]


def _alone(value: Any) -> str:
    total = hashlib.sha256()
    _feed(total, value)
    return total.hexdigest()


# --- What draws ------------------------------------------------------------------------------------------


def _made_by() -> str:
    package = Path(__file__).parent
    versions = {name: version(name) for name in DRAWN_WITH}
    files = {name: (package / f"{name}.py").read_bytes() for name in DRAWN_BY}
    return _alone([versions, files])


#: Read when the code is loaded: a file that is edited while a kernel runs does not change what that kernel draws.
_MADE_BY = _made_by()


def _code(function: Callable[..., Any]) -> list[str]:
    """Name of a chart function; only those of the modules that are part of every key have one."""
    package, _, module = function.__module__.rpartition(".")
    if package != __package__ or module not in DRAWN_BY or "<" in function.__qualname__:
        raise _Unknown(function.__qualname__)
    return [function.__module__, function.__qualname__]


@cache
def _catalogue(code: str) -> str:
    """Digest of the catalogue, read right after it is."""
    language.catalogue(code)
    files = sorted((language.CATALOGUES / code / "LC_MESSAGES").glob("*.po"))
    return _alone([(file.name, file.read_bytes()) for file in files])


@cache
def _fonts(families: tuple[str, ...]) -> str:
    """Digest of the font files of these families and of those named after them, such as a semibold cut."""
    files = {font.fname for font in font_manager.fontManager.ttflist if font.name.startswith(families)}
    return _alone({Path(file).read_bytes() for file in files})


# --- Entries ---------------------------------------------------------------------------------------------


def _folder() -> Path:
    return paths.CACHE / "pictures"


def recall(name: str | None) -> Drawn | None:
    """The pictures with this key, or None where there are none that can be trusted."""
    if name is None:
        return None
    path = _folder() / f"{name}{_SUFFIX}"
    try:
        data = path.read_bytes()
        os.utime(path)  # what was used last goes last
    except OSError:
        return None
    checksum, payload = data[:32], data[32:]
    if hashlib.sha256(name.encode() + payload).digest() != checksum:
        return None
    head, _, rest = payload.partition(b"\n")
    about = json.loads(head)
    files, start = {}, 0
    for kind, size in about["sizes"].items():
        files[kind], start = rest[start : start + size], start + size
    return Drawn(files, about["faults"], about["untold"])


def store(name: str | None, drawn: Drawn) -> None:
    """Keep pictures under their key, whole or not at all; nothing without a key."""
    if name is None:
        return
    sizes = {kind: len(content) for kind, content in drawn.files.items()}
    about = {"faults": drawn.faults, "untold": drawn.untold, "sizes": sizes}
    payload = json.dumps(about).encode() + b"\n" + b"".join(drawn.files.values())
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".tmp-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(name.encode() + payload).digest() + payload)
        os.replace(temporary, folder / f"{name}{_SUFFIX}")
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _shrink(folder)


def _shrink(folder: Path) -> None:
    """Drop the entries that were not used for longest until the rest fits. Another process may be quicker."""
    entries = []
    for path in folder.iterdir():
        try:
            found = path.stat()
        except FileNotFoundError:
            continue
        entries.append((found.st_mtime_ns, found.st_size, path))
    total = sum(size for _, size, _ in entries)
    for _, size, path in sorted(entries, key=lambda entry: entry[:2]):
        if total <= LARGEST:
            break
        path.unlink(missing_ok=True)
        total -= size
