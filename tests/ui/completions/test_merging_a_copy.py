"""A colleague's copy is merged in the window: looked at, answered side by side, done as one step, read later."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from shiboken6 import isValid

from csdesk.book.file import Book
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.ui.dialogs.arriving_copy import ArrivingCopy
from csdesk.ui.dialogs.copies_merged import CopiesMerged
from csdesk.ui.dialogs.merge_copy import MergeCopy
from csdesk.ui.dialogs.shared_folder import SharedFolder
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Hold, Opening
from csdesk.ui.preferences import Preferences
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases import books

Settle = Callable[[], None]
MANY = 700


@dataclass
class Clock:
    """Every step a second later than the one before."""

    moment: datetime = datetime(2024, 4, 18, 4, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture
def copy(demo_copy: Path) -> Path:
    """A copy of the demo book of the test's own, as it was."""
    return Path(shutil.copy(demo_copy, demo_copy.with_name("aki.csdesk")))


@contextmanager
def opened(path: Path, who: str) -> Iterator[Book]:
    book = books.open_book(path, who=who, clock=Clock())
    yield book
    book.close()


def change(path: Path, who: str, *rows: int, kind: Kind = Kind.ACCOUNT, **values: object) -> None:
    with opened(path, who) as book, book.step(StepName.EDIT_ACCOUNTS) as step:
        for row in rows:
            step.update(kind, row, values)  # type: ignore[arg-type]


def add(path: Path, who: str, **values: object) -> None:
    with opened(path, who) as book, book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, values)  # type: ignore[arg-type]


def delete(path: Path, who: str, row: int) -> None:
    with opened(path, who) as book, book.step(StepName.DELETE_ACCOUNTS) as step:
        step.delete(Kind.ACCOUNT, row)


def accounts(path: Path, wanted: str = "id") -> list[object]:
    with opened(path, "reader") as book:
        return [value for (value,) in book.driver.execute(f"SELECT {wanted} FROM account ORDER BY id")]


def ids(path: Path) -> list[int]:
    return [int(str(row)) for row in accounts(path)]


@pytest.fixture
def look(window: MainWindow, settle: Settle, copy: Path) -> Callable[..., MergeCopy]:
    """Opens the dialog on the copy and waits for what it has found."""

    def make(path: Path = copy) -> MergeCopy:
        dialog = MergeCopy(window._around, path, window)
        dialog.open()
        settle()
        return dialog

    return make


def press(dialog: MergeCopy, row: int, key: Qt.Key) -> None:
    dialog.sheet.setCurrentIndex(dialog.sheet._model.index(row, 0))
    QTest.keyClick(dialog.sheet, key)


def shown(dialog: MergeCopy, row: int) -> tuple[str, str]:
    """The two sides of a question as they are read."""
    model = dialog.sheet._model
    return str(model.index(row, 3).data()), str(model.index(row, 4).data())


def place(dialog: MergeCopy, field: str) -> int:
    return next(at for at, line in enumerate(dialog.sheet.lines) if line.question.field == field)


def merged(window: MainWindow, dialog: MergeCopy, settle: Settle) -> Toast:
    dialog.main.click()
    settle()
    assert not isValid(dialog), "closed, and gone"
    toast: Toast = window.findChild(Toast)
    return toast


