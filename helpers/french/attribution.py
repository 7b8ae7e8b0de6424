"""Who speaks, outside the quotations: the subject of a reporting verb, the source after selon.

One :class:`Attribution` reads one text from left to right, because what a pronoun means depends on who spoke before.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from helpers.french import cues, marks
from helpers.french.cues import Cue, Words, starts_any, words
from helpers.french.incises import Piece
from helpers.french.phrases import Phrase, is_role, phrase_at, somebody, with_apposition
from helpers.french.speakers import NOBODY, Cast, Mention, Speaker
from helpers.french.subjects import (
    completed,
    sentence_subject,
    skip_asides,
    subject_after,
    subject_before,
)
from helpers.text import rules

_PLACE_MAX = 8
_CUE_REACH = 4  # small words between a quotation and the verb behind it


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution: who speaks, and the cue as printed."""

    speaker: Speaker
    cue: str = ""


class Attribution:
    """The words of one text, the reporting verbs in it, and who speaks where."""

    def __init__(
        self,
        text: str,
        flat: str,
        pairs: list[marks.Pair],
        pieces: list[Piece],
        mentions: tuple[Mention, ...],
    ):
        self.text, self.flat, self.pairs, self.pieces = text, flat, pairs, pieces
        self.words = Words(flat, ((piece.start, piece.end) for piece in pieces))
        self.cast = Cast(self.words, flat, mentions)
        self.cues: dict[int, list[Cue]] = {}  # by the start of their sentence
        for i in range(len(self.words)):
            if cue := cues.read(self.words, i):
                here = self.cues.setdefault(self.words.sentence[i], [])
                if here and cue.first <= here[-1].verb:
                    here.pop()  # croit savoir: the support verb is part of the cue
                if cue.how == "participle" and here and self.words.low(cue.first - 1) in {"et", "puis"}:
                    cue = replace(cue, how="bare")  # a dénoncé … et promis …
                here.append(cue)
        self.last: tuple[int, Said] | None = None  # token and attribution of the last direct quotation
        self._known: dict[int, Speaker] = {}  # verb -> speaker

    def printed(self, first: int, last: int) -> str:
        """Tokens `first` to `last` as the text prints them."""
        tokens = self.words.tokens
        return self.text[tokens[first].start : tokens[min(last, len(tokens)) - 1].end]

    def cue_text(self, cue: Cue) -> str:
        """The reporting verb with its auxiliary, as printed."""
        return self.printed(cue.first, cue.last + 1)

    def cues_of(self, i: int) -> list[Cue]:
        """The reporting verbs in the sentence of token `i`."""
        return self.cues.get(self.words.sentence[i], []) if i < len(self.words) else []

    def inner(self, i: int) -> tuple[int, int]:
        """Offsets of the words in the marks of the quotation at token `i`."""
        return stripped(self.flat, *self.pieces[self.words.tokens[i].quote].inner)

    # -- the subject of a verb

    def speaker(self, cue: Cue) -> Speaker:
        """Who speaks by `cue`; found once, and remembered for the pronouns that follow."""
        if cue.verb not in self._known:
            self._known[cue.verb] = NOBODY  # a verb that waits for itself has nobody
            self._known[cue.verb] = self._subject(cue)
            self.cast.remember(cue.verb, self._known[cue.verb])
        return self._known[cue.verb]

    def _subject(self, cue: Cue) -> Speaker:
        text, at = self.words, cue.first
        if cue.how == "bare":
            return self._main(cue)
        if cue.pronoun:
            return self.cast.pronoun(cue.pronoun, at)
        if text.low(at - 1) == ",":  # À terme, espère Mme X, …
            behind = self._behind_verb(cue)
            if behind and text.low(behind.last) == ",":
                return self.cast.speaker(behind, at)
        before = subject_before(text, at) if text.low(at - 1) != "comme" else None
        if before is not None:
            return self.cast.speaker(before, at)
        if text.low(at - 1) in {",", "qui"} or text.among(at - 1, "connectors"):
            return self._main(cue)
        if (text.sentence[cue.verb] == at or text.low(at - 1) == "comme") and (
            behind := self._behind_verb(cue)
        ):
            return self.cast.speaker(behind, at)
        subject = sentence_subject(text, cue.verb)
        if isinstance(subject, Phrase) and subject.last > at:
            return NOBODY
        return self.cast.speaker(subject, at)

    def _behind_verb(self, cue: Cue) -> Phrase | None:
        phrase = subject_after(self.words, cue.last + 1, self.words.sentence_end(cue.verb))
        return phrase if phrase and somebody(self.words, phrase) else None

    def _main(self, cue: Cue) -> Speaker:
        """Who spoke before in the sentence, else its subject: estimant que, en assurant que, et ajoute que."""
        spoken = self.cast.spoken_since(self.words.sentence[cue.verb], cue.verb)
        if spoken:
            return spoken
        subject = sentence_subject(self.words, cue.verb)
        if subject is None and self.last:  # Et d'ajouter : « … »
            return self.last[1].speaker
        return self.cast.speaker(subject, cue.first)

    # -- the verb behind a quotation

    def inverted(self, j: int, stop: int) -> Said | None:
        """The verb at `j` or after a few small words, with its subject behind it: (« … »,) a ainsi déclaré X."""
        text = self.words
        for cue in self.cues_of(j):
            if cue.first < j or cue.how != "finite":
                continue
            if cue.first > j + _CUE_REACH or cue.verb >= stop:
                break
            if not all(
                cues.is_adverb(text.low(k)) or text.low(k) in {"comme", ","} for k in range(j, cue.first)
            ):
                break
            if said := self.inverted_cue(cue, stop):
                return said
        return self._unknown_verb(j, stop)

    def inverted_cue(self, cue: Cue, stop: int) -> Said | None:
        """`cue` with its subject behind it, None where none is there."""
        if cue.pronoun == "on":
            return Said(self._place(cue.last + 1, stop), self.cue_text(cue))
        if cue.pronoun:
            speaker = self.cast.pronoun(cue.pronoun, cue.first)
        elif title := self._title_at(cue.last + 1):
            speaker = Speaker(title)
        else:
            phrase = subject_after(self.words, cue.last + 1, stop)
            if phrase is None:
                return None
            speaker = self.cast.speaker(phrase, cue.first)
            self.cast.remember(phrase.first, speaker)
        self._known[cue.verb] = speaker
        return Said(speaker, self.cue_text(cue))

    def incise(self, cue: Cue, stop: int) -> Said | None:
        """An inverted cue that stands alone behind a comma; its subject must be somebody."""
        text = self.words
        if not cue.pronoun and not self._title_at(cue.last + 1):
            phrase = subject_after(text, cue.last + 1, stop)
            if phrase is None or not somebody(text, phrase):
                return None
            if any(text.among(k, "que") or text.low(k) == ":" for k in range(cue.last + 1, phrase.last + 1)):
                return None
        return self.inverted_cue(cue, stop)

    def _title_at(self, j: int) -> str:
        """A newspaper or another name in marks that speaks: selon « Le Matin », croit savoir « Le Soir »; "" for none."""
        if j >= len(self.words) or self.words.tokens[j].quote < 0:
            return ""
        start, end = self.inner(j)
        return self.text[start:end] if is_name_like(self.flat[start:end]) else ""

    def _place(self, j: int, stop: int) -> Speaker:
        """explique-t-on au ministère, dit-on chez X: the place speaks."""
        article = {"au": "le ", "aux": "les ", "chez": "", "à": ""}.get(self.words.low(j))
        if article is None or j + 1 >= stop:
            return NOBODY
        phrase = phrase_at(self.words, j + 1)
        if phrase:
            return Speaker(self.printed(phrase.first, phrase.last))
        end = j + 1
        while end < min(stop, j + _PLACE_MAX) and self.words.low(end)[0] not in _SIGNS:
            end += 1
        return Speaker(article + self.printed(j + 1, end)) if end > j + 1 else NOBODY

    def _unknown_verb(self, j: int, stop: int) -> Said | None:
        """A verb that no list has, between the quotation and a name: « … », s'étrangle X."""
        text = self.words
        k = j
        while k < stop and (text.among(k, "clitics") or text.low(k) in words("auxiliary", "forms")):
            k += 1
        low = text.low(k)
        helped = k > j and text.low(k - 1) in words("auxiliary", "forms")
        if k >= stop or text.low(j - 1) == "." or text.capital(k) or not low.isalpha() or low in cues.forms():
            return None
        if cues.is_inverted(text.low(k + 1)):
            pronoun = text.low(k + 1).rpartition("-")[2]
            speaker = self._place(k + 2, stop) if pronoun == "on" else self.cast.pronoun(pronoun, j)
            return Said(speaker, self.printed(j, k + 2))
        if (
            low in function_words()
            or is_role(text, k)
            or cues.is_adverb(low)
            or text.among(k + 1, "prepositions")
        ):
            return None
        if not low.endswith(endings("participle_endings" if helped else "third_person_endings")):
            return None
        phrase = subject_after(text, k + 1, stop)
        if phrase is None or not somebody(text, phrase):
            return None
        return Said(self.cast.speaker(phrase, j), self.printed(j, k + 1))

    # -- selon X, pour X

    def source_at(self, j: int, stop: int) -> Said | None:
        """selon X, d'après X, aux yeux de X at token `j`; à ses yeux."""
        own = starts_any(self.words, j, cues.phrases("according", "own"))
        if own:
            speaker = self.cast.person_before(j)
            return Said(speaker, self.printed(j, j + own)) if speaker.name else None
        size = starts_any(self.words, j, cues.phrases("according", "anywhere"))
        if not size or j + size >= stop:
            return None
        speaker = self._source(j + size, stop)
        known = speaker.name or self.words.among(j + size, "tonic")
        return Said(speaker, self.printed(j, j + size)) if known else None

    def _source(self, j: int, stop: int) -> Speaker:
        text = self.words
        if text.tokens[j].quote >= 0:
            return Speaker(self._title_at(j))
        if text.low(j) in words("according", "not_sources"):
            return NOBODY
        if text.among(j, "tonic"):
            return self.cast.pronoun(text.low(j), j)
        phrase = self._publisher(phrase_at(text, j), stop)
        if phrase is None:
            return NOBODY
        low = text.low(phrase.head)
        whose = low in words("according", "figures") and any(
            text.capital(k) for k in range(phrase.head, phrase.last)
        )
        # Les chiffres say nothing, but les chiffres de l'Insee do.
        if low in words("according", "not_sources") and not whose:
            return NOBODY
        return self.cast.speaker(with_apposition(text, completed(text, phrase), stop), j)

    def _publisher(self, phrase: Phrase | None, stop: int) -> Phrase | None:
        """The X of « les chiffres publiés mardi par X »: figures do not speak; any other phrase as it is."""
        text = self.words
        if phrase is None or text.low(phrase.head) not in words("according", "figures"):
            return phrase
        for k in range(phrase.last, min(stop, phrase.last + _PLACE_MAX)):
            if text.low(k)[0] in _SIGNS:
                break
            by = phrase_at(text, k + 1) if text.low(k) == "par" else None
            if by and (somebody(text, by) or text.capital(by.head)):
                return by
        return phrase

    def for_whom(self, j: int, stop: int) -> Said | None:
        """Pour X, …: a person or a pronoun, with a comma behind it."""
        text = self.words
        if text.low(j) not in words("according", "start"):
            return None
        if text.among(j + 1, "tonic"):
            speaker = self.cast.pronoun(text.low(j + 1), j + 1)
            return Said(speaker, self.printed(j, j + 1)) if speaker.name and text.low(j + 2) == "," else None
        phrase = phrase_at(text, j + 1)
        if phrase is None or not somebody(text, phrase):
            return None
        phrase = with_apposition(text, phrase, stop)
        speaker = self.cast.speaker(phrase, j + 1)
        if text.low(phrase.last) not in {",", ":"} or not (speaker.person or is_role(text, phrase.first)):
            return None
        return Said(speaker, self.printed(j, j + 1))

    def source_end(self, j: int, stop: int) -> int:
        """Index after the source that starts at `j` with selon or pour."""
        k = j + (starts_any(self.words, j, cues.phrases("according", "anywhere")) or 1)
        phrase = self._publisher(phrase_at(self.words, k), stop)
        after = with_apposition(self.words, completed(self.words, phrase), stop).last if phrase else k + 1
        if self.words.low(after) == "," and self.words.among(
            after + 1, "relatives"
        ):  # selon la note, que X a lue, …
            return next((j for j in range(after + 1, stop) if self.words.low(j) == ","), after)
        return after

    # -- the clause behind a verb

    def que_after(self, cue: Cue, limit: int) -> int | None:
        """Index of the que (or si) that opens the clause of `cue`, over adverbs and prepositional phrases."""
        text = self.words
        j = skip_asides(text, cue.last + 1, limit)
        if j >= limit or text.among(j - 1, "before_que"):
            return None
        if text.among(j, "que") or (text.low(j) in {"si", "s'"} and cue.lemma in words("complement", "si")):
            return j
        return None


