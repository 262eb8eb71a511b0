"""Values of the book that are to stay although the file has others: of chosen rows, or of a whole column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from csdesk.ui.plain import tip
from csdesk.ui.widgets.choice import Choice
from csdesk.wording.intake import field_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from csdesk.models.kinds import Language
    from csdesk.usecases.importing import PlannedRow

_FIELDS = 5_000
"""Rows that are looked at for the fields that change."""


class KeepBar(QWidget):
    """`kept` carries (line, field) of what stays: line 0 is every row, field '' all of a row; `unkept` that the file's
    values are taken after all."""

    kept = Signal(object)
    unkept = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: tuple[PlannedRow, ...] = ()
        self.rows = QPushButton(self.tr("Keep the book's values in the chosen rows"), self)
        self.rows.clicked.connect(self._keep_rows)
        self.field = Choice((), self.tr("Column"), self)
        self.column = QPushButton(self.tr("Keep the book's column"), self)
        self.column.clicked.connect(lambda: self.kept.emit([(0, str(self.field.key))]))
        self._said = QLabel(self)
        self._said.setProperty("role", "muted")
        once = self.tr(
            "This holds for this import; the next one asks again. To leave a column out of every file of this shape, "
            "choose “(leave out)” for it under Columns."
        )
        for widget in (self._said, self.rows, self.column):
            widget.setToolTip(tip(once))
        self.back = QPushButton(self.tr("Take the file's values"), self)
        self.back.clicked.connect(self.unkept)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for button in (self.rows, self.column, self.back):
            button.setAutoDefault(False)
        line.addWidget(self.rows)
        line.addSpacing(12)
        line.addWidget(self.field)
        line.addWidget(self.column)
        line.addStretch(1)
        line.addWidget(self._said)
        line.addWidget(self.back)

    def _keep_rows(self) -> None:
        self.kept.emit([(row.line, "") for row in self._rows])

    def show_kept(self, kept: int) -> None:
        """Say how much stays as the book has it."""
        self._said.setText(self.tr("Kept as the book has it, this time: {n}").format(n=f"{kept:,}"))
        for widget in (self._said, self.back):
            widget.setVisible(kept > 0)

    def offer(self, changed: Sequence[PlannedRow]) -> None:
        """Offer the fields in which these rows would replace a value."""
        fields = {name for row in changed[:_FIELDS] for name, old, _ in row.changes if old not in {None, ""}}
        before = self.field.key
        self.field.clear()
        for name in sorted(fields, key=lambda name: field_words(name, self._language)):
            self.field.addItem(field_words(name, self._language), name)
        self.field.choose(before)
        for widget in (self.field, self.column):
            widget.setVisible(bool(fields))
        self.rows.setVisible(bool(changed))

    def choose(self, rows: Collection[PlannedRow]) -> None:
        """The rows that the person has chosen."""
        self._rows = tuple(rows)
        self.rows.setEnabled(bool(rows))
