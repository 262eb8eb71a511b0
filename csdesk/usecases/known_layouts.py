"""How tables of one shape are matched, as remembered of imports: listed, renamed, corrected, forgotten."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.intake.shapes import TableKind
from csdesk.models.kinds import Kind, StepName
from csdesk.usecases.rows import one_row

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from csdesk.book.file import Book
    from csdesk.intake.shapes import FoundTable
    from csdesk.models.drafts import Changes

LAYOUT_PAGE = "layout"
"""The page of the saved views that are no views: what shapes of tables are called."""


@dataclass(frozen=True, slots=True)
class KnownLayout:
    """One shape of table: its kind, and the field of each heading ('' for a column of its own). `name` is what a person
    calls it, else the file it was last chosen for; `at` and `who` tell of that, as far as it is known."""

    id: int
    shape: str
    name: str
    kind: TableKind
    fields: Mapping[str, str]
    at: datetime | None
    who: str


def known_layouts(book: Book) -> tuple[KnownLayout, ...]:
    """Every shape that is remembered, the one that was chosen last first."""
    from csdesk.book.read import last_steps, rows

    names = {str(row["name"]): _name(str(row["definition"])) for row in _named(book)}
    steps = last_steps(book, Kind.MATCHING)
    found = []
    for row in rows(book, Kind.MATCHING):
        number, shape = int(str(row["id"])), str(row["shape"])
        step = steps.get(number)
        fields: dict[str, str] = json.loads(str(row["columns"]))
        called = names.get(shape) or (step.subject if step else "") or ", ".join(list(fields)[:3])
        who, at = (step.who, step.at) if step else ("", None)
        found.append(KnownLayout(number, shape, called, TableKind(str(row["kind"])), fields, at, who))
    return tuple(sorted(found, key=lambda one: (one.at.timestamp() if one.at else 0, one.id), reverse=True))


def layouts_of(book: Book, found: Sequence[FoundTable]) -> tuple[KnownLayout | None, ...]:
    """What is remembered for each table."""
    from csdesk.usecases.importing import known_shape

    known = {layout.shape: layout for layout in known_layouts(book)}
    return tuple(known.get(known_shape(table)) for table in found)


def change_layout(book: Book, layout: KnownLayout, heading: str, field: str) -> Changes:
    """Take a column for another field from now on. Raises Gone where the shape is no longer remembered."""
    row = one_row(book, Kind.MATCHING, layout.id)
    fields = {**json.loads(str(row["columns"])), heading: field}
    with book.step(StepName.EDIT_LAYOUT, subject=layout.name) as step:
        step.update(Kind.MATCHING, layout.id, {"columns": json.dumps(fields, ensure_ascii=False)})
    return step.changes


def rename_layout(book: Book, layout: KnownLayout, name: str) -> Changes:
    """Call a shape something else; '' calls it by its file again."""
    present = {str(row["name"]): int(str(row["id"])) for row in _named(book)}
    definition = json.dumps({"name": name.strip()}, ensure_ascii=False)
    with book.step(StepName.EDIT_LAYOUT, subject=name.strip() or layout.name) as step:
        if layout.shape in present:
            step.update(Kind.SAVED_VIEW, present[layout.shape], {"definition": definition})
        else:
            step.insert(Kind.SAVED_VIEW, {"page": LAYOUT_PAGE, "name": layout.shape, "definition": definition})
    return step.changes


def forget_layouts(book: Book, layouts: Collection[KnownLayout]) -> Changes:
    """Let evidence alone decide how tables of these shapes are matched."""
    shapes = {layout.shape for layout in layouts}
    names = [int(str(row["id"])) for row in _named(book) if row["name"] in shapes]
    subject = next(iter(layouts)).name if len(layouts) == 1 else ""
    with book.step(StepName.FORGET_LAYOUT, subject=subject) as step:
        step.delete_many(Kind.MATCHING, [layout.id for layout in layouts])
        step.delete_many(Kind.SAVED_VIEW, names)
    return step.changes


def _named(book: Book) -> list[dict[str, Any]]:
    from csdesk.book.read import rows

    return rows(book, Kind.SAVED_VIEW, where={"page": LAYOUT_PAGE})


def _name(definition: str) -> str:
    return str(json.loads(definition).get("name", ""))
