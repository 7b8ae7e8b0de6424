"""From a collected news page to the article as its author wrote it.

:func:`clean` removes what a page prints around an article and repairs what collecting did to its text.
There is one pure function for each defect, text in and text out. No word is added and none is changed:
the characters of the result, spaces aside, stand in the same order in the page.

The wording of what goes is in ``helpers/rules/boilerplate.toml``. What no general rule can know, such as a
kicker above the headline, is said by a :class:`Cut`. :func:`removed` lists what went, and why.
"""

import html
import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html.entities import html5
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from helpers.text import flat, rules


class CleaningError(ValueError):
    """A cut that does not fit its text, or a cleaned text that is not from its page. Says what to do."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Whole lines of a page that are no part of the article, as the manifest names them.

    Either ``line`` (the whole line), or ``first`` and ``last``: the words that the first line begins with and
    the words that the last line ends with; both lines go too. ``nth`` (from 1) says which one, where there
    are several. Spaces and apostrophes of all kinds count as equal. ``kind`` is any word for what goes
    (kicker, outlet, …). Raises :class:`CleaningError` when it gives neither or both.

    >>> clean("Le monde d'en face\\n\\nUn titre\\n\\nUn texte.", [Cut("kicker", line="Le monde d’en face")])
    'Un titre\\n\\nUn texte.\\n'
    """

    kind: str
    line: str = ""
    first: str = ""
    last: str = ""
    nth: int | None = None

    def __post_init__(self) -> None:
        if bool(self.line) == bool(self.first) or bool(self.first) != bool(self.last):
            raise CleaningError(f"{self}: give either `line`, or both `first` and `last`")
        if self.nth is not None and self.nth < 1:
            raise CleaningError(f"{self}: `nth` counts from 1")

    def __str__(self) -> str:
        words = self.line or f"{self.first} […] {self.last}"
        return f"cut {self.kind!r} ({words[:80]})"


@dataclass(frozen=True, slots=True)
class Removed:
    """One passage that went (``after`` is empty), or one kind of repair.

    - kind: of a passage: byline, caption, … as in the rules, or the kind of the cut;
      of a repair: space, entity, markdown, bullet, trailing, glued or rejoined
    - why: the reason, in words
    - line: line of the page, from 1; of a repair, the first such line
    - before: the text that went or was changed, exactly
    - after: what stands in its place
    - count: how often
    - context: of a repair, the first passage with it, as it was
    """

    kind: str
    why: str
    line: int
    before: str
    after: str
    count: int
    context: str


class _Repair(NamedTuple):
    why: str
    pattern: re.Pattern
    replacement: str | Callable[[re.Match], str]


def _apply(text: str, repairs: Iterable[_Repair]) -> str:
    for repair in repairs:
        text = repair.pattern.sub(repair.replacement, text)
    return text


def _stable(text: str, step: Callable[[str], str]) -> str:
    """Repeat a step until it changes nothing. It ends: a step takes away, or parts what is glued."""
    while (again := step(text)) != text:
        text = again
    return text


# ------------------------------------------------------------------------- repairs in a line


#: The beginning of an entity; what completes it is not decoded, so that no entity is made of decoded parts.
_HALF = re.compile(r"&[#\w]{0,33}\Z")


def _entity(match: re.Match) -> str:
    name, start = match["name"], match.start()
    known = name.startswith("#") or f"{name};" in html5
    result = html.unescape(f"&{name};") if known else f"&{name};"
    completes = result in (";", "#") or (result.isascii() and result.isalnum())
    return match[0] if completes and _HALF.search(match.string[max(0, start - 34) : start]) else result


#: An ampersand that was itself escaped any number of times goes in one step: ``&amp;amp;lt;`` is ``<``.
_ENTITIES = (
    _Repair(
        "HTML entity",
        re.compile(
            r"&(?:(?:amp|AMP|#0{0,6}38|#[xX]0{0,6}26);)*"
            r"(?P<name>#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});"
        ),
        _entity,
    ),
)

