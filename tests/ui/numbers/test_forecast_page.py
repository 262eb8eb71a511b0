"""The Forecast page in the window: figures open, accounts are taken as lost or saved, and choices outlive a restart."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.book.file import Book
from csdesk.charts.records import Spot
from csdesk.metrics.metric_ids import AheadId
from csdesk.models.kinds import Language
from csdesk.ui.desk import Desk
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.forecast import ForecastPage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.settings import BookSettings, book_settings

Settle = Callable[[], None]


def shown(window: MainWindow, settle: Settle) -> ForecastPage:
    page = window.open_page(ForecastPage.name)
    settle()
    assert isinstance(page, ForecastPage)
    return page


def figures(page: ForecastPage) -> dict[str, tuple[str, str]]:
    model = page.what_if.figures.model()
    return {
        model.index(row, 0).data(): (model.index(row, 1).data(), model.index(row, 2).data())
        for row in range(model.rowCount())
    }


def test_every_table_says_something_and_its_figures_open(
    window: MainWindow, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, opened = shown(window, settle), []
    monkeypatch.setattr(type(window), "explain", lambda _window, measure: opened.append(measure.metric))
    for sheet in page.findChildren(FigureSheet):
        if sheet.isVisible():
            assert sheet.model().rowCount() > 0
            for column in range(sheet.model().columnCount()):
                place = sheet.visualRect(sheet.model().index(0, column)).center()
                qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert {AheadId.FORECAST, AheadId.SIGNED, AheadId.LEAVING, AheadId.DUE, AheadId.KEPT} <= set(opened)
    opened.clear()
    for series in ("mrr", "forecast_mrr"):
        page._open_spot(Spot(0, 1, 0, 1, "", series, 2))
    assert opened == ["mrr", AheadId.FORECAST]


def test_the_split_shows_each_group(window: MainWindow, settle: Settle) -> None:
    page = shown(window, settle)
    assert page._groups.isHidden()
    assert page._by_group.isHidden(), "a heading above nothing"
    assert page.split is not None
    page.split.choose("tier")
    settle()
    assert not page._groups.isHidden()
    assert not page._by_group.isHidden()
    assert page._groups.model().rowCount() == 3


def test_accounts_lost_and_saved_and_the_choice_kept(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    page = shown(window, settle)
    part = page.what_if
    before = figures(page)
    assert all(now == then for now, then in before.values())
    part.accounts.selectRow(0)
    part.mark(saved=True)
    assert not part.choice.saved, "who stays needs no saving"
    part.mark(lost=True)
    settle()
    after = figures(page)
    assert [name for name in after if after[name][0] != after[name][1]]
    assert all(after[name][0] == before[name][0] for name in before)
    part.name.setText("Without the first")
    qtbot.keyClick(part.name, Qt.Key.Key_Return)
    settle()
    lost = part.choice.lost
    part.clear.click()
    settle()
    assert figures(page) == before
    part.kept.setCurrentIndex(part.kept.findText("Without the first"))
    settle()
    assert part.choice.lost == lost
    assert figures(page) == after
    part.accounts.selectRow(0)
    part.mark()
    assert not part.choice.lost
    part.forget.click()
    settle()
    assert part.kept.count() == 1
    window.findChild(Steps).take_back()
    settle()
    assert part.kept.findText("Without the first") > 0


SHEET = "Company\tMonthly fee\tStart\nSample One\t1000\t{0}\nSample Two\t500\t{0}\n"


@pytest.fixture
def young(make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle) -> MainWindow:
    """A window on a book that has just been made."""
    window = make_window()
    opening.make(tmp_path / "young.csdesk", BookSettings("USD", 1, Language.EN))
    settle()
    return window


def test_an_empty_book_teaches(young: MainWindow, settle: Settle) -> None:
    assert shown(young, settle).findChild(EmptyState) is not None


def test_too_short_a_past_is_said_and_one_without_change_has_no_range(
    young: MainWindow, desk: Desk, settle: Settle
) -> None:
    def taken(book: Book) -> object:
        begun = young.today() - timedelta(days=100)
        tables = match_tables(read_pasted(SHEET.format(begun), "pasted"), (), book_settings(book))
        return apply_plan(book, plan_import(book, tables, young.today()))

    desk.do(young, taken)
    settle()
    page = shown(young, settle)
    assert page._answer is not None
    assert page._answer.found is None
    assert f"known: {page._answer.known}." in page._method.text()
    shown_now = {sheet.accessibleName() for sheet in page.findChildren(FigureSheet) if sheet.isVisible()}
    assert shown_now == {"Month by month", "As it is, and as it would be"}
    assert page._before.isHidden(), "a heading above nothing"
    assert page._may_leave.isHidden()
    assert page._months.model().index(0, 1).data() == "–"
    page._open_spot(Spot(0, 1, 0, 1, "", "signed_mrr", 0))
    page.shown()
    young.set_scope(replace(young.scope, as_of=young.today() + timedelta(days=300)))
    settle()
    assert page._answer.found is not None
    assert not page._before.isHidden()
    assert page._months.model().index(0, 1).data() == "$1,500.00"
    assert page._months.model().index(0, 2).data() == "–", "two customers who never changed say nothing of a range"
    assert "no range can be told" in page._method.text()
    young.set_scope(replace(young.scope, as_of=young.today() - timedelta(days=97)))
    settle()
    assert page._answer.past == ()
    assert not page._months.isHidden(), "no month is over, and yet something is signed"
    assert page._months.model().index(0, 3).data() == "$1,500.00"
    assert page._chart.isHidden()
