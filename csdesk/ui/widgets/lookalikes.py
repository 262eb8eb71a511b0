"""Rows whose account may be one of the book, or that of another row: side by side, to be called the same or another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.rows import ROW_ROLE, Column, Found, RowsModel, Tone
from csdesk.ui.widgets.card import Elided, clear
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.same_accounts import signs
from csdesk.wording.intake import field_words
from csdesk.wording.speech import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from PySide6.QtGui import QKeyEvent

    from csdesk.ui.page import Surroundings
    from csdesk.ui.rows import Index
    from csdesk.usecases.books import Book
    from csdesk.usecases.importing import Lookalike, Party

_MRR, _NAME = "contract.mrr", "account.name"
_KEYS = frozenset({"account.external_id", "account.corporate_number", "account.domain"})
_LABEL, _MOST = 170, 5_000
"""Width of the names of fields, and rows that are asked about one by one; 'all of them' means all of these."""


class _Pair(NamedTuple):
    """One row and one other account that it may be."""

    asked: Lookalike
    other: Party


class Lookalikes(QWidget):
    """`answered` carries, by what rows call their account, the one that is meant: see `SameAs`."""

    answered = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._mrr: Mapping[int, Fraction] = {}
        self._model: RowsModel[_Pair] = RowsModel(
            self._columns(), self, identity=lambda p: (p.asked.row.of, p.other.of)
        )
        self.list = _PairSheet(self._model, self.tr("Accounts that are alike"), self)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.keyed.connect(lambda same: self._take(same=same))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _LABEL)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.same = self._button(self.tr("The same (1)"), lambda: self._take(same=True))
        self.apart = self._button(self.tr("Another one (2)"), lambda: self._take(same=False))
        self.all_same = self._button(self.tr("All of them the same"), lambda: self._take_all(same=True))
        self.all_apart = self._button(self.tr("All of them others"), lambda: self._take_all(same=False))
        self._lay_out()

    def show_lookalikes(self, lookalikes: Sequence[Lookalike]) -> None:
        """Show what may be asked, and what has been answered; the place in the list stays."""
        pairs = [_Pair(asked, other) for asked in lookalikes[:_MOST] for other in asked.others]
        self.list.show_found(Found.unsearched(pairs))
        if pairs and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0, 0))
        self._ask_mrr({pair.other.of for pair in pairs if isinstance(pair.other.of, int)})
        self._show_current()

    # -- answering -------------------------------------------------------------------------------------------------

    def _take(self, *, same: bool) -> None:
        self._answer(self.list.rows_chosen(), same=same)
        at = self.list.currentIndex().row() + 1
        if at < self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(at, 0))

    def _take_all(self, *, same: bool) -> None:
        self._answer(self._model.rows_shown(), same=same)

    def _answer(self, pairs: Iterable[_Pair], *, same: bool) -> None:
        """Of a row that may be any of several accounts, the first that was chosen is meant."""
        answers: dict[str, int | str] = {}
        for asked, other in pairs:
            answers.setdefault(str(asked.row.of), other.of if same else "")
        if answers:
            self.answered.emit(answers)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _ask_mrr(self, accounts: set[int]) -> None:
        as_of = self._around.window.today()

        def question(book: Book) -> Mapping[int, Fraction]:
            from csdesk.usecases.same_accounts import mrr_of

            return mrr_of(book, accounts, as_of)

        def show(found: Mapping[int, Fraction]) -> None:
            self._mrr = found
            self._show_current()

        if accounts - set(self._mrr):
            self._around.desk.ask(self, question, show, about="mrr")

    def _show_current(self, current: Index | None = None, previous: Index | None = None) -> None:
        if current is not None and previous is not None and current.row() == previous.row():
            return
        clear(self._grid)
        index = self.list.currentIndex()
        pair: _Pair | None = index.data(ROW_ROLE) if index.isValid() else None
        for button in (self.same, self.apart, self.all_same, self.all_apart):
            button.setEnabled(pair is not None)
        if pair is None:
            return
        here = self.tr("In row {n}").format(n=f"{pair.asked.line:,}")
        for across, word in enumerate((here, self._whence(pair.other)), 1):
            self._put(0, across, word, "heading")
        for down, (field, ours, theirs) in enumerate(self._facts(pair), 1):
            differ = ours != theirs and NOTHING not in (ours, theirs)
            self._put(down, 0, field, "muted")
            self._put(down, 1, ours, "heading" if differ else "")
            self._put(down, 2, theirs, "heading" if differ else "")
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _whence(self, party: Party) -> str:
        """Where an account stands: in the book, or in which row of which sheet and file."""
        place = party.place
        if place is None:
            return self.tr("In the book")
        words = self.tr("{file}, {sheet}, row {n}") if place.sheet else self.tr("{file}, row {n}")
        return words.format(file=place.file, sheet=place.sheet, n=f"{place.line:,}")

    def _facts(self, pair: _Pair) -> list[tuple[str, ...]]:
        language = self._around.window.language
        fields = [field for field in {**pair.asked.row.facts, **pair.other.facts} if field != _MRR]
        sides = (pair.asked.row, pair.other)
        told = [
            (field_words(field, language), *(str(side.facts.get(field) or NOTHING) for side in sides))
            for field in fields
        ]
        paid = [self._paid(side) for side in sides]
        if any(paid):
            told.append((field_words(_MRR, language), *(amount or NOTHING for amount in paid)))
        return told

    def _paid(self, party: Party) -> str:
        """The MRR of one side in main units: of an account as the book has it, else as the row tells it."""
        told = party.facts.get(_MRR)
        if isinstance(party.of, int) and party.of in self._mrr:
            told = float(self._around.window.currency.main_units(self._mrr[party.of]))
        return f"{told:,.2f}".removesuffix(".00") if isinstance(told, int | float) else ""

    def _put(self, down: int, across: int, text: str, role: str) -> None:
        label = Elided(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        self._grid.addWidget(label, down, across)

    # -- building --------------------------------------------------------------------------------------------------

    def _columns(self) -> list[Column[_Pair]]:
        def name(party: Party) -> str:
            return str(party.facts.get(_NAME) or party.of)

        return [
            Column("line", self.tr("Row"), lambda p: p.asked.line, lambda p: f"{p.asked.line:,}", width=60),
            Column("row", self.tr("In the file"), lambda p: name(p.asked.row), lambda p: name(p.asked.row), width=230),
            Column(
                "other", self.tr("Perhaps the same as"), lambda p: name(p.other), lambda p: name(p.other), width=230
            ),
            Column("signs", self.tr("What speaks for it"), self._signs, self._signs, width=260, tone=_quiet),
            Column(
                "answer", self.tr("Taken as"), self._answered, self._answered, width=180, tone=_open, strong=_settled
            ),
        ]

    def _signs(self, pair: _Pair) -> str:
        """What both tell: the same, or not; where no key is the same, the names are what is alike."""
        language = self._around.window.language
        told = signs(pair.asked.row, pair.other)
        alike = "" if any(same for field, same in told if field in _KEYS) else _NAME
        marks = ("=" if same else "≈" if field == alike else "≠" for field, same in told)
        return "  ".join(f"{mark} {field_words(field, language)}" for mark, (field, _) in zip(marks, told, strict=True))

    def _answered(self, pair: _Pair) -> str:
        answer = pair.asked.answer
        if answer is None:
            return self.tr("▲ not settled")
        return self.tr("● the same") if answer == pair.other.of else self.tr("● another one")

    def _button(self, word: str, act: object) -> QPushButton:
        button = QPushButton(word, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.same, self.apart):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.all_same, self.all_apart):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addLayout(self._grid, 1)


class _PairSheet(SheetView):
    """`keyed` tells an answer given by a key: 1 is the same, 2 is another one."""

    keyed = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_1, Qt.Key.Key_2) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.keyed.emit(event.key() == Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)


def _quiet(_pair: _Pair) -> Tone:
    return Tone.QUIET


def _open(pair: _Pair) -> Tone:
    return Tone.WARN if pair.asked.answer is None else Tone.PLAIN


def _settled(pair: _Pair) -> bool:
    return pair.asked.answer is not None