#: A mark of emphasis opens before a word and closes after one, so that ``2*3*4`` and ``m***e`` stay.
_EMPHASIS = r"""(?<![\w*\\])({mark})(?=[\w«"“'‘(\[])([^*\n]{{1,2000}})(?<=[\w.,;:!?…»”"')\]%€])\1(?!\*)"""
_MARKDOWN = (
    _Repair("image", re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)"), ""),
    _Repair("link", re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|mailto:|[/#])[^()\s]{0,1000}\)"), r"\1"),
    _Repair("mark of a quoted block", re.compile(r"(?m)^(?:>[^\S\n]?)+(?=[^\W\d_]|[«\"“#*])"), ""),
    _Repair("mark of a heading", re.compile(r"(?m)^[^\S\n]*(?:#{1,6}[^\S\n]+)+(?=\S)"), ""),
    _Repair("escape", re.compile(r"(?<!\\)\\+(?=[*_#\[\]()!~>|+.-])"), ""),
    _Repair("italics", re.compile(_EMPHASIS.format(mark=r"\*")), r"\2"),
    _Repair("bold type or drop cap", re.compile(_EMPHASIS.format(mark=r"\*\*\*?")), r"\2"),
    _Repair("italics", re.compile(r"(?<![\w\\])(__?)(?=[^\W_])([^_\n]{1,2000})(?<=[^\s_])\1(?!\w)"), r"\2"),
)

_BREAK = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_SPACES = (
    _Repair("line break of another kind", _BREAK, "\n"),
    _Repair("invisible character", re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]"), ""),
    _Repair("no-break, narrow or other space", re.compile(r"[^\S\n ]"), " "),
    _Repair("run of spaces", re.compile(" {2,}"), " "),
    _Repair("space at the end of a line", re.compile("(?m)^ | $"), ""),
    # Not in « . . . » nor before « ... », « .NET » or « ,5 ».
    _Repair(
        "space before a comma or full stop",
        re.compile(r"(?:(?<=[^\s.]) (?=\.(?! ?\.))|(?<=\S) (?=,))(?=.(?:[\s»”)\]]|$))"),
        "",
    ),
)


@cache
def _bullets() -> tuple[_Repair, ...]:
    marks = re.escape(rules("boilerplate")["bullets"]["marks"])
    return (_Repair("space around a bullet", re.compile(rf"(?m)^ *([{marks}]) *(?=[^\s{marks}])"), r"\1 "),)


@cache
def _end_marks() -> tuple[_Repair, ...]:
    marks = re.escape(rules("boilerplate")["junk"]["end_marks"])
    return (
        _Repair("mark at the end of an article", re.compile(rf'(?m)(?<=[.!?…»”"])(?: [{marks}]+)+$'), ""),
    )


_GLUED = re.compile(r"(?:(?<=[\w%€$£»”\")\]])(\.{1,3}|[…!?])|(?<= )([!?]))(?=[A-ZÀ-ÖØ-ÞŒ«“])")
_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"[^\W_]{1,60}\Z")
_ADDRESS = re.compile(r"[@=_\\]|://|www\.|\w\.\w+/|[^\W\d]\.[^\W\d]", re.IGNORECASE)
#: What a sentence begins with: a word, an elision, a word of one letter, or a quotation.
_SENTENCE = re.compile(r"[^\W\d_](?:[a-zà-ÿœ]|['’])|[ÀAYÔ](?:\s|$)|[«“]")
_ACRONYM = re.compile(r"[A-Z]{2}")


def _part(match: re.Match) -> str:
    """The mark with a space after it when it ends a sentence, else as it stands."""
    text, (start, end) = match.string, match.span()
    # Enough of both neighbours to tell an address; bounded, so that a line without spaces stays cheap.
    left = text[max(0, start - 60) : start].rsplit(maxsplit=1)[-1:]
    right = text[end : end + 60].split(maxsplit=1)[0]
    before = _LAST_WORD.search(left[0]) if left else None
    after = _WORD.match(right)
    words = rules("boilerplate")["glued"]
    if (left and _ADDRESS.search(left[0])) or _ADDRESS.search(right):
        return match[0]
    if match[0] == ".":
        if before and len(before[0]) == 1 and not before[0].isdigit():
            return match[0]
        if before and before[0].casefold() in words["abbreviations"]:
            return match[0]
    if after and after[0].casefold() in words["endings"]:
        return match[0]
    begins = _SENTENCE.match(right) or (_ACRONYM.match(right) and before and before[0].islower())
    return f"{match[0]} " if begins else match[0]


_PARTED = (_Repair("sentence glued to the one before", _GLUED, _part),)


def entities(text: str) -> str:
    """HTML entities as the characters they stand for, also when escaped several times.

    Only with their semicolon: « R&D » and an address with ``&copy=2`` stay.

    >>> entities("Recherche &amp;amp; d&eacute;veloppement")
    'Recherche & développement'
    """
    return _stable(text, lambda t: _apply(t, _ENTITIES) if "&" in t else t)


def markdown(text: str) -> str:
    """Without the marks of Markdown: headings, emphasis, drop caps, escapes, links, images, quoted blocks.

    >>> markdown("## Le **mot** du jour\\n**L**undi, *Le Chat* est né \\\\*")
    'Le mot du jour\\nLundi, Le Chat est né *'
    """
    return _apply(text, _MARKDOWN)


def spaces(text: str) -> str:
    """Plain single spaces, and none at the ends of a line, before a comma or before a full stop.

    No-break, narrow and other spaces become plain, invisible characters go, line breaks of every kind
    become ``\\n``. « (...) », « .NET » and decimals stay.

    >>> spaces("  Le modèle\\u00a0, dit-il , vaut 3\\u202f000 euros .")
    'Le modèle, dit-il, vaut 3 000 euros.'
    """
    return _apply(text, _SPACES)


def bullets(text: str) -> str:
    """Bullets at the start of their line, and one space before their text.

    >>> bullets("  •Le prix\\n•   La date")
    '• Le prix\\n• La date'
    """
    return _apply(text, _bullets())


def trailing(text: str) -> str:
    """Without the mark that a magazine prints after its last word, and without lines that hold no words.

    >>> trailing("C'est fini. ■\\n\\nXYZ. . . . . . . . . . . .\\n\\n* * *")
    "C'est fini."
    """
    return _without(_apply(text, _end_marks()), "junk")


def glued(text: str) -> str:
    """A space between a sentence and the next where it is missing.

    Addresses, file names, initials (U.S.A., M.Dupont), abbreviations and « Node.js » stay.

    >>> glued("Il court.Elle marche sur exemple.fr, aux U.S.A. et en 3.5")
    'Il court. Elle marche sur exemple.fr, aux U.S.A. et en 3.5'
    """
    return _apply(text, _PARTED)


def _characters(text: str) -> str:
    """All repairs inside a line but glued sentences, which are looked for when the lines are whole again."""
    return _apply(bullets(spaces(markdown(entities(text)))), _end_marks())


# ------------------------------------------------------------------------------- whole lines


#: Latin letters without their accents; accents that stand as characters of their own go.
_BARE = {i: unicodedata.normalize("NFD", chr(i))[0] for i in range(0xC0, 0x180)} | dict.fromkeys(
    range(0x300, 0x370)
)


def _folded(text: str) -> str:
    """Flat and without accents, so that a rule also finds « PUBLIE LE » and « A lire »."""
    return text if text.isascii() else flat(text).translate(_BARE)


@cache
def _patterns() -> dict[str, dict[str, re.Pattern]]:
    """The line rules, compiled: where -> kind -> pattern for a whole folded line."""
    book = rules("boilerplate")
    parts: dict[str, str] = {}

    def filled(pattern: str) -> str:
        return re.sub(r"<(\w+)>", lambda m: parts[m[1]], pattern)

    for name, part in book["parts"].items():
        parts[name] = f"(?:{'|'.join(part)})" if isinstance(part, list) else filled(part)
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for rule in book["rule"]:
        found[rule["where"]][rule["kind"]] += map(filled, rule["lines"].strip().split("\n"))
    arrows = "[>›»→►▶|•*–— -]*"
    return {
        where: {
            kind: re.compile(
                rf"{arrows if where == 'anywhere' else ''}(?:{_folded('|'.join(lines))})[ :›»→…]*",
                re.IGNORECASE,
            )
            for kind, lines in kinds.items()
        }
        for where, kinds in found.items()
    }


def _kind(folded: str, where: str) -> str:
    """The kind of a folded line by the rules for one place, or nothing."""
    if len(folded) > rules("boilerplate")["longest"]:
        return ""
    return next((kind for kind, pattern in _patterns()[where].items() if pattern.fullmatch(folded)), "")


@cache
def _junk() -> re.Pattern:
    """A line without words: ornaments, or a few letters and a leader of dots. Three dots are an ellipsis."""
    junk = rules("boilerplate")["junk"]
    return re.compile(
        rf"(?!\.{{3}}$)[{re.escape(junk['ornaments'])} ]+|\w{{0,10}} ?(?:[.…_·] ?){{{junk['leader']},}}"
    )


_TERMINAL = re.compile(r"[.!?…][\s»\"”’')\]]*\Z")
_OPEN = re.compile(r"(?![^\n]{0,200}[.!?…:;][\s»\"”’')\]]{0,9}\Z)")


def _beside(folded: Sequence[str], kinds: list[str]) -> None:
    """Weak lines go with a neighbour of their kind, downwards and then upwards."""
    weak = _patterns()["beside"]
    for order in (range(len(folded)), reversed(range(len(folded)))):
        near = ""
        for i in order:
            if not kinds[i] and near in weak and len(folded[i]) <= 200 and weak[near].fullmatch(folded[i]):
                kinds[i] = near
            near = kinds[i]


def _rows(folded: Sequence[str], kinds: list[str]) -> None:
    """Three weak lines of a kind or more in a row need no neighbour."""
    weak = [kind or _kind(line, "row") for line, kind in zip(folded, kinds, strict=True)]
    for kind, group in groupby(range(len(folded)), key=weak.__getitem__):
        row = list(group)
        if kind and len(row) >= 3:
            for i in row:
                kinds[i] = kind


def _head(folded: Sequence[str], kinds: list[str]) -> None:
    for i, line in enumerate(folded):
        if not kinds[i]:
            kinds[i] = _kind(line, "head")
        if not kinds[i]:
            return


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(rules("boilerplate")["parts"][language])


def _count(folded: str, language: str) -> int:
    """How many words of the line are function words of the language."""
    return sum(word in _function_words(language) for word in re.findall(r"[a-z]+", folded.lower()))


def _english(folded: str) -> bool:
    """Whether the line is in English, and no quotation."""
    english = _count(folded, "english")
    enough = max(2, 0.15 * (folded.count(" ") + 1))
    return english >= enough and english > 2 * _count(folded, "french") and folded[0] not in "\"«“'"


def _tail(lines: Sequence[str], folded: Sequence[str], kinds: list[str]) -> None:
    """Signatures, and English after a French text, when what stands above them ends a sentence."""
    found: dict[int, str] = {}
    i = len(lines) - 1
    while i >= 0 and (kinds[i] or (kind := _tail_kind(folded[i]))):
        if not kinds[i]:
            found[i] = kind
        i -= 1
    if not found or i < 0 or not _TERMINAL.search(lines[i][-20:]):
        return
    text = " ".join(folded[: i + 1])
    if "foreign" not in found.values() or _count(text, "french") > _count(text, "english"):
        for j, kind in found.items():
            kinds[j] = kind


def _tail_kind(folded: str) -> str:
    if kind := _kind(folded, "tail"):
        return kind
    if not _english(folded):
        return ""
    return _kind(folded[: rules("boilerplate")["longest"]], "foreign") or "foreign"


def _captions(lines: Sequence[str], kinds: list[str]) -> None:
    """A line printed twice beside a credit is a caption and its alternative text.

    Of a line that is no sentence one copy stays: it may be the headline.
    """
    for i in range(len(lines) - 1):
        if lines[i] == lines[i + 1] and not kinds[i]:
            above = i > 0 and kinds[i - 1] == "caption"
            below = i + 2 < len(lines) and kinds[i + 2] == "caption"
            whole = bool(_TERMINAL.search(lines[i][-20:]))
            if above or (below and whole):
                kinds[i] = "caption"
            if below or (above and whole):
                kinds[i + 1] = "caption"


def _intruders(lines: Sequence[str], kinds: list[str]) -> None:
    """A short line between the two halves of a sentence is a caption.

    The first half must be a paragraph, not a heading: long, and with a sentence of its own or an open end.
    """
    kept = [i for i in range(len(lines)) if not kinds[i]]
    for a, x, b in zip(kept, kept[1:], kept[2:], strict=False):
        first = lines[a]
        if kinds[a] or len(first) < 120 or not _continues(lines[b]) or _ended(first):
            continue
        paragraph = re.search(r"[.!?…] \S", first) or _hangs(first)
        if paragraph and len(lines[x]) <= 300 and not _continues(lines[x]):
            kinds[x] = "caption"


def _kinds(lines: Sequence[str]) -> list[str]:
    """For each line that is not blank, why it goes; "" when it stays."""
    folded = [_folded(line) for line in lines]
    kinds = [
        "junk" if _junk().fullmatch(line) else _kind(fold, "anywhere")
        for line, fold in zip(lines, folded, strict=True)
    ]
    _beside(folded, kinds)
    _rows(folded, kinds)
    _head(folded, kinds)
    _captions(lines, kinds)
    _tail(lines, folded, kinds)
    _intruders(lines, kinds)
    for i in range(len(lines) - 1):
        if _bullet(lines[i], lines[i + 1]) and not kinds[i + 1]:
            kinds[i] = ""
    return kinds


def _bullet(line: str, below: str) -> bool:
    """Whether the line is nothing but the bullet of the line below."""
    marks = rules("boilerplate")["bullets"]["marks"]
    return len(line) == 1 and line in marks and below[0] not in marks


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line and not line.isspace()]


