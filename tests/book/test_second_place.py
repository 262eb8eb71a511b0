"""The second place of backups: all are copied, what was missed is caught up on, another book's are left alone."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.backup import backup, restore
from csdesk.book.backup_list import backups, backups_in, folder
from csdesk.book.dump import dump
from csdesk.book.errors import DiskFull, NoFolder
from csdesk.book.file import Book
from csdesk.book.second_place import copy_on, place_within
from csdesk.usecases.backups import list_backups, second_place


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    made = tmp_path / "disk"
    made.mkdir()
    return made


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def test_all_are_copied_and_later_ones_follow(filled: Any, path: Path, disk: Path, clock: Any) -> None:
    backup(filled.book)
    place = second_place(path, disk)
    assert place == disk / "team.csdesk-backups"
    assert names(place) == names(folder(path))
    clock.advance(hours=1)
    backup(filled.book)
    away = place.rename(disk / "away")
    with pytest.raises(NoFolder):
        copy_on(path, place)
    assert not place.exists()
    clock.advance(hours=1)
    backup(filled.book)
    away.rename(place)
    assert (copy_on(path, place), copy_on(path, place)) == (2, 0)
    assert names(place) == names(folder(path))


def test_the_rotation_is_the_same_there(filled: Any, path: Path, disk: Path, clock: Any) -> None:
    clock.moment = datetime(2024, 1, 1, tzinfo=UTC)
    place = second_place(path, disk)
    assert place is not None
    for _ in range(40):
        backup(filled.book)
        copy_on(path, place)
        clock.advance(days=1)
    assert names(place) == names(folder(path))
    shutil.rmtree(folder(path))
    assert copy_on(path, place) == 0
    assert len(names(place)) == 16


def test_another_book_of_that_name_is_left_alone(filled: Any, path: Path, disk: Path) -> None:
    stranger = disk / "team.csdesk-backups"
    stranger.mkdir()
    (stranger / "2020-01-01T000000Z.csdesk").write_bytes(path.read_bytes())
    backup(filled.book)
    place = place_within(path, disk)
    assert place == disk / "team.csdesk-backups 2"
    copy_on(path, place)
    assert place_within(path, disk) == place
    assert names(stranger) == ["2020-01-01T000000Z.csdesk"]
    assert place_within(path, path.parent) is None
    (disk / "team.csdesk-backups 3").write_text("a file")
    with pytest.raises(NoFolder):
        copy_on(path, disk / "none")


def test_what_is_there_alone_is_listed_and_restored(filled: Any, path: Path, disk: Path, clock: Any) -> None:
    backup(filled.book)
    expected = dump(filled.book)
    place = second_place(path, disk)
    assert place is not None
    assert [one.second for one in list_backups(path, place)] == [False]
    filled.book.close()
    shutil.rmtree(folder(path))
    path.unlink()
    (found,) = list_backups(path, place)
    assert (found.second, found.same_as_now) == (True, False)
    restore(path, found.backup.path)
    with Book.open(path, who="w", clock=clock) as book:
        assert dump(book) == expected
    assert list_backups(path, disk / "none") == ()


def test_a_damaged_backup_is_not_copied_and_a_failure_leaves_nothing(
    filled: Any, path: Path, disk: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    spoilt = backup(filled.book)
    content = bytearray(spoilt.read_bytes())
    content[-30_000:-4_096] = b"\xa5" * (30_000 - 4_096)
    spoilt.write_bytes(content)
    clock.advance(hours=1)
    sound = backup(filled.book)
    place = place_within(path, disk)
    assert place is not None
    with monkeypatch.context() as broken:
        broken.setattr("csdesk.book.durable.os.fsync", full)
        with pytest.raises(DiskFull):
            copy_on(path, place)
    assert names(place) == []
    assert copy_on(path, place) == 1
    assert [one.path.name for one in backups_in(place)] == [sound.name]
    assert len(backups(path)) == 2
