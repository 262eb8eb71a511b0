"""Drives that are full, read-only or gone, long and Japanese names, clocks and zones that change: nothing is lost."""

import os
import subprocess
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.backup_list import backups
from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.errors import BookReplaced, DiskFull, NameTooLong
from csdesk.book.file import Book
from csdesk.book.history import history
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.usecases import books
from csdesk.usecases.settings import BookSettings

Command = Callable[..., tuple[int, Any]]
NOON = datetime(2026, 3, 18, 12, 0, tzinfo=UTC)


def refused(said: tuple[int, str]) -> str:
    """One plain line and status 3."""
    status, text = said
    assert status == 3, text
    assert text.startswith("csdesk: ")
    assert text.count("\n") == 1
    return text


def mounted(*words: object) -> bool:
    done = subprocess.run(["mount", *map(str, words)], check=False, capture_output=True)
    return done.returncode == 0


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of three megabytes."""
    place = tmp_path / "drive"
    place.mkdir()
    if os.name != "posix" or os.geteuid() or not mounted("-t", "tmpfs", "-o", "size=3m", "tmpfs", place):
        pytest.skip("only root may mount a small drive, and not everywhere")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    lines = "".join(f"Sample {number},{number},2024-01-01\n" for number in range(1, 80))
    path.write_text(f"Customer,MRR,Start\n{lines}", encoding="utf-8")
    return path


def opened(path: Path, clock: Callable[[], datetime] = lambda: NOON) -> Book:
    return Book.open(path, who="w", clock=clock)


def made(path: Path, clock: Callable[[], datetime] = lambda: NOON) -> Book:
    return books.new_book(path, BookSettings("JPY", 4, Language.EN), who="w", clock=clock)


def add(book: Book, name: str) -> None:
    with book.step(StepName.ADD_ACCOUNT, name) as step:
        step.insert(Kind.ACCOUNT, {"name": name, "notes": "n" * 3000})


def names(book: Book) -> list[str]:
    return [str(row["name"]) for row in rows(book, Kind.ACCOUNT)]


def test_steps_on_a_drive_that_fills_up(drive: Path) -> None:
    filler = drive / "other people's"
    with made(drive / "b.csdesk") as book:
        filler.write_bytes(bytes(2_300_000))
        kept: list[str] = []

        def add_more() -> None:
            for number in range(1000):
                add(book, str(number))
                kept.append(str(number))

        with pytest.raises(DiskFull):
            add_more()
        assert kept
        assert (names(book), check(book)) == (kept, ())
        with pytest.raises(DiskFull):
            add(book, "still no room")
        filler.unlink()
        add(book, "room again")
    with opened(drive / "b.csdesk") as book:
        assert (names(book), check(book)) == ([*kept, "room again"], ())
    assert [path.name for path in drive.iterdir()] == ["b.csdesk"]


def test_commands_on_a_full_drive(command: Command, drive: Path, sheet: Path) -> None:
    book, filler = drive / "b.csdesk", drive / "filler"
    command("new", book)
    command("import", book, sheet)
    before, there = book.read_bytes(), sorted(drive.rglob("*"))
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    large = sheet.with_name("large.csv")
    lines = "".join(f"More {number} {'x' * 200},{number},2024-01-01\n" for number in range(1, 300))
    large.write_text(f"Customer,MRR,Start\n{lines}", encoding="utf-8")
    for words in (
        ("import", book, large),
        ("touch", book, "Sample 1", "--note", "n" * 9000),
        ("backup", book),
        ("backup", book, drive / "mine.csdesk"),
        ("report", book, drive / "r.xlsx"),
        ("export", book, drive / "e.xlsx"),
        ("new", drive / "n.csdesk"),
        ("demo", drive / "d.csdesk"),
        ("restore", book, next(drive.glob("b.csdesk-backups/*"))),
    ):
        assert "drive" in refused(command(*words)), words
        assert command("check", book)[0] == 0
    assert book.read_bytes() == before
    filler.unlink()
    assert sorted(drive.rglob("*")) == there
    assert command("import", book, large)[0] == 0


def test_a_drive_that_may_only_be_read(command: Command, drive: Path, sheet: Path) -> None:
    book = drive / "b.csdesk"
    command("new", book)
    command("import", book, sheet)
    before = book.read_bytes()
    if not mounted("-o", "remount,ro", drive):
        pytest.skip("the system does not let a drive be made read-only")
    for words in (
        ("touch", book, "Sample 1", "--note", "n"),
        ("undo", book),
        ("backup", book),
        ("report", book, drive / "r.xlsx"),
        ("new", drive / "n.csdesk"),
        ("restore", book, next(drive.glob("b.csdesk-backups/*"))),
    ):
        refused(command(*words))
    assert command("check", book)[0] == 0
    assert book.read_bytes() == before
    assert command("backup", book, sheet.with_name("saved.csdesk"))[0] == 0


@contextmanager
def away(folder: Path) -> Iterator[None]:
    """As if a drive had been unplugged: nothing is where it was."""
    aside = folder.rename(folder.with_name(f"{folder.name} unplugged"))
    yield
    aside.rename(folder)


def test_a_drive_that_is_away_for_a_while(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    with made(folder / "b.csdesk") as book:
        add(book, "before")
        with away(folder):
            for _ in range(2):
                with pytest.raises(BookReplaced):
                    add(book, "nowhere")
            assert names(book) == ["before"]
            assert "b.csdesk" in refused(command("today", folder / "b.csdesk"))
            assert not folder.exists()
        add(book, "after")
    with opened(folder / "b.csdesk") as book:
        assert (names(book), check(book)) == (["before", "after"], ())


def test_a_drive_that_is_unmounted(drive: Path, tmp_path: Path) -> None:
    """What is mounted there next is not taken for it; the drive itself is when it comes back."""
    place = tmp_path / "place"
    place.mkdir()
    assert mounted("--bind", drive, place)
    with made(place / "b.csdesk") as book:
        add(book, "before")
        subprocess.run(["umount", "-l", str(place)], check=True)
        with pytest.raises(BookReplaced):
            add(book, "nowhere")
        (place / "b.csdesk").write_bytes((drive / "b.csdesk").read_bytes())
        with pytest.raises(BookReplaced):
            add(book, "into another file")
        assert mounted("--bind", drive, place)
        add(book, "after")
        subprocess.run(["umount", "-l", str(place)], check=True)
    with opened(drive / "b.csdesk") as book:
        assert (names(book), check(book)) == (["before", "after"], ())


@pytest.mark.skipif(os.name != "posix", reason="elsewhere names may be of another length")
@pytest.mark.parametrize("letter", ["n", "長"])
def test_names_as_long_as_they_may_be(command: Command, tmp_path: Path, sheet: Path, letter: str) -> None:
    """A book is only made where its journal and its backups can be made too."""
    fits = letter * (240 // len(letter.encode())) + ".csdesk"
    assert len(f"{fits}-journal".encode()) == 255
    assert command("new", tmp_path / fits)[0] == 0
    assert command("import", tmp_path / fits, sheet)[0] == 0
    assert command("backup", tmp_path / fits)[0] == 0
    before = sorted(tmp_path.rglob("*"))
    for longer in (f"{letter}{fits}", f"{letter * 9}{fits}"):
        assert "too long a name" in refused(command("new", tmp_path / longer))
        assert "too long a name" in refused(command("demo", tmp_path / longer))
        assert "名前が長すぎます" in refused(command("new", "--lang", "ja", tmp_path / longer))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.name != "posix", reason="elsewhere paths may be of another length")
def test_a_folder_deep_inside_others(command: Command, tmp_path: Path, sheet: Path) -> None:
    """SQLite takes 512 bytes at most, wherever the system would take more."""
    folder = tmp_path
    while len(str(folder)) < 380:
        folder /= "d" * 30
    deeper = folder / ("e" * 60) / ("f" * 60)
    deeper.mkdir(parents=True)
    assert command("new", folder / "b.csdesk")[0] == 0
    assert command("import", folder / "b.csdesk", sheet)[0] == 0
    for place in (deeper, deeper / ("g" * 250), deeper.joinpath(*["h" * 200] * 30)):
        assert "too long a name" in refused(command("new", place / "b.csdesk"))
    assert not list(deeper.iterdir())
    with opened(folder / "b.csdesk") as book:
        moved = (folder / "b.csdesk").rename(deeper / "b.csdesk")
        book.path, book._identity = moved, (moved.stat().st_dev, moved.stat().st_ino)
    with pytest.raises(NameTooLong):
        opened(moved)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_japanese_names(command: Command, tmp_path: Path, sheet: Path, form: Any) -> None:
    folder = tmp_path / unicodedata.normalize(form, "ドキュメント")
    folder.mkdir()
    book = folder / unicodedata.normalize(form, "顧客ブック（がぎぐ）.csdesk")
    table = sheet.rename(folder / unicodedata.normalize(form, "契約データ.csv"))
    for words in (("new", book), ("import", book, table), ("touch", book, "Sample 1", "--note", "ガ"), ("check", book)):
        assert command(*words)[0] == 0
    kept = backups(book)
    assert command("restore", book, kept[-1].path)[0] == 0
    assert command("report", book, folder / unicodedata.normalize(form, "報告が.xlsx"))[0] == 0
    with opened(book) as again:
        assert (len(names(again)), check(again)) == (0, ())
    assert len(backups(book)) == len(kept) + 1


def test_a_clock_that_was_set_back(tmp_path: Path) -> None:
    """Once it was years ahead; after that copies go on being saved, none is thinned out for it, and steps stay in the
    order in which they were made."""
    path, now = tmp_path / "b.csdesk", NOON + timedelta(days=1500)
    with made(path, lambda: now) as book:
        add(book, "ahead")
        assert books.backup_if_due(book) is not None
        now = NOON
        add(book, "now")
        assert books.backup_if_due(book) is not None, "by its name the last one is not due for years"
        assert books.backup_if_due(book) is None
        saved = []
        for number in range(40):
            now += timedelta(minutes=40)
            add(book, str(number))
            saved.append(books.backup_book(book))
        assert all(one.exists() for one in saved), "those of the last two days are all there"
        assert books.undo_state(book).undo.subject == "39"  # type: ignore[union-attr]
        assert [item.subject for item in history(book, limit=2) if not item.field][:1] == ["39"]
        content = dump(book)
        while book.undo():
            pass
        while book.redo():
            pass
        assert (dump(book), check(book)) == (content, ())


def test_far_fewer_rows_stop_the_rotation_whatever_the_clock(tmp_path: Path) -> None:
    path, now = tmp_path / "b.csdesk", NOON + timedelta(days=1500)
    with made(path, lambda: now) as book:
        for number in range(9):
            add(book, str(number))
        books.backup_book(book)
        for number in range(30):
            now = NOON + timedelta(hours=2 * number)
            books.backup_book(book)
        there = len(backups(path))
        with book.step(StepName.DELETE_ACCOUNTS) as step:
            step.delete_many(Kind.ACCOUNT, [int(row["id"]) for row in rows(book, Kind.ACCOUNT)])  # type: ignore[arg-type]
        now += timedelta(days=300)
        books.backup_book(book)
        assert len(backups(path)) == there + 1


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be changed here")
def test_another_time_zone_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, seen = tmp_path / "b.csdesk", []
    made(path).close()
    try:
        for number, zone in enumerate(("Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati")):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            with opened(path, lambda at=NOON + timedelta(hours=number): at) as book:
                add(book, zone)
                saved = books.backup_if_due(book)
                assert saved is not None
                assert saved.name == f"2026-03-18T{12 + number}0000Z.csdesk"
                assert books.backup_if_due(book) is None
                seen.append([(item.step, item.at) for item in history(book, limit=-1)])
                assert [one.at.hour for one in backups(path)] == [12 + back for back in range(number, -1, -1)]
    finally:
        monkeypatch.undo()
        time.tzset()
    assert all(later[-len(earlier) :] == earlier for earlier, later in pairwise(seen))