def _paragraphs(lines: Iterable[str]) -> str:
    return "\n\n".join(lines)


def _without(text: str, *kinds: str) -> str:
    lines = _lines(text)
    return _paragraphs(line for line, kind in zip(lines, _kinds(lines), strict=True) if kind not in kinds)


def captions(text: str) -> str:
    """Without captions, credits and alternative texts of images.

    >>> captions("Un titre\\n\\nLe ministre à Lyon. © AFP\\n\\nLe texte.")
    'Un titre\\n\\nLe texte.'
    """
    return _without(text, "caption")


def navigation(text: str) -> str:
    """Without links to other pages, names of sections above the headline, reading times.

    >>> navigation("Accueil > Économie\\n\\nUn titre\\n\\nLire aussi : Un autre titre\\n\\nLe texte.")
    'Un titre\\n\\nLe texte.'
    """
    return _without(text, "navigation")


def share_links(text: str) -> str:
    """Without buttons to share, print or save.

    >>> share_links("Un titre\\n\\nPartager sur Facebook\\n\\nPartager le gâteau ne suffit pas.")
    'Un titre\\n\\nPartager le gâteau ne suffit pas.'
    """
    return _without(text, "sharing")


def prompts(text: str) -> str:
    """Without requests: cookies, application, notifications, newsletter, subscription, advertisement.

    >>> prompts("Le texte.\\n\\nInscrivez-vous à notre newsletter")
    'Le texte.'
    """
    return _without(text, "prompt")


