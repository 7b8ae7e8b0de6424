"""Codebooks as tables: every value of every file is on its page."""

import tomllib

import pytest
from bs4 import BeautifulSoup

from helpers import paths
from helpers.web import books


@pytest.mark.parametrize(
    ("toml", "titles"),
    [
        ('[a]\nx = "1"\n[b]\nx = "2"', [""]),
        ('[about]\ntitle = "t"\n[codes.a]\nx = "1"\n[[terms]]\nform = "f"', ["codes", "terms"]),
        ('[a]\nx = "1"\n[[a.links]]\nlemma = "l"', [""]),
        ("x = 1\ny = [1, 2]", [""]),
        ("", []),
    ],
)
def test_tables_are_found_whatever_the_file_looks_like(toml, titles):
    assert [title for title, _ in books.tables(tomllib.loads(toml))] == titles


def leaves(value):
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@pytest.mark.parametrize("path", sorted(paths.CODEBOOKS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_value_of_every_codebook_is_on_its_page(path):
    source = path.read_text(encoding="utf-8")
    data = tomllib.loads(source)
    page = books.book_page(path.stem, source, data)
    shown = " ".join(BeautifulSoup(page, "html.parser").get_text().split())
    for value in leaves(data):
        if isinstance(value, str):
            assert " ".join(value.replace("`", "&#96;").split()).replace("&#96;", "`") in shown, value
    assert all(" ".join(line.split()) in shown for line in books.preamble(source))


def test_what_a_codebook_says_is_never_markup():
    page = books.book_page("x", "# <b>", {"a": {"form": "<i>|`y`"}})
    assert "<b>" not in page
    assert "<i>" not in page
    assert "`y`" not in page


def test_the_index_links_every_book():
    page = books.index(["frames"], {"frames": "Ten <frames>"})
    assert '<a href="frames.html">Frames</a>: Ten &lt;frames&gt;' in page
