"""The health profiles: which is shown, whom each is for, their order, and the factors of the one shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from csdesk.metrics.health.profile import with_part
from csdesk.ui.plain import brief
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.health_model import HealthModel
from csdesk.wording.health import profile_name, whom_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.metrics.health.model import Profile
    from csdesk.models.kinds import Language
    from csdesk.usecases.health import HealthPage


class ProfilesPart(QWidget):
    """`changed` carries the house's profile with all special ones, as the person changed it; `asked` the name of the
    special one of which name and accounts are to be changed, '' for a new one; `opened` the factor wanted in large."""

    changed = Signal(object)
    asked = Signal(str)
    opened = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._answer: HealthPage | None = None
        self.choice = Choice((), self.tr("Health profile"), self)
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.choice.currentIndexChanged.connect(self._show)
        self._whom = muted("", self)
        self.model = HealthModel(language, self)
        self.model.changed.connect(lambda part: self.put(part, self.name))
        self.model.opened.connect(self.opened)
        self.add = self._button(self.tr("New profile …"), lambda: self.asked.emit(""))
        self.edit = self._button(self.tr("Name and accounts …"), lambda: self.asked.emit(self.name))
        self.earlier = self._button(self.tr("Move up"), lambda: self._move(-1))
        self.later = self._button(self.tr("Move down"), lambda: self._move(1))
        self.remove = self._button(self.tr("Remove"), self._remove)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(muted(self.tr("Profile"), self))
        row.addWidget(self.choice)
        for button in (self.add, self.edit, self.earlier, self.later, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self._whom)
        column.addWidget(self.model)

    @property
    def name(self) -> str:
        """Of the special profile shown; '' for that of everybody else."""
        return str(self.choice.key or "")

    def show_answer(self, answer: HealthPage) -> None:
        """Show what the book answered; the profile looked at stays, where there still is one of its name."""
        self._answer = answer
        told = [(name, f"{profile_name(name, self._language)} ({n:,})") for name, n in answer.profiles.items()]
        self.choice.offer(told, self.name if self.name in answer.profiles else "")
        self._show()

    def put(self, part: Profile, name: str) -> None:
        """Take a part as it was changed: the special profile of that name, or the house's where it is ''; one that is
        not there yet is added last."""
        profile = self._profile
        if not name and part.name != profile.name:
            self.choice.add(part.name, part.name)
            self.choice.choose(part.name)
            self.changed.emit(replace(profile, special=(*profile.special, part)))
            return
        if name:
            self.choice.setItemData(self.choice.currentIndex(), part.name)
        self.changed.emit(with_part(profile, part, name or profile.name))

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if self._answer is None:
            return
        part, places = self._part, len(self._profile.special)
        self.model.show_profile(part)
        place = self.choice.currentIndex()
        for button, held in (
            (self.edit, bool(self.name)),
            (self.remove, bool(self.name)),
            (self.earlier, bool(self.name) and place > 0),
            (self.later, bool(self.name) and place < places - 1),
        ):
            button.setVisible(places > 0)
            button.setEnabled(held)
        everyone = self.tr("For every account that no other profile is for.")
        self._whom.setText(brief(whom_text(part.whom, self._language) if self.name else everyone))
        self._whom.setVisible(places > 0)

    @property
    def _profile(self) -> Profile:
        assert self._answer is not None
        return self._answer.profile

    @property
    def _part(self) -> Profile:
        return self._profile.named(self.name)

    # -- changing --------------------------------------------------------------------------------------------------

    def _move(self, by: int) -> None:
        special = [*self._profile.special]
        at = self.choice.currentIndex()
        special[at], special[at + by] = special[at + by], special[at]
        self.changed.emit(replace(self._profile, special=tuple(special)))

    def _remove(self) -> None:
        special = tuple(one for one in self._profile.special if one.name != self.name)
        self.changed.emit(replace(self._profile, special=special))

    def _button(self, word: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(word, self)
        button.clicked.connect(act)
        return button
