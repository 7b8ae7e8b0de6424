"""Indirect speech: where the reported words begin and end, and what reports nothing."""

import pytest

from helpers.components.quotes import find

REPORTED = [
    ("Anne Roux affirme que tout va bien.", "tout va bien", "Anne Roux"),
    ("Anne Roux affirme, elle, que tout va bien.", "tout va bien", "Anne Roux"),
    ("Anne Roux a assuré mardi à l'AFP que tout va bien, avant de partir.", "tout va bien", "Anne Roux"),
    ("Anne Roux dit vouloir partir tôt.", "vouloir partir tôt", "Anne Roux"),
    ("Le maire nie avoir reçu la lettre.", "avoir reçu la lettre", "Le maire"),
    ("Anne Roux insiste sur la prudence.", "la prudence", "Anne Roux"),
    ("Les élus s'inquiètent des retards.", "des retards", "Les élus"),
    ("Les élus reprochent au maire son silence.", "son silence", "Les élus"),
    ("Ses rivaux lui reprochent un ton sec.", "un ton sec", "Ses rivaux"),
    ("Anne Roux a répété son souhait de partir, hier.", "son souhait de partir", "Anne Roux"),
    ("Les élus se demandent si le pont tiendra.", "si le pont tiendra", "Les élus"),
    ("Selon l'agence, le pont tiendra.", "le pont tiendra", "l'agence"),
    ("Le pont tiendra, selon l'agence.", "Le pont tiendra", "l'agence"),
    ("Le pont tiendra, annonce l'agence.", "Le pont tiendra", "l'agence"),
    ("Le pont tiendra, croit savoir « Le Matin ».", "Le pont tiendra", "Le Matin"),
    ("Anne Roux est prudente : selon elle, le pont tiendra.", "le pont tiendra", "Anne Roux"),
    ("Anne Roux a vérifié. D'après ses calculs, le pont tiendra.", "le pont tiendra", "Anne Roux"),
    (
        "Anne Roux a vu le maire Luc Morin. Ce dernier assure que le pont tiendra.",
        "le pont tiendra",
        "Luc Morin",
    ),
    ("Anne Roux a vu le maire Luc Morin. Selon ce dernier, le pont tiendra.", "le pont tiendra", "Luc Morin"),
    (
        "Lyon, 27 février 2024 (AFP) – Le groupe Solia, coté ici, assure que tout va bien.",
        "tout va bien",
        "Solia",
    ),
    ("LYON (AFP) - La maire, Anne Roux, assure que tout va bien.", "tout va bien", "Anne Roux"),
    ("Pour Anne Roux, le pont tiendra.", "le pont tiendra", "Anne Roux"),
    ("Selon la note, que le journal a lue, le pont tiendra.", "le pont tiendra", "la note"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), REPORTED)
def test_reported(text, words, speaker):
    found = [(q.text, q.speaker) for q in find(text) if q.mode == "indirect"]
    assert found == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "La ville que le maire a décrite n'existe plus.",
        "Il travaille plus que le maire.",
        "Le maire n'a pas dit que le pont tiendra.",
        "On affirme que le pont tiendra.",
        "Je pense que le pont tiendra.",
        "Le maire a promis de réparer le pont.",
        "Le maire veut que le pont tienne.",
        "Le tarif change selon les saisons.",
        "Le ministre annonce la fermeture du pont.",
        "Le pont a été critiqué.",
    ],
)
def test_nothing_is_reported(text):
    assert find(text) == []


def test_a_clause_with_words_in_marks_is_direct_only():
    found = find("Anne Roux a dit que le pont était « perdu pour toujours ».")
    assert [(q.text, q.mode) for q in found] == [("perdu pour toujours", "direct")]


def test_a_marked_word_in_reported_speech_is_the_speakers():
    found = find("Les élus reprochent au maire une ville de type « parc à thème ».")
    assert {(q.mode, q.speaker) for q in found} == {("indirect", "Les élus"), ("scare_quotes", "Les élus")}
