"""Whose row it is: the account and the person it speaks of, found or drafted with what the row tells of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from csdesk.intake.fields import base_of
from csdesk.intake.folding import fold_id, fold_name
from csdesk.intake.matching.fields.address_parts import ADDRESS, joined
from csdesk.intake.matching.fields.further_ids import FURTHER_ID
from csdesk.intake.planning.accounts import FileIds, Found, Wanted, wanted_from
from csdesk.intake.planning.facts import ACCOUNT_COLUMNS, account_columns, facts_of, field_of_column
from csdesk.intake.planning.how_they_are import HowTheyAre
from csdesk.intake.planning.ledger import iso, same
from csdesk.intake.planning.loose_facts import LooseFacts
from csdesk.intake.planning.old_names import learn_name
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.shapes import Clean, Record, TableKind, Verdict
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

if TYPE_CHECKING:
    from csdesk.intake.lookalikes import Lookalike

NAMES = (
    "account.name",
    "account.legal_name",
    "account.short_name",
    "account.external_id",
    "account.domain",
    "account.corporate_number",
)
"""Fields that may stand for an account's name, best first."""

_IDENTIFYING = (*NAMES, "contact.email")
_NEED_ACCOUNT = frozenset({TableKind.TOUCHES, TableKind.USE, TableKind.ACCOUNTS, TableKind.CONTRACTS, TableKind.MATRIX,
     TableKind.GOALS, TableKind.MILESTONES, TableKind.INTERVIEWS, TableKind.MOVEMENTS,
     TableKind.HEALTH})  # fmt: skip


