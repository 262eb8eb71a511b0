"""The day's list: each thing once, ranked by points, worked off and taken back."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language, StepName, Tier
from csdesk.models.signals import Signal
from csdesk.usecases import books
from csdesk.usecases.due import DueItem, DueReason, DueWhy, Points, due_list, new_lines
from csdesk.usecases.due_answers import RETURN_DAYS, put_off, settle
from csdesk.usecases.sentences import step_sentence
from csdesk.usecases.signals import signals_page
from csdesk.usecases.tasks import TaskDraft, save_task
from csdesk.wording.due import due_what, due_why, points_sentence, ranking_rule

TODAY = date(2025, 6, 30)
SOON = TODAY + timedelta(days=30)


def put(book: Book, kind: Kind, **values: Value) -> int:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        return step.insert(kind, values)


def account(book: Book, name: str, amount: int, **line: Value) -> int:
    made = put(book, Kind.ACCOUNT, name=name, tier=Tier.HIGH)
    put(book, Kind.CONTRACT, account_id=made, amount=amount, interval_months=1, starts_on=date(2024, 1, 1), **line)
    return made


def said(book: Book, day: date = TODAY, person: str = "") -> list[tuple[str, list[str]]]:
    return [(item.account_name, [one.code for one in item.reasons]) for item in due_list(book, day, person)]


def line_of(book: Book, name: str) -> DueItem:
    return next(item for item in due_list(book, TODAY) if item.account_name == name)


def test_a_book_where_all_is_well_has_no_lines(book: Book) -> None:
    assert due_list(book, TODAY) == ()
    touched = account(book, "Well", 100)
    put(book, Kind.TOUCH, account_id=touched, on_date=TODAY)
    assert due_list(book, TODAY) == ()


def test_a_renewal_is_on_the_list_until_a_next_step_is_open(book: Book) -> None:
    of = account(book, "Sample", 100, term_ends_on=SOON)
    assert said(book) == [("Sample", ["renewal"])]
    put(book, Kind.TASK, account_id=of, title="Call them", due_on=TODAY + timedelta(days=20))
    assert due_list(book, TODAY) == ()


def test_reasons_of_an_account_stand_in_one_line_with_its_owners_first_next_step(book: Book) -> None:
    aoi, ren = (put(book, Kind.PERSON, name=name) for name in ("Sample Aoi", "Sample Ren"))
    of = account(book, "Sample", 100, term_ends_on=TODAY - timedelta(days=10))
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        step.update(Kind.ACCOUNT, of, {"owner_id": aoi})
    put(book, Kind.TOUCH, account_id=of, on_date=date(2025, 1, 1))
    assert said(book) == [("Sample", ["undecided", "no_touch"])]
    put(book, Kind.TASK, account_id=of, title="Hand over", due_on=TODAY, owner_id=ren)
    assert said(book) == [("Sample", ["task"]), ("Sample", ["undecided", "no_touch"])]
    put(book, Kind.TASK, account_id=of, title="Call them", due_on=TODAY)
    assert said(book, person="Sample Aoi") == [("Sample", ["task", "undecided", "no_touch"])]
    assert said(book, person="Sample Ren") == [("Sample", ["task"])]
    assert due_list(book, TODAY, "Nobody") == ()


def test_a_milestone_tells_of_the_stalled_implementation(book: Book) -> None:
    of = account(book, "Sample", 100)
    for title, days in (("Later", 20), ("Second", -5), ("First", -20)):
        put(book, Kind.MILESTONE, account_id=of, title=title, due_on=TODAY + timedelta(days=days), customer_side=True)
    assert Signal.STALLED in {row.found.signal for row in signals_page(book, TODAY).rows}
    item = line_of(book, "Sample")
    assert [(one.code, one.title, one.days) for one in item.reasons] == [("milestone", "First", -20)]
    settle(book, item, TODAY)
    assert line_of(book, "Sample").lead.title == "Second"
    settle(book, line_of(book, "Sample"), TODAY)
    assert due_list(book, TODAY) == ()
    assert {row["done_on"] for row in rows(book, Kind.MILESTONE)} == {TODAY, None}


@pytest.mark.parametrize(("days", "points"), [(-8, 0), (-7, 3), (-1, 9), (0, 10), (4, 14), (10, 20), (400, 20)])
def test_lateness_counts_by_the_day(book: Book, days: int, points: int) -> None:
    put(book, Kind.TASK, title="Call", due_on=TODAY - timedelta(days=days))
    found = due_list(book, TODAY)
    assert [item.points for item in found] == ([Points(0, points, 0, 0)] if days >= -7 else [])


def test_points_are_mrr_lateness_the_renewal_and_danger(book: Book) -> None:
    for name, amount in (("Small", 100), ("Middle", 200), ("Large", 300), ("Largest", 400)):
        of = account(book, name, amount, term_ends_on=TODAY + timedelta(45) if name in {"Small", "Largest"} else None)
        put(book, Kind.TASK, account_id=of, title="Call", due_on=TODAY - timedelta(days=amount // 100))
        put(book, Kind.TOUCH, account_id=of, on_date=TODAY - timedelta(days=1 if name == "Large" else 100))
    put(book, Kind.TASK, title="Write the plan")
    assert [(item.account_name, item.points) for item in due_list(book, TODAY)] == [
        ("Largest", Points(40, 14, 10, 5)),
        ("Large", Points(30, 13, 0, 0)),
        ("Middle", Points(20, 12, 0, 5)),
        ("Small", Points(10, 11, 10, 5)),
        ("", Points(0, 0, 0, 0)),
    ]
    assert Points(40, 14, 10, 5).total == 69
    assert "69 of 100" in points_sentence((40, 14, 10, 5), Language.EN)
    assert "10" in ranking_rule(Language.JA)


def test_what_is_dealt_with_is_quiet_and_comes_back(book: Book) -> None:
    of = account(book, "Sample", 100, term_ends_on=TODAY - timedelta(days=10))
    put(book, Kind.TOUCH, account_id=of, on_date=date(2025, 1, 1))
    before = due_list(book, TODAY)
    changes = settle(book, before[0], TODAY)
    assert changes.name is StepName.SETTLE_DUE
    assert "Sample" in step_sentence(changes, Language.JA)
    assert due_list(book, TODAY) == ()
    assert signals_page(book, TODAY).rows == ()
    assert due_list(book, TODAY + timedelta(days=RETURN_DAYS - 1)) == ()
    assert said(book, TODAY + timedelta(days=RETURN_DAYS)) == [("Sample", ["undecided"])]
    books.undo(book)
    assert due_list(book, TODAY) == before
    books.redo(book)
    assert due_list(book, TODAY) == ()


def test_a_line_put_off_is_quiet_with_all_it_stands_for(book: Book) -> None:
    of = account(book, "Sample", 100, term_ends_on=TODAY - timedelta(days=10))
    put(book, Kind.TASK, account_id=of, title="Call them", due_on=TODAY)
    before, monday = due_list(book, TODAY), date(2025, 7, 7)
    assert said(book) == [("Sample", ["task", "undecided"])]
    assert put_off(book, before[0], monday).name is StepName.PUT_OFF_DUE
    assert due_list(book, monday - timedelta(days=1)) == ()
    assert said(book, monday) == [("Sample", ["task", "undecided"])]
    path = book.path
    book.close()
    again = Book.open(path, who="sample", clock=book.clock)
    assert due_list(again, TODAY) == ()
    books.undo(again)
    assert due_list(again, TODAY) == before
    settle(again, before[0], TODAY)
    assert said(again) == [("Sample", ["undecided"])], "the step is done, the renewal is not"
    again.close()


def test_a_next_step_alone_is_put_off_as_everywhere(book: Book) -> None:
    put(book, Kind.TASK, title="Call them", due_on=TODAY)
    assert put_off(book, due_list(book, TODAY)[0], SOON).name is StepName.SNOOZE_TASK
    assert due_list(book, TODAY) == ()


def _reasons(book: Book, day: date) -> Iterator[DueReason]:
    for item in due_list(book, day):
        yield from item.reasons


def test_every_reason_of_the_demo_says_why_and_what(demo: Book, today: date) -> None:
    items = due_list(demo, today)
    assert [item.points.total for item in items if item.why is not DueWhy.GOOD_MOMENT] == sorted(
        (item.points.total for item in items if item.why is not DueWhy.GOOD_MOMENT), reverse=True
    )
    assert {one.why for one in _reasons(demo, today)} >= {DueWhy.TASK, DueWhy.SIGNAL}
    told = [(item.account, one.code) for item in items for one in item.reasons if one.why is not DueWhy.TASK]
    assert len(told) == len(set(told)), "nothing stands on the list twice"
    for language in Language:
        for one in _reasons(demo, today):
            assert due_why(one.why, one.days, language, one.signal)
            figures = (one.signal, one.figures) if one.signal else None
            assert due_what((one.why, one.title, one.factor), language, customers=one.customers, told=figures)


def test_new_lines_are_those_that_an_earlier_day_did_not_have(demo: Book, today: date) -> None:
    later = today + timedelta(days=1)
    save_task(demo, TaskDraft("Call the sample", due_on=later + timedelta(days=7)))
    before = {item.identity for item in due_list(demo, today)}
    new = new_lines(demo, today, later)
    assert [item.lead.title for item in new if item.account is None] == ["Call the sample"]
    assert [item for item in due_list(demo, later) if item.identity not in before] == list(new)
    assert new_lines(demo, later, later) == ()
