"""The first page: answers at their places, faults told."""

import pytest

from helpers import export, paths
from helpers.web import home

ANSWERS = {"10_test": ("Titre", "Qui ?", ["Un.", "Deux."])}
CARDS = {"10_test__a": {"name": "10_test__a"}}


def test_an_answer_stands_in_its_place():
    page = home.home(
        "# A\n\n{{ answer 10_test 10_test__a }}\n\nfin\n", ANSWERS, CARDS, lambda card: card["name"]
    )
    assert page.startswith("# A\n\n## Titre\n\n*Qui ?*\n\nUn.\n\nDeux.\n\n```{raw} html\n10_test__a\n```\n")
    assert page.endswith("(notebooks/10_test.ipynb)\n\nfin\n")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{{ answer 20_other 10_test__a }}", "no notebook of that name; name one of 10_test"),
        ("{{ answer 10_test 10_test__b }}", "no chart of that name; name one of 10_test__a"),
        ("x {{ answer 10_test 10_test__a }}", "on a line of its own"),
        ("{{ reponse }}", "not understood"),
    ],
)
def test_what_is_not_there_is_told(line, fault):
    with pytest.raises(home.HomeError, match=fault):
        home.home(f"# A\n\n{line}\n", ANSWERS, CARDS, str)


def test_the_first_page_names_charts_that_are_published():
    template = (paths.ROOT / "site" / "index.md").read_text(encoding="utf-8")
    cards = {card["name"]: card for card in export.cards()}
    answers = {name.split("__")[0]: ("t", "q", ["a"]) for name in cards}
    page = home.home(template, answers, cards, lambda card: card["name"])
    assert page.count("*q*") == len(home._ANSWER.findall(template)) >= 4


def test_the_menu_has_all_parts():
    menu = home.menu(["00_a"], ["corpus", "corpus-coding"])
    for entry in (
        "notebooks/00_a",
        "charts/index",
        "reader/index",
        "corpus-coding",
        "codebooks/index",
        "api/index",
    ):
        assert f"\n{entry}\n" in menu
