"""Who is meant: the people a text has introduced, and what a name, a function or a pronoun refers to.

A person is known by a first name, a title or a function beside the name. A surname stands for the full name given
elsewhere, a function for who was introduced with it, a pronoun for the last fitting speaker, subject or person, « ce
dernier » for the last who was named. Where the text leaves a doubt there is no speaker.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from helpers.french.cues import Words, words
from helpers.french.phrases import (
    LAST,
    NOWHERE,
    Phrase,
    described,
    first_name_gender,
    is_demonym,
    is_institution,
    is_name,
    is_person_noun,
    media_at,
    name_end,
    person_in_run,
    phrase_at,
    refers_back,
    role_after,
    role_gender,
    role_genders,
    title_gender,
)
from helpers.french.subjects import sentence_subject
from helpers.text import rules

_SENTENCES_BACK = 7  # a pronoun refers no farther back
_MEMORY = 100  # mentions; who was named before them is forgotten
_LAST_BACK = 3  # « ce dernier » refers no farther back
_BODIES = ("company", "institution")  # kinds of actors that speak besides people
_ROLE_MAX = 12  # tokens of a function in front of a name


class Mention(NamedTuple):
    """A named actor, as another component or a codebook gives it: offsets, canonical name, kind, gender and side if known."""

    start: int
    end: int
    name: str
    kind: str = ""
    gender: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the name to show, the role if the text gives it, and what a later pronoun must agree with."""

    name: str
    role: str = ""
    gender: str = ""
    plural: bool = False
    person: bool = False


NOBODY = Speaker("")


