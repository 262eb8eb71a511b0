"""A goal, milestone, deal, word of feedback, exit interview, mail result or risk: added, changed, or deleted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.plain import brief
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import RowDialog, form
from csdesk.usecases.work_rows import Entry, InWords, WorkDraft, needed, save_work, work_form
from csdesk.wording.history import row_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.work_rows import Given, WorkField, WorkForm

Box: TypeAlias = QLineEdit | QPlainTextEdit | DayLine | QCheckBox | Choice
_HIGH = 58
_WIDTH = 780
_IN_A_COLUMN = 8
_NAME = 16
"""Letters of a choice that are seen at least: two columns of long names would be wider than a screen."""
_TODAY = frozenset({"on_date", "given_on", "opened_on", "first_signal_on", "logged_on"})
"""Days that are today where nobody says otherwise."""


class WorkRow(RowDialog):
    """`row` None adds one. Asks the book for its fields; only those that a person has changed are written."""

    def __init__(self, around: Surroundings, kind: Kind, account: int, row: int | None, parent: QWidget) -> None:
        super().__init__(around, kind, row, parent)
        self._account = account
        self._fields: dict[str, tuple[WorkField, Box]] = {}
        frame = around.window
        what = row_words(kind, "", "", frame.language)
        self.setWindowTitle(what if row else self.tr("New: {what}").format(what=what))
        self.main.setEnabled(False)
        words = InWords(frame.currency, frame.language)
        around.desk.ask(self, lambda book: work_form(book, kind, account, row, words), self.show_form)

    def box(self, column: str) -> Box:
        """The box of a field."""
        return self._fields[column][1]

    def show_form(self, shown: WorkForm) -> None:
        """Lay the fields out, what only the file tells beneath them."""
        self._fields = {field.column: (field, self._made(field)) for field in shown.fields}
        lines = [(field.name, box) for field, box in self._fields.values()]
        per = len(lines) if len(lines) <= _IN_A_COLUMN else (len(lines) + 1) // 2
        sides = QHBoxLayout()
        sides.setSpacing(24)
        for start in range(0, len(lines), per):
            sides.addLayout(form(lines[start : start + per]), 1)
        self.body.addLayout(sides)
        told = [brief(f"{name}: {text}") for name, text in shown.rest]
        if self._kind is Kind.DEAL:
            told.append(self.tr("A deal that is won counts as revenue once its contract line is added."))
        if shown.source:
            told.append(self.tr("Imported from {place}").format(place=shown.source))
        if told:
            self.body.addWidget(muted("\n".join(told), self))
        if len(lines) > per:
            self.setMinimumWidth(_WIDTH)
        self.main.setEnabled(True)
        self.fit()
        next(box for _, box in self._fields.values()).setFocus()

    def check(self) -> None:
        wrong = next((box for _, box in self._fields.values() if isinstance(box, DayLine) and box.is_wrong), None)
        asked = [(c, box) for c, (_, box) in self._fields.items() if c in needed(self._kind)]
        missing = next((c for c, box in asked if self._is_missing(c, box)), None)
        if wrong is not None:
            self.say_wrong(self.tr("This day is not understood. Try: today, +7, 2024-04-01."), wrong)
        elif missing is not None:
            field, box = self._fields[missing]
            self.say_wrong(self.tr("{field}: a value is needed.").format(field=field.name), box)
        else:
            given = {column: _given(box) for column, (_, box) in self._fields.items()}
            changed = {c: held for c, held in given.items() if self.row is None or held != self._held(c)}
            draft = self.draft(changed)
            self.save(lambda book: save_work(book, draft))

    def draft(self, changed: Mapping[str, Given]) -> WorkDraft:
        """What is written of the fields that a person has changed."""
        return WorkDraft(self._kind, self._account, changed, self.row)

    def _is_missing(self, column: str, box: Box) -> bool:
        """What came without a title may stay so."""
        return not str(_given(box) or "").strip() and (self.row is None or bool(self._held(column)))

    def _held(self, column: str) -> Given:
        """What stood in a field to begin with, as its box gives it back."""
        field, box = self._fields[column]
        return field.held if isinstance(box, DayLine | Choice) else field.held or (0 if _is_tick(box) else "")

    def _made(self, field: WorkField) -> Box:
        frame = self._around.window
        if field.entry is Entry.DAY:
            line = DayLine(field.name, frame.today, frame.language, parent=self)
            line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            begun = frame.today() if self.row is None and field.column in _TODAY else None
            line.show_day(field.held if isinstance(field.held, date) else begun)
            return line
        if field.entry is Entry.CHOICE:
            choice = Choice([(key, word or self.tr("not said")) for key, word in field.choices], field.name, self)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_NAME)
            choice.choose(field.held)
            return choice
        if field.entry is Entry.TICK:
            tick = QCheckBox(self)
            tick.setChecked(bool(field.held))
            return tick
        return self._typed(field)

    def _typed(self, field: WorkField) -> QLineEdit | QPlainTextEdit:
        text = str(field.held or "")
        if field.entry is Entry.TEXT or "\n" in text:
            long = QPlainTextEdit(text, self)
            long.setTabChangesFocus(True)
            long.setFixedHeight(_HIGH)
            return long
        line = QLineEdit(text, self)
        line.setCursorPosition(0)
        return line


def _is_tick(box: Box) -> bool:
    return isinstance(box, QCheckBox)


def _given(box: Box) -> Given:
    match box:
        case DayLine():
            return box.day
        case Choice():
            key = box.key
            return key if isinstance(key, str | int) else None
        case QCheckBox():
            return int(box.isChecked())
        case QPlainTextEdit():
            return box.toPlainText()
        case _:
            return box.text()
