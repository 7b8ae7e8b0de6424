"""The pages of the reader: short, marked, linked both ways."""

import re

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from helpers import corpus, export, tables
from helpers.web import evidence, layers, reader
from tests.site_data import card, sentences

FOUND = pd.DataFrame(
    [
        ("un", 1, 0, 7, "actors", "Le <Chat>"),
        ("un", 2, 21, 28, "actors", "Mistral AI"),
        ("un", 2, 21, 45, "quotes", "direct"),
        ("un", 2, 34, 44, "quantities", "3 employees"),
    ],
    columns=list(layers.COLUMNS),
)
ARTICLE = pd.Series(
    {
        "label": "Un *journal*",
        "outlet": "Un",
        "headline": "Le <Chat>",
        "author": "",
        "earliest": "2024-01-01",
        "latest": "",
    },
    name="un",
)


def html(markdown):
    return BeautifulSoup(
        "".join(re.findall(r"```\{raw\} html\n(.*?)\n```", markdown, re.DOTALL)), "html.parser"
    )


def a_page(rows):
    own = sentences()
    places = evidence.Places(own)
    cards = [card(rows=rows)]
    return reader.article_page(
        ARTICLE,
        own[own["article"] == "un"],
        FOUND,
        evidence.by_sentence(cards, places),
        {"10_test__a": "A < B"},
    )


def test_only_evidence_is_shown_and_the_rest_is_a_gap_with_its_anchor():
    page = html(a_page([{"article": "un", "evidence": "21-28"}]))
    assert "coûte" not in page.get_text()
    assert page.select_one("li.gap #s1")
    assert "1 sentence not shown: 1" in page.select_one("li.gap").get_text()
    assert page.select_one("li#s2 .words").get_text() == "Mistral lève 3 […]"


def test_marks_nest_and_carry_a_letter_where_they_begin():
    page = html(a_page([{"article": "un", "evidence": "21-28"}]))
    marks = page.select("li#s2 mark")
    assert {mark["data-layer"] for mark in marks} == {"actors", "quotes", "quantities"}
    letters = [mark.get("data-letter") for mark in marks]
    assert [letters.count(letter) for letter in "QAN"] == [1, 1, 1]
    assert page.select_one("mark[data-layer=quotes] mark[data-layer=actors]").get_text() == "Mistral"


def test_text_of_articles_is_never_markup():
    markdown = a_page([{"article": "un", "evidence": "0-20"}])
    assert "# Un \\*journal\\*" in markdown
    assert "<coûte>" not in markdown
    assert "<Chat>" not in markdown
    assert html(markdown).select_one("li#s1 .words").get_text() == "Le Chat <coûte> […]"


def test_a_sentence_lists_the_charts_it_is_evidence_of():
    link = html(a_page([{"article": "un", "evidence": "21-28"}])).select_one("li#s2 details a")
    assert (link["href"], link.get_text()) == ("../charts/10_test__a.html", "A < B")


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2024-01-01", "2024-01-01", "2024-01-01"),
        ("2024-01-01", "", "2024-01-01 or later"),
        ("", "", "date unknown"),
        ("2024-01-01", "2024-02-01", "between 2024-01-01 and 2024-02-01"),
    ],
)
def test_a_date_is_a_day_or_a_window(earliest, latest, said):
    assert reader.when({"earliest": earliest, "latest": latest}) == said


@pytest.fixture(scope="module")
def reader_pages(docs):
    """The page of each article of the corpus, with its sentences."""
    articles, own, found = corpus.load(), tables.sentences(docs), layers.found(docs)
    cards = export.cards()
    back = evidence.by_sentence(cards, evidence.Places(own))
    titles = {one["name"]: one["texts"]["en"]["title"] for one in cards}
    return {
        article: (
            html(
                reader.article_page(
                    row, own[own["article"] == article], found[found["article"] == article], back, titles
                )
            ),
            own[own["article"] == article].set_index("sentence")["text"],
            sorted(number for name, number in back if name == article),
        )
        for article, row in articles.iterrows()
    }


def shown_words(item):
    return item.select_one(".words").get_text().replace(reader.CUT, " ").split()


def test_no_article_of_the_corpus_is_shown_with_more_than_half_of_its_words(reader_pages):
    for article, (page, texts, _) in reader_pages.items():
        words = sum(len(shown_words(item)) for item in page.select("li.sentence"))
        assert 0 < words <= sum(len(text.split()) for text in texts) / 2, article


def test_of_a_sentence_of_the_corpus_a_few_words_are_shown_with_every_cut_marked(reader_pages):
    for page, texts, evident in reader_pages.values():
        items = page.select("li.sentence")
        assert [int(item["id"][1:]) for item in items] == evident
        for item, text in zip(items, texts.loc[evident], strict=True):
            many = len(text.split())
            assert len(shown_words(item)) <= min(layers.MOST, max(layers.FEWEST, many // 2))
            pattern = ".*".join(
                re.escape(" ".join(part.split()))
                for part in item.select_one(".words").get_text().split(reader.CUT)
            )
            assert re.fullmatch(pattern, " ".join(text.split())), text
        anchors = {tag["id"] for tag in page.select("[id^=s]") if tag["id"][1:].isdigit()}
        assert anchors == {f"s{number}" for number in texts.index}


def test_evidence_is_among_the_words_shown():
    page = html(a_page([{"article": "un", "evidence": "34-44"}]))
    assert page.select_one("li#s2 .words").get_text() == "[…] lève 3 millions."


def test_the_switches_are_labelled_check_boxes_in_a_group():
    switches = BeautifulSoup(reader.switches(), "html.parser")
    assert switches.fieldset.legend.get_text()
    boxes = switches.select("input[type=checkbox][checked]")
    assert [box["id"] for box in boxes] == [f"layer-{layer.key}" for layer in layers.LAYERS]
    assert [label["for"] for label in switches.select("label")] == [box["id"] for box in boxes]


def test_the_index_counts_what_is_shown(docs):
    articles, own = corpus.load(), tables.sentences(docs)
    page = html(reader.index(articles, own, {(articles.index[0], 1): {}}))
    rows = page.select("tbody tr")
    assert len(rows) == len(articles)
    assert [row.select("td")[-1].get_text() for row in rows] == ["1"] + ["0"] * (len(articles) - 1)
