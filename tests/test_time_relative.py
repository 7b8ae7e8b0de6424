"""What is told from the day of publication, a Tuesday, or from a day that the text has named."""

import pytest
from times_data import only, values

from helpers.components import times


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Hier, il pleuvait.", "Hier", "2024-02-26"),
        ("Avant-hier soir.", "Avant-hier soir", "2024-02-25TEV"),
        ("Il partira demain.", "demain", "2024-02-28"),
        ("Il partira après-demain matin.", "après-demain matin", "2024-02-29TMO"),
        ("Ce matin, il dort.", "Ce matin", "2024-02-27TMO"),
        ("Il chante cet après-midi.", "cet après-midi", "2024-02-27TAF"),
        ("Il dort cette nuit.", "cette nuit", "2024-02-27TNI"),
        ("Il a plu la nuit dernière.", "la nuit dernière", "2024-02-26TNI"),
        ("Cette semaine, tout va.", "Cette semaine", "2024-W09"),
        ("Ce mois-ci, tout va.", "Ce mois-ci", "2024-02"),
        ("Cette année, tout va.", "Cette année", "2024"),
        ("La semaine dernière.", "La semaine dernière", "2024-W08"),
        ("La semaine prochaine.", "La semaine prochaine", "2024-W10"),
        ("Le mois dernier.", "Le mois dernier", "2024-01"),
        ("Le mois prochain.", "Le mois prochain", "2024-03"),
        ("L’an dernier.", "L’an dernier", "2023"),
        ("L'an passé.", "L'an passé", "2023"),
        ("L'année prochaine.", "L'année prochaine", "2025"),
        ("Au cours du trimestre écoulé.", "trimestre écoulé", "2023-Q4"),
        ("Le siècle dernier.", "Le siècle dernier", "19"),
        ("Le week-end dernier.", "Le week-end dernier", "2024-W08-WE"),
        ("Lundi dernier.", "Lundi dernier", "2024-02-26"),
        ("Mardi dernier.", "Mardi dernier", "2024-02-20"),
        ("Mardi prochain.", "Mardi prochain", "2024-03-05"),
        ("Elle a jusqu'à vendredi pour payer.", "vendredi", "2024-03-01"),
        ("D'ici la fin de l'année, tout ira.", "D'ici la fin de l'année", "2024"),
        ("À la fin du mois, tout ira.", "la fin du mois", "2024-02"),
        ("Au début du mois prochain.", "début du mois prochain", "2024-03"),
        ("En début d'année, rien.", "début d'année", "2024"),
    ],
)
def test_told_from_publication(text, span, value):
    assert values(text) == [(span, value)]


@pytest.mark.parametrize(
    ("text", "past", "present", "future"),
    [
        ("mardi", "2024-02-27", "2024-02-27", "2024-02-27"),
        ("mercredi", "2024-02-21", "2024-02-28", "2024-02-28"),
        ("ce lundi", "2024-02-26", "2024-03-04", "2024-03-04"),
        ("jeudi soir", "2024-02-22TEV", "2024-02-29TEV", "2024-02-29TEV"),
        ("jeudi 29", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("le lundi", "2024-02-26", "XXXX-WXX-1", "2024-03-04"),
        ("ce week-end", "2024-W08-WE", "2024-W09-WE", "2024-W09-WE"),
    ],
)
def test_the_week_follows_the_tense(text, past, present, future):
    for tense, value in (("past", past), ("present", present), ("future", future)):
        assert only(f"Rien {text}.", tense).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Elle a exigé une réponse avant vendredi.", "2024-03-01"),
        ("Elle a répondu avant vendredi dernier.", "2024-02-23"),
        ("La grève a duré jusqu'à vendredi.", "2024-02-23"),
    ],
)
def test_a_term_in_the_story_of_the_past_is_to_come(text, value):
    assert only(text, "past").value == value


