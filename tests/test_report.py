"""The report kit: the document read back, the same bytes twice, and the pages that LibreOffice makes of it."""

import io
import os
import re
import shutil
import subprocess
import unicodedata

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from PIL import Image

from helpers import export, language, paths, report
from helpers.commands import check
from helpers.commands import report as command

#: Name, size in pixels, and texts that are no markup.
CHARTS = [
    ("00_essai__large", (1377, 500), "Deux tiers des mots sont cités"),
    ("00_essai__colonne", (669, 400), "<b>Gras</b> & $x_1$ à 5\u202f%"),
    ("00_essai__haut", (1377, 4000), "=1+1\x0b et «\u202foui\u202f»"),
    ("10_framing__haut", (1377, 1900), "Un titre " + "qui ne finit pas " * 9),
    ("10_framing__petit", (669, 300), 'PAGE \\* "champ" {SEQ} #REF!'),
]


def card(name, title, code):
    texts = {
        "title": title,
        "caption": f"Légende : {title}",
        "alt": f"Des points ({code}) : {title}",
        "source": "Source : x.",
    }
    return {
        "name": name,
        "texts": dict.fromkeys(language.LANGUAGES, texts),
        "digest": "0" * 64,
        "files": [],
        "columns": [],
        "rows": [],
    }


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    """Cards of invented charts and the folder of their pictures, each of another colour."""
    folder = tmp_path_factory.mktemp("charts")
    for number, (name, size, _) in enumerate(CHARTS):
        for code in language.LANGUAGES:
            image = Image.new("RGB", size, (200, 40 * number, 120 + len(code) * number))
            image.save(folder / f"{name}.{code}.png")
    return [card(name, title, "un") for name, _, title in CHARTS], folder


@pytest.fixture(scope="module", params=language.LANGUAGES)
def read(request, kit):
    """Language, cards, and the document read back."""
    content = report.document(kit[0], request.param, kit[1])
    return request.param, kit[0], docx.Document(io.BytesIO(content))


def said(card, code, key):
    return re.sub(r"[\x00-\x1f]", "", card["texts"][code][key]).strip()


def test_every_chart_is_there_with_its_description(read):
    code, cards, document = read
    pictures = [shape._inline.docPr for shape in document.inline_shapes]
    assert [picture.get("name") for picture in pictures] == [card["name"] for card in cards]
    assert [picture.get("descr") for picture in pictures] == [said(card, code, "alt") for card in cards]
    assert [picture.get("title") for picture in pictures] == [said(card, code, "title") for card in cards]
    assert len({picture.get("id") for picture in pictures}) == len(cards)


def test_charts_have_their_print_size_and_fit_on_the_page(read):
    _, _, document = read
    sizes = [(shape.width / Mm(1), shape.height / Mm(1)) for shape in document.inline_shapes]
    expected = {place: tuple(pixel / 200 * 25.4 for pixel in CHARTS[place][1]) for place in (0, 1, 4)}
    for place, size in expected.items():
        assert sizes[place] == pytest.approx(size, abs=0.01)
    for (width, height), (_, pixels, _) in zip(sizes, CHARTS, strict=True):
        assert width <= 175
        assert height < 262
        assert width / height == pytest.approx(pixels[0] / pixels[1], rel=0.001)


def test_captions_are_numbered_by_fields(read):
    code, cards, document = read
    captions = [p for p in document.paragraphs if p.style.name == "Caption"]
    dash = {"en": ". ", "fr": "\u00a0– "}[code]
    assert [p.text for p in captions] == [
        f"Figure\u00a0{number}{dash}{said(card, code, 'title')}" for number, card in enumerate(cards, 1)
    ]
    fields = [text.text.strip() for p in captions for text in p._p.iter(qn("w:instrText"))]
    assert fields == ["SEQ Figure \\* ARABIC"] * len(cards)


def test_no_text_becomes_a_field(read):
    _, _, document = read
    fields = [text.text.split()[0] for text in document.element.iter(qn("w:instrText"))]
    assert sorted(set(fields)) == ["SEQ", "TOC"]
    assert not list(document.element.iter(qn("w:fldSimple")))


