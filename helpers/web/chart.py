"""A published chart on the site: the figure as it stands in a notebook, its own page with the plotted table, the gallery."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from helpers import export, language
from helpers.web.evidence import Passage
from helpers.web.page import page, raw, table, text, toctree
from helpers.web.reader import address

MOST_ROWS = 100  # of a table on a page; the CSV has all
_FOLDED = 12  # more links than this in one cell are folded
#: Columns that say where the evidence is: one column of links stands for them.
_WHERE = ("evidence", "start", "end")
_NATIVE = {"en": "English", "fr": "Français"}
_SIZE = re.compile(r'<svg[^>]*\bwidth="([\d.]+)pt"[^>]*\bheight="([\d.]+)pt"')


def picture(
    card: Mapping[str, Any], figures: Path, tongue: str = language.LANGUAGES[0], up: str = "../"
) -> str:
    """The drawing of a chart in one language, with its description as alternative text and its size in CSS pixels.

    `figures` is the folder with the files of the chart. Raises ``ValueError`` when the drawing is not there.
    """
    name = f"{card['name']}.{tongue}.svg"
    try:
        with open(figures / name, encoding="utf-8") as file:
            size = _SIZE.search(file.read(2000))
    except FileNotFoundError:
        raise ValueError(f"figures/{name}: not found; run make, which draws every chart again") from None
    if not size:
        raise ValueError(f"figures/{name}: no width and height in pt in its first lines; run make")
    width, height = (round(float(points) * 96 / 72) for points in size.groups())
    return f'<img src="{up}figures/{name}" alt="{text(card["texts"][tongue]["alt"])}" width="{width}" height="{height}" loading="lazy">'


def opened(
    card: Mapping[str, Any], figures: Path, tongue: str = language.LANGUAGES[0], up: str = "../"
) -> str:
    """The drawing as a link to itself at full size: on a small screen its letters are too small to read."""
    words = {"fr": "Ouvrir le graphique en grand"}.get(tongue, "Open the chart at full size")
    title = text(card["texts"][tongue]["title"])
    return (
        f'<a class="full" href="{up}figures/{card["name"]}.{tongue}.svg">{picture(card, figures, tongue, up)}'
        f'<span class="larger">{words}<span class="sr-only">: {title}</span></span></a>'
    )


def figure(
    card: Mapping[str, Any], figures: Path, evidence: Sequence[Sequence[Passage]], up: str = "../"
) -> str:
    """The chart as it stands in a notebook or on the first page: drawing, caption, source, and the ways on from it.

    `evidence` is what :func:`helpers.web.evidence.rows` returns for the card.
    """
    name, said = card["name"], card["texts"][language.LANGUAGES[0]]
    own = f"{up}charts/{name}.html"
    places = sorted({(p.article, number) for row in evidence for p in row for number in p.sentences})
    description = f"<p>{text(said['alt'])}</p>"
    return (
        f'<figure class="chart" id="chart-{name}">{opened(card, figures, up=up)}\n'
        f"<figcaption><p>{text(said['caption'])}</p>"
        f'<p class="source">{text(said["source"])}</p>'
        f'<p class="ways"><a href="{own}">Data table and French version<span class="sr-only"> of {text(said["title"])}</span></a>'
        f' <a href="#chart-{name}" class="permalink">Link to this chart<span class="sr-only">: {text(said["title"])}</span></a></p>'
        f"{_folded('Description', description, said['title'])}"
        f"{_evidence(places, up, said['title'])}"
        f"{_folded('Download', downloads(card, figures, up), said['title'])}"
        f"</figcaption></figure>"
    )


def _folded(summary: str, html: str, of: str) -> str:
    return f'<details><summary>{summary}<span class="sr-only"> of {text(of)}</span></summary>{html}</details>'


def _evidence(places: Sequence[tuple[str, int]], up: str, of: str) -> str:
    if not places:
        return ""
    lists = "".join(
        f"<p>{text(article)}: {', '.join(_sentence(article, number, up) for _, number in own)}</p>"
        for article, own in groupby(places, lambda place: place[0])
    )
    many = f"Evidence: {len(places)} sentence{'s' if len(places) > 1 else ''}"
    return _folded(many, lists, of)


def _sentence(article: str, number: int, up: str, full: bool = False) -> str:
    words = (
        f"{text(article)} {number}"
        if full
        else f'<span class="sr-only">{text(article)}, sentence </span>{number}'
    )
    return f'<a href="{address(article, number, up)}">{words}</a>'


def downloads(card: Mapping[str, Any], figures: Path, up: str = "../") -> str:
    """Links to every file of a chart: the drawings in each language, the data, and what was attached to it."""
    name = card["name"]
    tongues = [
        f'<p lang="{tongue}">{_NATIVE.get(tongue, tongue)}: '
        + " ".join(_file(f"{name}.{tongue}.{kind}", kind.upper(), up) for kind in export.PICTURES)
        + "</p>"
        for tongue in language.LANGUAGES
    ]
    drawn = {file for file in export.filenames(name) if file.endswith(export.PICTURES)}
    others = sorted({file.name for file in figures.glob(f"{name}.*")} - drawn)
    data = " ".join(_file(file, file.removeprefix(f"{name}.").upper(), up) for file in others)
    return "".join(tongues) + f"<p>Data: {data}</p>"


def _file(file: str, words: str, up: str) -> str:
    return f'<a href="{up}figures/{text(file)}" download>{text(words)}</a>'


def chart_page(
    card: Mapping[str, Any], figures: Path, evidence: Sequence[Sequence[Passage]], notebook: str
) -> str:
    """The page of one chart, as Markdown: drawing and texts in both languages, the plotted table with its evidence, the columns.

    `notebook` is the title of the notebook that draws it.
    """
    name, (first, *others) = card["name"], language.LANGUAGES
    said = card["texts"][first]
    stem = name.split("__")[0]
    back = f'<p>From the notebook <a href="../notebooks/{stem}.html#chart-{name}">{text(notebook)}</a>.</p>'
    blocks = [
        raw(
            f'<figure class="chart">{opened(card, figures)}<figcaption><p>{text(said["caption"])}</p>'
            f'<p>Description: {text(said["alt"])}</p><p class="source">{text(said["source"])}</p></figcaption></figure>{back}'
        ),
        "## Data",
        raw(_data(card, evidence)),
        "## Columns",
        raw(_columns(card)),
        "## Download",
        raw(downloads(card, figures)),
    ]
    for tongue in others:
        own = card["texts"][tongue]
        blocks += [
            f"## {_NATIVE.get(tongue, tongue)}",
            raw(
                f'<div lang="{tongue}"><p><strong>{text(own["title"])}</strong></p>'
                f'<figure class="chart">{opened(card, figures, tongue)}<figcaption><p>{text(own["caption"])}</p>'
                f'<p>Description : {text(own["alt"])}</p><p class="source">{text(own["source"])}</p></figcaption></figure></div>'
            ),
        ]
    return page(said["title"], *blocks)


def _data(card: Mapping[str, Any], evidence: Sequence[Sequence[Passage]]) -> str:
    """The plotted table; where rows stand on passages, a last column leads to their sentences."""
    traced = any(evidence)
    columns = [c for c in card["columns"] if not (traced and c["name"] in _WHERE)]
    heads = [column["name"] for column in columns] + (["sentences"] if traced else [])
    rows = [
        [_cell(row.get(column["name"])) for column in columns] + ([_links(own)] if traced else [])
        for row, own in zip(card["rows"][:MOST_ROWS], evidence, strict=False)
    ]
    numbers = [column["name"] for column in columns if column["type"] in ("integer", "number")]
    more = len(card["rows"]) - len(rows)
    csv = f'<a href="../figures/{card["name"]}.csv" download>CSV</a>'
    note = (
        f"<p>The first {len(rows)} of {len(card['rows'])} rows; all of them are in the {csv}.</p>"
        if more > 0
        else f"<p>The same table as {csv}, with the offsets of the evidence.</p>"
    )
    return note + table(heads, rows, f"{len(card['rows'])} rows: what the chart draws", numbers)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.6g}" if isinstance(value, float) else text(value)


def _links(passages: Sequence[Passage]) -> str:
    places = sorted({(p.article, number) for p in passages for number in p.sentences})
    links = " ".join(_sentence(article, number, "../", full=True) for article, number in places)
    if len(places) > _FOLDED:
        return f"<details><summary>{len(places)} sentences</summary>{links}</details>"
    return links


def _columns(card: Mapping[str, Any]) -> str:
    rows = [[text(c["name"]), text(c["meaning"]), text(c["unit"]), text(c["type"])] for c in card["columns"]]
    return table(["column", "meaning", "unit", "type"], rows, "What the columns of the data mean")


def gallery(cards: Sequence[Mapping[str, Any]], figures: Path, titles: Mapping[str, str]) -> str:
    """The page with every chart, by notebook; `titles` are those of the notebooks."""
    blocks = [
        "Every chart, with the page of its data, its evidence and its files. A title says the finding; the notebook says what it does not show."
    ]
    for stem, own in groupby(cards, lambda card: card["name"].split("__")[0]):
        own = list(own)
        tiles = "".join(
            f'<li><a href="{card["name"]}.html">{picture(card, figures)}\n<span>{text(card["texts"][language.LANGUAGES[0]]["title"])}</span></a></li>'
            for card in own
        )
        blocks += [
            f"## {re.sub(r'[*_`<]', '', titles.get(stem, stem))}",
            raw(f'<ul class="gallery">{tiles}</ul>'),
        ]
    return page("All charts", *blocks, toctree(card["name"] for card in cards))
