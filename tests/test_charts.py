"""Every chart is readable at its printed width, tells articles apart, and draws text as it is written."""

import doctest
import math

import colours
import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers import charts, clouds, language, legibility, lettering, theme

LABELS = [
    "Le Courrier du soir",
    "Radio Plaine",
    "La Gazette (Sainte-Beuve)",
    "La Gazette (Oudéyer-Kœnig)",
    "Réseau.info",
    "Midi",
    "L’Écho des vallées, édition du dimanche",
    "Tribune",
    "Alpes Matin",
]
CODES = [
    "Souveraineté nationale ou européenne",
    "Dépendance",
    "Course aux performances et rattrapage",
    "Économie",
    "Ouverture",
    "Régulation",
]
SAID = {
    "title": "One code takes half of all sentences, and the others hardly differ from each other",
    "subtitle": "Share of sentences with a code, 95 % interval, n = 234 sentences",
    "source": "Source: invented articles. Own count.",
}


@pytest.fixture(params=list(theme.WIDTHS))
def width(request):
    with mpl.rc_context():
        charts.use_theme(request.param)
        yield theme.WIDTHS[request.param]


@pytest.fixture(autouse=True)
def look():
    with mpl.rc_context():
        charts.use_theme()
        yield


def articles(count: int) -> dict:
    labels = (LABELS * math.ceil(count / len(LABELS)))[:count]
    return charts.styles(pd.DataFrame({"label": labels}, index=[f"article-{n}" for n in range(count)]))


def shares(keys, seed=1) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    rows = [(code, key, random.uniform(0, 60), random.integers(1, 80)) for code in CODES for key in keys]
    frame = pd.DataFrame(rows, columns=["code", "article", "share", "n"])
    return frame.assign(low=(frame.share - 7).clip(lower=0), high=frame.share + 8)


def windows(count: int, keys, seed=1) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    start = pd.Timestamp("2023-01-10") + pd.to_timedelta(random.integers(0, 500, count), unit="D")
    frame = pd.DataFrame(
        {
            "event": [
                f"Annonce {n}, dont le nom est parfois long" if n % 4 else f"Accord {n}" for n in range(count)
            ],
            "article": [list(keys)[n % len(keys)] for n in range(count)],
            "start": start,
            "end": start + pd.to_timedelta(random.choice([0, 6, 29, 364], count), unit="D"),
        }
    )
    frame.loc[1, "end"] = pd.NaT
    frame.loc[2, "start"] = pd.NaT
    return frame


def ledger(keys) -> pd.DataFrame:
    facts = {"Montant": "15 millions d’euros", "Effectif": "une trentaine de salariés, selon le directeur"}
    rows = [(fact, key, words, key == next(iter(keys))) for fact, words in facts.items() for key in keys]
    return pd.DataFrame(rows, columns=["fact", "article", "words", "differs"])


def positions(keys) -> pd.DataFrame:
    rows = [(key, place) for n, key in enumerate(keys) for place in np.linspace(3, 97, 3 * n + 1)]
    return pd.DataFrame(rows, columns=["article", "place"])


WORDS = {
    "accord": 150, "modèle": 120, "géant": 100, "milliards": 90, "souveraineté": 80, "européen": 70,
    "partenariat": 60, "langue": 55, "intelligence": 50, "calcul": 46, "données": 42, "euros": 38,
    "capital": 35, "nuage": 32, "entreprise": 30, "marché": 28, "pari": 26, "concurrence": 25,
    "chercheurs": 24, "régulation": 23, "avenir": 22, "dollars": 21, "levée": 20,
}  # fmt: skip


def draw_bars(looks):
    return charts.ranked_bars(shares(["a"]), "code", "share", unit=" %", highlight=CODES[:1], **SAID)


def draw_bars_with_intervals(looks):
    frame = shares(["a"]).assign(
        share=lambda f: f.share - 30, low=lambda f: f.share - 5, high=lambda f: f.share + 4
    )
    return charts.ranked_bars(frame, "code", "share", low="low", high="high", **SAID)


