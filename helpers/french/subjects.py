"""The subject of a French verb without a parser: behind it, in front of it, or of the whole sentence.

A subject is a :class:`~helpers.french.phrases.Phrase`, or a pronoun as a string.
"""

from dataclasses import replace
from functools import cache

from helpers.french import cues
from helpers.french.cues import Words, starts_any, words
from helpers.french.phrases import (
    LAST,
    Phrase,
    first_name_gender,
    is_adjective,
    is_noun,
    is_role,
    is_title,
    media_at,
    name_end,
    person_in_run,
    phrase_at,
    refers_back,
    with_apposition,
)

_STEPS = 12  # asides between a verb and its subject; more are not read
_CLAUSE_MAX = 40
_CHUNKS = 5  # stretches between commas that are looked at for a subject


@cache
def pronouns() -> frozenset[str]:
    """Subject pronouns of the third person."""
    return (
        words("words", "pronouns_m") | words("words", "pronouns_f") | words("words", "pronouns_pl") | {"on"}
    )


def subject_after(text: Words, i: int, stop: int) -> Phrase | None:
    """The subject behind an inverted verb: adverbs and prepositional phrases between them are passed over.

    >>> text = Words("répond au journal Le Monde Arthur Mensch.")
    >>> phrase = subject_after(text, 1, 8)
    >>> text.tokens[phrase.first].raw
    'Arthur'
    """
    commas = 0
    passed = False  # an aside has been read: a comma may follow it
    for _ in range(_STEPS):
        if i >= stop or text.tokens[i].quote >= 0:
            return None
        low = text.low(i)
        aside = starts_any(text, i, cues.phrases("words", "asides"))
        if aside:
            i += aside
            passed = True
        elif low == "," and commas < 2:
            i += 1
            commas += 1
            if is_noun(text.low(i)) and not text.capital(i) and text.low(i + 1) == ",":  # lâche, amer, X
                i += 1
            passed = True
        elif low == "nous":
            i += 1
        elif text.among(i, "prepositions") and low not in words("words", "of") and low != "comme":
            i = _skip_prepositional(text, i, stop)
            passed = True
        elif not text.capital(i) and (cues.is_adverb(low) or low.isdigit()):
            i += 1
        elif not refers_back(text, i) and (
            (text.among(i + 1, "adverbs") and text.among(i, "demonstratives"))
            or (low == "le" and text.low(i + 1).isdigit())
        ):  # ce mardi
            i += 2
        elif commas and not passed:
            return None
        else:
            phrase = phrase_at(text, i)
            return with_apposition(text, completed(text, phrase), stop) if phrase else None
    return None


def completed(text: Words, phrase: Phrase) -> Phrase:
    """A description with the words that a sign then closes, also where no list knows them as adjectives."""
    for last in (phrase.last + 1, phrase.last + 2):
        closed = text.low(last) and not text.low(last)[:1].isalnum() and text.low(last) not in {"'", "«»"}
        if closed and not phrase.named and _only_adjectives(text, phrase.last, last):
            return replace(phrase, last=last)
    return phrase


def skip_asides(text: Words, i: int, stop: int) -> int:
    """Index after adverbs, set phrases and prepositional phrases at `i`: (affirme) de son côté à la presse (que)."""
    for _ in range(_STEPS):
        if i >= stop or text.tokens[i].quote >= 0:
            break
        low = text.low(i)
        aside = starts_any(text, i, cues.phrases("words", "asides"))
        if aside:
            i += aside
        elif (
            low == ","
            or cues.is_adverb(low)
            or low.isdigit()
            or (text.among(i, "tonic") and text.low(i + 1) == ",")
        ):
            i += 1
        elif low == "le" and text.low(i + 1).isdigit():
            i += 2
        elif text.among(i, "prepositions") and low not in words("words", "of") and low != "comme":
            i = _skip_prepositional(text, i, stop)
        else:
            break
    return i


def _skip_prepositional(text: Words, i: int, stop: int) -> int:
    """Index after the prepositional phrase at `i`: dans un post de blog, à l'AFP, au journal Le Monde."""
    i = _skip_determiners(text, i + 1, stop)
    noun_due = True
    while i < stop and text.tokens[i].quote < 0:
        if size := media_at(text, i):
            return i + size
        if text.capital(i):
            end = name_end(text, i)
            person = person_in_run(text, i, end)
            if person > 0:
                return person
            known = first_name_gender(text.tokens[i].raw) is not None
            return i if not noun_due and known and end - i > 1 else end
        low = text.low(i)
        if low in {"de", "d'", "du"}:
            i = _skip_determiners(text, i + 1, stop)
            noun_due = True
        elif noun_due or is_adjective(low) or low in words("media", "kinds"):
            i += 1
            noun_due = False
        else:
            break
    return i


def _skip_determiners(text: Words, i: int, stop: int) -> int:
    while (
        i < stop and not media_at(text, i) and (text.among(i, "determiners") or text.among(i, "before_nouns"))
    ):
        i += 1
    return i


