"""The reference of ``helpers``: one page a group of modules, written by Sphinx from docstrings and signatures."""

import ast
import re
from pathlib import Path

from helpers.web.page import page, raw, table, text, toctree

#: Commands are run with make, and the pages of the site are not for lifting.
LEFT_OUT = ("helpers.commands", "helpers.web")
#: One page each: what somebody who looks for a function would look under.
GROUPS = {
    "Corpus and pipeline": ("paths", "cleaning", "text", "corpus", "codebook", "pipeline", "tables"),
    "Components": ("components",),
    "French": ("french",),
    "Framing and voices": ("framing", "voices", "naming", "explore", "coding", "agreement", "evaluation"),
    "Words": (
        "vocabulary",
        "sovereignty",
        "modality",
        "lexicon",
        "keyness",
        "collocation",
        "cooccurrence",
        "correspondence",
        "dispersion",
        "diversity",
        "kwic",
        "overview",
    ),
    "Time": ("timeline", "dating", "linking", "publication", "almanac"),
    "Quantities": ("ledger", "facts", "arithmetic", "exchange", "workbook", "uncertainty"),
    "Drawing": ("charts", "scales", "timecharts", "maps", "clouds", "theme", "legibility"),
    "Letters and pictures": ("lettering", "fonts", "pictures", "png", "faster"),
    "Publishing": ("export", "language", "claims", "show", "report", "snippets", "archive", "ooxml"),
}
REST = "More"  # the page of modules that no group names


def modules(package: Path) -> dict[str, str]:
    """Every module of the package that is described, by its dotted name, with the first line of its docstring."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        name = ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
        if not name.startswith(LEFT_OUT):
            described = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            found[name] = described.split("\n\n")[0].replace("\n", " ")
    return found


def pages(found: dict[str, str]) -> dict[str, str]:
    """The pages by their names below ``api/``: ``index``, with a link to every module, and one a group of modules."""
    top = [name for name in found if name.count(".") == 1]
    placed = {f"helpers.{module}": group for group, modules in GROUPS.items() for module in modules}
    written, blocks, trees = {}, [], []
    for group in [*GROUPS, REST]:
        own = [name for name in top if placed.get(name, REST) == group]
        if not own:
            continue
        slug = group.lower().replace(" ", "-")
        described = [
            inner for name in own for inner in found if inner == name or inner.startswith(f"{name}.")
        ]
        written[slug] = page(group, *(f"## {inner}\n\n{_module(inner)}" for inner in described))
        rows = [
            [f'<a href="{slug}.html#module-{name}"><code>{text(name)}</code></a>', _prose(found[name])]
            for name in own
        ]
        blocks += [f"## {group}", raw(table(["module", "what it is for"], rows, f"Modules: {group.lower()}"))]
        trees.append(slug)
    written["index"] = page(
        "Python reference",
        "The functions that the notebooks call, with what comes in and out. `make env` installs them.",
        *blocks,
        toctree(trees),
    )
    return written


def _module(name: str) -> str:
    return f"```{{eval-rst}}\n.. automodule:: {name}\n   :members:\n```"


def _prose(line: str) -> str:
    return text(re.sub(r":\w+:`([^`]*)`", r"\1", line).replace("``", ""))
