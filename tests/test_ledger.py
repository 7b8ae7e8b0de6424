import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_data import keep, read

from helpers import ledger

INVESTED = "Microsoft investit {} dans Mistral AI."
VALUED = "Mistral AI est valorisée {}."


def verdict_of(fact, *texts, published="2024-02-28"):
    """The verdict on a fact that the texts tell."""
    *_, entries, book = keep(*texts, published=published)
    return ledger.verdicts(entries, book).set_index("fact").loc[fact]


@pytest.mark.parametrize(
    ("value", "high", "bound", "expected"),
    [
        (7.0, None, "exact", (7, 7)),
        (20000.0, 40000.0, "exact", (20000, 40000)),
        (30.0, None, "about", (27, 33)),
        (100.0, None, "nearly", (90, 100)),
        (400.0, None, "more_than", (400, math.inf)),
        (1000.0, None, "at_least", (1000, math.inf)),
        (1.0, None, "less_than", (0, 1)),
        (5.0, float("nan"), "at_most", (0, 5)),
    ],
)
def test_a_bound_is_an_interval(value, high, bound, expected):
    assert ledger.interval(value, high, bound) == pytest.approx(expected)


@given(
    st.floats(0.001, 1e15),
    st.sampled_from(["exact", "about", "nearly", "more_than", "less_than", "at_least", "at_most"]),
)
def test_the_number_lies_in_its_interval(value, bound):
    low, high = ledger.interval(value, None, bound)
    assert low <= value * (1 + 1e-9)
    assert value <= high * (1 + 1e-9)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("15 millions d'euros", "15 millions d'euros", "same"),
        ("15 millions d'euros", "plus de 10 millions d'euros", "compatible by bound"),
        ("15 millions d'euros", "près de 16 millions d'euros", "compatible by bound"),
        ("15,2 millions d'euros", "15 millions d'euros", "compatible by rounding"),
        ("15 millions d'euros", "16,3 millions de dollars", "compatible by conversion"),
        ("15 millions d'euros", "15 millions de dollars", "contradictory"),
        ("15 millions d'euros", "16 millions d'euros", "contradictory"),
        ("15 millions d'euros", "plus de 20 millions d'euros", "contradictory"),
        ("15 millions d'euros", "25 millions de dollars", "contradictory"),
    ],
)
def test_two_articles_are_held_against_each_other(first, second, expected):
    texts = [INVESTED.format(first), INVESTED.format(second)]
    found = verdict_of("investment-microsoft", *texts)
    assert found["verdict"] == expected
    assert found["reason"]
    assert verdict_of("investment-microsoft", *reversed(texts))["verdict"] == expected


def test_a_conversion_names_rate_and_day():
    texts = INVESTED.format("15 millions d'euros"), INVESTED.format("15 millions de dollars")
    reason = verdict_of("investment-microsoft", *texts, published="2024-02-26")["reason"]
    assert "1.0852" in reason
    assert "2024-02-26" in reason
    assert "ECB" in reason


def test_one_article_alone_is_a_single_source():
    found = verdict_of("investment-microsoft", INVESTED.format("15 millions d'euros"))
    assert (found["verdict"], found["articles"]) == ("single source", 1)


def test_an_article_that_contradicts_itself_is_no_single_source():
    text = INVESTED.format("15 millions d'euros") + " " + INVESTED.format("18 millions d'euros")
    assert verdict_of("investment-microsoft", text)["verdict"] == "contradictory"


def test_a_person_in_two_papers_is_one_source():
    *_, entries, book = keep(VALUED.format("2 milliards d'euros"), VALUED.format("2 milliards d'euros"))
    apart = ledger.verdicts(entries, book).iloc[0]
    together = ledger.verdicts(entries.assign(source="Arthur Mensch"), book).iloc[0]
    assert (apart["sources"], together["sources"]) == (2, 1)
    assert "One source told them all" in together["reason"]


def test_two_dates_explain_two_values_of_what_varies_and_of_nothing_else():
    for fact, text, expected in (
        ("valuation-mistral", VALUED, "different date"),
        ("investment-microsoft", INVESTED, "contradictory"),
    ):
        *_, entries, book = keep(text.format("2 milliards d'euros"), text.format("5 milliards d'euros"))
        dated = entries.assign(earliest=["2023-06-01", "2024-02-01"], latest=["2023-06-30", "2024-02-29"])
        assert ledger.verdicts(dated, book).set_index("fact").loc[fact, "verdict"] == expected


