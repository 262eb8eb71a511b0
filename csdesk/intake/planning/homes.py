"""In which currency the amounts of the book's own tables are."""

import json
from collections.abc import Callable, Sequence
from typing import TypeAlias

from csdesk.intake.planning.ledger import Ledger
from csdesk.intake.shapes import FoundTable, MatchedTable, TableKind
from csdesk.models.kinds import Kind

Accepts: TypeAlias = Callable[[str, str], bool]
"""Whether a setting may hold a value, by its key."""

CURRENCY = "currency"
_FILLED = (Kind.ACCOUNT, Kind.PERSON, Kind.CONTRACT, Kind.INVOICE, Kind.COST)
"""Kinds whose amounts are in the book's currency: while a book has any, its currency stays."""


class Homes:
    """The currencies of the books that wrote the tables of an import, by their settings."""

    def __init__(self, tables: Sequence[MatchedTable], ledger: Ledger, currency: str, accepts: Accepts) -> None:
        told = [(table.table, _currency_in(table, accepts)) for table in tables]
        self._by_file = {table.sha256: code for table, code in told if code and table.sheet}
        self._of_text = next((code for table, code in told if code and not table.sheet), None)
        first = next((code for _, code in told if code), None)
        is_empty = not any(True for kind in _FILLED for _ in ledger.rows(kind))
        self.currency = first if first and is_empty else currency
        """The book's own from now on: one without any amount takes that of the first book that comes into it."""

    def of(self, table: FoundTable) -> str:
        """The currency that amounts of a table are in where nothing else is said."""
        code = self._by_file.get(table.sha256) if table.sheet else self._of_text
        return code or self.currency


def _currency_in(table: MatchedTable, accepts: Accepts) -> str | None:
    if not table.own or table.kind is not TableKind.SETTINGS:
        return None
    told = (r.values.get("setting.value") for r in table.records if r.values.get("setting.key") == CURRENCY)
    text = next((str(value) for value in told), None)
    return str(json.loads(text)) if text is not None and accepts(CURRENCY, text) else None
