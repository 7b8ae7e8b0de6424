"""Loading: what comes out, and a clear fault for everything that can be wrong."""

import hashlib
import warnings

import pandas as pd
import pytest
from conftest import SIXTH, add_sixth

from helpers import corpus, paths


def test_every_article_is_there_in_order_of_date(articles):
    assert list(articles.columns) == list(corpus.COLUMNS)
    assert articles.index.name == "article"
    assert set(articles.index) == {path.stem for path in (paths.CORPUS / "raw").glob("*.txt")}
    keys = list(zip(articles["earliest"], articles.index, strict=True))
    assert keys == sorted(keys)


def test_cleaned_texts_equal_the_reference(articles):
    for article, text in articles["text"].items():
        assert text == (paths.REFERENCE / "clean" / f"{article}.txt").read_text(encoding="utf-8"), article


def test_metadata_agree_with_the_reference(articles):
    reference = pd.read_csv(paths.REFERENCE / "articles.csv", index_col="article", keep_default_na=False)
    for column in ("outlet", "headline", "author", "earliest", "latest"):
        assert articles[column].to_dict() == reference[column].reindex(articles.index).to_dict(), column


def test_raw_files_are_named_with_their_digest(articles):
    for article, digest in articles["sha256"].items():
        assert hashlib.sha256((paths.CORPUS / "raw" / f"{article}.txt").read_bytes()).hexdigest() == digest


def test_labels_are_short_and_differ(articles):
    assert articles["label"].is_unique
    assert articles["label"].str.len().max() <= 24


def test_one_more_article_is_one_file_and_one_table(copy, articles):
    add_sixth(copy)
    table = corpus.load(copy)
    assert len(table) == len(articles) + 1
    assert table.loc["sixth", "headline"] == SIXTH.splitlines()[0]
    assert table.loc["sixth", "text"].count("\n\n") == 3


