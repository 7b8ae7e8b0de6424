"""What is looked for, as data: TOML files in ``corpus/codebooks`` become checked records.

A fault in a codebook is told with the file, the entry, the field and the remedy; all faults at once.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from helpers import paths
from helpers.text import flat

KINDS = ("person", "company", "institution", "group", "model", "media")
#: Codebooks of terms that are read when they are there and none are named.
TERMS = ("frames", "sovereignty")
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
        f"{where}: {'.'.join(map(str, fault['loc'])) or 'entry'}: {fault['msg'].removeprefix('Value error, ')}"
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
    """A form as a regular expression for flat text in small letters; ``ValueError`` says the remedy."""
    small = _ESCAPED_OR_CAPITAL.sub(lambda m: m[0] if m[0][0] == "\\" else m[0].lower(), flat(form))
    if _UNBOUNDED.search(small):
        raise ValueError(
            f"{form!r} repeats without a limit; say how often, as in (?: \\w+){{0,3}} or [^.]{{0,40}}"
        )
    try:
        compiled = re.compile(small)
    except re.error as error:
        raise ValueError(f"{form!r} is not a regular expression: {error}") from None
    if compiled.groups:
        raise ValueError(f"{form!r} has a group that captures; write (?:…)")
    if compiled.match("") is not None:
        raise ValueError(f"{form!r} also fits an empty text; it must have at least one character")
    return small


def _alternatives(form: str) -> Iterator[str]:
    """The parts of a form between its outermost bars."""
    depth, start, i = 0, 0, 0
    while i < len(form):
        if form[i] == "\\":
            i += 1
        elif form[i] == "[":
            i = form.index("]", i + 2)
        elif form[i] == "(":
            depth += 1
        elif form[i] == ")":
            depth -= 1
        elif form[i] == "|" and not depth:
            yield form[start:i]
            start = i + 1
        i += 1
    yield form[start:]


def _group_end(form: str) -> int:
    """Where the group that opens a form closes."""
    depth, i = 0, 0
    while True:
        if form[i] == "\\":
            i += 1
        elif form[i] == "[":
            i = form.index("]", i + 2)
        elif form[i] in "()":
            depth += 1 if form[i] == "(" else -1
            if not depth:
                return i
        i += 1


def first_characters(form: str) -> frozenset[str]:
    """The characters that a form (from :func:`expression`) may begin with.

    Raises ``ValueError`` for a form that begins with what could be any character: it would be tried at every
    place of every text.

    >>> "".join(sorted(first_characters("(?:un |l')?accord|2024")))
    '2alu'
    """
    found: set[str] = set()
    for part in _alternatives(form):
        if part.startswith("(?:"):
            end = _group_end(part)
            found |= first_characters(part[3:end])
            rest = part[end + 1 :]
            if rest.startswith("?"):
                found |= first_characters(rest[1:])
        elif part.startswith("\\d"):
            found |= set("0123456789")
        elif part[:1].isalnum() or part[:1] in ("%", "€", "$", "«"):
            found.add(part[0])
            if part[1:2] == "?":
                found |= first_characters(part[2:])
        else:
            raise ValueError(f"{form!r} must begin with a letter, a digit, or a group of such")
    return frozenset(found)


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

    Exactly one of `form` (regular expression on flat text, whole words, any case), `lemma` (lemmas in
    sequence, ``a|b`` for either; `pos` allows parts of speech for the last) and `pattern` (token patterns of
    spaCy's Matcher, or of its DependencyMatcher when they have ``RIGHT_ID``). `near` asks for one of its
    expressions in the same sentence, `not_near` forbids all of its; both are tried on the words as printed
    and on the lemmas.
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
            raise ValueError(
                f"needs exactly one of form, lemma, pattern; it has {', '.join(given) or 'none'}"
            )
        if self.pattern and not self.name:
            raise ValueError("has a pattern and no name; tables need one")
        if self.pos and not self.lemma:
            raise ValueError("has pos without lemma; remove it")
        if self.include != "yes" and not self.reason:
            raise ValueError(f"has include = {self.include!r} and no reason; say why")
        for form in (*self.near, *self.not_near):
            expression(form)
        if self.form:
            first_characters(expression(self.form))
        return self


@dataclass(frozen=True, slots=True)
class Book:
    """A codebook of terms: its name (of the file), what it says of itself, its codes and its terms."""

    name: str
    about: Mapping[str, Any]
    codes: Mapping[str, Entry]
    terms: tuple[Term, ...]


class About(Entry):
    """The head of a codebook of terms; `columns` and `code_columns` name what else terms and codes carry."""

    title: str = Field(min_length=1)
    origin: str = Field(min_length=1)
    columns: tuple[str, ...] = ()
    code_columns: tuple[str, ...] = ()


def _with_extra(table: Mapping[str, Any], columns: Sequence[str]) -> dict[str, Any]:
    extra = {name: table[name] for name in columns if name in table}
    return {k: v for k, v in table.items() if k not in extra} | ({"extra": extra} if extra else {})


def book(path: Path, code: type[Entry] = Code) -> Book:
    """The codebook of terms at `path`: ``[about]``, ``[codes.<code>]`` and ``[[terms]]``.

    Raises :class:`CodebookError` that lists all faults: also a term whose code is not defined, or told twice.
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
            faults.append(
                f"{path.name}: {where}: code: {term.code!r} is not defined; add [codes.{term.code}]"
            )
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


