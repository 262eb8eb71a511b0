"""Undo, redo and taking back: the same rows again, to the last letter."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.errors import BookDamaged, Trouble, UndoRefused
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.book.steps import Step
from csdesk.models.kinds import Kind, StepName
from csdesk.models.text import visible
from tests.thorough import THOROUGH, examples

STEPS = 210 if THOROUGH else 50

Deed = Callable[[Step, object], object]

DEEDS: dict[str, Deed] = {
    "insert": lambda step, f: step.insert(Kind.TOUCH, {"account_id": f.account, "on_date": date(2025, 4, 1)}),
    "update": lambda step, f: step.update(Kind.ACCOUNT, f.account, {"name": "new", "created_on": date(2020, 2, 29)}),
    "update to nothing": lambda step, f: step.update(Kind.ACCOUNT, f.account, {"owner_id": None}),
    "delete": lambda step, f: step.delete(Kind.TASK, f.task),
    "delete with all that belongs": lambda step, f: step.delete(Kind.ACCOUNT, f.account),
    "delete what others refer to": lambda step, f: step.delete(Kind.CONTACT, f.contact),
    "delete a measure": lambda step, f: step.delete(Kind.MEASURE, f.measure),
    "delete own column": lambda step, f: step.delete(Kind.CUSTOM_FIELD, f.field),
    "bulk": lambda step, f: step.insert_many(
        Kind.USE,
        [
            {"account_id": f.account, "measure_id": f.measure, "on_date": date(2025, 6, 1), "amount": part / 9}
            for part in range(500)
        ],
    ),
    "bulk, then some go": lambda step, f: (
        step.insert_many(
            Kind.USE,
            [
                {"account_id": account, "measure_id": f.measure, "on_date": date(2025, 6, 1), "amount": 1}
                for account in (f.account, f.other) * 3
            ],
        ),
        step.delete(Kind.ACCOUNT, f.account),
    ),
    "use changed": lambda step, _: step.update_many(
        Kind.USE, [(row["id"], {"amount": 8.5}) for row in rows(step.store, Kind.USE)[:3]]
    ),
    "in, changed and out again": lambda step, f: (
        step.insert_many(Kind.ACCOUNT, [{"name": "brief"}], ids=(new := step.new_ids(1))),
        step.update(Kind.ACCOUNT, new[0], {"name": "brief life"}),
        step.delete(Kind.ACCOUNT, new[0]),
        step.update(Kind.ACCOUNT, f.other, {"notes": "saw it"}),
    ),
    "one key after another": lambda step, f: (
        step.delete(Kind.MEASURE, f.measure),
        step.insert(Kind.MEASURE, {"code": "logins", "name": "a new row with the unique code of the old"}),
    ),
    "moved from a parent to a new one": lambda step, f: (
        step.insert_many(Kind.ACCOUNT, [{"name": "new parent"}], ids=(new := step.new_ids(1))),
        step.update(Kind.CONTRACT, f.contract, {"account_id": new[0]}),
        step.update(Kind.TOUCH, f.touch, {"account_id": new[0]}),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DEEDS)
def test_undo_and_redo(filled: Any, name: str) -> None:
    book = filled.book
    before = dump(book)
    with book.step(StepName.EDIT_ACCOUNTS, "subject") as step:
        DEEDS[name](step, filled)
    after = dump(book)
    assert after != before
    for _ in range(2):
        state = book.undo_state()
        assert state.undo is not None
        assert (state.undo.step, state.undo.name, state.undo.subject, state.undo.rows) == (
            step.changes.step, StepName.EDIT_ACCOUNTS, "subject", step.changes.rows,
        )  # fmt: skip
        assert state.redo is None
        assert book.undo() == step.changes
        assert dump(book) == before
        assert check(book) == ()
        assert book.undo_state().redo == state.undo
        assert book.redo() == step.changes
        assert dump(book) == after
        assert check(book) == ()


@pytest.mark.parametrize("name", DEEDS)
def test_taking_back_is_a_step_of_its_own(filled: Any, name: str) -> None:
    book = filled.book
    before = dump(book)
    with book.step(StepName.EDIT_ACCOUNTS, "subject") as step:
        DEEDS[name](step, filled)
    after = dump(book)
    with book.step(StepName.ADD_PERSON) as later:
        person = later.insert(Kind.PERSON, {"name": "later"})
    taken = book.take_back(step.changes.step)
    assert (taken.name, taken.subject, taken.kinds) == (StepName.TAKE_BACK, "subject", step.changes.kinds)
    assert taken.accounts <= step.changes.accounts
    with book.step(StepName.EDIT_PERSON) as step_:
        step_.delete(Kind.PERSON, person)
    assert dump(book) == before
    for _ in range(2):
        assert book.undo() == step_.changes
        assert book.undo() == taken
        assert book.undo() == later.changes
        assert dump(book) == after
        assert [book.redo(), book.redo(), book.redo()] == [later.changes, taken, step_.changes]
        assert dump(book) == before
        assert check(book) == ()
    book.take_back(taken.step)
    assert dump(book) == after
    assert check(book) == ()


def test_nothing_to_undo(book: Book) -> None:
    state = book.undo_state()
    assert (state.undo, state.redo, book.undo(), book.redo()) == (None, None, None, None)


@pytest.mark.parametrize("name", [StepName.NEW_BOOK, StepName.DEMO, StepName.RESCUE])
def test_the_beginning_of_a_book_stays(book: Book, name: StepName) -> None:
    with book.step(name) as step:
        step.insert(Kind.SETTING, {"key": "currency", "value": "JPY"})
    assert (book.undo_state().undo, book.undo()) == (None, None)
    with book.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "A"})
    assert book.undo() == step.changes
    assert book.undo() is None
    assert len(rows(book, Kind.SETTING)) == 1


def test_many_steps_across_reopening(path: Path, clock: Any) -> None:
    with Book.create(path, who="w", clock=clock) as book:
        for number in range(STEPS):
            with book.step(StepName.ADD_ACCOUNT) as step:
                step.insert(Kind.ACCOUNT, {"name": f"A{number}"})
        last = dump(book)
    with Book.open(path, who="w", clock=clock) as book:
        for number in reversed(range(STEPS)):
            assert book.undo() is not None
            assert last.startswith(dump(book))
            assert dump(book).count("\n") == max(number - 1, 0)
        assert dump(book) == ""
    with Book.open(path, who="w", clock=clock) as book:
        for _ in range(STEPS):
            assert book.redo() is not None
        assert dump(book) == last


def test_a_new_step_drops_what_could_be_redone(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        DEEDS["bulk"](step, filled)
    book.undo()
    with book.step(StepName.EDIT_ACCOUNTS):
        pass  # changes nothing, so drops nothing
    assert book.undo_state().redo is not None
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.account, {"name": "other way"})
    assert book.undo_state().redo is None
    assert book.redo() is None
    book.undo()
    assert book.undo_state().redo is not None
    assert check(book) == ()


def test_another_window_undoes_the_same_steps(filled: Any, reopened: Callable[..., Book]) -> None:
    other = reopened()
    with other.step(StepName.ADD_ACCOUNT) as step:
        step.insert(Kind.ACCOUNT, {"name": "theirs"})
    assert filled.book.undo() == step.changes
    assert other.redo() == step.changes


def _refused(book: Book, step: int) -> UndoRefused:
    before, state = dump(book), book.undo_state()
    with pytest.raises(UndoRefused) as raised:
        book.take_back(step)
    assert (dump(book), book.undo_state()) == (before, state)
    return raised.value


def test_what_cannot_come_back_is_refused(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.DELETE_TASK) as first:
        first.delete(Kind.TASK, filled.task)
    with book.step(StepName.DELETE_ACCOUNTS) as second:
        second.delete(Kind.ACCOUNT, filled.account)
    _refused(book, first.changes.step)
    book.take_back(second.changes.step)
    book.take_back(first.changes.step)
    _refused(book, first.changes.step)
    assert check(book) == ()


@pytest.mark.parametrize("number", [-1, 0, 999, 2**62, 10**26])
def test_a_step_that_never_was_is_told_so(filled: Any, number: int) -> None:
    assert _refused(filled.book, number).trouble is Trouble.NO_SUCH_STEP


def test_a_step_that_does_not_stand_or_made_the_book_stays(book: Book) -> None:
    numbers = []
    for name in (StepName.NEW_BOOK, StepName.ADD_ACCOUNT):
        with book.step(name) as step:
            step.insert(Kind.ACCOUNT, {"name": "A"})
        numbers.append(step.changes.step)
    book.undo()
    for number in numbers:
        assert _refused(book, number).trouble is Trouble.STEP_STAYS


def test_use_that_was_damaged_is_not_undone(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.IMPORT) as step:
        DEEDS["bulk"](step, filled)
    (row,) = book.driver.execute("SELECT max(id) FROM use").fetchone()
    book.driver.execute("UPDATE use SET amount = amount + 1 WHERE id = ?", (row,))
    before = dump(book)
    with pytest.raises(BookDamaged):
        book.undo()
    assert dump(book) == before


NAMES = st.text(st.characters(codec="utf-8"), max_size=8)
DEED = st.tuples(st.sampled_from(["add", "edit", "drop", "use", "line", "custom"]), st.integers(0, 9), NAMES)
PLAN = st.lists(st.lists(DEED, max_size=5), max_size=7)


def _act(book: Book, step: Step, deed: str, pick: int, name: str) -> None:
    accounts = [row["id"] for row in rows(book, Kind.ACCOUNT)]
    measures = [row["id"] for row in rows(book, Kind.MEASURE)]
    if deed == "add" or not accounts:
        step.insert(Kind.ACCOUNT, {"name": name, "notes": name or None, "sentiment": pick})
        return
    account = accounts[pick % len(accounts)]
    if deed == "edit":
        step.update(Kind.ACCOUNT, account, {"name": name, "tags": None if pick % 2 else name})
    elif deed == "drop":
        step.delete(Kind.ACCOUNT, account)
    elif deed == "line":
        step.insert(Kind.CONTRACT, {"account_id": account, "starts_on": date(2024, 1, 1), "plan": name, "amount": pick})
    elif deed == "custom":
        fields = {row["name"]: row["id"] for row in rows(book, Kind.CUSTOM_FIELD)}
        field = fields.get(visible(name)) or step.insert(Kind.CUSTOM_FIELD, {"kind": "account", "name": name})
        if not rows(book, Kind.CUSTOM_VALUE, where={"field_id": field, "row_id": account}):
            step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": account, "value": name})
    else:
        measure = measures[0] if measures else step.insert(Kind.MEASURE, {"code": "m", "name": name})
        day = date(2025, 1, 1)
        use = [
            {"account_id": one, "measure_id": measure, "on_date": day + timedelta(pick), "amount": pick / 3}
            for one in accounts
        ]
        step.insert_many(Kind.USE, use)


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLAN)
def test_all_undone_is_the_first_book_and_all_redone_the_last(
    tmp_path_factory: pytest.TempPathFactory, clock: Any, plan: Any
) -> None:
    with Book.create(tmp_path_factory.mktemp("any") / "b.csdesk", who="w", clock=clock) as book:
        dumps = [dump(book)]
        for deeds in plan:
            with book.step(StepName.EDIT_ACCOUNTS) as step:
                for deed in deeds:
                    _act(book, step, *deed)
            if step.changes.kinds:
                dumps.append(dump(book))
        for walk, expected in ((book.undo, dumps[-2::-1]), (book.redo, dumps[1:]), (book.undo, dumps[-2::-1])):
            for each in expected:
                assert walk() is not None
                assert dump(book) == each
                assert check(book) == ()
            assert walk() is None


MOVE = st.one_of(st.lists(DEED, min_size=1, max_size=3), st.sampled_from(["undo", "redo", "many"]), st.integers(1, 9))


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MOVE, max_size=25))
def test_the_log_leads_to_what_the_book_holds_whatever_was_done(
    tmp_path_factory: pytest.TempPathFactory, clock: Any, moves: Any
) -> None:
    """Steps small and large, undone and redone, taken back, and cut off from redoing by what is done next."""
    with Book.create(tmp_path_factory.mktemp("any") / "b.csdesk", who="w", clock=clock) as book:
        for move in moves:
            _move(book, move)
            assert check(book) == ()


def _move(book: Book, move: Any) -> None:
    if isinstance(move, str) and move != "many":
        {"undo": book.undo, "redo": book.redo}[move]()
    elif isinstance(move, int):
        with suppress(UndoRefused):
            book.take_back(move)
    else:
        with book.step(StepName.EDIT_ACCOUNTS) as step:
            if move == "many":
                step.insert_many(Kind.CONTACT, [{"name": "many"}] * 150)
            else:
                for deed in move:
                    _act(book, step, *deed)
