"""What the Makefile runs: the runner, the check, the lock."""

import asyncio
import os
import re
import subprocess
import sys
import tomllib

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import paths
from helpers.commands import check, imports, lock, run


def save(folder, name, *sources):
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    nbformat.write(notebook, folder / f"{name}.ipynb")
    return folder / f"{name}.ipynb"


def test_notebooks_are_found_in_order(tmp_path):
    for name in ("10_b", "00_a", "notes"):
        save(tmp_path, name)
    assert [path.stem for path in run.found(tmp_path)] == ["00_a", "10_b"]


def test_a_run_writes_outputs_that_are_the_same_twice(tmp_path):
    path = save(tmp_path, "00_a", "import sys\nfor i in range(3):\n    print(i, flush=True)", "1 + 1")
    outcome = asyncio.run(run.run([path]))
    first = path.read_bytes()
    asyncio.run(run.run([path]))
    assert outcome[0].failure == ""
    assert path.read_bytes() == first
    cells = nbformat.read(path, as_version=4).cells
    assert cells[0].outputs == [new_output("stream", name="stdout", text="0\n1\n2\n")]
    assert cells[1].outputs[0].data["text/plain"] == "2"


def test_a_failure_names_the_cell_and_leaves_the_notebook(tmp_path):
    good, bad = save(tmp_path, "00_a", "1"), save(tmp_path, "10_b", "x = 1", "# divide\nx / 0")
    before = bad.read_bytes()
    outcomes = asyncio.run(run.run([good, bad]))
    assert outcomes[0].failure == ""
    assert "cell 1 (# divide): ZeroDivisionError" in outcomes[1].failure
    assert bad.read_bytes() == before
    assert not list(tmp_path.glob(".tmp-*"))


def test_the_command_fails_with_the_notebook(tmp_path):
    (tmp_path / "notebooks").mkdir()
    save(tmp_path / "notebooks", "00_a", "raise ValueError('non')")
    ran = subprocess.run(
        [sys.executable, "-m", "helpers.commands.run"],
        env={"PRESS_ROOT": str(tmp_path), "PATH": "", "HOME": str(tmp_path)},
        cwd=paths.ROOT,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    assert "00_a.ipynb failed at cell 0 (raise ValueError('non')): ValueError: non" in ran.stderr


def test_an_unknown_notebook_is_refused(capsys):
    assert run.main(["99_absent"]) == 2
    assert "99_absent" in capsys.readouterr().err


def test_tidy_removes_what_differs_between_machines():
    notebook = new_notebook(
        cells=[new_markdown_cell("a"), new_code_cell("1", metadata={"execution": {"iopub.status.busy": "x"}})]
    )
    notebook.metadata["language_info"] = {"name": "python", "version": "3.11.7"}
    tidied = run.tidy(notebook)
    assert tidied.metadata["language_info"] == {"name": "python"}
    assert [cell.id for cell in tidied.cells] == ["cell-00", "cell-01"]
    assert tidied.cells[1].metadata == {}


def test_check_tells_every_kind_of_difference():
    lines = check.differences({"a": b"1", "b": b"1", "c": b"1"}, {"a": b"1", "b": b"2", "d": b"1"})
    assert [line.split(":")[0] for line in lines] == ["b", "c", "d"]


def test_the_lock_and_the_environment_name_the_same_versions():
    text = lock.LOCK.read_text(encoding="utf-8")
    listed = re.findall(r'^      - "([^"]+)"$', lock.ENVIRONMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == [*lock.pins(text), "-e ."]
    assert lock.main(["--check"]) == 0


def test_the_lock_pins_every_direct_dependency_with_hashes():
    text = lock.LOCK.read_text(encoding="utf-8")
    names = {pin.split("==")[0] for pin in lock.pins(text)}
    assert {name.lower().replace("_", "-") for name in imports.direct()} <= names
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
    assert len(blocks) == len(lock.pins(text))


def test_the_environment_brings_only_python_and_pip_from_conda():
    text = lock.ENVIRONMENT.read_text(encoding="utf-8")
    conda = re.findall(r"^  - (.+)$", text, re.MULTILINE)
    assert conda == ["python=3.11", "pip", "pip:"]


def test_every_component_is_a_factory_by_name():
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = set(project["entry-points"]["spacy_factories"])
    assert listed == {path.stem for path in (paths.ROOT / "helpers/components").glob("*.py")} & listed
    code = f"import spacy; nlp = spacy.blank('fr'); [nlp.add_pipe(n) for n in {sorted(listed)!r}]; nlp('Deux mots.')"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=paths.ROOT)


@pytest.mark.parametrize(
    "target", ["all", "env", "test", "check", "lint", "lab", "bench", "lock", "clean", "help"]
)
def test_make_help_lists_every_target(target):
    ran = subprocess.run(["make", "help"], cwd=paths.ROOT, capture_output=True, text=True, check=True)
    assert target in {line.split()[0] for line in ran.stdout.splitlines()}


def test_a_wrong_python_is_told_in_a_line(tmp_path):
    fake = tmp_path / "python3"
    fake.write_text('#!/bin/sh\ncase "$2" in *platform*) echo 3.9.0;; *) exit 1;; esac\n')
    fake.chmod(0o755)
    for python, said in ((fake, "is 3.9.0"), ("/absent/python3.11", "was not found")):
        ran = subprocess.run(
            [
                "make",
                "--no-print-directory",
                "env",
                f"PYTHON={python}",
                f"VENV={tmp_path / 'venv'}",
                f"PY={tmp_path / 'venv'}/bin/python",
            ],
            cwd=paths.ROOT,
            # Not as a part of the make that may run this test.
            env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
            capture_output=True,
            text=True,
        )
        assert ran.returncode != 0
        (line,) = [line for line in ran.stdout.splitlines() if line.strip()]
        assert "Python 3.11 is needed" in line
        assert said in line
