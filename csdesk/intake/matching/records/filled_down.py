"""What stands on the first row of a block alone, an owner or a month, taken for the rows below where that is plain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from csdesk.intake.by_column import cells_of
from csdesk.intake.fields import WHO
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.shapes import Clean, FoundTable, Record, TableKind
from csdesk.intake.values.reading import as_text
from csdesk.models.problems import Problem, Reason

_OF_BLOCKS = ("account.owner", "account.sales_rep", "account.region", "account.segment", "account.tier")
_MOST = 20_000
"""Rows above which no list is one that a person keeps by hand."""
_ALIKE = 0.75
_KINDS = frozenset({TableKind.ACCOUNTS, TableKind.CONTRACTS})
_NEEDED = {
    TableKind.COSTS: frozenset({"cost.month"}),
    TableKind.CONTRACTS: frozenset(WHO),
    **{kind: frozenset({*WHO, day}) for kind, day in (
        (TableKind.TOUCHES, "touch.date"),
        (TableKind.USE, "usage.date"),
        (TableKind.MOVEMENTS, "movement.date"),
    )},
}  # fmt: skip
"""Fields without which no row of a kind can be, and which several rows share."""
_OF_GOALS = frozenset({*WHO, "goal.statement", "goal.victory", "goal.metric", "milestone.owner"})
"""What several steps to a goal share."""
_PERSON = frozenset({"contact.email", "contact.external_id"})
"""What tells whose a row is where it names no account."""


def block_fields(table: FoundTable, known: Recognised, records: Sequence[Record]) -> list[str]:
    """The fields that are told once for a block of rows: from the first row on, each value but once.

    Those of an account that may have none stand left of its name, and not in half of the rows. Those that no row can do
    without come before all others, in half of the rows at most, and every row below has nearly all that the first ones
    have.
    """
    if len(records) > _MOST or any(record.head for record in records):
        return []
    if known.kind is TableKind.MILESTONES:
        return _of_goals(table, known)
    needed = _needed(table, known)
    name = known.positions.get("account.name")
    if known.kind not in _KINDS or name is None:
        return needed
    return [
        *needed,
        *(
            field
            for field in _OF_BLOCKS
            if known.positions.get(field, name) < name and _are_blocks([record.values.get(field) for record in records])
        ),
    ]


def _needed(table: FoundTable, known: Recognised) -> list[str]:
    """The needed fields at the head of the columns that are told on the first rows of blocks alone."""
    columns = sorted(known.positions.items(), key=lambda one: one[1])
    fields = _NEEDED.get(known.kind, frozenset())
    if known.positions.keys() & _PERSON:
        fields -= set(WHO)
    found: list[str] = []
    firsts: list[bool] = []
    for field, at in columns:
        texts = [as_text(cell).strip() for cell in cells_of(table.rows, at)]
        told = [bool(text) for text in texts]
        values = list(filter(None, texts))
        once = len(set(values)) == len(values) > 1 and told[0] and 2 * len(values) <= len(texts)
        if field not in fields or not once or (found and told != firsts):
            break
        found.append(field)
        firsts = told
    return found if found and _are_alike(table, firsts, {known.positions[field] for field in found}) else []


def _of_goals(table: FoundTable, known: Recognised) -> list[str]:
    """The account and its goal, with what else stands on their row alone, where they are told on the first of several
    steps that follow."""
    told = {
        field: [bool(as_text(cell).strip()) for cell in cells_of(table.rows, at)]
        for field, at in known.positions.items()
    }
    firsts, steps = told.get("account.name", []), told.get("milestone.title", [])
    once = firsts[:1] == [True] and not all(firsts) and told.get("goal.statement") == firsts
    if not once or not steps or not all(steps):
        return []
    return [field for field in told if field in _OF_GOALS and told[field] == firsts]


def _are_alike(table: FoundTable, firsts: Sequence[bool], of_blocks: set[int]) -> bool:
    """Whether all rows below the first of a block have nearly all that every first one has, beside what tells it."""
    rows = [{at for at, cell in enumerate(row) if as_text(cell).strip()} for row in table.rows]
    steady = set.intersection(*(row for row, first in zip(rows, firsts, strict=True) if first)) - of_blocks
    below = (row for row, first in zip(rows, firsts, strict=True) if not first)
    return bool(steady) and all(len(row & steady) >= _ALIKE * len(steady) for row in below)


def _are_blocks(values: Sequence[Clean]) -> bool:
    told = [value for value in values if value is not None]
    once = len(set(map(str, told))) == len(told) > 1
    return once and values[0] is not None and 2 * len(told) < len(values)


def filled_down(
    table: FoundTable, known: Recognised, records: Sequence[Record], fields: Sequence[str]
) -> Sequence[Record]:
    """The records with those fields from the row above where their own cell is empty; nothing below a cell that cannot
    be read."""
    positions = {field: known.positions[field] for field in fields}
    return list(_filled(table, records, positions)) if fields else records


def _filled(table: FoundTable, records: Sequence[Record], positions: Mapping[str, int]) -> Iterator[Record]:
    above: Mapping[str, Clean] = {}
    for row, record in zip(table.rows, records, strict=True):
        told = {field: record.values.get(field) for field, at in positions.items() if as_text(row[at]).strip()}
        above = {**above, **told}
        yield replace(record, values={**record.values, **above})


def said_once(table: FoundTable, known: Recognised, fields: Sequence[str]) -> Iterator[Problem]:
    """A word at the heading of each of those fields."""
    for field in fields:
        column = known.columns[known.positions[field]].column
        yield Problem(table.heading_place(column), field, column.heading, Reason.FILLED_DOWN, refuses=False)