def comments(text: str) -> str:
    """Without comment forms.

    >>> comments("Le texte.\\n\\n3 commentaires\\n\\nLaisser un commentaire")
    'Le texte.'
    """
    return _without(text, "comment")


def bylines(text: str) -> str:
    """Without author, date and source lines.

    >>> bylines("Un titre\\n\\nPar Anne Martin\\n\\nPublié le 3 mars à 12h30\\n\\nPar ailleurs, il pleut.")
    'Un titre\\n\\nPar ailleurs, il pleut.'
    """
    return _without(text, "byline")


def biography(text: str) -> str:
    """Without the author's biography, and without English that follows a French article.

    >>> biography("La fin de la pièce.\\n\\nAnne Martin is a journalist who writes about the stage.")
    'La fin de la pièce.'
    """
    return _without(text, "biography", "foreign")


def tags(text: str) -> str:
    """Without keyword lines.

    >>> tags("Le texte.\\n\\nTags : sport, Lyon\\n\\n#sport #Lyon")
    'Le texte.'
    """
    return _without(text, "tag")


def copyright(text: str) -> str:
    """Without copyright lines and legal notices.

    >>> copyright("Le texte.\\n\\n© 2024 La Gazette. Tous droits réservés.")
    'Le texte.'
    """
    return _without(text, "copyright")


