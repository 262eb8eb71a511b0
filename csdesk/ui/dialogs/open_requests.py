"""What one account has asked for and still waits on: not resolved, or not told what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind
from csdesk.models.signals import Signal
from csdesk.ui.plain import brief
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.to_read import RowsToRead
from csdesk.usecases.account_work import open_requests
from csdesk.wording.lists import FEEDBACK_KINDS
from csdesk.wording.speech import NOTHING, day, look_up, whole

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.account_work import FeedbackRow, OpenRequests

REQUESTED = frozenset({Signal.MISSING_FEATURES, Signal.UNANSWERED_FEEDBACK})
"""Signals that requests are behind."""
_WIDTH, _LINES = 760, 14


class OpenRequestsDialog(RowsToRead):
    """Enter opens the request, to be resolved or told."""

    def __init__(self, around: Surroundings, account: int, parent: QWidget | None = None) -> None:
        super().__init__(around, _WIDTH, parent)
        self._account = account
        self.set_up(self.tr("Open requests"), self._columns(), identity=lambda row: row.id, most=_LINES)
        self.sheet.opened.connect(self._open)
        around.desk.changed.connect(self._ask)
        self._ask()

    def show_answer(self, found: OpenRequests) -> None:
        """Show what the book answered."""
        self.setWindowTitle(brief(self.tr("Open requests: {account}").format(account=found.account)))
        words = self.tr("Not resolved: {n}. Resolved, and the customer not told: {untold}.")
        untold = sum(row.resolved for row in found.rows)
        self.show_rows(words.format(n=len(found.rows) - untold, untold=untold), found.rows)

    def _ask(self) -> None:
        account, as_of = self._account, self._around.window.scope.as_of
        self._around.desk.ask(self, lambda book: open_requests(book, account, as_of), self.show_answer)

    def _open(self, row: FeedbackRow) -> None:
        from csdesk.ui.dialogs.work_row import WorkRow

        WorkRow(self._around, Kind.FEEDBACK, self._account, row.id, self).open()

    def _columns(self) -> list[Column[Any]]:
        language = self._around.window.language

        def kind(row: FeedbackRow) -> str:
            return look_up(FEEDBACK_KINDS, row.kind, language) if row.kind else NOTHING

        def given(row: FeedbackRow) -> str:
            return day(row.given_on, language) if row.given_on else NOTHING

        def votes(row: FeedbackRow) -> str:
            return whole(row.votes) if row.votes else NOTHING

        def waits(row: FeedbackRow) -> str:
            return self.tr("an answer") if row.resolved else self.tr("a solution")

        return [
            Column("title", self.tr("Request"), lambda row: row.title, lambda row: row.title, Look.NAME, 260),
            Column("kind", self.tr("Kind"), kind, kind, width=150),
            Column("given", self.tr("Given"), lambda row: str(row.given_on or ""), given, width=100),
            Column("status", self.tr("Status"), lambda row: row.status, lambda row: row.status, width=100),
            Column("votes", self.tr("Votes"), lambda row: row.votes or 0, votes, Look.NUMBER, 60),
            Column("waits", self.tr("Waits for"), waits, waits, width=90),
        ]
