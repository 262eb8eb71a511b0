"""Schemas of every age become the schema of today."""

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from csdesk.book import file, migrations
from csdesk.book.backup_list import backups, folder
from csdesk.book.check import check
from csdesk.book.columns import layout
from csdesk.book.dump import dump
from csdesk.book.errors import BookError, BookReadOnly
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, StepName
from csdesk.models.tables import metadata

RELEASED = sorted((Path(__file__).parents[1] / "data" / "books").glob("v*.csdesk"))


def _plain(sql: str) -> str:
    """Without the spaces that do not matter."""
    return re.sub(r"\s+", " ", re.sub(r"\s*([(),])\s*", r"\1", sql)).strip()


def _parts(sql: str) -> frozenset[str]:
    """A statement as its parts, in no order: a column that came later stands behind the constraints, with its own."""
    referring = r"([(,])(\w+) (\w+) REFERENCES ([^,]+?\w)(?=[,)]\Z|,|\)STRICT)"
    plain = re.sub(referring, r"\1\2 \3,FOREIGN KEY(\2)REFERENCES \4", _plain(sql))
    head, _, body = plain.partition("(")
    parts, depth = [""], 0
    for letter in body:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    last, _, options = parts[-1].rpartition(")")
    return frozenset({head, *(part.strip() for part in parts[:-1]), last.strip(), f") {options.strip()}"})


def _wanted() -> set[frozenset[str]]:
    dialect = sqlite.dialect()
    tables = metadata.sorted_tables
    made = [*map(CreateTable, tables), *(CreateIndex(index) for table in tables for index in table.indexes)]
    return {_parts(str(each.compile(dialect=dialect))) for each in made}


def test_a_new_file_holds_exactly_the_tables_that_the_code_knows(book: Book) -> None:
    assert {_parts(sql) for _, _, sql in migrations.schema(book.driver) if sql} == _wanted()


def test_every_kind_has_its_table_and_few_enough_columns() -> None:
    assert {*Kind} == set(metadata.tables) - {"step", "change", "tally"}
    for kind in Kind:
        assert 2 * len(layout(kind).names) < 127, "json_object takes no more arguments"


def test_there_is_a_book_of_every_version() -> None:
    assert [path.stem for path in RELEASED] == [f"v{number + 1}" for number in range(len(migrations.MIGRATIONS))]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_book_of_every_version_opens_and_equals_a_fresh_one(
    released: Path, path: Path, clock: Any, tmp_path: Path
) -> None:
    path.write_bytes(released.read_bytes())
    with Book.open(path, who="w", clock=clock) as old, Book.create(tmp_path / "x", who="w", clock=clock) as fresh:
        assert migrations.schema(old.driver) == migrations.schema(fresh.driver)
        assert old.driver.execute("PRAGMA user_version").fetchone() == (len(migrations.MIGRATIONS),)
        assert check(old) == ()
        assert [row["name"] for row in rows(old, Kind.ACCOUNT)] == ["見本商事", "Sample Ltd"]
        assert old.undo() is not None
        assert rows(old, Kind.ACCOUNT) == []
        assert old.redo() is not None


@pytest.fixture
def before(filled: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """The content of a book, before it is met by a later csdesk, whose touches have a place."""
    content = dump(filled.book)
    filled.book.close()
    later = (*migrations.MIGRATIONS, ("ALTER TABLE touch ADD COLUMN place TEXT", "CREATE INDEX i ON touch (place)"))
    monkeypatch.setattr(file, "MIGRATIONS", later)
    return content


def test_an_older_book_is_backed_up_and_brought_up_to_date(before: str, path: Path, clock: Any) -> None:
    with Book.open(path, who="w", clock=clock) as book:
        assert book.driver.execute("PRAGMA user_version").fetchone() == (len(migrations.MIGRATIONS) + 1,)
        assert dump(book) == before
        assert book.driver.execute("SELECT place FROM touch").fetchall() == [(None,)]
        assert check(book) == ()
        assert book.undo() is not None
        assert book.redo() is not None
        assert dump(book) == before
    (saved,) = backups(path)
    connection = sqlite3.connect(saved.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations.MIGRATIONS),)
    connection.close()


def test_a_migration_that_fails_leaves_the_book_as_it_was(
    filled: Any, path: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.book.close()
    before = path.read_bytes()
    broken = (*migrations.MIGRATIONS, ("ALTER TABLE touch ADD COLUMN place TEXT", "DROP TABLE no_such_table"))
    monkeypatch.setattr(file, "MIGRATIONS", broken)
    with pytest.raises(BookError):
        Book.open(path, who="w", clock=clock)
    assert path.read_bytes() == before
    assert len(backups(path)) == 1


@pytest.mark.usefixtures("before")
def test_an_older_book_is_not_brought_up_to_date_for_reading_only(path: Path, clock: Any) -> None:
    content = path.read_bytes()
    with pytest.raises(BookReadOnly):
        Book.open(path, who="w", clock=clock, read_only=True)
    assert path.read_bytes() == content
    assert not folder(path).exists()


def test_a_rebuilt_table_sets_off_no_cascades(
    filled: Any, path: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dropping the old form of a table must not take with it what refers to its rows."""
    with filled.book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "third"})
    before = dump(filled.book)
    filled.book.close()
    (sql,) = (_plain(s) for s in migrations.MIGRATIONS[0] if "CREATE TABLE account " in s)
    rebuild = (
        sql.replace("CREATE TABLE account", "CREATE TABLE rebuilt"),
        "ALTER TABLE rebuilt ADD COLUMN referred_by TEXT",
        "INSERT INTO rebuilt SELECT * FROM account",
        "DROP TABLE account",
        "ALTER TABLE rebuilt RENAME TO account",
        *(s for s in migrations.MIGRATIONS[0] if "ON account (" in s),
    )
    monkeypatch.setattr(file, "MIGRATIONS", (*migrations.MIGRATIONS, rebuild))
    with Book.open(path, who="w", clock=clock) as book:
        assert dump(book) == before
        assert check(book) == ()
