"""What a number counts or measures: the words after a numeral, read with the lexicons of French nouns.

:func:`read` looks at the text right after a numeral and says the kind and the unit of the quantity, and where
its words end. Units are English and plural ("kilometres", "votes"), currencies are ISO 4217 codes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from helpers.french.numerals import either
from helpers.text import rules

_UNITS = rules("units")
_LEXICON = rules("nouns")
_RULES = rules("quantities")
_NOUN_RULES = _RULES["nouns"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read in a text: end of its words, kind, English name, factor to the base unit.

    ``known`` is False for a noun that no lexicon has. ``bare`` is True when only an adjective or a partitive
    stands where the noun should (300 autres): the noun must come from the context. ``noun``: where it begins.
    """

    end: int
    kind: str
    unit: str
    factor: Fraction = Fraction(1)
    known: bool = True
    bare: bool = False
    start: int = 0


def plural(noun: str, irregular: Mapping[str, str]) -> str:
    """The plural of a French noun, or of a noun and its adjectives: only what precedes de, d', à, en changes.

    >>> plural("cheval", {}), plural("carte graphique", {}), plural("coup de feu", {})
    ('chevaux', 'cartes graphiques', 'coups de feu')
    """
    if noun in irregular:
        return irregular[noun]
    words = noun.split(" ")
    stop = next((i for i, word in enumerate(words) if re.match(r"(?:de|à|en|par)$|d'|d’", word)), len(words))
    return " ".join([_plural_word(word, irregular) for word in words[:stop]] + words[stop:])


def _plural_word(word: str, irregular: Mapping[str, str]) -> str:
    if word in irregular:
        return irregular[word]
    if word.isupper() or word[-1] in "sxz":
        return word
    if re.search(r"(?:eau|au|eu)$", word):
        return word + "x"
    return word[:-2] + "aux" if word.endswith("al") else word + "s"


def _entries() -> Iterable[tuple[str, str, str, Fraction]]:
    """French noun in the singular, kind, English unit, factor; a later entry overrules an earlier one."""
    for unit, nouns in _LEXICON["nouns"].items():
        kind = "parameters" if unit == "parameters" else "count"
        yield from ((noun, kind, unit, Fraction(1)) for noun in nouns)
    for table, kind, factor in (
        ("measures", "measure", 1),
        ("durations", "duration", 1),
        ("currencies", "money", 1),
        ("cents", "money", Fraction(1, 100)),
    ):
        for unit, nouns in _UNITS[table].items():
            yield from ((noun, kind, unit, Fraction(factor)) for noun in nouns)
    for noun, parts in _UNITS["fractions"].items():
        yield noun, "fraction", "percent", Fraction(100, parts)


def _lexicon() -> dict[str, tuple[str, str, Fraction, bool, bool]]:
    """Form in the text -> kind, unit, factor, can be singular, can be plural."""
    forms: dict[str, tuple[str, str, Fraction, bool, bool]] = {}
    for noun, *entry in _entries():
        many = plural(noun, _LEXICON["irregular"])
        forms[noun] = (*entry, True, noun == many)
        forms[many] = (*entry, noun == many, True)
        if " de " in many:  # suppressions de poste, suppressions de postes
            forms[_plural_word(many, _LEXICON["irregular"])] = (*entry, False, True)
    return forms


_FORMS = _lexicon()
_LONGEST = max(form.count(" ") + 1 for form in _FORMS)
_SYMBOLS = (
    {"%": ("share", "percent")}
    | {sign: ("money", code) for sign, code in _UNITS["currency_symbols"].items()}
    | {sign: ("duration", unit) for sign, unit in _UNITS["duration_symbols"].items()}
    | {sign: ("measure", unit) for sign, unit in _UNITS["measure_symbols"].items()}
)
_SYMBOL = re.compile(
    rf" ?(?P<sign>{either(_SYMBOLS)})(?![^\W_]|'|-[^\W\d_])|(?P<cent> pour ?cents?\b| p\. ?100\b)"
)
_LETTER = re.compile(rf" ?(?P<letter>[{''.join(_UNITS['currency_letters'])}])(?![\w'-])")
#: Words after a number, on its line: simple, with hyphens, or with an article elided onto them.
_WORD = re.compile(r" ([^\W\d_]+(?:[-'][^\W\d_]+)*)")
_LINK = re.compile(r" (?:de|des)(?= )| d(?=')", re.IGNORECASE)
_PARTITIVE = re.compile(
    r" des(?= )| de (?:ces|ses|leurs|nos|mes|vos)(?= )|(?P<them> d'entre (?:eux|elles|nous|vous)\b)"
)
_SUM = re.compile(rf"[ '](?:{either(_NOUN_RULES['sums'])})(?!\w)")
_ELIDED = re.compile(r"'([^\W\d_]+(?:[-'][^\W\d_]+)*)")

