"""What each account has answered over a year, and which of them are unhappy time and again."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from csdesk.metrics.measure import Measure, Unit, Why, count, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.voice.answers import DETRACTOR, PROMOTER, answers_in
from csdesk.models.kinds import Survey
from csdesk.models.months import Period, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.metrics.context import Context

LAST, LEAST = 3, 2
"""An account is consistently negative when its last three NPS answers are all from 0 to 6, or both where it has given
no more than two; one answer alone says nothing of the kind."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The scores of some answers of one account, oldest first, and the day of the last; None where it has none."""

    scores: tuple[float, ...]
    on: np.datetime64 | None

    @property
    def mean(self) -> float | None:
        """Mean score; None without any."""
        return sum(self.scores) / len(self.scores) if self.scores else None

    @property
    def nps(self) -> Fraction | None:
        """NPS of the scores, in points from -100 to 100; None without any."""
        net = sum((score >= PROMOTER) - (score <= DETRACTOR) for score in self.scores)
        return Fraction(100 * net, len(self.scores)) if self.scores else None

    @property
    def last(self) -> float | None:
        """The latest score; None without any."""
        return self.scores[-1] if self.scores else None

    @property
    def change(self) -> float | None:
        """The latest score less the mean of those before it; None without two."""
        before = self.scores[:-1]
        return self.scores[-1] - sum(before) / len(before) if before else None

    @property
    def negative(self) -> bool:
        """Whether an NPS is consistently negative."""
        recent = self.scores[-LAST:]
        return len(recent) >= LEAST and max(recent) <= DETRACTOR


@dataclass(frozen=True, slots=True)
class AccountVoice:
    """What one account has answered to a survey, and what its decision makers have. `ids` are the answers."""

    account: int
    everyone: Heard
    makers: Heard
    ids: tuple[int, ...]


def account_voices(context: Context, survey: Survey, period: Period) -> tuple[AccountVoice, ...]:
    """Every account that answered in the year up to the period's end; answers without any day count always."""
    answers = answers_in(context, survey, year_of(period))
    found = answers[answers["account"] > 0].sort_values(["account", "on", "answer"])
    given: dict[int, list[_Given]] = {}
    columns = (found[name].tolist() for name in ("account", "answer", "score", "decision_maker"))
    for account, answer, score, maker, on in zip(*columns, found["on"].to_numpy(), strict=True):
        given.setdefault(account, []).append(_Given(answer, score, maker, on))
    return tuple(
        AccountVoice(account, _heard(all_), _heard([one for one in all_ if one.maker]), tuple(one.id for one in all_))
        for account, all_ in given.items()
    )


class _Given(NamedTuple):
    """One answer."""

    id: int
    score: float
    maker: bool
    on: np.datetime64


def _heard(given: Sequence[_Given]) -> Heard:
    last = given[-1].on if given else None
    return Heard(tuple(one.score for one in given), None if last is None or np.isnat(last) else last)


def year_of(period: Period) -> Period:
    """The twelve months up to a period's last."""
    return Period(period.last + -11, PeriodKind.YEAR, (period.last + 1).number)


def negative_accounts(context: Context, period: Period) -> Measure:
    """Accounts whose own NPS, or that of their decision makers, is consistently negative."""
    voices = account_voices(context, Survey.NPS, period)
    if not voices:
        return missing(MetricId.NEGATIVE_ACCOUNTS, period, Unit.COUNT, Why.NO_ANSWERS, 0)
    ids = np.array([v.account for v in voices if v.everyone.negative or v.makers.negative], dtype=np.int64)
    return count(MetricId.NEGATIVE_ACCOUNTS, period, ids, np.ones(len(ids), dtype=np.int64))
