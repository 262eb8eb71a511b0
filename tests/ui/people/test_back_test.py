"""The health model tried on the past in its window, and weights kept from there."""

from collections.abc import Callable
from typing import Any

from csdesk.models.kinds import Band, Language
from csdesk.ui.dialogs.back_test import BackTest


def weight(page: Any) -> float:
    """Of sentiment, in the model in force."""
    return float(next(one.weight for one in page._answer.profile.factors if one.id == "sentiment"))


def test_other_weights_are_tried_kept_and_taken_back(
    open_demo: Callable[..., Any], language: Language, settle: Callable[[], None]
) -> None:
    window = open_demo(language)
    page = window.open_page("health")
    settle()
    page._past.click()
    settle()
    dialog = window.findChild(BackTest)
    in_force = dialog.said.text()
    assert "%" in in_force
    assert not dialog.said_tried.isVisible()
    assert not dialog.main.isEnabled()
    assert [dialog.bands.row(dialog.bands.model().index(at, 0))[0].band for at in range(4)] == [
        Band.GREEN,
        Band.YELLOW,
        Band.RED,
        Band.UNKNOWN,
    ]
    dialog.weights["sentiment"].setValue(200)
    dialog._settled.timeout.emit()
    settle()
    assert dialog.said.text() == in_force
    assert dialog.said_tried.isVisible()
    dialog.tabs.setCurrentIndex(1)
    assert dialog.others.isVisible()
    assert dialog.others.model().rowCount() > 0
    dialog.main.click()
    settle()
    assert weight(page) == 200
    window._steps.take_back()
    settle()
    assert weight(page) == 8


def test_weights_of_nothing_are_not_asked_and_the_old_ones_come_back(window: Any, settle: Callable[[], None]) -> None:
    page = window.open_page("health")
    settle()
    page._past.click()
    settle()
    dialog = window.findChild(BackTest)
    before = {factor: box.value() for factor, box in dialog.weights.items()}
    for box in dialog.weights.values():
        box.setValue(0)
    dialog._settled.timeout.emit()
    settle()
    assert not dialog.main.isEnabled()
    dialog._reset()
    dialog._settled.timeout.emit()
    settle()
    assert {factor: box.value() for factor, box in dialog.weights.items()} == before
    assert not dialog.said_tried.isVisible()


def test_a_decision_leads_to_its_account(window: Any, settle: Callable[[], None]) -> None:
    page = window.open_page("health")
    settle()
    page._past.click()
    settle()
    dialog = window.findChild(BackTest)
    first = dialog.decisions.row(dialog.decisions.model().index(0, 0))
    dialog.decisions.opened.emit(first)
    settle()
    assert window._stack.currentWidget().account == first.decision.account
