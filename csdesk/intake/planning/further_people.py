"""Further people of a customer, each from the columns of a row that are his."""

from collections.abc import Iterable

from csdesk.intake.fields import base_of, is_month_field, month_of, with_month
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.models.kinds import Kind


class FurtherPeople:
    """The further people of one table's rows."""

    def __init__(self, view: TableView) -> None:
        self._contacts = view.shared.contacts
        self._fields = _by_who(view.fields)

    def take(self, row: SourceRow, account: int | None) -> None:
        """Draft them, or hold them against those that the book has."""
        for who, fields in self._fields.items():
            told = {field: row.values.get(with_month(field, who)) for field in fields}
            done = self._contacts.take_further(who, told, account, row.place) if account is not None else None
            if done is not None:
                row.outcomes.append((Kind.CONTACT, done))


def _by_who(fields: Iterable[str]) -> dict[str, list[str]]:
    """The fields of further people ('contact.email@Billing contact') by who they are."""
    found: dict[str, list[str]] = {}
    for field in sorted(fields):
        if is_month_field(field) and field.startswith("contact."):
            found.setdefault(month_of(field), []).append(base_of(field))
    return found
