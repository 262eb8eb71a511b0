"""Tables saved as they are shown, and everything out and in again through the window."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Kind, Language
from csdesk.ui.desk import Desk
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.pages.reports import ReportsPage
from csdesk.ui.rows import RowsModel
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_card import TableCard
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.toast import Toast

Settle = Callable[[], None]
FullDisk = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> AccountsPage:
    opened = window.open_page("accounts")
    settle()
    assert isinstance(opened, AccountsPage)
    return opened


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_table_is_saved_as_it_is_shown(
    page: AccountsPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, ending: str
) -> None:
    page.filter.setText("food")
    page.sheet.horizontalHeader().setSortIndicator(page.model.column_place("mrr"), Qt.SortOrder.DescendingOrder)
    path = tmp_path / f"shown.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    page.sheet.setFocus()
    qtbot.keyClick(page.sheet, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle()
    shown = [column for column in page.model.columns if page.sheet.columns.is_seen(page.model.column_place(column.key))]
    headings = [column.heading for column in shown if column.key != "trend"]
    rows = page.model.rows_shown()
    assert 0 < len(rows) < 60
    if ending == "csv":
        lines = path.read_text("utf-8-sig").splitlines()
        assert lines[0].split(",") == headings
        assert [line.partition(",")[0] for line in lines[1:]] == [row.name for row in rows]
        return
    (sheet,) = openpyxl.load_workbook(path).worksheets
    cells: list[list[Any]] = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[0] == headings
    at = {key: headings.index(next(c.heading for c in shown if c.key == key)) for key in ("name", "mrr", "renewal_on")}
    assert [row[at["name"]] for row in cells[1:]] == [row.name for row in rows]
    assert [round(row[at["mrr"]] * 100) for row in cells[1:]] == [round(row.mrr) for row in rows]
    days = [row[at["renewal_on"]] for row in cells[1:]]
    assert [day.date() if day else None for day in days] == [row.renewal_on for row in rows]


@pytest.mark.parametrize(
    "name", ["today", "accounts", "overview", "revenue", "retention", "users", "deeper", "health", "voice", "growth"]
)
def test_every_table_can_be_copied_and_saved(window: MainWindow, settle: Settle, name: str) -> None:
    shown = window.open_page(name)
    settle()
    assert shown is not None
    sheets = shown.findChildren(SheetView)
    assert sheets
    assert all(sheet.findChild(TableCopies) for sheet in sheets)


def test_figures_are_saved_exactly_and_those_not_known_as_shown(
    window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    growth = window.open_page("growth")
    settle()
    assert growth is not None
    _forms, channels, periods, *_ = growth.findChildren(FigureSheet)
    for sheet, name in ((channels, "channels"), (periods, "periods")):
        copies = sheet.findChild(TableCopies)
        assert isinstance(copies, TableCopies)
        copies.save_to(tmp_path / f"{name}.xlsx")
        settle()

    def saved(name: str, heading: str) -> list[Any]:
        (page,) = openpyxl.load_workbook(tmp_path / f"{name}.xlsx").worksheets
        heads, *rows = page.iter_rows(values_only=True)
        return [row[heads.index(heading)] for row in rows]

    model = periods.model()
    assert isinstance(model, RowsModel)
    shown = model.rows_shown()
    assert saved("periods", "CAC") == pytest.approx([float(row.cac.value) / 100 for row in shown])
    assert saved("periods", "Payback") == pytest.approx([float(row.payback.value) for row in shown])
    assert any(str(worth).startswith("≥") for worth in saved("channels", "LTV"))
    assert "–" in saved("channels", "Payback")


def test_a_table_that_cannot_be_saved_says_why(
    page: AccountsPage, window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "shown.xlsx").write_bytes(b"mine")
    (tmp_path / "~$shown.xlsx").write_bytes(b"")
    copies = page.sheet.findChild(TableCopies)
    assert isinstance(copies, TableCopies)
    copies.save_to(tmp_path / "shown.xlsx")
    settle()
    said = window.findChild(Toast)
    assert isinstance(said, Toast)
    assert "open in another program" in said._text.text()
    assert (tmp_path / "shown.xlsx").read_bytes() == b"mine"
    assert [action.text() for action in copies.menu().actions()] == ["Copy", "Save table as...", "Print..."]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_table_for_which_the_disk_has_no_room_leaves_nothing_but_a_sentence(
    page: AccountsPage, window: MainWindow, settle: Settle, tmp_path: Path, full_disk: FullDisk, ending: str
) -> None:
    path = tmp_path / "out" / f"shown.{ending}"
    path.parent.mkdir()
    copies = page.sheet.findChild(TableCopies)
    assert isinstance(copies, TableCopies)
    with full_disk():
        copies.save_to(path)
        settle()
    said = window.findChild(Toast).text
    assert said == f"The disk is full. '{path}' was not written; make room or choose another disk."
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("what", ["board", "export"])
def test_a_report_for_which_the_disk_has_no_room_keeps_the_older_file(
    window: MainWindow, settle: Settle, tmp_path: Path, full_disk: FullDisk, what: str
) -> None:
    path = tmp_path / "out" / "pack.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"older")
    reports = window.open_page("reports")
    settle()
    assert isinstance(reports, ReportsPage)
    with full_disk():
        (reports.board.write if what == "board" else reports.export.write)(path)
        settle()
    said = (reports.board.said if what == "board" else reports.export.said).text()
    assert said == f"The disk is full. '{path}' was not written; make room or choose another disk."
    assert [(one.name, one.read_bytes()) for one in path.parent.iterdir()] == [("pack.xlsx", b"older")]


def test_everything_goes_out_and_comes_into_an_empty_book(
    window: MainWindow, opening: Opening, desk: Desk, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    from csdesk.book.read import rows
    from csdesk.usecases.settings import BookSettings

    def count() -> dict[Kind, int]:
        found: list[dict[Kind, int]] = []
        kinds = (Kind.ACCOUNT, Kind.CONTRACT, Kind.TASK, Kind.USE, Kind.MARKER, Kind.HEALTH_VALUE, Kind.CUSTOM_VALUE)
        desk.ask(window, lambda book: {kind: len(rows(book, kind)) for kind in kinds}, found.append, about="count")
        settle()
        return found[0]

    reports = window.open_page("reports")
    settle()
    assert isinstance(reports, ReportsPage)
    reports.export.write(tmp_path / "out.xlsx")
    settle()
    before = count()
    opening.make(tmp_path / "new.csdesk", BookSettings("JPY", 4, Language.EN))
    settle()
    assert not any(count().values())
    importing = window.open_page("import")
    assert isinstance(importing, ImportPage)
    importing.take_files([tmp_path / "out.xlsx"])
    settle()
    qtbot.waitUntil(lambda: len(importing.findChildren(TableCard)) == len(importing.flow.candidates) > 15)
    importing.flow.apply()
    settle()
    assert count() == before
