"""What other packages do many times over, done once: functions of theirs, which charts and the model wait for.

Each gives what it gave before, only sooner (tests/test_faster.py holds that). Most of them are private to their packages: where
a version has none by that name, nothing is replaced, and all is as slow as without this module.
"""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

#: Tables of a font that say how letters are found, named and set beside each other.
UNEMBEDDED = {"GDEF", "GPOS", "GSUB", "OS/2", "cmap", "name", "post"}


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


@cache
def outlines() -> Any:
    """A ``TextToPath`` of matplotlib that lays a text out once, and takes the outline of a letter from its font once."""
    from matplotlib.textpath import TextToPath

    class Kept(TextToPath):
        def __init__(self) -> None:
            super().__init__()
            self._texts: dict[Any, Any] = {}
            self._shapes: dict[Any, dict[str, Any]] = {}

        def get_glyphs_with_font(
            self, font: Any, s: str, glyph_map: Any = None, return_new_glyphs_only: bool = False, **how: Any
        ) -> tuple[Any, Any, Any]:
            shapes = self._shapes.setdefault(font, {})
            key = (font, s, repr(sorted(how.items())))
            if key not in self._texts:
                letters, new, _ = super().get_glyphs_with_font(font, s, shapes, True, **how)
                shapes |= new
                self._texts[key] = letters
            letters = self._texts[key]
            known = {} if glyph_map is None else glyph_map
            new = {name: shapes[name] for name, *_ in letters if name not in known}
            if not return_new_glyphs_only:
                known |= new
            return letters, new if return_new_glyphs_only else known, []

    return Kept()


#: Where the letters of a text stand, by the text, its font and its size.
_laid_out: dict[Any, list[Any]] = {}


@contextmanager
def texts_laid_out_once() -> Iterator[None]:
    """Let SVG and PDF lay out a text that comes again only once: a tenth of the time of all notebooks went into where its letters stand."""
    from matplotlib import text, textpath
    from matplotlib.backends import backend_pdf

    sizes: dict[Any, float] = {}

    def noted(get: Callable[..., Any]) -> Callable[..., Any]:
        def sized(self: Any, prop: Any) -> Any:
            font = get(self, prop)
            sizes[font] = prop.get_size_in_points()
            return font

        return sized

    def once(lay_out: Callable[..., Any]) -> Callable[..., Any]:
        def recalled(string: str, font: Any, **how: Any) -> Any:
            if font not in sizes:  # laid out at a size that is not known here
                return lay_out(string, font, **how)
            key = (string, font, sizes[font], repr(sorted(how.items())))
            if key not in _laid_out:
                _laid_out[key] = list(lay_out(string, font, **how))
            return _laid_out[key]

        return recalled

    with (
        _replaced(text, "TextToPath", lambda _: outlines),
        _replaced(backend_pdf.RendererPdf, "_get_font_ttf", noted),
        _replaced(getattr(textpath, "_text_helpers", None), "layout", once),
    ):
        yield


@contextmanager
def bare_fonts() -> Iterator[None]:
    """Leave out of embedded fonts, before it is read, what a PDF does not ask for: reading it took longer than all the rest.

    A PDF places each glyph by its number (ISO 32000-1, 9.9, table 126: a CIDFontType2 needs no ``cmap``).
    """
    from fontTools import subset  # slow to import, and what is in the cache of pictures needs no font

    def bare(load: Callable[..., Any]) -> Callable[..., Any]:
        def loaded(*args: Any, **kwargs: Any) -> Any:
            font = load(*args, **kwargs)
            for table in UNEMBEDDED & set(font.keys()):
                del font[table]
            return font

        return loaded

    with _replaced(subset, "load_font", bare):
        yield


#: A letter beyond ASCII that a pattern names by its number, behind backslashes that come in pairs.
_NUMBERED = re.compile(r"(?<!\\)((?:\\\\)*)\\u((?!00[0-7])[0-9A-Fa-f]{4})")


@contextmanager
def character_classes() -> Iterator[None]:
    """Work out each class of characters once when patterns are compiled, and read its letters as letters.

    spaCy's patterns for French words repeat « every letter » two thousand times, most of them by number, and each time ``re``
    counts through all of them: that was two thirds of the time that the language takes to import.
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

    def lettered(parse: Callable[..., Any]) -> Callable[..., Any]:
        def parsed(pattern: Any, *how: Any) -> Any:
            if isinstance(pattern, str):
                pattern = _NUMBERED.sub(lambda found: found[1] + chr(int(found[2], 16)), pattern)
            return parse(pattern, *how)

        return parsed

    with (
        _replaced(getattr(re, "_compiler", None), "_optimize_charset", once),
        _replaced(getattr(re, "_parser", None), "parse", lettered),
    ):
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
