"""Numbers that are no quantities: idioms, articles, labels, names, dates, years, clock times, addresses, versions."""

import re
from collections.abc import Iterator

from helpers.french import numerals
from helpers.french.amounts import HOURS, Amount
from helpers.french.numerals import Numeral, either
from helpers.french.qualifiers import AFTER_WORDS, ALONE, BEFORE, ending_in, left_of
from helpers.text import rules

_RULES = rules("quantities")
_LEFT = _RULES["left"]
_RIGHT = _RULES["right"]
_FRACTIONS: dict[str, int] = rules("units")["fractions"]
_IDIOM = re.compile(rf"(?:{either(_RULES['idioms']['phrases'])})(?!\w)", re.IGNORECASE)
#: After un/une, what can make a number of it: une demi-heure, un an et demi, un mois maximum, un élu sur deux.
_ONE = re.compile(
    rf" ?demi-| (?:{either(_FRACTIONS)})\b| [^\W\d_]+(?: et (?:demie?|quart)|,? (?:{AFTER_WORDS}))\b"
    r"| (?:à|et|ou) (?:deux|trois|cinq|dix)\b| (?:[^\W\d_][\w'-]{0,30} ){0,4}sur (?=\w)",
    re.IGNORECASE,
)
_LABEL = ending_in(_LEFT["labels"], r"s?(?: n°| numéro)?")
_YEAR = ending_in(_LEFT["years"])
_DEFINITE = ending_in(_LEFT["definite"])
_CLOCK = ending_in(_LEFT["clock"], r"(?: \d\d? (?:et|à))?")
_LASTING = ending_in(_LEFT["lasting"])
_OPENERS = frozenset(_LEFT["openers"])
_NAME = re.compile(r"(?<!\w)(?P<name>[A-ZÀ-ÖØ-Þ][\w.&'-]*) $")
_MONTH = re.compile(rf" (?:{either(_RIGHT['months'])})(?!\w)", re.IGNORECASE)
_STREET = re.compile(rf",? (?:{either(_RIGHT['streets'])})(?!\w)")
_RIGHT_CLOCK = re.compile(
    rf" ?\d\d(?!\d)| (?:à|et) \d\d? ?h(?:eures?)?\b| (?:{either(_RIGHT['clock'])})(?!\w)"
)
#: After a number of hours: what it takes so long, not the time of the day.
_LONG = re.compile(r" (?:d'|de |par |plus )(?!l'après-midi)")


def plausible(view: str) -> Iterator[Numeral]:
    """The numerals, without those of idioms and without the un/une that can only be an article."""
    reached = 0
    for numeral in numerals.find(view):
        idiom = _IDIOM.match(view, numeral.start)
        if idiom:
            reached = idiom.end()
        article = numeral.form == "one" and not (
            _ONE.match(view, numeral.end) or BEFORE.search(left_of(view, numeral.start))
        )
        if numeral.start >= reached and not article:
            yield numeral


def refused(view: str, amount: Amount) -> bool:
    """True for labels, names, dates, clock times, years, addresses and versions."""
    numeral, unit, left = amount.numeral, amount.unit, left_of(view, amount.start)
    digits = view[numeral.start : numeral.end]
    if amount.kind == "duration" and unit.unit in ("hours", "minutes"):
        return _clock(view, amount, left)
    if amount.kind == "measure" and unit.unit in ("metres", "kilometres"):
        return bool(_DEFINITE.search(left))  # le 100 mètres is a race
    if amount.kind not in ("", "count") or numeral.noun:
        return False
    if _MONTH.match(view, numeral.end) or (len(digits) > 1 and digits[0] == "0" and digits[1].isdecimal()):
        return True
    if numeral.form == "one":
        return False
    if _DEFINITE.search(left) or (
        _LABEL.search(left) and (numeral.form != "words" or not (unit and unit.known))
    ):
        return True
    if numeral.form == "words":
        return False
    if _STREET.match(view, numeral.end) or (unit is None and numeral.form == "digits" and "." in digits):
        return True
    return _named(view, amount, left) or _year(view, amount, left)


def _named(view: str, amount: Amount, left: str) -> bool:
    """A number after a name (Boeing 737) or a postal code before one (75002 Paris)."""
    written = amount.numeral.end - amount.numeral.start
    thousands = amount.numeral.form == "grouped" and written <= len("999 999")
    if thousands or (amount.unit and amount.unit.known):
        return False
    name = _NAME.search(left)
    if name and name["name"] not in _OPENERS and not BEFORE.search(left):
        return True
    postal = amount.numeral.form == "digits" and written == len("75002")
    return postal and view[amount.end + 1 : amount.end + 2].isupper()


def year_like(view: str, numeral: Numeral) -> bool:
    """True for four digits without a space, from 1500 to 2100."""
    digits = view[numeral.start : numeral.end]
    return len(digits) == 4 and digits.isdecimal() and 1500 <= int(digits) <= 2100


def _year(view: str, amount: Amount, left: str) -> bool:
    """True for four digits that read as a year where they stand."""
    if not year_like(view, amount.numeral):
        return False
    counted = bool(amount.unit and amount.unit.known) or ALONE.search(left)
    return not counted or bool(_YEAR.search(left))


def _clock(view: str, amount: Amount, left: str) -> bool:
    """True when a number of hours says when, not how long."""
    numeral, end = amount.numeral, amount.end
    if numeral.value > 24 or numeral.value % 1:
        return False
    written = view[numeral.end : end]
    if HOURS.fullmatch(written):
        return not (_LASTING.search(left) or _LONG.match(view, end) or numeral.value == 24)
    if not written.startswith(" heure") or _LASTING.search(left):
        return False
    return bool(_RIGHT_CLOCK.match(view, end) or (_CLOCK.search(left) and not _LONG.match(view, end)))
