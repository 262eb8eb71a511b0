"""What rows tell of the work with customers: goals and milestones, tasks, feedback, exit interviews, mailings."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Protocol

from csdesk.intake.fields import base_of
from csdesk.intake.planning import work_rows
from csdesk.intake.planning.ledger import Outcome
from csdesk.intake.planning.signals import next_step, text
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.shapes import Clean, TableKind
from csdesk.intake.values.work_words import marker_kind
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason

Part = Callable[[SourceRow, int | None, int | None], None]


class Put(Protocol):
    """Finds or drafts a row of the book."""

    def __call__(
        self, row: SourceRow, kind: Kind, columns: dict[str, Value], *, repeats: bool = False, loose: Sequence[str] = ()
    ) -> Outcome:
        """Find the row, or draft it."""


class Works:
    """The work with customers in one table's rows."""

    def __init__(self, view: TableView, put: Put) -> None:
        self._view, self._shared, self._put = view, view.shared, put
        self._next = [match.field for match in view.matched.columns if base_of(match.field) == "touch.next"]
        found = view.matched.table
        self._title = found.context.strip().partition("\n")[0].strip() or found.sheet or PurePath(found.file).stem

    def part(self) -> Part | None:
        """What takes the rows of a table of this kind; None for tables of other things."""
        parts: dict[TableKind, Part] = {
            TableKind.GOALS: self._goal,
            TableKind.MILESTONES: self._milestone,
            TableKind.TASKS: self._task,
            TableKind.FEEDBACK: self._feedback,
            TableKind.INTERVIEWS: self._interview,
            TableKind.MAILINGS: self._mailing,
            TableKind.INVITATIONS: self._invitation,
        }
        if any(base_of(field) == "milestone.step" for field in self._view.fields):
            return self._steps
        if self._view.kind in {TableKind.ACCOUNTS, TableKind.CONTRACTS} and self._next:
            return self._next_action
        return parts.get(self._view.kind)

    def _goal(self, row: SourceRow, account: int | None, _contact: int | None) -> None:
        columns = work_rows.goal_columns(row.values)
        if columns is None or account is None:
            self._refuse(row, "goal.statement", columns)
            return
        self._put(row, Kind.GOAL, {**columns, "account_id": account, "owner_id": self._person(row, "goal.owner")})

    def _steps(self, row: SourceRow, account: int | None, _contact: int | None) -> None:
        owner = self._person(row, "milestone.owner")
        for field, columns, told in work_rows.steps_of(row.values, self._shared.as_of):
            whole = {**columns, "account_id": account, "goal_id": None, "owner_id": owner}
            self._put_step(row, Kind.MILESTONE, whole, field, told=told, loose=("milestone.notes",))

    def _milestone(self, row: SourceRow, account: int | None, _contact: int | None) -> None:
        columns = work_rows.milestone_columns(row.values)
        if columns is None or account is None:
            self._refuse(row, "milestone.title", columns)
            return
        goal = work_rows.goal_columns(row.values)
        columns |= {"account_id": account, "owner_id": self._person(row, "milestone.owner")}
        columns["goal_id"] = self._put(row, Kind.GOAL, {**goal, "account_id": account}).id if goal else None
        self._put_done(row, Kind.MILESTONE, columns, "milestone")

    def _task(self, row: SourceRow, account: int | None, _contact: int | None) -> None:
        columns = work_rows.task_columns(row.values)
        if columns is None:
            self._refuse(row, "task.title", columns)
            return
        columns |= {"account_id": account, "owner_id": self._person(row, "task.owner")}
        self._put_done(row, Kind.TASK, columns, "task")

    def _put_done(self, row: SourceRow, kind: Kind, columns: dict[str, Value], of: str) -> None:
        """A milestone or task with the day it was done; for one that is done in the book already none is taken."""
        done_on, told = work_rows.done_day(row.values, of, self._shared.as_of)
        loose = (f"{of}.status", "task.external_id")
        self._put_step(row, kind, {**columns, "done_on": done_on}, f"{of}.status", told=told, loose=loose)

    def _put_step(
        self, row: SourceRow, kind: Kind, columns: dict[str, Value], field: str, *, told: bool, loose: Sequence[str]
    ) -> None:
        if not told:
            number = self._shared.keyed[kind].find(columns)
            if number is not None and self._shared.ledger.value(kind, number, "done_on"):
                columns = {**columns, "done_on": None}
            else:
                self._view.say(row, field, Reason.DONE_DAY_TAKEN)
        self._put(row, kind, columns, loose=loose)

    def _feedback(self, row: SourceRow, account: int | None, contact: int | None) -> None:
        columns = work_rows.feedback_columns(row.values)
        if columns is None:
            self._refuse(row, "feedback.text", columns)
            return
        columns |= {"account_id": account, "contact_id": contact, "owner_id": self._person(row, "feedback.owner")}
        if self._shared.keyed[Kind.FEEDBACK].find(columns) is None:
            columns["health"] = self._shared.health_then(account, columns["given_on"])
        self._put(row, Kind.FEEDBACK, columns, loose=() if columns["kind"] else ("feedback.kind",))

    def _interview(self, row: SourceRow, account: int | None, contact: int | None) -> None:
        columns = work_rows.interview_columns(row.values)
        if columns is None or account is None:
            self._refuse(row, "interview.stated_reason", columns)
            return
        columns |= {"account_id": account, "contact_id": contact, "person_id": self._person(row, "interview.by")}
        loose = ("interview.reason_family", *(() if columns["rival"] else ("interview.rival",)))
        self._put(row, Kind.INTERVIEW, columns, loose=loose)
        if self._is_live(account):
            self._view.say(row, "account.name", Reason.STILL_LIVE, seen=row.title)

    def _is_live(self, account: int) -> bool:
        """Whether a contract line of the account runs, with no end known."""
        today = self._shared.as_of.isoformat()
        value = self._shared.ledger.value
        return any(
            value(Kind.CONTRACT, line, "ended_on") is None and str(value(Kind.CONTRACT, line, "starts_on")) <= today
            for line in self._shared.lines.of_account(account)
        )

    def _mailing(self, row: SourceRow, account: int | None, contact: int | None) -> None:
        columns = work_rows.mailing_columns(row.values, self._title)
        if columns is None:
            self._refuse(row, "mailing.name", columns)
            return
        for name in work_rows.COUNTS:
            if columns[name] is None and row.values.get(f"mailing.{name}") is not None:
                self._view.say(row, f"mailing.{name}", Reason.NOT_A_NUMBER)
        self._put(row, Kind.MAILING, {**columns, "account_id": account, "contact_id": contact})

    def _invitation(self, row: SourceRow, account: int | None, contact: int | None) -> None:
        columns = work_rows.invitation_columns(row.values, self._title)
        if columns is None:
            self._view.say(row, "invitation.survey", Reason.MISSING, refuses=True)
            return
        counted = not (account or contact)
        self._put(row, Kind.INVITATION, {**columns, "account_id": account, "contact_id": contact}, repeats=counted)

    def take_marker(self, row: SourceRow, values: Mapping[str, Clean]) -> None:
        """A dated event of the team's own, which is no customer's; a word for its kind that is not known is kept."""
        columns = work_rows.marker_columns(values)
        if columns is None:
            lacks = "marker.date" if values.get("marker.title") else "marker.title"
            self._view.say(row, lacks, Reason.MISSING, refuses=True)
            return
        word = text(values.get("marker.kind"))
        self._put(row, Kind.MARKER, columns, loose=("marker.kind",) if word and not marker_kind(word) else ())

    def _next_action(self, row: SourceRow, account: int | None, _contact: int | None) -> None:
        """The next actions that a list of customers or contracts, or a tracker of renewals names; of one of which only
        the day is known the heading is what is to be done."""
        for field in self._next if account is not None else ():
            told = {"touch.next": row.values.get(field)}
            if field == "touch.next":
                told["task.due"] = row.values.get("task.due")
            if step := next_step(told, self._view.headings.of(field)):
                owner = self._person(row, "account.owner")
                self._put(row, Kind.TASK, {**step, "account_id": account, "owner_id": owner})

    def _person(self, row: SourceRow, field: str) -> int | None:
        name = text(row.values.get(field))
        return self._shared.people.get(name, row.place) if name else None

    def _refuse(self, row: SourceRow, field: str, columns: dict[str, Value] | None) -> None:
        """Say what a row lacks: what it is about, else whose it is."""
        self._view.say(row, field if columns is None else "account.name", Reason.MISSING, refuses=True)
