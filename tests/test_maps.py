"""Charts on free axes: every label readable, every word named or listed."""

import numpy as np
import pandas as pd
import pytest

from helpers import maps
from helpers.legibility import faults
from helpers.theme import styles

RNG = np.random.default_rng(4)


def plane(n_words, highlight=()):
    articles = pd.DataFrame(
        {"article": list("abcde"), "x": [0, 1, -1, 0.5, -0.6], "y": [1, 0, 0.2, -1, -0.7]}
    )
    words = pd.DataFrame(
        {
            "word": [f"mot$_{i}" for i in range(n_words)],
            "x": RNG.normal(0, 0.6, n_words).round(3),
            "y": RNG.normal(0, 0.6, n_words).round(3),
            "contribution": np.arange(n_words, 0, -1.0),
        }
    )
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    rings = [
        (a.article, a.x + 0.2 * np.cos(t), a.y + 0.3 * np.sin(t))
        for a in articles.itertuples()
        for t in angles
    ]
    regions = pd.DataFrame(rings, columns=["article", "x", "y"])
    return maps.plane(
        articles, words, regions, title="Une carte", subtitle="n = 5", styles=styles(list("abcde")),
        axes=("axe 1 : 40 %", "axe 2 : 20 %"), labelled=25, highlight=highlight,
    )  # fmt: skip


def drawn(fig):
    return {text.get_text() for text in fig.findobj(lambda artist: hasattr(artist, "get_text"))}


@pytest.mark.parametrize("n_words", [0, 3, 80, 300])
def test_plane_is_readable_and_names_or_lists_every_word(n_words):
    fig = plane(n_words, highlight=["mot$_2"])
    assert faults(fig) == []
    told = " ".join(drawn(fig))
    assert all(f"mot$_{i}" in told for i in range(min(n_words, 25)))


def test_plane_of_nothing():
    empty = pd.DataFrame({"article": [], "x": [], "y": []})
    with pytest.raises(ValueError, match="nothing to draw"):
        maps.plane(empty, empty, empty, title="t", subtitle="s", styles={}, axes=("", ""))


def graph(
    n, labels=("Souveraineté et indépendance", "Capital américain", "Champions européens", "Domination subie")
):
    nodes = pd.DataFrame(
        {
            "word": [f"terme {i}" for i in range(n)],
            "x": RNG.random(n).round(3),
            "y": RNG.random(n).round(3),
            "sentences": RNG.integers(1, 20, n),
            "family": [labels[i % len(labels)] for i in range(n)],
        }
    )
    edges = pd.DataFrame(
        [(f"terme {i}", f"terme {(i * 3 + 1) % n}", 1 + i % 5) for i in range(n)],
        columns=["one", "other", "together"],
    )
    return maps.network(
        nodes, edges, title="Un graphe", subtitle="n", group="family", styles=styles(list(labels))
    )


@pytest.mark.parametrize("n", [2, 14, 45])
def test_network_is_readable_and_names_or_lists_every_word(n):
    fig = graph(n)
    assert faults(fig) == []
    told = " ".join(drawn(fig))
    assert all(f"terme {i}" in told for i in range(n))
    assert "Souveraineté et indépendance" in told


def test_network_of_nothing():
    empty = pd.DataFrame(columns=["word", "x", "y", "sentences", "family"])
    with pytest.raises(ValueError, match="nothing to draw"):
        maps.network(empty, pd.DataFrame(), title="t", subtitle="s", group="family", styles={})
