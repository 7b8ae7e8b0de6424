"""Does it add up: the sums that articles state or imply, worked out with intervals.

Statements are read from the articles: multiples ("quarante fois plus que"), two numbers set against each other ("800 contre
une trentaine"), a time after an event ("près d'un an après"). Sums between facts that no sentence spells out are the
relations of ``codebooks/facts.toml``. Each is worked out from the ledger, and the working is printed in one line.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from helpers.codebook import FactBook, Moment, Relation, expression
from helpers.ledger import AGREE, amount
from helpers.text import flat

HOLDS, NEARLY, FAILS, OPEN = "holds", "holds approximately", "fails", "cannot be checked"
#: A floor ("plus de 400") printed in the press is near its number: worked out, it reaches this share above it.
FLOOR = 0.1
#: A sum that misses what is claimed by no more than this share of it holds approximately.
NEAR = 0.2
_AGAINST = re.compile(r"[ ,(]{0,3}contre(?: (?:seulement|environ|près de))? ?")
_LESS = re.compile(r"(?<!\w)(?:moins|petite?s?|inférieure?s?|faibles?)(?!\w)")
_YEAR = {"years": 365.25, "months": 30.4375, "weeks": 7.0, "days": 1.0}
#: How a verdict of this project is called in the reference claims.
AS_REFERENCE = {HOLDS: "consistent", NEARLY: "approximate", FAILS: "inconsistent", OPEN: "cannot be checked"}
COLUMNS = ("claim", "label", "article", "stated", "working", "verdict", "note", "evidence")


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`; what is written after "plus de" has no end."""

    low: float
    high: float

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __mul__(self, other: "Interval") -> "Interval":
        return Interval(_product(self.low, other.low), _product(self.high, other.high))

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotient of two positive intervals; by an interval that reaches 0 it has no end."""
        low = self.low / other.high if math.isfinite(other.high) else 0.0
        return Interval(low, self.high / other.low if other.low else math.inf)

    def meets(self, other: "Interval") -> bool:
        """Whether a value can be in both."""
        return self.low <= other.high and other.low <= self.high

    def distance(self, other: "Interval") -> float:
        """How far apart two intervals are, as a share of the other's nearer end; 0 when they meet."""
        if self.meets(other):
            return 0.0
        ends = (self.high, other.low) if self.high < other.low else (self.low, other.high)
        return abs(ends[1] - ends[0]) / abs(ends[1]) if ends[1] else math.inf


def _product(a: float, b: float) -> float:
    return 0.0 if 0 in (a, b) else a * b


def tight(bounds: Interval, floor: float = FLOOR) -> Interval:
    """An interval as the press means it: a floor without an end reaches `floor` above its number.

    >>> tight(Interval(400.0, math.inf), 0.1)
    Interval(low=400.0, high=440.0)
    """
    return bounds if math.isfinite(bounds.high) else Interval(bounds.low, round(bounds.low * (1 + floor), 9))


def of_fact(ledger: pd.DataFrame, fact: str) -> Interval | None:
    """All that the articles say of a fact, money in euros; None when none says anything."""
    own = ledger[ledger["fact"] == fact]
    if own.empty:
        return None
    money = own["eur_low"].notna().all()
    low, high = ("eur_low", "eur_high") if money else ("low", "high")
    return Interval(float(own[low].min()), float(own[high].max()))


def show(bounds: Interval, unit: str = "") -> str:
    """An interval for people.

    >>> show(Interval(36.9, 44.0)), show(Interval(1e9, math.inf), "EUR"), show(Interval(25.0, 25.0))
    ('36.9 to 44', 'more than 1 billion EUR', '25')
    """
    if not math.isfinite(bounds.high):
        return f"more than {amount(bounds.low, unit)}"
    low, high = amount(bounds.low), amount(bounds.high)
    return amount(bounds.high, unit) if low == high else f"{low} to {amount(bounds.high, unit)}"


