"""Several numerals read together: ratios, compound durations, ranges, lists, changes, and units left out.

:func:`combine` takes the amounts of a text one by one and gives them as its sentences mean them together.
"""

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from helpers.french import units
from helpers.french.amounts import Amount
from helpers.french.numerals import either
from helpers.french.qualifiers import ALONE, clause_before, ending_in, left_of
from helpers.french.refusals import year_like
from helpers.french.units import Unit
from helpers.text import rules

_LEFT = rules("quantities")["left"]
_RIGHT = rules("quantities")["right"]
_WITH_EN = re.compile(
    rf"(?<!\w)(?:n')?en (?:{either(_LEFT['with_en'])})(?: [^\W\d_]+(?:'hui)?){{0,2}} $"
    rf"|(?<!\w)(?:ils|elles|nous) (?:ne |n')?(?:{either(_LEFT['being'])})(?: plus)?(?: que)? $",
    re.IGNORECASE,
)
_SUBJECT_OF = re.compile(rf" (?:{either(_RIGHT['auxiliaries'])}|[^\W\d_]+ront)(?!\w)")
_PLURAL_ARTICLE = re.compile(r"(?<!\w)(?:les|ces|tous|toutes|des|leurs|ses) $", re.IGNORECASE)
_ELLIPTIC = ending_in(_LEFT["elliptic"])
#: "dont 12 mineurs": a part of what was counted just before, whatever the word.
_PART_OF = re.compile(r"(?<!\w)dont (?:seulement )?$", re.IGNORECASE)
_MONEY = re.compile(rf"(?<!\w)(?:{either(_LEFT['money'])})", re.IGNORECASE)
_CHANGE = re.compile(
    rf"(?<!\w)(?:(?P<to>{either(_LEFT['change'])})|{either(_LEFT['change_by'])})"
    rf"(?:{either(_LEFT['change_endings'])})(?!\w)",
    re.IGNORECASE,
)
_FOR_OR_AGAINST = re.compile(r" (?:contre|pour)(?=[,.;)]| et )")
_NUMBER_OF = re.compile(
    r"(?<!\w)(?:nombre|total|effectif|chiffre|quota)s? (?:de |d'|des )(?P<noun>[^\W\d_]+)", re.IGNORECASE
)
_SUR = re.compile(r"(?: [^\W\d_][\w'-]{0,30}){0,4} sur ")
_AND = re.compile(r" (?:et )?")
#: How many of the second unit make one of the first, where French says a duration in both.
_SMALLER = {("years", "months"): 12, ("hours", "minutes"): 60, ("minutes", "seconds"): 60}
_RANGE = re.compile(r" à | ?[-–] ?| et | ou ")
_OPENING = re.compile(r"(?<!\w)(?P<word>entre|de) $", re.IGNORECASE)
_LIST = re.compile(r" (?:à|et|ou|puis|contre) |, | des | de (?:ces|ses|leurs|nos|vos|mes) ")


def combine(view: str, amounts: list[Amount], stops: list[int]) -> list[Amount]:
    """The amounts of a text, in order, read together; ``stops``: where its sentences end, in order.

    A number that has no unit, finds none and cannot stand alone is dropped.
    """
    amounts = _ranges(view, _compounds(view, _ratios(view, amounts)))
    amounts = _borrowed(view, _changed(view, _listed(view, amounts)), stops)
    return [amount for amount in amounts if amount.unit]


def _ratios(view: str, amounts: list[Amount]) -> list[Amount]:
    """ "un Français sur deux" is a share of 50; "12 sur 20" is a mark; "trois fois" alone is dropped here."""
    out: list[Amount] = []
    for amount in amounts:
        last = out[-1] if out else None
        if not (last and amount.unit is None and _SUR.fullmatch(view, last.numeral.end, amount.start)):
            out.append(amount)
            continue
        part, whole = Fraction(last.numeral.value), Fraction(amount.numeral.value)
        out.pop()
        if part < whole and whole != 20:
            share = Unit(amount.end, "share", "percent")
            out.append(Amount(last.start, amount.end, last.numeral, share, part / whole * 100, ratio=True))
    return [amount for amount in out if amount.kind != "frequency"]


