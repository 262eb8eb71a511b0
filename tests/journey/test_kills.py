"""A process killed in the middle of its work leaves a sound book and whole files, or none; nothing it said is lost.

`CSDESK_KILLS=1000 python start.py test tests/journey/test_kills.py` kills a thousand times over all kinds of work.
"""

import faulthandler
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from csdesk import cli
from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.read import rows
from csdesk.models.kinds import Kind

from .killed_child import EDITED
from .killing import ROUNDS, Killer, opened

TOP = Path(__file__).parents[2]
SHEET = TOP / "tests" / "data" / "metrics" / "synthetic_1k" / "input" / "contracts_periods.csv"
EARLIER = sorted((TOP / "tests" / "data" / "books").glob("v*.csdesk"))[:-1]
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork"),
    pytest.mark.timeout(60 + 20 * ROUNDS),
]


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[subprocess.Popen[str], Path]]:
    in_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # a killed process loses nothing that it wrote
    with tempfile.TemporaryDirectory(dir=in_memory) as name:
        temporary = Path(name) / "temporary"
        temporary.mkdir()
        alone = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "TMPDIR": str(temporary)}
        with subprocess.Popen(
            [sys.executable, "-m", "tests.journey.killed_child"],
            cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            env=os.environ | alone | {"PYTHONPATH": str(TOP)},
        ) as process:  # fmt: skip
            yield process, temporary
            assert process.stdin is not None
            process.stdin.close()


@pytest.fixture
def killer(
    server: tuple[subprocess.Popen[str], Path],
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Killer]:
    process, temporary = server
    place = temporary.parent
    work = request.node.name.removeprefix("test_").replace("_", " ")
    faulthandler.cancel_dump_traceback_later()  # a long run is no hang
    request.getfixturevalue("tmp_path")  # before there is another place for temporary files
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    made = Killer(process, place, temporary, random.Random(work))
    yield made
    for folder in place.iterdir():
        if folder != temporary:
            shutil.rmtree(folder)
    record_property("counts", f"{work:24} {made}")


def command(*words: object) -> None:
    assert cli.run([str(word) for word in words]) == 0


def content(path: Path) -> str:
    """What a sound book holds."""
    with opened(path) as book:
        assert check(book) == ()
        return dump(book)


