"""Which terms share a sentence: a graph, and a fixed place for each of them."""

import networkx as nx
import numpy as np
import pandas as pd
from scipy import sparse

from helpers.collocation import log_dice
from helpers.uncertainty import SEED

EDGES = ("one", "other", "together", "articles", "log_dice")
NODES = ("word", "x", "y", "sentences", "articles")


def edges(found: pd.DataFrame, by: str = "term", least: int = 2) -> pd.DataFrame:
    """Pairs of values of `by` that share at least `least` sentences, the closest bonds first.

    `found` has article, sentence and `by`, one row a mention. Columns: one, other (in the order of the
    alphabet), together (sentences that hold both), articles (that have such a sentence), log_dice (of the
    numbers of sentences; Rychlý 2008).

    >>> said = pd.DataFrame({"article": "x", "sentence": [1, 1, 2, 2], "term": ["a", "b", "a", "b"]})
    >>> edges(said)[["one", "other", "together", "log_dice"]].values.tolist()
    [['a', 'b', 2, 14.0]]
    """
    words, article, table = _presence(found, by)
    alone = np.asarray(table.sum(axis=0)).ravel()
    both = sparse.triu(table.T @ table, k=1).tocoo()
    often = both.data >= least
    one, other, together = both.row[often], both.col[often], both.data[often]
    frame = pd.DataFrame(
        {
            "one": words[one],
            "other": words[other],
            "together": together,
            "articles": _shared(table, article, one, other),
            "log_dice": log_dice(together, alone[one], alone[other]),
        },
        columns=list(EDGES),
    )
    order = ["log_dice", "together", "one", "other"]
    return frame.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def shared(found: pd.DataFrame, one: str, other: str, by: str = "term") -> pd.DataFrame:
    """The sentences that hold both of a pair: article, sentence, in the order of `found`."""
    place = ["article", "sentence"]
    first, second = (found.loc[found[by] == value, place].drop_duplicates() for value in (one, other))
    return first.merge(second, on=place).reset_index(drop=True)


def _presence(found: pd.DataFrame, by: str) -> tuple[np.ndarray, np.ndarray, sparse.csc_matrix]:
    """The values in order, the number of the article of each sentence, and which sentence holds which value (ones)."""
    seen = found[["article", "sentence", by]].drop_duplicates()
    words, column = np.unique(seen[by].to_numpy(dtype=str), return_inverse=True)
    article = pd.factorize(seen["article"])[0]
    row, sentences = pd.factorize(pd.MultiIndex.from_arrays([article, seen["sentence"]]))
    ones = np.ones(len(seen), dtype=np.int64)
    table = sparse.csc_matrix((ones, (row, column)), shape=(len(sentences), len(words)))
    return words.astype(object), np.array([number for number, _ in sentences], dtype=np.int64), table


def _shared(table: sparse.csc_matrix, article: np.ndarray, one: np.ndarray, other: np.ndarray) -> list[int]:
    """In how many articles each pair shares a sentence."""
    meet = table[:, one].multiply(table[:, other]).tocoo()
    pairs = np.unique(np.stack([meet.col, article[meet.row]]), axis=1)[0]
    return np.bincount(pairs, minlength=len(one)).tolist()


def layout(pairs: pd.DataFrame, found: pd.DataFrame, by: str = "term", seed: int = SEED) -> pd.DataFrame:
    """A place for each value in the pairs: columns word, x, y (0 to 1), sentences and articles that hold it.

    What shares many sentences stands close (Fruchterman and Reingold, Software: Practice and Experience 21,
    1991; by networkx, with a fixed seed). Every value is also bound a little to one point, so that groups
    without a bond do not drift apart. Coordinates have three decimals, so that they are the same everywhere.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted({*pairs["one"], *pairs["other"]}))
    if not graph:
        return pd.DataFrame(columns=list(NODES))
    centre = ("centre",)
    graph.add_weighted_edges_from((centre, word, 0.2) for word in list(graph))
    graph.add_weighted_edges_from(pairs[["one", "other", "together"]].itertuples(index=False, name=None))
    places = nx.spring_layout(graph, seed=seed, k=3.5 / np.sqrt(len(graph)), iterations=300)
    graph.remove_node(centre)
    xy = np.array([places[word] for word in graph])
    spread = np.ptp(xy, axis=0)
    xy = np.round((xy - xy.min(axis=0)) / np.where(spread > 0, spread, 1), 3)
    counted = (
        found.drop_duplicates(["article", "sentence", by]).groupby(by)["article"].agg(["size", "nunique"])
    )
    return pd.DataFrame(
        {
            "word": list(graph),
            "x": xy[:, 0],
            "y": xy[:, 1],
            "sentences": [int(counted.loc[word, "size"]) for word in graph],
            "articles": [int(counted.loc[word, "nunique"]) for word in graph],
        },
        columns=list(NODES),
    )
