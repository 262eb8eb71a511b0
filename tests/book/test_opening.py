"""Making and opening: what is refused is told apart, and left as it was."""

import os
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from csdesk.book import errors
from csdesk.book.file import Book
from csdesk.book.header import journal
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.wording.book import TROUBLES, trouble_words

NAMES = (
    "plain.csdesk",
    "a?b=c.csdesk",
    "100%20.csdesk",
    "no#1 &;'\".csdesk",
    "顧客 台帳（２）.csdesk",
    "file:x?mode=memory",
)


@pytest.mark.parametrize("name", NAMES)
def test_any_name_will_do(tmp_path: Path, clock: Any, name: str) -> None:
    path = tmp_path / name
    with Book.create(path, who="sample", clock=clock) as book, book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "A"})
    assert [found.name for found in tmp_path.iterdir()] == [name]
    with Book.open(path, who="sample", clock=clock) as book:
        assert [row["name"] for row in rows(book, Kind.ACCOUNT)] == ["A"]


def test_only_the_owner_can_read_a_new_book(book: Book) -> None:
    if os.name != "posix":
        pytest.skip("modes are a thing of POSIX systems")
    assert stat.S_IMODE(book.path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"), ("synchronous", 3), ("foreign_keys", 1), ("busy_timeout", 5000),
        ("trusted_schema", 0), ("cell_size_check", 1),
    ],
)  # fmt: skip
def test_pragmas_hold_in_new_and_opened_books(
    book: Book, reopened: Callable[..., Book], pragma: str, value: object
) -> None:
    for opened in (book, reopened()):
        assert opened.driver.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_a_book_belongs_to_the_thread_that_opened_it(book: Book) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool, pytest.raises(errors.BookError):
        pool.submit(lambda: rows(book, Kind.ACCOUNT)).result()


def test_a_file_that_is_there_is_never_made_anew(path: Path, clock: Any) -> None:
    path.write_bytes(b"mine")
    with pytest.raises(errors.BookExists):
        Book.create(path, who="sample", clock=clock)
    assert path.read_bytes() == b"mine"


def test_a_book_that_came_while_one_was_made_stays(path: Path, clock: Any) -> None:
    with pytest.raises(errors.BookExists):
        Book.make(path, lambda _: path.write_bytes(b"mine"), who="sample", clock=clock)
    assert path.read_bytes() == b"mine"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="not everyone may make links on Windows")
def test_a_link_that_leads_nowhere_is_not_replaced(path: Path, clock: Any) -> None:
    path.symlink_to(path.parent / "a disk that is away" / path.name)
    with pytest.raises(errors.BookExists):
        Book.make(path, lambda _: None, who="sample", clock=clock)
    assert path.is_symlink()


def test_nothing_is_left_where_a_book_cannot_be_made(tmp_path: Path, clock: Any) -> None:
    with pytest.raises(errors.BookMissing):
        Book.create(tmp_path / "no such folder" / "x.csdesk", who="sample", clock=clock)
    assert not list(tmp_path.iterdir())