@pytest.mark.usefixtures("scheme")
def test_two_copies_come_together_and_are_taken_apart_again(
    open_demo: Callable[..., MainWindow],
    opening: Opening,
    demo_copy: Path,
    copy: Path,
    language: Language,
    settle: Settle,
) -> None:
    first, second, *_ = ids(copy)
    change(demo_copy, "mika", first, tags="here", notes="here", industry="here")
    change(copy, "aki", first, tags="there", notes="there", region="there")
    add(copy, "aki", name="Found by Aki")
    delete(copy, "aki", second)
    change(demo_copy, "mika", second, notes="worked on")
    window = open_demo(language)
    dialog = MergeCopy(window._around, copy, window)
    dialog.open()
    assert not dialog.main.isEnabled()
    assert dialog._waiting.isVisible()
    settle()
    assert not dialog._waiting.isVisible()
    assert [(line.question.field, line.proposed.value) for line in dialog.sheet.lines] == [
        ("", "mine"),
        *((field, "mine") for field in sorted(("notes", "tags"), key=lambda field: place(dialog, field))),
    ]
    assert "3" in dialog._left.text()
    tags = place(dialog, "tags")
    assert (shown(dialog, tags)[0][:6], shown(dialog, tags)[1][:7]) == ("● here", "○ there")
    press(dialog, tags, Qt.Key.Key_Right)
    assert (shown(dialog, tags)[0][:6], shown(dialog, tags)[1][:7]) == ("○ here", "● there")
    settle()
    toast = merged(window, dialog, settle)
    assert "aki.csdesk" in toast.text
    assert held(window, first, settle) == ("there", "here", "here", "there")
    assert held(window, second, settle)[1] == "worked on"
    toast._undo.click()
    settle()
    assert held(window, first, settle)[:3] == ("here", "here", "here")
    window._steps.redo.trigger()
    settle()
    opening.open(demo_copy)
    settle()
    assert held(window, first, settle) == ("there", "here", "here", "there")


def held(window: MainWindow, account: int, settle: Settle) -> tuple[str | None, ...]:
    """Tags, notes, industry and region of an account."""
    found: list[tuple[str | None, ...]] = []

    def read(book: Book) -> tuple[str | None, ...]:
        wanted = "SELECT tags, notes, industry, region FROM account WHERE id = ?"
        row: tuple[str | None, ...] = book.driver.execute(wanted, (account,)).fetchone()
        return row

    window._around.desk.ask(window, read, found.append, about="held")
    settle()
    return found[0]


@pytest.mark.parametrize(
    ("keys", "side"),
    [
        ([Qt.Key.Key_2], 1),
        ([Qt.Key.Key_Right, Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_2, Qt.Key.Key_1], 0),
        ([Qt.Key.Key_Space], 1),
        ([Qt.Key.Key_Space, Qt.Key.Key_Space], 0),
    ],
)
def test_every_key_takes_a_side(
    look: Callable[..., MergeCopy], demo_copy: Path, copy: Path, keys: list[Qt.Key], side: int
) -> None:
    first = ids(copy)[0]
    change(demo_copy, "mika", first, tags="here")
    change(copy, "aki", first, tags="there")
    dialog = look()
    for key in keys:
        press(dialog, 0, key)
    assert "".join(text[0] for text in shown(dialog, 0)) == ("●○", "○●")[side]


def test_a_click_takes_a_side_and_shows_it_by_weight(
    look: Callable[..., MergeCopy], demo_copy: Path, copy: Path
) -> None:
    first = ids(copy)[0]
    change(demo_copy, "mika", first, tags="here")
    change(copy, "aki", first, tags="there")
    dialog = look()
    sheet = dialog.sheet
    (line,) = sheet.lines
    spot = sheet.visualRect(sheet._model.index(0, 4)).center()
    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    strong = [column.strong(line) for column in sheet._model.columns if column.strong]
    assert strong == [False, True]
    QTest.mouseClick(
        sheet.viewport(), Qt.MouseButton.LeftButton, pos=sheet.visualRect(sheet._model.index(0, 1)).center()
    )
    assert shown(dialog, 0)[1].startswith("●"), "a click beside the sides takes none"


def test_one_account_brings_up_its_fields_and_keeps_the_answers(
    look: Callable[..., MergeCopy], window: MainWindow, demo_copy: Path, copy: Path, settle: Settle
) -> None:
    first = ids(copy)[0]
    for path, who in ((demo_copy, "mika"), (copy, "aki")):
        change(path, who, first, tags=who)
        add(path, who, name="Sample Works", industry=who)
    before = len(ids(copy))
    dialog = look()
    asked = [line.question.asked.value for line in dialog.sheet.lines]
    assert sorted(asked) == ["field", "same_name"]
    press(dialog, asked.index("field"), Qt.Key.Key_2)
    press(dialog, asked.index("same_name"), Qt.Key.Key_1)
    assert not dialog.main.isEnabled(), "what that brings up is to be seen first"
    settle()
    assert dialog.main.isEnabled()
    industry = place(dialog, "industry")
    assert dialog.sheet.currentIndex().row() == industry, "what is new is gone to"
    assert shown(dialog, place(dialog, "tags"))[1].startswith("● aki")
    press(dialog, industry, Qt.Key.Key_2)
    settle()
    merged(window, dialog, settle)
    assert len(ids(demo_copy)) == before
    assert accounts(demo_copy, "industry")[-1] == "aki"