def draw_bars_by_article(looks):
    frame = pd.DataFrame({"article": list(looks), "name": [s.label for s in looks.values()]})
    return charts.ranked_bars(
        frame.assign(n=range(len(looks))), "name", "n", article="article", styles=looks, **SAID
    )


def draw_dots(looks):
    return charts.dots(
        shares(looks), "code", "article", "share", low="low", high="high", styles=looks, **SAID
    )


def draw_dots_with_n(looks):
    return charts.dots(shares(looks), "code", "article", "share", n="n", unit=" %", styles=looks, **SAID)


def draw_heatmap(looks):
    matrix = shares(looks).pivot(index="code", columns="article", values="share").round()
    return charts.heatmap(matrix.rename(columns=lambda key: looks[key].label), **SAID)


def draw_intervals(looks):
    marks = {"2023-11-02": "accord annoncé", "2023-11-20": "accord signé"}
    frame = windows(9, looks)
    return charts.intervals(
        frame, "event", "start", "end", column="article", styles=looks, marks=marks, **SAID
    )


def draw_many_intervals(looks):
    return charts.intervals(windows(60, looks), "event", "start", "end", **SAID)


def draw_cloud(looks):
    return charts.cloud_with_bars(WORDS, **SAID)


def draw_bands(looks):
    rows = [(code, word, count / 3) for code in CODES for word, count in list(WORDS.items())[:12]]
    frame = pd.DataFrame(rows, columns=["code", "word", "share"]).assign(high=lambda f: f.share * 1.4)
    return charts.cloud_bands(frame, "code", "word", "share", low="share", high="high", unit=" %", **SAID)


def draw_strip(looks):
    return charts.strip(positions(looks), "article", "place", styles=looks, **SAID)


def draw_ledger(looks):
    return charts.matrix_marks(
        ledger(looks), "fact", "article", "words", highlight="differs", styles=looks, **SAID
    )


DRAW = [
    draw_bars, draw_bars_with_intervals, draw_bars_by_article, draw_dots, draw_dots_with_n, draw_heatmap,
    draw_intervals, draw_many_intervals, draw_cloud, draw_bands, draw_strip, draw_ledger,
]  # fmt: skip


def texts(fig) -> list[str]:
    return [text.get_text() for text in fig.findobj(Text) if text.get_text()]


# --- Every chart -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("draw", DRAW)
@pytest.mark.parametrize("count", [1, 5, 8])
def test_every_chart_is_readable_at_its_printed_width(draw, count, width):
    fig = draw(articles(count))
    assert charts.faults(fig) == []
    assert fig.get_figwidth() * 25.4 == pytest.approx(width)
    drawn = " ".join(texts(fig))
    for said in SAID.values():
        assert all(word in drawn for word in said.split())


@pytest.mark.parametrize("draw", [draw_dots, draw_heatmap, draw_strip, draw_ledger])
def test_any_number_of_articles_is_named_beside_its_marks(draw):
    looks = articles(12)
    fig = draw(looks)
    drawn = " ".join(texts(fig))
    assert all(word in drawn for style in looks.values() for word in style.label.split())
    assert charts.faults(fig) == []


@pytest.mark.parametrize("draw", DRAW)
def test_a_chart_is_a_function_of_its_arguments(draw):
    one, other = draw(articles(5)), draw(articles(5))
    one.canvas.draw(), other.canvas.draw()
    assert bytes(one.canvas.buffer_rgba()) == bytes(other.canvas.buffer_rgba())


def test_rows_are_as_high_in_a_long_chart_as_in_a_short_one():
    def height(count):
        return draw_bars_by_article(articles(count)).get_figheight() * 72

    assert height(9) - height(6) == pytest.approx(height(6) - height(3), abs=0.5)


