"""What is done sooner gives what it gave before, and what was replaced for a while is put back."""

import io
import re
import threading
from contextlib import suppress
from types import SimpleNamespace

import matplotlib as mpl
import numpy as np
import pytest
from fontTools import subset
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import _text_helpers, font_manager, textpath
from matplotlib import text as texts
from matplotlib.backends import backend_pdf
from matplotlib.figure import Figure
from matplotlib.font_manager import FontPath
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.textpath import TextToPath

from helpers import faster, fonts, lettering

TEXTS = ["Le pari du gouvernement", "1 500 €", "Œuvre, À L’AVENIR", "Tour"]
CLASSES = [
    r"[a-z\u00e0-\u00ff]",
    r"\\u00e9",
    r"\\\u00e9[\\\u00e9]",
    r"\u0041[\u005d\u002d\u005e-z]",
    r"(?x: \u00a0 [\u2028 ] \u0023 a)",
    r"[\u4e00-\u9fa5]|\ud800|\N{LATIN SMALL LETTER E WITH ACUTE}",
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


# --- Texts laid out once ---------------------------------------------------------------------------------


def glyphs(maker, text, **how):
    letters, shapes, rectangles = maker.get_glyphs_with_font(
        maker._get_font(lettering.font(1.0)), text, **how
    )
    return letters, {name: [part.tolist() for part in shape] for name, shape in shapes.items()}, rectangles


@pytest.mark.parametrize("text", [*TEXTS, "", "aaa", "日 et □"])
def test_kept_outlines_are_those_of_matplotlib(text):
    lettering.register()
    for _ in range(2):  # the second time from what was kept
        ours, theirs = glyphs(faster.outlines(), text), glyphs(TextToPath(), text)
        assert ours == theirs
        assert list(ours[1]) == list(theirs[1])  # in the order in which an SVG writes them


@pytest.mark.parametrize("only_new", [True, False])
def test_kept_outlines_know_what_a_file_has_already(only_new):
    lettering.register()
    found = []
    for maker in (faster.outlines(), TextToPath()):
        known = {}
        found.append(
            [
                glyphs(maker, text, glyph_map=known, return_new_glyphs_only=only_new)
                for text in ("pari", "paris")
            ]
        )
        if only_new:
            assert not known  # who asks for the new ones adds them
    assert found[0] == found[1]


def test_a_text_with_a_language_is_another_text():
    lettering.register()
    assert glyphs(faster.outlines(), "Tour", language="fr") == glyphs(TextToPath(), "Tour", language="fr")
    assert glyphs(faster.outlines(), "Tour") == glyphs(TextToPath(), "Tour")


def saved(kind, sizes=(8, 10)):
    lettering.register()
    fig = Figure(figsize=(3, 2))
    for place, size in enumerate((*sizes, *sizes)):
        fig.text(
            0.1, 0.2 * place, "À l’avenir, 5 €", fontproperties=lettering.font(size), rotation=10 * place
        )
    content = io.BytesIO()
    with mpl.rc_context({"svg.hashsalt": "same", "svg.fonttype": "path", "pdf.fonttype": 42}):
        dates = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
        fig.savefig(content, format=kind, metadata=dates[kind])
    return content.getvalue()


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_files_are_the_same_when_texts_are_laid_out_once(kind):
    plain = saved(kind)
    for _ in range(2):
        with faster.texts_laid_out_once():
            assert saved(kind) == plain
    assert saved(kind) == plain


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_each_text_is_laid_out_once_at_a_size(kind, monkeypatch):
    seen, lay_out = [], _text_helpers.layout

    def count(string, font, **how):
        seen.append(string)
        return lay_out(string, font, **how)

    monkeypatch.setattr(_text_helpers, "layout", count)
    faster.outlines.cache_clear()
    faster._laid_out.clear()
    with faster.texts_laid_out_once():
        saved(kind)
    assert len(seen) == {"svg": 1, "pdf": 2}[kind]


# --- Bare fonts ------------------------------------------------------------------------------------------


def test_only_what_a_typesetter_needs_is_left_out():
    path, options = str(fonts.lean("Regular")), subset.Options()
    before = set(subset.load_font(path, options).keys())
    with faster.bare_fonts():
        within = set(subset.load_font(path, options).keys())
    assert before - within == {"GDEF", "GPOS", "GSUB", "OS/2", "cmap", "name", "post"}
    # What a reader of PDF needs of a font whose glyphs have numbers.
    assert {"glyf", "head", "hhea", "hmtx", "loca", "maxp"} <= within
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
    assert all([font_manager._get_font, subset.load_font, re._compiler._optimize_charset, re._parser.parse])
    assert all([textpath._text_helpers.layout, texts.TextToPath, backend_pdf.RendererPdf._get_font_ttf])
