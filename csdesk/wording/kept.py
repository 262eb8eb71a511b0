"""Figures of periods and exchange rates in words."""

from datetime import date
from fractions import Fraction

from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.models.months import Month, Period
from csdesk.wording.charts import period_name
from csdesk.wording.speech import day, money, percent, short

_PERCENT = "%"
_CODE = 3


def period_text(first: date, last: date, language: Language) -> str:
    """A month by its name, any other period by its days."""
    month = Month.of(first)
    if first == month.first_day and last == month.last_day:
        return period_name(Period(month), language)
    return f"{day(first, language)} – {day(last, language)}"


def value_text(value: float, unit: str, language: Language) -> str:
    """A figure in its unit: a share as a percentage, an amount in its currency, a count with its word."""
    if unit == _PERCENT:
        return percent(value)
    if len(unit) == _CODE and unit.isascii() and unit.isupper():
        currency = Currency(unit)
        return money(Fraction(str(value)) * 10**currency.digits, currency, language)
    return f"{short(value)} {unit}".strip() if unit.isascii() else f"{short(value)}{unit}"


def rate_text(rate: float) -> str:
    """A rate with the digits it has, at most six behind the point."""
    return f"{rate:,.6f}".rstrip("0").rstrip(".")
