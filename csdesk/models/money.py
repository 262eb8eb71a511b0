"""Exact money: whole minor units in the book, whole ticks in recurring revenue."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

TICKS = 55_440
"""Ticks in one minor unit. Divisible by every interval of 1 to 12 months and by 14, 15, 16, 18, 20, 24, 30,
36, 48 and 60, so that amount / months is a whole number of ticks and monthly sums stay exact in 64 bits."""

MOST_MONEY = 10**13
"""Most minor units, either way, that one amount of a book may be: its ticks are within 64 bits."""

_NO_DECIMALS = frozenset({"JPY", "KRW", "VND", "CLP", "ISK", "XAF", "XOF", "UGX", "PYG"})
_THREE_DECIMALS = frozenset({"BHD", "KWD", "OMR", "TND", "JOD"})


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency and the decimals of its minor unit."""

    code: str

    @property
    def digits(self) -> int:
        """Decimals of the main unit: 0 for yen, 2 for dollar and euro."""
        if self.code in _NO_DECIMALS:
            return 0
        return 3 if self.code in _THREE_DECIMALS else 2

    def main_units(self, minor: Fraction | int) -> Fraction:
        """Minor units as main units: 1234 cents are 12.34."""
        return Fraction(minor) / Fraction(10**self.digits)

    def minor_units(self, main: Fraction | int) -> int:
        """Main units as whole minor units, halves away from zero."""
        exact = Fraction(main) * 10**self.digits
        whole = int(abs(exact) + Fraction(1, 2))
        return whole if exact >= 0 else -whole


def monthly_ticks(amount_minor: int, interval_months: int) -> int:
    """MRR of an amount that covers `interval_months`, in ticks, halves away from zero."""
    exact = Fraction(amount_minor * TICKS, interval_months)
    whole = int(abs(exact) + Fraction(1, 2))
    return whole if exact >= 0 else -whole


@lru_cache(maxsize=2**14, typed=True)  # prices repeat, and to make a fraction takes long
def from_ticks(ticks: int) -> Fraction:
    """Ticks as an exact number of minor units."""
    return Fraction(ticks, TICKS)


def to_ticks(minor: Fraction) -> int:
    """Minor units that came `from_ticks` as ticks again: whole numbers are compared far sooner than fractions."""
    return minor.numerator * (TICKS // minor.denominator)
