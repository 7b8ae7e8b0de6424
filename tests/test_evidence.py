"""Every row leads to sentences that are there; what is not there is told."""

import pytest

from helpers import export, tables
from helpers.web import evidence
from tests.site_data import card, sentences


@pytest.fixture
def places():
    return evidence.Places(sentences())


@pytest.mark.parametrize(
    ("said", "article", "found"),
    [
        ("21-45", "un", [("un", 21, 45)]),
        ("0–7 21–28", "un", [("un", 0, 7), ("un", 21, 28)]),
        ("un:21–45 deux-2:0-9", "", [("un", 21, 45), ("deux-2", 0, 9)]),
        ("un 0-7; deux-2 0-9", "", [("un", 0, 7), ("deux-2", 0, 9)]),
        ("un 2; deux-2 1", "", [("un", 21, 45), ("deux-2", 0, 16)]),
        ("“this week”: « cette semaine » (8-15)", "un", [("un", 8, 15)]),
        ("published 2024-02-26, GPT-4, aucun 2", "un", []),
        ("", "un", []),
    ],
)
def test_evidence_is_read_in_every_form(places, said, article, found):
    assert [(p.article, p.start, p.end) for p in places.read(said, article)] == found


def test_a_passage_may_reach_over_sentences(places):
    assert places.passage("un", 0, 20).sentences == (1,)
    assert places.passage("un", 15, 22).sentences == (1, 2)
    assert places.passage("un", 21, 45).sentences == (2,)


@pytest.mark.parametrize(
    "row",
    [
        {"article": "un", "evidence": "40-99"},
        {"article": "un", "evidence": "9-9"},
        {"article": "", "evidence": "1-2"},
        {"article": "un", "evidence": "un 3"},
        {"article": "trois", "start": 0, "end": 5},
    ],
)
def test_what_is_not_there_is_told_with_chart_row_and_remedy(places, row):
    with pytest.raises(evidence.EvidenceError, match=r"10_test__a\.json: row 1: .*run make"):
        evidence.rows(card(rows=[row]), places)


def test_start_and_end_of_a_row_are_evidence(places):
    (own,) = evidence.rows(card(rows=[{"article": "un", "start": 21, "end": 28}]), places)
    assert own == [evidence.Passage("un", 21, 28, (2,))]


def test_the_way_back(places):
    one, other = card(), card("10_test__b", rows=[{"article": "", "evidence": "un:15-22"}])
    back = evidence.by_sentence([one, other], places)
    assert {place: list(charts) for place, charts in back.items()} == {
        ("un", 2): ["10_test__a", "10_test__b"],
        ("un", 1): ["10_test__b"],
    }


def test_every_evidence_of_every_card_resolves(docs):
    places = evidence.Places(tables.sentences(docs))
    cards = export.cards()
    found = {card["name"]: evidence.rows(card, places) for card in cards}
    assert sum(len(own) for rows in found.values() for own in rows) > len(cards)
    unread = [
        (card["name"], row["evidence"])
        for card in cards
        for row, own in zip(card["rows"], found[card["name"]], strict=True)
        if row.get("evidence") and not own
    ]
    assert not unread
