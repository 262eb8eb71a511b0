"""Deleting for good: no byte of it stays in the file, and what is left adds up."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from csdesk.book import erasing
from csdesk.book.bin import contents, put_back
from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.erasing import erase
from csdesk.book.errors import DiskFailed, DiskFull, ReadingOnly, RowGone, StepErased
from csdesk.book.file import Book
from csdesk.book.history import Fate, history
from csdesk.book.merging.merge import merge, plan_merge
from csdesk.book.read import rows
from csdesk.models.deletions import DELETIONS
from csdesk.models.kinds import Kind, StepName

PLANTED = "Zebulon Quince"
KEPT = "Wilhelmina Sample"


@pytest.fixture
def planted(filled: Any) -> Any:
    """The account and all that belongs to it bear a name, in every way that a book can come to know one."""
    book, account = filled.book, filled.account
    for name, kind, row, values in (
        (StepName.EDIT_ACCOUNTS, Kind.ACCOUNT, account, {"name": PLANTED, "notes": f"about {PLANTED}"}),
        (StepName.EDIT_CONTACT, Kind.CONTACT, filled.contact, {"name": PLANTED, "email": f"{PLANTED}@sample"}),
        (StepName.EDIT_TOUCH, Kind.TOUCH, filled.touch, {"note": f"{PLANTED} " * 3000}),
        (StepName.EDIT_TASK, Kind.TASK, filled.task, {"title": f"call {PLANTED}"}),
        (StepName.EDIT_ACCOUNTS, Kind.ACCOUNT, account, {"notes": None}),
    ):
        with book.step(name, PLANTED) as step:
            step.update(kind, row, values)
    with book.step(StepName.EDIT_ACCOUNTS, PLANTED) as step:
        field = step.insert(Kind.CUSTOM_FIELD, {"kind": "contact", "name": "own"})
        step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": filled.contact, "value": PLANTED})
    with book.step(StepName.LOG_TOUCH, PLANTED) as step:
        step.insert(Kind.TOUCH, {"account_id": account, "on_date": date(2025, 4, 1), "note": f"never mind {PLANTED}"})
    book.undo()
    with book.step(StepName.EDIT_CONTACT, KEPT) as step:
        step.insert(Kind.CONTACT, {"account_id": filled.other, "name": KEPT})
    with book.step(StepName.EDIT_ACCOUNTS, PLANTED) as step:
        step.update_many(Kind.ACCOUNT, [(account, {"region": PLANTED}), (filled.other, {"region": KEPT})])
    return filled


def delete(book: Book, kind: Kind, row: int, subject: str = PLANTED) -> None:
    with book.step(DELETIONS[kind], subject) as step:
        step.delete(kind, row)


def everything(book: Book) -> list[int]:
    return [one.number for one in contents(book)]


def holds(path: Path, text: str) -> bool:
    """Whether the book's file, or any beside it, has these letters."""
    return any(text.encode() in file.read_bytes() for file in path.parent.iterdir() if file.is_file())


def test_no_byte_of_an_account_is_left(planted: Any) -> None:
    book = planted.book
    delete(book, Kind.ACCOUNT, planted.account)
    without = dump(book)
    assert holds(book.path, PLANTED)
    changes = erase(book, everything(book))
    assert (changes.name, changes.rows) == (StepName.ERASE, 21)
    assert not holds(book.path, PLANTED)
    assert holds(book.path, KEPT)
    assert contents(book) == []
    assert dump(book) == without
    assert check(book) == ()


@pytest.mark.parametrize("kind", [Kind.CONTACT, Kind.TOUCH])
def test_no_byte_of_a_single_row_is_left(filled: Any, kind: Kind) -> None:
    book, row = filled.book, getattr(filled, kind.value)
    column = {Kind.CONTACT: "name", Kind.TOUCH: "note"}[kind]
    for text in (PLANTED, f"{PLANTED} again"):
        with book.step(StepName.EDIT_TOUCH, PLANTED) as step:
            step.update(kind, row, {column: text})
    delete(book, kind, row)
    erase(book, everything(book))
    assert not holds(book.path, PLANTED)
    assert rows(book, Kind.ACCOUNT, where={"id": filled.account})
    assert check(book) == ()


