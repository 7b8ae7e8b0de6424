"""What is marked and how much is shown."""

import pytest

from helpers import tables
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
    ("wanted", "indices"),
    [
        ([], range(10)),  # evidence as a whole: its first words
        ([(6 * 40, 6 * 42)], range(37, 45)),  # a passage and three words on either side
        ([(6 * 5, 6 * 6), (6 * 50, 6 * 52)], [*range(2, 9), *range(47, 55)]),
        ([(0, len(WORDS))], range(9)),  # of a long passage the first words, and those behind
        ([(6 * 58, 10_000)], range(55, 60)),
        ([(6 * i, 6 * i + 1) for i in range(0, 60, 2)], range(0, 30, 2)),  # more than there is room for
    ],
)
def test_the_words_around_the_evidence_are_shown(wanted, indices):
    parts = layers.shown(WORDS, wanted)
    words = [word for start, end in parts for word in WORDS[start:end].split()]
    assert words == [f"mot{i:02d}" for i in indices]
    assert len(words) <= layers.MOST


@pytest.mark.parametrize("many", range(61))
def test_at_most_half_of_a_sentence_is_shown(many):
    text = WORDS[: 6 * many].strip()
    shown = sum(len(text[start:end].split()) for start, end in layers.shown(text, [(0, len(text))]))
    assert shown <= min(layers.MOST, max(layers.FEWEST, many // 2))
    assert bool(shown) == bool(many)


@pytest.mark.parametrize(("text", "parts"), [("", []), ("  un deux ", [(2, 9)]), ("un", [(0, 2)])])
def test_a_very_short_sentence_is_shown_whole(text, parts):
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