def test_text_is_drawn_literally():
    odd = r"coût : $5_a$ & 100% d’a^2 \frac{1}{2} {x} #1 ~ <b>"
    fig = charts.ranked_bars(
        pd.DataFrame({"l": [odd], "v": [1]}), "l", "v", title=odd, subtitle=odd, source=odd
    )
    assert charts.faults(fig) == []
    assert sum(text == odd for text in texts(fig)) == 4
    assert not any(text.get_parse_math() for text in fig.findobj(Text))


@given(st.lists(st.text(max_size=40), min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_any_label_can_be_drawn(labels):
    frame = pd.DataFrame({"l": labels, "v": range(len(labels))})
    fig = charts.ranked_bars(frame, "l", "v", title="t", subtitle="s")
    assert not [fault for fault in charts.faults(fig) if "no glyph" in fault]


# --- Each chart ------------------------------------------------------------------------------------------


def test_bars_are_ranked_and_a_missing_value_is_a_dash_at_the_end():
    frame = pd.DataFrame({"l": ["un", "deux", "trois", "quatre"], "v": [-2.0, None, 30.0, 4.0]})
    drawn = texts(charts.ranked_bars(frame, "l", "v", title="t", subtitle="s", unit=" %"))
    assert [text for text in drawn if text in set(frame.l)] == ["trois", "quatre", "un", "deux"]
    assert [text for text in drawn if "%" in text or text == "–"] == ["30 %", "4 %", "−2 %", "–"]


def test_the_text_of_a_negative_bar_stays_clear_of_its_label():
    frame = pd.DataFrame(
        {"l": ["haut", "un libellé plutôt long"], "v": [1.0, -30.0], "w": ["+1", "moins trente"]}
    )
    assert charts.faults(charts.ranked_bars(frame, "l", "v", text="w", title="t", subtitle="s")) == []


def test_dots_name_each_article_once_and_leave_a_gap_for_a_missing_value():
    looks = articles(3)
    frame = shares(looks)
    frame.loc[frame.article.eq("article-1") & frame.code.eq(CODES[0]), "share"] = None
    drawn = texts(charts.dots(frame, "code", "article", "share", styles=looks, title="t", subtitle="s"))
    assert [drawn.count(style.label) for style in looks.values()] == [1, 1, 1]


def test_heatmap_prints_counts_and_a_dot_for_an_empty_cell():
    matrix = pd.DataFrame({"a": [1200.0, None], "b": [0.0, 3.5]}, index=["x", "y"])
    drawn = texts(charts.heatmap(matrix, title="t", subtitle="s"))
    assert {"1,200", "·", "0", "3.5"} <= set(drawn)
    notes = pd.DataFrame({"a": ["12 %", ""], "b": ["0 %", "4 %"]}, index=["x", "y"])
    assert "12 %" in texts(charts.heatmap(matrix, annotations=notes, title="t", subtitle="s"))


def test_an_annotation_has_as_many_lines_as_it_is_given(width):
    names = [f"cadre {n}" for n in range(9)]
    matrix = pd.DataFrame(12.0, index=names, columns=names)
    notes = pd.DataFrame("12\n8–17", index=names, columns=names)
    one, two = (charts.heatmap(matrix, annotations=n, title="t", subtitle="s") for n in (None, notes))
    assert charts.faults(two) == []
    assert {"12", "8–17"} <= set(texts(two))
    assert two.get_figheight() > one.get_figheight()


@pytest.mark.parametrize("share", np.linspace(0, 1, 41))
def test_text_in_a_cell_has_contrast(share):
    shade = theme.SEQUENTIAL(float(share))
    one, other = sorted(_luminance(c) for c in (shade, charts._ink_on(shade)))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def _luminance(colour) -> float:
    return float(np.dot([0.2126, 0.7152, 0.0722], colours.linear(to_rgb(colour))))


@pytest.mark.parametrize(
    ("start", "end", "window", "open_left", "open_right"),
    [
        ("2024-02-01", "2024-02-10", ("2024-01-01", "2024-12-31"), False, False),
        ("2024-02-01", "2024-02-01", ("2024-01-01", "2024-12-31"), False, False),
        (None, "2024-02-10", ("2024-01-01", "2024-12-31"), True, False),
        ("2024-02-01", None, ("2024-01-01", "2024-12-31"), False, True),
        ("2023-02-01", "2025-02-01", ("2024-01-01", "2024-12-31"), True, True),
        ("2023-02-01", "2023-02-02", ("2024-01-01", "2024-12-31"), True, False),
        ("2025-02-01", None, ("2024-01-01", "2024-12-31"), False, True),
        (None, "2023-02-02", ("2024-01-01", "2024-12-31"), True, False),
    ],
)
def test_an_open_end_and_an_end_outside_the_axis_are_arrows(start, end, window, open_left, open_right):
    frame = pd.DataFrame({"l": ["accord"], "a": [start], "b": [end]})
    fig = charts.intervals(frame, "l", "a", "b", window=window, title="t", subtitle="s")
    arrows = {line.get_marker() for line in fig.axes[0].lines} & {"<", ">"}
    assert arrows == ({"<"} if open_left else set()) | ({">"} if open_right else set())


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-02-26", "2024-03-03", {"26 Feb", "2024", "1 Mar"}),
        ("2024-01-01", "2024-05-30", {"Jan", "May", "2024"}),
        ("2019-06-01", "2024-05-30", {"2020", "2024"}),
        ("1950-01-01", "2024-05-30", {"1960", "2020"}),
    ],
)
def test_a_date_axis_says_days_months_or_years(first, last, expected, width):
    frame = pd.DataFrame({"l": ["fondation"], "a": [first], "b": [last]})
    fig = charts.intervals(frame, "l", "a", "b", title="t", subtitle="s")
    assert charts.faults(fig) == []
    if width > theme.WIDTHS["slide"]:
        assert expected <= set(texts(fig))


