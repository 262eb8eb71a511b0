"""Everything a board workbook says, before it is a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from csdesk.metrics.engine.movements import Movement
from csdesk.metrics.health.scores import AccountHealth
from csdesk.metrics.measure import Measure, Unit
from csdesk.metrics.triangles import Triangle
from csdesk.models.kinds import Band, Language
from csdesk.models.money import Currency
from csdesk.models.months import Period
from csdesk.reports.lines import (
    ActionLine,
    CommittedLine,
    GroupLine,
    InterviewLine,
    ReasonLine,
    RiskLine,
    SurvivalLine,
    TargetLine,
    WinLine,
    WorthLine,
)
from csdesk.reports.restating import Restatement


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline figure, the same one period earlier, and a year earlier.

    `part_unit` and `whole_unit` say what the measure's part and whole count (money, accounts, a fraction); with both
    known and value = part / whole, the workbook holds the division itself. `rising_is_good` is None where neither is.
    """

    now: Measure
    before: Measure | None = None
    part_unit: Unit | None = None
    whole_unit: Unit | None = None
    rising_is_good: bool | None = True
    year_ago: Measure | None = None


@dataclass(frozen=True, slots=True)
class MovementLine:
    """One month's movements in minor units: start + new + reactivation + expansion - contraction - churn + FX = end;
    `fx` is None in a book of one currency."""

    period: Period
    start: Measure
    new: Measure
    reactivation: Measure
    expansion: Measure
    contraction: Measure
    churn: Measure
    end: Measure
    complete: bool = True
    fx: Measure | None = None


@dataclass(frozen=True, slots=True)
class MoveLine:
    """What became of an account's MRR in a month of the reported period, and why; losses below zero. Texts are in the
    content's language already."""

    month: Period
    name: str
    movement: Movement
    why: str
    product: str
    mrr: Fraction
    account: int = 0


@dataclass(frozen=True, slots=True)
class RateLine:
    """One period's rates; part and whole of logo churn are accounts, of the others money in minor units."""

    period: Period
    logo_churn: Measure
    gross_mrr_churn: Measure
    net_mrr_churn: Measure
    grr: Measure
    nrr: Measure
    complete: bool = True


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One paying account's score; MRR in minor units."""

    name: str
    owner: str
    mrr: Fraction
    health: AccountHealth
    account: int = 0


@dataclass(frozen=True, slots=True)
class RenewalLine:
    """A term that ends within the coming days, or ended without a decision (`undecided`)."""

    name: str
    on: date
    mrr: Fraction
    band: Band
    owner: str
    undecided: bool = False
    account: int = 0


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account as of the day. Texts are in the content's language already."""

    account: int
    name: str
    mrr: Fraction
    paying: bool
    band: Band
    since: date | None = None
    renewal_on: date | None = None
    owner: str = ""
    tier: str = ""
    segment: str = ""
    industry: str = ""
    region: str = ""
    size: str = ""
    channel: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A contract line active on the day, and the row it was read from ('' and 0 when typed in)."""

    account: int
    product: str
    starts_on: date
    ended_on: date | None
    mrr: Fraction
    file: str = ""
    sheet: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Definition:
    """What a metric means, in the content's language; `rules` names the options in force."""

    metric: str
    name: str
    sentence: str
    formula: str
    rules: str = ""


@dataclass(frozen=True, slots=True)
class Pinned:
    """What a workbook is a function of: the same day, data and definitions give the same workbook.

    `fingerprint` is the digest of all that the workbook says, this aside; `rules` the options of the definitions as
    text, `definition` the number of their version (None: not kept as one), `definitions` both in the content's
    language; `made_with` the version of csdesk.
    """

    as_of: date
    fingerprint: str
    rules: str
    definition: int | None
    definitions: str
    made_with: str


@dataclass(frozen=True, slots=True)
class BoardContent:
    """All that the workbook needs, in one language.

    Headline figures, the last movement line's end, accounts, sources and health all speak of the same day, `as_of`;
    the reconciliation sheet says so or shows the difference. `movements` are months in a row, `rates` periods in a
    row, both oldest first; those inside `period` are the ones reported. Sources name accounts of `accounts`.
    """

    company: str
    currency: Currency
    language: Language
    period: Period
    as_of: date
    headline: tuple[Figure, ...]
    movements: tuple[MovementLine, ...]
    rates: tuple[RateLine, ...]
    logos: Triangle
    revenue: Triangle
    health: tuple[HealthLine, ...]
    renewals: tuple[RenewalLine, ...]
    accounts: tuple[AccountLine, ...]
    sources: tuple[SourceLine, ...]
    definitions: tuple[Definition, ...]
    moves: tuple[MoveLine, ...] = ()
    factors: Mapping[str, str] = field(default_factory=dict)
    """Name of each health factor by its id, in the content's language."""
    renewal_days: int = 90
    targets: tuple[TargetLine, ...] = ()
    bridge: tuple[Measure, ...] = ()
    """From MRR to CMRR: mrr + won + upgrades - withdrawals - downgrades = cmrr."""
    committed: tuple[CommittedLine, ...] = ()
    committed_days: int = 90
    survival: tuple[SurvivalLine, ...] = ()
    worth: tuple[WorthLine, ...] = ()
    """Periods in a row, oldest first."""
    groups: tuple[GroupLine, ...] = ()
    """Dimension by dimension; every account that pays is in one group of each."""
    reasons: tuple[ReasonLine, ...] = ()
    interviews: tuple[InterviewLine, ...] = ()
    risks: tuple[RiskLine, ...] = ()
    wins: tuple[WinLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    pinned: Pinned | None = None
    restatement: Restatement | None = None
    """Of a pack that is written again, and is no longer the same."""
    redacted: bool = False
    """Whether names and words of customers were left out."""

    def name_of(self, metric: str) -> str:
        """The metric's name as its definition gives it; its id where there is none."""
        return next((d.name for d in self.definitions if d.metric == metric), metric)
