"""When an article was written, from what it says."""

import pytest
import story

from helpers import publication
from helpers.codebook import Outside

FACTS = {
    "zephyr": Outside(label="Zéphyr 2 is released", kind="release", day="2022-02-14", actors=("Zéphyr 2",), events=("sortie",), source="s"),
    "loi": Outside(label="The law is passed", kind="until", day="2022-01-10", events=("chantier",), source="s"),
}  # fmt: skip
EVENTS = {
    "sortie": story.event("release", links=[{"form": "publie"}]),
    "chantier": story.event("law", state=True, links=[{"form": "en cours"}]),
}


def bound(*sentences, facts=FACTS):
    return publication.bound(
        "a", story.layers({"a": list(sentences)}, actors=[("Zéphyr 2", "Zéphyr 2")]), EVENTS, facts
    )


@pytest.mark.parametrize(
    ("sentences", "window"),
    [
        (["Le modèle Zéphyr 2 étonne."], ("2022-02-14", "")),
        (["Fondée en avril 2021, elle grandit."], ("2021-04-01", "")),
        (["Fondée en 2021.", "Ce mardi 15 février, elle embauche."], ("2022-02-15", "2022-02-20")),
        (["Fondée en 2021.", "Mardi 15 février, elle a embauché."], ("2022-02-15", "2022-02-21")),
        (["Zéphyr 2 séduit.", "Cette semaine, le 15 février, elle embauche."], ("2022-02-15", "2022-02-20")),
        (["Le mois dernier, elle publie un lien."], ("2022-03-01", "2022-03-31")),
        (["La loi est en cours de rédaction."], ("", "2022-01-09")),
        (["Ce mardi 15 février, elle embauche."], ("", "")),
        (["Elle vise un milliard d'ici 2030."], ("", "2030-12-31")),
        (["Le 4 mai 2023, elle ouvrira une usine."], ("", "2023-05-04")),
        (["Fondée en 2021, elle ouvrira une usine le 4 mai 2023."], ("2021-01-01", "2023-05-04")),
        (["Il ne se passe rien."], ("", "")),
        ([], ("", "")),
    ],
)
def test_the_window_that_a_text_allows(sentences, window):
    assert publication.window(bound(*sentences)) == window


def test_a_stale_present_is_flagged_and_bounds_nothing():
    evidence = bound("Zéphyr 2 étonne.", "La loi est en cours de rédaction.")
    stale = evidence[~evidence["used"].astype(bool)]
    assert stale["note"].tolist() == ["stale: the article knows of 2022-02-14"]
    assert publication.window(evidence) == ("2022-02-14", "")


def test_a_year_lent_by_a_fact_is_marked():
    lent = bound("Zéphyr 2 séduit.", "Ce mardi 15 février, elle embauche.")
    assert (lent.loc[lent["span"] == "Ce mardi 15 février", "fact"] == "Zéphyr 2 is released").all()
    own = bound("Fondée en 2021.", "Ce mardi 15 février, elle embauche.", facts={})
    assert (own["fact"] == "").all()


def test_every_row_shows_its_words():
    text = "Fondée en avril 2021. Zéphyr 2 séduit."
    evidence = bound("Fondée en avril 2021.", "Zéphyr 2 séduit.")
    assert [text[row.start : row.end] for row in evidence.itertuples()] == evidence["span"].tolist()
    assert tuple(evidence.columns) == publication.COLUMNS


def test_compared_and_drawn():
    table = story.articles({"a": ["x"], "b": ["y"]}, {"a": ("2022-02-14", "2022-02-20")})
    evidence = bound("Le modèle Zéphyr 2 étonne.")
    windows = publication.compared(table, evidence)
    assert windows["verdict"].tolist() == ["wider", "undated"]
    bars = publication.bars(windows, evidence, table["label"].to_dict())
    assert bars["kind"].tolist() == ["manifest", "the text"]
    assert bars["outside"].tolist() == ["", "Zéphyr 2 is released"]


def test_the_articles_are_read_without_their_dates(articles):
    blind = publication.undated(articles)
    assert (blind["earliest"] == "").all()
    assert (articles["earliest"] != "").any()
