"""The choices at the top of each notebook do what they say: all of them changed, in one run, in another look."""

import json
import os
import re
import shutil
import subprocess
import sys

import nbformat
import pandas as pd
import pytest

from helpers import paths, theme

#: Notebook, the choice as committed (up to its comment), and another one.
CHANGES = [
    ("00_corpus", "LEAST_ARTICLES = 2", "LEAST_ARTICLES = 3"),
    ("00_corpus", "LEAST_COUNT = 6", "LEAST_COUNT = 10"),
    ("10_framing", 'PARTIES = ("Mistral AI", "Microsoft")', 'PARTIES = ("Mistral AI", "OpenAI")'),
    (
        "10_framing",
        'DEAL = r"partenariat|accord|alliance|invest|capital|achet|rach"',
        'DEAL = r"ChatGPT|GPT"',
    ),
    ("20_sovereignty", "DOUBTFUL = True", "DOUBTFUL = False"),
    ("20_sovereignty", "WINDOW = 5", "WINDOW = 2"),
    ("20_sovereignty", "MAP_WORDS = 5", "MAP_WORDS = 9"),
    ("30_timeline", "MARGIN = 30", "MARGIN = 400"),
    ("40_figures", "ABOUT = 0.1", "ABOUT = 0.0"),
]


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    """A copy of the project, run with every choice changed, one column wide and shown in French."""
    root = tmp_path_factory.mktemp("changed")
    shutil.copytree(paths.CORPUS, root / "corpus")
    shutil.copytree(paths.NOTEBOOKS, root / "notebooks", ignore=shutil.ignore_patterns(".*"))
    (root / "figures").mkdir()
    for name, before, after in CHANGES:
        path = root / "notebooks" / f"{name}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        hits = [
            cell
            for cell in notebook.cells
            if re.search(rf"^{re.escape(before)}\b|^{re.escape(before)}(?=\s)", cell.source, re.M)
        ]
        assert len(hits) == 1, (
            f"{name}: {before!r} stands in {len(hits)} cells; change this table with the notebook"
        )
        hits[0].source = hits[0].source.replace(before, after, 1)
        nbformat.write(notebook, path)
    ran = subprocess.run(
        [sys.executable, "-m", "helpers.commands.run"],
        env=os.environ | {"PRESS_ROOT": str(root), "PRESS_WIDTH": "one-column", "PRESS_LANGUAGE": "fr"},
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return root


def tables(root, name):
    """The data of a chart as committed and as made with the other choices."""
    return [pd.read_csv(folder / f"{name}.csv") for folder in (paths.FIGURES, root / "figures")]


def test_fewer_actors_are_drawn_when_more_articles_must_name_them(changed):
    before, after = tables(changed, "00_corpus__actors")
    assert set(after["actor"]) < set(before["actor"])
    assert (after.groupby("actor")["article"].nunique() >= 1).all()


def test_words_are_as_frequent_as_asked(changed):
    before, after = tables(changed, "00_corpus__words")
    assert before["count"].min() >= 6
    assert after["count"].min() >= 10
    assert len(after) < len(before)


def test_other_parties_are_named(changed):
    before, after = tables(changed, "10_framing__names")
    assert set(before["actor"]) == {"Mistral AI", "Microsoft"}
    assert set(after["actor"]) == {"Mistral AI", "OpenAI"}


def test_other_words_make_another_deal(changed):
    before, after = tables(changed, "10_framing__stance")
    assert not before.equals(after)


def test_doubtful_terms_can_be_left_out(changed):
    before, after = tables(changed, "20_sovereignty__rates")
    assert after["mentions"].sum() < before["mentions"].sum()


def test_a_narrower_window_has_fewer_neighbours(changed):
    before, after = tables(changed, "20_sovereignty__neighbours")
    assert not before.equals(after)


def test_a_map_of_more_frequent_words_has_fewer_of_them(changed):
    before, after = tables(changed, "20_sovereignty__map")
    assert len(after) < len(before)


def test_about_can_mean_exactly(changed):
    entries = pd.read_csv(changed / "figures" / "40_figures__ledger.entries.csv")
    about = entries[entries["bound"] == "about"]
    assert len(about) > 0
    assert (about["low"] == about["high"]).all()


def test_a_longer_axis_shows_more_time(changed):
    sources = [
        (root / "figures" / "30_timeline__timeline.en.svg").read_bytes() for root in (paths.ROOT, changed)
    ]
    assert sources[0] != sources[1]


def test_every_chart_is_one_column_wide_shown_in_french_and_without_a_fault(changed):
    shown, notes = 0, []
    for path in sorted((changed / "notebooks").glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                shown += "image/png" in data
                notes += re.findall(r"Faults of this drawing:</em>.*?</p>", str(data.get("text/html", "")))
    assert notes == []
    cards = [json.loads(path.read_text(encoding="utf-8")) for path in (changed / "figures").glob("*.json")]
    assert shown == len(cards)
    for card in cards:
        for file in card["files"]:
            if file.endswith(".png"):
                pixels = int.from_bytes((changed / "figures" / file).read_bytes()[16:20], "big")
                assert pixels == pytest.approx(theme.WIDTHS["one-column"] / 25.4 * theme.RESOLUTION, abs=1)


def test_a_notebook_shows_the_language_that_was_asked_for(changed):
    notebook = nbformat.read(changed / "notebooks" / "00_corpus.ipynb", as_version=4)
    card = json.loads((changed / "figures" / "00_corpus__lengths.json").read_text(encoding="utf-8"))
    shown = [
        o["data"].get("text/plain", "")
        for cell in notebook.cells
        for o in cell.get("outputs", [])
        if "image/png" in o.get("data", {})
    ]
    assert card["texts"]["fr"]["alt"] in shown
