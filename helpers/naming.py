"""How companies are named, and who does what to whom: read off the syntax of a Doc.

Three relations name a company. *apposition*: « Mistral AI, la pépite française », « le géant américain
Microsoft ». *predicate*: « Mistral AI est une licorne », also after devenir, rester and comme.
*description*: a noun of the codebook alone, « la jeune pousse a révélé »; whom it means in this corpus is a
row of ``naming.toml``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers import codebook, uncertainty
from helpers.components.codes import small

NAMES = ("article", "sentence", "start", "end", "span", "noun", "group", "actor", "relation")
DEEDS = ("article", "sentence", "start", "end", "span", "actor", "role", "voice", "verb", "other")
APPOSITION, PREDICATE, DESCRIPTION = "apposition", "predicate", "description"

_COPULAS = frozenset(("devenir", "rester", "demeurer", "constituer", "représenter", "redevenir"))
#: Verbs that lend their subject to another and say no deed of their own.
_LIGHT = frozenset(("devoir", "pouvoir", "sembler", "avoir", "être", "falloir"))
_SUBJECTS = ("nsubj", "nsubj:pass")
_OBJECTS = ("obj", "iobj")
_BEFORE, _AFTER = ("DET", "ADJ", "NUM"), ("ADJ",)
#: What a noun of the codebook may be for the tagger; an adjective (« français ») is no noun.
_NOUNS = ("NOUN", "PROPN", "X")
_DEFINITE = frozenset(("le", "la", "l'", "cette", "ce", "notre", "du", "au"))


def _mentions(doc, actors: Iterable[str]) -> list[tuple[int, int, str]]:
    """First token, token after the last, actor: the mentions of some of `actors`."""
    wanted = set(actors)
    spans = (span for span in doc.spans.get("actors", ()) if span._.actor)
    return [
        (span.start, span.end, span._.actor["actor"]) for span in spans if span._.actor["actor"] in wanted
    ]


def _has(token, *relations: str) -> bool:
    return any(child.dep_ in relations for child in token.children)


def _case(token) -> str:
    return next((small(child.text) for child in token.children if child.dep_ in ("case", "mark")), "")


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun of the codebook in a Doc: its tokens, as listed, its group; and the tokens of its whole phrase."""

    first: int
    last: int
    noun: str
    group: str
    begin: int
    end: int


class _Lexicon:
    """The nouns of ``naming.toml``, found as printed in the singular: a plural names no single company."""

    def __init__(self, groups: Mapping[str, codebook.Naming]):
        self.groups = groups
        self._group = {small(noun): key for key, group in groups.items() for noun in group.nouns}
        longest = sorted(self._group, key=lambda noun: (-len(noun), noun))
        self._pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")

    def find(self, doc) -> list[_Noun]:
        """The nouns in a Doc, in order."""
        named = {token.i for span in doc.spans.get("actors", ()) for token in span}
        found = []
        for match in self._pattern.finditer(small(doc.text)):
            span = doc.char_span(*match.span())
            if span is None or any(token.i in named for token in span):
                continue
            if len(span) > 1 or span[0].pos_ in _NOUNS:
                begin, end = _phrase_bounds(doc, span.start, span.end)
                found.append(_Noun(span.start, span.end, match[0], self._group[match[0]], begin, end))
        return found


def _phrase_bounds(doc, first: int, last: int) -> tuple[int, int]:
    """Tokens `first` to `last` with the article and adjectives around them."""
    while first > 0 and doc[first - 1].pos_ in _BEFORE:
        first -= 1
    while last < len(doc) and doc[last].pos_ in _AFTER:
        last += 1
    return first, last


def _apposed(doc, first: int, last: int, noun: _Noun) -> bool:
    """Whether a noun is in apposition to the mention in tokens `first` to `last`: after its comma, or right before it.

    The parser attaches names of several words badly; a comma, or nothing between noun and name, is surer.
    """
    after = last < len(doc) and doc[last].text == "," and noun.begin == last + 1
    return after or noun.end == first


def _predicates(doc, first: int, last: int) -> Iterator[int]:
    """Tokens of nouns said of the mention: by être, by a verb of becoming, by « comme »."""
    for token in doc[first:last]:
        head = token.head
        if first <= head.i < last or _case(token):
            continue
        if token.dep_ == "nsubj":
            if head.pos_ in _NOUNS and _has(head, "cop"):
                yield head.i
            yield from (c.i for c in head.children if c.pos_ == "NOUN" and _has(head, "cop"))
            if head.lemma_ in _COPULAS:
                yield from (c.i for c in head.children if c.dep_ in ("obj", "xcomp", "attr"))
        if head.pos_ == "VERB" and token.i < head.i:
            yield from (c.i for c in head.children if c.i > head.i and _case(c) == "comme")


