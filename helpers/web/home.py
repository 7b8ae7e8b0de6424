"""The first page: a hand-written text in which each answer is put in from its notebook, with a chart."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from helpers.web.page import raw, toctree

_ANSWER = re.compile(r"^\{\{ answer (\S+) (\S+) \}\}$", re.MULTILINE)
_ANY = re.compile(r"\{\{.*?\}\}")


class HomeError(ValueError):
    """The text of the first page names what is not there; the message says what and where."""


def home(
    template: str,
    answers: Mapping[str, tuple[str, str, Sequence[str]]],
    cards: Mapping[str, Mapping[str, Any]],
    figure: Callable[[Mapping[str, Any]], str],
) -> str:
    """The Markdown of the first page: each line ``{{ answer <notebook> <chart> }}`` becomes question, short answer and chart.

    `answers` gives for each notebook its title, its question and the paragraphs of its answer. Raises :class:`HomeError`, with all faults.

    >>> print(home("{{ answer 10_a 10_a__b }}", {"10_a": ("Voix", "Qui ?", ["Deux."])}, {"10_a__b": {}}, lambda card: "<figure>"))
    ## Voix
    <BLANKLINE>
    *Qui ?*
    <BLANKLINE>
    Deux.
    <BLANKLINE>
    ```{raw} html
    <figure>
    ```
    <BLANKLINE>
    [How this was found](notebooks/10_a.ipynb)
    """
    faults = [
        f"site/index.md: {words}: no {what} of that name; name one of {', '.join(known)}"
        for words, notebook, chart in ((m[0], m[1], m[2]) for m in _ANSWER.finditer(template))
        for what, value, known in (("notebook", notebook, answers), ("chart", chart, cards))
        if value not in known
    ]
    faults += [
        f"site/index.md: {found}: not understood; write {{{{ answer NOTEBOOK CHART }}}} on a line of its own"
        for found in _ANY.findall(_ANSWER.sub("", template))
    ]
    if faults:
        raise HomeError("\n".join(faults))

    def put(found: re.Match[str]) -> str:
        title, question, paragraphs = answers[found[1]]
        return "\n\n".join(
            [
                f"## {title}",
                f"*{question}*",
                *paragraphs,
                raw(figure(cards[found[2]])),
                f"[How this was found](notebooks/{found[1]}.ipynb)",
            ]
        )

    return _ANSWER.sub(put, template)


def menu(notebooks: Sequence[str], corpus: Sequence[str]) -> str:
    """The contents of the site, as the menu shows them, to stand at the end of the first page."""
    trees = [
        toctree([f"notebooks/{name}" for name in notebooks], "Notebooks"),
        toctree(["charts/index", "reader/index"], "Charts and evidence"),
        toctree([*corpus, "codebooks/index", "api/index"], "What they stand on"),
    ]
    return "\n".join(["", *trees, ""])
