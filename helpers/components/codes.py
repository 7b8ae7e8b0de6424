"""Terms of the codebooks in context: which words of an article stand for which code.

A codebook says what is looked for (:class:`helpers.codebook.Term`): words as printed, lemmas, or a pattern of
syntax, with what must or must not stand in the same sentence, in quotation or under negation. Nothing here
knows a code by name. In one codebook the longer match of a code wins over one inside it, whether it is
accepted or rejected: so a rejected *course à pied* keeps *course* from being counted.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.matcher import DependencyMatcher, Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from helpers import codebook, paths
from helpers.components import base  # noqa: F401  what a span carries
from helpers.text import flat, rules

_WORD = re.compile(r"\w+'?")
_LINE = re.compile(r"[^\n]+")
_SPEECH = ("direct", "indirect")
_NEEDS = {"LEMMA": "LEMMA", "POS": "POS", "TAG": "TAG", "MORPH": "MORPH", "DEP": "DEP", "REL_OP": "DEP"}


@dataclass(frozen=True, slots=True)
class Match:
    """A term found: offsets, the words as printed, codebook, code, term (its label), include."""

    start: int
    end: int
    span: str
    codebook: str
    code: str
    term: str
    include: str


def small(text: str) -> str:
    """The text flat and in small letters, character for character."""
    plain = flat(text)
    lower = plain.lower()
    # A few capitals have a small form of two characters (İ); they stay, so that offsets hold.
    return (
        lower if len(lower) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    )


@cache
def _negation() -> tuple[re.Pattern, re.Pattern, re.Pattern]:
    """Negation before a term: by a word, by an open *ne*; and after it."""
    file = rules("codes")
    one_of = {key: "|".join(map(re.escape, file[key])) for key in ("before", "opening", "after", "undone_by")}
    between = rf"(?:[ ']{{1,2}}\w+){{0,{file['reach']}}}"
    return (
        re.compile(
            rf"(?<!\w)(?:{one_of['before']})(?![\w'])(?! (?:{one_of['undone_by']})){between}[ '\"«“(]{{0,3}}$"
        ),
        re.compile(rf"(?<![\w-])(?:{one_of['opening']}){between}[ ']{{0,2}}$"),
        re.compile(rf" (?:{one_of['after']})(?!\w)(?! (?:{one_of['undone_by']}))"),
    )


def negated(text: str, start: int, end: int, first: int = 0) -> bool:
    """Whether ``text[start:end]`` (flat, small letters) is negated by the words around it, in a sentence from `first`.

    >>> t = "il n'y a pas de volte-face"
    >>> negated(t, 16, 26), negated("une volte-face", 4, 14)
    (True, False)
    """
    by_word, opened, after = _negation()
    before = text[max(first, start - 60) : start]
    if by_word.search(before):
        return True
    return bool(opened.search(before) and after.match(text, end, end + 12))


class _Sentences:
    """The sentences of a Doc by their offsets, and what was found in each, once it was asked for."""

    def __init__(self, doc: Doc, text: str, keys: list[str]):
        self._text, self._keys = text, keys
        self._offsets = [token.idx for token in doc]
        if "sentences" in doc.spans:
            borders = [(span.start_char, span.end_char) for span in doc.spans["sentences"]]
        elif doc.has_annotation("SENT_START"):
            borders = [(sent.start_char, sent.end_char) for sent in doc.sents]
        else:
            borders = [match.span() for match in _LINE.finditer(text)]
        self._starts, self._ends = [b[0] for b in borders], [b[1] for b in borders]
        self._known: dict[tuple[int, re.Pattern], bool] = {}

    def bounds(self, start: int) -> tuple[int, int]:
        """The sentence around a character."""
        number = max(0, bisect_right(self._starts, start) - 1)
        return (self._starts[number], self._ends[number]) if self._starts else (0, len(self._text))

    def has(self, pattern: re.Pattern, start: int) -> bool:
        """Whether a pattern is found in the words or the lemmas of the sentence around a character."""
        first, last = self.bounds(start)
        if (first, pattern) not in self._known:
            tokens = slice(bisect_left(self._offsets, first), bisect_left(self._offsets, last))
            found = pattern.search(self._text, first, last) or pattern.search(" ".join(self._keys[tokens]))
            self._known[(first, pattern)] = bool(found)
        return self._known[(first, pattern)]


def _spoken(doc: Doc, size: int) -> bytearray:
    """For each character 1 where it stands in a direct or indirect quotation, else 0."""
    spoken = bytearray(size)
    for span in doc.spans.get("quotes", ()):
        record = span._.quote if span.has_extension("quote") else None
        if record and record["mode"] in _SPEECH:
            spoken[record["start"] : record["end"]] = b"\1" * (record["end"] - record["start"])
    return spoken


def _key(token) -> str:
    return small(token.lemma_ or token.text)


def _whole(form: str) -> str:
    return rf"(?<!\w)(?:{codebook.expression(form)})(?!\w)"


def _any_of(forms: Sequence[str]) -> re.Pattern | None:
    return re.compile("|".join(_whole(form) for form in forms)) if forms else None


@dataclass(frozen=True, slots=True)
class _Ready:
    """A term with its expressions compiled."""

    term: codebook.Term
    book: str
    near: re.Pattern | None
    not_near: re.Pattern | None
    form: re.Pattern | None

    def holds(
        self, start: int, end: int, text: str, sentences: _Sentences, quoted: Callable[[int, int], bool]
    ) -> bool:
        """Whether the context of a match is what the term asks for."""
        term = self.term
        if term.quoted != "any" and quoted(start, end) != (term.quoted == "only"):
            return False
        if term.negated != "any":
            first, _ = sentences.bounds(start)
            if negated(text, start, end, first) != (term.negated == "only"):
                return False
        return (self.near is None or sentences.has(self.near, start)) and not (
            self.not_near is not None and sentences.has(self.not_near, start)
        )


class Finder:
    """Finds the terms of some codebooks in a Doc. Lemmas and patterns need a pipeline that gives them."""

    def __init__(self, books: Iterable[codebook.Book], vocab: Vocab):
        self._ready = [
            _Ready(
                term,
                book.name,
                _any_of(term.near),
                _any_of(term.not_near),
                re.compile(_whole(term.form)) if term.form else None,
            )
            for book in books
            for term in book.terms
        ]
        self._order = {id(ready): number for number, ready in enumerate(self._ready)}
        self._forms = [ready for ready in self._ready if ready.form]
        # A form is tried only where its first character stands, and there only if one of those forms fits at all.
        by_first: dict[str, list[_Ready]] = {}
        for ready in self._forms:
            for character in codebook.first_characters(codebook.expression(ready.term.form)):
                by_first.setdefault(character, []).append(ready)
        self._by_first = {
            character: (re.compile("|".join(_whole(r.term.form) for r in group)), group)
            for character, group in by_first.items()
        }
        self._begins = re.compile(rf"(?<!\w)[{''.join(map(re.escape, by_first))}]" if by_first else r"(?!)")
        self._lemmas: dict[str, list[tuple[_Ready, list[frozenset[str]]]]] = {}
        for ready in self._ready:
            if ready.term.lemma:
                steps = [frozenset(small(step).split("|")) for step in ready.term.lemma.split()]
                for first in steps[0]:
                    self._lemmas.setdefault(first, []).append((ready, steps))
        self._patterns = [ready for ready in self._ready if ready.term.pattern]
        self._needs = {need for r in self._patterns for step in r.term.pattern for need in _needed(step)}
        self._tokens, self._trees = Matcher(vocab), DependencyMatcher(vocab)
        for number, ready in enumerate(self._patterns):
            matcher = self._trees if any("RIGHT_ID" in step for step in ready.term.pattern) else self._tokens
            matcher.add(str(number), [list(map(dict, ready.term.pattern))])

    def find(self, doc: Doc) -> list[Match]:
        """Every match whose context holds, in order; of one code none inside another."""
        return outermost(self.find_all(doc))

    def find_all(self, doc: Doc) -> list[Match]:
        """Every match whose context holds, also those inside another, in the order of the codebook."""
        printed = doc.text
        text = small(printed)
        keys = [_key(token) for token in doc]
        sentences = _Sentences(doc, text, keys)
        spoken = _spoken(doc, len(text))

        def quoted(start: int, end: int) -> bool:
            return all(spoken[start:end])

        found = (*self._by_form(text), *self._by_lemma(doc, keys), *self._by_pattern(doc))
        return [
            Match(start, end, printed[start:end], r.book, r.term.code, r.term.label, r.term.include)
            for start, end, r in sorted(found, key=lambda hit: self._order[id(hit[2])])
            if r.holds(start, end, text, sentences, quoted)
        ]

    def _by_form(self, text: str) -> Iterator[tuple[int, int, _Ready]]:
        for match in self._begins.finditer(text):
            gate, group = self._by_first[match[0]]
            if gate.match(text, match.start()):
                hits = ((ready.form.match(text, match.start()), ready) for ready in group)
                yield from ((hit.start(), hit.end(), ready) for hit, ready in hits if hit)

    def _by_lemma(self, doc: Doc, keys: list[str]) -> Iterator[tuple[int, int, _Ready]]:
        for i, key in enumerate(keys):
            for ready, steps in self._lemmas.get(key, ()):
                last = i + len(steps) - 1
                if last < len(keys) and all(keys[i + j] in step for j, step in enumerate(steps)):
                    token = doc[last]
                    if not ready.term.pos or token.pos_ in ready.term.pos:
                        yield doc[i].idx, token.idx + len(token), ready

    def _by_pattern(self, doc: Doc) -> Iterator[tuple[int, int, _Ready]]:
        if not self._patterns or not all(doc.has_annotation(need) for need in self._needs):
            return
        for key, tokens in self._trees(doc) if len(self._trees) else ():
            yield doc[min(tokens)].idx, doc[max(tokens)].idx + len(doc[max(tokens)]), self._named(doc, key)
        for key, first, last in self._tokens(doc) if len(self._tokens) else ():
            yield doc[first].idx, doc[last - 1].idx + len(doc[last - 1]), self._named(doc, key)

    def _named(self, doc: Doc, key: int) -> _Ready:
        return self._patterns[int(doc.vocab.strings[key])]


def _needed(step: object) -> Iterator[str]:
    """The annotations that a step of a pattern asks for."""
    for key, value in step.items() if isinstance(step, dict) else ():
        if key in _NEEDS:
            yield _NEEDS[key]
        if isinstance(value, dict):
            yield from _needed(value)


def outermost(matches: Iterable[Match]) -> list[Match]:
    """The matches that lie inside no other of the same codebook and code; of equal ones the first."""
    kept, reach = [], {}
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        code = (match.codebook, match.code)
        if match.end > reach.get(code, -1):
            reach[code] = match.end
            kept.append(match)
    return kept


def load(folder: Path, names: Sequence[str] | None = None) -> list[codebook.Book]:
    """The codebooks of terms in a folder: those named, or those of :data:`codebook.TERMS` that are there."""
    loaders = {"frames": codebook.frames}
    return [
        loaders[name](folder) if name in loaders else codebook.book(folder / f"{name}.toml")
        for name in (names if names is not None else codebook.TERMS)
        if names is not None or (folder / f"{name}.toml").exists()
    ]


@Language.factory("codes", default_config={"codebooks": None, "books": None}, assigns=["doc.spans"])
def make(nlp: Language, name: str, codebooks: str | None, books: list[str] | None):
    """The component: fills ``doc.spans["codes"]`` (label: code).

    `codebooks` is a folder, `books` names the files in it to read; left out, those of :data:`codebook.TERMS` there are.
    """
    finder = Finder(load(Path(codebooks) if codebooks else paths.CODEBOOKS, books), nlp.vocab)

    def mark(doc: Doc) -> Doc:
        records = [asdict(match) for match in finder.find(doc)]
        doc.user_data["codes"] = records
        doc.spans["codes"] = [
            doc.char_span(r["start"], r["end"], label=r["code"], alignment_mode="expand", span_id=str(number))
            for number, r in enumerate(records)
        ]
        return doc

    return mark
