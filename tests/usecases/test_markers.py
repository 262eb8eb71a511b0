"""Dated events: typed, changed, refused, imported and exported."""

from datetime import date

import pytest

from csdesk.book.file import Book
from csdesk.models.kinds import Language, MarkerKind, StepName
from csdesk.models.problems import Reason
from csdesk.usecases.books import take_back, undo_state
from csdesk.usecases.importing import Matching, TableKind, apply_plan, match_tables, plan_import, read_pasted
from csdesk.usecases.markers import Marker, MarkerEdit, MarkerTexts, add_marker, delete_markers, edit_markers, markers
from csdesk.usecases.sentences import step_sentence
from csdesk.usecases.settings import book_settings
from csdesk.usecases.stopped import Refused

TODAY = date(2026, 4, 1)


def told(book: Book) -> list[tuple[str, str, str]]:
    return [(str(marker.on), marker.kind.value, marker.title) for marker in markers(book)]


def undo(book: Book) -> None:
    last = undo_state(book).undo
    assert last is not None
    take_back(book, last.step)


def test_events_are_typed_as_people_write_them_and_undone(book: Book) -> None:
    changes = add_marker(book, MarkerTexts("2026年1月5日", "価格改定", " New prices "))
    assert changes.name is StepName.ADD_MARKER
    assert "New prices" in step_sentence(changes, Language.EN)
    add_marker(book, MarkerTexts("3 Feb 2026", "release", "Version 6"))
    assert told(book) == [("2026-02-03", "release", "Version 6"), ("2026-01-05", "price", "New prices")]
    first = markers(book)[0]
    assert first == Marker(first.id, date(2026, 2, 3), MarkerKind.RELEASE, "Version 6", "")
    edit_markers(book, [MarkerEdit(first.id, "on", "2026-02-10"), MarkerEdit(first.id, "kind", "Positioning")])
    assert told(book)[0] == ("2026-02-10", "positioning", "Version 6")
    undo(book)
    assert told(book)[0] == ("2026-02-03", "release", "Version 6")
    delete_markers(book, [first.id])
    assert len(told(book)) == 1
    undo(book)
    undo(book)
    assert told(book) == [("2026-01-05", "price", "New prices")]


@pytest.mark.parametrize(
    ("texts", "field", "reason"),
    [
        (MarkerTexts("", "release", "A"), "marker.date", Reason.MISSING),
        (MarkerTexts("31/02/2026", "release", "A"), "marker.date", Reason.NOT_A_DATE),
        (MarkerTexts("soon", "release", "A"), "marker.date", Reason.NOT_A_DATE),
        (MarkerTexts("2026-01-01", "party", "A"), "marker.kind", Reason.UNKNOWN_WORD),
        (MarkerTexts("2026-01-01", "release", "  "), "marker.title", Reason.MISSING),
    ],
)
def test_what_cannot_be_taken_is_refused_whole(book: Book, texts: MarkerTexts, field: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        add_marker(book, texts)
    assert (refused.value.problem.field, refused.value.problem.reason) == (field, reason)
    add_marker(book, MarkerTexts("2026-01-01", "release", "A"))
    marker = markers(book)[0].id
    with pytest.raises(Refused):
        edit_markers(book, [MarkerEdit(marker, "title", "B"), MarkerEdit(marker, "on", "never")])
    assert told(book) == [("2026-01-01", "release", "A")]


def test_imported_events_say_where_they_came_from(book: Book) -> None:
    found = read_pasted("Marker: date\tMarker: kind\tMarker: title\n2026-02-03\tRelease\tVersion 6\n", "pasted")
    plan = plan_import(book, match_tables(found, (Matching(TableKind.MARKERS, {}, {}),), book_settings(book)), TODAY)
    apply_plan(book, plan)
    assert told(book) == [("2026-02-03", "release", "Version 6")]
    assert markers(book)[0].source
