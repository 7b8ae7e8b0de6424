"""What other packages do many times over, done once: three functions of theirs, which charts and the model wait for.

Each gives what it gave before, only sooner (tests/test_faster.py holds that). Two of them are private to their packages: where
a version has none by that name, nothing is replaced, and all is as slow as without this module.
"""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any


class _InMemory(io.BytesIO):
    """A font file that was read once. As a text it is its path: by that a PDF finds the file of a font again."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        super().__init__(Path(path).read_bytes())
        self.path = path

    def __str__(self) -> str:
        return self.path


@cache
def fonts_in_memory() -> None:
    """Let matplotlib keep every font file in memory from now on.

    It asks the file for a few bytes several times a letter: from memory a text is laid out in about half the time.
    """
    from matplotlib import font_manager  # who reads texts needs no fonts

    load = getattr(font_manager, "_get_font", None)
    if load is None:
        return

    @cache
    def held(path: str, thread: int) -> _InMemory:
        return _InMemory(path)

    def get(files: tuple[tuple[str, int], ...], *, thread_id: int, **settings: Any) -> Any:
        opened = tuple((held(path, thread_id), face) for path, face in files)
        return load(opened, thread_id=thread_id, **settings)

    font_manager._get_font = get


@contextmanager
def bare_fonts() -> Iterator[None]:
    """Leave out of embedded fonts what only a typesetter needs, before it is read: half the time of a PDF went into kerning."""
    from fontTools import subset  # slow to import, and what is in the cache of pictures needs no font

    def bare(load: Callable[..., Any]) -> Callable[..., Any]:
        def loaded(*args: Any, **kwargs: Any) -> Any:
            font = load(*args, **kwargs)
            for table in {"GDEF", "GPOS", "GSUB"} & set(font.keys()):
                del font[table]
            return font

        return loaded

    with _replaced(subset, "load_font", bare):
        yield


@contextmanager
def character_classes() -> Iterator[None]:
    """Work out each class of characters once when patterns are compiled.

    spaCy's patterns for French words repeat « every letter » two thousand times, and each time ``re`` counts through all of
    them: that was two thirds of the time that the language takes to import.
    """

    def once(work_out: Callable[..., Any]) -> Callable[..., Any]:
        known: dict[Any, Any] = {}

        def recalled(charset: Any, *how: Any) -> Any:
            key = (tuple(charset), *(part if part is None or callable(part) else id(part) for part in how))
            if key not in known:
                known[key] = work_out(charset, *how)
            out, has_case = known[key]
            return list(out), has_case

        return recalled

    with _replaced(getattr(re, "_compiler", None), "_optimize_charset", once):
        yield


@contextmanager
def _replaced(module: Any, name: str, by: Callable[[Any], Any]) -> Iterator[None]:
    """A function of a module, replaced for a while by what `by` makes of it; nothing where there is none."""
    function = getattr(module, name, None)
    if function is None:
        yield
        return
    setattr(module, name, by(function))
    try:
        yield
    finally:
        setattr(module, name, function)
