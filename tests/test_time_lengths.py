"""Lengths of time, points at a distance, and what recurs."""

import pytest
from times_data import only, values


@pytest.mark.parametrize(
    ("text", "span", "value", "mod"),
    [
        ("Pendant trois semaines.", "trois semaines", "P3W", ""),
        ("Il a mis deux ans.", "deux ans", "P2Y", ""),
        ("Moins d’un an après.", "Moins d’un an", "P1Y", "LESS_THAN"),
        ("Sorti près d'un an après.", "près d'un an", "P1Y", "APPROX"),
        ("À peine un an après.", "À peine un an", "P1Y", "EQUAL_OR_LESS"),
        ("Plus d'un siècle après.", "Plus d'un siècle", "P100Y", "MORE_THAN"),
        ("Un peu plus de trois mois.", "Un peu plus de trois mois", "P3M", "MORE_THAN"),
        ("Au moins dix jours.", "Au moins dix jours", "P10D", "EQUAL_OR_MORE"),
        ("Il a duré trois ans environ.", "trois ans environ", "P3Y", "APPROX"),
        ("Quelque 500 heures de vol.", "Quelque 500 heures", "PT500H", "APPROX"),
        ("Depuis plusieurs années.", "plusieurs années", "PXY", ""),
        ("Quelques jours après.", "Quelques jours", "PXD", ""),
        ("Pendant des mois, il a nié.", "des mois", "PXM", ""),
        ("Quelques minutes après.", "Quelques minutes", "PTXM", ""),
        ("Une dizaine d’années.", "Une dizaine d’années", "P10Y", "APPROX"),
        ("Une quinzaine de jours.", "Une quinzaine de jours", "P15D", "APPROX"),
        ("Un millier d'années.", "Un millier d'années", "P1000Y", "APPROX"),
        ("Après 66 millions d'années.", "66 millions d'années", "P66000000Y", ""),
        ("Un arbre de 1\u202f500 ans.", "1\u202f500 ans", "P1500Y", ""),
        ("Il a tenu 48 heures.", "48 heures", "PT48H", ""),
        ("Un an et demi de travaux.", "Un an et demi", "P1Y6M", ""),
        ("Deux heures et demie de film.", "Deux heures et demie", "PT2H30M", ""),
        ("Deux ans et trois mois de prison.", "Deux ans et trois mois", "P2Y3M", ""),
        ("Une demi-heure de retard.", "Une demi-heure", "PT30M", ""),
        ("Absent trois à quatre semaines.", "trois à quatre semaines", "P3W/P4W", ""),
        ("Entre deux et trois ans de travaux.", "deux et trois ans", "P2Y/P3Y", ""),
        ("En une décennie.", "une décennie", "P10Y", ""),
        ("Deux trimestres de recul.", "Deux trimestres", "P6M", ""),
        ("Pendant une journée.", "une journée", "P1D", ""),
        ("En une minute.", "une minute", "PT1M", ""),
        ("Trois ans plus tard.", "Trois ans plus tard", "P3Y", ""),
        ("Un an plus tôt.", "Un an plus tôt", "P1Y", ""),
        ("Quelques semaines plus tard.", "Quelques semaines plus tard", "PXW", ""),
        ("Sur les six premiers mois.", "six premiers mois", "P6M", ""),
    ],
)
def test_durations(text, span, value, mod):
    time = only(text)
    assert (time.span, time.type, time.value, time.mod) == (span, "DURATION", value, mod)
    assert (time.earliest, time.latest) == ("", "") or "epuis" in text


@pytest.mark.parametrize(
    ("text", "value", "days"),
    [
        ("depuis dix ans", "P10Y", ("2014-02-27", "2024-02-27")),
        ("ces quinze dernières années", "P15Y", ("2009-02-27", "2024-02-27")),
        ("au cours des 12 derniers mois", "P12M", ("2023-02-27", "2024-02-27")),
        ("les dernières 48 heures", "PT48H", ("2024-02-25", "2024-02-27")),
        ("les trois prochaines années", "P3Y", ("2024-02-27", "2027-02-27")),
        ("dans les deux mois à venir", "P2M", ("2024-02-27", "2024-04-27")),
    ],
)
def test_durations_that_end_or_begin_with_publication(text, value, days):
    time = only(f"Rien {text}.")
    assert (time.type, time.value, (time.earliest, time.latest)) == ("DURATION", value, days)


