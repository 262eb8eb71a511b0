"""An error of ours, wherever it arises, is told calmly, once, without its words; work goes on."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.exceptions import capture_exceptions

from csdesk.book.file import Book
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.ui import app as program
from csdesk.ui.app import Running
from csdesk.ui.desk import Desk
from csdesk.ui.dialogs.trouble import Trouble
from csdesk.ui.preferences import Preferences

SECRET = "customer 見本商事 pays 123"


@pytest.fixture
def running(
    qapp: QApplication, preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Running]:
    """The program, which hears of errors as in earnest."""
    preferences.language = Language.EN
    made = Running(qapp, preferences, tmp_path / "data")
    monkeypatch.setattr(sys, "excepthook", made.report)
    yield made
    made.window.close()
    made.end()
    made.window.deleteLater()
    qapp.processEvents()


class Torn(QWidget):
    """Fails in every paint."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        raise ValueError(SECRET)


def in_a_slot(running: Running) -> None:
    button = QPushButton(running.window)
    button.clicked.connect(fail)
    button.click()


def in_a_timer(running: Running) -> None:
    QTimer.singleShot(0, running.window, fail)


def in_a_paint(running: Running) -> None:
    torn = Torn(running.window)
    torn.resize(20, 20)
    running.window.show()
    torn.show()
    loop = QEventLoop()
    QTimer.singleShot(20, loop.quit)
    loop.exec()  # called from Python itself, painting would hand the error to its caller
    torn.hide()


def on_the_bench(running: Running) -> None:
    running._desk.work(running.window, lambda _progress: fail(), lambda _done: None)


def on_the_bench_of_a_page_that_waits(running: Running) -> None:
    told: list[Exception] = []
    running._desk.work(running.window, lambda _progress: fail(), lambda _done: None, failed=told.append)
    running.window.waits = told  # type: ignore[attr-defined]


def fail() -> None:
    raise ValueError(SECRET)


@pytest.mark.parametrize("arise", [in_a_slot, in_a_timer, in_a_paint, on_the_bench, on_the_bench_of_a_page_that_waits])
def test_wherever_it_arises(
    running: Running, arise: Callable[[Running], None], settle_desk: Callable[[Desk], None]
) -> None:
    with capture_exceptions() as caught:
        sys.excepthook = running.report
        for _ in range(3):
            arise(running)
            settle_desk(running._desk)
    assert not caught
    dialogs = running.window.findChildren(Trouble)
    assert len(dialogs) == 1, "a flood is one dialog"
    log = running._folder / "csdesk.log"
    text = log.read_text(encoding="utf-8")
    assert text.count("ValueError") >= 3
    assert "見本商事" not in text
    assert log.stat().st_mode & 0o077 == 0 or os.name != "posix"
    copy = next(button for button in dialogs[0].findChildren(QPushButton) if button.text() == "Copy details")
    copy.click()
    assert "ValueError" in QGuiApplication.clipboard().text()
    assert "見本商事" not in QGuiApplication.clipboard().text()
    dialogs[0].accept()
    running._desk.work(running.window, lambda _progress: 3, lambda done: setattr(running, "answer", done))
    settle_desk(running._desk)
    assert running.answer == 3  # type: ignore[attr-defined]


def raised() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    with pytest.raises(ValueError, match="見本商事") as caught:
        fail()
    return caught.type, caught.value, caught.tb


@pytest.mark.parametrize("trouble", ["a file", "no rights", "a folder"])
def test_without_a_log_it_is_told_all_the_same(running: Running, tmp_path: Path, trouble: str) -> None:
    place = tmp_path / "data"
    if trouble == "a file":
        place.write_text("", encoding="utf-8")
    elif trouble == "a folder":
        (place / "csdesk.log").mkdir(parents=True)
        (place / "csdesk.log.part").mkdir(parents=True)
    else:
        running._folder = Path(os.devnull) / "csdesk"
    running.report(*raised())
    (dialog,) = running.window.findChildren(Trouble)
    assert not any("Log file" in label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text"))


def test_an_error_while_telling_of_one_ends_there(
    running: Running, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("csdesk.usecases.mistakes.details", lambda *_: fail())
    running.report(*raised())
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("qapp")
def test_an_error_before_there_is_a_window_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("faulthandler.enable", lambda: None)
    monkeypatch.setattr(program, "Preferences", lambda _path: fail())
    monkeypatch.setattr(program, "_own_folder", lambda _place: tmp_path)
    assert program.run([]) == 4
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ValueError" in said
    assert "見本商事" not in said + (tmp_path / "csdesk.log").read_text(encoding="utf-8")


def test_an_action_that_fails_leaves_the_book_as_it_was(
    running: Running, demo_copy: Path, settle_desk: Callable[[Desk], None]
) -> None:
    def half(book: Book) -> object:
        with book.step(StepName.ADD_ACCOUNT) as step:
            step.insert(Kind.ACCOUNT, {"name": SECRET})
            raise ValueError(SECRET)

    def count(book: Book) -> int:
        from csdesk.book.read import rows

        return len(rows(book, Kind.ACCOUNT))

    running._opening.open(demo_copy)
    settle_desk(running._desk)
    numbers: list[int] = []
    for change in (False, True, False):
        if change:
            running._desk.do(running.window, half)  # type: ignore[arg-type]
        else:
            running._desk.ask(running.window, count, numbers.append, about="count")
        settle_desk(running._desk)
    assert numbers[0] == numbers[1]
    assert len(running.window.findChildren(Trouble)) == 1
    running.window._neighbours.rest()
