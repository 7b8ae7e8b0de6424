"""What the README files promise: their code runs and prints what they show, their links lead somewhere."""

import contextlib
import io
import re

import nbformat
import pytest

from helpers import paths
from helpers.commands import run

PAGES = [
    path
    for path in sorted(paths.ROOT.glob("**/README.md"))
    if not any(part.startswith(".") for part in path.relative_to(paths.ROOT).parts)
]


def blocks(text, language):
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_page_on_components_prints_what_it_shows():
    text = (paths.ROOT / "helpers" / "README.md").read_text(encoding="utf-8")
    names, printed = {}, []
    for code in blocks(text, "python"):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(code, names)
        printed.append(out.getvalue())
    assert printed[0] == blocks(text, "text")[0]
    assert "<mark" in names["html"] or "<span" in names["html"]
    assert "12,5" in names["html"]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(paths.ROOT)))
def test_links_lead_to_files(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)#\s]+)", text) + re.findall(r'(?:src|href)="([^"#]+)"', text)
    for target in targets:
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("path", run.found(), ids=lambda path: path.stem)
def test_a_short_answer_is_what_its_notebook_computed(path):
    text = (paths.ROOT / "README.md").read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if f"(notebooks/{path.name})" in line)
    notebook = nbformat.read(path, as_version=4)
    said = " ".join(
        str(output["data"]["text/markdown"])
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "text/markdown" in output.get("data", {})
    )
    for sentence in re.split(r"(?<=\.) ", row.split(" | ")[-1].removesuffix(" |")):
        assert sentence in said, sentence
