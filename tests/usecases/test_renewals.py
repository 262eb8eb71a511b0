"""What comes up for renewal: neither what has been renewed already nor what ends, in every list alike."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.usecases.account import account_page
from csdesk.usecases.account_rows import accounts_table
from csdesk.usecases.accounts import AccountRow
from csdesk.usecases.due import DueWhy, due_list
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.reports import board_content
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import book_settings
from csdesk.usecases.today import today_page

AS_OF = date(2025, 12, 10)
YEAR_END, YEAR_AFTER = date(2025, 12, 31), date(2026, 12, 31)
LINES = (
    "Account,Product,MRR,Start date,Renewal date,Cancelled on",
    "Renewed,Core,500,2025-01-01,2025-12-31,",
    "Renewed,Core,600,2026-01-01,2026-12-31,",
    "Ending,Core,400,2025-01-01,2026-12-31,2025-12-31",
    "Ending with its term,Core,400,2025-01-01,2025-12-31,2025-12-31",
    "Due,Core,300,2025-01-01,2025-12-31,",
    "Undecided,Core,200,2024-12-01,2025-11-30,",
    "Undecided,More,100,2025-01-01,2025-12-31,",
)


@pytest.fixture
def filled(book: Book) -> Book:
    found = read_pasted("\n".join(LINES).replace(",", "\t"), "pasted")
    apply_plan(book, plan_import(book, match_tables(found, (), book_settings(book)), AS_OF))
    return book


def renewal(row: AccountRow) -> tuple[date | None, bool]:
    return row.renewal_on, row.renewal_undecided


def test_accounts_come_up_once_undecided_terms_first(filled: Book) -> None:
    rows = {row.name: row for row in accounts_table(filled, AS_OF).rows}
    assert {name: renewal(row) for name, row in rows.items()} == {
        "Renewed": (YEAR_AFTER, False),
        "Ending": (None, False),
        "Ending with its term": (None, False),
        "Due": (YEAR_END, False),
        "Undecided": (date(2025, 11, 30), True),
    }
    assert renewal(account_page(filled, rows["Renewed"].id, AS_OF).row) == (YEAR_AFTER, False)


def test_today_lists_what_is_due_alone(filled: Book) -> None:
    assert today_page(filled, AS_OF).renewals == 1
    assert [(item.why, item.account_name, item.on) for item in due_list(filled, AS_OF)] == [
        (DueWhy.UNDECIDED, "Undecided", date(2025, 11, 30)),
        (DueWhy.RENEWAL, "Due", YEAR_END),
    ]


def test_the_board_report_lists_what_is_due_alone(filled: Book) -> None:
    scope = Scope.at(AS_OF, PeriodKind.MONTH)
    assert [(line.name, line.on, line.undecided) for line in board_content(filled, scope, Language.EN).renewals] == [
        ("Undecided", date(2025, 11, 30), True),
        ("Due", YEAR_END, False),
    ]
