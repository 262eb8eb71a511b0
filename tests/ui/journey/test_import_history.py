"""Earlier imports on the Import page: all of them, what each has brought, and taking one back."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from csdesk.ui.dialogs.import_brought import ImportBrought
from csdesk.ui.pages.import_page import ImportPage
from csdesk.usecases.importing import ImportBatch

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Settle = Callable[[], None]


def test_every_import_is_found(page: ImportPage, settle: Settle) -> None:
    settle()
    at = datetime(2024, 12, 1, 3, 4, tzinfo=UTC)
    history = page._history
    history.show_batches(
        tuple(ImportBatch(n, n, at, "tester", f"file {n}.xlsx", {"new": n}, (f"Sheet {n}",)) for n in range(300))
    )
    assert history._model.rowCount() == 300
    assert history.filter.isVisible()
    QTest.keyClicks(history.filter, "sheet 123")
    settle()
    assert [batch.id for batch in history._model.rows_shown()] == [123]
    history.filter.clear()
    history.show_batches((ImportBatch(1, None, at, "tester", "old.csv", {"new": 3}),))
    assert not history.back.isEnabled(), "the step is no longer known"
    assert history.filter.isHidden()


def test_what_an_import_brought_is_opened_and_taken_back(page: ImportPage, qtbot: QtBot, settle: Settle) -> None:
    with qtbot.waitSignal(page.flow.planned, timeout=30_000):
        page.flow.take_text("Customer\tMRR\tStart\nNorthwind\t300\t2024-01-01\n")
    with qtbot.waitSignal(page.flow.applied, timeout=30_000):
        page._bar.apply.click()
    settle()
    history = page._history
    history.sheet.setFocus()
    QTest.keyClick(history.sheet, Qt.Key.Key_Tab)
    history.rows.click()
    settle()
    dialog = page.window().findChild(ImportBrought)
    assert dialog is not None
    rows = {line.row for line in dialog.changes._model.rows_shown()}
    assert any("Northwind" in row for row in rows)
    dialog.changes.take.click()
    settle()
    settle()
    assert history._model.rowCount() == 0
    assert history.back.isHidden()
