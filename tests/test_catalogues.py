"""The French catalogues are whole: what a published chart leaves untold are words of the corpus, and nothing in them is English."""

import re
import tomllib
from collections import Counter

import pytest
from babel.messages.pofile import read_po

from helpers import (
    codebook,
    export,
    framing,
    language,
    lexicon,
    modality,
    paths,
    sovereignty,
    tables,
    vocabulary,
)
from helpers.text import flat

FOLDERS = sorted(folder for folder in language.CATALOGUES.iterdir() if folder.is_dir())
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.po"))
OTHERS = [code for code in language.LANGUAGES if code != language.LANGUAGES[0]]
#: English words that no French text holds.
ENGLISH = re.compile(
    r"\b(?:the|of|and|with|by|from|for|is|are|was|were|not|each|which|their|its|than|that|this|these|has|have|one|how|what|who)\b"
)


def entries():
    """File and message of every entry."""
    for path in FILES:
        with path.open("rb") as file:
            yield from ((path, message) for message in read_po(file, abort_invalid=True) if message.id)


def both(text):
    """A text, or the forms of a plural."""
    return text if isinstance(text, tuple) else (text,)


def plain(text):
    """Small letters, plain marks and single spaces: a piece is looked for without its typography."""
    return " ".join(flat(text).lower().split())


class Known:
    """What a chart may print as it stands: words of the articles, lemmas, names, French terms of the codebooks."""

    def __init__(self, articles, docs):
        text = [*articles["raw"], *articles["text"], *articles["dated_by"]]
        self.text = plain(" ".join(text))
        names = [*articles["label"], *articles["outlet"], *articles["author"]]
        names += tables.tokens(docs)["lemma"].map(lexicon.normal).tolist()
        names += lexicon.stream(docs, "lemma").keys
        for actor in codebook.actors().values():
            names += [actor.name, *actor.variants]
        names += [noun for group in codebook.naming().values() for noun in group.nouns]
        names += [name for term in vocabulary.terms()["term"] for name in (term, *term.split(", "))]
        self.names = {plain(name) for name in names}

    def __contains__(self, piece):
        piece = plain(piece).strip("…").strip()
        return piece in self.names or re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", self.text) is not None


@pytest.fixture(scope="module")
def known(articles, docs):
    return Known(articles, docs)


def test_there_is_a_catalogue_for_every_other_language_and_nothing_else():
    assert [folder.name for folder in FOLDERS] == OTHERS
    assert all(list((folder / "LC_MESSAGES").glob("*.po")) for folder in FOLDERS)


def test_what_a_published_chart_leaves_untold_is_of_the_corpus(known):
    cards = export.cards()
    assert cards
    rest = {card["name"]: [piece for piece in card["untold"] if piece not in known] for card in cards}
    assert not {name: pieces for name, pieces in rest.items() if pieces}, "add them to helpers/locale"


def test_no_text_of_a_published_chart_is_left_in_english(known):
    wrong = []
    for card in export.cards():
        names = sorted(card["untold"], key=len, reverse=True)
        for code in OTHERS:
            for key, text in card["texts"][code].items():
                for piece in names:
                    text = text.replace(piece, " ")
                wrong += [(card["name"], key, word) for word in ENGLISH.findall(text)]
    assert not wrong


def test_the_test_of_english_and_of_known_words_finds_faults(known):
    assert "the weather in Paris" not in known
    assert "sentences" not in known
    assert "souveraineté" in known
    assert ENGLISH.findall("part of the phrases") == ["of", "the"]
    assert ENGLISH.findall("« formes » et « isolé »") == []


def named_by_the_codebooks():
    """Every label that a codebook or a rule file gives in English and a chart can print."""
    book = codebook.facts()
    yield from codebook.frames().codes
    yield from map(str.capitalize, codebook.frames().codes)
    yield from sovereignty.family_names().values()
    yield from (group.label for group in codebook.naming().values())
    yield from (voice.label for voice in codebook.voices().values())
    yield from (event.label for event in codebook.events().values())
    for part in (book.parties, book.facts, book.relations):
        yield from (entry.label for entry in part.values())
    yield from (actor.name for actor in codebook.actors().values())
    yield from tomllib.loads((paths.RULES / "boilerplate.toml").read_text(encoding="utf-8"))["kinds"]
    yield from (*modality.MODES, *modality.VOICES, *framing.PLACES)


@pytest.mark.parametrize("code", OTHERS)
def test_every_name_that_a_codebook_gives_is_told(known, code):
    names = list(named_by_the_codebooks())
    assert len(names) > 50
    missing = {name: [p for p in language.untold(name, code) if p not in known] for name in names}
    assert not {name: pieces for name, pieces in missing.items() if pieces}, "add them to helpers/locale"


@pytest.mark.parametrize("code", OTHERS)
def test_the_cuts_said_by_hand_are_told(articles, known, code):
    kinds = {cut.kind for cuts in articles["cuts"] for cut in cuts}
    assert [kind for kind in kinds for p in language.untold(kind, code) if p not in known] == []


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_compiles_and_none_is_empty_or_given_twice(code):
    book = language.catalogue(code)
    sources = [
        (path.parts[-3], source) for path, message in entries() for source in dict.fromkeys(both(message.id))
    ]
    assert {source: n for source, n in Counter(sources).items() if n > 1} == {}
    assert [m.id for _, m in entries() if not all(both(m.string)) or m.fuzzy] == []
    assert len(book.texts) + len(book.messages) == sum(folder == code for folder, _ in sources)


@pytest.mark.parametrize("said", dict.fromkeys(s for _, m in entries() for s in both(m.string)))
def test_french_typography(said):
    said = re.sub(r"\{\w+\}", "1", said)
    with language.using("fr"):
        put = language.typeset(said)
        assert language.typeset(put) == put
    assert not re.search(r"['\"]", said), "’ and « », not straight marks"
    assert not re.search(r"[^\s]»|«[^\s]|[^\s][;!?:](?=\s|$)|[^\s]%", said), "a space before : ; ! ? % and »"
    assert not re.search(r" [;:!?»%](?=\s|$|[).,])|« ", put), "spaces that code sets do not break"
    assert not ENGLISH.search(said)
