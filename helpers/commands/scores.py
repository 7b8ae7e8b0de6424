"""What the extractors find, held against the reference and the invented passages: ``python -m helpers.commands.scores``.

Prints precision, recall, F1, counts and every miss of each layer: on the articles that the reference annotates, and on each half of
``tests/passages``.
"""

import importlib.util
import sys
from collections.abc import Callable
from types import ModuleType

import pandas as pd

from helpers import corpus, evaluation, paths, pipeline, tables

LAYERS: dict[str, Callable] = {
    "quantities": tables.quantities,
    "times": tables.times,
    "quotes": tables.quotes,
}


def _passages() -> ModuleType:
    """The loader of the passages, which lives with the tests."""
    spec = importlib.util.spec_from_file_location("passages_data", paths.ROOT / "tests" / "passages_data.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def show(title: str, docs: list, wanted: Callable[[str], pd.DataFrame]) -> None:
    """Print the report of every layer; `wanted` gives the annotations of a layer."""
    print(f"\n== {title}")
    for layer, find in LAYERS.items():
        found, reference = find(docs), wanted(layer)
        print(evaluation.report(evaluation.compare(found, reference, layer)))
        if layer == "quotes":
            direct = [table[table["mode"] == "direct"] for table in (found, reference)]
            print("direct " + evaluation.report(evaluation.compare(*direct, layer)))


def main() -> int:
    """Print every report."""
    docs = pipeline.annotate(corpus.load())
    show("the articles (the rules were written with them at hand)", docs, evaluation.reference)
    passages = _passages()
    for half in ("first", "second"):
        texts = passages.load(half)
        docs = pipeline.annotate(corpus.from_records(passages.records(texts)))
        show(f"tests/passages/{half}", docs, lambda layer, texts=texts: passages.rows(texts, layer))
    return 0


if __name__ == "__main__":
    sys.exit(main())
