"""Which accounts each view that comes with csdesk shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.models.kinds import Band

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from csdesk.usecases.accounts import AccountRow

FIXED = ("", "mine", "renewals", "at_risk")
"""Their keys, as saved views name the one they were made within; '' shows all."""

_RENEWAL_DAYS = 90


def view_test(key: str, me: str, as_of: Callable[[], date]) -> Callable[[AccountRow], bool] | None:
    """What an account must be to stand in a view as of the day shown then; None where every account does, or the key is
    not known."""
    tests: dict[str, Callable[[AccountRow], bool]] = {
        "mine": lambda row: row.owner == me,
        "renewals": lambda row: _renews_soon(row, as_of()),
        "at_risk": lambda row: row.paying and (row.band is Band.RED or row.renewal_undecided),
    }
    return tests.get(key)


def _renews_soon(row: AccountRow, as_of: date) -> bool:
    if row.renewal_on is None:
        return False
    return row.renewal_undecided or 0 <= (row.renewal_on - as_of).days <= _RENEWAL_DAYS
