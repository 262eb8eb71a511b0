"""One exchange rate, added by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from csdesk.models.months import Month
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.usecases.rates import RateTexts, add_rates
from csdesk.wording.kinds import RATE_FIELDS
from csdesk.wording.window import CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.page import Surroundings


class RateDialog(StepDialog):
    """Begins with last month and the first of the currencies that contracts are in; what is refused is said in the
    dialog."""

    def __init__(self, around: Surroundings, currencies: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        frame = around.window
        self.setWindowTitle(self.tr("New exchange rate"))
        self.month = QLineEdit(str(Month.of(frame.today()) + -1), self)
        self.currency = QComboBox(self)
        self.currency.setEditable(True)
        home = frame.currency.code
        self.currency.addItems(list(dict.fromkeys([*currencies, *(code for code in CURRENCIES if code != home)])))
        self.rate, self.source = QLineEdit(self), QLineEdit(self)
        names = {key: words.say(frame.language) for key, words in RATE_FIELDS.items()}
        self.body.addLayout(
            form(
                [
                    (names["month"], self.month),
                    (names["currency"], self.currency),
                    (self.tr("{currency} for one of it").format(currency=home), self.rate),
                    (names["source"], self.source),
                ]
            )
        )
        self.rate.setFocus()

    def check(self) -> None:
        texts = RateTexts(
            month=self.month.text(),
            currency=self.currency.currentText(),
            rate=self.rate.text(),
            source=self.source.text(),
        )
        self.save(lambda book: add_rates(book, (texts,)))
