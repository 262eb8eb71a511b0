"""A play as a list of steps: written, changed, extended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from csdesk.models.signals import Signal
from csdesk.models.steps import LONGEST_PLAY, Material
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.ui.widgets.number_box import WholeBox
from csdesk.ui.widgets.step_fields import MaterialLine, RepeatLine
from csdesk.usecases.plays import Play, PlayStep, save_play
from csdesk.usecases.team import TeamMember, team
from csdesk.wording.signals import signal_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.page import Surroundings

_AFTER = 7
"""Days after the step before at which a further one is due to begin with."""
_WIDTH = 860


class StepLine(QWidget):
    """One step: what, days after the start, whose; and beneath, where it has any or it is asked for, that it repeats
    and what it carries."""

    def __init__(self, around: Surroundings, step: PlayStep, parent: QWidget) -> None:
        super().__init__(parent)
        self._step, self._around = step, around
        self.title = QLineEdit(step.title, self)
        self.title.setCursorPosition(0)
        self.title.setAccessibleName(self.tr("What is done"))
        self.title.setPlaceholderText(self.tr("What is done"))
        self.days = QSpinBox(self)
        self.days.setRange(0, LONGEST_PLAY)
        self.days.setValue(step.due_days)
        self.days.setSuffix(self.tr(" days"))
        self.days.setAccessibleName(self.tr("Due after days"))
        self.days.setToolTip(self.tr("Days from the start to the day it is due"))
        self.owner = Choice([(None, self.tr("Owner of the account"))], self.tr("Owner"), self)
        self.theirs = QCheckBox(self.tr("Customer"), self)
        self.theirs.setToolTip(self.tr("To be done by the customer"))
        self.theirs.setChecked(step.customer_side)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setAutoDefault(False)
        self._build_more()
        line = QHBoxLayout()
        line.addWidget(self.title, 1)
        for widget in (self.days, self.owner, self.theirs, self.more, self.remove):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.beneath)

    def _build_more(self) -> None:
        step = self._step
        self.span = WholeBox(0, LONGEST_PLAY, self, self.tr(" days after the start"))
        self.span.setSpecialValueText(self.tr("closed"))
        self.span.setAccessibleName(self.tr("Days after the start until which it repeats"))
        self.repeat = RepeatLine(self.span, self.tr("until"), self)
        self.repeat.every.setValue(step.repeat_days or 0)
        self.span.setValue(step.repeat_for or 0)
        self.material = MaterialLine(self._around, self, opens=False)
        self.material.show_material(step.material, step.file)
        self.beneath = QWidget(self)
        fields = form([(self.tr("Repeats every"), self.repeat), (self.tr("Material"), self.material)])
        fields.setContentsMargins(24, 0, 0, 6)
        self.beneath.setLayout(fields)
        self.more = QPushButton(self.tr("More"), self)
        self.more.setCheckable(True)
        self.more.setAutoDefault(False)
        self.more.setToolTip(self.tr("That it repeats, and what it carries"))
        self.more.setChecked(step.repeat_days is not None or step.material is not None)
        self.beneath.setVisible(self.more.isChecked())
        self.more.toggled.connect(self.beneath.setVisible)

    def offer(self, members: Sequence[TeamMember]) -> None:
        """Offer the team."""
        for member in members:
            if member.active or member.id == self._step.owner:
                self.owner.add(member.id, member.name)
        self.owner.choose(self._step.owner)

    @property
    def step(self) -> PlayStep:
        """The step as it stands there."""
        owner = self.owner.key if isinstance(self.owner.key, int) else None
        return PlayStep(
            self.title.text().strip(),
            self.days.value(),
            self.theirs.isChecked(),
            owner,
            self.repeat.days,
            self.span.value() or None if self.repeat.days else None,
            self.material.material,
            self.material.file if self.material.material is Material.FILE else "",
        )


class PlayDialog(StepDialog):
    """`play` None begins a new one; `beside` are those to begin with, of which the one against the chosen signal is
    kept along with a new play."""

    def __init__(self, around: Surroundings, play: Play | None, beside: Sequence[Play], parent: QWidget) -> None:
        super().__init__(around, parent)
        self._is_new = play is None
        self._play = play or Play(None, "", None, (PlayStep("", 0),))
        self._beside = beside
        self._members: tuple[TeamMember, ...] = ()
        language = around.window.language
        self.setWindowTitle(self._play.name or self.tr("New play"))
        self.setMinimumWidth(_WIDTH)
        self.name = QLineEdit(self._play.name, self)
        signals = [(one, signal_name(one, language)) for one in Signal]
        self.signal = Choice([(None, self.tr("any")), *signals], self.tr("Against"), self)
        self.signal.choose(self._play.signal)
        self.notes = QLineEdit(self._play.notes, self)
        self.lines: list[StepLine] = []
        self._steps = QVBoxLayout()
        self.add = QPushButton(self.tr("Add a step"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        fields: list[tuple[str, QWidget]] = [
            (self.tr("Name"), self.name), (self.tr("Against"), self.signal), (self.tr("Notes"), self.notes),
        ]  # fmt: skip
        self.body.addLayout(form(fields))
        self.body.addLayout(self._steps)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        for step in self._play.steps:
            self._put(step)
        around.desk.ask(self, team, self._offer)

    def check(self) -> None:
        signal = Signal(str(self.signal.key)) if self.signal.key else None
        steps = tuple(line.step for line in self.lines)
        play = replace(self._play, name=self.name.text(), signal=signal, steps=steps, notes=self.notes.text())
        first = [one for one in self._beside if self._is_new and one.signal is signal and signal is not None]
        self.save(lambda book: save_play(book, play, first))

    def _offer(self, members: tuple[TeamMember, ...]) -> None:
        self._members = members
        for line in self.lines:
            line.offer(members)

    def _add(self) -> None:
        last = self.lines[-1].days.value() + _AFTER if self.lines else 0
        self._put(PlayStep("", min(last, LONGEST_PLAY))).title.setFocus()

    def _put(self, step: PlayStep) -> StepLine:
        line = StepLine(self._around, step, self)
        line.offer(self._members)
        line.remove.clicked.connect(lambda _checked=False: self._take_out(line))
        self.lines.append(line)
        self._steps.addWidget(line)
        return line

    def _take_out(self, line: StepLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
