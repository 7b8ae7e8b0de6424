"""Tokens with folded quotations, forms of reporting verbs, and when such a form reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french import cues
from helpers.french.cues import Words, er_forms, forms, kind_of, read


def found(text):
    words = Words(text)
    hits = [read(words, i) for i in range(len(words))]
    return [
        (" ".join(t.raw for t in words.tokens[c.first : c.last + 1]), c.lemma, c.how, c.pronoun)
        for c in hits
        if c
    ]


def test_a_quotation_is_one_token():
    text = "Il dit « oui. Non » hier. Elle part."
    words = Words(text, [(7, 19)])
    assert [t.raw for t in words.tokens[:4]] == ["Il", "dit", "« oui. Non »", "hier"]
    assert words.tokens[2].quote == 0
    assert words.sentence == [0, 0, 0, 0, 0, 5, 5, 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a-t-elle dit", ["a", "-t-elle", "dit"]),
        ("l'avocat d'aujourd'hui", ["l'", "avocat", "d'", "aujourd'hui"]),
        ("M. Roux et Mme Le Gall", ["M.", "Roux", "et", "Mme", "Le", "Gall"]),
        ("J. Martin, porte-parole", ["J.", "Martin", ",", "porte-parole"]),
        ("1.200,50 euros", ["1.200,50", "euros"]),
        ("un\n\ndeux\ntrois", ["un", "\n\n", "deux", "trois"]),
    ],
)
def test_tokens(text, expected):
    assert [token.raw for token in cues.tokens(text)] == expected


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Un. Deux ! Trois", [0, 2, 4]),
        ("M. Roux part. Il rit.", [0, 4]),
        ("Un\n\ndeux", [0, 2]),
        ("Oui ! dit-il", [0]),
        ("a " * 1000, [0, 300, 600, 900]),
    ],
)
def test_sentences(text, starts):
    assert sorted(set(Words(text).sentence)) == starts


@pytest.mark.parametrize(
    ("lemma", "some"),
    [
        ("suggérer", {"suggère", "suggérait", "suggérera"}),
        ("annoncer", {"annonce", "annonçait", "annonça"}),
        ("juger", {"juge", "jugeait", "jugeant", "jugée"}),
        ("appuyer", {"appuie", "appuyait"}),
        ("relever", {"relève", "relevait"}),
        ("rejeter", {"rejette", "rejetait"}),
        ("regretter", {"regrette", "regrettent", "regretta"}),
    ],
)
def test_regular_verbs(lemma, some):
    made = er_forms(lemma)
    assert some <= {word for words in made.values() for word in words}


@pytest.mark.parametrize(
    "word", ["dit", "soutient", "répondu", "écrivait", "avertissent", "promis", "craignant", "conclut"]
)
def test_irregular_verbs(word):
    assert word in forms()


def test_every_listed_verb_has_a_kind_and_forms():
    assert set(kind_of()) <= {form.lemma for form in forms().values()} | {"entendre"}
    assert len(kind_of()) > 400


CUES = [
    ("La ministre a déclaré", [("a déclaré", "déclarer", "finite", "")]),
    ("La ministre n'a pas manqué de rappeler", [("n' a pas manqué de rappeler", "rappeler", "finite", "")]),
    ("a-t-elle ainsi estimé", [("a -t-elle ainsi estimé", "estimer", "finite", "elle")]),
    ("affirme-t-il", [("affirme -t-il", "affirmer", "finite", "il")]),
    ("Il s'est félicité", [("s' est félicité", "féliciter", "finite", "")]),
    ("Anne tient à préciser", [("tient à préciser", "préciser", "finite", "")]),
    ("Roux a, de son côté, salué", [("a , de son côté , salué", "saluer", "finite", "")]),
    ("Le groupe fait savoir", [("fait savoir", "savoir", "finite", "")]),
    ("Le maire a fait état de retards", [("a fait état", "état", "finite", "")]),
    ("Anne Roux met en garde contre", [("met en garde", "garde", "finite", "")]),
    ("tout en assurant", [("en assurant", "assurer", "bare", "")]),
    ("avant de conclure", [("conclure", "conclure", "bare", "")]),
    ("le texte a été critiqué", [("été critiqué", "critiquer", "passive", "")]),
    ("le texte est contesté", [("est contesté", "contester", "passive", "")]),
    ("une mesure jugée excessive", [("jugée", "juger", "participle", "")]),
    ("Roux le répète", [("le répète", "répéter", "finite", "")]),
    ("Certains affirment", [("affirment", "affirmer", "finite", "")]),
    ("un ménage sur trois déclare", [("déclare", "déclarer", "finite", "")]),
]


@pytest.mark.parametrize(("text", "expected"), CUES)
def test_cues(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "la note de la banque",
        "le juge et l'annonce du conseil",
        "un ancien juge d'instruction",
        "ce tacle, cette critique, sa réplique",
        "sans réponse de sa part",
        "j'affirme",
        "la décision inquiète les riverains",
        "une part du gâteau",
        "il sait faire savoir-vivre",
    ],
)
def test_no_cue(text):
    assert found(text) == []


@given(st.text(max_size=150))
def test_any_text_is_read(text):
    words = Words(text)
    assert all(text[t.start : t.end] == t.raw for t in words.tokens)
    for i in range(len(words)):
        assert words.sentence[i] <= i < words.sentence_end(i)
        cue = read(words, i)
        if cue:
            assert 0 <= cue.first <= cue.verb <= cue.last < len(words)
