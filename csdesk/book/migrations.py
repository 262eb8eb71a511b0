"""How a file's schema comes to be: an ordered list of frozen steps, all of them and the version in one transaction."""

import sqlite3
from functools import cache
from pathlib import Path
from typing import TypeAlias

from csdesk.book import schema_1, schema_2, schema_3, schema_4, schema_5, schema_6, schema_7, schema_8, schema_9, tally
from csdesk.book.errors import BookAltered, translated
from csdesk.book.header import APPLICATION_ID
from csdesk.book.store import Store

Migrations: TypeAlias = tuple[tuple[str, ...], ...]
Schema: TypeAlias = frozenset[tuple[str, str, str | None]]
"""Type, name and SQL text of everything a file holds, as SQLite keeps them."""

MIGRATIONS: Migrations = (
    schema_1.STATEMENTS,
    schema_2.STATEMENTS,
    schema_3.STATEMENTS,
    schema_4.STATEMENTS,
    schema_5.STATEMENTS,
    schema_6.STATEMENTS,
    schema_7.STATEMENTS,
    schema_8.STATEMENTS,
    schema_9.STATEMENTS,
)
"""The version of a book is the number of these it has been through. Released steps never change.

A step that adds a column which is never NULL puts its default into the log's JSON as well.
"""


def migrate(store: Store, migrations: Migrations) -> None:
    """Bring a file to the newest version. Rows are counted anew: digests are over all columns of a table."""
    # No effect inside a transaction; a step that rebuilds a table must not set off cascades.
    store.driver.execute("PRAGMA foreign_keys = OFF")
    with store.writing() as connection:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()  # another process may have been first
        for statements in migrations[version:]:
            for statement in statements:
                connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {len(migrations)}")
        tally.rewrite(connection)
    store.driver.execute("PRAGMA foreign_keys = ON")


def refuse_altered(driver: sqlite3.Connection, path: Path, migrations: Migrations) -> None:
    """Raise BookAltered for a file that holds anything but what the steps of its version make: what another program
    put there could do anything at the first change, or never end."""
    with translated(path):
        version = driver.execute("PRAGMA user_version").fetchone()[0]
        try:
            as_made = version <= len(migrations) and schema(driver) == expected_schema(migrations[:version])
        except sqlite3.DataError:  # of a size beyond the limit
            as_made = False
    if not as_made:
        raise BookAltered(path)


def schema(driver: sqlite3.Connection) -> Schema:
    """What a file holds."""
    return frozenset(driver.execute("SELECT type, name, sql FROM sqlite_schema"))


@cache
def expected_schema(migrations: Migrations) -> Schema:
    """What a file must hold that has been through all steps, and nothing besides."""
    driver = sqlite3.connect(":memory:")
    for statements in migrations:
        for statement in statements:
            driver.execute(statement)
    found = schema(driver)
    driver.close()
    return found
