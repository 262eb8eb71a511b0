"""A copy is saved before whatever changes much at once, however that is asked for; restoring meets any state."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.book import backup as backup_room
from csdesk.book.backup import kept_by_rotation
from csdesk.book.backup_list import Why
from csdesk.book.check import check
from csdesk.book.errors import BookReadOnly
from csdesk.book.file import Book
from csdesk.cli import run
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Language
from csdesk.usecases import books, importing
from csdesk.usecases.accounts import CellEdit, add_account, delete_accounts, edit_accounts
from csdesk.usecases.backups import list_backups, since, since_lines
from csdesk.usecases.machine import this_machine
from csdesk.usecases.settings import book_settings
from csdesk.usecases.touches import account_names
from tests.thorough import examples

RELEASED = sorted((Path(__file__).parents[1] / "data" / "books").glob("v*.csdesk"))
Clock = Callable[[], datetime]


def whys(book: Book) -> list[Why | None]:
    return [listed.backup.why for listed in list_backups(book.path)]


def with_accounts(book: Book, count: int) -> list[int]:
    for number in range(count):
        add_account(book, f"Sample {number}")
    return [account.id for account in account_names(book)]


@pytest.mark.parametrize(
    "act",
    [
        lambda book, ids: edit_accounts(book, [CellEdit(one, "segment", "SMB") for one in ids]),
        delete_accounts,
    ],
)
def test_a_bulk_change_is_preceded_by_a_copy(book: Book, act: Callable[[Book, list[int]], Changes]) -> None:
    ids = with_accounts(book, 51)
    act(book, ids[:50])
    assert whys(book) == []
    books.undo(book)
    changes = act(book, ids)
    assert whys(book) == [Why.CHANGE]
    books.undo(book)
    assert whys(book) == [Why.CHANGE] * 2
    books.redo(book)
    assert whys(book) == [Why.CHANGE] * 3
    books.take_back(book, changes.step)
    assert whys(book) == [Why.CHANGE] * 4
    assert len({listed.backup.accounts for listed in list_backups(book.path)}) <= 2


def import_rows(book: Book, count: int) -> Changes:
    text = "Account name,Segment,Industry,Domain\n" + "".join(
        f"Works {number},SMB,Retail,w{number}.example\n" for number in range(count)
    )
    found = importing.read_pasted(text, f"accounts {count}.csv")
    matched = importing.match_tables(found, [importing.Matching()] * len(found), book_settings(book))
    return importing.apply_plan(book, importing.plan_import(book, matched, date(2026, 3, 18)))


def test_every_import_is_preceded_by_a_copy_and_so_is_taking_back_a_large_one(book: Book) -> None:
    with_accounts(book, 1)
    import_rows(book, 3)
    assert whys(book) == [Why.IMPORT]
    import_rows(book, 60)
    assert whys(book) == [Why.IMPORT] * 2
    (batch, *_) = importing.import_batches(book)
    books.take_back(book, batch.step or 0)
    assert whys(book) == [Why.CHANGE, Why.IMPORT, Why.IMPORT]


def test_a_book_that_is_only_read_is_not_copied(demo: Book, clock: Clock) -> None:
    demo.close()
    with books.open_book(demo.path, who="w", clock=clock, read_only=True) as reading:
        with pytest.raises(books.BookError):
            delete_accounts(reading, [account.id for account in account_names(reading)])
        assert books.backup_if_due(reading) is None
        books.save_before_import(reading)
    assert list_backups(demo.path) == ()


@pytest.fixture
def command_at(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs a command at a moment."""

    def at(moment: datetime, *words: object) -> int:
        monkeypatch.setattr("csdesk.cli._clock", lambda: moment)
        return run([str(word) for word in words])

    return at


def test_the_command_line_saves_copies_as_the_window_does(command_at: Callable[..., int], tmp_path: Path) -> None:
    path, sheet, now = tmp_path / "team.csdesk", tmp_path / "a.csv", datetime(2026, 3, 18, tzinfo=UTC)

    def reasons() -> list[str]:
        return [str(listed.backup.why or "") for listed in list_backups(path)]

    sheet.write_text(
        "Account name,Segment,Industry,Domain\n" + "".join(f"Works {n},SMB,Retail,w{n}.example\n" for n in range(60)),
        encoding="utf-8",
    )
    assert command_at(now, "new", path) == 0
    assert command_at(now, "import", path, sheet) == 0
    first = reasons()
    assert first.count("import") <= 1, "nothing but settings could have been lost"
    assert command_at(now, "touch", path, "Works 7", "--note", "met") == 0
    known = reasons()
    assert command_at(now + timedelta(minutes=29), "touch", path, "Works 7") == 0
    assert reasons() == known
    assert command_at(now + timedelta(minutes=31), "touch", path, "Works 7") == 0
    assert reasons() == ["", *known]
    for _ in range(3):
        assert command_at(now + timedelta(minutes=31), "undo", path) == 0
    assert reasons() == ["", *known], "single touches"
    assert command_at(now + timedelta(minutes=32), "undo", path) == 0
    assert reasons() == ["change", "", *known]
    assert command_at(now + timedelta(minutes=33), "restore", path, list_backups(path)[0].backup.path) == 0
    assert "restore" in reasons()


