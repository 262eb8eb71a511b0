"""A spreadsheet imported and committed, beside the bare minimum: a fast reader and the driver's executemany.

    python -m benchmarks.importing

Ours reads in a capped process of its own, finds the table, matches and cleans every value, plans against the book,
writes accounts, products and contract lines with the place of each, and logs every change. The bare minimum reads the
cells and puts them as they are into one table, the same again with a change log that a trigger writes; all commit to a
file with the same journal and syncing. As in the program, Python does not look for garbage meanwhile. Memory is the
most a process of its own held, beside one that only opened an empty book.
"""

import csv
import gc
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks.books import AS_OF, RENEWALS, empty_book
from benchmarks.timing import alternate, seconds, tell
from csdesk.usecases import importing
from csdesk.usecases.settings import book_settings

T = TypeVar("T")
ROUNDS = 5
ROWS, ACCOUNTS = 100_000, 10_000
HEADINGS = (
    *("Contract ID", "Account ID", "Account", "Tier", "Industry", "Region", "Product", "Billing months", "MRR"),
    *("Start date", "End date", "Note"),
)


def write_workbook(path: Path) -> None:
    """100,000 contract lines of 10,000 accounts in twelve columns."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Contracts")
        dates = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, HEADINGS)
        for row in range(ROWS):
            account, term = row % ACCOUNTS, row // ACCOUNTS
            start = date(2015, 1, 1) + timedelta(days=365 * term + account % 28)
            words = (row + 1, account + 1, f"Account {account + 1}", ("SMB", "Enterprise")[account % 2])
            sheet.write_row(row + 1, 0, (*words, "Education", "Aichi", "Base", 12, 10_000 + 100 * (row % 90)))
            sheet.write_datetime(row + 1, 9, datetime.combine(start, datetime.min.time()), dates)
            end = start + timedelta(days=365)
            sheet.write_datetime(row + 1, 10, datetime.combine(end, datetime.min.time()), dates)
            sheet.write_string(row + 1, 11, f"line {row + 1}")


def bare(path: Path, read: Callable[[Path], Sequence[Sequence[object]]], *, logged: bool = False) -> None:
    """Cells as they are into one table."""
    headings, *rows = read(path)
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"CREATE TABLE line ({', '.join(f'c{n}' for n in range(len(headings)))})")
        if logged:
            cells = ", ".join(f"'c{n}', NEW.c{n}" for n in range(len(headings)))
            connection.execute("CREATE TABLE change (step INTEGER, line INTEGER, after TEXT)")
            connection.execute(
                "CREATE TRIGGER log AFTER INSERT ON line BEGIN "
                f"INSERT INTO change VALUES (1, NEW.rowid, json_object({cells})); END"
            )
        connection.executemany(f"INSERT INTO line VALUES ({', '.join('?' * len(headings))})", map(storable, rows))
        connection.execute("COMMIT")
        connection.close()


def storable(row: Iterable[object]) -> list[object]:
    """Dates as text, for the driver takes none."""
    return [value.isoformat() if isinstance(value, date) else value for value in row]


def read_csv(path: Path) -> list[list[str]]:
    """Every row of a text file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def read_xlsx(path: Path) -> list[list[object]]:
    """Every row of a workbook's first sheet."""
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()  # type: ignore[return-value]


STAGES = ("  reading", "  matching", "  comparing", "  applying")


def stages(path: Path) -> dict[str, float]:
    """Seconds of each stage from file to committed book, the making of the empty book not counted."""
    taken = []

    def timed(run: Callable[[], T]) -> T:
        started = time.perf_counter()
        made = run()
        taken.append(time.perf_counter() - started)
        return made

    with TemporaryDirectory() as folder, empty_book(Path(folder)) as book:
        settings = book_settings(book)
        found = timed(lambda: importing.read_files([path], importing.silent))
        matched = timed(lambda: importing.match_tables(found, importing.remembered(book, found), settings))
        plan = timed(lambda: importing.plan_import(book, matched, AS_OF))
        timed(lambda: importing.apply_plan(book, plan))
    return dict(zip(STAGES, taken, strict=True))


class Staged:
    """One import a round, whose stages are told as runs of their own."""

    def __init__(self, path: Path) -> None:
        self._path, self._last = path, dict[str, float]()

    def whole(self) -> float:
        self._last = stages(self._path)
        return sum(self._last.values())

    def runs(self) -> dict[str, Callable[[], float]]:
        return {"csdesk": self.whole, **{stage: partial(self._stage, stage) for stage in STAGES}}

    def _stage(self, stage: str) -> float:
        return self._last[stage]


def most_memory(path: Path | None) -> int:
    """Megabytes that a process of its own held at most, as Linux tells it."""
    command = [sys.executable, "-m", "benchmarks.importing", str(path or "")]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def tell_memory(path: str) -> None:
    """What `most_memory` asks of its process."""
    if path:
        stages(Path(path))
    else:
        with TemporaryDirectory() as folder, empty_book(Path(folder)) as book:
            book_settings(book)
    told = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(told.partition("VmHWM:")[2].split()[0]) // 1024)


def main() -> None:
    """Both kinds of file, both ways."""
    with TemporaryDirectory() as folder:
        workbook = Path(folder) / "contracts.xlsx"
        write_workbook(workbook)
        for title, path, read in (
            (f"{RENEWALS.name}, 14,322 x 11", RENEWALS, read_csv),
            (f"{workbook.name}, {ROWS:,} x {len(HEADINGS)}", workbook, read_xlsx),
        ):
            print(title)
            runs = {
                "reader and driver alone": partial(seconds, partial(bare, path, read)),
                "reader, driver and change log": partial(seconds, partial(bare, path, read, logged=True)),
                **Staged(path).runs(),
            }
            tell(alternate(runs, ROUNDS), "reader and driver alone")
            print(f"memory: {most_memory(path)} MB at most, {most_memory(None)} MB without an import")


if __name__ == "__main__":
    gc.disable()
    if len(sys.argv) > 1:
        tell_memory(sys.argv[1])
    else:
        main()
