"""A sheet for each month: its name is the month that the rows themselves do not tell."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from csdesk.intake.matching import by_months, match_tables
from csdesk.intake.reading import read_files
from csdesk.intake.shapes import FoundTable, MatchedTable, TableKind
from csdesk.models.kinds import Language
from csdesk.models.problems import Reason

Read = Callable[..., tuple[MatchedTable, ...]]
Rows = Sequence[Sequence[object]]
NAMES = ["あお社", "きい社", "しろ社", "くろ社"]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def from_sheets(sheets: Mapping[str, Rows], name: str = "book") -> tuple[MatchedTable, ...]:
        book = Workbook(write_only=True)
        for title, rows in sheets.items():
            made = book.create_sheet(title)
            for row in rows:
                made.append(list(row))
        path = tmp_path / f"{name}.xlsx"
        book.save(path)
        return match_tables(by_months(read_files([path])), language=Language.JA, currency="JPY")

    return from_sheets


def active(table: MatchedTable) -> dict[object, list[object]]:
    """Months in which each account was active."""
    found: dict[object, list[object]] = {}
    for record in table.records:
        found.setdefault(record.values["account.name"], [])
        if record.values["matrix.active"]:
            found[record.values["account.name"]].append(record.values["matrix.month"])
    return found


def customers(count: int) -> Rows:
    return [["No", "顧客名", "担当"], *([at, name, "青木"] for at, name in enumerate(NAMES[:count], 1))]


def said(tables: Sequence[MatchedTable]) -> list[str]:
    return [one.place.sheet for table in tables for one in table.problems if one.reason is Reason.MONTH_OF_SHEET]


def test_lists_of_active_customers_are_one_grid(read: Read) -> None:
    (table,) = read({"2026年3月": customers(3), "2026年1月": customers(2), "2026年2月": customers(3)})
    assert table.kind is TableKind.MATRIX
    assert active(table) == {
        "あお社": ["2026-01", "2026-02", "2026-03"],
        "きい社": ["2026-01", "2026-02", "2026-03"],
        "しろ社": ["2026-02", "2026-03"],
    }
    assert [record.values["account.owner"] for record in table.records[:1]] == ["青木"]
    columns = {match.field: match.column.letter for match in table.columns}
    assert str(table.table.place(3, columns["matrix@2026-02"])) == "2026年2月!B4"
    assert table.table.sheet == "2026年1月, 2026年2月, 2026年3月"


def test_what_each_paid_is_the_grid_and_its_troubles_keep_their_cells(read: Read) -> None:
    def paid(*amounts: object) -> Rows:
        return [
            ["顧客名", "月額"],
            *([name, amount] for name, amount in zip(NAMES, amounts, strict=False)),
            ["合計", 999],
        ]

    (table,) = read({"2025-11": paid(100, 200), "2025-12": paid(100, "不明な額"), "2026-01": paid(150, 200, "=1+1")})
    amounts = [
        (str(one.values["account.name"]), str(one.values["matrix.month"]), one.values["matrix.amount"])
        for one in table.records
    ]
    assert amounts[:4] == [
        ("あお社", "2025-11", 100),
        ("あお社", "2025-12", 100),
        ("あお社", "2026-01", 150),
        ("きい社", "2025-11", 200),
    ]
    told = {(str(one.place), one.reason, one.seen) for one in table.problems}
    assert ("2025-12!B3", Reason.NOT_MONEY, "不明な額") in told
    assert ("2026-01!B4", Reason.NOT_CALCULATED, "=1+1") in told
    assert ("2026-01!5", Reason.TOTAL_ROW, "合計 999") in told


def test_a_status_says_who_was_none_any_more(read: Read) -> None:
    def status(*words: str) -> Rows:
        return [["Company", "Status"], *map(list, zip(NAMES, words, strict=True))]

    live = ["Active"] * 3
    months = {"11月": status(*live, "Active"), "12月": status(*live, "Active"), "1月": status(*live, "Churned")}
    (table,) = read(months, "customers 2025")
    assert active(table)["くろ社"] == ["2025-11", "2025-12"]
    assert active(table)["あお社"] == ["2025-11", "2025-12", "2026-01"]
    assert said(read(months | {"1月": status(*live, "Trial")}, "customers 2025")) == list(months)


def test_use_and_costs_get_their_month(read: Read) -> None:
    use = {f"{month} 2026": [["Customer", "Logins"], ["Alder", 3], ["Elm", 4]] for month in ("Jan", "Feb", "Mar")}
    (table,) = read(use)
    assert table.kind is TableKind.USE
    days = [record.values["usage.date"] for record in table.records]
    assert [str(day)[:7] for day in days] == ["2026-01"] * 2 + ["2026-02"] * 2 + ["2026-03"] * 2
    assert table.table.row_name(3) == "Feb 2026!2"
    (costs,) = read({f"2026年{month}月": [["費目", "金額"], ["広告費", month * 100]] for month in (4, 5)})
    assert [(str(one.values["cost.month"]), one.values["cost.amount"]) for one in costs.records] == [
        ("2026-04", 400),
        ("2026-05", 500),
    ]


def test_figures_by_name_stand_side_by_side(read: Read) -> None:
    sheets = {f"2026年{month}月": [["指標", "値"], ["解約数", month], ["顧客数", 20]] for month in (4, 5)}
    (table,) = read(sheets)
    assert [match.column.heading for match in table.columns] == ["指標", "2026-04", "2026-05"]
    assert table.table.rows == (("解約数", 4, 5), ("顧客数", 20, 20))
    sheets["2026年5月"] = [["指標", "値"], ["別の数", 1], ["顧客数", 20]]
    assert len(read(sheets)) == 2


@pytest.mark.parametrize(
    "sheets",
    [
        {"4月": customers(2), "5月": customers(3), "6月": customers(3)},
        {"2026年4月": customers(2), "2026年5月": customers(2), "2026年7月": customers(2)},
        {"2026年4月": customers(2), "2026年5月": customers(2), "2026年6月": [["顧客名", "月額"], ["あお社", 100]]},
        {"2026年4月": customers(2), "2026年5月": [["顧客名", "担当"], ["しろ社", "青木"], ["くろ社", "青木"]]},
        {"2026年4月": [["新規のお客様"], [], *customers(2)], "2026年5月": customers(2)},
        {f"{month}月": [["顧客名", "ログイン数"], ["あお社", month]] for month in (4, 5, 6)},
    ],
    ids=["no year", "a month is missing", "other columns", "other accounts", "what happened", "use without a year"],
)
def test_what_cannot_be_put_together_is_said(sheets: dict[str, Rows], read: Read) -> None:
    tables = read(sheets)
    assert len(tables) == len(sheets)
    assert said(tables) == list(sheets)
    assert all(table.kind is not TableKind.MATRIX for table in tables)


def test_sheets_with_days_of_their_own_stay_as_they_are(read: Read) -> None:
    def log(month: int) -> Rows:
        return [["対応日", "顧客名", "種別", "内容"], [date(2026, month, 3), "あお社", "訪問", "定例"]]

    tables = read({"2026年3月": log(3), "2026年4月": log(4)})
    assert [(table.kind, len(table.records)) for table in tables] == [(TableKind.TOUCHES, 1)] * 2
    assert said(tables) == []


def test_tables_of_text_have_no_sheets() -> None:
    found = (
        FoundTable("a.csv", "", "", hidden=False, range="", encoding="", separator="", columns=(), rows=(), lines=()),
    )
    assert by_months(found) == found


def test_two_tables_on_the_sheet_of_a_month_stay_apart(read: Read) -> None:
    twice: Rows = [*customers(2), [], ["月", "費用"], ["2026-04", 5], ["2026-05", 6]]
    tables = read({"2026年4月": twice, "2026年5月": customers(2)})
    assert [table.kind for table in tables] == [TableKind.ACCOUNTS, TableKind.COSTS, TableKind.ACCOUNTS]
    assert said(tables) == ["2026年4月", "2026年5月"]
