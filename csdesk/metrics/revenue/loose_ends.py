"""What is missing or doubled among contacts, next steps and owners, and contract lines that were entered twice."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from csdesk.metrics.engine.lacks import Lack

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """A row to look at; `other` is the row it may be the same as, or shares an address with."""

    lack: Lack
    account: int
    row: int
    since: date | None = None
    other: int = 0


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """How a contact can be reached, folded for comparing."""

    id: int
    account: int
    email: str
    phone: str
    left_on: date | None


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """A next step that is still open."""

    id: int
    account: int
    owned: bool
    due_on: date | None


@dataclass(frozen=True, slots=True)
class LineFacts:
    """All that a contract line says, in one value for comparing."""

    id: int
    account: int
    starts_on: date
    says: Hashable


def contact_ends(contacts: Collection[ContactFacts], gone: Collection[int], day: date) -> Iterator[LooseEnd]:
    """Contacts who cannot be reached, who stand twice in an account, or whose address is also another customer's; of
    customers that are not `gone`, as long as they are there."""
    there = [c for c in contacts if c.account not in gone and (c.left_on is None or c.left_on > day)]
    for contact in there:
        if not contact.email and not contact.phone:
            yield LooseEnd(Lack.REACH, contact.account, contact.id)
    for one, other in _twice((c, (c.account, c.email)) for c in there if c.email):
        yield LooseEnd(Lack.SAME_CONTACT, one.account, one.id, other=other.id)
    shared = dict(_elsewhere((c, c.phone) for c in there if c.phone))
    shared |= _elsewhere((c, c.email) for c in there if c.email)
    for row, (contact, first) in sorted(shared.items()):
        yield LooseEnd(Lack.SHARED_CONTACT, contact.account, row, other=first.id)


def _elsewhere(
    keyed: Iterable[tuple[ContactFacts, Hashable]],
) -> Mapping[int, tuple[ContactFacts, ContactFacts]]:
    """Contacts whose key an earlier contact of another account has, each with the first of those."""
    firsts: dict[Hashable, ContactFacts] = {}
    found: dict[int, tuple[ContactFacts, ContactFacts]] = {}
    for contact, key in keyed:
        first = firsts.setdefault(key, contact)
        if first.account != contact.account:
            found[contact.id] = (contact, first)
    return found


def task_ends(tasks: Iterable[TaskFacts]) -> Iterator[LooseEnd]:
    """Open next steps of nobody, or for no day."""
    for task in tasks:
        if not task.owned:
            yield LooseEnd(Lack.TASK_OWNER, task.account, task.id, task.due_on)
        if task.due_on is None:
            yield LooseEnd(Lack.TASK_DAY, task.account, task.id)


def line_ends(lines: Iterable[LineFacts]) -> Iterator[LooseEnd]:
    """Contract lines that say the same as an earlier one of their account."""
    for one, other in _twice((line, (line.account, line.says)) for line in lines):
        yield LooseEnd(Lack.SAME_LINE, one.account, one.id, one.starts_on, other.id)


def owner_ends(owners: Mapping[int, int], inactive: Collection[int], gone: Collection[int]) -> Iterator[LooseEnd]:
    """Accounts, not `gone`, whose owner no longer works with us."""
    for account, owner in owners.items():
        if owner in inactive and account not in gone:
            yield LooseEnd(Lack.OWNER_LEFT, account, account)


def _twice(keyed: Iterable[tuple[T, Hashable]]) -> Iterator[tuple[T, T]]:
    """Each row whose key an earlier one has, with the first of those."""
    groups: defaultdict[Hashable, list[T]] = defaultdict(list)
    for row, key in keyed:
        groups[key].append(row)
    for first, *others in groups.values():
        for other in others:
            yield other, first
