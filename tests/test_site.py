"""The site as its readers have it: built once, opened in a real browser without a network."""

import functools
import http.server
import io
import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

import axe_playwright_python
import pytest
from bs4 import BeautifulSoup
from filelock import FileLock
from playwright.sync_api import sync_playwright

from helpers import export, language, paths, tables
from helpers.commands import site
from helpers.web import chart, evidence, layers

#: The pages are tried in parts, so that two workers share them.
PARTS = 4
OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
WIDTHS = (360, 768, 1280)
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
#: Contrast is measured in each theme, on a page without what repeats the styles of what stays: rows and sentences far down, more than
#: two functions of a module, the menu. What is folded, and the menu, are tried apart.
REPEATED = ", ".join(
    [
        "tbody tr:nth-child(n+3)",
        ":is(td, th):nth-child(n+7)",
        "li.sentence:nth-child(n+10)",
        ".gallery li:nth-child(n+3)",
        "section:has(> dl.py):nth-of-type(n+4)",
        "section > dl.py:nth-of-type(n+3)",
        "dl.py dl.py:nth-of-type(n+2)",
        ".bd-sidebar-secondary li:nth-child(n+4)",
        ".bd-sidebar-primary, .bd-header-article, footer",
        "details:not([open]) > :not(summary)",
    ]
)
CONTRAST = ["color-contrast", "link-in-text-block"]


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The site, built once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared
    with FileLock(shared / "site.lock"):
        html = shared / "site" / "html"
        if not html.exists():
            # In a process of its own, as make does: Sphinx changes what it is imported into.
            ran = subprocess.run(
                [sys.executable, "-m", "helpers.commands.site", str(shared / "site")],
                cwd=paths.ROOT,
                capture_output=True,
                text=True,
            )
            assert ran.returncode == 0, ran.stderr[-3000:]
    return html


@pytest.fixture(scope="session")
def pages(built):
    return {
        path.relative_to(built).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for path in sorted(built.rglob("*.html"))
    }


class _Server(http.server.SimpleHTTPRequestHandler):
    """The pages, axe beside them, and in place of each drawing an empty one of its size: no rule looks into a picture."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def translate_path(self, path):
        return str(AXE) if path == "/axe.min.js" else super().translate_path(path)

    def end_headers(self):
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def send_head(self):
        drawing = Path(self.translate_path(self.path))
        if not (drawing.parent.name == "figures" and drawing.suffix == ".svg" and drawing.is_file()):
            return super().send_head()
        empty = re.search("<svg[^>]*>", drawing.read_text(encoding="utf-8"))[0] + "</svg>"
        self.send_response(200)
        self.send_header("Content-Type", "image/svg+xml")
        self.send_header("Content-Length", str(len(empty.encode())))
        self.end_headers()
        return io.BytesIO(empty.encode())


@pytest.fixture(scope="session")
def served(built):
    """The site on a port of this machine; nothing else answers."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Server, directory=str(built))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium")
    if not chromium:
        message = "no chromium on this machine: the pages were not opened (apt-get install chromium)"
        if os.environ.get("PRESS_CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", OFFLINE])
        yield started
        started.close()


