"""Words and reporting verbs: a text as tokens with its quotations folded, and where a verb says that somebody speaks.

The forms of several hundred verbs are looked up in a dictionary, one look a word, instead of being searched for.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from helpers.text import rules

_PRONOUN = r"(?:t-)?(?:ils?|elles?|on)(?!\w)"
_TOKEN = re.compile(
    r"\n[ \n]*\n"  # a paragraph break
    r"|(?:M|MM|Dr|Pr|Mgr|Mme|Mlle)\.(?= [A-ZÀ-Þ])"
    r"|(?<!\w)[A-ZÀ-Þ]\.(?=[ -]?[A-ZÀ-Þ])"  # an initial
    r"|aujourd'hui|[Dd]'(?:autres|aucuns|après|abord|ailleurs|emblée)(?!\w)"
    r"|\d+(?:[.,]\d+)+"
    r"|\w+'(?=\w)"  # an elided word keeps its apostrophe
    rf"|-{_PRONOUN}"  # an inverted pronoun is a token: a | -t-elle
    rf"|\w+(?:[-&](?!{_PRONOUN})\w+)*"
    r"|\.\.\.|[^\w\s]"
)
_TERMINAL = frozenset({".", "!", "?", "…", "..."})
_CLOSERS = frozenset(")]»”\"'")
_SENTENCE_MAX = (
    300  # tokens; a longer run without a stop is cut, so that rules that read a sentence stay linear
)
_ASIDE_MAX = 9
_LOOKAHEAD = 40  # a rule looks at most so many words ahead without asking where the text ends


class Token(NamedTuple):
    """A word, a sign, a paragraph break, or a folded quotation; offsets in the text."""

    start: int
    end: int
    raw: str
    low: str
    quote: int = -1  # number of the quotation that this token stands for, -1 for a word or a sign


def tokens(flat: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Words, signs and paragraph breaks of ``flat[start:end]``."""
    end = len(flat) if end is None else end
    return [
        Token(match.start(), match.end(), match[0], match[0].lower())
        for match in _TOKEN.finditer(flat, start, end)
    ]


_DASHES = frozenset("-–—")
_DATELINE_MAX = 80
_DATELINE = re.compile(
    r"[A-ZÀ-Ý][\w' -]{1,40}"
    r"(?:, (?:le )?\d{1,2}(?:er)? \w{3,10}(?: \d{4})?(?: \([^()\n]{2,30}\))?| \([A-Z][^()\n]{1,30}\)) [-–—]"
)


class Words:
    """The text outside its quotations: every quotation is one token, so that rules read across it.

    ``sentence[i]`` and ``paragraph[i]`` are the indexes where the sentence and the paragraph of token `i` start;
    ``ends`` maps the start of a sentence to its end.
    """

    def __init__(self, flat: str, quotations: Iterable[tuple[int, int]] = ()):
        """`quotations`: (start, end) of each outermost quotation with its marks, in order."""
        self.tokens: list[Token] = []
        at = 0
        for number, (start, end) in enumerate(quotations):
            self.tokens += tokens(flat, at, start)
            self.tokens.append(Token(start, end, flat[start:end], "«»", number))
            at = end
        self.tokens += tokens(flat, at)
        self._lows = [token.low for token in self.tokens] + [""] * _LOOKAHEAD
        self._find_borders(flat)

    def _find_borders(self, flat: str) -> None:
        self.sentence: list[int] = []
        self.paragraph: list[int] = []
        self.ends: dict[int, int] = {}
        sentence = paragraph = 0
        ended = False
        for i, token in enumerate(self.tokens):
            if token.raw[0] == "\n":
                self.ends[sentence] = i
                sentence = paragraph = i + 1
                ended = False
            elif ended and token.low not in _CLOSERS:
                if (
                    token.quote >= 0
                    or token.raw[0].isupper()
                    or token.raw[0].isdigit()
                    or token.raw[0] in "-–—•(["
                ):
                    self.ends[sentence] = i
                    sentence = i
                ended = False
            elif i - sentence == _SENTENCE_MAX:
                self.ends[sentence] = i
                sentence = i
            if token.raw in _TERMINAL or (sentence == paragraph and self._ends_dateline(flat, sentence, i)):
                ended = True
            elif token.quote >= 0:
                ended = flat[token.start : token.end].rstrip("»”\"'› ")[-1:] in _TERMINAL
            self.sentence.append(sentence)
            self.paragraph.append(paragraph)
        self.ends[sentence] = len(self.tokens)

    def _ends_dateline(self, flat: str, first: int, last: int) -> bool:
        """Paris, 27 février 2024 (AFP) –: the place and the day of a dispatch, in which nobody speaks."""
        if self.tokens[last].raw not in _DASHES:
            return False
        start, end = self.tokens[first].start, self.tokens[last].end
        return end - start < _DATELINE_MAX and _DATELINE.fullmatch(flat, start, end) is not None

    def __len__(self) -> int:
        return len(self.tokens)

    def low(self, i: int) -> str:
        """The token at `i` in lower case, "" before and behind the text."""
        return self._lows[i] if i >= 0 else ""

    def capital(self, i: int) -> bool:
        """Is token `i` a word with a capital?"""
        return 0 <= i < len(self.tokens) and self.tokens[i].raw[0].isupper() and self.tokens[i].quote < 0

    def among(self, i: int, key: str) -> bool:
        """Is token `i` in the list `key` of the table ``words``?"""
        return self.low(i) in words("words", key)

    def sentence_end(self, i: int) -> int:
        """Index after the last token of the sentence of token `i`."""
        return self.ends.get(self.sentence[i], len(self.tokens)) if i < len(self.tokens) else len(self.tokens)


