"""Pairs of quotation marks in every typography, and what becomes of a mark that nothing closes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french.marks import pair


def inside(text):
    return [(text[p.open + 1 : p.close].strip(), p.depth, p.kind) for p in pair(text)]


CASES = [
    ("« oui »", [("oui", 0, "«»")]),
    ("«\u202foui\u202f»", [("oui", 0, "«»")]),
    ("‹ oui ›", [("oui", 0, "‹›")]),
    ('"oui"', [("oui", 0, '""')]),
    ('" oui "', [("oui", 0, '""')]),
    ('l\'"oui" et le "non"', [("oui", 0, '""'), ("non", 0, '""')]),
    ("“oui”", [("oui", 0, "“”")]),
    ("”oui”", [("oui", 0, "””")]),
    ("„ja“ et “oui”", [("ja", 0, "„“"), ("oui", 0, "“”")]),
    ('“oui"', [("oui", 0, '“"')]),
    ("‘oui’", [("oui", 0, "‘’")]),
    ("dit : 'oui' hier", [("oui", 0, "''")]),
    ("« a « b » c »", [("a « b » c", 0, "«»"), ("b", 1, "«»")]),
    ('"a "b" c"', [('a "b" c', 0, '""'), ("b", 1, '""')]),
    ("« a “b ‘mot’” »", [("a “b ‘mot’”", 0, "«»"), ("b ‘mot’", 1, "“”"), ("mot", 2, "‘’")]),
    # a forgotten mark ends with its sentence, or where the next mark stands
    ("« oui. Puis rien.", [("oui.", 0, "«")]),
    ("« oui", [("oui", 0, "«")]),
    ("« a, dit X. « b », dit Y.", [("a, dit X.", 0, "«"), ("b", 0, "«»")]),
    ("« a " + "b « c » d", [("a b", 0, "«"), ("c", 0, "«»")]),
    ("« oui\n\nAutre chose.", [("oui", 0, "«")]),
    # several paragraphs
    ("« a. b.\n\n« c »", [("a. b.", 0, "«"), ("c", 0, "«»")]),
    ("« a. b.\n\n» c »", [("a. b.", 0, "«"), ("c", 0, "»»")]),
    ("« a.\n\nb »", [("a.\n\nb", 0, "«»")]),
    ('"a. b.\n\n"c"', [("a. b.", 0, '"'), ("c", 0, '""')]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pairs(text, expected):
    assert inside(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "l'accord d’hier, aujourd’hui",
        "l‘accord",
        "l' accord de l' an dernier",
        'un écran de 27"',
        "6'2\" de haut, 5'11\"",
        "oui »",
        "«",
        "«»"[:1] * 20,
    ],
)
def test_no_pair(text):
    assert inside(text) == []


def test_an_unclosed_mark_stays_in_its_paragraph():
    text = "« un, deux\n\n" + "trois. " * 100
    (only,) = pair(text)
    assert not only.closed
    assert text[only.open + 1 : only.close] == " un, deux"


MARKS = st.text(alphabet=list("«»‹›\"“”„‘’' \n.a5l"), max_size=80)


@given(st.one_of(st.text(max_size=100), MARKS))
def test_pairs_lie_in_the_text_and_nest(text):
    pairs = pair(text)
    assert pairs == pair(text)
    assert pairs == sorted(pairs)
    for one in pairs:
        assert 0 <= one.open < one.close <= len(text)
        assert text[one.open] == one.kind[0]
        assert one.closed is (len(one.kind) == 2)
        if one.closed:
            assert text[one.close] == one.kind[1]
        around = [p for p in pairs if p.open < one.open < p.close]
        assert one.depth == len(around)
        assert all(one.close <= p.close for p in around)


@pytest.mark.parametrize("unit", ["« ", "» ", '" a ', "«a\n\n", "' a ", '«"', "“a "])
def test_many_unbalanced_marks_are_read_in_one_pass(unit):
    assert len(pair(unit * 10_000)) <= 10_000