# -------------------------------------------------------------------- sentences across lines


_LOWER = re.compile(r"(?P<word>[a-zà-ÿœæ][a-zà-ÿœæ-]*)(?=[\s'’,])")
_DROP_CAP = re.compile("[B-NP-XZÉÈÊ]")


def _continues(line: str) -> bool:
    """Whether the line begins with a word in lower case (« iPhone », « a) » and addresses are none)."""
    return _LOWER.match(line) is not None


def _ended(line: str) -> bool:
    """Whether the line ends like a sentence, or announces what follows."""
    return line[-1] in ".!?…:;" or re.search(r"[.!?…:;][\s»\"”’')\]]*\Z", line[-20:]) is not None


def _hangs(line: str) -> bool:
    """Whether a sentence cannot end where the line ends: after a comma, an article, a preposition."""
    last = _LAST_WORD.search(line[-60:].rstrip("'’"))
    return line[-1] == "," or (
        last is not None and last[0].casefold() in rules("boilerplate")["unfinished"]["words"]
    )


def _joint(pieces: Sequence[str], length: int, after: str) -> str | None:
    """What joins a paragraph and the next line: a space, or nothing after a drop cap. None when they are two.

    The paragraph is given in pieces, with its length. A bullet on a line of its own joins its text.
    """
    before = pieces[-1]
    if length == 1 and _bullet(before, after):
        return " "
    start = _LOWER.match(after)
    if start is None or _ended(before) or pieces[0][0] in rules("boilerplate")["bullets"]["marks"] + "-–—":
        return None
    if _DROP_CAP.fullmatch(before):
        return ""
    carried = start["word"] in rules("boilerplate")["unfinished"]["carriers"] and length >= 20
    return " " if length >= 60 or carried or _hangs(before) else None


