"""Tables within each record: the rows that continue a record are lines of its contract, or further steps of its
ticket."""

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
    if kind not in {TableKind.CONTRACTS, TableKind.TICKETS} or not have_heads(records):
        return records
    if kind is TableKind.TICKETS:
        return _with_steps(records)
    heads = {one.line: one for one in records if not one.head}
    inner = {field for one in records if one.head for field, value in one.values.items() if value is not None}
    if not inner & _LINES:
        return records
    return [_whole(one, heads.get(one.head), inner) if is_line(one) else one for one in records]


def _with_steps(records: Sequence[Record]) -> list[Record]:
    """Tickets with the own columns of the rows that continue them, one below the other."""
    steps: dict[int, list[Record]] = {}
    for one in records:
        if one.head and not _tells_ticket(one):
            steps.setdefault(one.head, []).append(one)
    return [_gathered(one, steps.get(one.line, ())) for one in records if one.head not in steps or _tells_ticket(one)]


def _gathered(record: Record, steps: Sequence[Record]) -> Record:
    if not steps:
        return record
    rows = [record.custom, *(step.custom for step in steps)]
    names = dict.fromkeys(name for row in rows for name in row)
    return replace(record, custom={name: "\n".join(row[name] for row in rows if row.get(name)) for name in names})


def _tells_ticket(record: Record) -> bool:
    return any(value is not None for field, value in record.values.items() if field.startswith("ticket."))


def is_line(record: Record) -> bool:
    """Whether a record that continues another tells a line of a contract."""
    return bool(record.head) and any(record.values.get(field) is not None for field in _LINES)


def _whole(record: Record, head: Record | None, inner: set[str]) -> Record:
    own = {field: record.values.get(field) for field in inner}
    return record if head is None else replace(record, values={**head.values, **own})
