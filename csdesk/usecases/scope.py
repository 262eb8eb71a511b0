"""What the number pages share: as of when, and which period."""

from dataclasses import dataclass
from datetime import date

from csdesk.metrics.rules import HOUSE_RULES, Rules
from csdesk.models.months import Month, Period, PeriodKind


@dataclass(frozen=True, slots=True)
class Scope:
    """As-of date and the kind of period that every number page shows. `period` is the one the tiles speak of,
    `by` the dimension that figures are split by, '' for none."""

    as_of: date
    period: Period
    rules: Rules = HOUSE_RULES
    by: str = ""

    @classmethod
    def at(cls, as_of: date, kind: PeriodKind, fiscal_start: int = 1) -> "Scope":
        """The period of that kind that holds the as-of date."""
        return cls(as_of, Period.holding(Month.of(as_of), kind, fiscal_start))
