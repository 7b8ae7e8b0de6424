"""The report kit: all charts in one document a language, to lift from or to print.

Cards and pictures in, the bytes of a ``.docx`` out. The texts come from the cards and are data: nothing in them is markup
or a field.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from math import ceil
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from PIL import Image, UnidentifiedImageError

from helpers import archive, ooxml
from helpers.theme import RESOLUTION

#: Millimetres: A4, with margins that leave a chart of two columns (175 mm) its width.
PAGE, MARGIN = (210.0, 297.0), 17.5
TEXTS = ("title", "caption", "alt", "source")
_FONT = "Arial"  # on every machine, or one of the same widths
_INK, _GREY = RGBColor(0x22, 0x22, 0x22), RGBColor(0x55, 0x55, 0x55)
#: The document is as old as its format: a time of its making would change its bytes.
_MADE = datetime(1980, 1, 1)


class ReportError(ValueError):
    """Cards or pictures are missing or do not belong together; the message names all of them and the remedy."""


@dataclass(frozen=True)
class _Words:
    """What the document says itself, in one language."""

    tag: str
    title: str
    about: str
    numbers: tuple[str, str]
    rights: str
    digest: str
    list: str
    label: str
    page: str
    topics: Mapping[str, str]


_WORDS = {
    "en": _Words(
        tag="en-GB",
        title="press-notebooks: the charts",
        about="Every chart of a collection of notebooks that reads how the press tells a story. Each stands at "
        "its print size, with a numbered caption, its source, and a description that screen readers speak (alt text).",
        numbers=("chart", "charts"),
        rights="Rights: charts and their texts CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). The articles that they "
        "count belong to their publishers.",
        digest="Digest of the corpus (SHA-256): ",
        list="List of charts",
        label="Figure\u00a0{number}. ",
        page="press-notebooks · CC BY 4.0 · page\u00a0",
        topics={
            "corpus": "The corpus",
            "framing": "Framing",
            "sovereignty": "The vocabulary of sovereignty",
            "timeline": "The timeline",
            "figures": "What the articles count",
            "robustness": "Robustness",
        },
    ),
    "fr": _Words(
        tag="fr-FR",
        title="press-notebooks\u00a0: les graphiques",
        about="Tous les graphiques d’une collection de carnets qui lit comment la presse raconte une histoire. "
        "Chacun y figure à sa taille d’impression, avec une légende numérotée, sa source et une description lue par les "
        "lecteurs d’écran (texte de remplacement).",
        numbers=("graphique", "graphiques"),
        rights="Droits\u00a0: graphiques et textes CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/deed.fr). Les articles "
        "comptés appartiennent à leurs éditeurs.",
        digest="Empreinte du corpus (SHA-256)\u00a0: ",
        list="Liste des graphiques",
        label="Figure\u00a0{number}\u00a0– ",
        page="press-notebooks · CC BY 4.0 · page\u00a0",
        topics={
            "corpus": "Le corpus",
            "framing": "Le cadrage",
            "sovereignty": "Le vocabulaire de la souveraineté",
            "timeline": "La chronologie",
            "figures": "Ce que comptent les articles",
            "robustness": "La robustesse",
        },
    ),
}


def document(cards: Sequence[Mapping[str, Any]], language: str, folder: Path) -> bytes:
    """The charts of ``cards`` as a Word document in one language; the same cards and pictures give the same bytes.

    ``cards`` are the records of published charts: ``name``, ``digest``, and in ``texts[language]`` title, caption, alt and
    source. ``folder`` holds the picture of each, ``<name>.<language>.png``. Charts keep their order; those of a notebook stand
    under its heading. Raises :class:`ReportError`, all faults at once, when a card or a picture is missing or unreadable, or
    the charts were drawn from different corpora.

    >>> document([], "fr", Path("figures"))
    Traceback (most recent call last):
    helpers.report.ReportError: no chart is published; run `make`
    """
    pictures = _pictures(cards, language, folder)
    words = _WORDS[language]
    result = docx.Document()
    _set_up(result, words)
    _front(result, words, cards, language)
    result.add_section(WD_SECTION.NEW_PAGE)
    number = 0
    for notebook, group in groupby(cards, key=lambda card: _notebook(card["name"])):
        heading = result.add_heading(ooxml.legal(_topic(notebook, words)), 1)
        heading.paragraph_format.page_break_before = number > 0
        for place, card in enumerate(group):
            number += 1
            _chart(result, words, card, language, pictures[card["name"]], number, below_heading=place == 0)
    buffer = io.BytesIO()
    result.save(buffer)
    return archive.steady(buffer.getvalue())


def print_size(picture: bytes) -> tuple[float, float]:
    """Width and height in millimetres at which a chart is printed: its pixels at the resolution of all charts.

    Raises ValueError when the bytes are no picture.
    """
    try:
        with Image.open(io.BytesIO(picture)) as image:
            image.load()
            return image.width / RESOLUTION * 25.4, image.height / RESOLUTION * 25.4
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise ValueError(f"no picture that can be read ({error})") from None


def fitted(size: tuple[float, float], room: tuple[float, float]) -> tuple[float, float]:
    """The size scaled down until it fits into the room, never up.

    >>> fitted((175.0, 100.0), (175.0, 50.0))
    (87.5, 50.0)
    """
    scale = min(1.0, *(space / side for side, space in zip(size, room, strict=True)))
    return size[0] * scale, size[1] * scale


# --- What comes in ---------------------------------------------------------------------------------------


def _pictures(cards: Sequence[Mapping[str, Any]], language: str, folder: Path) -> dict[str, bytes]:
    """The picture of each card, all of them there and readable."""
    if language not in _WORDS:
        raise ReportError(f"unknown language {language!r}: choose one of {', '.join(_WORDS)}")
    if not cards:
        raise ReportError("no chart is published; run `make`")
    faults = [fault for card in cards for fault in _card_faults(card, language)]
    pictures = {}
    for card in cards:
        file = folder / f"{card.get('name')}.{language}.png"
        try:
            pictures[card.get("name")] = file.read_bytes()
            print_size(pictures[card.get("name")])
        except FileNotFoundError:
            faults.append(f"{file.name} is missing")
        except (OSError, ValueError) as error:
            faults.append(f"{file.name}: {error}")
    digests = sorted({str(card.get("digest")) for card in cards})
    if len(digests) > 1:
        faults.append(f"the charts were drawn from {len(digests)} different corpora (field digest)")
    if faults:
        raise ReportError("the charts are not complete; run `make`:\n" + "\n".join(f"- {f}" for f in faults))
    return pictures


def _card_faults(card: Mapping[str, Any], language: str) -> Iterator[str]:
    texts = card.get("texts", {}).get(language)
    if not texts:
        yield f"{card.get('name')}.json: field texts.{language} is missing"
        return
    for key in TEXTS:
        if not isinstance(texts.get(key), str) or not ooxml.legal(texts[key]):
            yield f"{card.get('name')}.json: field texts.{language}.{key} is empty"


def _notebook(name: str) -> str:
    return name.split("__")[0]


def _topic(notebook: str, words: _Words) -> str:
    """The heading of a notebook: in the words of the language, or its own name."""
    topic = notebook.partition("_")[2] or notebook
    return words.topics.get(topic, topic.replace("_", " ").capitalize())


# --- The document ----------------------------------------------------------------------------------------


def _set_up(result: Document, words: _Words) -> None:
    """Page, styles, language and properties."""
    ooxml.modern(result)
    ooxml.speak(result, words.tag)
    section = result.sections[0]
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.header_distance = section.footer_distance = Mm(8)
    footer = section.footer.paragraphs[0]
    footer.add_run(words.page)
    ooxml.field(footer, "PAGE", "1")

    _style(result, "Normal", 10, after=4)
    _style(result, "Title", 24, bold=True, after=10)
    _style(result, "Heading 1", 16, bold=True, after=8, follow=True)
    _style(result, "Heading 2", 13, bold=True, before=10, after=4, follow=True)
    _style(result, "Footer", 8, colour=_GREY, after=0)
    _style(result, "table of figures", 9, after=1)
    _style(result, "Figure", 10, before=8, after=3, follow=True)
    _style(result, "Caption", 10, bold=True, after=2, follow=True)
    _style(result, "Figure Text", 9, after=2, follow=True)
    _style(result, "Figure Source", 8, colour=_GREY, after=12)

    about = result.core_properties
    about.title, about.language = words.title, words.tag
    about.author, about.last_modified_by, about.comments = "press-notebooks", "", words.rights
    about.created = about.modified = _MADE
    about.revision = 1


def _style(
    result: Document,
    name: str,
    size: float,
    *,
    bold: bool = False,
    colour: RGBColor = _INK,
    before: float = 0,
    after: float = 0,
    follow: bool = False,
) -> None:
    """Set a paragraph style, made where the template has none; ``follow`` keeps it on the page of what comes next."""
    styles = result.styles
    if name in styles:
        style = styles[name]
    else:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.islower())
        style.base_style = styles["Normal"]
    ooxml.plain(style)
    ooxml.typeface(style, _FONT)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, colour
    style.hidden = False
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), 1.0
    layout.keep_with_next, layout.keep_together = follow, True


def _front(result: Document, words: _Words, cards: Sequence[Mapping[str, Any]], language: str) -> None:
    """Title, what this is, how many charts, rights, digest; then the list of charts, each leading to its caption."""
    result.add_paragraph(words.title, "Title")
    result.add_paragraph(words.about)
    result.add_paragraph(f"{len(cards)} {words.numbers[len(cards) > 1]}.")
    result.add_paragraph(words.rights)
    result.add_paragraph(words.digest + ooxml.legal(str(cards[0]["digest"])))
    result.add_paragraph(words.list, "Heading 2")
    entries = [result.add_paragraph(style="table of figures") for _ in cards]
    # A field: a word processor that updates it adds the pages.
    ooxml.begin_field(entries[0], 'TOC \\h \\z \\c "Figure"')
    for number, (entry, card) in enumerate(zip(entries, cards, strict=True), 1):
        title = ooxml.legal(card["texts"][language]["title"])
        ooxml.link(entry, words.label.format(number=number) + title, _anchor(number))
    ooxml.end_field(entries[-1])


def _anchor(number: int) -> str:
    return f"figure_{number}"


def _chart(
    result: Document,
    words: _Words,
    card: Mapping[str, Any],
    language: str,
    picture: bytes,
    number: int,
    below_heading: bool,
) -> None:
    """Picture, numbered title, caption and source, kept on one page."""
    texts = {key: ooxml.legal(card["texts"][language][key]) for key in TEXTS}
    wide = PAGE[0] - 2 * MARGIN
    room = (wide, PAGE[1] - 2 * MARGIN - _below(texts) - (12 if below_heading else 0))
    width, height = fitted(print_size(picture), room)
    run = result.add_paragraph(style="Figure").add_run()
    shape = run.add_picture(io.BytesIO(picture), Mm(width), Mm(height))
    ooxml.describe(shape, ooxml.legal(card["name"]), texts["title"], texts["alt"])
    _caption(result.add_paragraph(style="Caption"), words, texts["title"], number)
    result.add_paragraph(texts["caption"], "Figure Text")
    result.add_paragraph(texts["source"], "Figure Source")


def _caption(paragraph: Paragraph, words: _Words, title: str, number: int) -> None:
    before, after = words.label.split("{number}")
    paragraph.add_run(before)
    ooxml.field(paragraph, "SEQ Figure \\* ARABIC", str(number))
    paragraph.add_run(after + title)
    ooxml.bookmark(paragraph, _anchor(number), number)


def _below(texts: Mapping[str, str]) -> float:
    """Millimetres that the texts below a picture take at most, counted with generous letters."""
    lines = ceil((len(texts["title"]) + 12) / 80) * 4.4
    lines += ceil(len(texts["caption"]) / 95) * 4.0 + ceil(len(texts["source"]) / 105) * 3.6
    return lines + 10
