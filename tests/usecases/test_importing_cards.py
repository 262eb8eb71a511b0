"""Workbooks of customer cards on their way into the book: their places are kept, and what is refused can be mended."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from csdesk.book.file import Book
from csdesk.book.read import rows, sources
from csdesk.models.kinds import Kind, Language
from csdesk.ui.candidate import Candidate
from csdesk.usecases.importing import Matching, Plan, Verdict, apply_plan, match_tables, plan_import, read_files, silent
from csdesk.usecases.mended_cells import mended
from csdesk.usecases.saving import save_refused
from csdesk.usecases.settings import book_settings

CARDS = {"あお": ("あお株式会社", 10_000), "きい": ("きい株式会社", "1,5OO円"), "しろ": ("しろ株式会社", 30_000)}


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    book = Workbook(write_only=True)
    for sheet, (name, monthly) in CARDS.items():
        made = book.create_sheet(sheet)
        made.append(["会社名", name, "業種", "IT"])
        made.append(["契約開始日", date(2025, 4, 1), "月額", monthly])
        made.append([])
        for row in (["対応日", "種別", "内容"], [date(2025, 5, 1), "訪問", f"{name}を訪問"]):
            made.append(row)
    path = tmp_path / "cards.xlsx"
    book.save(path)
    return path


def planned(book: Book, candidates: list[Candidate], today: date) -> Plan:
    found = [one.found for one in candidates]
    return plan_import(book, match_tables(found, [Matching()] * len(found), book_settings(book)), today)


def test_cards_go_into_the_book_with_their_sheets_and_nothing_changes_again(
    book: Book, cards: Path, today: date, tmp_path: Path
) -> None:
    candidates = [Candidate(one, included=True, matching=Matching()) for one in read_files([cards], lambda *_: None)]
    plan = planned(book, candidates, today)
    assert [table.count(Verdict.REFUSED) for table in plan.tables] == [1, 0]
    refused = tmp_path / "refused.xlsx"
    assert save_refused(plan.tables[0], refused, Language.JA, silent) == 1
    kept = load_workbook(refused).worksheets[0]
    assert [cell.value for cell in kept[2]][-2] == "きい!1"

    (trouble,) = (one for one in plan.tables[0].problems if one.refuses)
    assert str(trouble.place) == "きい!D2"
    spot = candidates[0].cell_at(trouble.place)
    assert spot is not None
    candidates[0].found = mended(candidates[0].found, [spot], "1,500円")
    plan = planned(book, candidates, today)
    assert [table.count(Verdict.NEW) for table in plan.tables] == [3, 3]

    apply_plan(book, plan)
    accounts = {str(row["name"]): int(str(row["id"])) for row in rows(book, Kind.ACCOUNT)}
    assert sorted(accounts) == sorted(name for name, _ in CARDS.values())
    found = sources(book, Kind.ACCOUNT, list(accounts.values()))
    assert {found[number].sheet for number in accounts.values()} == set(CARDS)
    touches = rows(book, Kind.TOUCH)
    lines = sources(book, Kind.TOUCH, [int(str(row["id"])) for row in touches])
    assert {(one.sheet, one.line) for one in lines.values()} == {(sheet, 5) for sheet in CARDS}

    again = planned(book, candidates, today)
    assert [(table.count(Verdict.SAME), len(table.rows)) for table in again.tables] == [(3, 3), (3, 3)]
