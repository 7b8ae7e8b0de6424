"""A sentence stands while it is true; what articles say is never markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import claims


@pytest.fixture
def shown(monkeypatch):
    seen = []
    monkeypatch.setattr(claims, "display", lambda markdown: seen.append(markdown.data))
    return seen


def test_a_true_sentence_is_shown(shown, monkeypatch):
    monkeypatch.delenv("PRESS_STRICT", raising=False)
    claims.check("Trois.", 3 == 3)
    assert shown == ["Trois."]


def test_a_false_one_leaves_a_note(shown, monkeypatch):
    monkeypatch.delenv("PRESS_STRICT", raising=False)
    claims.check("Trois.", 3 == 4)
    assert "Not true of this corpus" in shown[0]
    assert "Trois." in shown[0]


def test_a_false_one_fails_where_claims_must_hold(shown, monkeypatch):
    monkeypatch.setenv("PRESS_STRICT", "1")
    claims.check("Trois.", True)
    with pytest.raises(claims.ClaimError, match="Trois"):
        claims.check("Trois.", False)


def test_a_condition_is_one_truth_value(articles):
    with pytest.raises(TypeError, match="one truth value"):
        claims.check("Tous.", articles["words"] > 0)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a_b*c", r"a\_b\*c"),
        ("<script>", r"\<script\>"),
        ("10 $ | 5", r"10 \$ \| 5"),
        ("un\n# deux", r"un \# deux"),
        ("été", "été"),
    ],
)
def test_escape(text, wanted):
    assert claims.escape(text) == wanted


@given(st.text(), st.integers(1, 30))
def test_an_excerpt_is_never_longer_than_asked(text, words):
    assert len(claims.excerpt(text, words).removesuffix(" …").split()) <= words
