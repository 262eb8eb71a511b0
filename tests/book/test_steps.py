"""Changing the book: one step, one transaction, one `Changes`."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.errors import RowGone, RowRefused
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, StepName, Tier, TouchType

START = {"starts_on": date(2024, 1, 1)}


def _one(book: Book, kind: Kind, row: int) -> dict:
    (found,) = rows(book, kind, where={"id": row})
    return found


def test_values_come_back_as_they_were(filled: Any) -> None:
    moment = datetime(2025, 3, 1, 9, 30, 15, tzinfo=timezone(timedelta(hours=9)))
    with filled.book.step(StepName.IMPORT) as step:
        contract = step.insert(
            Kind.CONTRACT, {"account_id": filled.account, "auto_renew": False, "amount": -5, "status": None, **START}
        )
        ticket = step.insert(
            Kind.TICKET, {"account_id": filled.account, "opened_at": moment, "closed_at": "2025-03-02"}
        )
        use = step.insert(
            Kind.USE,
            {
                "account_id": filled.account,
                "measure_id": filled.measure,
                "on_date": date(2025, 1, 1),
                "amount": 0.1 + 0.2,
            },
        )
        touch = step.insert(
            Kind.TOUCH,
            {"account_id": filled.account, "on_date": date(2025, 1, 1), "type": TouchType.QBR, "note": "a\0b'"},
        )
    line = _one(filled.book, Kind.CONTRACT, contract)
    assert (line["starts_on"], line["auto_renew"], line["start_known"], line["amount"]) == (
        date(2024, 1, 1),
        False,
        True,
        -5,
    )
    assert (line["status"], line["charge"], line["interval_months"], line["product_id"]) == (
        "active",
        "recurring",
        1,
        None,
    )
    found = _one(filled.book, Kind.TICKET, ticket)
    assert found["opened_at"] == datetime(2025, 3, 1, 0, 30, 15)  # noqa: DTZ001 - rows give moments in UTC, without a zone
    assert found["closed_at"] == datetime(2025, 3, 2)  # noqa: DTZ001
    assert _one(filled.book, Kind.USE, use)["amount"] == 0.3
    assert (_one(filled.book, Kind.TOUCH, touch)["type"], _one(filled.book, Kind.TOUCH, touch)["note"]) == (
        "qbr",
        "a<U+0000>b'",
    )


@pytest.mark.parametrize(
    "values",
    [
        {"name": "A", "nmae": "B"}, {"name": 5}, {"name": "A", "created_on": "2024-01-01"}, {"name": "A", "id": 3},
        {"name": "A", "created_on": datetime(2024, 1, 1, tzinfo=UTC)}, {"name": "A", "employees": 1.5},
        {"name": "A", "employees": True},
    ],
)  # fmt: skip
def test_what_no_column_can_hold_is_an_error_of_ours(filled: Any, values: dict[str, Any]) -> None:
    before = dump(filled.book)
    with pytest.raises(TypeError, match="account: "), filled.book.step(StepName.ADD_ACCOUNT) as step:
        step.insert_many(Kind.ACCOUNT, [{"name": "first"}, values])
    assert dump(filled.book) == before


@pytest.mark.parametrize("number", [float("nan"), float("inf"), True, "1"])
def test_decimals_are_numbers(filled: Any, number: Any) -> None:
    with pytest.raises(TypeError), filled.book.step(StepName.SET_HEALTH) as step:
        step.insert(
            Kind.HEALTH_VALUE,
            {"account_id": filled.account, "factor": "f", "value": number, "on_date": date(2025, 1, 1)},
        )


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Kind.CONTRACT, {}),
        (Kind.CONTRACT, {"account_id": 99, **START}),
        (Kind.CONTRACT, {"account_id": "own", "starts_on": date(1899, 12, 31)}),
        (Kind.CONTRACT, {"account_id": "own", "interval_months": 0, **START}),
        (Kind.CONTRACT, {"account_id": "own", "amount": 10**14, **START}),
        (Kind.MEASURE, {"code": "logins", "name": "again"}),
    ],
)
def test_what_the_tables_refuse_undoes_the_whole_step(filled: Any, kind: Kind, values: dict[str, Any]) -> None:
    before, state = dump(filled.book), filled.book.undo_state()
    values = {key: filled.account if value == "own" else value for key, value in values.items()}
    with pytest.raises(RowRefused), filled.book.step(StepName.IMPORT) as step:
        step.insert(kind, values)
    assert (dump(filled.book), filled.book.undo_state()) == (before, state)


def test_changes_tell_kinds_accounts_and_rows(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.LOG_TOUCH, "見本商事") as step:
        touch = step.insert(Kind.TOUCH, {"account_id": filled.account, "on_date": date(2025, 4, 1)})
        step.update(Kind.TOUCH, touch, {"minutes": 30})
        step.insert(Kind.TASK, {"account_id": filled.account, "title": "next"})
    changes = step.changes
    assert (changes.name, changes.subject, changes.rows) == (StepName.LOG_TOUCH, "見本商事", 2)
    assert changes.kinds == {Kind.TOUCH, Kind.TASK}
    assert changes.accounts == {filled.account}
    with book.step(StepName.EDIT_TOUCH) as step:
        step.update(Kind.TOUCH, touch, {"account_id": filled.other})
    assert step.changes.accounts == {filled.account, filled.other}
    with book.step(StepName.EDIT_TASK) as step:
        step.update(Kind.TASK, filled.task, {"account_id": None})
    assert step.changes.accounts == {filled.account}
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.CUSTOM_VALUE, rows(book, Kind.CUSTOM_VALUE)[0]["id"], {"value": "西"})
    assert step.changes.accounts == {filled.account}


def test_use_and_places_do_not_hide_what_a_person_changed(filled: Any) -> None:
    with filled.book.step(StepName.IMPORT) as step:
        use = {"account_id": filled.other, "measure_id": filled.measure, "on_date": date(2025, 5, 1), "amount": 1}
        step.insert_many(Kind.USE, [use] * 5)
        batch = step.insert(
            Kind.BATCH,
            {"at": filled.book.clock(), "who": "w", "file": "f", "sha256": "", "tables": "[]", "counts": "{}"},
        )
        step.insert(Kind.SOURCE, {"batch_id": batch, "kind": "account", "row_id": filled.other, "sheet": "", "line": 1})
    assert step.changes.rows == 5
    assert step.changes.accounts == {filled.other}
    assert step.changes.kinds == {Kind.USE, Kind.BATCH, Kind.SOURCE}


def test_a_step_without_changes_leaves_no_trace(filled: Any, path: Path) -> None:
    before, state = path.read_bytes(), filled.book.undo_state()
    with filled.book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.account, {"name": "見本商事", "tier": None})
    assert (step.changes.rows, step.changes.kinds, step.changes.accounts) == (0, frozenset(), frozenset())
    assert (path.read_bytes(), filled.book.undo_state()) == (before, state)


def test_an_exception_undoes_the_step_and_the_next_one_works(filled: Any) -> None:
    before = dump(filled.book)
    with pytest.raises(RowGone), filled.book.step(StepName.EDIT_ACCOUNTS) as step:  # noqa: PT012 - one changes, one fails
        step.delete(Kind.ACCOUNT, filled.account)
        step.delete(Kind.TOUCH, filled.touch)
    assert dump(filled.book) == before
    with filled.book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.account, {"tier": Tier.HIGH})
    assert step.changes.rows == 1


def test_rows_deleted_meanwhile_are_told(filled: Any, reopened: Callable[..., Book]) -> None:
    with reopened().step(StepName.DELETE_ACCOUNTS) as step:
        step.delete(Kind.ACCOUNT, filled.account)
    with pytest.raises(RowGone), filled.book.step(StepName.EDIT_TOUCH) as step:
        step.update(Kind.TOUCH, filled.touch, {"minutes": 1})
    with pytest.raises(RowGone), filled.book.step(StepName.DELETE_TOUCH) as step:
        step.delete(Kind.TOUCH, filled.touch)


def test_what_belongs_to_an_account_goes_with_it(filled: Any) -> None:
    with filled.book.step(StepName.DELETE_ACCOUNTS) as step:
        step.delete(Kind.ACCOUNT, filled.account)
    for kind in (Kind.CONTACT, Kind.CONTRACT, Kind.TOUCH, Kind.TASK, Kind.CUSTOM_VALUE):
        assert rows(filled.book, kind) == []
    assert {row["account_id"] for row in rows(filled.book, Kind.USE)} == {filled.other}
    assert step.changes.kinds >= {Kind.ACCOUNT, Kind.CONTRACT, Kind.USE, Kind.CUSTOM_VALUE}


def test_own_values_of_use_go_with_its_account_and_come_back_with_it(filled: Any) -> None:
    book = filled.book
    with book.step(StepName.IMPORT) as step:
        field = step.insert(Kind.CUSTOM_FIELD, {"kind": "use", "name": "Area"})
        use = {"account_id": filled.account, "measure_id": filled.measure, "on_date": date(2025, 5, 1), "amount": 1}
        for row in step.insert_many(Kind.USE, [use] * 2):
            step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": row, "value": "x"})
    before = dump(book)
    with book.step(StepName.DELETE_ACCOUNTS) as step:
        step.delete(Kind.ACCOUNT, filled.account)
    assert rows(book, Kind.CUSTOM_VALUE) == []
    assert check(book) == ()
    book.undo()
    assert dump(book) == before
    assert check(book) == ()


OWNERS = ("account", "person", "contact", "contract", "product", "touch", "task", "measure")


@pytest.mark.parametrize("owner", OWNERS)
def test_own_values_and_places_go_with_a_row_and_come_back_with_it(filled: Any, owner: str) -> None:
    """They name their row without a foreign key, so SQLite itself would leave them behind."""
    book, kind, row = filled.book, Kind(owner), getattr(filled, owner)
    with book.step(StepName.IMPORT) as step:
        field = step.insert(Kind.CUSTOM_FIELD, {"kind": owner, "name": "Area"})
        batch = {"at": book.clock(), "who": "w", "file": "f", "sha256": "", "tables": "[]", "counts": "{}"}
        place = {"batch_id": step.insert(Kind.BATCH, batch), "kind": owner, "sheet": "", "line": 1}
        step.insert(Kind.CUSTOM_VALUE, {"field_id": field, "row_id": row, "value": "x"})
        step.insert(Kind.CUSTOM_VALUE, {"field_id": filled.field, "row_id": filled.other, "value": "stays"})
        step.insert(Kind.SOURCE, {**place, "row_id": row})
        step.insert(Kind.SOURCE, {**place, "kind": "account", "row_id": filled.other})
    before = dump(book)
    with book.step(StepName.IMPORT) as step:
        step.delete(kind, row)
    for hanging in (Kind.CUSTOM_VALUE, Kind.SOURCE):
        assert {found["row_id"] for found in rows(book, hanging)} - {filled.account} == {filled.other}
        assert row not in {found["row_id"] for found in rows(book, hanging)}
    assert check(book) == ()
    after = dump(book)
    for walk, state in ((book.undo, before), (book.redo, after)):
        assert walk() == step.changes
        assert dump(book) == state
        assert check(book) == ()


def test_references_may_come_before_what_they_refer_to(book: Book) -> None:
    with book.step(StepName.IMPORT) as step:
        account, contract = step.new_ids(2)
        step.insert_many(Kind.CONTRACT, [{"account_id": account, **START}], ids=[contract])
        step.insert_many(Kind.ACCOUNT, [{"name": "later"}], ids=[account])
    assert _one(book, Kind.CONTRACT, contract)["account_id"] == account


def test_ids_are_predictable_when_asked_for_and_never_given_twice(path: Path, clock: Any) -> None:
    given: set[int] = set()
    for base in (9, None, None):
        opened = Book.create(path, who="w", clock=clock, base=base) if base else Book.open(path, who="w", clock=clock)
        with opened, opened.step(StepName.IMPORT) as step:
            ids = step.insert_many(Kind.ACCOUNT, [{"name": "A"}] * 3)
        assert base is None or ids == [(9 << 32) + number for number in (1, 2, 3)]
        assert not given & set(ids)
        given |= set(ids)
    assert all(0 < number < 2**62 for number in given)


def test_version_and_changed_elsewhere(filled: Any, reopened: Callable[..., Book]) -> None:
    book, other = filled.book, reopened()
    seen = {book.version}
    assert not book.changed_elsewhere()
    for writer in (book, other, other, book):
        with writer.step(StepName.ADD_ACCOUNT) as step:
            step.insert(Kind.ACCOUNT, {"name": "A"})
        assert book.version not in seen
        seen.add(book.version)
        assert book.version in seen
        assert book.changed_elsewhere() is (writer is other)
        assert not book.changed_elsewhere()


def test_many_rows_at_once(book: Book) -> None:
    """The shape of a big import: every row logged, every id in order."""
    with book.step(StepName.IMPORT) as step:
        account = step.insert(Kind.ACCOUNT, {"name": "A"})
        ids = step.insert_many(
            Kind.CONTRACT, [{"account_id": account, "seats": seats, **START} for seats in range(2000)]
        )
    assert [row["seats"] for row in rows(book, Kind.CONTRACT)] == list(range(2000))
    assert ids == sorted(ids)
    assert step.changes.rows == 2001


@pytest.mark.parametrize("kind", [Kind.ACCOUNT, Kind.CONTRACT, Kind.CUSTOM_VALUE])
def test_many_rows_at_once_are_logged_as_one_by_one(filled: Any, kind: Kind) -> None:
    """The same entries, so that history, undo and redo cannot tell the two ways apart."""
    book: Book = filled.book
    with book.step(StepName.IMPORT) as step:
        field = step.insert(Kind.CUSTOM_FIELD, {"kind": "account", "name": "Area"})
        others = step.insert_many(Kind.ACCOUNT, [{"name": f"other {number}"} for number in range(300)])
    values: dict[Kind, list[dict[str, Any]]] = {
        Kind.ACCOUNT: [{"name": f"\x01 \"{number}'", "employees": number or None} for number in range(150)],
        Kind.CONTRACT: [{"account_id": filled.account, "amount": number, **START} for number in range(150)],
        Kind.CUSTOM_VALUE: [{"field_id": field, "row_id": row, "value": "x"} for row in others[:150]],
    }
    before = dump(book)
    with book.step(StepName.IMPORT) as step:
        for row in values[kind]:
            step.insert(kind, row)
    single = _entries(book)
    book.undo()
    with book.step(StepName.IMPORT) as step:
        step.insert_many(kind, values[kind])
    assert _entries(book) == single
    after = dump(book)
    book.undo()
    assert dump(book) == before
    book.redo()
    assert dump(book) == after


@pytest.mark.parametrize("kind", [Kind.ACCOUNT, Kind.USE])
def test_rows_that_come_back_among_others_take_none_of_these_along(filled: Any, kind: Kind) -> None:
    """Rows bring the ids they had, and between them lie the rows that were never away."""
    book: Book = filled.book
    with book.step(StepName.IMPORT) as step:
        measure = step.insert(Kind.MEASURE, {"code": "visits", "name": "Visits"})
        use = {"account_id": filled.account, "measure_id": measure, "on_date": date(2025, 3, 3), "amount": 1.0}
        values = {Kind.ACCOUNT: {"name": "other"}, Kind.USE: use}[kind]
        ids = step.insert_many(kind, [values] * 600)
    away = [*ids[:5], *ids[150:400], *ids[401:600:2]]
    with book.step(StepName.IMPORT) as step:
        step.delete_many(kind, away)
    before = dump(book)
    with book.step(StepName.IMPORT) as step:
        assert step.insert_many(kind, [values] * len(away), ids=away[::-1]) == away[::-1]
    assert step.changes.rows == len(away)
    after = dump(book)
    for state, walk in ((before, book.undo), (after, book.redo), (before, book.undo)):
        walk()
        assert dump(book) == state
        assert check(book) == ()


def _entries(book: Book) -> list[tuple[Any, ...]]:
    """The last step's entries, ids counted from the first."""
    sql = (
        "SELECT kind, row_id - min(row_id) OVER (), last_id, account_id = row_id, before, json_remove(after, '$.id') "
        "FROM change WHERE step_id = (SELECT max(id) FROM step WHERE state = 'done') ORDER BY id"
    )
    return book.driver.execute(sql).fetchall()


def test_a_value_that_does_not_fit_is_named_among_many(book: Book) -> None:
    def write(*rows: dict[str, Any]) -> None:
        with book.step(StepName.IMPORT) as step:
            step.insert_many(Kind.ACCOUNT, [{"name": "fits"}, *rows])

    with pytest.raises(TypeError, match="employees cannot hold 'many'"):
        write({"name": "does not", "employees": "many"})
    with pytest.raises(TypeError, match=r"no such column \['colour'\]"):
        write({"name": "does not", "colour": "red"})
    assert rows(book, Kind.ACCOUNT) == []