def subject_before(text: Words, i: int) -> Phrase | str | None:
    """The subject in front of a verb group that starts at token `i`.

    >>> text = Words("Odile Perrin, qui préside le club, assure que tout va bien.")
    >>> text.tokens[subject_before(text, 8).first].raw
    'Odile'
    """
    if not 0 < i < len(text) or text.sentence[i] == i:
        return None
    start, low = text.sentence[i], text.low(i - 1)
    if low in pronouns() or text.among(i - 1, "speech_persons"):
        return low
    if low in LAST and text.among(i - 2, "demonstratives"):
        return LAST[low]
    if text.among(i - 1, "indefinite"):
        return Phrase(i - 1, i, head=i - 1, plural=True)
    if low == "qui":
        return _phrase_ending(text, i - 2 if text.low(i - 2) == "," else i - 1, start)
    if low in {",", ")"}:
        return _before_comma(text, i - 1, start)
    if text.tokens[i - 1].quote >= 0 and not is_title(text.tokens[i - 1].raw):
        return None
    return _phrase_ending(text, i, start)


def _clause_start(text: Words, i: int, start: int) -> int:
    """Left border of the run of words without a comma or another strong sign before `i`."""
    j = i
    while j > start and i - j < _CLAUSE_MAX and text.low(j - 1) not in _BORDERS:
        j -= 1
    return j


_BORDERS = frozenset({",", ";", ":", "(", ")", "-", "–", "—", "•"})


def _phrase_ending(text: Words, end: int, start: int) -> Phrase | None:
    """The noun phrase that ends right before token `end`, with the function in front of a name."""
    clause = _clause_start(text, end, start)
    for first in range(clause, end):
        if first > clause and text.among(first - 1, "prepositions") and text.low(first - 1) != "comme":
            continue
        phrase = phrase_at(text, first)
        if phrase is None:
            continue
        if phrase.last == end:
            return _with_function(text, phrase, start) if first == clause else phrase
        if first == clause and not phrase.named and _only_adjectives(text, phrase.last, end):
            return replace(phrase, last=end)
    return None


def _with_function(text: Words, phrase: Phrase, start: int) -> Phrase:
    """La directrice du site, Farida Kaci, …: a name behind a comma belongs to the function before it."""
    if (
        not phrase.named
        or phrase.name[0] != phrase.first
        or phrase.first <= start
        or text.low(phrase.first - 1) != ","
    ):
        return phrase
    function = _phrase_ending(text, phrase.first - 1, start)
    if function is None or function.named or function.plural or not is_role(text, function.first):
        return phrase
    gender = phrase.gender or function.gender
    return replace(phrase, first=function.first, gender=gender, role=(function.first, function.last))


def _only_adjectives(text: Words, first: int, end: int) -> bool:
    """One or two words that no list knows as adjectives, between a noun and its verb: la note caviardée."""
    return first < end <= first + 2 and all(
        is_noun(text.low(k)) and not text.capital(k) and cues.read(text, k) is None for k in range(first, end)
    )


def _before_comma(text: Words, comma: int, start: int) -> Phrase | None:
    """The subject in front of an apposition or a relative clause: X, directrice de Y, / X, qui …, / le maire, X,"""
    borders = [
        start,
        *(j + 1 for j in range(max(start, comma - _CLAUSE_MAX), comma) if text.low(j) in {",", "("}),
    ]
    ends = [*borders[1:], comma + 1]
    for first, following in list(zip(borders, ends, strict=True))[-_CHUNKS:]:
        while first < following and text.among(first, "connectors"):
            first += 1
        phrase = phrase_at(text, first)
        if phrase is not None and phrase.last == following - 1 and not text.among(first - 1, "prepositions"):
            return with_apposition(text, phrase, comma + 1)
    return None


def sentence_subject(text: Words, i: int) -> Phrase | str | None:
    """The subject of the sentence of token `i`: the first noun phrase, name or pronoun that no preposition governs."""
    if not 0 <= i < len(text):
        return None
    j, stop = text.sentence[i], text.sentence_end(i)
    while j < stop and (text.among(j, "connectors") or text.low(j) in _BORDERS):
        j += 1
    for _ in range(_CHUNKS):
        if j >= stop:
            return None
        low = text.low(j)
        if low in pronouns() and low not in {"l'un", "l'une"}:
            return low
        phrase = None if text.among(j, "prepositions") and low != "des" else phrase_at(text, j)
        if phrase and _can_be_subject(text, phrase):
            return with_apposition(text, phrase, stop)
        while j < stop and text.low(j) != ",":
            j += 1
        j += 1
    return None


def _can_be_subject(text: Words, phrase: Phrase) -> bool:
    """Neither a function without its article, nor a time or a circumstance set apart by a comma (Ce mardi, …)."""
    if phrase.named:
        alone = phrase.last == phrase.first + 1 and text.sentence[phrase.first] == phrase.first
        known = first_name_gender(text.tokens[phrase.first].raw) is not None
        return (
            known or not alone or not text.among(phrase.last, "prepositions") or text.low(phrase.last) == "en"
        )
    if not (text.among(phrase.first, "determiners") or text.among(phrase.first, "indefinite")):
        return False
    if text.low(phrase.last) != "," or name_end(text, phrase.last + 1) > phrase.last + 1:
        return True
    timely = any(text.among(k, "adverbs") or text.low(k).isdigit() for k in range(phrase.first, phrase.last))
    return is_role(text, phrase.first) and not timely