@pytest.mark.parametrize(
    ("text", "value", "mod", "days"),
    [
        ("il y a trois ans", "2021", "", ("2021-01-01", "2021-12-31")),
        ("il y a deux mois", "2023-12", "", ("2023-12-01", "2023-12-31")),
        ("il y a trois semaines", "2024-W06", "", ("2024-02-05", "2024-02-11")),
        ("il y a quinze jours", "2024-02-12", "", ("2024-02-12", "2024-02-12")),
        ("il y a un an et demi", "2022-08", "", ("2022-08-01", "2022-08-31")),
        ("il y a plus de dix ans", "2014", "BEFORE", ("2014-01-01", "2014-12-31")),
        ("il y a moins d'un an", "2023", "AFTER", ("2023-01-01", "2023-12-31")),
        ("il y a près de dix ans", "2014", "APPROX", ("2014-01-01", "2014-12-31")),
        ("il y a tout juste un an", "2023", "", ("2023-01-01", "2023-12-31")),
        ("il y a une dizaine d'années", "2014", "APPROX", ("2014-01-01", "2014-12-31")),
        ("il y a quelques semaines", "PAST_REF", "", ("2023-12-05", "2024-02-13")),
        ("dans deux mois", "2024-04", "", ("2024-04-01", "2024-04-30")),
        ("dans dix jours", "2024-03-08", "", ("2024-03-08", "2024-03-08")),
        ("dans quelques années", "FUTURE_REF", "", ("2026-02-27", "2034-02-27")),
        ("d'ici quatre ans", "2028", "", ("2024-02-27", "2028-12-31")),
        ("d'ici à trois mois", "2024-05", "", ("2024-02-27", "2024-05-31")),
        ("d'ici quelques mois", "FUTURE_REF", "", ("2024-02-27", "2025-01-27")),
        ("il y a 12 milliards d'années", "PAST_REF", "", ("", "")),
    ],
)
def test_points_at_a_distance(text, value, mod, days):
    time = only(f"Rien {text}.")
    assert (time.span, time.type, time.value, time.mod) == (text, "DATE", value, mod)
    assert (time.earliest, time.latest) == days


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("chaque année", "P1Y"),
        ("tous les jours", "P1D"),
        ("tous les deux ans", "P2Y"),
        ("toutes les cinq minutes", "PT5M"),
        ("chaque lundi", "XXXX-WXX-1"),
        ("tous les lundis", "XXXX-WXX-1"),
        ("les lundis", "XXXX-WXX-1"),
        ("chaque été", "XXXX-SU"),
        ("chaque mars", "XXXX-03"),
        ("tous les matins", "XXXX-XX-XXTMO"),
        ("tous les week-ends", "XXXX-WXX-WE"),
        ("du lundi au vendredi", "XXXX-WXX-1/XXXX-WXX-5"),
    ],
)
def test_sets(text, value):
    time = only(f"Ouvert {text}.", "past")
    assert (time.span, time.type, time.value) == (text, "SET", value)


@pytest.mark.parametrize(
    "text",
    [
        "Une seconde chance, la seconde fois, le second rôle.",
        "Une journée de grève, une année record, un trimestre faste.",
        "Une minute de silence, les minutes du procès.",
        "Les 24 Heures du Mans, la guerre de Cent Ans.",
        "Ouvert 24 heures sur 24 et 7 jours sur 7, payé en heures supplémentaires.",
        "Deux fois par an, trois euros par jour.",
        "Le premier mois, la troisième semaine, une quinzaine d'euros.",
        "Des années noires, des jours meilleurs.",
        "Les derniers jours de la campagne.",
        "Tous les deux, chaque fois, un temps partiel.",
        "À dix années-lumière.",
    ],
)
def test_nothing(text):
    assert values(text, "past") == []
