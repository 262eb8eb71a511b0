"""Ways to spoil a book, each by a seed: bytes of the file, values of its rows, its log."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

DEEP = "[" * 200_000
VALUES: tuple[object, ...] = (
    None,
    "",
    "x\x00y",
    "\u202eabc",
    "=1+1",
    "2024-02-31",
    "9999-99-99",
    "NaN",
    "[]",
    "{}",
    "null",
    '{"id": -1}',
    '{"rows": 1e400}',
    DEEP,
    "w" * 1_000_000,
    -1,
    0,
    2**62,
    2**63 - 1,
    -(2**63),
    0.5,
    1e308,
)


def bytes_flipped(path: Path, rng: Random) -> str:
    content = bytearray(path.read_bytes())
    for _ in range(rng.choice((1, 4, 40, 400))):
        content[rng.randrange(100, len(content))] = rng.randrange(256)
    path.write_bytes(content)
    return "bytes flipped"


def header_changed(path: Path, rng: Random) -> str:
    content = bytearray(path.read_bytes())
    at = rng.choice([place for place in range(16, 100) if not 68 <= place < 72])
    content[at] = rng.randrange(256)
    path.write_bytes(content)
    return f"byte {at} of the header"


def page_moved(path: Path, rng: Random) -> str:
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    one, other = rng.randrange(1, pages), rng.randrange(pages)
    content[one * 4096 : one * 4096 + 4096] = content[other * 4096 : other * 4096 + 4096]
    path.write_bytes(content)
    return f"page {other} again as {one}"


def cut(path: Path, rng: Random) -> str:
    content = path.read_bytes()
    path.write_bytes(content[: rng.randrange(1, len(content))])
    return "cut"


def values_changed(path: Path, rng: Random) -> str:
    """Some values of any table that its own rules let stand."""
    told = []
    with closing(sqlite3.connect(path)) as book:
        tables = [name for (name,) in book.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")]
        for _ in range(rng.choice((1, 3, 20))):
            table = rng.choice(tables)
            column = rng.choice([row[1] for row in book.execute(f'PRAGMA table_info("{table}")')])
            value = rng.choice(VALUES)
            row = rng.random()
            which = f'SELECT rowid FROM "{table}" LIMIT 1 OFFSET (SELECT CAST(count(*) * {row} AS INT) FROM "{table}")'
            told.append(f"{table}.{column} = {str(value)[:20]!r}")
            try:
                book.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ({which})', (value,))
            except sqlite3.Error:
                told.pop()
        book.commit()
    return "; ".join(told)


def log_changed(path: Path, rng: Random) -> str:
    """An entry of the last steps, which undo reads."""
    with closing(sqlite3.connect(path)) as book:
        last = [row for (row,) in book.execute("SELECT id FROM change ORDER BY id DESC LIMIT 200")]
        column = rng.choice(("before", "after", "packed", "kind", "row_id", "last_id", "account_id", "step_id"))
        value = rng.choice(VALUES)
        try:
            book.execute(f"UPDATE change SET {column} = ? WHERE id = ?", (value, rng.choice(last)))
        except sqlite3.Error:
            return ""
        book.commit()
    return f"change.{column} = {str(value)[:20]!r}"


WAYS: tuple[Callable[[Path, Random], str], ...] = (
    bytes_flipped,
    header_changed,
    page_moved,
    cut,
    values_changed,
    values_changed,
    log_changed,
)
