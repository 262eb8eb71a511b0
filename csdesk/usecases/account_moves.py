"""The movements of a period as people read them: which account, what kind, why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, ReasonFamily

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
    from csdesk.metrics.engine.movements import Movement
    from csdesk.metrics.revenue.moved import moved

    found = moved(context, period)
    products = _products(snapshot, context, [one.line for one in found if one.line is not None])
    ended = _lines(book, {one.line for one in found if one.movement is Movement.CHURN and one.line is not None})
    return tuple(
        AccountMove(
            one,
            snapshot.names.get(one.account, ""),
            products.get(one.line, ""),
            *(_why(ended.get(one.line, {})) if one.movement is Movement.CHURN else ()),
        )
        for one in found
    )


def _products(snapshot: Snapshot, context: Context, lines: Sequence[int]) -> Mapping[int | None, str]:
    """The product of each line that has one."""
    import numpy as np

    spans = context.frames.spans
    at = np.searchsorted(spans["line"].to_numpy(), np.array(lines, dtype=np.int64))
    ids = map(str, spans["product"].to_numpy()[at].tolist())
    return {line: snapshot.products.get(product, "") for line, product in zip(lines, ids, strict=True)}


def _why(line: Mapping[str, Any]) -> tuple[str, ReasonFamily]:
    return line.get("end_reason") or "", ReasonFamily(line.get("end_reason_family") or ReasonFamily.UNKNOWN)


def _lines(book: Book, wanted: set[int]) -> dict[int | None, Mapping[str, Any]]:
    from csdesk.book.read import rows

    return {int(str(row["id"])): row for row in rows(book, Kind.CONTRACT, where={"id": sorted(wanted)})}
