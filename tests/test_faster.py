"""What is done sooner gives what it gave before, and what was replaced for a while is put back."""

import io
import re
import threading
from contextlib import suppress
from types import SimpleNamespace

import numpy as np
import pytest
from fontTools import subset
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import font_manager
from matplotlib.font_manager import FontPath
from matplotlib.ft2font import FT2Font, LoadFlags

from helpers import faster, fonts

TEXTS = ["Le pari du gouvernement", "1 500 €", "Œuvre, À L’AVENIR", "Tour"]
CLASSES = [
    "[a-z]",
    "[^a-z]",
    "[A-ZÀ-Ý0-9]+",
    "[œæ«»]",
    r"[\w-]",
    "[éèê]|[éèê]",
    "(?<![a-z])[a-z]{2}(?=[ ’])",
    "[一-龥]",
    ".",
]


# --- Fonts in memory -------------------------------------------------------------------------------------


def placed(font, text):
    font.set_size(100, 72)
    return [
        (item.char, item.glyph_index, item.x, item.y) for item in font._layout(text, LoadFlags.NO_HINTING)
    ]


@pytest.mark.parametrize("cut", ["Regular", "Semibold"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_font_in_memory_draws_what_its_file_draws(cut, text):
    faster.fonts_in_memory()
    path = str(fonts.lean(cut))
    ours, theirs = font_manager.get_font(path), FT2Font(path)
    assert placed(ours, text) == placed(theirs, text)
    for letter in text.replace(" ", ""):
        shapes = []
        for font in (ours, theirs):
            font.load_char(ord(letter), flags=LoadFlags.NO_HINTING)
            shapes.append(font.get_path())
        for one, other in zip(*shapes, strict=True):
            assert np.array_equal(one, other)


def test_a_font_in_memory_has_the_name_of_its_file():
    faster.fonts_in_memory()
    path = str(fonts.lean("Regular").resolve())
    font = font_manager.get_font(path)
    assert isinstance(font.fname, io.BytesIO)
    assert FontPath(font.fname, font.face_index) == FontPath(
        path, 0
    )  # so a PDF names the file that it embeds


def test_fonts_are_kept_in_memory_once(monkeypatch):
    faster.fonts_in_memory()
    get = font_manager._get_font
    faster.fonts_in_memory()
    assert font_manager._get_font is get
    path = str(fonts.lean("Regular"))
    font_manager.get_font(path)
    monkeypatch.setattr(faster.Path, "read_bytes", lambda self: pytest.fail(f"{self} was read again"))
    assert font_manager.get_font(path) is font_manager.get_font([path])
    assert font_manager.get_font([path, path])


def test_each_thread_has_its_own_file():
    faster.fonts_in_memory()
    path, seen = str(fonts.lean("Regular")), []
    other = threading.Thread(target=lambda: seen.append(font_manager.get_font(path)))
    other.start()
    other.join()
    assert seen[0] is not font_manager.get_font(path)


def test_a_font_that_is_not_there_is_told():
    faster.fonts_in_memory()
    with pytest.raises(FileNotFoundError):
        font_manager.get_font("no-such-font.ttf")


# --- Bare fonts ------------------------------------------------------------------------------------------


def test_only_what_a_typesetter_needs_is_left_out():
    path, options = str(fonts.lean("Regular")), subset.Options()
    before = set(subset.load_font(path, options).keys())
    with faster.bare_fonts():
        within = set(subset.load_font(path, options).keys())
    assert before - within == {"GDEF", "GPOS", "GSUB"}
    assert set(subset.load_font(path, options).keys()) == before


def test_what_was_replaced_is_put_back_after_an_error():
    load = subset.load_font
    within = []
    with suppress(ZeroDivisionError), faster.bare_fonts():
        within.append(subset.load_font)
        raise ZeroDivisionError
    assert within[0] is not load
    assert subset.load_font is load


# --- Classes of characters -------------------------------------------------------------------------------


def compiled(pattern, flags):
    """What `re` makes of a pattern: the very code that its engine runs."""
    return re._compiler._code(re._parser.parse(pattern, flags), flags)


@pytest.mark.parametrize("pattern", CLASSES)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII, re.IGNORECASE | re.ASCII])
def test_patterns_are_compiled_to_the_same_code(pattern, flags):
    plain = compiled(pattern, flags)
    with faster.character_classes():
        assert compiled(pattern, flags) == plain
        assert compiled(pattern * 2, flags)  # what is recalled can be used again
        assert compiled(pattern, flags) == plain
    assert compiled(pattern, flags) == plain


@given(
    st.lists(st.sampled_from(CLASSES), min_size=1, max_size=6), st.sampled_from([0, re.IGNORECASE, re.ASCII])
)
def test_patterns_in_any_order_are_compiled_to_the_same_code(parts, flags):
    plain = [compiled(part, flags) for part in parts]
    mixed = compiled("|".join(f"(?:{part})" for part in parts), flags)
    with faster.character_classes():
        assert [compiled(part, flags) for part in parts] == plain
        assert compiled("|".join(f"(?:{part})" for part in parts), flags) == mixed


def test_a_class_is_worked_out_once(monkeypatch):
    seen, work_out = [], re._compiler._optimize_charset

    def count(charset, *how):
        seen.append(tuple(charset))
        return work_out(charset, *how)

    monkeypatch.setattr(re._compiler, "_optimize_charset", count)
    with faster.character_classes():
        compiled("[à-ÿ]x[à-ÿ]y[à-ÿ]", re.IGNORECASE)
    assert len(seen) == len(set(seen))
    assert re._compiler._optimize_charset is count


def test_where_there_is_no_such_function_nothing_is_replaced():
    for module in (SimpleNamespace(), None):
        with faster._replaced(module, "gone", lambda function: pytest.fail("there is none to replace")):
            assert not hasattr(module, "gone")


def test_the_pinned_packages_have_the_functions():
    # With others all works, but slower: this says so when a version is raised.
    assert all([font_manager._get_font, subset.load_font, re._compiler._optimize_charset])
