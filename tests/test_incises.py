"""Quotations cut by their cue, and lines of dialogue."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french.incises import dialogue, incises, outside, pieces
from helpers.french.marks import pair

CUTS = [
    ("Il le faut, a-t-elle estimé. Nous irons", [", a-t-elle estimé."]),
    ("Il le faut, dit Anne Roux, et nous irons", [", dit Anne Roux,"]),
    ("C'est fini ! s'exclame la maire. Allons-y", [" s'exclame la maire."]),
    ("J'y tiens, confie Roland, mécanicien. J'y suis né", [", confie Roland, mécanicien."]),
    (
        "Oui, a-t-il dit mardi à la presse. Demain, a-t-il ajouté, non",
        [", a-t-il dit mardi à la presse.", ", a-t-il ajouté,"],
    ),
    (
        "Nous débattrons de tout, promet le porte-parole de Luc Morin, y compris de ça",
        [", promet le porte-parole de Luc Morin,"],
    ),
    ("Il faut, je crois, partir sans attendre", []),
    ("Nous irons à Paris, dit-on, mais sans joie", []),
    ("Il a dit que non, le maire a dit que oui", []),
    ("Que pense-t-il de tout cela ? Rien", []),
]


@pytest.mark.parametrize(("text", "expected"), CUTS)
def test_incises(text, expected):
    assert [text[a:b] for a, b in incises(text, 0, len(text))] == expected


def test_pieces_keep_their_pair():
    text = "« Il le faut, dit-il. Nous irons. » Et « oui »."
    found = list(pieces(text, pair(text)))
    assert [(text[a:b].strip(), piece.pair) for piece in found for a, b in [piece.inner]] == [
        ("Il le faut", 0),
        ("Nous irons.", 0),
        ("oui", 1),
    ]
    assert text[found[0].start] == "«"
    assert text[found[1].end - 1] == "»"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("— Je pars demain matin, dit-il.", 1),
        ("– Vous partez déjà ? demanda Anne Roux.\n– Je reviens demain, dit-il.", 2),
        ("— une liste de courses, du pain", 0),
        ("— « Je pars demain matin », dit-il.", 0),
        ("Il part — je crois, dit-il — demain.", 0),
    ],
)
def test_dialogue(text, count):
    assert len(list(dialogue(text, pair(text)))) == count


@given(st.text(alphabet=list("ad-it,. leil?!\n«»"), max_size=120))
def test_what_is_cut_and_what_is_left_make_the_whole(text):
    cuts = list(incises(text, 0, len(text)))
    left = list(outside(0, len(text), cuts))
    assert all(a < b for a, b in cuts)
    assert all(one[1] <= other[0] for one, other in pairwise(cuts))
    assert all(0 <= a <= b <= len(text) for a, b in left)
