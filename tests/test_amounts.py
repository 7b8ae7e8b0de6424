"""A numeral with the words around it: which unit, which value, from where to where."""

import pytest

from helpers.french import amounts, numerals


def first(text):
    """The first numeral of a flat text, with its words, as (words, value, kind, unit)."""
    amount = amounts.read(text, next(numerals.find(text)))
    if amount is None:
        return None
    return (
        text[amount.start : amount.end],
        float(amount.low),
        amount.kind,
        amount.unit.unit if amount.unit else "",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quarante fois plus", ("quarante fois plus", 40, "multiple", "times")),
        ("mille fois plus petit que", ("mille fois plus petit", 1000, "multiple", "times")),
        ("deux fois et demie moins que", ("deux fois et demie moins", 2.5, "multiple", "times")),
        ("dix fois supérieur au seuil", ("dix fois supérieur", 10, "multiple", "times")),
        ("deux fois le budget", ("deux fois", 2, "multiple", "times")),
        ("trois fois par an", ("trois fois", 3, "frequency", "")),
        ("multipliée par dix", ("multipliée par dix", 10, "multiple", "times")),
        ("facteur 10", ("facteur 10", 10, "multiple", "times")),
        ("35 h par semaine", ("35 h", 35, "duration", "hours")),
        ("2 h 13 de course", ("2 h 13", 133, "duration", "minutes")),
        ("une demi-journée", ("une demi-journée", 0.5, "duration", "days")),
        ("deux ans et demi", ("deux ans et demi", 2.5, "duration", "years")),
        ("trois heures et quart", ("trois heures et quart", 3.25, "duration", "hours")),
        ("un quart d'heure", ("un quart d'heure", 15, "duration", "minutes")),
        ("un quart de siècle", ("un quart de siècle", 25, "duration", "years")),
        ("un quart de point", ("un quart de point", 0.25, "share", "percentage points")),
        ("12 euros et 50 centimes", ("12 euros et 50 centimes", 12.5, "money", "EUR")),
        ("US$ 3 millions", ("US$ 3 millions", 3e6, "money", "USD")),
        ("-2,1 %", ("-2,1 %", -2.1, "share", "percent")),
        ("3 points de base", ("3 points de base", 3, "share", "basis points")),
        ("3 points d'avance", ("3 points", 3, "count", "points")),
        ("3 points de plus, à 52 %", ("3 points", 3, "share", "percentage points")),
        ("300, dit-il", ("300", 300, "", "")),
    ],
)
def test_a_numeral_and_what_it_counts(text, expected):
    assert first(text) == expected


@pytest.mark.parametrize("text", ["3D", "20-Minutes", "2.0.1", "12:30", "deux-roues", "8x7"])
def test_part_of_a_longer_sign(text):
    assert first(text) is None


def test_the_text_around_tells_pounds_from_books():
    assert first("trente livres, dit le libraire")[3] == "books"
    assert first("trente livres, dit-on à Londres")[3] == "GBP"
