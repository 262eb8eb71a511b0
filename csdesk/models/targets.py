"""What figures are aimed at: every word that was said on it, and which of them holds for a period."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from csdesk.models.months import Month, Period, PeriodKind


@dataclass(frozen=True, slots=True)
class Target:
    """One word on the target of a figure: what it is to be in every period of a kind, from a first month on.

    `value` is in main units of money, a fraction for rates; None: no target from there on.
    """

    id: int
    metric: str
    kind: PeriodKind
    since: Month
    value: Fraction | None
    reason: str
    set_at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class Targets:
    """Every word on targets, in any order."""

    words: tuple[Target, ...] = ()

    def of(self, metric: str, period: Period | None) -> Target | None:
        """The target that holds for a period: of those from then or earlier the one that begins last, and of those the
        one that was set last. None where there is none, and for periods of no calendar."""
        if period is None or period.trailing:
            return None
        held = self.history(metric, period.kind)
        found = next((one for one in held if one.since <= period.first), None)
        return found if found is not None and found.value is not None else None

    def history(self, metric: str, kind: PeriodKind) -> tuple[Target, ...]:
        """Every word on one figure: what begins last first, and of that the latest."""
        mine = [one for one in self.words if (one.metric, one.kind) == (metric, kind)]
        return tuple(sorted(mine, key=lambda one: (one.since, one.set_at, one.id), reverse=True))


NO_TARGETS = Targets()
