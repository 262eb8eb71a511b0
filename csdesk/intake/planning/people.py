"""The team's people and the customers' people that rows speak of: found, or drafted on the way."""

import re
from collections.abc import Mapping

from csdesk.intake.folding import fold_id, fold_person, fold_word, own_id
from csdesk.intake.matching.fields.further_people import role_of
from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.planning.ledger import Ledger, Outcome
from csdesk.intake.shapes import Clean
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place

_PLAIN = {
    "contact.kana": "kana", "contact.email": "email", "contact.phone": "phone", "contact.title": "title",
    "contact.department": "department", "contact.decision_maker": "decision_maker", "contact.executive": "executive",
    "contact.role": "role", "contact.relationship": "relationship", "contact.notes": "notes",
}  # fmt: skip


class Named:
    """Rows that a folded name alone identifies: the team, products, measures."""

    def __init__(self, ledger: Ledger, kind: Kind, column: str = "name") -> None:
        self._ledger, self._kind, self._column = ledger, kind, column
        self._ids: dict[str, int] = {}
        self._seen: dict[str, int] = {}
        for number, row in ledger.rows(kind):
            self._ids.setdefault(fold_person(str(row[column])), number)

    def get(self, word: str, place: Place | None, **values: Value) -> int:
        """The row that goes by a word, drafted where there is none; `values` go into a new row."""
        known = self._seen.get(word)
        if known is None:
            key = fold_person(word)
            known = self._ids.get(key)
            if known is None:
                drafted = {self._column: word, **values}
                known = self._ids[key] = self._ledger.mention(self._kind, drafted, place)
            self._seen[word] = known
        return known


class Contacts:
    """Customers' people by id, e-mail address, or name within their account."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._ids: dict[str, int] = {}
        self._emails: dict[str, int] = {}
        self._names: dict[tuple[Value, str], int] = {}
        for number, row in ledger.rows(Kind.CONTACT):
            self._note(number, row)

    def _note(self, number: int, row: Mapping[str, Value]) -> None:
        if own := own_id(row.get("external_id")):
            self._ids.setdefault(own, number)
        if row.get("email"):
            self._emails.setdefault(fold_word(str(row["email"])), number)
        self._names.setdefault((row.get("account_id"), fold_person(str(row["name"]))), number)

    def account_of(self, values: Mapping[str, Clean]) -> int | None:
        """The account of the person a row names by id or e-mail, where the book knows the person."""
        number = self._by_id(values)
        account = self._ledger.value(Kind.CONTACT, number, "account_id") if number is not None else None
        return account if isinstance(account, int) else None

    def _by_id(self, values: Mapping[str, Clean]) -> int | None:
        own, email = values.get("contact.external_id"), values.get("contact.email")
        number = self._ids.get(fold_id(own)) if isinstance(own, str) else None
        return self._emails.get(fold_word(email)) if number is None and isinstance(email, str) else number

    def take(
        self, values: Mapping[str, Clean], account: int | None, custom: Mapping[str, str], place: Place | None
    ) -> Outcome | None:
        """The person a row speaks of: found or drafted, with what the row says of them. None where it names nobody."""
        name, email, own = full_name(values), values.get("contact.email"), values.get("contact.external_id")
        if not (name or email or own):
            return None
        number = self._by_id(values)
        if number is None and name:
            number = self._names.get((account, fold_person(name)))
            number = None if number is not None and self._is_another(number, email, own) else number
        columns: dict[str, Value] = {column: _value(values.get(field)) for field, column in _PLAIN.items()}
        columns["left_on"] = day_of(values.get("contact.left_on"))
        columns |= {"account_id": account, "external_id": _value(own), "name": name or _value(email) or _value(own)}
        if number is None:
            done = self._ledger.add(Kind.CONTACT, columns, custom, place, assumed=() if name else ("name",))
            self._note(done.id, columns)
            return done
        columns["account_id"] = None if self._ledger.value(Kind.CONTACT, number, "account_id") else account
        columns["name"] = name or None
        held = self._ledger.value(Kind.CONTACT, number, "email")
        if fold_word(str(held or "")) == fold_word(str(email or "")):
            columns["email"] = held or None
        done = self._ledger.offer(Kind.CONTACT, number, columns, custom, place)
        if email and isinstance(email, str):
            self._emails.setdefault(fold_word(email), number)
        if any(column in {"name", "account_id"} for column, _, _ in done.changes):
            known = {column: self._ledger.value(Kind.CONTACT, number, column) for column in ("name", "account_id")}
            self._note(number, known)
        return done

    def _is_another(self, number: int, email: Clean, own: Clean) -> bool:
        """Whether a namesake in the account has another address or id than the row gives."""
        for column, value in (("email", email), ("external_id", own)):
            held = self._ledger.value(Kind.CONTACT, number, column)
            if held and value and fold_word(str(held)) != fold_word(str(value)):
                return True
        return False

    def take_further(self, name: str, values: Mapping[str, Clean], account: int, place: Place | None) -> Outcome | None:
        """A further person of a customer, whose column is called `name`: what he is to the customer is his title, as
        long as none is known."""
        role, decides, executive = role_of(name)
        told = {"contact.decision_maker": decides, "contact.executive": executive, **values}
        if role and not told.get("contact.title") and not self._has_title(told, account):
            told["contact.title"] = role
        return self.take(told, account, {}, place)

    def _has_title(self, values: Mapping[str, Clean], account: int) -> bool:
        number = self._by_id(values)
        number = self._names.get((account, fold_person(full_name(values)))) if number is None else number
        return number is not None and bool(self._ledger.value(Kind.CONTACT, number, "title"))

    def take_names(self, names: str, account: int, place: Place | None) -> list[Outcome]:
        """People listed by name in one cell."""
        listed = dict.fromkeys(name.strip() for name in re.split(r"[,、;；\n]", names))
        taken = [self.take({"contact.name": name}, account, {}, place) for name in listed if name]
        return [one for one in taken if one is not None]


def full_name(values: Mapping[str, Clean]) -> str:
    """A person's name: as one cell has it, else first and last name in the order of their script."""
    whole = values.get("contact.name")
    if isinstance(whole, str) and whole:
        return whole
    first, last = (str(values.get(f"contact.{part}_name") or "") for part in ("first", "last"))
    return f"{first} {last}".strip() if (first + last).isascii() or not last else f"{last} {first}".strip()


def _value(value: Clean) -> Value:
    assert not isinstance(value, tuple)
    return value if isinstance(value, str | int | float | bool) else None
