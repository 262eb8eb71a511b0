"""Who was asked, as a list: added, deleted; it is what response rates are a share of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.metrics.rules import Rules
from csdesk.ui.rows import Column, Found, Look, RowsModel
from csdesk.ui.widgets.edited_part import EditedPart
from csdesk.ui.widgets.part import titled_row
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.invitations import InvitationRow, delete_invitations, invitation_rows
from csdesk.wording.kinds import SURVEYS
from csdesk.wording.speech import NOTHING, day, look_up

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings

_HEIGHT = 180


class AskedPart(EditedPart):
    """Asks and changes by itself; whoever holds it calls `refresh`, and opens the dialog when one is `wanted`."""

    wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, delete_invitations, parent)
        self.model: RowsModel[InvitationRow] = RowsModel(self._columns(), self)
        nothing = self.tr(
            "Not known who was asked, so no response rate can be told. Note how many people were asked, and when."
        )
        self._hold(self.model, SheetView(self.model, self.tr("Who was asked"), self), _HEIGHT, nothing)
        self._counted = QLabel(self)
        self._counted.setProperty("role", "small")
        self._lay_out()

    def refresh(self) -> None:
        """Ask again."""
        self._around.desk.ask(self, invitation_rows, self.show_asked)

    def show_asked(self, rows: tuple[InvitationRow, ...]) -> None:
        """Show these."""
        said = self.tr("An answer counts to the latest asking of its person or account in the {n} days before it.")
        self._counted.setText(said.format(n=Rules.parse(self._around.window.settings.rules).answer_days))
        self._show(Found.unsearched(rows))

    def _lay_out(self) -> None:
        add = QPushButton(self.tr("Note who was asked"), self)
        add.clicked.connect(lambda _checked=False: self.wanted.emit())
        head, _ = titled_row(self, self.tr("Who was asked"), add, self.delete)
        head.insertWidget(1, self._counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.nothing)
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
