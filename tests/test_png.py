"""A PNG of ours is read by another program as what was drawn."""

import io
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PIL import Image

from helpers import png

SQUARE = np.zeros((2, 3, 3), np.uint8)


def read(content):
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        return image


@given(arrays.arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from([3, 4]))))
def test_pillow_reads_the_same_pixels(pixels):
    image = read(png.encode(pixels, 200, {}))
    assert image.mode == "RGB"
    assert np.array_equal(np.asarray(image), pixels[:, :, :3])


@given(st.floats(30, 1200), st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=40))
def test_pillow_reads_the_same_texts_and_density(dots, text):
    image = read(png.encode(SQUARE, dots, {"Title": text, "Description": "Deux barres : 5 €"}))
    assert image.text == {"Title": text, "Description": "Deux barres : 5 €"}
    assert image.info["dpi"] == pytest.approx((dots, dots), abs=0.02)


def test_every_chunk_has_its_checksum():
    content, at, kinds = png.encode(SQUARE, 200, {"Title": "Le pari"}), 8, []
    while at < len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        checksum = int.from_bytes(content[at + 8 + size : at + 12 + size], "big")
        assert zlib.crc32(content[at + 4 : at + 8 + size]) == checksum
        kinds.append(content[at + 4 : at + 8])
        at += 12 + size
    assert kinds == [b"IHDR", b"pHYs", b"iTXt", b"IDAT", b"IEND"]


@pytest.mark.parametrize(
    "pixels",
    [
        SQUARE.astype(float),
        SQUARE[:, :, :2],
        SQUARE[0],
        SQUARE[:0],
        SQUARE[:, :0],
    ],
)
def test_what_is_no_picture_is_refused(pixels):
    with pytest.raises(ValueError, match="rows of pixels"):
        png.encode(pixels, 200, {})


@pytest.mark.parametrize("keyword", ["", "Légende", "a" * 80, "two\nlines"])
def test_a_keyword_that_no_reader_knows_is_refused(keyword):
    with pytest.raises(ValueError, match="keyword"):
        png.encode(SQUARE, 200, {keyword: "Le pari"})
