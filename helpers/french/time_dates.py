"""Readers of dates that stand on the calendar: days, months, seasons, years, and intervals between them.

What has no year is given one by the tense and the day of publication.
"""

import re
from datetime import date
from itertools import pairwise

from helpers.french.calendar import choose, containing, interval, yearly
from helpers.french.time_numbers import number_of
from helpers.french.time_patterns import RULES, any_of, before
from helpers.french.time_view import (
    Match,
    Reader,
    Reading,
    View,
    counts,
    direction_of,
    fixed,
    has_edge,
    is_name,
    left_of,
    nothing,
    opens,
    part_of,
    relative,
    tense_at,
)

_ARTICLE = before(RULES["words"]["articles"])
_ANY = re.compile(rf"{any_of(RULES['words']['articles'])} ")
_STREET = re.compile(rf"(?<!\w){any_of(RULES['direction']['streets'])} d(?:u|es) $")
_HOLIDAY_NAME = before(RULES["idioms"]["holiday_names"])
_NUMBERED = before(RULES["years"]["numbered"])
_YEAR_BEFORE = before(RULES["years"]["before"])
_YEAR_WEAK = before(RULES["years"]["weak"])
_YEAR_JOINED = before(RULES["years"]["joining"])
_NOT_YEAR = re.compile(rf"(?<![\w'-]){any_of(RULES['years']['not_after'])} (?:de|d'|à|n°)? ?$")
_YEAR_SUBJECT = re.compile(rf" {any_of(RULES['years']['verbs'])}(?!\w)| ?:")
_PAIRED = re.compile(r" (?:à|et|ou) \d{1,6}")
_ENCLOSED = re.compile(r"[),;]")
_LAST_WORD = re.compile(r"[\w'-]*[ '-]?$")
#: How far back the year is whose story a date belongs to.
_STORY = 300
_YEAR_ALONE = re.compile(r"\d{4}")
_TOPIC = re.compile(rf"(?:^|[.!?…\n»] ?){any_of(RULES['direction']['topic'])}?en $")
_CONTRAST = re.compile(rf"(?<!\w){any_of(RULES['direction']['contrast'])}(?!\w)[^,;.]{{0,40}}$")
_SENTENCE_END = re.compile(r"[.!?…](?= |$|\n)|\n")
_BACKGROUND = re.compile(
    rf"(?<![\w'-])(?!{any_of(RULES['tense']['not_verbs'] + RULES['direction']['not_imperfect'])}(?!\w))"
    r"\w+(?:ait|aient|èrent)(?!\w)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def _year(digits: str) -> str:
    """Four digits as they are; two are of this century up to 30, else of the last."""
    if len(digits) == 4:
        return digits
    return ("20" if int(digits) <= 30 else "19") + digits


def _month(name: str) -> int:
    return RULES["months"].get(name) or RULES["months_short"][name]


def _each_year(view: View, match: Match, suffix: str, direction: str | None = None) -> Reading | None:
    """A date of every year: in the year that the match names, else in the one that a direction picks."""
    if match.groupdict().get("year"):
        return fixed(view, match, _year(match["year"]) + suffix)
    direction = direction_of(view, match) if direction is None else direction
    return relative(view, match, "XXXX" + suffix, lambda day: yearly(suffix, day), direction)


def _told_in(view: View, match: Match) -> str:
    """The year whose story a date without a year belongs to (« En 2003, …; en août, … »); "" for none.

    The year opens a sentence, and nothing after it was dated otherwise. A date in the sentence of the year is of it, and
    one beside a date that is; one in a later sentence only if that tells of a past before another: « avait », « fermait ».
    """
    start, dated = match.start(), []
    for time in reversed(view.found):
        between = view.low[time.end : start]
        if start - time.end > _STORY or "\n" in between:
            return ""
        if time.type not in ("DATE", "TIME"):
            continue
        if not _YEAR_ALONE.fullmatch(time.value):
            dated.append(time)
            continue
        other = any(there.value[:4] != time.value for there in dated)
        if (
            other
            or not _TOPIC.search(view.low, max(0, time.start - 40), time.start)
            or _CONTRAST.search(between)
        ):
            return ""
        beside = not _SENTENCE_END.search(view.low, (dated or [time])[0].end, start)
        if beside or (tense_at(view, start) == "past" and _BACKGROUND.search(_sentence(view, start))):
            return time.value
        return ""
    return ""


def _sentence(view: View, index: int) -> str:
    """The sentence around a place, in lower case."""
    first = max((m.end() for m in _SENTENCE_END.finditer(view.low, max(0, index - _STORY), index)), default=0)
    last = _SENTENCE_END.search(view.low, index, index + _STORY)
    return view.low[first : last.start() if last else index + _STORY]


def day_of(digits: str) -> int:
    """The day of the month; the first is « 1er » or « premier »."""
    return int(digits) if digits.isdecimal() else 1


def _numeric(view: View, match: Match) -> Reading | None:
    suffix = f"-{int(match['month']):02d}-{int(match['day']):02d}"
    return _each_year(view, match, suffix) if interval("2000" + suffix) else None


def _date(view: View, match: Match) -> Reading | None:
    suffix = f"-{_month(match['month']):02d}-{day_of(match['day']):02d}"
    if is_name(view, match.start("month")) and "-" not in match.group():
        return None
    if interval("2000" + suffix) is None or _STREET.search(left_of(view, match.start())):
        return nothing(view, match)
    if match["week"]:
        return _week_of(view, match, suffix)
    part = part_of(match)
    if match["year"]:
        return fixed(view, match, match["year"] + suffix + part, "TIME" if part else "DATE")
    weekday = RULES["weekdays"].get(match["weekday"])
    if not weekday and (year := _told_in(view, match)):
        return fixed(view, match, year + suffix + part, "TIME" if part else "DATE")

    def values(day: date) -> list[str]:
        dates = yearly(suffix, day)
        near = yearly(suffix, day, 1)
        agreeing = [v for v in near if (days := interval(v)) and days[0].isoweekday() == weekday]
        return agreeing or dates

    return relative(view, match, "XXXX" + suffix, values, direction_of(view, match), part)


def _week_of(view: View, match: Match, suffix: str) -> Reading | None:
    """« La semaine du 15 janvier »: the week that a day lies in."""

    def weeks(days: list[str]) -> list[str]:
        return [containing(there[0], "W") for day in days if (there := interval(day))]

    if match["year"]:
        return fixed(view, match, "".join(weeks([match["year"] + suffix])))
    return relative(
        view, match, "XXXX-WXX", lambda day: weeks(yearly(suffix, day)), direction_of(view, match)
    )


def _days(view: View, match: Match) -> Reading | None:
    """From one day to another; what the first leaves unsaid is taken from the second."""
    groups = match.groupdict()
    month = _month(match["month"])
    first_month = _month(groups["month1"]) if groups.get("month1") else month
    ends = (f"-{first_month:02d}-{day_of(match['day1']):02d}", f"-{month:02d}-{day_of(match['day']):02d}")
    if any(interval("2000" + end) is None for end in ends):
        return None
    return _pair(view, match, ends, groups.get("year1"))


def _months(view: View, match: Match) -> Reading | None:
    return _pair(
        view, match, (f"-{_month(match['month1']):02d}", f"-{_month(match['month']):02d}"), match["year1"]
    )


def _pair(view: View, match: Match, ends: tuple[str, str], first_year: str | None) -> Reading | None:
    """An interval between two yearly dates. The last is dated; the first is the one before it."""

    def between(last: str) -> str:
        days = interval(last)
        if days is None:
            return ""
        firsts = [first_year + ends[0]] if first_year else yearly(ends[0], days[0])
        return f"{choose(firsts, days[0], 'past')}/{last}"

    if match["year"]:
        return fixed(view, match, between(match["year"] + ends[1]))
    if first_year:
        start = interval(first_year + ends[0])
        last = choose(yearly(ends[1], start[0]), start[0], "next") if start else ""
        return fixed(view, match, between(last))

    def values(day: date) -> list[str]:
        return [between(last) for last in yearly(ends[1], day)]

    return relative(view, match, f"XXXX{ends[0]}/XXXX{ends[1]}", values, direction_of(view, match))


def _month_name(view: View, match: Match) -> Reading | None:
    """A month. Without a year, a capital or an article tells the planet and first names from it."""
    suffix = f"-{_month(match['month']):02d}"
    if match["short"]:
        return fixed(view, match, _year(match["short"]) + suffix)
    if match["year"] is None and match["which"] is None:
        if view.case[match.start("month")].isupper() and not view.case[match.start("month") + 1].isupper():
            return None
        if match.start("month") == match.start() and _ARTICLE.search(left_of(view, match.start())):
            return None
        if year := _told_in(view, match):
            return fixed(view, match, year + suffix)
        if match.start("month") > match.start() and _ANY.match(view.low, match.start()):
            return nothing(view, match)  # un record pour un mois de juin
    return _each_year(view, match, suffix)


def _years(view: View, match: Match) -> Reading | None:
    first, last = match["year1"], match["year"]
    if len(last) == 2:
        # « 2023-24 » is a season or a budget; « 2019-45 » is a number of something.
        if int(last) != (int(first) + 1) % 100:
            return None
        last = f"{int(first) + 1:04d}"
    if first >= last or counts(view, match.end()) or _NUMBERED.search(left_of(view, match.start())):
        return None
    return fixed(view, match, f"{first}/{last}")


def _quarter(view: View, match: Match) -> Reading | None:
    ordinal = match["ordinal"]
    number = RULES["ordinals"].get(ordinal) or int(ordinal)
    letter = "H" if match["unit"].startswith("s") else "Q"
    if letter == "H" and number > 2:
        return None
    return _each_year(view, match, f"-{letter}{number}")


def _season(view: View, match: Match) -> Reading | None:
    """A season: with a year, an article, « dernier » or « fin »; not « en été », nor the participle."""
    suffix = "-" + RULES["seasons"][match["season"]]
    if is_name(view, match.start("season")):
        return None
    if match["year"] or match["which"]:
        return _each_year(view, match, suffix)
    if match["det"] == "en " or not (match["det"] or has_edge(view, match.start())):
        return None
    if match["det"] in ("l'", "le ") and opens(view, match.start()):
        # « L'été, les touristes affluent »: every summer.
        return None
    direction = direction_of(view, match)
    if direction == "present" and match["det"] in ("cet ", "ce "):
        # « Elle vise un titre cet été »: not the last one, however near it is.
        direction = "future"
    return _each_year(view, match, suffix, direction)


def _decade(view: View, match: Match) -> Reading | None:
    digits = match["decade"]
    number = int(digits) if digits.isdigit() else number_of(digits)
    if number is None or number % 10 or (number >= 100 and not 1000 <= number <= 2100):
        return None
    return fixed(view, match, f"{int(number + 1900 if number < 100 else number) // 10:03d}")


def _century(view: View, match: Match) -> Reading | None:
    digits = match["number"]
    if digits.isdigit():
        number = int(digits)
    else:
        values = [_ROMAN[letter] for letter in digits] + [0]
        number = sum(v if v >= w else -v for v, w in pairwise(values))
    if not 1 <= number <= 30:
        return None
    if match["bc"]:
        return Reading(match.start(), match.end(), "DATE", f"BC{number - 1:02d}")
    if number == 1:
        return Reading(match.start(), match.end(), "DATE", "00")
    return fixed(view, match, f"{number - 1:02d}")


def _named_year(view: View, match: Match) -> Reading | None:
    return fixed(view, match, match["year"])


def _bare_year(view: View, match: Match) -> Reading | None:
    """Four digits are a year if the word before, brackets or a verb say so, and they count nothing."""
    left, year, end = left_of(view, match.start()), match["year"], match.end()
    if match["bc"]:
        return Reading(match.start(), end, "DATE", f"BC{year}") if _YEAR_BEFORE.search(left) else None
    pair = _PAIRED.match(view.low, end)
    if counts(view, end) or _NOT_YEAR.search(left) or (pair and counts(view, pair.end())):
        return None
    lowest, highest = RULES["years"]["weak_bounds"]
    plausible = lowest <= int(year) < highest
    if _YEAR_BEFORE.search(left):
        if _YEAR_WEAK.search(left) and not plausible:
            return None
        if _YEAR_JOINED.search(left) and not _follows_year(view, match.start()):
            return None
        if is_name(view, _word_before(view, match.start())):
            return None
        return fixed(view, match, year)
    bracketed = left.endswith("(") and _ENCLOSED.match(view.low, end)
    subject = opens(view, match.start()) and _YEAR_SUBJECT.match(view.low, end)
    return fixed(view, match, year) if plausible and (bracketed or subject) else None


def _word_before(view: View, start: int) -> int:
    """Where the word before an expression begins."""
    return start - len(_LAST_WORD.search(left_of(view, start))[0])


def _follows_year(view: View, start: int) -> bool:
    """Whether the last expression found is a year that this one continues: « en 2019 et 2020 »."""
    return bool(view.found) and start - view.found[-1].end <= 12 and view.found[-1].value[:4].isdigit()


def _holiday(view: View, match: Match) -> Reading | None:
    suffix = RULES["holidays"][match["holiday"]]
    return None if _HOLIDAY_NAME.search(left_of(view, match.start())) else _each_year(view, match, suffix)


#: Reader by name of pattern.
READERS: dict[str, Reader] = {
    "numeric": _numeric,
    "days": _days,
    "date": _date,
    "months": _months,
    "month": _month_name,
    "years": _years,
    "quarter": _quarter,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "named_year": _named_year,
    "year": _bare_year,
    "holiday": _holiday,
}
