"""Danger signals of a book: listed with what is at stake, dismissed, given anew, and as before after going back."""

from datetime import date, timedelta

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, StepName
from csdesk.models.signals import Signal
from csdesk.usecases.signals import SignalRow, dismiss, signals_page

TODAY = date(2025, 6, 30)


def _put(book: Book, kind: Kind, **values: Value) -> int:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        return step.insert(kind, values)


def _account(book: Book, name: str, amount: int) -> int:
    account = _put(book, Kind.ACCOUNT, name=name)
    _put(book, Kind.CONTRACT, account_id=account, amount=amount, interval_months=1, starts_on=date(2024, 1, 1))
    return account


def _listed(book: Book, day: date = TODAY) -> list[SignalRow]:
    return list(signals_page(book, day).rows)


def test_an_empty_book_has_no_signals(book: Book) -> None:
    page = signals_page(book, TODAY)
    assert (page.rows, page.at_stake, page.in_danger, page.accounts) == ((), 0, 0, 0)


def test_signals_stand_by_what_is_at_stake_each_account_counted_once(book: Book) -> None:
    small, large = _account(book, "Small", 100), _account(book, "Large", 900)
    for account in (small, large):
        _put(book, Kind.TOUCH, account_id=account, on_date=date(2025, 1, 1), sentiment=1)
    _put(book, Kind.TICKET, account_id=small, opened_at="2025-05-01T00:00:00Z")
    page = signals_page(book, TODAY)
    assert [(row.account_name, row.found.signal) for row in page.rows] == [
        ("Large", Signal.NO_TOUCH), ("Small", Signal.LATE_TICKETS), ("Small", Signal.NO_TOUCH),
    ]  # fmt: skip
    assert (page.at_stake, page.in_danger, page.accounts) == (1000, 2, 2)


def test_a_dismissed_signal_stays_away_until_it_begins_anew(book: Book) -> None:
    account = _account(book, "Sample", 100)
    _put(book, Kind.TOUCH, account_id=account, on_date=date(2025, 1, 1))
    (row,) = _listed(book)
    changes = dismiss(book, [row.found], TODAY)
    assert (changes.name, changes.subject) == (StepName.DISMISS_SIGNAL, "Sample")
    assert _listed(book) == []
    assert _listed(book, TODAY + timedelta(days=300)) == []
    _put(book, Kind.TOUCH, account_id=account, on_date=date(2025, 7, 10))
    (again,) = _listed(book, date(2025, 10, 1))
    assert again.found.since == date(2025, 9, 9)
    dismiss(book, [again.found], date(2025, 10, 1))
    assert _listed(book, date(2025, 10, 1)) == []
    assert len(rows(book, Kind.SAVED_VIEW, where={"page": "signals"})) == 1


def test_a_dismissal_is_undone_and_done_again(book: Book) -> None:
    account = _account(book, "Sample", 100)
    _put(book, Kind.TOUCH, account_id=account, on_date=date(2025, 1, 1))
    (row,) = _listed(book)
    dismiss(book, [row.found], TODAY)
    book.undo()
    assert _listed(book) == [row]
    book.redo()
    assert _listed(book) == []


def test_what_is_no_dismissal_counts_as_nothing(book: Book) -> None:
    account = _account(book, "Sample", 100)
    _put(book, Kind.TOUCH, account_id=account, on_date=date(2025, 1, 1))
    for name, text in (
        (f"{account}:no_touch", "{}"),
        (f"{account}:later", '{"until": "2030-01-01"}'),
        ("x:no_touch", '{"until": "2030-01-01"}'),
        (f"{account}:no_touch ", "[]"),
    ):
        _put(book, Kind.SAVED_VIEW, page="signals", name=name, definition=text)
    assert len(_listed(book)) == 1
