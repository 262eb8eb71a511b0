"""Who changed what and when: names in place of ids, and what was taken back, done again or undone for good."""

from datetime import UTC, date, datetime
from typing import Any

from csdesk.book.history import Fate, history
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, StepName


def test_history_tells_what_changed_for_people(filled: Any, clock: Any) -> None:
    book = filled.book
    clock.advance(hours=1)
    with book.step(StepName.EDIT_ACCOUNTS, "新見本") as step:
        step.update(Kind.ACCOUNT, filled.account, {"name": "新見本", "owner_id": None, "created_on": date(2024, 2, 29)})
        step.update(Kind.CONTACT, filled.contact, {"decision_maker": False})
        step.update(Kind.CUSTOM_VALUE, rows(book, Kind.CUSTOM_VALUE)[0]["id"], {"value": "西"})
        step.update(Kind.ACCOUNT, filled.other, {"name": "not asked for"})
        step.delete(Kind.TASK, filled.task)
    edits = [item for item in history(book, account=filled.account) if item.step == step.changes.step]
    assert {(item.kind, item.name, item.field, item.before, item.after) for item in edits} == {
        (Kind.ACCOUNT, "新見本", "name", "見本商事", "新見本"),
        (Kind.ACCOUNT, "新見本", "owner_id", "Mina Sample", None),
        (Kind.ACCOUNT, "新見本", "created_on", None, date(2024, 2, 29)),
        (Kind.CONTACT, "Kei", "decision_maker", True, False),
        (Kind.CUSTOM_VALUE, "", "地区", "東", "西"),
        (Kind.TASK, "send the plan", "", "send the plan", None),
    }
    assert {(item.who, item.at, item.step_name, item.subject, item.rows, item.fate) for item in edits} == {
        ("sample", datetime(2025, 4, 1, 1, 30, tzinfo=UTC), StepName.EDIT_ACCOUNTS, "新見本", 5, Fate.STANDS)
    }
    first = [item for item in history(book, account=filled.account) if item.step != step.changes.step]
    assert (Kind.ACCOUNT, "", None, "見本商事") in {(item.kind, item.field, item.before, item.after) for item in first}
    assert {item.kind for item in first} >= {Kind.CONTACT, Kind.CONTRACT, Kind.TOUCH, Kind.TASK, Kind.CUSTOM_VALUE}
    everything = history(book)
    assert [item.step for item in everything] == sorted((item.step for item in everything), reverse=True)
    assert "not asked for" in {item.after for item in everything}
    assert len(history(book, limit=2)) == 2


def test_an_own_column_of_a_contract_names_the_contract_and_its_account(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.IMPORT) as step:
        field = step.insert(Kind.CUSTOM_FIELD, {"kind": Kind.CONTRACT.value, "name": "Colour"})
        step.update(Kind.CONTRACT, filled.contract, {"name": "Base plan"})
        step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": filled.contract, "value": "red"})
    (told,) = (item for item in history(book, step=step.changes.step) if item.kind is Kind.CUSTOM_VALUE)
    assert (told.name, told.account, told.field, told.after) == ("Base plan", "見本商事", "Colour", "red")


def test_what_is_no_longer_there_keeps_its_name(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.account, {"owner_id": None})
        step.delete(Kind.PERSON, filled.person)
    (edit,) = (item for item in history(book) if item.field == "owner_id")
    assert (edit.before, edit.after) == ("Mina Sample", None)
    touches = {item.account for item in history(book) if item.kind is Kind.TOUCH}
    assert touches == {"見本商事"}
    with book.step(StepName.DELETE_ACCOUNTS) as step:
        step.delete(Kind.ACCOUNT, filled.account)
    assert {item.account for item in history(book) if item.kind is Kind.TOUCH} == touches


def test_a_health_value_tells_its_factor_and_itself(filled: Any) -> None:
    book = filled.book
    value = {"account_id": filled.account, "factor": "usage", "value": 40.0, "on_date": date(2025, 4, 1)}
    with book.step(StepName.SET_HEALTH) as step:
        number = step.insert(Kind.HEALTH_VALUE, value)
    with book.step(StepName.SET_HEALTH) as step:
        step.update(Kind.HEALTH_VALUE, number, {"value": 60.0})
    found = [item for item in history(book, account=filled.account) if item.kind is Kind.HEALTH_VALUE]
    assert [(item.name, item.field, item.before, item.after) for item in found] == [
        ("usage", "value", 40.0, 60.0),
        ("usage", "value", None, 40.0),
    ]


def _fates(filled: Any) -> list[tuple[str, Fate, str]]:
    kept = (item for item in history(filled.book, account=filled.account) if item.step_name is not StepName.IMPORT)
    return list(dict.fromkeys((item.subject, item.fate, item.turned_by) for item in kept))


def _renamed(filled: Any, name: str) -> int:
    with filled.book.step(StepName.EDIT_ACCOUNTS, name) as step:
        step.update(Kind.ACCOUNT, filled.account, {"name": name})
    return int(step.changes.step)


def test_steps_that_were_undone_and_redone_are_told_as_such(filled: Any, clock: Any) -> None:
    book = filled.book
    _renamed(filled, "A")
    assert _fates(filled) == [("A", Fate.STANDS, "")]
    book.who = "Ben"
    clock.advance(hours=2)
    book.undo()
    assert _fates(filled) == [("A", Fate.TAKEN_BACK, "Ben")]
    assert history(book, account=filled.account)[0].turned_at == clock.moment.replace(microsecond=0)
    book.redo()
    assert _fates(filled) == [("A", Fate.REDONE, "Ben")]
    book.undo()
    _renamed(filled, "B")
    assert _fates(filled) == [("B", Fate.STANDS, ""), ("A", Fate.TAKEN_BACK, "Ben")]
    assert [(item.before, item.after) for item in history(book, account=filled.account)[:2]] == [
        ("見本商事", "B"),
        ("見本商事", "A"),
    ]


def test_a_step_that_another_took_back_is_told_as_such_as_long_as_that_one_stands(filled: Any) -> None:
    book = filled.book
    first = _renamed(filled, "A")
    taken = book.take_back(first)
    assert _fates(filled) == [("A", Fate.STANDS, ""), ("A", Fate.TAKEN_BACK, "sample")]
    book.undo()
    assert _fates(filled) == [("A", Fate.TAKEN_BACK, "sample"), ("A", Fate.STANDS, "")]
    book.redo()
    again = book.take_back(taken.step)
    assert [item.fate for item in history(book, account=filled.account)[:3]] == [
        Fate.STANDS, Fate.TAKEN_BACK, Fate.STANDS,
    ]  # fmt: skip
    assert again.name is StepName.TAKE_BACK


def test_many_rows_that_were_undone_for_good_are_one_line(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.IMPORT, "long.csv") as step:
        step.insert_many(Kind.ACCOUNT, [{"name": f"row {number}"} for number in range(51)])
    assert len([item for item in history(book) if item.subject == "long.csv"]) == 51
    book.undo()
    assert {item.fate for item in history(book) if item.subject == "long.csv"} == {Fate.TAKEN_BACK}
    _renamed(filled, "A")
    (line,) = (item for item in history(book) if item.subject == "long.csv")
    assert (line.kind, line.rows, line.fate) == (None, 51, Fate.TAKEN_BACK)
    changes = "SELECT count(*) FROM change WHERE step_id = ?"
    assert book.driver.execute(changes, (step.changes.step,)).fetchone() == (0,)