def test_nothing_new_is_said_plainly(look: Callable[..., MergeCopy]) -> None:
    dialog = look()
    assert "already" in dialog._said.text()
    assert not dialog.main.isVisible()
    assert dialog.leave.text() == "Close"


@pytest.mark.parametrize("what", ["no book", "another book", "half a book", "missing"])
def test_a_file_that_cannot_be_merged_is_told_in_one_sentence(
    look: Callable[..., MergeCopy], window: MainWindow, copy: Path, what: str
) -> None:
    if what == "no book":
        copy.write_text("a list of things")
    elif what == "another book":
        copy.unlink()
        books.demo_book(copy, who="aki", clock=Clock(), language=Language.EN).close()
    elif what == "half a book":
        copy.write_bytes(copy.read_bytes()[:40_000])
    else:
        copy.unlink()
    dialog = look()
    assert dialog._wrong.isVisible()
    assert dialog._wrong.text()
    assert not dialog.main.isVisible()
    assert window._stack.currentWidget().name == "today", "the book itself is in no trouble"


def test_a_book_that_moved_is_looked_at_again_with_the_answers_kept(
    look: Callable[..., MergeCopy], window: MainWindow, demo_copy: Path, copy: Path, settle: Settle
) -> None:
    first, second, *_ = ids(copy)
    change(demo_copy, "mika", first, tags="here")
    change(copy, "aki", first, second, tags="there")
    dialog = look()
    press(dialog, 0, Qt.Key.Key_2)
    settle()
    change(demo_copy, "command line", second, tags="since")
    dialog.main.click()
    settle()
    assert dialog.isVisible()
    assert "changed meanwhile" in dialog._wrong.text()
    rows = {line.question.row: at for at, line in enumerate(dialog.sheet.lines)}
    assert {*rows} == {first, second}
    assert shown(dialog, rows[first])[1].startswith("● there")
    assert shown(dialog, rows[second])[0].startswith("● since")
    merged(window, dialog, settle)
    assert held(window, first, settle)[0] == "there"
    assert held(window, second, settle)[0] == "since"


def test_all_from_one_side_leaves_two_accounts_two(
    look: Callable[..., MergeCopy], demo_copy: Path, copy: Path, settle: Settle
) -> None:
    first, second, *_ = ids(copy)
    for path, who in ((demo_copy, "mika"), (copy, "aki")):
        change(path, who, first, second, tags=who, notes=who)
        add(path, who, name="Sample Works", notes=who)
    dialog = look()
    ours, theirs = (button for button in dialog._deciding.findChildren(QPushButton))
    theirs.click()
    settle()
    taken = {line.question.field: dialog.sheet.answers[line.question.key].value for line in dialog.sheet.lines}
    assert taken == {"tags": "theirs", "notes": "theirs", "": "two"}
    assert "changed: Accounts 2" in dialog._said.text()
    ours.click()
    settle()
    assert dialog.sheet.as_proposed() == len(dialog.sheet.lines)


def test_hundreds_of_questions_block_nothing(
    look: Callable[..., MergeCopy], demo_copy: Path, copy: Path, stalls: Callable[[Callable[[], object]], float]
) -> None:
    for path, who in ((demo_copy, "mika"), (copy, "aki")):
        with opened(path, who) as book, book.step(StepName.EDIT_ACCOUNTS) as step:
            for kind, column in ((Kind.CONTRACT, "plan"), (Kind.TOUCH, "note"), (Kind.TICKET, "subject")):
                for (row,) in book.driver.execute(f'SELECT id FROM "{kind}" ORDER BY id LIMIT 300'):
                    step.update(kind, row, {column: who})
    dialog = look()
    assert len(dialog.sheet.lines) >= MANY
    assert stalls(lambda: dialog.sheet.take_all(1 - int(dialog.sheet.as_proposed() == 0))) < 0.05


