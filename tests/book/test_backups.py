"""Backups: made, listed, thinned out, put back."""

import errno
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.backup import backup, backup_if_due, kept_by_rotation, restore
from csdesk.book.backup_list import Why, backups, folder
from csdesk.book.check import check
from csdesk.book.comparison import Some, differences
from csdesk.book.dump import dump
from csdesk.book.errors import BookDamaged, BookError, BookExists, BookMissing, DiskFull, NoAccess, NotABook, Trouble
from csdesk.book.file import Book
from csdesk.book.header import journal
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, StepName


def _rename(filled: Any, name: str) -> None:
    with filled.book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.account, {"name": name})


def test_a_backup_is_a_whole_book_for_its_owner_alone(filled: Any, path: Path, clock: Any) -> None:
    made = backup(filled.book)
    assert made.parent == path.with_name("team.csdesk-backups")
    assert [found.name for found in made.parent.iterdir()] == ["2025-04-01T003000Z.csdesk"]
    if os.name == "posix":
        assert stat.S_IMODE(made.stat().st_mode) == 0o600
        assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    with Book.open(made, who="w", clock=clock) as copy:
        assert dump(copy) == dump(filled.book)
        assert check(copy) == ()


def test_the_list_says_what_each_holds(filled: Any, path: Path, clock: Any) -> None:
    backup(filled.book)
    backup(filled.book)
    clock.advance(minutes=5)
    with filled.book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "third"})
    backup(filled.book)
    (folder(path) / "2025-04-01T010000Z.csdesk").write_bytes(b"broken")
    (folder(path) / "notes.txt").write_text("mine")
    broken, *found = backups(path)
    assert [(one.at.minute, one.accounts, one.contracts, one.touches) for one in found] == [
        (35, 3, 1, 1), (30, 2, 1, 1), (30, 2, 1, 1),
    ]  # fmt: skip
    assert found[0].at == clock()
    assert [one.size for one in found] == [one.path.stat().st_size for one in found]
    assert (broken.trouble, broken.accounts, broken.size) == (Trouble.NOT_A_BOOK, 0, 6)
    path.unlink()
    assert backups(path) == [broken, *found]
    assert backups(path.with_name("none")) == []


def test_names_tell_the_order_and_the_reason(filled: Any, path: Path) -> None:
    for why in (None, Why.IMPORT, Why.CHANGE, *[None] * 8):
        backup(filled.book, why=why)
    assert [one.why for one in backups(path)][-3:] == [Why.CHANGE, Why.IMPORT, None]
    assert [one.path.name for one in backups(path)][:2] == [
        "2025-04-01T003000Z-11.csdesk",
        "2025-04-01T003000Z-10.csdesk",
    ]
    assert (folder(path) / "2025-04-01T003000Z-2-import.csdesk").is_file()
    filled.book.close()
    kept = restore(path, backups(path)[0].path)
    assert kept is not None
    assert kept.name.endswith("-restore.csdesk")


def test_what_has_changed_since_is_counted_and_named(filled: Any, path: Path) -> None:
    made = backup(filled.book)
    assert differences(made, path) == ()
    with filled.book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.other, {"name": "Renamed"})
        step.insert_many(Kind.ACCOUNT, [{"name": name} for name in "VWXYZ"])
        step.delete(Kind.ACCOUNT, filled.account)
    found = {one.kind: one for one in differences(made, path)}
    assert found[Kind.ACCOUNT].added == Some(5, ("V", "W", "X"), more=True)
    assert found[Kind.ACCOUNT].gone.count == 1
    assert found[Kind.ACCOUNT].changed == Some(1, ("Renamed",), more=False)
    assert found[Kind.TOUCH].gone == Some(1, found[Kind.ACCOUNT].gone.names, more=False)
    back = {one.kind: one for one in differences(path, made)}
    assert back[Kind.ACCOUNT].gone == found[Kind.ACCOUNT].added
    assert back.keys() == found.keys()


