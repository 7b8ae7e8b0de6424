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


def test_every_module_is_in_one_group_and_no_group_names_another():
    found = {name.split(".")[1] for name in api.modules(paths.ROOT / "helpers") if name.count(".")}
    named = [module for modules in api.GROUPS.values() for module in modules]
    assert sorted(named) == sorted(found), "put each module into one of helpers.web.api.GROUPS"


def test_modules_of_a_group_share_a_page_and_a_module_without_a_group_has_a_place(tmp_path):
    for name in ("helpers/__init__", "helpers/new", "helpers/french/__init__", "helpers/french/b"):
        path = tmp_path / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'"""What ``{name}``\ndoes, see :mod:`x`.\n\nMore."""\n')
    found = api.modules(tmp_path / "helpers")
    assert found["helpers.french.b"] == "What ``helpers/french/b`` does, see :mod:`x`."
    pages = api.pages(found)
    assert set(pages) == {"index", "french", "more"}
    assert "automodule:: helpers.french.b" in pages["french"]
    assert "automodule:: helpers.new" in pages["more"]
    assert "What helpers/new does, see x." in pages["index"]
    assert 'href="more.html#module-helpers.new"' in pages["index"]
