"""A concordance to look at: aligned and highlighted in a notebook, as text in a terminal, as CSV in a file.

Lines come from :func:`helpers.vocabulary.concordance` or :func:`helpers.vocabulary.lines`; nothing here finds
anything.
"""

import html
from collections.abc import Mapping

import pandas as pd
from IPython.display import HTML

from helpers import export

_STYLE = {
    "left": "text-align:right;white-space:nowrap",
    "keyword": "text-align:center;white-space:nowrap",
    "right": "text-align:left;white-space:nowrap",
}


def _where(row: Mapping, labels: Mapping[str, str] | None) -> str:
    return f"{(labels or {}).get(row['article'], row['article'])}, {row['sentence']}"


def _cut(text: str, width: int, left: bool = False) -> str:
    """At most `width` characters, whole words, from the side of the keyword."""
    if len(text) <= width:
        return text
    words = text[len(text) - width :].split(" ", 1)[-1] if left else text[:width].rsplit(" ", 1)[0]
    return f"…{words}" if left else f"{words}…"


def table(
    lines: pd.DataFrame, labels: Mapping[str, str] | None = None, most: int = 40, width: int = 60
) -> HTML:
    """The lines as an HTML table, keyword highlighted and aligned; whatever the text holds is only text.

    `labels` are names of articles to print; `most` lines are shown and the number of the others is said;
    `width` is the number of characters at either side.
    """
    rows = []
    for row in lines.head(most).to_dict("records"):
        cells = {
            "left": html.escape(_cut(row["left"], width, left=True)),
            "keyword": f"<mark>{html.escape(row['keyword'])}</mark>",
            "right": html.escape(_cut(row["right"], width)),
        }
        place = html.escape(f"{_where(row, labels)} ({row['start']}–{row['end']})")
        rows.append(
            "<tr>"
            + "".join(f'<td style="{_STYLE[name]}">{cell}</td>' for name, cell in cells.items())
            + f'<td style="text-align:left">{place}</td></tr>'
        )
    rest = len(lines) - len(rows)
    more = f"<p>{rest} more lines are in the table.</p>" if rest else ""
    head = "<tr><th></th><th></th><th></th><th>article, sentence (offsets)</th></tr>"
    return HTML(f"<table><thead>{head}</thead><tbody>{''.join(rows)}</tbody></table>{more}")


def text(lines: pd.DataFrame, labels: Mapping[str, str] | None = None, width: int = 40) -> str:
    """The lines for a terminal: keywords one under the other, article and sentence at the end.

    >>> line = {"article": "x", "sentence": 2, "left": "la", "keyword": "souveraineté", "right": "perdue"}
    >>> print(text(pd.DataFrame([line]), width=8))
          la [souveraineté] perdue   x, 2
    """
    records = lines.to_dict("records")
    middle = max((len(row["keyword"]) for row in records), default=0)
    return "\n".join(
        f"{_cut(row['left'], width - 1, left=True):>{width}} {'[' + row['keyword'] + ']':<{middle + 2}} "
        f"{_cut(row['right'], width - 1):<{width}} {_where(row, labels)}"
        for row in records
    )


def csv(lines: pd.DataFrame) -> str:
    """The lines as CSV, written as charts write their data: no cell runs as a formula in a spreadsheet."""
    return export.csv_text(lines)  # the one place that knows which cells those are
