"""Prose that depends on the corpus, held against the data.

A notebook says ``claims.check("Three articles say X.", count == 3)``. While it is true the sentence is shown; when the
corpus or a choice has changed, a visible note stands in its place, and ``make check`` fails.
"""

import os
import re

from IPython.display import Markdown, display

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
QUOTED = 25  # words of an article at a time: a quotation, not a copy


class ClaimError(AssertionError):
    """A sentence of a notebook does not hold for this corpus."""


def escape(text: str) -> str:
    """Text from an article made safe inside Markdown: nothing in it is markup, a line break is a space.

    >>> escape("100 % *open* <b>")
    '100 % \\\\*open\\\\* \\\\<b\\\\>'
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def excerpt(text: str, words: int = QUOTED) -> str:
    """At most `words` words of a passage, as printed, with … where it was cut.

    >>> excerpt("Un accord de plusieurs années", 3)
    'Un accord de …'
    """
    parts = text.split()
    return " ".join(parts) if len(parts) <= words else " ".join(parts[:words]) + " …"


def check(sentence: str, condition: object) -> None:
    """Show `sentence` (Markdown, ours) if `condition` is true; otherwise a note that it does not hold for this corpus.

    Raises :class:`ClaimError` instead of the note when the environment variable ``PRESS_STRICT`` is set, as ``make check``
    does, and ``TypeError`` when the condition is not a single truth value.
    """
    try:
        holds = bool(condition)
    except ValueError:
        raise TypeError("claims.check needs one truth value; compare single numbers, or use .all()") from None
    if holds:
        display(Markdown(sentence))
    elif os.environ.get("PRESS_STRICT"):
        raise ClaimError(f"no longer true of this corpus: {sentence}")
    else:
        display(Markdown(f"> **Not true of this corpus any more.** The sentence was: {sentence}"))
