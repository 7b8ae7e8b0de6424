"""Sentences and parts, against the reference and on invented lines."""

import itertools

import pandas as pd
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from helpers import paths, tables
from helpers.components import sentences


def test_sentences_and_parts_are_those_of_the_reference(docs):
    reference = pd.read_csv(paths.REFERENCE / "frames.csv")
    columns = ["article", "sentence", "part", "start", "end"]
    order = {article: i for i, article in enumerate(doc._.article for doc in docs)}
    wanted = reference[columns].sort_values(
        ["article", "sentence"], key=lambda c: c.map(order) if c.name == "article" else c
    )
    found = tables.sentences(docs)[columns]
    pd.testing.assert_frame_equal(found, wanted.reset_index(drop=True), check_dtype=False)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Un. Deux ! Trois ?", ["Un.", "Deux !", "Trois ?"]),
        ("M. Durand et Mme. Petit sont là. Fin.", ["M. Durand et Mme. Petit sont là.", "Fin."]),
        ("A. Durand parle. Le plan B. Le voici.", ["A. Durand parle.", "Le plan B.", "Le voici."]),
        ("« Quoi ? » dit-il. Rien.", ["« Quoi ? » dit-il.", "Rien."]),
        ("« C'est fini. » Il part.", ["« C'est fini. »", "Il part."]),
        ("« Un. Deux », dit-elle.", ["« Un.", "Deux », dit-elle."]),
        ("Il a dit (...) Nous verrons.", ["Il a dit (...) Nous verrons."]),
        ("Une hausse de 3.5 points. L'art. 5 reste.", ["Une hausse de 3.5 points.", "L'art. 5 reste."]),
        ("Une licorne...qui tombe. Voilà…", ["Une licorne...qui tombe.", "Voilà…"]),
        ("Fin de phrase. la suite sans capitale.", ["Fin de phrase.", "la suite sans capitale."]),
        ("Le prix, 5 p. 100 env. par an.", ["Le prix, 5 p. 100 env. par an."]),
        ("", []),
        ("   ", []),
    ],
)
def test_split(line, wanted):
    assert [line[start:end] for start, end in sentences.split(line)] == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Un titre", "Un chapeau.", "Un corps."], ["headline", "standfirst", "body"]),
        (["Un titre", "Un corps."], ["headline", "body"]),
        (["Un corps.", "Un intertitre", "Un corps."], ["body", "subhead", "body"]),
        (["• Un", "• Deux."], ["list_item", "list_item"]),
        (
            ["Corps.", "Titre", "Nom Prix", "A 3", "B 4", "Suite", "Corps."],
            ["body", "subhead", *["table_row"] * 3, "subhead", "body"],
        ),
        (["Corps.", "Nom\tPrix"], ["body", "table_row"]),
        (["Corps :", "Et maintenant ?", "Corps."], ["body", "subhead", "body"]),
        ([], []),
    ],
)
def test_parts(lines, wanted):
    assert sentences.parts(lines) == wanted


@given(st.text(alphabet=st.sampled_from("aÉ .!?…»«\"'()\n•-M3"), max_size=200))
def test_sentences_lie_in_the_text_in_order_and_lose_nothing(text):
    found = sentences.segment(text)
    assert all(s.start < e.start and s.end <= e.start for s, e in itertools.pairwise(found))
    assert "".join("".join(text[s.start : s.end] for s in found).split()) == "".join(text.split())
    assert all(s.part in sentences.PARTS for s in found)


def test_it_works_in_a_pipeline_without_a_model():
    nlp = spacy.blank("fr")
    nlp.add_pipe("sentences")
    doc = nlp("Un titre\n\nUn chapeau. La suite.\n\nFin.")
    assert [span.label_ for span in doc.spans["sentences"]] == [
        "headline",
        "standfirst",
        "standfirst",
        "body",
    ]
    assert [sent.text.strip() for sent in doc.sents] == ["Un titre", "Un chapeau.", "La suite.", "Fin."]


def test_the_parser_keeps_the_borders(docs):
    for doc in docs:
        assert [sent.start_char for sent in doc.sents if sent.text.strip()] == [
            s.start_char for s in doc.spans["sentences"]
        ]
