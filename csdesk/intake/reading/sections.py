"""Stretches of a text whose lines have another separator than the rest, as when two files were put into one."""

import csv
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from csdesk.intake.reading.grid import Row

_SEPARATORS: Final = (",", "\t", ";", "|")
_LEAST: Final = 3
"""Lines, and cells in each of them, that make a stretch."""


def parted_otherwise(rows: list[Row], lines: Sequence[int], separator: str) -> list[Row]:
    """The rows with such stretches parted by their own separator: lines without one of the file's, right below each
    other, that another one parts into the same number of cells."""
    others = [other for other in _SEPARATORS if other != separator]
    parted = list(rows)
    for start, end in _single_stretches(rows, lines):
        texts = [str(row[0]) for row in rows[start:end]]
        found = (list(csv.reader(texts, delimiter=other)) for other in others if other in texts[0])
        best = next((records for records in found if _is_steady(records, len(texts))), None)
        if best is not None:
            parted[start:end] = best
    return parted


def _single_stretches(rows: Sequence[Row], lines: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and end of runs of rows of one cell that follow each other without a blank line."""
    singles = (at for at, row in enumerate(rows) if len(row) == 1)
    for _, run in groupby(enumerate(singles), lambda pair: (pair[1] - pair[0], lines[pair[1]] - pair[1])):
        places = [at for _, at in run]
        if len(places) >= _LEAST:
            yield places[0], places[-1] + 1


def _is_steady(records: Sequence[Sequence[str]], count: int) -> bool:
    widths = {len(record) for record in records}
    return len(records) == count and len(widths) == 1 and min(widths) >= _LEAST
