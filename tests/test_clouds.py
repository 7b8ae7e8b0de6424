"""Word clouds and the bars beside them, looked at by what is drawn."""

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.text import Text

from helpers import charts, clouds, language, legibility, lettering, theme

WORDS = {
    "accord": 150, "modèle": 120, "géant": 100, "milliards": 90, "souveraineté": 80, "européen": 70,
    "partenariat": 60, "langue": 55, "intelligence": 50, "calcul": 46, "données": 42, "euros": 38,
    "capital": 35, "nuage": 32, "entreprise": 30, "marché": 28, "pari": 26, "concurrence": 25,
    "chercheurs": 24, "régulation": 23, "avenir": 22, "dollars": 21, "levée": 20,
}  # fmt: skip


@pytest.fixture(autouse=True)
def look():
    with mpl.rc_context():
        charts.use_theme()
        yield


def bands(**counts) -> pd.DataFrame:
    """A table for :func:`clouds.cloud_bands`: rows with so many of the words, one empty line where none."""
    rows = [
        (name, word, float(value), 0.8 * value, 1.3 * value, f"{value} (8–64 %)")
        for name, n in counts.items()
        for word, value in ([*WORDS.items()][:n] or [(None, float("nan"))])
    ]
    return pd.DataFrame(rows, columns=["code", "word", "share", "low", "high", "said"])


def draw(frame, **more):
    columns = {"low": "low", "high": "high", "text": "said"} | more
    return clouds.cloud_bands(frame, "code", "word", "share", title="t", subtitle="s", source="u", **columns)


def texts(fig, cloud=False) -> list[str]:
    found = [t for t in fig.findobj(Text) if t.get_text()]
    return [t.get_text() for t in found if (t.get_gid() == legibility.CLOUD) is cloud]


# --- One cloud -------------------------------------------------------------------------------------------


def test_a_cloud_is_the_same_each_time_and_lists_what_found_no_room():
    words, left_out = clouds.cloud_words(WORDS, 120, 60)
    clouds._layout.cache_clear()
    assert (words, left_out) == clouds.cloud_words(WORDS, 120, 60)
    assert {word.text for word in words}.isdisjoint(left_out)
    assert {word.text for word in words} | set(left_out) == set(WORDS)
    assert left_out
    assert all(word.size >= lettering.SMALL for word in words)
    charts.use_theme("one-column")
    many = {f"{word}{n}": count / (n + 1) for word, count in WORDS.items() for n in range(8)}
    fig = clouds.cloud_with_bars(many, bars=5, title="t", subtitle="s")
    assert any("No room in the cloud for" in text for text in texts(fig))
    assert charts.faults(fig) == []


def test_a_cloud_sizes_words_by_frequency():
    words, _ = clouds.cloud_words(WORDS, 300, 150)
    sizes = [word.size for word in sorted(words, key=lambda word: -WORDS[word.text])]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]
    small, _ = clouds.cloud_words(WORDS, 300, 150, largest=12)
    assert max(word.size for word in small) == 12


def test_with_less_contrast_a_rare_word_is_bigger():
    counts = {"modèle": 26, "libre": 4}
    size = {
        contrast: {
            word.text: word.size for word in clouds.cloud_words(counts, 300, 150, contrast=contrast)[0]
        }
        for contrast in (0.1, 0.9)
    }
    assert size[0.1]["libre"] > size[0.9]["libre"]


# --- A cloud for each row --------------------------------------------------------------------------------


@pytest.mark.parametrize("width", list(theme.WIDTHS))
@pytest.mark.parametrize(
    "counts",
    [
        {"race": 1},
        {"race": 0},
        {"openness (46 sentences)": 23, "a frame with a rather long name (7 sentences)": 3, "risk": 0},
        {f"frame {n}": 23 for n in range(12)},
    ],
)
def test_bands_are_readable_for_any_number_of_rows(counts, width):
    charts.use_theme(width)
    fig = draw(bands(**counts))
    assert charts.faults(fig) == []
    assert fig.get_figwidth() * 25.4 == pytest.approx(theme.WIDTHS[width])
    drawn = " ".join(texts(fig))
    assert all(word in drawn for name in counts for word in name.split())


