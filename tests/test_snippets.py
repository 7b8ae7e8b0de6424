"""LaTeX and Markdown snippets: what is escaped reads back as the text that went in."""

import re

import pytest
from markdown_it import MarkdownIt

from helpers import snippets

HOSTILE = [
    "Rien à échapper : «\u202fle pari\u202f» – 3\u202f%",
    "50 % & 3 $ # _ { } ~ ^ \\",
    "$x_1$ et \\input{secret} \\\\ fin",
    "<b>gras</b> & &amp; <script>alert(1)</script>",
    "`code` *fort* _penché_ **double** ~~barré~~",
    "![image](https://example.org/x.png) [lien](x) [^note] {rôle}`x`",
    "a | b | c, ]{, }], [crochets]",
    "--- tirets -- deux",
    "≤ 3 ≥ 2 × 4 − 1 → ≈",
    "=1+1",
    "# titre",
    "1. liste",
    "- liste",
    "quote ' et \" droits",
]
#: How LaTeX reads what the escapes write, beyond a backslash before a sign.
READ = {
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciigrave": "`",
}
MATHS = {"-": "−", r"\times": "×", r"\leq": "≤", r"\geq": "≥", r"\approx": "≈", r"\rightarrow": "→"}


def card(text, **others):
    texts = {"title": text, "caption": text, "alt": text, "source": text} | others
    return {"name": "10_essai__un_graphique", "texts": {"fr": texts}}


def read_latex(source):
    """What LaTeX prints: an own small reader, that refuses a sign that would be a command."""
    out, rest = [], source
    while rest:
        for pattern, read in (
            (r"\\ensuremath\{([^}]*)\}", lambda m: MATHS[m[1]]),
            (r"\\([a-z]+)\{\}", lambda m: READ[m[1]]),
            (r"\\,", lambda m: "\u202f"),
            (r"\\([&%$#_{}])", lambda m: m[1]),
            (r"\{([\[\]])\}", lambda m: m[1]),
            (r"\{\}", lambda m: ""),
            (r"~", lambda m: "\u00a0"),
            (r"[^\\&%$#_{}~^\[\]]", lambda m: m[0]),
        ):
            if found := re.match(pattern, rest):
                out.append(read(found))
                rest = rest[found.end() :]
                break
        else:
            raise AssertionError(f"a command in {rest[:20]!r}")
    return "".join(out)


@pytest.mark.parametrize("text", HOSTILE)
def test_latex_prints_the_text(text):
    assert read_latex(snippets.escape_latex(text)) == text
    assert "--" not in snippets.escape_latex(text)


def test_the_reader_of_this_test_refuses_commands():
    with pytest.raises(AssertionError, match="a command"):
        read_latex("5 $x$")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_latex_figure_keeps_its_braces(text):
    figure = snippets.latex(card(text), "fr", 174.9)
    code = re.sub(r"\\[\\{}%]", "", "\n".join(line for line in figure.splitlines() if line[0] != "%"))
    assert "%" not in code
    depth = 0
    for sign in code:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0
    assert "\n\n" not in figure  # an empty line would end the argument of a key
    assert figure.count("\\begin{figure}") == figure.count("\\end{figure}") == 1


def test_a_latex_figure_has_everything():
    figure = snippets.latex(
        card("Titre ?", caption="Légende.", alt="Des points.", source="Source : x."), "fr", 85.1
    )
    assert "width=85mm, alt={Des points.}]{10_essai__un_graphique.fr.pdf}" in figure
    assert "\\caption[{Titre ?}]{\\textbf{Titre ?} Légende.}" in figure
    assert "\\label{fig:10_essai__un_graphique}" in figure
    assert "{\\footnotesize Source : x.\\par}" in figure


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_the_text(text):
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(snippets.markdown(card(text), "fr"))
    picture, said, source = (token for token in tokens if token.type == "inline")
    (image,) = picture.children
    assert image.attrs["src"] == "10_essai__un_graphique.fr.png"
    assert "".join(child.content for child in image.children) == text
    assert {child.type for child in said.children} <= {"text", "text_special", "strong_open", "strong_close"}
    title, caption = text if text[-1] in ".!?…" else f"{text}.", text
    assert "".join(child.content for child in said.children) == f"{title} {caption}"
    assert "".join(child.content for child in source.children) == text
    assert {child.type for child in source.children} <= {"text", "text_special", "em_open", "em_close"}
