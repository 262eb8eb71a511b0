"""Invoices of several rows: what each row bills stands in all of them, one below the other, as the invoice is one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from csdesk.intake.records import column_of
from csdesk.intake.shapes import Clean, Record, TableKind

_ITEM = "invoice.item"
_IDS = ("invoice.number", "invoice.external_id")


def with_items(records: Sequence[Record], kind: TableKind, positions: Mapping[str, int]) -> Sequence[Record]:
    """The records, those of one invoice with the items of all its rows, and with their own columns where these
    differ."""
    named = next((field for field in _IDS if field in positions), "")
    if kind is not TableKind.INVOICES or not named or _ITEM not in positions:
        return records
    numbers = column_of(records, named)
    several = {number for number, count in Counter(numbers).items() if count > 1 and number is not None}
    if not several:
        return records
    rows: dict[Clean, list[Record]] = {}
    for number, record in zip(numbers, records, strict=True):
        if number in several:
            rows.setdefault(number, []).append(record)
    whole = {number: _whole(of_one) for number, of_one in rows.items()}
    return [
        _with(one, *whole[number]) if number in whole else one for number, one in zip(numbers, records, strict=True)
    ]


def _with(record: Record, item: Clean, own: Mapping[str, str]) -> Record:
    return replace(record, values={**record.values, _ITEM: item}, custom={**record.custom, **own})


def _whole(rows: Sequence[Record]) -> tuple[Clean, Mapping[str, str]]:
    """The items of an invoice, and the own columns in which its rows differ."""
    names = dict.fromkeys(name for one in rows for name in one.custom)
    own = {name: [one.custom.get(name, "") for one in rows] for name in names}
    items = [str(item) for one in rows if (item := one.values.get(_ITEM)) is not None]
    item = "\n".join(items) if len(set(items)) > 1 else next(iter(items), None)
    return item, {name: "\n".join(texts).strip() for name, texts in own.items() if len(set(texts)) > 1}
