"""The bin: what a person deleted, put back to the last letter."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.book.bin import Deleted, PutBack, contents, put_back
from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.errors import NameTaken, OwnerGone, RowGone
from csdesk.book.file import Book
from csdesk.book.merging.merge import merge
from csdesk.book.read import rows
from csdesk.models.deletions import DELETIONS
from csdesk.models.kinds import Kind, StepName
from tests.thorough import examples

BATCH = {"at": datetime(2025, 4, 1, tzinfo=UTC), "who": "s", "file": "f", "sha256": "", "tables": "[]", "counts": "{}"}


def delete(book: Book, kind: Kind, *ids: int) -> None:
    with book.step(DELETIONS[kind], "what went") as step:
        step.delete_many(kind, ids)


def lying(book: Book) -> dict[tuple[Kind, int], Deleted]:
    return {(one.kind, one.row): one for one in contents(book)}


def number(book: Book, kind: Kind, row: int) -> int:
    return lying(book)[kind, row].number


def back(book: Book, kind: Kind, row: int) -> PutBack:
    return put_back(book, [number(book, kind, row)])


def test_an_account_lies_there_as_one_with_all_that_went_with_it(filled: Any) -> None:
    delete(filled.book, Kind.ACCOUNT, filled.account)
    (found,) = contents(filled.book)
    assert (found.kind, found.row, found.title, found.account_name) == (Kind.ACCOUNT, filled.account, "見本商事", "")
    assert found.goes_with == {Kind.CONTACT: 1, Kind.CONTRACT: 1, Kind.TOUCH: 1, Kind.TASK: 1, Kind.USE: 15}
    assert (found.who, found.at) == ("sample", datetime(2025, 4, 1, 0, 30, tzinfo=UTC))


def test_a_single_row_names_its_account(filled: Any) -> None:
    delete(filled.book, Kind.TOUCH, filled.touch)
    (found,) = contents(filled.book)
    assert (found.kind, found.title, found.account_name) == (Kind.TOUCH, "first call", "見本商事")
    assert found.goes_with == {}


@pytest.mark.parametrize("kind", [Kind.ACCOUNT, Kind.CONTACT, Kind.CONTRACT, Kind.TOUCH, Kind.TASK])
def test_putting_back_gives_the_same_book(filled: Any, kind: Kind) -> None:
    book, row = filled.book, getattr(filled, kind.value)
    with book.step(StepName.IMPORT, "more.csv") as step:
        batch = step.insert(Kind.BATCH, BATCH)
        step.insert_many(
            Kind.SOURCE, [{"batch_id": batch, "kind": str(kind), "row_id": row, "sheet": "", "line": n} for n in (2, 3)]
        )
        field = step.insert(Kind.CUSTOM_FIELD, {"kind": str(kind), "name": "own"})
        step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": row, "value": "kept"})
    before = dump(book)
    delete(book, kind, row)
    without = dump(book)
    changes = back(book, kind, row)
    assert (changes.name, changes.unlinked, changes.left_out) == (StepName.PUT_BACK, 0, 0)
    assert dump(book) == before
    assert contents(book) == []
    assert check(book) == ()
    for _ in range(2):
        book.undo()
        assert dump(book) == without
        assert len(contents(book)) == 1
        book.redo()
        assert dump(book) == before
        assert contents(book) == []
    assert check(book) == ()


def test_one_of_several_that_went_at_once_comes_back(filled: Any) -> None:
    book = filled.book
    before = dump(book)
    delete(book, Kind.ACCOUNT, filled.account, filled.other)
    back(book, Kind.ACCOUNT, filled.other)
    assert {one.row for one in contents(book)} == {filled.account}
    assert [row["id"] for row in rows(book, Kind.ACCOUNT)] == [filled.other]
    back(book, Kind.ACCOUNT, filled.account)
    assert dump(book) == before


def test_a_row_brings_its_account_along(filled: Any) -> None:
    book = filled.book
    before = dump(book)
    delete(book, Kind.TOUCH, filled.touch)
    delete(book, Kind.ACCOUNT, filled.account)
    assert lying(book).keys() == {(Kind.TOUCH, filled.touch), (Kind.ACCOUNT, filled.account)}
    assert back(book, Kind.TOUCH, filled.touch).accounts_too == ("見本商事",)
    assert dump(book) == before
    assert check(book) == ()


def test_the_account_first_leaves_the_row_in_the_bin(filled: Any) -> None:
    book = filled.book
    delete(book, Kind.TOUCH, filled.touch)
    without = dump(book)
    delete(book, Kind.ACCOUNT, filled.account)
    back(book, Kind.ACCOUNT, filled.account)
    assert dump(book) == without
    assert lying(book).keys() == {(Kind.TOUCH, filled.touch)}


def test_what_refers_to_something_gone_lets_go_of_it_until_it_is_back(filled: Any) -> None:
    book = filled.book
    before = dump(book)
    delete(book, Kind.TOUCH, filled.touch)
    delete(book, Kind.CONTACT, filled.contact)
    assert back(book, Kind.TOUCH, filled.touch).unlinked == 1
    assert rows(book, Kind.TOUCH)[0]["contact_id"] is None
    back(book, Kind.CONTACT, filled.contact)
    assert dump(book) == before


def test_what_a_person_has_let_go_of_stays_so(filled: Any) -> None:
    book = filled.book
    delete(book, Kind.CONTACT, filled.contact)
    with book.step(StepName.ADD_CONTACT) as step:
        other = step.insert(Kind.CONTACT, {"account_id": filled.account, "name": "Rin"})
    for contact in (other, None):
        with book.step(StepName.EDIT_TOUCH) as step:
            step.update(Kind.TOUCH, filled.touch, {"contact_id": contact})
    back(book, Kind.CONTACT, filled.contact)
    assert rows(book, Kind.TOUCH)[0]["contact_id"] is None


def test_what_cannot_be_without_something_gone_stays_out(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.IMPORT) as step:
        batch = step.insert(Kind.BATCH, BATCH)
        used = rows(book, Kind.USE, where={"account_id": filled.account})[0]["id"]
        step.insert(Kind.SOURCE, {"batch_id": batch, "kind": "use", "row_id": used, "sheet": "", "line": 2})
    delete(book, Kind.ACCOUNT, filled.account)
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.delete(Kind.CUSTOM_FIELD, filled.field)
        step.delete(Kind.MEASURE, filled.measure)
    assert back(book, Kind.ACCOUNT, filled.account).left_out == 16
    assert check(book) == ()


def test_without_its_account_a_touch_stays_and_a_contact_stands_alone(filled: Any) -> None:
    book = filled.book
    delete(book, Kind.TOUCH, filled.touch)
    delete(book, Kind.CONTACT, filled.contact)
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.delete(Kind.ACCOUNT, filled.account)
    without = dump(book)
    with pytest.raises(OwnerGone):
        back(book, Kind.TOUCH, filled.touch)
    assert dump(book) == without
    assert back(book, Kind.CONTACT, filled.contact).unlinked == 1
    assert check(book) == ()


def test_a_name_that_another_has_by_now_is_told(book: Book) -> None:
    view = {"page": "accounts", "name": "Mine", "definition": "{}"}
    with book.step(StepName.SAVE_VIEW) as step:
        row = step.insert(Kind.SAVED_VIEW, view)
    delete(book, Kind.SAVED_VIEW, row)
    with book.step(StepName.SAVE_VIEW) as step:
        step.insert(Kind.SAVED_VIEW, view)
    with pytest.raises(NameTaken):
        back(book, Kind.SAVED_VIEW, row)
    assert len(rows(book, Kind.SAVED_VIEW)) == len(contents(book)) == 1
    with pytest.raises(RowGone):
        put_back(book, [10**6])


def test_only_what_a_person_deletes_lies_there(filled: Any) -> None:
    book = filled.book
    book.take_back(1)
    assert contents(book) == []
    book.undo()
    delete(book, Kind.TASK, filled.task)
    book.undo()
    assert contents(book) == []
    book.redo()
    assert len(contents(book)) == 1
    (deletion,) = {one.step for one in contents(book)}
    taken = book.take_back(deletion)
    assert contents(book) == []
    book.take_back(taken.step)
    assert lying(book).keys() == {(Kind.TASK, filled.task)}


def test_taking_back_that_an_account_came_back_leads_to_the_bin_again(filled: Any) -> None:
    book = filled.book
    before = dump(book)
    delete(book, Kind.ACCOUNT, filled.account)
    came = back(book, Kind.ACCOUNT, filled.account)
    with book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "later"})
    book.take_back(came.step)
    (found,) = contents(book)
    assert (found.row, found.goes_with[Kind.USE]) == (filled.account, 15)
    put_back(book, [found.number])
    book.take_back(came.step + 1)
    assert dump(book) == before
    assert check(book) == ()


def test_what_a_colleague_deleted_in_a_copy_lies_there_too(
    filled: Any, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    book, copy = filled.book, tmp_path / "copy.csdesk"
    copy.write_bytes(book.path.read_bytes())
    before = dump(book)
    with Book.open(copy, who="other", clock=clock) as theirs:
        delete(theirs, Kind.ACCOUNT, filled.account)
        merge(book, theirs, {}, "copy.csdesk")
    (found,) = contents(book)
    assert (found.row, found.goes_with[Kind.USE]) == (filled.account, 15)
    put_back(book, [found.number])
    assert [line for line in dump(book).splitlines() if not line.startswith("merge\t")] == before.splitlines()
    assert check(book) == ()


DEEDS = st.lists(
    st.sampled_from(
        [*(f"delete {name}" for name in ("account", "other", "contact", "touch", "task", "contract")), "back"]
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS, data=st.data())
def test_all_that_was_deleted_comes_back_in_any_order(
    filled: Any, tmp_path: Path, clock: Callable[[], datetime], deeds: list[str], data: st.DataObject
) -> None:
    copy = tmp_path / "copy.csdesk"
    copy.write_bytes(filled.book.path.read_bytes())
    before = dump(filled.book)
    with Book.open(copy, who="sample", clock=clock) as book:
        for deed in deeds:
            name = deed.removeprefix("delete ")
            kind = {"back": None, "other": Kind.ACCOUNT}.get(name) or (Kind(name) if name != "back" else None)
            if kind is not None and rows(book, kind, where={"id": getattr(filled, name)}):
                delete(book, kind, getattr(filled, name))
            elif kind is None and (there := contents(book)):
                put_back(book, [data.draw(st.sampled_from(there)).number])
        while there := contents(book):
            put_back(book, [one.number for one in data.draw(st.lists(st.sampled_from(there), min_size=1))])
        assert dump(book) == before
        assert check(book) == ()
        while book.undo_state().undo.name is not StepName.IMPORT:
            book.undo()
        assert dump(book) == before
