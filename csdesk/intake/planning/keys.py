"""By what rows other than accounts and contracts are found again."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from csdesk.intake.folding import own_id
from csdesk.intake.planning.ledger import Ledger, Outcome, iso
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place

_Key: TypeAlias = tuple[Value, ...]
_BY_ID = {
    Kind.TOUCH: ("external_id",),
    Kind.TICKET: ("external_id",),
    Kind.ANSWER: ("external_id", "survey"),
    Kind.INVOICE: ("external_id",),
    Kind.GOAL: ("account_id", "external_id"),
    Kind.MILESTONE: ("account_id", "external_id"),
    Kind.DEAL: ("external_id",),
    Kind.FEEDBACK: ("external_id",),
    Kind.INTERVIEW: ("account_id", "external_id"),
    Kind.MAILING: ("external_id", "account_id", "contact_id"),
}
_BY_CONTENT = {
    Kind.TOUCH: ("account_id", "on_date", "type", "note", "person_id"),
    Kind.TASK: ("account_id", "touch_id", "title"),
    Kind.USE: ("account_id", "contact_id", "measure_id", "on_date", "grain"),
    Kind.TICKET: ("account_id", "subject", "opened_at"),
    Kind.ANSWER: ("account_id", "contact_id", "survey", "score", "answered_on", "comment"),
    Kind.INVITATION: ("account_id", "contact_id", "survey", "asked_on", "name"),
    Kind.MARKER: ("on_date", "title"),
    Kind.INVOICE: ("account_id", "number", "issued_on", "amount"),
    Kind.GOAL: ("account_id", "statement"),
    Kind.MILESTONE: ("account_id", "goal_id", "title"),
    Kind.FEEDBACK: ("account_id", "contact_id", "given_on", "title", "text"),
    Kind.INTERVIEW: ("account_id", "contact_id", "on_date", "stated_reason"),
    Kind.MAILING: ("name", "on_date", "account_id", "contact_id"),
    Kind.HEALTH_VALUE: ("account_id", "factor", "on_date"),
    Kind.PERIOD_FIGURE: ("starts_on", "ends_on", "name", "scope", "kind"),
    Kind.EXCHANGE_RATE: ("month", "currency", "base"),
    Kind.COST: ("month", "purpose", "channel", "item"),
}
_AT_ITS_TIME = {
    Kind.TASK: ("account_id", "touch_id", "title", "due_on"),
    Kind.MILESTONE: ("account_id", "goal_id", "title", "due_on"),
}
"""What comes again under one name ('Monthly call') is first looked for by its day as well."""


_OF_PERSON = frozenset({Kind.ANSWER, Kind.INVITATION, Kind.TICKET, Kind.FEEDBACK})
"""What a person may have said before anybody knew of which account he is."""
_PERSON = "person"


class Keyed:
    """Rows of one kind by id, else by content. Where rows may rightly be equal (costs, answers without a name) the
    n-th of the file is the n-th of the book."""

    def __init__(self, ledger: Ledger, kind: Kind) -> None:
        self._ledger, self.kind = ledger, kind
        self._ids: defaultdict[_Key, list[int]] = defaultdict(list)
        self._met: Counter[_Key] = Counter()
        self.claimed: set[int] = set()
        for number, row in ledger.rows(kind):
            for key in self._keys(row):
                self._ids[key].append(number)

    def _keys(self, row: Mapping[str, Value]) -> list[_Key]:
        """The keys of a row, best first."""
        found: list[_Key] = []
        if own_id(row.get("external_id")):
            found.append(("id", *(own_id(row.get(column)) for column in _BY_ID[self.kind])))
        told = (_AT_ITS_TIME.get(self.kind), _BY_CONTENT[self.kind])
        found += [tuple(iso(row.get(column)) for column in columns) for columns in told if columns is not None]
        if self.kind in _OF_PERSON and (person := row.get("contact_id")):
            rest = (column for column in _BY_CONTENT[self.kind] if column not in {"account_id", "contact_id"})
            found.append((_PERSON, person, *(iso(row.get(column)) for column in rest)))
        return found

    def find(self, row: Mapping[str, Value]) -> int | None:
        """The row of the book, or of the plan, that one of these columns would be."""
        return self._find(row, self._keys(row), repeats=False)

    def take(
        self, row: Mapping[str, Value], custom: Mapping[str, str], place: Place | None, *, repeats: bool = False
    ) -> Outcome:
        """The row found or drafted. `repeats`: equal rows are rows of their own."""
        keys = self._keys(row)
        number = self._find(row, keys, repeats=repeats)
        if number is None:
            done = self._ledger.add(self.kind, row, custom, place)
            for key in keys:
                self._ids[key].append(done.id)
        else:
            done = self._ledger.offer(self.kind, number, row, custom, place)
        return done

    def fill(self, number: int, row: Mapping[str, Value], custom: Mapping[str, str], place: Place | None) -> Outcome:
        """Say what a row is of which only the day was known; from now on it is found by that."""
        if self._ledger.is_new(number):
            done = self._ledger.amend(self.kind, number, row)
        else:
            done = self._ledger.offer(self.kind, number, row, custom, place)
        for key in self._keys(row):
            self._ids[key].append(number)
        return done

    def _find(self, row: Mapping[str, Value], keys: list[_Key], *, repeats: bool) -> int | None:
        for key in keys:
            numbers = self._ids.get(key, [])
            if repeats:
                at = self._met[key]
                self._met[key] += 1
                return numbers[at] if at < len(numbers) else None
            for number in numbers:
                if self.kind in _AT_ITS_TIME and key is keys[-1] and number in self.claimed:
                    continue
                if key[:1] == (_PERSON,) and self._ledger.value(self.kind, number, "account_id"):
                    continue
                held = own_id(self._ledger.value(self.kind, number, "external_id"))
                if not held or not row.get("external_id") or held == own_id(row["external_id"]):
                    return number
        return None
