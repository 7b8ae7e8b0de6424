"""Numbers, times and quotations in invented French news, each half of the passages apart."""

from functools import cache

import pandas as pd
import passages_data
import pytest
from passages_data import PassageError

from helpers import corpus, evaluation, pipeline, tables

#: The first half was there while the rules were written; the second was written after them.
HALVES = [half for half in ("first", "second") if (passages_data.FOLDER / half).is_dir()]
TARGET = 0.90
#: What both halves together must hold at least, optional rows not counted.
LEAST = {"quantities": 150, "times": 120, "quotes": 70, "traps": 60}


@cache
def passages(half: str) -> list[passages_data.Passage]:
    return passages_data.load(half)


@cache
def found(half: str, layer: str) -> pd.DataFrame:
    return getattr(tables, layer)(_docs(half))


@cache
def _docs(half: str) -> list:
    return pipeline.annotate(corpus.from_records(passages_data.records(passages(half))), cache=None)


def direct(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["mode"] == "direct"]


def assert_reaches_target(comparison: evaluation.Comparison) -> None:
    total = evaluation.scores(comparison).iloc[0]
    assert total["reference"] > 0
    assert total["f1"] >= TARGET, evaluation.report(comparison)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("layer", ["quantities", "times"])
def test_quantities_and_times(half, layer):
    wanted = passages_data.rows(passages(half), layer)
    assert_reaches_target(evaluation.compare(found(half, layer), wanted, layer))


@pytest.mark.parametrize("half", HALVES)
def test_direct_quotations(half):
    wanted = passages_data.rows(passages(half), "quotes")
    assert_reaches_target(evaluation.compare(direct(found(half, "quotes")), direct(wanted), "quotes"))


@pytest.mark.parametrize("half", HALVES)
def test_days_that_a_time_can_mean(half):
    wanted = passages_data.rows(passages(half), "times")
    wanted["core"] = (wanted["earliest"] != "").astype(int)  # the others say nothing here
    comparison = evaluation.compare(found(half, "times"), wanted, "times", decisive=["earliest", "latest"])
    assert_reaches_target(comparison)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("layer", ["quantities", "times", "quotes"])
def test_traps(half, layer):
    traps = passages_data.rows(passages(half), "traps")
    traps = traps[traps["layer"] == layer]
    got = found(half, layer)
    if layer == "quotes":  # a title or a name in marks may be a scare quote; nobody said it
        got = got[got["mode"] != "scare_quotes"]
    sprung = [trap for trap in traps.itertuples() if _overlapping(trap, got)]
    lines = "\n".join(f"{t.article}: {t.span!r} ({t.why})" for t in sprung)
    assert len(sprung) <= (1 - TARGET) * len(traps), f"{len(sprung)} of {len(traps)} traps found:\n{lines}"


def _overlapping(trap, rows: pd.DataFrame) -> bool:
    """Whether a row overlaps the trap."""
    same = rows[rows["article"] == trap.article]
    return bool(((same["start"] < trap.end) & (trap.start < same["end"])).any())


@pytest.mark.parametrize("half", HALVES)
def test_every_half_has_all_layers(half):
    for layer in LEAST:
        assert len(passages_data.rows(passages(half), layer)) >= LEAST[layer] / 3, layer


@pytest.mark.skipif(len(HALVES) < 2, reason="counts hold for both halves together")
def test_counts():
    every = [passage for half in HALVES for passage in passages(half)]
    counts = {}
    for layer in LEAST:
        rows = passages_data.rows(every, layer)
        counts[layer] = int((rows["core"] == 1).sum()) if "core" in rows else len(rows)
    assert all(counts[layer] >= LEAST[layer] for layer in LEAST), counts


def test_ids_are_unique():
    ids = [passage.id for half in HALVES for passage in passages(half)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("layer", ["quantities", "times", "quotes"])
def test_traps_do_not_contradict_the_annotations(half, layer):
    """What must not be found is not annotated either, but for marked names, which are scare quotes."""
    wanted = passages_data.rows(passages(half), layer)
    wanted = wanted[wanted["core"] == 1]
    if layer == "quotes":
        wanted = wanted[wanted["mode"] != "scare_quotes"]
    traps = passages_data.rows(passages(half), "traps")
    traps = traps[traps["layer"] == layer]
    assert [(t.article, t.span) for t in traps.itertuples() if _overlapping(t, wanted)] == []


PASSAGE = """
[[passage]]
id = "one"
topic = "economy"
earliest = "2024-01-09"
latest = "2024-01-09"
text = '''
L’usine a vendu 3\u202f000\u00a0vélos mardi, puis 3\u202f000\u00a0vélos jeudi.
'''
"""
QUANTITY = 'span = "3 000 vélos", kind = "count", value = 3000, unit = "bicycles", bound = "exact"'


def read(tmp_path, rows: str) -> list[passages_data.Passage]:
    path = tmp_path / "made-up.toml"
    path.write_text(PASSAGE + rows, encoding="utf-8")
    return passages_data.read(path)


@pytest.mark.parametrize(("nth", "start"), [("", 16), (", nth = 2", 40)])
def test_spans_are_found_whatever_the_spaces(tmp_path, nth, start):
    rows = passages_data.rows(read(tmp_path, f"quantities = [{{ {QUANTITY}{nth} }}]"), "quantities")
    assert rows[["start", "span", "value", "core"]].values.tolist() == [
        [start, "3\u202f000\u00a0vélos", 3000, 1]
    ]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ('times = [{ span = "lundi", type = "DATE", value = "x" }]', "times 'lundi': occurrence 1 is not in"),
        ('times = [{ span = "mar", type = "DATE", value = "x" }]', "times 'mar': occurrence 1 is not in"),
        ('times = [{ span = "", type = "DATE", value = "x" }]', "occurrence 1 is not in"),
        (f"quantities = [{{ {QUANTITY}, nth = 3 }}]", "occurrence 3 is not in the text .2 found."),
        ('times = [{ span = "mardi", type = "DATE" }]', "times 'mardi': field value is missing"),
        ('times = [{ type = "DATE", value = "x" }]', "field span is missing"),
        ('quotes = [{ text = "mardi", mode = "direct", who = "x" }]', "quotes 'mardi': unknown field who"),
        ('colour = "red"', "colour"),
    ],
)
def test_a_faulty_annotation_is_named(tmp_path, rows, message):
    with pytest.raises(PassageError, match=f"made-up.toml, passage one.*{message}"):
        read(tmp_path, rows)


def test_a_file_that_is_not_toml(tmp_path):
    with pytest.raises(PassageError, match=r"made-up.toml: .*line 10"):
        read(tmp_path, "quantities = nothing\n")
