"""A book without any data of health: the page says how to come to a first score, and values by hand are one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.metrics.health.profile import JUDGED
from csdesk.models.kinds import Band, Kind, Language, StepName
from csdesk.ui.dialogs.set_health import SetHealth
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.health import HealthPage
from csdesk.usecases.books import new_book
from csdesk.usecases.settings import BookSettings
from tests.ui.conftest import clock

Settle = Callable[[], None]


def test_accounts_get_their_first_score_by_hand_and_keep_it(
    make_window: Callable[..., MainWindow], opening: Opening, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    book = tmp_path / "own.csdesk"
    made = new_book(book, BookSettings("USD", 1, Language.EN), who="tester", clock=clock)
    with made.step(StepName.IMPORT) as step:
        for name, amount in (("Aster", 500), ("Birch", 300), ("Cedar", 900)):
            account = step.insert(Kind.ACCOUNT, {"name": name})
            line = {"account_id": account, "starts_on": date(2023, 5, 1), "amount": amount, "interval_months": 1}
            step.insert(Kind.CONTRACT, line)
    made.close()
    window = make_window()
    opening.open(book)
    settle()
    page = window.open_page(HealthPage.name)
    settle()
    assert isinstance(page, HealthPage)
    begin = page._begin
    assert begin.isVisibleTo(page)

    qtbot.mouseClick(begin.values, Qt.MouseButton.LeftButton)
    settle()
    dialog = page.findChild(SetHealth)
    assert "Cedar" in dialog.windowTitle(), "the largest first"
    dialog.reject()
    qtbot.mouseClick(begin.starter, Qt.MouseButton.LeftButton)
    settle()
    assert {one.id for one in page._answer.profile.factors if one.on} == JUDGED
    assert begin.isVisibleTo(page)
    assert not begin.starter.isVisibleTo(page), "it is done"

    page._tabs.setCurrentIndex(2)
    model = page._adoption._model
    assert model.columnCount() == 1 + len(JUDGED)
    for column in (1, 2, 3):
        assert model.setData(model.index(0, column), "80")
    settle()
    assert not begin.isVisibleTo(page), "half of the weight is enough"
    opening.open(book)
    settle()
    page = window.open_page(HealthPage.name)
    settle()
    first, *others = page._answer.rows
    assert (first.name, round(first.health.score), first.health.band) == ("Aster", 80, Band.GREEN)
    assert {row.health.band for row in others} == {Band.UNKNOWN}
    for _ in range(4):
        window._steps.take_back()
        settle()
    assert page._begin.isVisibleTo(page)
    assert page._begin.starter.isVisibleTo(page)
    qtbot.mouseClick(page._begin.files, Qt.MouseButton.LeftButton)
    assert window._stack.currentWidget() is window._stack.pages["import"]