def test_a_strip_shows_the_article_without_a_passage():
    looks = articles(3)
    frame = pd.DataFrame({"article": ["article-0", "article-0"], "place": [5.0, 80.0]})
    drawn = texts(charts.strip(frame, "article", "place", styles=looks, title="t", subtitle="s"))
    assert drawn.count("none") == 2
    assert "n = 2" in drawn


def test_a_ledger_marks_what_differs_by_weight_too():
    looks = articles(3)
    fig = charts.matrix_marks(
        ledger(looks), "fact", "article", "words", highlight="differs", styles=looks, title="t", subtitle="s"
    )
    families = [t.get_fontfamily()[0] for t in fig.findobj(Text) if t.get_text().startswith("15 millions")]
    assert sorted(families) == ["Source Sans Pro", "Source Sans Pro", "Source Sans Pro Semibold"]


@pytest.mark.parametrize(
    ("draw", "says"),
    [
        (lambda: charts.ranked_bars(pd.DataFrame({"a": []}), "a", "a", title="t", subtitle="s"), "no row"),
        (lambda: charts.strip(positions("a"), "article", "plce", title="t", subtitle="s"), "no column plce"),
        (lambda: charts.dots(shares("x"), "code", "article", "n", styles={}, **SAID), "no style for x"),
        (lambda: charts.heatmap(pd.DataFrame(), title="t", subtitle="s"), "no row or no column"),
        (
            lambda: charts.intervals(
                pd.DataFrame({"l": ["x"], "a": [None], "b": [None]}), "l", "a", "b", title="t", subtitle="s"
            ),
            "neither start nor end",
        ),
        (lambda: charts.use_theme("poster"), "unknown width 'poster'"),
    ],
)
def test_what_cannot_be_drawn_says_why(draw, says):
    with pytest.raises(ValueError, match=says):
        draw()


# --- Articles and colours --------------------------------------------------------------------------------


