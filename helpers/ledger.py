"""One ledger of what the articles claim: each number as the interval that it means, and a verdict on each fact.

A verdict is worked out by rule from the entries of a fact: their intervals, currencies, dates and sources. None depends on
which article an entry comes from.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from helpers import exchange, voices
from helpers.claims import QUOTED
from helpers.codebook import FactBook, Voice

#: How far "about" (environ, une trentaine) reaches to both sides, and "nearly" (près de) below, as a share of the value.
ABOUT = 0.1
#: A number without a bound is rounded to its last digit that is not 0; no rounding hides more than this share of it.
ROUNDED = 0.05

#: Verdicts from the mildest to the gravest; a fact has the gravest of its pairs.
VERDICTS = (
    "single source", "same", "compatible by bound", "compatible by rounding", "compatible by conversion", "different date",
    "different scope", "contradictory",
)  # fmt: skip
AGREE = frozenset(VERDICTS[1:5])

ENTRIES = (
    "fact", "label", "article", "sentence", "start", "end", "span", "kind", "value", "value_high", "unit", "bound", "low", "high",
    "implied", "earliest", "latest", "dated_by", "asserted_by", "voice", "source", "eur_low", "eur_high", "usd_low", "usd_high",
    "rate", "rate_day", "passage", "text",
)  # fmt: skip
_SIGNS = {"EUR": ("euro", "€"), "USD": ("dollar", "$"), "GBP": ("livre", "£")}
_STRICT = "DATE"


def interval(value: float, value_high: float | None, bound: str, about: float = ABOUT) -> tuple[float, float]:
    """The values that a number can mean; an open end is infinite, or 0.

    >>> interval(30, None, "about")
    (27.0, 33.0)
    >>> interval(400, None, "more_than")
    (400, inf)
    """
    high = value if value_high is None or math.isnan(value_high) else value_high
    if bound == "about":
        return value * (1 - about), round(high * (1 + about), 9)
    if bound == "nearly":
        return value * (1 - about), high
    if bound in ("more_than", "at_least"):
        return value, math.inf
    if bound in ("less_than", "at_most"):
        return 0.0, high
    return value, high


def entries(
    assigned: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    times: pd.DataFrame,
    quotes: pd.DataFrame,
    book: FactBook,
    classes: Mapping[str, Voice],
    about: float = ABOUT,
) -> pd.DataFrame:
    """The ledger: one row a quantity that reports a fact, in the order of the codebook, then of the articles.

    `low`, `high`: the interval it means, in its unit; `implied`: the text leaves the currency out here; `earliest`, `latest`,
    `dated_by`: the days it speaks of (a date in its sentence, else the publication window); `asserted_by`: whom the article
    names for it, `voice` their class, `source` that name or else the article; `eur_…`, `usd_…`: the interval at the rate
    of the European Central Bank on `rate_day`; `text`: its sentence, `passage`: at most 25 words of it.
    """
    known = assigned[assigned["fact"] != ""]
    said = {(row.article, row.sentence): row for row in sentences.itertuples(index=False)}
    roles = {row.speaker: row.role for row in quotes.itertuples(index=False) if row.role}
    rows = []
    for row in known.to_dict("records"):
        sentence = said[row["article"], row["sentence"]]
        place = (row["start"] - sentence.start, row["end"] - sentence.start)
        words = {"passage": passage(sentence.text, *place), "text": sentence.text}
        rows.append(_entry(row, articles, times, roles, book, classes, about) | words)
    order = {key: place for place, key in enumerate(book.facts)}
    turn = {key: place for place, key in enumerate(articles.index)}
    rows.sort(key=lambda row: (order[row["fact"]], turn[row["article"]], row["start"]))
    return pd.DataFrame(rows, columns=list(ENTRIES))


def passage(sentence: str, start: int, end: int, most: int = QUOTED) -> str:
    """At most `most` words of a sentence around what stands from `start` to `end`, with … where it was cut.

    >>> passage("Le groupe a levé dix millions d’euros au printemps", 17, 37, 5)
    '… levé dix millions d’euros au …'
    """
    words = [found.span() for found in re.finditer(r"\S+", sentence)]
    inside = [n for n, (first, last) in enumerate(words) if first < end and start < last]
    if not inside:
        return ""
    room = max(0, most - len(inside))
    low = max(0, min(inside[0] - room // 2, len(words) - len(inside) - room))
    high = min(len(words), low + len(inside) + room)
    text = " ".join(sentence[words[low][0] : words[high - 1][1]].split())
    return "… " * (low > 0) + text + " …" * (high < len(words))


def _entry(
    row: dict,
    articles: pd.DataFrame,
    times: pd.DataFrame,
    roles: Mapping[str, str],
    book: FactBook,
    classes: Mapping[str, Voice],
    about: float,
) -> dict:
    low, high = interval(row["value"], row["value_high"], row["bound"], about)
    published = articles.loc[row["article"]]
    who = row["attributed_to"]
    voice = voices.classify(who, roles.get(who, ""), classes) if who else voices.JOURNALIST
    signs = _SIGNS.get(row["unit"], ())
    return {
        **{key: row[key] for key in row if key in ENTRIES},
        "label": book.facts[row["fact"]].label,
        "low": low,
        "high": high,
        "implied": bool(signs) and not any(sign in row["span"] for sign in signs),
        "asserted_by": who,
        "voice": voice,
        "source": who or row["article"],
        **_dated(row, published, times),
        **_converted(row["unit"], low, high, str(published["earliest"])),
    }


def _dated(row: Mapping, published: pd.Series, times: pd.DataFrame) -> dict[str, str]:
    """The date in the sentence that stands nearest, else the publication window."""
    near = times[
        (times["article"] == row["article"])
        & (times["sentence"] == row["sentence"])
        & (times["type"] == _STRICT)
        & (times["earliest"] != "")
    ]
    if near.empty:
        return {"earliest": published["earliest"], "latest": published["latest"], "dated_by": "publication"}
    best = near.loc[(near["start"] - row["start"]).abs().idxmin()]
    return {"earliest": best["earliest"], "latest": best["latest"], "dated_by": best["span"]}


def _converted(unit: str, low: float, high: float, day: str) -> dict[str, object]:
    """The interval in euros and dollars, with the rate in dollars for a euro and its day; nothing for what is no money."""
    result: dict[str, object] = {}
    for currency in ("EUR", "USD"):
        found = exchange.rate(unit, currency, day) if unit.isupper() and len(unit) == 3 else None
        factor = found.value if found else math.nan
        result |= {f"{currency.lower()}_low": low * factor, f"{currency.lower()}_high": high * factor}
    against = (
        exchange.rate("EUR", "USD" if unit == "EUR" else unit, day)
        if unit.isupper() and len(unit) == 3
        else None
    )
    return result | {
        "rate": against.value if against else math.nan,
        "rate_day": against.day if against else "",
    }


# --- Verdicts --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict (one of :data:`VERDICTS`) and its reason in words."""

    verdict: str
    reason: str

    @property
    def grave(self) -> int:
        return VERDICTS.index(self.verdict)


