"""Revenue, Retention and Health show what the book answers, and every figure opens."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from csdesk.metrics.health.model import Profile
from csdesk.models.kinds import Band, Language
from csdesk.ui.pages.health import HealthPage
from csdesk.ui.pages.retention import RetentionPage
from csdesk.ui.pages.revenue import RevenuePage
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.health_board import CardsModel
from csdesk.ui.widgets.tile import FigureTile
from csdesk.usecases.belonging import Belonging

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def tiles(page: Any) -> list[FigureTile]:
    return [tile for tile in page.findChildren(FigureTile) if tile.isVisible()]


def click(view: Any, row: int, column: int, qtbot: QtBot) -> None:
    index = view.model().index(row, column)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def drawn(page: Any, qtbot: QtBot) -> list[ChartView]:
    """The charts whose figures have come."""
    charts = [chart for chart in page.findChildren(ChartView) if chart._draw is not None]
    qtbot.waitUntil(lambda: all(chart.shown is not None for chart in charts), timeout=30_000)
    return charts


def test_revenue_tiles_open(open_page: Any, answers: Any, around: Any, qtbot: QtBot) -> None:
    page = open_page(RevenuePage)
    answer = answers.revenue(36)
    page.show_answer(answer)
    assert len(tiles(page)) == 4
    qtbot.mouseClick(tiles(page)[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(tiles(page)[2], Qt.Key.Key_Return)
    assert around.window.explained == [answer.tiles[0].measure, answer.tiles[2].measure]
    assert tiles(page)[2].figure == ("損失なし" if around.window.language is Language.JA else "no loss")


def test_revenue_table_is_newest_first_and_every_figure_opens(
    open_page: Any, answers: Any, around: Any, qtbot: QtBot
) -> None:
    page = open_page(RevenuePage)
    answer = answers.revenue(36)
    page.show_answer(answer)
    table = page.findChildren(FigureSheet)[0]
    assert table.model().rowCount() == 36
    for column, name in enumerate(("start", "new", "reactivation", "expansion", "contraction", "churn", "end"), 1):
        click(table, 1, column, qtbot)
        assert around.window.explained[-1] is getattr(answer.movements[-2], name)
    count = len(around.window.explained)
    click(table, 1, 0, qtbot)
    assert len(around.window.explained) == count
    table.setCurrentIndex(table.model().index(0, 7))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert around.window.explained[-1] is answer.movements[-1].end


def test_a_total_stands_beside_what_came_and_went(open_page: Any, answers: Any, around: Any) -> None:
    page = open_page(RevenuePage)
    page.show_answer(answers.revenue(3))
    said = tiles(page)[3].accessibleName()
    assert said.endswith("新規 1  解約 2" if around.window.language is Language.JA else "New 1  Churn 2")


def test_the_road_to_cmrr_opens_step_by_step(open_page: Any, answers: Any, around: Any, qtbot: QtBot) -> None:
    page = open_page(RevenuePage)
    answer = answers.revenue(3)
    page.show_answer(answer)
    bridge = page.bridge.steps
    assert bridge.model().index(0, 3).data() == ("−¥20,000" if around.window.language is Language.JA else "−$200.00")
    for step in range(6):
        click(bridge, 0, step, qtbot)
    assert around.window.explained == list(answer.bridge)


def test_revenue_charts_open(open_page: Any, answers: Any, around: Any, qtbot: QtBot) -> None:
    page = open_page(RevenuePage)
    answer = answers.revenue(24)
    page.show_answer(answer)
    spots = (("churn", 7), ("mrr", 7), ("cmrr_withdrawals", 3))
    for chart, (series, at) in zip(drawn(page, qtbot), spots, strict=True):
        box = next(box for box in chart.shown.boxes if box.spot.series == series and box.spot.index == at)
        pos = QPoint(round((box.left + box.right) / 2), round((box.top + box.bottom) / 2))
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=pos)
    assert around.window.explained == [answer.movements[7].churn, answer.movements[7].end, answer.bridge[3]]


def test_revenue_split_and_doubts(open_page: Any, answers: Any, around: Any, qtbot: QtBot) -> None:
    page = open_page(RevenuePage)
    answer = answers.revenue(6)
    page.show_answer(replace(answer, scope=replace(answer.scope, by="tier")))
    groups, doubts = page._groups, page.doubts.sheet
    told = [[groups.model().index(row, column).data() for column in range(3)] for row in range(2)]
    assert told[0][0] == ("ハイタッチ" if around.window.language is Language.JA else "High touch")
    assert [row[2] for row in told] == ["75.0%", "25.0%"]
    click(groups, 0, 1, qtbot)
    assert around.window.explained[-1].value == answers.revenue(6).groups[0][1].end.value
    click(groups, 1, 8, qtbot)
    assert around.window.explained[-1].metric == "churn_mrr", "every movement of a group opens"
    assert groups.model().index(1, 0).data() == ("（不明）" if around.window.language is Language.JA else "(not known)")
    index = doubts.model().index(2, 0)
    qtbot.mouseDClick(doubts.viewport(), Qt.MouseButton.LeftButton, pos=doubts.visualRect(index).center())
    assert around.window.accounts == [3]


def test_lists_of_accounts_follow_the_split(open_page: Any, answers: Any, around: Any) -> None:
    page = open_page(RevenuePage)
    answer = answers.revenue(6)
    doubts = page.doubts.sheet.model()
    page.show_answer(answer)
    assert doubts.index(0, 1).data() == ("短い空白" if around.window.language is Language.JA else "Short gap")
    groups = {1: ("high",), 2: ("low", "tech")}
    bridges = (("high", answer.bridge), ("", answer.bridge))
    page.show_answer(replace(answer, belonging=Belonging("tier", groups), bridges=bridges))
    told = [doubts.index(row, 1).data() for row in range(3)]
    assert told == (
        ["ハイタッチ", "ロータッチ, テックタッチ", ""]
        if around.window.language is Language.JA
        else ["High touch", "Low touch, Tech touch", ""]
    )
    steps = page.bridge.steps.model()
    assert [steps.index(row, 0).data() for row in range(3)] == (
        ["全体", "ハイタッチ", "（不明）"]
        if around.window.language is Language.JA
        else ["All", "High touch", "(not known)"]
    )
    page.show_answer(answer)
    assert (steps.rowCount(), steps.columnCount()) == (1, 6)


def test_one_period_is_enough(open_page: Any, answers: Any, qtbot: QtBot) -> None:
    for kind, answer in ((RevenuePage, answers.revenue(1)), (RetentionPage, answers.retention(1))):
        page = open_page(kind)
        page.show_answer(answer)
        assert drawn(page, qtbot)


def test_empty_pages_teach_and_lead_on(open_page: Any, answers: Any, around: Any, qtbot: QtBot) -> None:
    pages = (
        (RevenuePage, answers.revenue(0)),
        (RetentionPage, answers.retention(0)),
        (HealthPage, answers.health(())),
    )
    for kind, answer in pages:
        page = open_page(kind)
        page.show_answer(answer)
        empty = page.findChild(EmptyState)
        assert empty.isVisible()
        qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
        page.show_answer(answers.health((50.0,)) if kind is HealthPage else getattr(answers, page.name)(3))
        assert not empty.isVisible()
    assert around.window.pages == ["import"] * 3


def test_retention_rates_open(open_page: Any, answers: Any, around: Any, qtbot: QtBot) -> None:
    page = open_page(RetentionPage)
    answer = answers.retention(24)
    page.show_answer(answer)
    table = page._table
    click(table, 0, 1, qtbot)
    assert around.window.explained[-1] is answer.rates[-1].logo_churn
    click(table, 0, 2, qtbot)
    assert len(around.window.explained) == 1, "the interval is no figure of its own"


def test_health_board_filters_by_owner_and_opens(open_page: Any, answers: Any, around: Any, qtbot: QtBot) -> None:
    page = open_page(HealthPage)
    page.show_answer(answers.health((None, 90.0, 20.0, 50.0, 80.0)))
    drawn(page, qtbot)
    counts = {band: model.rowCount() for band, (_, model) in page._board._columns.items()}
    assert counts == {Band.RED: 1, Band.YELLOW: 1, Band.GREEN: 2, Band.UNKNOWN: 1}
    green = page._board._columns[Band.GREEN][0].text()
    assert green.startswith("2 · ")
    page._owner.choose("佐藤")
    counts = {band: model.rowCount() for band, (_, model) in page._board._columns.items()}
    assert counts == {Band.RED: 0, Band.YELLOW: 1, Band.GREEN: 1, Band.UNKNOWN: 0}
    view = next(v for v in page._board.children() if getattr(v, "model", None) and v.model().rowCount())
    assert isinstance(view.model(), CardsModel)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    assert len(around.window.accounts) == 1


def test_health_table_names_what_pulls_down(open_page: Any, answers: Any, around: Any) -> None:
    page = open_page(HealthPage)
    page.show_answer(answers.health((30.0, None)))
    page._tabs.setCurrentIndex(1)
    assert page._table.isVisible()
    told = [page._table.model().index(0, column).data() for column in range(10)]
    assert told[0] == "株式会社サンプル1"
    assert told[7] == "80%"
    assert told[9] == ("利用頻度" if around.window.language is Language.JA else "Frequency of use")


def test_editing_the_model_is_one_step(
    open_page: Any, answers: Any, around: Any, qtbot: QtBot, monkeypatch: Any
) -> None:
    wanted: list[Profile] = []

    def change_profile(_book: object, profile: Profile) -> Any:
        wanted.append(profile)
        return object()

    monkeypatch.setattr("csdesk.usecases.health_profile.change_profile", change_profile)
    page = open_page(HealthPage)
    page.show_answer(answers.health((30.0,)))
    page._tabs.setCurrentIndex(3)
    fields = page._model.model._fields["tickets"]
    fields["weight"].setValue(12.5)
    qtbot.waitUntil(lambda: len(around.window.said) == 1)
    assert around.window.said[0][1], "it can be undone"
    assert next(factor.weight for factor in wanted[0].factors if factor.id == "tickets") == 12.5
    fields["on"].setChecked(False)
    page._model.model._green.setValue(75)
    qtbot.waitUntil(lambda: len(wanted) == 3)
    assert wanted[2].green == 75
    assert not next(factor.on for factor in wanted[2].factors if factor.id == "tickets")


def test_a_refused_model_comes_back(open_page: Any, answers: Any, around: Any, qtbot: QtBot, monkeypatch: Any) -> None:
    def refuse(_book: object, _profile: Profile) -> Any:
        raise OSError("no weight left")

    answer = answers.health((30.0,))
    monkeypatch.setattr("csdesk.usecases.health_profile.change_profile", refuse)
    monkeypatch.setattr("csdesk.usecases.health.health_page", lambda _book, _as_of: answer)
    page = open_page(HealthPage)
    page.show_answer(answer)
    page._tabs.setCurrentIndex(3)
    page._model.model._yellow.setValue(10)
    qtbot.waitUntil(lambda: bool(around.window.complaints))
    qtbot.waitUntil(lambda: page._model.model._yellow.value() == answer.profile.yellow)


def test_hovering_the_table_shows_a_hand(open_page: Any, answers: Any) -> None:
    page = open_page(RetentionPage)
    page.show_answer(answers.retention(3))
    table = page._table
    for column, shape in ((1, Qt.CursorShape.PointingHandCursor), (0, Qt.CursorShape.ArrowCursor)):
        at = table.visualRect(table.model().index(0, column)).center().toPointF()
        none = Qt.KeyboardModifier.NoModifier
        moved = QMouseEvent(QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, none)
        table.mouseMoveEvent(moved)
        assert table.viewport().cursor().shape() is shape
