"""What stands around a number and bounds it: "près de", "au moins", "dépasse". Patterns made from the lists.

Every function and pattern here works on flat text (:func:`helpers.text.flat`) and looks at a window of fixed
size, so that reading a text takes time in proportion to its length.
"""

import re

from helpers.french.numerals import either
from helpers.text import rules

_RULES = rules("quantities")
#: How far to the left of a number its qualifiers and labels are looked for, and its verb, in characters.
NEAR = 32
REACH = 60


def _phrase(entry: str) -> str:
    """A qualifier as a pattern; its final "de" or "à" takes all the forms that French gives it."""
    entry, found, last = entry.rpartition(" ")
    if last in ("de", "à") and entry:
        forms = {"de": r"(?:de |d'|des |du )", "à": r"(?:à |aux? )"}[last]
        return re.escape(entry + found) + forms
    if last.startswith("jusqu'"):
        return r"jusqu'(?:à |aux? )"
    return re.escape(entry + found + last) + (r" ?" if not last[-1].isalnum() else " ")


def _qualifiers(table: dict[str, list[str]]) -> re.Pattern:
    """A pattern that ends where the number starts; the group that matched names the bound."""
    bounds = "|".join(
        f"(?P<{bound}>{'|'.join(_phrase(entry) for entry in sorted(entries, key=len, reverse=True))})"
        for bound, entries in table.items()
    )
    return re.compile(rf"(?<![\w-])(?:{bounds})(?:les |la |le |l'|ces |ses |leurs |nos )?$", re.IGNORECASE)


def ending_in(words: list[str], tail: str = "") -> re.Pattern:
    """A pattern that finds one of ``words`` at the very end of what stands before a number."""
    return re.compile(rf"(?<![\w-])(?:{either(words)}){tail} ?$", re.IGNORECASE)


def left_of(view: str, position: int) -> str:
    """What stands before ``position``, as far as a qualifier is looked for; nothing right after a number."""
    return "" if view[position - 2 : position - 1].isdigit() else view[max(0, position - NEAR) : position]


def clause_before(view: str, position: int) -> str:
    """What stands before ``position`` in its sentence, as far as a verb is looked for."""
    return _CLAUSE_END.split(view[max(0, position - REACH) : position])[-1]


def by_verb(view: str, position: int) -> str:
    """The bound that a verb sets to the number at ``position``, "" for none.

    >>> [by_verb(text, len(text)) for text in ("il dépasse ", "il n'a pas dépassé ", "il franchit la barre des ")]
    ['more_than', 'at_most', 'more_than']
    """
    match = _VERB.search(clause_before(view, position))
    if match is None:
        return ""
    bound = next((name for name in _RULES["verbs"] if match[name]), "more_than")
    return _TURNED.get(bound, "") if match["ne"] or match["pas"] else bound


def before_narrow(view: str, position: int) -> tuple[str, int] | None:
    """The bound that « sous » and the like set to the share, sum or measure at ``position``, and where they start.

    >>> before_narrow("passe sous 3 %", 11), before_narrow("ne passe pas sous 3 %", 18)
    (('less_than', 6), ('at_least', 13))
    """
    match = _NARROW.search(left := left_of(view, position))
    if match is None:
        return None
    start = position - len(left) + match.start()
    denied = _DENIAL.search(clause_before(view, start))
    return _TURNED.get(match.lastgroup, match.lastgroup) if denied else match.lastgroup, start


#: Before any number; before shares, sums, measures and durations only; those that make a bare number a quantity.
BEFORE = _qualifiers(_RULES["before"])
_NARROW = _qualifiers(_RULES["narrow"])
ALONE = _qualifiers({"alone": _RULES["alone"]["words"]})
AFTER_WORDS = "|".join(either(words) for words in _RULES["after"].values())
AFTER = re.compile(
    rf",? (?:{'|'.join(f'(?P<{bound}>{either(words)})' for bound, words in _RULES['after'].items())})"
    r"\b(?! (?:de |d'|\d))"
)
_LIMITS = _RULES["limits"]
_DENIED = either(_LIMITS["denied"])
_WITHOUT = either(_LIMITS["without"])
#: A word between a denial and its verb.
_INNER = rf"(?!(?:{either(_LIMITS['not_denied'])})(?: |(?<=')))[\w'-]+ "
_BETWEEN = rf"(?: (?:{either(_LIMITS['between'])})){{0,3}}"
#: A verb that bounds what it governs, with what denies it; it stays outside the span.
_VERB = re.compile(
    rf"(?<!\w)(?P<ne>(?:ne |n'|(?:{_WITHOUT}) )(?:{_INNER}){{0,3}}?)?(?:"
    + "|".join(f"(?P<{bound}>{either(stems)})" for bound, stems in _RULES["verbs"].items())
    + rf"|(?P<crossed>{either(_LIMITS['crossing'])}))[^\W\d_]{{0,6}}(?P<pas> (?:{_DENIED}))?{_BETWEEN}"
    + rf"(?(crossed) (?:{'|'.join(_phrase(line) for line in _LIMITS['lines'])})$| $)",
    re.IGNORECASE,
)
#: A clause that is denied, before « sous » and the like.
_DENIAL = re.compile(
    rf"(?<!\w)(?:(?:ne |n')(?:{_INNER}){{1,3}}?(?:{_DENIED}) (?:{_INNER}){{0,2}}|(?:{_WITHOUT}) (?:{_INNER}){{1,2}})$",
    re.IGNORECASE,
)
_TURNED = {"more_than": "at_most", "less_than": "at_least"}
_CLAUSE_END = re.compile(r"[.;:!?\n](?!\d)")
