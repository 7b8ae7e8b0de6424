"""A numeral with what it counts: units, multiples, hours, fractions, currency signs, points.

:func:`read` is the one entry. It says what the words at a numeral mean, not whether they report a fact:
:mod:`helpers.french.refusals` decides that.
"""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from helpers.french import units
from helpers.french.numerals import Numeral, either
from helpers.french.qualifiers import AFTER, BEFORE, REACH, ending_in, left_of
from helpers.french.units import Unit
from helpers.text import rules

_RULES = rules("quantities")
_LEFT = _RULES["left"]
_RIGHT = _RULES["right"]
_UNITS = rules("units")
_PARTS: dict[str, list] = _UNITS["parts"]
_SIGNS: dict[str, str] = _UNITS["currency_symbols"]
_SIGN = re.compile(rf"(?<![^\W_])(?P<sign>{either(_SIGNS)}) ?$")
_MINUS = re.compile(r"(?:^|[ (])-$")
_COMPARISON = re.compile(
    rf" (?:(?P<adverb>{either(_RIGHT['degree'])})|(?P<whole>{either(_RIGHT['comparison'])})"
    rf"|(?:{either(_RIGHT['compared'])}))(?!\w)",
    re.IGNORECASE,
)
_PARTED = ending_in(_LEFT["parted"])
_FUNCTION_WORDS = frozenset(_RIGHT["function"])
_NOT_SHARED = frozenset(_RIGHT["not_shared"])
#: Noun -> currencies that it may name, each with the words that say so.
_AMBIGUOUS: dict[str, list[tuple[str, re.Pattern]]] = {}
for _entry in _RULES["ambiguous"]:
    for _noun in _entry["nouns"]:
        _cues = re.compile(rf"(?<!\w)(?:{either(_entry['cues'])})")
        _AMBIGUOUS.setdefault(_noun, []).append((_entry["unit"], _cues))
