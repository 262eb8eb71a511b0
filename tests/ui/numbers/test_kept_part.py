"""Figures of periods and exchange rates on the page of growth."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from csdesk.book.file import Book
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, StepName
from csdesk.ui.dialogs.row_details import RowDetailsDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.growth import GrowthPage
from csdesk.usecases.settings import BookSettings

Settle = Callable[[], None]


@pytest.fixture
def page(window: MainWindow, opening: Opening, settle: Settle, tmp_path: Path) -> GrowthPage:
    opening.make(tmp_path / "kept.csdesk", BookSettings("JPY", 4))
    settle()

    def keep(book: Book) -> Changes:
        with book.step(StepName.IMPORT) as step:
            for month, rate in (("2024-02", 148.1), ("2024-03", 150.25)):
                step.insert(Kind.EXCHANGE_RATE, {"month": month, "currency": "USD", "base": "JPY", "rate": rate})
            days = {"starts_on": date(2024, 3, 1), "ends_on": date(2024, 3, 31)}
            churn = {"name": "Churn", "metric": "logo_churn", "unit": "%", "value": 0.02}
            step.insert(Kind.PERIOD_FIGURE, {**days, **churn})
        return step.changes

    window._around.desk.do(window, keep)
    settle()
    shown = window.open_page("growth")
    settle()
    assert isinstance(shown, GrowthPage)
    return shown


def test_both_tables_say_what_the_book_keeps(page: GrowthPage) -> None:
    figures, rates = page.kept.figures.sheet.model(), page.kept.rates.sheet.model()
    assert [figures.index(0, at).data() for at in range(5)] == ["Mar 2024", "Churn", "Logo churn", "Actual", "2.0%"]
    assert [rates.index(row, 3).data() for row in range(2)] == ["150.25", "148.1"]


def test_a_row_opens_with_all_that_is_known_of_it(page: GrowthPage, settle: Settle) -> None:
    page.kept.rates.sheet.opened.emit(page.kept.rates.sheet.model().row_at(0))
    settle()
    (dialog,) = page.findChildren(RowDetailsDialog)
    assert "150.25" in {label.text() for label in dialog.findChildren(QLabel)}


def test_a_table_without_rows_is_not_there(page: GrowthPage, settle: Settle) -> None:
    table = page.kept.rates
    assert not table.isHidden()
    table.sheet.selectAll()
    table.delete.click()
    settle()
    assert table.isHidden()
    assert not page.kept.figures.isHidden()


def test_a_book_without_accounts_shows_what_it_keeps(
    window: MainWindow, opening: Opening, settle: Settle, tmp_path: Path
) -> None:
    opening.make(tmp_path / "new.csdesk", BookSettings("JPY", 4))
    settle()
    shown = window.open_page("growth")
    assert isinstance(shown, GrowthPage)
    settle()
    assert not shown.kept.isVisible()

    def keep(book: Book) -> Changes:
        with book.step(StepName.IMPORT) as step:
            step.insert(Kind.EXCHANGE_RATE, {"month": "2024-03", "currency": "USD", "base": "JPY", "rate": 150.25})
        return step.changes

    shown.desk.do(shown, keep)
    settle()
    assert shown.kept.rates.isVisible()
    assert shown.kept.rates.sheet.model().rowCount() == 1
    assert not shown.kept.figures.isVisible()
