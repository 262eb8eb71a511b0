"""A spreadsheet imported and committed, beside the bare minimum: a fast reader and the driver's executemany.

    python -m benchmarks.importing

Ours reads in a capped process of its own, finds the table, matches and cleans every value, plans against the book,
writes accounts, products and contract lines with the place of each, and logs every change. The bare minimum reads the
cells and puts them as they are into one table; both commit to a file with the same journal and syncing.
"""

import csv
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks.books import RENEWALS, empty_book, take_in
from benchmarks.timing import alternate, seconds, tell

ROUNDS = 5
ROWS = 20_000
HEADINGS = (
    *("Contract ID", "Account ID", "Account", "Tier", "Industry", "Region", "Product", "Billing months", "MRR"),
    *("Start date", "End date", "Note"),
)


def write_workbook(path: Path) -> None:
    """20,000 contract lines of 2,000 accounts in twelve columns."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Contracts")
        dates = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, HEADINGS)
        for row in range(ROWS):
            account, term = row % 2_000, row // 2_000
            start = date(2015, 1, 1) + timedelta(days=365 * term + account % 28)
            words = (row + 1, account + 1, f"Account {account + 1}", ("SMB", "Enterprise")[account % 2])
            sheet.write_row(row + 1, 0, (*words, "Education", "Aichi", "Base", 12, 10_000 + 100 * (row % 90)))
            sheet.write_datetime(row + 1, 9, datetime.combine(start, datetime.min.time()), dates)
            end = start + timedelta(days=365)
            sheet.write_datetime(row + 1, 10, datetime.combine(end, datetime.min.time()), dates)
            sheet.write_string(row + 1, 11, f"line {row + 1}")


def bare(path: Path, read: Callable[[Path], Sequence[Sequence[object]]]) -> None:
    """Cells as they are into one table."""
    headings, *rows = read(path)
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"CREATE TABLE line ({', '.join(f'c{n}' for n in range(len(headings)))})")
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


def ours(path: Path) -> float:
    """Seconds from file to committed book, the making of the empty book not counted."""
    with TemporaryDirectory() as folder, empty_book(Path(folder)) as book:
        return seconds(lambda: take_in(book, path))


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
                "csdesk": partial(ours, path),
            }
            tell(alternate(runs, ROUNDS), "reader and driver alone")


if __name__ == "__main__":
    main()
