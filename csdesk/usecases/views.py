"""Views of a table that the team keeps in the book: filter, order and columns under a name."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.rows import delete_row
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes


@dataclass(frozen=True, slots=True)
class View:
    """What a view keeps. `base` is the view it was made within ('' for all rows), `sort` a column's key ('' for none),
    `columns` an arrangement of order, widths and hidden columns by key."""

    base: str = ""
    filter: str = ""
    sort: str = ""
    falling: bool = False
    columns: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view of the book, by its name."""

    id: int
    name: str
    view: View


def saved_views(book: Book, page: str) -> tuple[SavedView, ...]:
    """The views of a page, by name. One that a later csdesk wrote shows what this one understands."""
    from csdesk.book.read import rows

    found: list[dict[str, Any]] = rows(book, Kind.SAVED_VIEW, where={"page": page})
    views = [SavedView(row["id"], row["name"], _read(row["definition"])) for row in found]
    return tuple(sorted(views, key=lambda saved: saved.name))


def save_view(book: Book, page: str, name: str, view: View) -> Changes:
    """Keep a view under a name, in the place of one of that name. Raises Refused without a name."""
    return keep(book, page, name, asdict(view))


def keep(book: Book, page: str, name: str, kept: Mapping[str, Any]) -> Changes:
    """Keep what a page shows under a name, as JSON, in the place of what has that name. Raises Refused without one."""
    from csdesk.book.read import rows

    wanted = name.strip()
    if not wanted:
        raise Refused(Problem(Place(), "view.name", name, Reason.MISSING))
    definition = json.dumps(kept, ensure_ascii=False)
    with book.step(StepName.SAVE_VIEW, subject=wanted) as step:
        present = rows(book, Kind.SAVED_VIEW, where={"page": page, "name": wanted})
        if present:
            step.update(Kind.SAVED_VIEW, int(str(present[0]["id"])), {"definition": definition})
        else:
            step.insert(Kind.SAVED_VIEW, {"page": page, "name": wanted, "definition": definition})
    return step.changes


def delete_view(book: Book, view: int) -> Changes:
    """Forget a view. Raises Gone where another window has deleted it."""
    return delete_row(book, Kind.SAVED_VIEW, view)


def _read(definition: str) -> View:
    try:
        kept = json.loads(definition)
    except (ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        return View()
    columns = kept.get("columns")
    return View(
        base=str(kept.get("base", "")),
        filter=str(kept.get("filter", "")),
        sort=str(kept.get("sort", "")),
        falling=kept.get("falling") is True,
        columns=columns if isinstance(columns, dict) else {},
    )
