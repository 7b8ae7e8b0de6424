"""Exchange rates of the day: the reference rates of the European Central Bank, as CurrencyConverter carries them."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError

#: The bank publishes no rate on week-ends and holidays; the longest gap is five days.
_GAP = 7


@dataclass(frozen=True, slots=True)
class Rate:
    """`value` units of the second currency for one of the first, on `day` (ISO), the last one with a rate."""

    value: float
    day: str


@cache
def _series() -> CurrencyConverter:
    return CurrencyConverter()


@cache
def rate(given: str, wanted: str, day: str) -> Rate | None:
    """The rate from one ISO 4217 currency to another on an ISO day, or on the last day before it that has one.

    None where the series does not have the currency or the time. Source: ECB euro foreign exchange reference rates.

    >>> rate("EUR", "USD", "2024-02-25")
    Rate(value=1.0834, day='2024-02-23')
    """
    series = _series()
    if not {given, wanted} <= series.currencies:
        return None
    try:
        last = date.fromisoformat(day)
    except ValueError:
        return None
    last = min([last, *(series.bounds[c].last_date for c in (given, wanted) if c in series.bounds)])
    for back in range(_GAP):
        at = last - timedelta(days=back)
        try:
            return Rate(round(series.convert(1, given, wanted, date=at), 6), at.isoformat())
        except (ValueError, RateNotFoundError):  # no rate on that day
            continue
    return None