@pytest.fixture
def tab(browser, served):
    """A page that keeps what it asked for and what went wrong in `faults`."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.faults = []
    page.on("console", lambda m: page.faults.append(f"{page.url}: {m.text}") if m.type == "error" else None)
    page.on("response", lambda r: page.faults.append(f"{r.url}: {r.status}") if r.status >= 400 else None)
    page.on("pageerror", lambda error: page.faults.append(f"{page.url}: {error}"))

    def asked(request):
        if not request.url.startswith((served, "data:", "blob:")):
            page.faults.append(f"{page.url} asks for {request.url}")

    page.on("request", asked)  # a route in between would turn off the browser's cache
    yield page
    page.close()


# --- Without a browser ------------------------------------------------------------------------------------


def test_every_notebook_chart_article_and_codebook_has_its_page(pages, articles):
    expected = {f"notebooks/{path.stem}.html" for path in paths.NOTEBOOKS.glob("*.ipynb")}
    expected |= {f"charts/{card['name']}.html" for card in export.cards()}
    expected |= {f"reader/{article}.html" for article in articles.index}
    expected |= {f"codebooks/{path.stem}.html" for path in paths.CODEBOOKS.glob("*.toml")}
    assert expected <= pages.keys()


def test_every_link_image_and_anchor_resolves(built, pages):
    anchors = {name: {tag["id"] for tag in page.select("[id]")} for name, page in pages.items()}
    missing = []
    for name, page in pages.items():
        for tag in page.select("[href], [src]"):
            url = urlsplit(unquote(tag.get("href") or tag.get("src")))
            if url.scheme or url.netloc:
                continue
            target = (built / name).parent / url.path if url.path else built / name
            target = Path(os.path.normpath(target))
            if not target.is_file():
                missing.append(f"{name}: {url.path}")
            elif url.fragment and target.suffix == ".html":
                own = target.relative_to(built).as_posix()
                if url.fragment not in anchors[own]:
                    missing.append(f"{name}: {url.path}#{url.fragment}")
    assert not sorted(set(missing))


def test_nothing_is_loaded_from_elsewhere(pages):
    loading = {
        tag.get("src") or tag.get("href")
        for page in pages.values()
        for tag in page.select(
            "script[src], img[src], iframe[src], link[rel=stylesheet][href], link[rel=preload][href]"
        )
    }
    assert loading
    assert not [url for url in loading if "//" in url]


def test_every_image_has_the_description_of_its_card(pages):
    alts = {said["alt"] for card in export.cards() for said in card["texts"].values()}
    alts = {" ".join(alt.split()) for alt in alts}
    images = [image for page in pages.values() for image in page.select("main img")]
    assert len(images) > len(alts)
    assert not [image["src"] for image in images if " ".join(image.get("alt", "").split()) not in alts]


def test_every_chart_can_be_linked_downloaded_and_read_as_a_table(pages):
    for card in export.cards():
        name = card["name"]
        figure = pages[f"notebooks/{name.split('__')[0]}.html"].select_one(f"figure#chart-{name}")
        links = {link["href"] for link in figure.select("a")}
        assert {f"#chart-{name}", f"../charts/{name}.html"} <= links
        assert {f"../figures/{file}" for file in export.filenames(name)} <= links
        own = pages[f"charts/{name}.html"]
        assert len(own.select("table")[0].select("tbody tr")) == min(len(card["rows"]), chart.MOST_ROWS)
        assert own.select_one(f'[lang="{language.LANGUAGES[1]}"] img')


def test_evidence_leads_to_its_sentence_and_back(pages):
    forth = {
        (name.removeprefix("charts/").removesuffix(".html"), link["href"].split("../reader/")[1])
        for name, page in pages.items()
        if name.startswith("charts/")
        for link in page.select('td a[href*="../reader/"]')
    }
    back = {
        (link["href"].split("/")[-1].removesuffix(".html"), f"{name.removeprefix('reader/')}#{item['id']}")
        for name, page in pages.items()
        if name.startswith("reader/")
        for item in page.select("li.sentence")
        for link in item.select('a[href^="../charts/"]')
    }
    assert forth
    assert forth <= back


def test_every_evidence_of_every_chart_is_a_sentence_on_a_page(pages, docs):
    cards = export.cards()
    back = evidence.by_sentence(cards, evidence.Places(tables.sentences(docs)))
    for (article, number), charts in back.items():
        item = pages[f"reader/{article}.html"].select_one(f"li.sentence#s{number}")
        assert item.select_one(".words").get_text(strip=True)
        links = {link["href"] for link in item.select("details a")}
        assert links == {f"../charts/{name}.html" for name in charts}


def test_code_is_folded_in_every_notebook(pages):
    for name, page in pages.items():
        if name.startswith("notebooks/"):
            code = page.select("main .cell_input")
            assert code
            assert all(cell.find_parent("details") or cell.select_one("details") for cell in code), name


def test_no_path_of_this_machine_is_on_a_page(built):
    for path in built.rglob("*.html"):
        assert str(paths.ROOT) not in path.read_text(encoding="utf-8"), path.name


# --- In a browser -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_has_a_fault(part, tab, served, pages):
    """Accessibility in both themes, width at three sizes, errors and requests, in one visit a page."""
    found = []
    for name in list(pages)[part::PARTS]:
        tab.goto(served + name)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})
            wide = tab.evaluate("document.documentElement.scrollWidth")
            found += [f"{name}: {wide} wide at {width}"] if wide > width else []
        _ready(tab)
        found += _axe(tab, name, {"rules": {rule: {"enabled": False} for rule in CONTRAST}})
        found += _contrast(tab, name, REPEATED)
    assert not found + tab.faults


def _ready(tab):
    """Load axe, and stop what moves: a colour on its way is no colour of a theme."""
    tab.add_script_tag(url="/axe.min.js")
    tab.add_style_tag(
        content="*, ::before, ::after { transition: none !important; animation: none !important }"
    )


def _contrast(tab, name, without):
    """What axe finds on the colours of both themes, on the page without some of its elements."""
    tab.evaluate("without => document.querySelectorAll(without).forEach(one => one.remove())", without)
    found = []
    for theme in ("light", "dark"):
        tab.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        found += _axe(tab, f"{name} ({theme})", {"runOnly": CONTRAST})
    return found


def _axe(tab, name, options):
    """What axe finds, a line a rule."""
    options = options | {"resultTypes": ["violations"], "elementRef": False, "preload": False}
    violations = tab.evaluate(
        """options => axe.run(document, options).then(result =>
             result.violations.map(v => `${v.id}: ${v.nodes.length}, first ${v.nodes[0].html.slice(0, 200)}`))""",
        options,
    )
    return [f"{name}: {violation}" for violation in violations]


def test_contrast_of_the_menu_and_of_what_is_unfolded_holds(tab, served, pages):
    name = next(name for name in pages if name.startswith("notebooks/"))
    tab.goto(served + name)
    tab.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    _ready(tab)
    assert not _contrast(
        tab, name, "tbody tr:nth-child(n+3), .cell:nth-of-type(n+6), section:nth-of-type(n+4)"
    )


def test_contrast_is_measured_in_each_theme(tab, served):
    """The check itself: grey on grey is found, in the theme that has it."""
    tab.goto(served)
    _ready(tab)
    tab.add_style_tag(
        content="html[data-theme=dark] p { color: #555 !important; background: #444 !important }"
    )
    found = _contrast(tab, "home", REPEATED)
    assert found
    assert all("home (dark): color-contrast" in fault for fault in found)


def reader_page(pages):
    return next(name for name in pages if name.startswith("reader/") and not name.endswith("index.html"))


def test_layers_are_switched_by_keyboard_and_remembered(tab, served, pages):
    tab.goto(served + reader_page(pages))
    for _ in range(200):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.id") == f"layer-{layers.LAYERS[0].key}":
            break
    for layer in layers.LAYERS:
        assert tab.evaluate("document.activeElement.id") == f"layer-{layer.key}"
        assert tab.evaluate("document.activeElement.matches(':focus-visible')")
        mark = f".words mark[data-layer={layer.key}]"
        if tab.query_selector(mark):
            assert _line(tab, mark)
            tab.keyboard.press("Space")
            assert not _line(tab, mark)
        tab.keyboard.press("Tab")
    tab.reload()
    assert not tab.is_checked(f"#layer-{layers.LAYERS[0].key}")
    assert tab.faults == []


def _line(tab, mark):
    """Whether a mark is drawn: its lines and its letter."""
    return tab.evaluate(
        """mark => { const element = document.querySelector(mark), style = getComputedStyle(element);
             return parseFloat(style.borderBottomWidth) + parseFloat(style.borderTopWidth) > 0
               || getComputedStyle(element, '::before').content.includes(element.dataset.letter || '?') }""",
        mark,
    )


def test_layers_show_and_switch_without_scripts(browser, served, pages):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(served + reader_page(pages))
    assert page.locator(".switches input:checked").count() == len(layers.LAYERS)
    actor = page.locator(".words mark[data-layer=actors]").first
    assert actor.evaluate("e => getComputedStyle(e).borderBottomStyle") == "dotted"
    page.uncheck("#layer-actors")
    assert actor.evaluate("e => getComputedStyle(e).borderBottomStyle") == "none"
    page.context.close()


def test_the_keyboard_alone_goes_from_a_chart_to_its_sentence(tab, served, pages):
    name = next(name for name, page in pages.items() if page.select("main td a[href*='/reader/']"))
    tab.goto(served + name)
    tab.focus("main td a[href*='/reader/']")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"/reader/.*#s\d+"))
    assert tab.locator("li:target").count() == 1
    assert tab.faults == []


def test_search_finds_a_word_of_a_chart(tab, served):
    word = max(re.findall(r"\w+", export.cards()[0]["texts"]["en"]["title"]), key=len)
    tab.goto(f"{served}search.html?q={word}")
    tab.wait_for_selector("#search-results li a")
    assert tab.faults == []


def test_a_page_opened_as_a_file_has_no_fault(browser, built):
    page = browser.new_page()
    faults = []
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.on("request", lambda r: faults.append(r.url) if not r.url.startswith(("file:", "data:")) else None)
    for name in ("index.html", "search.html?q=Mistral"):
        page.goto((built / "index.html").as_uri().replace("index.html", name))
        page.wait_for_load_state("networkidle")
    page.wait_for_selector("#search-results li a")
    assert faults == []
    page.close()


def test_print_leaves_out_what_only_a_screen_can_do(tab, served, pages):
    tab.goto(served + reader_page(pages))
    tab.emulate_media(media="print")
    assert not tab.is_visible(".switches")
    assert not tab.is_visible(".bd-sidebar-primary")
    assert tab.is_visible("li.sentence")
    tab.goto(served + next(name for name in pages if name.startswith("notebooks/")))
    assert tab.is_visible("figure.chart img")
    hidden = tab.locator("details.hide, figure.chart details, .ways, .larger")
    assert hidden.count() > 0
    assert not any(one.is_visible() for one in hidden.all())


# --- The command ------------------------------------------------------------------------------------------


def test_a_fault_is_told_and_the_last_site_stays(tmp_path, monkeypatch, capsys):
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "index.html").write_text("old")
    monkeypatch.setattr(export, "cards", list)
    assert site.main([str(tmp_path)]) == 1
    assert "run make" in capsys.readouterr().err
    assert (tmp_path / "html" / "index.html").read_text() == "old"
