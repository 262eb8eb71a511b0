"""An account's use by month: a chart a measure, drawn only when looked at, answering the pointer."""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from csdesk.charts.paper import ChartFile
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage

Settle = Callable[[], None]
LIMIT = 0.050


def test_a_chart_a_measure_with_its_months(account_page: AccountPage, settle: Settle, tmp_path: Path) -> None:
    series = account_page._answer.use
    charts = account_page._charts._charts
    assert len(charts) == len(series) > 1
    assert all(chart.shown is None for chart in charts), "nobody has looked yet"
    account_page._use.opened.emit()
    settle()
    for chart, one in zip(charts, series, strict=True):
        table = chart.shown.drawn.table
        assert table[0][1] == one.measure
        assert [row[1] for row in table[1:]] == list(one.amounts)
        known = [amount for amount in one.amounts if amount is not None]
        texts = [box.spot.text for box in chart.shown.boxes]
        assert len(texts) == len(one.months) == 24
        assert f"{round(known[-1]):,}" in texts[-1]
        assert chart.accessibleName().endswith(one.measure)
    charts[0].copies.copy_figures()
    assert QGuiApplication.clipboard().text().count("\n") == 25
    for form in ChartFile:
        charts[0].copies.save_to(tmp_path / f"use.{form}", form)
        settle()
        assert (tmp_path / f"use.{form}").stat().st_size > 1000


def test_months_outside_the_records_are_empty_not_zero(account_page: AccountPage) -> None:
    for one in account_page._answer.use:
        known = [place for place, amount in enumerate(one.amounts) if amount is not None]
        assert known == list(range(known[0], known[-1] + 1))
        assert one.amounts[known[0]] != 0, "the first month is one with a record"


def test_turning_to_another_account_holds_nothing_up(
    accounts_page: AccountsPage, window: MainWindow, settle: Settle, stalls: Callable[[Callable[[], object]], float]
) -> None:
    ids = cycle([row.id for row in accounts_page.model.rows_shown()])
    window.open_account(next(ids))
    settle()
    page = window._stack.currentWidget()
    assert isinstance(page, AccountPage)
    page._use.opened.emit()
    settle()
    assert stalls(lambda: window.open_account(next(ids))) <= LIMIT
    page._left.setCurrentIndex(0)
    settle()
    assert stalls(lambda: window.open_account(next(ids))) <= LIMIT
