"""What the readers ask of the text around an expression."""

from datetime import date

import pytest

from helpers.french.time_patterns import lowered, unwrapped
from helpers.french.time_view import (
    Time,
    View,
    anchored_at,
    counts,
    is_name,
    left_of,
    moved,
    opens,
    tense_at,
)


def view(text, tense="", found=()):
    case = unwrapped(text)
    return View(lowered(case), case, lambda offset: tense, list(found))


@pytest.mark.parametrize(
    "text", ["2024 salariés", "2000 €", "2000€", "2000 km", "1999 lignes", "2024 voix", "1200 M€"]
)
def test_digits_that_count(text):
    assert counts(view(text), 4)


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024.",
        "2024, les",
        "2024 après",
        "2024 plusieurs",
        "2024 Paris",
        "2024 et",
        "2024 d'ailleurs",
        "2024 a été",
    ],
)
def test_digits_that_count_nothing(text):
    assert not counts(view(text), 4)


@pytest.mark.parametrize(("text", "at"), [("Mardi", 0), ("Oui. Mardi", 5), ("« Mardi", 2), ("a :\nMardi", 4)])
def test_a_capital_that_opens_a_sentence_is_no_name(text, at):
    assert opens(view(text), at)
    assert not is_name(view(text), at)


def test_names():
    assert is_name(view("sur Mars"), 4)
    assert not is_name(view("en mars"), 3)
    assert not is_name(view("EN MARS"), 3)


def test_left_of_stays_on_its_line():
    assert left_of(view("prévu.\n12"), 7) == ""
    assert left_of(view("prévu le 12"), 9) == "prévu le "


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("la réunion prévue le 12", "past", "future"),
        ("la réunion d'ici au 12", "past", "future"),
        ("né le 12", "present", "past"),
        ("en grève depuis le 12", "present", "past"),
        ("ouvert jusqu'au 12", "present", "future"),
        ("ouvert jusqu'au 12", "past", ""),
        ("signé avec lui le 12", "past", "past"),
        ("le 12", "", ""),
    ],
)
def test_words_before_a_date_decide_before_the_verb(text, told, expected):
    assert tense_at(view(text, told), text.index("12")) == expected


def named(value, span="x", start=0, kind="DATE"):
    return Time(start, start + 1, span, kind, value, "", "", "")


@pytest.mark.parametrize(
    ("found", "unit", "number", "value"),
    [
        ([named("2024-01-03")], "D", 1, "2024-01-04"),
        ([named("2023-12-31TEV", kind="TIME")], "D", 1, "2024-01-01"),
        ([named("2019")], "Y", 1, "2020"),
        ([named("2019-03-02")], "Y", 1, "2020"),
        ([named("2019")], "D", 1, ""),
        ([named("2024-01-03"), named("P3Y", kind="DURATION")], "D", -1, "2024-01-02"),
        ([named("2024-01-03"), named("2024-01-02", "La veille")], "D", 1, "2024-01-04"),
        ([], "D", 1, ""),
    ],
)
def test_anchored_at(found, unit, number, value):
    assert anchored_at(view("", found=found), 10, unit, number) == value


def test_an_anchor_too_far_back_is_none():
    assert anchored_at(view("", found=[named("2024-01-03")]), 10**4, "D", 1) == ""


def test_moved_beyond_the_calendar():
    assert moved(date(2024, 2, 27), 1, "M") == "2024-03"
    assert moved(date(2024, 2, 27), 10**5, "C") == ""
