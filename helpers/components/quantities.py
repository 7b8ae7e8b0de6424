"""Quantities in French news: numbers that report a fact, with value, unit and bound.

:func:`find` reads plain text. The spaCy component ``quantities`` fills ``doc.spans["quantities"]`` with what
it finds, adds the subject from the syntax where the pipeline has a parser, and keeps each record in
``span._.quantity``.

Kinds: money, price (of one piece, or by the month), count, share, multiple, duration, measure, parameters.
Units: ISO 4217 for money; ``percent`` (fractions too), ``percentage points``, ``basis points``; ``times``;
``parameters``; ``years`` down to ``seconds``; measures by their English plural (``kilometres``,
``square metres``, ``megawatts``, ``degrees``); ``persons`` for people, ``employees`` for staff; else the
English plural of the counted noun, or "" when the lexicon does not have it. Bounds: exact, about, nearly,
more_than, less_than, at_least, at_most; une trentaine is about 30. The lists are in ``helpers/rules``:
``numerals``, ``units``, ``nouns`` and ``quantities``.

Left out, because French gives them no value or they report none: des milliers, quelques jours, un/une alone,
ordinals, years, dates, clock times, scores (3-1), marks (12 sur 20), names (GPT-4), versions, articles of law,
addresses, telephone numbers, "trois fois" without a comparison, idioms (24 heures sur 24).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from fractions import Fraction

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from helpers.components import base
from helpers.french import amounts, combinations, refusals
from helpers.french.amounts import Amount
from helpers.french.numerals import either
from helpers.french.qualifiers import (
    AFTER,
    BEFORE,
    before_narrow,
    by_verb,
    clause_before,
    ending_in,
    left_of,
)
from helpers.text import flat, rules

_RULES = rules("quantities")
_LEFT = _RULES["left"]
_RIGHT = _RULES["right"]
_FRACTIONS: dict[str, int] = rules("units")["fractions"]
_STEMS: dict[str, int] = _RULES["multiples"]["stems"]
_MULTIPLES: dict[str, int] = _RULES["multiples"]["nouns"]
_PRICE = re.compile(rf"(?<!\w)(?:{either(_LEFT['price'])})", re.IGNORECASE)
_EACH = re.compile(rf" (?:{either(_RIGHT['each'])})(?!\w)")
_RATE = re.compile(rf" (?:{either(_RIGHT['rate'])})(?!\w)|/[^\W\d_]")
_SHARE = re.compile(
    r"(?<![\w-])(?:(?P<half>(?:la|une bonne|une petite|de) moitié)(?![\w-])"
    r"|(?:le|du|au) (?P<part>tiers|quart)(?= (?:de(?! finale)|des|du) | d'(?!heure))"
    r"|(?P<over>[1-9])/(?P<under>[2-9]|10)(?= (?:de|des|du) | d'))",
    re.IGNORECASE,
)
_DOUBLED = re.compile(
    rf"(?<![\w-])(?:(?P<stem>{either(_STEMS)})(?:{either(_RULES['multiples']['endings'])})"
    rf"|le (?P<noun>{either(_MULTIPLES)})(?= (?:de|du|des|que) | d'))(?![\w-])",
    re.IGNORECASE,
)
_NOT_DOUBLED = ending_in(_RULES["multiples"]["not_after"])
#: "doubler Untel" is to overtake him.
_NOT_DOUBLED_AFTER = re.compile(rf" [A-ZÀ-ÖØ-Þ]| (?:{either(_RULES['multiples']['not_before'])})(?!\w)")
_MORE_THAN = re.compile(r"(?<!\w)(?:bien )?plus que $", re.IGNORECASE)
_SOFT_BREAK = re.compile(r"(?<![\n.:;!?])\n(?=[a-zà-öø-ÿ0-9%€$«(])")
_STOP = re.compile(r"[.!?…]+[\"»”) ]{0,4}[ \n](?=[\"«“(—-]? ?[A-ZÀ-ÖØ-Þ0-9])|\n")
_SELON = re.compile(
    r"(?<!\w)(?:selon|d'après|à en croire) (?P<who>[^\s,.;:!?()«»\"“”]+"
    rf"(?: (?!(?:{either(_RIGHT['source_stops'])})(?!\w))[^\s,.;:!?()«»\"“”]+){{0,8}})",
    re.IGNORECASE,
)
_NOT_SOURCES = frozenset(rules("quotes")["according"]["not_sources"])
_PRONOUN = re.compile(r"(?:lui|elle|eux|elles|moi|toi|nous|vous|que|qu'.*|ce|cela|ça)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that reports a fact, where ``text[start:end] == span``.

    ``value`` is in base units (2,5 millions: 2500000.0), ``value_high`` the top of a range, else None.
    """

    start: int
    end: int
    span: str
    kind: str
    value: float
    value_high: float | None
    unit: str
    bound: str
    subject: str = ""
    attributed_to: str = ""