def test_styles_follow_the_order_and_stay_when_an_article_is_added():
    five, six = articles(5), articles(6)
    assert list(six)[:5] == list(five)
    assert [six[key] for key in five] == list(five.values())
    assert [style.label for style in five.values()] == LABELS[:5]


def test_styles_are_told_apart_for_any_number_of_articles():
    looks = list(charts.styles(range(150)).values())
    assert len({(style.colour, style.marker) for style in looks[:48]}) == 48
    assert len({(style.colour, style.marker, style.line) for style in looks}) == 150


def test_two_articles_with_one_label_are_told_apart():
    looks = charts.styles(pd.DataFrame({"label": ["Midi", "Midi", "Soir"]}, index=["a", "b", "c"]))
    assert [style.label for style in looks.values()] == ["Midi (a)", "Midi (b)", "Soir"]


@pytest.mark.parametrize("deficiency", colours.DEFICIENCIES)
def test_the_palette_is_told_apart_under_colour_vision_deficiencies(deficiency):
    seen = [
        np.clip(np.array(colours.DEFICIENCIES[deficiency]) @ colours.linear(to_rgb(c)), 0, 1)
        for c in theme.PALETTE
    ]
    assert colours.nearest([colours.lab(colour) for colour in seen]) > 25


def test_the_palette_is_told_apart_in_grey():
    lightness = [colours.lab(colours.linear(to_rgb(colour)))[0] for colour in theme.PALETTE]
    assert min(np.diff(lightness)) > 7


def test_the_measure_of_colours_can_fail():
    red, green = colours.linear(to_rgb("#c0504d")), colours.linear(to_rgb("#7f7f30"))
    seen = [
        colours.lab(np.clip(np.array(colours.DEFICIENCIES["deuteranopia"]) @ c, 0, 1)) for c in (red, green)
    ]
    assert colours.nearest(seen) < 25 < colours.nearest([colours.lab(red), colours.lab(green)])


# --- Faults ----------------------------------------------------------------------------------------------


def sheet(*placed, **look):
    fig, ax = theme.canvas()
    fig.set_figheight(2)
    ax.set_axis_off()
    for x, y, words in placed:
        fig.text(x, y, words, **look)
    return fig


@pytest.mark.parametrize(
    ("fig", "says"),
    [
        (
            lambda: sheet((0.1, 0.5, "un accord"), (0.11, 0.51, "une rupture")),
            "overlap: 'un accord' and 'une rupture'",
        ),
        (lambda: sheet((0.9, 0.5, "une souveraineté perdue")), "cut off: 'une souveraineté perdue'"),
        (lambda: sheet((0.5, 0.99, "trop haut")), "cut off: 'trop haut'"),
        (lambda: sheet((0.1, 0.1, "illisible"), size=6.5), "smaller than 7 pt: 'illisible'"),
        (lambda: sheet((0.1, 0.1, "un 漢")), "no glyph"),
        (lambda: sheet((0.1, 0.1, "5 $ et 6 $"), parse_math=True), "text read as markup"),
        (lambda: Figure(figsize=(5, 3)), "127 mm wide: keep a width of the theme, 85 or 175 or 140 mm"),
        (lambda: sheet((0.1, 0.1, r"$\mathdefault{10^{3}}$")), "markup drawn as text"),
        (lambda: sheet((0.3, 0.3, "debout"), (0.305, 0.35, "couché"), rotation=90), "overlap"),
    ],
)
@pytest.mark.filterwarnings("ignore:Glyph")
def test_faults_are_found(fig, says):
    assert any(says in fault for fault in charts.faults(fig()))


@pytest.mark.parametrize(
    "fig",
    [
        lambda: sheet((0.1, 0.5, "un accord"), (0.3, 0.5, "une rupture")),
        lambda: sheet((0.1, 0.5, "un accord\nen deux lignes")),
        lambda: sheet((0.1, 0.5, " "), (0.1, 0.5, "un accord")),
        lambda: sheet((0.1, 0.2, "debout"), (0.14, 0.2, "aussi"), rotation=90),
        lambda: sheet((0.1, 0.1, "à sept points"), size=7),
    ],
)
def test_a_readable_figure_has_no_faults(fig):
    assert charts.faults(fig()) == []


