"""Measure side by side, in one run: ``python -m helpers.commands.bench``.

Absolute times differ between machines and moments, so every figure is a ratio of two things measured in turn here and now.
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

import spacy

from helpers import corpus, pipeline
from helpers.commands import bench_notebooks, bench_vocabulary

ROUNDS = 7
REPEATS = 4  # the five articles are read in half a second: too short to time once
EXTRACTORS = ("times", "quotes", "quantities")


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
    bench_notebooks.start()
    return 0


if __name__ == "__main__":
    sys.exit(main())
