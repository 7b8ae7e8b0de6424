"""Numbers as French writes them, in digits and in letters, without what they count.

:func:`find` reads a text and gives every numeral with its exact value: ``3 000``, ``12.500``,
``2,5 milliards``, ``1,8 Md`` (before a currency), ``2.5M`` (behind its sign), ``quatre-vingt-dix-sept``, ``un demi-milliard``,
``une centaine de millions``, and ``un/une`` standing alone, which the caller must know how to refuse.
Telephone numbers and dates in digits are passed over. Spelled numbers are computed by text2num, on runs of
number words only.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

from helpers.text import rules

_RULES = rules("numerals")
_WORDS = frozenset(_RULES["words"])
_COLLECTIVES: dict[str, int] = _RULES["collectives"]
_MAGNITUDES = {noun: 10**power for noun, power in _RULES["magnitudes"].items()}
_ABBREVIATIONS = {short: 10**power for short, power in _RULES["abbreviations"].items()}
_MONEY_ABBREVIATIONS = {short: 10**power for short, power in _RULES["money_abbreviations"].items()}
_AFTER_SIGN = {short: 10**power for short, power in _RULES["after_sign"].items()}
#: Nouns that multiply what stands before them, with their plurals. "mille" is none: no plural, no "de".
_NOUNS = {
    form: value
    for noun, value in (_MAGNITUDES | _COLLECTIVES).items()
    if noun != "mille"
    for form in (noun, noun + "s")
}
_HALF = Decimal("0.5")

#: A longer run of number words is no number; the limit keeps the reading linear.
_RUN_LIMIT = 14


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: ``text[start:end]`` says ``coefficient * scale``.

    ``scale`` is the magnitude (10**9 for milliard), kept apart because the first number of "2 à 3 milliards"
    borrows it. ``form``: "digits", "grouped" (digits with separated thousands), "words", "collective"
    (une trentaine: about so many) or "one" (un, une). ``noun``: what is counted follows with "de".
    """

    start: int
    end: int
    coefficient: Decimal
    scale: int = 1
    form: str = "digits"
    noun: bool = False

    @property
    def value(self) -> Decimal:
        """The number itself, exact."""
        return self.coefficient * self.scale