def test_a_text_cut_by_its_axes_is_a_fault():
    fig, ax = theme.canvas()
    ax.text(0.98, 0.5, "coupé par le bord", clip_on=True)
    assert any("cut off" in fault for fault in charts.faults(fig))


@pytest.mark.parametrize(("gid", "overlaps"), [(None, True), (legibility.CLOUD, False)])
def test_in_a_cloud_ink_counts_and_not_boxes(gid, overlaps):
    fig = sheet((0.1, 0.3, "lmmml"), size=40, gid=gid)
    fig.text(0.2, 0.45, "un", size=7, gid=gid)  # in the hollow above the three m
    assert bool(charts.faults(fig)) is overlaps
    fig.text(0.2, 0.33, "ici", size=12, gid=gid)
    assert "overlap: 'lmmml' and 'ici'" in charts.faults(fig)


# --- Text ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        (0, "", "0"),
        (0.0, " %", "0 %"),
        (7, "", "7"),
        (7.0, "", "7"),
        (22.25, " %", "22.2 %"),
        (1234567, "", "1,234,567"),
        (99.96, "", "100"),
        (123.4, "", "123"),
        (-0.5, "", "−0.5"),
        (0.000123, "", "0.000123"),
        (-0.0, "", "0"),
        (float("nan"), " %", "–"),
        (None, "", "–"),
    ],
)
def test_number(value, unit, printed):
    assert charts.number(value, unit) == printed


@given(st.text(max_size=200), st.floats(min_value=1, max_value=300))
@settings(max_examples=60, deadline=None)
def test_wrap_loses_nothing_and_keeps_the_width(text, room):
    lines = lettering.wrap(text, room)
    assert "".join(lines).replace(" ", "") == charts.literal(text).replace(" ", "")
    assert all(len(line) == 1 or lettering.text_width(line, lettering.LABEL) <= room + 0.01 for line in lines)
    assert len(lettering.balanced(text, room)) == len(lines)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("selon lui « un pari » risqué", "« un"),
        ("une part de 25 % du capital", "25 %"),
        ("et maintenant ? rien", "maintenant ?"),
        ("une part de 3\u00a0000 salariés", "3\u00a0000"),
    ],
)
def test_a_line_does_not_break_where_french_does_not(text, kept):
    assert all(any(kept in line for line in lettering.wrap(text, room)) for room in (60, 80, 100))


@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.45)), max_size=8),
    st.floats(min_value=50, max_value=500),
)
def test_fit_leaves_room_for_every_text(marks, room):
    placed = [(x, need * room if x < 0.5 else -need * room) for x, need in marks]
    low, high = theme.fit(0, 1, placed, room)
    point = (high - low) / room
    assert low <= 0 < 1 <= high
    assert all(low - 1e-3 <= x + need * point <= high + 1e-3 for x, need in placed)


@pytest.mark.parametrize("module", [theme, clouds])
def test_the_examples_in_the_documentation(module):
    tested = doctest.testmod(module)
    assert tested.attempted > 0
    assert tested.failed == 0


@pytest.mark.usefixtures("width")
def test_a_text_that_is_wider_than_its_cell_is_broken_into_lines():
    months = ["février 2024", "automne 2023", "26 février 2024", "26 mars 2024", "d’après un autre fait"]
    words = pd.DataFrame([months, ["·"] * 5], index=["Annonce", "Signature"], columns=list("abcde"))
    values = pd.DataFrame([[1.0] * 5, [None] * 5], index=words.index, columns=words.columns, dtype=float)
    fig = charts.heatmap(values, annotations=words, title="t", subtitle="s")
    assert charts.faults(fig) == []
    drawn = "".join(t for t in texts(fig) if t not in {*"abcdets·", *words.index})
    assert drawn.replace(" ", "") == "".join(months).replace(" ", "")


