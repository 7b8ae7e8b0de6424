"""The reference of ``helpers``: one page a module, one a subpackage, written by Sphinx from docstrings and signatures."""

import ast
from pathlib import Path

from helpers.web.page import page, raw, table, text, toctree

#: Commands are run with make, and the pages of the site are not for lifting.
LEFT_OUT = ("helpers.commands", "helpers.web")


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
    """The pages by their names below ``api/``: ``index``, one a module, and the modules of a subpackage on one page."""
    subpackages = {name.rsplit(".", 1)[0] for name in found if name.count(".") == 2}
    top = [name for name in found if name.count(".") == 1]
    written = {}
    for name in top:
        own = (
            [name, *(inner for inner in found if inner.startswith(f"{name}."))]
            if name in subpackages
            else [name]
        )
        blocks = [f"## {inner}\n\n{_module(inner)}" for inner in own] if len(own) > 1 else [_module(name)]
        written[name] = page(name, *blocks)
    rows = [[f'<a href="{name}.html"><code>{text(name)}</code></a>', _prose(found[name])] for name in top]
    written["index"] = page(
        "Python reference",
        "The functions that the notebooks call, with what comes in and out. `make env` installs them.",
        raw(table(["module", "what it is for"], rows, "Modules of helpers")),
        toctree(top),
    )
    return written


def _module(name: str) -> str:
    return f"```{{eval-rst}}\n.. automodule:: {name}\n   :members:\n```"


def _prose(line: str) -> str:
    return text(line.replace("``", ""))
