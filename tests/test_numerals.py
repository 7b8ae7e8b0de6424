"""Numbers in digits and in letters, one table of cases and the properties that any text keeps."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french import numerals
from helpers.text import flat


def read(text):
    """What is found, without the articles un and une."""
    return [(text[n.start : n.end], n.value) for n in numerals.find(flat(text)) if n.form != "one"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 000", 3000),
        ("1 234 567", 1234567),
        ("1\u202f234\u202f567", 1234567),
        ("12\u00a0500,75", "12500.75"),
        ("12.500", 12500),
        ("1.200.000", 1200000),
        ("12'500", 12500),
        ("3,5", "3.5"),
        ("0,25", "0.25"),
        ("2,5 milliards", 2500000000),
        ("1,2 million", 1200000),
        ("3 000 milliards", 3000000000000),
        ("3 mille milliards", 3000000000000),
        ("300 mille", 300000),
        ("2 billions", 2000000000000),
        ("deux", 2),
        ("Vingt et un", 21),
        ("trente et une", 31),
        ("soixante et onze", 71),
        ("quatre-vingts", 80),
        ("quatre-vingt-un", 81),
        ("quatre-vingt-dix-sept", 97),
        ("quatre vingt dix", 90),
        ("septante-deux", 72),
        ("huitante", 80),
        ("nonante-neuf", 99),
        ("cent un", 101),
        ("mille deux cents", 1200),
        ("quinze cents", 1500),
        ("deux cent cinquante mille", 250000),
        ("deux milliards", 2000000000),
        ("un billion", 1000000000000),
        ("un million deux cent mille", 1200000),
        ("deux millions et demi", 2500000),
        ("un milliard et demi", 1500000000),
        ("un demi-milliard", 500000000),
        ("une demi-douzaine", 6),
        ("une trentaine", 30),
        ("une bonne centaine", 100),
        ("un millier", 1000),
        ("une centaine de millions", 100000000),
        ("une dizaine de milliers", 10000),
        ("deux douzaines", 24),
    ],
)
def test_a_number_alone(text, value):
    assert read(text) == [(text, Decimal(value))]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("45 M€", "45 M", 45000000),
        ("1,8 Md€", "1,8 Md", 1800000000),
        ("2 Mds € de dette", "2 Mds", 2000000000),
        ("850 k€", "850 k", 850000),
        ("300 K€", "300 K", 300000),
        ("3 MdE", "3 Md", 3000000000),
        ("3 M d'euros", "3 M", 3000000),
        ("12 M de visiteurs", "12 M", 12000000),
        ("30 m de fond", "30", 30),
        ("5 G", "5", 5),
        ("la quarantaine d'élus", "quarantaine", 40),
    ],
)
def test_abbreviations_and_articles(text, span, value):
    assert read(text) == [(span, Decimal(value))]


def test_a_run_that_is_no_number_is_several():
    assert read("deux trois jours") == [("deux", 2), ("trois", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4",
        "un A350",
        "le Covid-19",
        "02 61 91 12 34",
        "+33 6 12 34 56 78",
        "0800 123 456",
        "le 12/03/2024",
        "le 2024-03-12",
        "en quarantaine",
        "À la quarantaine, il change",
        "des milliers de gens",
        "plusieurs dizaines",
        "le mois de septembre",
        "un centime",
        "dixième",
        "",
    ],
)
def test_no_number(text):
    assert read(text) == []


def test_one_is_given_as_such():
    assert [n.form for n in numerals.find("un élu et une élue")] == ["one", "one"]


#: Pieces that numbers are made of, in any order.
PIECES = [
    *"0123456789 .,'-/€\n",
    " deux ",
    " cent",
    " mille ",
    " million",
    " et ",
    "un ",
    "quatre-",
    "vingt",
    "dizaine",
]
FRENCH = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(st.one_of(st.text(), FRENCH))
def test_any_text_is_read_in_order(text):
    view = flat(text)
    found = list(numerals.find(view))
    assert found == list(numerals.find(view))
    for before, after in pairwise(found):
        assert before.end <= after.start
    for numeral in found:
        assert 0 <= numeral.start < numeral.end <= len(text)
        assert numeral.value >= 0
