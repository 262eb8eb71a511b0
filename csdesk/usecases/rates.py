"""Exchange rates by month: typed in, changed, pasted, deleted."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.books import save_before
from csdesk.usecases.clipped import clipped_cells
from csdesk.usecases.costs import month_of
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes, Value


@dataclass(frozen=True, slots=True)
class RateTexts:
    """A rate as a person types it: units of `base` (the book's currency, where it is left out) for one of `currency`,
    at the end of a month. The order is that of the table's columns."""

    month: str = ""
    currency: str = ""
    base: str = ""
    rate: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class RateEdit:
    """One cell as typed: the rate, the name of a field of `RateTexts`, the text."""

    row: int
    column: str
    text: str


COLUMNS = tuple(field.name for field in fields(RateTexts))
_ORDERS = {3: ("month", "currency", "rate"), 4: ("month", "currency", "base", "rate")}
"""What rows without headings hold, by how many columns they have."""
_NEEDED = frozenset({"month", "currency", "rate"})


def add_rates(book: Book, entries: Sequence[RateTexts]) -> Changes:
    """Add rates as one step; one that the book has of that month becomes the new one. Raises Refused on the first cell
    that cannot be taken; then nothing is changed."""
    from csdesk.book.read import rows
    from csdesk.usecases.settings import book_settings

    home = book_settings(book).currency
    taken = [{name: _value(name, getattr(texts, name), home) for name in COLUMNS} for texts in entries]
    for values in taken:
        _check(values)
    save_before(book, len(taken))
    held = {_key(row): int(str(row["id"])) for row in rows(book, Kind.EXCHANGE_RATE)}
    subject = str(taken[0]["month"]) if len({row["month"] for row in taken}) == 1 else ""
    with book.step(StepName.ADD_RATE, subject=subject) as step:
        for values in {_key(values): values for values in taken}.values():
            row = held.get(_key(values))
            if row is None:
                step.insert(Kind.EXCHANGE_RATE, values)
            else:
                step.update(Kind.EXCHANGE_RATE, row, values)
    return step.changes


def edit_rates(book: Book, edits: Sequence[RateEdit]) -> Changes:
    """Write typed cells as one step. Raises Refused on the first that cannot be taken, and where a month would have two
    rates of one pair; then none is."""
    from csdesk.book.read import rows
    from csdesk.usecases.settings import book_settings

    home = book_settings(book).currency
    held = {int(str(row["id"])): dict(row) for row in rows(book, Kind.EXCHANGE_RATE)}
    for edit in edits:
        held[edit.row][edit.column] = _value(edit.column, edit.text, home)
        _check(held[edit.row])
    keys = [_key(row) for row in held.values()]
    for edit in edits:
        if keys.count(_key(held[edit.row])) > 1:
            raise _refused(edit.column, edit.text, Reason.DUPLICATE)
    save_before(book, len(edits))
    with book.step(StepName.EDIT_RATE) as step:
        for row in dict.fromkeys(edit.row for edit in edits):
            step.update(Kind.EXCHANGE_RATE, row, {name: held[row][name] for name in COLUMNS})
    return step.changes


def delete_rates(book: Book, rates: Sequence[int]) -> Changes:
    """Delete exchange rates as one step."""
    save_before(book, len(rates))
    with book.step(StepName.DELETE_RATE) as step:
        step.delete_many(Kind.EXCHANGE_RATE, rates)
    return step.changes


def pasted_rates(text: str) -> tuple[RateTexts, ...]:
    """Rows copied from a spreadsheet: month, currency and rate, with the base before the rate where there are four.
    A first row that has no figure where the rate stands is one of headings. Raises Refused where there is no row."""
    lines = [line for line in clipped_cells(text) if any(map(str.strip, line))]
    order = _ORDERS.get(max(map(len, lines), default=0), COLUMNS)
    if len(lines) > 1 and not any(map(str.isdigit, "".join(lines[0][1:]))):
        lines = lines[1:]
    found = tuple(RateTexts(**dict(zip(order, line, strict=False))) for line in lines)
    if not found:
        raise Refused(Problem(Place(), "rate.month", text.strip()[:40], Reason.MISSING))
    return found


def other_currencies(book: Book) -> dict[str, bool]:
    """The currencies of contract lines and won deals that are not the book's, in order, and whether there is any rate
    of each."""
    from csdesk.usecases.snapshot import snapshot_of

    frames = snapshot_of(book).frames
    currencies = frames.currencies
    if currencies is None:
        return {}
    rated: Iterable[str] = set(currencies.rates["currency"].tolist())
    met = {*currencies.lines["currency"].tolist(), *frames.deals["currency"].tolist()} - {""}
    return {code: code in rated for code in sorted(met)}


def _key(values: dict[str, Value]) -> tuple[Value, ...]:
    return values["month"], values["currency"], values["base"]


def _check(values: dict[str, Value]) -> None:
    if values["currency"] == values["base"]:
        raise _refused("base", str(values["base"]), Reason.UNKNOWN_WORD)


def _value(column: str, text: str, home: str) -> Value:
    """A cell as the book keeps it. Raises Refused."""
    typed = text.strip()
    if not typed:
        if column in _NEEDED:
            raise _refused(column, text, Reason.MISSING)
        return home if column == "base" else None
    if column == "month":
        return month_of(typed, "rate.month")
    if column == "rate":
        return _rate(typed)
    return typed if column == "source" else _currency(column, typed)


def _currency(column: str, text: str) -> str:
    """'usd', '$' or '米ドル' as its code."""
    from csdesk.intake.values.currencies import pair_of

    pair = pair_of(text)
    if pair is None or pair.base or pair.per != 1:
        raise _refused(column, text, Reason.UNKNOWN_WORD)
    return pair.currency


def _rate(text: str) -> float:
    from decimal import Decimal

    from csdesk.intake.fields import ValueType
    from csdesk.intake.values.reading import ColumnReading

    read = ColumnReading(ValueType.MONEY).read(text)
    if not isinstance(read, Decimal):
        raise _refused("rate", text, Reason.NOT_A_NUMBER)
    if read <= 0:
        raise _refused("rate", text, Reason.NEGATIVE if read < 0 else Reason.OUT_OF_RANGE)
    return float(read)


_FIELDS = {"rate": "rate.value"}


def _refused(column: str, seen: str, reason: Reason) -> Refused:
    return Refused(Problem(Place(), _FIELDS.get(column, f"rate.{column}"), seen, reason))
