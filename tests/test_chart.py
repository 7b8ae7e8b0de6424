"""Charts on the site: described, downloadable, with data and evidence."""

import pytest
from bs4 import BeautifulSoup

from helpers.web import chart, evidence
from tests.site_data import card, draw, sentences


def stands_on(one):
    return evidence.rows(one, evidence.Places(sentences()))


def test_a_picture_has_the_description_and_its_size(tmp_path):
    image = BeautifulSoup(chart.picture(card(), draw(tmp_path)), "html.parser").img
    assert image["alt"] == 'Bars, "A" first'
    assert (image["width"], image["height"]) == ("96", "49")
    assert image["src"] == "../figures/10_test__a.en.svg"


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_a_drawing_is_a_link_to_itself_at_full_size_with_a_name(tmp_path, tongue):
    link = BeautifulSoup(chart.opened(card(), draw(tmp_path), tongue), "html.parser").a
    assert link["href"] == f"../figures/10_test__a.{tongue}.svg" == link.img["src"]
    assert link.get_text().endswith("A < B")
    assert len(link.get_text()) > len("fr A < B: ")


@pytest.mark.parametrize("content", [None, "<svg></svg>"])
def test_a_missing_or_strange_drawing_is_told(tmp_path, content):
    if content:
        (tmp_path / "10_test__a.en.svg").write_text(content)
    with pytest.raises(ValueError, match=r"figures/10_test__a\.en\.svg: .*run make"):
        chart.picture(card(), tmp_path)


def test_a_figure_has_an_anchor_its_files_and_its_evidence(tmp_path):
    one = card()
    html = BeautifulSoup(chart.figure(one, draw(tmp_path), stands_on(one)), "html.parser")
    assert html.figure["id"] == "chart-10_test__a"
    links = [link["href"] for link in html.select("a")]
    assert "#chart-10_test__a" in links
    assert "../charts/10_test__a.html" in links
    assert "../reader/un.html#s2" in links
    names = [
        f"../figures/10_test__a.{tongue}.{kind}" for tongue in ("en", "fr") for kind in ("png", "svg", "pdf")
    ]
    names += [f"../figures/10_test__a.{kind}" for kind in ("csv", "json", "ics")]
    assert set(names) == {link["href"] for link in html.select("a[download]")}


def test_the_page_of_a_chart_has_both_languages_and_the_table(tmp_path):
    one = card()
    page = chart.chart_page(one, draw(tmp_path), stands_on(one), "Le carnet")
    assert page.startswith("# A \\< B\n")
    html = BeautifulSoup(page, "html.parser")
    assert [image["alt"] for image in html.select("img")] == ['Bars, "A" first', 'fr Bars, "A" first']
    assert html.select_one("[lang=fr] figure")
    data = html.select("table")[0]
    assert [head.get_text() for head in data.select("th")] == ["article", "n", "sentences"]
    cells = [[cell.get_text() for cell in row.select("td")] for row in data.select("tbody tr")]
    assert cells == [["un", "1", "un 2"], ["deux-2", "2.5", ""]]
    assert html.select_one('a[href="../notebooks/10_test.html#chart-10_test__a"]').get_text() == "Le carnet"


def test_a_table_without_evidence_keeps_its_columns(tmp_path):
    one = card(rows=[{"mot": "<b>", "start": None, "juste": True}])
    html = BeautifulSoup(chart.chart_page(one, draw(tmp_path), stands_on(one), "x"), "html.parser")
    assert [head.get_text() for head in html.select("table")[0].select("th")] == ["mot", "start", "juste"]
    assert [cell.get_text() for cell in html.select("table")[0].select("td")] == ["<b>", "", "yes"]


def test_a_long_table_is_cut_and_says_so(tmp_path):
    one = card(rows=[{"n": i} for i in range(chart.MOST_ROWS + 1)])
    page = chart.chart_page(one, draw(tmp_path), stands_on(one), "x")
    assert len(BeautifulSoup(page, "html.parser").select("table")[0].select("tbody tr")) == chart.MOST_ROWS
    assert f"The first {chart.MOST_ROWS} of {chart.MOST_ROWS + 1} rows" in page


def test_the_gallery_lists_every_chart_under_its_notebook(tmp_path):
    for name in ("10_test__a", "10_test__b", "20_next__c"):
        draw(tmp_path, name)
    cards = [card("10_test__a"), card("10_test__b"), card("20_next__c", title="C")]
    page = chart.gallery(cards, tmp_path, {"10_test": "Un", "20_next": "Deux"})
    assert [line for line in page.splitlines() if line.startswith("## ")] == ["## Un", "## Deux"]
    assert [link["href"] for link in BeautifulSoup(page, "html.parser").select("a")] == [
        "10_test__a.html",
        "10_test__b.html",
        "20_next__c.html",
    ]
    assert "\n20_next__c\n" in page
