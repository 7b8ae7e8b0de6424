"""What publish writes is whole, literal, the same each time, and refused when a reader could not use it."""

import base64
import csv
import doctest
import hashlib
import html
import io
import json
import os
import random
import re
import subprocess
import sys
import time

import matplotlib as mpl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from helpers import charts, export, language, paths, theme

NAME = "10_framing__shares"
DATA = pd.DataFrame({"code": ["Économie", "Risque"], "share": [2 / 3, -12.3456789], "n": [12, 3]})
SAID = {
    "title": "Money is spoken of more than risk",
    "caption": "Share of sentences, two codes.",
    "alt": "Two bars: the first is longer.",
    "source": "Invented articles.",
}


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """An empty project, and the look of charts as it was afterwards."""
    monkeypatch.setattr(paths, "CORPUS", tmp_path / "corpus")
    monkeypatch.setattr(paths, "CODEBOOKS", tmp_path / "corpus" / "codebooks")
    monkeypatch.setattr(paths, "FIGURES", tmp_path / "figures")
    monkeypatch.setattr(paths, "CACHE", tmp_path / ".cache")
    monkeypatch.delenv("PRESS_NOTEBOOK", raising=False)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    (tmp_path / "corpus" / "codebooks").mkdir(parents=True)
    (tmp_path / "corpus" / "raw").mkdir()
    with mpl.rc_context():
        charts.use_theme("one-column")
        yield tmp_path


def chart(frame=DATA):
    return charts.ranked_bars(frame, "code", "share", title="Money before risk", subtitle="Share, n = 15")


def publish(name=NAME, **changes):
    return export.publish(**({"fig": chart(), "name": name, "data": DATA} | SAID | changes))


def written() -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in paths.FIGURES.iterdir()}


# --- What is written -------------------------------------------------------------------------------------


def test_pictures_in_each_language_and_the_data_once_are_written_and_nothing_else():
    assert publish() == paths.FIGURES / f"{NAME}.en.png"
    assert sorted(written()) == sorted(export.filenames(NAME))
    assert len(export.filenames(NAME)) == 3 * len(language.LANGUAGES) + 2


def test_the_csv_is_what_was_plotted_rounded():
    publish()
    assert written()[f"{NAME}.csv"].decode("utf-8") == (
        "code,share,n\nÉconomie,0.666667,12\nRisque,-12.3457,3\n"
    )


def test_the_json_says_everything_about_the_chart_and_no_time():
    publish(units={"share": "% of sentences"}, columns={"code": "what is coded"})
    record = json.loads(written()[f"{NAME}.json"])
    assert record["texts"]["en"] == SAID
    assert list(record["texts"]) == list(language.LANGUAGES)
    assert all(set(texts) == set(SAID) for texts in record["texts"].values())
    assert record["name"] == NAME
    assert record["digest"] == export.digest()
    assert record["files"] == export.filenames(NAME)
    assert record["columns"] == [
        {"name": "code", "meaning": "what is coded", "unit": "", "type": "text"},
        {"name": "share", "meaning": "", "unit": "% of sentences", "type": "number"},
        {"name": "n", "meaning": "", "unit": "", "type": "integer"},
    ]
    assert record["rows"] == [
        {"code": "Économie", "share": 0.666667, "n": 12},
        {"code": "Risque", "share": -12.3457, "n": 3},
    ]
    assert set(record) == {"texts", "untold", "name", "digest", "files", "columns", "rows"}


def test_pictures_have_the_printed_width_and_say_what_they_show():
    publish()
    files = written()
    png = files[f"{NAME}.en.png"]
    assert int.from_bytes(png[16:20], "big") / 200 * 25.4 == pytest.approx(85, abs=0.2)
    svg = files[f"{NAME}.en.svg"].decode("utf-8")
    assert 'width="240.94' in svg  # points: 85 mm
    assert f"<title>{SAID['title']}</title>" in svg
    assert "<text" not in svg  # outlines: no machine needs the font
    pdf = files[f"{NAME}.en.pdf"]
    assert b"/CIDFontType2" in pdf  # type 42
    assert b"/Type3" not in pdf