def step(value: float) -> float:
    """Half of the last printed digit that is not 0, at most :data:`ROUNDED` of the value.

    >>> step(385e6), step(2e9), step(75.0)
    (500000.0, 100000000.0, 0.5)
    """
    if not value or not math.isfinite(value):
        return 0.0
    size = 10.0 ** math.floor(math.log10(abs(value)))
    while abs(value / size - round(value / size)) > 1e-9 and size > 1e-9:
        size /= 10
    return min(size / 2, abs(value) * ROUNDED)


def _overlap(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] * (1 + 1e-9) and b[0] <= a[1] * (1 + 1e-9)


def _wider(row: Mapping, ends: tuple[float, float], factor: float = 1.0) -> tuple[float, float]:
    return ends[0] - step(row["value"]) * factor, ends[1] + step(row["value"]) * factor


def amount(value: float, unit: str = "") -> str:
    """A number for people: millions and billions in words.

    >>> amount(2.17e9, "USD"), amount(75, "percent"), amount(30, "employees")
    ('2.17 billion USD', '75 %', '30 employees')
    """
    for size, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            text = f"{value / size:.3g}{word}" if value / size < 1000 else f"{value / size:,.0f}{word}"
            break
    else:
        text = f"{value:,.0f}" if float(value).is_integer() or abs(value) >= 100 else f"{value:.3g}"
    return text + (" %" if unit == "percent" else f" {unit}" if unit else "")