#: After a digit: a hyphenated word, the rest of a version, a ratio, a letter that no unit explains.
_GLUED = re.compile(r"-[^\W\d_]|[.,/:]\d|[^\W_]")
_NAME = re.compile(r" [A-ZÀ-ÖØ-Þ][\w-]+")
#: "35 h", "2 h 13", "18h30": how long or when, which the context decides.
HOURS = re.compile(r" ?[hH](?: ?(?P<minutes>[0-5]\d)(?: ?min\b)?)?(?![^\W_])")
_FOIS = re.compile(r" fois\b(?P<half> et demie\b)?")
_DEGREE = re.compile(r" ([^\W\d_]+)")
_DEMI = re.compile(r" ?demi-(?P<noun>[^\W\d_]+)")
_AND_PART = re.compile(r" et (?:(?P<half>demie?)|quart)\b")
_CENTIMES = re.compile(r" ?(?:et )?(?P<cents>\d\d)(?: centimes)?(?![.,]?\d| ?[%\w])")
_POINTS = re.compile(r"(?P<base> de base\b)| de (?:pourcentage\b|%|pour ?cent\b)")
_PERCENT = re.compile(r"%|pour cent")
_INDEX = re.compile(rf"(?<!\w)(?:{either(_LEFT['indices'])})(?!\w)")
#: As a subject a quarter is one of something; a « tiers » may be a third party.
_QUARTER = re.compile(
    rf" quart (?:n'|ne |(?:{either(_RIGHT['auxiliaries'] + _RIGHT['auxiliaries_singular'])})(?!\w))",
    re.IGNORECASE,
)
_FRACTION_OF = re.compile(r" (?:de l'|de la |des |du |de |d')(?P<noun>[^\W\d_]+)")
_BY_CUE = re.compile(r"par |facteur|[xX×] ?$")
_BY = re.compile(
    r"(?:(?<!\w)(?:multipli|divis)\w{0,6}(?P<between>(?: [\w'-]+){0,5}?) (?P<by>par )"
    r"|(?<!\w)(?:un )?facteur (?:de )?|(?<![^\W_])[x×] ?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral on its way to a quantity: its words, what it counts, the top of its range.

    ``value`` is set where the numeral alone does not give it: un quart de point, neuf sur dix, 90 centimes.
    ``ratio``: the value is a share that two numerals make.
    """

    start: int
    end: int
    numeral: Numeral
    unit: Unit | None = None
    value: Fraction | None = None
    high: Fraction | None = None
    ratio: bool = False

    @property
    def low(self) -> Fraction:
        """The value in base units; the lower end of a range."""
        return Fraction(self.numeral.value) if self.value is None else self.value

    @property
    def kind(self) -> str:
        """Kind of the unit, "" without one. "frequency" (trois fois) never becomes a quantity by itself."""
        return self.unit.kind if self.unit else ""


def read(view: str, numeral: Numeral) -> Amount | None:
    """The numeral with its unit, or without one; None when it is part of a longer sign (3D, 20-Minutes, 2.0.1)."""
    for reading in (_factor, _times, _hours, _demi, _counted):
        if amount := reading(view, numeral):
            return amount
    return None


def _factor(view: str, numeral: Numeral) -> Amount | None:
    """ "multiplié par quatre", "divisé par deux", "un facteur 10", "x10"."""
    left = view[max(0, numeral.start - REACH) : numeral.start]
    if not _BY_CUE.search(left) or _GLUED.match(view, numeral.end):
        return None
    qualifier = BEFORE.search(left)
    match = _BY.search(left, 0, qualifier.start() if qualifier else len(left))
    if not match:
        return None
    start = numeral.start - len(left) + match.start("by" if match["between"] else 0)
    return Amount(start, numeral.end, numeral, Unit(numeral.end, "multiple", "times"))


def _times(view: str, numeral: Numeral) -> Amount | None:
    """ "quarante fois plus", "deux fois supérieur", "trois fois le budget"; "trois fois" is a frequency."""
    times = _FOIS.match(view, numeral.end)
    if not times:
        return None
    unit = Unit(times.end(), "frequency", "")
    if match := _COMPARISON.match(view, times.end()):
        end = match.end("whole") if match["whole"] else times.end()
        if match["adverb"]:
            end = match.end("adverb")
            degree = _DEGREE.match(view, end)
            if degree and degree[1].lower() not in _FUNCTION_WORDS:
                end = degree.end()
        unit = Unit(end, "multiple", "times")
    value = Fraction(numeral.value) + (Fraction(1, 2) if times["half"] else 0)
    if value.denominator > 1:  # nothing happens 4.2 times: « 4,2 fois Jupiter »
        unit = replace(unit, kind="multiple", unit="times")
    return Amount(numeral.start, unit.end, numeral, unit, value)


def _hours(view: str, numeral: Numeral) -> Amount | None:
    """ "35 h" in hours, "2 h 13" in minutes."""
    match = None if numeral.noun else HOURS.match(view, numeral.end)
    if not match:
        return None
    value, unit = Fraction(numeral.value), "hours"
    if match["minutes"]:
        value, unit = value * 60 + int(match["minutes"]), "minutes"
    return Amount(numeral.start, match.end(), numeral, Unit(match.end(), "duration", unit), value)


def _demi(view: str, numeral: Numeral) -> Amount | None:
    """ "une demi-heure" is 30 minutes, "un demi-point" half a percentage point."""
    match = _DEMI.match(view, numeral.end)
    part = match and _part(match["noun"])
    if not part:
        return None
    kind, unit, factor = part
    value = Fraction(numeral.value) * factor / 2
    return Amount(numeral.start, match.end(), numeral, Unit(match.end(), kind, unit), value)


def _part(noun: str) -> tuple[str, str, int] | None:
    """Kind, unit and number of units of what is divided: an hour is 60 minutes."""
    noun = noun.lower().removesuffix("s")
    if noun == "point":
        return "share", "percentage points", 1
    return ("duration", *_PARTS[noun]) if noun in _PARTS else None


def _counted(view: str, numeral: Numeral) -> Amount | None:
    """The numeral with the unit or the noun after it, with the currency sign before it, or alone."""
    unit = units.read(view, numeral.end, singular=abs(numeral.value) < 2, linked=numeral.noun)
    if unit is None:
        if sign := _SIGN.search(left_of(view, numeral.start)):
            money = Unit(numeral.end, "money", _SIGNS[sign["sign"]])
            return Amount(numeral.start - len(sign[0]), numeral.end, numeral, money)
        if _GLUED.match(view, numeral.end):
            return None
        name = _NAME.match(view, numeral.end) if numeral.form == "words" and numeral.value > 1 else None
        named = Unit(name.end(), "count", "", known=False) if name else None  # quatre Canadair
        return Amount(numeral.start, name.end() if name else numeral.end, numeral, named)
    if unit.kind == "fraction":
        return _fraction(view, numeral, unit)
    value, end = Fraction(numeral.value) * unit.factor, unit.end
    if unit.kind == "duration" and (match := _AND_PART.match(view, end)):
        end, value = match.end(), value + (Fraction(1, 2) if match["half"] else Fraction(1, 4))
    elif unit.kind == "money" and numeral.scale == 1 and (match := _CENTIMES.match(view, end)):
        end, value = match.end(), value + Fraction(int(match["cents"]), 100)
    elif unit.unit == "points":
        unit = _points(view, numeral, unit)
        end = unit.end
    elif unit.kind in ("count", "money"):
        unit = _disambiguated(view, unit)
    start = numeral.start
    if unit.kind in ("share", "measure", "money") and _MINUS.search(view[max(0, start - 2) : start]):
        start, value = start - 1, -value
    return Amount(start, end, numeral, unit, value)


def _fraction(view: str, numeral: Numeral, unit: Unit) -> Amount | None:
    """ "un quart de point", "trois quarts d'heure", "les deux tiers", "aux trois quarts"; no "tiers" alone."""
    of = _FRACTION_OF.match(view, unit.end)
    noun = of["noun"].lower() if of else ""
    if noun in _NOT_SHARED:
        return None
    value = Fraction(numeral.value) * unit.factor
    if part := _part(noun):
        kind, name, factor = part
        return Amount(numeral.start, of.end(), numeral, Unit(of.end(), kind, name), value / 100 * factor)
    left = left_of(view, numeral.start)
    qualified = BEFORE.search(left) or AFTER.match(view, unit.end)
    said = left.endswith("d'") or _PARTED.search(left) or _QUARTER.match(view, numeral.end)
    if numeral.form == "one" and not (of or qualified or said):
        return None
    start = numeral.start - (4 if left.lower().endswith(" aux ") else 0)
    return Amount(start, unit.end, numeral, Unit(unit.end, "share", "percent"), value)


def _points(view: str, numeral: Numeral, unit: Unit) -> Unit:
    """Points of percentage, of base, or of a game; of percentage, too, where a percentage is near."""
    match = _POINTS.match(view, unit.end)
    if match:
        name = "basis points" if match["base"] else "percentage points"
        return replace(unit, end=match.end(), kind="share", unit=name)
    around = view[max(0, numeral.start - 2 * REACH) : unit.end + 2 * REACH]
    small = numeral.value < 50 and not _INDEX.search(around)
    if small and (numeral.value % 1 or _PERCENT.search(around)):
        return replace(unit, kind="share", unit="percentage points")
    return unit


def _disambiguated(view: str, unit: Unit) -> Unit:
    """Livres are pounds and francs are Swiss where a word nearby says so."""
    readings = _AMBIGUOUS.get(view[unit.start : unit.end].lstrip("' ").lower(), ())
    around = view[max(0, unit.start - 4 * REACH) : unit.end + 4 * REACH] if readings else ""
    code = next((code for code, cues in readings if cues.search(around)), None)
    return replace(unit, kind="money", unit=code) if code else unit
