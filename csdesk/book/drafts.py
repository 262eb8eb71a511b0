"""Writing what an import has planned: drafts of many kinds that refer to one another, with where each came from."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from csdesk.book.columns import layout
from csdesk.book.draft_places import FileBatch, Origin, write_places
from csdesk.book.steps import Step
from csdesk.models.drafts import Draft, DraftBlock, Value
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from csdesk.models.problems import Place

_AT_A_TIME = 2000


class DraftIds(dict[int, int]):
    """Ids in the book by ids in the drafts. The book's own stand for themselves."""

    def __init__(self) -> None:
        super().__init__()
        self._runs: list[tuple[int, int, int]] = []

    def give(self, block: DraftBlock, run: range) -> None:
        """Say which ids the rows of a block have."""
        if block.first_id is not None:
            self._runs.append((block.first_id - len(run) + 1, block.first_id, run.start + block.first_id))

    def __missing__(self, row: int) -> int:
        for lowest, highest, whole in self._runs:
            if lowest <= row <= highest:
                return whole - row
        return row

    def meant(self, column: Iterable[Value]) -> list[Value]:
        """What a column of references leads to."""
        held = list(column)
        if set(map(type, held)) == {int}:
            return list(map(self.__getitem__, held))  # type: ignore[arg-type]
        return [self[one] if isinstance(one, int) else one for one in held]


@dataclass(slots=True)
class _Group:
    """The drafts of one kind. The new ones have ids that follow one another, unless some bring theirs with them."""

    kind: Kind
    new: list[Draft] = field(default_factory=list)
    changed: list[Draft] = field(default_factory=list)
    given: range | None = None


def write_drafts(
    step: Step,
    drafts: Sequence[Draft],
    *,
    blocks: Sequence[DraftBlock] = (),
    batches: Sequence[FileBatch] = (),
    progress: Callable[[int, int], object] = lambda _done, _whole: None,
) -> DraftIds:
    """Write drafts of any order, then the blocks; their own columns; and their places under the batch of their file.

    Gives the book's ids by the drafts' negative ones. `progress` is told rows done and in all, and may raise to stop;
    once all are done, what makes them findable is left to do.
    """
    ids, groups = _given_ids(step, drafts)
    runs = [step.new_ids(len(block)) for block in blocks]
    for block, run in zip(blocks, runs, strict=True):
        ids.give(block, run)
    whole = len(drafts) + sum(map(len, blocks))
    pause = partial(progress, whole, whole)
    done = 0
    for count in chain.from_iterable(_write_group(step, group, ids) for group in groups):
        done += count
        progress(done, whole)
    with step.at_once(_counted(blocks), pause):
        for count in chain.from_iterable(map(partial(_write_block, step, ids), blocks, runs)):
            done += count
            progress(done, whole)
    for _ in _write_custom(step, drafts, ids, list(zip(blocks, runs, strict=True))):
        pause()
    origins = [*map(partial(_origin, ids), groups), *map(_block_origin, blocks, runs)]
    for _ in write_places(step, origins, batches):
        pause()
    return ids


def _counted(blocks: Iterable[DraftBlock]) -> Counter[Kind]:
    """How many rows of each kind blocks hold."""
    counts = Counter[Kind]()
    for block in blocks:
        counts[block.kind] += len(block)
    return counts


def _given_ids(step: Step, drafts: Sequence[Draft]) -> tuple[DraftIds, list[_Group]]:
    """Ids for all new rows, following one another within a kind; and the drafts by kind."""
    groups: dict[Kind, _Group] = {}
    for draft in drafts:
        group = groups.get(draft.kind)
        if group is None:
            group = groups[draft.kind] = _Group(draft.kind)
        (group.new if draft.id < 0 else group.changed).append(draft)
    ids = DraftIds()
    for group in groups.values():
        group.given = step.new_ids(len(group.new))
        ids.update(zip((draft.id for draft in group.new), group.given, strict=True))
    kept = _kept_ids(step, drafts)
    ids.update(kept)
    for group in groups.values():
        if kept and any(draft.id in kept for draft in group.new):
            group.given = None
    return ids, list(groups.values())


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


