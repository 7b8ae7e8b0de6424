"""The languages that a chart speaks: English as written, the others by a gettext catalogue.

Notebooks and analyses write English. What a chart draws passes through :func:`spoken`, which looks the finished text
up in ``locale/<language>/LC_MESSAGES/*.po`` (one catalogue a notebook, one for the charts): as it stands, or as one of the messages with placeholders, such as
``{n} of {all} articles``. What a placeholder took is spoken in turn: a label by its own entry, a list piece by piece, a
number or a date by the customs of the language (Babel, CLDR). What no entry knows, such as the words of an article,
stays as it is, and :func:`untold` names it. So a table of labels, a title and a computed sentence are translated in one
way, and an analysis needs to know of no language.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd
from babel import Locale, dates, numbers
from babel.messages.pofile import read_po

LANGUAGES = ("en", "fr")
CATALOGUES = Path(__file__).parent / "locale"

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
#: A number as English prints it; not a part of a name (GPT-3.5), of an ISO date or of a number that a comma already divides.
_FIGURE = re.compile(rf"(?<![\w.,])(?<!\w-)−?{_DIGITS}(?!\w|[,.-]\d)")
#: Months as English prints them, whole and short, with the width by which another language prints them.
_MONTHS = {
    name: (width, month)
    for width in ("abbreviated", "wide")
    for month, name in dates.get_month_names(width, locale="en").items()
}
_DATE = re.compile(rf"(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)})(?: (?P<year>[0-9]{{4}}))?\b")
_PLACE = re.compile(r"\{(\w+)\}")
#: Where a sentence ends; not after an initial (J. Dupont).
_SENTENCE = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.) (?=\S)")
#: What a placeholder takes, by its name without a number at its end: a number, a number with its unit, a unit of one word, a
#: day, a list; any other name takes text inside a sentence and without a semicolon.
_TAKES = {
    "n": rf"[−-]?{_DIGITS}",
    "amount": rf"[−-]?{_DIGITS}(?: [mbtr]+illion)?(?: %| \w+)?",
    "unit": r"\w+",
    "date": rf"(?:(?:[0-9]{{1,2}} )?(?:{'|'.join(_MONTHS)})(?: [0-9]{{4}})?|[0-9]{{4}}(?:-[0-9]{{2}}){{2}})\b",
    "all": ".+",
    "": r"(?:(?![!?] \S|(?<!\b[A-Z])\. \S)[^;])+?",
}
#: A label and the number after it, such as `Le Matin 1,206` or `risk (3)`.
_COUNTED = re.compile(rf"(?P<label>.+?) (?P<count>\(?[−-]?{_DIGITS}(?: %)?\)?)")
#: Where a text without an entry is taken apart, in this order, and what then stands between the parts.
_BORDERS = (
    (_SENTENCE, " "),
    (re.compile("; "), "\u202f; "),
    (re.compile(r"(?<=\S): "), "\u00a0: "),
    (re.compile(", "), ", "),
    *((re.compile(re.escape(sign)), sign) for sign in (" = ", " / ", " + ", " × ")),
)
#: French sets these off by a narrow space that does not break (Imprimerie nationale), « » and the colon too.
_TYPOGRAPHY = (
    (re.compile(r"(?<=\S)[ \u00a0\u202f]?(?=[;!?](?:\s|$))"), "\u202f"),
    (re.compile(r"(?<=\S)[ \u00a0\u202f]?(?=:(?:\s|$))"), "\u00a0"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f](?=[%€$])"), "\u202f"),
    (re.compile(r"“\s?"), "«\u202f"),
    (re.compile(r"\s?”"), "\u202f»"),
    (re.compile(r"(?<=«)[ \u00a0]"), "\u202f"),
    (re.compile(r"[ \u00a0](?=»)"), "\u202f"),
)

_current = LANGUAGES[0]
#: Pieces without an entry since the last :func:`listening` began.
_heard: list[str] = []


@dataclass(frozen=True, slots=True)
class _Message:
    """A message with placeholders: what it looks like in English, and what it becomes.

    One with plural forms has two: for a ``{n}`` that takes the singular (in French less than 2), and for any other.
    """

    pattern: re.Pattern[str]
    names: tuple[str, ...]
    anchor: str
    forms: tuple[str, ...]

    def said(self, found: re.Match[str]) -> str:
        """The form that the number found for ``{n}`` takes."""
        if len(self.forms) == 1:
            return self.forms[0]
        counted = abs(float(found["n"].replace(",", "").replace("−", "-")))
        return self.forms[Locale(_current).plural_form(counted) != "one"]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of a language: texts as they stand, and those with placeholders, the most telling first."""

    texts: dict[str, str]
    messages: tuple[_Message, ...]


