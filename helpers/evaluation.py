"""What was found, held against a reference: precision, recall, F1, and every miss.

A layer is a table of spans (``quantities``, ``times``, ``quotes``). Within an article every found row is
paired with at most one reference row, largest overlap first. A pair is `right` when its decisive columns
agree. Nothing here knows how the rows were found, and nothing here needs spaCy.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers import paths
from helpers.text import flat


@dataclass(frozen=True, slots=True)
class Layer:
    """How one layer is compared.

    `span` is the column with the words, `decisive` the columns that must agree, `numbers` those of them that
    are numbers. `least` is the share of characters in common (Jaccard) that makes two spans the same finding;
    0 means that any overlap does. `only` limits a decisive column to the reference rows where another column
    has a value: ``("speaker", "mode", "direct")`` asks for the speaker of direct quotations alone.
    """

    span: str
    decisive: tuple[str, ...]
    numbers: frozenset[str] = frozenset()
    least: float = 0.0
    only: tuple[tuple[str, str, str], ...] = ()


LAYERS = {
    "quantities": Layer(
        "span", ("value", "value_high", "unit", "bound"), numbers=frozenset({"value", "value_high"})
    ),
    "times": Layer("span", ("value",)),
    "quotes": Layer("text", ("mode", "speaker"), least=0.8, only=(("speaker", "mode", "direct"),)),
}

#: In the order of a report. `optional` rows (core = 0) count neither for nor against.
STATUS = ("right", "wrong", "missed", "false", "optional")
SCORES = ("found", "reference", "right", "wrong", "missed", "false", "precision", "recall", "f1")

_INTEGERS = {"start", "end", "core", "sentence", "projected"}
_FLOATS = {"quantities": ("value", "value_high"), "articles": ("stance",)}
_TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Comparison:
    """Result of :func:`compare`.

    `pairs` has one row a pair, a miss or a false finding: article, status (one of ``STATUS``), differs (the
    decisive columns that differ, separated by a space), overlap (Jaccard, 0 without a partner), then start,
    end, span and the decisive columns of both sides, as ``reference_…`` and ``found_…``; the side that is not
    there is missing (NA).
    """

    layer: str
    decisive: tuple[str, ...]
    pairs: pd.DataFrame


def reference(layer: str, folder: Path = paths.REFERENCE) -> pd.DataFrame:
    """The reference annotations of a layer, ``folder/<layer>.csv``: numbers as numbers, empty texts as "".

    Raises FileNotFoundError, naming the layers that there are.

    >>> reference("times").dtypes["start"]
    dtype('int64')
    """
    path = folder / f"{layer}.csv"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in folder.glob("*.csv"))) or "none"
        raise FileNotFoundError(f"{path}: no reference for {layer!r}; there is: {known}")
    frame = pd.read_csv(path, dtype=object, keep_default_na=False, encoding="utf-8")
    whole = [column for column in frame.columns if column in _INTEGERS and (frame[column] != "").all()]
    floats = {column: pd.to_numeric(frame[column]).astype("float64") for column in _FLOATS.get(layer, ())}
    return frame.astype(dict.fromkeys(whole, "int64")).assign(**floats)


def compare(
    found: pd.DataFrame, reference: pd.DataFrame, layer: str, decisive: Sequence[str] = ()
) -> Comparison:
    """Pair the rows of `found` with those of `reference`, article by article.

    Both tables have the columns article, start, end, the layer's span column and its decisive columns, as
    :mod:`helpers.tables` and :func:`reference` give them. `decisive` replaces the layer's decisive columns.
    A reference cell may name several accepted readings: ``"2021|2021-03"``. A reference row whose `core` is 0
    is optional.

    A quotation needs 0.8 of its characters in common with its reference; the other layers need any overlap.
    Numbers agree up to one part in 1e9; a missing number agrees with a missing one only. Texts agree when
    they are equal but for case and kinds of apostrophe, space and hyphen.

    Raises KeyError for an unknown layer, ValueError for a missing column.

    >>> row = {"article": "a", "start": 3, "end": 7, "span": "2023", "value": "2023"}
    >>> scores(compare(pd.DataFrame([row]), pd.DataFrame([row]), "times")).loc[0, "f1"]
    np.float64(1.0)
    """
    rule = LAYERS[layer]
    columns = tuple(decisive) or rule.decisive
    for name, frame in (("found", found), ("reference", reference)):
        if missing := {"article", "start", "end", rule.span, *columns} - set(frame.columns):
            raise ValueError(f"{layer}, {name}: no column {', '.join(sorted(missing))}")
    wanted, got = _by_article(reference), _by_article(found)
    rows = [
        row
        for article in dict.fromkeys([*wanted, *got])
        for row in _pair(article, wanted.get(article, []), got.get(article, []), rule, columns)
    ]
    sides = ("start", "end", "span", *columns)
    names = ("article", "status", "differs", "overlap")
    pairs = pd.DataFrame(
        rows, columns=[*names, *(f"{side}_{c}" for side in ("reference", "found") for c in sides)]
    )
    places = {f"{side}_{c}": "Int64" for side in ("reference", "found") for c in ("start", "end")}
    return Comparison(layer, columns, pairs.astype(places | {"overlap": "float64"}))


def scores(comparison: Comparison, by: str | None = None) -> pd.DataFrame:
    """Counts, precision, recall and F1: one row, or one for each value of the column `by` of the pairs.

    found = right + wrong + false, reference = right + wrong + missed, both without optional rows; precision =
    right / found, recall = right / reference, F1 = 2 right / (found + reference) (van Rijsbergen 1979, with
    equal weights). A share of nothing is NaN, never an error.
    """
    pairs = comparison.pairs
    groups = [(0, pairs)] if by is None else list(pairs.groupby(by, sort=False, dropna=False))
    index = pd.Index([key for key, _ in groups], name=by)
    return pd.DataFrame([_score(group["status"]) for _, group in groups], index=index, columns=list(SCORES))


def beside(named: Mapping[str, pd.DataFrame], reference: pd.DataFrame, layer: str) -> pd.DataFrame:
    """The scores of several tables of findings against one reference: index `by`, the name of each.

    Articles that are not in every table of `named` and in the reference are left out, so that all read the same texts.
    """
    shared = set(reference["article"]).intersection(*(set(found["article"]) for found in named.values()))
    kept = {name: found[found["article"].isin(shared)] for name, found in named.items()}
    wanted = reference[reference["article"].isin(shared)]
    rows = [scores(compare(found, wanted, layer)) for found in kept.values()]
    return pd.concat(rows, keys=list(kept), names=["by"]).droplevel(1)


def report(comparison: Comparison) -> str:
    """The scores in a line, then every pair that is not right, in the order of the texts."""
    total = scores(comparison).iloc[0]
    lines = [
        "{layer}: precision {precision:.3f} ({right:.0f} of {found:.0f} found), "
        "recall {recall:.3f} ({right:.0f} of {reference:.0f} in the reference), F1 {f1:.3f}; "
        "{wrong:.0f} wrong, {missed:.0f} missed, {false:.0f} false".format(layer=comparison.layer, **total)
    ]
    bad = comparison.pairs[comparison.pairs["status"].isin(["wrong", "missed", "false"])]
    lines += [_line(row, comparison.decisive) for row in bad.to_dict("records")]
    return "\n".join(lines)


def _by_article(frame: pd.DataFrame) -> dict[str, list[dict]]:
    return {article: group.to_dict("records") for article, group in frame.groupby("article", sort=False)}


def _pair(
    article: str, wanted: list[dict], got: list[dict], rule: Layer, columns: tuple[str, ...]
) -> Iterator[dict]:
    """The rows of one article, in the order of the text."""
    partner = _match(wanted, got, rule, columns)
    rows = []
    for i, row in enumerate(wanted):
        other = got[partner[i]] if i in partner else None
        differs = [] if other is None else _differing(row, other, rule, columns)
        status = "missed" if other is None else "wrong" if differs else "right"
        rows.append((row, other, status if row.get("core", 1) else "optional", differs))
    taken = set(partner.values())
    rows += [(None, row, "false", []) for j, row in enumerate(got) if j not in taken]
    for row, other, status, differs in sorted(rows, key=lambda r: (r[0] or r[1])["start"]):
        yield {
            "article": article,
            "status": status,
            "differs": " ".join(differs),
            "overlap": _overlap(row, other)[1] if row and other else 0.0,
            **_side("reference", row, rule, columns),
            **_side("found", other, rule, columns),
        }


def _match(wanted: list[dict], got: list[dict], rule: Layer, columns: tuple[str, ...]) -> dict[int, int]:
    """Greedy matching, reference row to found row, one to one: largest overlap first, then the tightest."""
    candidates = []
    for i, row in enumerate(wanted):
        for j, other in enumerate(got):
            common, jaccard = _overlap(row, other)
            if common > 0 and jaccard >= rule.least:
                # Ties: the pair that agrees, then the row that counts, then the order of the text.
                differs = len(_differing(row, other, rule, columns))
                order = (-common, -jaccard, differs, -row.get("core", 1), row["start"], other["start"])
                candidates.append((order, i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def _overlap(a: dict, b: dict) -> tuple[int, float]:
    """Characters in common, and their share of the characters of both."""
    common = min(a["end"], b["end"]) - max(a["start"], b["start"])
    if common <= 0:
        return 0, 0.0
    return common, common / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


def _differing(row: dict, other: dict, rule: Layer, columns: tuple[str, ...]) -> list[str]:
    """The decisive columns in which a found row differs from its reference row."""
    idle = {column for column, where, value in rule.only if _text(row.get(where)) != value}
    return [
        column
        for column in columns
        if column not in idle
        and not (_same_number if column in rule.numbers else _same_text)(row[column], other[column])
    ]


def _same_number(wanted: float | None, got: float | None) -> bool:
    if pd.isna(wanted) or pd.isna(got):
        return bool(pd.isna(wanted) and pd.isna(got))
    return math.isclose(wanted, got, rel_tol=_TOLERANCE)


def _same_text(wanted: str | None, got: str | None) -> bool:
    return _text(got) in _text(wanted).split("|")


def _text(value: str | None) -> str:
    return "" if value is None or value is pd.NA or value != value else flat(str(value)).casefold()


def _side(name: str, row: dict | None, rule: Layer, columns: tuple[str, ...]) -> dict:
    if row is None:
        return {}
    return {
        f"{name}_start": row["start"],
        f"{name}_end": row["end"],
        f"{name}_span": row[rule.span],
        **{f"{name}_{column}": row[column] for column in columns},
    }


def _score(status: pd.Series) -> dict[str, float]:
    right, wrong, missed, false = (int((status == name).sum()) for name in STATUS[:4])
    found, wanted = right + wrong + false, right + wrong + missed
    return {
        "found": found,
        "reference": wanted,
        "right": right,
        "wrong": wrong,
        "missed": missed,
        "false": false,
        "precision": _share(right, found),
        "recall": _share(right, wanted),
        "f1": _share(2 * right, found + wanted),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else math.nan


def _line(row: dict, columns: tuple[str, ...]) -> str:
    side = "found" if row["status"] == "false" else "reference"
    start, end, span = (row[f"{side}_{name}"] for name in ("start", "end", "span"))
    head = f"  {row['status']:<6} {row['article']} {start}-{end} {span!r}"
    if row["status"] != "wrong":
        said = [c for c in columns if not pd.isna(row[f"{side}_{c}"])]
        return head + ": " + ", ".join(f"{c} {row[f'{side}_{c}']!r}" for c in said)
    differs = row["differs"].split()
    return f"{head}, found as {row['found_span']!r}: " + ", ".join(
        f"{c} {row[f'found_{c}']!r} instead of {row[f'reference_{c}']!r}" for c in differs
    )
