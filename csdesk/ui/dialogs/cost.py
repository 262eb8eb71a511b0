"""One cost, added by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from csdesk.models.kinds import CostPurpose
from csdesk.models.months import Month
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.usecases.costs import CostTexts, add_costs
from csdesk.wording.kinds import COST_FIELDS, PURPOSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.page import Surroundings


class CostDialog(StepDialog):
    """Begins with last month; what is refused is said in the dialog."""

    def __init__(self, around: Surroundings, channels: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        frame = around.window
        self.setWindowTitle(self.tr("New cost"))
        self.month = QLineEdit(str(Month.of(frame.today()) + -1), self)
        self.channel = QComboBox(self)
        self.channel.setEditable(True)
        self.channel.addItems(["", *channels])
        self.item, self.amount, self.notes = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.purpose = Choice(
            [(purpose, PURPOSES[purpose].say(frame.language)) for purpose in CostPurpose], self.tr("Purpose"), self
        )
        names = {key: words.say(frame.language) for key, words in COST_FIELDS.items()}
        self.body.addLayout(
            form(
                [
                    (names["month"], self.month),
                    (names["channel"], self.channel),
                    (names["item"], self.item),
                    (names["purpose"], self.purpose),
                    (self.tr("Amount ({currency})").format(currency=frame.currency.code), self.amount),
                    (names["notes"], self.notes),
                ]
            )
        )
        self.amount.setFocus()

    def check(self) -> None:
        texts = CostTexts(
            month=self.month.text(),
            channel=self.channel.currentText(),
            item=self.item.text(),
            purpose=str(self.purpose.key),
            amount=self.amount.text(),
            notes=self.notes.text(),
        )
        self.save(lambda book: add_costs(book, (texts,)))
