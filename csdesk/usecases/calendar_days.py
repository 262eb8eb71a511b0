"""Renewals, last days for notice, next steps and milestones as a calendar file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind
from csdesk.reports.delivery import Hindrance, ReportRefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from csdesk.book.file import Book
    from csdesk.models.kinds import Language
    from csdesk.reports.calendar_file import CalendarDay
    from csdesk.usecases.snapshot import Snapshot

_UNDECIDED, _RENEWAL, _NOTICE = "undecided", "renewal", "notice"


@dataclass(frozen=True, slots=True)
class CalendarContent:
    """The days that go out, what their calendar is called, and when they were told: by that a calendar knows the newer
    of two files."""

    name: str
    days: tuple[CalendarDay, ...]
    at: datetime


def calendar_content(book: Book, as_of: date, language: Language, person: str = "") -> CalendarContent:
    """What is to come as of a day, and what is overdue; of one person or, with '', of all.

    A next step or a milestone is its owner's, without one that of its account, as everything of an account is. What
    lies in the bin, what is done, and the day of notice of a line that has ended are not in it.
    """
    from csdesk.usecases.snapshot import snapshot_of
    from csdesk.wording.calendar_file import calendar_name

    found = _Found(book, snapshot_of(book), as_of, language)
    days = (*found.renewals(person), *found.notices(person), *found.work(Kind.TASK, person),
            *found.work(Kind.MILESTONE, person))  # fmt: skip
    in_order = tuple(sorted(days, key=lambda day: (day.on, day.uid)))
    return CalendarContent(calendar_name(person, language), in_order, book.clock())


def write_calendar(content: CalendarContent, path: Path) -> None:
    """Write the days, to a name that ends in .ics. Raises ReportRefused."""
    from csdesk.reports.calendar_file import write_calendar as write

    if path.suffix.casefold() != ".ics":
        raise ReportRefused(Hindrance.NO_CALENDAR, path)
    write(content.days, path, name=content.name, at=content.at)


class _Found:
    """Looks up whose an account is while days are made. An entry keeps its id as long as its row is there, so that a
    later file moves it instead of adding another."""

    def __init__(self, book: Book, snapshot: Snapshot, as_of: date, language: Language) -> None:
        from csdesk.usecases.account_rows import rows_at

        self._book, self._snapshot, self._as_of, self._language = book, snapshot, as_of, language
        self._accounts = {row.id: row for row in rows_at(snapshot, as_of).rows}

    def renewals(self, person: str) -> Iterator[CalendarDay]:
        """The next renewal of every account that pays, or the one that waits for a decision."""
        for account, row in self._accounts.items():
            if row.paying and row.renewal_on and person in {"", row.owner}:
                kind = _UNDECIDED if row.renewal_undecided else _RENEWAL
                yield self._day(f"{_RENEWAL}-{account}", row.renewal_on, kind, row.name, row.owner)

    def notices(self, person: str) -> Iterator[CalendarDay]:
        """The last days for notice that are still to come."""
        for line in self._rows(Kind.CONTRACT):
            row = self._accounts.get(line["account_id"])
            on = line["notice_by"]
            if row and on and on >= self._as_of and line["ended_on"] is None and person in {"", row.owner}:
                yield self._day(f"{_NOTICE}-{line['id']}", on, _NOTICE, row.name, row.owner)

    def work(self, kind: Kind, person: str) -> Iterator[CalendarDay]:
        """Open next steps, or milestones, that have a day; one that was put off stands at the day it comes back."""
        for found in self._rows(kind):
            row = self._accounts.get(found["account_id"])
            owner = self._snapshot.people.get(found["owner_id"]) or (row.owner if row else "")
            on = max(filter(None, (found["due_on"], found.get("snoozed_until"))), default=None)
            if on and found["done_on"] is None and person in {"", owner}:
                what = " – ".join(filter(None, (row.name if row else "", found["title"])))
                yield self._day(f"{kind}-{found['id']}", on, kind, what, owner, *self._told(found))

    def _rows(self, kind: Kind) -> Iterator[dict[str, Any]]:
        from csdesk.book.read import rows

        return (dict(row) for row in rows(self._book, kind))

    def _day(self, uid: str, on: date, kind: str, what: str, owner: str, *told: str) -> CalendarDay:
        from csdesk.reports.calendar_file import CalendarDay
        from csdesk.wording.calendar_file import kind_words, owner_words, title_words

        about = "\n".join(filter(None, (owner_words(owner, self._language), *told)))
        category = kind_words(kind, self._language)
        return CalendarDay(f"{uid}@csdesk", on, title_words(kind, what, self._language), about, category)

    def _told(self, row: Mapping[str, Any]) -> Iterator[str]:
        """That a step is the customer's, and how often it repeats."""
        from csdesk.wording.calendar_file import customer_words
        from csdesk.wording.materials import every_words

        if row["customer_side"]:
            yield customer_words(self._language)
        if row.get("repeat_days"):
            yield every_words(row["repeat_days"], self._language)
