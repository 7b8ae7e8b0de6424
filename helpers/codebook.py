"""What is looked for, as data: TOML files in ``corpus/codebooks`` become checked records.

A fault in a codebook is told with the file, the entry, the field and the remedy; all faults at once.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from helpers import paths
from helpers.text import flat

KINDS = ("person", "company", "institution", "group", "model", "media")
SIDES = ("French", "European", "American", "other")


class CodebookError(ValueError):
    """A codebook cannot be used; the message lists every fault with its file and field."""


class Entry(BaseModel):
    """What all records share: unknown fields are faults, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Contextual(Entry):
    """A form that counts only right after one of some words: *Point* after *au*."""

    form: str = Field(min_length=1)
    after: tuple[str, ...] = Field(min_length=1)


class Actor(Entry):
    """A person, company, institution, group, model or medium, with its spellings."""

    name: str = Field(min_length=1)
    kind: Literal[KINDS]
    side: Literal[SIDES]
    gender: Literal["m", "f", ""] = ""
    variants: tuple[str, ...] = ()
    contextual: tuple[Contextual, ...] = ()

    @model_validator(mode="after")
    def _has_a_form(self):
        if not self.variants and not self.contextual:
            raise ValueError("has no form to look for; give `variants` or `contextual`")
        if any(not variant.strip() for variant in self.variants):
            raise ValueError("has an empty variant; remove it")
        return self


