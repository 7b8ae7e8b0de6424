"""Quotations in French news: what is quoted, how, and who says it.

Three modes. *direct*: words in marks that somebody says. *scare_quotes*: a word or phrase in marks that names a thing
or keeps it at a distance. *indirect*: what somebody says without marks (a clause with que, an infinitive, "selon X, …").

The text is read once as words (:mod:`helpers.french.cues`), quotations folded into one token each; a quotation
that an incise cuts is two (:mod:`helpers.french.incises`). The cue is then sought where French puts it: behind the
quotation (« … », regrette X), before it (X a assuré que « … », X explique : « … », selon X), else the quotation goes on
with the speaker before it. Who is meant is the business of :mod:`helpers.french.speakers`; what is said without
marks, of :mod:`helpers.french.reported`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from helpers.components.base import attach
from helpers.french import cues, marks, reported
from helpers.french.attribution import (
    Attribution,
    Said,
    endings,
    function_words,
    has_verb,
    is_name_like,
    stripped,
)
from helpers.french.cues import Cue, words
from helpers.french.incises import dialogue, pieces
from helpers.french.phrases import Phrase, is_adjective, phrase_at, somebody
from helpers.french.speakers import NOBODY, Mention, Speaker
from helpers.french.subjects import sentence_subject, skip_asides, subject_before
from helpers.text import flat as flatten
from helpers.text import rules

_SIGNS = frozenset(",.;:!?…")
_CLAUSE_WORDS = 5  # so many words with a verb among them are a clause
_OBJECT_MAX = 12  # tokens between a verb and the quotation that is its object
_WORD_OBJECT_MAX = 4  # the same for one word in marks, which is more often at a distance than quoted
_NAMING_MAX = 6  # the same after qualifier de, juger
_LATER_MAX = 40
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: ``text`` is what stands at ``start:end`` of the text as given, inside the marks.

    `mode` is direct, indirect or scare_quotes. `speaker` is the canonical actor, else the name or the whole noun
    phrase; `cue` what introduces the speech, `role` what the text says the speaker is; "" where the text gives none.
    """

    start: int
    end: int
    text: str
    mode: str
    speaker: str = ""
    cue: str = ""
    role: str = ""


def find(text: str, actors: Iterable[tuple] = ()) -> list[Quote]:
    """All quotations of `text`, in order.

    `actors` may give mentions that are known: (start, end, canonical name, kind[, gender[, side]]), kind being person,
    company, institution, …; without them names are read from the text. Never raises; a text without quotations gives none.

    >>> [(q.text, q.mode, q.speaker) for q in find("« Tout va bien », assure la maire, Anne Roux.")]
    [('Tout va bien', 'direct', 'Anne Roux')]
    """
    flat = flatten(text)
    pairs = marks.pair(text)
    pairs = sorted([*pairs, *dialogue(flat, pairs)])
    mentions = tuple(sorted(Mention(*actor) for actor in actors))
    return _Reading(text, flat, pairs, list(pieces(flat, pairs)), mentions).quotes()