def compare(first: Mapping, second: Mapping, varies: bool) -> Verdict:
    """The verdict on two entries of one fact: are they the same, can both be true, and if so why.

    `first` and `second` are rows of :func:`entries`; `varies` says that the fact changes with time.
    """
    a, b = (first["low"], first["high"]), (second["low"], second["high"])
    if first["unit"] != second["unit"]:
        found = _across(first, second)
    elif first["value"] == second["value"] and first["bound"] == second["bound"] and a == b:
        found = Verdict("same", f"Both say {amount(first['value'], first['unit'])}.")
    elif _overlap(a, b):
        found = Verdict("compatible by bound", f"“{first['span']}” and “{second['span']}” can both be true.")
    elif first["bound"] == second["bound"] == "exact" and _touch(_wider(first, a), _wider(second, b)):
        found = Verdict("compatible by rounding", f"{_both(first, second)} agree once rounded.")
    else:
        found = Verdict(
            "contradictory",
            f"{_both(first, second)} exclude each other. {_relabelled(first, second)}".strip(),
        )
    if found.verdict == "contradictory" and varies and _apart(first, second):
        days = " and ".join(f"{row['earliest']}" for row in (first, second))
        return Verdict("different date", f"{_both(first, second)} are of different dates ({days}).")
    return found


