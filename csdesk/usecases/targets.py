"""Targets of figures: set, revised with a reason, ended, and what a figure usually is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind, StepName
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.targets import Against
    from csdesk.models.drafts import Changes
    from csdesk.models.money import Currency
    from csdesk.models.targets import Target

_LOOKED_BACK = 4
"""Periods that tell what a figure usually is."""
_MOST = 10**15


@dataclass(frozen=True, slots=True)
class TargetDraft:
    """A target as a person gives it: the figure as typed in its unit (percent for rates, main units of money), the
    period it begins with; '' as figure: no target from then on."""

    metric: MetricId
    kind: PeriodKind
    since: Month
    figure: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """What one figure is aimed at in periods of one kind: the target that holds now, or the first that is to hold, the
    figure of the latest period that is over, that figure against the target of its own period, and every word on it,
    the latest first."""

    metric: MetricId
    kind: PeriodKind
    target: Target
    measure: Measure
    against: Against | None
    history: tuple[Target, ...]

    @property
    def id(self) -> str:
        """Tells it from every other."""
        return f"{self.metric} {self.kind}"

    def aimed(self, currency: Currency) -> Fraction:
        """The target in the figure's own unit."""
        from csdesk.metrics.targets import aim_of

        assert self.target.value is not None
        return aim_of(self.target.value, self.measure.unit, currency)


@dataclass(frozen=True, slots=True)
class TargetSheet:
    """What the book says of a figure's target: the figure in the latest periods that are over, oldest first, and every
    word on it, the latest first."""

    measures: tuple[Measure, ...]
    history: tuple[Target, ...]


def target_rows(book: Book, as_of: date) -> tuple[TargetRow, ...]:
    """Every figure that has a target now or later, in the order of the catalogue; ended ones are left out."""
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    targets = snapshot.frames.targets
    found = {(one.metric, one.kind) for one in targets.words}
    known = [(metric, kind) for metric in MetricId for kind in PeriodKind if (metric, kind) in found]
    made = (_row(book, metric, kind, as_of) for metric, kind in known)
    return tuple(row for row in made if row is not None)


def _row(book: Book, metric: MetricId, kind: PeriodKind, as_of: date) -> TargetRow | None:
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.figures import settled
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context, targets = snapshot.context(as_of), snapshot.frames.targets
    present = Period.holding(Month.of(as_of), kind, snapshot.settings.fiscal_start)
    history = targets.history(metric, kind)
    ahead = [one for one in reversed(history) if one.since > present.first and one.value is not None]
    held = targets.of(metric, present) or next(iter(ahead), None)
    if held is None:
        return None
    measure = figure(context, metric, settled(context, present))
    return TargetRow(metric, kind, held, measure, aimed(measure, targets.of(metric, measure.period), book), history)


def targets_of(book: Book, measures: Sequence[Measure]) -> tuple[Target | None, ...]:
    """What each figure is aimed at; no figure of a group is."""
    from csdesk.usecases.snapshot import snapshot_of

    of = snapshot_of(book).frames.targets.of
    return tuple(None if one.dimension else of(one.metric, one.period) for one in measures)


def aimed(measure: Measure, target: Target | None, book: Book) -> Against | None:
    """A figure of the whole book against its target; None where it has none, or cannot be had."""
    from csdesk.usecases.snapshot import snapshot_of

    return compared(measure, target, snapshot_of(book).settings.money) if target else None


def compared(measure: Measure, target: Target, currency: Currency) -> Against | None:
    """The same in a currency."""
    from csdesk.metrics.catalogue import CATALOGUE
    from csdesk.metrics.entries.entry import Better
    from csdesk.metrics.targets import against

    better = CATALOGUE[MetricId(measure.metric)].better
    return against(measure, target, currency, rising_is_good=None if better is Better.NONE else better is Better.UP)


def target_sheet(book: Book, metric: MetricId, kind: PeriodKind, as_of: date) -> TargetSheet:
    """What the figure was in the last four periods that are over, by which a target that can be reached is measured;
    and what was said of it."""
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.figures import back_from, settled
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(as_of)
    last = settled(context, Period.holding(Month.of(as_of), kind, snapshot.settings.fiscal_start))
    periods = reversed(back_from(context, last, _LOOKED_BACK))
    measures = tuple(figure(context, metric, period) for period in periods)
    return TargetSheet(measures, snapshot.frames.targets.history(metric, kind))


def set_target(book: Book, draft: TargetDraft) -> Changes:
    """Set a target from a period on, as one more word on it; what was said before stays as its history. Raises Refused
    where the figure is no number, and where one that is in force is revised without a reason."""
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    settings = snapshot.settings
    first = Period.holding(draft.since, draft.kind, settings.fiscal_start)
    held = snapshot.frames.targets.of(draft.metric, first)
    value = _value(draft, settings.money)
    reason = draft.reason.strip()
    if held is not None and not reason:
        raise _refused("reason", "", Reason.MISSING)
    if held is None and value is None:
        raise _refused("value", "", Reason.MISSING)
    with book.step(StepName.SET_TARGET, subject=draft.metric.value) as step:
        step.insert(
            Kind.TARGET,
            {
                "metric": draft.metric.value,
                "period_kind": draft.kind.value,
                "since": str(first.first),
                "value": None if value is None else float(value),
                "reason": reason or None,
                "set_at": book.clock(),
                "who": book.who,
            },
        )
    return step.changes


def _value(draft: TargetDraft, currency: Currency) -> Fraction | None:
    from decimal import Decimal
    from fractions import Fraction

    from csdesk.intake.fields import ValueType
    from csdesk.intake.values.reading import ColumnReading
    from csdesk.metrics.catalogue import CATALOGUE
    from csdesk.metrics.measure import Unit

    typed, unit = draft.figure.strip(), CATALOGUE[draft.metric].unit
    if not typed:
        return None
    bare = typed.removesuffix("%").removesuffix("％").strip() if unit is Unit.FRACTION else typed
    kind = ValueType.MONEY if unit is Unit.MONEY else ValueType.NUMBER
    read = ColumnReading(kind, code=currency.code if unit is Unit.MONEY else "").read(bare)
    if isinstance(read, Reason) or not isinstance(read, int | float | Decimal):
        raise _refused("value", typed, Reason.NOT_A_NUMBER)
    value = Fraction(str(read))
    if abs(value) > _MOST:
        raise _refused("value", typed, Reason.OUT_OF_RANGE)
    return value / 100 if unit is Unit.FRACTION else value


def _refused(column: str, seen: str, reason: Reason) -> Refused:
    return Refused(Problem(Place(), f"target.{column}", seen, reason))
