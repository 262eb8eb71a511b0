"""What a killed process leaves is swept a day later: what is ours, and nothing else."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.backup import backup
from csdesk.book.backup_list import folder
from csdesk.book.dump import dump
from csdesk.book.durable import aside, scratch, sweep, written_aside
from csdesk.book.file import Book
from csdesk.book.frames import frames
from csdesk.reports.delivery import delivered

DAY = 24 * 60 * 60


def aged(path: Path, days: float) -> Path:
    """A file that was last written to so long ago."""
    at = path.stat().st_mtime - days * DAY
    os.utime(path, (at, at))
    return path


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of temporary files for this test alone."""
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


def abandoned(target: Path, days: float = 2) -> Path:
    part = aside(target)
    part.parent.mkdir(exist_ok=True)
    part.write_bytes(b"half")
    return aged(part, days)


def _backup(book: Book, _place: Path) -> None:
    backup(book)


def _report(_book: Book, place: Path) -> None:
    with delivered(place) as handle:
        handle.write(b"whole")


def _reopen(book: Book, _place: Path) -> None:
    Book.open(book.path, who="w", clock=book.clock).close()


WRITES: dict[str, tuple[Callable[[Path], Path], Callable[[Book, Path], None]]] = {
    "backup": (lambda book: folder(book) / "any.csdesk", _backup),
    "report": (lambda book: book.with_name("board.xlsx"), _report),
    "open": (lambda book: book, _reopen),
}


@pytest.mark.parametrize("name", WRITES)
def test_the_next_write_sweeps_what_a_killed_one_left(book: Book, temporary: Path, name: str) -> None:
    where, write = WRITES[name]
    place = where(book.path)
    left, young = abandoned(place), abandoned(place, 0.9)
    journal = left.rename(left.with_name(f"{left.name}-journal"))
    left = abandoned(place)
    write(book, place)
    assert [path.exists() for path in (left, journal, young)] == [False, False, True]
    assert list(temporary.iterdir()) == []


def test_nothing_but_ours_is_swept(tmp_path: Path, temporary: Path) -> None:
    names = [
        ".csdesk-notes.part",
        "csdesk-0123456789ab.part",
        ".csdesk-0123456789ab.part.xlsx",
        ".csdesk-0123456789AB.part",
    ]
    folders = ["csdesk-scratch", "csdesk-scratch-of-mine", "my-csdesk-scratch-abcdefgh", "csdesk-abcdefgh"]
    for place in (tmp_path, temporary):
        for name in names:
            (place / name).write_bytes(b"a person's")
            aged(place / name, 9)
        for name in folders:
            (place / name).mkdir()
            aged(place / name, 9)
    linked = temporary / "csdesk-scratch-12345678"
    linked.symlink_to(tmp_path / "csdesk-scratch-of-mine")
    os.utime(linked, (0, 0), follow_symlinks=False)
    (tmp_path / ".csdesk-0123456789ab.part").mkdir()
    aged(tmp_path / ".csdesk-0123456789ab.part", 9)
    before = sorted(tmp_path.rglob("*"))
    sweep(tmp_path, tmp_path / "nowhere")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_copy_that_a_killed_process_left_is_swept(book: Book, clock: Any, temporary: Path) -> None:
    left, young = (temporary / f"csdesk-scratch-{name}" for name in ("left____", "young___"))
    for made in (left, young):
        made.mkdir()
        shutil.copyfile(book.path, made / "copy.csdesk")
    aged(left, 2)
    with Book.open_copy(book.path, who="w", clock=clock):
        assert not left.exists()
        assert len(list(temporary.iterdir())) == 2
    assert list(temporary.iterdir()) == [young]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file that is open cannot be removed")
def test_a_copy_that_has_been_open_for_long_can_still_be_read(filled: Any, clock: Any, temporary: Path) -> None:
    with Book.open_copy(filled.book.path, who="w", clock=clock) as copy:
        (kept,) = temporary.iterdir()
        aged(kept, 30)
        sweep()
        assert not kept.exists()
        assert dump(copy) == dump(filled.book)
        assert len(frames(copy).use) == 30


def test_no_room_for_temporary_files_is_in_nobodys_way(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary.rmdir()
    with written_aside(tmp_path / "b") as part:
        part.write_bytes(b"whole")
    assert (tmp_path / "b").read_bytes() == b"whole"
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with scratch() as folder:
        assert folder.parent == tmp_path
