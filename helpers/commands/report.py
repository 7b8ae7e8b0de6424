"""The report kit from the published charts: ``python -m helpers.commands.report [--language fr]``.

Writes ``figures/charts.<language>.docx`` and, for each chart, ``figures/snippets/<name>.<language>.tex`` and ``.md``. Nothing is
written unless everything could be made.
"""

import argparse
import sys

from helpers import export, language, report, snippets


def made(languages: tuple[str, ...]) -> dict[str, bytes]:
    """Every file of the kit, by its path below the charts; raises report.ReportError when a chart is not complete."""
    cards, folder, files = export.cards(), export.folder(), {}
    for spoken in languages:
        files[f"charts.{spoken}.docx"] = report.document(cards, spoken, folder)
        for card in cards:
            name = f"{card['name']}.{spoken}"
            width, _ = report.print_size((folder / f"{name}.png").read_bytes())
            files[f"snippets/{name}.tex"] = snippets.latex(card, spoken, width).encode("utf-8")
            files[f"snippets/{name}.md"] = snippets.markdown(card, spoken).encode("utf-8")
    return files


def main(arguments: list[str] | None = None) -> int:
    """0 when the documents are written; otherwise what is missing, and 1."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers.commands.report", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--language", choices=language.LANGUAGES, help="only this one (both if left out)")
    chosen = parser.parse_args(arguments).language
    try:
        files = made((chosen,) if chosen else language.LANGUAGES)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    export.write_files(files)
    texts = sum(name.startswith("snippets/") for name in files)
    for name in files:
        if name.endswith(".docx"):
            charts = sum(other.endswith(f".{name.split('.')[1]}.tex") for other in files)
            print(f"figures/{name}: {charts} charts, {len(files[name]) / 1000:,.0f} kB")
    print(f"figures/snippets: {texts} snippets (LaTeX and Markdown)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
