"""The tables of the timeline, on small stories and on the articles."""

from datetime import date

import pandas as pd
import pytest
import story

from helpers import codebook, dating, evaluation, linking, timeline
from helpers.codebook import Outside

PUBLISHED = {"a": ("2022-03-10", "2022-03-10"), "b": ("2022-03-14", "2022-03-20")}
EVENTS = {
    "creation": story.event("founding", label="Founded", links=[{"form": "créée"}]),
    "accord": story.event(label="Signed", links=[{"form": "signé"}]),
    "critique": story.event("reaction", label="Criticised", after=["accord"], links=[{"form": "critiqué"}]),
    "suite": story.event(label="Sold", links=[{"form": "vendra"}]),
}
TEXTS = {
    "a": ["Zéphyr a signé le 8 mars.", "Elle fut créée en 2019.", "Un élu a critiqué.", "Elle vendra tout en mai.", "Les voisins dansent le 1er mars."],
    "b": ["Le 8 mars 2022, il y a deux semaines presque, Zéphyr a signé."],
}  # fmt: skip


def tell(texts=TEXTS, events=EVENTS, published=PUBLISHED):
    found, table = story.layers(texts, published), story.articles(texts, published)
    reports = dating.dated(linking.reports(found, events), found, table, events)
    reports["label"] = reports["event"].map({key: event.label for key, event in events.items()})
    told = dating.combined(reports, table, events)
    return timeline.Story(reports, told, timeline.unassigned(reports, found)), table


def test_events_stand_in_order_of_time():
    told, _ = tell()
    assert told.events["event"].tolist() == ["creation", "accord", "critique", "suite"]
    assert told.events["edtf"].tolist() == ["2019", "2022-03-08", "2022-03-08/2022-03-10", "2022-05"]
    assert told.events["status"].tolist() == ["realised", "realised", "realised", "announced"]


def test_what_no_event_took_is_listed():
    told, _ = tell()
    assert ("a", "le 1er mars", "no event of the codebook is told here") in set(
        told.unassigned[["article", "span", "why"]].itertuples(index=False, name=None)
    )
    used = set(zip(told.reports["article"], told.reports["time_start"], strict=True))
    assert not used & set(zip(told.unassigned["article"], told.unassigned["start"], strict=True))


def test_bars_lead_to_their_sentences():
    told, table = tell()
    bars = timeline.intervals(told, table["label"].to_dict())
    assert bars["label"].tolist() == ["Founded", "Signed", "Signed", "Criticised", "Sold (announced)"]
    assert bars["witness"].tolist() == ["a", "a", "b", "together", "a"]
    for row in bars.itertuples():
        for place in row.evidence.split():
            article, _, span = place.partition(":")
            start, end = map(int, span.split("-"))
            assert EVENTS[row.event].links[0].form in table.loc[article, "text"][start:end]


def test_the_matrix_tells_who_is_silent():
    told, table = tell()
    cells = timeline.matrix(told, table).set_index(["event", "article"])
    assert cells["told"].to_dict() == {
        ("creation", "a"): "dated", ("creation", "b"): "silent", ("accord", "a"): "dated", ("accord", "b"): "dated",
        ("critique", "a"): "told", ("critique", "b"): "silent", ("suite", "a"): "dated", ("suite", "b"): "silent",
    }  # fmt: skip
    assert cells.loc[("accord", "a"), "shown"] == "8 Mar 2022"
    assert pd.isna(cells.loc[("critique", "b"), "shown"])


def test_each_event_counts_once_an_article_in_the_precisions():
    told, table = tell()
    counts = timeline.precisions(told.reports, table).set_index(["article", "precision"])["reports"]
    assert counts["a"].sum() == 4
    assert counts["a"][["day", "month", "year", "none"]].tolist() == [1, 1, 1, 1]


def test_steps_back_are_counted():
    told, table = tell()
    order = timeline.order(told, table)
    assert order[order["article"] == "a"]["event"].tolist() == ["accord", "creation", "critique", "suite"]
    assert order["position"].between(0, 100).all()
    steps = timeline.steps(order).set_index("article")
    assert steps.loc["a", ["events", "back", "same", "on"]].tolist() == [4, 1, 0, 2]
    assert pd.isna(steps.loc["b", "share_back"])
    assert timeline.openings(order).set_index("article")["later"].to_dict() == {"a": True, "b": False}