def test_no_file_holds_a_time_or_the_version_of_a_program():
    publish()
    files = written()
    assert not re.search(rb"<dc:date|Matplotlib|matplotlib v", files[f"{NAME}.en.svg"])
    assert not re.search(rb"CreationDate|ModDate|Matplotlib|matplotlib", files[f"{NAME}.en.pdf"])
    assert _chunks(files[f"{NAME}.en.png"]) <= {"IHDR", "IDAT", "IEND", "pHYs", "tEXt", "iTXt"}
    assert b"Software" not in files[f"{NAME}.en.png"]
    assert all(b"\r\n" not in files[f"{NAME}.{kind}"] for kind in ("en.svg", "fr.svg", "csv", "json"))


@pytest.mark.parametrize("width", [*theme.WIDTHS])
def test_the_png_is_as_wide_as_the_chart_is_shown(width):
    charts.use_theme(width)  # the fixture puts back what was
    publish(fig=chart())
    pixels = int.from_bytes(written()[f"{NAME}.en.png"][16:20], "big")
    assert pixels == pytest.approx(theme.SHOWN[width] / 25.4 * 200, abs=1)


def _chunks(png: bytes) -> set[str]:
    found, at = set(), 8
    while at < len(png):
        found.add(png[at + 4 : at + 8].decode("ascii"))
        at += 12 + int.from_bytes(png[at : at + 4], "big")
    return found


SCRIPT = """
import sys
import pandas as pd
from helpers import charts, export
charts.use_theme("one-column")
for turn in range(int(sys.argv[1])):
    share = [2 / 3, -12.3456789] if turn % 2 == 0 else [0.25, 40.0]
    data = pd.DataFrame({"code": ["Économie", "Risque"], "share": share, "n": [12, 3]})
    fig = charts.ranked_bars(data, "code", "share", title="Money before risk", subtitle="Share, n = 15")
    export.publish(
        fig, "10_framing__shares", data=data, title="Money is spoken of more than risk",
        caption="Share of sentences, two codes.", alt="Two bars: the first is longer.", source="Invented articles.",
    )
    print(turn, flush=True)
"""


def run(project, turns, seed="0"):
    environment = os.environ | {"PRESS_ROOT": str(project), "PYTHONHASHSEED": seed}
    top = os.path.dirname(os.path.dirname(export.__file__))
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(turns)],
        env=environment,
        cwd=top,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_another_process_writes_the_same_bytes(project):
    publish()
    before = written()
    assert run(project, 1, seed="7").wait() == 0
    assert written() == before


# --- Whole files only ------------------------------------------------------------------------------------


def test_a_run_that_is_killed_leaves_whole_files_only(project):
    assert run(project, 1).wait() == 0
    first = written()
    assert run(project, 2).wait() == 0
    whole = [first, written()]
    assert all(first[name] != whole[1][name] for name in first)
    random.seed(1)
    for _ in range(5):
        process = run(project, 1000)
        process.stdout.readline()
        time.sleep(random.uniform(0, 0.7))
        process.kill()
        process.wait()
        left = {file.name: file.read_bytes() for file in paths.FIGURES.iterdir() if file.is_file()}
        assert set(left) == set(first)
        assert all(content in [version[name] for version in whole] for name, content in left.items())
    publish()
    assert written() == first  # and what a killed run left behind is gone


def test_a_leftover_of_a_killed_run_goes():
    leftover = paths.FIGURES / ".tmp-killed"
    leftover.mkdir(parents=True)
    (leftover / f"{NAME}.en.png").write_bytes(b"half")
    publish()
    assert not leftover.exists()


@pytest.mark.parametrize("fails", ["rgba", "svg", "pdf"])
def test_a_format_that_fails_leaves_the_old_files(fails, monkeypatch):
    publish()
    before = written()
    savefig = Figure.savefig

    def broken(self, file, **options):
        if options["format"] == fails:
            file.write(b"half")
            raise OSError("disk full")
        return savefig(self, file, **options)

    monkeypatch.setattr(Figure, "savefig", broken)
    with pytest.raises(OSError, match="disk full"):
        publish(fig=chart(DATA.assign(share=[1.0, 2.0])), data=DATA.assign(share=[1.0, 2.0]))
    assert written() == before