class Who:
    """Accounts and people of one table's rows."""

    def __init__(self, view: TableView, how: HowTheyAre) -> None:
        self._view, self._shared = view, view.shared
        fields = view.fields
        self._facts_of = facts_of(fields)
        self._loose = LooseFacts(view, how)
        self._address = [match.field for match in view.matched.columns if base_of(match.field) == ADDRESS]
        told = {*(fields & {"contact.email", "contact.external_id"}), *self._address}
        self._speaks = sorted({*fields.intersection(ACCOUNT_COLUMNS), *self._loose.fields, *told})
        self._has_people = any(field.startswith("contact.") for field in fields)
        self._further = tuple(sorted(field for field in fields if field.startswith(FURTHER_ID)))
        self._identifying = [*(field for field in _IDENTIFYING if field in fields), *self._further]
        self._ids = self._file_ids()
        self._met: dict[tuple[Clean, ...], int] = {}
        self._added: list[tuple[SourceRow, int, Wanted]] = []
        self.lookalikes: list[Lookalike] = []
        self._asked: set[str] = set()

    def _file_ids(self) -> FileIds:
        """The ids that the table calls accounts by; who is called so matters where the book has any of them alone."""
        told = {own for own in set(self._view.cells.of("account.external_id")) if isinstance(own, str)}
        ids, accounts = frozenset(map(fold_id, told)) - {""}, self._shared.accounts
        return accounts.ids_of(ids, self._all_wanted() if accounts.have_any_id(ids) else {})

    def _all_wanted(self) -> Mapping[Wanted, int]:
        """What the rows tell of their accounts, and how many tell it."""
        found = Counter[Wanted]()
        for told, count in Counter(self._view.cells.told(self._identifying)).items():
            found[wanted_from(dict(zip(self._identifying, told, strict=True)), self._further)] += count
        return found

    @property
    def tells(self) -> list[str]:
        """The fields that settle whose a row is and what it says of them."""
        people = (field for field in self._view.fields if field.startswith("contact."))
        return sorted({*self._speaks, *self._identifying, *people})

    def is_settled(self, row: SourceRow) -> bool:
        """Whether every row that tells the same is of the same account and says nothing new of anybody."""
        contradicts = any(done.verdict is Verdict.CONFLICT for _, done in row.outcomes)
        return not contradicts and tuple(map(row.values.get, self._speaks)) in self._met

    def account(self, row: SourceRow, head: Record | None) -> int | None:
        """The account of a row; a row that continues another is of that one's account. None where there is none, and
        the row is refused where it cannot do without."""
        values = row.values if head is None else {**head.values, **_filled(row.values)}
        again = tuple(map(values.get, self._speaks))
        if again in self._met and self._view.main is not Kind.ACCOUNT:
            return self._met[again]
        wanted = wanted_from(values, self._further)
        found = self._shared.accounts.find(wanted, self._ids)
        if found.id is None and not wanted.is_named:
            return self._of_person(row)
        if found.likely is Reason.AMBIGUOUS_ACCOUNT:
            found = self._told_by_person(row, wanted.name) or found
        found = self._settled(row, values, wanted, found)
        if found.likely is Reason.AMBIGUOUS_ACCOUNT:
            self._view.say(row, "account.name", Reason.AMBIGUOUS_ACCOUNT, seen=wanted.name, refuses=True)
            return None
        if found.id is None and self._view.kind is TableKind.MAILINGS:
            # Mailings go to many who are no customers.
            self._view.say(row, "account.name", Reason.UNKNOWN_ACCOUNT, seen=wanted.name, refuses=True)
            return None
        number = self._new(row, values, wanted) if found.id is None else self._known(row, found.id, found, again)
        if found.id is None:
            self._shared.accounts.note(number, wanted)
        self._shared.sames.note(wanted, number, row.place)
        self._met[again] = number
        if found.likely and (number, found.likely) not in self._shared.said:
            self._shared.said.add((number, found.likely))
            self._view.say(row, "account.name", found.likely, seen=wanted.name)
        return number

    def known(self, row: SourceRow) -> int | None:
        """The account that a row surely speaks of, where there is one; none is made."""
        found = self._shared.accounts.find(wanted_from(row.values, self._further), self._ids)
        return None if found.likely else found.id

    def _told_by_person(self, row: SourceRow, name: str) -> Found | None:
        """Of several accounts of one name, the one whose person the row names."""
        number = self._shared.contacts.account_of(row.values)
        held = self._shared.ledger.value(Kind.ACCOUNT, number, "name") if number is not None else None
        fits = held is not None and fold_name(str(held)).may_be(fold_name(name))
        return Found(number) if fits else None

    def _of_person(self, row: SourceRow) -> int | None:
        """The account of the person a row names, where the row itself names no account."""
        number = self._shared.contacts.account_of(row.values)
        if number is None:
            number = self._shared.accounts.find(wanted_from(row.values), self._ids).id
        named = self._view.kind is TableKind.MAILINGS and row.values.get("contact.email")
        if number is None and (named or self._view.kind in _NEED_ACCOUNT):
            self._view.say(row, "contact.email", Reason.UNKNOWN_ACCOUNT, refuses=True)
        return number

    def _facts(self, row: SourceRow) -> dict[str, Value]:
        columns = account_columns(row.values, self._facts_of)
        if len(self._address) > 1:
            columns["address"] = joined([str(row.values.get(field) or "") for field in self._address]) or None
        owner = row.values.get("account.owner")
        if isinstance(owner, str) and owner:
            columns["owner_id"] = self._shared.people.get(owner, row.place)
        return columns

    def _settled(self, row: SourceRow, values: Mapping[str, Clean], wanted: Wanted, found: Found) -> Found:
        """The account that is meant, by a person's word where there is one; what may be asked is asked."""
        settled = self._shared.sames.settled(wanted, found)
        if found.likely:
            self._ask(row, values, wanted, found.others)
        elif settled.told and settled.id is not None and settled.id != found.id:
            self._ask(row, values, wanted, (settled.id,))
        return settled

    def _ask(self, row: SourceRow, values: Mapping[str, Clean], wanted: Wanted, others: tuple[int, ...]) -> None:
        """Ask, once for all rows that call their account so, which of these it is."""
        asked = self._shared.sames.asked(wanted, others, row.record.line, values)
        if others and asked.row.of not in self._asked:
            self._asked.add(str(asked.row.of))
            self.lookalikes.append(asked)

    def _new(self, row: SourceRow, values: Mapping[str, Clean], wanted: Wanted) -> int:
        columns = self._facts(row)
        columns["name"] = str(first_told(values, NAMES))
        done = self._shared.ledger.add(Kind.ACCOUNT, columns, self._loose.of(row), row.place)
        self._shared.claimed[done.id] = columns
        self._added.append((row, done.id, wanted))
        row.outcomes.append((Kind.ACCOUNT, done))
        return done.id

    def settle(self) -> None:
        """Say which of the new accounts are so like another that a person should look."""
        names = {number: str(self._shared.ledger.value(Kind.ACCOUNT, number, "name")) for _, number, _ in self._added}
        alike = self._shared.accounts.alike(list(names.values()))
        for row, number, wanted in self._added:
            others, sames = alike.get(names[number], ()), self._shared.sames
            if others and not any(problem.reason is Reason.LIKELY_SAME for problem in row.problems):
                # Of two new ones it is asked about the later.
                self._ask(row, row.values, wanted, tuple(other for other in others if other > number))
                if not sames.is_settled(number) and not all(map(sames.is_settled, others)):
                    self._view.say(row, "account.name", Reason.LIKELY_SAME, seen=names[number])

    def _known(self, row: SourceRow, number: int, found: Found, told: tuple[Clean, ...]) -> int:
        """What a row says of an account that is known already. Names are corrected by ids alone."""
        seen = (number, told if not row.record.head else tuple(map(row.values.get, self._speaks)))
        is_main = self._view.main is Kind.ACCOUNT and not row.record.head
        if seen in self._shared.said and not is_main:
            return number
        self._shared.said.add(seen)
        columns = self._facts(row)
        held = self._shared.ledger.value(Kind.ACCOUNT, number, "name")
        if not (found.surely and is_main) and columns.get("name") != held:
            columns.pop("name", None)
        if found.likely is Reason.LIKELY_SAME or (
            (found.told or found.elsewhere) and self._shared.ledger.value(Kind.ACCOUNT, number, "external_id")
        ):
            columns.pop("external_id", None)
        if found.loosely and number not in self._shared.claimed:
            columns = self._missing(row, number, columns)
        custom = self._loose.of(row)
        done = self._shared.ledger.offer(Kind.ACCOUNT, number, columns, custom, row.place, in_parts=not is_main)
        learn_name(self._shared, done, row.place)
        if is_main:
            self._view.claimed_twice(row, Kind.ACCOUNT, number, columns, done)
        elif done.conflicts:
            column, _, new = done.conflicts[0]
            self._view.contradict(row, Kind.ACCOUNT, column, new)
            done.verdict = Verdict.CHANGED if done.changes else Verdict.SAME
        if done.changes or not row.record.head:
            row.outcomes.append((Kind.ACCOUNT, done))
        return number

    def _missing(self, row: SourceRow, number: int, columns: Mapping[str, Value]) -> dict[str, Value]:
        """Of what a row says of an account that it may mean, what the account lacks or has so; other facts are told."""
        held = {column: self._shared.ledger.value(Kind.ACCOUNT, number, column) for column in columns}
        others = [column for column, old in held.items() if iso(old) is not None and not same(old, columns[column])]
        for column in others:
            if (value := columns[column]) is not None:
                seen = self._view.named(column, value)
                self._view.say(row, field_of_column(Kind.ACCOUNT.value, column), Reason.LIKELY_SAME, seen=seen)
        return {column: value for column, value in columns.items() if column not in others}

    def contact(self, row: SourceRow, account: int | None) -> int | None:
        """The person a row speaks of; people listed in one cell are taken as well."""
        if not self._has_people:
            return None
        names, taken = row.values.get("contact.names"), []
        if isinstance(names, str) and account is not None:
            taken = self._shared.contacts.take_names(names, account, row.place)
            row.outcomes += [(Kind.CONTACT, one) for one in taken]
        custom = self._view.own(row, Kind.CONTACT)
        done = self._shared.contacts.take(row.values, account, custom, row.place)
        if done is None:
            return taken[0].id if taken else None
        email = row.values.get("contact.email")
        if account is not None and isinstance(email, str):
            self._shared.accounts.note_host(account, email)
        row.outcomes.append((Kind.CONTACT, done))
        return done.id


def first_told(values: Mapping[str, Clean], fields: Sequence[str]) -> Clean:
    """The value of the first of some fields that has one."""
    for field in fields:
        if value := values.get(field):
            return value
    return None


def _filled(values: Mapping[str, Clean]) -> dict[str, Clean]:
    return {name: value for name, value in values.items() if value is not None}
