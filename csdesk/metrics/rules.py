"""The choices a definition leaves open, with the house's defaults."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any


class Snapshot(StrEnum):
    """When in a month an account's MRR is read."""

    MONTH_END = "month_end"
    MONTH_START = "month_start"
    OVERLAP = "overlap"


class EndDate(StrEnum):
    """How recorded ends are read: as the import found, or all as last day, or all as the day after."""

    AS_IMPORTED = "as_imported"
    LAST_DAY = "last_day"
    DAY_AFTER = "day_after"


class Denominator(StrEnum):
    """Base of logo churn."""

    START = "start"
    START_AND_NEW = "start_and_new"


class Discounts(StrEnum):
    """Whether MRR is net of dated discounts."""

    NET = "net"
    GROSS = "gross"


class LtvChurn(StrEnum):
    """The churn that a lifetime value divides by."""

    LOGO = "logo"
    MRR = "mrr"


class LtvFormula(StrEnum):
    """How a lifetime value is worked out. CHURN is the house's; PERCENT is the same value by churn in percent."""

    CHURN = "churn"
    PURCHASES = "purchases"
    FREQUENCY = "frequency"
    PERCENT = "percent"
    YEARS = "years"
    LESS_COSTS = "less_costs"


@dataclass(frozen=True, slots=True)
class Rules:
    """Options of the definitions. Every default is the house rule.

    `ltv_purchases` (monthly payments in a customer's life) and `ltv_years` (years a customer stays) are 0 while nobody
    has given them; `ltv_frequency` is payments a year.
    """

    snapshot: Snapshot = Snapshot.MONTH_END
    end_date: EndDate = EndDate.AS_IMPORTED
    gap_days: int = 0
    ltv_window: int = 6
    reactivation_offsets: bool = False
    denominator: Denominator = Denominator.START
    discounts: Discounts = Discounts.NET
    paused_is_churn: bool = False
    ltv: LtvFormula = LtvFormula.CHURN
    ltv_churn: LtvChurn = LtvChurn.LOGO
    ltv_purchases: Fraction = Fraction(0)
    ltv_frequency: Fraction = Fraction(12)
    ltv_years: Fraction = Fraction(0)
    cmrr_days: int = 90
    gross_margin: Fraction = Fraction(1)
    ltv_to_cac_holds: Fraction = Fraction(3)
    cac_month_before: bool = False

    @classmethod
    def parse(cls, text: str) -> "Rules":
        """Read `house` and `key=value,...`; ValueError names the word that is not known."""
        rules = cls()
        for word in filter(None, (part.strip() for part in text.split(","))):
            if word != "house":
                rules = rules.with_option(word)
        return rules

    def with_option(self, word: str) -> "Rules":
        """These rules with one `key=value` changed; ValueError when key or value is not known."""
        key, equals, value = word.partition("=")
        known: dict[str, Any] = {f.name: getattr(self, f.name) for f in fields(self)}
        if not equals or key not in known:
            raise ValueError(word)
        return replace(self, **{key: _typed(known[key], value, word)})

    @property
    def text(self) -> str:
        """What `parse` reads as these rules: `house`, then the options that differ from it."""
        differing = (f.name for f in fields(self) if getattr(self, f.name) != getattr(HOUSE_RULES, f.name))
        return ",".join(("house", *(f"{name}={_spelled(getattr(self, name))}" for name in differing)))


HOUSE_RULES = Rules()


def _spelled(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _typed(now: Any, value: str, word: str) -> Any:  # noqa: ANN401 - as wide as the fields of Rules
    if isinstance(now, bool):
        if value not in {"yes", "no"}:
            raise ValueError(word)
        return value == "yes"
    try:
        new = type(now)(value)
    except (ValueError, ZeroDivisionError):
        raise ValueError(word) from None
    if not isinstance(now, StrEnum) and new < _LEAST.get(word.partition("=")[0], 0):
        raise ValueError(word)
    return new


_LEAST = {"ltv_window": 1, "gross_margin": Fraction(1, 10_000)}
"""Least value of the numbers that may not be 0; no number may be negative."""