def test_a_write_that_fails_leaves_the_old_files(monkeypatch):
    publish()
    before = written()

    def full(source, target):
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="disk full"):
        publish(data=DATA.assign(n=[1, 2]))
    assert written() == before


def test_two_runs_at_once_do_not_take_each_others_files(project):
    processes = [run(project, 4), run(project, 4)]
    assert [process.wait() for process in processes] == [0, 0]
    assert sorted(written()) == sorted(export.filenames(NAME))


# --- Refusals --------------------------------------------------------------------------------------------


def unreadable():
    fig = Figure(figsize=(3, 2))
    fig.text(0.2, 0.5, "un accord"), fig.text(0.21, 0.5, "une rupture")
    return fig


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"title": ""}, "title is empty"),
        ({"caption": " "}, "caption is empty"),
        ({"alt": "\n"}, "alt is empty"),
        ({"alt": None}, "alt is empty"),
        ({"source": ""}, "source is empty"),
        ({"alt": "share of  sentences,\nTWO codes."}, "alt repeats the caption"),
        ({"name": "shares"}, "is not <notebook>__<chart>"),
        ({"name": "10_framing"}, "is not <notebook>__<chart>"),
        ({"name": "10_framing__Shares"}, "is not <notebook>__<chart>"),
        ({"name": "10_framing__é"}, "is not <notebook>__<chart>"),
        ({"name": "../10_framing__shares"}, "is not <notebook>__<chart>"),
        ({"name": "10_framing__shares\n"}, "is not <notebook>__<chart>"),
        ({"name": None}, "is not <notebook>__<chart>"),
        ({"data": DATA.head(0)}, "at least one row"),
        ({"data": [1, 2]}, "must be the DataFrame"),
        ({"data": None}, "must be the DataFrame"),
        ({"data": pd.DataFrame([[1, 2]], columns=["a", "a"])}, "share a name"),
        ({"fig": "figure"}, "expected a matplotlib Figure, got str"),
        ({"units": {"sahre": "%"}}, "no column sahre"),
        ({"columns": {"codes": "what is coded"}}, "no column codes"),
    ],
)
def test_publish_refuses_and_writes_nothing(changes, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        publish(**changes)
    assert not paths.FIGURES.exists()


def test_a_chart_with_faults_is_drawn_with_a_note(monkeypatch):
    monkeypatch.delenv("PRESS_STRICT", raising=False)
    shown = []
    monkeypatch.setattr(export, "_in_notebook", lambda: True)
    monkeypatch.setattr(export, "_show", lambda *said: shown.extend(said[-1]))
    publish(fig=unreadable())
    assert any("'un accord' and 'une rupture'" in fault for fault in shown)
    assert (paths.FIGURES / "10_framing__shares.en.png").exists()


def test_a_chart_with_faults_is_refused_where_everything_must_hold(monkeypatch):
    monkeypatch.setenv("PRESS_STRICT", "1")
    with pytest.raises(ValueError, match="overlap: 'un accord' and 'une rupture'"):
        publish(fig=unreadable())
    assert not paths.FIGURES.exists()


@pytest.mark.parametrize(
    ("variable", "value", "fits"),
    [
        ("PRESS_NOTEBOOK", "10_framing", True),
        ("PRESS_NOTEBOOK", "30_timeline", False),
        ("PRESS_NOTEBOOK", "10_fram", False),
        ("JPY_SESSION_NAME", "/somewhere/notebooks/10_framing.ipynb", True),
        ("JPY_SESSION_NAME", "/somewhere/notebooks/30_timeline.ipynb", False),
        ("JPY_SESSION_NAME", "/somewhere/Untitled.ipynb", True),
        ("JPY_SESSION_NAME", "", True),
    ],
)
def test_the_name_begins_with_that_of_the_running_notebook(variable, value, fits, monkeypatch):
    monkeypatch.setenv(variable, value)
    if fits:
        assert publish().exists()
    else:
        with pytest.raises(ValueError, match=r"call it .*__"):
            publish()


# --- Cells -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        ("=1+1", "'=1+1"),
        ("+33", "'+33"),
        ("-5 %", "'-5 %"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("deux\r\nlignes", "deux\nlignes"),
        ("5 = 5", "5 = 5"),
        ("’=1", "’=1"),
        ("«-»", "«-»"),
        ("", ""),
        (-5, "-5"),
        (-0.25, "-0.25"),
        (1e-7, "1e-07"),
        (1234567.891, "1234570.0"),
        (True, "True"),
        (None, ""),
        (float("nan"), ""),
        (pd.Timestamp("2024-02-26"), "2024-02-26"),
        (pd.Timestamp("2024-02-26 10:30"), "2024-02-26T10:30:00"),
        (pd.NaT, ""),
        (["rtl", "marianne"], "rtl; marianne"),
        ("une, deux", "une, deux"),
        ('il dit "non"', 'il dit "non"'),
        ("deux\nlignes", "deux\nlignes"),
    ],
)
def test_a_cell_of_the_csv(cell, printed):
    publish(data=pd.DataFrame({"cell": pd.Series([cell], dtype=object), "after": ["fin"]}))
    text = written()[f"{NAME}.csv"].decode("utf-8")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [["cell", "after"], [printed, "fin"]]