def find(text: str) -> list[Quantity]:
    """The quantities of a French text, in order and disjoint; any text is read, whatever its typography.

    ``subject`` is empty here (it needs syntax); ``attributed_to`` is the X of "selon X" in the sentence.

    >>> [(q.span, q.value, q.unit, q.bound) for q in find("Il a levé près de 1,2 Md€ en dix-huit mois.")]
    [('près de 1,2 Md€', 1200000000.0, 'EUR', 'nearly'), ('dix-huit mois', 18.0, 'months', 'exact')]
    """
    view = _SOFT_BREAK.sub(" ", flat(text))
    stops = [match.end() for match in _STOP.finditer(view)]
    read = (amounts.read(view, numeral) for numeral in refusals.plausible(view))
    kept = [amount for amount in read if amount and not refusals.refused(view, amount)]
    combined = combinations.combine(view, kept, stops)
    found = [_quantity(view, amount) for amount in combined if _reports(view, amount)]
    found = _attributed(view, _disjoint([*found, *_shares(view), *_doubled(view)]), stops)
    return [replace(quantity, span=text[quantity.start : quantity.end]) for quantity in found]


def _reports(view: str, amount: Amount) -> bool:
    """False for "un an" without a qualifier, and for "un élu" with one."""
    if amount.numeral.form != "one" or amount.ratio or amount.low != amount.unit.factor:
        return True
    if amount.kind == "count":
        return False
    return _bound(view, amount)[0] != "exact"


def _bound(view: str, amount: Amount) -> tuple[str, int, int]:
    """The bound that a qualifier sets, and the span that takes the qualifier in."""
    narrow = amount.kind in ("share", "money", "measure", "duration")
    inner = amount.numeral.start if amount.kind == "multiple" else amount.start  # multiplié par près de dix
    for position in dict.fromkeys((inner, amount.start)):
        left = left_of(view, position)
        if match := BEFORE.search(left):
            return match.lastgroup, min(amount.start, position - len(left) + match.start()), amount.end
        if narrow and (found := before_narrow(view, position)):
            return found[0], min(amount.start, found[1]), amount.end
    if match := AFTER.match(view, amount.end):
        return match.lastgroup, amount.start, match.end()
    unqualified = "about" if amount.numeral.form == "collective" else "exact"
    return by_verb(view, amount.start) or unqualified, amount.start, amount.end


def _quantity(view: str, amount: Amount) -> Quantity:
    """The amount as a record, without its span: the text as given is sliced at the end."""
    bound, start, end = _bound(view, amount)
    kind, unit = amount.kind, amount.unit.unit
    if kind == "money":
        each = _EACH.match(view, end)
        end = each.end() if each else end
        modest = amount.numeral.scale < 10**6
        if each or (modest and (_RATE.match(view, end) or _PRICE.search(clause_before(view, start)))):
            kind = "price"
    high = None if amount.high is None else float(amount.high)
    return Quantity(start, end, "", kind, float(amount.low), high, unit, bound)


def _shares(view: str) -> Iterator[Quantity]:
    """La moitié, le tiers des voix, 2/3 des voix: shares without a number in front."""
    for match in _SHARE.finditer(view):
        if match["half"]:
            value = Fraction(50)
        elif match["part"]:
            value = Fraction(100, _FRACTIONS[match["part"].lower()])
        else:
            value = Fraction(100 * int(match["over"]), int(match["under"]))
        start = match.start("part") if match["part"] else match.start()
        if value < 100:
            share = Quantity(start, match.end(), "", "share", float(value), None, "percent", "exact")
            yield _qualified(view, share)


def _doubled(view: str) -> Iterator[Quantity]:
    """A doublé, va tripler, le double de: multiples that one word says."""
    for match in _DOUBLED.finditer(view):
        left = left_of(view, match.start())
        if match["stem"] and (_NOT_DOUBLED.search(left) or _NOT_DOUBLED_AFTER.match(view, match.end())):
            continue
        value = _STEMS[match["stem"].lower()] if match["stem"] else _MULTIPLES[match["noun"].lower()]
        quantity = Quantity(match.start(), match.end(), "", "multiple", float(value), None, "times", "exact")
        more = _MORE_THAN.search(left)
        if more:
            quantity = replace(quantity, start=match.start() - len(more[0]), bound="more_than")
        yield quantity if more else _qualified(view, quantity)


def _qualified(view: str, quantity: Quantity) -> Quantity:
    """The quantity with the qualifier before it."""
    left = left_of(view, quantity.start)
    match = BEFORE.search(left)
    if not match:
        return quantity
    return replace(quantity, start=quantity.start - len(left) + match.start(), bound=match.lastgroup)


