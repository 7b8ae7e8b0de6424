"""Names become canonical actors; descriptions and longer names do not fool them."""

import itertools

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from helpers import codebook, tables
from helpers.components.actors import Finder

FINDER = Finder(codebook.actors())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Open AI et OpenAI", ["OpenAI", "OpenAI"]),
        ("Thimothé Lacroix, ou Timothée Lacroix", ["Timothée Lacroix", "Timothée Lacroix"]),
        ("MistralAI lance Mistral Large et Mistral 7B", ["Mistral AI", "Mistral Large", "Mistral 7B"]),
        ("la start-up parisienne, la jeune pousse", []),
        ("le mistral souffle, un mensch", []),
        ("L’IA d’OpenAI (ex-Google)", ["OpenAI", "Google"]),
        ("MICROSOFT et Mistral\u00a0AI", ["Microsoft", "Mistral AI"]),
        ("a confié au Point, à ce Point", ["Le Point"]),
        ("Microsoftien, google.com, contact@google", []),
        ("", []),
    ],
)
def test_find(text, wanted):
    assert [mention.actor for mention in FINDER.find(text)] == wanted


@given(
    st.text()
    | st.lists(st.sampled_from(["Mistral", " ", "AI", "Large", "’", "OpenAI", "au Point", "\n"])).map("".join)
)
def test_spans_hold_on_any_text(text):
    found = FINDER.find(text)
    assert all(text[m.start : m.end] == m.span for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert found == FINDER.find(text)


def test_no_actor_finds_nothing():
    assert Finder({}).find("Mistral AI") == []


def test_every_spelling_is_found_as_its_actor():
    for actor in codebook.actors().values():
        for variant in actor.variants:
            assert [m.actor for m in FINDER.find(variant)] == [actor.name], variant


def test_the_main_actors_are_in_every_article(docs):
    table = tables.actors(docs)
    assert table[table["actor"] == "Mistral AI"]["article"].nunique() == len(docs)
    assert set(table["kind"]) <= set(codebook.KINDS)
    assert set(table["side"]) <= set(codebook.SIDES)


def test_it_works_in_a_pipeline_without_a_model():
    nlp = spacy.blank("fr")
    nlp.add_pipe("actors")
    doc = nlp("Arthur Mensch dirige Mistral AI.")
    assert [span._.actor["actor"] for span in doc.spans["actors"]] == ["Arthur Mensch", "Mistral AI"]
    assert [span.label_ for span in doc.spans["actors"]] == ["person", "company"]
