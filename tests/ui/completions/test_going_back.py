"""Backups in the window: listed with what they hold, compared, looked into, put back, and that taken back."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.backups import Backups
from csdesk.ui.dialogs.second_place import SecondPlace
from csdesk.ui.going_back import InsideBanner
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Hold, Opening
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.pages.start import StartPage
from csdesk.ui.pages.today import TodayPage
from csdesk.ui.widgets.toast import Toast
from csdesk.ui.widgets.topbar import TopBar
from csdesk.usecases.accounts import add_account, delete_accounts
from csdesk.usecases.touches import account_names

Settle = Callable[[], None]
Show = Callable[[], Backups]
RELEASED = sorted((Path(__file__).parents[2] / "data" / "books").glob("v*.csdesk"))


@pytest.fixture(autouse=True)
def files_have_the_time_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a replaced book is kept as is named after the time of its file, which the system's clock tells."""
    moment = datetime(2024, 4, 18, 3, 0, tzinfo=UTC)
    monkeypatch.setattr("csdesk.book.backup._last_changed", lambda _path: moment)


@pytest.fixture
def show(window: MainWindow, settle: Settle) -> Show:
    """The dialog from the Book menu, everything shown."""

    def make() -> Backups:
        window._menu._copies.show_backups()
        settle()
        return window.findChildren(Backups)[-1]

    return make


def line(dialog: Backups, row: int) -> list[str]:
    model = dialog._rows
    return [model.index(row, column).data() for column in range(model.columnCount())]


def names(window: MainWindow, settle: Settle) -> list[str]:
    found: list[str] = []
    window._around.desk.ask(window, lambda book: [account.name for account in account_names(book)], found.extend)
    settle()
    return found


def add(window: MainWindow, settle: Settle, name: str) -> None:
    window._around.desk.do(window, lambda book: add_account(book, name))
    settle()


def test_the_list_tells_what_each_holds_and_which_is_as_now(demo_copy: Path, show: Show, settle: Settle) -> None:
    folder = demo_copy.with_name(f"{demo_copy.name}-backups")
    (folder / "2024-04-17T030000Z-import.csdesk").write_bytes(b"broken")
    dialog = show()
    assert dialog._rows.rowCount() == 2
    assert line(dialog, 0)[1] == "60"
    assert line(dialog, 0)[-1] == "same as now"
    assert dialog._since.toPlainText() == "Nothing has changed since."
    assert line(dialog, 1)[1:4] == ["", "", ""]
    assert line(dialog, 1)[-1] == "cannot be read · before an import"
    dialog.choose(1)
    settle()
    assert "is not a csdesk book" in dialog._since.toPlainText()
    assert not dialog.main.isEnabled()
    assert not dialog._look.isEnabled()
    dialog.check()
    assert dialog.isVisible()


def test_what_has_changed_since_is_told_and_a_spoilt_backup_not_offered(
    window: MainWindow, demo_copy: Path, show: Show, settle: Settle
) -> None:
    add(window, settle, "Sample <b>Works</b>")
    dialog = show()
    assert line(dialog, 0)[-1] == ""
    assert dialog._since.toPlainText() == "Accounts: 1 added (Sample <b>Works</b>)"
    dialog.close()
    (backup,) = demo_copy.with_name(f"{demo_copy.name}-backups").iterdir()
    content = bytearray(backup.read_bytes())
    content[-40_000:-4_096] = b"\xa5" * (40_000 - 4_096)
    backup.write_bytes(content)
    dialog = show()
    assert "is damaged" in dialog._since.toPlainText()
    assert not dialog.main.isEnabled()


def test_without_the_book_a_backup_is_still_offered(
    window: MainWindow, demo_copy: Path, show: Show, settle: Settle
) -> None:
    demo_copy.unlink()
    dialog = show()
    assert "There is no file" in dialog._since.toPlainText()
    assert dialog.main.isEnabled()
    dialog.check()
    settle()
    assert demo_copy.is_file()
    assert window._has_book


