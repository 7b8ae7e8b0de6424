"""How a notebook shows a table and quotes an article: short, escaped, the same bytes every time."""

import html
from collections.abc import Sequence

import pandas as pd
from IPython.display import HTML, Markdown

from helpers.claims import escape, excerpt


def table(frame: pd.DataFrame, digits: int = 6) -> HTML:
    """A DataFrame as an HTML table: everything escaped, floats to `digits` significant digits, empty cells empty.

    >>> table(pd.DataFrame({"part": ["3 < 4"], "n": [0.5]})).data.count("&lt;")
    1
    """

    def cell(value: object) -> str:
        if value is None or value is pd.NA or (isinstance(value, float) and value != value):
            return ""
        return (
            f"{value:.{digits}g}"
            if isinstance(value, float) and abs(value) < 1e6
            else f"{value:,.0f}"
            if isinstance(value, float)
            else str(value)
        )

    shown = frame.reset_index() if frame.index.name or isinstance(frame.index, pd.MultiIndex) else frame
    sides = [
        "right" if pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind) else "left"
        for kind in shown.dtypes
    ]
    head = "".join(_cell("th", str(name), side) for name, side in zip(shown.columns, sides, strict=True))
    rows = (
        "".join(_cell("td", cell(value), side) for value, side in zip(row, sides, strict=True))
        for row in shown.itertuples(index=False, name=None)
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return HTML(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def _cell(tag: str, text: str, side: str) -> str:
    return f'<{tag} style="text-align:{side}">{html.escape(text)}</{tag}>'


def excerpts(frame: pd.DataFrame, text: str = "text", note: Sequence[str] = (), words: int = 25) -> Markdown:
    """Passages of articles, one a line: the words as printed (at most `words`), then article, sentence and offsets.

    `frame` has article, sentence, start, end and the column named by `text`; columns in `note` are added in brackets.
    """
    lines = []
    for row in frame.to_dict("records"):
        extra = "".join(f", {escape(str(row[name]))}" for name in note if str(row[name]))
        where = (
            f"{escape(str(row['article']))}, sentence {row['sentence']}, {row['start']}–{row['end']}{extra}"
        )
        lines.append(f"- « {escape(excerpt(str(row[text]), words))} » ({where})")
    return Markdown("\n".join(lines) if lines else "*No passage.*")