class _Reading(Attribution):
    """Finds the quotations of one text, sentence by sentence."""

    def quotes(self) -> list[Quote]:
        found: list[Quote] = []
        said: list[Quote] = []
        sources = self._source_sentences()
        for start, end in sorted(self.words.ends.items()):
            quoted = [i for i in range(start, end) if self.words.tokens[i].quote >= 0]
            here = [quote for i in quoted if (quote := self._in_marks(i))]
            found += here
            if start in self.cues or start in sources:
                direct = any(quote.mode == "direct" for quote in here)
                said += map(self._indirect, reported.spans(self, start, end, direct))
        found = sorted([*found, *self._nested(found)], key=lambda quote: quote.start)
        said.sort(key=lambda quote: quote.start)
        direct = [quote for quote in found if quote.mode == "direct"]
        said = [quote for quote in said if not _touched(quote, direct)]
        found = [_voiced(quote, said) for quote in found]
        return sorted({*found, *said}, key=lambda quote: (quote.start, -quote.end, quote.mode))

    def _source_sentences(self) -> set[int]:
        """Starts of the sentences with a word like selon or pour."""
        heads = cues.phrases("according", "anywhere").keys() | words("according", "start")
        return {self.words.sentence[i] for i, token in enumerate(self.words.tokens) if token.low in heads}

    def _indirect(self, span: reported.Reported) -> Quote:
        tokens = self.words.tokens
        start, end = tokens[span.first].start, tokens[span.last - 1].end
        return self._quote(start, end, "indirect", span.said)

    def _quote(self, start: int, end: int, mode: str, said: Said) -> Quote:
        return Quote(start, end, self.text[start:end], mode, said.speaker.name, said.cue, said.speaker.role)

    def _nested(self, found: list[Quote]) -> Iterator[Quote]:
        """Marks inside a quotation: a sentence is somebody else's, a word is quoted by the speaker in turn."""
        direct = [quote for quote in found if quote.mode == "direct"]
        at = 0
        for pair in self.pairs:
            start, end = stripped(self.flat, pair.open + 1, pair.close)
            if pair.depth != 1 or not pair.closed or start >= end:
                continue
            while at < len(direct) and direct[at].end < end:
                at += 1
            around = direct[at] if at < len(direct) and direct[at].start <= start else None
            if around and (
                _is_clause(self.flat[start:end])
                or self.flat[max(0, pair.open - 2) : pair.open].strip() == ":"
            ):
                yield Quote(start, end, self.text[start:end], "direct")
            elif around:
                yield replace(around, start=start, end=end, text=self.text[start:end], mode="scare_quotes")

    # -- one quotation in marks

    def _in_marks(self, i: int) -> Quote | None:
        start, end = self.inner(i)
        content = self.flat[start:end]
        if not any(character.isalpha() for character in content):
            return None
        said = self._said(i, content)
        # « On l'appelle « disruption » »: a word that nobody in particular says is a word in marks.
        word = content[:1].islower() and " " not in content
        if said is None or (word and not said.speaker.name):
            return self._quote(start, end, "scare_quotes", Said(NOBODY))
        self.last = (i, said)
        self.cast.remember(i, said.speaker)
        return self._quote(start, end, "direct", said)

    def _said(self, i: int, content: str) -> Said | None:
        """Who says the quotation at token `i`; None where nobody does."""
        clause, name = _is_clause(content), is_name_like(content)
        if said := self._same_pair(i):
            return said
        if not self._is_label(i, clause, name):
            said = (
                self._behind(i, clause, name)
                or self._shared(i, name)
                or self._before(i, content, clause, name)
            )
            if said := said or self._next_paragraph(i):
                return said
        if self.words.low(i - 1) == ":" and " " in content and not name:
            return Said(NOBODY)
        return self._continued(i) if clause else None

    def _is_label(self, i: int, clause: bool, name: bool) -> bool:
        """baptisé « X », le film « X »: marks around a name that nobody says."""
        before = self.words.low(i - 1)
        if not clause and before in words("labels", "before") and (name or before not in {"dit", "dits"}):
            return True
        return name and (self._is_work(i) or self._is_media(i))

    def _is_work(self, i: int) -> bool:
        for k in range(i - 1, i - 4, -1):
            if self.words.low(k) in _SIGNS:
                return False
            if self.words.low(k) in words("labels", "works"):
                return True
        return False

    def _is_media(self, i: int) -> bool:
        start, end = self.inner(i)
        return self.flat[start:end] in rules("quotes")["media"]["names"]

    def _same_pair(self, i: int) -> Said | None:
        """The piece after an incise has the speaker of the piece before it."""
        if self.last is None:
            return None
        tokens = self.words.tokens
        before, here = self.pieces[tokens[self.last[0]].quote], self.pieces[tokens[i].quote]
        return self.last[1] if before.pair == here.pair else None

    def _next_paragraph(self, i: int) -> Said | None:
        """A quotation over several paragraphs, each opened by a mark, may have its cue behind the last of them."""
        text = self.words
        while i + 2 < len(text) and text.low(i + 1)[:1] == "\n" and text.tokens[i + 2].quote >= 0:
            if self.pairs[self.pieces[text.tokens[i].quote].pair].closed:
                return None
            i += 2
            if said := self._behind(i, True, False):
                return said
        return None

    # -- the cue behind a quotation

    def _behind(self, i: int, clause: bool, name: bool) -> Said | None:
        """« … », a déclaré X; « … », selon X; « … » et bâclée, estime X; « … ». Cette formule de X."""
        text, stop = self.words, self.words.sentence_end(i)
        j = i + 1
        comma = text.low(j) in {",", ".", "-", "–", "—"}
        if comma:
            j += 1
        if text.low(j - 1) == "." and j < len(text) and not text.capital(j):
            stop = text.sentence_end(j)  # « … ». a déclaré X: a stop that the sentence runs over
        if comma and not clause and self._in_relative(i):
            return None
        opens = (
            text.sentence[i] == i and not name
        )  # « Un moment historique » a déclaré X: many pages drop the comma
        if (clause or comma or opens or self._ends_with_sign(i)) and (said := self.inverted(j, stop)):
            return said
        if not clause and (said := self._claimed(i)):
            return said
        return (
            self.source_at(j, stop) or (None if name else self._later(i, stop)) or self._speech_noun_behind(i)
        )

    def _ends_with_sign(self, i: int) -> bool:
        start, end = self.pieces[self.words.tokens[i].quote].inner
        return self.flat[max(start, end - 3) : end].rstrip(" ").endswith(("?", "!", "…", ","))

    def _in_relative(self, i: int) -> bool:
        """Is token `i` in a relative clause that the comma behind it closes: X, qui avait jugé « … », a demandé …"""
        for k in range(i - 1, self.words.sentence[i], -1):
            if self.words.low(k) == ",":
                return self.words.among(k + 1, "relatives")
        return False

    def _claimed(self, i: int) -> Said | None:
        """A few words in the que-clause of a verb are that speaker's, also where the sentence then names its source."""
        for cue in reversed(self.cues_of(i)):
            reports = (
                cue.verb < i and cue.how in {"finite", "bare"} and cues.kind_of().get(cue.lemma) != "manner"
            )
            if reports and self.que_after(cue, i) is not None:
                return Said(self.speaker(cue), self.cue_text(cue))
        return None

    def _later(self, i: int, stop: int) -> Said | None:
        """An inverted cue or a source farther on in the sentence: la réforme est « injuste » et bâclée, estime X."""
        text = self.words
        for cue in self.cues_of(i):
            alone = cue.first > i + 2 and cue.how == "finite" and text.low(cue.first - 1) == ","
            if alone and (said := self.incise(cue, stop)):
                return said
        sources = (
            self.source_at(j, stop) for j in range(i + 2, min(stop, i + _LATER_MAX)) if text.low(j - 1) == ","
        )
        return next((said for said in sources if said), None)

    def _speech_noun_behind(self, i: int) -> Said | None:
        """« … ». Cette célèbre morale de X: the next sentence opens with what the quotation was."""
        text = self.words
        j = i + 1
        while text.low(j) in {".", ","}:
            j += 1
        if not text.among(j, "demonstratives"):
            return None
        noun = j + 1
        while text.among(noun, "before_nouns"):
            noun += 1
        return self._owner(noun, j)

    def _owner(self, noun: int, first: int) -> Said | None:
        """morale de X, formule du ministre: whose words they are. `first`: where the cue starts."""
        text = self.words
        if text.low(noun) not in words("speech_nouns", "words"):
            return None
        link = noun + 1 if text.among(noun + 1, "of") else noun + 2  # cette morale célèbre de X
        phrase = phrase_at(text, link + 1) if text.among(link, "of") else None
        if phrase is None or not somebody(text, phrase):
            return None
        return Said(self.cast.speaker(phrase, noun), self.printed(first, link + 1))

    def _shared(self, i: int, name: bool) -> Said | None:
        """« … » et « … », selon X: quotations that share the cue behind the last of them."""
        text, stop = self.words, self.words.sentence_end(i)
        j = i + 1
        while j < min(stop, i + 5) and text.tokens[j].quote < 0:
            j += 1
        joined = all(text.among(k, "joints") for k in range(i + 1, j))
        if (
            name
            or not joined
            or j == i + 1
            or j >= stop
            or text.tokens[j].quote < 0
            or text.low(j + 1) != ","
        ):
            return None
        return self.inverted(j + 2, stop) or self.source_at(j + 2, stop)

    # -- the cue before a quotation

    def _before(self, i: int, content: str, clause: bool, name: bool) -> Said | None:
        if self.words.low(i - 1) == ":":
            return self._colon(i, content, name)
        if name and not clause:
            return None
        return (
            self._governed(i, content)
            or self._source_before(i)
            or self._passive(i)
            or self._predicate(i, content)
            or self._wish(i)
            or self._speech_noun_before(i)
        )

    def _colon(self, i: int, content: str, name: bool) -> Said | None:
        """X explique : « … »; selon X : « … »; le maire est clair : « … »; la réponse de X : « … »."""
        text = self.words
        before = i - 1
        for cue in reversed(self.cues_of(before)):
            if cue.verb < i and cue.how in {"finite", "bare"} and not self._quotation_in(cue.last, i):
                return Said(self.speaker(cue), self.cue_text(cue))
        if said := self._source_before(i):
            return said
        if said := self._speech_noun_before(before):  # Réaction de X : « … »
            return said
        if name and " " not in content:
            return None
        subject = sentence_subject(text, before)
        beside = subject_before(text, before)
        if (
            isinstance(beside, Phrase)
            and isinstance(subject, Phrase)
            and beside.named
            and not somebody(text, subject)
        ):
            subject = beside  # C'est aussi l'avis de la maire, X : « … »
        if subject is None:  # Puis, se tournant vers X : « … »
            turning = any(text.low(k).endswith("ant") for k in range(text.sentence[before], before))
            return Said(self.last[1].speaker) if turning and self._recent(i) else None
        if isinstance(subject, str):
            return Said(self.cast.pronoun(subject, i))
        if text.low(subject.head) in words("speech_nouns", "words"):
            if text.among(subject.first, "possessives"):
                return Said(self.last[1].speaker if self._recent(i) else NOBODY, text.low(subject.head))
            return self._owner(subject.head, subject.first) or Said(NOBODY, text.low(subject.head))
        speaker = self.cast.speaker(subject, i) if somebody(text, subject) else NOBODY
        if speaker.person or (subject.named and subject.name[0] == subject.first):
            return Said(speaker)
        return None

    def _quotation_in(self, first: int, last: int) -> bool:
        return any(self.words.tokens[k].quote >= 0 for k in range(first + 1, last))

    def _governed(self, i: int, content: str) -> Said | None:
        """A reporting verb before the quotation in its sentence: que « … », dénonce « … », qualifie de « … »."""
        for cue in reversed(self.cues_of(i)):
            if cue.verb < i and cue.how in {"finite", "bare"} and self._reaches(cue, i, " " in content):
                speaker = self.speaker(cue)
                if speaker.name or cues.kind_of().get(cue.lemma) != "wanting":
                    return Said(speaker, self.cue_text(cue))
        return None

    def _reaches(self, cue: Cue, i: int, several: bool) -> bool:
        """Does the verb govern the quotation at `i`, which holds `several` words?"""
        distance = i - skip_asides(self.words, cue.last + 1, i)
        naming = cue.lemma in words("naming", "attributive")
        if cues.kind_of().get(cue.lemma) == "manner" and not naming:
            return distance <= 1 and not self.words.among(i - 1, "determiners")
        if self.que_after(cue, i) is not None:
            return True
        reach = _NAMING_MAX if naming else _OBJECT_MAX
        return distance <= (reach if several else _WORD_OBJECT_MAX) and not self._cut_by_comma(cue, i)

    def _cut_by_comma(self, cue: Cue, i: int) -> bool:
        """Does a comma end what `cue` governs before token `i`? Commas in pairs enclose an aside."""
        if self.words.low(i - 1) == "," and self.words.low(cue.first - 1) == "comme":
            return False  # Comme le rappelle X, « … »
        starts = (cue.last + 1, cue.first - 1) if self.words.low(i - 1) == "," else (cue.last + 1,)
        return all(sum(self.words.low(k) == "," for k in range(first, i)) % 2 for first in starts)

    def _source_before(self, i: int) -> Said | None:
        """Selon X, la mesure est « … »: the source opens the sentence, or a clause of it."""
        text = self.words
        start = text.sentence[i - 1] if text.low(i - 1) == ":" else text.sentence[i]
        for j in range(start, i):
            opens = j == start or text.low(j - 1) in {",", ";"} or text.among(j - 1, "connectors")
            if opens and (said := self.source_at(j, i) or self.for_whom(j, i)):
                return said
        return None

    def _passive(self, i: int) -> Said | None:
        """jugée « … » par X, qualifié de « … » par X."""
        text = self.words
        for cue in reversed(self.cues_of(i)):
            distance = i - cue.last
            if cue.verb >= i or cue.how not in {"participle", "passive"} or distance > _NAMING_MAX - 1:
                continue
            if text.low(i + 1) == "par":
                return Said(self.cast.speaker(phrase_at(text, i + 2), i), self.cue_text(cue))
            if distance <= 2 and cue.lemma in words("naming", "judging"):
                return Said(NOBODY, self.cue_text(cue))
        return None

    def _predicate(self, i: int, content: str) -> Said | None:
        """La mairie « prend acte »: the marks hold the verb of a subject that can speak."""
        text = self.words
        first = cues.tokens(content)[0].raw
        verbal = first.endswith(endings("third_person_endings")) and not is_adjective(first)
        if first not in words("words", "before_verb") and (
            not verbal or not first.islower() or first in function_words()
        ):
            return None
        if text.low(i + 1) in words("auxiliary", "forms") or (i + 1 < len(text) and cues.read(text, i + 1)):
            return None
        subject = subject_before(text, i)
        if isinstance(subject, Phrase) and not somebody(text, subject):
            return None
        speaker = self.cast.speaker(subject, i)
        return Said(speaker) if speaker.name else None

    def _wish(self, i: int) -> Said | None:
        """sa promesse de devenir un « … »: the owner of the promise."""
        text = self.words
        for j in range(i - 1, max(text.sentence[i], i - _NEAR), -1):
            if text.low(j) in _SIGNS:
                return None
            if text.low(j) in words("speech_nouns", "wishes") and text.low(j + 1) in {"de", "d'"}:
                subject = sentence_subject(text, i) if text.among(j - 1, "possessives") else None
                return Said(self.cast.speaker(subject, i), self.printed(j - 1, j + 2)) if subject else None
        return None

    def _speech_noun_before(self, i: int) -> Said | None:
        """la formule de X « … »."""
        for j in range(i - 1, max(self.words.sentence[i] - 1, i - _NEAR), -1):
            if said := self._owner(j, j):
                return said
        return None

    # -- a quotation without a cue

    def _recent(self, i: int) -> bool:
        return self.last is not None and self.words.paragraph[self.last[0]] == self.words.paragraph[i]

    def _continued(self, i: int) -> Said:
        """No cue of its own: the speaker goes on, or is the subject of the sentence before; else nobody is named."""
        start = self.words.sentence[i]
        if self._recent(i) or (self.last and i == self.words.paragraph[i] and self._ends_paragraph_before(i)):
            return Said(self.last[1].speaker)
        return Said(self._who_spoke(start - 1) if start > self.words.paragraph[i] else NOBODY)

    def _who_spoke(self, i: int) -> Speaker:
        """The speaker of the sentence of token `i`, or the person it is about."""
        for cue in reversed(self.cues_of(i)):
            if cue.how == "finite" and (speaker := self.speaker(cue)).name:
                return speaker
        speaker = self.cast.speaker(sentence_subject(self.words, i), i)
        return speaker if speaker.person else NOBODY

    def _ends_paragraph_before(self, i: int) -> bool:
        """Does the last quotation stand in the last sentence of the paragraph before the one that `i` opens?"""
        k = self.last[0]
        end = self.words.sentence_end(k)
        return end + 1 == i and self.words.low(end)[:1] == "\n"