def test_a_dropped_copy_is_merged_or_opened_as_the_person_says(
    window: MainWindow, opening: Opening, demo_copy: Path, copy: Path, settle: Settle
) -> None:
    drop(window, copy)
    settle()
    offer = window.findChild(ArrivingCopy)
    assert opening.path == demo_copy, "not before the person has said so"
    offer.main.click()
    settle()
    dialog = window.findChild(MergeCopy)
    assert "already" in dialog._said.text()
    dialog.reject()
    drop(window, copy)
    settle()
    instead = [one for one in window.findChildren(ArrivingCopy) if one.isVisible()][-1]
    next(button for button in instead.findChildren(QPushButton) if button.text() == "Open it instead").click()
    settle()
    assert opening.path == copy


def drop(window: MainWindow, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    window.dropEvent(
        QDropEvent(
            QPointF(QPoint(9, 9)), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
        )
    )


def test_the_menu_asks_for_the_file(
    window: MainWindow, copy: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(copy), ""))
    action(window, "Merge a colleague's copy ...").trigger()
    settle()
    assert window.findChild(MergeCopy).isVisible()


def action(window: MainWindow, text: str) -> QAction:
    return next(found for found in window._menu.findChildren(QAction) if found.text() == text)


def test_a_book_that_is_only_read_says_why_nothing_is_merged_into_it(
    window: MainWindow, opening: Opening, demo_copy: Path, copy: Path, settle: Settle
) -> None:
    opening.open_to_read(demo_copy)
    settle()
    assert opening.hold is Hold.READ
    assert not action(window, "Merge a copy (this book is open read-only)").isEnabled()
    drop(window, copy)
    settle()
    assert opening.path == copy


def test_a_second_version_is_merged_from_where_it_is_told_of(
    make_window: Callable[..., MainWindow],
    opening: Opening,
    preferences: Preferences,
    demo_copy: Path,
    tmp_path: Path,
    settle: Settle,
) -> None:
    folder = tmp_path / "Dropbox (Sample)"
    folder.mkdir()
    book = Path(shutil.copy(demo_copy, folder / "book.csdesk"))
    second = Path(shutil.copy(book, folder / "book (Aki's conflicted copy 2024-04-17).csdesk"))
    add(second, "aki", name="Found by Aki")
    preferences.remember_warned(book)
    window = make_window()
    opening.open(book)
    settle()
    window._neighbours.rest()
    told = window.findChild(SharedFolder)
    next(button for button in told.findChildren(QPushButton) if button.text() == "Merge into this book").click()
    settle()
    dialog = window.findChild(MergeCopy)
    assert "new: Accounts 1" in dialog._said.text()
    merged(window, dialog, settle)
    assert "Found by Aki" in accounts(book, "name")


def test_what_was_brought_in_is_read_later(
    look: Callable[..., MergeCopy], window: MainWindow, demo_copy: Path, copy: Path, settle: Settle
) -> None:
    empty = CopiesMerged(window._around, window)
    empty.open()
    settle()
    assert "No copy" in empty._said.text()
    empty.accept()
    first = ids(copy)[0]
    change(demo_copy, "mika", first, tags="here")
    change(copy, "aki", first, tags="there")
    merged(window, look(), settle)
    action(window, "Copies brought in").trigger()
    settle()
    dialog = next(one for one in window.findChildren(CopiesMerged) if one.isVisible())
    (merge,) = dialog.copies.rows_shown()
    assert (merge.who, merge.file) == ("tester", "aki.csdesk")
    assert [step.who for step in dialog.steps.rows_shown()] == ["aki"]
    (answer,) = dialog.answers.rows_shown()
    assert (answer.field, answer.mine, answer.theirs, answer.taken) == ("Tags", "here", "there", "this book")
    dialog.accept()


def test_a_dialog_that_is_closed_leaves_no_copy_open(
    look: Callable[..., MergeCopy], window: MainWindow, settle: Settle
) -> None:
    dialog = look()
    beside = dialog._beside
    dialog.reject()
    settle()
    assert beside._copy is not None
    assert beside._copy._copy._connection.closed
    quick = MergeCopy(window._around, demo_of(window), window)
    beside = quick._beside
    quick.open()
    quick.reject()
    settle()
    assert beside._copy is None or beside._copy._copy._connection.closed


def demo_of(window: MainWindow) -> Path:
    path = window._opening.path
    assert path is not None
    return path
