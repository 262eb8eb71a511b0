"""The power fails at any moment: what was acknowledged is there, nothing is there by half, every file is sound.

`CSDESK_POWER_CUTS=20000 python start.py test tests/book/test_power_loss.py` tries twenty thousand disks.
"""

import faulthandler
import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from csdesk.book import durable, store
from csdesk.book.backup import backup, restore
from csdesk.book.backup_list import backups, folder
from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.migrations import MIGRATIONS
from csdesk.models.kinds import Kind, StepName
from csdesk.reports.delivery import delivered

from .power import Cuts, cut_power
from .recording import Recorder, sqlite

EARLIER = sorted((Path(__file__).parents[1] / "data" / "books").glob("v*.csdesk"))[:-1]
CUTS = int(os.environ.get("CSDESK_POWER_CUTS", "160"))
LIBRARY = sqlite()
pytestmark = [
    pytest.mark.skipif(LIBRARY is None, reason="SQLite's own functions are out of reach here"),
    pytest.mark.timeout(100 + CUTS),
]
Act = Callable[[], object]


@dataclass
class Scene:
    """A folder with a book, what is done there, and what the power cuts left of it."""

    folder: Path
    place: Path
    recorder: Recorder
    states: list[object] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return self.folder / "b.csdesk"

    def open(self) -> Book:
        return opened(self.path)

    def acknowledged(self, state: object) -> None:
        self.recorder.acknowledged()
        self.states.append(state)

    def cut(self, look: Callable[[Path], object], share: float) -> Cuts:
        faulthandler.cancel_dump_traceback_later()  # a long run is no hang
        wanted, dice = max(12, int(CUTS * share)), random.Random(20260318)
        return cut_power(
            self.recorder.disk, self.recorder.events, look,
            states=self.states, place=self.place, wanted=wanted, dice=dice,
        )  # fmt: skip


@pytest.fixture
def places() -> Iterator[tuple[Path, Path]]:
    """Where the book is, and where the disks are laid out."""
    in_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=in_memory) as name:
        both = Path(name).resolve() / "disk", Path(name).resolve() / "found"
        for place in both:
            place.mkdir()
        yield both


@pytest.fixture
def scene(places: tuple[Path, Path], request: pytest.FixtureRequest) -> Scene:
    """A small book, or what the test gives as its parameter."""
    assert LIBRARY is not None
    if getattr(request, "param", None) is None:
        with Book.create(places[0] / "b.csdesk", who="w", clock=clock, base=5) as book:
            account(book, "first")
        content = dump_of(places[0] / "b.csdesk")
    elif request.param:
        shutil.copyfile(request.param, places[0] / "b.csdesk")
        content = len(EARLIER)
    else:
        content = ""
    made = Scene(*places, Recorder(LIBRARY, places[0]))
    made.states.append(content)
    return made


def clock() -> datetime:
    return datetime(2025, 4, 1, tzinfo=UTC)


def opened(path: Path) -> Book:
    return Book.open(path, who="w", clock=clock)


def account(book: Book, name: str, contracts: int = 3) -> int:
    with book.step(StepName.ADD_ACCOUNT, name) as step:
        row = step.insert(Kind.ACCOUNT, {"name": name, "notes": name * 900})
        lines = [{"account_id": row, "amount": number, "starts_on": date(2024, 1, 1)} for number in range(contracts)]
        step.insert_many(Kind.CONTRACT, lines)
    return row


def dump_of(path: Path) -> str:
    with opened(path) as book:
        damages = check(book)
        assert damages == ()
        return dump(book)


def look_at_book(place: Path) -> str:
    return dump_of(place / "b.csdesk")