def test_a_weekday_with_its_number():
    assert values("Samedi 9 et dimanche 10 mars, le parc ferme.", "future") == [
        ("Samedi 9", "2024-03-09"),
        ("dimanche 10 mars", "2024-03-10"),
    ]


def test_a_night_has_two_days():
    for text in (
        "Dans la nuit de lundi à mardi, un feu.",
        "Dans la nuit de lundi 26 à mardi 27 février, un feu.",
    ):
        time = only(text, "past")
        assert (time.value, time.earliest, time.latest) == ("2024-02-26TNI", "2024-02-26", "2024-02-27")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Le 3 janvier 2024, il signe. La veille, il hésite ; le lendemain, il regrette.",
            ["2024-01-02", "2024-01-04"],
        ),
        ("Le 3 janvier 2024, puis le lendemain soir et le surlendemain.", ["2024-01-04TEV", "2024-01-06"]),
        ("Le 31 décembre 2023, et dans la soirée.", ["2023-12-31TEV"]),
        ("Le 24 décembre 2023, puis le lundi suivant.", ["2023-12-25"]),
        ("Le 24 décembre 2023, et le lundi précédent.", ["2023-12-18"]),
        ("En 2019, il gagne. L'année suivante, il perd.", ["2020"]),
        ("En mars 2019, puis le mois suivant.", ["2019-04"]),
        ("Le 2 mars 2019. Cette année-là, il perd.", ["2019"]),
    ],
)
def test_told_from_the_text(text, found):
    assert [value for _, value in values(text, "past")][1:] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("La veille, il hésite.", "XXXX-XX-XX"),
        ("L'année suivante, il perd.", "XXXX"),
        ("Le lundi suivant.", "XXXX-WXX-1"),
    ],
)
def test_no_day_to_tell_from(text, value):
    assert only(text, "past").value == value


@pytest.mark.parametrize(
    ("text", "span", "value", "days"),
    [
        ("Il est désormais fermé.", "désormais", "PRESENT_REF", ("2024-02-27", "2024-02-27")),
        ("Pour l’heure, rien.", "Pour l’heure", "PRESENT_REF", ("2024-02-27", "2024-02-27")),
        ("Le meilleur à ce jour.", "à ce jour", "PRESENT_REF", ("2024-02-27", "2024-02-27")),
        ("Il y pensait naguère.", "naguère", "PAST_REF", ("", "2024-02-27")),
        ("Il a récemment vendu.", "récemment", "PAST_REF", ("", "2024-02-27")),
        ("Ces derniers mois, il pleut.", "Ces derniers mois", "PAST_REF", ("", "2024-02-27")),
        ("À terme, il partira.", "À terme", "FUTURE_REF", ("2024-02-27", "")),
        ("Dans les mois à venir.", "les mois à venir", "FUTURE_REF", ("2024-02-27", "")),
        ("Converti plus tard en parts.", "plus tard", "FUTURE_REF", ("2024-02-27", "")),
        ("Tout à l'heure, il parlera.", "Tout à l'heure", "FUTURE_REF", ("2024-02-27", "")),
        ("L'école de demain.", "demain", "FUTURE_REF", ("2024-02-27", "")),
        ("Ce n'est pas pour demain.", "demain", "FUTURE_REF", ("2024-02-27", "")),
        ("Le monde d'aujourd'hui.", "aujourd'hui", "PRESENT_REF", ("2024-02-27", "2024-02-27")),
        ("Il faudra, un jour, payer.", "un jour", "FUTURE_REF", ("2024-02-27", "")),
        ("Il espère un jour gagner.", "un jour", "FUTURE_REF", ("2024-02-27", "")),
    ],
)
def test_vague(text, span, value, days):
    time = only(text)
    assert (time.span, time.type, time.value, (time.earliest, time.latest)) == (span, "REF", value, days)


