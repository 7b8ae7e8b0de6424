"""Correspondence analysis: articles and words on one map, with a region of doubt around each article."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.lexicon import Stream
from helpers.uncertainty import SEED, resample_weights

ARTICLES = ("article", "x", "y")
WORDS = ("word", "x", "y", "count", "contribution")
REGIONS = ("article", "point", "x", "y")
#: Radius of the ellipse that holds 95 % of a normal cloud in the plane.
_RADIUS = float(np.sqrt(-2 * np.log(0.05)))
_POINTS = 48


@dataclass(frozen=True, slots=True)
class Map:
    """Two axes of a correspondence analysis.

    `articles` and `words` have principal coordinates x and y, `words` also its count and its contribution to
    the two axes (per cent); `inertia` is the share of the total that each axis explains; `regions` are points
    around each article, in order.
    """

    articles: pd.DataFrame
    words: pd.DataFrame
    regions: pd.DataFrame
    inertia: tuple[float, float]

    def nearest(self, word: str) -> str:
        """The article closest to a word in direction, seen from the middle of the map."""
        spot = self.words.loc[self.words["word"] == word, ["x", "y"]].to_numpy()[0]
        places = self.articles[["x", "y"]].to_numpy()
        length = np.maximum(np.linalg.norm(places, axis=1), 1e-12)
        return self.articles["article"].iloc[int(np.argmax(np.round(places @ spot / length, 9)))]

    def separate(self) -> list[str]:
        """The articles whose region touches that of no other."""
        rings = {article: group[["x", "y"]].to_numpy() for article, group in self.regions.groupby("article")}
        return [
            article
            for article, ring in rings.items()
            if not any(_touch(ring, other) for name, other in rings.items() if name != article)
        ]

    def table(self) -> pd.DataFrame:
        """Everything on the map in one table: kind, name, x, y, point (of a region), count and contribution (of a word)."""
        parts = (
            self.articles.rename(columns={"article": "name"}).assign(kind="article"),
            self.words.rename(columns={"word": "name"}).assign(kind="word"),
            self.regions.rename(columns={"article": "name"}).assign(kind="region"),
        )
        columns = ["kind", "name", "x", "y", "point", "count", "contribution"]
        return (
            pd.concat(parts, ignore_index=True)
            .reindex(columns=columns)
            .astype({"point": "Int64", "count": "Int64"})
        )


def _touch(one: NDArray, other: NDArray) -> bool:
    """Whether two ellipses, given as rings of points, have a point in common."""
    return bool(_holds(one, other).any() or _holds(other, one).any())


def _holds(ring: NDArray, points: NDArray) -> NDArray[np.bool_]:
    """Which points lie inside a convex ring: on the same side of all its edges."""
    edges = np.roll(ring, -1, axis=0) - ring
    away = points[:, None, :] - ring[None, :, :]
    cross = edges[None, :, 0] * away[:, :, 1] - edges[None, :, 1] * away[:, :, 0]
    return (cross >= 0).all(axis=1) | (cross <= 0).all(axis=1)


def fit(words_: Stream, kept: Sequence[str], n: int = 500, seed: int = SEED) -> Map | None:
    """Map of the articles by the words in `kept`, with regions from `n` resamples of their sentences.

    The regions are ellipses around 95 % of the resampled articles, placed on the axes of the whole corpus
    (partial bootstrap). The sign of an axis is fixed: the article farthest from the middle is on the positive
    side. None where fewer than three articles hold the words: they have no plane. Sources: Benzécri,
    L'analyse des données (1973); Lebart, Salem and Berry, Exploring Textual Data (1998). The package prince
    gives the same coordinates.
    """
    units, table = _by_sentence(words_, kept)
    counts = np.stack(
        [table[units == number].sum(axis=0) for number in range(len(words_.articles))]
        or [table[:0].sum(axis=0)]
    )
    used, said = counts.sum(axis=1) > 0, counts.sum(axis=0) > 0
    if used.sum() < 3 or said.sum() < 3:
        return None
    names = [article for article, use in zip(words_.articles, used, strict=True) if use]
    counts = counts[used][:, said]
    rows, standard, values = axes(counts)
    columns = standard * np.sqrt(values[:2])
    mass = counts.sum(axis=0) / counts.sum()
    regions = [
        (article, point, x, y)
        for number, article in zip(np.flatnonzero(used).tolist(), names, strict=True)
        for point, (x, y) in enumerate(_region(table[units == number][:, said], standard, n, seed))
    ]
    about = {
        "word": np.array(kept, dtype=object)[said],
        "x": columns[:, 0],
        "y": columns[:, 1],
        "count": counts.sum(axis=0),
        "contribution": 100 * (mass[:, None] * columns**2).sum(axis=1) / values[:2].sum(),
    }
    return Map(
        pd.DataFrame({"article": names, "x": rows[:, 0], "y": rows[:, 1]}, columns=list(ARTICLES)),
        pd.DataFrame(about, columns=list(WORDS)),
        pd.DataFrame(regions, columns=list(REGIONS)),
        tuple((values[:2] / values.sum()).tolist()),
    )


def axes(table: NDArray) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Correspondence analysis of a table of counts: rows in principal, columns in standard coordinates, inertia.

    Two axes of coordinates, and the inertia of every axis. Source: Greenacre, Correspondence Analysis in
    Practice (2007), appendix A: singular values of the standardised residuals.

    >>> rows, columns, inertia = axes(np.array([[9, 1, 2], [2, 8, 1], [1, 2, 7]]))
    >>> rows.shape, columns.shape, inertia.round(3).tolist()
    ((3, 2), (3, 2), [0.379, 0.327, 0.0])
    """
    share = table / table.sum()
    r, c = share.sum(axis=1, keepdims=True), share.sum(axis=0, keepdims=True)
    left, singular, right = np.linalg.svd((share - r * c) / np.sqrt(r * c), full_matrices=False)
    rows = left[:, :2] * singular[:2] / np.sqrt(r)
    columns = right[:2].T / np.sqrt(c.T)
    # Rounded before it is compared: two articles as far from the middle must not change sides by the last bit.
    far = np.argmax(np.round(np.abs(rows), 9), axis=0)
    signs = np.where(rows[far, [0, 1]] < 0, -1.0, 1.0)
    return rows * signs, columns * signs, singular**2


