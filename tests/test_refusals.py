"""Numbers that are no quantities, and the same forms where they are."""

import pytest

from helpers.components.quantities import find


def read(text):
    return [q.span for q in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Un élu et une élue ont voté.",
        "Il est parti il y a un an.",
        "Les deux ont nié, tous deux, l'un des deux.",
        "Des milliers de gens, quelques jours, plusieurs années, des dizaines de morts.",
        "En 2023, puis en 1998, depuis 2019, avant l'été 2022, dans les années 80.",
        "Entre 2015 et 2019, la ville a changé.",
        "Le 26 février, le 1er mars, du 3 au 7 juin, les 8 et 9 décembre, le 12/03/2024.",
        "Rendez-vous à 18h30, à 8 heures du matin, vers 20 heures, entre 9 h et 17 h.",
        "Ouvert de 9 heures à 18 heures, 24 heures sur 24, 7 jours sur 7.",
        "Le journal de 20 heures et le 13 heures.",
        "GPT-4, Mixtral 8x7B, l'Airbus A350, le Boeing 737, le G7, la 5G, le Covid-19, Windows 11.",
        "La Ligue 1, France 2, Paris 2024, M6, la Formule 1, le CAC 40, l'iPhone 15.",
        "La version 2.0, la licence Apache 2.0, le noyau 5.10.3.",
        "L'article 49.3, l'alinéa 2, la loi n° 2023-12, l'article 12 des statuts.",
        "Appelez le 01 44 55 66 77 ou le +33 6 12 34 56 78.",
        "Il vit 12 rue de la Paix, 75002 Paris, puis 4 bis, avenue Foch.",
        "Lire page 12, chapitre 3, tome 2.",
        "Il gagne 3-1, puis 2 à 0, puis 6-4, 7-5.",
        "Noté 15/20, puis 12 sur 20.",
        "Son troisième titre, le 3e trimestre, le XXIe siècle, la 83e minute.",
        "Il est venu trois fois, deux fois à pied.",
        "Il signe un doublé; l'annonce s'est doublée d'un renvoi.",
        "Une moto m'a doublée, puis nous a doublés dans la côte.",
        "Un quart de finale, les quarts de finale, le tiers-monde, un tiers de confiance.",
        "Un homme neuf, tout neuf, remis à neuf.",
        "Le 11-Septembre, le 14-Juillet, les Deux-Sèvres, un deux-roues.",
        "À plus d'un titre, d'une manière ou d'une autre.",
        "Deux poids, deux mesures, aux quatre coins du pays.",
        "",
    ],
)
def test_no_quantity(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Il part à 8 heures.", []),
        ("Il vit à 8 heures de Lyon.", ["8 heures"]),
        ("Il part à 8h.", []),
        ("Il a gagné en 8h.", ["8h"]),
        ("Une grève de 24h.", ["24h"]),
        ("Il a duré deux heures.", ["deux heures"]),
        ("En 2000, il part.", []),
        ("Plus de 2000 sont partis.", ["Plus de 2000"]),
        ("Il y avait 2000 élus.", ["2000 élus"]),
        ("Le 12 part.", []),
        ("Les 12 otaries partent.", ["12 otaries"]),
        ("Le Boeing 737 part.", []),
        ("Le Boeing 737 cloués au sol.", []),
        ("Les usines Altirus 300 salariés.", ["300 salariés"]),
        ("Il a couru le 100 mètres.", []),
        ("Il a couru 100 mètres.", ["100 mètres"]),
        ("À la page 3 des statuts.", []),
        ("Le groupe deux.", []),
        ("Elle part dans un an.", []),
        ("Elle part dans moins d'un an.", ["moins d'un an"]),
    ],
)
def test_the_words_around_decide(text, spans):
    assert read(text) == spans