def test_picture_and_texts_stay_on_one_page(read):
    code, cards, document = read
    body = list(document.paragraphs)
    places = [number for number, paragraph in enumerate(body) if paragraph.style.name == "Figure"]
    assert len(places) == len(cards)
    for place, chart in zip(places, cards, strict=True):
        group = body[place : place + 4]
        assert [p.style.name for p in group] == ["Figure", "Caption", "Figure Text", "Figure Source"]
        assert [bool(p.style.paragraph_format.keep_with_next) for p in group] == [True, True, True, False]
        assert [p.text for p in group[2:]] == [said(chart, code, "caption"), said(chart, code, "source")]


def test_charts_stand_under_the_heading_of_their_notebook(read):
    code, _, document = read
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["Essai", {"en": "Framing", "fr": "Le cadrage"}[code]]


def test_every_notebook_has_a_heading_in_each_language():
    topics = {path.stem.partition("_")[2] for path in paths.NOTEBOOKS.glob("[0-9]*.ipynb")}
    for words in report._WORDS.values():
        assert topics <= set(words.topics)


def test_the_list_leads_to_the_captions(read):
    code, cards, document = read
    entries = [p for p in document.paragraphs if p.style.name == "table of figures"]
    assert [e.hyperlinks[0].text.split(maxsplit=2)[-1][-10:] for e in entries] == [
        said(card, code, "title")[-10:] for card in cards
    ]
    marks = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    assert {e.hyperlinks[0].fragment for e in entries} == marks


def test_the_document_says_its_language_rights_and_digest(read):
    code, cards, document = read
    tag = {"en": "en-GB", "fr": "fr-FR"}[code]
    assert document.core_properties.language == tag
    assert {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))} == {tag}
    front = "\n".join(p.text for p in document.paragraphs[:6])
    assert "CC BY 4.0" in front
    assert cards[0]["digest"] in front
    assert f"{len(cards)} " in front
    assert document.core_properties.created == document.core_properties.modified


def test_every_language_has_its_words():
    assert tuple(report._WORDS) == language.LANGUAGES


def test_the_same_charts_give_the_same_bytes(kit, monkeypatch):
    first = report.document(kit[0], "fr", kit[1])
    # A ZIP archive asks for the time of day.
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert report.document(kit[0], "fr", kit[1]) == first


def test_faults_are_told_all_at_once(kit, tmp_path):
    cards, folder = kit
    shutil.copytree(folder, tmp_path / "charts")
    (tmp_path / "charts" / "00_essai__large.fr.png").unlink()
    (tmp_path / "charts" / "00_essai__haut.fr.png").write_bytes(b"none")
    broken = [cards[0], cards[1] | {"digest": "1"}, cards[2], cards[3] | {"texts": {}}]
    with pytest.raises(report.ReportError) as error:
        report.document(broken, "fr", tmp_path / "charts")
    for fault in (
        "run `make`",
        "00_essai__large.fr.png is missing",
        "00_essai__haut.fr.png: no picture",
        "2 different corpora",
        "10_framing__haut.json: field texts.fr is missing",
    ):
        assert fault in str(error.value)


@pytest.mark.parametrize(("code", "told"), [("fr", "run `make`"), ("de", "choose one of en, fr")])
def test_nothing_to_show_and_an_unknown_language(code, told):
    with pytest.raises(report.ReportError, match=told):
        report.document([], code, paths.ROOT)


@pytest.mark.parametrize(
    ("size", "room", "expected"),
    [
        ((100, 50), (175, 200), (100, 50)),
        ((350, 100), (175, 200), (175, 50)),
        ((175, 400), (175, 200), (87.5, 200)),
    ],
)
def test_a_size_is_scaled_down_never_up(size, room, expected):
    assert report.fitted(size, room) == pytest.approx(expected)


# --- The command -----------------------------------------------------------------------------------------


@pytest.fixture
def published(kit, tmp_path, monkeypatch):
    """A folder of charts of one's own, as `make` leaves it."""
    folder = tmp_path / "figures"
    shutil.copytree(kit[1], folder)
    monkeypatch.setattr(paths, "FIGURES", folder)
    monkeypatch.setattr(paths, "CACHE", tmp_path / ".cache")
    monkeypatch.setattr(export, "cards", lambda: kit[0])
    return folder


