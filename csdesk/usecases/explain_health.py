"""The factors behind the score of each account in a mean of health."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.metrics.measure import Measure
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ExplainedFactor:
    """A factor that counts: its value, the points it adds to its account's score, which they sum to, and the day it is
    of, None where it has none."""

    factor: str
    value: float
    points: float
    on: date | None
    by_hand: bool
    profile: str
    """The special profile by which the account is scored; '' for that of everybody else."""


def factors_behind(
    snapshot: Snapshot, measure: Measure, as_of: date, accounts: Iterable[int]
) -> Mapping[int, tuple[ExplainedFactor, ...]]:
    """The factors of each account on the day of the mean, the weightiest first."""
    healths = snapshot.health(as_of if measure.period is None else min(measure.period.last.last_day, as_of))
    return {
        account: (
            *_said(healths[account]),
            *(
                ExplainedFactor(
                    one.factor,
                    one.contribution / one.share,
                    one.contribution,
                    one.as_of,
                    one.by_hand,
                    healths[account].profile,
                )
                for one in sorted(healths[account].factors, key=lambda one: -one.contribution)
                if one.share > 0
            ),
        )
        for account in accounts
        if account in healths
    }


def _said(health: AccountHealth) -> Iterator[ExplainedFactor]:
    """What a person said in the place of the computed score: the points by which it stands above."""
    from csdesk.metrics.health.why import SCORE

    if health.hand is not None:
        points = health.hand.score - (health.by_model.score or 0.0)
        yield ExplainedFactor(SCORE, health.hand.score, points, health.hand.since, by_hand=True, profile=health.profile)
