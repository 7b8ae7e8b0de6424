"""What a temporal expression looks like in French: patterns compiled from ``helpers/rules/times.toml``.

:func:`matches` walks through a text once. It tries the patterns only at the words before a *trigger* (a
month, a unit, four digits ...), so that a text without times costs next to nothing, and every pattern is
bounded, so that the cost grows with the length of the text and no faster. What a match means is not decided
here.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from helpers.french import time_numbers
from helpers.text import flat, rules

RULES = rules("times")


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first.

    >>> any_of(["an", "année"])
    '(?:année|an)'
    """
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", " ") for w in ordered) + ")"


def before(words: Iterable[str], joints: Iterable[str] = ()) -> re.Pattern[str]:
    """A pattern that ends where a text ends with one of the words (and one joint, if joints are given)."""
    joint = f"(?:{any_of(joints)} ?)?" if joints else ""
    return re.compile(rf"(?<![\w-]){any_of(words)} ?{joint}$")


_NUMBER_WORD = any_of(time_numbers.WORDS)
_DIGITS = r"(?<!\d[.,:/-])(?:\d{1,3}(?: \d{3}){1,3}|\d{1,9})(?:,\d{1,3})?(?!\d)"
_SPELLED = rf"{_NUMBER_WORD}(?:(?:-et-| et |-| ){_NUMBER_WORD}){{0,7}}(?![\w-])"

#: Written <NAME> in the patterns.
_MACROS = {
    "NUM": f"(?:{_DIGITS}|{_SPELLED})",
    "SPELLED": _SPELLED,
    "DAY": r"(?:1 ?(?:er|ᵉʳ)|premier|0?[1-9](?!\d)|[12]\d|3[01])(?![\d°%]|[.,:]\d| ?h\b)",
    "MONTH": any_of(RULES["months"]) + r"(?!\w)",
    "SHORT": any_of(RULES["months_short"]),
    "WEEKDAY": any_of(RULES["weekdays"]) + r"(?!\w)",
    "WEEKDAYS": any_of(RULES["weekdays"]) + r"s?(?!\w)",
    "SEASON": any_of(RULES["seasons"]) + r"(?!\w)",
    "PART": any_of(RULES["parts"]) + r"(?!\w)",
    "PARTS": any_of(RULES["parts"]) + r"s?(?!\w)",
    "YEAR": r"(?:1\d{3}|2[01]\d{2})(?!\d|[.,]\d|-\d| \d{3}(?!\d))",
    "UNIT": any_of(RULES["units"]) + r"(?!\w|-\w)",
    "SPAN": any_of(RULES["spans"]),
    "WHICH": any_of(RULES["adjectives"]) + r"(?!\w)",
    "STEP": any_of(RULES["steps"]) + r"(?!\w)",
    "DEICTIC": any_of(RULES["days"]) + r"(?!\w)",
    "HOLIDAY": any_of(RULES["holidays"]) + r"(?!\w)",
    "ANCHORED": any_of(RULES["anchored"]) + r"(?!\w)",
    "ORDINAL": any_of(RULES["ordinals"]),
    "QUALIFIER": "(?:" + any_of(q if q.endswith("'") else q + " " for q in RULES["qualifiers"]) + ")",
    "AFTER": any_of(RULES["qualifiers_after"]) + r"(?!\w)",
    "VAGUE": any_of([*RULES["words"]["vague"], *RULES["words"]["vague_led"]]),
    "BETWEEN": any_of(RULES["words"]["between"]),
    "INSERTED": any_of(RULES["words"]["inserted"]),
    "MULTIPLE": any_of(time_numbers.MULTIPLES),
    "COLLECTIVE": any_of(time_numbers.COLLECTIVES),
    "TAIL": any_of(RULES["duration"]["tails"]) + r"(?!\w)",
    "PLURAL": any_of(RULES["plural_adjectives"]),
    "LATER": any_of(RULES["plural_after"]) + r"(?!\w)",
    "FIXED": any_of(RULES["durations"]) + r"(?!\w)",
    "PHRASE": any_of(p for phrases in RULES["vague"].values() for p in phrases) + r"(?!\w|-\w)",
    "NOTHING": any_of(RULES["idioms"]["none"]) + r"(?!\w)",
    "NOON": any_of(RULES["noon"]),
    "HALFDAY": any_of(RULES["half_days"]),
    "QUARTER": any_of(RULES["quarters"]) + r"(?!\w)",
    "BC": r"(?:avant|av\.) (?:j\.?-?c\.?|jésus-christ|notre ère)",
    "ENDING": r"(?: (?P<year><YEAR>)| (?P<which><WHICH>))?",
}