def either(words: Iterable[str]) -> str:
    """The alternatives of a regular expression that match one of ``words``, longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


#: Before a collective, besides une: "la trentaine de salariés".
_LEADS = ("la", "cette", "sa", "leur", "notre")
_NOUN = rf"(?:{either(_NOUNS)})\b"
_WORD = rf"(?:{either(_WORDS)})\b"
_HEAD = rf"(?:{_WORD}|une?(?=[ ](?:{either(_NOUNS)})[ ]{_WORD}))"
_TAIL = rf"(?:{_WORD}|et[ -](?:une?|onze)\b|une?\b(?![ -]?[^\W\d_]*-)|{_NOUN})"

_NUMERAL = re.compile(
    rf"""
    (?<!\w)(?=[+\d{"".join(sorted({word[0] for word in (*_WORDS, *_LEADS, "un")}))}])(?:     # most words end here
    (?P<skip>(?<![,.])(?:
        (?:\+\d{{2,3}}[ .]?(?:\(0\)[ ]?)?\d|0\d)(?:[ .-]?\d\d){{3,6}}\b         # telephone
      | 0[1-9]\d\d[ ]\d{{2,3}}[ ]\d{{2,3}}(?:[ ]\d\d)?\b
      | \d{{1,2}}(?P<sep>[/.-])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d\d)\b            # 12/03/2024
      | \d{{4}}-\d\d-\d\d\b                                                   # 2024-03-12
    ))
  | (?<!\d[.,/:'])(?<![^\W\d_]-)(?:
        (?<=[$£€¥])(?P<foreign>\d{{1,3}}(?:,\d{{3}})+(?:\.\d{{1,6}})?)(?![\d,]\d)   # £400,000
      | (?P<grouped>\d{{1,3}}
            (?:(?:[ ]\d{{3}}){{1,5}}|(?:\.\d{{3}}){{1,5}}|(?:'\d{{3}}){{1,5}})(?!\d)(?:,\d{{1,6}})?)(?!\d)
      | (?P<digits>\d{{1,15}}(?:[.,]\d{{1,6}})?)(?!\d)
    )
  | (?<![^\W\d_]-)(?:
        (?P<words>{_HEAD}(?:[ -]{_TAIL}){{0,{_RUN_LIMIT}}})
      | une?[ ](?:(?:bonne|petite|grosse|bon|petit|gros)[ ])?(?P<demi>demi-?[ ]?)?(?P<round>{_NOUN})
      | (?:{either(_LEADS)})[ ](?P<the>(?:{either(_COLLECTIVES)})\b)(?=[ ]d(?:e[ ]|'))
      | (?P<one>une?)\b
    ))
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: What may follow a numeral and multiply it.
_SCALE = re.compile(rf" ?(?P<noun>{_NOUN})| mille\b(?: (?P<after>{_NOUN}))?", re.IGNORECASE)
_MONEY = (
    r"€|\$|£|¥|EUR|USD|GBP|JPY|CAD|CHF|FCFA|[A-Z]{1,2}\$|[EF]\b"
    r"|(?:d')?euros?\b|(?:de )?(?:dollars|francs|livres|yens|yuans)\b"
)
_SHORT = re.compile(
    rf" ?(?:(?P<short>{either(_ABBREVIATIONS)})(?= ?(?:{_MONEY}|d'|de ))"
    rf"|(?P<money>{either(_MONEY_ABBREVIATIONS)})(?= ?(?:{_MONEY})))"
)
_SHORT_SIGNED = re.compile(rf" ?(?P<short>{either(_AFTER_SIGN)})(?![^\W_])")
_SIGN_BEFORE = re.compile(r"[$£€¥] ?$")
_OF = re.compile(rf" (?:de |d')(?P<noun>{_NOUN})", re.IGNORECASE)
_AND_A_HALF = re.compile(r" et demie?\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")


def find(view: str) -> Iterator[Numeral]:
    """Every numeral of ``view`` in order of appearance; ``view`` is flat text (:func:`helpers.text.flat`).

    >>> [(n.form, float(n.value)) for n in find("une trentaine de voix, 1,2 million, quatre-vingt-dix")]
    [('collective', 30.0), ('digits', 1200000.0), ('words', 90.0)]
    """
    reached = 0
    for match in _NUMERAL.finditer(view):
        if match.start() < reached or match["skip"]:
            continue
        for numeral in _numerals(match, view):
            yield numeral
            reached = numeral.end


def _numerals(match: re.Match, view: str) -> Iterator[Numeral]:
    if match["one"]:
        yield Numeral(match.start(), match.end(), Decimal(1), form="one")
    elif match["words"]:
        yield from _words(match, view)
    elif match["round"]:
        noun = match["round"].lower()
        coefficient = _HALF if match["demi"] else Decimal(1)
        yield _completed(Numeral(*match.span(), coefficient, _NOUNS[noun], _form(noun), True), view)
    elif match["the"]:
        noun = match["the"].lower()
        yield _completed(Numeral(*match.span("the"), Decimal(1), _NOUNS[noun], "collective", True), view)
    else:
        form = "grouped" if match["grouped"] or match["foreign"] else "digits"
        value = (
            Decimal(match["foreign"].replace(",", ""))
            if match["foreign"]
            else _decimal(match[form], form == "grouped")
        )
        yield _scaled(Numeral(*match.span(), value, form=form), view)


def _decimal(digits: str, grouped: bool) -> Decimal:
    """The value of digits in French typography; a dot is decimal only where it cannot separate thousands."""
    if grouped:
        digits = digits.replace(" ", "").replace(".", "").replace("'", "")
    return Decimal(digits.replace(",", "."))


def _form(noun: str) -> str:
    return "collective" if noun.removesuffix("s") in _COLLECTIVES else "words"


def _scaled(numeral: Numeral, view: str) -> Numeral:
    """Digits with the magnitude that follows them: "3 000 milliards", "1,8 Md" before a currency, "2.5M" behind its sign."""
    signed = _SIGN_BEFORE.search(view, max(0, numeral.start - 2), numeral.start)
    if signed and (match := _SHORT_SIGNED.match(view, numeral.end)):
        scale = _AFTER_SIGN[match["short"]]
        return Numeral(numeral.start, match.end(), numeral.coefficient, scale, numeral.form, True)
    if match := _SCALE.match(view, numeral.end):
        noun = (match["noun"] or match["after"] or "").lower()
        scale = _NOUNS.get(noun, 1) * (1 if match["noun"] else 1000)
        form = "collective" if noun and _form(noun) == "collective" else numeral.form
        return _completed(
            Numeral(numeral.start, match.end(), numeral.coefficient, scale, form, bool(noun)), view
        )
    if match := _SHORT.match(view, numeral.end):
        scale = (_ABBREVIATIONS | _MONEY_ABBREVIATIONS)[match["short"] or match["money"]]
        return Numeral(numeral.start, match.end(), numeral.coefficient, scale, numeral.form, True)
    return numeral


def _completed(numeral: Numeral, view: str) -> Numeral:
    """The numeral with what may follow its noun: "et demi", "une centaine" + " de millions"."""
    end, coefficient, scale = numeral.end, numeral.coefficient, numeral.scale
    if not numeral.noun:
        return numeral
    if match := _AND_A_HALF.match(view, end):
        end, coefficient = match.end(), coefficient + _HALF
    if numeral.form == "collective" and (match := _OF.match(view, end)):
        end, scale = match.end(), scale * _NOUNS[match["noun"].lower()]
    return Numeral(numeral.start, end, coefficient, scale, numeral.form, True)


def _words(match: re.Match, view: str) -> Iterator[Numeral]:
    """The numerals in a run of number words: one, or several where the run as a whole is no number."""
    tokens = [(m.start(), m.end(), m[0].lower()) for m in _LETTERS.finditer(view, *match.span())]
    first = 0
    while first < len(tokens):
        for last in range(len(tokens), first, -1):
            read = _read(tuple(word for _, _, word in tokens[first:last]))
            if read:
                yield _completed(Numeral(tokens[first][0], tokens[last - 1][1], *read), view)
                first = last
                break
        else:
            first += 1


@lru_cache(maxsize=4096)
def _read(words: tuple[str, ...]) -> tuple[Decimal, int, str, bool] | None:
    """Coefficient, scale, form and noun of number words; None when they do not make one number."""
    *before, last = words
    if words[0] not in _WORDS and (words[0] not in ("un", "une") or len(words) == 1):
        return None
    noun = last in _NOUNS
    if before and (noun or last == "mille") and not _NOUNS.keys() & before:
        value, scale = _spelled(before), _NOUNS.get(last, 1000)
    else:
        value, scale = _spelled(words), 1
    return None if value is None else (value, scale, _form(last), noun)


def _spelled(words: Iterable[str]) -> Decimal | None:
    try:
        return Decimal(text2num(" ".join(words), "fr"))
    except (ValueError, TypeError):
        return None
