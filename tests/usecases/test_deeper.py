"""The Deeper page: questions answered on the demo book, and on books made for them."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from csdesk.book.file import Book
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind, StepName
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.usecases.account_rows import accounts_table
from csdesk.usecases.accounts import CellEdit, edit_accounts
from csdesk.usecases.deeper import BY_GROUP, deeper_page, ranked
from csdesk.usecases.figures import figures_between
from csdesk.usecases.scope import Scope


def scope(today: date) -> Scope:
    return Scope.at(today, PeriodKind.MONTH)


def test_lists_hold_what_their_figures_say(demo: Book, today: date) -> None:
    page = deeper_page(demo, scope(today))
    assert page.period == Period.year_to(Month.parse("2026-02"))
    assert len(page.expansions) == page.expanded.part
    assert all(row.grown for row in page.expansions)
    assert len(page.sizes) == page.size.n
    assert sum(row.now for row in page.sizes) == page.size.part
    assert sum(row.then for row in page.sizes) == page.size.whole
    cuts = [100 * (row.signed - row.renewed) for row in page.cuts]
    assert sum(cuts, Fraction(0)) / len(cuts) == page.cut.value
    assert sum(row.off for row in page.discounts) == page.discount.value
    assert sum(row.mrr for row in page.referrers) == page.referred.value
    assert sum(row.brought for row in page.referrers) == page.referred.n
    assert page.referred_share.part == page.referred.value


def test_groups_share_out_the_book_and_few_are_not_ranked(demo: Book, today: date) -> None:
    page = deeper_page(demo, scope(today))
    for groups in (page.industries, page.fits):
        assert sum(row.churn.part or 0 for row in groups) == page.churn.part
        assert sum(row.churn.whole or 0 for row in groups) == page.churn.whole
        order = [ranked(row.churn) for row in groups]
        assert order == sorted(order, reverse=True)
    mrr = figures_between(demo, today, first=Month.parse("2026-02"), last=Month.parse("2026-02"), ids=("mrr",))
    assert sum(row.mrr.value or 0 for row in page.products) == mrr[0].value
    assert [row.mrr.value for row in page.products] == sorted((r.mrr.value or 0 for r in page.products), reverse=True)


def test_answers_by_group_and_the_group_of_each_account(demo: Book, today: date) -> None:
    page = deeper_page(demo, replace(scope(today), by="tier"))
    assert [row.name for row in page.groups] == ["high", "low", "tech"]
    churn = [row.figures[BY_GROUP.index(MetricId.LOGO_CHURN)] for row in page.groups]
    assert sum(measure.part or 0 for measure in churn) == page.churn.part
    assert sum(measure.whole or 0 for measure in churn) == page.churn.whole
    names = {row.account: page.belonging.groups[row.account] for row in (*page.expansions, *page.sizes)}
    assert {len(groups) for groups in names.values()} == {1}
    products = deeper_page(demo, replace(scope(today), by="product")).belonging
    assert {len(groups) for groups in products.groups.values()} > {1}, "an account may have several products"
    plain = deeper_page(demo, scope(today))
    assert (plain.groups, plain.belonging.by, plain.belonging.groups) == ((), "", {})


def test_discounts_that_end_first_stand_on_top(demo: Book, today: date) -> None:
    page = deeper_page(demo, scope(today))
    ends = [row.until for row in page.discounts]
    assert ends[0] is not None
    assert ends[-1] is None
    assert all(row.product and row.name and row.off > 0 for row in page.discounts)


def test_the_industry_with_the_highest_churn(book: Book, today: date) -> None:
    """Of those with ten customers; three of three lost say nothing."""
    plan = (("Food", 12, 6), ("Books", 20, 2), ("Rare", 3, 3))
    with book.step(StepName.IMPORT) as step:
        for industry, size, lost in plan:
            for at in range(size):
                account = step.insert(Kind.ACCOUNT, {"name": f"{industry} {at}", "industry": industry})
                end = date(2025, 9, 30) if at < lost else None
                line = {"account_id": account, "amount": 100, "starts_on": date(2024, 1, 1), "ended_on": end}
                step.insert(Kind.CONTRACT, line)
    page = deeper_page(book, scope(today))
    assert [(row.name, row.churn.part, row.churn.whole) for row in page.industries] == [
        ("Food", 6, 12),
        ("Books", 2, 20),
        ("Rare", 3, 3),
    ]
    assert [ranked(row.churn) for row in page.industries] == [True, True, False]
    food = page.industries[0].against
    assert food is not None
    assert food.difference == pytest.approx(6 / 12 - 5 / 23)


def test_an_empty_book_holds_nothing(book: Book, today: date) -> None:
    page = deeper_page(book, scope(today))
    assert not page.holds
    assert (page.expansions, page.cuts, page.sizes, page.referrers, page.discounts) == ((), (), (), (), ())
    assert page.cut.why in {Why.NO_HISTORY, Why.NO_DATA}


def test_who_brought_an_account_is_typed_in_and_taken_back(book: Book, today: date) -> None:
    with book.step(StepName.IMPORT) as step:
        accounts = [step.insert(Kind.ACCOUNT, {"name": f"Example {n}"}) for n in range(2)]
        for account in accounts:
            step.insert(Kind.CONTRACT, {"account_id": account, "amount": 700, "starts_on": date(2024, 1, 1)})
    edits = [CellEdit(accounts[1], "referred_by", "example 0"), CellEdit(accounts[1], "fit_reason", "Small teams")]
    edit_accounts(book, edits)
    page = deeper_page(book, scope(today))
    assert [(row.name, row.brought, row.mrr) for row in page.referrers] == [("Example 0", 1, 700)]
    assert accounts_table(book, today).rows[1].fit_reason == "Small teams"
    book.undo()
    assert deeper_page(book, scope(today)).referrers == ()
