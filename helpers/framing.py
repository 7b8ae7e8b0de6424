"""Frames in sentences: how many, where, together with which, found by whom, and with what words.

A coding (see :mod:`helpers.agreement`) has one row a sentence and one column a frame. Everything counted
here is counted in sentences: a sentence has a frame or not, however many of its terms stand in it.
``evidence`` columns hold where the terms are, as ``start–end`` in ``articles.text``, separated by spaces.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from helpers import codebook, coding, paths, uncertainty
from helpers.components import codes
from helpers.text import rules as lists
from helpers.text import words

SHARES = ("frame", "article", "sentences", "n", "share", "low", "high", "source", "evidence")
PLACES = ("opening", "first third", "middle third", "last third")


def rules(sentences: pd.DataFrame, found: pd.DataFrame, frames: Sequence[str]) -> pd.DataFrame:
    """The coding that the codebook's rules give: every sentence, with the frames of its accepted terms.

    `sentences` is :func:`helpers.tables.sentences`, `found` :func:`helpers.tables.codes`.
    """
    accepted = found[(found["include"] == "yes") & (found["codebook"] == "frames")]
    given = accepted.groupby(["article", "sentence"])["code"].agg(set).to_dict()
    keys = list(zip(sentences["article"], sentences["sentence"], strict=True))
    return coding.table(keys, [given.get(key, ()) for key in keys], frames)


def sources(all_rules: pd.DataFrame, reference: pd.DataFrame) -> dict[str, str]:
    """Whose coding stands for each article: the reference where it codes every sentence, else the rules."""
    coded = reference.groupby("article").size() if len(reference) else pd.Series(dtype=int)
    return {
        article: "reference" if coded.get(article, 0) == size else "rules"
        for article, size in all_rules.groupby("article", sort=False).size().items()
    }


def mixed(all_rules: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """One coding of the corpus: the reference for the articles that it codes, the rules for the others."""
    by = sources(all_rules, reference)
    from_rules = all_rules[[by[article] == "rules" for article in all_rules.index.get_level_values(0)]]
    from_reference = reference[[by.get(a) == "reference" for a in reference.index.get_level_values(0)]]
    return pd.concat([from_reference, from_rules]).reindex(all_rules.index).astype(bool)


# --- How well the rules do -------------------------------------------------------------------------------


def left_out(docs: Iterable, reference: pd.DataFrame, book: codebook.Book, by: str = "term") -> pd.DataFrame:
    """The coding by rules that had never seen the article they code.

    For each article only those terms are kept that are confirmed in another one: found there in a sentence
    to which the reference gives the same frame. Rejected terms stay, they are knowledge of French. With
    ``by="words"`` it is the words as printed that must be confirmed, which is stricter: a term is then no
    better than its spellings.
    """
    if by not in ("term", "words"):
        raise ValueError(f"by is {by!r}; choose 'term' or 'words'")
    docs = [doc for doc in docs if doc._.article in reference.index.get_level_values(0)]
    if not docs:
        return reference.iloc[:0]
    finder = codes.Finder([book], docs[0].vocab)
    found = {doc._.article: finder.find_all(doc) for doc in docs}
    numbers = {doc._.article: _numbers(doc) for doc in docs}

    def key(match: codes.Match) -> tuple[str, str]:
        return match.code, match.term if by == "term" else codes.small(match.span)

    confirmed: dict[tuple[str, str], set[str]] = {}
    for article, matches in found.items():
        for match in matches:
            place = (article, numbers[article](match.start))
            if match.include == "yes" and place in reference.index and reference.at[place, match.code]:
                confirmed.setdefault(key(match), set()).add(article)
    given: dict[tuple[str, int], set[str]] = {}
    for article, matches in found.items():
        known = [m for m in matches if m.include == "no" or confirmed.get(key(m), set()) - {article}]
        for match in codes.outermost(known):
            if match.include == "yes":
                given.setdefault((article, numbers[article](match.start)), set()).add(match.code)
    keys = [place for place in reference.index if place[0] in found]
    return coding.table(keys, [given.get(place, ()) for place in keys], list(reference.columns))


def _numbers(doc):
    """From a character to the number of its sentence."""
    starts = [span.start_char for span in doc.spans["sentences"]]
    return lambda start: max(1, int(np.searchsorted(starts, start, side="right")))


def differences(
    found: pd.DataFrame, reference: pd.DataFrame, sentences: pd.DataFrame, matches: pd.DataFrame
) -> pd.DataFrame:
    """Every sentence where two codings differ on a frame.

    Columns: frame, status (missed: only the reference has it; false: only the rules), article, sentence,
    start, end, text, terms (the accepted words of this frame that the rules found, separated by « · »).
    """
    accepted = matches[matches["include"] == "yes"]
    words_of = accepted.groupby(["article", "sentence", "code"])["span"].agg(" · ".join).to_dict()
    printed = {(row.article, row.sentence): row for row in sentences.itertuples(index=False)}
    common, rows = reference.index.intersection(found.index), []
    for frame in reference.columns:
        truth, guess = reference.loc[common, frame], found.loc[common, frame]
        for place in common[truth != guess]:
            row, status = printed[place], "missed" if truth[place] else "false"
            rows.append(
                (frame, status, *place, row.start, row.end, row.text, words_of.get((*place, frame), ""))
            )
    columns = ["frame", "status", "article", "sentence", "start", "end", "text", "terms"]
    return pd.DataFrame(rows, columns=columns)


# --- How many, where, together ---------------------------------------------------------------------------


def _offsets(sentences: pd.DataFrame) -> dict[tuple[str, int], str]:
    return {
        (row.article, row.sentence): f"{row.start}–{row.end}" for row in sentences.itertuples(index=False)
    }


def _evidence(places: Iterable[tuple[str, int]], offsets: Mapping[tuple[str, int], str], named: bool) -> str:
    """Offsets of sentences, with the article before each where a row stands for several."""
    return " ".join(f"{place[0]}:{offsets[place]}" if named else offsets[place] for place in places)


def _interval(values: np.ndarray, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """Interval of the mean of each column, rows resampled; not a number where no row, or every row, has the frame:
    resampling then shows no spread, which is not the same as certainty."""
    low, high = uncertainty.resample_ratio(values, np.ones(len(values)), level=level)
    return np.where(low < high, low, np.nan), np.where(low < high, high, np.nan)


def shares(
    table: pd.DataFrame, sentences: pd.DataFrame, source: Mapping[str, str], level: float = 0.95
) -> pd.DataFrame:
    """Share of each article's sentences that have each frame, in per cent, with an interval.

    Columns: frame, article, sentences (with the frame), n (of the article), share, low, high (per cent;
    sentences resampled), source (whose coding), evidence.
    """
    offsets = _offsets(sentences)
    rows = []
    for article, part in table.groupby("article", sort=False):
        values = part.to_numpy(dtype=float)
        low, high = _interval(values, level)
        for k, frame in enumerate(table.columns):
            count = int(values[:, k].sum())
            rows.append(
                (
                    frame,
                    article,
                    count,
                    len(values),
                    100 * count / len(values),
                    100 * low[k],
                    100 * high[k],
                    source[article],
                    _evidence(part.index[part[frame]], offsets, named=False),
                )
            )
    return pd.DataFrame(rows, columns=list(SHARES))


def place_of(sentences: pd.DataFrame) -> pd.Series:
    """Where each sentence stands; index: article, sentence.

    The opening is headline and standfirst, or the first fifteenth of the sentences where an article has
    neither; the rest is cut into thirds by number of sentences.
    """
    places = {}
    for article, part in sentences.groupby("article", sort=False):
        opening = part["part"].isin(["headline", "standfirst"])
        if not opening.any():
            opening = part["sentence"] <= part["sentence"].iloc[0] + len(part) // 15
        rest = part[~opening]
        for row in part[opening].itertuples():
            places[(article, row.sentence)] = PLACES[0]
        for k, row in enumerate(rest.itertuples()):
            places[(article, row.sentence)] = PLACES[1 + min(2, 3 * k // max(1, len(rest)))]
    index = pd.MultiIndex.from_tuples(places, names=["article", "sentence"])
    return pd.Series(list(places.values()), index=index, name="place")


def by_place(table: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Share of the sentences of each place (:data:`PLACES`) that have each frame, with an interval.

    Columns: frame, place, sentences, n (sentences of the place), articles (with the frame there), share,
    low, high, evidence.
    """
    places, offsets = place_of(sentences).reindex(table.index), _offsets(sentences)
    rows = []
    for place in PLACES:
        part = table[places.to_numpy() == place]
        if not len(part):
            continue
        low, high = _interval(part.to_numpy(dtype=float))
        for k, frame in enumerate(table.columns):
            hits = part.index[part[frame]]
            rows.append(
                (
                    frame,
                    place,
                    len(hits),
                    len(part),
                    len({article for article, _ in hits}),
                    100 * len(hits) / len(part),
                    100 * low[k],
                    100 * high[k],
                    _evidence(hits, offsets, named=True),
                )
            )
    names = ["frame", "place", "sentences", "n", "articles", "share", "low", "high", "evidence"]
    return pd.DataFrame(rows, columns=names)


