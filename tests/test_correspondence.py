"""Correspondence analysis: the coordinates of the package prince, fixed signs, regions around the articles."""

import numpy as np
import pandas as pd
import prince
import pytest
from small_docs import texts

from helpers import correspondence, lexicon

TABLE = np.array([[12, 3, 5, 1], [4, 9, 2, 6], [3, 2, 11, 8], [7, 7, 1, 2], [2, 5, 6, 13]])


def test_axes_are_those_of_prince():
    rows, columns, inertia = correspondence.axes(TABLE)
    frame = pd.DataFrame(TABLE)
    other = prince.CA(n_components=2, n_iter=50, random_state=1).fit(frame)
    for ours, theirs in (
        (rows, other.row_coordinates(frame)),
        (columns * np.sqrt(inertia[:2]), other.column_coordinates(frame)),
    ):
        theirs = theirs.to_numpy() * np.sign((ours * theirs).sum(axis=0).to_numpy())
        assert ours == pytest.approx(theirs, abs=1e-6)
    assert inertia[:2] == pytest.approx(other.eigenvalues_, abs=1e-6)
    assert inertia.sum() == pytest.approx(other.total_inertia_, abs=1e-6)


def test_the_farthest_article_is_on_the_positive_side():
    for table in (TABLE, TABLE[::-1], TABLE[:, ::-1]):
        rows, *_ = correspondence.axes(table)
        assert (rows.max(axis=0) >= -rows.min(axis=0)).all()


NEWS = (
    "Le pari gagne. Un pari fou. Pari et accord.",
    "Un accord signé. Cet accord dure. Accord et champion.",
    "Le champion gagne. Un champion perd. Champion et pari.",
    "Rien de tel.",
)
WORDS = ["accord", "champion", "pari"]


def test_map_has_articles_words_and_regions():
    found = correspondence.fit(lexicon.stream(texts(*NEWS)), WORDS, n=50)
    assert found.articles["article"].tolist() == ["a", "b", "c"]
    assert found.words["word"].tolist() == WORDS
    assert found.words["count"].tolist() == [4, 4, 4]
    assert found.words["contribution"].sum() == pytest.approx(100)
    assert sum(found.inertia) == pytest.approx(1)
    assert set(found.regions["article"]) == {"a", "b", "c"}
    assert found.nearest("pari") == "a"
    assert len(found.table()) == 3 + 3 + len(found.regions)
    again = correspondence.fit(lexicon.stream(texts(*NEWS)), WORDS, n=50)
    pd.testing.assert_frame_equal(found.regions, again.regions)


def test_the_middle_of_a_region_is_near_its_article(docs):
    words_ = lexicon.stream(docs)
    table = lexicon.table_of(words_)
    kept = [word for word in table.index if lexicon.is_content(word) and table.loc[word].sum() >= 5]
    found = correspondence.fit(words_, kept, n=300)
    spread = found.articles[["x", "y"]].to_numpy().std()
    for article, region in found.regions.groupby("article"):
        spot = found.articles.set_index("article").loc[article, ["x", "y"]].to_numpy(dtype=float)
        assert np.abs(region[["x", "y"]].mean().to_numpy() - spot).max() < 0.3 * spread


def test_regions_apart_and_touching():

    points = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=float)

    def placed(*shifts):
        rows = [(name, x + shift, y) for name, shift in zip("ab", shifts, strict=True) for x, y in points]
        return correspondence.Map(None, None, pd.DataFrame(rows, columns=["article", "x", "y"]), (0.5, 0.5))

    assert placed(0, 3).separate() == ["a", "b"]
    assert placed(0, 0.5).separate() == []


@pytest.mark.parametrize("given", [NEWS[:2], NEWS[:1], (), NEWS[3:]])
def test_no_plane_without_three_articles(given):
    assert correspondence.fit(lexicon.stream(texts(*given)), WORDS) is None
