"""Means of cohorts by size, with what bounds them, and several cells as one figure."""

from fractions import Fraction

import numpy as np
import pytest

from csdesk.metrics.measure import Evidence, Unit, Why, count_rate, money_rate
from csdesk.metrics.metric_ids import CohortMetric
from csdesk.metrics.retention.mean_curves import averaged, mean_curve, pooled
from csdesk.metrics.triangles import Cohort, CohortCell, CohortKind, CohortPeriod
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.weeks import Week

MARCH = Period(Month.parse("2024-03"))


def cohort(start: int, size: int, *left: int, opening: bool = False) -> Cohort:
    cells = tuple(CohortCell(age, part, size) for age, part in enumerate(left))
    return Cohort(Period(MARCH.first + start), size, cells, opening)


def test_the_mean_is_weighted_and_of_those_that_have_reached_the_age() -> None:
    points = mean_curve(CohortKind.LOGO, [cohort(0, 30, 30, 15, 6), cohort(1, 10, 10, 9)])
    assert [(point.part, point.whole, point.cohorts, point.n) for point in points] == [
        (40, 40, 2, 40), (24, 40, 2, 40), (6, 30, 1, 30)
    ]  # fmt: skip
    assert points[1].value == Fraction(3, 5)
    assert points[1].low == pytest.approx(0.4460, abs=5e-5)
    assert points[1].high == pytest.approx(0.7365, abs=5e-5)


def test_who_was_there_before_the_records_has_no_age() -> None:
    old, young = cohort(0, 5, 5, 5, opening=True), cohort(1, 4, 4)
    assert averaged((old, young)) == (young,)
    assert averaged((old,)) == (old,), "unless there are no others"
    assert len(mean_curve(CohortKind.LOGO, (old, young))) == 1
    assert mean_curve(CohortKind.LOGO, ()) == ()


def test_money_is_bounded_by_the_middle_half_of_the_cohorts() -> None:
    cohorts = [cohort(at, 100, 100, left) for at, left in enumerate((20, 40, 60, 120, 160))]
    point = mean_curve(CohortKind.REVENUE, cohorts)[1]
    assert (point.value, point.low, point.high) == (Fraction(4, 5), 0.4, 1.2)
    few = mean_curve(CohortKind.REVENUE, cohorts[:3])[1]
    assert (few.low, few.high) == (None, None)
    nothing = Cohort(MARCH, 1, (CohortCell(0, 0, 0),))
    assert mean_curve(CohortKind.REVENUE, [nothing])[0].value is None


def test_cells_of_several_cohorts_are_one_figure_with_all_that_is_behind_them() -> None:
    cells = [
        count_rate(CohortMetric.LOGO, MARCH, np.array(ids), np.array(kept), np.ones(len(ids), dtype=bool))
        for ids, kept in (([1, 2], [True, False]), ([3], [True]))
    ]
    assert pooled(cells[:1]) is cells[0]
    whole = pooled(cells)
    assert (whole.value, whole.part, whole.whole, whole.n, whole.period) == (Fraction(2, 3), 2, 3, 3, None)
    assert (whole.low, whole.high) == pytest.approx((0.2077, 0.9385), abs=5e-5)
    assert (whole.evidence.ids.tolist(), whole.evidence.part.tolist()) == ([1, 2, 3], [1, 0, 1])
    assert whole.evidence.of is Kind.ACCOUNT


def test_money_of_several_cohorts_has_no_interval() -> None:
    ticks = np.array([10_800_000], dtype=np.int64)
    cells = [money_rate(CohortMetric.REVENUE, MARCH, np.array([n]), ticks, ticks * n) for n in (1, 3)]
    whole = pooled(cells)
    assert (whole.value, whole.low, whole.n) == (Fraction(1, 2), None, 2)
    none = pooled([money_rate(CohortMetric.REVENUE, MARCH, np.array([n]), ticks * 0, ticks * 0) for n in (1, 3)])
    assert (none.value, none.why, none.unit) == (None, Why.NO_BASE, Unit.FRACTION)
    assert isinstance(none.evidence, Evidence)


def test_an_event_falls_into_an_age_of_each_cohort() -> None:
    day = MARCH.first.last_day
    weekly = Cohort(Week.of(day) + -2, 1, ())
    yearly = Cohort(Period(Month.parse("2022-04"), PeriodKind.YEAR, 4), 1, ())
    assert (weekly.age_on(day), weekly.step) == (2, CohortPeriod.WEEK)
    assert (yearly.age_on(day), yearly.step) == (1, CohortPeriod.YEAR)
    assert cohort(2, 1).age_on(day) == -2