def test_a_heading_is_no_formula_either_and_the_json_keeps_the_text():
    publish(data=pd.DataFrame({"=cmd": ["=1+1"]}))
    assert written()[f"{NAME}.csv"] == b"'=cmd\n'=1+1\n"
    assert json.loads(written()[f"{NAME}.json"])["rows"] == [{"=cmd": "=1+1"}]


@pytest.mark.parametrize(
    ("data", "columns"),
    [
        (DATA.set_index("code"), ["code", "share", "n"]),
        (DATA.pivot_table(index="code", columns="n", values="share"), ["code", "3", "12"]),
        (DATA.groupby("code").agg({"share": ["min", "max"]}), ["code", "share min", "share max"]),
        (DATA, ["code", "share", "n"]),
    ],
)
def test_an_index_that_says_something_becomes_columns(data, columns):
    publish(data=data)
    assert written()[f"{NAME}.csv"].decode("utf-8").split("\n")[0].split(",") == columns


def test_infinite_numbers_are_text_in_the_json():
    publish(data=pd.DataFrame({"ratio": [float("inf"), 1.0]}))
    assert json.loads(written()[f"{NAME}.json"])["rows"] == [{"ratio": "inf"}, {"ratio": 1.0}]


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=10))
def test_rounding_keeps_six_digits_and_rounding_again_changes_nothing(values):
    once = export.rounded(pd.DataFrame({"v": values}))
    assert export.rounded(once).equals(once)
    for value, short in zip(values, once["v"], strict=True):
        assert short == pytest.approx(value, rel=5.1e-6)
        assert float(f"{short:.5e}") == short


def test_rounding_touches_floats_only():
    frame = pd.DataFrame(
        {
            "n": [12345678],
            "text": ["0.123456789"],
            "mixed": pd.Series([1 / 3], dtype=object),
            "day": ["2024-01-01"],
        }
    )
    frame["day"] = pd.to_datetime(frame["day"])
    result = export.rounded(frame)
    assert result["mixed"].tolist() == [0.333333]
    assert result.drop(columns="mixed").equals(frame.drop(columns="mixed"))
    assert frame["mixed"].tolist() == [1 / 3]


# --- Digest ----------------------------------------------------------------------------------------------


def test_the_digest_follows_corpus_and_codebooks_and_nothing_else(project):
    seen = [export.digest()]

    def change(name, content):
        (project / "corpus" / name).write_bytes(content)
        seen.append(export.digest())

    change("articles.toml", b"[un]\n")
    change("raw/un.txt", "é\n".encode())
    change("raw/deux.txt", "é\n".encode())
    change("codebooks/frames.toml", b"a = 1\n")
    change("codebooks/frames.toml", b"a = 2\n")
    assert len(set(seen)) == len(seen)
    change("codebooks/frames.toml", b"a = 2\r\n")
    change("README.md", b"words")
    assert len(set(seen[-3:])) == 1
    (project / "corpus" / "raw" / "un.txt").rename(project / "corpus" / "raw" / "trois.txt")
    assert export.digest() != seen[-1]


