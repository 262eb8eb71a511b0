"""Lines of the board workbook beyond its figures: what is committed, how long customers stay, who leaves and why, what
is done about it. Texts of the book are as they were typed, all others in the content's language already."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from csdesk.metrics.measure import Measure, Number
from csdesk.models.months import Period


@dataclass(frozen=True, slots=True)
class CommittedLine:
    """What an account's signed contracts change in MRR until the horizon: `metric` is the step of the bridge."""

    name: str
    metric: str
    mrr: Fraction
    account: int = 0


@dataclass(frozen=True, slots=True)
class SurvivalLine:
    """The curve at a number of months at which somebody left or was seen last."""

    months: int
    at_risk: int
    left: int
    seen_last: int
    share: Number
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class WorthLine:
    """Unit economics of one period."""

    period: Period
    new: Measure
    cac: Measure
    ltv: Measure
    ratio: Measure
    payback: Measure


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group of a dimension, and what stayed of it in the period."""

    dimension: str
    group: str
    accounts: Measure
    mrr: Measure
    nrr: Measure
    grr: Measure
    logo_churn: Measure


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason of those who left: accounts and MRR in the period, and in the twelve months to its end."""

    reason: str
    accounts: Measure
    mrr: Measure
    year_accounts: Measure
    year_mrr: Measure


@dataclass(frozen=True, slots=True)
class InterviewLine:
    """What a customer who left said, and what was behind it."""

    on: date | None
    name: str
    reason: str
    stated: str
    root_cause: str
    themes: str
    account: int = 0


@dataclass(frozen=True, slots=True)
class RiskLine:
    """An open risk of the register and the plan against it."""

    name: str
    risk: str
    level: str
    since: date
    mrr: Fraction
    owner: str
    plan: str
    account: int = 0


@dataclass(frozen=True, slots=True)
class ActionLine:
    """What is to be done: a next step, with who does it and until when."""

    due_on: date | None
    what: str
    name: str
    owner: str
    account: int = 0


@dataclass(frozen=True, slots=True)
class WinLine:
    """Something to celebrate; without an account it is the team's own (`account` 0)."""

    on: date
    title: str
    name: str
    achieved: str
    owner: str
    account: int = 0


@dataclass(frozen=True, slots=True)
class TargetLine:
    """What a figure is meant to reach in the reported period, in the figure's own unit."""

    metric: str
    value: Number
