"""How the team works, in the window: answered, followed, taken back, and still answered after opening the book anew."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.models.levels import Level
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.health import HealthPage
from csdesk.ui.pages.hygiene import HygienePage
from csdesk.ui.widgets.linked import Linked
from csdesk.ui.widgets.maturity_part import MaturityPart, SightsCard
from csdesk.usecases.hygiene import Lack, Part
from csdesk.usecases.settings import BookSettings
from csdesk.wording.maturity import level_words

Settle = Callable[[], None]


def team(window: MainWindow, settle: Settle) -> MaturityPart:
    page = window.open_page("hygiene")
    settle()
    assert isinstance(page, HygienePage)
    page.views.setCurrentIndex(1)
    settle()
    return page.team


def names(card: SightsCard) -> list[str]:
    return [link.accessibleName() for link in card.findChildren(Linked) if link.isVisible()]


def said(card: SightsCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def answer(part: MaturityPart, level: Level, qtbot: QtBot, settle: Settle) -> None:
    qtbot.mouseClick(part.levels.button(level.place), Qt.MouseButton.LeftButton)
    settle()


def test_the_question_answered_followed_taken_back_and_kept(
    window: MainWindow, opening: Opening, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    part = team(window, settle)
    assert part.unanswered.isVisible()
    assert part.levels.checkedButton() is None
    assert names(part.now) == names(part.waiting) == []

    answer(part, Level.DEFINED, qtbot, settle)
    assert not part.unanswered.isVisible()
    assert names(part.now)[0] == "MRR"
    assert "NPS" in names(part.now)
    assert "Health tried on the past" in names(part.waiting)
    assert f"Once you can say: {level_words(Level.MANAGED, Language.EN)}" in said(part.waiting)
    assert "Needs costs by month, complete." in said(part.waiting)
    answer(part, Level.OPTIMISED, qtbot, settle)
    assert not part.waiting.isVisible()
    assert "Needs costs" not in said(part.now)

    link = next(link for link in part.now.findChildren(Linked) if link.accessibleName() == "Health from data")
    link.linkActivated.emit("health")
    settle()
    assert isinstance(window._stack.currentWidget(), HealthPage)

    part = team(window, settle)
    window._steps.take_back()
    settle()
    assert part.levels.checkedId() == Level.DEFINED.place
    window._steps.take_back()
    settle()
    assert part.levels.checkedButton() is None
    assert part.unanswered.isVisible()

    answer(part, Level.REPEATABLE, qtbot, settle)
    path = opening.path
    assert path is not None
    opening.make(tmp_path / "empty.csdesk", BookSettings("JPY", 4, Language.EN))
    settle()
    assert team(window, settle).levels.checkedButton() is None, "another book has an answer of its own"
    opening.open(path)
    settle()
    part = team(window, settle)
    assert part.levels.checkedId() == Level.REPEATABLE.place

    page = window.open_page("hygiene")
    assert isinstance(page, HygienePage)
    page.turn_to((Lack.OWNER,))
    settle()
    assert page.sheet.isVisible() or page._here.isVisible()
    assert page.chips.chosen == {Part.OWNERS}