def test_looking_inside_changes_no_file_and_leads_back(
    window: MainWindow, opening: Opening, demo_copy: Path, show: Show, settle: Settle
) -> None:
    recent = opening._preferences.recent
    add(window, settle, "Later")
    folder = demo_copy.with_name(f"{demo_copy.name}-backups")
    before = {path: path.read_bytes() for path in (demo_copy, *folder.iterdir())}
    show()._look.click()
    settle()
    assert opening.hold is Hold.COPY
    assert "Later" not in names(window, settle)
    assert window.findChild(TopBar)._book.text() == demo_copy.stem
    banner = window.findChild(InsideBanner)
    assert banner.isVisible()
    for page in ("accounts", "revenue", "settings", "today"):
        window.open_page(page)
        settle()
    window._safekeeping.ask()
    add(window, settle, "Refused")
    assert "open for reading only" in window.findChild(Toast).text
    assert opening._preferences.recent == recent
    assert {path: path.read_bytes() for path in (demo_copy, *folder.iterdir())} == before
    banner.back.click()
    settle()
    window._neighbours.rest()
    assert (opening.path, opening.hold, opening.inside) == (demo_copy, Hold.WRITE, None)
    assert "Later" in names(window, settle)
    assert not any(found.isVisible() for found in window.findChildren(InsideBanner))


def test_a_restored_book_names_what_is_kept_and_undo_brings_it_back(
    window: MainWindow, opening: Opening, demo_copy: Path, show: Show, settle: Settle
) -> None:
    add(window, settle, "Later")
    show()._look.click()
    settle()
    window.findChild(InsideBanner).restore.click()
    settle()
    window._neighbours.rest()
    assert (opening.path, opening.hold) == (demo_copy, Hold.WRITE)
    assert isinstance(window._stack.currentWidget(), TodayPage)
    assert "Later" not in names(window, settle)
    toast = window.findChild(Toast)
    kept = next(demo_copy.with_name(f"{demo_copy.name}-backups").glob("*-restore.csdesk"))
    assert kept.name in toast.text
    toast._undo.click()
    settle()
    window._neighbours.rest()
    assert "Later" in names(window, settle)


def test_hundreds_of_backups_hold_nothing_up(
    window: MainWindow, demo_copy: Path, stalls: Callable[[Callable[[], object]], float]
) -> None:
    (first,) = demo_copy.with_name(f"{demo_copy.name}-backups").iterdir()
    for at in range(300):
        first.with_name(
            f"2023-0{1 + at % 9}-{10 + at % 19}T{at % 24:02d}{at % 60:02d}{at % 59:02d}Z.csdesk"
        ).hardlink_to(first)
    assert stalls(window._menu._copies.show_backups) < 0.1
    assert window.findChildren(Backups)[-1]._rows.rowCount() > 250


def test_both_languages(open_demo: Callable[..., MainWindow], language: Language, settle: Settle) -> None:
    window = open_demo(language)
    add(window, settle, "Later")
    window._menu._copies.show_backups()
    settle()
    dialog = window.findChild(Backups)
    assert (
        dialog._since.toPlainText()
        == {
            Language.EN: "Accounts: 1 added (Later)",
            Language.JA: "アカウント: 追加 1件（Later）",
        }[language]
    )


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """Another disk, as far as folders tell."""
    made = tmp_path / "disk"
    made.mkdir()
    return made


def second(dialog: Backups) -> SecondPlace:
    return dialog.findChild(SecondPlace)


def test_a_second_place_is_chosen_kept_and_given_up(
    window: MainWindow, demo_copy: Path, disk: Path, show: Show, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show()
    assert not second(dialog).stop.isVisible()
    second(dialog).take(demo_copy.parent)
    settle()
    assert "there already" in second(dialog)._words.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(disk))
    second(dialog).choose.click()
    settle()
    place = disk / f"{demo_copy.name}-backups"
    assert str(place) in second(dialog)._words.text()
    assert len(list(place.iterdir())) == 1
    (demo_copy.with_name(f"{demo_copy.name}-backups") / "2024-04-18T030000Z.csdesk").unlink()
    dialog = show()
    assert line(dialog, 0)[-1] == "same as now · in the second place"
    add(window, settle, "Later")
    dialog.check()
    settle()
    window._neighbours.rest()
    assert "Later" not in names(window, settle)
    dialog = show()
    second(dialog).stop.click()
    settle()
    assert window._around.preferences.second_place(demo_copy) is None
    assert dialog._rows.rowCount() == 1


