"""Data to complete: what is missing, stale or doubled in the book, with the MRR that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from csdesk.metrics.engine.lacks import Lack
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.intake.likeness import Identity
    from csdesk.metrics.revenue.loose_ends import ContactFacts, LineFacts, LooseEnd
    from csdesk.usecases.snapshot import Snapshot

__all__ = ["Finding", "HygienePage", "Lack", "Part", "hygiene_page"]

LEFT_PAGE = "hygiene"
"""The page of the saved views that are no views: what is left as it is."""

KIND_OF = {
    Lack.RENEWAL: Kind.CONTRACT,
    Lack.REASON: Kind.CONTRACT,
    Lack.AMOUNT: Kind.CONTRACT,
    Lack.RATE: Kind.CONTRACT,
    Lack.START: Kind.CONTRACT,
    Lack.SAME_LINE: Kind.CONTRACT,
    Lack.REACH: Kind.CONTACT,
    Lack.SHARED_CONTACT: Kind.CONTACT,
    Lack.SAME_CONTACT: Kind.CONTACT,
    Lack.TASK_OWNER: Kind.TASK,
    Lack.TASK_DAY: Kind.TASK,
}
"""What kind of row lacks it, where it is not the account itself."""


class Part(StrEnum):
    """What findings are grouped by where they are listed."""

    OWNERS = "owners"
    RENEWALS = "renewals"
    REASONS = "reasons"
    AMOUNTS = "amounts"
    CONTACTS = "contacts"
    TOUCHES = "touches"
    DOUBLES = "doubles"
    TASKS = "tasks"


_PARTS = {
    Part.OWNERS: (Lack.OWNER, Lack.OWNER_LEFT),
    Part.RENEWALS: (Lack.RENEWAL,),
    Part.REASONS: (Lack.REASON,),
    Part.AMOUNTS: (Lack.AMOUNT, Lack.RATE, Lack.START),
    Part.CONTACTS: (Lack.CONTACT, Lack.DECIDER, Lack.REACH, Lack.SHARED_CONTACT),
    Part.TOUCHES: (Lack.TOUCH,),
    Part.DOUBLES: (Lack.SAME_ACCOUNT, Lack.SAME_LINE, Lack.SAME_CONTACT),
    Part.TASKS: (Lack.TASK_OWNER, Lack.TASK_DAY),
}
PART_OF: Mapping[Lack, Part] = {lack: part for part, lacks in _PARTS.items() for lack in lacks}
"""The group of each kind of finding."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to complete. `row` lacks it: the account itself, a contract line, a contact or a next step, called
    `about`. `mrr` hangs on it, in minor units. Of a pair `other` is the second row, `other_account` whose it is, and
    `why` what two accounts share. `left` says that a person has left it as it is."""

    lack: Lack
    account: int
    account_name: str
    row: int
    about: str
    mrr: Fraction
    since: date | None
    other: int = 0
    other_account: int = 0
    other_name: str = ""
    why: str = ""
    left: bool = False

    @property
    def id(self) -> str:
        """What makes it itself, from one day to the next."""
        return f"{self.lack}:{self.row:x}" + (f":{self.other:x}" if self.other else "")


@dataclass(frozen=True, slots=True)
class Completeness:
    """How complete the book is: paying accounts of which nothing is open to complete, among all; and their MRR, in
    minor units, among all MRR."""

    accounts: int
    of_accounts: int
    mrr: Fraction
    of_mrr: Fraction

    @property
    def score(self) -> Fraction | None:
        """Share of the MRR that rests on complete data; None where nobody pays."""
        return self.mrr / self.of_mrr if self.of_mrr else None


@dataclass(frozen=True, slots=True)
class HygienePage:
    """Findings, the most MRR first; the team, for choosing owners; how many accounts there are; how complete the book
    is."""

    findings: tuple[Finding, ...]
    owners: tuple[str, ...]
    accounts: int
    complete: Completeness

    @property
    def open(self) -> tuple[Finding, ...]:
        """Those that nobody has left as they are."""
        return tuple(finding for finding in self.findings if not finding.left)


def hygiene_page(book: Book, as_of: date) -> HygienePage:
    """Everything to complete as of a day."""
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    return snapshot.kept(("hygiene", as_of), lambda: _page(book, snapshot, as_of))


def _page(book: Book, snapshot: Snapshot, as_of: date) -> HygienePage:
    from csdesk.book.read import rows

    found = _Findings(book, snapshot, as_of)
    active = [str(row["name"]) for row in rows(book, Kind.PERSON) if row["active"]]
    ranked = sorted(found.all(), key=lambda finding: (-finding.mrr, finding.account_name, finding.lack))
    return HygienePage(tuple(ranked), tuple(sorted(active)), len(snapshot.accounts), _complete(ranked, found.mrr))


def _complete(findings: Iterable[Finding], mrr: Mapping[int, Fraction]) -> Completeness:
    """What is left as it is lacks nothing; a pair lacks on both sides."""
    lacking = {account for one in findings if not one.left for account in (one.account, one.other_account)}
    paying = {account: paid for account, paid in mrr.items() if paid > 0}
    whole = {account: paid for account, paid in paying.items() if account not in lacking}
    sums = (sum(one.values(), Fraction(0)) for one in (whole, paying))
    return Completeness(len(whole), len(paying), *sums)


class _Findings:
    """Everything the findings look up, read once."""

    def __init__(self, book: Book, snapshot: Snapshot, as_of: date) -> None:
        from csdesk.book.read import known, rows

        self.snapshot, self.as_of = snapshot, as_of
        self.rows: Mapping[Kind, tuple[Mapping[str, Any], ...]] = known(
            book, (Kind.CONTRACT, Kind.CONTACT, Kind.TASK, Kind.PERSON)
        )
        self.context = snapshot.context(as_of)
        self.mrr = self._mrr()
        self.left = {str(row["name"]) for row in rows(book, Kind.SAVED_VIEW, where={"page": LEFT_PAGE})}
        self.about = dict(self._titles())
        held: Iterator[Mapping[str, Any]] = (
            row for found in self.rows.values() for row in found if "account_id" in row
        )
        self.accounts: Mapping[int, int] = {row["id"]: row["account_id"] or 0 for row in held}

    def all(self) -> Iterator[Finding]:
        """In no order."""
        yield from self._of_figures()
        for end in self._loose_ends():
            yield self._finding(end.lack, end.account, end.row, end.since, other=end.other)
        yield from self._doubles()

    def _of_figures(self) -> Iterator[Finding]:
        """What figures rest on as well."""
        from csdesk.metrics.engine.days import OPEN, as_date
        from csdesk.metrics.engine.lacks import kind_of
        from csdesk.models.money import from_ticks

        lacks = self.context.lacks
        columns = (lacks.lack, lacks.account, lacks.row, lacks.mrr, lacks.since)
        for place, account, row, mrr, since in zip(*(column.tolist() for column in columns), strict=True):
            day = None if since == OPEN else as_date(since)
            yield self._finding(kind_of(place), account, row, day, mrr=from_ticks(mrr))

    def _loose_ends(self) -> Iterator[LooseEnd]:
        from csdesk.metrics.revenue import loose_ends as ends

        gone = self._gone()
        rows = self.rows
        tasks = (
            ends.TaskFacts(row["id"], row["account_id"] or 0, row["owner_id"] is not None, row["due_on"])
            for row in rows[Kind.TASK]
            if row["done_on"] is None
        )
        inactive = {int(row["id"]) for row in rows[Kind.PERSON] if not row["active"]}
        owners = {int(row["id"]): int(row["owner_id"] or 0) for row in self.snapshot.accounts}
        yield from ends.contact_ends(list(_contacts(rows[Kind.CONTACT])), gone, self.as_of)
        yield from ends.task_ends(tasks)
        yield from ends.line_ends(_lines(rows[Kind.CONTRACT]))
        yield from ends.owner_ends(owners, inactive, gone)

    def _doubles(self) -> Iterator[Finding]:
        """Accounts that may be one."""
        from csdesk.intake.likeness import alike

        for pair in alike(list(_identities(self.snapshot.accounts))):
            both = self.mrr.get(pair.first, Fraction(0)) + self.mrr.get(pair.second, Fraction(0))
            yield self._finding(
                Lack.SAME_ACCOUNT, pair.first, pair.first, None, mrr=both, other=pair.second, why=pair.why.value
            )

    def _finding(
        self,
        lack: Lack,
        account: int,
        row: int,
        since: date | None,
        *,
        mrr: Fraction | None = None,
        other: int = 0,
        why: str = "",
    ) -> Finding:
        names = self.snapshot.names
        whose = other if lack is Lack.SAME_ACCOUNT else self.accounts.get(other, 0)
        found = Finding(
            lack=lack,
            account=account,
            account_name=names.get(account, ""),
            row=row,
            about=self.about.get(row, ""),
            mrr=self.mrr.get(account, Fraction(0)) if mrr is None else mrr,
            since=since,
            other=other,
            other_account=whose,
            other_name=names.get(whose, "") if other else "",
            why=why,
        )
        return replace(found, left=True) if self.left and found.id in self.left else found

    def _mrr(self) -> Mapping[int, Fraction]:
        from csdesk.models.money import from_ticks

        ledger = self.context.ledger
        paid = ledger.segments.mrr_on(ledger.cutoff).tolist()
        return {account: from_ticks(ticks) for account, ticks in zip(ledger.accounts.tolist(), paid, strict=True)}

    def _gone(self) -> set[int]:
        """Accounts that have paid and do no longer."""
        ledger = self.context.ledger
        owners, _ = ledger.first_paid()
        paying = ledger.accounts[ledger.segments.paying_on(ledger.cutoff)]
        return set(ledger.accounts[owners].tolist()) - set(paying.tolist())

    def _titles(self) -> Iterable[tuple[int, str]]:
        """What rows that are not accounts are called."""
        products = self.snapshot.products
        for row in self.rows[Kind.CONTRACT]:
            product = products.get(str(row["product_id"]), "")
            yield row["id"], " · ".join(filter(None, (product, row["plan"]))) or row["name"] or row["external_id"] or ""
        for row in self.rows[Kind.CONTACT]:
            yield row["id"], row["name"]
        for row in self.rows[Kind.TASK]:
            yield row["id"], row["title"]


def _contacts(rows: Iterable[Mapping[str, Any]]) -> Iterator[ContactFacts]:
    from csdesk.intake.folding import fold_id, fold_word
    from csdesk.metrics.revenue.loose_ends import ContactFacts

    for row in rows:
        email, phone = row["email"], row["phone"]
        yield ContactFacts(
            row["id"],
            row["account_id"] or 0,
            fold_word(email) if email else "",
            "".join(filter(str.isdigit, fold_id(phone))) if phone else "",
            row["left_on"],
        )


_TOLD_APART = frozenset({"id", "external_id", "name", "notes", "known_until", "end_reading"})
"""Columns in which two entries of one contract line may differ."""


def _lines(rows: Sequence[Mapping[str, Any]]) -> Iterator[LineFacts]:
    from csdesk.metrics.revenue.loose_ends import LineFacts

    if rows:
        says = itemgetter(*(name for name in rows[0] if name not in _TOLD_APART))
        for row in rows:
            yield LineFacts(row["id"], row["account_id"], row["starts_on"], says(row))


def _identities(rows: Iterable[Mapping[str, Any]]) -> Iterator[Identity]:
    from csdesk.intake.likeness import Identity

    for row in rows:
        names = tuple(dict.fromkeys(row[name] for name in ("name", "legal_name", "short_name") if row[name]))
        numbers = (row[name] or "" for name in ("corporate_number", "external_id", "domain"))
        yield Identity(row["id"], names, *numbers)
