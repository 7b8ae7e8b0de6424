import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from ledger_data import assign, french, read

from helpers import codebook, evaluation, facts, paths, tables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mistral AI est valorisée 3 milliards de dollars.", ["valuation-mistral"]),
        ("La jeune pousse, valorisée à 3 milliards d'euros, recrute.", ["valuation-mistral"]),
        ("Mistral AI vaut 2 milliards de dollars, Microsoft 3 000 milliards de dollars.", ["valuation-mistral", "valuation-microsoft"]),
        ("OpenAI, 900 employés contre une quarantaine pour son homologue français, recrute.", ["staff-openai", "staff-mistral"]),
        ("Le géant américain investit 20 millions d'euros dans Mistral AI.", ["investment-microsoft"]),
        ("Mistral AI a levé 110 millions d'euros en amorçage, puis 390 millions d'euros en série A.", ["round-seed", "round-a"]),
        ("Mistral AI a levé au total 700 millions d'euros depuis sa création.", ["raised-total"]),
        ("Le capital de Mistral AI est détenu à 60 % par des Européens.", ["share-european"]),
        ("Mistral AI emploie une quarantaine de personnes.", ["staff-mistral"]),
        ("Microsoft signe avec Mistral AI. L'investissement de 15 millions d'euros dans la jeune pousse surprend.", ["investment-microsoft"]),
        ("Mistral 7B compte 7 milliards de paramètres.", ["parameters-mistral"]),
        ("Microsoft a annoncé un accord. Cette dernière investit 9 millions d'euros dans Mistral AI.", ["investment-microsoft"]),
    ],
)  # fmt: skip
def test_a_quantity_is_assigned_to_its_fact(text, expected):
    assert assign(text)["fact"].tolist() == expected


@pytest.mark.parametrize(
    "text",
    [
        "La mairie a dépensé 3 millions d'euros pour le stade.",
        "Le club compte 800 employés.",
        "Google signe avec Mistral AI. L'investissement de 15 millions d'euros dans la jeune pousse surprend.",
        "Une quarantaine de personnes manifestent devant Mistral AI.",
        "Mixtral compte 47 milliards de paramètres.",
        "La région est détenue à 60 % par des Européens.",
    ],
)
def test_what_fits_nothing_is_listed_and_not_guessed(text):
    found = assign(text)
    assert len(found) == 1
    assert found["fact"].tolist() == [""]
    assert found["status"].tolist() == [facts.NOTHING]


def test_what_fits_two_facts_is_listed_with_both():
    found = assign("Microsoft investit 5 milliards de dollars : OpenAI et Mistral AI en profitent.")
    assert found["status"].tolist() == [facts.SEVERAL]
    assert set(found["fits"][0].split()) == {"investment-microsoft", "investment-microsoft-openai"}
    assert found["fact"].tolist() == [""]


def test_every_quantity_of_the_table_is_kept():
    text = "Mistral AI est valorisée 3 milliards de dollars. La mairie a payé 12 euros pièce."
    *_, found = read(text)
    assert len(assign(text)) == len(found) == 2


def test_a_multiple_follows_the_number_that_it_compares():
    text = "OpenAI est valorisé 80 milliards de dollars. Soit quarante fois plus que Mistral AI."
    assert assign(text)["fact"].tolist() == ["valuation-openai", "times-openai"]
    assert assign("Soit quarante fois plus que Mistral AI.")["fact"].tolist() == [""]


def test_descriptions_beside_a_name_are_no_second_mention():
    text = "La start-up Mistral AI séduit. La start-up grandit."
    articles, _, _, actors, _ = read(text)
    book = codebook.facts()
    found = facts.mentions("a", articles["text"]["a"], actors, book)
    assert [text[m.start : m.end] for m in found] == ["Mistral AI", "start-up"]
    assert {m.party for m in found} == {"mistral"}


def test_the_reference_is_compared_by_subject():
    found = assign("Mistral AI est valorisée 3 milliards de dollars.")
    row = {"article": "a", "start": int(found["start"][0]), "end": int(found["end"][0]), "span": "x"}
    wanted = pd.DataFrame(
        [row | {"subject": "Valuation of Mistral AI"}, row | {"start": 900, "end": 910, "subject": "Revenue OpenAI could reach"}]
    )  # fmt: skip
    compared = facts.against_reference(found, wanted, codebook.facts())
    assert compared["agrees"].tolist() == [True, False]
    assert compared["status"].tolist() == [facts.ASSIGNED, "missed"]


def test_all_subjects_of_the_reference_are_assigned(articles, docs):
    book = codebook.facts()
    found = facts.assign(
        tables.quantities(docs), tables.sentences(docs), tables.tokens(docs), tables.actors(docs), book
    )
    compared = facts.against_reference(found, evaluation.reference("quantities"), book)
    assert len(compared) == 38
    assert compared[~compared["agrees"]].empty


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(french)
def test_any_text_is_read_the_same_way_twice(text):
    first, second = assign(text), assign(text)
    pd.testing.assert_frame_equal(first, second)
    assert ((first["fact"] != "") == (first["status"] == facts.ASSIGNED)).all()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('party = "mistral"', 'party = "nobody"'), "[facts.valuation-mistral]: 'nobody' is not defined"),
        (('follows = ["market"]', 'follows = ["fair"]'), "[facts.market-horizon]: 'fair' is not defined"),
        (('kinds = ["parameters"]', "kinds = []"), "[facts.parameters-mistral]: kinds"),
        (('stated = "raised-total"', 'stated = "raised"'), "[relations.total]: 'raised' is not defined"),
        (('words = "très cher"', 'words = "très ("'), "[relations.farm]"),
        (("[parties.google]", "[people.google]"), "[people]: not a part of it"),
    ],
)
def test_a_fault_in_the_codebook_is_told_with_its_place(tmp_path, change, told):
    text = (paths.CODEBOOKS / "facts.toml").read_text(encoding="utf-8")
    assert change[0] in text
    (tmp_path / "facts.toml").write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(codebook.CodebookError) as error:
        codebook.facts(tmp_path)
    assert told in str(error.value)


def test_every_actor_of_a_party_is_in_the_codebook_of_actors():
    names = {actor.name for actor in codebook.actors().values()}
    for key, party in codebook.facts().parties.items():
        assert set(party.actors) <= names, key


def test_what_stands_far_off_in_an_endless_sentence_does_not_count():
    text = "Mistral AI, {} valorisée 3 milliards de dollars."
    assert assign(text.format("jeune et"))["fact"].tolist() == ["valuation-mistral"]
    assert assign(text.format("jeune et " * 100))["fact"].tolist() == [""]
