"""What python-docx leaves to XML: fields, bookmarks, links, a description of a picture, the language."""

import re

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

#: XML 1.0 has no way to write any other character, not even as a reference.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Decimal sign and separator of lists, which a word processor uses in calculated fields.
_SIGNS = {"en": (".", ","), "fr": (",", ";")}


def legal(text: str) -> str:
    """The text on one line, without the characters that XML cannot hold; no-break spaces stay.

    >>> legal("le pari\\x0b :\\n 3\\u202f%")
    'le pari : 3\\u202f%'
    """
    return re.sub(r"[ \t\r\n]+", " ", _ILLEGAL.sub("", text)).strip()


def field(paragraph: Paragraph, instruction: str, result: str) -> None:
    """Add a field with the result that shows until a word processor updates it: ``SEQ Figure \\* ARABIC``, ``PAGE``."""
    begin_field(paragraph, instruction)
    paragraph.add_run(result)
    end_field(paragraph)


def begin_field(paragraph: Paragraph, instruction: str) -> None:
    """Open a field; what is added until :func:`end_field`, in this paragraph or later ones, is its result."""
    _mark(paragraph, "begin")
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    paragraph.add_run()._r.append(text)
    _mark(paragraph, "separate")


def end_field(paragraph: Paragraph) -> None:
    """Close the field that :func:`begin_field` opened."""
    _mark(paragraph, "end")


def _mark(paragraph: Paragraph, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put all that the paragraph holds so far into a bookmark; ``number`` is its own in the document."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    first = next(iter(paragraph.runs))._r
    first.addprevious(start)
    paragraph._p.append(end)


def link(paragraph: Paragraph, text: str, bookmark: str) -> None:
    """Add a text that leads to a bookmark of the same document."""
    run = paragraph.add_run(text)._r
    element = OxmlElement("w:hyperlink")
    element.set(qn("w:anchor"), bookmark)
    element.set(qn("w:history"), "1")
    run.addprevious(element)
    element.append(run)


def describe(picture: InlineShape, name: str, title: str, alt: str) -> None:
    """Set name, title and description (alt text) of a picture, where word processors and screen readers look for them."""
    for side in "TBLR":  # left open, LibreOffice takes 3 mm and moves the picture over the margin
        picture._inline.set(f"dist{side}", "0")
    for element in (picture._inline.docPr, picture._inline.graphic.graphicData.pic.nvPicPr.cNvPr):
        element.set("name", name)
        element.set("descr", legal(alt))
        element.set("title", legal(title))


def speak(document: Document, tag: str) -> None:
    """Set the language of all texts (``fr-FR``), so that a spell checker and a screen reader take the right one."""
    language = next(document.styles.element.iter(qn("w:lang")))
    language.set(qn("w:val"), tag)
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), tag)
    decimal, separator = _SIGNS[tag.split("-")[0]]
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), decimal)
    settings.find(qn("w:listSeparator")).set(qn("w:val"), separator)


def modern(document: Document) -> None:
    """Leave the compatibility mode of python-docx's template and its thumbnail of an empty page."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def typeface(style: ParagraphStyle, name: str) -> None:
    """Set the font of a style for every script; a font of the theme would win over the name."""
    style.font.name = name
    fonts = style.element.rPr.rFonts
    for key in [key for key in fonts.attrib if key.endswith("Theme") or key.endswith("theme")]:
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def plain(style: ParagraphStyle) -> None:
    """Take lines, numbering and the text settings of the template out of a style."""
    for element in (style.element.rPr, *style.element.iter(qn("w:pBdr"), qn("w:numPr"))):
        if element is not None:
            element.getparent().remove(element)
