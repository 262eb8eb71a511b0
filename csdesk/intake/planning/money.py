"""What a contract row is paid: an amount in whole minor units for a number of months."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.matching.words.span_amounts import PERIODS
from csdesk.intake.shapes import Clean
from csdesk.intake.values.words import charge_of, months_of
from csdesk.models.drafts import Value
from csdesk.models.kinds import Charge
from csdesk.models.money import MOST_MONEY, Currency

_TWELVE = 12


@dataclass(frozen=True, slots=True)
class Price:
    """What a line costs: minor units for `months`; `amount` None where it cannot be known. `unclear` where an amount
    stands in the row and yet its period is not known."""

    amount: int | None
    months: int = 1
    charge: Charge = Charge.RECURRING
    unclear: bool = False


def price_of(values: Mapping[str, Clean], currency: Currency, period: str, term: int | None) -> Price:
    """The price of a row.

    MRR is an amount for one month, ARR for twelve; a unit price counts by quantity; anything else covers the interval
    that the row or the table's `period` gives. `term` is the length of the contract in months, for amounts that cover
    all of it.
    """
    word = values.get("contract.interval")
    charge = _charge(values, word, period)
    for field, months in (("contract.mrr", 1), ("contract.arr", _TWELVE)):
        value = values.get(field)
        if isinstance(value, Decimal):
            return price_for(value, currency, months, charge)
    amount = _amount(values, currency)
    if amount is None:
        return Price(None, 1, charge)
    months_of_row = _months(values, word, period, term)
    if charge is Charge.ONE_OFF:
        return Price(amount, 1, charge)
    if months_of_row is None:
        return Price(None, 1, charge, unclear=True)
    return Price(amount, months_of_row, charge)


def price_for(value: Decimal, currency: Currency, months: int, charge: Charge = Charge.RECURRING) -> Price:
    """An amount for some months."""
    return _monthly(value, currency, charge) if months == 1 else Price(_minor(value, currency), months, charge)


def _monthly(value: Decimal, currency: Currency, charge: Charge) -> Price:
    """A monthly amount, exact where it can be: one that is no whole number of minor units is a whole number for a
    year, or for some other months; or a year's amount divided by twelve and rounded (8,333.33 is 100,000 a year)."""
    exact = Fraction(value) * 10**currency.digits
    yearly = exact * _TWELVE
    if exact.denominator == 1 or abs(yearly) > MOST_MONEY:
        return Price(_minor(value, currency), 1, charge)
    if yearly.denominator == 1 or _is_rounded_twelfth(value, yearly, currency):
        return Price(round(yearly), _TWELVE, charge)
    if exact.denominator < _TWELVE:
        return Price(exact.numerator, exact.denominator, charge)
    return Price(_minor(value, currency), 1, charge)


def _is_rounded_twelfth(value: Decimal, yearly: Fraction, currency: Currency) -> bool:
    """Whether an amount with at least two more decimals than its currency is the twelfth of a whole one."""
    exponent = value.as_tuple().exponent
    written = -exponent - currency.digits if isinstance(exponent, int) else 0
    slack = Fraction(_TWELVE, 2 * 10**written) if written >= 2 else Fraction(0)  # noqa: PLR2004 - said above
    return round(yearly) != 0 and abs(yearly - round(yearly)) <= slack


def _minor(value: Decimal, currency: Currency) -> int:
    return currency.minor_units(Fraction(value))


def _amount(values: Mapping[str, Clean], currency: Currency) -> int | None:
    """Amount of one billing interval in minor units: as given, or unit price by quantity (1 where none is given)."""
    whole = values.get("contract.amount")
    if isinstance(whole, Decimal):
        return _minor(whole, currency)
    quantity = values.get("contract.quantity")
    count = quantity if isinstance(quantity, int) else 1
    unit, cents = values.get("contract.unit_amount"), values.get("contract.unit_amount_cents")
    if isinstance(unit, Decimal):
        return currency.minor_units(Fraction(unit) * count)
    return round(Fraction(cents) * count) if isinstance(cents, Decimal) else None


def _charge(values: Mapping[str, Clean], word: Clean, period: str) -> Charge:
    if period == "one_off":
        return Charge.ONE_OFF
    for text in (values.get("contract.charge"), word):
        known = charge_of(text) if isinstance(text, str) else None
        if known:
            return known
    return Charge.RECURRING


def _months(values: Mapping[str, Clean], word: Clean, period: str, term: int | None) -> int | None:
    count = values.get("contract.interval_count")
    unit = months_of(word) if isinstance(word, str) else None
    if isinstance(count, int) and count > 0:
        return count * (unit or 1) if unit or not isinstance(word, str) else None
    if unit:
        return unit
    return term if period == "term" else PERIODS.get(period)


def discounts_of(values: Mapping[str, Clean], currency: Currency, price: Price) -> dict[str, Value]:
    """List price and discount for the same months as the amount; where the amount is not known, nothing."""
    found: dict[str, Value] = {"discount_ends_on": day_of(values.get("contract.discount_end"))}
    for field in ("list_amount", "discount_amount"):
        value = values.get(f"contract.{field}")
        if isinstance(value, Decimal) and price.amount is not None:
            found[field] = currency.minor_units(Fraction(value))
    return found