def judge(computed: Interval, claimed: Interval) -> str:
    """Whether what is worked out fits what is claimed.

    >>> judge(Interval(36.9, 44.0), Interval(40.0, 40.0)), judge(Interval(500.0, 565.0), Interval(600.0, math.inf))
    ('holds', 'holds approximately')
    """
    distance = computed.distance(claimed)
    return HOLDS if not distance else NEARLY if distance <= NEAR else FAILS


# --- Statements of the articles --------------------------------------------------------------------------


def against(ledger: pd.DataFrame, articles: pd.DataFrame) -> list[tuple[dict, dict]]:
    """Pairs of entries that a sentence sets against each other: "N contre M", of one kind."""
    pairs = []
    for (article, _), own in ledger.groupby(["article", "sentence"], sort=False):
        rows = own.sort_values("start").to_dict("records")
        for left, right in pairwise(rows):
            between = flat(articles["text"][article][left["end"] : right["start"]])
            if left["kind"] == right["kind"] and _AGAINST.fullmatch(between):
                pairs.append((left, right))
    return pairs


def operands(multiple: Mapping, ledger: pd.DataFrame, book: FactBook) -> tuple[str, str] | None:
    """The facts that a multiple compares: that of the number before it, over the same measure of another party, the one its
    sentence or the sentence before gives a number for, or else names last ("plus que X").

    None where the article does not say.
    """
    own = ledger[(ledger["article"] == multiple["article"]) & (ledger["kind"] != "multiple")]
    before = own[
        (own["start"] < multiple["start"]) & (multiple["sentence"] - own["sentence"] <= 1)
    ].sort_values("start")
    if before.empty:
        return None
    left = before.iloc[-1]["fact"]
    fact = book.facts[left]
    others = {
        key
        for key, other in book.facts.items()
        if other.measure == fact.measure and other.party != fact.party and key != left
    }
    told = [key for key in before["fact"] if key in others]
    named = [key for key in others if _names(multiple["text"], book.parties[book.facts[key].party].actors)]
    right = told[-1] if told else named[0] if len(named) == 1 else ""
    return (left, right) if right else None


def _names(text: str, actors: Sequence[str]) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
        for actor in actors
        for word in (actor, actor.split()[0])
    )


# --- Working out -----------------------------------------------------------------------------------------


def check(
    ledger: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    times: pd.DataFrame,
    book: FactBook,
    floor: float = FLOOR,
) -> pd.DataFrame:
    """Every statement and relation that the articles give numbers for, worked out.

    Columns: `claim` (row of the reference, "" when it has none), `label`, `article` (that states it, "" for a sum across
    articles), `stated` (as printed, or what is asked), `working` (the sum in a line), `verdict` (holds, holds
    approximately, fails, cannot be checked), `note`, `evidence` (article:start-end of the numbers used).
    """
    rows = [
        _multiple(row, ledger, book, floor) for row in ledger[ledger["kind"] == "multiple"].to_dict("records")
    ]
    rows += [_side_by_side(left, right, ledger, book) for left, right in against(ledger, articles)]
    dates = moments(sentences, times, book)
    rows += [
        _lag(row, dates, book)
        for row in ledger[ledger["unit"].isin(_YEAR)].to_dict("records")
        if _ends(row["fact"], book) != (None, None)
    ]
    rows += [
        _relation(relation, ledger, sentences, floor)
        for relation in book.relations.values()
        if relation.compare in ("sum", "product") or (relation.compare == "ratio" and not relation.stated)
    ]
    table = pd.DataFrame([row for row in rows if row], columns=list(COLUMNS))
    return table.sort_values(["claim", "article"], kind="stable", ignore_index=True)


def _named(facts: set[str], book: FactBook) -> Relation | None:
    """The relation that is about these facts."""
    for relation in book.relations.values():
        if facts == {*relation.left, *relation.right}:
            return relation
    return None


def _evidence(*frames: pd.DataFrame) -> str:
    return " ".join(
        f"{r.article}:{r.start}-{r.end}" for frame in frames for r in frame.itertuples(index=False)
    )


