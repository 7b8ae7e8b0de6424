"""Indirect speech: what somebody says without marks.

A clause with que or si, an infinitive (affirme vouloir), a noun phrase after the verbs that have one (insiste sur la
transparence), a sentence with its source (selon X, …) or with an inverted cue (…, annonce X).
"""

from typing import NamedTuple

from helpers.french import cues
from helpers.french.attribution import Attribution, Said, endings, function_words
from helpers.french.cues import Cue, Words, starts_any, words
from helpers.french.phrases import phrase_at
from helpers.french.subjects import skip_asides

_SIGNS = frozenset(",.;:!?…(")
_TAIL_MAX = 12  # tokens after which a source without a comma no longer closes its sentence


class Reported(NamedTuple):
    """Tokens `first` to `last` are what `said` attributes."""

    first: int
    last: int
    said: Said


def spans(reading: Attribution, start: int, end: int, marked: bool) -> list[Reported]:
    """What is reported in the sentence of tokens `start` to `end`; `marked` when it has a direct quotation.

    A sentence with a direct quotation is not reported as a whole: its source is the source of the quotation.
    """
    found = [] if marked else _sentence(reading, start, end)
    for cue in reading.cues_of(start):
        if any(said.said.cue == reading.cue_text(cue) for said in found):
            continue
        span = _complement(reading, cue, end)
        if span and not any(said.first < span[1] and span[0] < said.last for said in found):
            speaker = reading.speaker(cue)
            found.append(Reported(*span, Said(speaker, reading.cue_text(cue))))
    return found


def _complement(reading: Attribution, cue: Cue, end: int) -> tuple[int, int] | None:
    """Tokens of the complement of a reporting verb, None where it has none that reports speech."""
    text = reading.words
    if cue.how == "participle":  # annoncé comme le meilleur
        passive = cue.lemma in words("complement", "comme") and text.low(cue.last + 1) == "comme"
        return _clause(reading, cue.last + 2, end) if passive else None
    silent = cue.how == "passive" or cues.kind_of().get(cue.lemma) in {"manner", "wanting"}
    first_person = (
        text.among(cue.first - 1, "speech_persons") or text.low(cue.first) == "j'" or cue.pronoun == "on"
    )
    if silent or first_person:
        return None
    denied = any(text.low(k) in {"pas", "jamais"} for k in range(cue.first, cue.last + 1))
    if denied and cue.lemma not in words("verbs", "denying"):
        return None
    que = reading.que_after(cue, end)
    if que is not None:
        return _clause(reading, que + 1 if text.among(que, "que") else que, end)
    return _phrase(reading, cue, end) if cue.how == "finite" else None


def _phrase(reading: Attribution, cue: Cue, end: int) -> tuple[int, int] | None:
    """An infinitive, or a noun phrase after a verb that has one."""
    text, lemma = reading.words, cue.lemma
    j = skip_asides(text, cue.last + 1, end)
    if lemma in words("complement", "infinitive") and _is_infinitive(text, j):
        return _clause(reading, j, end)
    j = cue.last + 1
    while cues.is_adverb(text.low(j)):
        j += 1
    low = text.low(j)
    if low == "quant" and lemma in words("complement", "si"):  # s'interrogent quant à savoir si
        si = next((k for k in range(j, min(end, j + 6)) if text.low(k) in {"si", "s'"}), None)
        return _clause(reading, si, end) if si else None
    if low in {"sur", "contre"} and lemma in words("complement", low):
        return _clause(reading, j + 1, end)
    if lemma in words("complement", "de") and text.among(j, "of"):
        return _clause(reading, j, end)
    if lemma in words("complement", "whom") and text.among(j, "to"):
        whom = phrase_at(text, j + 1)
        after = whom.last if whom else j + 2
        return _clause(reading, after, end) if text.among(after, "determiners") else None
    if (
        lemma in words("complement", "whom")
        and text.low(cue.verb - 1) in {"lui", "leur"}
        and text.among(j, "determiners")
    ):
        return _clause(reading, j, end)
    if lemma in words("complement", "wish") and text.among(j, "possessives"):
        noun = j + 2 if text.among(j + 1, "before_nouns") else j + 1
        if text.low(noun) in words("complement", "wishes"):
            return j, next((k for k in range(noun, end) if text.low(k) in _SIGNS), end)
    return None


