"""Reading the sentences behind a frame: chosen by frame, article and voice, with their terms highlighted."""

import html
import os
from collections.abc import Mapping, Sequence

import pandas as pd
from IPython.display import HTML, display

EVERY = "all"


def chosen(
    sentences: pd.DataFrame, terms: pd.DataFrame, frame: str, article: str = EVERY, voice: str = EVERY
) -> pd.DataFrame:
    """The sentences in which the rules find a frame; `terms` from :func:`helpers.voices.placed`.

    Columns: article, sentence, start, end, text, terms (a list of (start, end) of the frame's terms).

    Raises ``ValueError``, with what there is to choose, for an unknown article or voice.
    """
    for name, value in (("article", article), ("voice", voice)):
        known = [EVERY, *dict.fromkeys((sentences if name == "article" else terms)[name])]
        if value not in known:
            raise ValueError(f"no {name} {value!r} here; choose one of {', '.join(map(str, known))}")
    own = terms[terms["code"] == frame]
    own = own if article == EVERY else own[own["article"] == article]
    own = own if voice == EVERY else own[own["voice"] == voice]
    places = sentences.set_index(["article", "sentence"])
    rows = []
    for place, part in own.groupby(["article", "sentence"], sort=False):
        row = places.loc[place]
        spans = sorted(zip(part["start"], part["end"], strict=True))
        rows.append((*place, int(row["start"]), int(row["end"]), row["text"], spans))
    return pd.DataFrame(rows, columns=["article", "sentence", "start", "end", "text", "terms"])


def marked(text: str, offset: int, spans: Sequence[tuple[int, int]]) -> str:
    """A sentence as HTML, everything escaped, its terms in ``<mark>``; `spans` count from the article's start.

    >>> marked("3 < 4 millions", 100, [(104, 105)])
    '3 &lt; <mark>4</mark> millions'
    """
    parts, at = [], 0
    for first, last in spans:
        first, last = max(at, first - offset), last - offset
        if last > first:
            parts += [html.escape(text[at:first]), f"<mark>{html.escape(text[first:last])}</mark>"]
            at = last
    return "".join([*parts, html.escape(text[at:])])


def listing(rows: pd.DataFrame, labels: Mapping[str, str], most: int | None = None) -> HTML:
    """The chosen sentences as a list, each with its article, number and offsets; at most `most` of them."""
    shown = rows if most is None else rows.head(most)
    items = [
        f"<li>{marked(row.text, row.start, row.terms)} <small>({html.escape(labels.get(row.article, row.article))}, "
        f"sentence {row.sentence}, {row.start}–{row.end})</small></li>"
        for row in shown.itertuples(index=False)
    ]
    head = f"<p>{len(rows)} sentences" + (f", the first {len(shown)} shown" if len(shown) < len(rows) else "")
    return HTML(f"{head}.</p><ul>{''.join(items)}</ul>")


def chooser(
    sentences: pd.DataFrame,
    terms: pd.DataFrame,
    frames: Sequence[str],
    labels: Mapping[str, str],
    frame: str,
    article: str = EVERY,
    voice: str = EVERY,
    most: int = 3,
) -> None:
    """Menus for frame, article and voice, and the sentences below them; in a run without a reader, a plain list.

    Where widgets do not run (a notebook executed by ``make``, no ipywidgets) the sentences of the given
    choice are listed, at most `most` of them, so that outputs are the same on every run.
    """

    def show(frame: str, article: str, voice: str, most: int | None = None) -> None:
        display(listing(chosen(sentences, terms, frame, article, voice), labels, most))

    if os.environ.get("PRESS_NOTEBOOK"):
        show(frame, article, voice, most)
        return
    try:
        from ipywidgets import Dropdown, interact
    except ImportError:
        show(frame, article, voice)
        return
    articles = [(EVERY, EVERY), *((labels.get(a, a), a) for a in dict.fromkeys(sentences["article"]))]
    voices = [EVERY, *dict.fromkeys(terms["voice"])]
    interact(
        lambda frame, article, voice: show(frame, article, voice),
        frame=Dropdown(options=list(frames), value=frame),
        article=Dropdown(options=articles, value=article),
        voice=Dropdown(options=voices, value=voice),
    )
