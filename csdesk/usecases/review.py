"""The account review: what a customer is shown of its own goals, use, tickets and answers, as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, Language, TouchType
from csdesk.models.months import Month, Period, PeriodKind, months_between
from csdesk.reports.delivery import Hindrance, ReportRefused
from csdesk.reports.review_content import (
    AnswerLine,
    ContractLine,
    GoalLine,
    MeasureLine,
    MeetingLine,
    NextStep,
    OpenTicket,
    Part,
    ReviewContent,
    TicketLine,
    Tickets,
    Users,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from csdesk.book.file import Book
    from csdesk.usecases.snapshot import Snapshot

    Progress = Callable[[int, int], None]
    Row = Mapping[str, Any]

__all__ = ["NextStep", "Part", "ReviewChoice", "ReviewContent", "first_page", "review_content", "write_review"]

USE_MONTHS = 12
SEEN_TOGETHER = (
    TouchType.MEETING, TouchType.VISIT, TouchType.CALL, TouchType.QBR, TouchType.TRAINING, TouchType.WEBINAR,
)  # fmt: skip
"""Touches at which the customer was there; of these alone it is told, and never what was noted."""
_SECONDS_A_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class ReviewChoice:
    """What a person chooses for a review: the period it looks back on, its language and parts, and what is typed for
    it."""

    period: Period
    language: Language
    parts: frozenset[Part] = frozenset(Part)
    roadmap: str = ""
    steps: tuple[NextStep, ...] = ()


def review_period(as_of: date, kind: PeriodKind, fiscal_start: int) -> Period:
    """The last period of that kind that is over at the end of a day."""
    period = Period.holding(Month.of(as_of), kind, fiscal_start)
    return period if period.last.last_day <= as_of else period.previous


def review_content(book: Book, account: int, as_of: date, choice: ReviewChoice) -> ReviewContent:
    """What the review of an account says as of a day; without a word on what is coming, that part is left out. Raises
    Gone where the account has been deleted."""
    from csdesk.usecases.rows import Gone
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    if account not in snapshot.names:
        raise Gone(Kind.ACCOUNT.value)
    period, roadmap = choice.period, choice.roadmap.strip()
    wanted = choice.parts if roadmap else choice.parts - {Part.ROADMAP}
    day = min(as_of, period.last.last_day)
    last = min(period.last, Month.of(as_of))
    months = tuple(map(Period, months_between(last + (1 - USE_MONTHS), last)))
    use = wanted & {Part.USE, Part.VALUE}
    return ReviewContent(
        company=snapshot.settings.company,
        customer=snapshot.names[account],
        language=choice.language,
        period=period,
        as_of=as_of,
        parts=wanted,
        months=months,
        goals=tuple(_goals(book, snapshot, account)) if Part.GOALS in wanted else (),
        use=tuple(_measures(book, snapshot, account, period, months, day)) if use else (),
        users=_users(snapshot, account, period, months, day) if Part.USE in wanted else None,
        tickets=_tickets(book, account, period, day) if Part.TICKETS in wanted else None,
        answers=tuple(_answers(book, account, period, day)) if Part.VOICE in wanted else (),
        meetings=tuple(_meetings(book, account, period, day)) if Part.TOGETHER in wanted else (),
        roadmap=roadmap if Part.ROADMAP in wanted else "",
        steps=choice.steps if Part.STEPS in wanted else (),
        contract=tuple(_contract(book, snapshot, account, as_of)) if Part.CONTRACT in wanted else (),
    )


def write_review(content: ReviewContent, path: Path, progress: Progress) -> None:
    """Write the review, to a name that ends in .pdf or .xlsx. Raises ReportRefused when the file cannot be put there;
    the place is then as it was."""
    from csdesk.reports.review_pdf import write_review_pdf
    from csdesk.reports.review_workbook import write_review_workbook

    writers = {".pdf": write_review_pdf, ".xlsx": write_review_workbook}
    write = writers.get(path.suffix.casefold())
    if write is None:
        raise ReportRefused(Hindrance.NO_REVIEW, path)
    write(content, path, progress)


def first_page(content: ReviewContent, scale: float) -> tuple[int, int, bytes]:
    """The first page as it will be printed: width, height and rows of RGBA, `scale` pixels for each point."""
    from csdesk.reports.review_pdf import review_picture

    return review_picture(content, scale)


def _rows(book: Book, kind: Kind, account: int) -> list[dict[str, Any]]:
    from csdesk.book.read import rows

    return [dict(row) for row in rows(book, kind, where={"account_id": account})]


def _goals(book: Book, snapshot: Snapshot, account: int) -> Iterator[GoalLine]:
    from csdesk.usecases.account_work import account_work

    figures = {row["id"]: row for row in _rows(book, Kind.GOAL, account)}
    for goal in account_work(book, account, snapshot.people).goals:
        row = figures.get(goal.id, {})
        words = (goal.statement, str(row.get("victory") or ""), str(row.get("unit") or ""))
        levels = (row.get("baseline"), row.get("target"), row.get("current"))
        steps = tuple(NextStep(one.title, one.customer_side, one.due_on, one.done_on) for one in goal.milestones)
        yield GoalLine(*words, *levels, goal.progress, goal.due_on, goal.reached_on, steps)


def _measures(
    book: Book, snapshot: Snapshot, account: int, period: Period, months: tuple[Period, ...], day: date
) -> Iterator[MeasureLine]:
    """The measures of which the account has any record, those that count as value first."""
    from csdesk.book.read import rows
    from csdesk.usecases.account import use_by_month

    kept: list[dict[str, Any]] = [dict(row) for row in rows(book, Kind.MEASURE)]
    about = {str(row["code"]): row for row in kept}
    ever = _until(snapshot, account, day).groupby("measure", observed=True)["amount"].sum().to_dict()
    wanted = {str(month.first) for month in months}
    found = []
    for series in use_by_month(book, snapshot, account, day):
        row = about.get(series.code, {})
        by_month = dict(zip(series.months, series.amounts, strict=True))
        found.append(
            MeasureLine(
                series.measure,
                str(row.get("unit") or ""),
                bool(row.get("qualifies", True)),
                tuple(amount for month, amount in by_month.items() if month in wanted),
                _sum(by_month, period.months),
                _whole(by_month, period.previous.months),
                float(ever.get(series.code, 0.0)),
            )
        )
    yield from sorted(found, key=lambda line: not line.counts)


def _sum(by_month: Mapping[str, float | None], months: tuple[Month, ...]) -> float | None:
    """What is known of a period; None where nothing is."""
    told = [amount for month in months if (amount := by_month.get(str(month))) is not None]
    return sum(told) if told else None


def _whole(by_month: Mapping[str, float | None], months: tuple[Month, ...]) -> float | None:
    """What is known of a period to compare with; None where a month of it is not known."""
    return None if any(by_month.get(str(month)) is None for month in months) else _sum(by_month, months)


def _until(snapshot: Snapshot, account: int, day: date) -> Any:  # noqa: ANN401 - a part of the frame of use
    import numpy as np

    use = snapshot.frames.use
    return use[(use["account"] == account) & (use["on"] <= np.datetime64(day))]


def _users(snapshot: Snapshot, account: int, period: Period, months: tuple[Period, ...], day: date) -> Users | None:
    """None where the account's use is not known by person."""
    mine = _until(snapshot, account, day)
    mine = mine[mine["contact"] >= 0]
    if mine.empty:
        return None
    month = mine["on"].dt.strftime("%Y-%m")

    def people(wanted: Period) -> int:
        return int(mine["contact"][month.isin([str(one) for one in wanted.months])].nunique())

    known = Month.of(mine["on"].min().date()) <= period.previous.first
    return Users(tuple(map(people, months)), people(period), people(period.previous) if known else None)


