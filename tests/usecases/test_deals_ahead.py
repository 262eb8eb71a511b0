"""Deals of the book between MRR and CMRR: won ones by name, open, lost and vetoed ones not at all."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.metrics.measure import Measure
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, StepName
from csdesk.models.months import PeriodKind
from csdesk.usecases.explain import explain
from csdesk.usecases.left_out import WhyOut
from csdesk.usecases.rates import RateTexts, add_rates, other_currencies
from csdesk.usecases.revenue import revenue_page
from csdesk.usecases.scope import Scope

WON: dict[str, Value] = {
    "name": "Second team", "amount": 120_000, "interval_months": 12, "outcome": "won", "close_on": date(2026, 3, 1),
    "starts_on": date(2026, 4, 1),
}  # fmt: skip


def added(book: Book, today: date, deal: dict[str, Value], line: dict[str, Value] | None = None) -> list[object]:
    with book.step(StepName.ADD_DEAL) as step:
        account = step.insert(Kind.ACCOUNT, {"name": "Example"})
        step.insert(Kind.CONTRACT, {"account_id": account, "amount": 5_000, "starts_on": date(2025, 1, 1)})
        step.insert(Kind.DEAL, {"account_id": account, **deal})
        if line:
            step.insert(Kind.CONTRACT, {"account_id": account, **line})
    page = revenue_page(book, Scope.at(today, PeriodKind.MONTH))
    return [(item.step, item.account_name, item.mrr, item.deals) for item in page.named]


def left_out_of(book: Book, figure: Measure, scope: Scope) -> dict[WhyOut, tuple[str, ...]]:
    return {out.why: out.accounts for out in explain(book, figure, scope).left_out}


def test_a_won_deal_is_named(book: Book, today: date) -> None:
    assert added(book, today, WON) == [("cmrr_upgrades", "Example", 10_000, "Second team")]


@pytest.mark.parametrize(
    "more",
    [{"outcome": "open", "probability": 0.9}, {"outcome": "lost"}, {"review": "vetoed"}, {"starts_on": None}],
)  # fmt: skip
def test_other_deals_are_not_in_it(book: Book, today: date, more: dict[str, Value]) -> None:
    assert added(book, today, WON | more) == []


def test_a_deal_and_the_contract_of_the_same_id_are_one(book: Book, today: date) -> None:
    line: dict[str, Value] = {"external_id": "D-1", "amount": 9_000, "starts_on": date(2026, 6, 1)}
    assert added(book, today, WON | {"external_id": "D-1"}, line) == [("cmrr_upgrades", "Example", 9_000, "")]


def test_a_deal_in_another_currency_counts_at_the_rate_of_the_month(book: Book, today: date) -> None:
    """100 euros a month at 160 yen; named and left out while there is no rate."""
    deal = WON | {"currency": "EUR", "amount": 120_000}
    assert added(book, today, deal) == [(None, "Example", None, "Second team")]
    assert other_currencies(book) == {"EUR": False}
    page = revenue_page(book, Scope.at(today, PeriodKind.MONTH))
    assert page.named[0].currency == "EUR"
    mrr, *_, cmrr = page.bridge
    assert cmrr.value == mrr.value
    scope = Scope.at(today, PeriodKind.MONTH)
    assert left_out_of(book, cmrr, scope) == {WhyOut.DEAL_WITHOUT_RATE: ("Example",)}, "wherever the figure stands"
    assert left_out_of(book, mrr, scope) == {}
    add_rates(book, [RateTexts("2026-02", "EUR", rate="160")])
    page = revenue_page(book, Scope.at(today, PeriodKind.MONTH))
    assert [(item.step, item.mrr) for item in page.named] == [("cmrr_upgrades", 16_000)]
    assert page.bridge[-1].value == 5_000 + 16_000
    assert left_out_of(book, page.bridge[-1], scope) == {}
    assert other_currencies(book) == {"EUR": True}
