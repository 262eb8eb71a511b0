"""Movements by account, from the sheet to the page: kinds of change, reasons, renewals by themselves, the horizon."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from csdesk.book.file import Book
from csdesk.metrics.engine.movements import LOSSES
from csdesk.metrics.engine.segments import CLERICAL_DAYS
from csdesk.metrics.rules import Rules
from csdesk.models.kinds import ChangeKind, Kind, Language, ReasonFamily
from csdesk.models.money import MOST_MONEY
from csdesk.models.months import PeriodKind
from csdesk.models.problems import Reason
from csdesk.usecases.account import account_page
from csdesk.usecases.books import Refused
from csdesk.usecases.counting import differences
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.figures import figures_between
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.reports import board_content
from csdesk.usecases.revenue import revenue_page
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import book_settings, change_rules

SHEET = (
    "顧客名\t製品\tプラン\t席数\t月額\t利用開始日\t解約日\t解約理由\t増減理由\n"
    "見本一番\t基本\tS\t10\t10,000円\t2025/04/01\t2025/12/31\t\t\n"
    "見本一番\t基本\tS\t12\t12,000円\t2026/01/01\t\t\t\n"
    "見本二番\t基本\tM\t\t20,000円\t2025/04/01\t2025/12/31\t\t\n"
    "見本二番\t基本\tM\t\t18,000円\t2026/01/01\t\t\t値下げ\n"
    "見本三番\t基本\tS\t\t5,000円\t2025/04/01\t2026/01/31\t社内に定着しなかった\t\n"
    "見本四番\t基本\tS\t\t7,000円\t2025/04/01\t2025/12/15\t\t\n"
    "見本四番\t基本\tS\t\t7,000円\t2026/01/10\t\t\t\n"
)
END = date(2026, 3, 18)
QUARTER = Scope.at(date(2026, 3, 18), PeriodKind.QUARTER, 4)


@pytest.fixture
def filled(book: Book, today: date) -> Book:
    plan = plan_import(book, match_tables(read_pasted(SHEET, "pasted"), (), book_settings(book)), today)
    assert not any(table.problems for table in plan.tables)
    apply_plan(book, plan)
    return book


def test_every_movement_says_who_and_why(filled: Book) -> None:
    told = {
        (row.account_name, str(row.moved.movement)): (row.moved.change, row.reason, row.moved.mrr)
        for row in revenue_page(filled, QUARTER).moves
    }
    assert told == {
        ("見本一番", "expansion"): (ChangeKind.SEATS, "", Fraction(2000)),
        ("見本二番", "contraction"): (ChangeKind.PRICE, "", Fraction(2000)),
        ("見本三番", "churn"): (None, "社内に定着しなかった", Fraction(5000)),
        ("見本四番", "reactivation"): (None, "", Fraction(7000)),
    }
    families = {row.account_name: row.family for row in revenue_page(filled, QUARTER).moves if row.family}
    assert families == {"見本三番": ReasonFamily.UNKNOWN}  # the words given stand for themselves


def test_the_list_sums_to_the_movements_of_the_period(demo: Book) -> None:
    scope = Scope.at(END, PeriodKind.YEAR, 4)
    page = revenue_page(demo, scope)
    row = page.movements[-1]
    net = sum((-m.moved.mrr if m.moved.movement in LOSSES else m.moved.mrr for m in page.moves), Fraction(0))
    assert row.start.value is not None
    assert row.end.value is not None
    assert net == Fraction(row.end.value) - Fraction(row.start.value)
    assert sum(amount for _, amount in row.expansion.kinds) == row.expansion.value
    content = board_content(demo, scope, Language.JA)
    assert sum((line.mrr for line in content.moves), Fraction(0)) == net
    assert all(line.why for line in content.moves if str(line.movement) in {"expansion", "contraction", "churn"})


def test_a_short_gap_is_bridged_in_one_step_and_taken_back(filled: Book) -> None:
    churned = ("churned_mrr",)

    def lost() -> object:
        return figures_between(filled, END, kind=PeriodKind.YEAR, ids=churned)[-1].value

    before = lost()
    bridged = Rules(gap_days=CLERICAL_DAYS)
    told = {(str(row.now.metric), str(row.now.period)): row for row in differences(filled, QUARTER, bridged)}
    row = told["churned_mrr", "FY2025-Q3"]
    assert (row.now.value, row.then.value, row.accounts) == (Fraction(7000), 0, ("見本四番",))
    assert told["logo_churn", "FY2025-Q4"].accounts == ("見本四番",), "the account is in the base again"
    assert {metric for metric, _ in told}.isdisjoint({"cmrr", "new_mrr", "expansion_mrr", "contraction_mrr"})
    change_rules(filled, bridged)
    assert differences(filled, QUARTER, bridged) == ()
    page = revenue_page(filled, QUARTER)
    assert page.bridged_days == 31
    assert not [row for row in page.moves if row.account_name == "見本四番"]
    assert lost() == Fraction(5000)
    filled.undo()
    assert lost() == before == Fraction(12000)


def test_deals_and_cancellations_are_named_within_the_horizon(filled: Book) -> None:
    account = revenue_page(filled, QUARTER).moves[0].moved.account
    save_contract(filled, ContractDraft(account, date(2026, 8, 1), 3000, product="追加"))
    assert not revenue_page(filled, QUARTER).named
    change_rules(filled, replace(Rules(), cmrr_days=180))
    page = revenue_page(filled, QUARTER)
    assert page.cmrr_days == 180
    assert [(item.account, item.mrr) for item in page.named] == [(account, Fraction(3000))]
    assert page.bridge[-1].value == Fraction(page.bridge[0].value or 0) + 3000


def test_a_line_that_renews_itself_is_never_undecided(book: Book) -> None:
    from csdesk.usecases.accounts import add_account

    add_account(book, "見本五番")
    account = int(str(book_rows(book)))
    draft = ContractDraft(account, date(2024, 4, 1), 12_000, 12, term_ends_on=date(2025, 3, 31), auto_renew=True)
    save_contract(book, draft)
    (line,) = account_page(book, account, END).contracts
    assert (line.undecided, line.renews_on) == (False, date(2026, 3, 31))
    assert not revenue_page(book, QUARTER).doubts


def test_a_line_that_another_has_renewed_renews_no_more(book: Book) -> None:
    from csdesk.usecases.accounts import add_account

    add_account(book, "見本六番")
    account = int(str(book_rows(book)))
    first = ContractDraft(account, date(2024, 4, 1), 12_000, 12, term_ends_on=date(2025, 3, 31))
    save_contract(book, first)
    save_contract(book, replace(first, starts_on=date(2025, 4, 1), term_ends_on=date(2026, 3, 31)))
    running, renewed = account_page(book, account, END).contracts
    assert (running.renews_on, running.renewed_until) == (date(2026, 3, 31), None)
    assert (renewed.renews_on, renewed.renewed_until, renewed.active) == (None, date(2025, 3, 31), False)


@pytest.mark.parametrize("column", ["amount", "list_amount"])
def test_an_amount_beyond_the_book_is_refused_by_name(book: Book, column: str) -> None:
    from csdesk.usecases.accounts import add_account

    add_account(book, "見本六番")
    draft = ContractDraft(int(str(book_rows(book))), date(2024, 4, 1), 1)
    with pytest.raises(Refused) as refused:
        save_contract(book, replace(draft, **{column: MOST_MONEY + 1}))
    assert (refused.value.problem.field, refused.value.problem.reason) == (f"contract.{column}", Reason.TOO_LARGE)
    save_contract(book, replace(draft, **{column: MOST_MONEY}))


def test_a_figure_beyond_64_bits_opens_into_its_accounts(book: Book) -> None:
    from csdesk.usecases.accounts import add_account
    from csdesk.usecases.explain import explain

    add_account(book, "見本七番")
    draft = ContractDraft(int(str(book_rows(book))), date(2024, 4, 1), MOST_MONEY)
    for _ in range(20):
        save_contract(book, draft)
    (arr,) = figures_between(book, QUARTER.as_of, kind=PeriodKind.QUARTER, ids=["arr"])[-1:]
    assert arr.value == 240 * MOST_MONEY
    assert [row.part for row in explain(book, arr, QUARTER).rows] == [240 * MOST_MONEY]


def book_rows(book: Book) -> object:
    from csdesk.book.read import rows

    return rows(book, Kind.ACCOUNT)[0]["id"]


@pytest.mark.parametrize(
    ("sheet", "kinds"),
    [
        (
            (
                "Company\tProduct\tMonthly fee\tStart\tDeal type\n"
                "Sample One\tBase\t1000\t2025-04-01\tNew business\n"
                "Sample One\tPlus\t300\t2025-06-01\tCross-sell\n"
                "Sample One\tMore\t200\t2025-07-01\tAdd-on\n"
            ),
            [None, ChangeKind.CROSS_SELL, ChangeKind.ADD_ON],
        ),
        (
            (
                "顧客名\t製品\t月額\t契約開始日\t契約種別\t増減理由\n"
                "見本一番\t基本\t1000円\t2025/04/01\t新規\t\n"
                "見本一番\t追加\t300円\t2025/06/01\tアップセル\t席数増\n"
                "見本一番\t分析\t200円\t2025/07/01\tアップセル\t\n"
            ),
            [None, ChangeKind.SEATS, ChangeKind.UPSELL],
        ),
    ],
)
def test_a_column_says_why_else_the_type_of_the_deal(
    book: Book, today: date, sheet: str, kinds: list[ChangeKind | None]
) -> None:
    from csdesk.book.read import rows

    apply_plan(book, plan_import(book, match_tables(read_pasted(sheet, "pasted"), (), book_settings(book)), today))
    assert [row["change"] for row in rows(book, Kind.CONTRACT)] == kinds
