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


#: Before any number; before shares, sums, measures and durations only; those that make a bare number a quantity.
BEFORE = _qualifiers(_RULES["before"])
NARROW = _qualifiers(_RULES["narrow"])
ALONE = _qualifiers({"alone": _RULES["alone"]["words"]})
AFTER_WORDS = "|".join(either(words) for words in _RULES["after"].values())
AFTER = re.compile(
    rf",? (?:{'|'.join(f'(?P<{bound}>{either(words)})' for bound, words in _RULES['after'].items())})"
    r"\b(?! (?:de |d'|\d))"
)
#: A verb that bounds what it governs; it stays outside the span.
VERB = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{bound}>{either(stems)})" for bound, stems in _RULES["verbs"].items())
    + r")[^\W\d_]{0,6}(?P<not> pas)?(?: (?:les|la|le|désormais|déjà|largement|même|à)){0,3} $",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:!?\n](?!\d)")