def test_a_copy_that_cannot_be_saved_stops_no_command(
    command_at: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, now = tmp_path / "team.csdesk", datetime(2026, 3, 18, tzinfo=UTC)
    assert command_at(now, "demo", path) == 0

    def full(_book: Book) -> None:
        raise BookReadOnly(path)

    monkeypatch.setattr(books, "backup_if_due", full)
    with books.open_book(path, who="w", clock=lambda: now) as book:
        name = account_names(book)[0].name
    capsys.readouterr()
    assert command_at(now, "touch", path, name, "--lang", "en") == 0
    assert "can be read but not written" in capsys.readouterr().err


# -- rotation ----------------------------------------------------------------------------------------------------------

BEGIN = datetime(2022, 1, 1, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(0, 4 * 365 * 24 * 60).map(lambda minutes: BEGIN + timedelta(minutes=minutes)), min_size=1, max_size=120
)


@settings(max_examples=examples(60), deadline=None)
@given(MOMENTS)
def test_rotation_keeps_what_is_promised_and_is_settled_at_once(moments: list[datetime]) -> None:
    now = max(moments)
    kept = kept_by_rotation(moments, now)
    assert kept <= set(moments)
    assert {at for at in moments if now - at <= timedelta(hours=48)} <= kept
    for number, span in (
        (12, lambda at: at.date()),
        (10, lambda at: at.isocalendar()[:2]),
        (9, lambda at: (at.year, at.month)),
    ):
        last = sorted({span(at) for at in moments})[-number:]
        assert all(max(at for at in moments if span(at) == one) in kept for one in last)
    old = {at for at in kept if now - at > timedelta(hours=48)}
    assert len(old) <= 12 + 10 + 9
    assert kept_by_rotation(kept, now) == kept


# -- restoring ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_backup_of_every_released_version_is_compared_and_restored(
    demo: Book, released: Path, tmp_path: Path, clock: Clock, command_at: Callable[..., int]
) -> None:
    earlier = Path(shutil.copy(released, tmp_path / "2025-01-01T000000Z.csdesk"))
    before = earlier.read_bytes()
    demo.close()
    there = demo.path.with_name(f"{demo.path.name}-backups")
    there.mkdir()
    shutil.copy(released, there / earlier.name)
    (listed,) = list_backups(demo.path)
    assert listed.backup.trouble is None
    assert since_lines(since(listed.backup.path, demo.path), Language.EN)
    machine = lambda: this_machine(tmp_path / "computer", "OFFICE-PC")  # noqa: E731
    kept = books.restore_book(demo.path, earlier, clock=clock, machine=machine)
    assert kept is not None
    assert earlier.read_bytes() == before
    with books.open_book(demo.path, who="w", clock=clock) as book:
        assert len(account_names(book)) == listed.backup.accounts
        assert check(book) == ()
    assert command_at(clock(), "restore", demo.path, kept) == 0
    assert command_at(clock(), "restore", demo.path, listed.backup.path) == 0
    assert command_at(clock(), "check", demo.path) == 0


def test_a_book_that_another_process_holds_shows_the_restored_one_or_refuses(
    demo: Book, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = lambda: this_machine(tmp_path / "computer", "OFFICE-PC")  # noqa: E731
    made = books.backup_book(demo)
    add_account(demo, "Later")
    books.restore_book(demo.path, made, clock=clock, machine=machine)
    assert books.has_changed(demo)
    assert "Later" not in {account.name for account in account_names(demo)}
    monkeypatch.setattr("csdesk.book.plain.BUSY_MS", 20)
    other = sqlite3.connect(demo.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(books.BookError) as raised:
        books.restore_book(demo.path, made, clock=clock, machine=machine)
    other.close()
    assert raised.value.trouble is books.Trouble.BUSY


def test_a_book_that_may_not_be_written_to_is_left_alone(
    demo: Book, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = lambda: this_machine(tmp_path / "computer", "OFFICE-PC")  # noqa: E731
    made = books.backup_book(demo, tmp_path / "made.csdesk")
    add_account(demo, "Later")
    demo.close()
    before, connect = demo.path.read_bytes(), backup_room.connect

    def locked(path: Path) -> sqlite3.Connection:
        if path != demo.path:
            return connect(path)
        return sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(backup_room, "connect", locked)
    with pytest.raises(BookReadOnly):
        books.restore_book(demo.path, made, clock=clock, machine=machine)
    assert demo.path.read_bytes() == before
