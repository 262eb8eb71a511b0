"""The work with one account: risks, goals with their milestones, deals, feedback, exit interviews, mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import DealOutcome, Kind, TimelineEvent
from csdesk.usecases.plays import PlayRun, runs_of
from csdesk.usecases.risks import RiskRow, risks_of
from csdesk.usecases.rows import name_of
from csdesk.usecases.wins import WinRow, wins_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from csdesk.book.file import Book

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One step on the way to a goal."""

    id: int
    title: str
    due_on: date | None
    done_on: date | None
    customer_side: bool


@dataclass(frozen=True, slots=True)
class GoalRow:
    """What the customer wants to reach; milestones that belong to no goal stand under one without an id."""

    id: int | None
    statement: str
    status: str
    due_on: date | None
    reached_on: date | None
    progress: float | None
    """0 to 1, by its figures where it has them, else by its milestones; None where neither tells."""
    milestones: tuple[MilestoneRow, ...]


@dataclass(frozen=True, slots=True)
class DealRow:
    """A deal with the account; `amount` in minor units of `currency` ('' for the book's) for `months`."""

    id: int
    name: str
    stage: str
    outcome: DealOutcome
    probability: float | None
    close_on: date | None
    amount: int | None
    months: int
    currency: str


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """A word on the product."""

    id: int
    title: str
    given_on: date | None
    kind: str
    status: str
    votes: int | None
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class OpenRequests:
    """The name of an account, and its words that are not resolved, or of which it has not been told, the latest
    first."""

    account: str
    rows: tuple[FeedbackRow, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many; `of` is never 0."""

    part: int
    of: int


@dataclass(frozen=True, slots=True)
class MailRow:
    """What came of one mailing at one recipient, or at all of the account."""

    id: int
    who: str


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """What came of one mailing at the account: of the mails that arrived, or where that was not counted were sent.
    A rate is None where it was not counted."""

    name: str
    on: date | None
    opened: Rate | None
    clicked: Rate | None
    downloaded: Rate | None
    rows: tuple[MailRow, ...]


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """What a customer who left has said."""

    id: int
    on: date | None
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class AccountWork:
    """Everything of it that one account's page shows, the latest first."""

    goals: tuple[GoalRow, ...] = ()
    deals: tuple[DealRow, ...] = ()
    feedback: tuple[FeedbackRow, ...] = ()
    interviews: tuple[InterviewRow, ...] = ()
    campaigns: tuple[CampaignRow, ...] = ()
    reaction: CampaignRow | None = None
    """All mailings together."""
    risks: tuple[RiskRow, ...] = ()
    plays: tuple[PlayRun, ...] = ()
    wins: tuple[WinRow, ...] = ()


def account_work(book: Book, account: int, people: Mapping[object, str]) -> AccountWork:
    """The work with one account; `people` are the team's names by id."""
    from csdesk.book.read import rows

    def mine(kind: Kind) -> list[Row]:
        return [dict(row) for row in rows(book, kind, where={"account_id": account})]

    mail = mine(Kind.MAILING)
    contacts = {row["id"]: str(row["name"]) for row in mine(Kind.CONTACT)} if mail else {}
    return AccountWork(
        goals=tuple(_goals(mine(Kind.GOAL), mine(Kind.MILESTONE))),
        deals=tuple(map(_deal, _latest(mine(Kind.DEAL), "close_on"))),
        feedback=tuple(map(_feedback, _latest(mine(Kind.FEEDBACK), "given_on"))),
        interviews=tuple(_interview(row, people) for row in _latest(mine(Kind.INTERVIEW), "on_date")),
        campaigns=tuple(_campaigns(_latest(mail, "on_date"), contacts)),
        reaction=_campaign("", None, mail, {}) if mail else None,
        risks=risks_of(mine(Kind.RISK), people),
        wins=wins_of(mine(Kind.WIN), {}, people),
        plays=runs_of(runs, mine(Kind.TASK)) if (runs := mine(Kind.PLAY_RUN)) else (),
    )


def open_requests(book: Book, account: int, as_of: date) -> OpenRequests:
    """What an account waits on at the end of a day. Raises Gone where the account has been deleted."""
    from csdesk.book.read import rows

    def open_(row: Row) -> bool:
        given = row["given_on"] is None or row["given_on"] <= as_of
        return given and any(row[column] is None or row[column] > as_of for column in ("resolved_on", "told_on"))

    name = name_of(book, Kind.ACCOUNT, account)
    found = [dict(row) for row in rows(book, Kind.FEEDBACK, where={"account_id": account})]
    return OpenRequests(name, tuple(map(_feedback, _latest([row for row in found if open_(row)], "given_on"))))


def dated_events(work: AccountWork) -> Iterator[tuple[Kind, int, date, TimelineEvent, str, str]]:
    """What of it stands in the timeline: kind, id, day, event, who and text."""
    for said in work.interviews:
        if said.on is not None:
            yield Kind.INTERVIEW, said.id, said.on, TimelineEvent.INTERVIEW, said.who, said.text
    for word in work.feedback:
        if word.given_on is not None:
            yield Kind.FEEDBACK, word.id, word.given_on, TimelineEvent.FEEDBACK, "", word.title


def _latest(found: Sequence[Row], column: str) -> list[Row]:
    return sorted(found, key=lambda row: (str(row[column] or ""), row["id"]), reverse=True)


def _goals(goals: Sequence[Row], steps: Sequence[Row]) -> Iterator[GoalRow]:
    """Those not reached yet first, by when they are due; milestones without a goal last."""
    ordered = sorted(steps, key=lambda row: (row["due_on"] is None, str(row["due_on"] or row["done_on"]), row["id"]))
    known = {row["id"] for row in goals}
    for row in sorted(goals, key=lambda row: (row["reached_on"] is not None, str(row["due_on"] or "9"), row["id"])):
        own = _milestones(step for step in ordered if step["goal_id"] == row["id"])
        yield GoalRow(
            row["id"], row["statement"], row["status"] or "", row["due_on"], row["reached_on"], _progress(row, own), own
        )
    rest = _milestones(step for step in ordered if step["goal_id"] not in known)
    if rest:
        yield GoalRow(None, "", "", None, None, _share_done(rest), rest)


def _milestones(steps: Iterator[Row]) -> tuple[MilestoneRow, ...]:
    return tuple(
        MilestoneRow(row["id"], row["title"], row["due_on"], row["done_on"], bool(row["customer_side"]))
        for row in steps
    )


def _progress(goal: Row, steps: Sequence[MilestoneRow]) -> float | None:
    if goal["reached_on"] is not None:
        return 1.0
    target, now, start = goal["target"], goal["current"], goal["baseline"] or 0.0
    if target is None or now is None or target == start:
        return _share_done(steps)
    return float(min(max((now - start) / (target - start), 0.0), 1.0))


def _share_done(steps: Sequence[MilestoneRow]) -> float | None:
    return sum(step.done_on is not None for step in steps) / len(steps) if steps else None


def _deal(row: Row) -> DealRow:
    return DealRow(
        row["id"], row["name"] or "", row["stage"] or "", DealOutcome(row["outcome"]), row["probability"],
        row["close_on"], row["amount"], row["interval_months"], row["currency"] or "",
    )  # fmt: skip


def _feedback(row: Row) -> FeedbackRow:
    title = row["title"] or row["text"] or ""
    resolved = row["resolved_on"] is not None
    told = (row["given_on"], row["kind"] or "", row["status"] or "", row["votes"])
    return FeedbackRow(row["id"], title, *told, resolved=resolved)


def _interview(row: Row, people: Mapping[object, str]) -> InterviewRow:
    words = (row["stated_reason"], row["root_cause"], row["would_have_stayed"], row["quote"])
    return InterviewRow(row["id"], row["on_date"], people.get(row["person_id"], ""), "\n".join(filter(None, words)))


def _campaigns(mail: Sequence[Row], contacts: Mapping[int, str]) -> Iterator[CampaignRow]:
    grouped: dict[tuple[str, date | None], list[Row]] = {}
    for row in mail:
        grouped.setdefault((row["name"], row["on_date"]), []).append(row)
    for (name, on), found in grouped.items():
        yield _campaign(name, on, found, contacts)


def _campaign(name: str, on: date | None, mail: Sequence[Row], contacts: Mapping[int, str]) -> CampaignRow:
    rows = tuple(MailRow(row["id"], contacts.get(row["contact_id"], "")) for row in mail)
    return CampaignRow(name, on, _rate(mail, "opened"), _rate(mail, "clicked"), _rate(mail, "downloaded"), rows)


def _rate(mail: Sequence[Row], column: str) -> Rate | None:
    """Of the rows that count it, how many of those that the mail reached."""
    counted = [row for row in mail if row[column] is not None]
    of = sum(row["sent"] or 0 if row["delivered"] is None else row["delivered"] for row in counted)
    return Rate(min(sum(row[column] for row in counted), of), of) if of else None