def test_today_is_a_day_where_something_happens():
    assert only("Il a signé aujourd'hui.", "past").value == "2024-02-27"
    assert only("Il signera aujourd'hui.", "future").value == "2024-02-27"
    assert only("Il manque aujourd'hui de tout.", "present").value == "PRESENT_REF"


@pytest.mark.parametrize(
    "text",
    [
        "Vendredi saint, Mardi gras et lundi de Pâques.",
        "C'est Vendredi que Robinson appelle ainsi.",
        "Un lundi noir, des dimanches gris.",
        "La mise à jour, l'ordre du jour, du jour au lendemain.",
        "La veille du scrutin, au lendemain des élections.",
        "Il y a peu de chances.",
        "Un jour de repos, un jour férié, un jour par semaine.",
        "C'est le premier jour du procès, le grand soir.",
        "Le mois de la photo, la semaine de la mode, la journée du climat.",
        "À l'heure où il parle, l'heure est grave.",
        "Le soir tombe, la nuit vient.",
        "Rendez-vous au plus tard.",
    ],
)
def test_nothing(text):
    assert values(text, "past") == []


@pytest.mark.parametrize(
    ("text", "window", "value", "days"),
    [
        ("cette semaine", ("2024-02-26", "2024-03-03"), "2024-W09", ("2024-02-26", "2024-03-03")),
        ("le mois dernier", ("2024-01-01", "2024-01-31"), "2023-12", ("2023-12-01", "2023-12-31")),
        ("le mois dernier", ("2024-02-26", "2024-03-03"), "2024-XX", ("2024-01-01", "2024-02-29")),
        ("le mois dernier", ("2023-12-31", "2024-02-01"), "XXXX-XX", ("2023-11-01", "2024-01-31")),
        ("hier", ("2024-02-26", "2024-02-28"), "2024-02-XX", ("2024-02-25", "2024-02-27")),
        ("mardi soir", ("2024-02-26", "2024-03-03"), "2024-02-XXTEV", ("2024-02-20", "2024-02-27")),
        ("la semaine dernière", ("2024-02-26", "2024-03-10"), "2024-WXX", ("2024-02-19", "2024-03-03")),
        ("cet automne", ("2024-02-01", "2024-12-01"), "XXXX-FA", ("2023-09-01", "2024-11-30")),
        ("le 8 décembre", ("2024-01-01", "2024-01-31"), "2023-12-08", ("2023-12-08", "2023-12-08")),
        ("le 8 décembre", ("2024-05-29", ""), "XXXX-12-08", ("2023-12-08", "")),
        ("l'an dernier", ("2024-05-29", ""), "PAST_REF", ("2023-01-01", "")),
        ("l'an dernier", ("", "2024-05-29"), "PAST_REF", ("", "2023-12-31")),
        ("l'an dernier", ("", ""), "PAST_REF", ("", "")),
        ("le 8 décembre", ("", ""), "XXXX-12-08", ("", "")),
        ("mardi", ("", ""), "XXXX-WXX-2", ("", "")),
        ("ce matin", ("", ""), "XXXX-XX-XXTMO", ("", "")),
        ("en mars", ("", ""), "XXXX-03", ("", "")),
        ("cette semaine", ("", ""), "PRESENT_REF", ("", "")),
        ("demain", ("", ""), "FUTURE_REF", ("", "")),
        ("en mars 2023", ("", ""), "2023-03", ("2023-03-01", "2023-03-31")),
        ("d'ici à 2030", ("", ""), "2030", ("", "2030-12-31")),
    ],
)
def test_a_window_of_publication(text, window, value, days):
    (time,) = times.find(f"Rien {text}.", *window, lambda offset: "past")
    assert (time.value, (time.earliest, time.latest)) == (value, days)


def test_the_close_of_a_trading_day_is_past_also_in_the_story_of_the_future():
    told = values("Ils toucheront une prime sur le cours de clôture de vendredi.", "future")
    assert told == [("vendredi", "2024-02-23")]
