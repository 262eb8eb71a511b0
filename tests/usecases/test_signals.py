"""Danger signals of a book: listed with what is at stake, dismissed, given anew, and as before after going back."""

import json
from datetime import date, timedelta

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.signals.found import HOUSE_SETTINGS, RuleSetting
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, StepName
from csdesk.models.signals import Signal
from csdesk.usecases.setting_values import acceptable
from csdesk.usecases.signal_rules import change_signal_rules, rule_settings, settings_from
from csdesk.usecases.signals import SignalRow, dismiss, signals_page, signals_tried
from csdesk.usecases.stopped import Refused

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


def test_a_rule_is_set_tried_kept_and_undone(book: Book) -> None:
    account = _account(book, "Sample", 100)
    _put(book, Kind.TOUCH, account_id=account, on_date=TODAY - timedelta(days=50))

    def is_given() -> bool:
        return any(row.found.signal is Signal.NO_TOUCH for row in _listed(book))

    assert not is_given()
    sooner = {**HOUSE_SETTINGS, Signal.NO_TOUCH: RuleSetting(on=True, limits=(45.0,))}
    before = signals_tried(book, TODAY)
    change_signal_rules(book, sooner)
    assert rule_settings(book) == sooner
    assert is_given()
    assert signals_tried(book, TODAY, HOUSE_SETTINGS) == before
    change_signal_rules(book, {**sooner, Signal.NO_TOUCH: RuleSetting(on=False, limits=(45.0,))})
    assert not is_given()
    assert Signal.NO_TOUCH not in {one.signal for one in signals_tried(book, TODAY).rows}
    book.undo()
    book.undo()
    assert rule_settings(book) == HOUSE_SETTINGS


@pytest.mark.parametrize("limits", [(0.5,), (731.0,), (1.0, 2.0)])
def test_a_limit_that_cannot_be_is_refused(book: Book, limits: tuple[float, ...]) -> None:
    with pytest.raises(Refused):
        change_signal_rules(book, {**HOUSE_SETTINGS, Signal.NO_TOUCH: RuleSetting(on=True, limits=limits)})
    told = json.dumps({"no_touch": {"on": True, "limits": list(limits)}})
    assert not acceptable("signal_rules", told)
    assert acceptable("signal_rules", '{"no_touch": {"on": false, "limits": [45]}, "of_tomorrow": {}}')
    assert not acceptable("signal_rules", '{"no_touch": {"on": false, "limits": 45}}')


def test_limits_that_an_earlier_csdesk_did_not_know_are_the_houses() -> None:
    told = settings_from({"csm": {"on": True, "limits": [1, 30]}})
    assert told[Signal.CSM].limits == (1.0, 30.0, *HOUSE_SETTINGS[Signal.CSM].limits[2:])