def _touch(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether two intervals share more than an end."""
    return a[0] < b[1] and b[0] < a[1]


def _both(first: Mapping, second: Mapping) -> str:
    return " and ".join(f"“{row['span']}” ({amount(row['value'], row['unit'])})" for row in (first, second))


def _across(first: Mapping, second: Mapping) -> Verdict:
    """Two units: currencies are converted at the rate of the day, anything else is not the same measure."""
    if second["unit"] == "EUR":
        first, second = second, first
    day = max(str(first["rate_day"]), str(second["rate_day"]))
    found = exchange.rate(first["unit"], second["unit"], day) if day else None
    if found is None:
        return Verdict("different scope", f"{_both(first, second)} are not in one unit.")
    ends = (first["low"] * found.value, first["high"] * found.value)
    other = (second["low"], second["high"])
    worth = amount(first["value"] * found.value, second["unit"])
    how = (
        f"{amount(first['value'], first['unit'])} is {worth} at {found.value:.4f} {second['unit']} for one {first['unit']} "
        f"(ECB, {found.day})"
    )
    if _overlap(ends, other):
        return Verdict("compatible by conversion", f"{how}; that agrees with “{second['span']}”.")
    if first["value"] == second["value"]:
        gap = abs(found.value - 1)
        implied = (
            " One currency is taken from its sentence, not printed with the number."
            if first["implied"] or second["implied"]
            else ""
        )
        return Verdict(
            "contradictory",
            f"The same numeral in two currencies: {how}, {gap:.1%} off. Who converts prints another numeral, so one label is wrong, "
            f"or the rounding hides the gap.{implied}".replace("%", " %"),
        )
    if _touch(_wider(first, ends, found.value), _wider(second, other)):
        return Verdict("compatible by conversion", f"{how}; rounded, that agrees with “{second['span']}”.")
    return Verdict("contradictory", f"{how}, which excludes “{second['span']}”.")


def _relabelled(first: Mapping, second: Mapping) -> str:
    """Whether two amounts would agree if one of them had the other currency's name."""
    for row, other in ((first, second), (second, first)):
        wanted = {"EUR": "USD", "USD": "EUR"}.get(row["unit"], "")
        found = exchange.rate(row["unit"], wanted, str(row["rate_day"])) if wanted else None
        ends = (row["low"] * found.value, row["high"] * found.value) if found else (0.0, -1.0)
        if found and _overlap(ends, (other["low"], other["high"])):
            return (
                f"{amount(row['value'], row['unit'])} is {amount(row['value'] * found.value, wanted)} ({found.value:.4f}, ECB, "
                f"{found.day}): they would agree if “{other['span']}” were an amount in {wanted}."
            )
    return ""


def _apart(first: Mapping, second: Mapping) -> bool:
    """Whether the days two entries speak of have no day in common; an open end is never apart."""
    return bool(
        (first["latest"] and second["earliest"] and first["latest"] < second["earliest"])
        or (second["latest"] and first["earliest"] and second["latest"] < first["earliest"])
    )


VERDICT_COLUMNS = ("fact", "label", "verdict", "articles", "sources", "numbers", "reason")


def verdicts(ledger: pd.DataFrame, book: FactBook) -> pd.DataFrame:
    """One row a fact that is told: `verdict`, its `reason` in words, and how many `articles`, independent `sources`, `numbers`.

    A source that speaks in several articles is one source: the person or body an article names, else the article.
    """
    rows = []
    for key, own in ledger.groupby("fact", sort=False):
        records = own.to_dict("records")
        pairs = [compare(a, b, book.facts[key].varies) for a, b in combinations(records, 2)]
        worst = max(pairs, key=lambda pair: pair.grave, default=None)
        articles, sources = own["article"].nunique(), own["source"].nunique()
        if articles == 1 and (worst is None or worst.verdict in AGREE):
            worst = Verdict("single source", "Only one article tells it.")
        elif sources == 1 < articles:
            worst = Verdict(
                worst.verdict, f"{worst.reason} One source told them all: {own['source'].iloc[0]}."
            )
        if worst.verdict in ("single source", *AGREE):
            worst = _beside_parts(key, own, ledger, book) or worst
        rows.append((key, own["label"].iloc[0], worst.verdict, articles, sources, len(own), worst.reason))
    return pd.DataFrame(rows, columns=list(VERDICT_COLUMNS))


def _beside_parts(key: str, own: pd.DataFrame, ledger: pd.DataFrame, book: FactBook) -> Verdict | None:
    """The verdict on a total beside its parts, when the numbers printed for the parts do not reach it."""
    parts = ledger[ledger["fact"].isin([part for part, fact in book.facts.items() if fact.part_of == key])]
    if parts.empty:
        return None
    printed = parts.groupby("fact")["eur_low"].agg(["min", "max"]).sum()
    total = own["eur_low"].min()
    if not printed["max"] < total:
        return None
    names = ", ".join(parts["label"].drop_duplicates())
    return Verdict(
        "different scope",
        f"A total against its parts: {names} come to {amount(printed['min'])} to {amount(printed['max'], 'EUR')} as printed, "
        f"{amount(total - printed['max'])} to {amount(total - printed['min'], 'EUR')} short of {amount(total, 'EUR')}.",
    )


# --- Tables for charts -----------------------------------------------------------------------------------


def matrix(ledger: pd.DataFrame, verdict: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The ledger as cells: `label`, `column` (an article's label, or "Verdict"), `text`, `article`, `start`, `end`, `strong`.

    Every fact has a row for every article; the text of an omission is missing. Facts that most articles tell come first.
    """
    order = verdict.sort_values(["articles", "numbers"], ascending=False, kind="stable")
    rows = []
    for fact in order.itertuples(index=False):
        strong = fact.verdict in VERDICTS[-2:]
        own = ledger[ledger["fact"] == fact.fact]
        for article, label in articles["label"].items():
            told = own[own["article"] == article]
            for row in told.itertuples(index=False):
                text = row.span + (f" ({row.unit} implied)" if row.implied else "")
                rows.append((fact.label, label, text, article, row.start, row.end, strong))
            if told.empty:
                rows.append((fact.label, label, None, article, pd.NA, pd.NA, False))
        said = fact.verdict + ", one source" * (fact.sources == 1 < fact.articles)
        rows.append((fact.label, "Verdict", said, "", pd.NA, pd.NA, strong))
    columns = ["label", "column", "text", "article", "start", "end", "strong"]
    return pd.DataFrame(rows, columns=columns).astype({"start": "Int64", "end": "Int64"})


def rates(assigned: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Numbers per 1,000 words: `kind`, `article`, `count`, `words`, `rate`, `evidence`; every kind for every article."""
    kinds = assigned["kind"].value_counts().index
    rows = []
    for kind in kinds:
        for article, total in articles["words"].items():
            own = assigned[(assigned["article"] == article) & (assigned["kind"] == kind)]
            evidence = " ".join(f"{row.start}-{row.end}" for row in own.itertuples(index=False))
            rows.append(
                (
                    kind,
                    article,
                    len(own),
                    int(total),
                    1000 * len(own) / total if total else math.nan,
                    evidence,
                )
            )
    return pd.DataFrame(rows, columns=["kind", "article", "count", "words", "rate", "evidence"])


def asserters(ledger: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """Whom the reference names for each number, and whom the ledger does: article, span, reference, found, agrees.

    The reference adds where somebody said it, in brackets; the name before them counts.
    """
    found = {(row.article, row.start): row.asserted_by for row in ledger.itertuples(index=False)}
    rows = [
        (
            row.article,
            row.span,
            row.attributed_to,
            found[row.article, row.start],
            row.attributed_to.split(" (")[0] == found[row.article, row.start],
        )
        for row in reference.itertuples(index=False)
        if (row.article, row.start) in found
    ]
    table = pd.DataFrame(rows, columns=["article", "span", "reference", "found", "agrees"])
    return table.astype({"agrees": bool})


def crossed(
    frame: pd.DataFrame, row: str, articles: pd.DataFrame, order: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Counts of `row` by article, with the articles' labels as columns; nothing found is missing, not 0."""
    table = pd.crosstab(frame[row], frame["article"]).reindex(columns=articles.index, fill_value=0)
    ranked = table.sum(axis=1).sort_values(ascending=False, kind="stable").index
    table = table.reindex([key for key in order if key in table.index] if order else ranked)
    labels = dict(articles["label"])
    return (
        table.rename(columns=labels)
        .rename_axis(index=None, columns=None)
        .astype(float)
        .where(lambda c: c > 0)
    )


def _sides(row: Mapping) -> str:
    """An amount in euros and dollars, the printed currency first; another number in its unit."""
    bound = {"more_than": "more than ", "at_least": "at least ", "about": "about ", "nearly": "nearly "}.get(
        row["bound"], ""
    )
    if math.isnan(row["eur_low"]):
        return bound + amount(row["value"], row["unit"])
    factor = {
        key: row[f"{key.lower()}_low"] / row["low"] if row["low"] else math.nan for key in ("EUR", "USD")
    }
    other = [key for key in ("EUR", "USD") if key != row["unit"] and not math.isnan(factor[key])]
    return " = ".join(
        [
            bound + amount(row["value"], row["unit"]),
            *(amount(row["value"] * factor[key], key) for key in other),
        ]
    )


def gaps(ledger: pd.DataFrame, verdict: pd.DataFrame, articles: pd.DataFrame, least: int = 2) -> pd.DataFrame:
    """The facts that at least `least` articles tell, on one scale: `low`, `high` in percent above the lowest value told.

    Columns: label (fact and verdict), article, low, high, text (article, amount in euros and dollars), span, start, end.
    """
    several = verdict[verdict["articles"] >= least].sort_values(
        "verdict", key=lambda v: -v.map(VERDICTS.index), kind="stable"
    )
    rows = []
    for fact in several.itertuples(index=False):
        own = ledger[ledger["fact"] == fact.fact].drop_duplicates(
            ["article", "value", "value_high", "unit", "bound"]
        )
        ends = ("eur_low", "eur_high") if own["eur_low"].notna().all() else ("low", "high")
        base = own[ends[0]].min() or 1.0
        for row in own.to_dict("records"):
            low, high = (100 * (row[end] / base - 1) for end in ends)
            text = f"{articles['label'][row['article']]}: {_sides(row)}"
            rows.append(
                (
                    f"{fact.label}: {fact.verdict}",
                    row["article"],
                    low,
                    high,
                    text,
                    row["span"],
                    row["start"],
                    row["end"],
                )
            )
    return pd.DataFrame(rows, columns=["label", "article", "low", "high", "text", "span", "start", "end"])


def magnitudes(ledger: pd.DataFrame, book: FactBook, least: int = 2) -> pd.DataFrame:
    """Measures that are told of at least `least` parties, money in dollars: one row a party and value, the largest first.

    Columns: measure, party, value, low, high, text, ratio (to the smallest of the measure), article, span, start, end. A measure
    counts when each party has one fact of it.
    """
    about = {
        key: (fact.measure, book.parties[fact.party].label) for key, fact in book.facts.items() if fact.party
    }
    told = ledger[ledger["fact"].isin(about)].drop_duplicates(["fact", "value", "unit", "bound"])
    rows = []
    for row in told.to_dict("records"):
        measure, party = about[row["fact"]]
        money = not math.isnan(row["usd_low"])
        low, high = (row["usd_low"], row["usd_high"]) if money else (row["low"], row["high"])
        value = row["value"] * (row["usd_low"] / row["low"] if money and row["low"] else 1)
        rows.append(
            (
                measure.capitalize(),
                party,
                value,
                low,
                high,
                f"{party}: {_sides(row)}",
                row["fact"],
                row["article"],
                row["span"],
                row["start"],
                row["end"],
            )
        )
    table = pd.DataFrame(
        rows,
        columns=[
            "measure",
            "party",
            "value",
            "low",
            "high",
            "text",
            "fact",
            "article",
            "span",
            "start",
            "end",
        ],
    )
    by_measure = table.groupby("measure")
    parties, facts = (by_measure[column].transform("nunique") for column in ("party", "fact"))
    table = table[(parties >= least) & (parties == facts)].drop(columns="fact")
    table = table.assign(ratio=table["value"] / table.groupby("measure")["value"].transform("min"))
    return table.sort_values(["measure", "low"], ascending=[True, False], kind="stable", ignore_index=True)