class Voice(Entry):
    """A class of voices: who belongs to it by name, and by the words of a role."""

    label: str = Field(min_length=1)
    definition: str = Field(min_length=1)
    speakers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _roles_are_expressions(self):
        for role in self.roles:
            expression(role)
        return self


class Naming(Entry):
    """Nouns that name a company and connote the same; `stands_for`: whom such a noun means when it stands alone."""

    label: str = Field(min_length=1)
    nouns: tuple[str, ...] = Field(min_length=1)
    stands_for: str = ""


def voices(folder: Path = paths.CODEBOOKS) -> dict[str, Voice]:
    """The classes of voices of ``voices.toml``, in the order in which they are tried."""
    return checked(Path(folder) / "voices.toml", Voice)


def naming(folder: Path = paths.CODEBOOKS) -> dict[str, Naming]:
    """The groups of nouns of ``naming.toml``.

    >>> naming()["giant"].stands_for
    'Microsoft'
    """
    return checked(Path(folder) / "naming.toml", Naming)


# --- Events ----------------------------------------------------------------------------------------------

EVENT_KINDS = ("founding", "funding", "release", "deal", "law", "reaction", "forecast")


class Amount(Entry):
    """A quantity that a sentence must have: between `least` and `most`, in one of `units`."""

    least: float
    most: float
    units: tuple[str, ...] = Field(min_length=1)


class Link(Entry):
    """One way in which a sentence tells an event; see the head of ``events.toml`` for each field."""

    lemma: str = ""
    form: str = ""
    actors: tuple[str, ...] = ()
    carry: bool = False
    near: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    amount: Amount | None = None
    dated: tuple[date, date] | None = None

    @model_validator(mode="after")
    def _has_one_predicate(self):
        if bool(self.lemma) == bool(self.form):
            raise ValueError("needs exactly one of lemma and form")
        for form in filter(None, (self.form, *self.near, *self.without)):
            expression(form)
        return self


class Event(Entry):
    """Something that happened, or is told as to come, and what links a sentence to it."""

    label: str = Field(min_length=1)
    kind: Literal[EVENT_KINDS]
    state: bool = False
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @model_validator(mode="after")
    def _can_be_told(self):
        if not self.links and not self.anchors:
            raise ValueError("nothing links a sentence to it; give `links` or `anchors`")
        for anchor in self.anchors:
            expression(anchor)
        return self


class Outside(Entry):
    """A dated fact from outside the corpus, with its public source."""

    label: str = Field(min_length=1)
    kind: Literal["release", "until"]
    day: date
    actors: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    source: str = Field(min_length=1)


def events(folder: Path = paths.CODEBOOKS) -> dict[str, Event]:
    """The events of ``events.toml``, by key, in the order of the file.

    Raises :class:`CodebookError` also for an event that names one that is not there.

    >>> events()["deal"].kind
    'deal'
    """
    found = checked(Path(folder) / "events.toml", Event)
    faults = [
        f"events.toml: [{key}]: {field}: there is no event {other!r}; correct it or add [{other}]"
        for key, event in found.items()
        for field in ("after", "before", "rivals")
        for other in getattr(event, field)
        if other not in found
    ]
    if faults:
        raise CodebookError("\n".join(faults))
    return found


def outside(folder: Path = paths.CODEBOOKS) -> dict[str, Outside]:
    """The facts of ``outside.toml``, by key: dates that no article gives.

    >>> outside()["codestral"].day.isoformat()
    '2024-05-29'
    """
    return checked(Path(folder) / "outside.toml", Outside)


class Party(Entry):
    """Whom a fact is about: the actors that stand for it, and the descriptions that the press uses instead of a name."""

    label: str = Field(min_length=1)
    actors: tuple[str, ...] = Field(min_length=1)
    descriptions: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _descriptions_are_expressions(self):
        for description in self.descriptions:
            expression(description)
        return self


