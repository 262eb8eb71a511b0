"""What rows tell of an account that the book has no column for: kept under the headings of the sheet."""

from collections.abc import Mapping

from csdesk.intake.fields import base_of
from csdesk.intake.matching.fields.further_ids import FURTHER_ID
from csdesk.intake.planning.how_they_are import HowTheyAre
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.shapes import TableKind
from csdesk.models.kinds import Kind

_LOOSE = frozenset({"account.at_risk", "account.total_paid", "touch.last_at", "touch.last", "nps.average", "nps.kind"})
_SEEN = frozenset({"usage.first_seen", "usage.last_seen"})


class LooseFacts:
    """The facts of one table's rows."""

    def __init__(self, view: TableView, how: HowTheyAre) -> None:
        self._view, self._how = view, how
        self.fields = sorted(field for field in view.fields if _has_no_column(view, field))

    def of(self, row: SourceRow) -> Mapping[str, str]:
        """What a row tells of its account beside what touches and marks of it hold already."""
        if not self.fields:
            return self._view.own(row, Kind.ACCOUNT)
        taken = self._how.taken(row.values)
        return self._view.own(row, Kind.ACCOUNT, [field for field in self.fields if field not in taken])


def _has_no_column(view: TableView, field: str) -> bool:
    """Whether the book has no column for a field of this table, so that it becomes one of the account's own."""
    if field.startswith(("contract.", "renewal.")):
        kinds = {TableKind.ACCOUNTS, TableKind.CONTRACTS}
        return view.kind in kinds and not view.meaning.holds_contracts
    if field.startswith("touch.") and "touch.date" not in view.fields:
        listed = view.kind is TableKind.ACCOUNTS and base_of(field) != "touch.next"
        return listed or base_of(field) in _LOOSE
    if field in _SEEN:
        return view.kind is TableKind.ACCOUNTS
    return (
        base_of(field) in _LOOSE
        or field.startswith(FURTHER_ID)
        or (field.startswith("health.") and view.kind is not TableKind.HEALTH)
    )