class Form(NamedTuple):
    """What a word can be as a form of a reporting verb."""

    lemma: str
    finite: bool = False
    past: bool = False
    present: bool = False
    infinitive: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in the text: tokens `first` to `last` with its auxiliary, `verb` the word itself.

    `how`: "finite", "passive", "participle" (without an auxiliary), "bare" (present participle or infinitive).
    `pronoun`: the inverted subject (il, elle, ils, elles, on), "" where there is none.
    """

    first: int
    last: int
    verb: int
    lemma: str
    how: str
    pronoun: str = ""


def er_forms(lemma: str) -> dict[str, list[str]]:
    """Third persons and participles of a regular verb in -er, with its changes of spelling.

    >>> er_forms("rappeler")["finite"][:2], er_forms("lancer")["finite"][2], er_forms("répéter")["finite"][0]
    (['rappelle', 'rappellent'], 'lançait', 'répète')
    """
    stem = lemma[:-2]
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    if lemma.endswith(("appeler", "jeter")):
        mute = stem + stem[-1]
    elif lemma.endswith("yer"):
        mute = stem[:-1] + "i"
    else:
        mute = re.sub(r"é(?=[^aeiouyéè]{1,2}u?$)|e(?=[^aeiouyéè]$)", "è", stem)
    future = stem if "é" in stem[-3:] else mute
    finite = [mute + "e", mute + "ent", soft + "ait", soft + "aient", soft + "a", stem + "èrent"]
    finite += [future + ending for ending in ("era", "eront", "erait", "eraient")]
    past = [stem + ending for ending in ("é", "ée", "és", "ées")]
    return {"finite": finite, "present_participle": [soft + "ant"], "past_participle": past}


@cache
def forms() -> dict[str, Form]:
    """Every form of every reporting verb in ``rules/quotes.toml``."""
    book = rules("quotes")
    parts: dict[str, dict[str, list[str]]] = dict(book["irregular"])
    for ending, group in book["conjugation"].items():
        for lemma in group["verbs"]:
            stem = lemma.removesuffix(ending)
            parts[lemma] = {kind: [stem + e for e in group[kind]] for kind in _PARTS}
    found: dict[str, Form] = {}
    for lemma in kind_of():
        made = parts.get(lemma) or er_forms(lemma)
        for kind, field in _PARTS.items():
            for word in made[kind]:
                found[word] = found.get(word, Form(lemma))._replace(**{field: True})
        found[lemma] = found.get(lemma, Form(lemma))._replace(infinitive=True)
    for word in book["support"]["only"]:
        found.setdefault(word, Form(word, infinitive=True))
    return found


_PARTS = {"finite": "finite", "past_participle": "past", "present_participle": "present"}


@cache
def kind_of() -> dict[str, str]:
    """Lemma -> kind of reporting verb (the first table that has it)."""
    kinds: dict[str, str] = {}
    for kind, lemmas in rules("quotes")["verbs"].items():
        for lemma in lemmas:
            kinds.setdefault(lemma, kind)
    return kinds


@cache
def words(table: str, key: str) -> frozenset[str]:
    """A list of ``rules/quotes.toml`` as a set."""
    return frozenset(rules("quotes")[table][key])


@cache
def phrases(table: str, key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """A list of phrases of ``rules/quotes.toml``: each as its tokens in a text, longest first, by the first token."""
    split = {tuple(token.low for token in tokens(phrase)) for phrase in rules("quotes")[table][key]}
    index: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(split, key=lambda phrase: (-len(phrase), phrase)):
        index[phrase[0]] = (*index.get(phrase[0], ()), phrase)
    return index


def starts_any(text: Words, i: int, index: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """How many tokens has the longest phrase of `index` (see :func:`phrases`) that stands at `i`; 0 for none."""
    for phrase in index.get(text.low(i), ()):
        if all(text.low(i + k) == word for k, word in enumerate(phrase)):
            return len(phrase)
    return 0


def listed(low: str, names: Collection[str]) -> bool:
    """Is the word, or its singular, in the list?"""
    return low in names or (low.endswith("s") and low[:-1] in names)


def is_adverb(low: str) -> bool:
    """A word of the list, or one in -ment."""
    return low in words("words", "adverbs") or (low.endswith("ment") and len(low) > 6)


def read(text: Words, i: int) -> Cue | None:
    """The cue whose verb is token `i`, None where the word is no reporting verb here (la note, le juge, un conseil).

    >>> text = Words("La ministre a ainsi déclaré que tout va bien.")
    >>> cue = read(text, 4)
    >>> cue.lemma, cue.how, text.tokens[cue.first].raw
    ('déclarer', 'finite', 'a')
    """
    form = forms().get(text.low(i))
    if form is None or text.tokens[i].quote >= 0 or text.among(i, "prepositions"):
        return _locution(text, i)
    cue = _after_auxiliary(text, i, form) or _after_support(text, i, form) or _alone(text, i, form)
    if cue and cue.lemma in words("reflexive", "verbs"):
        # s'inquiète reports, inquiète does not
        around = (text.low(k) for k in range(max(0, cue.first - 1), cue.verb))
        return cue if any(low in {"s'", "se"} for low in around) else None
    return cue


def _locution(text: Words, i: int) -> Cue | None:
    """A verb of several words, known by the last: a fait état de, met en garde contre."""
    if text.low(i) not in _tails():
        return None
    tail = f"en {text.low(i)}" if text.low(i - 1) == "en" else text.low(i)
    verb, between = _skip_back(text, i - 1 - tail.count(" "))
    if text.low(verb) not in rules("quotes")["locutions"].get(tail, ()):
        return None
    head, pronoun = _skip_back(text, verb - 1)
    first = head if text.low(head) in words("auxiliary", "forms") else verb
    how = "bare" if text.among(head, "prepositions") else "finite"
    return Cue(_clitics(text, first), i, i, text.low(i), how, between or pronoun)


@cache
def _tails() -> frozenset[str]:
    return frozenset(locution.rpartition(" ")[2] for locution in rules("quotes")["locutions"])


def _after_auxiliary(text: Words, i: int, form: Form) -> Cue | None:
    """A past participle behind avoir or être: a déclaré, s'est réjoui, a-t-il ajouté, a été jugé."""
    if not form.past:
        return None
    last, pronoun = _inverted(text, i)
    at, between = _skip_back(text, _before_aside(text, i) - 1)
    low = text.low(at)
    if low in words("auxiliary", "passive"):
        return Cue(at, last, i, form.lemma, "passive")
    if low not in words("auxiliary", "forms"):
        return None
    first = _clitics(text, at)
    reflexive = any(text.among(k, "reflexives") for k in range(first, at))
    passive = (
        low in words("auxiliary", "be") and not reflexive and form.lemma not in words("auxiliary", "with_be")
    )
    return Cue(first, last, i, form.lemma, "passive" if passive else "finite", between or pronoun)