def test_a_book_that_cannot_be_filled_leaves_no_file(
    tmp_path: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(store: Book, _: object) -> None:
        raise errors.DiskFull(store.path)

    monkeypatch.setattr("csdesk.book.file.migrate", full)
    with pytest.raises(errors.DiskFull):
        Book.create(tmp_path / "new.csdesk", who="sample", clock=clock)
    assert not list(tmp_path.iterdir())


def _foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (x)")
    connection.close()


def _changed_by(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return change


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def _scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4000] = b"\xa5" * 3900  # the schema itself
    path.write_bytes(content)


REFUSED: dict[str, tuple[Callable[[Path], object], type[errors.BookError]]] = {
    "text": (lambda path: path.write_text("name,mrr\nA,1\n"), errors.NotABook),
    "nothing": (lambda path: path.write_bytes(b""), errors.NotABook),
    "another database": (_foreign_database, errors.NotABook),
    "too new": (_changed_by("PRAGMA user_version = 999"), errors.BookTooNew),
    "cut short": (_cut, errors.BookDamaged),
    "scribbled on": (_scribbled, errors.BookDamaged),
    "a trigger": (_changed_by("CREATE TRIGGER t AFTER INSERT ON touch BEGIN SELECT 1; END"), errors.BookAltered),
    "a view": (_changed_by("CREATE VIEW v AS SELECT 1"), errors.BookAltered),
    "a table less": (_changed_by("DROP TABLE marker"), errors.BookAltered),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_refused_is_left_as_it_was(filled: Any, path: Path, clock: Any, name: str, *, read_only: bool) -> None:
    filled.book.close()
    spoil, error = REFUSED[name]
    if error is errors.NotABook:
        path.unlink()
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(errors.BookError) as raised:
        Book.open(path, who="sample", clock=clock, read_only=read_only)
    assert type(raised.value) is error
    assert raised.value.path == path
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_missing_file_is_not_made(tmp_path: Path, clock: Any) -> None:
    with pytest.raises(errors.BookMissing):
        Book.open(tmp_path / "none.csdesk", who="sample", clock=clock)
    with pytest.raises(errors.NotABook):
        Book.open(tmp_path, who="sample", clock=clock)
    assert not list(tmp_path.iterdir())


@pytest.fixture
def without_rights(book: Book, path: Path) -> Iterator[Path]:
    """The folder of the book, as a user without any privilege meets it."""
    if os.name != "posix":
        pytest.skip("modes are a thing of POSIX systems")
    book.close()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / path.name).write_bytes(path.read_bytes())
        (folder / path.name).chmod(0o644)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        yield folder
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


def test_read_only_files_and_folders(without_rights: Path, path: Path, clock: Any) -> None:
    there = without_rights / path.name
    if os.geteuid() == there.stat().st_uid:
        without_rights.chmod(0o555)
    before = there.read_bytes()
    with pytest.raises(errors.BookReadOnly):
        Book.open(there, who="sample", clock=clock)
    with pytest.raises(errors.NoAccess):
        Book.create(without_rights / "new.csdesk", who="sample", clock=clock)
    with Book.open(there, who="sample", clock=clock, read_only=True) as book:
        assert rows(book, Kind.ACCOUNT) == []
        with pytest.raises(errors.ReadingOnly), book.step(StepName.ADD_ACCOUNT):
            raise AssertionError
    assert there.read_bytes() == before
    assert [found.name for found in without_rights.iterdir()] == [path.name]


def test_an_unreadable_file(without_rights: Path, path: Path, clock: Any) -> None:
    there = without_rights / path.name
    if os.geteuid() != there.stat().st_uid:
        os.seteuid(0)
        there.chmod(0)
        os.seteuid(65534)
    else:
        there.chmod(0)
    with pytest.raises(errors.NoAccess):
        Book.open(there, who="sample", clock=clock)


def test_a_crash_left_its_journal_which_opening_plays_back(filled: Any, path: Path, clock: Any, tmp_path: Path) -> None:
    """The files as a power cut leaves them: half of a change in the book, its undoing in the journal."""
    before = path.read_bytes()
    crashed = tmp_path / "crashed.csdesk"
    with filled.book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.account, {"name": "never"})
        filled.book.driver.execute("PRAGMA cache_size = 1")
        filled.book.driver.execute("PRAGMA cache_spill = 1")
        step.insert_many(Kind.ACCOUNT, [{"name": "x" * 1000, "notes": "y" * 1000} for _ in range(500)])
        crashed.write_bytes(path.read_bytes())
        journal(crashed).write_bytes(journal(path).read_bytes())
    assert crashed.read_bytes() != before
    with Book.open(crashed, who="sample", clock=clock) as book:
        assert {row["name"] for row in rows(book, Kind.ACCOUNT)} == {"見本商事", "Sample Ltd"}
    assert not journal(crashed).exists()


def test_a_busy_book_is_told_from_a_broken_one(book: Book, reopened: Callable[..., Book]) -> None:
    other = reopened()
    other.driver.execute("PRAGMA busy_timeout = 20")
    with book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "A"})
        with pytest.raises(errors.BookBusy), other.step(StepName.ADD_ACCOUNT):
            raise AssertionError
    assert [row["name"] for row in rows(other, Kind.ACCOUNT)] == ["A"]


def test_a_full_disk_loses_nothing_that_was_there(filled: Any, path: Path) -> None:
    book = filled.book
    pages = book.driver.execute("PRAGMA page_count").fetchone()[0]
    book.driver.execute(f"PRAGMA max_page_count = {pages}")
    before = path.read_bytes()
    with pytest.raises(errors.DiskFull), book.step(StepName.IMPORT) as step:
        step.insert_many(Kind.ACCOUNT, [{"name": "x" * 3000} for _ in range(100)])
    assert path.read_bytes() == before
    book.driver.execute("PRAGMA max_page_count = 1000000")
    with book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "room again"})
    assert len(rows(book, Kind.ACCOUNT)) == 3


def test_a_book_moved_away_while_open_is_not_written_to(book: Book, path: Path, tmp_path: Path) -> None:
    path.rename(tmp_path / "elsewhere.csdesk")
    with pytest.raises(errors.BookReplaced), book.step(StepName.ADD_ACCOUNT):
        raise AssertionError
    path.write_bytes(b"another")
    with pytest.raises(errors.BookReplaced), book.step(StepName.ADD_ACCOUNT):
        raise AssertionError
    assert path.read_bytes() == b"another"


def test_every_trouble_has_its_words(path: Path) -> None:
    assert set(TROUBLES) == set(errors.Trouble)
    every = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, errors.BookError)]
    assert {each.trouble for each in every} == set(errors.Trouble)
    for trouble in errors.Trouble:
        texts = {trouble_words(trouble, str(path), language) for language in Language}
        assert len(texts) == 2
        assert all("{" not in text for text in texts)


def test_system_errors_become_book_errors(path: Path) -> None:
    import errno

    for code, error in (
        (errno.ENOSPC, errors.DiskFull),
        (errno.EROFS, errors.BookReadOnly),
        (errno.EIO, errors.DiskFailed),
    ):
        with pytest.raises(error), errors.translated(path):
            raise OSError(code, "as the system says it")
    with pytest.raises(KeyError), errors.translated(path):
        raise KeyError
    with pytest.raises(OSError, match="mine"), errors.sql_translated(path):
        raise OSError(errno.ENOSPC, "mine")
