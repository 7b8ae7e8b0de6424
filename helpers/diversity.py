"""How varied the words of a text are, in a way that depends little on its length."""

from collections.abc import Iterable, Sequence

import pandas as pd

from helpers.text import flat, words

COLUMNS = ("article", "words", "types", "ttr", "mtld")
THRESHOLD = 0.72  # McCarthy and Jarvis: where the ratio of types to tokens stops falling steeply


def mtld(tokens: Sequence[str], threshold: float = THRESHOLD) -> float:
    """Measure of textual lexical diversity: mean length of a run of words whose type-token ratio stays up.

    The text is read forwards and backwards; each time the ratio of different words to words falls to
    `threshold`, a factor is complete and counting starts anew; what is left counts as part of a factor. The
    result is the mean of words by factors of both directions. Not a number for an empty text or one without
    any repetition. Below about 100 words it is unstable. Source: McCarthy and Jarvis, MTLD, vocd-D, and HD-D,
    Behavior Research Methods 42 (2010), 381-392.

    >>> round(mtld("le mot le mot le mot".split()), 3)
    3.0
    """
    if not tokens:
        return float("nan")
    factors = (_factors(tokens, threshold), _factors(reversed(tokens), threshold))
    if not all(factors):
        return float("nan")
    return sum(len(tokens) / factor for factor in factors) / 2


def _factors(tokens: Iterable[str], threshold: float) -> float:
    complete, length, seen = 0.0, 0, set()
    for token in tokens:
        length += 1
        seen.add(token)
        if len(seen) / length <= threshold:
            complete, length, seen = complete + 1, 0, set()
    rest = (1 - len(seen) / length) / (1 - threshold) if length else 0.0
    return complete + rest


def table(articles: pd.DataFrame) -> pd.DataFrame:
    """Words, types, type-token ratio and MTLD of each article; the ratio falls with length, MTLD hardly.

    Words are forms in small letters, counted as every rate in the project counts them.
    """
    rows = []
    for article, text in articles["text"].items():
        tokens = [word.lower() for word in words(flat(text))]
        types = len(set(tokens))
        rows.append(
            (article, len(tokens), types, types / len(tokens) if tokens else float("nan"), mtld(tokens))
        )
    return pd.DataFrame(rows, columns=list(COLUMNS))
