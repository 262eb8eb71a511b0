"""What counts as use: which measures, from how much a month, and what that makes of the accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QScrollArea, QWidget

from csdesk.metrics.users.activity import Judged
from csdesk.models.months import Period
from csdesk.ui.plain import literal
from csdesk.ui.widgets.card import clear, muted
from csdesk.ui.widgets.form import StepDialog
from csdesk.ui.widgets.number_box import DecimalBox
from csdesk.wording.charts import period_name

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.measures import MeasureRow, Measures

_WIDTH, _LIST_HEIGHT = 760, 220
_MOST = 1_000_000_000
_NAMED = 8


class MeasuresDialog(StepDialog):
    """Shows the measures of the book; while they are judged otherwise, what that would make of the accounts. Saving is
    one step."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.setWindowTitle(self.tr("What counts as use"))
        self.setMinimumWidth(_WIDTH)
        self._stood: dict[int, Judged] = {}
        self.counts: dict[int, QCheckBox] = {}
        self.least: dict[int, DecimalBox] = {}
        self.keys: dict[int, QCheckBox] = {}
        self._about = muted(
            self.tr(
                "A login alone need not count. Mark the measures that are of value to a customer, and from which sum "
                "a month they count (of users, in the days that are looked at); everything else only shows that "
                "somebody came. Key features are what every user should take up: engagement asks for them."
            ),
            self,
        )
        self._about.setWordWrap(True)
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._list = QScrollArea(self)
        self._months = QGridLayout()
        self.said = muted("", self)
        self._lay_out()
        self._ask()

    @property
    def wanted(self) -> dict[int, Judged]:
        """The measures as they are judged in the dialog."""
        return {
            number: Judged(box.isChecked(), self.least[number].value() or None, self.keys[number].isChecked())
            for number, box in self.counts.items()
        }

    def check(self) -> None:
        from csdesk.usecases.measures import judge_measures

        changed = {number: judged for number, judged in self.wanted.items() if judged != self._stood[number]}
        if not changed:
            self.accept()
            return
        self.save(lambda book: judge_measures(book, changed))

    def show_measures(self, found: Measures) -> None:
        """Show the measures, and what they make of the accounts."""
        if not self.counts:
            self._stood = {row.id: row.judged for row in found.rows}
            for place, row in enumerate(found.rows, 1):
                self._add(place, row)
        self._show_months(found)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for place, word in enumerate(
            (
                self.tr("Counts as value"),
                self.tr("From, a month"),
                self.tr("Key feature"),
                self.tr("Last month"),
            )
        ):
            self._grid.addWidget(muted(word, self), 0, place)
        self._grid.setColumnStretch(0, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._list.setAccessibleName(self.windowTitle())
        self._list.setWidgetResizable(True)
        self._list.setWidget(self._rows)
        self._list.setMinimumHeight(_LIST_HEIGHT)
        self._months.setHorizontalSpacing(20)
        for widget in (self._about, self._list):
            self.body.addWidget(widget)
        self.body.addLayout(self._months)
        self.body.addWidget(self.said)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)

    def _add(self, place: int, row: MeasureRow) -> None:
        box = QCheckBox(literal(row.name, 60), self._rows)
        box.setChecked(row.judged.qualifies)
        least = DecimalBox(0, _MOST, self._rows, decimals=2)
        least.setSpecialValueText(self.tr("anything"))
        least.setValue(row.judged.least or 0)
        least.setEnabled(row.judged.qualifies)
        least.setAccessibleName(self.tr("Least of {measure} a month").format(measure=row.name))
        key = QCheckBox(self._rows)
        key.setChecked(row.judged.key)
        key.setAccessibleName(self.tr("{measure} is a key feature").format(measure=row.name))
        told = self.tr("{total} in {accounts} accounts").format(total=f"{row.total:,g}", accounts=f"{row.accounts:,}")
        self._grid.addWidget(box, place, 0)
        self._grid.addWidget(least, place, 1)
        self._grid.addWidget(key, place, 2, Qt.AlignmentFlag.AlignHCenter)
        self._grid.addWidget(muted(told, self._rows), place, 3)
        self.counts[row.id], self.least[row.id], self.keys[row.id] = box, least, key
        box.toggled.connect(least.setEnabled)
        box.toggled.connect(self._ask)
        least.valueChanged.connect(self._ask)

    # -- what it makes of the accounts ----------------------------------------------------------------------------

    def _ask(self) -> None:
        as_of, wanted = self._around.window.today(), self.wanted

        def question(book: Book) -> Measures:
            from csdesk.usecases.measures import measures

            return measures(book, as_of, wanted)

        self._around.desk.ask(self, question, self.show_measures, about="measures")

    def _show_months(self, found: Measures) -> None:
        clear(self._months)
        if not found.months:
            self.said.setText(self.tr("The book has no use yet. Import logins, events or any other measure."))
            return
        for place, word in enumerate((self.tr("Login-active accounts"), self.tr("Value-active accounts")), 1):
            self._months.addWidget(_heading(word, self), place, 0)
        for place, month in enumerate(found.months, 1):
            self._months.addWidget(
                muted(period_name(Period(month.month), self._around.window.language), self), 0, place
            )
            self._months.addWidget(_figure(len(month.by_login), self), 1, place)
            self._months.addWidget(_figure(len(month.by_value), self), 2, place)
        self.said.setText(self._only_login(found.only_login))
        self.fit()

    def _only_login(self, names: tuple[str, ...]) -> str:
        if not names:
            return self.tr("Every account that came last month did something that counts.")
        more = len(names) - _NAMED
        listed = ", ".join(names[:_NAMED]) + (f" … +{more:,}" if more > 0 else "")
        return self.tr("Came last month without doing what counts: {names}").format(names=listed)


def _heading(word: str, parent: QWidget) -> QLabel:
    label = muted(word, parent)
    label.setWordWrap(False)
    return label


def _figure(number: int, parent: QWidget) -> QLabel:
    label = QLabel(f"{number:,}", parent)
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    return label
