"""How the textometry grows: the same measures on 5 to 5,000 articles (part of ``python -m helpers.commands.bench``)."""

import gc
import time
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc

from helpers import collocation, corpus, keyness, lexicon, pipeline, vocabulary

SIZES = (5, 50, 500, 5000)


def multiplied(docs: Sequence[Doc], size: int) -> list[Doc]:
    """As many articles as asked for, in turn copies of those given, each with a name of its own."""
    copies = []
    for number in range(size):
        copy = docs[number % len(docs)].copy()
        # The words and the terms are what is measured; the other layers would only fill the memory.
        for layer in set(copy.spans) - {"sentences", "codes"}:
            del copy.spans[layer]
        copy._.article = f"{docs[number % len(docs)]._.article}-{number}"
        copies.append(copy)
    return copies


def steps(docs: Sequence[Doc]) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is measured, by name."""
    table = lexicon.lexical_table(docs)
    places = vocabulary.concordance(docs, "souveraineté")
    yield "lexical table", lambda: lexicon.lexical_table(docs)
    yield "specificity, G2, log ratio, log-odds, p", lambda: keyness.compare(table, minimum=5)
    yield "mentions and rates with intervals", lambda: vocabulary.rates(vocabulary.mentions(docs), docs)
    yield "concordance", lambda: vocabulary.concordance(docs, "souveraineté")
    yield "collocates", lambda: collocation.window(docs, places)
    yield "repeated segments", lambda: lexicon.segments(docs, least=len(docs))


def growth(sizes: Sequence[int] = SIZES) -> None:
    """Print the seconds of each step for each number of articles, and how many times more a thousandfold takes."""
    docs = pipeline.annotate(corpus.load())
    rows: dict[str, list[float]] = {}
    for size in sizes:
        many = multiplied(docs, size)
        # The Docs hold millions of small objects; they are not what is measured, nor what the collector should walk.
        gc.freeze()
        for name, task in steps(many):
            started = time.process_time()
            task()
            rows.setdefault(name, []).append(time.process_time() - started)
        gc.unfreeze()
    rows["all"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    print("\ntextometry: processor seconds for so many articles (copies of those in the corpus)")
    print(f"  {'':<42}" + "".join(f"{size:>9,}" for size in sizes) + "   last two, per article")
    for name, seconds in rows.items():
        each = (seconds[-1] / sizes[-1]) / (seconds[-2] / sizes[-2]) if len(sizes) > 1 else float("nan")
        print(f"  {name:<42}" + "".join(f"{value:9.2f}" for value in seconds) + f"   x {each:.2f}")
    print("  (x 1 or less: at most linear)")


if __name__ == "__main__":
    growth()