def backups(book: Path) -> list[Path]:
    """The saved copies, each proved whole."""
    found = sorted(book.with_name(f"{book.name}-backups").glob("*.csdesk"))
    for one in found:
        content(one)
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with one import, of six accounts, and three touches."""
    folder = tmp_path_factory.mktemp("small")
    path = folder / "b.csdesk"
    lines = "".join(f"Sample {letter},{number},2024-01-01\n" for number, letter in enumerate("ABCDEF", 1))
    (folder / "a.csv").write_text(f"Customer,MRR,Start\n{lines}", encoding="utf-8")
    command("new", path)
    command("import", path, folder / "a.csv")
    for number in range(3):
        command("touch", path, f"Sample {'ABC'[number]}", "--note", f"first {number}", "--next", "write")
    return path


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "b.csdesk"
    command("demo", path)
    return path


def copying(book: Path) -> Callable[[Path], object]:
    return lambda folder: shutil.copyfile(book, folder / "b.csdesk")


def test_import(killer: Killer, tmp_path: Path) -> None:
    sheet = "".join(SHEET.read_text("utf-8").splitlines(keepends=True)[:600])

    def prepare(folder: Path) -> None:
        (folder / "sheet.csv").write_text(sheet, encoding="utf-8")
        command("new", folder / "b.csdesk")

    prepare(tmp_path)
    killer.run("import", tmp_path)
    held = (0, 0, 0), numbers(tmp_path / "b.csdesk")
    for turn in killer.rounds("import", prepare):
        killer.saw(turn, lambda times, turn=turn: numbers(turn.book) == held[times])
        backups(turn.book)
        killer.run("import", turn.folder)
        assert numbers(turn.book) == held[1]
        backups(turn.book)


def numbers(path: Path) -> tuple[int, ...]:
    """Accounts, contracts and sources of a sound book."""
    with opened(path) as book:
        assert check(book) == ()
        return tuple(len(rows(book, kind)) for kind in (Kind.ACCOUNT, Kind.CONTRACT, Kind.SOURCE))


def test_edits(killer: Killer, small: Path) -> None:
    before = content(small)

    def is_there(path: Path, times: int) -> bool:
        with opened(path) as book:
            notes = {row["note"] for row in rows(book, Kind.TOUCH)} - {f"first {number}" for number in range(3)}
            segments = {row["segment"] for row in rows(book, Kind.ACCOUNT)[:EDITED]}
            tasks = len(rows(book, Kind.TASK)) - 3
        even = range(0, times, 2)
        odd = {str(times - 1 - times % 2)} if times > 1 else {None}
        return (notes, tasks, segments) == ({f"n {number}" for number in even}, len(even), odd)

    for turn in killer.rounds("edits", copying(small)):
        times = killer.saw(turn, lambda times, turn=turn: is_there(turn.book, times))
        with opened(turn.book) as book:
            assert check(book) == ()
            assert all(book.undo() for _ in range(times))
        assert content(turn.book) == before
        killer.run("edits", turn.folder)


def test_undo_and_redo(killer: Killer, small: Path, tmp_path: Path) -> None:
    copying(small)(tmp_path)
    levels = [content(tmp_path / small.name)]
    with opened(tmp_path / small.name) as book:
        while book.undo():
            levels.append(dump(book))
    way = [*levels, *levels[-2:0:-1]]
    for turn in killer.rounds("undo and redo", copying(small)):
        killer.saw(turn, lambda times, turn=turn: content(turn.book) == way[times % len(way)])
        with opened(turn.book) as book:
            while book.redo():
                pass
            assert dump(book) == levels[0]


def test_taking_back(killer: Killer, small: Path, tmp_path: Path) -> None:
    copying(small)(tmp_path)
    command("undo", tmp_path / small.name, 4)
    way = content(small), content(tmp_path / small.name)
    for turn in killer.rounds("taking back", copying(small)):
        times = killer.saw(turn, lambda times, turn=turn: content(turn.book) == way[times % 2])
        command("undo", turn.book, *((4,) if times % 2 == 0 else ()))
        assert content(turn.book) == way[(times + 1) % 2]


@pytest.mark.parametrize("earlier", EARLIER, ids=lambda path: path.stem)
def test_migration(killer: Killer, earlier: Path, tmp_path: Path) -> None:
    copying(earlier)(tmp_path)
    after = content(tmp_path / "b.csdesk")

    def version(path: Path) -> int:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return int(connection.execute("PRAGMA user_version").fetchone()[0])

    ages = version(tmp_path / "b.csdesk"), version(earlier)
    for turn in killer.rounds("migration", copying(earlier)):
        times = killer.saw(turn, lambda times, turn=turn: version(turn.book) == ages[1 - times])
        assert times == 0 or backups(turn.book)
        assert content(turn.book) == after


def test_backup(killer: Killer, small: Path) -> None:
    before = content(small)
    for turn in killer.rounds("backup", copying(small)):
        there = backups(turn.book)
        killer.saw(turn, lambda times, there=there: len(there) == times)
        assert {*map(Path, turn.told)} <= {*there}
        assert {content(path) for path in (turn.book, *there)} == {before}
        command("backup", turn.book)
        assert len(backups(turn.book)) == len(there) + 1


def test_restore(killer: Killer, small: Path) -> None:
    def prepare(folder: Path) -> None:
        for name in ("b", "0", "1"):
            shutil.copyfile(small, folder / f"{name}.csdesk")
        command("undo", folder / "0.csdesk")

    kept = content(small)
    for turn in killer.rounds("restore", prepare):
        way = kept, content(turn.folder / "0.csdesk")
        times = killer.saw(turn, lambda times, turn=turn, way=way: content(turn.book) == way[times % 2])
        assert len(backups(turn.book)) in {times, times + 1}
        command("restore", turn.book, turn.folder / "0.csdesk")
        assert content(turn.book) == way[1]


@pytest.mark.parametrize("work", ["report", "export"])
def test_workbooks(killer: Killer, demo: Path, work: str) -> None:
    def prepare(folder: Path) -> None:
        copying(demo)(folder)
        (folder / "out.xlsx").write_bytes(b"older")

    def is_there(path: Path, times: int) -> bool:
        if path.read_bytes() == b"older":
            return times == 0
        with closing(openpyxl.load_workbook(path, read_only=True)) as book:
            assert book.sheetnames
        with zipfile.ZipFile(path) as parts:
            return times == 1 and parts.testzip() is None

    before = content(demo)
    for turn in killer.rounds(work, prepare):
        killer.saw(turn, lambda times, turn=turn: is_there(turn.folder / "out.xlsx", times))
        assert content(turn.book) == before
        killer.run(work, turn.folder)
        assert (turn.folder / "out.xlsx").read_bytes() != b"older"


def test_export_of_text(killer: Killer, demo: Path, tmp_path: Path) -> None:
    command("export", demo, tmp_path / "out.csv")
    whole = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    for turn in killer.rounds("export of text", copying(demo)):
        there = {path.name: path.read_bytes() for path in (turn.folder / "out").glob("[!.]*")}
        assert there.items() <= whole.items()
        killer.saw(turn, lambda times, there=there: times == (len(there) == len(whole)))
        killer.run("export of text", turn.folder)
        assert {path.name for path in (turn.folder / "out").glob("[!.]*")} == {*whole}


@pytest.mark.parametrize("work", ["new", "demo"])
def test_making(killer: Killer, work: str, tmp_path: Path) -> None:
    """The book stands there whole, or not at all."""
    killer.run(work, tmp_path)
    wanted = steps_and_numbers(tmp_path / "b.csdesk")
    for turn in killer.rounds(work, lambda _: None):
        killer.saw(turn, lambda times, turn=turn: turn.book.exists() == (times == 1))
        if not turn.book.exists():
            killer.run(work, turn.folder)
        assert steps_and_numbers(turn.book) == wanted


def steps_and_numbers(path: Path) -> tuple[int, ...]:
    with closing(sqlite3.connect(path)) as connection:
        (steps,) = connection.execute("SELECT count(*) FROM step").fetchone()
    return int(steps), *numbers(path)
