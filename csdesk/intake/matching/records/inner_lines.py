"""Contracts of several lines in a table within each record: the rows that continue a record are lines of it."""

from collections.abc import Sequence
from dataclasses import replace

from csdesk.intake.fields import PRICES
from csdesk.intake.records import have_heads
from csdesk.intake.shapes import Record, TableKind

_LINES = frozenset({"contract.plan", "contract.product", *PRICES})
"""What tells a line: what is bought, or what it costs."""


def with_lines(records: Sequence[Record], kind: TableKind) -> Sequence[Record]:
    """The records, those that continue one with a product or a price of their own as further lines of its contract:
    what is told once for the record holds for each of them."""
    if kind is not TableKind.CONTRACTS or not have_heads(records):
        return records
    heads = {one.line: one for one in records if not one.head}
    inner = {field for one in records if one.head for field, value in one.values.items() if value is not None}
    if not inner & _LINES:
        return records
    return [_whole(one, heads.get(one.head), inner) if is_line(one) else one for one in records]


def is_line(record: Record) -> bool:
    """Whether a record that continues another tells a line of a contract."""
    return bool(record.head) and any(record.values.get(field) is not None for field in _LINES)


def _whole(record: Record, head: Record | None, inner: set[str]) -> Record:
    own = {field: record.values.get(field) for field in inner}
    return record if head is None else replace(record, values={**head.values, **own})