def test_no_byte_of_a_play_and_its_steps_is_left_and_those_of_another_stay(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.ADD_PLAY) as step:
        gone, stays = (step.insert(Kind.PLAY, {"name": text}) for text in (PLANTED, KEPT))
        for play, text in ((gone, PLANTED), (stays, KEPT), (gone, f"{PLANTED} first")):
            step.insert(Kind.PLAY_STEP, {"play_id": play, "place": 1, "title": text, "due_days": 1})
    first = max(int(str(row["id"])) for row in rows(book, Kind.PLAY_STEP))
    with book.step(StepName.EDIT_PLAY, PLANTED) as step:
        step.delete(Kind.PLAY_STEP, first)
    delete(book, Kind.PLAY, gone)
    erase(book, everything(book))
    assert not holds(book.path, PLANTED)
    assert [row["title"] for row in rows(book, Kind.PLAY_STEP)] == [KEPT]
    assert check(book) == ()


def test_a_row_that_went_before_its_account_goes_with_it(planted: Any) -> None:
    book = planted.book
    delete(book, Kind.TOUCH, planted.touch)
    delete(book, Kind.ACCOUNT, planted.account)
    account = next(one.number for one in contents(book) if one.kind is Kind.ACCOUNT)
    erase(book, [account])
    assert contents(book) == []
    assert not holds(book.path, PLANTED)


def test_a_row_that_moved_to_another_account_stays_with_its_past(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.EDIT_TOUCH) as step:
        step.update(Kind.TOUCH, filled.touch, {"account_id": filled.other})
    delete(book, Kind.ACCOUNT, filled.account)
    erase(book, everything(book))
    assert [row["note"] for row in rows(book, Kind.TOUCH)] == ["first call"]
    assert check(book) == ()


def test_rows_of_use_that_were_taken_back_in_a_block_are_gone(filled: Any) -> None:
    book = filled.book
    delete(book, Kind.ACCOUNT, filled.account)
    came = put_back(book, everything(book))
    with book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": KEPT})
    book.take_back(came.step)
    erase(book, everything(book))
    packed = "SELECT count(*) FROM change WHERE packed LIKE ?"
    assert book.driver.execute(packed, (f"%{filled.account}%",)).fetchone()[0] == 0
    assert check(book) == ()


def test_one_of_two_that_went_at_once_is_gone_and_the_other_comes_back(planted: Any) -> None:
    book = planted.book
    before = [line for line in dump(book).splitlines() if str(planted.other) in line or KEPT in line]
    with book.step(StepName.DELETE_ACCOUNTS) as step:
        step.delete_many(Kind.ACCOUNT, [planted.account, planted.other])
    first, second = (one.number for one in sorted(contents(book), key=lambda one: one.row))
    erase(book, [first])
    assert everything(book) == [second]
    put_back(book, [second])
    now = dump(book).splitlines()
    assert [line for line in now if str(planted.other) in line or KEPT in line] == [
        re.sub(rf'"contact_id":{planted.contact},', "", line) for line in before
    ]
    assert not holds(book.path, PLANTED)
    assert check(book) == ()
    book.undo()
    with pytest.raises(StepErased):
        book.undo()


def test_what_a_merge_has_asked_and_told_is_forgotten(planted: Any, tmp_path: Path, clock: Any) -> None:
    book, copy = planted.book, tmp_path / "elsewhere" / "copy.csdesk"
    copy.parent.mkdir()
    copy.write_bytes(book.path.read_bytes())
    with Book.open(copy, who="other", clock=clock) as theirs:
        for here, text in ((book, f"{PLANTED} here"), (theirs, f"{PLANTED} there")):
            for kind, row, column in ((Kind.TOUCH, planted.touch, "note"), (Kind.ACCOUNT, planted.other, "region")):
                told = text if kind is Kind.TOUCH else f"{KEPT} {here is book}"
                with here.step(StepName.EDIT_TOUCH, told) as step:
                    step.update(kind, row, {column: told})
            clock.advance(minutes=1)
        answers = {question.key: question.answer for question in plan_merge(book, theirs, {}).questions}
        assert len(answers) == 2
        merge(book, theirs, answers, "copy.csdesk")
        (told,) = rows(book, Kind.MERGE)
        assert PLANTED in str(told)
        delete(book, Kind.ACCOUNT, planted.account)
        erase(book, everything(book))
        assert not holds(book.path, PLANTED)
        assert KEPT in str(rows(book, Kind.MERGE))
        assert check(book) == ()
        without = dump(book)
        plan = plan_merge(book, theirs, {})
        assert plan.brings_nothing
        assert merge(book, theirs, {}, "copy.csdesk") is None
        assert dump(book) == without


