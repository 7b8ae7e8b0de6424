"""The reference of helpers: every module has its place, none is described twice."""

from helpers import paths
from helpers.web import api


def test_every_module_is_described_once():
    found = api.modules(paths.ROOT / "helpers")
    pages = api.pages(found)
    described = [
        line.split(":: ")[1]
        for page in pages.values()
        for line in page.splitlines()
        if line.startswith(".. automodule")
    ]
    assert sorted(described) == sorted(name for name in found if name.count("."))
    assert not [name for name in found if name.startswith(api.LEFT_OUT)]
    assert all(found[name] for name in found)


def test_modules_of_a_subpackage_share_a_page(tmp_path):
    for name in ("p/__init__", "p/a", "p/sub/__init__", "p/sub/b"):
        path = tmp_path / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'"""What ``{name}``\ndoes.\n\nMore."""\n')
    found = api.modules(tmp_path / "p")
    assert found["p.sub.b"] == "What ``p/sub/b`` does."
    pages = api.pages(found)
    assert set(pages) == {"index", "p.a", "p.sub"}
    assert "automodule:: p.sub.b" in pages["p.sub"]
    assert "What p/a does." in pages["index"]
