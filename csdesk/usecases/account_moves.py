"""The movements of a period as people read them: which account, what kind, why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, ReasonFamily

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.revenue.moved import Moved
    from csdesk.models.months import Period
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class AccountMove:
    """One movement with its names. `reason` is why a customer left, in the words that were given, '' where none were;
    `family` the kind of that reason; None where nobody left."""

    moved: Moved
    account_name: str
    product: str
    reason: str = ""
    family: ReasonFamily | None = None

    @property
    def account(self) -> int:
        """Whose movement it is."""
        return self.moved.account


def account_moves(book: Book, snapshot: Snapshot, context: Context, period: Period) -> tuple[AccountMove, ...]:
    """Every movement of the period, by month, kind and size."""
    from csdesk.metrics.revenue.moved import moved

    found = moved(context, period)
    lines = _lines(book, {one.line for one in found if one.line is not None})
    return tuple(_row(snapshot, one, lines.get(one.line or 0, {})) for one in found)


def _row(snapshot: Snapshot, one: Moved, line: Mapping[str, Any]) -> AccountMove:
    from csdesk.metrics.engine.movements import Movement

    left = one.movement is Movement.CHURN
    return AccountMove(
        one,
        snapshot.names.get(one.account, ""),
        snapshot.products.get(str(line.get("product_id")), ""),
        (line.get("end_reason") or "") if left else "",
        ReasonFamily(line.get("end_reason_family") or ReasonFamily.UNKNOWN) if left else None,
    )


def _lines(book: Book, wanted: set[int]) -> dict[int, Mapping[str, Any]]:
    from csdesk.book.read import rows

    return {int(str(row["id"])): row for row in rows(book, Kind.CONTRACT, where={"id": sorted(wanted)})}