def current() -> str:
    """The language in which charts are drawn now, ``"en"`` until :func:`use` or :func:`using` says otherwise."""
    return _current


def use(language: str) -> None:
    """Draw what follows in ``language``, one of :data:`LANGUAGES`; ValueError for another.

    >>> use("en")
    """
    global _current
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}: choose one of {', '.join(LANGUAGES)}")
    _current = language


@contextmanager
def using(language: str) -> Iterator[None]:
    """Draw in ``language`` inside the block, and as before after it.

    >>> with using("fr"):
    ...     number(1234.5)
    '1\\u202f234,5'
    """
    before = _current
    use(language)
    try:
        yield
    finally:
        use(before)


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect, in the list that it gives, each piece with a letter that was spoken without an entry inside the block.

    >>> with listening() as rest, using("fr"):
    ...     _ = spoken("une jeune pousse")
    >>> rest
    ['une jeune pousse']
    """
    _heard.clear()
    rest: list[str] = []
    yield rest
    rest.extend(dict.fromkeys(_heard))


def number(value: float, digits: int | None = None) -> str:
    """A number by the customs of the current language, with a real minus sign.

    ``digits`` rounds to so many digits that matter; left out, the number is printed as it is.

    >>> number(12345), number(0.12345, 3), number(-3.0)
    ('12,345', '0.123', '−3')
    """
    shown = value if digits is None else float(f"{value:.{digits}g}")
    text = numbers.format_decimal(shown, locale=_current, decimal_quantization=False)
    return "−" + text[1:] if text.startswith("-") else text


def day(value: date, pattern: str = "d MMM") -> str:
    """A date by the customs of the current language; ``pattern`` as in CLDR, ``"d MMM"``, ``"MMM"``, ``"d MMMM y"``.

    >>> day(date(2024, 2, 26))
    '26 Feb'
    """
    first = _current == "fr" and value.day == 1
    return dates.format_date(value, re.sub(r"\bd\b", "d'er'", pattern) if first else pattern, locale=_current)


def spoken(text: object, language: str | None = None) -> str:
    """The English text in the current language, or in ``language``.

    >>> spoken("27 February 2024", "fr"), spoken("1,234.5 %", "fr"), spoken("une jeune pousse", "fr")
    ('27 février 2024', '1\\u202f234,5\\u202f%', 'une jeune pousse')
    """
    return _say(str(text), language or _current, _heard.append)


def untold(text: object, language: str) -> list[str]:
    """The pieces of ``text`` that hold a letter and for which the catalogue of ``language`` has no entry.

    A name or a quotation is rightly among them; anything else is a message to add to the catalogue.

    >>> untold("Le Matin; 27 February 2024", "fr")
    ['Le Matin']
    """
    rest: list[str] = []
    _say(str(text), language, rest.append)
    return list(dict.fromkeys(rest))


def _say(text: str, language: str, untold: Callable[[str], None]) -> str:
    if language == LANGUAGES[0] or not text.strip():
        return text
    with using(language):
        return _piece(text, catalogue(language), untold)


def _piece(text: str, book: Catalogue, untold: Callable[[str], None]) -> str:
    """One text in the current language; `untold` hears each piece that no entry knows."""
    said, rest = _best(text, book, {})
    for piece in rest:
        untold(piece)
    return said


#: A text as it is said, and its pieces that no entry knows.
_Reading = tuple[str, tuple[str, ...]]


def _best(text: str, book: Catalogue, known: dict[str, _Reading]) -> _Reading:
    """Of all readings the one that leaves fewest letters untold, the first of several; `known` are the texts read before."""
    if text not in known:
        best = None
        for reading in _readings(text, book, known):
            if best is None or _letters(reading) < _letters(best):
                best = reading
            if not best[1]:
                break
        known[text] = best or (text, ())
    return known[text]


def _letters(reading: _Reading) -> int:
    return sum(map(len, reading[1]))


def _readings(text: str, book: Catalogue, known: dict[str, _Reading]) -> Iterator[_Reading]:
    """A text as it stands; by each message that it fits; sentence by sentence; by its parts; as numbers and dates."""
    if (said := book.texts.get(text)) is not None:
        yield typeset(said), ()
        return
    for message in book.messages:
        if message.anchor in text and (found := message.pattern.fullmatch(text)):
            parts = {name: _best(found[name], book, known) for name in message.names}
            said = message.said(found).format(**{name: part for name, (part, _) in parts.items()})
            yield typeset(said), tuple(piece for _, rest in parts.values() for piece in rest)
    if _SENTENCE.search(text) is None and text.endswith("."):
        said, rest = _best(text[:-1], book, known)
        yield said + ".", rest
        return
    for border, joint in _BORDERS:
        if len(pieces := border.split(text)) > 1:
            yield _joined(joint, pieces, book, known)
    yield _plain(text, book, known)


def _joined(joint: str, pieces: list[str], book: Catalogue, known: dict[str, _Reading]) -> _Reading:
    parts = [_best(piece, book, known) for piece in pieces]
    return joint.join(said for said, _ in parts), tuple(piece for _, rest in parts for piece in rest)


def _plain(text: str, book: Catalogue, known: dict[str, _Reading]) -> _Reading:
    """What no entry knows: numbers and dates, a label with its number, or words that stay as they are."""
    if re.search(r"[^\W\d_]", _DATE.sub("", text)):
        if counted := _COUNTED.fullmatch(text):
            return _joined(" ", [counted["label"], counted["count"]], book, known)
        return text, (text,)
    return typeset(_FIGURE.sub(_figure, _DATE.sub(_dated, text))), ()


def _figure(found: re.Match[str]) -> str:
    """The number as it stands, with the marks of the language between its digits."""
    marks = {",": numbers.get_group_symbol(_current), ".": numbers.get_decimal_symbol(_current)}
    return found[0].translate(str.maketrans(marks))


def _dated(found: re.Match[str]) -> str:
    """Day, month and year with the month's name in the language; in French the first of a month is *1er*."""
    width, place = _MONTHS[found["month"]]
    month = dates.get_month_names(width, locale=_current)[place]
    first = "1er" if _current == "fr" and found["day"] == "1" else found["day"]
    return " ".join(part for part in (first, month, found["year"]) if part)


