"""Past, present or future: the tense in which a text speaks at one place.

Two readings of the same question: :func:`of` asks the morphology and the syntax that a spaCy pipeline has
left on a Doc; :func:`surface` looks at word endings and needs nothing but text. Both answer "past",
"present", "future" or "" (nothing tells).
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, islice

from spacy.tokens import Doc, Token

from helpers.text import rules

_RULES = rules("times")["tense"]
_SEASONS = frozenset(rules("times")["seasons"])

_CONDITIONAL = tuple(_RULES["conditional_endings"])
_CLAUSE_END = re.compile(r"[.!?;\n]")
#: How far a clause is looked at, to each side.
_REACH = 150
#: How many words around a token, and how many above it, are looked at.
_NEAR = 25
_DEPTH = 12


def _words(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_PAST = re.compile(
    rf"(?<![\w'-])(?:{_words(_RULES['past'])}) (?:\w{{1,15}} )?"
    rf"(?!(?:{_words(_RULES['not_participles'])})\b)\w{{1,20}}(?:{_words(_RULES['participle_endings'])})\b"
    rf"|\b\w{{2,20}}(?:{_words(_RULES['past_endings'])})\b"
)
_FUTURE = re.compile(
    rf"(?<![\w'-])(?:{_words(_RULES['future_words'])})\b"
    rf"|\b(?!(?:{_words(_RULES['not_verbs'])})s?\b)\w{{1,20}}(?:{_words(_RULES['future_endings'])})\b"
)
_BARE = re.compile(
    rf"(?<![\w'-])(?:([\w'-]{{1,20}}) )?(?<![\w'-])\w{{2,20}}(?:{_words(_RULES['bare_participle_endings'])})"
    rf" (?:(?:{_words(rules('times')['direction']['joints'])}) )?$"
)


def surface(low: str, offset: int) -> str:
    """The tense of the verb form nearest to an offset of a lower-cased flat text, within its clause.

    A participle right before the offset is past.

    >>> surface("le texte sera voté mardi.", 19), surface("il a signé mardi.", 11)
    ('future', 'past')
    """
    before = low[max(0, offset - _REACH) : offset]
    if (bare := _BARE.search(before[-60:])) and bare[1] not in _RULES["not_yet"]:
        return "past"
    after = low[offset : offset + _REACH]
    start = offset - len(before) + max((m.end() for m in _CLAUSE_END.finditer(before)), default=0)
    end = _CLAUSE_END.search(after)
    clause = low[start : offset + (end.start() if end else len(after))]
    here = offset - start
    found = [
        (min(abs(m.start() - here), abs(m.end() - here)), tense)
        for tense, pattern in (("past", _PAST), ("future", _FUTURE))
        for m in pattern.finditer(clause)
    ]
    return min(found)[1] if found else ""


def of(doc: Doc) -> Callable[[int], str] | None:
    """A function from a character offset of the Doc to the tense there; None if the Doc has no morphology."""
    if not doc.has_annotation("MORPH"):
        return None
    parsed = doc.has_annotation("DEP")

    @cache
    def told(number: int) -> str:
        return _told(doc[number])

    def tense(offset: int) -> str:
        span = doc.char_span(offset, offset + 1, alignment_mode="expand")
        if span is None or not len(span):
            return ""
        verbs = chain(_governors(span[0]) if parsed else (), _nearest(span[0]))
        return next((found for verb in verbs if (found := told(verb.i))), "")

    return tense


def _governors(token: Token) -> Iterator[Token]:
    """The verbs and predicates above a token, the closest first."""
    for above in islice(token.ancestors, _DEPTH):
        if _is_predicate(above) and not _is_season(above, token):
            yield above


def _is_season(verb: Token, token: Token) -> bool:
    """Whether a verb is the « été » of « cet été », which a tagger takes for the participle."""
    return verb.lower_ in _SEASONS and 0 <= verb.i - token.i <= 2


def _is_predicate(token: Token) -> bool:
    """A verb, what an auxiliary or copula stands with, or an unknown word in the form of a future."""
    if token.pos_ in ("VERB", "AUX") or any(
        child.dep_.startswith(("aux", "cop")) for child in token.children
    ):
        return True
    return token.pos_ == "NOUN" and _is_future_form(token)


def _is_future_form(token: Token) -> bool:
    return token.lower_.endswith(("ra", "ront")) and _FUTURE.fullmatch(token.lower_) is not None


def _is_conditional(token: Token) -> bool:
    """A conditional, by its tag or by an ending that no imperfect has: taggers take one for the other."""
    return token.morph.get("Mood") == ["Cnd"] or token.lower_.endswith(_CONDITIONAL)


def _nearest(token: Token) -> list[Token]:
    """The verbs around a token, the closest first, in its sentence where there are sentences."""
    doc = token.doc
    first, last = max(0, token.i - _NEAR), min(len(doc), token.i + _NEAR + 1)
    if doc.has_annotation("SENT_START"):
        first, last = max(first, token.sent.start), min(last, token.sent.end)
    verbs = [t for t in doc[first:last] if _is_predicate(t) and not _is_season(t, token)]
    return sorted(verbs, key=lambda t: abs(t.i - token.i))


def _told(verb: Token) -> str:
    """The tense of a verb form with its auxiliaries; "" where the next verb above must tell."""
    auxiliaries = [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]
    forms = [*auxiliaries, verb]
    if any(f.morph.get("Tense") == ["Fut"] or _is_future_form(f) for f in forms):
        # « Le feuilleton aura duré tout le printemps » looks back and ahead.
        return "present" if any(f.dep_ == "aux:tense" for f in auxiliaries) else "future"
    if any(_is_conditional(f) for f in forms):
        # « Il aurait signé mardi » reports the past, « serait voté mardi » the future seen from the past.
        compound = any(f.lemma_ == "avoir" and _is_conditional(f) for f in auxiliaries)
        return "past" if compound else "future"
    if any(f.dep_ == "aux:tense" for f in auxiliaries) or (
        auxiliaries and verb.lemma_ in _RULES["with_être"]
    ):
        return "past"
    infinitive = next((f for f in forms if f.morph.get("VerbForm") == ["Inf"]), None)
    if infinitive is not None:
        # « Avoir signé » is past; « être adopté » is as its governor has it.
        return "past" if infinitive.lemma_ == "avoir" and infinitive is not verb else _infinitive(verb)
    finite = next((f for f in auxiliaries if f.morph.get("VerbForm") == ["Fin"]), verb)
    tense = finite.morph.get("Tense")
    if finite.morph.get("VerbForm") == ["Fin"] and finite.morph.get("Mood") != ["Sub"]:
        if tense == ["Pres"] and finite.lemma_ in _RULES["aiming"]:
            return "future"
        return {"Pres": "present", "Imp": "past", "Past": "past"}.get(tense[0] if tense else "", "")
    return "past" if finite.morph.get("VerbForm") == ["Part"] and tense == ["Past"] else ""


def _infinitive(verb: Token) -> str:
    """What its governor makes of an infinitive: « va venir » is future, « vient de partir » past."""
    governor = verb.head
    if governor.lemma_ == "venir":
        return "past"
    if governor.lemma_ in _RULES["prospective"]:
        return "past" if governor.morph.get("Tense") == ["Imp"] else "future"
    return ""