def test_a_total_that_its_rounds_do_not_reach_is_of_another_scope():
    rounds = "Mistral AI a levé 100 millions d'euros en amorçage, puis 385 millions d'euros en série A."
    total = "Mistral AI a levé au total {} depuis sa création."
    short = verdict_of("raised-total", rounds, total.format("900 millions d'euros"))
    assert short["verdict"] == "different scope"
    assert "415 million" in short["reason"]
    full = verdict_of("raised-total", rounds, total.format("485 millions d'euros"))
    assert full["verdict"] == "single source"


def test_no_verdict_depends_on_an_article_s_name():
    *_, entries, book = keep(VALUED.format("2 milliards d'euros"), VALUED.format("2 milliards de dollars"))
    renamed = entries.assign(article=entries["article"].map({"a": "y", "b": "x"}))
    renamed["source"] = renamed["article"]
    pd.testing.assert_frame_equal(ledger.verdicts(entries, book), ledger.verdicts(renamed, book))


def test_an_elided_currency_is_said_to_be_implied():
    text = "Microsoft investit 15 millions d'euros dans Mistral AI, valorisée 2 milliards."
    *_, entries, _ = keep(text)
    assert entries.set_index("fact")["implied"].to_dict() == {
        "valuation-mistral": True,
        "investment-microsoft": False,
    }


def test_the_matrix_shows_omissions():
    articles, _, entries, book = keep(
        VALUED.format("2 milliards d'euros"), INVESTED.format("15 millions d'euros")
    )
    cells = ledger.matrix(entries, ledger.verdicts(entries, book), articles)
    assert len(cells) == 2 * 3
    assert cells["text"].isna().sum() == 2


def test_gaps_are_percent_above_the_lowest():
    articles, _, entries, book = keep(
        INVESTED.format("15 millions d'euros"), INVESTED.format("18 millions d'euros")
    )
    gaps = ledger.gaps(entries, ledger.verdicts(entries, book), articles)
    assert gaps["low"].tolist() == pytest.approx([0, 20])
    assert "USD" in gaps["text"][0]


def test_magnitudes_compare_parties():
    text = "OpenAI, 900 employés contre une trentaine pour son homologue français, recrute."
    *_, entries, book = keep(text)
    sizes = ledger.magnitudes(entries, book)
    assert sizes["party"].tolist() == ["OpenAI", "Mistral AI"]
    assert sizes["ratio"].tolist() == pytest.approx([30, 1])


def test_rates_count_every_kind_in_every_article():
    articles, *_, quantities = read("Il a 30 euros et 20 %.", "Rien.")
    rates = ledger.rates(quantities, articles)
    assert len(rates) == quantities["kind"].nunique() * 2
    assert rates["count"].sum() == len(quantities)
    assert (rates["rate"] == 1000 * rates["count"] / rates["words"]).all()


@pytest.mark.parametrize(
    ("value", "expected"),
    [(385e6, 5e5), (2e9, 1e8), (75.0, 0.5), (0.0, 0.0), (math.inf, 0.0), (2.5, 0.05)],
)
def test_rounding_hides_half_of_the_last_digit(value, expected):
    assert ledger.step(value) == pytest.approx(expected)


def test_a_passage_is_short_and_holds_its_number():
    sentence = " ".join(f"mot{n}" for n in range(100))
    start = sentence.index("mot50")
    short = ledger.passage(sentence, start, start + 5)
    assert "mot50" in short
    assert len(short.replace("…", "").split()) == 25


def test_nothing_told_is_an_empty_ledger_with_its_columns():
    articles, _, entries, book = keep("Le stade était plein.")
    assert list(entries.columns) == list(ledger.ENTRIES)
    verdicts = ledger.verdicts(entries, book)
    assert list(verdicts.columns) == list(ledger.VERDICT_COLUMNS)
    assert ledger.gaps(entries, verdicts, articles).empty
    assert ledger.magnitudes(entries, book).empty


def test_asserters_are_compared_by_name():
    *_, entries, _ = keep(VALUED.format("2 milliards d'euros"))
    row = {"article": "a", "start": int(entries["start"][0]), "span": entries["span"][0]}
    wanted = pd.DataFrame([row | {"attributed_to": "Anne Roux (to a paper)"}, row | {"attributed_to": ""}])
    said = ledger.asserters(entries.assign(asserted_by="Anne Roux"), wanted)
    assert said["agrees"].tolist() == [True, False]
