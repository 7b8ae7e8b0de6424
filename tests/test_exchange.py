import pytest

from helpers import exchange


@pytest.mark.parametrize(
    ("day", "value", "used"),
    [("2024-02-26", 1.0852, "2024-02-26"), ("2024-02-25", 1.0834, "2024-02-23"), ("2024-03-30", 1.0811, "2024-03-28")],
)  # fmt: skip
def test_the_rate_is_that_of_the_day_or_of_the_last_day_before(day, value, used):
    assert exchange.rate("EUR", "USD", day) == exchange.Rate(value, used)


def test_a_rate_and_its_inverse_make_one():
    there, back = exchange.rate("EUR", "USD", "2024-02-26"), exchange.rate("USD", "EUR", "2024-02-26")
    assert there.value * back.value == pytest.approx(1, abs=1e-5)


def test_a_day_to_come_has_the_last_rate_there_is():
    assert exchange.rate("EUR", "USD", "2199-01-01") is not None


@pytest.mark.parametrize(("given", "wanted", "day"), [("EUR", "XXX", "2024-02-26"), ("EUR", "USD", ""), ("EUR", "USD", "1950-01-01")])  # fmt: skip
def test_what_the_series_does_not_have_is_none(given, wanted, day):
    assert exchange.rate(given, wanted, day) is None


def test_a_currency_in_itself_is_one():
    assert exchange.rate("EUR", "EUR", "2024-02-26").value == 1