def test_a_merge_forgets_whose_a_row_was_that_has_gone_elsewhere(planted: Any, tmp_path: Path, clock: Any) -> None:
    book, copy = planted.book, tmp_path / "elsewhere" / "copy.csdesk"
    copy.parent.mkdir()
    with book.step(StepName.LOG_TOUCH) as step:
        touch = step.insert(Kind.TOUCH, {"account_id": planted.account, "on_date": date(2025, 4, 1), "note": "call"})
    copy.write_bytes(book.path.read_bytes())
    with Book.open(copy, who="other", clock=clock) as theirs:
        for here, text in ((book, "here"), (theirs, "there")):
            with here.step(StepName.EDIT_TOUCH) as step:
                step.update(Kind.TOUCH, touch, {"note": text})
        answers = {question.key: question.answer for question in plan_merge(book, theirs, {}).questions}
        merge(book, theirs, answers, "copy.csdesk")
        assert PLANTED in str(rows(book, Kind.MERGE))
        with book.step(StepName.EDIT_TOUCH) as step:
            step.update(Kind.TOUCH, touch, {"account_id": planted.other})
        delete(book, Kind.ACCOUNT, planted.account)
        erase(book, everything(book))
        assert not holds(book.path, PLANTED)
        assert plan_merge(book, theirs, {}).brings_nothing


def test_a_copy_made_before_does_not_bring_it_back(planted: Any, tmp_path: Path, clock: Any) -> None:
    book, copy = planted.book, tmp_path / "elsewhere" / "copy.csdesk"
    copy.parent.mkdir()
    copy.write_bytes(book.path.read_bytes())
    delete(book, Kind.ACCOUNT, planted.account)
    erase(book, everything(book))
    clock.advance(minutes=1)
    with Book.open(copy, who="other", clock=clock) as theirs:
        with theirs.step(StepName.ADD_ACCOUNT, KEPT) as step:
            step.insert(Kind.ACCOUNT, {"name": KEPT})
        assert merge(book, theirs, {}, "copy.csdesk") is not None
    assert {row["name"] for row in rows(book, Kind.ACCOUNT)} == {"Sample Ltd", KEPT}
    assert not holds(book.path, PLANTED)
    assert check(book) == ()


def test_steps_of_earlier_schemas_are_still_known_as_the_same(planted: Any, tmp_path: Path, clock: Any) -> None:
    book, copy = planted.book, tmp_path / "elsewhere" / "copy.csdesk"
    book.driver.execute("UPDATE step SET uid = NULL")
    copy.parent.mkdir()
    copy.write_bytes(book.path.read_bytes())
    delete(book, Kind.ACCOUNT, planted.account)
    erase(book, everything(book))
    with Book.open(copy, who="other", clock=clock) as theirs:
        assert plan_merge(book, theirs, {}).brings_nothing


def test_other_rows_of_the_bin_stay(filled: Any) -> None:
    book = filled.book
    before = dump(book)
    delete(book, Kind.ACCOUNT, filled.other)
    with book.step(StepName.ADD_COST) as step:
        cost = step.insert(Kind.COST, {"month": "2025-01", "amount": 1, "item": PLANTED})
    delete(book, Kind.COST, cost)
    erase(book, [one.number for one in contents(book) if one.kind is Kind.COST])
    put_back(book, everything(book))
    assert dump(book) == before
    assert check(book) == ()


