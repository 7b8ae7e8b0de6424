"""Words as numbers: elision, apostrophes, capitals; the lexical table and repeated segments against plain counting."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_docs import made, texts

from helpers import lexicon

SENTENCE = "L'/le/DET accord/accord/NOUN change/changer/VERB l'/le/DET avenir/avenir/NOUN ././PUNCT"


def counted(docs, unit="form"):
    table = lexicon.lexical_table(docs, unit)
    return {article: {w: int(n) for w, n in table[article].items() if n} for article in table}


def test_table_counts_lemmas_and_forms():
    docs = [made("a", SENTENCE), made("b", "Des/un/DET accords/accord/NOUN")]
    assert counted(docs, "lemma") == {
        "a": {"le": 2, "accord": 1, "changer": 1, "avenir": 1},
        "b": {"un": 1, "accord": 1},
    }
    assert counted(docs)["a"] == {"l'": 2, "accord": 1, "change": 1, "avenir": 1}


def test_both_apostrophes_are_one():
    curly, straight = texts("L’Europe d’aujourd’hui", "L'Europe d'aujourd'hui")
    both = counted([curly, straight])
    assert both["a"] == both["b"]
    assert "l'" in both["a"]
    assert "europe" in both["a"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'État et l'Etat", {"l'": 2, "état": 2, "et": 1}),
        ("Etat seul", {"etat": 1, "seul": 1}),
        ("Côte et côté", {"côte": 1, "et": 1, "côté": 1}),
        ("ÉLYSÉE Élysée", {"élysée": 2}),
        ("!!! … 3 %", {"3": 1}),
        ("", {}),
    ],
)
def test_capitals_and_marks(text, found):
    assert counted(texts(text))["a"] == found


def test_a_lemma_that_stands_in_small_letters_keeps_its_spelling():
    assert counted(texts("Cote de l'action, la cote monte, la côte aussi"))["a"]["cote"] == 2


def test_unknown_unit():
    with pytest.raises(ValueError, match="lemma or form"):
        lexicon.stream([], "word")


def test_nothing_has_the_shape_of_a_table():
    assert lexicon.lexical_table([]).shape == (0, 0)
    assert list(lexicon.segments([])) == list(lexicon.SEGMENTS)
    assert list(lexicon.segments(texts(""))) == list(lexicon.SEGMENTS)


@pytest.mark.parametrize("word", ["l'", "de", "2024", "a", "-t", "être", "qu'"])
def test_function_words_are_no_content(word):
    assert not lexicon.is_content(word)


@pytest.mark.parametrize("word", ["souveraineté", "européen", "pari", "start-up"])
def test_content_words(word):
    assert lexicon.is_content(word)


def test_segments_return_and_stop_at_marks():
    docs = texts(
        "La licorne tricolore gagne. La licorne tricolore perd, la licorne rit.",
        "Une licorne tricolore, tricolore.",
    )
    found = {row.segment: (row.count, row.articles) for row in lexicon.segments(docs).itertuples()}
    assert found == {"la licorne": (3, 1), "la licorne tricolore": (2, 1), "licorne tricolore": (3, 2)}


WORDS = st.lists(st.sampled_from(["le", "pari", "de", "l'", "accord", ",", "."]), min_size=1, max_size=40)


@settings(deadline=None, max_examples=60)
@given(WORDS)
def test_segments_are_those_of_plain_counting(tokens):
    doc = made("a", " ".join(f"{t}/{t}/X" for t in tokens))
    plain = Counter()
    blocks, block = [], []
    for token in [*tokens, "."]:
        if token in ",.":
            blocks.append(block)
            block = []
        else:
            block.append(token)
    for words in blocks:
        for size in range(2, 9):
            for i in range(len(words) - size + 1):
                plain[tuple(words[i : i + size])] += 1
    often = {key: n for key, n in plain.items() if n >= 2}
    swallowed = {
        key
        for key, n in often.items()
        if any(
            n == m and len(long) == len(key) + 1 and key in (long[1:], long[:-1]) for long, m in often.items()
        )
    }
    expected = {" ".join(key).replace("' ", "'"): n for key, n in often.items() if key not in swallowed}
    found = {row.segment: row.count for row in lexicon.segments([doc]).itertuples()}
    assert found == expected


def test_sentences_number_the_words():
    doc = made("a", SENTENCE, "Fin/fin/NOUN")
    assert lexicon.stream([doc]).sentence.tolist() == [1, 1, 1, 1, 1, 2]


def test_offsets_lead_back_to_the_text(docs):
    words_ = lexicon.stream(docs, "form")
    doc = docs[words_.article[-1]]
    for key, start, end, article in zip(words_.key, words_.start, words_.end, words_.article, strict=True):
        if article == words_.article[-1]:
            assert lexicon.normal(doc.text[start:end]).replace("e", "é") == words_.keys[key].replace("e", "é")
