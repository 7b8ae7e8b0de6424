"""Run the notebooks: ``python -m helpers.commands.run [NAME ...]``.

Each notebook runs in a kernel of its own, as many at a time as there are cores. A notebook is written back only when all of
it ran, and then in a form that is the same on every run and machine. One that fails is left as it was, and the exit is 1.
"""

import argparse
import asyncio
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from tqdm import tqdm

from helpers import export, paths
from helpers.commands import nursery

CELL_SECONDS = 600
#: There is a notebook for each core: threads of linear algebra would only wait for each other.
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Outcome:
    """What became of a notebook: seconds it took, and the failure in words ("" when it ran)."""

    name: str
    seconds: float
    failure: str = ""


def found(folder: Path = paths.NOTEBOOKS) -> list[Path]:
    """The notebooks, in the order of their numbers."""
    return sorted(folder.glob("[0-9]*.ipynb"))


@contextmanager
def fresh() -> Iterator[tuple[Path, dict[str, str]]]:
    """Corpus and notebooks as a project of its own, without charts and cache: its folder, and the environment to run there."""
    with tempfile.TemporaryDirectory(prefix="press-") as folder:
        root = Path(folder)
        for name in ("corpus", "notebooks"):
            shutil.copytree(paths.ROOT / name, root / name, ignore=shutil.ignore_patterns(".*"))
        (root / "figures").mkdir()
        yield root, os.environ | {"PRESS_ROOT": folder}


def tidy(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without what differs between runs and machines: timings, minor versions, split streams, random ids."""
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
    )
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number:02d}"
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        outputs = []
        for output in cell.outputs:
            if output.output_type == "stream" and outputs and outputs[-1].get("name") == output.name:
                outputs[-1]["text"] += output.text
                continue
            output.get("metadata", {}).pop("execution", None)
            outputs.append(output)
        cell.outputs = outputs
    return notebook


def where_it_failed(notebook: nbformat.NotebookNode, error: Exception) -> str:
    """The cell that failed, with its first line and the error, in a few lines."""
    for number, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                first = next((line for line in cell.source.splitlines() if line.strip()), "")
                trace = _ANSI.sub("", "\n".join(output.traceback)).splitlines()
                tail = "\n".join(f"      {line}" for line in trace[-12:])
                return f"cell {number} ({first.strip()[:80]}): {output.ename}: {output.evalue}\n{tail}"
    return f"{type(error).__name__}: {error}"


def write(notebook: nbformat.NotebookNode, path: Path) -> None:
    """Write the notebook, whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        nbformat.write(notebook, file)
    os.chmod(name, 0o644)
    os.replace(name, path)


def _environment() -> dict[str, str]:
    """The environment of every kernel."""
    return os.environ | ONE_CORE | {"PYTHONHASHSEED": "0", "MPLBACKEND": "agg"}


async def _run(path: Path, turn: asyncio.Semaphore, save: bool, source: nursery.Nursery | None) -> Outcome:
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        kernel_name="python3",
        # The kernel's own log would stand in the middle of the progress bar.
        extra_arguments=["--log-level=ERROR"],
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    environment = _environment() | {"PRESS_NOTEBOOK": path.stem}
    started = time.monotonic()
    try:
        if source is not None:  # a forked kernel costs little: it is there when its turn comes
            client.km = source.manager()
            await client.async_start_new_kernel(env=environment)
            await client.async_start_new_kernel_client()
        async with turn:
            started = time.monotonic()
            await client.async_execute(env=environment)
    except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as error:
        return Outcome(path.stem, time.monotonic() - started, where_it_failed(notebook, error))
    if save:
        write(tidy(notebook), path)
    return Outcome(path.stem, time.monotonic() - started)


def _code(path: Path) -> int:
    """Characters of code in a notebook."""
    return sum(
        len(cell.source) for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"
    )


async def run(
    notebooks: list[Path], save: bool = True, jobs: int = os.cpu_count() or 1, fork: bool = nursery.WORKS
) -> list[Outcome]:
    """Run the notebooks, `jobs` at a time, with a progress bar; their outcomes, in the order given.

    With `fork` their imports are done once and their kernels forked (:mod:`nursery`); without, each kernel is started anew.
    """
    turn = asyncio.Semaphore(jobs)
    needed = nursery.imports(notebooks) if fork else []
    with nursery.Nursery(needed, _environment()) if fork else nullcontext() as source:
        # The longest first: a short one fills the gap at the end.
        order = sorted(notebooks, key=lambda path: -_code(path))
        tasks = {path: asyncio.create_task(_run(path, turn, save, source)) for path in order}
        with tqdm(total=len(tasks), unit="notebook", disable=None) as bar:
            for task in asyncio.as_completed(tasks.values()):
                outcome = await task
                bar.update()
                mark = "failed" if outcome.failure else "done"
                bar.write(f"{outcome.name:<16} {mark:<6} {outcome.seconds:6.1f} s", file=sys.stderr)
    return [tasks[path].result() for path in notebooks]


def main(arguments: list[str] | None = None) -> int:
    """The command line: all notebooks, or those named; 0 when all ran."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.commands.run", description=__doc__.splitlines()[0]
    )
    parser.add_argument("names", nargs="*", help="notebooks to run, without .ipynb (all if none)")
    names = parser.parse_args(arguments).names
    notebooks = found()
    unknown = sorted(set(names) - {path.stem for path in notebooks})
    if unknown or not notebooks:
        print(f"no such notebook in {paths.NOTEBOOKS}: {', '.join(unknown) or 'none found'}", file=sys.stderr)
        return 2
    chosen = [path for path in notebooks if not names or path.stem in names]
    outcomes = asyncio.run(run(chosen))
    export.write_gallery()
    failed = [outcome for outcome in outcomes if outcome.failure]
    for outcome in failed:
        print(f"\n{outcome.name}.ipynb failed at {outcome.failure}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
