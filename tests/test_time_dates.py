"""Dates that stand on the calendar: invented sentences, one a row."""

import pytest
from times_data import only, values


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Le conseil du 26 février 2024.", "26 février 2024", "2024-02-26"),
        ("Réuni le 26\u00a0février\u202f2024.", "le 26\u00a0février\u202f2024", "2024-02-26"),
        ("Ce lundi 26 février 2024, elle signe.", "Ce lundi 26 février 2024", "2024-02-26"),
        ("La loi du 1er mars 2024.", "1er mars 2024", "2024-03-01"),
        ("La loi du premier mars 2024.", "premier mars 2024", "2024-03-01"),
        ("Le 1 er mars 2024.", "Le 1 er mars 2024", "2024-03-01"),
        ("Paru le 26/02/2024.", "le 26/02/2024", "2024-02-26"),
        ("Paru le 26/02/24.", "le 26/02/24", "2024-02-26"),
        ("Paru le 26/02/98.", "le 26/02/98", "1998-02-26"),
        ("Version du 26.02.2024.", "26.02.2024", "2024-02-26"),
        ("Version du 2024-02-26.", "2024-02-26", "2024-02-26"),
        ("La prise de la Bastille, le 14 juillet 1789.", "le 14 juillet 1789", "1789-07-14"),
        ("Le 24 décembre 2023 au soir.", "Le 24 décembre 2023 au soir", "2023-12-24TEV"),
        ("LE 10 JANVIER 2024", "LE 10 JANVIER 2024", "2024-01-10"),
        ("La semaine du 4 mars 2024.", "La semaine du 4 mars 2024", "2024-W10"),
        ("Fondée en avril 2023.", "avril 2023", "2023-04"),
        ("Au mois d’août 2022.", "Au mois d’août 2022", "2022-08"),
        ("Du 3 au 7 juin 2024.", "Du 3 au 7 juin 2024", "2024-06-03/2024-06-07"),
        ("Du 28 décembre au 3 janvier 2024.", "Du 28 décembre au 3 janvier 2024", "2023-12-28/2024-01-03"),
        (
            "Du jeudi 11 au dimanche 14 juillet 2024.",
            "Du jeudi 11 au dimanche 14 juillet 2024",
            "2024-07-11/2024-07-14",
        ),
        ("Entre le 4 et le 15 mars 2024.", "Entre le 4 et le 15 mars 2024", "2024-03-04/2024-03-15"),
        ("Les 26, 27 et 28 mars 2024.", "Les 26, 27 et 28 mars 2024", "2024-03-26/2024-03-28"),
        ("De septembre 2022 à mars 2023.", "De septembre 2022 à mars 2023", "2022-09/2023-03"),
        ("De septembre 2022 à mars.", "De septembre 2022 à mars", "2022-09/2023-03"),
        ("Entre janvier et mai 2022.", "Entre janvier et mai 2022", "2022-01/2022-05"),
        ("Entre 2019 et 2022.", "Entre 2019 et 2022", "2019/2022"),
        ("De 2015 à 2018.", "De 2015 à 2018", "2015/2018"),
        ("La saison 2023-2024.", "2023-2024", "2023/2024"),
        ("La saison 2023-24.", "2023-24", "2023/2024"),
        ("La guerre (1939-1945).", "1939-1945", "1939/1945"),
        ("Au premier trimestre 2024.", "Au premier trimestre 2024", "2024-Q1"),
        ("Au 3e trimestre de 2023.", "Au 3e trimestre de 2023", "2023-Q3"),
        ("Au second semestre 2023.", "Au second semestre 2023", "2023-H2"),
        ("Les comptes du T1 2024.", "T1 2024", "2024-Q1"),
        ("Au printemps 2023.", "Au printemps 2023", "2023-SP"),
        ("Depuis l’hiver 1999.", "l’hiver 1999", "1999-WI"),
        ("Un tube de l'été 2003.", "l'été 2003", "2003-SU"),
        ("Dans les années 1990.", "les années 1990", "199"),
        ("Dans les années 80.", "les années 80", "198"),
        ("Dans les années soixante-dix.", "les années soixante-dix", "197"),
        ("La décennie 2010.", "La décennie 2010", "201"),
        ("Au XXIe siècle.", "Au XXIe siècle", "20"),
        ("Au 19e siècle.", "Au 19e siècle", "18"),
        ("Au XIVe siècle.", "Au XIVe siècle", "13"),
        ("Au IIIe siècle avant J.-C.", "Au IIIe siècle avant J.-C.", "BC02"),
        ("Fondée en 1200 avant Jésus-Christ.", "1200 avant Jésus-Christ", "BC1200"),
        ("Fondée en 2023 par un juriste.", "2023", "2023"),
        ("L’année 2023 fut bonne.", "L’année 2023", "2023"),
        ("Le budget 2025 de la ville.", "2025", "2025"),
        ("Les crues de 1910.", "1910", "1910"),
        ("Il reste à l'horizon 2030.", "2030", "2030"),
        ("Une peintre (1898) oubliée.", "1898", "1898"),
        ("2023 a été une année noire.", "2023", "2023"),
        ("Fin 2023, tout change.", "Fin 2023", "2023"),
        ("Il ouvrira mi-2027.", "mi-2027", "2027"),
        ("Noël 2022.", "Noël 2022", "2022-12-25"),
    ],
)
def test_dates_with_a_year(text, span, value):
    """The day of publication and the tense have no say."""
    for tense in ("past", "future", ""):
        assert values(text, tense) == [(span, value)]
        assert values(text, tense, "1987-06-01") == [(span, value)]


