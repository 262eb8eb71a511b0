"""What stands on the first row of a block alone, an owner or a region, taken for the rows below where that is plain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.shapes import Clean, FoundTable, Record, TableKind
from csdesk.models.problems import Problem, Reason

_OF_BLOCKS = ("account.owner", "account.sales_rep", "account.region", "account.segment", "account.tier")
_MOST = 20_000
"""Rows above which no list is one that a person keeps by hand."""
_KINDS = frozenset({TableKind.ACCOUNTS, TableKind.CONTRACTS})


def block_fields(known: Recognised, records: Sequence[Record]) -> list[str]:
    """The fields that are told once for a block of rows: left of the account's name, from the first row on, each value
    but once, and not in half of the rows."""
    name = known.positions.get("account.name")
    if known.kind not in _KINDS or name is None or len(records) > _MOST:
        return []
    return [
        field
        for field in _OF_BLOCKS
        if known.positions.get(field, name) < name and _are_blocks([record.values.get(field) for record in records])
    ]


def _are_blocks(values: Sequence[Clean]) -> bool:
    told = [value for value in values if value is not None]
    once = len(set(map(str, told))) == len(told) > 1
    return once and values[0] is not None and 2 * len(told) < len(values)


def filled_down(records: Sequence[Record], fields: Sequence[str]) -> Sequence[Record]:
    """The records with those fields from the row above where their own cell is empty."""
    return list(_filled(records, fields)) if fields else records


def _filled(records: Sequence[Record], fields: Sequence[str]) -> Iterator[Record]:
    above: Mapping[str, Clean] = {}
    for record in records:
        told = {field: value for field in fields if (value := record.values.get(field)) is not None}
        above = {**above, **told}
        yield replace(record, values={**record.values, **above})


def said_once(table: FoundTable, known: Recognised, fields: Sequence[str]) -> Iterator[Problem]:
    """A word at the heading of each of those fields."""
    for field in fields:
        column = known.columns[known.positions[field]].column
        yield Problem(table.heading_place(column), field, column.heading, Reason.FILLED_DOWN, refuses=False)
