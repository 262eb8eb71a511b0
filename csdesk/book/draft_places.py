"""Where the rows of an import came from, kept beside them: file, sheet and line."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from csdesk.book.packed_places import Ints, packed
from csdesk.book.steps import Step
from csdesk.models.kinds import Kind
from csdesk.models.rows import all_alike

if TYPE_CHECKING:
    from csdesk.models.drafts import Value

_AT_A_TIME = 2000


@dataclass(frozen=True, slots=True)
class FileBatch:
    """One file of an import. `tables` and `counts` are JSON, kept for the list of imports."""

    file: str
    sha256: str
    tables: str
    counts: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The file, the sheet and the line of each of some rows of one kind, or as many lines as `counts` tells. `is_long`:
    the rows are too many for a row of places each."""

    kind: Kind
    rows: Sequence[int]
    files: Sequence[str]
    sheets: Sequence[str]
    lines: Sequence[int]
    counts: Sequence[int] = ()
    is_long: bool = False


def write_places(step: Step, origins: Iterable[Origin], batches: Sequence[FileBatch]) -> Iterator[None]:
    """Write the places of rows that came from a file of these batches: of long lists packed into the batch. Pauses
    after every some thousand."""
    held = list(origins)
    by_file = _write_batches(step, batches, [origin for origin in held if origin.is_long])
    for origin in held:
        if not origin.is_long:
            for start in range(0, len(origin.rows), _AT_A_TIME):
                _write_some(step, origin, slice(start, start + _AT_A_TIME), by_file)
                yield


def _write_batches(step: Step, batches: Sequence[FileBatch], long: Sequence[Origin]) -> dict[str, int]:
    at, who = step.store.clock(), step.store.who
    rows: list[Mapping[str, Value]] = [
        {
            "at": at,
            "who": who,
            "file": one.file,
            "sha256": one.sha256,
            "tables": _with_places(one, long),
            "counts": one.counts,
        }
        for one in batches
    ]
    return dict(zip([one.file for one in batches], step.insert_many(Kind.BATCH, rows), strict=True))


def _with_places(batch: FileBatch, long: Sequence[Origin]) -> str:
    """The tables of a batch, and the lines of the rows of its long lists."""
    told = [packed(sheet, *of) for origin in long for file, sheet, *of in _by_place(origin) if file == batch.file]
    return json.dumps([*json.loads(batch.tables), *told], ensure_ascii=False) if told else batch.tables


def _by_place(origin: Origin) -> Iterator[tuple[str, str, Ints, Ints, Ints]]:
    """Rows with their counts and lines, by file and sheet. A long list is of one sheet: to look at each row's place
    would hold the window up."""
    rows, lines = _numbers(origin.rows), _numbers(origin.lines)
    counts = _numbers(origin.counts) if len(origin.counts) else np.ones(len(rows), np.int64)
    if all_alike(origin.files) and all_alike(origin.sheets):
        yield origin.files[0], origin.sheets[0], rows, counts, lines
        return
    places = list(zip(origin.files, origin.sheets, strict=True))
    for place in dict.fromkeys(places):
        mine = np.array([one == place for one in places], np.bool_)
        yield *place, rows[mine], counts[mine], lines[np.repeat(mine, counts)]


def _numbers(values: Sequence[int]) -> Ints:
    """As numpy has them; a run of ids it would take one by one."""
    if isinstance(values, range):
        return np.arange(values.start, values.stop, values.step, dtype=np.int64)
    return np.array(values, np.int64)


def _write_some(step: Step, origin: Origin, part: slice, by_file: Mapping[str, int]) -> None:
    files = origin.files[part]
    told = [file in by_file for file in files]
    columns: dict[str, list[Value]] = {
        "batch_id": [by_file[file] for file in files if file in by_file],
        "kind": [origin.kind.value] * sum(told),
        "row_id": list(compress(origin.rows[part], told)),
        "sheet": list(compress(origin.sheets[part], told)),
        "line": list(compress(origin.lines[part], told)),
    }
    step.insert_fresh(Kind.SOURCE, columns, step.new_ids(sum(told)))
