"""The next steps of a review, a line each: what, whose, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.usecases.review import NextStep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.page import Frame

_HIGH = 130


class _Line(QWidget):
    """One step."""

    def __init__(self, step: NextStep, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = QLineEdit(step.title, self)
        self.title.setAccessibleName(self.tr("Next step"))
        self.title.setPlaceholderText(self.tr("What is done next"))
        self.due = DayLine(self.tr("Due"), frame.today, frame.language, ahead=True, parent=self)
        self.due.line.setFixedWidth(100)
        self.due.show_day(step.due_on)
        self.theirs = QCheckBox(self.tr("Customer"), self)
        self.theirs.setToolTip(self.tr("To be done by the customer"))
        self.theirs.setChecked(step.theirs)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setAutoDefault(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.title, 1)
        for widget in (self.due, self.theirs, self.remove):
            line.addWidget(widget)

    @property
    def step(self) -> NextStep:
        """The step as it stands there."""
        return NextStep(self.title.text().strip(), self.theirs.isChecked(), self.due.day)


class ReviewSteps(QWidget):
    """Those of the review, and a list of our own open ones of which any can be taken in. `changed` tells of every
    letter."""

    changed = Signal()

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._offered: tuple[NextStep, ...] = ()
        self.lines: list[_Line] = []
        self._held = QWidget(self)
        self._held.setProperty("role", "page")
        self._rows = QVBoxLayout(self._held)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(4)
        self._rows.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFixedHeight(_HIGH)
        area.setWidget(self._held)
        self.add = QPushButton(self.tr("Add a step"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(lambda _checked=False: self._put(NextStep("")).title.setFocus())
        self.ours = Choice((), self.tr("Take in one of our own"), self)
        self.ours.activated.connect(self._take_in)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.ours)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        column.addLayout(foot)

    def show_steps(self, steps: Sequence[NextStep], offered: Sequence[NextStep]) -> None:
        """Begin with these; the offered ones are looked at before anybody else sees them."""
        for step in steps:
            self._put(step)
        self._offered = tuple(offered)
        self._offer()

    @property
    def steps(self) -> tuple[NextStep, ...]:
        """The steps as they stand there; lines without words are none."""
        return tuple(line.step for line in self.lines if line.title.text().strip())

    @property
    def not_understood(self) -> QLineEdit | None:
        """The first day that is none."""
        return next((line.due.line for line in self.lines if line.due.is_wrong), None)

    def _offer(self) -> None:
        words = [(place, step.title) for place, step in enumerate(self._offered)]
        self.ours.offer([(None, self.tr("Take in one of our own ...")), *words], None)
        self.ours.setVisible(bool(words))

    def _take_in(self) -> None:
        if isinstance(self.ours.key, int):
            place = self.ours.key
            self._put(self._offered[place])
            self._offered = (*self._offered[:place], *self._offered[place + 1 :])
            self._offer()
            self.changed.emit()

    def _put(self, step: NextStep) -> _Line:
        line = _Line(step, self._frame, self._held)
        line.remove.clicked.connect(lambda _checked=False: self._take_out(line))
        line.title.textChanged.connect(lambda _text: self.changed.emit())
        line.due.line.textChanged.connect(lambda _text: self.changed.emit())
        line.theirs.toggled.connect(lambda _on: self.changed.emit())
        self.lines.append(line)
        self._rows.insertWidget(self._rows.count() - 1, line)
        return line

    def _take_out(self, line: _Line) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self.changed.emit()
