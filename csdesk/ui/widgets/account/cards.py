"""Cards of the right third of an account's page: people, use, facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from csdesk.ui.plain import brief, literal, tip
from csdesk.ui.widgets.account.spark import Sparkline
from csdesk.ui.widgets.card import Card, Elided, clear, muted
from csdesk.wording.kinds import ACCOUNT_FIELDS
from csdesk.wording.speech import NOTHING, day, look_up, whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from csdesk.models.kinds import Language
    from csdesk.usecases.account import PersonRow, PersonUse, UseSeries

_MOST_FACTS, _LONGEST_NAME = 40, 32
_LONGEST = 2000
"""Letters of a fact; the whole stands in the table of accounts."""
_IN_HEAD = frozenset({"segment", "industry", "stage", "fit"})


class PeopleCard(Card):
    """`opened` carries the person clicked, None for a new one."""

    opened = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language = language
        self.title.setText(self.tr("People"))
        self.add_button(self.tr("Add"), lambda: self.opened.emit(None))

    def show_people(self, people: Sequence[PersonRow]) -> None:
        """Those who matter most first, as they come; those who left last and quiet."""
        clear(self.body)
        for person in people:
            self.body.addWidget(self._row(person))
        if not people:
            self.body.addWidget(muted(self.tr("Nobody recorded yet."), self))

    def _row(self, person: PersonRow) -> QWidget:
        marks = [self.tr("decides")] if person.decision_maker else []
        marks += [self.tr("executive")] if person.executive else []
        marks += [self.tr("left")] if person.left_on else []
        name = QPushButton(literal(person.name, _LONGEST_NAME), self)
        name.setToolTip(tip(person.name))
        name.setProperty("role", "link")
        name.setAccessibleName(person.name)
        name.clicked.connect(lambda: self.opened.emit(person))
        role = Elided("  ·  ".join(filter(None, (person.title, person.department, *marks))), self)
        role.setProperty("role", "muted")
        reach = muted("  ".join(filter(None, (person.email, person.phone))), self)
        reach.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QWidget(self)
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(name, 0, 0)
        grid.addWidget(role, 0, 1)
        if reach.text():
            grid.addWidget(reach, 1, 0, 1, 2)
        else:
            reach.hide()
        if person.used is not None:
            grid.addWidget(muted(self._activity(person.used), self), 2, 0, 1, 2)
        return row

    def _activity(self, used: PersonUse) -> str:
        if used.last_on is None:
            return self.tr("no use recorded")
        last = self.tr("last active {day}").format(day=day(used.last_on, self._language))
        often = self.tr("{n} of the last 30 days").format(n=used.days)
        return f"{last}  ·  {often}" if used.days else last


class UseCard(Card):
    """Small multiples: a measure of use a line, its months as a curve, the last sum. `opened`: show them as charts."""

    opened = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Use"))
        self._language = language
        self.add_button(self.tr("Charts"), self.opened.emit)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)

    def show_use(self, series: Sequence[UseSeries]) -> None:
        """Show the measures that have data; the card hides without any."""
        clear(self._grid)
        self.setVisible(bool(series))
        for row, one in enumerate(series):
            known = [amount for amount in one.amounts if amount is not None]
            last = QLabel(whole(known[-1]) if known else NOTHING, self)
            last.setProperty("role", "heading")
            last.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for place, widget in enumerate((muted(one.measure, self), Sparkline(known, one.measure, self), last)):
                self._grid.addWidget(widget, row, place)


class FactsCard(Card):
    """The remaining facts, name and value, but for those the page's head tells; the card hides without any."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Facts"))
        self._language = language
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self.body.addLayout(self._grid)

    def show_facts(self, facts: Mapping[str, str]) -> None:
        """Show those that are filled."""
        clear(self._grid)
        filled = [(key, text) for key, text in facts.items() if text and key not in _IN_HEAD][:_MOST_FACTS]
        self.setVisible(bool(filled))
        for row, (key, text) in enumerate(filled):
            value = QLabel(brief(_fact(key, text, self._language), _LONGEST), self)
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(muted(look_up(ACCOUNT_FIELDS, key, self._language), self), row, 0)
            self._grid.addWidget(value, row, 1)


def _fact(key: str, text: str, language: Language) -> str:
    return day(date.fromisoformat(text), language) if key == "created_on" else text