def _multiple(row: dict, ledger: pd.DataFrame, book: FactBook, floor: float) -> dict:
    """A multiple against the quotient of the two facts that it compares."""
    found = operands(row, ledger, book)
    fact = book.facts[row["fact"]]
    relation = _named(set(found), book) if found else None
    base = {
        "claim": relation.claim if relation else "",
        "label": relation.label if relation else fact.label,
        "article": row["article"],
        "stated": row["span"],
    }
    parts = [of_fact(ledger, key) for key in found] if found else [None]
    if None in parts:
        return base | {
            "working": "",
            "verdict": OPEN,
            "note": "One of the two numbers is not told.",
            "evidence": "",
        }
    left, right = (tight(part, floor) for part in parts)
    if _LESS.search(row["span"]) and left.low < right.low:
        # "Mille fois plus petit" does not say which of the two stands first: the larger is over the smaller.
        left, right, found = right, left, found[::-1]
    computed, claimed = left / right, Interval(row["low"], row["high"])
    names = [book.facts[key].label for key in found]
    return base | {
        "working": f"{names[0]} / {names[1]}: {show(left, 'EUR')} / {show(right, 'EUR')} = {show(computed)}",
        "verdict": judge(computed, claimed),
        "note": _spread(ledger, found),
        "evidence": _evidence(ledger[ledger["fact"].isin(found)]),
    }


def _spread(ledger: pd.DataFrame, facts: Sequence[str]) -> str:
    """Says where the articles give more than one value for what is used."""
    several = [
        key
        for key in facts
        if ledger.loc[ledger["fact"] == key, ["value", "unit"]].drop_duplicates().shape[0] > 1
    ]
    labels = [ledger.loc[ledger["fact"] == key, "label"].iloc[0] for key in several]
    return f"Worked out over every value told for: {', '.join(labels)}." if several else ""


def _side_by_side(left: dict, right: dict, ledger: pd.DataFrame, book: FactBook) -> dict:
    """Two numbers set against each other: each needs another source; their quotient is worked out."""
    relation = _named({left["fact"], right["fact"]}, book)
    pair = (left, right) if left["value"] >= right["value"] else (right, left)
    quotient = Interval(pair[0]["low"], pair[0]["high"]) / Interval(pair[1]["low"], pair[1]["high"])
    alone = [
        row["label"]
        for row in (left, right)
        if ledger.loc[ledger["fact"] == row["fact"], "source"].nunique() < 2
    ]
    return {
        "claim": relation.claim if relation else "",
        "label": relation.label if relation else f"{left['label']} against {right['label']}",
        "article": left["article"],
        "stated": f"{left['span']} contre {right['span']}",
        "working": f"{amount(pair[0]['value'])} / {amount(pair[1]['value'])} = {show(quotient)}",
        "verdict": OPEN if alone else HOLDS,
        "note": f"No other article gives: {', '.join(alone)}."
        if alone
        else "Other articles give both numbers.",
        "evidence": _evidence(pd.DataFrame([left, right])),
    }


def _said(relation: Relation, sentences: pd.DataFrame) -> tuple[str, str] | None:
    """The first article that uses the words of a relation, and the words; None when nobody does."""
    form = re.compile(rf"(?<!\w)(?:{expression(relation.words)})(?!\w)")
    for row in sentences.itertuples(index=False):
        if found := form.search(flat(row.text).lower()):
            return row.article, row.text[found.start() : found.end()]
    return None


