"""Which fact a number reports: the quantities that the pipeline finds, assigned by the rows of ``codebooks/facts.toml``.

A quantity is tied to a fact by its kind and unit, by whom it belongs to (its holder), by the words between it and its
neighbours, and by the quantity before it. One that fits no fact, or two, is listed as such; nothing is guessed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

import pandas as pd

from helpers.codebook import Fact, FactBook, Link, expression
from helpers.text import flat

ASSIGNED, NOTHING, SEVERAL = "assigned", "no fact", "several facts"
_HOLDERS = ("person", "company", "model", "group")
#: A complement right after a number says whose it is: "une trentaine pour son homologue", "2 milliards de Google".
_OWNED = re.compile(r"[ )»\"]{0,3}(?:(pour|chez)|par|auprès de|de la|de|du|d')[ ]?(?:\w{1,5}[ '])?$")
_AGAINST = re.compile(r"[ ,(]{0,3}contre(?: (?:seulement|environ|près de))? ?$")
_LATTER = re.compile(r"(?<!\w)(?:ce dernier|cette dernière|celui-ci|celle-ci)(?!\w)")
_PRONOUN = re.compile(r"(?<!\w)(?:il|elle|ils|elles|son|sa|ses|leurs?)(?!\w)")
_SOURCE = re.compile(r"(?:selon|d'après|à en croire) (?:\w{1,4} )?$")
_REACH = 600  # characters that a quantity looks to both sides, at most
_BACK = 3  # sentences that a pronoun may reach back


@dataclass(frozen=True, slots=True)
class Mention:
    """Whom the text names: the party (or the actor's own name) and the actor ("" for a description)."""

    start: int
    end: int
    party: str
    actor: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """A quantity with what surrounds it: words to its neighbours, the sentence, lemmas of its clause, the parties of the sentence
    and of the one before, and its holder."""

    before: str
    after: str
    sentence: str
    lemmas: frozenset[str]
    parties: frozenset[str]
    recent: frozenset[str]
    holder: Mention | None


@lru_cache(maxsize=512)
def _compiled(form: str) -> re.Pattern:
    return re.compile(rf"(?<!\w)(?:{expression(form)})(?!\w)")


def mentions(article: str, text: str, actors: pd.DataFrame, book: FactBook) -> list[Mention]:
    """Whom a text names, in order: actors, and descriptions of the parties that do not stand beside a name."""
    party_of = {actor: key for key, party in book.parties.items() for actor in party.actors}
    own = actors[(actors["article"] == article) & actors["kind"].isin(_HOLDERS)]
    named = [
        Mention(row.start, row.end, party_of.get(row.actor, row.actor), row.actor)
        for row in own.itertuples(index=False)
    ]
    taken = {place for mention in named for place in range(mention.start - 1, mention.end)}
    small = flat(text).lower()
    described = [
        Mention(found.start(), found.end(), key)
        for key, party in book.parties.items()
        for form in party.descriptions
        for found in _compiled(form).finditer(small)
        if found.start() not in taken and found.end() not in taken
    ]
    return sorted([*named, *described], key=lambda mention: (mention.start, -mention.end))


def assign(
    quantities: pd.DataFrame,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    actors: pd.DataFrame,
    book: FactBook,
) -> pd.DataFrame:
    """The quantities with `fact` (key, "" where none), `fits` (all facts that fit), `holder` (party) and `status`.

    The tables are those of :mod:`helpers.tables`. `status` is assigned, no fact, or several facts.
    """
    rows = []
    for article, own in quantities.groupby("article", sort=False):
        reader = _Reader(str(article), sentences[sentences["article"] == article], tokens, own, actors, book)
        previous: tuple[str, int] = ("", -9)
        for position, row in enumerate(own.to_dict("records")):
            context = reader.context(position)
            fits = [
                key
                for key, fact in book.facts.items()
                if _is_of_kind(row, fact) and _fits(row, fact, context, previous)
            ]
            fact = fits[0] if len(fits) == 1 else ""
            status = ASSIGNED if fact else SEVERAL if fits else NOTHING
            holder = context.holder.party if context.holder else ""
            rows.append(row | {"fact": fact, "fits": " ".join(fits), "holder": holder, "status": status})
            previous = (fact, row["sentence"])
    return pd.DataFrame(rows, columns=[*quantities.columns, "fact", "fits", "holder", "status"])


def _is_of_kind(row: Mapping, fact: Fact) -> bool:
    return row["kind"] in fact.kinds and (not fact.units or row["unit"] in fact.units)


def _fits(row: Mapping, fact: Fact, context: Context, previous: tuple[str, int]) -> bool:
    return any(_holds(row, fact, link, context, previous) for link in fact.links)


def _holds(row: Mapping, fact: Fact, link: Link, context: Context, previous: tuple[str, int]) -> bool:
    """Whether every condition of a link holds."""
    wanted = (
        (link.span, flat(row["span"]).lower()),
        (link.before, context.before),
        (link.after, context.after),
        *((form, context.sentence) for form in link.near),
    )
    return (
        (not link.units or row["unit"] in link.units)
        and all(_compiled(form).search(where) for form, where in wanted if form)
        and not any(_compiled(form).search(context.sentence) for form in link.not_near)
        and (not link.lemmas or bool(context.lemmas & set(link.lemmas)))
        and set(link.mentions) <= context.parties
        and (not link.follows or (previous[0] in link.follows and row["sentence"] - previous[1] <= 1))
        and (not link.holder or _held(fact, link, context))
    )


def _held(fact: Fact, link: Link, context: Context) -> bool:
    holder = context.holder
    if holder is None or holder.actor in fact.but_not:
        return False
    if holder.party == fact.party:
        return True
    told = fact.party in context.parties or (
        fact.party in context.recent and context.parties <= set(link.mentions)
    )
    return holder.party in link.mentions and told


class _Reader:
    """One article, read around its quantities."""

    def __init__(
        self,
        article: str,
        sentences: pd.DataFrame,
        tokens: pd.DataFrame,
        quantities: pd.DataFrame,
        actors: pd.DataFrame,
        book: FactBook,
    ) -> None:
        self.quantities = quantities.to_dict("records")
        self.sentences = {row.sentence: row for row in sentences.itertuples(index=False)}
        self.text = _page(sentences)
        self.small = flat(self.text).lower()
        self.mentions = mentions(article, self.text, actors, book)
        self.starts = [mention.start for mention in self.mentions]
        self.openings = [row.start for row in self.sentences.values()]
        own = tokens[tokens["article"] == article]
        self.tokens = list(zip(own["start"], own["lemma"], own["text"], own["pos"], strict=True))
        self.cues = {lemma for fact in book.facts.values() for link in fact.links for lemma in link.lemmas}
        self.parties = set(book.parties)
        self.actors = {mention.actor for mention in self.mentions if mention.actor}

    def context(self, position: int) -> Context:
        row = self.quantities[position]
        first, last = self._around(position)
        left, right = self._left(position), self._right(position)
        inside = self._within(first, last)
        holder = self._holder(position)
        parties = {mention.party for mention in inside} | ({holder.party} if holder else set())
        return Context(
            before=self.small[left : row["start"]],
            after=self.small[row["end"] : right],
            sentence=self.small[first:last],
            lemmas=frozenset(self._lemmas(position) | {self._governor(row)}),
            parties=frozenset(parties),
            recent=frozenset(m.party for m in self._within(*self._span(row["sentence"] - 1))),
            holder=holder,
        )

    # --- Where things are

    def _span(self, sentence: int) -> tuple[int, int]:
        """Where a sentence starts and ends; nowhere, when there is no such sentence."""
        row = self.sentences.get(sentence)
        return (row.start, row.end) if row else (0, 0)

    def _around(self, position: int) -> tuple[int, int]:
        """The sentence of a quantity, or what of a very long one stands near it."""
        row = self.quantities[position]
        first, last = self._span(row["sentence"])
        return max(first, row["start"] - _REACH), min(last, row["end"] + _REACH)

    def _neighbour(self, position: int, step: int) -> dict | None:
        other = position + step
        if not 0 <= other < len(self.quantities):
            return None
        row = self.quantities[other]
        return row if row["sentence"] == self.quantities[position]["sentence"] else None

    def _left(self, position: int) -> int:
        before = self._neighbour(position, -1)
        return before["end"] if before else self._span(self.quantities[position]["sentence"])[0]

    def _right(self, position: int) -> int:
        after = self._neighbour(position, 1)
        return after["start"] if after else self._span(self.quantities[position]["sentence"])[1]

    def _within(self, first: int, last: int) -> list[Mention]:
        """Mentions of a stretch of text; "cette dernière" is whoever the sentence before names last."""
        inside = self.mentions[bisect_left(self.starts, first) : bisect_left(self.starts, last)]
        for found in _LATTER.finditer(self.small, first, last):
            opening = self.openings[bisect_right(self.openings, found.start()) - 1] if self.openings else 0
            before = bisect_left(self.starts, opening)
            if before:
                named = self.mentions[before - 1]
                inside.append(Mention(found.start(), found.end(), named.party, named.actor))
        return sorted(inside, key=lambda mention: mention.start)

    # --- Words

    def _between(self, first: int, last: int) -> list[tuple[int, str, str, str]]:
        low, high = (bisect_left(self.tokens, (place,)) for place in (first, last))
        return self.tokens[low:high]

    def _lemmas(self, position: int) -> set[str]:
        """Lemmas from the neighbour before up to the quantity; without a verb or a word that links, also those of the
        stretch before: "valorisé à 2 milliards, Microsoft à 3 000"."""
        found: set[str] = set()
        first, _ = self._around(position)
        while True:
            words = self._between(self._left(position), self.quantities[position]["start"])
            found |= {(lemma or text).lower() for _, lemma, text, _ in words}
            if found & self.cues or any(pos in ("VERB", "AUX") for *_, pos in words):
                return found
            if self._left(position) <= first:
                return found
            position -= 1

    def _governor(self, row: Mapping) -> str:
        """The lemma that governs the quantity: its `subject` without the actor's name."""
        subject = str(row["subject"])
        for actor in sorted(self.actors, key=len, reverse=True):
            subject = subject.removesuffix(actor)
        return subject.strip().lower()

    # --- Whose it is

    def _owner(self, position: int) -> tuple[Mention, bool] | None:
        """The party named right after a quantity, and whether it is told by "pour" or "chez"."""
        end = self.quantities[position]["end"]
        for mention in self._within(end, self._right(position))[:1]:
            found = _OWNED.match(self.small[end : mention.start])
            if found:
                return mention, bool(found[1])
        return None

    def _holder(self, position: int) -> Mention | None:
        """Whose number it is: the complement after it; the topic, in "800 contre 30 pour …"; the nearest name before it; where a
        pronoun stands instead, the topic of the sentences before; else the first name after it."""
        owner = self._owner(position)
        if owner:
            return owner[0]
        row = self.quantities[position]
        first, last = self._around(position)
        inside = self._within(first, last)
        following = self._neighbour(position, 1)
        if following and _AGAINST.fullmatch(self.small[row["end"] : following["start"]]):
            other = self._owner(position + 1)
            topics = [m for m in inside if m.end <= row["start"] and (not other or m.party != other[0].party)]
            if topics:
                return topics[0]
        earlier = takewhile(
            lambda place: self.quantities[place]["start"] >= first, range(position - 1, -1, -1)
        )
        owned = [found for place in earlier if (found := self._owner(place))]
        consumed = {mention.start for mention, told in owned if told}
        left = [m for m in inside if m.end <= row["start"] and m.start not in consumed]
        if left:
            return left[-1]
        if _PRONOUN.search(self.small, first, row["start"]):
            return self._topic_before(row["sentence"])
        right = [m for m in inside if m.start >= row["end"]]
        return right[0] if right else self._topic_before(row["sentence"])

    def _topic_before(self, sentence: int) -> Mention | None:
        """Who the sentences before are about: the first name of the nearest one that has a verb of its own."""
        for number in range(sentence - 1, max(0, sentence - 1 - _BACK), -1):
            first, last = self._span(number)
            words = self._between(first, last)
            if self.small.startswith("soit ", first) or not any(pos in ("VERB", "AUX") for *_, pos in words):
                continue
            named = [m for m in self._within(first, last) if self._is_topic(m, first)]
            if named:
                return named[0]
        return None

    def _is_topic(self, mention: Mention, first: int) -> bool:
        """A source ("selon X") is what a sentence is about only where X speaks for one of the parties."""
        return mention.party in self.parties or not _SOURCE.search(self.small[first : mention.start])


def _page(sentences: pd.DataFrame) -> str:
    """The article from its sentences, each at its place."""
    page, end = [], 0
    for row in sentences.itertuples(index=False):
        page += [" " * (row.start - end), row.text]
        end = row.end
    return "".join(page)


def against_reference(assigned: pd.DataFrame, reference: pd.DataFrame, book: FactBook) -> pd.DataFrame:
    """Every quantity of the reference with the fact its subject means (`expected`) and the one it was given (`found`).

    Columns: article, start, end, span, subject, expected, found, status (as in :func:`assign`, or missed), agrees.
    """
    meant = {subject: key for key, fact in book.facts.items() for subject in fact.subjects}
    rows = []
    for wanted in reference.to_dict("records"):
        over = assigned[
            (assigned["article"] == wanted["article"])
            & (assigned["start"] < wanted["end"])
            & (assigned["end"] > wanted["start"])
        ]
        hit = over.iloc[0] if len(over) else None
        expected = meant.get(wanted["subject"], "")
        found = "" if hit is None else hit["fact"]
        rows.append(
            {key: wanted[key] for key in ("article", "start", "end", "span", "subject")}
            | {"expected": expected, "found": found, "status": "missed" if hit is None else hit["status"]}
            | {"agrees": bool(expected) and expected == found}
        )
    columns = ["article", "start", "end", "span", "subject", "expected", "found", "status", "agrees"]
    return pd.DataFrame(rows, columns=columns)


def labels(keys: Sequence[str], book: FactBook) -> list[str]:
    """The facts' names for people; "" stays "".

    >>> from helpers import codebook
    >>> labels(["staff-openai", ""], codebook.facts())
    ['Staff of OpenAI', '']
    """
    return [book.facts[key].label if key else "" for key in keys]
