"""The movements of a period as people read them: which account, what kind, why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

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
    known = _known(context, [one.line for one in found if one.line is not None])
    ended = _lines(book, [one.line for one in found if one.movement is Movement.CHURN and known[one.line].reason])
    return tuple(
        AccountMove(
            one,
            snapshot.names.get(one.account, ""),
            snapshot.products.get(known[one.line].product, ""),
            *(_why(ended.get(one.line, {})) if one.movement is Movement.CHURN else ()),
        )
        for one in found
    )


class _Line(NamedTuple):
    """What a contract line tells of a movement: the id of its product, and whether it gives a reason for its end."""

    product: str = ""
    reason: bool = False


def _known(context: Context, lines: Sequence[int]) -> Mapping[int | None, _Line]:
    """By line; None for what is about no line."""
    import numpy as np

    spans = context.frames.spans
    at = np.searchsorted(spans["line"].to_numpy(), np.array(lines, dtype=np.int64))
    columns = (spans[name].to_numpy()[at].tolist() for name in ("product", "reason"))
    told = (_Line(str(product), bool(reason)) for product, reason in zip(*columns, strict=True))
    return {None: _Line(), **dict(zip(lines, told, strict=True))}


def _why(line: Mapping[str, Any]) -> tuple[str, ReasonFamily]:
    return line.get("end_reason") or "", ReasonFamily(line.get("end_reason_family") or ReasonFamily.UNKNOWN)


def _lines(book: Book, wanted: Sequence[int | None]) -> Mapping[int | None, Mapping[str, Any]]:
    from csdesk.book.read import rows

    return {int(str(row["id"])): row for row in rows(book, Kind.CONTRACT, where={"id": wanted})} if wanted else {}
