"""A book that someone made to do harm is opened safely or refused in plain words, in bounded time and memory."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from csdesk.book import errors
from csdesk.book.backup import restore
from csdesk.book.backup_list import backups, folder
from csdesk.book.file import Book
from csdesk.usecases.books import open_book
from tests.hostile_books.going_through import go_through
from tests.hostile_books.making import clock, sound_book
from tests.hostile_books.spoiling import DEEP
from tests.thorough import each, rarely

MEGABYTES = 500
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
RELEASED = Path(__file__).parents[1] / "data" / "books" / "v1.csdesk"
CHILD = """
import sys
from csdesk import cli
status = [cli.run([word, sys.argv[1]]) for word in ("metrics", "history", "check")]
# Not getrusage, which begins with what the parent process had.
most = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(max(status), int(most) // 1024, file=sys.stderr)
"""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sound_book(tmp_path_factory.mktemp("sound") / "sound.csdesk")


@pytest.fixture
def book(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / "b.csdesk"))


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as opened:
        for statement in statements:
            opened.execute(statement)
        opened.commit()


def schema_text(kind: str, name: str, text: str) -> tuple[str, ...]:
    return (
        "PRAGMA writable_schema = ON",
        f"INSERT INTO sqlite_schema VALUES ('{kind}', '{name}', '{name}', 0, '{text.replace(chr(39), chr(39) * 2)}')",
    )


ALTERED: dict[str, tuple[str, ...]] = {
    "a view without end": (f"CREATE VIEW v AS {ENDLESS}",),
    "a table that is a view": ("ALTER TABLE tally RENAME TO t2", f"CREATE VIEW tally(kind, rows, digest) AS {ENDLESS}"),
    "a trigger": ("CREATE TRIGGER t AFTER UPDATE ON account BEGIN DELETE FROM account; END",),
    "a generated column": ("ALTER TABLE account ADD COLUMN more TEXT AS (hex(zeroblob(900000000)))",),
    "an index that reckons": ("CREATE INDEX i ON account (length(replace(hex(name), '0', name)))",),
    "a table for searching": ("CREATE VIRTUAL TABLE f USING fts5(x)",),
    "a table besides": ("CREATE TABLE more (x)",),
    "a column besides": ("ALTER TABLE account ADD COLUMN more TEXT",),
    "a guard less": ("DROP TABLE marker", "CREATE TABLE marker (id INTEGER PRIMARY KEY, on_date, kind, title)"),
}
UNREADABLE: dict[str, tuple[str, ...]] = {
    "a hundred thousand columns": schema_text(
        "table", "wide", f"CREATE TABLE wide ({','.join(f'c{n}' for n in range(100_000))})"
    ),
    "a schema that is no SQL": schema_text("table", "odd", "CREATE TABLE odd (((("),
    "a setting without end": (f"UPDATE setting SET value = '{DEEP}'",),
    "a setting of another kind": ("UPDATE setting SET value = '{}' WHERE key = 'currency'",),
    "a setting that is no JSON": ("UPDATE setting SET value = 'x'",),
}


@pytest.mark.parametrize("name", [*ALTERED, *UNREADABLE])
@pytest.mark.parametrize("read_only", [False, True])
def test_what_others_added_is_refused_and_left(book: Path, name: str, *, read_only: bool) -> None:
    try:
        sql(book, *(ALTERED.get(name) or UNREADABLE[name]))
    except sqlite3.OperationalError as missing:
        pytest.skip(str(missing))
    before = book.read_bytes()
    with pytest.raises(errors.BookDamaged) as refused:
        open_book(book, who="tester", clock=clock, read_only=read_only)
    assert name not in ALTERED or isinstance(refused.value, errors.BookAltered)
    assert book.read_bytes() == before
    assert [found.name for found in book.parent.iterdir()] == [book.name]


@pytest.mark.parametrize("name", ["a view without end", "a table that is a view", "a trigger"])
def test_an_earlier_version_is_looked_at_before_it_is_brought_up_to_date(tmp_path: Path, name: str) -> None:
    old = Path(shutil.copy(RELEASED, tmp_path / "old.csdesk"))
    old.chmod(0o600)
    sql(old, *ALTERED[name])
    before = old.read_bytes()
    for opening in (Book.open, Book.open_copy):
        with pytest.raises(errors.BookAltered):
            opening(old, who="tester", clock=clock)
    assert old.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == [old.name]


def test_a_folder_of_crafted_backups_is_listed_and_nothing_of_it_is_put_back(book: Path, tmp_path: Path) -> None:
    there = folder(book)
    there.mkdir()
    names = [
        "2024-01-01T000000Z",
        "2024-01-02T000000Z",
        "2024-99-99T999999Z",
        "٢٠٢٤-01-01T000000Z",
        "2024-01-03T000000Z\n",
    ]
    for name in names:
        shutil.copy(book, there / f"{name}.csdesk")
    (there / "2024-01-04T000000Z.csdesk").mkdir()
    (there / "2024-01-05T000000Z.csdesk").symlink_to(tmp_path / "nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(there / "2024-01-06T000000Z.csdesk")
    crafted = there / "2024-01-02T000000Z.csdesk"
    sql(crafted, *ALTERED["a table that is a view"])
    assert [one.path.name for one in backups(book) if one.trouble is None] == ["2024-01-01T000000Z.csdesk"]
    before = book.read_bytes()
    with pytest.raises(errors.BookAltered):
        restore(book, crafted)
    assert book.read_bytes() == before


JOURNAL = bytes.fromhex("d9d505f920a163d7")


def names_another(book: Path) -> None:
    """A journal as SQLite writes it for several files at once: it would delete the file that is named at its end."""
    victim = book.parent / "victim.txt"
    victim.write_text("kept", encoding="utf-8")
    name = str(victim).encode()
    total = sum(byte if byte < 128 else byte - 256 for byte in name) & 0xFFFFFFFF
    head = JOURNAL + bytes(4) + bytes(4) + (1).to_bytes(4, "big") + (512).to_bytes(4, "big") + (4096).to_bytes(4, "big")
    end = (0xFFFFFFFF).to_bytes(4, "big") + name + len(name).to_bytes(4, "big") + total.to_bytes(4, "big") + JOURNAL
    (book.parent / f"{book.name}-journal").write_bytes(head.ljust(512, b"\0") + end)


def is_a_pipe(book: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("pipes are a thing of POSIX systems")
    os.mkfifo(book.parent / f"{book.name}-journal")


def is_a_link(book: Path) -> None:
    (book.parent / f"{book.name}-wal").symlink_to("/dev/zero")


def is_a_folder(book: Path) -> None:
    (book.parent / f"{book.name}-shm").mkdir()


@pytest.mark.parametrize("spoil", [names_another, is_a_pipe, is_a_link, is_a_folder])
@pytest.mark.parametrize("read_only", [False, True])
def test_what_stands_beside_a_book_is_looked_at_first(
    book: Path, spoil: Callable[[Path], None], *, read_only: bool
) -> None:
    spoil(book)
    before = sorted(found.name for found in book.parent.iterdir())
    with pytest.raises(errors.BookDamaged):
        open_book(book, who="tester", clock=clock, read_only=read_only)
    assert sorted(found.name for found in book.parent.iterdir()) == before


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_no_file_is_no_book(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.csdesk"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path = Path("/dev/zero")
    with pytest.raises(errors.NotABook):
        open_book(path, who="tester", clock=clock)


FIRST = "(SELECT min(id) FROM account)"
HUGE = {
    "a text of 100 MB": f"UPDATE account SET notes = CAST(zeroblob(100000000) AS TEXT) WHERE id = {FIRST}",
    "a name of 30 MB": f"UPDATE account SET name = replace(hex(zeroblob(15000000)), '0', 'w') WHERE id = {FIRST}",
    "a log of 100 MB": "UPDATE change SET after = hex(zeroblob(50000000)) WHERE id = (SELECT max(id) FROM change)",
    "ids beyond all": "UPDATE touch SET id = -9223372036854775807 WHERE id = (SELECT min(id) FROM touch)",
    "written for others": "PRAGMA journal_mode = WAL",
    "many touches": "INSERT INTO touch (id, account_id, on_date, note) WITH RECURSIVE n(i) AS"
    " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)"
    f" SELECT i, {FIRST}, '2024-01-01', 'x' FROM n",
}


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX limits")
@pytest.mark.parametrize("name", each(HUGE, 3))
def test_what_is_huge_takes_bounded_time_and_memory(book: Path, tmp_path: Path, name: str) -> None:
    sql(book, HUGE[name])
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(book)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=90,
        check=True,
    )
    assert "Traceback" not in done.stderr
    status, megabytes = done.stderr.splitlines()[-1].split()
    assert int(status) < 4, done.stderr
    assert int(megabytes) < MEGABYTES


@pytest.mark.parametrize("seed", [0, 3, 6, 7, 12, *map(rarely, (1, 2, 4, 5, 8, 9, 10, 11, 13))])
def test_a_spoiled_book_never_ends_in_a_dump(
    seed: int, sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many more: `python -m tests.hostile_books 1000`."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    _, statuses, findings = go_through(seed, sound, tmp_path)
    assert findings == []
    assert set(statuses) <= {0, 1, 2, 3}