def test_comparing_names_the_file_that_cannot_be_read(filled: Any, path: Path) -> None:
    made = backup(filled.book)
    _rename(filled, "New")
    before = path.read_bytes()
    _scribble(made)
    with pytest.raises(BookDamaged) as raised:
        differences(made, path)
    assert raised.value.path == made
    with pytest.raises(BookMissing):
        differences(path, path.with_name("none.csdesk"))
    assert path.read_bytes() == before


def test_a_backup_to_a_place_of_ones_own(filled: Any, tmp_path: Path, path: Path) -> None:
    target = tmp_path / "copy of 台帳?.csdesk"
    assert backup(filled.book, target) == target
    assert not folder(path).exists()
    with pytest.raises(BookExists):
        backup(filled.book, target)
    with pytest.raises(BookMissing):
        backup(filled.book, tmp_path / "none" / "x.csdesk")


def test_backups_are_due_when_rows_have_changed_and_half_an_hour_has_passed(book: Book, clock: Any) -> None:
    assert backup_if_due(book) is None  # nothing to lose yet
    with book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "A"})
    assert backup_if_due(book) is not None
    clock.advance(minutes=31)
    assert backup_if_due(book) is None
    with book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "B"})
    assert backup_if_due(book) is not None
    book.undo()
    clock.advance(minutes=29)
    assert backup_if_due(book) is None
    clock.advance(minutes=1)
    assert backup_if_due(book) is not None


def test_a_backup_that_fails_leaves_nothing(filled: Any, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("csdesk.book.durable.os.fsync", full)
    with pytest.raises(DiskFull):
        backup(filled.book)
    assert list(folder(path).iterdir()) == []


def test_rotation_keeps_hours_days_weeks_and_months() -> None:
    now = datetime(2025, 6, 30, 12, tzinfo=UTC)
    moments = [now - timedelta(hours=hours) for hours in range(0, 24 * 400, 6)]
    kept = sorted(kept_by_rotation(moments, now), reverse=True)
    assert [at for at in moments if now - at <= timedelta(hours=48)] == kept[:9]
    days = {at.date() for at in moments}
    for day in sorted(days, reverse=True)[:12]:
        assert max(at for at in moments if at.date() == day) in kept
    assert len({at.date() for at in kept if now - at < timedelta(days=12)}) == 12
    weeks = {at.isocalendar()[:2] for at in kept if now - at > timedelta(days=12)}
    assert len(weeks) >= 8
    assert {(at.year, at.month) for at in kept} == {(2025, m) for m in range(1, 7)} | {(2024, m) for m in (10, 11, 12)}
    assert len(kept) <= 9 + 12 + 10 + 9
    assert kept_by_rotation(kept, now) == set(kept)


def test_rotation_stops_while_rows_are_missing(filled: Any, path: Path, clock: Any) -> None:
    clock.moment = datetime(2024, 1, 1, tzinfo=UTC)
    for _ in range(40):
        backup(filled.book)
        clock.advance(days=1)
    usual = len(backups(path))
    assert usual < 30
    with filled.book.step(StepName.DELETE_ACCOUNTS) as step:
        step.delete_many(Kind.ACCOUNT, [filled.account, filled.other])
    clock.advance(days=100)
    backup(filled.book)
    assert len(backups(path)) == usual + 1
    clock.advance(days=100)
    backup(filled.book)
    assert len(backups(path)) <= usual + 1


def test_restoring_keeps_the_replaced_book_and_shows_in_other_windows(
    filled: Any, path: Path, clock: Any, reopened: Callable[..., Book]
) -> None:
    made = backup(filled.book)
    first = dump(filled.book)
    _rename(filled, "a mistake")
    mistaken = dump(filled.book)
    other = reopened()
    filled.book.close()
    seen = other.version
    kept = restore(path, made)
    assert kept is not None
    assert dump(other) == first
    assert (other.version != seen, other.changed_elsewhere()) == (True, True)
    with other.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.account, {"name": "works on"})
    assert kept.parent == folder(path)
    assert kept in {one.path for one in backups(path)}
    with Book.open(kept, who="w", clock=clock) as replaced:
        assert dump(replaced) == mistaken
        assert check(replaced) == ()


