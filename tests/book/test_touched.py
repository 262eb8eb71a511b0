"""After a change only the lines that it touched are read again, and what is known then is what the book holds."""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from csdesk.book import frames as frames_of_books
from csdesk.book import touched as touched_rows
from csdesk.book.file import Book
from csdesk.book.frames import frames
from csdesk.book.kept import kept
from csdesk.book.read import rows
from csdesk.models.kinds import Charge, Kind, StepName


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Which lines were read, each time; None for all."""
    found: list[Any] = []
    columns = frames_of_books._span_columns

    def noted(store: Book, wanted: Any) -> Any:
        found.append(wanted)
        return columns(store, wanted)

    monkeypatch.setattr(frames_of_books, "_span_columns", noted)
    return found


@pytest.fixture
def lines(filled: Any) -> list[int]:
    with filled.book.step(StepName.IMPORT) as step:
        return step.insert_many(Kind.CONTRACT, [line(filled.account, 100 + n, n + 1) for n in range(9)])


def line(account: int, amount: int, day: int, **more: Any) -> dict[str, Any]:
    return {"account_id": account, "amount": amount, "starts_on": date(2024, 1, day), **more}


def true_of(book: Book) -> None:
    """What is known is what every row read anew says."""
    pd.testing.assert_frame_equal(frames(book).spans, pd.DataFrame(frames_of_books._span_columns(book, None)))


@pytest.mark.parametrize("by", ["change", "delete", "add", "move", "end charging"])
def test_only_what_a_step_touched(filled: Any, lines: list[int], read: list[Any], by: str) -> None:
    book = filled.book
    frames(book)
    with book.step(StepName.EDIT_CONTRACT) as step:
        if by == "add":
            touched = step.insert(Kind.CONTRACT, line(filled.other, 7, 3))
        else:
            touched = lines[4]
            if by == "delete":
                step.delete(Kind.CONTRACT, touched)
            else:
                news = {
                    "change": {"amount": 5},
                    "move": {"account_id": filled.other},
                    "end charging": {"charge": Charge.ONE_OFF},
                }
                step.update(Kind.CONTRACT, touched, news[by])
    for turn in (lambda: None, book.undo, book.redo, lambda: (book.undo(), book.redo(), book.undo())):
        turn()
        frames(book)
        assert set(read.pop()) == {touched}
        true_of(book)
        read.clear()


def test_what_goes_with_an_account(filled: Any, lines: list[int], read: list[Any]) -> None:
    book = filled.book
    frames(book)
    with book.step(StepName.DELETE_ACCOUNTS) as step:
        step.delete(Kind.ACCOUNT, filled.account)
    assert not len(frames(book).spans)
    assert set(read[-1]) == {*lines, filled.contract}
    book.undo()
    assert frames(book).spans["line"].tolist() == [filled.contract, *lines]
    assert set(read[-1]) == {*lines, filled.contract}


def test_a_step_that_was_undone_and_done_again_touched_nothing(filled: Any, lines: list[int], read: list[Any]) -> None:
    book = filled.book
    with book.step(StepName.EDIT_CONTRACT) as step:
        step.update(Kind.CONTRACT, lines[0], {"amount": 5})
    frames(book)
    book.undo()
    book.redo()
    read.clear()
    frames(book)
    assert read == []


def test_other_windows(filled: Any, lines: list[int], read: list[Any], reopened: Callable[..., Book]) -> None:
    frames(filled.book)
    with reopened().step(StepName.EDIT_CONTRACT) as step:
        step.update(Kind.CONTRACT, lines[0], {"amount": 5})
    frames(filled.book)
    assert set(read[-1]) == {lines[0]}
    true_of(filled.book)


def add_many(filled: Any) -> None:
    """An import: one entry of the log stands for all of its rows."""
    with filled.book.step(StepName.IMPORT) as step:
        columns = {"account_id": [filled.other] * 200, "amount": [3] * 200, "starts_on": [date(2024, 1, 1)] * 200}
        step.insert_fresh(Kind.CONTRACT, columns, step.new_ids(200))


def change_often(filled: Any) -> None:
    for amount in range(6):
        with filled.book.step(StepName.EDIT_CONTRACT) as step:
            step.update(Kind.CONTRACT, filled.contract, {"amount": amount})


def rename_product(filled: Any) -> None:
    with filled.book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.PRODUCT, filled.product, {"name": "Core add-on"})


def lose_the_log(filled: Any) -> None:
    with filled.book.step(StepName.EDIT_CONTRACT) as step:
        step.update(Kind.CONTRACT, filled.contract, {"amount": 5})
    filled.book.driver.execute("DELETE FROM change WHERE id = (SELECT max(id) FROM change)")


@pytest.mark.parametrize("by", [add_many, change_often, rename_product, lose_the_log])
def test_all_is_read_where_the_log_does_not_tell_it_row_by_row(
    filled: Any, lines: list[int], read: list[Any], by: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touched_rows, "_FEW", 5)
    assert len(frames(filled.book).spans) == len(lines) + 1
    by(filled)
    frames(filled.book)
    assert read[-1] is None
    true_of(filled.book)


def test_until_when_all_is_known(filled: Any) -> None:
    """While a line goes on that no sheet of months is the source of, until today."""
    book = filled.book
    with book.step(StepName.IMPORT) as step:
        months = step.insert(Kind.CONTRACT, line(filled.other, 5, 1, known_until=date(2024, 6, 30)))
    assert frames(book).known_until is None
    with book.step(StepName.EDIT_CONTRACT) as step:
        step.update(Kind.CONTRACT, filled.contract, {"ended_on": date(2024, 5, 31)})
    assert frames(book).known_until == np.datetime64("2024-06-30")
    with book.step(StepName.EDIT_CONTRACT) as step:
        step.update(Kind.CONTRACT, filled.contract, {"ended_on": date(2024, 8, 31)})
    assert frames(book).known_until == np.datetime64("2024-08-31")
    with book.step(StepName.DELETE_CONTRACT) as step:
        step.delete(Kind.CONTRACT, months)
    assert frames(book).known_until is None


def test_what_is_kept_is_made_anew_when_its_kind_changes(filled: Any) -> None:
    book, made = filled.book, []

    def names() -> list[Any]:
        made.append(1)
        return [row["name"] for row in rows(book, Kind.ACCOUNT)]

    for _ in range(2):
        assert kept(book, "names", names, Kind.ACCOUNT) == ["見本商事", "Sample Ltd"]
    with book.step(StepName.EDIT_CONTRACT) as step:
        step.update(Kind.CONTRACT, filled.contract, {"amount": 5})
    kept(book, "names", names, Kind.ACCOUNT)
    assert len(made) == 1
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, filled.other, {"name": "Sample GK"})
    assert kept(book, "names", names, Kind.ACCOUNT) == ["見本商事", "Sample GK"]
