"""Questions of a merge side by side: which row and field, what it was, and both sides, of which one is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from csdesk.ui.rows import Column, Found, Index, RowsModel, Tone
from csdesk.ui.widgets.sheet import SheetView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from csdesk.usecases.merging import Answer, QuestionKey, QuestionLine

_SIDES = {
    Qt.Key.Key_Left: 0,
    Qt.Key.Key_1: 0,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_2: 1,
}
_TAKEN, _LEFT = "●", "○"


class QuestionSheet(SheetView):
    """`answers` holds what is taken, one for every question ever shown. `answered` carries the lines whose answer the
    person has changed, by a click on a side or by a key on the rows that are chosen; `reached` the line that the
    person has come to."""

    answered = Signal(object)
    reached = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.answers: dict[QuestionKey, Answer] = {}
        self._model: RowsModel[QuestionLine] = RowsModel(self._columns(), identity=_key)
        super().__init__(self._model, self.tr("Questions"), parent)
        self._model.setParent(self)
        self.clicked.connect(self._click)

    @property
    def lines(self) -> tuple[QuestionLine, ...]:
        """The questions in the order in which they are shown."""
        return self._model.rows_shown()

    def show_lines(self, lines: Sequence[QuestionLine]) -> None:
        """Take the questions that there are now; those that came up since are gone to, and begin as proposed."""
        seen = {_key(line) for line in self.lines}
        for line in lines:
            self.answers.setdefault(_key(line), line.proposed)
        self.show_found(Found.unsearched(lines))
        new = next((at for at, line in enumerate(self.lines) if _key(line) not in seen), None)
        if new is not None:
            self.setCurrentIndex(self._model.index(new, 0))

    def as_proposed(self) -> int:
        """How many are still answered as they were proposed."""
        return sum(self.answers[_key(line)] == line.proposed for line in self.lines)

    def take_all(self, side: int) -> None:
        """Take one side throughout; how many accounts of one name there are is another question."""
        self.take([line for line in self.lines if line.choices[0].answer.value == "mine"], side)

    def take(self, lines: Iterable[QuestionLine], side: int | None) -> None:
        """Take a side of some questions; None: the other one of each."""
        changed = []
        for line in lines:
            at = 1 - self._side(line) if side is None else side
            if at != self._side(line):
                self.answers[_key(line)] = line.choices[at].answer
                changed.append(line)
        if changed:
            self._model.say_all_changed()
            self.answered.emit(tuple(changed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if plain and (key in _SIDES or key == Qt.Key.Key_Space):
            self.take(self.rows_chosen(), _SIDES.get(key))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.reached.emit(self._model.row_at(current.row()))

    def _click(self, index: QModelIndex) -> None:
        key = self._model.columns[index.column()].key
        if key in _COLUMNS:
            self.take([self._model.row_at(index.row())], _COLUMNS.index(key))

    def _side(self, line: QuestionLine) -> int:
        return int(self.answers[_key(line)] != line.choices[0].answer)

    def _columns(self) -> list[Column[QuestionLine]]:
        return [
            Column("what", self.tr("Which row"), _what, _what, width=200, tip=_why),
            Column("field", self.tr("Field"), _field, _field, width=130, tip=_why),
            Column("before", self.tr("Before"), _before, _before, width=120, tone=_quiet),
            self._column(0, self.tr("This book")),
            self._column(1, self.tr("The copy")),
        ]

    def _column(self, side: int, heading: str) -> Column[QuestionLine]:
        def taken(line: QuestionLine) -> bool:
            return self._side(line) == side

        def text(line: QuestionLine) -> str:
            return f"{_TAKEN if taken(line) else _LEFT} {line.choices[side].words}"

        def tone(line: QuestionLine) -> Tone:
            return Tone.PLAIN if taken(line) else Tone.QUIET

        return Column(_COLUMNS[side], heading, _words[side], text, width=230, tone=tone, strong=taken)


_COLUMNS = ("mine", "theirs")
_words = (lambda line: line.choices[0].words, lambda line: line.choices[1].words)


def _key(line: QuestionLine) -> QuestionKey:
    return line.question.key


def _what(line: QuestionLine) -> str:
    return line.what


def _field(line: QuestionLine) -> str:
    return line.field or line.asked


def _before(line: QuestionLine) -> str:
    return line.before


def _why(line: QuestionLine) -> str:
    return f"{line.what}\n{line.asked}"


def _quiet(_line: QuestionLine) -> Tone:
    return Tone.QUIET
