"""The codebooks as pages: what is looked for, as tables, whatever the file looks like."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from helpers.web.page import page, raw, table, text, toctree


def book_page(name: str, source: str, data: Mapping[str, Any]) -> str:
    """A codebook as Markdown: what its first lines say, then its tables. `source` is the TOML as text, `data` what it holds."""
    said = "\n".join(escape(line, quote=False) for line in preamble(source))
    blocks = [raw(f'<div class="comment">{said}</div>')] if said else []
    if about := data.get("about"):
        blocks += ["## About", raw(_fields(about))]
    for title, rows in tables(data):
        if title:
            blocks.append(f"## {_words(title)}")
        columns = list(dict.fromkeys(key for row in rows for key in row))
        cells = [[_cell(row.get(column)) for column in columns] for row in rows]
        caption = f"{len(rows)} entries of {name}.toml" + (f", {title}" if title else "")
        blocks.append(raw(table(columns, cells, caption)))
    return page(_words(name), *blocks)


def _words(key: str) -> str:
    return re.sub(r"[*`<\[]", "", key.replace("_", " ").replace("-", " ")).capitalize()


def preamble(source: str) -> list[str]:
    """The comment at the head of a TOML file, without its signs.

    >>> preamble("# Les cadres.\\n# Origine : lecture.\\n\\n[a]\\n# suite")
    ['Les cadres.', 'Origine : lecture.']
    """
    lines = []
    for line in source.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("#").removeprefix(" ").rstrip())
    return lines


def tables(data: Mapping[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The tables that a codebook holds: (title, rows). Entries of the file itself have no title and come first.

    >>> tables({"accord": {"forme": "accord"}, "termes": [{"forme": "pacte"}]})
    [('', [{'entry': 'accord', 'forme': 'accord'}]), ('termes', [{'forme': 'pacte'}])]
    """
    entries, groups = [], []
    for key, value in data.items():
        if key == "about":
            continue
        if (
            isinstance(value, Mapping)
            and value
            and all(isinstance(inner, Mapping) for inner in value.values())
        ):
            groups.append((key, [{"entry": name, **inner} for name, inner in value.items()]))
        elif isinstance(value, Mapping):
            entries.append({"entry": key, **value})
        elif (
            isinstance(value, Sequence)
            and not isinstance(value, str)
            and all(isinstance(v, Mapping) for v in value)
        ):
            groups.append((key, [dict(inner) for inner in value]))
        else:
            entries.append({"entry": key, "value": value})
    return [("", entries), *groups] if entries else groups


def _cell(value: Any) -> str:
    """A value of TOML as HTML: lists with commas, entries inside an entry as a list of fields."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{text(key)}: {_cell(inner)}" for key, inner in value.items())
    if isinstance(value, list) and any(isinstance(inner, Mapping) for inner in value):
        return "<ul>" + "".join(f"<li>{_cell(inner)}</li>" for inner in value) + "</ul>"
    if isinstance(value, list):
        return ", ".join(_cell(inner) for inner in value)
    return text(value)


def _fields(table: Mapping[str, Any]) -> str:
    return (
        "<dl>"
        + "".join(f"<dt>{text(key)}</dt><dd>{_cell(value)}</dd>" for key, value in table.items())
        + "</dl>"
    )


def index(books: Sequence[str], firsts: Mapping[str, str]) -> str:
    """The page before the codebooks; `firsts` gives the first line of each."""
    items = "".join(
        f'<li><a href="{name}.html">{text(_words(name))}</a>: {text(firsts[name])}</li>' for name in books
    )
    return page(
        "Codebooks",
        "What is looked for is data: one TOML file a codebook in `corpus/codebooks/`, shown here as tables.",
        raw(f"<ul>{items}</ul>"),
        toctree(books),
    )
