"""What a number counts: the lexicons, their plurals, and the words after a number."""

import pytest

from helpers.french import units


def test_no_noun_has_two_units():
    entries = [(noun, unit) for noun, _, unit, _ in units._entries()]
    assert len(entries) == len({noun for noun, _ in entries})


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("voix", "voix"),
        ("cheval", "chevaux"),
        ("festival", "festivals"),
        ("bateau", "bateaux"),
        ("carte graphique", "cartes graphiques"),
        ("coup de feu", "coups de feu"),
        ("chef d'État", "chefs d'État"),
    ],
)
def test_plural(noun, plural):
    assert units.plural(noun, {"festival": "festivals"}) == plural


@pytest.mark.parametrize(
    ("after", "linked", "words", "kind", "unit"),
    [
        (" % des voix", False, " %", "share", "percent"),
        (" pour cent des voix", False, " pour cent", "share", "percent"),
        ("€ de dons", False, "€", "money", "EUR"),
        (" d'euros", True, " d'euros", "money", "EUR"),
        ("E en caisse", True, "E", "money", "EUR"),
        (" dollars canadiens par an", False, " dollars canadiens", "money", "CAD"),
        (" DOLLARS", False, " DOLLARS", "money", "USD"),
        (" mètres carrés au sol", False, " mètres carrés", "measure", "square metres"),
        (" km/h en ville", False, " km/h", "measure", "kilometres per hour"),
        (" dernières années", False, " dernières années", "duration", "years"),
        (
            " cartes graphiques spécialisées coûtant",
            False,
            " cartes graphiques spécialisées",
            "count",
            "GPUs",
        ),
        (" des entreprises les plus", False, " des entreprises", "count", "companies"),
        (" suppressions de postes", False, " suppressions de postes", "count", "job cuts"),
        (" Suédois", False, " Suédois", "count", "persons"),
        (" pianistes", False, " pianistes", "count", "persons"),
        (" otaries grises", False, " otaries", "count", ""),
        (" de paramètres", True, " de paramètres", "parameters", "parameters"),
    ],
)
def test_the_words_after_a_number(after, linked, words, kind, unit):
    read = units.read(after, 0, singular=False, linked=linked)
    assert (after[: read.end], read.kind, read.unit) == (words, kind, unit)


@pytest.mark.parametrize(
    ("after", "linked"),
    [
        (" place Foch", False),
        (" dans la nuit", False),
        (" Paris", False),
        (", dit-il", False),
        (" de Altirus", True),
        (" investis", True),
        (" de prêts", True),
        ("", False),
    ],
)
def test_no_unit(after, linked):
    assert units.read(after, 0, singular=False, linked=linked) is None


def test_a_noun_alone():
    assert units.noun_unit("morts") == "persons"
    assert units.noun_unit("euros") == ""
    assert units.noun_unit("otaries") == ""
