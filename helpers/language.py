"""The languages that a chart speaks: English as written, the others by a gettext catalogue.

Notebooks and analyses write English. What a chart draws passes through :func:`spoken`, which looks the finished text
up in ``locale/<language>/LC_MESSAGES/press.po``: as it stands, or as one of the messages with placeholders, such as
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
from babel import dates, numbers
from babel.messages.pofile import read_po

LANGUAGES = ("en", "fr")
CATALOGUES = Path(__file__).parent / "locale"

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
#: A number as English prints it; not a part of a name (GPT-3.5), of an ISO date or of a number that a comma already divides.
_FIGURE = re.compile(rf"(?<![\w.,])(?<!\w-)−?{_DIGITS}(?!\w|[,.-]\d)")
_MONTHS = {name: month for month, name in dates.get_month_names("wide", locale="en").items()}
_DATE = re.compile(rf"(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)})(?: (?P<year>[0-9]{{4}}))?\b")
_PLACE = re.compile(r"\{(\w+)\}")
#: A number, by its name, a list (names that begin with `all`), or any text without a semicolon.
_TAKES = {"n": rf"[−-]?{_DIGITS}", "all": ".+", "": "[^;]+?"}
_SEMICOLON, _COMMA = re.compile("; "), re.compile(", ")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[^a-z\s])")
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
    """A message with placeholders: what it looks like in English, and what it becomes."""

    pattern: re.Pattern[str]
    names: tuple[str, ...]
    anchor: str
    said: str


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
    return dates.format_date(value, pattern, locale=_current)


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
    """One text: as it stands, by a message, sentence by sentence, by the parts of a list, or as numbers and dates."""
    said = book.texts.get(text)
    if said is not None:
        return typeset(said)
    for message in book.messages:
        if message.anchor in text and (found := message.pattern.fullmatch(text)):
            parts = {name: _piece(found[name], book, untold) for name in message.names}
            return typeset(message.said.format(**parts))
    if _SENTENCE.search(text) is None and text.endswith("."):
        return _piece(text[:-1], book, untold) + "."
    for border, joint in ((_SENTENCE, " "), (_SEMICOLON, "\u202f; "), (_COMMA, ", ")):
        pieces = border.split(text)
        if len(pieces) > 1:
            return joint.join(_piece(piece, book, untold) for piece in pieces)
    return _plain(text, book, untold)


def _plain(text: str, book: Catalogue, untold: Callable[[str], None]) -> str:
    """What no entry knows: numbers and dates, or words that stay as they are."""
    rest = _DATE.sub("", text)
    if re.search(r"[^\W\d_]", rest):
        untold(text)
        return text
    return typeset(_FIGURE.sub(_figure, _DATE.sub(_dated, text)))


def _figure(found: re.Match[str]) -> str:
    """The number as it stands, with the marks of the language between its digits."""
    marks = {",": numbers.get_group_symbol(_current), ".": numbers.get_decimal_symbol(_current)}
    return found[0].translate(str.maketrans(marks))


def _dated(found: re.Match[str]) -> str:
    """Day, month and year with the month's name in the language; in French the first of a month is *1er*."""
    month = dates.get_month_names("wide", locale=_current)[_MONTHS[found["month"]]]
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
    for path, source, said in _entries(CATALOGUES / language / "LC_MESSAGES"):
        names = _PLACE.findall(source)
        if sorted(set(names)) != sorted(set(_PLACE.findall(said))) or len(names) != len(set(names)):
            raise ValueError(
                f"{path.name} ({language}): {source!r}: give both sides the same placeholders, each once in English"
            )
        if names:
            messages.append(_message(source, tuple(names), said))
        else:
            texts[source] = said
    # The most telling first: the one with most letters of its own.
    messages.sort(key=lambda m: (-len(_PLACE.sub("", m.said)), m.pattern.pattern))
    return Catalogue(texts, tuple(messages))


def _entries(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """File, message and translation of every entry: of the charts' own words, then notebook by notebook."""
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            yield from ((path, str(m.id), str(m.string)) for m in read_po(file) if m.id and m.string)


def _message(source: str, names: tuple[str, ...], said: str) -> _Message:
    pieces = _PLACE.split(source)  # text, name, text, name, ..., text
    pattern = "".join(
        re.escape(piece) if place % 2 == 0 else f"(?P<{piece}>{_takes(piece)})"
        for place, piece in enumerate(pieces)
    )
    return _Message(re.compile(pattern, re.DOTALL), names, max(pieces[::2], key=len), said)


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
