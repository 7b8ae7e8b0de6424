"""What the tests of the readers of times share."""

from helpers.components import times

#: A Tuesday.
DAY = "2024-02-27"


def values(text, tense="", day=DAY):
    """Words and values found in a text that speaks in one tense and was published on one day."""
    return [(t.span, t.value) for t in times.find(text, day, day, lambda offset: tense)]


def only(text, tense="", day=DAY):
    """The one time of a text."""
    (time,) = times.find(text, day, day, lambda offset: tense)
    return time
