"""A committed notebook as a page: never run again; its charts become figures with deep links, its tables scroll on their own."""

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nbformat import NotebookNode

from helpers.web.page import scroll

_SHORT = "**Short answer.**"
_EMPTY_HEAD = re.compile(r"<th[^>]*></th>")  # a column without a name has no head to be read out
_QUESTION = re.compile(r"\*\*Question\.\*\*\s*(.+?)(?:\n\n|\Z)", re.DOTALL)


class NotebookError(ValueError):
    """A notebook that cannot become a page; the message names the notebook, the cell and the remedy."""


def title(notebook: NotebookNode, name: str) -> str:
    """The first heading. Raises :class:`NotebookError` when there is none."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("# "):
            return cell.source.splitlines()[0][2:].strip()
    raise NotebookError(f"notebooks/{name}.ipynb: no cell begins with a title (# …); give the first cell one")


def question(notebook: NotebookNode, name: str) -> str:
    """What the notebook asks: the paragraph after **Question.** Raises :class:`NotebookError` when there is none."""
    for cell in notebook.cells:
        found = _QUESTION.search(cell.source) if cell.cell_type == "markdown" else None
        if found:
            return " ".join(found[1].split())
    raise NotebookError(f"notebooks/{name}.ipynb: no cell has **Question.**; write it into the first one")


def short_answer(notebook: NotebookNode, name: str) -> list[str]:
    """What the notebook computed as its answer: the Markdown outputs between **Short answer.** and the next text.

    Raises :class:`NotebookError` when there is none.
    """
    cells = iter(notebook.cells)
    for cell in cells:
        if cell.cell_type == "markdown" and _SHORT in cell.source:
            break
    answer = []
    for cell in cells:
        if cell.cell_type == "markdown":
            break
        answer += [
            output["data"]["text/markdown"]
            for output in cell.get("outputs", [])
            if "text/markdown" in output.get("data", {})
        ]
    if not answer:
        raise NotebookError(
            f"notebooks/{name}.ipynb: no output after {_SHORT}; compute it there with claims.check and run make"
        )
    return answer


def adapted(
    notebook: NotebookNode,
    name: str,
    cards: Sequence[Mapping[str, Any]],
    figure: Callable[[Mapping[str, Any]], str],
) -> NotebookNode:
    """The notebook as the site shows it: code folded, published charts as `figure` (card to HTML), wide tables in a region.

    A picture is a published chart when its description is that of a card of this notebook; the texts that the notebook shows
    below it are then part of the figure. Raises :class:`NotebookError` for a picture without a card, and for a card of this
    notebook without a picture.
    """
    by_alt = {
        said["alt"]: card
        for card in cards
        if card["name"].startswith(f"{name}__")
        for said in card["texts"].values()
    }
    result, placed, tables, heading = copy.deepcopy(notebook), set(), 0, title(notebook, name)
    result.cells = _joined(result.cells)
    for number, cell in enumerate(result.cells):
        if cell.cell_type == "markdown":
            headings = re.findall(r"^#+ (.+)$", cell.source, re.MULTILINE)
            heading = headings[-1] if headings else heading
            continue
        cell.metadata["tags"] = sorted({*cell.metadata.get("tags", []), "hide-input"})
        outputs, captions = [], ()
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if captions and str(data.get("text/plain", "")).startswith(captions):
                captions = ()
                continue
            if "image/png" in data:
                alt = output.get("metadata", {}).get("image/png", {}).get("alt", "")
                card = by_alt.get(alt)
                if card is None:
                    raise NotebookError(
                        f"notebooks/{name}.ipynb: cell {number}: a picture whose description is that of no chart in figures/; "
                        "draw it with export.publish and run make"
                    )
                placed.add(card["name"])
                captions = tuple(said["caption"] for said in card["texts"].values())
                data = {"text/html": figure(card)}
                output["metadata"] = {}
            elif str(data.get("text/html", "")).startswith("<table"):
                tables += 1
                html = _EMPTY_HEAD.sub("<td></td>", data["text/html"]).replace("<th ", '<th scope="col" ')
                data = {"text/html": scroll(html, f"Table {tables}: {heading}")}
            if "text/html" in data:
                output["data"] = NotebookNode({"text/html": data["text/html"]})
            outputs.append(output)
        cell.outputs = outputs
    missing = sorted({card["name"] for card in by_alt.values()} - placed)
    if missing:
        raise NotebookError(
            f"notebooks/{name}.ipynb: does not show {', '.join(missing)}, of which figures/ has a card; run make"
        )
    return result


def _joined(cells: Sequence[NotebookNode]) -> list[NotebookNode]:
    """The cells, those of code that show nothing put before the code that follows them: one fold in place of several."""
    joined: list[NotebookNode] = []
    for cell in cells:
        before = joined[-1] if joined else None
        if before and before.cell_type == cell.cell_type == "code" and not before.outputs:
            cell.source = f"{before.source}\n\n{cell.source}"
            joined.pop()
        joined.append(cell)
    return joined
