"""Views kept in the book: read back as saved, one a name, undone and redone, and harmless when they are strange."""

import json

import pytest

from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Reason
from csdesk.usecases import books
from csdesk.usecases.stopped import Refused
from csdesk.usecases.views import View, delete_view, save_view, saved_views

VIEW = View("at_risk", "製造 high", "mrr", falling=True, columns={"order": ["name", "mrr"], "hidden": ["tier"]})


def test_a_view_is_read_back_as_it_was_saved(book: Book) -> None:
    changes = save_view(book, "accounts", "  要注意の製造業 ", VIEW)
    assert (changes.name, changes.subject) == (StepName.SAVE_VIEW, "要注意の製造業")
    (saved,) = saved_views(book, "accounts")
    assert (saved.name, saved.view) == ("要注意の製造業", VIEW)
    assert saved_views(book, "other") == ()


def test_a_name_holds_one_view_a_page(book: Book) -> None:
    save_view(book, "accounts", "A", VIEW)
    save_view(book, "accounts", "A", View(filter="x"))
    save_view(book, "other", "A", VIEW)
    (saved,) = saved_views(book, "accounts")
    assert saved.view == View(filter="x")


def test_saving_and_deleting_are_undone_and_redone(book: Book) -> None:
    empty = dump(book)
    save_view(book, "accounts", "A", VIEW)
    kept = dump(book)
    changes = delete_view(book, saved_views(book, "accounts")[0].id)
    assert (changes.name, changes.subject) == (StepName.DELETE_VIEW, "A")
    gone = dump(book)
    assert saved_views(book, "accounts") == ()
    for step, wanted in ((books.undo, kept), (books.undo, empty), (books.redo, kept), (books.redo, gone)):
        assert step(book) is not None
        assert dump(book) == wanted


def test_a_view_needs_a_name(book: Book) -> None:
    with pytest.raises(Refused) as refused:
        save_view(book, "accounts", " \u3000", VIEW)
    assert refused.value.problem.reason is Reason.MISSING
    assert rows(book, Kind.SAVED_VIEW) == []


@pytest.mark.parametrize(
    ("definition", "view"),
    [
        ("not json", View()),
        ("[1]", View()),
        (json.dumps({"filter": "a", "columns": [], "falling": "yes", "later": 1}), View(filter="a")),
    ],
)
def test_what_another_version_wrote_does_no_harm(book: Book, definition: str, view: View) -> None:
    with book.step(StepName.SAVE_VIEW) as step:
        step.insert(Kind.SAVED_VIEW, {"page": "accounts", "name": "A", "definition": definition})
    assert [saved.view for saved in saved_views(book, "accounts")] == [view]
