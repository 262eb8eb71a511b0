"""What goes into a calendar: what is to come and what is overdue, of one person or of all, under lasting ids."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.reports.delivery import ReportRefused
from csdesk.usecases.account_rows import accounts_table
from csdesk.usecases.calendar_days import calendar_content, write_calendar
from csdesk.usecases.tasks import finish_task


def test_renewals_are_those_of_the_accounts_table(demo: Book, today: date) -> None:
    content = calendar_content(demo, today, Language.JA)
    table = accounts_table(demo, today).rows
    due = {(f"renewal-{row.id}@csdesk", row.renewal_on) for row in table if row.paying and row.renewal_on}
    assert due == {(day.uid, day.on) for day in content.days if day.uid.startswith("renewal")}
    assert len({day.uid for day in content.days}) == len(content.days)
    assert {day.uid.split("-")[0] for day in content.days} == {"renewal", "notice", "task", "milestone"}
    assert all(day.on >= today for day in content.days if day.uid.startswith("notice"))


def test_every_day_is_somebodys_and_together_they_are_all(demo: Book, today: date) -> None:
    whole = calendar_content(demo, today, Language.EN)
    people = [str(row["name"]) for row in rows(demo, Kind.PERSON)]
    parts = [calendar_content(demo, today, Language.EN, person) for person in people]
    assert all(part.name == f"csdesk ({person})" for part, person in zip(parts, people, strict=True))
    told = [day.uid for part in parts for day in part.days]
    assert len(told) == len(set(told)) > 0
    unowned = [day for day in whole.days if day.uid not in told]
    assert all("Owner" not in day.about for day in unowned)


def test_a_step_moves_goes_when_done_and_stands_where_it_was_put_off_to(book: Book, today: date) -> None:
    with book.step(StepName.ADD_TASK) as step:
        task = step.insert(Kind.TASK, {"title": "Call", "due_on": date(2026, 4, 1), "customer_side": True})
        step.insert(Kind.TASK, {"title": "Some day"})
    (day,) = calendar_content(book, today, Language.EN).days
    assert (day.uid, day.on, day.title, day.about) == (
        f"task-{task}@csdesk",
        date(2026, 4, 1),
        "Next step: Call",
        "By the customer",
    )
    with book.step(StepName.EDIT_TASK) as step:
        step.update(Kind.TASK, task, {"snoozed_until": date(2026, 4, 9)})
    (moved,) = calendar_content(book, today, Language.EN).days
    assert moved == replace(day, on=date(2026, 4, 9))
    finish_task(book, task, today)
    assert calendar_content(book, today, Language.EN).days == ()


def test_only_a_calendar_is_written(book: Book, today: date, tmp_path: Path) -> None:
    content = calendar_content(book, today, Language.EN)
    with pytest.raises(ReportRefused, match="no_calendar"):
        write_calendar(content, tmp_path / "days.txt")
    write_calendar(content, tmp_path / "days.ICS")
    assert [path.name for path in tmp_path.glob("days*")] == ["days.ICS"]