def _write_group(step: Step, group: _Group, ids: DraftIds) -> Iterator[int]:
    """Write the drafts of a kind, some thousand at a time; gives how many each time."""
    for start in range(0, len(group.new), _AT_A_TIME):
        part = group.new[start : start + _AT_A_TIME]
        columns = _columns(group.kind, part, ids)
        if group.given is None:
            step.insert_columns(group.kind, columns, [ids[draft.id] for draft in part])
        else:
            step.insert_fresh(group.kind, columns, group.given[start : start + _AT_A_TIME])
        yield len(part)
    refers = layout(group.kind).references
    for start in range(0, len(group.changed), _AT_A_TIME):
        part = group.changed[start : start + _AT_A_TIME]
        step.update_many(group.kind, [(draft.id, _meant(draft.values, refers, ids)) for draft in part])
        yield len(part)


def _write_block(step: Step, ids: DraftIds, block: DraftBlock, run: range) -> Iterator[int]:
    """The same for a block."""
    refers = layout(block.kind).references
    for start in range(0, len(block), _AT_A_TIME):
        columns = {name: values[start : start + _AT_A_TIME] for name, values in block.columns.items()}
        for name in refers.keys() & columns.keys():
            columns[name] = ids.meant(columns[name])
        part = run[start : start + _AT_A_TIME]
        step.insert_fresh(block.kind, columns, part)
        yield len(part)


def _columns(kind: Kind, drafts: Sequence[Draft], ids: DraftIds) -> dict[str, list[Value]]:
    """The values column by column, those that any draft names."""
    named: set[str] = set().union(*(draft.values for draft in drafts))
    columns = {name: [draft.values.get(name) for draft in drafts] for name in named}
    for name in named & layout(kind).references.keys():
        columns[name] = ids.meant(columns[name])
    return columns


def _meant(values: Mapping[str, Value], refers: Collection[str], ids: DraftIds) -> dict[str, Value]:
    return {name: ids[held] if name in refers and isinstance(held, int) else held for name, held in values.items()}


def _write_custom(
    step: Step, drafts: Sequence[Draft], ids: DraftIds, blocks: Sequence[tuple[DraftBlock, range]]
) -> Iterator[None]:
    """Own columns as custom fields; a value of '' takes the present one away. Pauses after every some thousand."""
    wanted = [draft for draft in drafts if draft.custom]
    named = {(draft.kind, name): None for draft in wanted for name in draft.custom}
    fields = _fields(step, named | {(block.kind, name): None for block, _ in blocks for name in block.custom})
    values = {
        (fields[draft.kind, name], ids[draft.id]): value for draft in wanted for name, value in draft.custom.items()
    }
    present = _present_values(step, [ids[draft.id] for draft in wanted if draft.id > 0])
    yield from _add_custom(step, [(*key, value) for key, value in values.items() if value and key not in present])
    old = [(present[key], value) for key, value in values.items() if key in present]
    step.update_many(Kind.CUSTOM_VALUE, [(number, {"value": value}) for number, value in old if value])
    step.delete_many(Kind.CUSTOM_VALUE, [number for number, value in old if not value])
    for block, run in blocks:
        for name, column in block.custom.items():
            number = fields[block.kind, name]
            yield from _add_custom(
                step, [(number, row, value) for row, value in zip(run, column, strict=True) if value]
            )


def _add_custom(step: Step, new: Sequence[tuple[int, int, str]]) -> Iterator[None]:
    for start in range(0, len(new), _AT_A_TIME):
        part = new[start : start + _AT_A_TIME]
        columns = dict(zip(("field_id", "row_id", "value"), zip(*part, strict=True), strict=True))
        step.insert_fresh(Kind.CUSTOM_VALUE, columns, step.new_ids(len(part)))
        yield


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


def _origin(ids: DraftIds, group: _Group) -> Origin:
    """Where the drafts of a kind came from: of a row that several tell of, the first line; of use every line."""
    is_long = group.kind is Kind.USE
    told: dict[int, tuple[Place, tuple[int, ...]]] = {}
    for draft in (*group.new, *group.changed):
        if draft.place is not None:
            told.setdefault(ids[draft.id], (draft.place, draft.others if is_long else ()))
    files, sheets = [place.file for place, _ in told.values()], [place.sheet for place, _ in told.values()]
    lines = [line for place, others in told.values() for line in (place.line, *others)]
    counts = [1 + len(others) for _, others in told.values()]
    return Origin(group.kind, list(told), files, sheets, lines, counts, is_long)


def _block_origin(block: DraftBlock, run: range) -> Origin:
    place = block.place
    if place is None or not len(block.lines):
        return Origin(block.kind, (), (), (), ())
    files, sheets = [place.file] * len(run), [place.sheet] * len(run)
    return Origin(block.kind, run, files, sheets, block.lines, block.counts, is_long=True)
