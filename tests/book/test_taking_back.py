"""Taking a step back while later ones stand: what goes, what stays and why, and that nothing later is lost."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.errors import UndoRefused
from csdesk.book.file import Book
from csdesk.book.history import Fate, history
from csdesk.book.read import rows
from csdesk.book.taken import Kept, Plan, Reason
from csdesk.models.kinds import Kind, StepName
from tests.thorough import examples


def _taken(book: Book, step: int) -> Plan:
    """Look, take back, undo and redo; the look tells what is done, and every way leads to the same book."""
    before = dump(book)
    looked = book.take_back_plan(step)
    assert dump(book) == before
    _, plan = book.taken_back(step)
    assert plan == looked
    after = dump(book)
    for _ in range(2):
        assert check(book) == ()
        book.undo()
        assert dump(book) == before
        assert check(book) == ()
        book.redo()
        assert dump(book) == after
    return plan


def _stays(plan: Plan) -> dict[tuple[Kind, str], Kept]:
    return {(kept.kind, kept.title): kept for kept in plan.stays}


def _names(book: Book, kind: Kind) -> set[object]:
    return {row["name"] for row in rows(book, kind)}


def test_a_row_edited_since_stays_with_what_it_leans_on_and_all_else_goes(filled: Any) -> None:
    book, imported = filled.book, filled.book.undo_state().undo.step
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.account, {"tier": "high"})
    plan = _taken(book, imported)
    assert {key: kept.reason for key, kept in _stays(plan).items()} == {
        (Kind.ACCOUNT, "見本商事"): Reason.EDITED,
        (Kind.PERSON, "Mina Sample"): Reason.LEANED_ON,
    }
    person = _stays(plan)[Kind.PERSON, "Mina Sample"]
    assert (person.cause, person.cause_title, person.account) == (Kind.ACCOUNT, "見本商事", "")
    assert _names(book, Kind.ACCOUNT) == {"見本商事"}
    assert plan.goes == {
        Kind.ACCOUNT: 1, Kind.CONTACT: 1, Kind.CONTRACT: 1, Kind.TOUCH: 1, Kind.TASK: 1, Kind.MEASURE: 1,
        Kind.PRODUCT: 1, Kind.USE: 30, Kind.CUSTOM_FIELD: 1, Kind.CUSTOM_VALUE: 1,
    }  # fmt: skip
    assert plan.rows == 39
    fates = {item.step: item.fate for item in history(book)}
    assert fates[imported] is Fate.IN_PART


def test_bulk_rows_changed_since_stay_and_the_rest_of_their_block_goes(filled: Any) -> None:
    book, imported = filled.book, filled.book.undo_state().undo.step
    every = [row["id"] for row in rows(book, Kind.USE)]
    with book.step(StepName.IMPORT) as step:
        step.update_many(Kind.USE, [(row, {"amount": 99}) for row in every[3:5]])
    plan = _taken(book, imported)
    assert [row["amount"] for row in rows(book, Kind.USE)] == [99, 99]
    assert plan.goes[Kind.USE] == 28
    assert {kind for kind, _ in _stays(plan)} == {
        Kind.USE, Kind.ACCOUNT, Kind.CONTACT, Kind.MEASURE, Kind.PERSON
    }  # fmt: skip


def test_what_something_new_leans_on_stays(filled: Any) -> None:
    """The account is as it was, but a touch came to it: neither goes."""
    book, imported = filled.book, filled.book.undo_state().undo.step
    with book.step(StepName.LOG_TOUCH) as step:
        step.insert(Kind.TOUCH, {"account_id": filled.other, "on_date": date(2025, 4, 1), "note": "hello"})
    plan = _taken(book, imported)
    (kept,) = plan.stays
    assert (kept.kind, kept.row, kept.title, kept.reason, kept.cause, kept.cause_title) == (
        Kind.ACCOUNT, filled.other, "Sample Ltd", Reason.LEANED_ON, Kind.TOUCH, "hello",
    )  # fmt: skip
    assert [row["note"] for row in rows(book, Kind.TOUCH)] == ["hello"]


def test_an_own_column_of_a_new_row_holds_the_old_row(filled: Any) -> None:
    book, imported = filled.book, filled.book.undo_state().undo.step
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.insert(Kind.CUSTOM_VALUE, {"field_id": filled.field, "row_id": filled.other, "value": "西"})
    assert set(_stays(_taken(book, imported))) == {(Kind.ACCOUNT, "Sample Ltd"), (Kind.CUSTOM_FIELD, "地区")}


def test_what_later_steps_removed_is_no_obstacle(filled: Any) -> None:
    book, imported = filled.book, filled.book.undo_state().undo.step
    with book.step(StepName.DELETE_CONTACT) as step:
        step.delete(Kind.CONTACT, filled.contact)
        step.delete(Kind.TASK, filled.task)
    plan = _taken(book, imported)
    assert plan.stays == ()
    assert dump(book) == ""


def test_fields_edited_since_stay_and_the_others_get_their_former_values(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.IMPORT) as step:
        step.update(Kind.ACCOUNT, filled.account, {"name": "A", "tier": "low", "region": "east", "owner_id": None})
    with book.step(StepName.EDIT_ACCOUNTS) as later:
        later.update(Kind.ACCOUNT, filled.account, {"tier": "high", "region": None, "segment": "new"})
        later.delete(Kind.PERSON, filled.person)
    plan = _taken(book, step.changes.step)
    (kept,) = plan.stays
    assert (kept.fields, kept.reason, plan.goes) == (("owner_id", "tier"), Reason.EDITED, {Kind.ACCOUNT: 1})
    (row,) = rows(book, Kind.ACCOUNT, where={"id": filled.account})
    assert {name: row[name] for name in ("name", "tier", "region", "segment", "owner_id")} == {
        "name": "見本商事", "tier": "high", "region": None, "segment": "new", "owner_id": None,
    }  # fmt: skip


def test_a_line_does_not_end_before_it_starts_by_taking_back_one_of_the_two(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.EDIT_CONTRACT) as first:
        first.update(Kind.CONTRACT, filled.contract, {"ended_on": date(2024, 6, 30)})
    with book.step(StepName.EDIT_CONTRACT) as extended:
        extended.update(Kind.CONTRACT, filled.contract, {"ended_on": date(2025, 6, 30), "notes": "longer"})
    with book.step(StepName.EDIT_CONTRACT) as later:
        later.update(Kind.CONTRACT, filled.contract, {"starts_on": date(2025, 1, 1)})
    (kept,) = _taken(book, extended.changes.step).stays
    assert (kept.fields, kept.reason) == (("ended_on",), Reason.EDITED)
    (line,) = rows(book, Kind.CONTRACT)
    assert (line["ended_on"], line["notes"]) == (date(2025, 6, 30), None)


def test_nothing_is_left_to_take_back(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.account, {"name": "A"})
    with book.step(StepName.EDIT_ACCOUNTS) as later:
        later.update(Kind.ACCOUNT, filled.account, {"name": "B"})
    before, state = dump(book), book.undo_state()
    for way in (book.take_back, book.take_back_plan):
        with pytest.raises(UndoRefused) as raised:
            way(step.changes.step)
        assert (raised.value.kind, raised.value.title) == (Kind.ACCOUNT, "B")
    assert (dump(book), book.undo_state()) == (before, state)
    book.take_back(later.changes.step)
    book.take_back(step.changes.step)
    with pytest.raises(UndoRefused):
        book.take_back(step.changes.step)


def test_a_deleted_row_comes_back_unless_its_place_is_taken(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.DELETE_VIEW) as step:
        step.delete(Kind.MEASURE, filled.measure)
        step.delete(Kind.PRODUCT, filled.product)
        step.delete(Kind.TOUCH, filled.touch)
    with book.step(StepName.IMPORT) as later:
        later.insert(Kind.MEASURE, {"code": "logins", "name": "Log-ins"})
        later.delete(Kind.CONTACT, filled.contact)
    plan = _taken(book, step.changes.step)
    assert {key: kept.reason for key, kept in _stays(plan).items() if key[0] is not Kind.USE} == {
        (Kind.MEASURE, "Logins"): Reason.PLACE_TAKEN
    }
    assert {kept.reason for kept in plan.stays if kept.kind is Kind.USE} == {Reason.GONE}
    (touch,) = rows(book, Kind.TOUCH)
    assert (touch["note"], touch["contact_id"]) == ("first call", None)
    assert rows(book, Kind.TASK)[0]["touch_id"] == touch["id"]
    assert rows(book, Kind.CONTRACT)[0]["product_id"] == filled.product
    assert _names(book, Kind.MEASURE) == {"Log-ins"}


def test_a_row_that_has_come_back_already_and_was_edited_stays(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.DELETE_TASK) as step:
        step.delete(Kind.TASK, filled.task)
        step.update(Kind.ACCOUNT, filled.account, {"notes": "done"})
    book.take_back(step.changes.step)
    with book.step(StepName.EDIT_TASK) as later:
        later.update(Kind.TASK, filled.task, {"title": "send it"})
    with pytest.raises(UndoRefused) as raised:
        book.take_back(step.changes.step)
    assert (raised.value.kind, raised.value.title) == (Kind.TASK, "send it")


def test_an_own_value_goes_back_to_its_row_as_long_as_that_is_there(filled: Any) -> None:
    book, value = filled.book, rows(filled.book, Kind.CUSTOM_VALUE)[0]["id"]
    with book.step(StepName.MERGE) as step:
        step.update(Kind.CUSTOM_VALUE, value, {"row_id": filled.other, "value": "西"})
    with book.step(StepName.DELETE_ACCOUNTS) as later:
        later.delete(Kind.ACCOUNT, filled.account)
    (kept,) = _taken(book, step.changes.step).stays
    assert (kept.title, kept.account, kept.fields, kept.reason) == ("地区", "Sample Ltd", ("row_id",), Reason.GONE)
    assert rows(book, Kind.CUSTOM_VALUE)[0]["value"] == "東"


def test_what_belonged_to_a_row_that_is_gone_stays_gone(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.DELETE_TASK) as step:
        step.delete(Kind.TASK, filled.task)
        step.delete(Kind.CUSTOM_VALUE, rows(book, Kind.CUSTOM_VALUE)[0]["id"])
        step.update(Kind.ACCOUNT, filled.other, {"notes": "seen"})
    with book.step(StepName.DELETE_ACCOUNTS) as later:
        later.delete(Kind.ACCOUNT, filled.account)
    plan = _taken(book, step.changes.step)
    assert {(kept.kind, kept.reason) for kept in plan.stays} == {
        (Kind.TASK, Reason.GONE), (Kind.CUSTOM_VALUE, Reason.GONE),
    }  # fmt: skip
    assert plan.goes == {Kind.ACCOUNT: 1}


def test_a_former_value_that_is_gone_is_not_given_back(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.EDIT_ACCOUNTS) as first:
        new = first.insert(Kind.PERSON, {"name": "Noa"})
        first.update(Kind.ACCOUNT, filled.account, {"owner_id": new, "name": "A"})
    with book.step(StepName.EDIT_PERSON) as later:
        later.delete(Kind.PERSON, filled.person)
    plan = _taken(book, first.changes.step)
    assert {key: (kept.reason, kept.fields) for key, kept in _stays(plan).items()} == {
        (Kind.ACCOUNT, "見本商事"): (Reason.GONE, ("owner_id",)),
        (Kind.PERSON, "Noa"): (Reason.LEANED_ON, ()),
    }


def test_one_row_makes_room_for_another(filled: Any) -> None:
    """The key of a changed row is held by one that the step added, and a returning row needs another to return."""
    book = filled.book
    with book.step(StepName.SAVE_VIEW) as first:
        view = first.insert(Kind.SAVED_VIEW, {"page": "accounts", "name": "Mine", "definition": "{}"})
    before = dump(book)
    with book.step(StepName.SAVE_VIEW) as step:
        step.update(Kind.SAVED_VIEW, view, {"name": "Old"})
        step.insert(Kind.SAVED_VIEW, {"page": "accounts", "name": "Mine", "definition": "{}"})
        step.delete(Kind.ACCOUNT, filled.account)
    with book.step(StepName.ADD_PERSON) as later:
        person = later.insert(Kind.PERSON, {"name": "later"})
    assert _taken(book, step.changes.step).stays == ()
    with book.step(StepName.EDIT_PERSON) as last:
        last.delete(Kind.PERSON, person)
    assert dump(book) == before


def _imported(book: Book) -> tuple[int, list[int]]:
    with book.step(StepName.IMPORT, "list.csv") as step:
        batch = step.insert(
            Kind.BATCH,
            {"at": "2025-04-01T00:00:00", "who": "w", "file": "list.csv", "sha256": "", "tables": "[]", "counts": "{}"},
        )
        made = step.insert_many(Kind.ACCOUNT, [{"name": f"A{number}"} for number in range(120)])
        step.insert_many(
            Kind.SOURCE,
            [{"batch_id": batch, "kind": "account", "row_id": row, "sheet": "", "line": row % 100} for row in made],
        )
    return step.changes.step, made


def test_where_a_row_came_from_stays_as_long_as_the_row(book: Book) -> None:
    step, made = _imported(book)
    with book.step(StepName.EDIT_ACCOUNTS) as edit:
        edit.update(Kind.ACCOUNT, made[60], {"notes": "mine"})
    plan = _taken(book, step)
    assert plan.goes == {Kind.ACCOUNT: 119}
    assert [row["row_id"] for row in rows(book, Kind.SOURCE)] == [made[60]]
    assert len(rows(book, Kind.BATCH)) == 1
    with book.step(StepName.EDIT_ACCOUNTS) as edit:
        edit.update(Kind.ACCOUNT, made[60], {"notes": None})
    assert _taken(book, step).stays == ()
    assert dump(book) == ""


def test_a_taking_back_in_part_can_itself_be_taken_back(book: Book, reopened: Callable[..., Book]) -> None:
    step, made = _imported(book)
    with book.step(StepName.EDIT_ACCOUNTS) as edit:
        edit.update(Kind.ACCOUNT, made[60], {"notes": "mine"})
    before = dump(book)
    taken, _ = book.taken_back(step)
    other = reopened()
    assert _taken(other, taken.step).stays == ()
    assert dump(other) == before
    assert other.undo() is not None
    assert other.undo() == taken
    assert dump(other) == before


NAMES = st.text("ab", min_size=1, max_size=2)
DEED = st.tuples(
    st.sampled_from(["add", "edit", "own", "move", "drop", "touch", "use", "reuse", "custom", "person", "unperson"]),
    st.integers(0, 9),
    NAMES,
)


def _act(book: Book, step: Any, deed: str, pick: int, name: str) -> None:
    of: Callable[[Kind], list[int]] = lambda kind: [int(str(row["id"])) for row in rows(book, kind)]  # noqa: E731
    accounts, people = of(Kind.ACCOUNT), of(Kind.PERSON)
    if deed == "person":
        step.insert(Kind.PERSON, {"name": name})
    elif deed == "unperson" and people:
        step.delete(Kind.PERSON, people[pick % len(people)])
    elif deed == "add" or not accounts:
        step.insert(Kind.ACCOUNT, {"name": name, "owner_id": people[pick % len(people)] if people else None})
    else:
        _act_on(book, step, deed, pick, name, accounts, people)


def _act_on(book: Book, step: Any, deed: str, pick: int, name: str, accounts: list[int], people: list[int]) -> None:
    account = accounts[pick % len(accounts)]
    touches, used = rows(book, Kind.TOUCH), rows(book, Kind.USE)
    if deed == "edit":
        step.update(Kind.ACCOUNT, account, {"name": name, "tags": None if pick % 2 else name})
    elif deed == "own":
        step.update(Kind.ACCOUNT, account, {"owner_id": people[pick % len(people)] if people else None})
    elif deed == "move" and touches:
        step.update(Kind.TOUCH, touches[pick % len(touches)]["id"], {"account_id": account})
    elif deed == "drop":
        step.delete(Kind.ACCOUNT, account)
    elif deed == "touch":
        step.insert(Kind.TOUCH, {"account_id": account, "on_date": date(2025, 1, 1), "note": name})
    elif deed == "reuse" and used:
        step.update(Kind.USE, used[pick % len(used)]["id"], {"amount": pick + 0.5})
    elif deed == "custom":
        fields = {row["name"]: row["id"] for row in rows(book, Kind.CUSTOM_FIELD)}
        field = fields.get(name) or step.insert(Kind.CUSTOM_FIELD, {"kind": "account", "name": name})
        held = rows(book, Kind.CUSTOM_VALUE, where={"field_id": field, "row_id": account})
        if held:
            step.update(Kind.CUSTOM_VALUE, held[0]["id"], {"value": name + str(pick)})
        else:
            step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": account, "value": name})
    elif deed == "use":
        measures = rows(book, Kind.MEASURE)
        measure = measures[0]["id"] if measures else step.insert(Kind.MEASURE, {"code": "m", "name": name})
        day = date(2025, 1, 1)
        use = [{"account_id": one, "measure_id": measure, "on_date": day, "amount": pick} for one in accounts]
        step.insert_many(Kind.USE, use)


def _step(book: Book, deeds: Any) -> int | None:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        for deed in deeds:
            _act(book, step, *deed)
    return step.changes.step if step.changes.kinds else None


def _values(book: Book) -> dict[tuple[Kind, object], dict[str, object]]:
    return {(kind, row["id"]): dict(row) for kind in Kind for row in rows(book, kind)}


DEEDS = st.lists(DEED, max_size=6)


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DEEDS, DEEDS, st.lists(DEEDS, max_size=3))
def test_whatever_is_taken_back_nothing_later_is_lost(
    tmp_path_factory: pytest.TempPathFactory, clock: Any, earlier: Any, deeds: Any, later: Any
) -> None:
    with Book.create(tmp_path_factory.mktemp("any") / "b.csdesk", who="w", clock=clock) as book:
        _step(book, earlier)
        first = _values(book)
        before = dump(book)
        number = _step(book, deeds)
        wrote = _values(book)
        stood = [_step(book, each) for each in later]
        edited = _values(book)
        if number is None:
            return
        with suppress(UndoRefused):
            _taken(book, number)
        now = _values(book)
        if not any(stood):
            assert dump(book) == before
        for key, row in edited.items():
            if key not in wrote or (row != wrote[key] and key not in first):
                _is_kept(row, now.get(key))
            elif key in now:
                for name, value in row.items():
                    if value != wrote[key][name]:
                        assert now[key][name] == value


def _is_kept(row: dict[str, object], now: dict[str, object] | None) -> None:
    """A later row, or a row edited later, is whole; one that only lost a reference to a row that went may go itself."""
    if now is None:
        assert any(name.endswith("_id") and value is None for name, value in row.items())
    else:
        assert now == row