def _tickets(book: Book, account: int, period: Period, day: date) -> Tickets | None:
    """None where the account has never had one. A time that runs backwards counts as 0 days, as everywhere."""
    found = _rows(book, Kind.TICKET, account)
    if not found:
        return None
    opened = [row["opened_at"].date() for row in found if row["opened_at"]]
    closed = [row for row in found if row["closed_at"] and period.first.first_day <= row["closed_at"].date() <= day]
    times = [row["closed_at"] - row["opened_at"] for row in closed if row["opened_at"]]
    days = [max(one.total_seconds(), 0.0) / _SECONDS_A_DAY for one in times]
    months = [
        TicketLine(
            Period(month),
            sum(Month.of(on) == month and on <= day for on in opened),
            sum(Month.of(row["closed_at"].date()) == month for row in closed),
        )
        for month in period.months
    ]
    waiting = [
        OpenTicket(row["subject"] or "", row["opened_at"].date())
        for row in found
        if row["opened_at"]
        and row["opened_at"].date() <= day
        and not (row["closed_at"] and row["closed_at"].date() <= day)
    ]
    waiting.sort(key=lambda ticket: ticket.opened_on)
    return Tickets(tuple(months), sum(days) / len(days) if days else None, len(days), tuple(waiting))


def _answers(book: Book, account: int, period: Period, day: date) -> Iterator[AnswerLine]:
    found = [row for row in _rows(book, Kind.ANSWER, account) if row["answered_on"]]
    for row in sorted(found, key=lambda row: (row["answered_on"], row["id"]), reverse=True):
        if period.first.first_day <= row["answered_on"] <= day:
            yield AnswerLine(row["survey"], row["answered_on"], row["score"], row["comment"] or "")


def _meetings(book: Book, account: int, period: Period, day: date) -> Iterator[MeetingLine]:
    names = {row["id"]: str(row["name"]) for row in _rows(book, Kind.CONTACT, account)}
    found = [row for row in _rows(book, Kind.TOUCH, account) if row["type"] in set(SEEN_TOGETHER)]
    for row in sorted(found, key=lambda row: (row["on_date"], row["id"]), reverse=True):
        if period.first.first_day <= row["on_date"] <= day:
            yield MeetingLine(row["on_date"], row["type"], names.get(row["contact_id"], ""))


def _contract(book: Book, snapshot: Snapshot, account: int, as_of: date) -> Iterator[ContractLine]:
    from csdesk.usecases.contract_rows import contract_rows

    for row in contract_rows(book, snapshot, account, as_of):
        if row.active:
            yield ContractLine(
                row.product, row.plan, row.seats, row.starts_on, row.renews_on, row.notice_by, row.auto_renew
            )
