"""What every page is made of: escaped text, HTML set into Markdown, tables that scroll on their own, links of a README.

Pages are Markdown files for Sphinx. What holds text of articles or codebooks goes in as HTML, escaped here, because no
Markdown can then be read into it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from helpers import claims

_LINK = re.compile(r"\[([^\]\[]*)\]\(([^)\s#]*)(#[^)\s]*)?\)")


def text(value: object) -> str:
    """A value as HTML text on one line; None is nothing. Also fit for an attribute between double quotes.

    >>> text('3 < 4 "petits"')
    '3 &lt; 4 &quot;petits&quot;'
    """
    return escape(" ".join(str("" if value is None else value).split()))


def raw(html: str) -> str:
    """HTML as a block of a Markdown page; a backtick in it cannot end the block.

    >>> print(raw("<p>Le Chat</p>"))
    ```{raw} html
    <p>Le Chat</p>
    ```
    """
    return "```{raw} html\n" + html.replace("`", "&#96;") + "\n```"


def page(title: str, *blocks: str) -> str:
    """A Markdown page: its title (plain text), and blocks of Markdown with a blank line between.

    >>> page("100 % *européen*", "Un bloc.")
    '# 100 % \\\\*européen\\\\*\\n\\nUn bloc.\\n'
    """
    return "\n\n".join([f"# {claims.escape(title)}", *(block for block in blocks if block)]) + "\n"


def toctree(pages: Iterable[str], caption: str = "") -> str:
    """The list of pages for Sphinx, such as ``reader/matin``: the menu, and what comes before and after a page.

    >>> print(toctree(["corpus"]))
    ```{toctree}
    :hidden:
    corpus
    ```
    """
    return "\n".join(
        ["```{toctree}", *([f":caption: {caption}"] if caption else []), ":hidden:", *pages, "```"]
    )


def scroll(html: str, label: str) -> str:
    """HTML that may be wider than the page, in a region of its own that the keyboard reaches and scrolls."""
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{text(label)}">{html}</div>'


def table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], caption: str, numbers: Iterable[str] = ()
) -> str:
    """A table of cells that are HTML already, with caption and column heads (escaped here); `numbers` are set right.

    >>> table(["mot", "n"], [["<b>accord</b>", "2"]], "Les mots", numbers=["n"]).count('class="number"')
    2
    """
    kinds = [' class="number"' if name in set(numbers) else "" for name in columns]
    head = "".join(
        f'<th scope="col"{kind}>{text(name)}</th>' for name, kind in zip(columns, kinds, strict=True)
    )
    body = "".join(
        "<tr>" + "".join(f"<td{kind}>{cell}</td>" for cell, kind in zip(row, kinds, strict=True)) + "</tr>\n"
        for row in rows
    )
    return scroll(
        f"<table><caption>{text(caption)}</caption><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>",
        f"{caption} (scrolls)",
    )


def relinked(markdown: str, pages: Mapping[str, str]) -> str:
    """A README as a page: links to files become links to the pages in `pages`; what is no page keeps its words alone.

    Links to other sites stay.

    >>> relinked("Voir [ici](coding/README.md), [là](raw/x.txt).", {"coding/README.md": "coding.md"})
    'Voir [ici](coding.md), là.'
    """

    def link(found: re.Match[str]) -> str:
        words, target, anchor = found[1], found[2], found[3] or ""
        if "://" in target or not target:
            return found[0]
        return f"[{words}]({pages[target]}{anchor})" if target in pages else words

    return _LINK.sub(link, markdown)
