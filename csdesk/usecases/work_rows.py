"""Goals, milestones, deals, feedback, exit interviews, mail results, risks and wins as a person types them in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.risks import reason_to_propose, refuse_unsound
from csdesk.usecases.rows import name_of, one_row, title_column
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes, Value
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency


class Entry(StrEnum):
    """How a field is given: figures as a person writes them, choices by their key, days and ticks as they are."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    TICK = "tick"
    CHOICE = "choice"


Given: TypeAlias = "str | int | date | None"
"""What a person gives for a field; ticks are 1 and 0."""


class InWords(NamedTuple):
    """How a form speaks: the currency of its amounts, where the row has none of its own, and the language."""

    currency: Currency
    language: Language


@dataclass(frozen=True, slots=True)
class WorkField:
    """One field of a row: how it is given, what stands there, and what it can be chosen from, as keys and words."""

    column: str
    name: str
    entry: Entry
    held: Given
    choices: tuple[tuple[Given, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WorkForm:
    """A row to be edited, or a new one. `rest` is what only its file tells of it, names and texts; `source` that
    file."""

    fields: tuple[WorkField, ...]
    rest: tuple[tuple[str, str], ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class WorkDraft:
    """What a person gave for a row of an account, 0 for none. `id` None adds one; fields that are not given stay as
    they are."""

    kind: Kind
    account: int
    given: Mapping[str, Given]
    id: int | None = None
    fit: tuple[str, str] = ("", "")
    """What is said along with a risk of how well its account fits, and why; '' leaves what is known."""


WORK_STEPS: Mapping[Kind, tuple[StepName, StepName]] = {
    Kind.GOAL: (StepName.ADD_GOAL, StepName.EDIT_GOAL),
    Kind.MILESTONE: (StepName.ADD_MILESTONE, StepName.EDIT_MILESTONE),
    Kind.DEAL: (StepName.ADD_DEAL, StepName.EDIT_DEAL),
    Kind.FEEDBACK: (StepName.ADD_FEEDBACK, StepName.EDIT_FEEDBACK),
    Kind.INTERVIEW: (StepName.ADD_INTERVIEW, StepName.EDIT_INTERVIEW),
    Kind.MAILING: (StepName.ADD_MAILING, StepName.EDIT_MAILING),
    Kind.RISK: (StepName.ADD_RISK, StepName.EDIT_RISK),
    Kind.WIN: (StepName.ADD_WIN, StepName.EDIT_WIN),
}
"""The kinds of row that are typed in here, and the steps that add and edit one."""
COLUMNS: Mapping[Kind, tuple[str, ...]] = {
    Kind.GOAL: (
        "statement", "victory", "status", "due_on", "reached_on", "owner_id",
        "metric", "unit", "baseline", "current", "target", "notes",
    ),
    Kind.MILESTONE: ("title", "goal_id", "due_on", "done_on", "customer_side", "owner_id", "notes"),
    Kind.DEAL: (
        "name", "outcome", "stage", "probability", "amount", "list_amount", "interval_months", "product_id", "plan",
        "opened_on", "close_on", "starts_on", "owner_id", "sales_rep", "channel", "industry", "use_case", "lost_reason",
        "review", "reviewed_on", "reviewed_by", "review_reason", "fit", "fit_reason", "notes",
    ),
    Kind.FEEDBACK: (
        "title", "text", "kind", "topic", "status", "given_on", "contact_id", "source", "votes", "owner_id",
        "department", "resolved_on", "told_on", "notes",
    ),
    Kind.INTERVIEW: (
        "on_date", "contact_id", "person_id", "stated_reason", "root_cause", "reason_family", "would_have_stayed",
        "quote", "rival", "themes", "initiative", "notes",
    ),
    Kind.MAILING: (
        "name", "on_date", "contact_id", "sent", "delivered", "opened", "clicked", "downloaded", "replied", "bounced",
        "unsubscribed",
    ),
    Kind.RISK: (
        "signal", "title", "level", "first_signal_on", "logged_on", "owner_id", "response",
        "outcome", "closed_on", "mrr_saved", "mrr_lost", "notes",
    ),
    Kind.WIN: ("title", "text", "on_date", "kind", "owner_id"),
}  # fmt: skip
"""What is asked of each kind, in the order in which it is filled in."""
_NEEDED = frozenset({"statement", "name", "title", "stated_reason"})
"""A row says nothing without it. A deal and a word of feedback may have come without a title, and stay so."""
_NEEDS = {Kind.RISK: frozenset({"first_signal_on", "logged_on"}), Kind.WIN: frozenset({"title", "on_date"})}
_LONG = frozenset(
    {"victory", "notes", "text", "stated_reason", "root_cause", "would_have_stayed", "quote", "review_reason",
     "response"}
)  # fmt: skip
_SHARES = frozenset({"probability"})
_LIMITS = {"interval_months": (1, 120)}
_MOST = 1_000_000_000
_FIELD_NAMES = {"interval_months": "interval_count"}


def needed(kind: Kind) -> frozenset[str]:
    """Fields without which a row of the kind cannot be."""
    return _NEEDS.get(kind, _NEEDED)


def work_form(book: Book, kind: Kind, account: int, row: int | None, words: InWords) -> WorkForm:
    """The form of a row, or of a new one. Raises Gone where the row has been deleted."""
    from csdesk.models.money import Currency

    values = one_row(book, kind, row) if row else {}
    if values.get("currency"):
        words = words._replace(currency=Currency(values["currency"]))
    fields = tuple(_field(book, (kind, account), column, values, words) for column in COLUMNS[kind])
    return WorkForm(fields, *_told(book, kind, row, words)) if row else WorkForm(fields)


def save_work(book: Book, draft: WorkDraft) -> Changes:
    """Add a row, or change the one with the draft's id. Raises Refused on the first field that cannot be taken, Gone
    where the account or the row has been deleted."""
    kind = draft.kind
    before = one_row(book, kind, draft.id) if draft.id else {}
    values = {column: _value(book, kind, column, given, before) for column, given in draft.given.items()}
    if kind is Kind.RISK:
        refuse_unsound({**before, **values})
    adding, editing = WORK_STEPS[kind]
    account = name_of(book, Kind.ACCOUNT, draft.account) if draft.account else ""
    subject = str({**before, **values}.get(title_column(kind)) or account)
    with book.step(editing if draft.id else adding, subject=subject) as step:
        if draft.id:
            step.update(kind, draft.id, values)
        else:
            step.insert(kind, {"account_id": draft.account or None, **values})
        fit = {column: said for column, said in zip(("fit", "fit_reason"), draft.fit, strict=True) if said}
        if fit:
            step.update(Kind.ACCOUNT, draft.account, fit)
    return step.changes


def _field(book: Book, of: tuple[Kind, int], column: str, values: Mapping[str, Any], words: InWords) -> WorkField:
    from csdesk.book.columns import layout
    from csdesk.wording.work_fields import form_words

    entry, name = _entry(of[0], column), form_words(of[0], column, words.language)
    held: Any = values[column] if values else _begun(book, of, column, layout(of[0]).defaults[column])
    unit = words.currency.code if entry is Entry.MONEY else "%" if entry is Entry.SHARE else ""
    choices = _choices(book, of, column, held, words.language) if entry is Entry.CHOICE else ()
    return WorkField(column, f"{name} ({unit})" if unit else name, entry, _shown(entry, held, words.currency), choices)


def _begun(book: Book, of: tuple[Kind, int], column: str, default: Any) -> Any:  # noqa: ANN401 - of its column's type
    """What a new row begins with: an exit interview with the kind of reason that the account's risks tell of."""
    return reason_to_propose(book, of[1]) if column == "reason_family" else default


def _entry(kind: Kind, column: str) -> Entry:
    """How a column is given, by what the book holds it to be."""
    from csdesk.book.columns import layout, money_columns, python_types
    from csdesk.wording.history import closed_words

    plan = layout(kind)
    if column in plan.references or closed_words(kind, column):
        return Entry.CHOICE
    if column in money_columns(kind):
        return Entry.MONEY
    if column in plan.dates:
        return Entry.DAY
    held = python_types(kind)[column]
    if held is str:
        return Entry.TEXT if column in _LONG else Entry.LINE
    if held is float:
        return Entry.SHARE if column in _SHARES else Entry.NUMBER
    return Entry.TICK if held is bool else Entry.COUNT


def _shown(entry: Entry, held: Any, currency: Currency) -> Given:  # noqa: ANN401 - a value of its column's type
    if held is None or entry in {Entry.DAY, Entry.CHOICE}:
        return cast("Given", held)
    if entry is Entry.MONEY:
        return f"{float(currency.main_units(held)):,.{currency.digits}f}"
    if entry is Entry.SHARE:
        return f"{held * 100:.12g}"
    if entry is Entry.NUMBER:
        return f"{held:.15g}"
    return int(held) if entry is Entry.TICK else str(held)


def _choices(
    book: Book, of: tuple[Kind, int], column: str, held: Given, language: Language
) -> tuple[tuple[Given, str], ...]:
    """What can be chosen, nothing (which has no word) first where a row may go without; what stands there always
    can."""
    from csdesk.book.columns import layout
    from csdesk.book.read import rows
    from csdesk.wording.history import closed_words

    kind, account = of
    to = layout(kind).references.get(column)
    found: dict[Given, str] = {} if layout(kind).defaults[column] else {None: ""}
    if to is None:
        found |= {key: words.say(language) for key, words in closed_words(kind, column).items()}
    else:
        where = {"account_id": account} if "account_id" in layout(to).references else None
        named = [(int(str(row["id"])), str(row[title_column(to)] or "")) for row in rows(book, to, where=where)]
        found |= dict(sorted(named, key=lambda one: one[1]))
    if held not in found:
        found[held] = name_of(book, to, int(str(held))) if to else str(held)
    return tuple(found.items())


def _told(book: Book, kind: Kind, row: int, words: InWords) -> tuple[tuple[tuple[str, str], ...], str]:
    """What a row says beside its fields, and where it came from."""
    from csdesk.usecases.row_details import row_details
    from csdesk.wording.history import column_words

    asked = {column_words(column, words.language) for column in COLUMNS[kind]}
    details = row_details(book, kind, row, words.currency, words.language)
    return tuple((name, text) for name, text in details.facts if name not in asked), details.source


def _value(book: Book, kind: Kind, column: str, given: Given, before: Mapping[str, Any]) -> Value:
    """A field as the book keeps it. Raises Refused."""
    entry = _entry(kind, column)
    if entry is Entry.TICK:
        return bool(given)
    if not isinstance(given, str | None):
        return given
    typed = (given or "").strip()
    if not typed:
        if column in needed(kind):
            raise _refused(kind, column, typed, Reason.MISSING)
        return None
    if entry is Entry.MONEY:
        return _amount(book, kind, column, typed, before)
    if entry in {Entry.NUMBER, Entry.COUNT, Entry.SHARE}:
        return _figure(kind, column, typed, entry)
    return typed


def _figure(kind: Kind, column: str, text: str, entry: Entry) -> Value:
    from csdesk.intake.fields import ValueType
    from csdesk.intake.values.reading import ColumnReading

    if entry is Entry.SHARE:
        text = text.removesuffix("%").removesuffix("％")
    read = ColumnReading(ValueType.COUNT if entry is Entry.COUNT else ValueType.NUMBER).read(text)
    if isinstance(read, Reason) or not isinstance(read, int | float):
        raise _refused(kind, column, text, Reason.NOT_A_NUMBER)
    if entry is Entry.NUMBER:
        return float(read)
    least, most = (0, 100) if entry is Entry.SHARE else _LIMITS.get(column, (0, _MOST))
    if not least <= read <= most:
        raise _refused(kind, column, text, Reason.OUT_OF_RANGE)
    return read / 100 if entry is Entry.SHARE else read


def _amount(book: Book, kind: Kind, column: str, text: str, before: Mapping[str, Any]) -> int:
    from decimal import Decimal
    from fractions import Fraction

    from csdesk.intake.fields import ValueType
    from csdesk.intake.values.reading import ColumnReading
    from csdesk.models.money import MOST_MONEY, Currency
    from csdesk.usecases.settings import book_settings

    paid_in = Currency(before["currency"]) if before.get("currency") else book_settings(book).money
    read = ColumnReading(ValueType.MONEY, code=paid_in.code).read(text)
    if not isinstance(read, Decimal):
        raise _refused(kind, column, text, read if isinstance(read, Reason) else Reason.NOT_MONEY)
    minor = paid_in.minor_units(Fraction(read))
    if abs(minor) > MOST_MONEY:
        raise _refused(kind, column, text, Reason.TOO_LARGE)
    return minor


def _refused(kind: Kind, column: str, seen: str, reason: Reason) -> Refused:
    return Refused(Problem(Place(), f"{kind}.{_FIELD_NAMES.get(column, column)}", seen, reason))
