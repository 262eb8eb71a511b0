"""Contacts and contract lines as their dialogs give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import ChangeKind, Charge, Kind, LineStatus, ReasonFamily, StepName
from csdesk.models.money import MOST_MONEY
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.rows import name_of
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.models.drafts import Changes, Value


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """One of the customer's people. `id` None adds one."""

    account: int
    name: str
    title: str = ""
    department: str = ""
    email: str = ""
    phone: str = ""
    decision_maker: bool = False
    executive: bool = False
    relationship: int | None = None
    left_on: date | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ContractDraft:
    """A contract line. `amount` is minor units for `interval_months`, net of discount, without tax; None: not known.
    `ended_on` is the last day of service and only set when it has truly ended or is cancelled for a date;
    `cancelled_on` is the day the customer said so. `change` is why MRR rose or fell with it, None: as the contract
    lines tell. `list_amount` is the price without the discount that ends on `discount_ends_on`, for the same months as
    the amount. Amounts are in `currency`, '' for the book's."""

    account: int
    starts_on: date
    amount: int | None
    interval_months: int = 1
    product: str = ""
    plan: str = ""
    term_ends_on: date | None = None
    ended_on: date | None = None
    cancelled_on: date | None = None
    end_reason: str = ""
    reason_family: ReasonFamily | None = None
    notice_by: date | None = None
    list_amount: int | None = None
    discount_ends_on: date | None = None
    seats: int | None = None
    auto_renew: bool | None = None
    change: ChangeKind | None = None
    charge: Charge = Charge.RECURRING
    status: LineStatus = LineStatus.ACTIVE
    currency: str = ""
    id: int | None = None


def save_contact(book: Book, draft: ContactDraft) -> Changes:
    """Add a contact, or change the one with the draft's id. Raises Refused where it has no name."""
    if not draft.name.strip():
        raise Refused(Problem(Place(), "contact.name", draft.name, Reason.MISSING))
    values: dict[str, Value] = {
        "account_id": draft.account,
        "name": draft.name.strip(),
        "title": draft.title or None,
        "department": draft.department or None,
        "email": draft.email or None,
        "phone": draft.phone or None,
        "decision_maker": draft.decision_maker,
        "executive": draft.executive,
        "relationship": draft.relationship,
        "left_on": draft.left_on,
    }
    with book.step(StepName.EDIT_CONTACT if draft.id else StepName.ADD_CONTACT, subject=draft.name) as step:
        if draft.id:
            step.update(Kind.CONTACT, draft.id, values)
        else:
            step.insert(Kind.CONTACT, values)
    return step.changes


def save_contract(book: Book, draft: ContractDraft) -> Changes:
    """Add a contract line, or change the one with the draft's id. Raises Refused for impossible amounts and dates,
    Gone where the account has been deleted."""
    from csdesk.usecases.settings import book_settings

    _check(draft)
    name = StepName.EDIT_CONTRACT if draft.id else StepName.ADD_CONTRACT
    with book.step(name, subject=name_of(book, Kind.ACCOUNT, draft.account)) as step:
        values: dict[str, Value] = {
            "account_id": draft.account,
            "product_id": _product(book, step, draft.product),
            "plan": draft.plan or None,
            "amount": draft.amount,
            "interval_months": draft.interval_months,
            "currency": None if draft.currency in {"", book_settings(book).currency} else draft.currency,
            "starts_on": draft.starts_on,
            "term_ends_on": draft.term_ends_on,
            "ended_on": draft.ended_on,
            "cancelled_on": draft.cancelled_on,
            "end_reason": draft.end_reason or None,
            "end_reason_family": draft.reason_family,
            "notice_by": draft.notice_by,
            "list_amount": draft.list_amount,
            "discount_ends_on": draft.discount_ends_on,
            "seats": draft.seats,
            "auto_renew": draft.auto_renew,
            "change": draft.change,
            "charge": draft.charge.value,
            "status": draft.status.value,
        }
        if draft.id:
            step.update(Kind.CONTRACT, draft.id, values)
        else:
            step.insert(Kind.CONTRACT, values)
    return step.changes


def _check(draft: ContractDraft) -> None:
    if draft.amount is not None and draft.amount < 0:
        raise Refused(Problem(Place(), "contract.amount", str(draft.amount), Reason.NEGATIVE))
    for field, amount in (("contract.amount", draft.amount), ("contract.list_amount", draft.list_amount)):
        if amount is not None and abs(amount) > MOST_MONEY:
            raise Refused(Problem(Place(), field, str(amount), Reason.TOO_LARGE))
    if draft.interval_months < 1:
        raise Refused(Problem(Place(), "contract.interval", str(draft.interval_months), Reason.OUT_OF_RANGE))
    if draft.ended_on is not None and draft.ended_on < draft.starts_on:
        raise Refused(Problem(Place(), "contract.end", draft.ended_on.isoformat(), Reason.ENDS_BEFORE_START))


def _product(book: Book, step: Step, name: str) -> int | None:
    from csdesk.book.read import rows

    if not name.strip():
        return None
    present = rows(book, Kind.PRODUCT, where={"name": name.strip()})
    return int(str(present[0]["id"])) if present else step.insert(Kind.PRODUCT, {"name": name.strip()})
