"""How Sphinx makes HTML of the pages that ``make site`` writes. Nothing is run, nothing is fetched."""

from pathlib import Path

from numpy.typing import ArrayLike
from sphinx import addnodes
from sphinx.util.typing import stringify_annotation

_HERE = Path(__file__).parent
_README = (_HERE.parent / "README.md").read_text(encoding="utf-8")

project = _README.splitlines()[0].removeprefix("# ")
html_title = project
language = "en"

extensions = ["myst_nb", "sphinx.ext.autodoc"]
nb_execution_mode = "off"
nb_code_prompt_show = "Show code"
nb_code_prompt_hide = "Hide code"
# Widgets and formulas would be loaded from elsewhere; no page has any.
nb_ipywidgets_js = {}
mathjax_path = "no-formulas.js"

default_role = "code"
autodoc_member_order = "bysource"
# What matplotlib says of its own methods is in its own markup, and its own place.
autodoc_inherit_docstrings = False
# A default is shown as written: evaluated, it would be a path of this machine.
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
add_module_names = False
# matplotlib writes a method `set` into every artist, in markup of its own.
autodoc_default_options = {"exclude-members": "set"}

html_theme = "sphinx_book_theme"
html_theme_options = {
    "use_download_button": False,
    "use_fullscreen_button": False,
    "show_toc_level": 2,
    "max_navbar_depth": 1,
    "article_header_start": ["toggle-primary-sidebar.html", "breadcrumbs.html"],
    "home_page_in_toc": False,
    "navbar_persistent": [],
    "search_bar_text": "Search these pages",
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
html_favicon = str(_HERE / "_static" / "favicon.svg")
html_context = {"default_mode": "auto"}
templates_path = [str(_HERE / "_templates")]
html_static_path = [str(_HERE / "_static")]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_use_index = html_domain_indices = False
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False


def setup(app):
    """The value of a constant is left out: it may be a page long, or a path of this machine."""

    def without_value(app, domain, kind, content):
        if kind in ("data", "attribute"):
            for note in list(content.parent.findall(addnodes.desc_annotation)):
                if note.astext().lstrip().startswith("="):
                    note.parent.remove(note)

    def as_written(app, what, name, obj, options, signature, returns):
        """numpy's ArrayLike is a union of eight types that no reader knows."""
        for mode in ("smart", "fully-qualified", "fully-qualified-except-typing"):
            whole = stringify_annotation(ArrayLike, mode)
            signature, returns = (said and said.replace(whole, "ArrayLike") for said in (signature, returns))
        return signature, returns

    app.connect("object-description-transform", without_value)
    app.connect("autodoc-process-signature", as_written)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
