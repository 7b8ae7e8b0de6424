"""MTLD against a second implementation of its definition."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import diversity


def slowly(tokens, threshold=0.72):
    """MTLD again: cut the text into factors by looking at every prefix."""

    def factors(words):
        count, rest = 0.0, list(words)
        while rest:
            for n in range(1, len(rest) + 1):
                if len(set(rest[:n])) / n <= threshold:
                    count, rest = count + 1, rest[n:]
                    break
            else:
                return count + (1 - len(set(rest)) / len(rest)) / (1 - threshold)
        return count

    both = [factors(tokens), factors(tokens[::-1])]
    return sum(len(tokens) / f for f in both) / 2 if all(both) else math.nan


@given(st.lists(st.sampled_from("abcdefghij"), max_size=60))
def test_mtld_is_its_definition(tokens):
    assert diversity.mtld(tokens) == pytest.approx(slowly(tokens), abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("tokens", [[], ["un"], ["un", "seul", "pari"]])
def test_nothing_repeated_has_no_value(tokens):
    assert math.isnan(diversity.mtld(tokens))


def test_table_counts_words_as_the_project_does():
    articles = pd.DataFrame({"text": ["L’accord, l'accord et le pari.", ""]}, index=["a", "b"])
    table = diversity.table(articles)
    assert list(table) == list(diversity.COLUMNS)
    assert table.loc[0, ["words", "types"]].tolist() == [7, 5]
    assert table.loc[1, "words"] == 0
