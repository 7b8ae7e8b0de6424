"""Kernels from the nursery: each its own, with everything imported, and gone when they should be."""

import asyncio
import json
import os
import shutil
import time
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers import paths
from helpers.commands import nursery, run

forks = pytest.mark.skipif(not nursery.WORKS, reason="processes cannot be forked safely here")


def save(folder, name, *sources):
    cells = [new_code_cell(source) for source in sources]
    nbformat.write(new_notebook(cells=cells), folder / f"{name}.ipynb")
    return folder / f"{name}.ipynb"


def printed(path) -> str:
    return "".join(
        output.text
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.outputs
        if output.output_type == "stream"
    )


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import pandas as pd, json", ["pandas", "json"]),
        ("from helpers import corpus\nx = 1", ["helpers", "helpers.corpus"]),
        ("import os.path", ["os.path"]),
        ("from . import near", []),
        ("%matplotlib inline\nimport json", []),
        ("def later():\n    import json", []),
        ("import =", []),
        ("", []),
    ],
)
def test_imports_are_those_at_the_top_of_cells(tmp_path, source, names):
    assert nursery.imports([save(tmp_path, "00_a", source)]) == names


def test_imports_come_once_and_not_from_prose(tmp_path):
    one, other = save(tmp_path, "00_a", "import json", "import ast"), save(tmp_path, "10_b", "import json")
    notebook = new_notebook(cells=[new_markdown_cell("import socket")])
    nbformat.write(notebook, tmp_path / "20_c.ipynb")
    assert nursery.imports([one, other, tmp_path / "20_c.ipynb"]) == ["json", "ast"]


def test_lines_of_a_source_may_be_a_list(tmp_path):
    path = tmp_path / "00_a.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": ["import json\n", "import ast"]}]}))
    assert nursery.imports([path]) == ["json", "ast"]


@forks
def test_what_notebooks_import_is_there_and_nothing_is_shared(tmp_path):
    look = (
        "import sys, colorsys\nprint('tabnanny' in sys.modules, hasattr(colorsys, 'left'))\ncolorsys.left = 1"
    )
    paths = [save(tmp_path, name, look, "import tabnanny") for name in ("00_a", "10_b")]
    assert not any(outcome.failure for outcome in asyncio.run(run.run(paths, jobs=1)))
    assert [printed(path) for path in paths] == ["True False\n"] * 2


@forks
def test_a_forked_kernel_and_a_fresh_one_write_the_same(tmp_path):
    look = (
        "import os, sys\nprint(os.getcwd(), sys.path[:2], sys.argv[0].endswith('launcher.py'), __name__)\n"
        "print(os.environ['PRESS_NOTEBOOK'], sys.stdin.read() if False else '', hash('mot'))"
    )
    path = save(tmp_path, "00_a", look, "import subprocess\nsubprocess.run(['true']).returncode", "1 / 0")
    failures = []
    for fork in (True, False):
        (outcome,) = asyncio.run(run.run([path], fork=fork))
        failures.append(outcome.failure)
    assert failures[0] == failures[1]
    path = save(tmp_path, "00_a", look.replace("sys.argv[0].endswith('launcher.py'), ", ""), "1 + 1")
    written = []
    for fork in (True, False):
        asyncio.run(run.run([path], fork=fork))
        written.append(path.read_bytes())
    assert written[0] == written[1]
    assert str(tmp_path) in printed(path)


@forks
def test_a_module_that_fails_is_told_by_the_notebook(tmp_path):
    (outcome,) = asyncio.run(run.run([save(tmp_path, "00_a", "import no_such_module_here")]))
    assert "ModuleNotFoundError" in outcome.failure


@forks
def test_a_kernel_that_dies_fails_its_notebook_alone(tmp_path):
    bad = save(tmp_path, "00_a", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    good = save(tmp_path, "10_b", "print(2)")
    dead, alive = asyncio.run(run.run([bad, good], jobs=1))
    assert "DeadKernelError" in dead.failure
    assert alive.failure == ""
    assert printed(good) == "2\n"


@forks
def test_a_cell_that_does_not_end_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "CELL_SECONDS", 1)
    (outcome,) = asyncio.run(run.run([save(tmp_path, "00_a", "while True: pass")]))
    assert "CellTimeoutError" in outcome.failure or "KeyboardInterrupt" in outcome.failure


@forks
def test_kernels_end_with_their_nursery(tmp_path):
    order = ["-f", str(tmp_path / "kernel.json"), "--log-level=ERROR"]
    with nursery.Nursery([], os.environ) as source:
        process = source.fork(order, str(tmp_path), os.environ)
        assert process.pid != os.getpid()
        assert process.poll() is None
    deadline = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert process.poll() == 0
    process.send_signal(15)  # to nobody


def project(folder):
    """A project with the corpus and without a cache; the environment of its kernels."""
    shutil.copytree(paths.CORPUS, folder / "corpus")
    return os.environ | {"PRESS_ROOT": str(folder)}


def until(true):
    deadline = time.monotonic() + 120
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert true()


def children(process):
    return Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()


@forks
def test_the_articles_are_read_while_notebooks_start(tmp_path, articles):
    environment = project(tmp_path)
    read = tmp_path / ".cache" / "parses"
    with nursery.Nursery(["helpers.pipeline"], environment):
        until(lambda: len(list(read.glob("*.docbin"))) == len(articles))
    made = {path.name: path.stat().st_mtime_ns for path in read.iterdir()}
    order = ["-f", str(tmp_path / "kernel.json"), "--log-level=ERROR"]
    with nursery.Nursery(["helpers.pipeline"], environment) as source:
        # What was read is not read again: the only child is the kernel.
        kernel = source.fork(order, str(tmp_path), environment)
        assert children(source._process) == [str(kernel.pid)]
    assert made == {path.name: path.stat().st_mtime_ns for path in read.iterdir()}


@forks
def test_what_reads_ends_with_the_nursery(tmp_path):
    with nursery.Nursery(["helpers.pipeline"], project(tmp_path)) as source:
        until(lambda: children(source._process))
        (reader,) = children(source._process)
    until(lambda: not Path(f"/proc/{reader}").exists())


@forks
def test_a_corpus_that_cannot_be_read_does_not_end_the_nursery(tmp_path):
    environment = project(tmp_path)
    (tmp_path / "corpus" / "articles.toml").write_text("not a table")
    with nursery.Nursery(["helpers.pipeline"], environment) as source:
        order = ["-f", str(tmp_path / "kernel.json"), "--log-level=ERROR"]
        assert source.fork(order, str(tmp_path), environment).poll() is None


@forks
def test_a_nursery_that_died_says_so(tmp_path):
    with nursery.Nursery([], os.environ) as source:
        source._process.kill()
        source._process.wait()
        with pytest.raises(RuntimeError, match="the process that starts kernels ended with -9"):
            source.fork([], str(tmp_path), os.environ)
