"""A score said by hand in the place of the computed one, with a reason, until a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.metrics.engine.days import OPEN, as_date, day_number, day_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from csdesk.metrics.shapes import Frames


@dataclass(frozen=True, slots=True)
class Hand:
    """A score, 0-100, that holds from a day to another, that one included; `until` None is without an end."""

    score: float
    since: date
    until: date | None
    reason: str
    who: str


def hands(frames: Frames, as_of: date) -> Mapping[int, Hand]:
    """What holds at the end of a day, by account: of those set until then the one set last, unless it has expired."""
    found, today = frames.overrides, day_number(as_of)
    columns = (found[name].tolist() for name in ("account", "score", "reason", "who"))
    days = (day_numbers(found[name]).tolist() for name in ("set", "expires"))
    held: dict[int, tuple[Hand, int]] = {}
    for account, score, reason, who, since, until in zip(*columns, *days, strict=True):
        if since <= today:
            last = None if until == OPEN else as_date(until)
            held[account] = Hand(min(max(score, 0.0), 100.0), as_date(since), last, reason, who), until
    return {account: hand for account, (hand, until) in held.items() if until >= today}
