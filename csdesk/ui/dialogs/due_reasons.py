"""Why a line stands on the day's list, and where it ranks: every reason, opened to what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from csdesk.ui.plain import brief
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.due_words import points_text, what_text, why_text
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.to_read import DialogToRead
from csdesk.wording.due import ranking_rule
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.due import DueItem, DueReason

_WIDTH = 720


class DueReasons(DialogToRead):
    """`opened` carries the reason that is chosen."""

    opened = Signal(object)

    def __init__(self, around: Surroundings, item: DueItem, parent: QWidget | None = None) -> None:
        super().__init__(parent, enter_closes=False)
        self.setWindowTitle(brief(self.tr("Why it is here: {name}").format(name=item.account_name or item.lead.title)))
        self.setMinimumWidth(_WIDTH)
        self._language = around.window.language
        self.sheet = FigureSheet(
            self._columns(), self.tr("Reasons; Enter opens one"), identity=lambda one: (one.code, one.row), parent=self
        )
        self.sheet.opened.connect(self._open)
        said = QLabel(points_text(item.points, self._language), self)
        rule = muted(ranking_rule(self._language), self)
        for label in (said, rule):
            label.setWordWrap(True)
        self.lay_out(self.sheet, said, rule)
        self.sheet.show_rows(item.reasons)
        self.sheet.setCurrentIndex(self.sheet.model().index(0, 0))
        self.sheet.setFocus()

    def _open(self, reason: DueReason) -> None:
        self.accept()
        self.opened.emit(reason)

    def _columns(self) -> list[Column[Any]]:
        def why(one: DueReason) -> str:
            return why_text(one, self._language)

        def what(one: DueReason) -> str:
            return what_text(one, self._language)

        def on(one: DueReason) -> str:
            return day(one.on, self._language) if one.on else ""

        return [
            Column("why", self.tr("Why"), why, why, Look.NAME, 240),
            Column("what", self.tr("What it rests on"), what, what, width=300, tip=what),
            Column("on", self.tr("When"), lambda one: one.on, on),
        ]
