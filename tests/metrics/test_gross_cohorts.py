"""What is left of the first MRR, growth left out."""

from fractions import Fraction
from typing import Any

from csdesk.metrics.retention.cohorts import cohort_cell, triangle
from csdesk.metrics.triangles import CohortKind
from csdesk.models.months import Month, Period, PeriodKind


def test_growth_of_one_never_hides_the_loss_of_another(context: Any, spans: Any) -> None:
    """A pays 100, then 300, then 50; B pays 100 and leaves after two months."""
    lines = spans([
        {"account": 1, "start": "2024-01-01", "end": "2024-01-31", "amount": 100},
        {"account": 1, "start": "2024-02-01", "end": "2024-02-29", "amount": 300},
        {"account": 1, "start": "2024-03-01", "amount": 50},
        {"account": 2, "start": "2024-01-01", "end": "2024-02-29", "amount": 100},
    ])  # fmt: skip
    ledger = context(lines, "2024-03-31").ledger
    kept = {
        kind: [cell.value for cell in triangle(ledger, kind, PeriodKind.MONTH).cohorts[0].cells]
        for kind in (CohortKind.REVENUE, CohortKind.GROSS)
    }
    assert kept == {
        CohortKind.REVENUE: [1, 2, Fraction(1, 4)],
        CohortKind.GROSS: [1, 1, Fraction(1, 4)],
    }
    cell = cohort_cell(ledger, CohortKind.GROSS, Period(Month.parse("2024-01")), 1)
    assert (cell.metric, cell.value, cell.part, cell.whole) == ("cohort_gross_revenue_retention", 1, 200, 200)
