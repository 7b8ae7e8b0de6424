"""Whose voice: the journalist's outside quotations; inside them a company, an official, an expert, or unnamed.

The unit is the stretch of a sentence that one voice has. Words are shared out by character: a word inside a
direct or indirect quotation is its speaker's, every other word the journalist's.
"""

import re
from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import pandas as pd

from helpers import codebook, uncertainty
from helpers.text import flat, words

JOURNALIST, UNNAMED = "journalist", "unnamed"
RATES = ("frame", "voice", "sentences", "words", "rate", "low", "high", "articles", "evidence")


def classify(speaker: str, role: str, classes: Mapping[str, codebook.Voice]) -> str:
    """The class of a speaker: by name, else by the words that introduce them; else `unnamed`.

    >>> classify("Anne Roux", "économiste à Rennes", codebook.voices())
    'expert'
    """
    for key, voice in classes.items():
        if speaker and speaker in voice.speakers:
            return key
    said = flat(f"{role} {speaker}").lower()
    for key, voice in classes.items():
        if any(re.search(rf"(?<!\w)(?:{codebook.expression(r)})(?!\w)", said) for r in voice.roles):
            return key
    return UNNAMED


def speeches(quotes: pd.DataFrame, classes: Mapping[str, codebook.Voice]) -> pd.DataFrame:
    """Direct and indirect quotations of :func:`helpers.tables.quotes`, with the class of their voice."""
    said = quotes[quotes["mode"].isin(["direct", "indirect"])].copy()
    said["voice"] = [
        classify(str(row.speaker), str(row.role), classes) for row in said.itertuples(index=False)
    ]
    return said


def _voice_at(said: pd.DataFrame):
    """From (article, start) to the voice there: the shortest quotation around it."""
    by_article = {
        article: sorted(
            zip(part["end"] - part["start"], part["start"], part["end"], part["voice"], strict=True)
        )
        for article, part in said.groupby("article")
    }

    def at(article: str, start: int) -> str:
        for _, first, last, voice in by_article.get(article, ()):
            if first <= start < last:
                return voice
        return JOURNALIST

    return at


def spoken(sentences: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """Words of every sentence by voice: index (article, sentence), one column a voice."""
    at = _voice_at(said)
    cuts_of = {article: sorted({*part["start"], *part["end"]}) for article, part in said.groupby("article")}
    rows, keys = [], []
    for row in sentences.itertuples(index=False):
        inside = (cut for cut in cuts_of.get(row.article, ()) if row.start < cut < row.end)
        cuts = [row.start, *inside, row.end]
        counts: dict[str, int] = {}
        for first, last in pairwise(cuts):
            voice = at(row.article, first)
            counts[voice] = counts.get(voice, 0) + len(words(row.text[first - row.start : last - row.start]))
        rows.append(counts)
        keys.append((row.article, row.sentence))
    index = pd.MultiIndex.from_tuples(keys, names=["article", "sentence"]) if keys else None
    return pd.DataFrame(rows, index=index).fillna(0).astype(int)


def placed(matches: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """The accepted frame terms of :func:`helpers.tables.codes`, each with the voice in which it stands."""
    accepted = matches[(matches["include"] == "yes") & (matches["codebook"] == "frames")]
    at = _voice_at(said)
    voices = [at(row.article, row.start) for row in accepted.itertuples(index=False)]
    return accepted.assign(voice=pd.Series(voices, index=accepted.index, dtype=object))


def rates(terms: pd.DataFrame, spoken_words: pd.DataFrame, frames: list[str]) -> pd.DataFrame:
    """Sentences in which a voice uses a frame, per 1,000 words of that voice.

    `terms` from :func:`placed`, `spoken_words` from :func:`spoken`. Columns: frame, voice, sentences, words
    (of the voice), rate, low, high (sentences resampled), articles, evidence (article:start–end of the
    terms).
    """
    rows = []
    for voice in spoken_words.columns:
        base = spoken_words[voice].to_numpy(dtype=float)
        hits = np.zeros((len(base), len(frames)))
        position = {key: k for k, key in enumerate(spoken_words.index)}
        own = terms[terms["voice"] == voice]
        for row in own.itertuples(index=False):
            if row.code in frames:
                hits[position[(row.article, row.sentence)], frames.index(row.code)] = 1
        low, high = uncertainty.resample_ratio(hits, base)
        low, high = np.where(low < high, low, np.nan), np.where(low < high, high, np.nan)
        for k, frame in enumerate(frames):
            part = own[own["code"] == frame]
            count, total = int(hits[:, k].sum()), int(base.sum())
            evidence = " ".join(f"{r.article}:{r.start}–{r.end}" for r in part.itertuples(index=False))
            rate = 1000 * count / total if total else float("nan")
            rows.append((frame, voice, count, total, rate, 1000 * low[k], 1000 * high[k]))
            rows[-1] += (part["article"].nunique(), evidence)
    return pd.DataFrame(rows, columns=list(RATES))


def examples(terms: pd.DataFrame, sentences: pd.DataFrame, frames: Mapping[str, str]) -> pd.DataFrame:
    """For each voice the first sentence in which it uses the frame given for it, with voice and frame."""
    rows = []
    for voice, frame in frames.items():
        own = terms[(terms["voice"] == voice) & (terms["code"] == frame)]
        rows += [(row.article, row.sentence, voice, frame) for row in own.head(1).itertuples(index=False)]
    chosen = pd.DataFrame(rows, columns=["article", "sentence", "voice", "frame"])
    return chosen.merge(sentences, on=["article", "sentence"])
