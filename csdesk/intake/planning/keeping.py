"""Values of the book that a person keeps although a file has others."""

from collections.abc import Collection

from csdesk.intake.lookalikes import Kept
from csdesk.intake.planning.facts import field_of_column
from csdesk.intake.planning.ledger import iso
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place

_TOGETHER = frozenset({"contract.amount", "contract.interval", "contract.currency"})
"""Columns that mean nothing without one another."""


class Keeping:
    """Kept by whole rows, by fields of a table, or by one field of a row."""

    def __init__(self, kept: Collection[Kept]) -> None:
        self._kept = frozenset(kept)

    def holds(self, place: Place | None, kind: Kind, column: str, stored: Value) -> bool:
        """Whether the book's value stays; one that the book lacks is never kept."""
        if not self._kept or place is None or iso(stored) is None:
            return False
        field = field_of_column(kind.value, column)
        fields = _TOGETHER if field in _TOGETHER else {field}
        return any(
            (place.file, place.sheet, line, one) in self._kept for line in (0, place.row) for one in (*fields, "")
        )
