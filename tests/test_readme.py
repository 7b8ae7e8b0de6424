"""What the README files promise: their code runs and prints what they show, their links lead somewhere."""

import contextlib
import io
import re

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


def test_the_table_of_notebooks_is_complete():
    text = (paths.ROOT / "README.md").read_text(encoding="utf-8")
    for path in run.found():
        assert f"(notebooks/{path.name})" in text
    assert "SHORT" not in text
