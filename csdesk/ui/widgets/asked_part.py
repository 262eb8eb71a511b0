"""Who was asked, as a list: added, deleted; it is what response rates are a share of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, Look, RowsModel
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.invitations import InvitationRow, delete_invitations, invitation_rows
from csdesk.wording.kinds import SURVEYS
from csdesk.wording.speech import NOTHING, day, look_up

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings

_HEIGHT = 180


class AskedPart(QWidget):
    """Asks and changes by itself; whoever holds it calls `refresh`, and opens the dialog when one is `wanted`."""

    wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.model: RowsModel[InvitationRow] = RowsModel(self._columns(), self)
        self.sheet = SheetView(self.model, self.tr("Who was asked"), self)
        self.sheet.setFixedHeight(_HEIGHT)
        TableCopies(around, self.sheet)
        self._nothing = muted(
            self.tr(
                "Not known who was asked, so no response rate can be told. Note how many people were asked, and when."
            ),
            self,
        )
        self._lay_out()

    def refresh(self) -> None:
        """Ask again."""
        self._around.desk.ask(self, invitation_rows, self.show_asked)

    def show_asked(self, rows: tuple[InvitationRow, ...]) -> None:
        """Show these."""
        self.sheet.show_found(Found.unsearched(rows))
        self.sheet.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _delete(self) -> None:
        chosen = tuple(row.id for row in self.sheet.rows_chosen())
        frame = self._around.window
        if chosen:
            self._around.desk.do(self, lambda book: delete_invitations(book, chosen), frame.say_deleted, frame.complain)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Who was asked"), self)
        title.setProperty("role", "section")
        hint = QLabel(self.tr("Those who answered among them; a response rate is answers by people asked."), self)
        hint.setProperty("role", "small")
        hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        add, self.delete = QPushButton(self.tr("Note who was asked"), self), QPushButton(self.tr("Delete"), self)
        add.clicked.connect(lambda _checked=False: self.wanted.emit())
        self.delete.clicked.connect(self._delete)
        self.delete.setEnabled(False)
        self.sheet.chosen.connect(lambda rows: self.delete.setEnabled(bool(rows)))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(hint, 1)
        head.addWidget(add)
        head.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.sheet)

    def _columns(self) -> tuple[Column[InvitationRow], ...]:
        language = self._around.window.language

        def survey(row: InvitationRow) -> str:
            return look_up(SURVEYS, row.survey, language)

        def whose(row: InvitationRow) -> str:
            return " · ".join(filter(None, (row.account, row.person)))

        return (
            Column("on", self.tr("Day"), lambda r: r.on, lambda r: day(r.on, language) if r.on else NOTHING,
                   Look.NUMBER, 120),
            Column("survey", self.tr("Survey"), survey, survey, width=80),
            Column("asked", self.tr("People asked"), lambda r: r.asked, lambda r: f"{r.asked:,}", Look.NUMBER, 110),
            Column("name", self.tr("Occasion"), lambda r: r.name, lambda r: r.name, width=220),
            Column("whose", self.tr("Account"), whose, whose, width=240),
            Column("source", self.tr("From"), lambda r: r.source, lambda r: r.source or self.tr("typed in here"),
                   width=200),
        )  # fmt: skip