@pytest.mark.parametrize(
    ("text", "day", "past", "future"),
    [
        ("le 8 décembre", "2024-01-15", "2023-12-08", "2024-12-08"),
        ("le 8 janvier", "2023-12-20", "2023-01-08", "2024-01-08"),
        ("le 27 février", "2024-02-27", "2024-02-27", "2024-02-27"),
        ("le 29 février", "2023-06-01", "2020-02-29", "2024-02-29"),
        ("le 12/03", "2024-02-27", "2023-03-12", "2024-03-12"),
        ("en mars", "2024-02-27", "2023-03", "2024-03"),
        ("en février", "2024-02-27", "2024-02", "2024-02"),
        ("en décembre", "2024-01-10", "2023-12", "2024-12"),
        ("cet été", "2024-02-27", "2023-SU", "2024-SU"),
        ("cet automne", "2024-02-27", "2023-FA", "2024-FA"),
        ("cet hiver", "2024-02-27", "2023-WI", "2023-WI"),
        ("au quatrième trimestre", "2024-02-27", "2023-Q4", "2024-Q4"),
        ("au second semestre", "2024-02-27", "2023-H2", "2024-H2"),
        ("à Noël", "2024-02-27", "2023-12-25", "2024-12-25"),
        ("du 28 décembre au 3 janvier", "2024-02-27", "2023-12-28/2024-01-03", "2024-12-28/2025-01-03"),
        ("de mars à juin", "2024-02-27", "2023-03/2023-06", "2024-03/2024-06"),
        ("la semaine du 15 janvier", "2024-01-10", "2023-W02", "2024-W03"),
    ],
)
def test_the_year_follows_the_tense(text, day, past, future):
    assert only(f"Rien {text}.", "past", day).value == past
    assert only(f"Rien {text}.", "future", day).value == future


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("avril dernier", "2023-04"),
        ("février dernier", "2023-02"),
        ("mars prochain", "2024-03"),
        ("février prochain", "2025-02"),
        ("le 12 mars dernier", "2023-03-12"),
        ("le 12 mars prochain", "2024-03-12"),
        ("le 13 déc. dernier", "2023-12-13"),
        ("l'été dernier", "2023-SU"),
        ("l'été prochain", "2024-SU"),
        ("l'hiver dernier", "2022-WI"),
    ],
)
def test_an_adjective_is_stronger_than_the_tense(text, value):
    for tense in ("past", "future", ""):
        assert only(f"Rien {text}.", tense).value == value


def test_a_weekday_that_fits_one_year_only():
    assert only("Lundi 26 février, il pleuvra.", "future").value == "2024-02-26"
    assert only("Mercredi 26 février, il pleut.", "past").value == "2025-02-26"


def test_present_takes_the_nearest_but_this_season_is_not_the_last():
    assert only("Le texte date du 8 décembre.", "present", "2024-01-15").value == "2023-12-08"
    assert only("Elle vise l'or cet été.", "present", "2024-01-10").value == "2024-SU"


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("fin février", "2024-02", "END"),
        ("début mars 2023", "2023-03", "START"),
        ("à la mi-mars 2023", "2023-03", "MID"),
        ("courant mars 2023", "2023-03", ""),
        ("à la fin du printemps 2022", "2022-SP", "END"),
        ("au début des années 1990", "199", "START"),
        ("à la fin du XIXe siècle", "18", "END"),
        ("vers 1850", "1850", "APPROX"),
        ("d'ici fin 2025", "2025", "END"),
    ],
)
def test_edges(text, value, mod):
    time = only(f"Rien {text}.", "past")
    assert (time.value, time.mod) == (value, mod)


