"""Concordance, mentions, scales and rates."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_docs import made, texts

from helpers import uncertainty, vocabulary

NEWS = (
    "Le débat sur l’indépendance numérique reprend. L'Etat veut un champion européen, pas un géant américain."
)


def spans(frame):
    return [row.keyword if hasattr(row, "keyword") else row.span for row in frame.itertuples()]


# --- Concordance


@pytest.mark.parametrize(
    ("query", "by", "found"),
    [
        ("indépendance", "form", ["indépendance"]),
        ("INDÉPENDANCE", "form", ["indépendance"]),
        ("état", "form", ["Etat"]),
        ("l'", "form", ["l’", "L'"]),
        ("l'indépendance numérique", "form", ["l’indépendance numérique"]),
        ("dépendance", "form", []),
        (r"\w+éen", "regex", ["européen"]),
        (r"l'\w+", "regex", ["l’indépendance", "L'Etat"]),
        ("champion", "lemma", ["champion"]),
        ("champion européen", "lemma", ["champion européen"]),
        ("européen pas", "lemma", []),
        ("independence", "family", ["indépendance"]),
        ("dependence", "family", []),
    ],
)
def test_concordance_finds(query, by, found):
    assert spans(vocabulary.concordance(texts(NEWS), query, by)) == found


@pytest.mark.parametrize(
    ("query", "by", "message"),
    [
        (" ", "form", "empty"),
        ("(", "regex", "regular expression"),
        ("glory", "family", "no family"),
        ("x", "word", "kind"),
    ],
)
def test_concordance_says_what_is_wrong(query, by, message):
    with pytest.raises(ValueError, match=message):
        vocabulary.concordance(texts(NEWS), query, by)


def test_unknown_order():
    with pytest.raises(ValueError, match="choose article"):
        vocabulary.concordance(texts(NEWS), "un", sort="random")


def test_lines_are_sorted_from_the_keyword_outwards():
    docs = texts("Un grand pari gagne. Le vieux pari perd.", "Ce grand pari attend.")
    lines = vocabulary.concordance(docs, "pari", sort="left")
    assert [line.split()[-2:] for line in lines["left"]] == [
        ["Ce", "grand"],
        ["Un", "grand"],
        ["Le", "vieux"],
    ]
    lines = vocabulary.concordance(docs, "pari", sort="right")
    assert [line.split()[0] for line in lines["right"]] == ["attend.", "gagne.", "perd."]
    assert vocabulary.concordance(docs, "pari")["article"].tolist() == ["a", "a", "b"]


def test_lines_stay_in_their_paragraph_and_in_their_length():
    docs = texts("Titre du jour\n\nUn pari " + "très " * 30 + "fou")
    line = vocabulary.concordance(docs, "pari", context=4).iloc[0]
    assert (line["left"], line["right"]) == ("Un", "très très très très")
    assert (line["sentence"], docs[0].text[line["start"] : line["end"]]) == (2, "pari")


def test_lemmas_in_sequence_do_not_cross_a_sentence():
    doc = made("a", "Les/le/DET paris/pari/NOUN", "fous/fou/ADJ paris/pari/NOUN fous/fou/ADJ")
    assert spans(vocabulary.concordance([doc], "pari fou")) == ["paris fous"]


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=120), st.sampled_from(["le", "é", "l'", "$", "<b>", "a b"]))
def test_any_text_gives_lines_that_slice(text, query):
    docs = texts(text)
    for by in ("form", "lemma"):
        for line in vocabulary.concordance(docs, query, by).itertuples():
            assert " ".join(text[line.start : line.end].split()) == line.keyword
            assert line.sentence >= 1


def test_other_columns_stay(docs):
    found = vocabulary.mentions(docs)
    lines = vocabulary.lines(docs, found)
    assert list(lines)[:7] == list(vocabulary.LINES)
    assert {"family", "term", "scale"} <= set(lines)
    assert len(lines) == len(found)


# --- Mentions


@pytest.mark.parametrize(
    ("text", "family", "found"),
    [
        ("La souveraineté numérique du pays", "sovereignty", ["souveraineté"]),
        ("Un fonds souverain du Golfe", "sovereignty", []),
        ("Un cloud souverain", "sovereignty", ["souverain"]),
        ("Un cabinet indépendant et un site indépendant", "independence", ["indépendant"]),
        ("Il réagit indépendamment", "independence", []),
        ("L'indépendance de la justice", "independence", []),
        ("L’autonomie stratégique du continent", "independence", ["autonomie stratégique"]),
        ("L'autonomie de la batterie atteint 500 km", "independence", []),
        ("Le champion de France a gagné", "champion", []),
        ("Un champion du logiciel", "champion", ["champion"]),
        ("Le champion gagne son match", "champion", []),
        ("Casser le duopole des systèmes mobiles", "champion", ["Casser le duopole"]),
        ("Le succès dépendra de plusieurs facteurs", "dependence", []),
        ("Elles dépendent de quelques fournisseurs", "dependence", ["dépendent de quelques fournisseurs"]),
        ("Une dépendance aux serveurs étrangers", "dependence", ["dépendance", "serveurs étrangers"]),
        ("La dépendance au tabac recule", "dependence", []),
        ("La capitale accueille un sommet", "american", []),
        ("Des fonds d’investissement américains", "american", ["fonds d’investissement américains"]),
        ("Le président américain parle", "american", []),
        ("Les GAFAM dominent", "american", ["GAFAM"]),
        ("Google entre au capital du groupe", "american", ["au capital"]),
        ("La famille reste au capital du groupe", "american", []),
        ("Le gouvernement français hésite", "belonging", []),
        ("La licorne tricolore", "belonging", ["tricolore"]),
        ("La Commission européenne enquête", "belonging", []),
        ("Une industrie européenne", "belonging", ["européenne"]),
        ("Une industrie pour l’Europe", "belonging", ["pour l’Europe"]),
        ("Un climat continental", "belonging", []),
    ],
)
def test_the_codebook_decides_by_context(text, family, found):
    mentions = vocabulary.mentions(texts(text + "."))
    assert spans(mentions[mentions["family"] == family]) == found


def test_every_term_has_its_columns_and_its_example():
    table = vocabulary.terms()
    assert set(table["pole"]) == {"affirming", "threatened", ""}
    assert set(table["scale"]) == {"French", "European", ""}
    assert (table[table["include"] != "no"].set_index("family")["pole"].drop("belonging") != "").all()
    assert (table[["reason", "example"]] != "").all().all()


@pytest.mark.parametrize("include", ["yes", "doubt"])
def test_terms_without_grammar_find_their_own_example(include):
    table = vocabulary.terms()
    for row in table[table["include"] == include].itertuples():
        found = vocabulary.mentions(texts(row.example[:1].upper() + row.example[1:] + "."))
        if not {row.term} & {"alternative", "dépendre", "dominer"}:  # lemmas: a blank pipeline has none
            assert row.term in set(found["term"]), row


def test_doubtful_terms_can_be_left_out():
    docs = texts("La licorne française et le champion européen.")
    assert spans(vocabulary.mentions(docs)) == ["licorne", "française", "champion", "européen"]
    assert spans(vocabulary.mentions(docs, doubtful=False)) == ["française", "champion", "européen"]


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("La souveraineté française", "French"),
        ("Une « souveraineté numérique » européenne", "European"),
        ("Un cloud souverain, européen", "European"),
        ("La souveraineté de l’Europe", "European"),
        ("La souveraineté française et européenne", "both"),
        ("La souveraineté d'un grand et vieux pays, puis un champion français", ""),
        ("La souveraineté. Française elle reste", ""),
    ],
)
def test_scale_is_that_of_the_words_beside(text, scale):
    mentions = vocabulary.mentions(texts(text + "."))
    assert mentions[mentions["family"] == "sovereignty"]["scale"].tolist() == [scale]


def test_outermost_drops_what_a_longer_mention_holds():
    found = vocabulary.mentions(
        texts("Un leader européen face aux géants américains et au champion français.")
    )
    assert spans(vocabulary.outermost(found)) == [
        "leader européen",
        "géants américains",
        "champion",
        "français",
    ]


def test_mentions_slice_the_text(articles, docs):
    found = vocabulary.mentions(docs)
    assert list(found) == list(vocabulary.MENTIONS)
    for row in found.itertuples():
        assert articles.loc[row.article, "text"][row.start : row.end] == row.span


def test_nothing_has_the_columns():
    assert list(vocabulary.mentions([])) == list(vocabulary.MENTIONS)
    assert list(vocabulary.rates(vocabulary.mentions([]), [])) == list(vocabulary.RATES)
    assert vocabulary.outermost(vocabulary.mentions([])).empty


# --- Rates


def test_rates_are_those_of_plain_counting():
    docs = texts(
        "La souveraineté compte. Rien ici ne compte. Souveraineté encore, souveraineté.", "Rien du tout."
    )
    rates = vocabulary.rates(vocabulary.mentions(docs), docs, order=["sovereignty", "champion"])
    assert rates[["article", "family", "mentions", "words"]].values.tolist() == [
        ["a", "sovereignty", 3, 10],
        ["a", "champion", 0, 10],
        ["b", "sovereignty", 0, 3],
        ["b", "champion", 0, 3],
    ]
    first = rates.iloc[0]
    assert first["per_1000"] == pytest.approx(300)
    expected = uncertainty.resample_ratio([1000, 0, 2000], [3, 4, 3])
    assert (first["low"], first["high"]) == pytest.approx(expected)
    assert rates.iloc[1:][["low", "high"]].isna().all().all()


def test_words_of_the_sentences_are_the_words_of_the_article(articles, docs):
    for doc in docs:
        assert sum(vocabulary.sentence_words(doc)) == articles.loc[doc._.article, "words"]


def test_rates_of_another_column(docs):
    found = vocabulary.mentions(docs)
    rates = vocabulary.rates(found, docs, by="pole")
    assert rates.groupby("pole")["mentions"].sum().to_dict() == found["pole"].value_counts().to_dict()
    assert np.isfinite(rates["per_1000"]).all()


def test_a_concordance_leads_from_every_bar_to_its_lines(docs):
    found = vocabulary.mentions(docs)
    rates = vocabulary.rates(found, docs)
    for family, bars in rates.groupby("family"):
        lines = vocabulary.concordance(docs, family, by="family")
        assert lines["article"].value_counts().to_dict() == {
            row.article: row.mentions for row in bars.itertuples() if row.mentions
        }


def test_pattern_of_a_form_is_literal():

    assert spans(vocabulary.concordance(texts("a.b acb"), "a.b", "form")) == ["a.b"]