_SIGNS = frozenset(",.;:!?…«\n")


def stripped(flat: str, start: int, end: int) -> tuple[int, int]:
    """Offsets without the spaces inside the marks, and without the comma of the sentence around them.

    >>> stripped("« Oui, »", 1, 7)
    (2, 5)
    """
    while start < end and (flat[start].isspace() or flat[start] in ",;:"):
        start += 1
    while end > start and (flat[end - 1].isspace() or flat[end - 1] in ",;"):
        end -= 1
    return start, end


def is_name_like(content: str) -> bool:
    """Le Chat, Mistral Large: a few words that open with a capital, and no sentence."""
    parts = content.split()
    named = parts[1:2] if parts and parts[0].lower() in words("words", "articles") else parts[:1]
    capital = any(part.rpartition("'")[2][:1].isupper() for part in [*parts[:1], *named])
    return capital and len(parts) <= 5 and content[-1] not in ".!?…" and not has_verb(content)


def has_verb(content: str) -> bool:
    """Does one of the commonest verb forms, or a pronoun that needs one, stand in `content`?"""
    return _verb_signs().search(content) is not None


@cache
def _verb_signs() -> re.Pattern:
    signs = "|".join(re.escape(sign) for sign in sorted(words("clause", "signs")))
    return re.compile(rf"(?<!\w)(?:{signs})(?:(?!\w)|(?<='))", re.IGNORECASE)


@cache
def function_words() -> frozenset[str]:
    """Words that are no verb: prepositions, conjunctions, determiners, adverbs."""
    keys = ("prepositions", "conjunctions", "determiners", "adverbs", "closing")
    return frozenset().union(*(words("words", key) for key in keys))


@cache
def endings(key: str) -> tuple[str, ...]:
    """A list of endings of the table ``words``."""
    return tuple(rules("quotes")["words"][key])