#: Name and pattern, in order: where two match at one place, the first that has a meaning is taken. What
#: stands before
#: the dot says how a match is read.
_PATTERNS = {
    "nothing": r"<NOTHING>",
    "numeric.iso": r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
    "numeric.french": r"(?:le )?(?P<day>\d{1,2})(?P<sep>[/.])(?P<month>\d{1,2})(?P=sep)"
    r"(?P<year>\d{4}|(?<=/)\d\d)(?![\d/]|[.,]\d)",
    "numeric.short": r"le (?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])",
    "days.range": r"(?:du|entre le) (?:<WEEKDAY> )?(?P<day1><DAY>)"
    r"(?: (?P<month1><MONTH>))?(?: (?P<year1><YEAR>))?"
    r" (?:au|et le) (?:<WEEKDAY> )?(?P<day><DAY>) (?P<month><MONTH>)<ENDING>",
    "days.list": r"(?:les |des )?(?P<day1><DAY>)(?:(?:, <DAY>){0,5} et |-)"
    r"(?P<day><DAY>) (?P<month><MONTH>)<ENDING>",
    "date": r"(?P<week>(?:la )?semaine du )?(?:(?:le|ce|au) )?(?:(?P<weekday><WEEKDAY>),? )?"
    r"(?P<day><DAY>)[ -](?P<month><MONTH>|<SHORT>)<ENDING>"
    r"(?: (?:au|à) (?P<part>matin|soir|midi)(?!\w))?",
    "months.range": r"(?:de |d')?(?P<month1><MONTH>)(?: (?P<year1><YEAR>))?"
    r"(?: (?:à|jusqu'à|jusqu'en) |-)(?P<month><MONTH>)<ENDING>",
    "months.between": r"entre (?P<month1><MONTH>)(?: (?P<year1><YEAR>))? et (?P<month><MONTH>)<ENDING>",
    "month": r"(?:(?:le |au |ce |un )?mois (?:de |d'))?(?P<month><MONTH>)"
    r"(?: (?:de l'année )?(?P<year><YEAR>)| (?P<which><WHICH>)"
    # « Mai 68 », but not « en mai 68 salariés ».
    r"| (?P<short>[3-9]\d)(?!\w|[.,]\d| ?[%€$£]| (?:mille|millions?|milliards?)\b| \w+[sx](?!\w)))?",
    "years.range": r"(?:de |depuis )?(?P<year1><YEAR>) (?:à|jusqu'à|jusqu'en) (?P<year><YEAR>)",
    "years.between": r"entre (?P<year1><YEAR>) et (?P<year><YEAR>)",
    "years.joined": r"(?P<year1>(?:1[89]|20)\d\d)[-/](?P<year>(?:1[89]|20)\d\d|\d\d)(?![\d/-]|\.\d)",
    "quarter": r"(?:le |au )?(?P<ordinal><ORDINAL>) (?P<unit>trimestre|semestre)"
    r"(?: (?:de |de l'année |de l'exercice )?(?P<year><YEAR>)| (?P<which><WHICH>))?(?!\w)",
    "quarter.letter": r"(?P<unit>[ts])(?P<ordinal>[1-4]) (?P<year><YEAR>)",
    "season": r"(?P<det>cet |ce |l'|le |au |en |à l')?(?P<season><SEASON>)"
    r"(?: (?P<year>\d{4})(?:[-/](?:\d{4}|\d\d))?(?![\d/-])| (?P<which><WHICH>))?",
    "decade": r"(?:(?:les )?années|(?:la )?décennie) (?P<decade>\d{4}|\d\d|<SPELLED>)(?!\w)",
    "century": r"(?:(?:le|au) )?(?P<number>[ivxl]{1,7}|\d{1,2})(?:e|er|ème) siècle(?P<bc> <BC>)?(?!\w)",
    "named_year": r"l'an(?:née)? (?P<year><YEAR>)",
    "year": r"(?P<year><YEAR>)(?P<bc> <BC>)?",
    "this": r"(?:cette|cet|ce) (?P<unit><SPAN>)(?:-ci)?(?![\w-])",
    "part": r"(?:cette|cet|ce) (?P<part><PART>)(?!-)|la (?P<night>nuit) dernière",
    "shifted": r"(?:la |le |l')?(?P<unit><SPAN>) (?P<which><WHICH>)",
    "edge_of": r"(?:la |le |l')?(?P<unit><SPAN>)(?![\w-])",
    "day": r"(?P<day><DEICTIC>)(?: (?P<part><PART>))?",
    "night": r"(?:la )?nuit (?:de |du )(?P<weekday><WEEKDAY>)(?: (?P<day><DAY>))?"
    r" (?:à|au) <WEEKDAY>(?: <DAY>)?(?: <MONTH>)?(?: <YEAR>)?",
    "week": r"du (?P<weekday1><WEEKDAY>) au (?P<weekday><WEEKDAY>)(?! <DAY>)",
    "weekday": r"(?P<det>(?:ce|le) )?(?P<weekday><WEEKDAY>)(?: (?P<day><DAY>)(?!\w))?"
    r"(?: (?P<which><WHICH>)| (?P<step><STEP>))?(?: (?P<part><PART>))?",
    "within": r"(?:dans|en|au cours de|durant|pendant) (?:la |l')?(?P<part><PART>)"
    r"(?!-| d[eu](?!\w)| d'| des(?!\w))",
    "set": r"(?:chaque|tous les|toutes les) (?:(?P<num><NUM>) )?(?:(?P<weekday><WEEKDAYS>)"
    r"|(?P<season><SEASON>)|(?P<month><MONTH>)|(?P<part><PARTS>)|(?P<weekend>week-ends?)|(?P<unit><UNIT>))(?!\w)",
    "set.plural": r"les (?:(?P<weekday><WEEKDAYS>)|(?P<weekend>week-ends))(?!\w)",
    "clock": r"(?P<qual>vers |jusqu'à )?(?P<hour>\d{1,2}|<SPELLED>)"
    r" ?(?P<sign>heures?(?!\w)|h(?!\w)|h(?=\d\d(?!\d))|:(?=\d\d(?!\d)))"
    r"(?: ?(?P<minute>\d\d)(?!\d|,\d)| (?P<half><QUARTER>))?(?: (?P<part><HALFDAY>))?(?![\w-])",
    "clock.noon": r"(?P<qual>vers |jusqu'à )?(?P<noon><NOON>)(?: (?P<half><QUARTER>))?(?![\w-])",
    "last_units": r"(?:(?P<det>ces|les|des|aux|ses) )?(?:(?P<num><NUM>) )?(?P<which><PLURAL>)"
    r" (?:(?P<num2><NUM>) )?(?P<unit><UNIT>)",
    "last_units.after": r"(?:(?P<det>ces|les|des|aux) )?(?:(?P<num><NUM>) )?(?P<unit><UNIT>)"
    r" (?P<which><LATER>)",
    "hms": r"(?P<qual><QUALIFIER>)?(?P<h>\d{1,3}) ?h(?:eures?)? ?(?P<m>\d{1,2})(?: ?min(?:utes)?)?"
    r"(?: (?:et )?(?P<s>\d{1,2}) ?s(?:ec|econdes)?)?(?!\w)",
    "hms.short": r"(?P<qual><QUALIFIER>)?(?P<m>\d{1,3}) ?min(?:utes)?"
    r" (?:et )?(?P<s>\d{1,2}) ?s(?:ec|econdes)?(?!\w)",
    "duration": r"(?:(?P<lead>il y a|d'ici à|d'ici|dans) (?:<INSERTED> )?)?(?P<qual><QUALIFIER>)?"
    r"(?:(?:(?P<low><NUM>)(?P<to> à | ou |-| et ))?(?P<num><NUM>)(?: (?P<multiple><MULTIPLE>) (?:de |d')| ?)"
    r"|(?P<vague><VAGUE>) |(?:une? |la )?(?P<collective><COLLECTIVE>) (?:de |d'))"
    r"(?:<BETWEEN> )?(?P<unit><UNIT>)(?P<half> et demie?(?!\w))?"
    r"(?:,? (?:et )?(?P<num2><NUM>) (?P<unit2><UNIT>))?(?: (?P<after><AFTER>))?(?: (?P<tail><TAIL>))?",
    "fixed": r"(?P<qual><QUALIFIER>)?(?P<fixed><FIXED>)",
    "holiday": r"(?P<holiday><HOLIDAY>)<ENDING>",
    "anchored": r"(?P<anchored><ANCHORED>)(?: (?:au )?(?P<part><PART>))?",
    "one_day": r"un jour(?![\w-])",
    "phrase": r"(?P<phrase><PHRASE>)",
}  # fmt: skip