def test_ten_bands_fit_on_a_page():
    assert (
        draw(bands(**{f"frame {n}": 23 for n in range(10)})).get_figheight() * 25.4 < 230
    )  # and ten more for titles


def test_bars_are_the_first_words_and_the_cloud_has_more():
    fig = draw(bands(race=12), bars=3)
    assert [text for text in texts(fig) if text in WORDS] == ["accord", "modèle", "géant"]
    assert {"accord", "modèle", "géant", "milliards"} <= set(texts(fig, cloud=True))
    assert "150 (8–64 %)" in texts(fig)
    assert draw(bands(race=12), bars=8).get_figheight() > fig.get_figheight()


def test_bars_have_one_scale_and_intervals_are_as_long_as_they_are():
    frame = bands(race=1, risk=1)
    frame.loc[1, ["share", "low", "high"]] = [75.0, 60.0, 97.5]  # half of the first
    ax = draw(frame).axes[0]
    one, other = (bar.get_width() for bar in ax.patches)
    assert one == pytest.approx(2 * other)
    spans = {
        round(float(line.get_xdata()[1] - line.get_xdata()[0]) / one, 4)
        for line in ax.lines
        if line.get_marker() == "|"
    }
    assert spans == {0.5, 0.25}


def test_a_missing_interval_is_not_drawn_and_a_missing_word_is_a_dash():
    frame = bands(race=2, risk=0)
    frame.loc[0, ["low", "high"]] = None
    fig = draw(frame)
    assert sum(line.get_marker() == "|" for line in fig.axes[0].lines) == 2  # black on white, for one bar
    assert texts(fig).count("–") == 1
    assert charts.faults(fig) == []


def test_values_with_their_unit_stand_for_a_text_and_an_interval_that_are_left_out():
    fig = draw(bands(race=2), low=None, high=None, text=None, unit=" %")
    assert {"150 %", "120 %"} <= set(texts(fig))
    assert not [line for line in fig.axes[0].lines if line.get_marker() == "|"]


def test_what_found_no_room_is_counted_below():
    frame = pd.concat([bands(race=23).assign(word=[f"{word}{n}" for word in WORDS]) for n in range(3)])
    fig = draw(frame, text=None)
    rest = 69 - len(texts(fig, cloud=True))
    assert rest > 0
    assert f"No room in a cloud for {rest} words; the data have them. u" in texts(fig)
    assert "u" in texts(draw(bands(race=2)))


def test_labels_are_spoken_and_words_are_not():
    frame = bands(economy=2)
    frame["word"] = ["race", "risk"]  # as if French had those words
    with language.using("fr"):
        fig = draw(frame)
    assert "économie" in texts(fig)
    assert {"race", "risk"} == set(texts(fig, cloud=True))


def test_odd_words_are_drawn_literally_and_long_ones_wrapped():
    frame = pd.DataFrame({"code": "$x_1$", "word": ["100%_a^2", "anti" * 30, "un\tdeux"], "share": [3, 2, 1]})
    fig = clouds.cloud_bands(frame, "code", "word", "share", title="t", subtitle="s")
    assert charts.faults(fig) == []
    assert {"$x_1$", "100%_a^2", "un deux"} <= set(texts(fig))


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: draw(bands(race=2), low="lw"), "no column lw; it has code"),
        (lambda: draw(bands(race=2).iloc[:0]), "no row"),
        (lambda: clouds.cloud_with_bars({"mot": 0}, title="t", subtitle="s"), "above zero"),
    ],
)
def test_what_cannot_be_drawn_says_why(call, says):
    with pytest.raises(ValueError, match=says):
        call()