class Cast:
    """Everybody a text names, found once; then who each phrase or pronoun of the text means."""

    def __init__(self, text: Words, flat: str, mentions: tuple[Mention, ...] = ()):
        self.text, self.flat, self.mentions = text, flat, mentions
        self._actor_at: dict[int, Mention] = {}
        for mention in mentions:
            self._actor_at.setdefault(mention.start, mention)
        self._people: list[tuple[int, str]] = []  # (token, full name), in order
        self._full: dict[str, str] = {}  # surname, case folded -> full name
        self._genders: dict[str, str] = {}  # full name -> gender
        self._roles: dict[
            str, list[tuple[int, tuple[str, ...], str]]
        ] = {}  # noun -> (token, function, full name)
        self._role_of: dict[str, str] = {}  # full name -> function as printed
        self._spoken: list[tuple[int, Speaker]] = []  # (token, who spoke there)
        self._scan()

    # -- who is there

    def _scan(self) -> None:
        """Find the people: a first name, a title, a function beside the name, or an actor known to be a person."""
        text, i = self.text, 0
        while i < len(text):
            end = name_end(text, i) if text.capital(i) else i
            if end == i or not is_name(text, i):
                i += 1
            elif size := media_at(text, i):
                i += size
            else:
                person = person_in_run(text, i, end)
                end = max(end, name_end(text, person)) if person > 0 else end
                demonym = is_demonym(text, i) and end > i + 1  # l'Ukrainienne X
                self._meet(max(i + demonym, person), end)
                i = end

    def _meet(self, first: int, end: int) -> None:
        """Enter the name in tokens `first` to `end`, if it is a person's."""
        actor = self._actor(first, end)
        if actor and actor.kind != "person":
            return
        given = first_name_gender(self.text.tokens[first].raw)
        title = title_gender(self.text.low(first - 1))
        role = self._role_beside(first, end)
        known = actor or role != NOWHERE or is_demonym(self.text, first - 1)
        if not known and given is None and title is None:
            return
        printed = self.printed(first, end)
        name = actor.name if actor else self._full.get(printed.casefold(), printed)
        if actor is None:
            for k in range(first + 1, end):
                self._full.setdefault(self.printed(k, end).casefold(), name)
        gender = (actor.gender if actor else "") or given or title or role_gender(self.text, *role)
        if gender:
            self._genders.setdefault(name, gender)
        if role != NOWHERE:
            self._role_of.setdefault(name, self.printed(*role))
            core = self._core(*role)
            self._roles.setdefault(core[0] if core else "", []).append((first, core, name))
        self._people.append((first, name))

    def _role_beside(self, first: int, end: int) -> tuple[int, int]:
        """The function behind a name, or in front of it."""
        text = self.text
        role = role_after(text, end, text.sentence_end(first))
        if role != NOWHERE and any(
            text.low(k) in role_genders() for k in range(role[0], min(role[1], role[0] + 5))
        ):
            return role
        return self._role_before(first)

    def _role_before(self, first: int) -> tuple[int, int]:
        """le président Macron; la directrice générale, Anne Roux,"""
        text, start = self.text, self.text.sentence[first]
        end = first - 1 if text.low(first - 1) == "," else first
        for j in range(end - 1, max(start, end - _ROLE_MAX) - 1, -1):
            if not text.low(j)[:1].isalpha() and text.low(j)[:1] not in {"d", "l"}:
                break
            if text.low(j) in role_genders():
                opening = j
                while opening > start and (
                    text.among(opening - 1, "determiners") or text.among(opening - 1, "before_nouns")
                ):
                    opening -= 1
                phrase = described(text, opening, bare=not text.among(opening, "determiners"))
                if phrase and (phrase.last == end or phrase.name[0] == first):
                    return opening, end
        return NOWHERE

    def _core(self, first: int, last: int) -> tuple[str, ...]:
        """A function without its determiner and adjectives in front: (ministre, de, la, santé)."""
        while first < last and (
            self.text.among(first, "determiners") or self.text.among(first, "before_nouns")
        ):
            first += 1
        return tuple(self.text.low(k) for k in range(first, last))

    def _actor(self, first: int, end: int) -> Mention | None:
        """The actor whose mention starts within the first tokens of a name."""
        found = (self._actor_at.get(self.text.tokens[k].start) for k in range(first, min(end, first + 3)))
        return next((mention for mention in found if mention), None)

    def printed(self, first: int, last: int) -> str:
        """Tokens `first` to `last` as they stand in the flat text."""
        return self.flat[self.text.tokens[first].start : self.text.tokens[last - 1].end]

    # -- who is meant

    def speaker(self, subject: Phrase | str | None, at: int) -> Speaker:
        """Who `subject` is, read at token `at`."""
        if subject is None:
            return NOBODY
        if isinstance(subject, str):
            return self.pronoun(subject, at)
        if subject.named:
            return self._named(subject)
        tokens = self.text.tokens
        mention = self._actor_at.get(tokens[subject.head].start) or self._actor_at.get(
            tokens[subject.first].start
        )
        if mention:
            gender = mention.gender or subject.gender
            return Speaker(mention.name, "", gender, subject.plural, mention.kind == "person")
        return self._by_role(subject, at)

    def pronoun(self, low: str, at: int) -> Speaker:
        """Who a pronoun means at token `at`; nobody for on, je, nous."""
        if low in words("words", "pronouns_m"):
            gender, plural = "m", False
        elif low in words("words", "pronouns_f"):
            gender, plural = "f", False
        elif low in words("words", "pronouns_pl"):
            gender, plural = "f" if low.startswith(("elles", "celles")) else "", True
        else:
            return NOBODY
        last = self._last_named(at, gender, plural) if low in words("words", "pronouns_last") else NOBODY
        return last if last.name else self._antecedent(at, gender, plural)

    def person_before(self, at: int) -> Speaker:
        """The last person who spoke, was the subject or stood free before token `at`."""
        return self._antecedent(at, "", False, people=True)

    def remember(self, at: int, speaker: Speaker) -> None:
        """`speaker` spoke at token `at`: pronouns after it prefer them."""
        if speaker.name:
            self._spoken.append((at, speaker))

    def spoken_since(self, start: int, end: int) -> Speaker | None:
        """Who spoke last in tokens `start` to `end`."""
        return next((speaker for at, speaker in self._latest(start) if at < end), None)

    def _latest(self, start: int) -> Iterator[tuple[int, Speaker]]:
        for at, speaker in reversed(self._spoken):
            if at < start:
                return
            yield at, speaker

    def _named(self, phrase: Phrase) -> Speaker:
        first, end = phrase.name
        actor = self._actor(first, end) or self._actor_at.get(self.text.tokens[phrase.first].start)
        printed = self.printed(first, end)
        name = actor.name if actor else self._full.get(printed.casefold(), printed)
        known = name in self._genders or first_name_gender(self.text.tokens[first].raw) is not None
        role = self.printed(*phrase.role) if phrase.role != NOWHERE else self._role_of.get(name, "")
        gender = (actor.gender if actor else "") or self._genders.get(name) or phrase.gender
        person = actor.kind == "person" if actor else known or phrase.role != NOWHERE
        return Speaker(name, role, gender, phrase.plural, person)

    def _by_role(self, phrase: Phrase, at: int) -> Speaker:
        """A description without a name: who was introduced with that function before, or the description itself."""
        text, head = self.text, self.text.low(phrase.head)
        if refers_back(text, phrase.first):
            return self.pronoun(LAST.get(head, head), at)
        if not phrase.plural and (
            text.among(phrase.first, "definite") or text.among(phrase.first, "before_nouns")
        ):
            core = self._core(phrase.first, phrase.last)
            known = self._roles.get(core[0], []) if core else []
            before = bisect_left(known, (at,))
            for _, role, name in reversed(known[max(0, before - _MEMORY) : before]):
                if core == role[: len(core)] and self._agrees(name, phrase.gender):
                    return self._person(name)
            former = self.text.low(phrase.head - 1) in {"ancien", "ancienne"} or head.startswith("ex-")
            if phrase.last == phrase.head + 1 and (former or head in words("roles", "anaphors")):
                found = self._antecedent(at, phrase.gender, False, people=True)
                if found.name:
                    return found
            spoken_of = head in words("roles", "companies") or "pousse" in core
            company = self._company(at, _sides(text, phrase)) if spoken_of else None
            if company:
                return Speaker(company.name, "", phrase.gender)
        printed = self.printed(phrase.first, phrase.last)
        return Speaker(printed, "", phrase.gender, phrase.plural, is_person_noun(head))

    def _person(self, name: str) -> Speaker:
        return Speaker(name, self._role_of.get(name, ""), self._genders.get(name, ""), False, True)

    def _agrees(self, name: str, gender: str) -> bool:
        known = self._genders.get(name, "")
        return not known or not gender or known == gender

    def _company(self, at: int, sides: frozenset[str]) -> Mention | None:
        """The company that the text speaks of at token `at`: the last one that could be a subject.

        Of a description that tells the side (« la société américaine ») the one of that side in the nearest sentence that
        has one; none where it has several.
        """
        here = self.text.tokens[min(at, len(self.text) - 1)].start
        before = bisect_left(self.mentions, (here,))
        named = [m for m in self.mentions[max(0, before - _MEMORY) : before] if m.kind == "company"]
        if sides and all(mention.side for mention in named):
            for count in range(1, _SENTENCES_BACK + 1):
                near = self.text.tokens[self._back(at, count)].start
                fitting = {m.name: m for m in named if m.start >= near and m.side in sides}
                if fitting:
                    return next(iter(fitting.values())) if len(fitting) == 1 else None
            return None
        return next((mention for mention in reversed(named) if self._stands_free(mention.start)), None)

    def _back(self, at: int, sentences: int) -> int:
        """The token that opens the sentence of token `at`, or one of those before it: so many in all."""
        start = self.text.sentence[min(at, len(self.text) - 1)]
        for _ in range(sentences - 1):
            before = self._before(start)
            if before < 0:
                break
            start = self.text.sentence[before]
        return start

    def _before(self, start: int) -> int:
        """The last word before a sentence, over the ends of lines; -1 for none."""
        before = start - 1
        while before >= 0 and self.text.low(before)[:1] == "\n":
            before -= 1
        return before

    def _last_named(self, at: int, gender: str, plural: bool) -> Speaker:
        """The last person, body or description of one before token `at` that agrees: « ce dernier » is seldom the subject."""
        found, i = NOBODY, self._back(at, _LAST_BACK) if len(self.text) else at
        while i < at:
            # Who refers back in turn means somebody named before.
            phrase = None if refers_back(self.text, i) else phrase_at(self.text, i)
            if phrase is None or phrase.last > at:
                i += 1
                continue
            speaker = self._named(phrase) if phrase.named else self._by_role(phrase, i)
            actor = self._actor(*phrase.name) if phrase.named else None
            somebody = speaker.person or (actor.kind in _BODIES if actor else self._is_body(phrase))
            if somebody and speaker.plural == plural and gender in ("", speaker.gender or gender):
                found = speaker
            i = max(phrase.last, i + 1)
        return found

    def _is_body(self, phrase: Phrase) -> bool:
        return not phrase.named and is_institution(self.text.low(phrase.head))

    def _stands_free(self, offset: int) -> bool:
        """Does no noun or preposition govern the name at `offset`, so that it can be a subject?"""
        before = self.flat[max(0, offset - 20) : offset].rstrip(" ")
        return (
            not before
            or before[-1] in ".!?,:;\n•–—"
            or before.rpartition(" ")[2].lower() in words("words", "connectors")
        )

    def _antecedent(self, at: int, gender: str, plural: bool, people: bool = False) -> Speaker:
        """The last fitting speaker, subject or person before token `at`, sentence by sentence, not beyond a few."""
        text = self.text
        if not len(text):
            return NOBODY
        end = min(at, len(text) - 1)
        start = text.sentence[end]
        loose = NOBODY
        for _ in range(_SENTENCES_BACK):
            for found, firm in self._candidates(start, end):
                fits = not gender or not found.gender or found.gender == gender
                if fits and found.plural == plural and (found.person or not people):
                    if firm:
                        return found
                    loose = loose if loose.name else found
            end = start
            before = self._before(start)
            if before < 0:
                break
            start = text.sentence[before]
        return loose

    def _candidates(self, start: int, end: int) -> Iterator[tuple[Speaker, bool]]:
        """Those in tokens `start` to `end` that a pronoun may mean; firm: speakers, subjects, names standing free."""
        yield from ((speaker, not _belongs(speaker)) for at, speaker in self._latest(start) if at < end)
        subject = sentence_subject(self.text, start) if end > start else None
        if isinstance(subject, Phrase) and subject.last <= end and self._can_speak(subject):
            yield self._named(subject) if subject.named else self._by_role(subject, subject.first), True
        low, high = bisect_left(self._people, (start, "")), bisect_left(self._people, (end, ""))
        for token, name in reversed(self._people[low:high]):
            yield self._person(name), self._stands_free(self.text.tokens[token].start)

    def _can_speak(self, phrase: Phrase) -> bool:
        """Is the subject of a sentence somebody, and not a thing or a word that only looks like a name?"""
        if phrase.named:
            first, end = phrase.name
            opens = end - first == 1 and self.text.sentence[first] == first
            known = self._actor(first, end) or first_name_gender(self.text.tokens[first].raw) is not None
            return not opens or bool(known)
        head = self.text.low(phrase.head)
        person = is_person_noun(head) or is_demonym(self.text, phrase.head)
        # An actor beside a description is not known to be meant by it: only what the description says counts.
        return person or is_institution(head)


@cache
def _origins() -> dict[str, frozenset[str]]:
    """Adjective -> the sides that it may stand for: what is French is European too."""
    wider = {"European": ("European", "French")}
    return {
        low: frozenset(wider.get(side, (side,)))
        for side, adjectives in rules("quotes")["origins"].items()
        for low in adjectives
    }


def _sides(text: Words, phrase: Phrase) -> frozenset[str]:
    """The sides that a description tells (la société américaine), none where it tells nothing."""
    told = (_origins().get(text.low(k)) for k in range(phrase.head + 1, phrase.last))
    return next((sides for sides in told if sides), frozenset())


def _belongs(speaker: Speaker) -> bool:
    """Sa famille, son entourage: a body around somebody, whom a pronoun means sooner than the body."""
    return not speaker.person and speaker.name.partition(" ")[0].lower() in words("words", "possessives")