def _disjoint(quantities: list[Quantity]) -> list[Quantity]:
    """In order of appearance, without those that overlap an earlier one."""
    out: list[Quantity] = []
    for quantity in sorted(quantities, key=lambda q: (q.start, -q.end)):
        if not out or quantity.start >= out[-1].end:
            out.append(quantity)
    return out


def _attributed(view: str, quantities: list[Quantity], stops: list[int]) -> list[Quantity]:
    """Each quantity with the X of the nearest "selon X" in its sentence."""
    by_sentence: dict[int, list[re.Match]] = {}
    for match in _SELON.finditer(view):
        if not _PRONOUN.match(match["who"]) and _is_source(match["who"]):
            by_sentence.setdefault(bisect_right(stops, match.start()), []).append(match)

    def source(quantity: Quantity) -> str:
        sources = by_sentence.get(bisect_right(stops, quantity.start), [])
        after = bisect_left(sources, quantity.end, key=re.Match.start)
        beside = sources[max(0, after - 1) : after + 1]
        near = min(beside, key=lambda match: abs(match.start() - quantity.end), default=None)
        return near["who"].strip() if near else ""

    return [replace(quantity, attributed_to=source(quantity)) for quantity in quantities]


def _is_source(who: str) -> bool:
    """Somebody, or figures of somebody: « les chiffres de l'Insee », not « les tests de référence »."""
    words = re.split("[ ']", who)
    return any(word[:1].isupper() for word in words) or _NOT_SOURCES.isdisjoint(words[:2])


@Language.factory("quantities")
def make(nlp: Language, name: str) -> "Quantities":
    """The spaCy component, for any French pipeline; with a parser before it, subjects are filled in."""
    return Quantities()


class Quantities:
    """Fills ``doc.spans["quantities"]``: ``span.label_`` is the kind, ``span._.quantity`` the record as a dict.

    Uses ``doc.spans["quotes"]`` and ``doc.spans["actors"]`` where they are: a number in a quotation is
    attributed to its speaker, and the subject names the nearest actor of the sentence.
    """

    def __call__(self, doc: Doc) -> Doc:
        base.attach(doc, "quantities", "quantity", "kind", map(asdict, find(doc.text)))
        spans = list(doc.spans["quantities"])
        quotes = _records(doc, "quotes", "quote")
        actors = _records(doc, "actors", "actor")
        names = {actor.text: record["actor"] for actor, record in actors}
        parsed = doc.has_annotation("DEP")
        counted = {token.i for span in spans for token in span}
        for span in spans:
            record = dict(span._.quantity)
            source = record["attributed_to"]
            record["attributed_to"] = _speaker(record, quotes) or names.get(source, source)
            record["subject"] = _subject(span, counted, actors) if parsed else ""
            span._.quantity = record
        return doc


def _records(doc: Doc, group: str, name: str) -> list[tuple[Span, dict]]:
    """The spans of another component with their records, in order, where that component has run."""
    if group not in doc.spans or not Span.has_extension(name):
        return []
    pairs = [(span, span._.get(name)) for span in doc.spans[group]]
    return sorted((pair for pair in pairs if pair[1]), key=lambda pair: pair[0].start)


def _speaker(record: dict, quotes: list[tuple[Span, dict]]) -> str:
    """The speaker of the innermost quotation that holds the quantity; quotations nest a few deep at most."""
    last = bisect_right(quotes, record["start"], key=lambda pair: pair[0].start_char)
    for span, quote in reversed(quotes[max(0, last - 4) : last]):
        if quote.get("speaker") and record["end"] <= span.end_char:
            return quote["speaker"]
    return ""


def _subject(span: Span, counted: set[int], actors: list[tuple[Span, dict]]) -> str:
    """Lemma of what governs the quantity, and the nearest actor of its sentence: "valoriser Altirus"."""
    governor = _governor(span, counted)
    sentence = span.root.sent
    first = bisect_left(actors, sentence.start, key=lambda pair: pair[0].start)
    last = bisect_left(actors, sentence.end, key=lambda pair: pair[0].start)
    near = min(actors[first:last], key=lambda pair: abs(pair[0].start - span.start), default=None)
    words = (governor.lemma_ if governor else "", near[1]["actor"] if near else "")
    return " ".join(word for word in words if word)


def _governor(span: Span, counted: set[int]) -> Token | None:
    """The nearest noun, verb or adjective above the quantity and outside every other; None at the top."""
    token = span.root
    while token.head.i != token.i:
        token = token.head
        if token.i not in counted and token.pos_ in ("NOUN", "VERB", "ADJ"):
            return token
    return None