def typeset(text: str) -> str:
    """Spaces and quotation marks as the current language sets them.

    >>> with using("fr"):
    ...     typeset("“Le pari” : 3 %")
    '«\u202fLe pari\u202f»\xa0: 3\u202f%'
    """
    if _current == "fr":
        for found, put in _TYPOGRAPHY:
            text = found.sub(put, text)
    return text


@cache
def catalogue(language: str) -> Catalogue:
    """The messages of a language, read from its catalogues.

    Raises ValueError, with file and message, where a translation has other placeholders than its message.
    """
    texts, messages = {}, []
    for path, source, forms in _entries(CATALOGUES / language / "LC_MESSAGES"):
        names = _PLACE.findall(source)
        same = all(set(names) == set(_PLACE.findall(said)) for said in forms)
        if not same or len(names) != len(set(names)):
            raise ValueError(
                f"{path.name} ({language}): {source!r}: give both sides the same placeholders, each once in English"
            )
        if len(forms) > 1 and ("n" not in names or len(forms) != 2):
            raise ValueError(
                f"{path.name} ({language}): {source!r}: two plural forms hang on the number {{n}}"
            )
        if names:
            messages.append(_message(source, tuple(names), forms))
        else:
            texts[source] = forms[0]
    # The most telling first: the one with most letters of its own.
    messages.sort(key=lambda m: (-len(_PLACE.sub("", m.forms[-1])), m.pattern.pattern))
    return Catalogue(texts, tuple(messages))


def _entries(folder: Path) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """File, message and translation of every entry, file by file; with plural forms, both messages with both forms."""
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            entries = [m for m in read_po(file) if m.id and m.string]
        for entry in entries:
            forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
            for source in dict.fromkeys(entry.id if isinstance(entry.id, tuple) else (entry.id,)):
                yield path, str(source), tuple(map(str, forms))


def _message(source: str, names: tuple[str, ...], forms: tuple[str, ...]) -> _Message:
    pieces = _PLACE.split(source)  # text, name, text, name, ..., text
    pattern = "".join(
        re.escape(piece) if place % 2 == 0 else f"(?P<{piece}>{_takes(piece)})"
        for place, piece in enumerate(pieces)
    )
    return _Message(re.compile(pattern, re.DOTALL), names, max(pieces[::2], key=len), forms)


def _takes(name: str) -> str:
    kind = re.sub(r"\d+$", "", name)
    return _TAKES.get(kind, _TAKES[""])


def labelled(frame: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """The table with the texts of ``columns`` spoken; numbers and missing values stay.

    >>> labelled(pd.DataFrame({"jour": ["27 February 2024", None]}), ["jour"])["jour"].tolist()[0]
    '27 February 2024'
    """
    if _current == LANGUAGES[0]:
        return frame
    return frame.assign(**{name: _column(frame[name]) for name in columns})


def _column(values: pd.Series) -> pd.Series:
    said = [spoken(value) if isinstance(value, str) else value for value in values]
    return pd.Series(said, index=values.index, dtype=object)
