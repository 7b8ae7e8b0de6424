"""The committed notebooks: executed, in the template, and still running with a sixth article or with one."""

import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from conftest import add_sixth

from helpers import export, paths
from helpers.commands import run

NOTEBOOKS = run.found()


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return request.param.stem, nbformat.read(request.param, as_version=4)


def text_of(notebook):
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def test_the_collection_is_complete():
    assert [path.stem for path in NOTEBOOKS] == [
        "00_corpus",
        "10_framing",
        "20_sovereignty",
        "30_timeline",
        "40_figures",
    ]


def test_it_follows_the_template(notebook):
    _, content = notebook
    text = text_of(content)
    assert text.startswith("# ")
    for heading in ("Question", "Short answer", "Not shown here", "Method", "Reading", "Caveat"):
        assert f"**{heading}" in text, heading
    for heading in ("Would another choice change this?", "What to keep"):
        assert f"## {heading}" in text, heading


def test_cells_are_thin(notebook):
    _, content = notebook
    for cell in content.cells:
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= 20, cell.source[:80]
            assert not re.search(r"^\s*(def|class) ", cell.source, re.MULTILINE), "logic belongs in helpers"


def test_it_is_executed_without_a_warning(notebook):
    _, content = notebook
    code = [cell for cell in content.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    outputs = [output for cell in code for output in cell.outputs]
    assert not [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"]
    assert not [
        o for o in outputs if "Not true of this corpus" in str(o.get("data", {}).get("text/markdown", ""))
    ]


def test_every_chart_it_publishes_is_there_and_shown(notebook):
    name, content = notebook
    source = "\n".join(cell.source for cell in content.cells if cell.cell_type == "code")
    published = set(re.findall(rf'"({name}__[a-z0-9_]+)"', source))
    on_disk = {path.stem for path in paths.FIGURES.glob(f"{name}__*.json")}
    assert published == on_disk
    assert len(published) >= 2
    for chart in published:
        for file in export.filenames(chart):
            assert (paths.FIGURES / file).stat().st_size > 100
    images = [
        o for cell in content.cells for o in cell.get("outputs", []) if "image/png" in o.get("data", {})
    ]
    assert len(images) >= len(published)


def test_no_cell_names_an_article(notebook, articles):
    _, content = notebook
    for cell in content.cells:
        if cell.cell_type == "code":
            for article in articles.index:
                assert f'"{article}"' not in cell.source
                assert f"'{article}'" not in cell.source


def run_in_copy(root, **environment):
    shutil.copytree(paths.NOTEBOOKS, root / "notebooks", ignore=shutil.ignore_patterns(".*"))
    (root / "figures").mkdir()
    return subprocess.run(
        [sys.executable, "-m", "helpers.commands.run"],
        env=os.environ | {"PRESS_ROOT": str(root)} | environment,
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
    )


def test_a_sixth_article_runs_through_every_notebook(tmp_path):
    shutil.copytree(paths.CORPUS, tmp_path / "corpus")
    add_sixth(tmp_path / "corpus")
    ran = run_in_copy(tmp_path, PRESS_WIDTH="slide")
    assert ran.returncode == 0, ran.stderr[-3000:]
    written = {path.stem for path in (tmp_path / "figures").glob("*.json")}
    assert written == {path.stem for path in paths.FIGURES.glob("*.json")}
    told = (tmp_path / "figures" / "00_corpus__lengths.csv").read_text(encoding="utf-8")
    assert "sixth" in told
    for path in (tmp_path / "notebooks").glob("*.ipynb"):
        assert "Faults of this drawing" not in path.read_text(encoding="utf-8"), path.stem


def test_one_article_alone_runs_through_every_notebook(tmp_path):
    folder = tmp_path / "corpus"
    shutil.copytree(paths.CORPUS, folder)
    for path in (folder / "raw").iterdir():
        path.unlink()
    (folder / "articles.toml").write_text("", encoding="utf-8")
    add_sixth(folder, latest="")  # and its last possible day is not known
    ran = run_in_copy(tmp_path)
    assert ran.returncode == 0, ran.stderr[-3000:]