class Link(Entry):
    """What ties a quantity to a fact; every condition that is given must hold.

    `units`: those that it takes, where the fact has more. `lemmas`: one of them governs the quantity or stands in its clause before it. `before`, `after`: an
    expression in the words between the quantity and its neighbours. `near`, `not_near`: expressions that the
    sentence must have, or may not. `mentions`: parties that the sentence names. `follows`: facts of the
    quantity before it, at most a sentence away. `holder`: whether the quantity must belong to the party of
    the fact (or to one of `mentions`, when that of the fact is named too).
    """

    units: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    span: str = ""
    before: str = ""
    after: str = ""
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    holder: bool = True

    @model_validator(mode="after")
    def _says_something(self):
        for form in filter(None, (self.span, self.before, self.after, *self.near, *self.not_near)):
            expression(form)
        if (
            self.holder
            or self.units
            or self.lemmas
            or self.span
            or self.before
            or self.after
            or self.near
            or self.follows
        ):
            return self
        raise ValueError("asks for nothing, so it would fit every quantity; give it a condition")


class Fact(Entry):
    """Something that articles report a number for.

    `varies`: whether it changes with time, so that two dates may explain two values. `part_of`: the fact
    that this one is a part of. `but_not`: actors of the party that have a number of their own. `subjects`:
    what the reference calls it.
    """

    label: str = Field(min_length=1)
    party: str = ""
    measure: str = Field(min_length=1)
    kinds: tuple[str, ...] = Field(min_length=1)
    units: tuple[str, ...] = ()
    varies: bool = False
    part_of: str = ""
    but_not: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    claim: str = ""
    note: str = ""
    links: tuple[Link, ...] = Field(min_length=1)


class Relation(Entry):
    """A sum that facts must satisfy.

    `compare` says how the sums of facts `left` and `right` are put together: ratio (left / right), product, sum (of left), against
    (two numbers set side by side) or lag (a time between two moments). `stated` is the fact that claims the result; without it
    `least` and `most` bound it, or the share that the fact `rest_of` leaves. `words` (a regular expression) are what an article must say for it to be a claim at all.
    `claim` is its row in the reference.
    """

    label: str = Field(min_length=1)
    left: tuple[str, ...] = Field(min_length=1)
    compare: Literal["ratio", "product", "sum", "against", "lag"]
    right: tuple[str, ...] = ()
    stated: str = ""
    rest_of: str = ""
    words: str = ""
    least: float | None = None
    most: float | None = None
    claim: str = ""
    why: str = Field(min_length=1)

    @model_validator(mode="after")
    def _words_are_an_expression(self):
        if self.words:
            expression(self.words)
        return self


class Moment(Entry):
    """An event whose date bounds a lag: `near`, expressions that the sentence of the date has; `first`, `last`: the facts that begin
    or end with it."""

    label: str = Field(min_length=1)
    near: tuple[str, ...] = Field(min_length=1)
    not_near: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _are_expressions(self):
        for form in (*self.near, *self.not_near):
            expression(form)
        return self


@dataclass(frozen=True, slots=True)
class FactBook:
    """The codebook of facts: the parties, the facts, the sums between them, and the moments that date them."""

    parties: Mapping[str, Party]
    facts: Mapping[str, Fact]
    relations: Mapping[str, Relation]
    moments: Mapping[str, Moment]


def facts(folder: Path = paths.CODEBOOKS) -> FactBook:
    """The facts of ``facts.toml``: ``[parties.…]``, ``[facts.…]``, ``[relations.…]`` and ``[moments.…]``.

    Raises :class:`CodebookError` that lists all faults, also a fact or a relation that names what is not
    defined.

    >>> facts().facts["valuation-mistral"].party
    'mistral'
    """
    name, faults = "facts.toml", []
    data = read(Path(folder) / name)
    kinds = {"parties": Party, "facts": Fact, "relations": Relation, "moments": Moment}
    for key in sorted(data.keys() - kinds.keys()):
        faults.append(f"{name}: [{key}]: not a part of it; use {', '.join(kinds)}")
    found: dict[str, dict] = {part: {} for part in kinds}
    for part, model in kinds.items():
        for key, table in data.get(part, {}).items():
            try:
                found[part][key] = model.model_validate(table)
            except ValidationError as error:
                faults += explain(error, f"{name}: [{part}.{key}]")
    known = {part: set(data.get(part, {})) for part in kinds}

    def ask(where: str, part: str, names: Sequence[str]) -> None:
        for missing in sorted({entry for entry in names if entry} - known[part]):
            faults.append(f"{name}: {where}: {missing!r} is not defined; add [{part}.{missing}]")

    for key, fact in found["facts"].items():
        ask(f"[facts.{key}]", "parties", (fact.party, *(m for link in fact.links for m in link.mentions)))
        ask(f"[facts.{key}]", "facts", (fact.part_of, *(f for link in fact.links for f in link.follows)))
    for key, relation in found["relations"].items():
        ask(
            f"[relations.{key}]",
            "facts",
            (*relation.left, *relation.right, relation.stated, relation.rest_of),
        )
    for key, moment in found["moments"].items():
        ask(f"[moments.{key}]", "facts", (*moment.first, *moment.last))
    if faults:
        raise CodebookError("\n".join(faults))
    return FactBook(**found)