def test_a_row_of_another_kind_by_the_same_id_stays(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.ADD_COST) as step:
        step.insert_many(Kind.COST, [{"month": "2025-01", "amount": 1, "item": KEPT}], ids=[filled.task])
    delete(book, Kind.TASK, filled.task)
    erase(book, everything(book))
    assert check(book) == ()
    assert KEPT in {item.name for item in history(book)}


def test_blocks_of_other_rows_can_still_be_put_back(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.IMPORT, "use.csv") as step:
        use = {"account_id": filled.other, "measure_id": filled.measure, "on_date": date(2025, 4, 1), "amount": 1}
        step.insert_many(Kind.USE, [use, use])
    before = dump(book)
    taken = book.take_back(2)
    delete(book, Kind.TASK, filled.task)
    erase(book, everything(book))
    book.take_back(taken.step)
    assert len(dump(book).splitlines()) == len(before.splitlines()) - 1
    assert check(book) == ()


def test_undo_goes_no_further_than_what_was_deleted_for_good(planted: Any) -> None:
    book = planted.book
    delete(book, Kind.ACCOUNT, planted.account)
    with book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "later"})
    before = dump(book)
    erase(book, everything(book))
    assert book.undo() is not None
    assert book.redo() is not None
    assert book.undo() is not None
    without = dump(book)
    for going in (book.undo, lambda: book.take_back(2)):
        with pytest.raises(StepErased):
            going()
        assert dump(book) == without
    assert book.redo() is not None
    assert dump(book) == before
    assert check(book) == ()


def test_nothing_undone_can_be_redone_after_it(planted: Any) -> None:
    book = planted.book
    delete(book, Kind.ACCOUNT, planted.account)
    with book.step(StepName.ADD_ACCOUNT) as step:
        step.insert_many(Kind.ACCOUNT, [{"name": f"later {number}"} for number in range(60)])
    book.undo()
    erase(book, everything(book))
    assert book.undo_state().redo is None
    assert check(book) == ()


def test_the_history_tells_that_it_was_and_no_more(planted: Any) -> None:
    book = planted.book
    delete(book, Kind.ACCOUNT, planted.account)
    erase(book, everything(book))
    items = history(book)
    assert (items[0].step_name, items[0].kind, items[0].fate) == (StepName.ERASE, None, Fate.STANDS)
    gone = [item for item in items if item.fate is Fate.ERASED]
    assert {item.kind for item in gone} >= {Kind.ACCOUNT, Kind.CONTACT, Kind.TOUCH, Kind.TASK, Kind.CONTRACT}
    assert {(item.name, item.account, item.subject, item.before, item.after) for item in gone} == {
        ("", "", "", None, None),
        ("", "", "sample.csv", None, None),
    }
    assert not any(PLANTED in str(item) for item in items)
    assert not any(PLANTED in str(item) for item in history(book, account=planted.account))


def test_cut_short_all_is_as_before(planted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    book = planted.book
    delete(book, Kind.ACCOUNT, planted.account)
    before, there = dump(book), contents(book)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(erasing, "_forget_subjects", fail)
        with pytest.raises(KeyboardInterrupt):
            erase(book, everything(book))
    assert (dump(book), contents(book)) == (before, there)
    assert check(book) == ()
    assert book.undo() is not None


def test_without_room_to_write_the_file_anew_nothing_is_deleted(planted: Any, full_disk: Any) -> None:
    book = planted.book
    delete(book, Kind.ACCOUNT, planted.account)
    there = contents(book)
    with full_disk(), pytest.raises((DiskFull, DiskFailed)):
        erase(book, everything(book))
    assert contents(book) == there
    assert check(book) == ()


def test_refused_where_nothing_lies_or_nothing_may_be_written(filled: Any, reopened: Callable[..., Book]) -> None:
    book = filled.book
    with pytest.raises(RowGone):
        erase(book, [1])
    delete(book, Kind.TASK, filled.task)
    reader = reopened(read_only=True)
    with pytest.raises(ReadingOnly):
        erase(reader, everything(reader))
