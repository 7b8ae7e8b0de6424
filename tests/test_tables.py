"""Every row of every table holds: its span, its sentence, its columns."""

import pytest

from helpers import corpus, pipeline, tables

LAYERS = {
    "sentences": (tables.sentences, tables.SENTENCES, "text"),
    "tokens": (tables.tokens, tables.TOKENS, "text"),
    "actors": (tables.actors, tables.ACTORS, "span"),
    "quantities": (tables.quantities, tables.QUANTITIES, "span"),
    "times": (tables.times, tables.TIMES, "span"),
    "quotes": (tables.quotes, tables.QUOTES, "text"),
    "codes": (tables.codes, tables.CODES, "span"),
}


@pytest.mark.parametrize("layer", LAYERS)
def test_offsets_hold_in_every_row(layer, articles, docs):
    build, columns, span = LAYERS[layer]
    table = build(docs)
    assert list(table.columns) == list(columns)
    assert len(table) > 0
    for row in table.to_dict("records"):
        text = articles.loc[row["article"], "text"]
        assert text[row["start"] : row["end"]] == row[span], row


@pytest.mark.parametrize("layer", LAYERS)
def test_a_finding_starts_in_the_sentence_that_it_names(layer, docs):
    sentences = tables.sentences(docs).set_index(["article", "sentence"])
    for row in LAYERS[layer][0](docs).to_dict("records"):
        home = sentences.loc[(row["article"], row["sentence"])]
        assert home["start"] <= row["start"] < home["end"], row


@pytest.mark.parametrize("layer", LAYERS)
def test_columns_are_there_when_nothing_is_found(layer):
    build, columns, _ = LAYERS[layer]
    assert list(build([]).columns) == list(columns)
    plain = corpus.from_records([{"article": "x", "text": "Rien.", "earliest": "", "latest": ""}])
    found = build(pipeline.annotate(plain, cache=None))
    assert list(found.columns) == list(columns)
    assert build([]).dtypes.to_dict() == found.dtypes.to_dict()
