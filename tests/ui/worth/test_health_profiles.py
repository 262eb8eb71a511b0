"""Health profiles for some accounts, made, changed, ordered and removed by a person in the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from csdesk.ui.dialogs.back_test import BackTest
from csdesk.ui.dialogs.profile import ProfileDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.health import HealthPage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.profiles_part import ProfilesPart

Settle = Callable[[], None]


def dialog_of(part: ProfilesPart) -> ProfileDialog:
    return next(one for one in part.findChildren(ProfileDialog) if one.isVisible())


def tick(dialog: ProfileDialog, value: str, *, on: bool = True) -> QTreeWidgetItem:
    tree = dialog.whom
    above = (tree.topLevelItem(at) for at in range(tree.topLevelItemCount()))
    values = (one.child(at) for one in above for at in range(one.childCount()))
    item = next(one for one in values if one.text(0).startswith(value))
    item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return item


def first_one(page: HealthPage, part: ProfilesPart, settle: Settle) -> int:
    """Makes a profile; how many accounts it is for."""
    part.add.click()
    dialog = dialog_of(part)
    dialog.check()
    assert "name" in dialog._wrong.text()
    dialog.name.setText("Key accounts")
    dialog.check()
    assert "Tick" in dialog._wrong.text()
    tick(dialog, "High touch")
    n = dialog.accounts.model().rowCount()
    assert dialog.said.text() == f"{n} paying accounts are scored by it."
    dialog.main.click()
    settle()
    assert (part.name, part.choice.currentText()) == ("Key accounts", f"Key accounts ({n})")
    assert part._whom.text() == "Touch model: High touch"
    assert f"Key accounts {n}" in page._subtitle.text()
    return n


def try_weights(page: HealthPage, settle: Settle) -> None:
    """The back-test is of the profile looked at."""
    page._tabs.setCurrentIndex(1)
    assert "Low" in {row.health.profile for row in page._table._rows.rows_shown()}
    page._past.click()
    trial = page.findChild(BackTest)
    settle()
    assert "Profiles: " in trial.said.text()
    trial.weights["outcome"].setValue(60)
    assert trial.wanted.special[1].factors != page._answer.profile.special[1].factors
    assert trial.wanted.factors == page._answer.profile.factors
    trial.close()


def test_profiles_from_the_first_to_the_last(window: MainWindow, settle: Settle) -> None:
    page = window.open_page(HealthPage.name)
    settle()
    assert isinstance(page, HealthPage)
    page._tabs.setCurrentIndex(3)
    part = page._model
    assert part.choice.count() == 1
    assert not part.remove.isVisible()

    n = first_one(page, part, settle)
    part.model._fields["outcome"]["weight"].setValue(50)
    settle()
    house, key = page._answer.profile, page._answer.profile.special[0]
    assert [next(f.weight for f in one.factors if f.id == "outcome") for one in (house, key)] == [6, 50]

    part.add.click()
    dialog = dialog_of(part)
    dialog.name.setText("Key accounts")
    tick(dialog, "High touch")
    tick(dialog, "Low touch")
    assert f"{n} more fit" in dialog.said.text()
    dialog.check()
    assert "Another profile" in dialog._wrong.text()
    dialog.name.setText("Everybody with a manager")
    dialog.main.click()
    settle()
    part.earlier.click()
    settle()
    assert [*page._answer.profiles.values()][1] == 0
    assert not part.earlier.isEnabled()
    part.later.click()
    settle()
    assert [one.name for one in page._answer.profile.special] == ["Key accounts", "Everybody with a manager"]

    part.edit.click()
    dialog = dialog_of(part)
    tick(dialog, "High touch", on=False)
    dialog.name.setText("Low")
    dialog.main.click()
    settle()
    assert part.choice.currentText().startswith("Low (")
    assert part._whom.text() == "Touch model: Low touch"

    try_weights(page, settle)
    page._tabs.setCurrentIndex(3)
    part.remove.click()
    settle()
    assert [one.name for one in page._answer.profile.special] == ["Key accounts"]
    assert part.name == ""
    window.findChild(Steps).take_back()
    settle()
    assert [one.name for one in page._answer.profile.special] == ["Key accounts", "Low"]
