import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_data import keep

from helpers import arithmetic, codebook, evaluation, ledger, tables
from helpers.arithmetic import FAILS, HOLDS, NEARLY, OPEN, Interval


def check(*texts, times=None):
    """The sums of texts, by label."""
    articles, sentences, entries, book = keep(*texts)
    found = arithmetic.check(entries, articles, sentences, tables.times([]) if times is None else times, book)
    return found.set_index("label")


positive = st.floats(0.01, 1e6)
intervals = st.tuples(positive, positive).map(lambda ends: Interval(min(ends), max(ends)))


@given(intervals, intervals, st.floats(0, 1), st.floats(0, 1))
def test_the_result_of_two_values_lies_in_the_result_of_their_intervals(a, b, s, t):
    x, y = a.low + s * (a.high - a.low), b.low + t * (b.high - b.low)
    for result, value in ((a + b, x + y), (a * b, x * y), (a / b, x / y)):
        assert result.low <= value * (1 + 1e-9)
        assert value <= result.high * (1 + 1e-9)


@pytest.mark.parametrize(
    ("computed", "claimed", "expected"),
    [
        (Interval(36, 44), Interval(40, 40), HOLDS),
        (Interval(1500, 1500), Interval(1000, math.inf), HOLDS),
        (Interval(35, 36), Interval(40, 40), NEARLY),
        (Interval(20, 25), Interval(40, 40), FAILS),
        (Interval(900, 950), Interval(1000, math.inf), NEARLY),
        (Interval(0.6, 0.88), Interval(0.9, 1.0), NEARLY),
        (Interval(2, 3), Interval(0, 1), FAILS),
    ],
)
def test_what_is_worked_out_is_judged(computed, claimed, expected):
    assert arithmetic.judge(computed, claimed) == expected


def test_no_end_divides_to_no_end():
    assert Interval(10, math.inf) / Interval(2, 5) == Interval(2, math.inf)
    assert Interval(10, 20) / Interval(5, math.inf) == Interval(0, 4)
    assert Interval(0, 1) * Interval(2, math.inf) == Interval(0, math.inf)


VALUES = "OpenAI est valorisé {} milliards de dollars. Soit {} fois plus que Mistral AI."
MISTRAL = "Mistral AI est valorisée 2 milliards de dollars."
RATIO = "Valuation of OpenAI over that of Mistral AI"


@pytest.mark.parametrize(
    ("value", "times", "expected"),
    [("80", "quarante", HOLDS), ("80", "trente-cinq", NEARLY), ("80", "vingt", FAILS), ("plus de 80", "quarante", HOLDS)],
)  # fmt: skip
def test_a_multiple_is_held_against_the_two_numbers(value, times, expected):
    found = check(VALUES.format(value, times), MISTRAL).loc[RATIO]
    assert found["verdict"] == expected
    assert "/" in found["working"]


def test_a_multiple_without_its_other_number_cannot_be_checked():
    assert check(VALUES.format("80", "quarante")).loc[RATIO, "verdict"] == OPEN


def test_a_multiple_that_makes_smaller_is_the_larger_over_the_smaller():
    text = "Mistral AI est valorisée 2 milliards de dollars, Microsoft 3 000 milliards de dollars. Donc, on est mille fois plus petit."
    found = check(text).loc["Valuation of Microsoft over that of Mistral AI"]
    assert found["verdict"] == FAILS
    assert "1,500" in found["working"]


STAFF = "OpenAI, {} employés contre une trentaine pour son homologue français, recrute."


def test_two_numbers_set_against_each_other_need_a_second_source():
    label = "Staff: OpenAI against Mistral AI"
    alone = check(STAFF.format(900)).loc[label]
    assert (alone["verdict"], alone["working"]) == (OPEN, "900 / 30 = 27.3 to 33.3")
    found = check(STAFF.format(900), STAFF.format(900))
    assert set(found["verdict"]) == {HOLDS}


ROUNDS = "Mistral AI a levé 100 millions d'euros en amorçage, puis 385 millions d'euros en série A."
TOTAL = "Mistral AI a levé au total {} depuis sa création."


@pytest.mark.parametrize(
    ("total", "expected", "said"),
    [
        ("485 millions d'euros", HOLDS, ""),
        ("plus de 450 millions d'euros", HOLDS, ""),
        ("plus de 600 millions d'euros", FAILS, "115 million"),
        ("300 millions d'euros", FAILS, "more than the total"),
    ],
)
def test_rounds_are_held_against_the_total(total, expected, said):
    found = check(ROUNDS, TOTAL.format(total)).loc["The rounds add up to the total raised"]
    assert found["verdict"] == expected
    assert said in found["note"]


def test_floors_read_to_the_letter_leave_a_total_open_and_that_is_said():
    rounds = ROUNDS.replace("levé 100", "levé plus de 100")
    found = check(rounds, TOTAL.format("plus de 600 millions d'euros"))
    assert "to the letter" in found.loc["The rounds add up to the total raised", "note"]


def test_a_word_is_a_claim_only_where_an_article_uses_it():
    told = "Microsoft investit {} millions d'euros dans Mistral AI, valorisée 2 milliards d'euros."
    label = "Microsoft buys a small part of Mistral AI"
    assert label not in check(told.format(15)).index
    assert check(told.format(15) + " Il prend une petite part.").loc[label, "verdict"] == HOLDS
    assert check(told.format(900) + " Il prend une petite part.").loc[label, "verdict"] == FAILS


def test_a_time_after_an_event_needs_both_dates():
    founded = "Mistral AI est fondée en avril 2023."
    launch = "Le 26 février, moins d'un an après sa création, Mistral AI dévoilait Mistral Large."
    label = "Time from the creation of Mistral AI to Mistral Large"
    assert check(founded, launch).loc[label, "verdict"] == OPEN
    rows = [
        {"article": "a", "sentence": 1, "start": 25, "end": 35, "span": "avril 2023", "earliest": "2023-04-01", "latest": "2023-04-30"},
        {"article": "b", "sentence": 1, "start": 0, "end": 13, "span": "Le 26 février", "earliest": "2024-02-26", "latest": "2024-02-26"},
    ]  # fmt: skip
    times = pd.DataFrame(rows).assign(type="DATE", value="", mod="")
    assert check(founded, launch, times=times).loc[label, "verdict"] == HOLDS
    late = times.assign(earliest=["2021-04-01", "2024-02-26"], latest=["2021-04-30", "2024-02-26"])
    assert check(founded, launch, times=late).loc[label, "verdict"] == FAILS


def test_no_text_no_sum():
    found = check("Le stade était plein.")
    assert found.empty
    assert set(arithmetic.COLUMNS) - {"label"} == set(found.columns)


def test_claims_are_matched_by_their_name():
    articles, sentences, entries, book = keep(VALUES.format("80", "quarante"), MISTRAL)
    found = arithmetic.check(entries, articles, sentences, tables.times([]), book)
    held = arithmetic.against_claims(
        found, ledger.verdicts(entries, book), evaluation.reference("claims"), book
    )
    held = held.set_index("claim")
    assert held.loc["C01", "agrees"]
    assert held.loc["C08", "said"] == "not found"
    named = {item.claim for group in (book.facts, book.relations) for item in group.values()} - {""}
    assert set(held.index) == named


def test_every_claim_that_the_codebook_names_is_in_the_reference():
    book = codebook.facts()
    named = {item.claim for group in (book.facts, book.relations) for item in group.values()} - {""}
    assert named <= set(evaluation.reference("claims")["claim"])