def _relation(relation: Relation, ledger: pd.DataFrame, sentences: pd.DataFrame, floor: float) -> dict | None:
    """A sum between facts; None when the articles tell nothing of it, so that it is no claim of theirs."""
    said = _said(relation, sentences) if relation.words else ("", "")
    used = [key for key in (*relation.left, *relation.right, relation.stated, relation.rest_of) if key]
    known = {key: of_fact(ledger, key) for key in used}
    if said is None or all(part is None for part in known.values()):
        return None
    asked = _asked(relation, ledger, known)
    base = {
        "claim": relation.claim,
        "label": relation.label,
        "article": said[0],
        "working": "",
        "verdict": OPEN,
        "evidence": "",
    }
    base["stated"] = f"{said[1]} ({asked})" if said[1] else asked
    parts = [key for key in relation.left if known[key]]
    needed = [key for key in used if key not in relation.left] if relation.compare == "sum" else used
    missing = [key for key in needed if not known[key]]
    if missing or not parts:
        return base | {"note": f"{relation.why} Not told: {', '.join(missing or relation.left)}."}
    computed, working = _work_out(
        relation,
        [tight(known[key], floor) for key in parts],
        [tight(known[key], floor) for key in relation.right],
    )
    if relation.stated:
        verdict, note = _against_total(computed, [known[key] for key in parts], known[relation.stated])
    else:
        least, most = _limits(relation, known)
        inside = least <= computed.low and computed.high <= most
        verdict = HOLDS if inside else NEARLY if computed.meets(Interval(least, most)) else FAILS
        note = "Some of the values told reach past the limit." if verdict == NEARLY else ""
    return base | {
        "working": working,
        "verdict": verdict,
        "note": f"{relation.why} {note}".strip(),
        "evidence": _evidence(ledger[ledger["fact"].isin(used)]),
    }


def _against_total(computed: Interval, parts: Sequence[Interval], total: Interval) -> tuple[str, str]:
    """Whether parts make a total, and what is to be said when they do not."""
    if computed.meets(total):
        return HOLDS, ""
    if computed.low > total.high:
        return FAILS, "The parts are more than the total."
    gap = Interval(total.low - computed.high, total.low - computed.low)
    literal = sum((part.high for part in parts), 0.0) >= total.low
    note = f"{show(gap, 'EUR')} of the total are in no part that is told."
    return FAILS, note + (" Read to the letter, the floors leave it open." if literal else "")


def _limits(relation: Relation, known: Mapping[str, Interval | None]) -> tuple[float, float]:
    """Between what and what a result must lie."""
    if relation.rest_of:
        return 0.0, 1 - known[relation.rest_of].low / 100
    return relation.least or 0.0, math.inf if relation.most is None else relation.most


def _asked(relation: Relation, ledger: pd.DataFrame, known: Mapping[str, Interval | None]) -> str:
    """What is claimed: as printed, or the limit that the codebook reads into a word."""
    if relation.stated:
        return ", ".join(ledger.loc[ledger["fact"] == relation.stated, "span"]) or "not told"
    if relation.rest_of and not known[relation.rest_of]:
        return "not told"
    least, most = _limits(relation, known)
    if most <= 1:
        return f"at most {amount(round(most * 100, 6), 'percent')}"
    unit = "times" if relation.compare == "ratio" else "EUR"
    return f"at least {amount(least, unit)}" if most == math.inf else f"at most {amount(most, unit)}"


def _work_out(relation: Relation, left: list[Interval], right: list[Interval]) -> tuple[Interval, str]:
    """The result of a relation, and the sum in a line."""
    if relation.compare == "product":
        computed = left[0] * right[0]
        return computed, f"{show(left[0])} × {show(right[0], 'EUR')} = {show(computed, 'EUR')}"
    total = sum(left[1:], left[0])
    summed = " + ".join(show(part, "EUR") for part in left)
    if relation.compare == "sum":
        return total, f"{summed} = {show(total, 'EUR')}"
    below = sum(right[1:], right[0])
    computed = total / below
    percent = Interval(computed.low * 100, computed.high * 100)
    result = show(percent, "percent") if computed.high < 1 else show(computed)
    divisor = " + ".join(show(part, "EUR") for part in right)
    return computed, f"{f'({summed})' if len(left) > 1 else summed} / {divisor} = {result}"


# --- Times -----------------------------------------------------------------------------------------------