def test_the_busiest_week_and_its_days():
    told, table = tell()
    week = timeline.busiest_week(told.events)
    assert week == (date(2022, 3, 7), date(2022, 3, 13))
    days = timeline.by_day(told.events, week).set_index("day")
    assert days.loc["2022-03-08", ["sure", "possible"]].tolist() == [["Signed"], ["Criticised"]]
    assert days.loc["2022-03-12", ["sure", "possible"]].tolist() == [[], []]
    assert timeline.within(told, week, table["label"].to_dict())["shown"].tolist() == ["A, B", "A"]


def test_without_events_there_are_columns_and_no_week():
    told, table = tell({"a": ["Rien ne se passe."]})
    assert timeline.busiest_week(told.events) is None
    assert timeline.axis(told) is None
    assert timeline.within(told, None, {}).empty
    for frame in (
        timeline.intervals(told, {}),
        timeline.matrix(told, table),
        timeline.steps(timeline.order(told, table)),
    ):
        assert frame.empty
        assert len(frame.columns)


def test_the_axis_holds_what_has_happened():
    told, _ = tell()
    assert timeline.axis(told, 10) == (date(2018, 12, 22), date(2022, 3, 20))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2022-03-08", "2022-03-08"), "8 Mar 2022"),
        (("2022-03-08", "2022-04-01"), "8 Mar – 1 Apr 2022"),
        (("2021-12-30", "2022-01-02"), "30 Dec 2021 – 2 Jan 2022"),
        (("", "2022-01-02"), "until 2 Jan 2022"),
        (("2022-01-01", "2022-12-31"), "2022"),
        (("2022-12-01", "2023-02-28"), "winter 2022"),
        (("", ""), "no date"),
    ],
)
def test_an_interval_in_words(days, said):
    assert timeline.in_words(*days) == said


def test_lengths_of_intervals():
    told, _ = tell()
    assert timeline.days(told.events).tolist() == [365, 1, 3, 31]
    assert timeline.days_of(pd.Series(["2022-03", "2022-03-08/2022-03-10", "../2022", ""])).fillna(
        -1
    ).tolist() == [31, 3, -1, -1]


def test_words_that_date():
    told, table = tell()
    worded = timeline.worded(told.reports, table["label"].to_dict())
    assert ("A", "le 8 mars", "8 Mar 2022") in set(
        worded[["article", "time", "interval"]].itertuples(index=False, name=None)
    )


def test_against_a_reference():
    told, _ = tell(events={**EVENTS, "accord": EVENTS["accord"].model_copy(update={"reference": ("R1",)})})
    events = {**EVENTS, "accord": EVENTS["accord"].model_copy(update={"reference": ("R1",)})}
    row = {
        "event": "R1",
        "label": "x",
        "article": "a",
        "span": "",
        "value": "2022-03",
        "earliest": "",
        "latest": "",
    }
    reference = pd.DataFrame([
        row | {"start": 0, "end": 15},
        row | {"start": 900, "end": 910},
        row | {"event": "R9", "start": 0, "end": 5},
        row | {"article": "gone", "start": 0, "end": 5},
    ])  # fmt: skip
    found = timeline.against_reference(told, reference, events, ["a", "b"])
    assert found["place"].tolist()[:3] == ["overlaps", "elsewhere", "not an event here"]
    assert found["dated"].tolist()[:2] == ["narrower", "narrower"]
    assert set(found["article"]) == {"a"}
    assert (found["place"] == "extra").sum() == 3


def test_the_articles_tell_what_the_reference_tells(articles, docs):
    book = codebook.events()
    told = timeline.read(articles, docs, book)
    found = timeline.against_reference(told, evaluation.reference("events"), book, list(articles.index))
    listed = found[~found["place"].isin(["extra", "not an event here"])]
    assert (listed["place"] != "missed").all()
    assert (listed["place"] == "overlaps").mean() >= 0.95
    assert listed["dated"].isin(["same", "narrower"]).mean() >= 0.95
    assert not (listed["dated"] == "apart").any()
    for row in told.reports.itertuples():
        assert articles.loc[row.article, "text"][row.start : row.end] == row.span


def test_bound_reads_the_corpus_where_nothing_is_given(articles):
    evidence = timeline.bound(articles.index[0])
    assert set(evidence["article"]) == {articles.index[0]}
    with pytest.raises(KeyError):
        timeline.bound("no such article")


def test_held_against_facts_from_outside():
    told, _ = tell()
    facts = {
        name: Outside(label="x", kind="release", day=day, events=(event,), source="s")
        for name, event, day in (
            ("in", "accord", "2022-03-08"),
            ("out", "creation", "2018-12-31"),
            ("none", "rien", "2022-01-01"),
        )
    }
    held = timeline.against_outside(told.events, facts)
    assert held.set_index("label")["inside"].to_dict() == {"Founded": False, "Signed": True}
