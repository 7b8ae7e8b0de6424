"""Annotation is the same with and without the cache, and the cache is never trusted blindly."""

import multiprocessing
from pathlib import Path

import pandas as pd
import pytest
import spacy

from helpers import corpus, pipeline, tables

RECORD = {
    "article": "x",
    "text": "OpenAI vaut 80 milliards de dollars.",
    "earliest": "2024-02-27",
    "latest": "2024-02-27",
}
LAYERS = [tables.sentences, tables.tokens, tables.actors, tables.quantities, tables.times, tables.quotes]


def same(one, other):
    for layer in LAYERS:
        pd.testing.assert_frame_equal(layer(one), layer(other))


def test_a_recalled_article_is_the_annotated_one(articles, tmp_path):
    bare = pipeline.annotate(articles, cache=None)
    first = pipeline.annotate(articles, cache=tmp_path)
    again = pipeline.annotate(articles, cache=tmp_path)
    same(bare, first)
    same(first, again)
    for one, other in zip(bare, again, strict=True):
        assert [t.head.i for t in one] == [t.head.i for t in other]
        assert [str(t.morph) for t in one] == [str(t.morph) for t in other]
        assert [s.start for s in one.sents] == [s.start for s in other.sents]


def test_order_is_that_of_the_table(articles, docs):
    assert [doc._.article for doc in docs] == list(articles.index)
    assert [doc.text for doc in docs] == list(articles["text"])


def test_products_of_matrices_by_numpy_change_no_word(articles, nlp):
    default = spacy.load(pipeline.MODEL, exclude=["ner"])
    default.add_pipe("sentences", before="parser")
    assert [m.ops.use_blis for m in nlp.get_pipe("tok2vec").model.walk()].count(True) == 0
    assert [m.ops.use_blis for m in default.get_pipe("tok2vec").model.walk()].count(False) == 0
    names = ("pos_", "tag_", "morph", "lemma_", "dep_", "head")
    for text in articles["text"]:
        one, other = default(text), nlp(text)
        for name in names:
            assert [str(getattr(t, name)) for t in one] == [str(getattr(t, name)) for t in other], name


def entries(folder):
    return sorted(Path(folder).glob("*.docbin"))


@pytest.mark.parametrize("damage", [b"", b"garbage" * 50, None])
def test_a_damaged_cache_file_is_rebuilt(tmp_path, damage):
    articles = corpus.from_records([RECORD])
    first = pipeline.annotate(articles, cache=tmp_path)
    (file,) = entries(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    same(first, pipeline.annotate(articles, cache=tmp_path))
    assert len(file.read_bytes()) > len(whole) // 2


def test_a_foreign_cache_file_is_rebuilt(tmp_path):
    one = corpus.from_records([RECORD])
    other = corpus.from_records([RECORD | {"text": "Microsoft vaut 3 000 milliards de dollars."}])
    first = pipeline.annotate(one, cache=tmp_path)
    (file,) = entries(tmp_path)
    pipeline.annotate(other, cache=tmp_path)
    (foreign,) = set(entries(tmp_path)) - {file}
    file.write_bytes(foreign.read_bytes())
    same(first, pipeline.annotate(one, cache=tmp_path))


@pytest.mark.parametrize("change", [{"text": "Autre chose."}, {"latest": "2024-02-28"}, {"article": "y"}])
def test_a_change_of_content_is_a_new_entry(tmp_path, change):
    pipeline.annotate(corpus.from_records([RECORD]), cache=tmp_path)
    pipeline.annotate(corpus.from_records([RECORD | change]), cache=tmp_path)
    assert len(entries(tmp_path)) == 2


def test_a_change_of_a_codebook_is_a_new_entry(tmp_path, copy):
    articles = corpus.from_records([RECORD])
    pipeline.annotate(articles, cache=tmp_path, codebooks=copy / "codebooks")
    book = copy / "codebooks" / "actors.toml"
    book.write_text(
        book.read_text(encoding="utf-8").replace('name = "OpenAI"', 'name = "Open AI"'), encoding="utf-8"
    )
    (doc,) = pipeline.annotate(articles, cache=tmp_path, codebooks=copy / "codebooks")
    assert tables.actors([doc])["actor"].tolist() == ["Open AI"]
    assert len(entries(tmp_path)) == 2


def _annotate(folder):
    return tables.actors(pipeline.annotate(corpus.from_records([RECORD]), cache=folder))["actor"].tolist()


def test_the_model_reads_a_text_once(tmp_path, monkeypatch):
    """Neither another window nor another codebook changes what the model says of a text."""
    loaded = []
    monkeypatch.setattr(pipeline, "_parser", lambda made_by: loaded.append(made_by) or pipeline._model())
    first = pipeline.annotate(corpus.from_records([RECORD]), cache=tmp_path)
    for change in ({"latest": "2024-03-05"}, {"earliest": "", "latest": ""}, {"article": "y"}):
        again = corpus.from_records([RECORD | change])
        pd.testing.assert_frame_equal(
            tables.tokens(pipeline.annotate(again, cache=tmp_path)).drop(columns="article"),
            tables.tokens(first).drop(columns="article"),
        )
        same(pipeline.annotate(again, cache=tmp_path), pipeline.annotate(again, cache=None))
    assert len(loaded) == 1
    pipeline.annotate(corpus.from_records([RECORD | {"text": "Autre chose."}]), cache=tmp_path)
    assert len(loaded) == 2


def test_what_is_prepared_is_not_loaded_again(tmp_path):
    articles = corpus.from_records([RECORD])
    pipeline.parse(articles, cache=tmp_path)
    pipeline.prepare()
    loaded = pipeline._finders.cache_info().misses
    same(pipeline.annotate(articles, cache=tmp_path), pipeline.annotate(articles, cache=None))
    assert pipeline._finders.cache_info().misses == loaded


def test_a_damaged_parse_is_read_again(tmp_path):
    articles = corpus.from_records([RECORD])
    first = pipeline.annotate(articles, cache=tmp_path)
    (parse,) = entries(tmp_path / "parses")
    whole = parse.read_bytes()
    for damage in (b"", whole[: len(whole) // 2]):
        parse.write_bytes(damage)
        entries(tmp_path)[0].unlink()
        same(first, pipeline.annotate(articles, cache=tmp_path))
        assert parse.read_bytes() == whole


def test_two_processes_may_run_at_once(tmp_path):
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_annotate, [tmp_path] * 2) == [["OpenAI"]] * 2
    assert len(entries(tmp_path)) == 1
    assert not list(tmp_path.glob(".tmp-*"))


def test_no_article_is_no_doc(tmp_path):
    assert pipeline.annotate(corpus.from_records([]), cache=tmp_path) == []


def test_components_work_in_any_pipeline_by_name():
    nlp = spacy.blank("fr")
    for name in ("sentences", *pipeline.COMPONENTS):
        nlp.add_pipe(name)
    doc = nlp(RECORD["text"])
    assert [span._.quantity["value"] for span in doc.spans["quantities"]] == [80e9]


def test_only_components_that_are_used_are_loaded(nlp):
    assert "ner" not in nlp.component_names
    assert set(pipeline.COMPONENTS) <= set(nlp.pipe_names)


def test_a_text_over_a_million_characters_is_taken(nlp):
    assert nlp.max_length >= corpus.LARGEST
    assert len(nlp.make_doc("un mot " * 160_000)) == 320_000