def _rejoin(lines: Iterable[str]) -> Iterator[str]:
    pieces: list[str] = []
    length = 0
    for line in lines:
        joint = _joint(pieces, length, line) if pieces else None
        # Two lines that together would read as boilerplate were none, and stay apart.
        if joint is not None and length + len(line) <= rules("boilerplate")["longest"]:
            joint = None if _kind(_folded("".join([*pieces, joint, line])), "anywhere") else joint
        if joint is None:
            if pieces:
                yield "".join(pieces)
            pieces, length = [line], len(line)
        else:
            pieces += [joint, line]
            length += len(joint) + len(line)
    if pieces:
        yield "".join(pieces)


def rejoined(text: str) -> str:
    """A sentence that a removed caption or a page break had cut, in one paragraph again.

    A line goes on when the next begins in lower case and it is no heading: long, or open at its end.

    >>> rejoined("Le maire a inauguré la\\n\\nnouvelle école.\\n\\nUn titre\\n\\nla suite")
    'Le maire a inauguré la nouvelle école.\\n\\nUn titre\\n\\nla suite'
    """
    return _paragraphs(_rejoin(_lines(text)))


# --------------------------------------------------------------------------------- the whole


def _located(raw_lines: Sequence[str], cut: Cut) -> range:
    """The lines that a cut names; :class:`CleaningError` when there are none, or several without ``nth``."""
    plain = [flat(line).strip() for line in raw_lines]
    if cut.line:
        starts = [i for i, line in enumerate(plain) if line == flat(cut.line).strip()]
    else:
        starts = [i for i, line in enumerate(plain) if line.startswith(flat(cut.first).strip())]
    if len(starts) < (cut.nth or 1):
        where = "is exactly this" if cut.line else "begins with `first`"
        raise CleaningError(
            f"{cut}: {len(starts)} lines of the text, where one {where}; copy it from the raw file"
        )
    if cut.nth is None and len(starts) > 1:
        numbers = ", ".join(str(i + 1) for i in starts)
        raise CleaningError(f"{cut}: fits lines {numbers}; say which with `nth`")
    start = starts[(cut.nth or 1) - 1]
    if cut.line:
        return range(start, start + 1)
    last = flat(cut.last).strip()
    stop = next((i for i in range(start, len(plain)) if plain[i].endswith(last)), None)
    if stop is None:
        raise CleaningError(
            f"{cut}: no line from line {start + 1} on ends with `last`; copy it from the raw file"
        )
    return range(start, stop + 1)