_BEFORE = frozenset(_NOUN_RULES["before"])
_NOT_NOUNS = frozenset(_NOUN_RULES["not_nouns"])
_AFTER_WORDS = frozenset(_NOUN_RULES["after_words"])
_AFTER_ENDINGS = tuple(_NOUN_RULES["after_endings"])
_PERSON_ENDINGS = tuple(_NOUN_RULES["person_endings"])
_INHABITANTS = frozenset(_NOUN_RULES["inhabitants"])
_INHABITANT_ENDINGS = tuple(_NOUN_RULES["inhabitant_endings"])


def read(view: str, position: int, *, singular: bool, linked: bool) -> Unit | None:
    """The unit at ``position`` of the flat text ``view``, right after a numeral, or None.

    ``singular``: the number is below two, so that a noun in the singular fits. ``linked``: the numeral ends
    in a noun (million, dizaine) or an abbreviation of one (3 M), and "de" may come between.
    """
    if match := _SYMBOL.match(view, position):
        kind, unit = _SYMBOLS[match["sign"]] if match["sign"] else ("share", "percent")
        return Unit(match.end(), kind, unit, start=position)
    if linked and (match := _LETTER.match(view, position)):
        return Unit(match.end(), "money", _UNITS["currency_letters"][match["letter"]], start=position)
    if linked:
        if match := _LINK.match(view, position):
            return (
                None
                if _SUM.match(view, match.end())
                else _noun(view, match.end(), singular=False, partitive=False)
            )
        unit = _noun(view, position, singular=False, partitive=False)
        return (
            unit if unit and unit.kind == "money" else None
        )  # 3 millions euros, but les 3 millions investis
    if match := _PARTITIVE.match(view, position):
        if match["them"]:
            return Unit(match.end(), "count", "", bare=True, start=position)
        return _noun(view, match.end(), singular=False, partitive=True)
    return _noun(view, position, singular=singular, partitive=False)


def _words(view: str, position: int) -> list[tuple[int, str]]:
    """The next words from ``position`` with their ends, as far as they stand apart by single spaces."""
    words = []
    match = _ELIDED.match(view, position) or _WORD.match(view, position)
    while match and len(words) < _LONGEST + 4:
        word = match[1]
        words.append((match.end(), word.lower() if len(word) > 3 and word.isupper() else word))
        match = _WORD.match(view, match.end())
    return words


def _noun(view: str, position: int, *, singular: bool, partitive: bool) -> Unit | None:
    """The noun after a number and its adjectives; after a partitive (deux des …) only one that is known."""
    words = _words(view, position)
    if not words:
        return None
    skipped = next((i for i, (_, word) in enumerate(words) if word not in _BEFORE), len(words))
    for first in {skipped: None, 0: None, 1: None}:
        if first == 1 and not _plural_like(words[0][1]):
            break
        if first < len(words) and (unit := _lookup(words, first, position, singular)):
            return _extended(view, unit)
    if partitive:
        return None
    if skipped < len(words) and _plural_like(words[skipped][1]):
        return _extended(view, Unit(words[skipped][0], "count", "", known=False, start=position))
    if skipped and words[skipped - 1][1] == "autres":
        return Unit(words[skipped - 1][0], "count", "", bare=True, start=position)
    return None


def _lookup(words: list[tuple[int, str]], first: int, start: int, singular: bool) -> Unit | None:
    """The longest entry of the lexicon that the words from ``first`` on spell."""
    for last in range(min(len(words), first + _LONGEST), first, -1):
        form = " ".join(word for _, word in words[first:last])
        if form in _FORMS:
            kind, unit, factor, one, many = _FORMS[form]
            if kind != "count" or (one if singular and not many else many):
                return Unit(words[last - 1][0], kind, unit, factor, start=start)
    word = words[first][1]
    if word in _INHABITANTS or (word[0].isupper() and word.endswith(_INHABITANT_ENDINGS)):
        return Unit(words[first][0], "count", "persons", start=start)
    if word.endswith(_PERSON_ENDINGS):
        return Unit(words[first][0], "count", "persons", start=start)
    return None


def noun_unit(noun: str) -> str:
    """The unit of a counted noun on its own, "" when no lexicon has it.

    >>> noun_unit("blessés")
    'persons'
    """
    return _FORMS[noun][1] if noun in _FORMS and _FORMS[noun][0] == "count" else ""


def _plural_like(word: str) -> bool:
    """A word that can be the noun after a number: plural in form, no adverb, no article, no name."""
    return len(word) > 3 and word[0].islower() and word[-1] in "sx" and word not in _NOT_NOUNS


def _extended(view: str, unit: Unit) -> Unit:
    """A counted noun takes in the adjectives that classify it: cartes graphiques spécialisées."""
    if unit.kind != "count":
        return unit
    end = unit.end
    for _ in range(2):
        match = _WORD.match(view, end)
        if not match or not (match[1] in _AFTER_WORDS or match[1].endswith(_AFTER_ENDINGS)):
            break
        if match[1] in _NOT_NOUNS:
            break
        end = match.end()
    return replace(unit, end=end)