def _expand(pattern: str) -> str:
    """A pattern with its macros filled in; macros may hold macros."""
    expanded = re.sub(r"<([A-Z]+)>", lambda m: _MACROS[m[1]], pattern)
    return expanded if expanded == pattern else _expand(expanded)


NAMES = tuple(_PATTERNS)
PATTERNS = {name: re.compile(_expand(pattern)) for name, pattern in _PATTERNS.items()}

#: All patterns in one; the group that matched numbers the pattern.
_ALL = re.compile(
    "|".join(
        f"(?P<p{number}>{re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', _expand(pattern)).replace('(?P=sep)', '[/.]')})"
        for number, pattern in enumerate(_PATTERNS.values())
    )
)

_WORD = re.compile(r"\d+(?:[/.:-]\d+)*|[^\W\d_]+")
#: An expression begins at most this many words before its trigger (« il y a un peu plus de vingt-cinq mille
#: ans »).
_LEAD = 11
#: Digits longer than this are no date, and no trigger.
_LONGEST = 10


def _triggers() -> frozenset[str]:
    """The words of which every expression has at least one: the last word of each entry of the rule lists."""
    tables = (
        "months",
        "months_short",
        "weekdays",
        "seasons",
        "parts",
        "holidays",
        "units",
        "durations",
        "days",
        "anchored",
        "spans",
        "noon",
    )
    entries = [entry for table in tables for entry in RULES[table]]
    entries += [phrase for phrases in RULES["vague"].values() for phrase in phrases]
    entries += (
        RULES["idioms"]["none"] + [f"{day}s" for day in RULES["weekdays"]] + [f"{p}s" for p in RULES["parts"]]
    )
    entries += ["week-ends"]
    words = [_WORD.findall(entry) for entry in entries]
    return frozenset(found[-1] for found in words if found)