def _after_support(text: Words, i: int, form: Form) -> Cue | None:
    """An infinitive: fait savoir, tient à préciser, vient d'annoncer; alone behind pour, avant de, sans."""
    if not form.infinitive:
        return None
    at, _ = _skip_back(text, i - 1)
    helper, between = _skip_back(text, at - 1 if text.low(at) in {"à", "de", "d'"} else at)
    if text.low(helper) in words("support", "forms"):
        head, pronoun = _skip_back(text, helper - 1)
        first = head if text.low(head) in words("auxiliary", "forms") else helper
        last, inverted = _inverted(text, i)
        return Cue(_clitics(text, first), last, i, form.lemma, "finite", between or pronoun or inverted)
    if form.lemma in words("support", "only") or not text.among(at, "prepositions"):
        return None
    return Cue(i, i, i, form.lemma, "bare")


def _alone(text: Words, i: int, form: Form) -> Cue | None:
    """A finite form, a present participle (en assurant), or a past participle without an auxiliary (jugé)."""
    if form.finite:
        return None if _is_noun_here(text, i) else Cue(_clitics(text, i), *_inverted_cue(text, i, form))
    if form.present:
        return Cue(i - 1 if text.low(i - 1) == "en" else i, i, i, form.lemma, "bare")
    return Cue(i, i, i, form.lemma, "participle") if form.past else None


