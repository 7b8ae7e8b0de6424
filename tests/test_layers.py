"""What is marked and how much is shown."""

import pytest

from helpers import claims, tables
from helpers.web import layers


def test_every_layer_is_found_at_its_place(docs):
    texts = {doc._.article: doc.text for doc in docs}
    found = layers.found(docs)
    assert list(found.columns) == list(layers.COLUMNS)
    assert set(found["layer"]) == {layer.key for layer in layers.LAYERS}
    quantity = tables.quantities(docs).iloc[0]
    own = found[(found["layer"] == "quantities") & (found["article"] == quantity["article"])].iloc[0]
    assert texts[own["article"]][own["start"] : own["end"]] == quantity["span"]
    assert quantity["unit"] in own["note"]


def test_rejected_terms_are_no_findings(docs):
    codes = tables.codes(docs)
    assert (codes["include"] == "no").any()
    kept = codes[codes["include"] != "no"]
    assert (
        layers.found(docs)["layer"].isin(["frames", "sovereignty"]).sum()
        == kept["codebook"].isin(["frames", "sovereignty"]).sum()
    )


def test_no_documents_give_an_empty_table_with_its_columns():
    assert list(layers.found([]).columns) == list(layers.COLUMNS)


WORDS = " ".join(f"mot{i:02d}" for i in range(60))  # word i begins at 6 i


@pytest.mark.parametrize(
    ("wanted", "first", "inside"),
    [
        ([], 0, []),
        ([(6 * 40, 6 * 42)], None, [40, 41]),
        ([(6 * 5, 6 * 6), (6 * 50, 6 * 52)], None, [5, 50, 51]),
        ([(0, len(WORDS))], 0, [0, 24]),
        ([(6 * 58, 10_000)], None, [58, 59]),
    ],
)
def test_at_most_25_words_are_shown_with_the_evidence_among_them(wanted, first, inside):
    parts = layers.shown(WORDS, wanted)
    words = [word for start, end in parts for word in WORDS[start:end].split()]
    assert len(words) == claims.QUOTED
    assert all(f"mot{i:02d}" in words for i in inside)
    assert first is None or parts[0][0] == first
    assert parts == sorted(parts)


@pytest.mark.parametrize(("text", "parts"), [("", []), ("  un deux ", [(2, 9)]), ("un", [(0, 2)])])
def test_a_short_sentence_is_shown_whole(text, parts):
    assert layers.shown(text) == parts


def test_pieces_cut_where_layers_begin_and_end_and_lose_no_letter():
    spans = [(2, 8, "quotes"), (5, 12, "actors"), (5, 6, "actors"), (90, 99, "times")]
    pieces = layers.pieces(0, 10, spans)
    assert [piece[:2] for piece in pieces] == [(0, 2), (2, 5), (5, 6), (6, 8), (8, 10)]
    assert [piece[2] for piece in pieces] == [
        (),
        ("quotes",),
        ("quotes", "actors"),
        ("quotes", "actors"),
        ("actors",),
    ]
    assert [sorted(piece[3]) for piece in pieces] == [[], ["quotes"], ["actors"], [], []]
