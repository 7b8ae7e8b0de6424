"""What was drawn once is not drawn again, and nothing stale or damaged is ever taken for it."""

import ast
import datetime
import multiprocessing
import os
from dataclasses import replace
from functools import partial

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

from helpers import charts, export, language, lettering, maps, paths, pictures, theme

TABLE = pd.DataFrame({"word": ["pari", "accord"], "count": [2.0, 1.0]})
CALL = {"frame": TABLE, "label": "word", "value": "count", "title": "Two words", "subtitle": "Counts, n = 3"}
TEXTS = {"title": "Two words", "alt": "Two bars."}
PUBLISHED = {
    "data": TABLE,
    "title": "Two words",
    "caption": "Counts.",
    "alt": "Two bars.",
    "source": "Invented.",
}


@pytest.fixture(autouse=True)
def _own_folders(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(paths, "FIGURES", tmp_path / "figures")
    monkeypatch.delenv("PRESS_NOTEBOOK", raising=False)
    with mpl.rc_context():
        theme.use_theme(width="two-column", language="en")
        yield


def key(code="en", texts=TEXTS, **changed):
    return pictures.key(partial(charts.ranked_bars, **(CALL | changed)), code, texts)


def entries():
    return sorted((paths.CACHE / "pictures").glob("*.pictures"))


def published():
    return {file.name: file.read_bytes() for file in sorted(paths.FIGURES.iterdir())}


def counted(monkeypatch):
    """How often a picture is drawn from now on."""
    drawn = []
    draw = export._pictures
    monkeypatch.setattr(export, "_pictures", lambda *a: drawn.append(1) or draw(*a))
    return drawn


# --- Keys ------------------------------------------------------------------------------------------------


def test_the_same_chart_has_the_same_key():
    assert key() == key(frame=TABLE.copy()) is not None


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Two  words"},
        {"subtitle": "Counts"},
        {"unit": " %"},
        {"highlight": ("pari",)},
        {"highlight": ("pari", "accord")},
        {"highlight": "pari"},
        {"frame": TABLE.assign(count=[2.0, 1.0 + 1e-12])},
        {"frame": TABLE.assign(count=[2, 1])},
        {"frame": TABLE.assign(count=[2.0, None])},
        {"frame": TABLE.assign(other="x")},
        {"frame": TABLE.iloc[::-1]},
        {"frame": TABLE.set_axis(["a", "b"])},
        {"frame": TABLE.rename_axis("row")},
        {"frame": TABLE.astype({"word": "category"})},
        {"styles": {"a": theme.Style()}},
        {"styles": {"a": theme.Style(marker="s")}},
        {"styles": {"a": theme.Style(), "b": theme.Style()}},
        {"styles": {"b": theme.Style(), "a": theme.Style()}},
    ],
)  # fmt: skip
def test_any_other_argument_is_another_key(changed):
    assert key(**changed) not in (None, key())


def test_keys_of_different_arguments_differ_among_each_other():
    values = [
        None, True, 1, 1.0, np.float64(1.0), np.int64(1), "1", b"1", ("1",), ["1"], {"1"}, {"1": None}, (("1", None),),
        datetime.date(2024, 2, 26), datetime.datetime(2024, 2, 26), pd.Timestamp("2024-02-26"), "2024-02-26", pd.NaT,
        float("nan"), -0.0, 0.0, np.array([1.0]), np.array([[1.0]]), pd.Series([1.0]), pd.Index([1.0]), "", (), ("", ""), ("",),
    ]  # fmt: skip
    keys = [key(highlight=value) for value in values]
    assert None not in keys
    assert len(set(keys)) == len(values)


def test_sets_have_no_order():
    one, other = {0, 8}, {8, 0}  # their hashes collide: the first one in stands first
    assert list(one) != list(other)
    assert key(highlight=one) == key(highlight=other)


def test_another_chart_language_text_or_setting_is_another_key():
    keys = {key(), key("fr"), key(texts=TEXTS | {"alt": "Bars."})}
    with mpl.rc_context({"grid.linewidth": 0.7}):
        keys.add(key())
    theme.use_theme(width="one-column")
    keys.add(key())
    theme.use_theme(width="two-column", font="DejaVu Serif")
    keys.add(key())
    theme.use_theme(width="two-column", font=lettering.FONT)
    keys.add(pictures.key(partial(maps.network, **CALL), "en", TEXTS))
    assert None not in keys
    assert len(keys) == 7


def test_other_code_or_another_catalogue_is_another_key(monkeypatch):
    before = key(), key("fr")
    monkeypatch.setattr(pictures, "_MADE_BY", "other code")
    assert key() != before[0]
    monkeypatch.undo()
    monkeypatch.setattr(pictures, "_catalogue", lambda code: f"another {code}")
    assert key("fr") != before[1]


class _Opaque:
    pass


@pytest.mark.parametrize(
    "value", [_Opaque(), lambda: 1, {"a": [_Opaque()]}, TABLE.assign(x=_Opaque()), _Opaque]
)
def test_what_cannot_be_told_apart_has_no_key(value):
    assert key(highlight=value) is None


def test_a_chart_function_from_elsewhere_has_no_key():
    assert pictures.key(partial(lambda: None), "en", TEXTS) is None
    assert pictures.key(charts.ranked_bars, "en", TEXTS) is None
    assert pictures.key(None, "en", TEXTS) is None


