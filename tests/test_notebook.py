"""Notebooks as pages: what is shown of them, and what is refused."""

import copy

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import export
from helpers.commands import run
from helpers.web import notebook
from tests.site_data import card


def shown(data, metadata=None):
    return new_output("display_data", data=data, metadata=metadata or {})


def picture(alt='Bars, "A" first'):
    return shown({"image/png": "eA==", "text/plain": alt}, {"image/png": {"alt": alt}})


def a_notebook(*cells):
    return new_notebook(
        cells=[
            new_markdown_cell("# Titre\n\n**Question.** Qui\nparle ?\n\n**Short answer.** Computed."),
            *cells,
        ]
    )


def test_title_question_and_answer_are_read():
    one = a_notebook(
        new_code_cell("import x"),
        new_code_cell("check()", outputs=[shown({"text/markdown": "Deux."})]),
        new_markdown_cell("**Not shown here.** x"),
        new_code_cell("check()", outputs=[shown({"text/markdown": "Autre."})]),
    )
    assert notebook.title(one, "10_test") == "Titre"
    assert notebook.question(one, "10_test") == "Qui parle ?"
    assert notebook.short_answer(one, "10_test") == ["Deux."]


@pytest.mark.parametrize("read", [notebook.title, notebook.question, notebook.short_answer])
def test_what_is_missing_is_told_with_the_notebook(read):
    with pytest.raises(notebook.NotebookError, match=r"notebooks/10_test\.ipynb: no "):
        read(new_notebook(cells=[new_markdown_cell("rien")]), "10_test")


def test_a_chart_becomes_a_figure_and_its_texts_go_with_it():
    below = shown({"text/html": "<p>A caption</p>", "text/plain": "A caption\nBars"})
    after = shown({"text/html": "<p>Autre</p>", "text/plain": "Autre"})
    cell = new_code_cell("publish()", outputs=[picture(), below, after])
    page = notebook.adapted(a_notebook(cell), "10_test", [card()], lambda one: f"<figure>{one['name']}")
    assert [output.data["text/html"] for output in page.cells[1].outputs] == [
        "<figure>10_test__a",
        "<p>Autre</p>",
    ]
    assert len(cell.outputs) == 3  # the notebook itself is as it was


def test_code_is_folded_and_cells_that_show_nothing_join_the_next():
    cells = [
        new_code_cell("a"),
        new_code_cell("b"),
        new_code_cell("c", outputs=[picture()]),
        new_code_cell("d"),
    ]
    page = notebook.adapted(a_notebook(*cells), "10_test", [card()], lambda one: "<figure>")
    assert [cell.source for cell in page.cells[1:]] == ["a\n\nb\n\nc", "d"]
    assert all("hide-input" in cell.metadata["tags"] for cell in page.cells[1:])


def test_tables_scroll_in_regions_with_names_of_their_own():
    table = shown(
        {"text/html": '<table><thead><tr><th style="x">a</th><th style="x"></th></tr></thead></table>'}
    )
    page = notebook.adapted(
        a_notebook(new_code_cell("t", outputs=[table, copy.deepcopy(table)])), "10_test", [], str
    )
    first, second = (output.data["text/html"] for output in page.cells[1].outputs)
    assert 'aria-label="Table 1: Titre"' in first
    assert 'aria-label="Table 2: Titre"' in second
    assert '<th scope="col" style="x">a</th><td></td>' in first


def test_a_picture_without_a_card_and_a_card_without_a_picture_are_told():
    one = a_notebook(new_code_cell("plot()", outputs=[picture("autre chose")]))
    with pytest.raises(notebook.NotebookError, match=r"10_test\.ipynb: cell 1: .*run make"):
        notebook.adapted(one, "10_test", [card()], str)
    with pytest.raises(notebook.NotebookError, match="does not show 10_test__a"):
        notebook.adapted(a_notebook(), "10_test", [card()], str)


@pytest.mark.parametrize("path", run.found(), ids=lambda path: path.stem)
def test_the_committed_notebooks_become_pages(path):
    content = nbformat.read(path, as_version=4)
    cards = export.cards()
    assert notebook.question(content, path.stem)
    assert notebook.short_answer(content, path.stem)
    page = notebook.adapted(content, path.stem, cards, lambda one: f"<figure>{one['name']}")
    html = [output.data.get("text/html", "") for cell in page.cells for output in cell.get("outputs", [])]
    own = [one["name"] for one in cards if one["name"].startswith(f"{path.stem}__")]
    assert sorted(text.removeprefix("<figure>") for text in html if text.startswith("<figure>")) == own
    assert not [text for text in html if "<em>Description:</em>" in text]
