"""How customers did last, by account and name, so that what stands as it stood is no news."""

from collections import defaultdict
from collections.abc import Mapping

from csdesk.intake.planning.ledger import Ledger, iso
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind


class Marks:
    """The last mark of each account under each name, of the book and of the plan."""

    def __init__(self, ledger: Ledger) -> None:
        self._known: defaultdict[tuple[Value, Value], list[tuple[str, Value]]] = defaultdict(list)
        for _, row in ledger.rows(Kind.HEALTH_VALUE):
            self.note(row)

    def note(self, row: Mapping[str, Value]) -> None:
        """Remember a mark."""
        self._known[row.get("account_id"), row.get("factor")].append((str(iso(row.get("on_date"))), row.get("value")))

    def last(self, row: Mapping[str, Value]) -> Value:
        """The points that stood on the day of a row; None for none."""
        day = str(iso(row["on_date"]))
        known = [one for one in self._known.get((row["account_id"], row["factor"]), ()) if one[0] <= day]
        return max(known, key=lambda one: one[0])[1] if known else None
