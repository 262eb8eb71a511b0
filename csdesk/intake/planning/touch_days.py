"""Touches by account and day, by which those that several sheets tell of are known as one."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from csdesk.intake.planning.ledger import Ledger, iso
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, TouchType


class TouchDays:
    """Touches of the book and of the plan by account and day."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._days: defaultdict[tuple[Value, Value], list[int]] = defaultdict(list)
        for number, row in ledger.rows(Kind.TOUCH):
            self._days[row.get("account_id"), iso(row.get("on_date"))].append(number)

    def of(self, account: Value, day: Value) -> list[int]:
        """The touches of an account on a day."""
        return self._days.get((account, iso(day)), [])

    def note(self, account: Value, day: Value, number: int) -> None:
        """Remember a touch."""
        if number not in self._days[account, iso(day)]:
            self._days[account, iso(day)].append(number)

    def bare(self, columns: Mapping[str, Value], taken: Collection[int]) -> int | None:
        """The touch of that account and day of which no more is known, which a log tells of now."""
        for number in self.of(columns["account_id"], columns["on_date"]):
            held = {c: self._ledger.value(Kind.TOUCH, number, c) for c in ("note", "external_id", "minutes", "purpose")}
            kind = self._ledger.value(Kind.TOUCH, number, "type")
            if number not in taken and not any(held.values()) and kind in {TouchType.OTHER.value, columns["type"]}:
                return number
        return None
