"""Collocates: the published formulas written again, and small sentences whose neighbours can be counted by eye."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from small_docs import made

from helpers import collocation, vocabulary

SENTENCES = (
    "La/le/DET/det/1 souveraineté/souveraineté/NOUN/nsubj/3 numérique/numérique/ADJ/amod/1 recule/reculer/VERB/ROOT/3 ././PUNCT/punct/3",
    "Le/le/DET/det/1 pays/pays/NOUN/nsubj/2 défend/défendre/VERB/ROOT/2 sa/son/DET/det/4 souveraineté/souveraineté/NOUN/obj/2 numérique/numérique/ADJ/amod/4",
    "Une/un/DET/det/1 volonté/volonté/NOUN/ROOT/1 de/de/ADP/case/3 souveraineté/souveraineté/NOUN/nmod/1 et/et/CCONJ/cc/5 autonomie/autonomie/NOUN/conj/3",
)


def nodes(docs, lemma="souveraineté"):
    return vocabulary.concordance(docs, lemma)


@given(st.integers(1, 50), st.integers(0, 50), st.integers(0, 50))
def test_log_dice_is_the_formula_of_rychly(together, more, other):
    one, two = together + more, together + other
    expected = 14 + math.log2(2 * together / (one + two))
    assert float(collocation.log_dice(together, one, two)) == pytest.approx(expected, abs=1e-9)


def test_words_that_never_meet():
    assert collocation.log_dice([0], [3], [4]).tolist() == [-math.inf]


def test_window_counts_what_stands_near():
    docs = [made("a", *SENTENCES[:2]), made("b", SENTENCES[2])]
    found = collocation.window(docs, nodes(docs), span=2, least=1).set_index("collocate")
    assert found["together"].to_dict() == {
        "numérique": 2,
        "reculer": 1,
        "défendre": 1,
        "volonté": 1,
        "autonomie": 1,
    }
    row = found.loc["numérique"]
    assert (row["node"], row["alone"], row["articles"]) == (3, 2, 1)
    assert row["log_dice"] == pytest.approx(14 + math.log2(2 * 2 / (3 + 2)))


def test_window_keeps_to_the_sentence_and_to_content():
    docs = [
        made("a", "Oui/oui/ADV souveraineté/souveraineté/NOUN", "Fini/finir/VERB la/le/DET fête/fête/NOUN")
    ]
    assert collocation.window(docs, nodes(docs), least=1).empty


def test_g2_of_a_window_is_that_of_scipy():
    docs = [made("a", *SENTENCES)]
    found = collocation.window(docs, nodes(docs), span=1, least=1).set_index("collocate")
    # Near a node: la, numérique, sa, numérique, de, et; 16 words in all, numérique twice.
    value = stats.chi2_contingency([[2, 0], [4, 10]], correction=False, lambda_="log-likelihood").statistic
    assert found.loc["numérique", "g2"] == pytest.approx(value, abs=1e-6)


def test_links_follow_the_syntax():
    docs = [made("a", *SENTENCES)]
    ties = collocation.links(docs, nodes(docs))
    assert ties[["relation", "collocate"]].values.tolist() == [
        ["modifier", "numérique"],
        ["verb it is subject of", "reculer"],
        ["modifier", "numérique"],
        ["verb it is object of", "défendre"],
        ["noun it completes", "volonté"],
    ]
    for tie in ties.itertuples():
        assert docs[0].text[tie.start : tie.end] == "souveraineté"
        assert docs[0].text[tie.word_start : tie.word_end].lower()[:4] == tie.collocate[:4]


def test_a_coordinated_node_has_the_ties_of_the_first():
    docs = [made("a", *SENTENCES)]
    ties = collocation.links(docs, nodes(docs, "autonomie"))
    assert ties[["relation", "collocate"]].values.tolist() == [["noun it completes", "volonté"]]


def test_syntax_counts_the_links():
    docs = [made("a", *SENTENCES[:1]), made("b", *SENTENCES[1:])]
    table = collocation.syntax(docs, nodes(docs))
    row = table[table["collocate"] == "numérique"].iloc[0]
    assert (row["relation"], row["together"], row["node"], row["articles"]) == ("modifier", 2, 3, 2)
    assert row["log_dice"] == pytest.approx(14 + math.log2(2 * 2 / (3 + 2)))


def test_nothing_has_the_columns():
    empty = pd.DataFrame({"article": [], "start": [], "end": []})
    docs = [made("a", *SENTENCES)]
    assert list(collocation.window(docs, empty)) == list(collocation.WINDOW)
    assert list(collocation.links(docs, empty)) == list(collocation.LINKS)
    assert list(collocation.syntax(docs, empty)) == list(collocation.SYNTAX)


def test_real_neighbours_lie_in_the_sentence_of_the_node(docs):
    found = vocabulary.mentions(docs)
    for tie in collocation.links(docs, found).itertuples():
        text = next(doc.text for doc in docs if doc._.article == tie.article)
        assert "\n\n" not in text[min(tie.start, tie.word_start) : max(tie.end, tie.word_end)]


def test_meetings_are_the_places_that_the_window_counts(docs):
    found = vocabulary.mentions(docs)
    core = found[found["family"] == "sovereignty"]
    texts = {doc._.article: doc.text for doc in docs}
    for row in collocation.window(docs, core).itertuples():
        places = collocation.meetings(docs, core, row.collocate)
        assert (len(places), places["article"].nunique()) == (row.together, row.articles)
        assert all(texts[p.article][p.start : p.end].strip() for p in places.itertuples())
