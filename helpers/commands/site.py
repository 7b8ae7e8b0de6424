"""Build the site: ``python -m helpers.commands.site [FOLDER]``.

Pages are written from the committed notebooks, charts, corpus and codebooks into ``site/_build/source``; Sphinx makes HTML of them, with
warnings as errors. Nothing is run again and nothing is fetched.
"""

import argparse
import os
import shutil
import sys
import time
import tomllib
from pathlib import Path

import nbformat
from sphinx.cmd.build import build_main

from helpers import corpus, export, language, paths, pipeline, tables
from helpers.commands import run
from helpers.web import api, books, chart, evidence, home, layers, notebook, reader
from helpers.web.page import relinked

SITE = paths.ROOT / "site"
BUILD = SITE / "_build"


def write(folder: Path, pages: dict[str, str]) -> None:
    """Write the pages below `folder`, by their names."""
    for name, content in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")


def source(folder: Path) -> None:
    """Write everything that Sphinx reads to `folder`. Raises ValueError, with file, field and remedy, where something does not fit."""
    cards = export.cards()
    titles = {card["name"]: card["texts"][language.LANGUAGES[0]]["title"] for card in cards}
    articles = corpus.load()
    docs = pipeline.annotate(articles)
    sentences, found = tables.sentences(docs), layers.found(docs)
    places = evidence.Places(sentences)
    stands_on = {card["name"]: evidence.rows(card, places) for card in cards}
    by_sentence = evidence.by_sentence(cards, places)
    notebooks = {path.stem: nbformat.read(path, as_version=4) for path in run.found()}
    names = {name: notebook.title(content, name) for name, content in notebooks.items()}

    pages = {}
    for name, content in notebooks.items():
        shown = notebook.adapted(
            content, name, cards, lambda card: chart.figure(card, paths.FIGURES, stands_on[card["name"]])
        )
        pages[f"notebooks/{name}.ipynb"] = nbformat.writes(shown)
    for card in cards:
        name = card["name"]
        pages[f"charts/{name}.md"] = chart.chart_page(
            card, paths.FIGURES, stands_on[name], names[name.split("__")[0]]
        )
    pages["charts/index.md"] = chart.gallery(cards, paths.FIGURES, names)
    for article, row in articles.iterrows():
        own, own_found = (frame[frame["article"] == article] for frame in (sentences, found))
        pages[f"reader/{article}.md"] = reader.article_page(row, own, own_found, by_sentence, titles)
    pages["reader/index.md"] = reader.index(articles, sentences, by_sentence)
    pages |= _codebooks() | _corpus()
    pages |= {
        f"api/{name}.md": content for name, content in api.pages(api.modules(paths.ROOT / "helpers")).items()
    }
    answers = {
        name: (names[name], notebook.question(content, name), notebook.short_answer(content, name))
        for name, content in notebooks.items()
    }
    pages["index.md"] = home.home(
        (SITE / "index.md").read_text(encoding="utf-8"),
        answers,
        {card["name"]: card for card in cards},
        lambda card: chart.figure(card, paths.FIGURES, stands_on[card["name"]], up=""),
    ) + home.menu(list(notebooks), [name.removesuffix(".md") for name in pages if name.startswith("corpus")])
    write(folder, pages)


def figures(folder: Path) -> None:
    """Copy every file of every chart to `folder`."""
    folder.mkdir(parents=True)
    for card in export.cards():
        for file in paths.FIGURES.glob(f"{card['name']}.*"):
            shutil.copyfile(file, folder / file.name)


def clear(html: Path) -> None:
    """Remove what the themes leave among the pages: macros that no page is made of any more."""
    for file in html.glob("_static/*macros.html"):
        file.unlink()


def _codebooks() -> dict[str, str]:
    pages, firsts = {}, {}
    for path in sorted(paths.CODEBOOKS.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        firsts[path.stem] = " ".join(books.preamble(text)[:1])
        pages[f"codebooks/{path.stem}.md"] = books.book_page(path.stem, text, tomllib.loads(text))
    return pages | {"codebooks/index.md": books.index(list(firsts), firsts)}


def _corpus() -> dict[str, str]:
    """The README of the corpus as ``corpus.md``, those of its folders as ``corpus-<folder>.md``, linked with each other."""
    files = {file.relative_to(paths.CORPUS): file for file in sorted(paths.CORPUS.rglob("README.md"))}
    names = {place: "-".join(["corpus", *place.parent.parts]) + ".md" for place in files}
    return {
        names[place]: relinked(
            file.read_text(encoding="utf-8"),
            {Path(os.path.relpath(other, place.parent)).as_posix(): name for other, name in names.items()},
        )
        for place, file in files.items()
    }


def build(folder: Path = BUILD, quiet: bool = True) -> Path:
    """Build the site in `folder`/html, replaced as a whole when it is done, and return that path.

    Raises RuntimeError when Sphinx warns; what it says stands on standard error.
    """
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    source(work / "source")
    arguments = ["-b", "html", "-W", "--keep-going", "-j", str(min(4, os.cpu_count() or 1)), "-c", str(SITE)]
    arguments += ["-q"] if quiet else []
    status = build_main([*arguments, "-d", str(work / "doctrees"), str(work / "source"), str(work / "html")])
    if status:
        raise RuntimeError(
            "the site was not built: mend what Sphinx says above; the pages it read are in "
            + str(work / "source")
        )
    clear(work / "html")
    figures(work / "html" / "figures")
    html = folder / "html"
    shutil.rmtree(html, ignore_errors=True)
    os.replace(work / "html", html)
    shutil.rmtree(work)
    return html


def main(arguments: list[str] | None = None) -> int:
    """The command line: build, and say in one line what was built."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.commands.site", description=__doc__.splitlines()[0]
    )
    parser.add_argument("folder", nargs="?", type=Path, default=BUILD, help="where to build (site/_build)")
    parser.add_argument("--verbose", action="store_true", help="show what Sphinx does")
    chosen = parser.parse_args(arguments)
    started = time.monotonic()
    try:
        html = build(chosen.folder, quiet=not chosen.verbose)
    except (ValueError, RuntimeError) as error:
        print(error, file=sys.stderr)
        return 1
    many = len(list(html.rglob("*.html")))
    where = html.relative_to(paths.ROOT) if html.is_relative_to(paths.ROOT) else html
    print(f"{many} pages in {time.monotonic() - started:.0f} s: {where}/index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