def test_every_module_that_draws_and_what_it_imports_is_part_of_the_key():
    package = paths.ROOT / "helpers"
    for name in pictures.DRAWN_BY:
        for node in ast.walk(ast.parse((package / f"{name}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "helpers":
                used = {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and str(node.module).startswith("helpers."):
                used = {node.module.removeprefix("helpers.")}
            else:
                continue
            assert used - {"paths"} <= set(pictures.DRAWN_BY), name
    drawing = {
        path.stem for path in package.glob("*.py") if "\n@drawing(" in path.read_text(encoding="utf-8")
    }
    assert drawing
    assert drawing <= set(pictures.DRAWN_BY)


# --- Entries ---------------------------------------------------------------------------------------------

DRAWN = pictures.Drawn({"png": b"\x89PNG\n1", "svg": b"<svg/>\n", "pdf": b""}, ["cut off: 'a'"], ["Le Matin"])


def test_what_was_stored_is_recalled_and_nothing_else():
    name = key()
    assert pictures.recall(name) is None
    pictures.store(name, DRAWN)
    assert pictures.recall(name) == DRAWN
    assert pictures.recall(key("fr")) is None
    pictures.store(None, DRAWN)
    assert pictures.recall(None) is None
    assert len(entries()) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:50] + b"?" + data[51:],
        lambda data: b"\0" * len(data),
    ],
)
def test_a_damaged_entry_is_not_trusted(damage):
    name = key()
    pictures.store(name, DRAWN)
    (entry,) = entries()
    entry.write_bytes(damage(entry.read_bytes()))
    assert pictures.recall(name) is None


def test_an_entry_under_the_name_of_another_one_is_not_trusted():
    pictures.store(key(), DRAWN)
    (entry,) = entries()
    os.rename(entry, entry.with_name(f"{key('fr')}.pictures"))
    assert pictures.recall(key("fr")) is None


def test_what_was_used_last_is_kept(monkeypatch):
    names = [key(title=f"Chart {n}") for n in range(5)]
    for age, name in enumerate(names):
        pictures.store(name, DRAWN)
        os.utime(paths.CACHE / "pictures" / f"{name}.pictures", (age, age))
    size = entries()[0].stat().st_size
    assert pictures.recall(names[0]) == DRAWN  # used: now the youngest
    monkeypatch.setattr(pictures, "LARGEST", 3 * size)
    pictures.store(key("fr"), DRAWN)
    assert [pictures.recall(name) is not None for name in (*names, key("fr"))] == [1, 0, 0, 0, 1, 1]


def _write_often(folder, name):
    paths.CACHE = folder
    for _ in range(200):
        pictures.store(name, DRAWN)
        if pictures.recall(name) != DRAWN:
            raise SystemExit(1)


def test_two_processes_may_write_the_same_entry_at_once():
    context = multiprocessing.get_context("fork")
    both = [context.Process(target=_write_often, args=(paths.CACHE, key())) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert len(list((paths.CACHE / "pictures").iterdir())) == 1


# --- Published -------------------------------------------------------------------------------------------


def test_a_second_run_draws_nothing_and_writes_the_same_bytes(monkeypatch):
    drawn = counted(monkeypatch)
    export.publish(charts.ranked_bars(**CALL), "10_invented__words", **PUBLISHED)
    first = published()
    assert len(drawn) == len(entries()) == len(language.LANGUAGES)
    export.publish(charts.ranked_bars(**CALL), "10_invented__words", **PUBLISHED)
    assert published() == first
    assert len(drawn) == len(language.LANGUAGES)
    for entry in entries():
        entry.write_bytes(entry.read_bytes()[:-1])
    export.publish(charts.ranked_bars(**CALL), "10_invented__words", **PUBLISHED)
    assert published() == first
    assert len(drawn) == 2 * len(language.LANGUAGES)


def test_faults_and_untranslated_pieces_are_kept_with_the_pictures(monkeypatch):
    monkeypatch.setenv("PRESS_STRICT", "1")
    call = CALL | {"subtitle": "Zorglub"}
    export.publish(charts.ranked_bars(**call), "10_invented__words", **PUBLISHED)
    first = published()
    assert b"Zorglub" in first["10_invented__words.json"]
    export.publish(charts.ranked_bars(**call), "10_invented__words", **PUBLISHED)
    assert published() == first
    for entry in entries():
        kept = pictures.recall(entry.stem)
        pictures.store(entry.stem, replace(kept, faults=["overlap: 'a' and 'b'"]))
    with pytest.raises(ValueError, match="overlap: 'a' and 'b'"):
        export.publish(charts.ranked_bars(**call), "10_invented__words", **PUBLISHED)


def test_a_chart_that_somebody_worked_on_is_drawn(monkeypatch):
    export.publish(charts.ranked_bars(**CALL), "10_invented__words", **PUBLISHED)
    plain = published()
    drawn = counted(monkeypatch)
    fig = charts.ranked_bars(**CALL)
    assert not fig.changed
    fig.axes[0].patches[0].set_facecolor("red")
    assert fig.changed
    export.publish(fig, "10_invented__words", **PUBLISHED)
    assert published()["10_invented__words.en.png"] != plain["10_invented__words.en.png"]
    assert drawn == [1]


def test_a_chart_drawn_with_other_settings_is_not_taken_for_one_of_now(monkeypatch):
    export.publish(charts.ranked_bars(**CALL), "10_invented__words", **PUBLISHED)
    theme.use_theme(width="one-column")
    narrow = charts.ranked_bars(**CALL)
    theme.use_theme(width="two-column")
    drawn = counted(monkeypatch)
    export.publish(narrow, "10_invented__words", **PUBLISHED)
    assert drawn == [1]
