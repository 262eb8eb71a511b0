"""A book in a folder that a service copies to other computers: said once, and in the way of nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.shared_folder import SharedFolder
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.widgets.toast import Toast

Settle = Callable[[], None]


@pytest.fixture
def synced(demo_copy: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "Dropbox (Sample)" / "Team"
    folder.mkdir(parents=True)
    return Path(shutil.copy(demo_copy, folder / "book.csdesk"))


@pytest.mark.usefixtures("scheme")
def test_the_person_is_told_once_a_book(
    make_window: Callable[..., MainWindow],
    opening: Opening,
    demo_copy: Path,
    synced: Path,
    language: Language,
    settle: Settle,
) -> None:
    window = make_window(language)
    opening.open(demo_copy)
    settle()
    assert window.findChild(SharedFolder) is None
    opening.open(synced)
    settle()
    dialog = window.findChild(SharedFolder)
    assert dialog is not None
    assert dialog.isVisible()
    assert "Dropbox" in dialog.words.text()
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    assert window._has_book
    dialog.accept()
    settle()
    opening.open(demo_copy)
    settle()
    opening.open(synced)
    settle()
    assert not any(dialog.isVisible() for dialog in window.findChildren(SharedFolder))


def test_long_words_in_passing_are_shown_whole(window: MainWindow) -> None:
    window.toast("Short")
    toast = window.findChild(Toast)
    low = toast.height()
    long = "This sentence says what happened, what is safe and what to do. " * 4
    window.toast(long)
    label = toast.findChild(QLabel)
    assert label.text() == long
    assert toast.height() > low
    assert label.height() >= label.heightForWidth(label.width())
    assert toast.width() < window.width()
    window.toast("Short")
    assert toast.height() == low
