"""Clock times, and what only looks like one."""

import pytest
from times_data import only, values

from helpers.components import times


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("À 18h30, il sort.", "18h30", "T18:30"),
        ("À 18 h 30, il sort.", "18 h 30", "T18:30"),
        ("À 18\u00a0h\u00a005.", "18\u00a0h\u00a005", "T18:05"),
        ("Parution à 18:30.", "18:30", "T18:30"),
        ("À 20 h, il sort.", "20 h", "T20:00"),
        ("À 20 heures, il sort.", "20 heures", "T20:00"),
        ("Vers 15 heures, il sort.", "Vers 15 heures", "T15:00"),
        ("À 8 heures du matin.", "8 heures du matin", "T08:00"),
        ("À cinq heures de l'après-midi.", "cinq heures de l'après-midi", "T17:00"),
        ("À huit heures et demie.", "huit heures et demie", "T08:30"),
        ("À sept heures moins le quart.", "sept heures moins le quart", "T06:45"),
        ("Il est 8 heures.", "8 heures", "T08:00"),
        ("Peu avant minuit.", "minuit", "T00:00"),
        ("À midi et demi.", "midi et demi", "T12:30"),
        ("Jusqu'à 17 heures.", "Jusqu'à 17 heures", "T17:00"),
        ("À 20 heures sur la chaîne.", "20 heures", "T20:00"),
        ("Vers 17 h 15 sur la route.", "Vers 17 h 15", "T17:15"),
    ],
)
def test_clock_times(text, span, value):
    assert [(t.span, t.value) for t in times.find(text)] == [(span, value)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ouvert de 8h à 20h.", ["T08:00", "T20:00"]),
        ("Ouvert de 9 heures à 17 heures.", ["T09:00", "T17:00"]),
        ("Entre 12 h 30 et 14 h.", ["T12:30", "T14:00"]),
    ],
)
def test_ranges_are_two_times(text, found):
    assert [value for _, value in values(text)] == found


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Il a couru en 2h05.", "2h05", "PT2H5M"),
        ("En 2 h 5 min 31 s.", "2 h 5 min 31 s", "PT2H5M31S"),
        ("En 58 min 12 s.", "58 min 12 s", "PT58M12S"),
        ("À deux heures de Paris.", "deux heures", "PT2H"),
        ("Après 8 heures de vol.", "8 heures", "PT8H"),
        ("Prolongée de 24 heures.", "24 heures", "PT24H"),
        ("Il dort 8 heures.", "8 heures", "PT8H"),
    ],
)
def test_hours_that_are_a_length(text, span, value):
    assert [(t.span, t.type, t.value) for t in times.find(text)] == [(span, "DURATION", value)]


@pytest.mark.parametrize(
    "text",
    [
        "Le 20 heures de la chaîne.",
        "Au 20h.",
        "Dans le Midi.",
        "Le ratio 3:25.",
        "À 18h75.",
    ],
)
def test_nothing(text):
    assert [t for t in times.find(text) if t.type == "TIME"] == []


def test_the_day_of_a_clock_time_stands_before_it():
    time = times.find("Le 24 juin 2024 à 18 heures.")[1]
    assert (time.value, time.earliest, time.latest) == ("T18:00", "2024-06-24", "2024-06-24")
    assert only("À 18 heures.").earliest == ""


def test_about():
    assert only("Vers 15 heures.").mod == "APPROX"