def edit(folder, old, new, count=1):
    manifest = folder / "articles.toml"
    text = manifest.read_text(encoding="utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new, count), encoding="utf-8")


def raw(folder, article="sixth"):
    return folder / "raw" / f"{article}.txt"


FAULTS = {
    "missing file": (lambda f: raw(f).unlink(), ["raw/sixth.txt", "missing"]),
    "extra file": (
        lambda f: (f / "raw" / "autre.txt").write_text("Un texte."),
        ["raw/autre.txt", "no table"],
    ),
    "unsafe id": (lambda f: edit(f, "[sixth]", '["../sixth"]'), ["articles.toml", "'../sixth'", "unsafe"]),
    "id with a dot": (lambda f: edit(f, "[sixth]", '["si.xth"]'), ["articles.toml", "'si.xth'", "unsafe"]),
    "id with a space": (lambda f: edit(f, "[sixth]", '["si xth"]'), ["articles.toml", "'si xth'", "unsafe"]),
    "duplicate id": (lambda f: edit(f, "[sixth]", "[sixth]\n[sixth]"), ["articles.toml", "line", "twice"]),
    "unknown field": (
        lambda f: edit(f, "[sixth]", "[sixth]\neditor = 'x'"),
        ["articles.toml", "sixth", "editor"],
    ),
    "missing field": (lambda f: edit(f, 'dated_by = "given"\n', ""), ["articles.toml", "sixth", "dated_by"]),
    "missing date": (
        lambda f: edit(f, 'earliest = "2024-02-28"\n', ""),
        ["articles.toml", "sixth", "earliest"],
    ),
    "dates swapped": (
        lambda f: edit(f, 'earliest = "2024-02-28"', 'earliest = "2024-03-28"'),
        ["sixth", "earliest", "after"],
    ),
    "impossible date": (
        lambda f: edit(f, 'latest = "2024-02-28"', 'latest = "2024-02-30"'),
        ["sixth", "latest", "2024-02-30"],
    ),
    "impossible TOML date": (
        lambda f: edit(f, 'latest = "2024-02-28"', "latest = 2024-02-30"),
        ["articles.toml", "line"],
    ),
    "date in words": (
        lambda f: edit(f, 'latest = "2024-02-28"', 'latest = "hier"'),
        ["sixth", "latest", "YYYY-MM-DD"],
    ),
    "changed file": (lambda f: raw(f).write_text("Autre chose."), ["sixth", "sha256"]),
    "TOML syntax": (lambda f: edit(f, "[sixth]", "[sixth"), ["articles.toml", "TOML", "line"]),
    "no manifest": (lambda f: (f / "articles.toml").unlink(), ["articles.toml", "not found"]),
    "empty manifest": (
        lambda f: (f / "articles.toml").write_text("# rien\n"),
        ["articles.toml", "names no article"],
    ),
    "cut that is not there": (
        lambda f: edit(f, "[sixth]", "[sixth]\ncuts = [{kind = 'kicker', line = 'Absent'}]"),
        ["sixth", "cuts", "Absent"],
    ),
    "cut without a passage": (
        lambda f: edit(f, "[sixth]", "[sixth]\ncuts = [{kind = 'kicker'}]"),
        ["sixth", "cuts"],
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_told_with_file_and_field(copy, case):
    add_sixth(copy)
    spoil, said = FAULTS[case]
    spoil(copy)
    with pytest.raises(corpus.CorpusError) as error:
        corpus.load(copy)
    line = next((line for line in error.value.faults if all(word in line for word in said)), None)
    assert line, error.value.faults


BYTES = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "NUL": (b"Un texte.\0Suite.", "NUL"),
    "binary": (bytes(range(256)) * 4, "binary"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200), "binary"),
}


@pytest.mark.parametrize("case", BYTES)
def test_a_file_that_is_no_text_is_a_fault(copy, case):
    data, said = BYTES[case]
    add_sixth(copy, sha256=hashlib.sha256(data).hexdigest())
    raw(copy).write_bytes(data)
    with pytest.raises(corpus.CorpusError, match=r"raw/sixth\.txt") as error:
        corpus.load(copy)
    assert said in str(error.value)


def test_a_file_over_the_limit_is_a_fault(copy, monkeypatch):
    add_sixth(copy, text=SIXTH * 40)
    monkeypatch.setattr(corpus, "LARGEST", 15_000)
    with pytest.raises(corpus.CorpusError, match=r"raw/sixth\.txt: has .* bytes, more than 15,000"):
        corpus.load(copy)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings_are_read_without_a_warning(encoding):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert corpus.decode(SIXTH.encode(encoding)) == SIXTH


def test_another_encoding_is_read_with_a_warning():
    text = "Élargi à l'été, le débat a porté sur la souveraineté européenne, déjà évoquée. " * 5
    with pytest.warns(UserWarning, match=r"x\.txt: not UTF-8"):
        assert corpus.decode(text.encode("cp1252"), "x.txt") == text


def test_all_faults_are_told_at_once(copy):
    add_sixth(copy)
    edit(copy, 'earliest = "2024-02-28"', 'earliest = "2024-13-01"')
    edit(copy, "[sixth]", "[sixth]\neditor = 'x'")
    (copy / "raw" / "autre.txt").write_text("Un texte.")
    with pytest.raises(corpus.CorpusError) as error:
        corpus.load(copy)
    assert len(error.value.faults) == 3


GOOD = {"article": "x", "text": "Un accord.", "earliest": "2024-02-27", "latest": "2024-02-27"}


def test_records_make_the_same_table():
    table = corpus.from_records([GOOD, GOOD | {"article": "a", "latest": "", "earliest": ""}])
    assert list(table.columns) == list(corpus.COLUMNS)
    assert list(table.index) == ["x", "a"]  # an article that nothing dates comes last
    assert table.loc["x", "text"] == GOOD["text"]


def test_the_text_of_a_record_is_taken_as_it_stands():
    text = "L\u2019accord de 3\u202f000 &amp; plus ,  voilà."
    assert corpus.from_records([GOOD | {"text": text}]).loc["x", "text"] == text


def test_the_raw_text_of_a_record_is_cleaned():
    record = {key: value for key, value in GOOD.items() if key != "text"} | {
        "raw": "L\u2019accord &amp; la suite.\nFin."
    }
    assert corpus.from_records([record]).loc["x", "text"] == "L\u2019accord & la suite.\n\nFin.\n"


def test_no_record_gives_an_empty_table():
    assert list(corpus.from_records([]).columns) == list(corpus.COLUMNS)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"article": "a/b"}, "unsafe"),
        ({"article": "a b"}, "unsafe"),
        ({"article": 3}, "unsafe"),
        ({"text": ""}, "empty"),
        ({"text": "a\0b"}, "NUL"),
        ({"text": None}, "empty"),
        ({"earliest": "2024-02-31"}, "2024-02-31"),
        ({"earliest": "2024-03-01"}, "after"),
        ({"earliest": ""}, "earliest"),
        ({"colour": "red"}, "colour"),
        ({"raw": "deux"}, "one of them"),
    ],
)
def test_a_faulty_record_is_told(change, said):
    with pytest.raises(corpus.CorpusError, match="records") as error:
        corpus.from_records([GOOD | change])
    assert said in str(error.value)


def test_two_records_of_one_id_are_a_fault():
    with pytest.raises(corpus.CorpusError, match="twice"):
        corpus.from_records([GOOD, GOOD])
