"""The tables behind the notebook on sovereignty: mentions by family, mode, scale and voice, and the answer in short."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from helpers import correspondence, dispersion, keyness, lexicon, vocabulary
from helpers.lexicon import Docs
from helpers.modality import MODES
from helpers.uncertainty import leave_one_out

#: The families that name the thing itself; what the others stand for is argued in the codebook.
CORE = ("sovereignty", "independence")
SCALES = ("French", "European", "both", "none named")
ANSWER = ("left_out", "articles", "naming", "mentions", "affirmed", "share", "first", "first_share")


def family_names() -> dict[str, str]:
    """Each family and its short name: its definition up to the colon."""
    return {key: text.split(":")[0] for key, text in vocabulary.families().items()}


def families(found: pd.DataFrame, docs: Docs) -> pd.DataFrame:
    """One row a family: name, mentions, sure (without the doubtful ones), articles, per_1000 words, dp (0 even, near 1 uneven)."""
    names = family_names()
    sizes = {doc._.article: sum(vocabulary.sentence_words(doc)) for doc in docs}
    counts = found.groupby(["family", "article"]).size().unstack(fill_value=0)
    counts = counts.reindex(index=list(names), columns=list(sizes), fill_value=0)
    sure = found[found["include"] == "yes"].groupby("family").size()
    return pd.DataFrame(
        {
            "family": list(names),
            "name": list(names.values()),
            "mentions": counts.sum(axis=1).to_numpy(),
            "sure": sure.reindex(list(names), fill_value=0).to_numpy(),
            "articles": (counts > 0).sum(axis=1).to_numpy(),
            "per_1000": 1000 * counts.sum(axis=1).to_numpy() / max(sum(sizes.values()), 1),
            "dp": dispersion.dp(counts.to_numpy(), np.array(list(sizes.values()))),
        }
    )


def rates(found: pd.DataFrame, docs: Docs) -> pd.DataFrame:
    """:func:`helpers.vocabulary.rates` of the families, with their names, and the offsets of the mentions as evidence."""
    names = family_names()
    frame = vocabulary.rates(found, docs, order=list(names))
    places = evidence(found, ["article", "family"])
    keys = zip(frame["article"], frame["family"], strict=True)
    return frame.assign(name=frame["family"].map(names), evidence=[places.get(key, "") for key in keys])


def evidence(found: pd.DataFrame, by: Sequence[str]) -> dict:
    """The offsets of the mentions in each group: ``start-end`` of each, separated by a space."""
    spans = found["start"].astype(str) + "-" + found["end"].astype(str)
    return spans.groupby([found[name] for name in by]).agg(" ".join).to_dict() if len(found) else {}


def sentences_of(places: pd.DataFrame) -> str:
    """Places as ``article sentence`` each, separated by semicolons."""
    return "; ".join(
        f"{article} {sentence}"
        for article, sentence in zip(places["article"], places["sentence"], strict=True)
    )


def offsets_of(places: pd.DataFrame) -> str:
    """Places as ``article start-end`` each, separated by semicolons."""
    return "; ".join(f"{p.article} {p.start}-{p.end}" for p in places.itertuples())


def specific(docs: Docs, minimum: int = 3, n: int = 5) -> pd.DataFrame:
    """Rows of :func:`helpers.keyness.compare` for the `n` most specific content words of each article, in every article."""
    compared = keyness.compare(lexicon.lexical_table(docs), minimum=minimum)
    compared = compared[compared["word"].map(lexicon.is_content)]
    words = keyness.specific_words(compared, n)["word"].drop_duplicates()
    return (
        compared[compared["word"].isin(words)]
        .assign(order=lambda frame: frame["word"].map({word: number for number, word in enumerate(words)}))
        .sort_values("order", kind="stable", ignore_index=True)
    )


def mapped(docs: Docs, least: int = 5) -> tuple[correspondence.Map | None, list[str]]:
    """The map of articles by content words of at least `least` occurrences in two articles or more; and these words."""
    words_ = lexicon.stream(docs)
    table = lexicon.table_of(words_)
    often = (table.sum(axis=1) >= least) & ((table > 0).sum(axis=1) > 1)
    kept = [word for word in table.index[often] if lexicon.is_content(word)]
    return correspondence.fit(words_, kept), kept


def grid(read: pd.DataFrame, row: str, rows: Sequence[str], labels: Mapping[str, str]) -> pd.DataFrame:
    """Mentions by `row` and article, one column an article, missing where there is none."""
    table = pd.crosstab(read[row], read["article"]).reindex(
        index=list(rows), columns=list(labels), fill_value=0
    )
    return table.rename(columns=dict(labels)).replace(0, np.nan)


def scaled(read: pd.DataFrame) -> pd.DataFrame:
    """The mentions with a scale in words: *none named* where neither the mention nor its neighbours say one."""
    return read.assign(scale=read["scale"].replace("", "none named"))


def answer(read: pd.DataFrame, articles: Sequence[str]) -> pd.DataFrame:
    """The short answer with all articles, and with each one left out.

    `read` are mentions with their mode. Columns: left_out ("" for none), articles, naming (articles that name
    sovereignty itself), mentions (of sovereignty and independence), affirmed and share (of plain affirmations
    among them), first (the article with most mentions) and first_share.
    """
    core = read[read["family"].isin(CORE)]

    def measure(kept: list[str]) -> tuple:
        part = core[core["article"].isin(kept)]
        affirmed = int((part["mode"] == "affirmed").sum())
        counts = (
            part["article"]
            .value_counts()
            .sort_index(kind="stable")
            .sort_values(ascending=False, kind="stable")
        )
        named = part.loc[part["family"] == CORE[0], "article"].nunique()
        share = affirmed / len(part) if len(part) else float("nan")
        first = (counts.index[0], counts.iloc[0] / len(part)) if len(part) else ("", float("nan"))
        return (len(kept), named, len(part), affirmed, share, *first)

    runs = {"": measure(list(articles))} | leave_one_out(list(articles), measure)
    return pd.DataFrame([(key, *values) for key, values in runs.items()], columns=list(ANSWER))


def modes(read: pd.DataFrame) -> pd.Series:
    """Mentions by mode, every mode in the order of :data:`helpers.modality.MODES`."""
    return read["mode"].value_counts().reindex(list(MODES), fill_value=0)


def near_words(docs: Docs, found: pd.DataFrame, actors: pd.DataFrame) -> pd.Series:
    """Content words of the sentences that hold a mention, by lemma, without the mentions themselves and without actors."""
    words_ = lexicon.stream(docs, "lemma")
    held = set(zip(found["article"], found["sentence"], strict=True))
    taken = [*zip(found["article"], found["start"], found["end"], strict=True)]
    taken += [*zip(actors["article"], actors["start"], actors["end"], strict=True)]
    covered = {(article, place) for article, start, end in taken for place in range(start, end)}
    names = [words_.articles[number] for number in words_.article.tolist()]
    counted = [
        words_.keys[key]
        for article, sentence, start, key in zip(
            names, words_.sentence.tolist(), words_.start.tolist(), words_.key.tolist(), strict=True
        )
        if (article, sentence) in held
        and (article, start) not in covered
        and lexicon.is_content(words_.keys[key])
    ]
    counts = pd.Series(counted, dtype=object).value_counts()
    return counts.sort_index(kind="stable").sort_values(ascending=False, kind="stable").rename("count")
