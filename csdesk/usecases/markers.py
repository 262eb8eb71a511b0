"""Dated events that charts show: releases, new prices, a new positioning; listed, added, changed, deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, MarkerKind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.books import save_before
from csdesk.usecases.stopped import Refused
from csdesk.wording.kinds import MARKERS, key_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes, Value


@dataclass(frozen=True, slots=True)
class Marker:
    """One event; `source` is the file it came from, '' if typed in."""

    id: int
    on: date
    kind: MarkerKind
    title: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class MarkerTexts:
    """An event as a person types it; all of it is needed."""

    on: str = ""
    kind: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class MarkerEdit:
    """One cell as typed: the event, the name of a field of `MarkerTexts`, the text."""

    marker: int
    column: str
    text: str


_COLUMNS = {"on": "on_date", "kind": "kind", "title": "title"}
_FIELDS = {"on": "marker.date", "kind": "marker.kind", "title": "marker.title"}


def markers(book: Book) -> tuple[Marker, ...]:
    """Every event, the latest first."""
    from csdesk.book.read import rows, sources

    found = rows(book, Kind.MARKER)
    ids = [int(str(row["id"])) for row in found]
    places = sources(book, Kind.MARKER, ids)
    made = [
        Marker(
            id=number,
            on=date.fromisoformat(str(row["on_date"])),
            kind=MarkerKind(str(row["kind"])),
            title=str(row["title"]),
            source=places[number].file if number in places else "",
        )
        for number, row in zip(ids, found, strict=True)
    ]
    made.sort(key=lambda marker: (marker.on, marker.id), reverse=True)
    return tuple(made)


def add_marker(book: Book, texts: MarkerTexts) -> Changes:
    """Add an event. Raises Refused on the first field that cannot be taken."""
    values = {_COLUMNS[name]: _value(name, getattr(texts, name)) for name in _COLUMNS}
    with book.step(StepName.ADD_MARKER, subject=str(values["title"])) as step:
        step.insert(Kind.MARKER, values)
    return step.changes


def edit_markers(book: Book, edits: Sequence[MarkerEdit]) -> Changes:
    """Write typed cells as one step. Raises Refused on the first that cannot be taken; then none is."""
    taken = [(edit.marker, {_COLUMNS[edit.column]: _value(edit.column, edit.text)}) for edit in edits]
    save_before(book, len(edits))
    with book.step(StepName.EDIT_MARKER) as step:
        for marker, values in taken:
            step.update(Kind.MARKER, marker, values)
    return step.changes


def delete_markers(book: Book, chosen: Sequence[int]) -> Changes:
    """Delete events as one step."""
    save_before(book, len(chosen))
    with book.step(StepName.DELETE_MARKER) as step:
        step.delete_many(Kind.MARKER, chosen)
    return step.changes


def _value(column: str, text: str) -> Value:
    """A field as the book keeps it. Raises Refused."""
    typed = text.strip()
    if not typed:
        raise _refused(column, text, Reason.MISSING)
    if column == "kind":
        key = key_for(MARKERS, typed)
        if key is None:
            raise _refused(column, typed, Reason.UNKNOWN_WORD)
        return key
    return _day(typed) if column == "on" else typed


def _day(text: str) -> date:
    """'2026-10-01', '2026/10/1', '1 Oct 2026', '2026年10月1日'."""
    from csdesk.intake.fields import ValueType
    from csdesk.intake.values.reading import ColumnReading

    read = ColumnReading(ValueType.DATE).read(text)
    if not isinstance(read, date):
        raise _refused("on", text, read if isinstance(read, Reason) else Reason.NOT_A_DATE)
    return read


def _refused(column: str, seen: str, reason: Reason) -> Refused:
    return Refused(Problem(Place(), _FIELDS[column], seen, reason))
