"""One of the customer's people: added, changed, or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import RowDialog, form
from csdesk.usecases.drafts import ContactDraft, save_contact

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.account import PersonRow


class ContactDialog(RowDialog):
    """`person` None adds one."""

    def __init__(self, around: Surroundings, account: int, person: PersonRow | None, parent: QWidget) -> None:
        super().__init__(around, Kind.CONTACT, person.id if person else None, parent)
        self._account = account
        self.setWindowTitle(self.tr("Contact") if person else self.tr("New contact"))
        self.name, self.title, self.department = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.email, self.phone = QLineEdit(self), QLineEdit(self)
        self.decides = QCheckBox(self.tr("Decides about renewal"), self)
        self.executive = QCheckBox(self.tr("Executive"), self)
        frame = around.window
        self.left = DayLine(self.tr("Left on"), frame.today, frame.language, parent=self)
        if person is not None:
            for line, text in (
                (self.name, person.name),
                (self.title, person.title),
                (self.department, person.department),
                (self.email, person.email),
                (self.phone, person.phone),
            ):
                line.setText(text)
            self.decides.setChecked(person.decision_maker)
            self.executive.setChecked(person.executive)
            self.left.show_day(person.left_on)
        self.body.addLayout(
            form(
                [
                    (self.tr("Name"), self.name),
                    (self.tr("Title"), self.title),
                    (self.tr("Department"), self.department),
                    (self.tr("E-mail"), self.email),
                    (self.tr("Phone"), self.phone),
                    ("", self.decides),
                    ("", self.executive),
                    (self.tr("Left on"), self.left),
                ]
            )
        )
        self.name.setFocus()

    def check(self) -> None:
        if not self.name.text().strip():
            self.say_wrong(self.tr("A contact needs a name."), self.name)
            return
        if self.left.is_wrong:
            self.say_wrong(self.tr("This day is not understood. Try: today, yesterday, -2, 2024-04-01."), self.left)
            return
        draft = ContactDraft(
            account=self._account,
            name=self.name.text().strip(),
            title=self.title.text().strip(),
            department=self.department.text().strip(),
            email=self.email.text().strip(),
            phone=self.phone.text().strip(),
            decision_maker=self.decides.isChecked(),
            executive=self.executive.isChecked(),
            left_on=self.left.day,
            id=self.row,
        )
        self.save(lambda book: save_contact(book, draft))