@pytest.fixture
def count(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> Callable[[Cuts], Cuts]:
    def counted(cuts: Cuts) -> Cuts:
        record_property("counts", f"{'power: ' + request.node.name.removeprefix('test_'):48} {cuts}")
        return cuts

    return counted


def steps_of_every_kind(scene: Scene) -> None:
    with scene.recorder.listening(), scene.open() as book:

        def do(act: Act) -> None:
            act()
            scene.acknowledged(dump(book))

        do(lambda: account(book, "second"))
        do(lambda: account(book, "third", contracts=200))
        do(book.undo)
        do(book.redo)
        do(lambda: book.take_back(2))
        do(lambda: account(book, "fourth"))


def test_steps(scene: Scene, count: Callable[[Cuts], Cuts]) -> None:
    steps_of_every_kind(scene)
    assert count(scene.cut(look_at_book, 0.4)).lost == []


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL", "FULL"])
def test_less_syncing_would_lose_what_was_acknowledged(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, synchronous: str
) -> None:
    """That the disk simulated here can lose anything at all; with FULL only the name of the journal comes back."""
    monkeypatch.setattr(store, "_PRAGMAS_FOR_WRITING", ("journal_mode = DELETE", f"synchronous = {synchronous}"))
    steps_of_every_kind(scene)
    monkeypatch.undo()
    assert scene.cut(look_at_book, 0.2).lost


def test_a_step_that_does_not_fit_into_memory(scene: Scene, count: Callable[[Cuts], Cuts]) -> None:
    """Pages of it are written, and its journal synced, long before it ends."""
    with scene.recorder.listening(), scene.open() as book:
        book.driver.execute("PRAGMA cache_size = 5")
        account(book, "large", contracts=900)
        scene.acknowledged(dump(book))
    assert sum(event.deed == "sync" for event in scene.recorder.events) > 6
    assert count(scene.cut(look_at_book, 0.2)).lost == []


@pytest.mark.parametrize("scene", EARLIER, indirect=True, ids=lambda path: path.stem)
def test_bringing_up_to_date(scene: Scene, count: Callable[[Cuts], Cuts], tmp_path: Path) -> None:
    earlier = scene.path.read_bytes()
    (tmp_path / "v.csdesk").write_bytes(earlier)
    content = dump_of(tmp_path / "v.csdesk")

    def version(path: Path) -> int:
        with closing(sqlite3.connect(path)) as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])

    def look(place: Path) -> int:
        found = version(place / "b.csdesk")
        if found == len(MIGRATIONS):
            (kept,) = folder(place / "b.csdesk").glob("*.csdesk")
            assert (version(kept), dump_of(kept)) == (before, content)
        assert look_at_book(place) == content
        return found

    before = version(scene.path)
    scene.states = [before, len(MIGRATIONS)]
    with scene.recorder.listening():
        scene.open().close()
        scene.recorder.acknowledged()
    assert count(scene.cut(look, 0.1)).lost == []


def look_at_backups(place: Path) -> int:
    """How many there are, every one whole."""
    path = place / "b.csdesk"
    there = list(folder(path).glob("[!.]*")) if folder(path).exists() else []
    assert {dump_of(one) for one in there} <= {dump_of(path)}
    assert len(backups(path)) == len(there)
    return len(there)


def two_backups(scene: Scene) -> None:
    scene.states = [0]
    with scene.recorder.listening(), scene.open() as book:
        for number in (1, 2):
            backup(book)
            scene.acknowledged(number)


def test_backups(scene: Scene, count: Callable[[Cuts], Cuts]) -> None:
    two_backups(scene)
    assert count(scene.cut(look_at_backups, 0.1)).lost == []


def test_a_backup_that_is_not_synced_would_be_found_half(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "_sync", lambda _path: None)
    two_backups(scene)
    monkeypatch.undo()
    assert scene.cut(look_at_backups, 0.1).lost


def test_restoring(scene: Scene, count: Callable[[Cuts], Cuts]) -> None:
    with scene.open() as book:
        made = backup(book)
        account(book, "a mistake")
    first, mistaken = scene.states[0], dump_of(scene.path)
    assert LIBRARY is not None
    scene.recorder = Recorder(LIBRARY, scene.folder)
    scene.states = [mistaken]
    with scene.recorder.listening():
        restore(scene.path, made)
        scene.acknowledged(first)

    def look(place: Path) -> str:
        content = look_at_book(place)
        there = {dump_of(one) for one in folder(place / "b.csdesk").glob("[!.]*")}
        assert {first} <= there <= {first, mistaken}
        assert content == mistaken or mistaken in there, "the book that was replaced is kept"
        return content

    assert count(scene.cut(look, 0.1)).lost == []


@pytest.mark.parametrize("scene", [""], indirect=True)
def test_making_a_book(scene: Scene, count: Callable[[Cuts], Cuts]) -> None:
    with (
        scene.recorder.listening(),
        Book.make(scene.path, lambda book: account(book, "first"), who="w", clock=clock) as book,
    ):
        scene.acknowledged(dump(book))

    def look(place: Path) -> str:
        return look_at_book(place) if (place / "b.csdesk").exists() else ""

    assert count(scene.cut(look, 0.1)).lost == []


def test_a_file_going_out(scene: Scene, count: Callable[[Cuts], Cuts]) -> None:
    older, newer = b"older" * 5000, b"newer" * 9000
    report = scene.folder / "board.xlsx"
    report.write_bytes(older)
    assert LIBRARY is not None
    scene.recorder = Recorder(LIBRARY, scene.folder)
    scene.states = [older]
    with scene.recorder.listening():
        with delivered(report) as handle:
            handle.write(newer)
        scene.acknowledged(newer)
    assert count(scene.cut(lambda place: (place / "board.xlsx").read_bytes(), 0.05)).lost == []
