"""Every published chart, as it will be printed: size of page and text, fonts, colours, and both languages."""

import re

import colours
import numpy as np
import pytest
from matplotlib.colors import to_rgb
from pypdf import PdfReader

from helpers import export, language, lettering, paths, theme

CARDS = export.cards()
PRINTED = [(card["name"], code) for card in CARDS for code in language.LANGUAGES]
NAMED = [
    theme.INK,
    theme.SOFT,
    theme.GRID,
    theme.PALE,
    theme.BASE,
    theme.MUTED,
    theme.ACCENT,
    theme.TINT,
    "#ffffff",
    "#000000",
]
#: Two colours that nobody tells apart differ by less (CIE 1976).
JUST_NOTICEABLE = 2.3


def page(name, code):
    (only,) = PdfReader(paths.FIGURES / f"{name}.{code}.pdf").pages
    return only


def painted(content: bytes) -> set[tuple[float, ...]]:
    """Colours that a page sets: three numbers for red, green and blue, one for grey."""
    triples = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", content)
    greys = re.findall(rb"(?<![\d.] )\b([\d.]+) (?:g|G)\b", content)
    return {tuple(map(float, triple)) for triple in triples} | {(float(grey),) * 3 for grey in greys}


def lab(rgb):
    return colours.lab(np.clip(colours.linear(rgb), 1e-9, 1))


@pytest.mark.parametrize(("name", "code"), PRINTED)
def test_it_is_printed_at_column_width_with_text_of_seven_points_and_its_fonts(name, code):
    sheet = page(name, code)
    assert float(sheet.mediabox.width) / 72 * 25.4 == pytest.approx(theme.WIDTHS["two-column"], abs=0.1)
    assert float(sheet.mediabox.height) / 72 * 25.4 < 260  # on A4, with its caption
    content = sheet.get_contents().get_data()
    sizes = [float(size) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", content)]
    assert sizes
    assert min(sizes) >= lettering.SMALL
    for font in sheet["/Resources"]["/Font"].values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        assert inner["/Subtype"] == "/CIDFontType2"  # type 42
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()


@pytest.mark.parametrize("name", [card["name"] for card in CARDS])
def test_its_colours_are_those_of_the_theme(name):
    """The palette is told apart in grey and under each deficiency (test_charts); so is a chart that uses no other colour."""
    ramp = [lab(theme.SEQUENTIAL(step)[:3]) for step in np.linspace(0, 1, 101)]
    known = [lab(to_rgb(colour)) for colour in (*NAMED, *theme.PALETTE)] + ramp
    for colour in painted(page(name, "en").get_contents().get_data()):
        assert min(np.linalg.norm(lab(colour) - one) for one in known) < JUST_NOTICEABLE, colour


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card["name"])
def test_its_card_has_both_languages_and_all_its_files(card):
    assert list(card["texts"]) == list(language.LANGUAGES)
    assert card["files"] == export.filenames(card["name"])
    for file in card["files"]:
        assert (paths.FIGURES / file).stat().st_size > 100
    for texts in card["texts"].values():
        assert all(text.strip() for text in texts.values())
        assert texts["alt"] != texts["caption"]
    for key, text in card["texts"]["en"].items():
        assert card["texts"]["fr"][key] != text, f"{key} has no French: add it to the catalogue"


def test_the_measures_can_fail():
    assert painted(b"0.5 0.25 1 rg\n0.3 g") == {(0.5, 0.25, 1.0), (0.3, 0.3, 0.3)}
    assert min(np.linalg.norm(lab(to_rgb("#00ff00")) - lab(to_rgb(one))) for one in theme.PALETTE) > 20
