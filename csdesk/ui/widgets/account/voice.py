"""What the customer answered: the latest survey answers, each opening to be changed, and the way to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.plain import literal
from csdesk.ui.widgets.card import Card, Elided, clear, muted
from csdesk.wording.kinds import SURVEYS
from csdesk.wording.speech import day, look_up, short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.usecases.account import TimelineItem

_SHOWN = 4


class VoiceCard(Card):
    """`opened` carries the id of the answer clicked, None for a new one."""

    opened = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Survey answers"))
        self._language = language
        self.add_button(self.tr("Add"), lambda: self.opened.emit(None))

    def show_answers(self, timeline: Sequence[TimelineItem]) -> None:
        """Show the latest answers of a timeline; all of them stand there."""
        clear(self.body)
        answers = [item for item in timeline if item.kind is Kind.ANSWER]
        for item in answers[:_SHOWN]:
            self.body.addWidget(self._row(item))
        if not answers:
            self.body.addWidget(muted(self.tr("Nobody has answered yet. NPS, CSAT and CES can be typed in."), self))

    def _row(self, item: TimelineItem) -> QWidget:
        word = f"{look_up(SURVEYS, item.what, self._language)}  {short(item.score or 0)}"
        name = QPushButton(literal(word), self)
        name.setProperty("role", "link")
        name.setAccessibleName(word)
        name.clicked.connect(lambda: self.opened.emit(item.id))
        comment = Elided(item.text, self)
        comment.setProperty("role", "muted")
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(name)
        line.addWidget(comment, 1)
        line.addWidget(muted(day(item.on, self._language), self))
        return row
