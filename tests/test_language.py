"""Charts speak each language: entries, messages with placeholders, lists, numbers, dates, and nothing of an article."""

import doctest
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import language

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Words"
msgstr "Mots"

msgid "risk"
msgstr "risque"

msgid "Words by article; n = {n} articles"
msgstr "Mots par article ; n = {n} articles"

msgid "{n} of {n1} articles speak of {topic}"
msgstr "{n} articles sur {n1} parlent de {topic}"

msgid "Highest: {all}."
msgstr "Maximum : {all}."

msgid "{n} word"
msgid_plural "{n} words"
msgstr[0] "{n} mot"
msgstr[1] "{n} mots"

msgid "Risk in Words"
msgstr "Le risque dans les mots"

msgid "{word} in {place}"
msgstr "{word} dans {place}"

msgid "from {date}"
msgstr "dès le {date}"

msgid "more than {amount}"
msgstr "plus de {amount}"
"""
THIN = "\u202f"


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    """A small catalogue in the place of the real one."""
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    path = folder / "charts.po"
    path.write_text(PO, encoding="utf-8")
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    language.catalogue.cache_clear()
    yield path
    language.catalogue.cache_clear()


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Words", "Mots"),
        ("Words by article; n = 1,234 articles", f"Mots par article{THIN}; n = 1{THIN}234 articles"),
        ("3 of 5 articles speak of risk", "3 articles sur 5 parlent de risque"),
        ("3 of 5 articles speak of une jeune pousse", "3 articles sur 5 parlent de une jeune pousse"),
        ("Highest: risk, 0.83; Le Matin, 12 %.", f"Maximum\u00a0: risque, 0,83{THIN}; Le Matin, 12{THIN}%."),
        ("3 of 5 articles speak of risk. Words", "3 articles sur 5 parlent de risque. Mots"),
        # A placeholder ends with its sentence; an initial ends none; a label is spoken apart from its number.
        ("Of 3. 3 of 5 articles speak of risk", "Of 3. 3 articles sur 5 parlent de risque"),
        ("3 of 5 articles speak of J. Dupont", "3 articles sur 5 parlent de J. Dupont"),
        ("Le Matin 1,206, risk (3), risk 12 %", f"Le Matin 1{THIN}206, risque (3), risque 12{THIN}%"),
        ("26 February 2024", "26 février 2024"),
        ("1 March 2024", "1er mars 2024"),
        ("1 Feb – 3 Mar 2024", "1er févr. – 3 mars 2024"),
        ("Le Matin: 1 word, 3 words", "Le Matin\u00a0: 1 mot, 3 mots"),
        ("1.84 words", "1,84 mot"),
        # The reading that leaves least untold wins: “Risk in Words” has an entry, although “{word} in {place}” fits it too.
        ("Risk in Words: 3.", "Le risque dans les mots\u00a0: 3."),
        ("risk in Words", "risque dans Mots"),
        ("from 26 Feb 2024", "dès le 26 févr. 2024"),
        ("from the weather", "from the weather"),
        ("(3 words + 1 words) / 2.5 = 1.6", "(3 words + 1 words) / 2,5 = 1,6"),
        ("3 words / 2.5 = more than 1.2 words", "3 mots / 2,5 = plus de 1,2 mot"),
        ("more than one", "more than one"),
        ("risk: 3. risk: 4.5.", "risque\u00a0: 3. risque\u00a0: 4,5."),
        ("0.5 % (3) 2–12", f"0,5{THIN}% (3) 2–12"),
        ("2,100", f"2{THIN}100"),
        ("−1.5", "−1,5"),
        # What must not change: words of an article, names with numbers, ISO dates, offsets, French numbers.
        ("une levée de 385 millions d’euros", "une levée de 385 millions d’euros"),
        ("GPT-3.5", "GPT-3.5"),
        ("2024-02-26", "2024-02-26"),
        ("15-27", "15-27"),
        ("2,1 milliards", "2,1 milliards"),
        ("2024", "2024"),
        ("", ""),
    ],
)
def test_what_is_said_in_french(text, said):
    assert language.spoken(text, "fr") == said
    assert language.spoken(text, "en") == text


@pytest.mark.usefixtures("catalogue")
def test_what_no_entry_knows_is_named():
    text = "3 of 5 articles speak of the weather. Highest: risk, 0.83; Le Matin, 12 %."
    assert language.untold(text, "fr") == ["the weather", "Le Matin"]
    assert language.untold("Words", "fr") == []


def test_a_translation_with_other_placeholders_is_refused(catalogue):
    catalogue.write_text(PO + '\nmsgid "{n} words"\nmsgstr "{m} mots"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"charts\.po.*same placeholders"):
        language.catalogue("fr")
    catalogue.write_text(
        PO.replace("{n} word", "{many} word").replace("{n} mot", "{many} mot"), encoding="utf-8"
    )
    with pytest.raises(ValueError, match=r"charts\.po.*plural forms hang on the number \{n\}"):
        language.catalogue("fr")


def test_the_real_catalogue_is_read_and_ends_sentences_as_english_does():
    book = language.catalogue("fr")
    assert len(book.texts) + len(book.messages) > 10
    for source, said in book.texts.items():
        assert source.endswith(".") == said.endswith("."), source


def test_numbers_and_days_by_language():
    with language.using("fr"):
        assert language.number(1234.5) == f"1{THIN}234,5"
        assert language.number(-0.12345, 3) == "−0,123"
        assert language.day(date(2024, 2, 26), "d MMMM y") == "26 février 2024"
        assert language.day(date(2024, 3, 1)) == "1er mars"
        assert language.day(date(2024, 3, 1), "MMM") == "mars"
    assert language.number(1234.5) == "1,234.5"
    assert language.day(date(2024, 2, 26)) == "26 Feb"


def test_an_unknown_language_is_refused_and_an_error_inside_a_block_restores():
    with pytest.raises(ValueError, match="choose one of en, fr"):
        language.use("de")
    with pytest.raises(RuntimeError), language.using("fr"):
        raise RuntimeError
    assert language.current() == "en"


@given(st.text(max_size=60))
def test_any_text_can_be_said_and_english_is_itself(text):
    assert language.spoken(text) == text
    assert isinstance(language.spoken(text, "fr"), str)


def test_the_examples_in_the_documentation():
    assert doctest.testmod(language).failed == 0
