"""A list of use imported and committed, beside DuckDB's reader and the driver's executemany of its raw rows.

    python -m benchmarks.use_rows [ROWS [SHAPE ...]]

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
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import xlsxwriter

from benchmarks.books import AS_OF, empty_book
from csdesk.usecases import importing
from csdesk.usecases.settings import book_settings

ROWS = 1_000_000
WORKBOOK, WORKBOOK_ROWS = "workbook", 500_000
"""Of more rows a sheet would be larger than a workbook's part may be."""
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


Row = Sequence[str | int]


class Users:
    """20,000 people in 2,000 accounts, and moments of half a year; the same ones each time."""

    def __init__(self) -> None:
        self.chance = random.Random(7)

    def one(self) -> tuple[str, str]:
        """An account and a person in it."""
        account, user = self.chance.randrange(ACCOUNTS) + 1, self.chance.randrange(USERS) + 1
        return f"Account {account}", f"user{user}@account{account}.example"

    def moment(self) -> datetime:
        """Any."""
        return datetime(2024, 6, 1, tzinfo=UTC) + timedelta(seconds=self.chance.randrange(DAYS * 86_400))

    def count(self, most: int = 20) -> int:
        """How often."""
        return self.chance.randrange(1, most)


def _events(rows: int) -> Iterator[Row]:
    users = Users()
    yield "Account", "User email", "Timestamp", "Event", "Amount"
    for row in range(rows):
        yield *users.one(), f"{users.moment():%Y-%m-%d %H:%M:%S}", EVENTS[row % len(EVENTS)], users.count()


def _no_amount(rows: int) -> Iterator[Row]:
    return (row[:4] for row in _events(rows))


def _days(rows: int) -> Iterator[Row]:
    users = Users()
    yield "Account", "User email", "Date", "Event", "Amount"
    for row in range(rows):
        yield *users.one(), f"{users.moment():%Y-%m-%d}", EVENTS[row % len(EVENTS)], users.count()


def _zones(rows: int) -> Iterator[Row]:
    users = Users()
    yield "Account", "User email", "Timestamp", "Event"
    for row in range(rows):
        yield *users.one(), f"{users.moment():%Y-%m-%dT%H:%M:%S}+09:00", EVENTS[row % len(EVENTS)]


def _own_columns(rows: int) -> Iterator[Row]:
    found = _events(rows)
    yield *next(found), "Browser", "City"
    for nth, row in enumerate(found):
        yield *row, ("Chrome", "Safari", "Firefox")[nth % 3], ("Tokyo", "Berlin", "Porto", "Lima")[nth % 4]


def _measures(rows: int) -> Iterator[Row]:
    users = Users()
    yield "Account", "User email", "Date", "Logins", "Reports created", "Widgets spun"
    for _ in range(rows):
        yield *users.one(), f"{users.moment():%Y-%m-%d}", *(users.count() for _ in range(3))


def _across(rows: int, headings: Sequence[str]) -> Iterator[Row]:
    """A row for each person, as many as make so many figures."""
    users = Users()
    yield "Account", "User email", *headings
    for person in range(rows // len(headings)):
        account = person // USERS + 1
        who = f"Account {account}", f"user{person % USERS}@account{account}.example"
        yield *who, *(users.count(40) for _ in headings)


def _months(rows: int) -> Iterator[Row]:
    return _across(rows, [f"Logins {year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)])


def _days_across(rows: int) -> Iterator[Row]:
    return _across(rows, [f"Logins 2024-11-{day:02}" for day in range(1, 31)])


SHAPES: dict[str, Callable[[int], Iterator[Row]]] = {
    "events": _events,
    "no amount": _no_amount,
    "days": _days,
    "zones": _zones,
    "own columns": _own_columns,
    "measures": _measures,
    "months across": _months,
    "days across": _days_across,
}


def write_text(path: Path, rows: Iterable[Row]) -> None:
    """As an analytics tool exports it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def write_workbook(path: Path, rows: Iterable[Row]) -> None:
    """As a spreadsheet that somebody saved it from: moments are moments, figures figures."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for place, row in enumerate(rows):
            for across, cell in enumerate(row):
                if place and across == 2:
                    sheet.write_datetime(place, across, datetime.fromisoformat(str(cell)), day)
                else:
                    sheet.write(place, across, cell)


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
    rows = duckdb.read_csv(str(path), all_varchar=True).fetchall()  # for moments with a zone DuckDB wants pytz
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"CREATE TABLE use ({', '.join(f'c{n}' for n in range(len(rows[0])))})")
        connection.executemany(f"INSERT INTO use VALUES ({', '.join('?' * len(rows[0]))})", rows)
        connection.execute("COMMIT")
        connection.close()
    print(f"DuckDB and driver {time.perf_counter() - started:>6.1f} s")


_WAYS: dict[str, Callable[[Path], None]] = {"ours": ours, "bare": bare}


def main() -> None:
    """Every kind of list, both ways; the shapes named after the rows alone, where any are."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    named = sys.argv[2:] or [*SHAPES, WORKBOOK]
    with TemporaryDirectory() as folder:
        for shape in named:
            path = Path(folder) / ("use.xlsx" if shape == WORKBOOK else "use.csv")
            count = min(rows, WORKBOOK_ROWS) if shape == WORKBOOK else rows
            if shape == WORKBOOK:
                write_workbook(path, _events(count))
            else:
                write_text(path, SHAPES[shape](count))
            print(f"{count:,} rows of use, {shape}: {path.stat().st_size / 2**20:.0f} MB", flush=True)
            for way in ("ours",) if shape == WORKBOOK else _WAYS:
                subprocess.run([sys.executable, "-m", "benchmarks.use_rows", way, str(path)], check=True)


def tell(way: str, path: str) -> None:
    """One way in a process of its own."""
    gc.disable()
    _WAYS[way](Path(path))
    both = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    seconds = sum(used.ru_utime + used.ru_stime for used in both)
    print(f"    processor {seconds:.1f} s, memory {both[0].ru_maxrss // 1024:,} MB at most", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in _WAYS:
        tell(*sys.argv[1:3])
    else:
        main()
