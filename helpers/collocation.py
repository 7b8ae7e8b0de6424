"""What stands next to a word: in a window of words, and by syntax; how strongly, and in how many articles."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers import dispersion
from helpers.keyness import log_likelihood
from helpers.lexicon import Docs, Stream, is_content, normal, stream

WINDOW = ("collocate", "together", "node", "alone", "articles", "log_dice", "g2", "dp")
LINKS = ("article", "start", "end", "node", "relation", "collocate", "pos", "word_start", "word_end")
SYNTAX = ("relation", "collocate", "together", "node", "alone", "articles", "log_dice", "g2", "dp")

#: Relations of Universal Dependencies in plain words: what the collocate is to the node.
_DEPENDENTS = {
    "amod": "modifier",
    "nmod": "complement",
    "acl": "modifier",
    "acl:relcl": "modifier",
    "appos": "modifier",
}
_GOVERNORS = {
    "nsubj": "verb it is subject of",
    "nsubj:pass": "verb it is object of",
    "obj": "verb it is object of",
    "iobj": "verb it is object of",
    "obl": "verb it depends on",
    "obl:arg": "verb it depends on",
    "obl:mod": "verb it depends on",
    "obl:agent": "verb it depends on",
    "nmod": "noun it completes",
    "amod": "noun it modifies",
    "appos": "noun it modifies",
}
_FROM_VERB = ("nsubj", "obj", "obl")


def log_dice(together: ArrayLike, one: ArrayLike, other: ArrayLike) -> NDArray[np.float64]:
    """14 plus the binary logarithm of the Dice coefficient: at most 14, one less for half as close a bond.

    It does not depend on the size of the corpus. Minus infinity where two words never meet. Source: Rychlý, A
    Lexicographer-Friendly Association Score, RASLAN (2008), 6-9.

    >>> log_dice([10, 5], [10, 10], [10, 10]).tolist()
    [14.0, 13.0]
    """
    both, first, second = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (together, one, other)))
    dice = np.divide(2 * both, first + second, out=np.zeros(both.shape), where=first + second > 0)
    return 14 + np.log2(dice, out=np.full(both.shape, -np.inf), where=dice > 0)


def window(docs: Docs, nodes: pd.DataFrame, span: int = 5, least: int = 2) -> pd.DataFrame:
    """Content words at most `span` words from a node, in its sentence: the strongest bond first.

    `nodes` are places (article, start, end): lines of a concordance, mentions of a family. Columns: collocate
    (lemma), together (how often it stands near a node), node and alone (how often each occurs), articles (in
    which they meet), log_dice, g2 (log-likelihood of the words near a node against all others; Dunning 1993),
    dp (spread of the meetings over the articles; Gries 2008). Words that meet fewer than `least` times are
    left out.
    """
    words_ = stream(docs, "lemma")
    near = _near(words_, nodes, span)
    shape = (len(words_.keys), len(words_.articles))
    cells = np.bincount(
        words_.key[near] * max(shape[1], 1) + words_.article[near], minlength=shape[0] * shape[1]
    )
    return _strongest(words_, cells.reshape(shape), len(nodes), len(near), least, WINDOW)


def meetings(docs: Docs, nodes: pd.DataFrame, collocate: str, span: int = 5) -> pd.DataFrame:
    """Where a collocate of :func:`window` stands near a node: article, sentence, start, end."""
    words_ = stream(docs, "lemma")
    near = _near(words_, nodes, span)
    near = near[np.array([words_.keys[key] == collocate for key in words_.key[near].tolist()], dtype=bool)]
    names = np.array(words_.articles, dtype=object)[words_.article[near]]
    place = {"sentence": words_.sentence[near], "start": words_.start[near], "end": words_.end[near]}
    return pd.DataFrame({"article": names} | place)


def _near(words_: Stream, nodes: pd.DataFrame, span: int) -> NDArray[np.int64]:
    """The positions of the words at most `span` words from a node, in its sentence, without the nodes."""
    is_node = _inside(words_, nodes)
    near = np.zeros(len(words_.key), dtype=bool)
    sentence = words_.article * (words_.sentence.max(initial=0) + 1) + words_.sentence
    for distance in range(1, span + 1):
        same = sentence[distance:] == sentence[:-distance]
        near[distance:] |= is_node[:-distance] & same
        near[:-distance] |= is_node[distance:] & same
    return np.flatnonzero(near & ~is_node)


def _inside(words_: Stream, nodes: pd.DataFrame) -> NDArray[np.bool_]:
    """Which words of a stream lie in one of the places."""
    inside = np.zeros(len(words_.key), dtype=bool)
    numbers = {article: number for number, article in enumerate(words_.articles)}
    # One axis for all articles: an article's offsets come after those of the one before.
    reach = int(words_.end.max(initial=0)) + 1
    at = words_.article * reach + words_.start
    first = np.searchsorted(
        at, nodes["article"].map(numbers).to_numpy(dtype=np.int64) * reach + nodes["start"].to_numpy()
    )
    last = np.searchsorted(
        at, nodes["article"].map(numbers).to_numpy(dtype=np.int64) * reach + nodes["end"].to_numpy()
    )
    for begin, stop in zip(first.tolist(), last.tolist(), strict=True):
        inside[begin:stop] = True
    return inside


def _strongest(
    words_: Stream, cells: NDArray, nodes: int, near: int, least: int, columns: tuple[str, ...]
) -> pd.DataFrame:
    totals = np.bincount(words_.key, minlength=len(words_.keys))
    sizes = np.bincount(words_.article, minlength=len(words_.articles))
    together = cells.sum(axis=1)
    kept = np.array(
        [i for i in np.flatnonzero(together >= least) if is_content(words_.keys[i])], dtype=np.int64
    )
    frame = pd.DataFrame(
        {
            "collocate": np.array(words_.keys, dtype=object)[kept],
            "together": together[kept],
            "node": nodes,
            "alone": totals[kept],
            "articles": (cells[kept] > 0).sum(axis=1),
            "log_dice": log_dice(together[kept], nodes, totals[kept]),
            "g2": log_likelihood(together[kept], near, totals[kept], len(words_.key)),
            "dp": dispersion.dp(cells[kept], sizes),
        },
        columns=list(columns),
    )
    return frame.sort_values(
        ["log_dice", "together", "collocate"], ascending=[False, False, True], ignore_index=True
    )


def links(docs: Docs, nodes: pd.DataFrame) -> pd.DataFrame:
    """What a node is tied to by syntax, one row a tie, with the offsets of node and collocate.

    Columns: article, start, end (of the node), node (lemma of its last noun or adjective), relation,
    collocate (lemma), pos, word_start, word_end. Relations: modifier and complement of the node, the verb it
    is subject or object of or depends on, the noun it completes or modifies. A coordinated node has the ties
    of the first one. Nothing from a pipeline without a parser.
    """
    places = dict(list(nodes.groupby("article", sort=False)))
    rows = []
    for doc in docs:
        if doc._.article not in places or not doc.has_annotation("DEP"):
            continue
        for start, end in places[doc._.article][["start", "end"]].itertuples(index=False, name=None):
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None:
                continue
            for relation, token in _ties(span.root, set(range(span.start, span.end))):
                node, collocate = (normal(word.lemma_ or word.text) for word in (span.root, token))
                word = (token.pos_, token.idx, token.idx + len(token))
                rows.append((doc._.article, start, end, node, relation, collocate, *word))
    return pd.DataFrame(rows, columns=list(LINKS))


def _ties(root, own: set[int]):
    """Relations of a word: to its dependents, and to what governs it, through coordination."""
    for child in root.children:
        relation = _DEPENDENTS.get(child.dep_)
        if relation and child.i not in own:
            yield relation, child
            for other in child.conjuncts:
                if other.head.i == child.i and other.dep_ == "conj" and other.pos_ == child.pos_:
                    yield relation, other
    first = root
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    relation = _GOVERNORS.get(first.dep_)
    if relation is None or first.head.i in own:
        return
    verbal = first.dep_.split(":")[0] in _FROM_VERB
    if verbal and first.head.pos_ not in ("VERB", "AUX"):
        # A noun or adjective with a copula: what is said of the node.
        relation = "said of it"
    yield relation, first.head


def syntax(docs: Docs, nodes: pd.DataFrame, least: int = 1) -> pd.DataFrame:
    """The ties of :func:`links` counted: the columns of :func:`window`, with the relation before them.

    g2 compares the words tied to a node with all others.
    """
    tied = links(docs, nodes)
    tied = tied[tied["collocate"].map(is_content)] if len(tied) else tied
    words_ = stream(docs, "lemma")
    totals = dict(zip(words_.keys, np.bincount(words_.key, minlength=len(words_.keys)).tolist(), strict=True))
    sizes = np.bincount(words_.article, minlength=len(words_.articles))
    numbers = {article: number for number, article in enumerate(words_.articles)}
    rows = []
    for (relation, collocate), group in tied.groupby(["relation", "collocate"], sort=False):
        counts = np.bincount(group["article"].map(numbers), minlength=len(sizes))
        together, alone = len(group), totals.get(collocate, len(group))
        if together < least:
            continue
        strength = (
            float(log_dice(together, len(nodes), alone)),
            float(log_likelihood(together, len(tied), max(alone, together), len(words_.key))),
            float(dispersion.dp(counts[None, :], sizes)[0]),
        )
        rows.append((relation, collocate, together, len(nodes), alone, int((counts > 0).sum()), *strength))
    frame = pd.DataFrame(rows, columns=list(SYNTAX))
    return frame.sort_values(
        ["relation", "together", "log_dice", "collocate"],
        ascending=[True, False, False, True],
        ignore_index=True,
    )