def _cut_lines(raw_lines: Sequence[str], cuts: Sequence[Cut]) -> dict[int, str]:
    """Index of each line that a cut removes, with the kind of the cut."""
    return {i: cut.kind for cut in cuts for i in _located(raw_lines, cut)}


def _once(text: str) -> str:
    lines = _lines(_characters(text))
    kept = (line for line, kind in zip(lines, _kinds(lines), strict=True) if not kind)
    return glued(_paragraphs(_rejoin(kept)))


def clean(raw: str, cuts: Sequence[Cut] = ()) -> str:
    """The article without what its page printed around it, repaired.

    raw   the page as collected
    cuts  what no general rule can know; looked up in the page as collected

    One paragraph a line, a blank line between paragraphs, a line break at the end, as in a text file; nothing
    at all for a page without an article. Cleaning twice gives the same as cleaning once. Raises :class:`CleaningError` for a cut that does not fit, and nothing else.

    >>> clean("Accueil\\n\\n## Un titre\\nPar Anne Martin\\n**L**e texte&nbsp;: une phrase.Et une autre .")
    'Un titre\\n\\nLe texte : une phrase. Et une autre.\\n'
    """
    if cuts:
        lines = _BREAK.split(raw)
        gone = _cut_lines(lines, cuts)
        raw = "\n".join("" if i in gone else line for i, line in enumerate(lines))
    cleaned = _stable(raw, _once)
    return cleaned + "\n" if cleaned else ""


# ------------------------------------------------------------------------ what went, and why


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _placed(pieces: Sequence[str], kept: Sequence[int], cleaned: str) -> list[int | None]:
    """For each repaired line of the page, the paragraph of the cleaned text that it went into, or None.

    ``kept`` are the lines that the rules keep. Where they are not the cleaned text, cuts were made that are
    not known here: then a paragraph is looked for as a whole line, and else as a run of lines.
    """
    squeezed = [_squeezed(piece) for piece in pieces]
    paragraphs = [_squeezed(paragraph) for paragraph in _lines(cleaned)]
    place: list[int | None] = [None] * len(pieces)
    if "".join(squeezed[i] for i in kept) == "".join(paragraphs):
        ends = list(accumulate(map(len, paragraphs)))
        for i, end in zip(kept, accumulate(len(squeezed[i]) for i in kept), strict=True):
            place[i] = bisect_left(ends, end)
        return place
    indexes: dict[str, list[int]] = defaultdict(list)
    for i, piece in enumerate(squeezed):
        indexes[piece].append(i)
    at = 0
    for number, paragraph in enumerate(paragraphs):
        rest = paragraph
        while rest:
            same = indexes.get(rest, [])
            if (k := bisect_left(same, at)) < len(same):
                i = same[k]
            else:  # part of a paragraph: the longest line that the rest begins with
                parts = (i for i in range(at, len(pieces)) if rest.startswith(squeezed[i]))
                i = max(parts, key=lambda i: len(squeezed[i]), default=-1)
            if i < 0:
                raise CleaningError(
                    f"{rest[:60]!r} of the cleaned text is not found in this page: clean the page again, "
                    "and give the cuts that were used"
                )
            place[i], at, rest = number, i + 1, rest[len(squeezed[i]) :]
    return place


def _reasons(pieces: Sequence[str]) -> dict[int, str]:
    """Index of each line that a general rule removes, with the kind; several rounds, as in :func:`clean`."""
    reasons: dict[int, str] = {}
    left = list(range(len(pieces)))
    while True:
        kinds = _kinds([pieces[i] for i in left])
        if not any(kinds):
            return reasons
        reasons |= {i: kind for i, kind in zip(left, kinds, strict=True) if kind}
        left = [i for i, kind in zip(left, kinds, strict=True) if not kind]


