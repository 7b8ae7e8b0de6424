"""A chart as a snippet for a report: a LaTeX figure, a Markdown figure. Texts are escaped, so that they stay texts."""

import re
from collections.abc import Mapping
from typing import Any

from helpers.ooxml import legal

_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    "[": r"{[}",
    "]": r"{]}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    # pdfLaTeX takes French letters and quotation marks as they are, but not these.
    "\u00a0": "~",
    "\u202f": r"\,",
    "\u2009": r"\,",
    "\u2011": r"\mbox{-}",
    "\u2212": r"\ensuremath{-}",
    "\u00d7": r"\ensuremath{\times}",
    "\u2264": r"\ensuremath{\leq}",
    "\u2265": r"\ensuremath{\geq}",
    "\u2248": r"\ensuremath{\approx}",
    "\u2192": r"\ensuremath{\rightarrow}",
}
#: What is markup within a line, for CommonMark and for Pandoc; no line of ours begins with a text.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$&^@])")


def latex(card: Mapping[str, Any], language: str, width: float) -> str:
    """A ``figure`` environment with the chart as PDF, its description, caption, label and source.

    ``width`` is the print width in millimetres. The figure needs the package graphicx.
    """
    name, texts = card["name"], card["texts"][language]
    title, caption, alt, source = (escape_latex(texts[key]) for key in ("title", "caption", "alt", "source"))
    lines = [
        f"% Put {name}.{language}.pdf beside the document, or name its folder with \\graphicspath.",
        f"% {width:.0f} mm is its print size; in a narrower column write width=\\linewidth.",
        "% The key alt needs TeX Live 2022 or newer: delete it where an older one stops at it.",
        "\\begin{figure}[htbp]",
        "  \\centering",
        f"  \\includegraphics[width={width:.0f}mm, alt={{{alt}}}]{{{name}.{language}.pdf}}",
        f"  \\caption[{{{title}}}]{{\\textbf{{{_stopped(title)}}} {caption}}}",
        f"  \\label{{fig:{name}}}",
        f"  {{\\footnotesize {source}\\par}}",
        "\\end{figure}",
    ]
    return "\n".join(lines) + "\n"


def markdown(card: Mapping[str, Any], language: str) -> str:
    """Picture with description, then title and caption, then source, in the Markdown that all readers know (CommonMark)."""
    name, texts = card["name"], card["texts"][language]
    title, caption, alt, source = (
        escape_markdown(texts[key]) for key in ("title", "caption", "alt", "source")
    )
    return f"![{alt}]({name}.{language}.png)\n\n**{_stopped(title)}** {caption}\n\n*{source}*\n"


def _stopped(title: str) -> str:
    """The title as a sentence of its own."""
    return title if title.endswith((".", "!", "?", "…")) else f"{title}."


def escape_latex(text: str) -> str:
    """The text as LaTeX prints it; French letters and quotation marks stay as they are.

    >>> escape_latex("50 % de l_ensemble & 3 $")
    '50 \\\\% de l\\\\_ensemble \\\\& 3 \\\\$'
    """
    escaped = "".join(_LATEX.get(sign, sign) for sign in legal(text))
    return re.sub("-(?=-)", "-{}", escaped)  # two hyphens would print as a dash


def escape_markdown(text: str) -> str:
    """The text as a Markdown reader shows it: every sign that could be markup gets a backslash.

    >>> escape_markdown("*Le pari* <b>")
    '\\\\*Le pari\\\\* \\\\<b\\\\>'
    """
    return _MARKDOWN.sub(r"\\\1", legal(text))
