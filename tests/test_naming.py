"""How companies are named, and who does what to whom, in invented sentences."""

import pandas as pd
import pytest

from helpers import codebook, naming

ACTORS = ("Mistral AI", "Microsoft")


@pytest.fixture(scope="module")
def groups():
    return codebook.naming()


NAMED = [
    (
        "Mistral AI, la pépite française, grandit.",
        [("la pépite française", "treasure", "Mistral AI", "apposition")],
    ),
    ("Le géant américain Microsoft arrive.", [("Le géant américain", "giant", "Microsoft", "apposition")]),
    ("La start-up Mistral AI recrute.", [("La start-up", "young", "Mistral AI", "apposition")]),
    ("Mistral AI est une licorne.", [("une licorne", "unicorn", "Mistral AI", "predicate")]),
    ("Hier, la jeune pousse a signé un accord.", [("la jeune pousse", "young", "Mistral AI", "description")]),
    ("L'accord avec le géant a surpris.", [("le géant", "giant", "Microsoft", "description")]),
    ("Les géants américains arrivent.", []),  # a plural names no single company
    ("Une start-up a fermé.", []),  # no definite article
    ("Google, la pépite de la recherche, grandit.", [("la pépite", "treasure", "Mistral AI", "description")]),
    ("Les ingénieurs français travaillent.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_names(text, expected, nlp, groups):
    got = naming.names([nlp(text)], ACTORS, groups)
    assert list(got.columns) == list(naming.NAMES)
    assert [(r.span, r.group, r.actor, r.relation) for r in got.itertuples()] == expected
    assert all(text[r.start : r.end] == r.span for r in got.itertuples())


DONE = [
    ("Microsoft achète la société.", [("Microsoft", "does", "active", "acheter", "la société")]),
    ("La société achète Microsoft.", [("Microsoft", "is done to", "active", "acheter", "La société")]),
    ("Microsoft est soutenu par l'État.", [("Microsoft", "is done to", "passive", "soutenir", "l'État")]),
    ("La société est rachetée par Microsoft.", [("Microsoft", "does", "passive", "racheter", "La société")]),
    ("La société part.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), DONE)
def test_deeds(text, expected, nlp):
    got = naming.deeds([nlp(text)], ACTORS)
    assert list(got.columns) == list(naming.DEEDS)
    assert [(r.actor, r.role, r.voice, r.verb, r.other) for r in got.itertuples()] == expected


def test_a_description_does_deeds_too(nlp, groups):
    docs = [nlp("Hier, la startup signe un accord.")]
    assert naming.deeds(docs, ACTORS).empty
    assert naming.deeds(docs, ACTORS, naming.names(docs, ACTORS, groups))["actor"].tolist() == ["Mistral AI"]


def test_a_pipeline_without_syntax_gives_descriptions_at_most(groups):
    import spacy

    doc = spacy.blank("fr")("Mistral AI, la pépite française, grandit.")
    assert naming.names([doc], ACTORS, groups).empty
    assert naming.deeds([doc], ACTORS).empty


def test_groups_are_ranked_and_lead_back():
    rows = [("x", 1, 0, 4, "a", "startup", "young", "A", "description")] * 3
    rows += [("x", 2, 9, 12, "b", "pépite", "treasure", "A", "apposition")]
    table = pd.DataFrame(rows, columns=list(naming.NAMES)).assign(connotes=["small"] * 3 + ["dear"])
    got = naming.grouped(table, ["A", "B"])
    assert got[["connotes", "n", "share"]].to_numpy().tolist() == [["small", 3, 75.0], ["dear", 1, 25.0]]
    assert got["evidence"].tolist()[1] == "x:9–12"
    assert naming.heading(got) == "A is most often small"
    assert naming.heading(naming.grouped(table.iloc[:0], ["A"])) == ""


def test_verbs_are_listed_by_frequency():
    rows = [("x", 1, 0, 4, "v", "A", "does", "active", verb, "") for verb in ("signer", "aller", "signer")]
    got = naming.verbs(pd.DataFrame(rows, columns=list(naming.DEEDS)), most=1)
    assert got["n"].tolist() == [3]
    assert got["text"].iloc[0].startswith("signer 2, … 1 more (3 active, 0 passive; 100 %")
    assert naming.verbs(pd.DataFrame(columns=list(naming.DEEDS))).empty


def test_the_corpus_names_stay_in_their_text(docs, groups):
    text = {doc._.article: doc.text for doc in docs}
    for row in naming.names(docs, ACTORS, groups).itertuples():
        assert text[row.article][row.start : row.end] == row.span
    for row in naming.deeds(docs, ACTORS).itertuples():
        assert text[row.article][row.start : row.end] == row.span
