"""Where rows of long lists came from: too many for a row of places each, they are packed into their import's batch.

A batch's `tables` hold for each sheet with such a list the ids of its rows, of how many lines each is the sum, and
these lines: numbers as differences to the one before, deflated. A million rows take some tens of thousands of letters
in order.
"""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

_KEY = "use"
"""Rows of use alone were kept so at first."""
_LONGEST = 512 << 20
"""Bytes to which a list is inflated at most; more, in a file that others made, would eat up the memory."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PackedPlace:
    """The lines that one row is the sum of, and the number of its batch."""

    batch: int
    sheet: str
    lines: tuple[int, ...]


def packed(sheet: str, rows: Ints, counts: Ints, lines: Ints) -> dict[str, object]:
    """Rows of a sheet as a batch keeps them, with of how many lines each is the sum, and these lines."""
    return {"sheet": sheet, _KEY: [_pack(values) for values in (rows, counts, lines)]}


def _pack(values: Ints) -> str:
    steps = np.diff(values, prepend=0)
    return b64encode(zlib.compress(steps.astype("<i8").tobytes(), 6)).decode()


def packed_places(connection: Connection, ids: Collection[int]) -> dict[int, PackedPlace]:
    """The place of each row that a standing import has one for, by the latest. What cannot be read is passed over."""
    wanted = "SELECT id, tables FROM batch WHERE instr(tables, ?) ORDER BY at, id"
    sought, found = np.array(sorted(ids), np.int64), dict[int, PackedPlace]()
    for batch, tables in connection.exec_driver_sql(wanted, (f'"{_KEY}"',)):
        with suppress(AttributeError, LookupError, TypeError, ValueError, zlib.error):
            for table in json.loads(tables):
                if _KEY in table:
                    found |= _among(batch, str(table["sheet"]), table[_KEY], sought)
    return found


def _among(batch: int, sheet: str, kept: Sequence[str], sought: Ints) -> dict[int, PackedPlace]:
    rows, counts, lines = map(_unpack, kept)
    ends = np.cumsum(counts)
    if len(rows) != len(counts) or (counts < 1).any() or len(lines) != (ends[-1] if len(ends) else 0):
        raise ValueError(batch)
    at = np.flatnonzero(np.isin(rows, sought))
    return {
        int(rows[one]): PackedPlace(batch, sheet, tuple(lines[ends[one] - counts[one] : ends[one]].tolist()))
        for one in at.tolist()
    }


def _unpack(text: str) -> Ints:
    inflating = zlib.decompressobj()
    steps = inflating.decompress(b64decode(text, validate=True), _LONGEST)
    if not inflating.eof:
        raise ValueError(len(steps))
    return np.cumsum(np.frombuffer(steps, "<i8"))