def _edits(number: int, text: str) -> Iterator[Removed]:
    """Each repair inside a line of the page that stays, in order, one by one."""
    tables = (
        ("entity", _ENTITIES),
        ("markdown", _MARKDOWN),
        ("space", _SPACES),
        ("bullet", _bullets()),
        ("trailing", _end_marks()),
        ("glued", _PARTED),
    )
    start = None
    while start != text:
        start = text
        for kind, table in tables:
            for why, pattern, replacement in table:
                for match in pattern.finditer(text):
                    after = replacement(match) if callable(replacement) else match.expand(replacement)
                    if after != match[0]:
                        context = text[max(0, match.start() - 20) : match.end() + 20]
                        yield Removed(kind, why, number, match[0], after, 1, context)
                text = pattern.sub(replacement, text)


def _merged(repairs: Iterable[Removed]) -> list[Removed]:
    """Equal repairs as one, with their count."""
    first: dict[tuple[str, ...], Removed] = {}
    counts: Counter[tuple[str, ...]] = Counter()
    for repair in repairs:
        key = (repair.kind, repair.why, repair.before, repair.after)
        first.setdefault(key, repair)
        counts[key] += 1
    return [replace(repair, count=counts[key]) for key, repair in first.items()]


def removed(raw: str, cleaned: str, cuts: Sequence[Cut] = ()) -> list[Removed]:
    """What is in the page and not in the cleaned text, with the reason, and what was repaired.

    raw      the page as collected
    cleaned  what :func:`clean` made of it
    cuts     the cuts that were used; without them their lines are listed as kind ``cut``

    In the order of the page. Spaces aside, the characters of the page are those of the cleaned text, those of
    the removed passages, and ``count`` times what each repair took. Raises :class:`CleaningError` when
    ``cleaned`` holds a passage that the page does not. ``pandas.DataFrame(removed(…))`` is a table.

    >>> page = "Un titre\\n\\nPar Anne Martin\\n\\nUn mot , un autre."
    >>> for r in removed(page, clean(page)):
    ...     print(r.line, r.kind, repr(r.before), repr(r.after))
    3 byline 'Par Anne Martin' ''
    5 space ' ' ''
    """
    why = rules("boilerplate")["kinds"]
    raw_lines = _BREAK.split(raw)
    cut = _cut_lines(raw_lines, cuts)
    # An entity may hide a line break: a line of the page has no piece, one, or several.
    numbered = [
        (i, piece)
        for i, line in enumerate(raw_lines)
        if i not in cut
        for piece in _lines(_stable(line, _characters))
    ]
    pieces = [piece for _, piece in numbered]
    reasons = _reasons(pieces)
    place = _placed(pieces, [k for k in range(len(pieces)) if k not in reasons], cleaned)
    owned: dict[int, list[int]] = defaultdict(list)
    for k, (i, _) in enumerate(numbered):
        owned[i].append(k)

    passages: list[Removed] = []
    repairs: list[Removed] = []
    for i, line in enumerate(raw_lines):
        gone = [k for k in owned[i] if place[k] is None]
        if not line.strip():
            continue
        if i in cut:
            passages.append(Removed(cut[i], why["cut"], i + 1, line.strip(), "", 1, ""))
        elif len(owned[i]) <= 1 and gone == owned[i]:
            kind = reasons.get(gone[0], "cut") if gone else "junk"
            passages.append(Removed(kind, why[kind], i + 1, line.strip(), "", 1, ""))
        else:
            repairs += _edits(i + 1, line)
            kinds = {k: reasons.get(k, "cut") for k in gone}
            passages += [Removed(kind, why[kind], i + 1, pieces[k], "", 1, "") for k, kind in kinds.items()]
    stayed = [k for k in range(len(pieces)) if place[k] is not None]
    for a, b in pairwise(stayed):
        if place[a] == place[b]:
            context = f"{pieces[a][-20:]} / {pieces[b][:20]}"
            reason = "sentence cut by what stood between"
            repairs.append(Removed("rejoined", reason, numbered[b][0] + 1, "\n\n", " ", 1, context))
    return sorted([*passages, *_merged(repairs)], key=lambda record: record.line)