def names(docs: Iterable, actors: Sequence[str], groups: Mapping[str, codebook.Naming]) -> pd.DataFrame:
    """What `actors` are called, one row a naming; nouns of no group are not counted.

    Columns: article, sentence, start, end, span (with article and adjectives), noun, group (key of `groups`),
    actor, relation (apposition, predicate, description). Needs a Doc with syntax and ``doc.spans["actors"]``.
    """
    lexicon, rows = _Lexicon(groups), []
    for doc in docs:
        starts = [span.start_char for span in doc.spans.get("sentences", ())]
        for noun, actor, relation in _named(doc, actors, lexicon):
            span = doc[noun.begin : noun.end]
            sentence = max(1, bisect_right(starts, doc[noun.first].idx))
            place = (doc._.article, sentence, span.start_char, span.end_char, span.text)
            rows.append((*place, noun.noun, noun.group, actor, relation))
    return pd.DataFrame(rows, columns=list(NAMES))


def _named(doc, actors: Sequence[str], lexicon: _Lexicon) -> Iterator[tuple[_Noun, str, str]]:
    """The nouns that name an actor, with the actor and the relation: apposition before predicate before description."""
    mentions = _mentions(doc, actors)
    said_of = {i: actor for first, last, actor in mentions for i in _predicates(doc, first, last)}
    for noun in lexicon.find(doc):
        apposed = [actor for first, last, actor in mentions if _apposed(doc, first, last, noun)]
        said = [said_of[i] for i in range(noun.first, noun.last) if i in said_of]
        alone = lexicon.groups[noun.group].stands_for
        if apposed:
            yield noun, apposed[0], APPOSITION
        elif said:
            yield noun, said[0], PREDICATE
        elif alone in actors and _definite(doc, noun):
            yield noun, alone, DESCRIPTION


def _definite(doc, noun: _Noun) -> bool:
    """Whether the noun has a definite article, also one melted into *du* or *au*."""
    return any(small(token.text) in _DEFINITE for token in doc[max(0, noun.begin - 1) : noun.first])


# --- Who does what to whom -------------------------------------------------------------------------------


def deeds(docs: Iterable, actors: Sequence[str], named: pd.DataFrame | None = None) -> pd.DataFrame:
    """The verbs of `actors`: what they do, and what is done to them. One row a verb and actor.

    `named` adds the descriptions of :func:`names` to the mentions by name. Columns: article, sentence,
    start, end and span (of the verb), actor, role (does, is done to), voice (active, passive), verb (lemma),
    other (the other side as printed: object, agent or subject, "" where there is none).
    """
    rows = []
    for doc in docs:
        who = {i: actor for first, last, actor in _mentions(doc, actors) for i in range(first, last)}
        for row in _of(named, doc._.article):
            for token in doc.char_span(row.start, row.end, alignment_mode="expand"):
                if token.pos_ in _NOUNS:
                    who.setdefault(token.i, row.actor)
        starts = [span.start_char for span in doc.spans.get("sentences", ())]
        for verb in doc:
            if verb.pos_ == "VERB" and verb.lemma_ not in _LIGHT:
                sentence, end = max(1, bisect_right(starts, verb.idx)), verb.idx + len(verb)
                place = (doc._.article, sentence, verb.idx, end, verb.text)
                rows += [place + part for part in dict.fromkeys(_parts(verb, who))]
    return pd.DataFrame(rows, columns=list(DEEDS))


def _of(named: pd.DataFrame | None, article: str) -> Iterator:
    """The rows of :func:`names` that stand for an actor in an article."""
    if named is not None:
        rows = named[(named["article"] == article) & (named["relation"] != PREDICATE)]
        yield from rows.itertuples(index=False)


def _parts(verb, who: Mapping[int, str]) -> Iterator[tuple[str, str, str, str, str]]:
    """The actors of a verb as (actor, role, voice, verb, other side)."""
    passive = _participle(verb) or _has(verb, "aux:pass", "nsubj:pass")
    subjects = [token for token in [_subject(verb)] if token is not None]
    objects = [child for child in verb.children if child.dep_ in _OBJECTS]
    agents = [child for child in verb.children if child.dep_.startswith("obl") and _case(child) == "par"]
    voice = "passive" if passive else "active"
    doers, undergoers = (agents, subjects) if passive else (subjects, objects)
    for token in doers:
        if token.i in who:
            yield who[token.i], "does", voice, verb.lemma_, _printed(undergoers)
    for token in undergoers:
        if token.i in who:
            yield who[token.i], "is done to", voice, verb.lemma_, _printed(doers)


def _participle(verb) -> bool:
    """Whether the verb is a past participle without auxiliary: « une start-up valorisée »."""
    past = verb.morph.get("VerbForm") == ["Part"] and verb.morph.get("Tense") == ["Past"]
    return past and not _has(verb, "aux:tense", "aux:pass", "nsubj")


