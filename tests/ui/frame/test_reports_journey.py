"""The Reports page on a book: a pack written, recorded and written again; a target set, revised and seen; a win."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.months import PeriodKind
from csdesk.ui.dialogs.pack import PackDialog
from csdesk.ui.dialogs.target import TargetDialog
from csdesk.ui.dialogs.win import WinDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.reports import ReportsPage
from csdesk.ui.pages.retention import RetentionPage
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.ui.widgets.tile import FigureTile

Settle = Callable[[], None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_packs_targets_and_wins(
    window: MainWindow, settle: Settle, qtbot: QtBot, tmp_path: Path, monkeypatch: Any
) -> None:
    page = window.open_page("reports")
    settle()
    assert isinstance(page, ReportsPage)
    assert page.packs.nothing.isVisibleTo(page)

    # a pack is written, listed, noted and is the same when it is looked at
    page.board.kind.choose(PeriodKind.QUARTER)
    page.board.note.setText("The board")
    page.board.write(tmp_path / "Q1.xlsx")
    settle()
    (pack,) = page.packs.model.rows_shown()
    assert (pack.file, pack.note, str(pack.period)) == ("Q1.xlsx", "The board", "2024-Q1")
    dialog = _pack_dialog(page, settle)
    assert dialog.verdict.text().startswith("Nothing has changed")
    dialog.note.setText("The bank")
    dialog.main.click()
    settle()
    assert page.packs.model.rows_shown()[0].note == "The bank"

    _aim(page, settle)
    _seen_on_retention(window, settle)
    window.open_page("reports")
    _celebrate(page, settle)

    # written again: what was changed since is another workbook, with a sheet that says so
    dialog = _pack_dialog(page, settle)
    assert "headline figures are" in dialog.verdict.text()
    assert "Target set: Logo churn" in dialog._since.text()
    monkeypatch.setattr(page.board, "ask_where", lambda _name: tmp_path / "again.xlsx")
    qtbot.mouseClick(dialog.write_again, Qt.MouseButton.LeftButton)
    settle()
    assert "Restatement" in openpyxl.load_workbook(tmp_path / "again.xlsx", read_only=True).sheetnames
    assert [row.file for row in page.packs.model.rows_shown()] == ["again.xlsx", "Q1.xlsx"]


def _pack_dialog(page: ReportsPage, settle: Settle) -> PackDialog:
    page.packs.sheet.opened.emit(page.packs.model.rows_shown()[-1])
    settle()
    dialog = page.findChildren(PackDialog)[-1]
    assert isinstance(dialog, PackDialog)
    return dialog


def _seen_on_retention(window: MainWindow, settle: Settle) -> None:
    """A tile says the target of its figure, and the panel that it opens says it in full."""
    window.rescope(window.scope.as_of, PeriodKind.QUARTER)
    page = window.open_page("retention")
    settle()
    assert isinstance(page, RetentionPage)
    tile = next(tile for tile in page.findChildren(FigureTile) if tile.accessibleName().startswith("Logo churn"))
    assert "target 0.5%" in tile.accessibleName()
    tile._open()
    settle()
    said = window.findChildren(ExplainPanel)[0].target.text()
    assert said.startswith("Target: 0.5% from Q1 2024 on")
    assert "Nobody has left\nThe target lies within the 95% interval" in said


def _aim(page: ReportsPage, settle: Settle) -> None:
    """A target is set, and refused without a reason where one holds already."""
    page.targets.new.click()
    settle()
    target = page.findChild(TargetDialog)
    assert isinstance(target, TargetDialog)
    assert "In your last 4 periods" in target._usual.text()
    target.chosen.choose(MetricId.LOGO_CHURN)
    settle()
    target.since.setCurrentIndex(target.since.currentIndex() - 1)
    target.figure.setText("0.5")
    target.main.click()
    settle()
    assert target.isVisible(), "there is one already: say why it is another"
    target.reason.setText("Nobody has left")
    target.main.click()
    settle()
    churn = next(row for row in page.targets.model.rows_shown() if row.metric is MetricId.LOGO_CHURN)
    assert (str(churn.target.since), churn.history[0].reason, churn.against.met) == ("2024-01", "Nobody has left", True)


def _celebrate(page: ReportsPage, settle: Settle) -> None:
    """A win is logged, for nobody in particular, and deleted."""
    page.wins.new.click()
    settle()
    win = page.findChild(WinDialog)
    assert isinstance(win, WinDialog)
    title = win.box("title")
    assert isinstance(title, QLineEdit)
    title.setText("A year without churn")
    win.main.click()
    settle()
    assert page.wins.model.rows_shown()[0].title == "A year without churn"
    page.wins.sheet.opened.emit(page.wins.model.rows_shown()[0])
    settle()
    again = page.findChildren(WinDialog)[-1]
    next(one for one in again.findChildren(QPushButton) if one.text() == "Delete").click()
    settle()
    assert "A year without churn" not in [row.title for row in page.wins.model.rows_shown()]
