"""Writing what an import has planned: drafts of many kinds that refer to one another, with where each came from."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from csdesk.book.columns import layout
from csdesk.book.steps import Step
from csdesk.models.drafts import Draft, DraftBlock, Value
from csdesk.models.kinds import Kind

Ids = Mapping[int, int]
"""Ids in the book by ids in the drafts."""

_AT_A_TIME = 2000


@dataclass(frozen=True, slots=True)
class FileBatch:
    """One file of an import. `tables` and `counts` are JSON, kept for the list of imports."""

    file: str
    sha256: str
    tables: str
    counts: str


def write_drafts(
    step: Step,
    drafts: Sequence[Draft],
    *,
    blocks: Sequence[DraftBlock] = (),
    batches: Sequence[FileBatch] = (),
    progress: Callable[[int, int], object] = lambda _done, _whole: None,
) -> dict[int, int]:
    """Write drafts of any order, their own columns, and their places under the batch of their file; then the blocks.

    Gives the book's ids by the drafts' negative ones. `progress` is told rows done and in all, and may raise to stop.
    """
    ids, by_kind = _given_ids(step, drafts)
    done, whole = 0, len(drafts) + sum(map(len, blocks))
    for kind, group in by_kind.items():
        for start in range(0, len(group), _AT_A_TIME):
            part = group[start : start + _AT_A_TIME]
            _write_rows(step, kind, part, ids)
            done += len(part)
            progress(done, whole)
    for block in blocks:
        for written in _write_block(step, block, ids):
            done += written
            progress(done, whole)
    _write_custom(step, drafts, ids)
    for _ in _write_places(step, drafts, ids, batches):
        progress(done, whole)
    return ids


def _given_ids(step: Step, drafts: Sequence[Draft]) -> tuple[dict[int, int], dict[Kind, list[Draft]]]:
    """Ids for all new rows, following one another within a kind; and the drafts by kind, the new ones first."""
    by_kind: defaultdict[Kind, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_kind[draft.kind].append(draft)
    ids: dict[int, int] = {}
    for group in by_kind.values():
        group.sort(key=lambda draft: draft.id > 0)
        new = [draft.id for draft in group if draft.id < 0]
        ids.update(zip(new, step.new_ids(len(new)), strict=True))
    ids.update(_kept_ids(step, drafts))
    return ids, by_kind


def _kept_ids(step: Step, drafts: Sequence[Draft]) -> dict[int, int]:
    """Ids that rows bring with them, where no row of any kind has them and this session is not yet to give them."""
    wanted = {draft.keeps: draft.id for draft in drafts if draft.keeps is not None and draft.id < 0}
    if not wanted:
        return {}
    text = json.dumps(list(wanted))
    taken = {
        number
        for kind in Kind
        for (number,) in step.connection.exec_driver_sql(
            f'SELECT id FROM "{kind}" WHERE id IN (SELECT value FROM json_each(?))', (text,)
        )
    }
    return {row: number for number, row in wanted.items() if number not in taken and not step.store.may_give(number)}


def _write_rows(step: Step, kind: Kind, part: Sequence[Draft], ids: Ids) -> None:
    new = [draft for draft in part if draft.id < 0]
    step.insert_columns(kind, _columns(kind, new, ids), [ids[draft.id] for draft in new])
    refers = layout(kind).references
    step.update_many(
        kind,
        [
            (draft.id, {name: _meant(value, ids) if name in refers else value for name, value in draft.values.items()})
            for draft in part
            if draft.id > 0
        ],
    )


def _write_block(step: Step, block: DraftBlock, ids: Ids) -> Iterator[int]:
    """Write a block, some thousand rows at a time; gives how many each time."""
    refers, given = layout(block.kind).references, step.new_ids(len(block))
    for start in range(0, len(block), _AT_A_TIME):
        columns = {name: values[start : start + _AT_A_TIME] for name, values in block.columns.items()}
        for name in refers.keys() & columns.keys():
            columns[name] = [_meant(one, ids) for one in columns[name]]
        part = given[start : start + _AT_A_TIME]
        step.insert_columns(block.kind, columns, part)
        yield len(part)


def _columns(kind: Kind, drafts: Sequence[Draft], ids: Ids) -> dict[str, list[Value]]:
    """The values column by column, those that any draft names."""
    named: set[str] = set().union(*(draft.values for draft in drafts))
    columns = {name: [draft.values.get(name) for draft in drafts] for name in named}
    for name in named & layout(kind).references.keys():
        columns[name] = [_meant(value, ids) for value in columns[name]]
    return columns


def _meant(value: Value, ids: Ids) -> Value:
    """What a reference leads to: the book's id, where it leads to another draft."""
    return ids.get(value, value) if isinstance(value, int) else value