def _compounds(view: str, amounts: list[Amount]) -> list[Amount]:
    """ "deux heures et vingt minutes" is one duration, in the smaller unit."""
    out: list[Amount] = []
    for amount in amounts:
        last = out[-1] if out else None
        if last and last.unit and _AND.fullmatch(view, last.end, amount.start):
            thirty = amount.unit is None and last.unit.unit == "hours" and amount.low < 60
            unit = Unit(amount.end, "duration", "minutes") if thirty else amount.unit
            if unit and (factor := _SMALLER.get((last.unit.unit, unit.unit))):
                out[-1] = replace(amount, start=last.start, unit=unit, value=last.low * factor + amount.low)
                continue
        out.append(amount)
    return out


def _ranges(view: str, amounts: list[Amount]) -> list[Amount]:
    """Pairs that make one quantity: entre 20 et 30 %, de 3 à 5 ans, 15-20 km, deux ou trois jours."""
    out: list[Amount] = []
    for amount in amounts:
        merged = _range(view, out[-1], amount) if out else None
        if merged:
            out[-1] = merged
        else:
            out.append(amount)
    return out


def _range(view: str, low: Amount, high: Amount) -> Amount | None:
    """The two as one quantity, or None: a bare 3-1 is a score, "passer de 3 à 5" a change."""
    gap = _RANGE.fullmatch(view, low.end, high.start)
    if not gap or low.high is not None or not _compatible(low, high):
        return None
    word = gap[0].strip()
    opened = _OPENING.search(left_of(view, low.start))
    opening = opened["word"].lower() if opened else ""
    if word == "et" and opening != "entre":
        return None
    if word in "-–" and low.unit:
        return None
    if word == "à" and opening == "de" and _changing(view, low.start, high.kind):
        return None
    if high.unit is None and (word != "et" or year_like(view, low.numeral) or year_like(view, high.numeral)):
        return None
    bottom = _shared(low, high, high.numeral.coefficient)
    if bottom >= high.low:
        return None
    start = low.start - len(opened[0]) if (opening, word) in (("entre", "et"), ("de", "à")) else low.start
    return replace(high, start=start, value=bottom, high=high.low, unit=high.unit or low.unit)


def _compatible(low: Amount, high: Amount) -> bool:
    """Two numerals that can be the ends of one range: one unit for both, or the same one twice."""
    if low.unit is None:
        return True
    if low.numeral.form == "one":
        return False
    if high.unit is None:
        return low.kind == "multiple"
    return (low.kind, low.unit.unit) == (high.kind, high.unit.unit)


def _shared(amount: Amount, following: Amount, limit: Decimal) -> Fraction:
    """The value of a numeral that shares magnitude and unit of the one that follows, if below ``limit``."""
    if amount.unit:
        return amount.low
    numeral, factor = amount.numeral, following.unit.factor if following.unit else Fraction(1)
    if following.kind == "share" and following.numeral.value:  # deux à trois élus sur dix, un à deux tiers
        factor = following.low / Fraction(following.numeral.value)
    scale = following.numeral.scale if numeral.scale == 1 and numeral.coefficient < limit else 1
    return Fraction(numeral.value) * scale * factor


def _changing(view: str, position: int, kind: str) -> bool:
    """True after a verb of change: "passer de 12 à 15" goes from one value to the other."""
    match = _CHANGE.search(clause_before(view, position))
    return bool(match) and (kind != "share" or bool(match["to"]))


def _listed(view: str, amounts: list[Amount]) -> list[Amount]:
    """A number takes its unit from the next one of a list: "10, 20 et 30 euros", "passer de 12 à 15 %"."""
    out: list[Amount] = []
    chained = False
    for amount in reversed(amounts):
        following = out[-1] if out else None
        open_ended = amount.unit is None and following is not None and following.unit is not None
        gap = _LIST.fullmatch(view, amount.end, following.start) if open_ended else None
        lent = bool(gap) and (chained or gap[0] != ", ") and _lends(view, amount, following, gap[0])
        if lent:
            value = _shared(amount, following, Decimal(1000))
            amount = replace(amount, unit=following.unit, value=value)
        chained = lent
        out.append(amount)
    return out[::-1]


