"""Codebooks are checked, and a fault names file, entry and field."""

import pytest

from helpers import codebook

GOOD = '[a]\nname = "A"\nkind = "company"\nside = "French"\nvariants = ["A"]\n'


def test_the_actors_of_the_project_are_valid():
    assert codebook.actors()["openai"].name == "OpenAI"


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        (GOOD.replace('"company"', '"firm"'), ["actors.toml", "[a]", "kind"]),
        (GOOD.replace('side = "French"\n', ""), ["actors.toml", "[a]", "side"]),
        (GOOD + "colour = 3\n", ["actors.toml", "[a]", "colour"]),
        (GOOD.replace('["A"]', "[]"), ["actors.toml", "[a]", "variants"]),
        (GOOD.replace('["A"]', '[" "]'), ["actors.toml", "[a]", "empty variant"]),
        (GOOD + GOOD.replace("[a]", "[b]"), ["actors.toml", "[b]", "also belongs to [a]"]),
        (GOOD + "[a\n", ["actors.toml", "TOML", "line"]),
        ("\xff", ["actors.toml"]),
    ],
)
def test_a_fault_is_told(tmp_path, toml, said):
    (tmp_path / "actors.toml").write_text(toml, encoding="latin-1")
    with pytest.raises(codebook.CodebookError) as error:
        codebook.actors(tmp_path)
    assert all(word in str(error.value) for word in said)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(codebook.CodebookError, match=r"actors\.toml: not found"):
        codebook.actors(tmp_path)


def test_all_faults_are_told_at_once(tmp_path):
    (tmp_path / "actors.toml").write_text(GOOD.replace('"company"', '"firm"').replace('"French"', '"Gallic"'))
    with pytest.raises(codebook.CodebookError) as error:
        codebook.actors(tmp_path)
    assert len(str(error.value).splitlines()) == 2
