"""Which groups accounts are in, so that lists of accounts tell what the page's figures are split by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.metrics.context import Context
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Belonging:
    """What figures are split by, '' for nothing, and the groups of each account in it: of products and plans an account
    may be in several."""

    by: str = ""
    groups: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def belonging(snapshot: Snapshot, context: Context, by: str) -> Belonging:
    """The groups of every account that has any, in the order of the groups."""
    from csdesk.metrics.context import OF_LINES
    from csdesk.usecases.figures import groups

    found: dict[int, tuple[str, ...]] = {}
    for part in groups(snapshot, context, by) if by else ():
        inside = part.ledger.accounts if by in OF_LINES or part.members is None else part.members
        for account in inside.tolist():
            found[account] = (*found.get(account, ()), part.group or "")
    return Belonging(by, found)