def _is_clause(content: str) -> bool:
    """Enough of a sentence to be somebody's words: a verb and a few words, or a capital and a closing sign."""
    size = content.count(" ") + 1
    if size >= 3 and content[-1] in ".!?…" and content[0].isupper():
        return True
    return size >= _CLAUSE_WORDS and has_verb(content)


def _touched(quote: Quote, others: list[Quote]) -> bool:
    """Does one of `others`, sorted by start, begin in `quote` or reach into it?"""
    after = bisect_left(others, quote.end, key=lambda other: other.start)
    return any(other.end > quote.start for other in others[max(0, after - 2) : after])


def _voiced(quote: Quote, spans: list[Quote]) -> Quote:
    """A marked word inside an indirect quotation is that speaker's word."""
    if quote.mode != "scare_quotes" or quote.speaker:
        return quote
    before = bisect_right(spans, quote.start, key=lambda span: span.start)
    around = spans[before - 1] if before else None
    if around is None or quote.end > around.end:
        return quote
    return replace(quote, speaker=around.speaker, cue=around.cue, role=around.role)


@Language.factory("quotes", assigns=["doc.spans"])
def make(nlp: Language, name: str):
    """The component: fills ``doc.spans["quotes"]`` (label: mode); uses ``doc.spans["actors"]`` where it is there."""

    def mark(doc: Doc) -> Doc:
        actors = map(_mention, doc.spans.get("actors", ()))
        return attach(doc, "quotes", "quote", "mode", map(asdict, find(doc.text, actors)))

    return mark


def _mention(span: Span) -> tuple[int, int, str, str, str, str]:
    """An actor as another component left it, with what can be read from the span where it left no record."""
    record = (span._.actor if span.has_extension("actor") else None) or {}
    start, end = record.get("start", span.start_char), record.get("end", span.end_char)
    return (
        start,
        end,
        record.get("actor") or span.text,
        record.get("kind") or span.label_,
        record.get("gender") or "",
        record.get("side") or "",
    )
