"""The article reader: the sentences that charts stand on, with what was found in them, each with its number.

The articles belong to their publishers: a page shows the words around what was found, never more than half of an article
(:func:`helpers.web.layers.shown`), and says what is left out.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

import pandas as pd

from helpers import claims
from helpers.web import layers
from helpers.web.evidence import Passage
from helpers.web.page import page, raw, table, text, toctree

CUT = "[…]"
_CUT = f'<span class="cut">{CUT}</span>'
_LETTERS = {layer.key: layer.letter for layer in layers.LAYERS}
_NAMES = {layer.key: layer.name for layer in layers.LAYERS}
#: The pages show words of others: they are for readers of the charts, not for the index of a search engine.
_NO_INDEX = "---\nmyst:\n  html_meta:\n    robots: noindex\n---\n"
_INTRO = f"""Each chart stands on passages of the articles. Here they are, sentence by sentence, with what the rules found in them:
each kind of finding has a line and a letter of its own and can be switched on and off. Below a sentence stand the charts that it is
evidence of; a chart's page leads back here.

The articles belong to their publishers and cannot be read here. Of a sentence that a chart stands on, you see the words that count and
a few beside them; of a sentence that counts as a whole, its first words. That is at most half of a sentence and at most {layers.MOST}
words (a sentence of {layers.FEWEST} words is shown whole). {CUT} marks each cut; whole sentences that are left out are counted. To judge
a passage in full, find it in the article by these words. The numbers of sentences are those of the charts, the notebooks and the
reference annotations."""
_IN_A_NOTE = 6  # words of a finding: enough to tell it from its neighbours


def address(article: str, sentence: int | None = None, up: str = "../") -> str:
    """Where a sentence of an article is on the site, seen from a page in another folder.

    >>> address("matin", 12)
    '../reader/matin.html#s12'
    """
    return f"{up}reader/{article}.html" + (f"#s{sentence}" if sentence else "")


def switches() -> str:
    """The check boxes, one a layer; what they do is in the style sheet, so that they work without a script."""
    boxes = "".join(
        f'<label class="switch" for="layer-{layer.key}"><input type="checkbox" id="layer-{layer.key}" checked> '
        f'<span class="sample" data-layer="{layer.key}"><b>{layer.letter}</b> {layer.name}</span></label>'
        for layer in layers.LAYERS
    )
    return f'<fieldset class="switches"><legend>Marked in the text</legend>{boxes}</fieldset>'


def article_page(
    article: pd.Series,
    sentences: pd.DataFrame,
    found: pd.DataFrame,
    evidence: Mapping[tuple[str, int], Mapping[str, Sequence[Passage]]],
    titles: Mapping[str, str],
) -> str:
    """The page of one article, as Markdown.

    `article` is a row of the corpus, `sentences` and `found` (:func:`helpers.web.layers.found`) are its own; `evidence` is what
    :func:`helpers.web.evidence.by_sentence` returns, `titles` the titles of the charts.
    """
    name = str(article.name)
    here = {number for place, number in evidence if place == name}
    items = []
    for is_shown, group in groupby(sentences.itertuples(index=False), lambda row: row.sentence in here):
        rows = list(group)
        if is_shown:
            items += [
                _sentence(row, found[found["sentence"] == row.sentence], evidence[name, row.sentence], titles)
                for row in rows
            ]
        else:
            items.append(_gap([row.sentence for row in rows]))
    about = (
        f"<p>{_headline(article)}{text(article['outlet'])}{_by(article)}, {text(when(article))}. "
        f"{len(here)} of its {len(sentences)} sentences are evidence of a chart. Of each you see the words that count and a few beside "
        f"them; {CUT} marks a cut. The full text belongs to its publisher.</p>"
    )
    listing = f'<ol class="sentences">{"".join(items)}</ol>'
    return _NO_INDEX + page(
        str(article["label"]), raw(about), raw(f'<div class="reader">{switches()}\n{listing}\n</div>')
    )


def when(article: Mapping[str, object]) -> str:
    """The day of publication, or the window, as words.

    >>> when({"earliest": "2024-02-26", "latest": "2024-03-03"})
    'between 2024-02-26 and 2024-03-03'
    """
    first, last = str(article["earliest"]), str(article["latest"])
    if first and first == last:
        return first
    if first and last:
        return f"between {first} and {last}"
    return f"{first} or later" if first else "date unknown"


def _headline(article: pd.Series) -> str:
    return f'<strong lang="fr">{text(article["headline"])}</strong><br>' if article["headline"] else ""


def _by(article: pd.Series) -> str:
    return f", {text(article['author'])}" if article["author"] else ""


def _gap(numbers: Sequence[int]) -> str:
    anchors = "".join(f'<span id="s{number}"></span>' for number in numbers)
    which = f"{numbers[0]}" if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"
    many = "1 sentence" if len(numbers) == 1 else f"{len(numbers)} sentences"
    return f'<li class="gap">{anchors}[{many} not shown: {which}]</li>\n'


def _sentence(
    row, found: pd.DataFrame, charts: Mapping[str, Sequence[Passage]], titles: Mapping[str, str]
) -> str:
    """One sentence: number, part of the page, the words shown with their marks, and what it is evidence of."""
    named = {
        (max(passage.start, row.start), min(passage.end, row.end))
        for own in charts.values()
        for passage in own
    }
    spans = list(zip(found["start"], found["end"], found["layer"], strict=True))
    wanted = sorted(named - {(row.start, row.end)}) or [(start, end) for start, end, _ in spans]
    parts = [
        (row.start + a, row.start + b)
        for a, b in layers.shown(row.text, [(a - row.start, b - row.start) for a, b in wanted])
    ]
    words = f" {_CUT} ".join(_marked(row, part, spans) for part in parts)
    if parts[0][0] > row.start:
        words = f"{_CUT} {words}"
    if parts[-1][1] < row.end:
        words += f" {_CUT}"
    role = "" if row.part == "body" else f'<span class="part">{text(row.part.replace("_", " "))}</span> '
    return (
        f'<li id="s{row.sentence}" class="sentence"><a class="place" href="#s{row.sentence}" '
        f'aria-label="Sentence {row.sentence}">{row.sentence}</a><div>{role}<span class="words" lang="fr">{words}</span>\n'
        f"{_notes(row, parts, found, charts, titles)}</div></li>\n"
    )


def _marked(row, part: tuple[int, int], spans: Sequence[tuple[int, int, str]]) -> str:
    """The words of one part, with one ``<mark>`` a layer, one inside the other where layers overlap."""
    html = []
    for start, end, over, begins in layers.pieces(*part, spans):
        piece = text_as_is(row.text[start - row.start : end - row.start])
        for layer in reversed(over):
            first = f' data-letter="{_LETTERS[layer]}"' if layer in begins else ""
            piece = f'<mark data-layer="{layer}"{first}>{piece}</mark>'
        html.append(piece)
    return "".join(html)


def text_as_is(words: str) -> str:
    """Text of an article as HTML that keeps the space at its ends.

    >>> text_as_is(" l'accord & <b> ")
    ' l&#x27;accord &amp; &lt;b&gt; '
    """
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return (" " if before else "") + text(words) + (" " if after and words.strip() else "")


def _notes(row, parts, found: pd.DataFrame, charts, titles) -> str:
    """What stands below a sentence, folded: the charts it is evidence of, and how each finding was read."""
    links = "".join(f'<li><a href="../charts/{name}.html">{text(titles[name])}</a></li>' for name in charts)
    read = []
    for finding in found.itertuples(index=False):
        within = [(max(a, finding.start), min(b, finding.end)) for a, b in parts]
        seen = next(((a, b) for a, b in within if a < b), None)
        if seen:
            words = claims.excerpt(row.text[seen[0] - row.start : seen[1] - row.start], _IN_A_NOTE)
            read.append(
                f'<li data-layer="{finding.layer}"><b>{_LETTERS[finding.layer]}</b> {_NAMES[finding.layer]}: '
                f'« <span lang="fr">{text(words)}</span> », {text(finding.note)}</li>'
            )
    many = f"{len(charts)} chart{'s' if len(charts) != 1 else ''}"
    findings = f"{len(read)} finding{'s' if len(read) != 1 else ''} in these words"
    below = f'<p>What was found in these words:</p><ul class="findings">{"".join(read)}</ul>' if read else ""
    return (
        f'<details class="notes"><summary>Evidence of {many}, {findings}<span class="sr-only"> in sentence {row.sentence}</span></summary>'
        f"<ul>{links}</ul>{below}</details>"
    )


def index(articles: pd.DataFrame, sentences: pd.DataFrame, evidence: Mapping[tuple[str, int], object]) -> str:
    """The page before the articles: how to read them, and a table with links."""
    rows = []
    for article, row in articles.iterrows():
        own = int((sentences["article"] == article).sum())
        shown = sum(place == article for place, _ in evidence)
        rows.append(
            [
                f'<a href="{text(article)}.html">{text(row["label"])}</a>',
                f'<span lang="fr">{text(row["headline"])}</span>',
                text(when(row)),
                f"{row['words']:,}",
                f"{own}",
                f"{shown}",
            ]
        )
    columns = ["article", "headline", "published", "words", "sentences", "in part here"]
    return page(
        "Article reader",
        _INTRO,
        raw(table(columns, rows, "The articles", numbers=["words", "sentences", "in part here"])),
        toctree(map(str, articles.index)),
    )