def together(table: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Which frames share sentences: one row a pair.

    Columns: one, other, both (sentences with both), fewest, most (interval of both, sentences resampled; not a number
    where resampling shows no spread), share (of the sentences of the rarer frame, per cent), low, high (interval of the
    share), expected (sentences with both if they were independent), articles, evidence.
    """
    offsets, n = _offsets(sentences), len(table)
    rows = []
    for i, one in enumerate(table.columns):
        for other in table.columns[i + 1 :]:
            first, second = table[one].to_numpy(dtype=float), table[other].to_numpy(dtype=float)
            rarer = first if first.sum() <= second.sum() else second
            both = first * second
            hits = table.index[both > 0]
            share = 100 * both.sum() / rarer.sum() if rarer.sum() else float("nan")
            low, high = uncertainty.resample_ratio(both, rarer) if len(hits) else (float("nan"),) * 2
            fewest, most = (n * float(end) for end in _interval(both))
            expected = first.sum() * second.sum() / n if n else float("nan")
            rows.append(
                (
                    one,
                    other,
                    int(both.sum()),
                    fewest,
                    most,
                    share,
                    100 * low,
                    100 * high,
                    expected,
                    len({article for article, _ in hits}),
                    _evidence(hits, offsets, named=True),
                )
            )
    names = ["one", "other", "both", "fewest", "most", "share", "low", "high", "expected", "articles"]
    names.append("evidence")
    return pd.DataFrame(rows, columns=names)


# --- Words of a frame ------------------------------------------------------------------------------------


def frame_words(
    table: pd.DataFrame, tokens: pd.DataFrame, frame: str, leave: Iterable[str] = (), least: int = 2
) -> pd.DataFrame:
    """Nouns, names, adjectives and verbs in the sentences of a frame, more frequent there than elsewhere.

    Counted once a sentence; stop words and the words of `leave` are left out. Columns: word (lemma),
    sentences (of the frame), elsewhere (sentences of no such frame), articles, evidence; words in at least
    `least` sentences, the most frequent first.
    """
    content = tokens[tokens["pos"].isin(["NOUN", "PROPN", "ADJ", "VERB"])]
    content = content[content["lemma"].str.len() > 2]
    content = content.assign(word=content["lemma"].str.lower()).drop_duplicates(
        ["article", "sentence", "word"]
    )
    stop = {word for kind in lists("stopwords").values() if isinstance(kind, list) for word in kind}
    content = content[~content["word"].isin(stop | set(leave))]
    inside = table[frame].reindex(pd.MultiIndex.from_frame(content[["article", "sentence"]])).to_numpy()
    here, there = content[inside.astype(bool)], Counter(content[~inside.astype(bool)]["word"])
    size, rest = int(table[frame].sum()), int((~table[frame]).sum())
    rows = [
        (word, len(part), there[word], part["article"].nunique(), _passages(part))
        for word, part in here.groupby("word")
        if len(part) >= least and len(part) / max(1, size) > there[word] / max(1, rest)
    ]
    rows.sort(key=lambda row: (-row[1], row[2], row[0]))
    return pd.DataFrame(rows, columns=["word", "sentences", "elsewhere", "articles", "evidence"])


def words_by_frame(
    table: pd.DataFrame,
    tokens: pd.DataFrame,
    frames: Iterable[str],
    leave: Iterable[str] = (),
    least: int = 2,
) -> pd.DataFrame:
    """The words of each frame (:func:`frame_words`) with their intervals (:func:`with_interval`), in the order of `frames`.

    Columns: frame, n (sentences of the frame), and those of the two functions; for a frame without a word one row whose
    word is missing.
    """
    leave, parts = set(leave), []
    for frame in frames:
        n = int(table[frame].sum())
        part = with_interval(frame_words(table, tokens, frame, leave, least), n).astype({"word": object})
        part = part if len(part) else part.reindex([0])
        parts.append(part.assign(frame=frame, n=n))
    found = pd.concat(parts, ignore_index=True)
    whole = dict.fromkeys(("n", "sentences", "elsewhere", "articles"), "Int64")
    return found.astype(whole)[["frame", "n", *found.columns.drop(["frame", "n"])]]


def first_words(found: pd.DataFrame) -> pd.Series:
    """How many frames of :func:`words_by_frame` each word leads, the word of most frames first.

    >>> first_words(pd.DataFrame({"frame": ["race", "race", "risk"], "word": ["course", "retard", None]})).to_dict()
    {'course': 1}
    """
    return found.drop_duplicates("frame")["word"].dropna().value_counts()


def _passages(part: pd.DataFrame) -> str:
    return " ".join(f"{row.article}:{row.start}–{row.end}" for row in part.itertuples(index=False))


# --- Stance ----------------------------------------------------------------------------------------------

#: Frames that speak for or against the deal when they stand in an article that mentions it.
AGAINST, FOR = ("betrayal", "dependence"), ("pragmatism",)


def mentions_deal(
    actors: pd.DataFrame, sentences: pd.DataFrame, parties: Sequence[str], cues: str
) -> set[str]:
    """Articles with a sentence that names all `parties` and has one of the words of `cues` (an expression)."""
    named = actors[actors["actor"].isin(parties)].groupby(["article", "sentence"])["actor"].nunique()
    keys = named[named == len(set(parties))].index
    text = sentences.set_index(["article", "sentence"])["text"]
    found = text.reindex(keys).str.contains(cues, case=False, regex=True)
    return set(found[found].index.get_level_values(0))


def stance(table: pd.DataFrame, sentences: pd.DataFrame, articles: Iterable[str]) -> pd.DataFrame:
    """Balance of sentences for and against the deal by article: from -1 (all against) to +1 (all for).

    Columns: article, against, favourable (sentences), n (both), stance, low, high (sentences resampled),
    evidence. A sentence that is both counts for both. Articles without such a sentence have a stance that is
    not a number.
    """
    offsets = _offsets(sentences)
    rows = []
    for article in articles:
        part = table.loc[[article]]
        against = part[list(AGAINST)].any(axis=1).to_numpy(dtype=float)
        favour = part[list(FOR)].any(axis=1).to_numpy(dtype=float)
        total = against + favour
        low, high = uncertainty.resample_ratio(favour - against, total)
        n = int(total.sum())
        value = float((favour - against).sum() / n) if n else float("nan")
        hits = part.index[total > 0]
        rows.append((article, int(against.sum()), int(favour.sum()), n, value, low, high))
        rows[-1] += (_evidence(hits, offsets, named=False),)
    names = ["article", "against", "favourable", "n", "stance", "low", "high", "evidence"]
    return pd.DataFrame(rows, columns=names)


def warned(scores: pd.DataFrame, least: float = 0.60) -> list[str]:
    """Frames whose F1 is below `least`, or that cannot be scored: shown with a warning."""
    return list(scores.loc[~(scores["f1"] >= least), "frame"])


def coverage(table: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Sentences, words and sentences with at least one frame, article by article."""
    size = sentences.assign(words=[len(words(text)) for text in sentences["text"]])
    framed = table.any(axis=1)
    rows = [
        (article, len(part), int(part["words"].sum()), int(framed.loc[[article]].sum()))
        for article, part in size.groupby("article", sort=False)
    ]
    return pd.DataFrame(rows, columns=["article", "sentences", "words", "framed"])


# --- Passages and small tables ---------------------------------------------------------------------------


def evidence_of_differences(
    found: pd.DataFrame, reference: pd.DataFrame, sentences: pd.DataFrame
) -> pd.DataFrame:
    """Where two codings differ on each frame: frame, evidence (article:start–end of each sentence)."""
    offsets, common = _offsets(sentences), reference.index.intersection(found.index)
    differ = reference.loc[common] != found.loc[common, list(reference.columns)]
    rows = [(frame, _evidence(common[differ[frame]], offsets, named=True)) for frame in reference.columns]
    return pd.DataFrame(rows, columns=["frame", "evidence"])


def examples(table: pd.DataFrame, sentences: pd.DataFrame, frames: Mapping[str, str]) -> pd.DataFrame:
    """For each article its first sentence with the frame given for it: article, sentence, start, end, text, frame.

    A sentence that has no other frame is preferred, as the clearest example.
    """
    alone = table.sum(axis=1) == 1
    rows = []
    for article, frame in frames.items():
        hits = [place for place in table.index[table[frame]] if place[0] == article]
        best = next((place for place in hits if alone[place]), hits[0] if hits else None)
        if best is not None:
            rows.append((*best, frame))
    chosen = pd.DataFrame(rows, columns=["article", "sentence", "frame"])
    return chosen.merge(sentences, on=["article", "sentence"])


def pair_examples(table: pd.DataFrame, sentences: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    """The sentences with both frames, as rows of `sentences`."""
    hits = table.index[table[one] & table[other]]
    return sentences.set_index(["article", "sentence"]).loc[hits].reset_index()


def carrying(table: pd.DataFrame, sentences: pd.DataFrame, article: str) -> pd.DataFrame:
    """The lines that carry an article's stance, those against first where they are more: rows of `sentences` with frame."""
    part = table.loc[[article], [*AGAINST, *FOR]]
    against, favour = part[list(AGAINST)].any(axis=1), part[list(FOR)].any(axis=1)
    groups = (AGAINST, FOR) if against.sum() >= favour.sum() else (FOR, AGAINST)
    places = [(place, frame) for group in groups for frame in group for place in part.index[part[frame]]]
    rows = pd.DataFrame(
        [(*place, frame) for place, frame in places], columns=["article", "sentence", "frame"]
    )
    return rows.merge(sentences, on=["article", "sentence"])


def lines(rows: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """`rows` (article, sentence, …) with the text of their sentence; offsets stay those of the row."""
    return rows.merge(sentences[["article", "sentence", "text"]], on=["article", "sentence"])


def squared(pairs: pd.DataFrame, frames: Sequence[str], column: str = "both") -> pd.DataFrame:
    """The pairs of :func:`together` as a triangle: rows and columns in the order of `frames`, cells of `column`.

    Cells above the diagonal are missing.
    """
    cells = {frozenset((row["one"], row["other"])): row[column] for row in pairs.to_dict("records")}
    return pd.DataFrame(
        [
            [cells[frozenset((one, other))] if j < i else None for j, other in enumerate(frames[:-1])]
            for i, one in enumerate(frames)
        ][1:],
        index=list(frames[1:]),
        columns=list(frames[:-1]),
    )


def counted(pairs: pd.DataFrame) -> list[str]:
    """For each pair of :func:`together` its count and, in a second line, the interval of the count where there is one.

    >>> counted(pd.DataFrame({"both": [6, 0], "fewest": [2.0, None], "most": [11.0, None]}))
    ['6\\n2–11', '0']
    """
    return [
        f"{row.both}\n{row.fewest:.0f}–{row.most:.0f}" if row.fewest < row.most else str(row.both)
        for row in pairs.itertuples(index=False)
    ]


def judged(folder: Path = paths.REFERENCE) -> pd.DataFrame:
    """The frame that the reference gives each article as a whole: article, "judged as a whole"; empty without it."""
    path = Path(folder) / "articles.csv"
    if not path.is_file():
        return pd.DataFrame({"article": [], "judged as a whole": []}, dtype=object)
    table = pd.read_csv(path, usecols=["article", "dominant_frame"], keep_default_na=False)
    return table.rename(columns={"dominant_frame": "judged as a whole"})


def with_judgement(stances: pd.DataFrame, folder: Path = paths.REFERENCE) -> pd.DataFrame:
    """The stances with the reference's own: judgement (-2 to +2, not a number where it has none) and its reason."""
    path = Path(folder) / "articles.csv"
    if not path.is_file():
        return stances.assign(judgement=float("nan"), reason="")
    judged = pd.read_csv(path, usecols=["article", "stance", "stance_reason"]).fillna({"stance_reason": ""})
    judged = judged.rename(columns={"stance": "judgement", "stance_reason": "reason"})
    return stances.merge(judged, on="article", how="left").fillna({"reason": ""})


def leaders(table: pd.DataFrame) -> pd.DataFrame:
    """The leading frame of each article of :func:`shares`: article, frame (joined by « and » where they tie), sentences, n, share."""
    rows = []
    for article, part in table.groupby("article", sort=False):
        best = part[part["sentences"] == part["sentences"].max()]
        first = best.iloc[0]
        rows.append((article, " and ".join(best["frame"]), first["sentences"], first["n"], first["share"]))
    return pd.DataFrame(rows, columns=["article", "frame", "sentences", "n", "share"])


def attraction(pairs: pd.DataFrame, least: int = 4) -> pd.Series:
    """The pair of :func:`together` that meets most above chance; pairs with fewer than `least` sentences come last.

    The row has one column more, lift: both / expected, 0 where nothing is expected.
    """
    lift = (pairs["both"] / pairs["expected"].where(pairs["expected"] > 0)).fillna(0.0)
    ranked = pairs.assign(lift=lift, enough=pairs["both"] >= least)
    return ranked.sort_values(["enough", "lift"], ascending=False, kind="stable").iloc[0]


def with_interval(words_of_frame: pd.DataFrame, n: int, z: float = 1.959964) -> pd.DataFrame:
    """The words of a frame with the share of its `n` sentences, in per cent, and Wilson's 95 % interval.

    Source: Wilson, Journal of the American Statistical Association 22:158 (1927).
    """
    n = max(1, n)  # a frame without a sentence has no words either
    p = words_of_frame["sentences"] / n
    centre, scale = p + z**2 / (2 * n), 1 + z**2 / n
    half = z * np.sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    return words_of_frame.assign(
        share=100 * p, low=100 * (centre - half) / scale, high=100 * (centre + half) / scale
    )