# --- The look of a report --------------------------------------------------------------------------------


FRAME_OF_WORDS = pd.DataFrame({"mot": ["souveraineté", "accord"], "n": [1234, 12]})


@pytest.fixture
def other_look():
    """Whatever a test does to the look is undone."""
    with mpl.rc_context(), language.using("en"):
        yield
        charts.use_theme(width="two-column", language="en", font=lettering.FONT)


@pytest.mark.usefixtures("other_look")
@pytest.mark.parametrize(("width", "millimetres"), theme.WIDTHS.items())
def test_one_parameter_sets_the_width(width, millimetres):
    charts.use_theme(width=width)
    fig = charts.ranked_bars(FRAME_OF_WORDS, "mot", "n", title="t", subtitle="s")
    assert fig.get_figwidth() * 25.4 == pytest.approx(millimetres)
    pixels = fig.get_figwidth() * mpl.rcParams["savefig.dpi"]
    assert pixels == pytest.approx(theme.SHOWN[width] / 25.4 * theme.RESOLUTION)
    assert charts.faults(fig) == []
    smallest = min(text.get_fontsize() for text in fig.findobj(Text) if text.get_text())
    assert smallest * theme.SHOWN[width] / theme.WIDTHS[width] >= (12 if width == "slide" else 7)


@pytest.mark.usefixtures("other_look")
def test_another_font_is_drawn_and_measured():
    before = lettering.text_width("souveraineté", lettering.LABEL)
    charts.use_theme(font="DejaVu Serif")
    assert lettering.text_width("souveraineté", lettering.LABEL) != before
    fig = charts.ranked_bars(FRAME_OF_WORDS, "mot", "n", title="t", subtitle="s")
    families = {text.get_fontfamily()[0] for text in fig.findobj(Text) if text.get_text()}
    assert families == {"DejaVu Serif"}
    assert charts.faults(fig) == []
    charts.use_theme(font=lettering.FONT)
    assert lettering.text_width("souveraineté", lettering.LABEL) == before


@pytest.mark.usefixtures("other_look")
def test_what_is_left_out_is_taken_from_the_environment(monkeypatch):
    monkeypatch.setenv("PRESS_WIDTH", "one-column")
    monkeypatch.setenv("PRESS_LANGUAGE", "fr")
    charts.use_theme()
    assert mpl.rcParams["figure.figsize"][0] * 25.4 == pytest.approx(85)
    assert language.current() == "fr"
    charts.use_theme(width="two-column", language="en")
    assert mpl.rcParams["figure.figsize"][0] * 25.4 == pytest.approx(175)


@pytest.mark.usefixtures("other_look")
@pytest.mark.parametrize(
    ("choice", "says"),
    [
        ({"width": "poster"}, "choose one of one-column, two-column, slide"),
        ({"language": "de"}, "choose one of en, fr"),
        ({"font": "No Such Font"}, "no font 'No Such Font' on this machine"),
    ],
)
def test_an_unknown_choice_is_refused_and_nothing_changes(choice, says):
    charts.use_theme(width="one-column")
    with pytest.raises(ValueError, match=says):
        charts.use_theme(**choice)
    assert mpl.rcParams["figure.figsize"][0] * 25.4 == pytest.approx(85)
    assert language.current() == "en"


@pytest.mark.usefixtures("other_look")
def test_a_chart_can_be_drawn_again_in_another_language():
    fig = charts.strip(pd.DataFrame({"a": ["x"], "p": [50.0]}), "a", "p", title="t", subtitle="n = 1,234")
    with language.using("fr"):
        again = fig.again()
    assert "first word" in texts(fig)
    assert "premier mot" in texts(again)
    assert any("1\u202f234" in text for text in texts(again))
    assert (fig.language, again.language) == ("en", "fr")
