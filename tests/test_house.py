"""The house rules that a machine can hold: who imports whom, who writes where, what code may not name."""

import ast
import re
import subprocess
import sys

import pytest

from helpers import corpus, paths

PACKAGE = paths.ROOT / "helpers"
MODULES = {
    ".".join(path.relative_to(paths.ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


def imports(path):
    """Dotted names that a module imports, `from a import b` as a and a.b."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def ours(path):
    return {name for name in imports(path) if name in MODULES and name != "helpers"}


#: What notebooks draw with; analyses give them tables.
DRAWING = {"helpers.charts", "helpers.clouds", "helpers.theme", "helpers.legibility", "helpers.export"}
ANALYSIS = ("framing", "vocabulary", "timeline", "ledger", "uncertainty", "evaluation")
GROUND = {"helpers.paths", "helpers.text"}


def test_the_ground_imports_nothing_of_ours():
    assert ours(MODULES["helpers.paths"]) == set()
    assert ours(MODULES["helpers.text"]) <= {"helpers.paths"}
    assert ours(MODULES["helpers.cleaning"]) <= GROUND


def test_only_the_pipeline_and_its_components_import_spacy_to_read():
    """`tables` may name the type of what it takes; everything above works on tables."""
    users = {name for name, path in MODULES.items() if any(i.split(".")[0] == "spacy" for i in imports(path))}
    allowed = {
        name
        for name in MODULES
        if name.startswith("helpers.components") or name.startswith("helpers.commands")
    }
    assert users <= allowed | {"helpers.pipeline", "helpers.tables", "helpers.french.tense"}


def test_charts_and_analyses_keep_apart():
    for name in ANALYSIS:
        if f"helpers.{name}" in MODULES:
            assert not ours(MODULES[f"helpers.{name}"]) & DRAWING, name
            assert not any(i.split(".")[0] == "matplotlib" for i in imports(MODULES[f"helpers.{name}"])), name
    assert not ours(MODULES["helpers.charts"]) & {"helpers.corpus", "helpers.pipeline", "helpers.tables"}


def test_imports_have_no_circle():
    graph = {name: ours(path) - {name} for name, path in MODULES.items()}
    while graph:
        leaves = {name for name, needs in graph.items() if not needs & graph.keys()}
        assert leaves, f"a circle among {sorted(graph)}"
        graph = {name: needs for name, needs in graph.items() if name not in leaves}


def test_only_export_writes_figures():
    users = {
        name for name, path in MODULES.items() if re.search(r"\bFIGURES\b", path.read_text(encoding="utf-8"))
    }
    assert users <= {"helpers.paths", "helpers.export", "helpers.commands.site"}  # the site copies them


def test_code_names_no_article_and_no_outlet():
    articles = corpus.load()
    names = [*articles.index, *articles["outlet"]]
    for name, path in MODULES.items():
        strings = [
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value
        ]
        assert not [s for s in strings if s in names], name


@pytest.mark.parametrize("name", [name for name in MODULES if not name.startswith("helpers.commands")])
def test_every_public_function_says_what_it_does(name):
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), name
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{name}.{node.name}"


def test_every_rule_file_names_its_origin():
    for path in sorted(paths.RULES.glob("*.toml")):
        assert "origin" in path.read_text(encoding="utf-8").lower(), path.name


def test_every_module_has_a_test_file():
    tested = {path.stem.removeprefix("test_") for path in (paths.ROOT / "tests").glob("test_*.py")}
    own = {
        name.rsplit(".", 1)[-1]
        for name in MODULES
        if name.count(".") and not name.startswith("helpers.commands")
    }
    own -= {"helpers", "components", "commands", "french", "web", "base", "paths"}
    own -= {"theme", "legibility"}  # what charts are made of: tested on charts
    assert not own - tested, sorted(own - tested)


def test_doctests_hold():
    names = [str(path) for name, path in MODULES.items() if not name.startswith("helpers.commands")]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--doctest-modules", "-p", "no:cacheprovider", *names],
        capture_output=True,
        text=True,
        cwd=paths.ROOT,
    )
    assert ran.returncode == 0, ran.stdout[-3000:]


def test_lint():
    for command in (["check"], ["format", "--check"]):
        ran = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "."], capture_output=True, text=True, cwd=paths.ROOT
        )
        assert ran.returncode == 0, ran.stdout[-3000:]
