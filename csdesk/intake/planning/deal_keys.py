"""By what deals are found again."""

from collections.abc import Mapping

from csdesk.intake.folding import fold_name, own_id
from csdesk.intake.planning.ledger import Ledger
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind


class DealKeys:
    """Deals by id; else by who they are with and what they are called, whether that is an account by now or not."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._ids: dict[str, int] = {}
        self._names: dict[tuple[str, str], int] = {}
        for number, row in ledger.rows(Kind.DEAL):
            self.note(number, row)

    def note(self, number: int, row: Mapping[str, Value]) -> None:
        """Remember a deal."""
        if own := own_id(row.get("external_id")):
            self._ids.setdefault(own, number)
        self._names.setdefault(self._key(row), number)

    def _key(self, row: Mapping[str, Value]) -> tuple[str, str]:
        account = row.get("account_id")
        who = self._ledger.value(Kind.ACCOUNT, account, "name") if isinstance(account, int) else row.get("prospect")
        return fold_name(str(who or "")).base, own_id(row.get("name"))

    def find(self, row: Mapping[str, Value]) -> int | None:
        """The deal that these columns tell of."""
        own = own_id(row.get("external_id"))
        if own in self._ids:
            return self._ids[own]
        number = self._names.get(self._key(row))
        held = self._ledger.value(Kind.DEAL, number, "external_id") if number is not None else None
        return None if own and held else number
