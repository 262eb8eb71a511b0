"""Which measures count as value, judged in the window after an import of events; it holds when the book is reopened."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.measures import MeasuresDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.measures import measures
from csdesk.usecases.settings import BookSettings, book_settings

Settle = Callable[[], None]
TODAY = date(2024, 4, 18)
EVENTS = (
    "Company\tUser\tTimestamp\tEvent\n"
    "Sample One\tSample Anna\t2024-04-01 09:00\tlogin\n"
    "Sample One\tSample Anna\t2024-04-01 09:05\tlead created\n"
    "Sample One\tSample Anna\t2024-04-02 09:05\tlead created\n"
    "Sample Two\tSample Ben\t2024-04-10 10:00\tlogin\n"
    "Sample Two\tSample Ben\t2024-03-10 10:00\tlead created\n"
    "Sample Three\tSample Cem\t2024-04-11 10:00\tlead created\n"
)


@pytest.fixture
def used(make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle) -> MainWindow:
    """A window on a book into which events have been pasted."""
    window = make_window()
    opening.make(tmp_path / "own.csdesk", BookSettings("USD", 1, Language.EN))
    settle()

    def taken(book: object) -> object:
        plan = plan_import(book, match_tables(read_pasted(EVENTS, "pasted"), (), book_settings(book)), TODAY)
        return apply_plan(book, plan)

    window._around.desk.do(window, taken)
    settle()
    return window


def dialog_on(window: MainWindow, settle: Settle, qtbot: QtBot) -> MeasuresDialog:
    page = window.open_page("settings")
    settle()
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "What counts as use")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    return page.findChildren(MeasuresDialog)[-1]


def figures(dialog: MeasuresDialog) -> list[tuple[int, int]]:
    """Login-active and value-active accounts by month, as the dialog shows them."""
    grid = dialog._months
    shown = []
    for place in range(1, grid.columnCount()):
        labels = [item.widget() for row in (1, 2) if (item := grid.itemAtPosition(row, place)) is not None]
        texts = [label.text() for label in labels if isinstance(label, QLabel)]
        shown.append((int(texts[0]), int(texts[1])))
    return shown


def test_measures_found_are_judged_and_stay_so(used: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    dialog = dialog_on(used, settle, qtbot)
    names = {box.text(): number for number, box in dialog.counts.items()}
    assert set(names) == {"login", "lead created"}
    assert figures(dialog)[-2:] == [(1, 1), (3, 3)], "everything counts until somebody says otherwise"
    dialog.counts[names["login"]].setChecked(False)
    settle()
    assert figures(dialog)[-2:] == [(1, 1), (3, 2)]
    assert dialog.said.text().endswith("Sample Two")
    dialog.least[names["lead created"]].setValue(2)
    settle()
    assert figures(dialog)[-2:] == [(1, 0), (3, 1)]
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    settle()
    path = used._around.desk._shelf.held().path
    used._opening.open(path)
    settle()
    again = dialog_on(used, settle, qtbot)
    judged = {again.counts[number].text(): judged for number, judged in again.wanted.items()}
    assert (judged["login"].qualifies, judged["lead created"].qualifies, judged["lead created"].least) == (
        False,
        True,
        2.0,
    )
    assert figures(again)[-1] == (3, 1)
    assert again.said.text() == "Came last month without doing what counts: Sample Three, Sample Two"
    qtbot.mouseClick(again.main, Qt.MouseButton.LeftButton)
    settle()
    said: list[int] = []
    used._around.desk.ask(used, lambda book: len(measures(book, TODAY).months), said.append, about="months")
    settle()
    assert said == [6]


def test_a_book_without_use_says_how_to_get_it(
    make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    window = make_window()
    opening.make(tmp_path / "own.csdesk", BookSettings("USD", 1, Language.EN))
    settle()
    dialog = dialog_on(window, settle, qtbot)
    assert dialog.said.text().startswith("The book has no use yet")
