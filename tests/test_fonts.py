"""The font of the charts, cut down: the same letters in the same places, from a file that is whole."""

import pytest
from fontTools.ttLib import TTFont
from matplotlib.ft2font import FT2Font, LoadFlags

from helpers import fonts

CUTS = ["Regular", "Semibold"]


def placed(path, text):
    """Letter by letter: character and place."""
    font = FT2Font(str(path))
    font.set_size(8, 200)
    return [(item.char, item.x) for item in font._layout(text, LoadFlags.NO_HINTING)]


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize(
    "text",
    [
        "L’AVENIR à 15 % : « pari »",
        "1 500 € → 2,1 Md$",
        "Łódź, Çelik, Nguyễn",
        "Tour, AVANT, Ty",
        "œuvre Œ ÿ",
    ],
)
def test_letters_and_kerning_are_those_of_the_whole_font(tmp_path, cut, text):
    assert placed(fonts.lean(cut, tmp_path), text) == placed(fonts.whole(cut), text)


@pytest.mark.parametrize("cut", CUTS)
def test_there_are_no_ligatures(tmp_path, cut):
    assert [char for char, _ in placed(fonts.lean(cut, tmp_path), "officiel flou")] == list("officiel flou")


@pytest.mark.parametrize("cut", CUTS)
def test_every_letter_that_is_kept_and_there_is_there(tmp_path, cut):
    lean, whole = (set(TTFont(path).getBestCmap()) for path in (fonts.lean(cut, tmp_path), fonts.whole(cut)))
    assert lean == whole & {code for codes in fonts.KEPT for code in codes}
    assert {ord(letter) for letter in "àâçéèêëîïôùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆ«»’…–— \u00a0\u202f€%"} <= lean


def test_a_file_is_made_once_and_always_the_same(tmp_path):
    path = fonts.lean("Regular", tmp_path)
    first, made = path.read_bytes(), path.stat().st_mtime_ns
    assert fonts.lean("Regular", tmp_path).stat().st_mtime_ns == made
    path.unlink()
    assert fonts.lean("Regular", tmp_path).read_bytes() == first
    assert len(first) < fonts.whole("Regular").stat().st_size / 3
    assert not list(path.parent.glob(".tmp-*"))


@pytest.mark.parametrize("damage", [b"", b"\0" * 64, "half", "bit"])
def test_a_damaged_file_is_made_again(tmp_path, damage):
    path = fonts.lean("Regular", tmp_path)
    whole = path.read_bytes()
    bit = whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:]
    path.write_bytes({"half": whole[: len(whole) // 2], "bit": bit}.get(damage, damage))
    assert fonts.lean("Regular", tmp_path).read_bytes() == whole
