"""What an account review says: only what its customer may read. What a field is not here for is never written."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from csdesk.models.kinds import Language
from csdesk.models.months import Period


class Part(StrEnum):
    """The parts of a review, in their order."""

    GOALS = "goals"
    VALUE = "value"
    USE = "use"
    TICKETS = "tickets"
    VOICE = "voice"
    TOGETHER = "together"
    ROADMAP = "roadmap"
    STEPS = "steps"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something to do: by the customer or by us, and the day it is due."""

    title: str
    theirs: bool = False
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoalLine:
    """What the customer wants to reach, by which result it would call that done, and how far it is.

    `progress` is a share from 0 to 1, by the goal's figures or else by its milestones; None where neither tells.
    """

    statement: str
    victory: str
    unit: str
    baseline: float | None
    target: float | None
    current: float | None
    progress: float | None
    due_on: date | None
    reached_on: date | None
    milestones: tuple[NextStep, ...]


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure of use: its sums by month, None where none are known, in the period, in the one before (None where a
    month of it is not known), and ever.

    `counts` tells that it is use the customer gets something out of.
    """

    name: str
    unit: str
    counts: bool
    amounts: tuple[float | None, ...]
    now: float | None
    before: float | None
    ever: float


@dataclass(frozen=True, slots=True)
class Users:
    """People of the customer that used the product: in each month, in the period and in the one before; None where the
    records begin within that one."""

    by_month: tuple[int, ...]
    now: int
    before: int | None


@dataclass(frozen=True, slots=True)
class TicketLine:
    """Tickets of a month."""

    month: Period
    opened: int
    solved: int


@dataclass(frozen=True, slots=True)
class OpenTicket:
    """A ticket that waits at the day of the review."""

    subject: str
    opened_on: date


@dataclass(frozen=True, slots=True)
class Tickets:
    """Tickets by month of the period; `days` is the mean from opening to solving of the `timed` solved in it."""

    months: tuple[TicketLine, ...]
    days: float | None
    timed: int
    waiting: tuple[OpenTicket, ...]

    @property
    def opened(self) -> int:
        """Opened in the period."""
        return sum(line.opened for line in self.months)

    @property
    def solved(self) -> int:
        """Solved in the period."""
        return sum(line.solved for line in self.months)


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A score that somebody of the customer gave, and in whose own words why; who it was is not told."""

    survey: str
    on: date
    score: float
    comment: str


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting, call, visit or training: when, of what kind, and with whom at the customer."""

    on: date
    type: str
    person: str


@dataclass(frozen=True, slots=True)
class ContractLine:
    """A running contract line: what, how many seats, since when, and when it renews."""

    product: str
    plan: str
    seats: int | None
    starts_on: date
    renews_on: date | None
    notice_by: date | None
    auto_renew: bool | None


@dataclass(frozen=True, slots=True)
class ReviewContent:
    """The whole review; parts that were not wanted are empty. `months` are those of use, the oldest first."""

    company: str
    customer: str
    language: Language
    period: Period
    as_of: date
    parts: frozenset[Part]
    months: tuple[Period, ...]
    goals: tuple[GoalLine, ...] = ()
    use: tuple[MeasureLine, ...] = ()
    users: Users | None = None
    tickets: Tickets | None = None
    answers: tuple[AnswerLine, ...] = ()
    meetings: tuple[MeetingLine, ...] = ()
    roadmap: str = ""
    steps: tuple[NextStep, ...] = ()
    contract: tuple[ContractLine, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether the period is over at the day of the review."""
        return self.period.last.last_day <= self.as_of