def moments(sentences: pd.DataFrame, times: pd.DataFrame, book: FactBook) -> dict[str, tuple[str, str, str]]:
    """When the articles date an event: first and last day that all of them allow, and the words, by the key of the moment.

    A date counts when its sentence has the words that the codebook asks for. Where two articles exclude each other, the
    earlier day and the later one are kept.
    """
    said = {(row.article, row.sentence): flat(row.text).lower() for row in sentences.itertuples(index=False)}
    dates = times[(times["type"] == "DATE") & (times["earliest"] != "") & (times["latest"] != "")]
    found = {}
    for key, moment in book.moments.items():
        own = [
            row
            for row in dates.itertuples(index=False)
            if _tells(said.get((row.article, row.sentence), ""), moment)
        ]
        if own:
            first, last = max(row.earliest for row in own), min(row.latest for row in own)
            if first > last:
                first, last = min(row.earliest for row in own), max(row.latest for row in own)
            found[key] = (first, last, "; ".join(dict.fromkeys(row.span for row in own)))
    return found


def _tells(text: str, moment: Moment) -> bool:
    def has(form: str) -> bool:
        return re.search(rf"(?<!\w)(?:{expression(form)})(?!\w)", text) is not None

    return all(has(form) for form in moment.near) and not any(has(form) for form in moment.not_near)


def _ends(fact: str, book: FactBook) -> tuple[str | None, str | None]:
    first = next((key for key, moment in book.moments.items() if fact in moment.first), None)
    last = next((key for key, moment in book.moments.items() if fact in moment.last), None)
    return first, last


def _lag(row: dict, dates: Mapping[str, tuple[str, str, str]], book: FactBook) -> dict:
    """A stated time between two events against the days that articles give them."""
    ends = _ends(row["fact"], book)
    relation = _named({row["fact"]}, book)
    base = {
        "claim": relation.claim if relation else "",
        "label": relation.label if relation else row["label"],
        "article": row["article"],
        "stated": row["span"],
        "evidence": _evidence(pd.DataFrame([row])),
    }
    undated = [book.moments[key].label for key in ends if key and key not in dates]
    if undated or None in ends:
        what = (
            f"No article says when: {', '.join(undated)}."
            if undated
            else "One of the events is not in the codebook."
        )
        return base | {"working": "", "verdict": OPEN, "note": what}
    (a, b, _), (c, d, _) = (dates[key] for key in ends)
    length = _YEAR[row["unit"]]
    computed = Interval(
        (pd.Timestamp(c) - pd.Timestamp(b)).days / length, (pd.Timestamp(d) - pd.Timestamp(a)).days / length
    )
    return base | {
        "working": f"from {a} to {b}, until {c} to {d}: {show(computed, row['unit'])}".replace(
            f"{c} to {c}", c
        ).replace(f"{a} to {a}", a),
        "verdict": judge(computed, Interval(row["low"], row["high"])),
        "note": f"Dated by: {dates[ends[0]][2]}; {dates[ends[1]][2]}.",
    }


# --- Against the reference -------------------------------------------------------------------------------


def against_claims(
    checked: pd.DataFrame, verdicts: pd.DataFrame, claims: pd.DataFrame, book: FactBook
) -> pd.DataFrame:
    """The numeric claims of the reference with the verdict found here.

    A claim is numeric when a fact or a relation of the codebook bears its name. Columns: claim, statement, reference,
    found, said (verdict in this project's words), agrees. What is not found has an empty `found`.
    """
    named = {item.claim for group in (book.facts, book.relations) for item in group.values() if item.claim}
    here: dict[str, tuple[str, str]] = {}
    for row in checked.itertuples(index=False):
        here.setdefault(row.claim, (AS_REFERENCE[row.verdict], row.verdict))
    for row in verdicts.itertuples(index=False):
        verdict = (
            "consistent"
            if row.verdict in AGREE
            else "cannot be checked"
            if row.verdict == "single source"
            else "inconsistent"
        )
        here.setdefault(book.facts[row.fact].claim, (verdict, row.verdict))
    rows = []
    for claim in claims[claims["claim"].isin(named)].itertuples(index=False):
        found, said = here.get(claim.claim, ("", "not found"))
        rows.append((claim.claim, claim.statement, claim.verdict, found, said, found == claim.verdict))
    return pd.DataFrame(rows, columns=["claim", "statement", "reference", "found", "said", "agrees"])
