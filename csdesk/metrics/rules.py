"""The choices a definition leaves open, with the house's defaults."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any

from csdesk.metrics.vendors import GOVERNED, LIKE, OWN, Vendor


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


class ChurnDate(StrEnum):
    """When a customer who cancels is lost: the day after the last day of service, or the day of cancelling."""

    SERVICE_END = "service_end"
    CANCELLED = "cancelled"


class Denominator(StrEnum):
    """Base of logo churn. RENEWALS_DUE counts accounts whose term ended in the period alone."""

    START = "start"
    START_AND_NEW = "start_and_new"
    RENEWALS_DUE = "renewals_due"


class Discounts(StrEnum):
    """What MRR is net of: every discount, none, or only those that have no end."""

    NET = "net"
    GROSS = "gross"
    LASTING = "lasting"


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
    has given them; `ltv_frequency` is payments a year. An answer to a survey that comes more than `answer_days` after
    an asking no longer answers it.
    """

    snapshot: Snapshot = Snapshot.MONTH_END
    end_date: EndDate = EndDate.AS_IMPORTED
    churn_date: ChurnDate = ChurnDate.SERVICE_END
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
    answer_days: int = 90

    @classmethod
    def parse(cls, text: str) -> "Rules":
        """Read vendors and `key=value,...` from left to right; ValueError names the word that is not known.

        `stripe` counts all like Stripe, `net_mrr_churn=chartmogul` that metric alone, `logo_churn.denominator=start`
        says of which metric an option is.
        """
        rules = cls()
        for word in filter(None, (part.strip() for part in text.split(","))):
            rules = rules.like(Vendor(word)) if word in set(Vendor) else rules.with_option(word)
        return rules

    def like(self, vendor: Vendor, metric: str = "") -> "Rules":
        """These rules with what a vendor has a word on, or one metric has to itself of that, as the vendor has it."""
        rules = self
        for name in OWN[metric] if metric else GOVERNED:
            usual = _spelled(getattr(HOUSE_RULES, name))
            rules = rules.with_option(f"{name}={LIKE[vendor].get(name, usual)}")
        return rules

    @property
    def vendor(self) -> Vendor | None:
        """Whose these are in all that a vendor has a word on; None where they are a team's own mixture."""
        return next((vendor for vendor in Vendor if self.like(vendor) == self), None)

    def vendor_of(self, metric: str) -> Vendor | None:
        """Whose are the options that a metric has to itself: the house first, for many count alike."""
        return next((vendor for vendor in Vendor if self.like(vendor, metric) == self), None)

    def differing(self, other: "Rules") -> tuple[str, ...]:
        """Names of the options in which they are not the same."""
        return tuple(f.name for f in fields(self) if getattr(self, f.name) != getattr(other, f.name))

    @property
    def spelled(self) -> dict[str, str]:
        """Every option's value as `parse` reads it."""
        return {f.name: _spelled(getattr(self, f.name)) for f in fields(self)}

    def with_option(self, word: str) -> "Rules":
        """These rules with one `key=value` changed; ValueError when key or value is not known."""
        key, equals, value = word.partition("=")
        if key in OWN and value in set(Vendor):
            return self.like(Vendor(value), key)
        metric, dot, option = key.partition(".")
        if dot and option in OWN.get(metric, ()):
            key = option
        known: dict[str, Any] = {f.name: getattr(self, f.name) for f in fields(self)}
        if not equals or key not in known:
            raise ValueError(word)
        return replace(self, **{key: _typed(known[key], value, word)})

    @property
    def text(self) -> str:
        """What `parse` reads as these rules: `house`, then the options that differ from it."""
        return ",".join(("house", *(f"{name}={self.spelled[name]}" for name in self.differing(HOUSE_RULES))))


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
    if not isinstance(now, StrEnum) and new < _LEAST.get(word.partition("=")[0].rpartition(".")[2], 0):
        raise ValueError(word)
    return new


_LEAST = {"ltv_window": 1, "gross_margin": Fraction(1, 10_000)}
"""Least value of the numbers that may not be 0; no number may be negative."""