def test_the_command_writes_documents_and_snippets(published, capsys):
    assert command.main([]) == 0
    assert sorted(path.name for path in published.glob("*.docx")) == ["charts.en.docx", "charts.fr.docx"]
    written = {path.name for path in (published / "snippets").iterdir()}
    assert written == {
        f"{name}.{code}.{kind}"
        for name, _, _ in CHARTS
        for code in language.LANGUAGES
        for kind in ("tex", "md")
    }
    out = capsys.readouterr().out
    assert re.search(r"^figures/charts\.fr\.docx: 5 charts, \d+ kB$", out, re.MULTILINE)
    assert not list(published.glob(".tmp-*"))


def test_one_language_alone(published):
    assert command.main(["--language", "fr"]) == 0
    assert [path.name for path in published.glob("*.docx")] == ["charts.fr.docx"]


def test_the_command_writes_nothing_when_a_picture_is_missing(published, capsys):
    (published / "00_essai__large.fr.png").unlink()
    assert command.main([]) == 1
    assert "00_essai__large.fr.png is missing" in capsys.readouterr().err
    assert not list(published.glob("*.docx"))
    assert not (published / "snippets").exists()


@pytest.mark.parametrize("name", ["../x.docx", "/x.docx", "00_a__b.json"])
def test_only_paths_below_the_charts_are_written(published, name):
    with pytest.raises(ValueError, match="write_files"):
        export.write_files({name: b""})


def test_what_the_report_leaves_is_not_held_against_a_fresh_run(published):
    kept = set(check.contents(published.parent))
    assert command.main([]) == 0
    assert set(check.contents(published.parent)) == kept != set()


# --- The pages -------------------------------------------------------------------------------------------


def converted(folder, documents):
    """The documents as PDF, by LibreOffice, in one call with a profile of its own."""
    soffice = shutil.which("soffice")
    if not soffice:
        assert not os.environ.get("PRESS_CI"), "LibreOffice (soffice) is needed where PRESS_CI is set"
        pytest.skip("LibreOffice (soffice) is not installed, so no page can be looked at")
    for name, content in documents.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.docx") for name in documents]
    ran = subprocess.run(
        [soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder / "pdf"), *files],
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert ran.returncode == 0, ran.stderr
    return {name: pypdf.PdfReader(folder / "pdf" / f"{name}.pdf") for name in documents}


def squeezed(text):
    """A text without its spaces: a page knows letters and their places."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def on_page(page):
    """The text of a page, and the place of each picture in millimetres: left, bottom, width, height."""
    places = []

    def look(operator, operands, matrix, _):
        if operator == b"Do":
            places.append(tuple(matrix[i] / 72 * 25.4 for i in (4, 5, 0, 3)))

    return squeezed(page.extract_text(visitor_operand_before=look)), places


def test_libreoffice_shows_every_chart_with_its_caption(kit, tmp_path):
    sets = {"invented": kit, "published": (export.cards(), export.folder())}
    documents = {
        f"{name}.{code}": report.document(cards, code, folder)
        for name, (cards, folder) in sets.items()
        for code in language.LANGUAGES
    }
    for name, reader in converted(tmp_path, documents).items():
        origin, code = name.split(".")
        cards, folder = sets[origin]
        dash = {"en": ". ", "fr": " – "}[code]
        left = list(enumerate(cards, 1))
        for page in reader.pages:
            assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
                (595.3, 841.9), abs=0.5
            )
            text, places = on_page(page)
            here, left = left[: len(places)], left[len(places) :]
            for (number, chart), (x, y, width, height) in zip(here, places, strict=True):
                # In the order of the charts, caption and source on the page of the picture.
                caption = squeezed(f"Figure {number}{dash}{said(chart, code, 'title')[:40]}")
                assert caption in text, (name, number)
                assert squeezed(said(chart, code, "source")[:40]) in text
                size = report.print_size((folder / f"{chart['name']}.{code}.png").read_bytes())
                assert width / height == pytest.approx(size[0] / size[1], rel=0.01)
                assert width <= size[0] + 0.1
                if size[1] < 200:
                    assert width == pytest.approx(size[0], abs=0.1)
                assert x >= 17.4
                assert x + width <= 210 - 17.4
                assert y >= 17.4
                assert y + height <= 297 - 17.4
        assert not left, (name, left[0][1]["name"])
