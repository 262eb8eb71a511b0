"""Polluted text files, one fault each, read by csdesk beside four other readers.

    python -m benchmarks.polluted [SEEDS]

A file is right when its cells are, compared as text: outer spaces, blank rows and columns aside, line ends alike,
headings as one row or as names. Each of the others is asked twice: as its maker leaves it, and with the encoding told
and every cell kept as text. They know of no tables, titles or totals; so a second count, 'forgiven', lets lines that
are of no table stay among their rows, headings stand anywhere, and tables of one file follow each other. A file that a
reader refuses is counted apart from one of which it makes something else.
"""

import csv
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import clevercsv
import duckdb
import pandas as pd

from csdesk.intake.reading import read_files
from tests.intake_pollution import KINDS, Polluted
from tests.intake_pollution.comparing import is_forgiven, is_right

Rows: TypeAlias = Sequence[Sequence[object]]
Reader: TypeAlias = Callable[[Path, str], list[Rows]]
"""Reads a file whose encoding it may be told."""

SEEDS = 5


def csdesk(path: Path, _encoding: str) -> list[Rows]:
    return [[[column.heading for column in table.columns], *table.rows] for table in read_files([path])]


def pandas_alone(path: Path, _encoding: str) -> list[Rows]:
    return [_framed(pd.read_csv(path))]


def pandas_told(path: Path, encoding: str) -> list[Rows]:
    """As text, the separator left to it, lines that don't fit skipped nowhere."""
    return [_framed(pd.read_csv(path, sep=None, engine="python", encoding=encoding, dtype=str, keep_default_na=False))]


def _framed(frame: pd.DataFrame) -> Rows:
    if not isinstance(frame.index, pd.RangeIndex):
        frame = frame.reset_index()
    names = ["" if str(name).startswith(("Unnamed:", "index", "level_")) else str(name) for name in frame.columns]
    return [names, *frame.itertuples(index=False, name=None)]


def duckdb_alone(path: Path, _encoding: str) -> list[Rows]:
    return [_queried("SELECT * FROM read_csv(?)", path)]


def duckdb_told(path: Path, encoding: str) -> list[Rows]:
    """It takes few encodings: the file is handed over in UTF-8. As text, rows that are too short filled up."""
    whole = path.with_suffix(".utf8.csv")
    whole.write_bytes(path.read_bytes().decode(encoding, "replace").removeprefix("\ufeff").encode())
    return [_queried("SELECT * FROM read_csv(?, all_varchar = true, null_padding = true, nullstr = '')", whole)]


def _queried(query: str, path: Path) -> Rows:
    with duckdb.connect() as connection:
        found = connection.execute(query, [str(path)])
        names = [name for name, *_ in found.description or ()]
        if names == [f"column{at}" for at in range(len(names))]:
            names = [""] * len(names)
        return [names, *found.fetchall()]


def clevercsv_alone(path: Path, _encoding: str) -> list[Rows]:
    return [clevercsv.read_table(str(path))]


def clevercsv_told(path: Path, encoding: str) -> list[Rows]:
    return [clevercsv.read_table(str(path), encoding=encoding)]


def python_alone(path: Path, _encoding: str) -> list[Rows]:
    return [_sniffed(path.read_bytes().decode())]


def python_told(path: Path, encoding: str) -> list[Rows]:
    return [_sniffed(path.read_bytes().decode(encoding).removeprefix("\ufeff"))]


def _sniffed(text: str) -> Rows:
    """Commas where the sniffer gives up."""
    try:
        dialect: Any = csv.Sniffer().sniff(text[:65_536])
    except csv.Error:
        dialect = "excel"
    return list(csv.reader(StringIO(text, newline=""), dialect))


READERS: Mapping[str, Reader] = {
    "csdesk": csdesk,
    "pandas": pandas_alone,
    "pandas, told": pandas_told,
    "DuckDB": duckdb_alone,
    "DuckDB, told": duckdb_told,
    "CleverCSV": clevercsv_alone,
    "CleverCSV, told": clevercsv_told,
    "Python's csv": python_alone,
    "Python's csv, told": python_told,
}


def outcome(read: Reader, path: Path, file: Polluted) -> str:
    """right, forgiven, wrong or refused."""
    before = csv.field_size_limit()
    try:
        with redirect_stderr(StringIO()):
            tables = [_without_names(rows, file) for rows in read(path, file.encoding)]
    except Exception:  # noqa: BLE001 - whatever a reader raises is its refusal
        return "refused"
    finally:
        csv.field_size_limit(before)  # one of them leaves it broken
    if is_right(tables, file):
        return "right"
    return "forgiven" if is_forgiven(tables, file) else "wrong"


def _without_names(rows: Rows, file: Polluted) -> list[list[str]]:
    """Text cells; the first row of a file without headings may have been taken for them, or not."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    if not any(file.tables[0][0]) and texts and any(texts[0]):
        texts.insert(0, [""] * len(texts[0]))
    return texts


def files(seeds: int) -> Iterable[tuple[str, Polluted]]:
    for name, make in KINDS.items():
        for seed in range(seeds):
            yield name, make(Random(f"{name} {seed}"))


def main(seeds: int) -> None:
    counts = {name: Counter[str]() for name in READERS}
    lost = {name: Counter[str]() for name in READERS}
    seconds: Counter[str] = Counter()
    whole = 0
    with TemporaryDirectory() as folder:
        path = Path(folder) / "polluted.csv"
        for kind, file in files(seeds):
            whole += 1
            path.write_bytes(file.data)
            for name, read in READERS.items():
                started = time.perf_counter()
                made = outcome(read, path, file)
                seconds[name] += int(1e6 * (time.perf_counter() - started))
                counts[name][made] += 1
                lost[name][kind] += made not in {"right", "forgiven"}
    print(f"{len(KINDS)} kinds of pollution, {whole} files")
    print(f"{'':<20}{'right':>8}{'forgiven':>10}{'wrong':>8}{'refused':>9}{'ms a file':>11}")
    for name, seen in counts.items():
        parts = f"{seen['right'] / whole:>8.1%}{(seen['right'] + seen['forgiven']) / whole:>10.1%}"
        print(f"{name:<20}{parts}{seen['wrong']:>8}{seen['refused']:>9}{seconds[name] / whole / 1000:>11.1f}")
    for kind in KINDS:
        if mine := lost["csdesk"][kind]:
            readers = ", ".join(name for name in READERS if not lost[name][kind])
            print(f"csdesk loses {mine} of {kind}; never lost by: {readers or 'none'}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