def test_from_now_on():
    time = only("Le parc sera fini d'ici à 2030.", "future")
    assert (time.span, time.value, time.earliest, time.latest) == (
        "d'ici à 2030",
        "2030",
        "2024-02-27",
        "2030-12-31",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Il a été élu, ils ont été battus, l'affaire n'a pas été jugée.",
        "La sonde s'est posée sur Mars, puis Mars Express l'a suivie.",
        "Il a mangé un mars devant le Champ de Mars.",
        "Avril Dupont et Julien Mai chantent.",
        "L'usine compte 2024 salariés et vend en 2000 exemplaires.",
        "Il a payé 1 000 euros, puis 2000 € et 1999 dollars.",
        "Passée de 1800 à 2100 habitants, elle a couru 2000 km.",
        "Paris 2024, « France 2030 », Agenda 2030, Boeing 737 et Peugeot 2008.",
        "La loi n° 2023-114 et l'article 2022 du code.",
        "Appelez le 02 61 91 12 34 avant la version 2.0.24.",
        "Un score de 31-28, puis 6-4 et 7-5.",
        "Une amende de plus de 2000 francs, ou près de 1500.",
        "Le 31 février 2024, le 30/02/2024 et le 99/99/9999.",
        "Il habite rue du 4 septembre, près de la place du 8 mai 1945.",
        "Vacances d'été, été indien, printemps arabe.",
        "En été, il pêche. L'été, les touristes affluent.",
        "Le père Noël et le marché de Noël.",
        "Louis XIV et le XIVe arrondissement.",
        "Un record pour un mois de juin.",
        "La page 1987, 1789 voix et un tirage de 1500 pages.",
    ],
)
def test_no_dates(text):
    assert values(text, "past") == []


def test_a_count_after_a_month_is_no_year():
    assert values("En février 1200 salariés ont fait grève.", "past") == [("février", "2024-02")]


def test_years_are_joined():
    assert values("En 2019 et 2020, puis en 1987 ou 1991.") == [
        ("2019", "2019"), ("2020", "2020"), ("1987", "1987"), ("1991", "1991"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "tense", "found"),
    [
        (
            "En 2003, la facture avait frôlé 300 M€ ; en août, tout avait fermé.",
            "past",
            [("2003", "2003"), ("août", "2003-08")],
        ),
        ("En 2022, elle a levé 10 M€ le 12 juin.", "past", [("2022", "2022"), ("le 12 juin", "2022-06-12")]),
        ("En 1998, rien. En mars, elle fermait.", "past", [("1998", "1998"), ("mars", "1998-03")]),
        (
            "En 1998, rien. En mars, elle fermait ; en mai, elle rouvre.",
            "past",
            [("1998", "1998"), ("mars", "1998-03"), ("mai", "1998-05")],
        ),
        ("En 2021, rien. En mars, elle a levé 50 M€.", "past", [("2021", "2021"), ("mars", "2023-03")]),
        (
            "En 2021, elle comptait 10 salariés, contre 300 en mars.",
            "past",
            [("2021", "2021"), ("mars", "2023-03")],
        ),
        ("Née en 2021, elle a ouvert en mars.", "past", [("2021", "2021"), ("mars", "2023-03")]),
        (
            "En 2021, rien. Hier, non. En mars, elle fermait.",
            "past",
            [("2021", "2021"), ("Hier", "2024-02-26"), ("mars", "2023-03")],
        ),
        ("En 2021, rien.\nEn mars, elle fermait.", "past", [("2021", "2021"), ("mars", "2023-03")]),
        ("En 2021, tout ferme en mars 2020.", "past", [("2021", "2021"), ("mars 2020", "2020-03")]),
    ],
)
def test_a_month_in_the_story_of_a_year(text, tense, found):
    assert values(text, tense) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Depuis mai 68, tout change.", [("mai 68", "1968-05")]),
        ("En juin 36 déjà.", [("juin 36", "1936-06")]),
        ("En mai 68 salariés partent.", [("mai", "2023-05")]),
        ("En mai 40 % des salariés partent.", [("mai", "2023-05")]),
        ("En mai 40 millions ont voté.", [("mai", "2023-05")]),
        ("Le chiffre d'affaires 2021 recule.", [("2021", "2021")]),
    ],
)
def test_a_month_with_two_digits(text, found):
    assert values(text, "past") == found
