"""The font of the charts, cut down to what they draw.

A PDF embeds the glyphs that it shows, and for that all others are read first, which takes about half the time of a PDF when
the font is whole. The copy keeps the letters of the languages written in Latin script, punctuation, currencies and mathematical
signs, with their kerning. It has no ligatures, so that a text copied from a PDF has the letters that were written.
"""

import hashlib
import os
import tempfile
from importlib.metadata import version
from pathlib import Path

import font_source_sans_pro
import numpy as np

from helpers import paths

#: Code points that are kept: Latin with all its accents; punctuation, superscripts, currencies, letterlike signs, numbers,
#: arrows, operators; shapes and squares.
KEPT = (
    range(0x20, 0x250),
    range(0x300, 0x370),
    range(0x1E00, 0x1F00),
    range(0x2000, 0x2300),
    range(0x25A0, 0x2600),
)
#: What of the shaping is kept: accents put together, and kerning.
FEATURES = ("ccmp", "kern", "locl", "mark", "mkmk")


def whole(cut: str) -> Path:
    """The file of a cut of the font, such as ``"Regular"``, as the package brings it."""
    return Path(font_source_sans_pro.__file__).parent / "files" / f"SourceSansPro-{cut}.ttf"


def lean(cut: str, cache: Path | None = None) -> Path:
    """The file of a cut with nothing in it but :data:`KEPT`, made when there is none in the cache (`cache`, or the project's).

    >>> lean("Regular").stat().st_size < whole("Regular").stat().st_size
    True
    """
    source = whole(cut)
    recipe = repr((version("font-source-sans-pro"), version("fonttools"), KEPT, FEATURES))
    name = hashlib.sha256(source.read_bytes() + recipe.encode()).hexdigest()
    path = (cache or paths.CACHE) / "fonts" / f"{source.stem}-{name[:16]}.ttf"
    if not _whole_file(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
        os.close(handle)
        _cut_down(source, temporary)
        os.replace(temporary, path)
    return path


def _whole_file(path: Path) -> bool:
    """Whether there is a font that nothing is missing from: the words of a TrueType file add up to a fixed sum (OpenType, "head")."""
    try:
        words = np.fromfile(path, dtype=">u4")
    except OSError:
        return False
    return int(words.sum(dtype=np.uint64)) & 0xFFFFFFFF == 0xB1B0AFBA


def _cut_down(source: Path, target: str) -> None:
    from fontTools import subset  # slow to import, and needed once

    options = subset.Options(
        layout_features=list(FEATURES), hinting=False, glyph_names=False, notdef_outline=True,
        name_IDs=["*"],  # a cut is found by its names
    )  # fmt: skip
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for codes in KEPT for code in codes])
    cutter.subset(font)
    subset.save_font(font, target, options)
