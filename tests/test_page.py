"""The parts of pages: what is escaped, what scrolls, what a link becomes."""

import pytest
from bs4 import BeautifulSoup

from helpers.web import page


def test_nothing_in_raw_html_ends_its_block():
    assert "```" not in page.raw("a\n```\nb").removeprefix("```{raw}").removesuffix("\n```")


def test_a_table_has_caption_heads_and_a_region_that_the_keyboard_reaches():
    html = BeautifulSoup(page.table(["<mot>", "n"], [["<i>x</i>", "1"]], "A & B", ["n"]), "html.parser")
    region = html.select_one("div[role=region][tabindex='0']")
    assert region["aria-label"].startswith("A & B")
    assert html.caption.get_text() == "A & B"
    assert [head.get_text() for head in html.select("th[scope=col]")] == ["<mot>", "n"]
    assert html.select_one("td i").get_text() == "x"
    assert html.select_one("td.number").get_text() == "1"


def test_a_title_is_plain_text():
    assert page.page("`a` <b> *c*", "x", "", "y") == "# \\`a\\` \\<b\\> \\*c\\*\n\nx\n\ny\n"


@pytest.mark.parametrize(
    ("markdown", "result"),
    [
        ("[`x`](x/README.md#a)", "[`x`](x.md#a)"),
        ("[y](raw/y.txt) et [z](https://example.org/z)", "y et [z](https://example.org/z)"),
        ("[ici](#la)", "[ici](#la)"),
        ("rien [ ici ]", "rien [ ici ]"),
    ],
)
def test_links_of_a_readme_lead_to_pages(markdown, result):
    assert page.relinked(markdown, {"x/README.md": "x.md"}) == result


def test_a_menu_has_its_caption_and_one_page_a_line():
    assert page.toctree(["a", "b/c"], "Deux").splitlines() == [
        "```{toctree}",
        ":caption: Deux",
        ":hidden:",
        "a",
        "b/c",
        "```",
    ]