def _lends(view: str, amount: Amount, following: Amount, gap: str) -> bool:
    """True when ``amount`` may count what ``following`` counts, given the words between them."""
    if amount.numeral.form == "one" or year_like(view, amount.numeral):
        return False
    if following.kind in ("share", "money", "measure", "duration") and not gap.startswith(" de"):
        return True
    if following.kind != "count":
        return False
    return gap.startswith(" de") or (gap == " à " and _changing(view, amount.start, "count"))


def _changed(view: str, amounts: list[Amount]) -> list[Amount]:
    """ "le nombre de morts est passé de 12 à 15": two counts of what the number is said to be of."""
    out = list(amounts)
    for i, (low, high) in enumerate(pairwise(amounts)):
        bare = low.unit is None and high.unit is None and view[low.end : high.start] == " à "
        if not bare or low.numeral.form == "one" or year_like(view, low.numeral):
            continue
        if left_of(view, low.start).endswith(" de ") and _changing(view, low.start, "count"):
            number_of = _NUMBER_OF.search(clause_before(view, low.start))
            unit = units.noun_unit(number_of["noun"]) if number_of else ""
            for j in (i, i + 1):
                end = amounts[j].end
                out[j] = replace(amounts[j], unit=Unit(end, "count", unit, known=bool(unit)))
    return out


def _borrowed(view: str, amounts: list[Amount], stops: list[int]) -> list[Amount]:
    """A unit left out comes from the sentence: "4 milliards de dollars ici et 2 milliards là"."""
    out: list[Amount] = []
    for i, amount in enumerate(amounts):
        left = left_of(view, amount.start)
        if amount.unit is None or amount.unit.bare or (not amount.unit.known and _PART_OF.search(left)):
            elliptic = bool(_ELLIPTIC.search(left) or _FOR_OR_AGAINST.match(view, amount.end))
            alone = amount.unit is not None or _alone(view, amount)
            unit = amount.unit
            if elliptic or alone:
                unit = _lender(view, out, amount, amounts[i + 1 : i + 4], stops, elliptic) or unit
            if unit or alone:
                unit = unit or Unit(amount.end, "count", "", known=False)
                amount = replace(amount, unit=replace(unit, end=amount.end, bare=False))
        out.append(amount)
    return out


def _lender(
    view: str, before: list[Amount], amount: Amount, after: list[Amount], stops: list[int], elliptic: bool
) -> Unit | None:
    """The unit that one left out repeats: of the number before it, after it, or of the sentence before."""
    sentence = bisect_right(stops, amount.start)
    money = amount.numeral.scale >= 10**6 and _MONEY.search(clause_before(view, amount.start))
    kinds = {"money"} if money else {"money", "count", "parameters", "measure"}
    if elliptic and amount.numeral.scale == 1:
        kinds |= {"share", "duration"}

    def apart(other: Amount) -> int:
        return sentence - bisect_right(stops, other.start)

    near = [other for other in reversed(before[-6:]) if other.unit and other.kind in kinds]
    near = [other for other in near if not _aside(view, other.end, amount.start)] or near
    same = [other for other in near if apart(other) == 0]
    large = amount.numeral.noun or amount.numeral.form == "grouped"
    later = [other for other in after if large and other.unit and other.kind in kinds and apart(other) == 0]
    # « Vous êtes une centaine » is no sum, whatever the sentence before is about.
    people = amount.numeral.form == "collective" and not money
    earlier = [
        other
        for other in near
        if money or (apart(other) == 1 and not elliptic and not (people and other.kind == "money"))
    ]
    lenders = same or later or earlier
    return lenders[0].unit if lenders else None


def _aside(view: str, end: int, position: int) -> bool:
    """True for what ends inside brackets that close before ``position``: "310 milliards de yens (1,96 milliard d'euros)"."""
    closing = view.find(")", end, position)
    return closing >= 0 and view.find("(", end, closing) < 0


def _alone(view: str, amount: Amount) -> bool:
    """True for a number that is a quantity without its noun: 3 millions, 12 500, plus de 300, 120 sont élus."""
    numeral = amount.numeral
    if numeral.form == "one":
        return False
    if numeral.noun or numeral.form == "grouped" or amount.high is not None:
        return True
    left = left_of(view, amount.start)
    if ALONE.search(left) or _WITH_EN.search(left):
        return True
    return bool(_SUBJECT_OF.match(view, amount.end)) and not _PLURAL_ARTICLE.search(left)
