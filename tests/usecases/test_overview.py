"""The Overview page on the demo book and on an empty one."""

from datetime import date
from fractions import Fraction

import pytest

from csdesk.book.file import Book
from csdesk.metrics.measure import Why
from csdesk.models.kinds import Kind, StepName
from csdesk.models.months import PeriodKind
from csdesk.usecases.figures import figures_between
from csdesk.usecases.overview import Benefit, overview_page
from csdesk.usecases.scope import Scope


@pytest.mark.parametrize("kind", PeriodKind)
def test_all_eight_stand_beside_the_period_before(demo: Book, today: date, kind: PeriodKind) -> None:
    page = overview_page(demo, Scope.at(today, kind))
    assert [row.now.metric for row in page.eight] == [
        "renewals", "net_revenue_retention", "accounts_in_use", "health_mean", "logo_churn", "expansion_mrr",
        "contraction_mrr", "nps",
    ]  # fmt: skip
    for row in page.eight:
        assert row.now.period is not None
        assert row.before.period == row.now.period.previous
        assert len(row.trend) <= 12
        if row.now.value is not None:
            assert row.trend[-1] == pytest.approx(float(row.now.value))
    assert page.eight[0].now.period == page.scope.period


def test_one_figure_for_each_benefit_and_the_first_figures(demo: Book, today: date) -> None:
    page = overview_page(demo, Scope.at(today, PeriodKind.MONTH))
    assert [(benefit, tile.measure.metric) for benefit, tile in page.benefits] == [
        (Benefit.LESS_CHURN, "gross_mrr_churn"),
        (Benefit.MORE_VALUE, "net_revenue_retention"),
        (Benefit.BETTER_EXPERIENCE, "csat"),
    ]
    first = [tile.measure for tile in page.first]
    assert [measure.metric for measure in first] == [
        "mrr", "cmrr", "arpa", "arr_per_account", "logo_churn", "ltv", "cac", "ltv_to_cac",
    ]  # fmt: skip
    assert [str(measure.period) for measure in first] == [*["2026-03"] * 4, "2026-02", *["2025-Q4"] * 3]
    assert all(measure.value is not None for measure in first)


def test_six_outcomes_by_month_and_by_quarter(demo: Book, today: date) -> None:
    page = overview_page(demo, Scope.at(today, PeriodKind.YEAR))
    assert [row.month.metric for row in page.outcomes] == [
        "gross_revenue_retention", "net_revenue_retention", "mrr_growth", "logo_retention", "csat", "nps",
    ]  # fmt: skip
    periods = {(str(r.month_before.period), str(r.month.period), str(r.quarter_before.period), str(r.quarter.period))
               for r in page.outcomes}  # fmt: skip
    assert periods == {("2026-01", "2026-02", "FY2025-Q2", "FY2025-Q3")}


def test_an_empty_book_has_nothing_to_look_at(book: Book, today: date) -> None:
    page = overview_page(book, Scope.at(today, PeriodKind.MONTH))
    assert page.accounts == 0
    assert all(row.trend == () or set(row.trend) == {0.0} for row in page.eight)


def test_accounts_in_use_are_those_of_the_last_thirty_days(book: Book, today: date) -> None:
    def share() -> tuple[object, object]:
        (found,) = figures_between(book, today, first=None, ids=("accounts_in_use",))[-1:]
        return found.value, found.why

    with book.step(StepName.IMPORT) as step:
        accounts = [step.insert(Kind.ACCOUNT, {"name": f"Example {n}"}) for n in range(5)]
        for account in accounts:
            step.insert(Kind.CONTRACT, {"account_id": account, "amount": 100, "starts_on": date(2025, 1, 1)})
        measure = step.insert(Kind.MEASURE, {"code": "logins", "name": "Logins"})
    assert share() == (None, Why.NO_DATA)
    days = ((date(2026, 3, 18), 1, "day"), (date(2026, 2, 16), 1, "day"), (date(2026, 2, 1), 1, "month"),
            (date(2026, 3, 1), 0, "day"))  # fmt: skip
    with book.step(StepName.IMPORT) as step:
        for account, (on, amount, grain) in zip(accounts, days, strict=False):
            values = {"measure_id": measure, "on_date": on, "amount": amount, "grain": grain}
            step.insert(Kind.USE, {"account_id": account, **values})
    assert share() == (Fraction(2, 5), None), "to the day, and by months that reach into them; nothing used is no use"
