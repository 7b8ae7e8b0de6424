"""Small stories for the tests of the timeline: tables made by hand, so that no model is needed."""

import re

import pandas as pd

from helpers import linking, tables
from helpers.codebook import Event
from helpers.components import times


def layers(texts, published=None, actors=(), amounts=()):
    """The layers of some articles, ``{article: [sentence, ...]}``: times as the component finds them; lemmas are the words.

    `actors` are (printed, name), `amounts` (printed, value, unit); each is marked wherever it is printed.
    """
    rows = {name: [] for name in ("sentences", "tokens", "actors", "quantities", "times")}
    for article, sentences in texts.items():
        whole, borders = " ".join(sentences), []
        for number, sentence in enumerate(sentences, 1):
            start = borders[-1][1] + 1 if borders else 0
            borders.append((start, start + len(sentence)))
            head = {"article": article, "sentence": number}
            rows["sentences"].append(
                head | {"part": "body", "start": start, "end": start + len(sentence), "text": sentence}
            )
            for word in re.finditer(r"\w+", sentence):
                place = {"start": start + word.start(), "end": start + word.end(), "text": word[0]}
                rows["tokens"].append(head | place | {"lemma": word[0].lower(), "pos": "X"})
            for printed, name in actors:
                for found in re.finditer(re.escape(printed), sentence):
                    place = {"start": start + found.start(), "end": start + found.end(), "span": printed}
                    rows["actors"].append(head | place | {"actor": name, "kind": "company", "side": "other"})
            for printed, value, unit in amounts:
                for found in re.finditer(re.escape(printed), sentence):
                    place = {"start": start + found.start(), "end": start + found.end(), "span": printed}
                    rows["quantities"].append(head | place | {"value": value, "unit": unit})
        window = (published or {}).get(article, ("", ""))
        for time in times.find(whole, *window):
            number = next(n for n, (_, end) in enumerate(borders, 1) if time.start < end)
            values = {name: getattr(time, name) for name in tables.TIMES if hasattr(time, name)}
            rows["times"].append({"article": article, "sentence": number} | values)
    columns = {"sentences": tables.SENTENCES, "tokens": tables.TOKENS, "actors": tables.ACTORS, "quantities": tables.QUANTITIES, "times": tables.TIMES}  # fmt: skip
    return linking.Layers(*(pd.DataFrame(rows[name], columns=list(columns[name])) for name in columns))


def articles(texts, published=None):
    """The columns of the table of articles that the timeline reads."""
    windows = {article: (published or {}).get(article, ("", "")) for article in texts}
    return pd.DataFrame(
        {
            "text": [" ".join(sentences) for sentences in texts.values()],
            "label": [article.title() for article in texts],
            "earliest": [window[0] for window in windows.values()],
            "latest": [window[1] for window in windows.values()],
        },
        index=pd.Index(list(texts), name="article"),
    )


def event(kind="deal", **fields):
    """An event of the codebook, with a link if none is given."""
    given = {"label": fields.pop("label", "An event"), "kind": kind} | fields
    return Event.model_validate(
        given | ({} if "links" in given or "anchors" in given else {"links": [{"form": "signe"}]})
    )
