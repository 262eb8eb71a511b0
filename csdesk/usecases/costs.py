"""What was spent, by month and channel: listed, typed in, pasted, deleted."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from csdesk.models.kinds import CostPurpose, Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.books import save_before
from csdesk.usecases.clipped import clipped_cells
from csdesk.usecases.stopped import Refused
from csdesk.wording.kinds import PURPOSES, key_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes, Value
    from csdesk.models.money import Currency


@dataclass(frozen=True, slots=True)
class CostRow:
    """One entry. `month` is YYYY-MM, `amount` minor units; `source` the file it came from, '' if typed in."""

    id: int
    month: str
    channel: str
    item: str
    purpose: CostPurpose
    amount: int
    notes: str
    source: str


@dataclass(frozen=True, slots=True)
class CostTexts:
    """An entry as a person types it; month and amount are needed. The order is that of the table's columns."""

    month: str = ""
    channel: str = ""
    item: str = ""
    purpose: str = ""
    amount: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class CostEdit:
    """One cell as typed: the entry, the name of a field of `CostTexts`, the text."""

    cost: int
    column: str
    text: str


COLUMNS = tuple(field.name for field in fields(CostTexts))
_ORDERS = {2: ("month", "amount"), 3: ("month", "channel", "amount"), 4: ("month", "channel", "item", "amount")}
"""What rows without headings hold, by how many columns they have."""
_NEEDED = frozenset({"month", "amount"})


def cost_rows(book: Book) -> tuple[CostRow, ...]:
    """Every entry, latest month first, then by channel and item."""
    from csdesk.book.read import rows, sources

    found = rows(book, Kind.COST)
    ids = [int(str(row["id"])) for row in found]
    places = sources(book, Kind.COST, ids)
    made = [
        CostRow(
            id=number,
            month=str(row["month"]),
            channel=str(row["channel"] or ""),
            item=str(row["item"] or ""),
            purpose=CostPurpose(str(row["purpose"])),
            amount=int(str(row["amount"])),
            notes=str(row["notes"] or ""),
            source=places[number].file if number in places else "",
        )
        for number, row in zip(ids, found, strict=True)
    ]
    made.sort(key=lambda row: (row.channel, row.item, row.id))
    return tuple(sorted(made, key=lambda row: row.month, reverse=True))


def add_costs(book: Book, entries: Sequence[CostTexts]) -> Changes:
    """Add entries as one step. Raises Refused on the first cell that cannot be taken; then none is added."""
    from csdesk.usecases.settings import book_settings

    money = book_settings(book).money
    taken = [{name: _value(name, getattr(texts, name), money) for name in COLUMNS} for texts in entries]
    save_before(book, len(taken))
    subject = str(taken[0]["month"]) if len({row["month"] for row in taken}) == 1 else ""
    with book.step(StepName.ADD_COST, subject=subject) as step:
        step.insert_many(Kind.COST, taken)
    return step.changes


def edit_costs(book: Book, edits: Sequence[CostEdit]) -> Changes:
    """Write typed cells as one step. Raises Refused on the first that cannot be taken; then none is."""
    from csdesk.usecases.settings import book_settings

    money = book_settings(book).money
    save_before(book, len(edits))
    with book.step(StepName.EDIT_COST) as step:
        for edit in edits:
            step.update(Kind.COST, edit.cost, {edit.column: _value(edit.column, edit.text, money)})
    return step.changes


def delete_costs(book: Book, costs: Sequence[int]) -> Changes:
    """Delete entries as one step."""
    save_before(book, len(costs))
    with book.step(StepName.DELETE_COST) as step:
        step.delete_many(Kind.COST, costs)
    return step.changes


def pasted_costs(text: str) -> tuple[CostTexts, ...]:
    """Rows copied from a spreadsheet, under headings of their own in either language, else in the order of the table's
    columns; of two, three or four columns the last is the amount. Raises Refused where there is no row."""
    lines = [line for line in clipped_cells(text) if any(map(str.strip, line))]
    order = _ORDERS.get(max(map(len, lines), default=0), COLUMNS)
    if lines and (named := _headed(lines[0])):
        order, lines = named, lines[1:]
    found = tuple(CostTexts(**{name: cell for name, cell in zip(order, line, strict=False) if name}) for line in lines)
    if not found:
        raise Refused(Problem(Place(), "cost.month", text.strip()[:40], Reason.MISSING))
    return found


def _headed(cells: Sequence[str]) -> tuple[str, ...]:
    """The field under each heading, '' where none is meant; nothing where the line is no line of headings."""
    from csdesk.intake.matching.words.folds import fold_words
    from csdesk.intake.vocabulary.money import COSTS

    meant = {
        fold_words(word): field.id.removeprefix("cost.")
        for field in reversed(COSTS)
        for word in (*field.hints, *field.bare, *field.says)
    }
    named = tuple(meant.get(fold_words(cell), "") for cell in cells)
    return named if set(named) >= _NEEDED else ()


def _value(column: str, text: str, currency: Currency) -> Value:
    """A cell as the book keeps it. Raises Refused."""
    typed = text.strip()
    if not typed:
        if column in _NEEDED:
            raise _refused(column, text, Reason.MISSING)
        return None
    if column == "month":
        return month_of(typed, "cost.month")
    if column == "amount":
        return _amount(typed, currency)
    if column == "purpose":
        key = key_for(PURPOSES, typed)
        if key is None:
            raise _refused(column, typed, Reason.UNKNOWN_WORD)
        return key
    return typed


def month_of(text: str, field: str) -> str:
    """'2026-10', '2026/10', 'Oct 2026', '2026年10月' or any day of the month. Raises Refused, as of a field."""
    from csdesk.intake.fields import ValueType
    from csdesk.intake.values.reading import ColumnReading

    read = ColumnReading(ValueType.MONTH).read(text)
    if isinstance(read, Reason) or not isinstance(read, str):
        raise Refused(Problem(Place(), field, text, Reason.NOT_A_MONTH))
    return read


def _amount(text: str, currency: Currency) -> int:
    found = amount_typed(text, currency)
    if isinstance(found, Reason):
        raise _refused("amount", text, found)
    return found


def amount_typed(text: str, currency: Currency) -> int | Reason:
    """Money from 0 up as a person writes it, in minor units; or why it cannot be taken."""
    from decimal import Decimal
    from fractions import Fraction

    from csdesk.intake.fields import ValueType
    from csdesk.intake.values.reading import ColumnReading
    from csdesk.models.money import MOST_MONEY

    read = ColumnReading(ValueType.MONEY).read(text)
    if not isinstance(read, Decimal):
        return Reason.NOT_MONEY
    if read < 0:
        return Reason.NEGATIVE
    minor = currency.minor_units(Fraction(read))
    return Reason.TOO_LARGE if minor > MOST_MONEY else minor


def _refused(column: str, seen: str, reason: Reason) -> Refused:
    return Refused(Problem(Place(), f"cost.{column}", seen, reason))