def _scribble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5000:-100] = b"\xa5" * (len(content) - 5100)
    path.write_bytes(content)


@pytest.mark.parametrize("spoil", [_scribble, Path.unlink, lambda path: path.write_bytes(b"gone")])
def test_a_book_beyond_reading_is_moved_aside_with_its_journal(
    filled: Any, path: Path, clock: Any, spoil: Callable[[Path], object]
) -> None:
    made = backup(filled.book)
    expected = dump(filled.book)
    filled.book.close()
    spoil(path)
    left = path.read_bytes() if path.exists() else None
    if left:
        journal(path).write_bytes(b"stale")
    kept = restore(path, made)
    assert not journal(path).exists()
    assert (kept.read_bytes() if kept else None) == left
    assert bool(kept and journal(kept).exists()) == (left == b"gone")  # SQLite itself clears up where it can
    with Book.open(path, who="w", clock=clock) as book:
        assert dump(book) == expected
        assert check(book) == ()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_backup_takes_no_place_but_a_books(filled: Any, path: Path, tmp_path: Path) -> None:
    made = backup(filled.book)
    filled.book.close()
    notes, shelf = tmp_path / "notes.txt", tmp_path / "shelf.csdesk"
    notes.write_bytes(b"mine")
    shelf.mkdir()
    for place in (notes, shelf):
        with pytest.raises(NotABook):
            restore(place, made)
    with pytest.raises(BookExists):
        restore(path, path)
    assert notes.read_bytes() == b"mine"
    assert shelf.is_dir()
    other = tmp_path / "renamed.book"
    shutil.copyfile(path, other)
    assert restore(other, made) is not None


def test_a_place_that_may_not_be_looked_into_is_named(
    filled: Any, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, stat = tmp_path / "closed.csdesk", Path.stat

    def refused(of: Path, **how: Any) -> os.stat_result:
        if of == closed:
            raise PermissionError(errno.EACCES, "refused", str(of))
        return stat(of, **how)

    monkeypatch.setattr(Path, "stat", refused)
    for attempt in (lambda: backup(filled.book, closed), lambda: restore(path, closed)):
        with pytest.raises(NoAccess) as failure:
            attempt()
        assert failure.value.path == closed


def test_what_is_no_sound_backup_is_not_restored(filled: Any, path: Path, tmp_path: Path) -> None:
    filled.book.close()
    before = path.read_bytes()
    spoilt = tmp_path / "spoilt.csdesk"
    for content, error in ((b"text", NotABook), (before[:-5000], BookDamaged)):
        spoilt.write_bytes(content)
        with pytest.raises(error):
            restore(path, spoilt)
    spoilt.write_bytes(before)
    _scribble(spoilt)
    with pytest.raises(BookDamaged):
        restore(path, spoilt)
    with pytest.raises(BookMissing):
        restore(path, tmp_path / "none.csdesk")
    assert path.read_bytes() == before


def test_a_book_in_the_middle_of_a_change_is_not_overwritten(
    filled: Any, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup(filled.book)
    monkeypatch.setattr("csdesk.book.plain.BUSY_MS", 20)
    with filled.book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "in the making"})
        with pytest.raises(BookError) as raised:
            restore(path, made)
    assert raised.value.trouble == "busy"
    assert len(rows(filled.book, Kind.ACCOUNT)) == 3


def test_backing_up_while_another_window_writes(filled: Any, reopened: Callable[..., Book]) -> None:
    with reopened().step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "not yet"})
        made = backup(filled.book)
    connection = sqlite3.connect(made)
    assert connection.execute("SELECT count(*) FROM account").fetchone() == (2,)
    connection.close()