def read(path: Path) -> dict:
    """The TOML file at `path`.

    Raises :class:`CodebookError` when it is missing, not UTF-8, or not TOML (with the line).
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise CodebookError(
            f"{path.name}: not found in {path.parent}; restore it or name another folder"
        ) from None
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path.name}: not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"{path.name}: not valid TOML: {error}") from None


def explain(error: ValidationError, where: str) -> list[str]:
    """The faults of a pydantic error as lines `where: field: what is wrong`."""
    return [
        f"{where}: {'.'.join(str(part) for part in fault['loc']) or 'entry'}: {fault['msg'].removeprefix('Value error, ')}"
        for fault in error.errors()
    ]


def checked(path: Path, model: type[Entry]) -> dict[str, Entry]:
    """Every table of the file as a `model`, by its key, in the order of the file.

    Raises :class:`CodebookError` that lists all faults.
    """
    records, faults = {}, []
    for key, table in read(path).items():
        try:
            records[key] = model.model_validate(table)
        except ValidationError as error:
            faults += explain(error, f"{path.name}: [{key}]")
    if faults:
        raise CodebookError("\n".join(faults))
    return records


def actors(folder: Path = paths.CODEBOOKS) -> dict[str, Actor]:
    """The actors of ``actors.toml``, by key.

    Raises :class:`CodebookError` also when two actors claim the same spelling.

    >>> actors()["openai"].variants
    ('OpenAI', 'Open AI')
    """
    found = checked(Path(folder) / "actors.toml", Actor)
    owner: dict[str, str] = {}
    faults = [
        f"actors.toml: [{key}]: variants: {variant!r} also belongs to [{owner[variant]}]; keep it in one"
        for key, actor in found.items()
        for variant in dict.fromkeys(actor.variants)
        if owner.setdefault(variant, key) != key
    ]
    if faults:
        raise CodebookError("\n".join(faults))
    return found


# --- Terms -----------------------------------------------------------------------------------------------

#: What makes a regular expression slow: a repetition without an end of anything but letters.
_UNBOUNDED = re.compile(r"(?:(?<!\\)[.)\]]|\\[^w\\])(?:[*+]|\{\d*,\})|\{\d*,\}")
_ESCAPED_OR_CAPITAL = re.compile(r"\\.|[A-ZÀ-Ý]")

Include = Literal["yes", "no", "doubt"]
When = Literal["any", "only", "never"]


def expression(form: str) -> str:
    """A form as a regular expression for flat text in small letters; raises ``ValueError`` with the remedy."""
    small = _ESCAPED_OR_CAPITAL.sub(lambda m: m[0] if m[0][0] == "\\" else m[0].lower(), flat(form))
    if _UNBOUNDED.search(small):
        raise ValueError(f"{form!r} repeats without a limit; say how often, as in (?: \\w+){{0,3}} or [^.]{{0,40}}")
    try:
        compiled = re.compile(small)
    except re.error as error:
        raise ValueError(f"{form!r} is not a regular expression: {error}") from None
    if compiled.groups:
        raise ValueError(f"{form!r} has a group that captures; write (?:…)")
    if compiled.match("") is not None:
        raise ValueError(f"{form!r} also fits an empty text; it must have at least one character")
    return small


class Code(Entry):
    """What a code means. A codebook may say more of its codes with the columns that it declares."""

    definition: str = Field(min_length=1)
    extra: dict[str, str] = {}


class Frame(Entry):
    """A frame: when a sentence has it and when not, and its place in the literature."""

    name: str = Field(min_length=1)
    definition: str = Field(min_length=1)
    include_if: str = Field(min_length=1)
    exclude_if: str = Field(min_length=1)
    example: str = Field(min_length=1)
    near_miss: str = Field(min_length=1)
    entman: str = Field(min_length=1)
    generic: str = Field(min_length=1)


class Term(Entry):
    """Something that is looked for in a sentence, and the code it stands for.

    Exactly one of `form` (regular expression on flat text, whole words, any case), `lemma` (lemmas in sequence,
    ``a|b`` for either; `pos` allows parts of speech for the last) and `pattern` (token patterns of spaCy's Matcher, or of its
    DependencyMatcher when they have ``RIGHT_ID``). `near` asks for one of its expressions in the same sentence, `not_near`
    forbids all of its; both are tried on the words as printed and on the lemmas.
    """

    code: str = Field(min_length=1)
    form: str = ""
    lemma: str = ""
    pattern: tuple[dict[str, Any], ...] = ()
    name: str = ""
    pos: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    quoted: When = "any"
    negated: When = "any"
    include: Include = "yes"
    reason: str = ""
    example: str = ""
    extra: dict[str, str] = {}

    @property
    def label(self) -> str:
        """What tables call the term: its name, or else its lemmas or its form."""
        return self.name or self.lemma or self.form

    @model_validator(mode="after")
    def _can_be_looked_for(self):
        given = [field for field in ("form", "lemma", "pattern") if getattr(self, field)]
        if len(given) != 1:
            raise ValueError(f"needs exactly one of form, lemma, pattern; it has {', '.join(given) or 'none'}")
        if self.pattern and not self.name:
            raise ValueError("has a pattern and no name; tables need one")
        if self.pos and not self.lemma:
            raise ValueError("has pos without lemma; remove it")
        if self.include != "yes" and not self.reason:
            raise ValueError(f"has include = {self.include!r} and no reason; say why")
        for form in filter(None, (self.form, *self.near, *self.not_near)):
            expression(form)
        return self


@dataclass(frozen=True, slots=True)
class Book:
    """A codebook of terms: its name (of the file), what it says of itself, its codes and its terms."""

    name: str
    about: Mapping[str, Any]
    codes: Mapping[str, Entry]
    terms: tuple[Term, ...]


class About(Entry):
    """The head of a codebook of terms. `columns` and `code_columns` name what else its terms and codes carry."""

    title: str = Field(min_length=1)
    origin: str = Field(min_length=1)
    columns: tuple[str, ...] = ()
    code_columns: tuple[str, ...] = ()


def _with_extra(table: Mapping[str, Any], columns: Sequence[str]) -> dict[str, Any]:
    extra = {name: table[name] for name in columns if name in table}
    return {k: v for k, v in table.items() if k not in extra} | ({"extra": extra} if extra else {})


def book(path: Path, code: type[Entry] = Code) -> Book:
    """The codebook of terms at `path`: ``[about]``, ``[codes.<code>]`` and ``[[terms]]``.

    Raises :class:`CodebookError` that lists all faults: also a term with a code that is not defined, and one told twice.
    """
    path = Path(path)
    data, faults = read(path), []
    for key in sorted(data.keys() - {"about", "codes", "terms"}):
        faults.append(f"{path.name}: [{key}]: not a part of a codebook; use [about], [codes.…] and [[terms]]")

    def check(model: type[Entry], table: Any, where: str) -> Any:
        try:
            return model.model_validate(table)
        except ValidationError as error:
            faults.extend(explain(error, f"{path.name}: {where}"))
        return None

    about = check(About, data.get("about", {}), "[about]")
    columns = about.columns if about else ()
    code_columns = about.code_columns if about else ()
    codes = {
        key: check(code, _with_extra(table, code_columns), f"[codes.{key}]")
        for key, table in data.get("codes", {}).items()
    }
    terms, seen = [], set()
    for number, table in enumerate(data.get("terms", ()), 1):
        where = f"term {number} ({table.get('name') or table.get('lemma') or table.get('form') or 'no name'})"
        term = check(Term, _with_extra(table, columns), where)
        if term is None:
            continue
        if term.code not in codes:
            faults.append(f"{path.name}: {where}: code: {term.code!r} is not defined; add [codes.{term.code}]")
        if (term.code, term.label) in seen:
            faults.append(f"{path.name}: {where}: told twice for {term.code!r}; keep one, or give them names")
        seen.add((term.code, term.label))
        terms.append(term)
    if faults:
        raise CodebookError("\n".join(faults))
    return Book(path.stem, about.model_dump(), codes, tuple(terms))


def frames(folder: Path = paths.CODEBOOKS) -> Book:
    """The frames of ``frames.toml``, each with all that :class:`Frame` asks for.

    >>> frames().codes["race"].name
    'Race'
    """
    return book(Path(folder) / "frames.toml", Frame)