def _inverted_cue(text: Words, i: int, form: Form) -> tuple[int, int, str, str, str]:
    last, pronoun = _inverted(text, i)
    return last, i, form.lemma, "finite", pronoun


def _is_noun_here(text: Words, i: int) -> bool:
    """A form that is a noun or an adjective as well (note, juge, précise), by the word before it."""
    before = text.low(i - 1)
    if before in {"le", "la", "les", "l'", "leur"}:
        subject = text.among(i - 2, "subject_words") or (
            text.capital(i - 2) and not text.among(i - 2, "determiners")
        )
        return not subject  # il l'assure, Roux le répète; but le juge
    if text.capital(i) and text.sentence[i] != i:
        return True
    if before in words("words", "numerals"):
        return text.low(i).endswith("s")  # un sur trois déclare
    if before in words("words", "indefinite") and text.low(i).endswith("ent"):
        return False  # certains affirment
    if before in words("words", "before_nouns") - words("words", "adverbs"):
        return True
    return any(text.among(i - 1, key) for key in ("determiners", "prepositions")) or before in {
        "je",
        "j'",
        "tu",
        "rien",
        "n'",
    }


def _inverted(text: Words, i: int) -> tuple[int, str]:
    """Last token of the verb and its inverted pronoun: dit-il, affirme-t-elle."""
    return (i + 1, text.low(i + 1).rpartition("-")[2]) if is_inverted(text.low(i + 1)) else (i, "")


def is_inverted(low: str) -> bool:
    """Is the token an inverted pronoun: -t-il, -elles?"""
    return len(low) > 2 and low[0] == "-"


def _skip_back(text: Words, i: int) -> tuple[int, str]:
    """Left over adverbs, negation and an inverted pronoun: the index that remains, and the pronoun."""
    pronoun = ""
    for _ in range(6):
        low = text.low(i)
        if is_inverted(low):
            pronoun = low.rpartition("-")[2]
        elif not (is_adverb(low) or (low in {"à", "de"} and is_adverb(text.low(i + 1)))):
            break
        i -= 1
    return i, pronoun


def _before_aside(text: Words, i: int) -> int:
    """a, de son côté, déclaré: the index of the comma that opens the aside in front of `i`, `i` where there is none."""
    if text.low(i - 1) != ",":
        return i
    opening = (k for k in range(i - 3, max(0, i - _ASIDE_MAX), -1) if text.low(k) == ",")
    return next((k for k in opening if text.low(k - 1) in words("auxiliary", "forms")), i)


def _clitics(text: Words, i: int) -> int:
    """Left over the small words that belong to the verb: s'est, l'a, n'a, nous le."""
    while text.among(i - 1, "clitics") and text.sentence[i - 1] == text.sentence[i]:
        i -= 1
    return i