def _subject(verb, steps: int = 4):
    """The subject of a verb: its own, the noun of its relative clause, or that of the verb it depends on."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            relative = small(child.text) == "qui" and verb.dep_.startswith("acl")
            return verb.head if relative else child
    if steps and verb.dep_ == "acl" and verb.head.pos_ != "VERB":
        return verb.head if "Part" in verb.morph.get("VerbForm") else None
    if steps and verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        if _participle(verb) or (verb.dep_ == "advcl" and verb.morph.get("VerbForm") == ["Fin"]):
            return None
        return _subject(verb.head, steps - 1)
    return None


def _printed(tokens) -> str:
    """The noun phrases as printed, with article and adjectives."""
    return " ; ".join(t.doc[slice(*_phrase_bounds(t.doc, t.i, t.i + 1))].text for t in tokens)


def verbs(table: pd.DataFrame, most: int = 12) -> pd.DataFrame:
    """Deeds by actor and role, those who have most first.

    Columns: actor, role, n, active, passive, share (of the actor's verbs, per cent), low, high (verbs
    resampled), text (the `most` frequent verbs with counts), evidence.
    """
    rows = []
    size = table["actor"].value_counts()
    for (actor, role), part in table.groupby(["actor", "role"], sort=False):
        own = table[table["actor"] == actor]
        low, high = uncertainty.resample_ratio(own["role"] == role, np.ones(len(own)))
        voice = part["voice"].value_counts()
        active, passive = int(voice.get("active", 0)), int(voice.get("passive", 0))
        share = 100 * len(part) / len(own)
        text = f"{_listed(part['verb'], most)} ({active} active, {passive} passive; {share:.0f} %"
        text += f"{_interval(low, high)})"
        rows.append((actor, role, len(part), active, passive, share, 100 * low, 100 * high, text))
        rows[-1] += (_evidence(part),)
    names_ = ["actor", "role", "n", "active", "passive", "share", "low", "high", "text", "evidence"]
    frame = pd.DataFrame(rows, columns=names_)
    frame = frame.assign(size=frame["actor"].map(size))
    return frame.sort_values(
        ["size", "actor", "role"], ascending=[False, True, True], kind="stable", ignore_index=True
    )[names_]


def grouped(table: pd.DataFrame, actors: Sequence[str]) -> pd.DataFrame:
    """Namings by actor and connotation, the most frequent first.

    `table` is that of :func:`names` with a column connotes. Columns: actor, connotes, n, share (of the
    actor's namings, per cent), low, high (namings resampled), articles, text (the nouns with counts),
    evidence.
    """
    rows = []
    for actor in actors:
        own = table[table["actor"] == actor]
        for connotes, part in own.groupby("connotes"):
            low, high = uncertainty.resample_ratio(own["connotes"] == connotes, np.ones(len(own)))
            listed = _listed(part["noun"])
            share = 100 * len(part) / len(own)
            text = f"{listed} ({share:.0f} %{_interval(low, high)})"
            rows.append((actor, connotes, len(part), share, 100 * low, 100 * high, part["article"].nunique()))
            rows[-1] += (text, _evidence(part))
    names_ = ["actor", "connotes", "n", "share", "low", "high", "articles", "text", "evidence"]
    frame = pd.DataFrame(rows, columns=names_)
    total = frame.groupby("connotes")["n"].transform("sum")
    by = frame.assign(total=total, place=[list(actors).index(actor) for actor in frame["actor"]])
    return by.sort_values(
        ["place", "n", "total"], ascending=[True, False, False], kind="stable", ignore_index=True
    )[names_]


def _listed(values: pd.Series, most: int | None = None) -> str:
    """Values with their counts, the most frequent first: « startup 8, jeune pousse »."""
    counts = values.value_counts(sort=False).sort_index().sort_values(ascending=False, kind="stable")
    listed = [
        f"{value} {n}" if n > 1 else str(value) for value, n in counts.head(most or len(counts)).items()
    ]
    return ", ".join(listed + ([f"… {len(counts) - most} more"] if most and len(counts) > most else []))


def _interval(low: float, high: float) -> str:
    return f", {100 * low:.0f}–{100 * high:.0f}" if low < high else ""


def _evidence(part: pd.DataFrame) -> str:
    return " ".join(f"{row.article}:{row.start}–{row.end}" for row in part.itertuples(index=False))


def heading(table: pd.DataFrame) -> str:
    """The most frequent connotation of each actor of :func:`grouped`, as a sentence; "" for an empty table.

    >>> heading(pd.DataFrame({"actor": ["Airbus", "Airbus"], "connotes": ["a giant", "a company"]}))
    'Airbus is most often a giant'
    """
    first = table.drop_duplicates("actor")
    return "; ".join(f"{row.actor} is most often {row.connotes}" for row in first.itertuples(index=False))