_TRIGGERS = _triggers()


def _is_trigger(word: str) -> bool:
    if word[0].isdigit():
        return len(word) == 4 or (4 < len(word) <= _LONGEST and not word.isdigit())
    return word in _TRIGGERS


def lowered(case: str) -> str:
    """The text in lower case, of the same length: the few letters that would grow are kept."""
    low = case.lower()
    return low if len(low) == len(case) else "".join(c.lower() if len(c.lower()) == 1 else c for c in case)


#: A line break inside a sentence, where a text was wrapped: no full stop before it, no capital after it.
_WRAP = re.compile(r"(?<=[^\s.!?:;•–—-])\n(?=[a-zà-ÿ0-9])")


def unwrapped(text: str) -> str:
    """The flat view of a text with the line breaks of a wrapped sentence made spaces; same length."""
    return _WRAP.sub(" ", flat(text))


Reading = TypeVar("Reading")


def matches(low: str, read: Callable[[str, re.Match[str]], Reading | None]) -> Iterator[Reading]:
    """Read a lower-cased flat text from left to right: what ``read(name, match)`` makes of each match.

    Where ``read`` makes nothing of a match (None) the next pattern is tried at the same place, then the
    next word. A reading takes its characters: the search goes on after it. Readings have ``end``.
    """
    words = list(_WORD.finditer(low))
    position, tried = 0, 0
    for number, word in enumerate(words):
        if not _is_trigger(word.group()):
            continue
        for index in range(max(tried, number - _LEAD), number + 1):
            start = words[index].start()
            if start < position or _inside_word(low, start):
                continue
            reading = _read_at(low, start, read)
            if reading is not None:
                position = reading.end
                yield reading
        tried = number + 1


def _inside_word(low: str, start: int) -> bool:
    """Whether what begins here is the rest of a word: « après-|midi », « 8x|7 »; « mi-|mars » begins one."""
    if not start:
        return False
    if low[start - 1] == "-":
        return start > 1 and low[start - 2].isalnum() and low[max(0, start - 3) : start] != "mi-"
    return low[start - 1].isalnum()


def _read_at(low: str, start: int, read: Callable[[str, re.Match[str]], Reading | None]) -> Reading | None:
    match = _ALL.match(low, start)
    if match is None:
        return None
    first = int(match.lastgroup[1:])
    for name in NAMES[first:]:
        if (inner := PATTERNS[name].match(low, start)) and (reading := read(name, inner)) is not None:
            return reading
    return None
