"""The pieces of a Word document that python-docx leaves to XML."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from helpers import ooxml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le pari", "le pari"),
        (" deux\n lignes\t", "deux lignes"),
        ("a\x0bb\x00c\x1f", "abc"),
        ("\ud800a\ufffe", "a"),
        ("3\u202f%\u00a0: «\u202foui\u202f»", "3\u202f%\u00a0: «\u202foui\u202f»"),
        ("𝄞", "𝄞"),
    ],
)
def test_what_xml_cannot_hold_goes(text, expected):
    assert ooxml.legal(text) == expected
    docx.Document().add_paragraph(ooxml.legal(text))


def test_a_field_shows_its_result():
    paragraph = docx.Document().add_paragraph("Figure ")
    ooxml.field(paragraph, "SEQ Figure", "3")
    marks = [mark.get(qn("w:fldCharType")) for mark in paragraph._p.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]
    assert [text.text for text in paragraph._p.iter(qn("w:instrText"))] == [" SEQ Figure "]
    assert paragraph.text == "Figure 3"


def test_a_link_leads_to_a_bookmark():
    document = docx.Document()
    caption, entry = document.add_paragraph("Légende"), document.add_paragraph()
    ooxml.bookmark(caption, "figure_1", 1)
    ooxml.link(entry, "Voir", "figure_1")
    assert entry.hyperlinks[0].fragment == "figure_1"
    assert entry.hyperlinks[0].text == "Voir"
    (start,) = caption._p.iter(qn("w:bookmarkStart"))
    assert start.get(qn("w:name")) == "figure_1"
    assert start.getnext() is caption.runs[0]._r


@pytest.mark.parametrize(("tag", "decimal"), [("en-GB", "."), ("fr-FR", ",")])
def test_the_language_is_that_of_every_style(tag, decimal):
    document = docx.Document()
    ooxml.speak(document, tag)
    assert {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))} == {tag}
    assert document.settings.element.find(qn("w:decimalSymbol")).get(qn("w:val")) == decimal


def test_the_font_is_the_one_named():
    style = docx.Document().styles["Heading 1"]
    ooxml.typeface(style, "Arial")
    fonts = style.element.rPr.rFonts
    assert set(fonts.attrib.values()) == {"Arial"}


def test_a_document_leaves_compatibility_mode_and_thumbnail():
    document = docx.Document()
    ooxml.modern(document)
    buffer = io.BytesIO()
    document.save(buffer)
    archive = zipfile.ZipFile(buffer)
    assert not [name for name in archive.namelist() if "thumbnail" in name]
    assert b'w:val="15"' in archive.read("word/settings.xml")
