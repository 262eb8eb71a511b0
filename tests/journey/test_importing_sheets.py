"""Importing from the command line: hidden sheets, several sheets of one shape, remarks told in few words."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

Command = Callable[..., tuple[int, Any]]


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """A sheet for each year, the oldest one hidden."""
    book = Workbook()
    book.remove(book.active)
    for year in (2024, 2023, 2022):
        sheet = book.create_sheet(str(year))
        sheet.append(["Customer", "MRR", "Start date"])
        sheet.append([f"Northwind {year}", 100, date(year, 1, 1)])
        sheet.append([f"Alder {year}", 200, date(year, 2, 1)])
    book["2022"].sheet_state = "hidden"
    path = tmp_path / "years.xlsx"
    book.save(path)
    return path


@pytest.fixture
def book(command: Command, tmp_path: Path) -> Path:
    path = tmp_path / "team.csdesk"
    command("new", path)
    return path


def test_sheets_of_one_shape_come_in_together_and_hidden_ones_are_named(
    command: Command, book: Path, years: Path
) -> None:
    status, plan = command("import", book, years, "--json")
    assert status == 0
    assert [(table["sheet"], table["new"]) for table in plan] == [("2024", 2), ("2023", 2), ("2022", 0)]
    assert [(problem["cell"], problem["refused"]) for problem in plan[2]["problems"]] == [("2022", False)]
    _, again = command("import", book, years, "--json")
    assert [(table["new"], table["same"]) for table in again] == [(0, 2), (0, 2), (0, 0)]


def test_a_hidden_sheet_comes_in_when_it_is_asked_for(command: Command, book: Path, years: Path) -> None:
    _, plan = command("import", book, years, "--sheet", "2022", "--json")
    assert [(table["sheet"], table["new"]) for table in plan] == [("2022", 2)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "years.xlsx has no sheet of that name. Its sheets: 2024, 2023, 2022."),
        ("ja", "years.xlsx にその名前のシートはありません。シート名：2024, 2023, 2022"),
    ],
)
def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(
    command: Command, book: Path, years: Path, language: str, said: str
) -> None:
    status, printed = command("import", book, years, "--sheet", "2021", "--lang", language)
    assert (status, printed.strip()) == (3, f"csdesk: {said}")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "wide.csv has a table of more than 500 columns, the most that csdesk reads."),
        ("ja", "wide.csv の表は列数が上限（500列）を超えています。"),
    ],
)
def test_too_many_columns_are_refused_with_their_limit(
    command: Command, book: Path, tmp_path: Path, language: str, said: str
) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("\n".join(",".join(f"{word}{at}" for at in range(501)) for word in ("h", "a", "b")), "utf-8")
    status, printed = command("import", book, path, "--lang", language)
    assert (status, printed.strip()) == (3, f"csdesk: {said}")


@pytest.mark.parametrize(("language", "more"), [("en", "and 5 more: Amount "), ("ja", "ほか5件: 契約金額 ")])
def test_what_is_to_be_said_of_many_cells_is_said_of_a_few(
    command: Command, book: Path, tmp_path: Path, language: str, more: str
) -> None:
    path = tmp_path / "fees.csv"
    path.write_text(
        "Customer,Fee,Start\n" + "".join(f"Customer {at},{at + 50},2024-01-0{at + 1}\n" for at in range(8)), "utf-8"
    )
    _, said = command("import", book, path, "--lang", language)
    assert said.count("fees.csv") == 1
    assert len([line for line in said.splitlines() if " B" in line]) == 3
    assert more in said


def test_a_sheet_without_amounts_leaves_mrr_as_it_was(command: Command, book: Path, tmp_path: Path) -> None:
    fees, plans = tmp_path / "fees.csv", tmp_path / "plans.csv"
    fees.write_text("Account,Contract ID,Annual fee,Start date\nA Co,K1,12000,2025-01-01\n", "utf-8")
    plans.write_text("Account,Contract ID,Plan,Start date\nA Co,K1,Gold,2025-01-01\n", "utf-8")
    for path, said in ((fees, (1, 0)), (plans, (0, 1))):
        _, planned = command("import", book, path, "--as", "contracts", "--json")
        assert [(table["new"], table["changed"]) for table in planned] == [said]
        words = ("metrics", book, "--json", "--as-of", "2025-06-30", "--from", "2025-06", "--metric", "mrr")
        assert command(*words)[1][0]["value"] == 1000
