"""Numbers that are read together: ranges, changes, ratios, and units left out."""

import pytest

from helpers.components.quantities import find


def read(text):
    """Span, value (or both ends of a range), unit and bound of each quantity."""
    return [
        (q.span, q.value if q.value_high is None else (q.value, q.value_high), q.unit, q.bound)
        for q in find(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Il vaut entre 20 000 et 40 000 euros pièce.",
            [("entre 20 000 et 40 000 euros pièce", (2e4, 4e4), "EUR")],
        ),
        ("Il vaut de 150 à 500 euros.", [("de 150 à 500 euros", (150, 500), "EUR")]),
        ("Il reste 2 à 3 milliards d'euros.", [("2 à 3 milliards d'euros", (2e9, 3e9), "EUR")]),
        ("Il faut 800 000 à 2 millions d'euros.", [("800 000 à 2 millions d'euros", (8e5, 2e6), "EUR")]),
        ("Il faut entre un et deux ans.", [("entre un et deux ans", (1, 2), "years")]),
        ("Il faut deux ou trois jours.", [("deux ou trois jours", (2, 3), "days")]),
        ("Les 18-24 ans votent.", [("18-24 ans", (18, 24), "years")]),
        ("Il perd 20 % à 30 %.", [("20 % à 30 %", (20, 30), "percent")]),
        ("C'est cinq à dix fois plus.", [("cinq à dix fois plus", (5, 10), "times")]),
        ("Environ 10 à 15 élus partent.", [("Environ 10 à 15 élus", (10, 15), "persons")]),
        # A change is two quantities, whatever their order.
        ("L'âge passe de 62 à 64 ans.", [("62", 62, "years"), ("64 ans", 64, "years")]),
        ("La part tombe de 6,1 % à 3,9 %.", [("6,1 %", 6.1, "percent"), ("3,9 %", 3.9, "percent")]),
        (
            "Les effectifs sont passés de 120 à 90 salariés.",
            [("120", 120, "employees"), ("90 salariés", 90, "employees")],
        ),
        (
            "Le gain passe de 1,2 à 1,65 milliard d'euros.",
            [("1,2", 1.2e9, "EUR"), ("1,65 milliard d'euros", 1.65e9, "EUR")],
        ),
        ("Le nombre de morts est passé de 12 à 15.", [("12", 12, "persons"), ("15", 15, "persons")]),
        ("Les prix vont augmenter de 10 à 12 %.", [("de 10 à 12 %", (10, 12), "percent")]),
    ],
)
def test_ranges_and_changes(text, expected):
    assert [found[:3] for found in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("Il a reçu d'un fonds 4 milliards de dollars et 2 milliards d'un autre.", "2 milliards", 2e9, "USD"),
        # What stands in brackets is an aside: the sentence goes on in its own currency.
        (
            "Elle vise 90 milliards de yens (560 millions d'euros), contre 80 milliards.",
            "80 milliards",
            8e10,
            "JPY",
        ),
        ("Il met 15 millions d'euros dans la firme, valorisée à 2 milliards.", "2 milliards", 2e9, "EUR"),
        ("La firme a 800 employés, contre une trentaine ici.", "une trentaine", 30, "employees"),
        ("Le texte a recueilli 289 voix contre 241.", "241", 241, "votes"),
        ("Le texte a recueilli 349 voix pour, 186 contre.", "186", 186, "votes"),
        ("Il a pris dix-huit mois de prison, dont six ferme.", "six", 6, "months"),
        ("Il y a eu 12 blessés, dont cinq grièvement.", "cinq", 5, "persons"),
        ("La France a eu 3 millions de visiteurs, et 4 millions en 2019.", "4 millions", 4e6, "persons"),
        ("Il a vu 12 personnes; 5 autres ont fui.", "5 autres", 5, "persons"),
        ("Sur les 300 dossiers, 120 ont été rejetés.", "120", 120, "cases"),
        ("Le parti avait 89 députés; il en compte désormais 126.", "126", 126, "persons"),
        ("Il y avait 93 000 manifestants, la CGT dit 400 000.", "400 000", 4e5, "persons"),
        ("Deux des cinq accusés ont fait appel.", "Deux", 2, "persons"),
        ("Il donne 50 milliards d'euros, dont 33 milliards de prêts.", "33 milliards", 33e9, "EUR"),
        ("Il a pris 15 ans, dont dix incompressibles.", "dix incompressibles", 10, "years"),
        ("Entre 120 000 (police) et 350 000 personnes ont défilé.", "120 000", 120e3, "persons"),
        ("Il roulait à 180 km/h au lieu de 110.", "110", 110, "kilometres per hour"),
        ("Il a envoyé quatre Canadair.", "quatre Canadair", 4, ""),
        ("Plus de 300 ont été arrêtés.", "Plus de 300", 300, ""),
    ],
)
def test_a_unit_left_out_comes_from_the_sentence(text, span, value, unit):
    assert (span, value, unit) in [found[:3] for found in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un élu sur trois part.", [("Un élu sur trois", pytest.approx(100 / 3), "percent")]),
        ("Deux à trois élus sur dix partent.", [("Deux à trois élus sur dix", (20, 30), "percent")]),
        ("Un à deux tiers des élus.", [("Un à deux tiers", pytest.approx((100 / 3, 200 / 3)), "percent")]),
        ("Sept jours sur sept.", []),
        ("Il a eu 15 sur 20.", []),
        ("Il a 3 buts sur 10 matchs.", [("3 buts", 3, "goals"), ("10 matchs", 10, "matches")]),
    ],
)
def test_ratios(text, expected):
    assert [found[:3] for found in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il a mis deux ans et six mois.", [("deux ans et six mois", 30, "months")]),
        ("Il a mis une minute et deux secondes.", [("deux secondes", 2, "seconds")]),
        ("Il a mis deux ans, six mois après.", [("deux ans", 2, "years"), ("six mois", 6, "months")]),
        ("Le débat a duré deux heures trente.", [("deux heures trente", 150, "minutes")]),
    ],
)
def test_compound_durations(text, expected):
    assert [found[:3] for found in read(text)] == expected