def _write_custom(step: Step, drafts: Sequence[Draft], ids: Ids) -> None:
    """Own columns as custom fields; a value of '' takes the present one away."""
    wanted = [draft for draft in drafts if draft.custom]
    fields = _fields(step, {(draft.kind, name): None for draft in wanted for name in draft.custom})
    values = {
        (fields[draft.kind, name], ids.get(draft.id, draft.id)): value
        for draft in wanted
        for name, value in draft.custom.items()
    }
    present = _present_values(step, [row for _, row in values])
    new: list[Mapping[str, Value]] = [
        {"field_id": field, "row_id": row, "value": value}
        for (field, row), value in values.items()
        if value and (field, row) not in present
    ]
    step.insert_many(Kind.CUSTOM_VALUE, new)
    old = [(present[key], value) for key, value in values.items() if key in present]
    step.update_many(Kind.CUSTOM_VALUE, [(number, {"value": value}) for number, value in old if value])
    step.delete_many(Kind.CUSTOM_VALUE, [number for number, value in old if not value])


def _fields(step: Step, wanted: Mapping[tuple[Kind, str], None]) -> dict[tuple[Kind, str], int]:
    found = step.connection.exec_driver_sql("SELECT id, kind, name FROM custom_field")
    fields = {(Kind(kind), name): number for number, kind, name in found}
    new = [key for key in wanted if key not in fields]
    rows = step.insert_many(Kind.CUSTOM_FIELD, [{"kind": str(kind), "name": name} for kind, name in new])
    return fields | dict(zip(new, rows, strict=True))


def _present_values(step: Step, rows: Sequence[int]) -> dict[tuple[int, int], int]:
    found = step.connection.exec_driver_sql(
        "SELECT field_id, row_id, id FROM custom_value WHERE row_id IN (SELECT value FROM json_each(?))",
        (json.dumps(rows),),
    )
    return {(field, row): number for field, row, number in found}


def _write_places(step: Step, drafts: Sequence[Draft], ids: Ids, batches: Sequence[FileBatch]) -> Iterator[None]:
    """The first line each row came from. Rows of use are too many to be told apart: their batch must do. Pauses after
    every some thousand."""
    at, who = step.store.clock(), step.store.who
    rows: list[Mapping[str, Value]] = [
        {"at": at, "who": who, "file": one.file, "sha256": one.sha256, "tables": one.tables, "counts": one.counts}
        for one in batches
    ]
    by_file = dict(zip([one.file for one in batches], step.insert_many(Kind.BATCH, rows), strict=True))
    firsts: dict[int, Draft] = {}
    for draft in drafts:
        if draft.place is not None and draft.place.file in by_file and draft.kind is not Kind.USE:
            firsts.setdefault(ids.get(draft.id, draft.id), draft)
    for start in range(0, len(firsts), _AT_A_TIME):
        part = dict(islice(firsts.items(), start, start + _AT_A_TIME))
        places = [draft.place for draft in part.values() if draft.place is not None]
        columns: dict[str, list[Value]] = {
            "batch_id": [by_file[place.file] for place in places],
            "kind": [draft.kind.value for draft in part.values()],
            "row_id": [*part],
            "sheet": [place.sheet for place in places],
            "line": [place.line for place in places],
        }
        step.insert_columns(Kind.SOURCE, columns, step.new_ids(len(part)))
        yield