def _is_infinitive(text: Words, j: int) -> bool:
    while text.among(j, "before_infinitive"):
        j += 1
    low = text.low(j)
    verbal = low.isalpha() and len(low) > 3 and low.endswith(endings("infinitive_endings"))
    return verbal and low not in function_words() and not text.capital(j)


def _clause(reading: Attribution, j: int, end: int) -> tuple[int, int] | None:
    """From `j` to where the reported clause ends: the sentence, or a comma before somebody speaks again."""
    text = reading.words
    k = j
    while k < end and text.low(k) != ";" and text.low(k)[0] != "\n":
        if k > j and text.low(k) in _JOINTS and _speaks_again(reading, k + 1, text.low(k)):
            break
        k += 1
    while k > j and text.low(k - 1) in _SIGNS:
        k -= 1
    return (j, k) if k > j else None


_JOINTS = frozenset({",", "-", "–", "—", "et", "mais"})


def _speaks_again(reading: Attribution, k: int, joint: str) -> bool:
    """Behind a joint: a new reporting verb (assurant que, a-t-il dit, et ajoute), avant de, sans préciser, selon X."""
    text = reading.words
    coordinated = joint in {"et", "mais"}
    if not coordinated:
        low, following = text.low(k), text.low(k + 1)
        if starts_any(text, k, cues.phrases("according", "anywhere")) or (
            low == "sans" and following in cues.forms()
        ):
            return True
        if low in {"avant", "tout"} and following in {"de", "d'", "en"}:
            return True
        if low in {"mais", "et", "puis"}:
            k += 1
    cue = next((cue for cue in reading.cues_of(k) if k <= cue.verb <= k + 4 and cue.first <= k + 1), None)
    if cue is None:
        return False
    if cue.how == "bare":
        return not coordinated and cue.first == k
    if cue.how != "finite" or cues.kind_of().get(cue.lemma) == "wanting":
        return False
    if cue.pronoun or not coordinated:
        return bool(cue.pronoun) or cue.first == k
    opens = reading.que_after(cue, text.sentence_end(k)) is not None or text.among(
        cue.last + 1, "determiners"
    )
    return cue.first == k and opens and cues.kind_of().get(cue.lemma) != "manner"


def _sentence(reading: Attribution, start: int, end: int) -> list[Reported]:
    """A whole sentence that is somebody's: selon X, …; …, selon X; …, annonce X."""
    text = reading.words
    j = start
    while text.among(j, "connectors") or text.low(j) == ",":
        j += 1
    said = reading.source_at(j, end) or reading.for_whom(j, end)
    if said:
        comma = reading.source_end(j, end)
        span = _clause(reading, comma + 1, end) if text.low(comma) == "," else None
        return [Reported(*span, said)] if span else []
    for j in range(start + 3, end):
        if text.low(j - 1) in {":", ";"} and (said := reading.source_at(j, end)):
            comma = reading.source_end(j, end)  # Elle est prudente : selon elle, …
            span = _clause(reading, comma + 1, end) if text.low(comma) == "," else None
            return [Reported(*span, said)] if span else []
        if text.low(j - 1) in {",", "("} or end - j <= _TAIL_MAX:
            said = reading.source_at(j, end)
            if said:
                return [Reported(start, _before_signs(text, start, j), said)]
    for cue in reading.cues_of(start):
        if cue.how == "finite" and text.low(cue.first - 1) == "," and cue.first > start + 1:
            said = reading.incise(cue, end)
            if said and said.speaker.name:
                return [Reported(start, _before_signs(text, start, cue.first), said)]
    return []


def _before_signs(text: Words, start: int, end: int) -> int:
    while end > start + 1 and text.low(end - 1) in _SIGNS:
        end -= 1
    return end
