"""Coders' sheets: written empty, filled in a spreadsheet, read back with every fault named."""

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import coding, tables
from helpers.commands import coding_sheet

FRAMES = ["race", "risk"]
SENTENCES = pd.DataFrame(
    [
        ("x", 1, "headline", 0, 9, "Un titre !"),
        ("x", 2, "body", 11, 30, '=SOMME(A1) ; "dit-il"'),
        ("y", 1, "body", 0, 12, "Une phrase\nsur deux lignes."),
    ],
    columns=list(tables.SENTENCES),
)


def filled(frames, delimiter=",", encoding="utf-8"):
    """The empty sheet with the cells of `frames` filled, as a spreadsheet would save it."""
    rows = list(csv.reader(io.StringIO(coding.empty_sheet(SENTENCES).removeprefix("\ufeff"))))
    for row, value in zip(rows[1:], frames, strict=True):
        row[6] = value
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def read(tmp_path, data):
    path = tmp_path / "ada.csv"
    path.write_bytes(data)
    return coding.read(path, SENTENCES, FRAMES)


def test_the_empty_sheet_opens_in_a_spreadsheet():
    text = coding.empty_sheet(SENTENCES)
    assert text.startswith("\ufeffarticle,sentence,part,start,end,text,frames,note\r\n")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["text"] for row in rows] == [
        "Un titre !",
        '\'=SOMME(A1) ; "dit-il"',
        "Une phrase sur deux lignes.",
    ]
    assert {row["frames"] for row in rows} == {""}


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-8")])
def test_a_sheet_comes_back(tmp_path, delimiter, encoding):
    got = read(tmp_path, filled(["race risk", "", "None"], delimiter, encoding))
    assert list(got.index) == [("x", 1), ("y", 1)]  # an empty cell is not coded
    assert got.loc[("x", 1)].tolist() == [True, True]
    assert got.loc[("y", 1)].tolist() == [False, False]


FAULTS = [
    (["race", "rac", ""], "line 3: frames: 'rac' is no frame; use race, risk or none"),
    (["race none", "", ""], "line 2: frames: 'none' beside a frame"),
]


@pytest.mark.parametrize(("frames", "said"), FAULTS)
def test_faults_name_line_field_and_remedy(tmp_path, frames, said):
    with pytest.raises(coding.CodingError, match=r"ada\.csv") as error:
        read(tmp_path, filled(frames))
    assert said in str(error.value)


@pytest.mark.parametrize(("change", "said"), [
    (lambda t: t.replace("x,1,headline,0,9", "x,1,headline,0,8"), "make a new sheet and copy the codes"),
    (lambda t: t.replace("x,1,headline", "x,7,headline"), "'7' is no sentence of x"),
    (lambda t: t.replace("x,1,headline", "x,one,headline"), "'one' is no sentence of x"),
    (lambda t: t.replace("x,2,body,11,30", "x,1,body,0,9"), "1 of x is coded twice"),
    (lambda t: t.replace("frames", "codes"), "no column frames"),
    (lambda t: "\n", "no column article, sentence, frames"),
])  # fmt: skip
def test_a_sheet_that_does_not_fit(tmp_path, change, said):
    with pytest.raises(coding.CodingError) as error:
        read(tmp_path, change(filled(["race", "risk", ""]).decode()).encode())
    assert said in str(error.value)


def test_not_utf8(tmp_path):
    with pytest.raises(coding.CodingError, match="not UTF-8 at byte 0; save it as CSV UTF-8"):
        read(tmp_path, b"\xe9crit,sentence\n")


def test_an_article_that_left_the_corpus_is_left_out(tmp_path):
    data = filled(["race", "risk", ""]).decode().replace("y,1", "gone,1") + "gone,2,body,1,2,t,race,\r\n"
    assert {article for article, _ in read(tmp_path, data.encode()).index} == {"x"}


def test_persons_reads_all_sheets_and_tells_all_faults(tmp_path):
    assert coding.persons(SENTENCES, FRAMES, tmp_path) == []
    (tmp_path / "ada.csv").write_bytes(filled(["race", "", ""]))
    (tmp_path / "ben.csv").write_bytes(filled(["", "", ""]))
    (coder,) = coding.persons(SENTENCES, FRAMES, tmp_path)
    assert (coder.name, coder.kind, len(coder.coding)) == ("ada", "person", 1)
    (tmp_path / "ada.csv").write_bytes(filled(["wrong", "", ""]))
    (tmp_path / "ben.csv").write_bytes(filled(["", "worse", ""]))
    with pytest.raises(coding.CodingError) as error:
        coding.persons(SENTENCES, FRAMES, tmp_path)
    assert len(str(error.value).splitlines()) == 2


@pytest.mark.parametrize("name", ["", "Ada", "a/b", "../a", "a b", "a.csv", "1a", "a" * 60])
def test_names_that_cannot_be_files(name):
    with pytest.raises(coding.CodingError, match="small letters"):
        coding.check_name(name)


def test_reference_follows_the_offsets(tmp_path):
    assert coding.reference(SENTENCES, FRAMES, tmp_path).empty
    rows = "article,sentence,part,start,end,frames\nx,1,headline,0,9,race risk\nx,2,body,11,29,race\nz,1,body,0,3,race\n"
    (tmp_path / "frames.csv").write_text(rows, encoding="utf-8")
    got = coding.reference(SENTENCES, FRAMES, tmp_path)
    assert list(got.index) == [("x", 1)]
    assert got.to_numpy().all()


def test_reference_of_this_corpus_codes_every_sentence(docs):
    sentences = tables.sentences(docs)
    from helpers import codebook

    assert len(coding.reference(sentences, list(codebook.frames().codes))) == len(sentences)


def test_the_command_writes_once(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(coding, "CODING", tmp_path / "coding")
    assert coding_sheet.main(["ada"]) == 0
    before = (tmp_path / "coding" / "ada.csv").read_bytes()
    assert coding_sheet.main(["ada"]) == 2
    assert coding_sheet.main(["Ada Lovelace"]) == 2
    assert (tmp_path / "coding" / "ada.csv").read_bytes() == before
    assert "is there already" in capsys.readouterr().err


@given(
    st.lists(
        st.tuples(st.text(alphabet="ab", max_size=2), st.integers(1, 5), st.sets(st.sampled_from(FRAMES)))
    )
)
def test_table_keeps_what_it_is_given(rows):
    places = {(article, number): codes for article, number, codes in rows}
    got = coding.table(places, places.values(), FRAMES)
    assert got.shape == (len(places), 2)
    assert int(got.to_numpy().sum()) == sum(map(len, places.values()))
