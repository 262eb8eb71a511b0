"""The accounts table: what it shows, and changing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.books import save_before
from csdesk.usecases.rows import name_of
from csdesk.usecases.stopped import Refused
from csdesk.usecases.team import person_named
from csdesk.wording.kinds import FITS, TIERS, key_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.models.drafts import Changes, Value
    from csdesk.models.kinds import Band
    from csdesk.wording.speech import Words

CUSTOM = "custom:"
"""Prefix of the book's own columns wherever columns are named."""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account as the table shows it. Money is minor units; `trend` is MRR at the last 12 month ends."""

    id: int
    name: str
    score: float | None
    band: Band
    coverage: float
    mrr: Fraction
    paying: bool
    trend: tuple[float, ...]
    renewal_on: date | None
    renewal_undecided: bool
    last_touch_on: date | None
    owner: str
    tier: str
    segment: str
    industry: str
    region: str
    size: str
    channel: str
    stage: str
    fit: str
    sentiment: int | None
    next_step: str
    next_due: date | None
    external_id: str
    domain: str
    notes: str
    custom: Mapping[str, str]
    fit_reason: str = ""
    by_hand: bool = False
    """Whether a person said the score."""
    referred_by: str = ""


@dataclass(frozen=True, slots=True)
class AccountsTable:
    """Every account, with the names of the book's own columns and of the team, for choosing."""

    rows: tuple[AccountRow, ...]
    custom_columns: tuple[str, ...]
    owners: tuple[str, ...]
    as_of: date


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell as the person typed it. `column` is an AccountRow field name, or `custom:HEADING`."""

    account: int
    column: str
    text: str


EDITABLE = (
    "name",
    "owner",
    "tier",
    "segment",
    "industry",
    "region",
    "size",
    "channel",
    "stage",
    "fit",
    "fit_reason",
    "referred_by",
    "sentiment",
    "external_id",
    "domain",
    "notes",
)
"""AccountRow fields a person may type into; custom columns as well."""

_LISTS: dict[str, Mapping[str, Words]] = {"tier": TIERS, "fit": FITS}


def edit_accounts(book: Book, edits: Sequence[CellEdit]) -> Changes:
    """Write typed cells as one step. Raises Refused on the first that cannot be taken; then none is."""
    save_before(book, len(edits))
    subject = name_of(book, Kind.ACCOUNT, edits[0].account) if len({e.account for e in edits}) == 1 else ""
    with book.step(StepName.EDIT_ACCOUNTS, subject=subject) as step:
        for edit in edits:
            if edit.column.startswith(CUSTOM):
                _set_custom(book, step, edit)
            else:
                step.update(Kind.ACCOUNT, edit.account, _typed(book, step, edit))
    return step.changes


def add_account(book: Book, name: str) -> Changes:
    """Add an account of that name."""
    wanted = name.strip()
    if not wanted:
        raise Refused(_problem("name", name, Reason.MISSING))
    with book.step(StepName.ADD_ACCOUNT, subject=wanted) as step:
        step.insert(Kind.ACCOUNT, {"name": wanted, "created_on": book.clock().date()})
    return step.changes


def delete_accounts(book: Book, accounts: Sequence[int]) -> Changes:
    """Delete accounts with their contracts, people, touches and the rest, as one step.

    Raises Gone where a single one has been deleted already, BookError where no copy can be saved before many.
    """
    save_before(book, len(accounts))
    subject = name_of(book, Kind.ACCOUNT, accounts[0]) if len(accounts) == 1 else ""
    with book.step(StepName.DELETE_ACCOUNTS, subject=subject) as step:
        for account in accounts:
            step.delete(Kind.ACCOUNT, account)
    return step.changes


def _typed(book: Book, step: Step, edit: CellEdit) -> dict[str, Value]:
    text = edit.text.strip()
    if edit.column == "owner":
        return {"owner_id": person_named(book, step, text)}
    if edit.column == "name" and not text:
        raise Refused(_problem(edit.column, name_of(book, Kind.ACCOUNT, edit.account), Reason.MISSING))
    if edit.column not in EDITABLE:
        raise Refused(_problem(edit.column, edit.text, Reason.NOT_UNDERSTOOD))
    if not text:
        return {edit.column: None}
    if edit.column == "sentiment":
        return {edit.column: _one_to_five(edit)}
    if edit.column in _LISTS:
        return {edit.column: _listed(edit)}
    return {edit.column: text}


def _listed(edit: CellEdit) -> str:
    """A tier or fit by either language's word; other words are kept, for teams that name their tiers otherwise."""
    return key_for(_LISTS[edit.column], edit.text) or edit.text.strip()


def _one_to_five(edit: CellEdit) -> int:
    import unicodedata

    text = unicodedata.normalize("NFKC", edit.text).strip()
    if text not in {"1", "2", "3", "4", "5"}:
        raise Refused(_problem(edit.column, edit.text, Reason.OUT_OF_RANGE))
    return int(text)


def _set_custom(book: Book, step: Step, edit: CellEdit) -> None:
    from csdesk.book.read import rows

    heading = edit.column.removeprefix(CUSTOM)
    fields = {row["name"]: row["id"] for row in rows(book, Kind.CUSTOM_FIELD, where={"kind": Kind.ACCOUNT.value})}
    field = fields.get(heading) or step.insert(Kind.CUSTOM_FIELD, {"kind": Kind.ACCOUNT.value, "name": heading})
    present = rows(book, Kind.CUSTOM_VALUE, where={"field_id": field, "row_id": edit.account})
    text = edit.text.strip()
    if present and text:
        step.update(Kind.CUSTOM_VALUE, int(str(present[0]["id"])), {"value": text})
    elif present:
        step.delete(Kind.CUSTOM_VALUE, int(str(present[0]["id"])))
    elif text:
        step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": edit.account, "value": text})


def _problem(field: str, seen: str, reason: Reason) -> Problem:
    return Problem(Place(), f"account.{field}", seen, reason)
