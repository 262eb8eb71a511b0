"""Values that a person keeps as the book has them, whatever the file says."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.book.read import custom_values, rows
from csdesk.models.kinds import Kind
from csdesk.usecases.importing import Kept, Plan, Verdict, apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.settings import book_settings

TODAY = date(2026, 3, 18)
HEAD = "Customer\tIndustry\tSegment\tDomain\tMascot\n"
FILE = "Clipboard"


def planned(book: Book, text: str, *kept: Kept) -> Plan:
    matched = match_tables(read_pasted(HEAD + text, FILE), [], book_settings(book))
    return plan_import(book, matched, TODAY, kept=kept)


@pytest.fixture
def held(book: Book) -> Book:
    apply_plan(book, planned(book, "Northwind\tRetail\tSMB\t\tFox\nAlder\tIT\tSMB\t\tOwl\n"))
    return book


NEWER = "Northwind\tFood\tMid\tnorthwind.example\tHen\nAlder\tFood\tSMB\t\tOwl\n"


def fields(plan: Plan) -> list[set[str]]:
    return [{change[0] for change in row.changes} for row in plan.tables[0].rows]


def test_all_that_differs_is_a_change(held: Book) -> None:
    assert fields(planned(held, NEWER)) == [
        {"account.industry", "account.segment", "account.domain", "custom:Mascot"},
        {"account.industry"},
    ]


def test_a_row_is_kept_but_what_the_book_lacks_is_taken(held: Book) -> None:
    plan = planned(held, NEWER, (FILE, "", 2, ""))
    assert fields(plan) == [{"account.domain"}, {"account.industry"}]


def test_a_column_is_kept(held: Book) -> None:
    plan = planned(held, NEWER, (FILE, "", 0, "account.industry"))
    assert fields(plan) == [{"account.segment", "account.domain", "custom:Mascot"}, set()]
    assert plan.tables[0].rows[1].verdict is Verdict.SAME


def test_one_value_of_one_row_is_kept_and_written_so(held: Book) -> None:
    plan = planned(held, NEWER, (FILE, "", 2, "account.industry"), (FILE, "", 0, "custom:Mascot"))
    apply_plan(held, plan)
    found = rows(held, Kind.ACCOUNT)
    assert [row["industry"] for row in found] == ["Retail", "Food"]
    assert found[0]["segment"] == "Mid"
    assert [one["Mascot"] for one in custom_values(held, Kind.ACCOUNT).values()] == ["Fox", "Owl"]


def test_another_table_is_not_meant(held: Book) -> None:
    assert fields(planned(held, NEWER, ("other.csv", "", 0, "account.industry"))) == fields(planned(held, NEWER))


def test_an_amount_is_kept_with_the_months_that_it_is_for(book: Book) -> None:
    head = "Customer\tAmount\tBilling months\tStart\n"

    def plan(line: str, *kept: Kept) -> Plan:
        matched = match_tables(read_pasted(head + line, FILE), [], book_settings(book))
        return plan_import(book, matched, TODAY, kept=kept)

    apply_plan(book, plan("Northwind\t1200\t12\t2024-01-01\n"))
    changed = plan("Northwind\t300\t3\t2024-01-01\n")
    assert {"contract.amount", "contract.interval"} <= fields(changed)[0]
    assert plan("Northwind\t300\t3\t2024-01-01\n", (FILE, "", 0, "contract.amount")).tables[0].count(Verdict.SAME) == 1
