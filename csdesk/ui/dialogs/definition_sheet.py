"""The definition sheet: five sections in the team's words, and who agreed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.definition_line import which_version
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.usecases.definitions import Sheet
from csdesk.wording.definition_sheet import SECTIONS, section_text

if TYPE_CHECKING:
    from csdesk.metrics.rules import Rules
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.definitions import Version

_WIDTH, _TALL, _LOW = 720, 100, 60


class DefinitionSheet(StepDialog):
    """Of the version in force, or of rules that are no version yet: what is said is kept. Earlier versions are read,
    and can be counted by to see the difference."""

    def __init__(
        self, around: Surroundings, rules: Rules, version: Version | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, parent)
        self._rules, self._version = rules, version
        self._earlier = version is not None and not version.in_force
        language = around.window.language
        self.setWindowTitle(self.tr("Definition sheet"))
        self.setMinimumWidth(_WIDTH)
        sheet = version.sheet if version else Sheet()
        self._usual = {section: section_text(section, rules.spelled, language) for section in SECTIONS}
        self.body.addWidget(muted(which_version(version, language), self))
        self.sections = {name: self._section(name, getattr(sheet, name)) for name in SECTIONS}
        self.agreed_by = QLineEdit(sheet.agreed_by, self)
        self.agreed_on = DayLine(self.tr("Agreed on"), around.window.today, language, happened=True, parent=self)
        self.agreed_on.show_day(sheet.agreed_on)
        self.note = QLineEdit(sheet.note, self)
        self.body.addLayout(
            form(
                (
                    (self.tr("Agreed by"), self.agreed_by),
                    (self.tr("Agreed on"), self.agreed_on),
                    (self.tr("Note"), self.note),
                )
            )
        )
        self._offer()

    def check(self) -> None:
        from csdesk.usecases.settings import change_rules

        if self.agreed_on.is_wrong:
            self.say_wrong(self.tr("The day is not understood."), self.agreed_on.line)
            return
        rules, sheet = self._rules, self._said()
        self.save(lambda book: change_rules(book, rules, sheet))

    def _said(self) -> Sheet:
        """What the fields say; a section that says what the rules say is not kept, and follows them."""
        texts = {name: field.toPlainText().strip() for name, field in self.sections.items()}
        own = {name: "" if text == self._usual[name] else text for name, text in texts.items()}
        return Sheet(
            **own,
            agreed_by=self.agreed_by.text().strip(),
            agreed_on=self.agreed_on.day,
            note=self.note.text().strip(),
        )

    def _section(self, name: str, said: str) -> QPlainTextEdit:
        heading = QLabel(SECTIONS[name].say(self._around.window.language), self)
        heading.setProperty("role", "heading")
        field = QPlainTextEdit(said or self._usual[name], self)
        field.setAccessibleName(heading.text())
        field.setTabChangesFocus(True)
        field.setFixedHeight(_TALL if name == "method" else _LOW)
        heading.setBuddy(field)
        self.body.addWidget(heading)
        self.body.addWidget(field)
        return field

    def _offer(self) -> None:
        if not self._earlier:
            return
        for text in self.sections.values():
            text.setReadOnly(True)
        for line in (self.agreed_by, self.agreed_on.line, self.note):
            line.setReadOnly(True)
        self.main.hide()
        self.leave.setText(self.tr("Close"))
        again = QPushButton(self.tr("Count as in this version ..."), self)
        again.setAutoDefault(False)
        again.clicked.connect(self._count)
        self.foot.insertWidget(0, again)

    def _count(self) -> None:
        from csdesk.ui.dialogs.counting import Counting

        owner = self.parentWidget()
        self.reject()
        Counting(self._around, owner, self._rules).open()