def _by_sentence(words_: Stream, kept: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Counts of the kept words in every sentence, and the number of the article of each sentence."""
    place = {word: number for number, word in enumerate(kept)}
    column = np.array([place.get(key, -1) for key in words_.keys], dtype=np.int64)[words_.key]
    of = words_.article * (words_.sentence.max(initial=0) + 1) + words_.sentence
    sentences, row = np.unique(of, return_inverse=True)
    table = np.zeros((len(sentences), len(kept)), dtype=np.int64)
    np.add.at(table, (row[column >= 0], column[column >= 0]), 1)
    return sentences // (words_.sentence.max(initial=0) + 1), table


def _region(table: NDArray, standard: NDArray, n: int, seed: int) -> list[tuple[float, float]]:
    """Points of the ellipse around the resampled places of one article; none for fewer than two sentences."""
    drawn = resample_weights(len(table), n, seed) @ table
    drawn = drawn[drawn.sum(axis=1) > 0]
    if len(table) < 2 or len(drawn) < 2:
        return []
    places = (drawn / drawn.sum(axis=1, keepdims=True)) @ standard
    (a, b), (_, d) = np.cov(places.T)
    # Square root of the covariance that is the same on every machine: Cholesky's, which has no sign to choose.
    down = b / np.sqrt(a) if a > 0 else 0.0
    root = np.array([[np.sqrt(a), 0.0], [down, np.sqrt(max(d - down**2, 0.0))]])
    angles = np.linspace(0, 2 * np.pi, _POINTS, endpoint=False)
    circle = np.stack([np.cos(angles), np.sin(angles)]) * _RADIUS
    return [tuple(point) for point in (places.mean(axis=0)[:, None] + root @ circle).T.tolist()]
