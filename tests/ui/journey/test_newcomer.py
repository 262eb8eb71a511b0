"""A newcomer's first ten minutes, through the window: book, spreadsheet, figures, touch, undo, reopen, workbook."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QDate, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.pages.reports import ReportsPage
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import BookSettings

SAMPLES = Path(__file__).parents[2] / "data" / "metrics"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CASES = (
    ("synthetic_1k", "contracts_renewals.csv", "month_end_exclusive", "2024-12"),
    ("edge_cases", "契約.xlsx", "month_end_inclusive", "2025-01"),
)


class Newcomer:
    """Does with the window what a person does, and waits for it as a person would."""

    def __init__(self, window: MainWindow, opening: Opening, qtbot: QtBot, settle: Callable[[], None]) -> None:
        self.window, self.opening, self.qtbot, self.settle = window, opening, qtbot, settle

    def makes_a_book(self, path: Path) -> None:
        self.opening.make(path, BookSettings("JPY", 4, self.window.language))
        self.wait(lambda: self.window._has_book)

    def drops(self, file: Path) -> ImportPage:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, mime, buttons, keys)
        self.window.dropEvent(event)
        page = self.window._stack.pages["import"]
        assert isinstance(page, ImportPage)
        self.wait(lambda: page.flow.plan is not None)
        return page

    def looks_at(self, name: str, month: str) -> Any:
        day = QDate.fromString(f"{month}-01", "yyyy-MM-dd")
        as_of = day.addDays(day.daysInMonth() - 1).toPython()
        self.window.set_scope(Scope.at(as_of, PeriodKind.MONTH, 4))
        page = self.window.open_page(name)
        self.settle()
        return page

    def presses(self, keys: QKeySequence.StandardKey) -> None:
        steps = self.window._steps
        action = steps.undo if keys == QKeySequence.StandardKey.Undo else steps.redo
        self.wait(action.isEnabled)
        action.trigger()
        self.settle()

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=30_000)
        self.settle()


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("case", "file", "rule", "month"), CASES, ids=[case for case, *_ in CASES])
def test_first_ten_minutes(
    case: str,
    file: str,
    rule: str,
    month: str,
    language: Language,
    make_window: Callable[..., MainWindow],
    opening: Opening,
    qtbot: QtBot,
    settle: Callable[[], None],
    tmp_path: Path,
) -> None:
    wanted = json.loads((SAMPLES / case / "expected.json").read_text(encoding="utf-8"))
    row = next(row for row in wanted["by_rule"][rule] if row["month"] == month)
    accounts = {"synthetic_1k": 1000, "edge_cases": 21}[case]
    window = make_window(language)
    newcomer = Newcomer(window, opening, qtbot, settle)
    path = tmp_path / "帳簿.csdesk"
    newcomer.makes_a_book(path)

    page = newcomer.drops(SAMPLES / case / "input" / file)
    assert not page.flow.counts["refused"]
    page._bar.apply.click()
    newcomer.wait(lambda: page.flow.plan is None)

    sees_the_figures(newcomer, row, month)

    table = newcomer.looks_at("accounts", month)
    assert isinstance(table, AccountsPage)
    assert table.model.rowCount() == accounts
    logs_a_touch(window, settle, "E21" if case == "edge_cases" else "Account 777")

    newcomer.presses(QKeySequence.StandardKey.Undo)
    newcomer.presses(QKeySequence.StandardKey.Undo)
    assert not opened_answer(newcomer, month).movements
    newcomer.presses(QKeySequence.StandardKey.Redo)
    newcomer.presses(QKeySequence.StandardKey.Redo)
    assert opened_answer(newcomer, month).tiles[0].measure.value == pytest.approx(row["end_mrr"])

    opening.open(path)
    settle()
    assert opened_answer(newcomer, month).tiles[0].measure.value == pytest.approx(row["end_mrr"])

    reports = window.open_page("reports")
    assert isinstance(reports, ReportsPage)
    settle()
    target = tmp_path / "board.xlsx"
    reports.board.write(target)
    newcomer.wait(target.is_file)
    sheets = openpyxl.load_workbook(target).sheetnames
    assert len(sheets) >= 8
    assert ("サマリー" in sheets) == (language is Language.JA)


def opened_answer(newcomer: Newcomer, month: str) -> Any:
    newcomer.window.open_page("today")
    return newcomer.looks_at("revenue", month)._answer


def logs_a_touch(window: MainWindow, settle: Callable[[], None], name: str) -> None:
    from csdesk.ui.dialogs.quick_touch import QuickTouch

    window.open_touch()
    settle()
    dialog = window.findChild(QuickTouch)
    assert dialog is not None
    line = dialog.finder.line
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, name)
    settle()
    QTest.keyClick(line, Qt.Key.Key_Return)
    dialog.note.setPlainText("Talked about the renewal / 更新について")
    dialog.check()
    settle()
    assert window._steps.undo.isEnabled()


def sees_the_figures(newcomer: Newcomer, row: dict[str, Any], month: str) -> None:
    answer = opened_answer(newcomer, month)
    shown = {tile.measure.metric: tile.measure.value for tile in answer.tiles}
    last = answer.movements[-1]
    assert shown["mrr"] == pytest.approx(row["end_mrr"])
    assert shown["arr"] == pytest.approx(row["arr"])
    assert last.churn.value == pytest.approx(row["churn_mrr"])
    assert last.start.value == pytest.approx(row["start_mrr"])
    retention = newcomer.looks_at("retention", month)._answer
    rates = retention.rates[-1]
    assert float(rates.nrr.value) == pytest.approx(row["nrr"], abs=1e-6)
    assert float(rates.grr.value) == pytest.approx(row["grr"], abs=1e-6)
    assert float(rates.logo_churn.value) == pytest.approx(row["logo_churn_rate"], abs=1e-6)
    assert rates.logo_churn.low < float(rates.logo_churn.value) < rates.logo_churn.high
    assert newcomer.looks_at("cohorts", month)._answer.whole.cohorts
    newcomer.window.explain(rates.logo_churn)
    newcomer.settle()
