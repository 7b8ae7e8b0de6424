"""Dates of reports and of events."""

import pytest
import story
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from helpers import dating, linking

PUBLISHED = {"a": ("2022-03-10", "2022-03-10"), "b": ("2022-03-14", "2022-03-20")}


def read(texts, events, published=PUBLISHED):
    found, table = story.layers(texts, published), story.articles(texts, published)
    reports = dating.dated(linking.reports(found, events), found, table, events)
    return reports, dating.combined(reports, table, events).set_index("event")


SIGNED = {"accord": story.event(links=[{"form": "signé|signe|signera|signer"}])}


@pytest.mark.parametrize(
    ("earliest", "latest", "value"),
    [
        ("2022-02-28", "2022-02-28", "2022-02-28"),
        ("2022-02-01", "2022-02-28", "2022-02"),
        ("2020-02-01", "2020-02-28", "2020-02-01/2020-02-28"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2022-03-01", "2022-05-31", "2022-21"),
        ("2022-12-01", "2023-02-28", "2022-24"),
        ("2022-01-01", "2022-03-31", "2022-01-01/2022-03-31"),
        ("2021-01-01", "2022-12-31", "2021-01-01/2022-12-31"),
        ("", "2022-05-01", "../2022-05-01"),
        ("2022-05-01", "", "2022-05-01/.."),
        ("", "", ""),
    ],
)
def test_edtf(earliest, latest, value):
    assert dating.edtf(earliest, latest) == value
    if value:
        parsed = parse_edtf(value)
        if earliest:
            assert tuple(parsed.lower_strict()[:3]) == tuple(map(int, earliest.split("-")))


@given(st.dates(), st.dates())
def test_edtf_says_exactly_the_interval(one, other):
    first, last = sorted((one, other))
    value = dating.edtf(first.isoformat(), last.isoformat())
    parsed = parse_edtf(value)
    if first.year > 1 and last.year < 9999:
        assert tuple(parsed.lower_strict()[:3]) == (first.year, first.month, first.day)
        assert tuple(parsed.upper_strict()[:3]) == (last.year, last.month, last.day)


@pytest.mark.parametrize(
    ("value", "name"),
    [("2022-03-10", "day"), ("2022-03-10TEV", "day"), ("2022-W10", "week"), ("2022-03", "month"), ("2022-SP", "season"),
     ("2022-Q1", "season"), ("2022", "year"), ("PAST_REF", "vague"), ("P1Y", "vague"), ("2022-03-XX", "vague"), ("", "vague")],
)  # fmt: skip
def test_precision(value, name):
    assert dating.precision(value) == name


@pytest.mark.parametrize(
    ("value", "mod", "words", "bounds"),
    [
        ("P10D", "", "", (9.5, 10.5)),
        ("P2W", "LESS_THAN", "", (0.0, 14.0)),
        ("P2W", "MORE_THAN", "", (14.0, float("inf"))),
        ("P12D", "APPROX", "près de douze jours", (10.0, 11.0)),
        ("PXD", "", "", (1.0, 14.0)),
        ("PT3H", "", "", None),
        ("2022", "", "", None),
    ],
)
def test_the_length_of_a_duration(value, mod, words, bounds):
    assert dating.span_of(value, mod, words) == bounds


@pytest.mark.parametrize(
    ("sentence", "how", "earliest", "latest", "status"),
    [
        ("Zéphyr a signé le 2 mars.", "stated", "2022-03-02", "2022-03-02", "realised"),
        ("Zéphyr a signé le mois dernier.", "stated", "2022-02-01", "2022-02-28", "realised"),
        ("Zéphyr a signé.", "undated", "", "2022-03-10", "realised"),
        ("Zéphyr signera en mai.", "stated", "2022-05-01", "2022-05-31", "announced"),
        ("Zéphyr signera.", "undated", "2022-03-10", "", "announced"),
        ("Zéphyr va signer.", "undated", "2022-03-10", "", "announced"),
        ("Zéphyr pourrait signer.", "undated", "2022-03-10", "", "conditional"),
        ("Zéphyr a signé pour trois ans.", "undated", "", "2022-03-10", "realised"),
    ],
)
def test_a_report_is_dated(sentence, how, earliest, latest, status):
    reports, _ = read({"a": [sentence]}, SIGNED)
    row = reports.iloc[0]
    assert (row["how"], row["earliest"], row["latest"], row["status"]) == (how, earliest, latest, status)
    assert row["reason"]
    assert sentence[row["start"] : row["end"]] == row["span"]


def test_a_date_goes_to_the_nearest_predicate():
    events = {
        "accord": story.event(links=[{"form": "signé"}]),
        "critique": story.event(links=[{"form": "critiqué"}]),
    }
    reports, _ = read({"a": ["Le ministre a critiqué le texte signé le 2 mars."]}, events)
    assert reports.set_index("event")["how"].to_dict() == {"accord": "stated", "critique": "undated"}


def test_two_events_of_one_predicate_share_its_date():
    events = {
        "un": story.event(links=[{"form": "signé"}]),
        "deux": story.event(links=[{"form": "signé", "near": ["bail"]}]),
    }
    reports, _ = read({"a": ["Zéphyr a signé le 2 mars un accord et un bail."]}, events)
    assert reports["earliest"].tolist() == ["2022-03-02", "2022-03-02"]


@pytest.mark.parametrize(
    ("second", "how"),
    [
        ("Dans le même temps, Zéphyr a signé.", "same time"),
        ("Zéphyr a signé, dans le même temps.", "undated"),
    ],
)
def test_at_the_same_time(second, how):
    reports, _ = read({"a": ["La page change le 2 mars.", second]}, SIGNED)
    assert reports["how"].tolist() == [how]


def test_a_duration_dates_the_event_that_is_told():
    events = SIGNED | {
        "creation": story.event("founding", anchors=["sa création"], links=[{"form": "créée"}])
    }
    told = ["Zéphyr, créée le 2 mars 2020, grandit.", "Moins de dix jours après sa création, elle a signé."]
    _, events_found = read({"a": told}, events)
    assert events_found.loc["accord", "edtf"] == "2020-03-02/2020-03-12"


def test_a_duration_dates_the_event_that_is_named_when_only_the_other_is_known():
    events = SIGNED | {"vote": story.event("law", anchors=["le vote de la loi"])}
    reports, found = read(
        {"a": ["Zéphyr a signé le 2 mars.", "Il a signé quelques jours après le vote de la loi."]}, events
    )
    row = reports[reports["event"] == "vote"].iloc[0]
    assert row["span"] == "quelques jours après le vote de la loi"
    assert found.loc["vote", "edtf"] == "2022-02-16/2022-03-01"


def test_reports_of_two_articles_are_intersected():
    texts = {"a": ["Zéphyr a signé en février 2022."], "b": ["Zéphyr a signé le 12 février 2022."]}
    _, found = read(texts, SIGNED)
    assert (
        found.loc["accord", "edtf"],
        found.loc["accord", "articles"],
        found.loc["accord", "conflict"],
    ) == ("2022-02-12", 2, "")


def test_dates_that_exclude_each_other_stay_a_conflict():
    texts = {"a": ["Zéphyr a signé le 2 mars 2022."], "b": ["Zéphyr a signé le 12 février 2022."]}
    _, found = read(texts, SIGNED)
    assert "exclude each other" in found.loc["accord", "conflict"]
    assert found.loc["accord", "edtf"] == "2022-02-12/2022-03-02"


def test_order_narrows_and_an_impossible_order_is_told():
    events = SIGNED | {"critique": story.event("reaction", after=["accord"], links=[{"form": "critiqué"}])}
    _, found = read({"a": ["Zéphyr a signé le 2 mars 2022.", "Un élu a critiqué."]}, events)
    assert found.loc["critique", "edtf"] == "2022-03-02/2022-03-10"
    _, found = read({"a": ["Zéphyr a signé le 2 mars 2022.", "Un élu a critiqué le 1er mars 2022."]}, events)
    assert "order is impossible" in found.loc["critique", "conflict"]
    assert found.loc["critique", "edtf"] == "2022-03-01"


def test_rivals_are_compared():
    events = SIGNED | {"paraphe": story.event(links=[{"form": "paraphé"}], rivals=["accord"])}
    _, found = read({"a": ["Zéphyr a signé le 2 mars 2022.", "Le texte fut paraphé le 9 mars 2022."]}, events)
    assert "at least 7 days apart" in found.loc["paraphe", "conflict"]


def test_a_state_is_dated_by_publication_and_bounds_nothing_from_above():
    events = {"chantier": story.event("law", state=True, links=[{"form": "en cours"}])}
    _, found = read({"b": ["La loi est en cours de rédaction."]}, events)
    assert found.loc["chantier", "edtf"] == "2022-03-14/2022-03-20"


@given(st.text(max_size=200), st.sampled_from(["", "2022-03-10"]))
def test_any_text_gives_reports_inside_it(text, day):
    texts, events = {"a": [text + " signé le 2 mars, dans le même temps signé"]}, SIGNED
    reports, _ = read(texts, events, {"a": (day, day)})
    for row in reports.itertuples():
        assert texts["a"][0][row.start : row.end] == row.span
        assert not (row.earliest and row.latest) or row.earliest <= row.latest
    again, _ = read(texts, events, {"a": (day, day)})
    assert reports.equals(again)


@pytest.mark.parametrize(
    ("got", "wanted", "verdict"),
    [
        (("2022-01-01", "2022-01-31"), ("2022-01-01", "2022-01-31"), "same"),
        (("2022-01-05", "2022-01-06"), ("2022-01-01", ""), "narrower"),
        (("2022-01-01", ""), ("2022-01-05", "2022-01-06"), "wider"),
        (("2022-01-01", "2022-01-05"), ("2022-01-03", "2022-01-09"), "overlapping"),
        (("2022-01-01", "2022-01-02"), ("2022-01-03", "2022-01-09"), "apart"),
        (("", ""), ("2022-01-03", "2022-01-09"), "undated"),
    ],
)
def test_verdicts(got, wanted, verdict):
    assert dating.verdict(got, wanted) == verdict