def test_backups_go_to_the_second_place_and_that_it_is_away_is_said_once(
    window: MainWindow, demo_copy: Path, disk: Path, show: Show, settle: Settle
) -> None:
    second(show()).take(disk)
    settle()
    place = disk / f"{demo_copy.name}-backups"
    window._around.desk.do(window, lambda book: delete_accounts(book, [one.id for one in account_names(book)]))
    settle()
    assert any(path.name.endswith("-change.csdesk") for path in place.iterdir())
    away = place.rename(disk / "away")
    window._safekeeping.ask()
    settle()
    toast = window.findChild(Toast)
    assert toast.text.startswith("The second place for backups, ")
    toast.hide()
    window._safekeeping.ask()
    settle()
    assert toast.text == ""
    away.rename(place)
    window._safekeeping.ask()
    settle()
    assert toast.text == ""
    place.rename(away)
    window._safekeeping.ask()
    settle()
    assert toast.text.startswith("The second place for backups, ")


def kinds(book: Path) -> list[str]:
    folder = book.with_name(f"{book.name}-backups")
    return sorted(path.stem.rpartition("Z")[2].lstrip("-0123456789") for path in folder.iterdir())


def test_an_import_in_the_window_and_its_taking_back_are_preceded_by_copies(
    window: MainWindow, demo_copy: Path, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    sheet = tmp_path / "new.csv"
    rows = "".join(f"Works {number},SMB,Retail,w{number}.example\n" for number in range(60))
    sheet.write_text(f"Account name,Segment,Industry,Domain\n{rows}", encoding="utf-8")
    page = window.open_page("import")
    settle()
    assert isinstance(page, ImportPage)
    with qtbot.waitSignal(page.flow.planned, timeout=30_000):
        window.take_files([sheet])
    settle()
    with qtbot.waitSignal(page.flow.applied, timeout=30_000):
        page._bar.apply.click()
    settle()
    assert kinds(demo_copy) == ["", "import"]
    window._steps.take_back()
    settle()
    assert kinds(demo_copy) == ["", "change", "import"]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_backup_of_every_released_version_is_looked_into_and_restored(
    window: MainWindow, opening: Opening, demo_copy: Path, released: Path, show: Show, settle: Settle
) -> None:
    folder = demo_copy.with_name(f"{demo_copy.name}-backups")
    old = Path(shutil.copy(released, folder / "2023-01-01T000000Z.csdesk"))
    before = old.read_bytes()
    dialog = show()
    dialog.choose(1)
    settle()
    assert dialog._since.toPlainText().startswith("Accounts: 60 added")
    dialog._look.click()
    settle()
    assert opening.hold is Hold.COPY
    assert len(names(window, settle)) < 60
    window.findChild(InsideBanner).restore.click()
    settle()
    window._neighbours.rest()
    assert opening.hold is Hold.WRITE
    assert len(names(window, settle)) < 60
    assert kinds(demo_copy) == ["", "", "restore", *(["upgrade"] if released is not RELEASED[-1] else [])]
    assert old.read_bytes() == before


def test_a_book_that_is_written_to_meanwhile_is_not_restored_and_can_be_opened_again(
    window: MainWindow, demo_copy: Path, show: Show, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("csdesk.book.plain.BUSY_MS", 20)
    add(window, settle, "Later")
    dialog = show()
    other = sqlite3.connect(demo_copy, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    dialog.check()
    settle()
    page = window.findChild(StartPage)
    assert "Another window or program is writing" in page._trouble._words.text()
    other.close()
    next(way for way in page._trouble.findChildren(QPushButton) if way.text() == "Try again").click()
    settle()
    window._neighbours.rest()
    assert "Later" in names(window, settle)