# --- What is shown ---------------------------------------------------------------------------------------


def test_a_notebook_shows_the_very_png_and_its_words(monkeypatch):
    shown = []
    monkeypatch.setattr(export, "_in_notebook", lambda: True)
    monkeypatch.setattr("IPython.display.display", lambda data, **options: shown.append((data, options)))
    assert publish(caption="Coûts <b> en $ | 5 _%_", alt="Deux barres & $") is None
    (image, options), (words, _) = shown
    assert base64.b64decode(image["image/png"]) == written()[f"{NAME}.en.png"]
    assert image["text/plain"] == "Deux barres & $"
    assert options["metadata"]["image/png"]["alt"] == "Deux barres & $"
    assert "<p>Coûts &lt;b&gt; en <span>$</span> | 5 _%_</p>" in words["text/html"]
    assert "Deux barres &amp; <span>$</span>" in words["text/html"]
    assert str(paths.FIGURES) not in json.dumps(shown)


def test_a_figure_of_pyplot_is_closed_so_that_it_is_shown_once():
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots()
    ax.plot([1, 2, 3])
    publish(fig=fig)
    assert not plt.fignum_exists(fig.number)


@given(st.text(max_size=60))
def test_markup_shows_the_text_and_nothing_else(text):
    shown = export.markup(text)
    assert re.sub(r"</?span>", "", shown) == html.escape(re.sub(r"[ \t\r\n]+", " ", text.strip()))
    bare = re.sub(r"<span>[$\\]</span>", "", shown)
    assert not set("<>$\\\n") & set(bare)


# --- Gallery ---------------------------------------------------------------------------------------------


def test_the_gallery_lists_every_chart_with_all_its_files():
    publish("30_timeline__windows", fig=chart())
    publish("10_framing__shares", fig=chart(), caption="Une légende.")
    page = export.gallery()
    assert page.index("10_framing__shares") < page.index("30_timeline__windows")
    assert [line for line in page.split("\n") if line.startswith("## ")] == [
        "## 10_framing",
        "## 30_timeline",
    ]
    for name in written():
        assert f'href="{name}"' in page
    assert 'src="10_framing__shares.en.png"' in page
    assert "Une légende." in page
    assert page.count(SAID["alt"]) == 4  # as description, and for the image
    assert export.write_gallery().read_text(encoding="utf-8") == page
    assert b"\r" not in written()["README.md"]


def test_the_gallery_draws_text_literally():
    odd = 'a < b | "c" $d$ \\(e\\) `f` *g* [h](i) & <img src=x>\n\n# j'
    publish(title=odd, caption=odd + " k", alt=odd, source=odd)
    page = export.gallery()
    assert "<img src=x>" not in page
    assert "\n# j" not in page
    assert "$d$" not in page
    assert re.search(r'alt="([^"]*)"', page)[1] == (
        html.escape(odd.replace("\n\n", " ")).replace("$", "&#36;")
    )
    # Within an entry no line is empty: all of it is one HTML block, which Markdown leaves alone.
    entry = page[page.index("<p>") :].rstrip("\n")
    assert all(line.startswith("<p>") for line in entry.split("\n"))


def test_an_empty_gallery_is_a_page():
    assert export.gallery().startswith("# Charts\n")


def test_the_examples_in_the_documentation():
    tested = doctest.testmod(export)
    assert tested.attempted > 0
    assert tested.failed == 0


def test_the_same_chart_twice_is_the_same_bytes():
    publish()
    before = {name: hashlib.sha256(content).hexdigest() for name, content in written().items()}
    publish()
    assert {name: hashlib.sha256(content).hexdigest() for name, content in written().items()} == before


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=20), min_size=1, max_size=3))
def test_any_text_survives_in_the_json(words):
    table = export._plain(pd.DataFrame({"w": words}))
    assert [row["w"] for row in json.loads(json.dumps(export._records(table)))] == words
