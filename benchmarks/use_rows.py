"""A list of use imported and committed, beside DuckDB's reader and the driver's executemany of its raw rows.

    python -m benchmarks.use_rows [ROWS]

Ours reads the text, finds people and measures, cleans and checks every cell, sums events of a day, compares with the
book and writes rows that one entry of the log can take back for every two thousand. The bare minimum puts the cells as
they are into one table. A second import of the same file must change nothing. Each runs in a process of its own, which
tells its seconds, its processor's seconds and the most memory it held.
"""

import csv
import gc
import random
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from benchmarks.books import AS_OF, empty_book
from csdesk.usecases import importing
from csdesk.usecases.settings import book_settings

ROWS = 1_000_000
ACCOUNTS, USERS, DAYS = 2_000, 10, 180
EVENTS = (
    "Logged in",
    "Report created",
    "Dashboard viewed",
    "Lead created",
    "Exported",
    "Commented",
    "Uploaded",
    "Called",
)


def write_list(path: Path, rows: int, *, amounts: bool, daily: bool) -> None:
    """Use of 20,000 people in 2,000 accounts: events with their time, or figures of days."""
    chance, start = random.Random(7), datetime(2024, 6, 1, tzinfo=UTC)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("Account", "User email", "Date" if daily else "Timestamp", "Event", *(("Amount",) * amounts)))
        for row in range(rows):
            account, user = chance.randrange(ACCOUNTS) + 1, chance.randrange(USERS) + 1
            at = start + timedelta(seconds=chance.randrange(DAYS * 86_400))
            event = EVENTS[row % len(EVENTS)]
            told = f"{at:%Y-%m-%d}" if daily else f"{at:%Y-%m-%d %H:%M:%S}"
            amount = (chance.randrange(1, 20),) if amounts else ()
            out.writerow((f"Account {account}", f"user{user}@account{account}.example", told, event, *amount))


def ours(path: Path) -> None:
    """From file to committed book, twice."""
    with TemporaryDirectory() as folder, empty_book(Path(folder)) as book:
        for turn in ("", " again"):
            started = time.perf_counter()
            settings = book_settings(book)
            found = importing.read_files([path], importing.silent)
            read = time.perf_counter()
            matched = importing.match_tables(found, importing.remembered(book, found), settings)
            known = time.perf_counter()
            plan = importing.plan_import(book, matched, AS_OF)
            planned = time.perf_counter()
            importing.apply_plan(book, plan)
            applied = time.perf_counter()
            verdicts = {verdict: plan.tables[0].count(verdict) for verdict in importing.Verdict}
            stages = zip((read, known, planned, applied), (started, read, known, planned), strict=True)
            said = ", ".join(f"{after - before:.1f}" for after, before in stages)
            told = ", ".join(f"{count:,} {verdict}" for verdict, count in verdicts.items() if count)
            print(f"csdesk{turn:<7} {applied - started:>6.1f} s (read, match, compare, apply: {said}); {told}")
            del found, matched, plan


def bare(path: Path) -> None:
    """Every cell as it is into one table."""
    started = time.perf_counter()
    rows = duckdb.read_csv(str(path)).fetchall()
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"CREATE TABLE use ({', '.join(f'c{n}' for n in range(len(rows[0])))})")
        plain = (tuple(str(cell) if isinstance(cell, datetime) else cell for cell in row) for row in rows)
        connection.executemany(f"INSERT INTO use VALUES ({', '.join('?' * len(rows[0]))})", plain)
        connection.execute("COMMIT")
        connection.close()
    print(f"DuckDB and driver {time.perf_counter() - started:>6.1f} s")


_WAYS: dict[str, Callable[[Path], None]] = {"ours": ours, "bare": bare}


def main() -> None:
    """Three kinds of list, both ways."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with TemporaryDirectory() as folder:
        for title, amounts, daily in (("events", True, False), ("no amount", False, False), ("days", True, True)):
            path = Path(folder) / "use.csv"
            write_list(path, rows, amounts=amounts, daily=daily)
            print(f"{rows:,} rows of use, {title}: {path.stat().st_size / 2**20:.0f} MB", flush=True)
            for way in _WAYS:
                subprocess.run([sys.executable, "-m", "benchmarks.use_rows", way, str(path)], check=True)


def tell(way: str, path: str) -> None:
    """One way in a process of its own."""
    gc.disable()
    _WAYS[way](Path(path))
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        f"    processor {used.ru_utime + used.ru_stime:.1f} s, memory {used.ru_maxrss // 1024:,} MB at most", flush=True
    )


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in _WAYS:
        tell(*sys.argv[1:3])
    else:
        main()
