"""Every survey answer as a list: filtered, added, edited, deleted; each opens its account, and where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, Look, RowsModel
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.filter_line import FilterLine
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.answer_rows import AnswerRow, answer_rows, delete_answers
from csdesk.wording.kinds import DIRECTIONS, RELATIONS, SURVEYS
from csdesk.wording.speech import NOTHING, Words, day, look_up
from csdesk.wording.voice import role_word, score_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from csdesk.ui.page import Surroundings

_HEIGHT, _WIDEST_FILTER = 340, 320


class AnswersPart(QWidget):
    """Asks and changes by itself; whoever holds it calls `refresh` when answers have changed. `wanted` asks for a new
    one with None, and for one to be edited with its row; `looked_at` for where one came from."""

    wanted = Signal(object)
    looked_at = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._rows: tuple[AnswerRow, ...] = ()
        self.model: RowsModel[AnswerRow] = RowsModel(self._columns(), self)
        self.sheet = SheetView(self.model, self.tr("Survey answers"), self)
        self.sheet.setFixedHeight(_HEIGHT)
        TableCopies(around, self.sheet)
        nothing = self.tr("No answers yet. Add them one by one, or import a survey's results.")
        unfitting = self.tr("No answer fits “{words}”.")
        self.search = FilterLine(self.sheet, self.model, unfitting, nothing, parent=self)
        surveys = [
            ("", self.tr("All surveys")),
            *((key, words.say(around.window.language)) for key, words in SURVEYS.items()),
        ]
        self.survey = Choice(surveys, self.tr("Survey"), self)
        self.survey.currentIndexChanged.connect(self._show)
        self._lay_out()
        self.sheet.chosen.connect(self._offer)
        self.sheet.opened.connect(self._open_account)

    def refresh(self) -> None:
        """Ask again."""
        self._around.desk.ask(self, answer_rows, self.show_answers)

    def show_answers(self, rows: tuple[AnswerRow, ...]) -> None:
        """Show these answers."""
        self._rows = rows
        self._show()

    # -- changing --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        survey = self.survey.key
        shown = [row for row in self._rows if not survey or row.survey == survey]
        self.sheet.show_found(Found.of(self.model.columns, shown))
        self._offer(self.sheet.rows_chosen())

    def _offer(self, chosen: Sequence[AnswerRow]) -> None:
        self.edit.setEnabled(len(chosen) == 1 and bool(chosen[0].account))
        self.account.setEnabled(len(chosen) == 1 and bool(chosen[0].account))
        self.source.setEnabled(len(chosen) == 1)
        self.delete.setEnabled(bool(chosen))

    def _open_account(self, row: AnswerRow) -> None:
        if row.account:
            self._around.window.open_account(row.account)
        else:
            self.looked_at.emit(row.id)

    def _delete(self) -> None:
        chosen = tuple(row.id for row in self.sheet.rows_chosen())
        frame = self._around.window
        if chosen:
            self._around.desk.do(self, lambda book: delete_answers(book, chosen), frame.say_deleted, frame.complain)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Filter answers ..."))
        self.search.setAccessibleName(self.tr("Filter answers"))
        self.search.setMaximumWidth(_WIDEST_FILTER)
        self.add = self._button(self.tr("Add answer"), lambda: self.wanted.emit(None))
        self.edit = self._button(self.tr("Edit"), lambda: self.wanted.emit(self.sheet.rows_chosen()[0]))
        self.account = self._button(self.tr("Open account"), lambda: self._open_account(self.sheet.rows_chosen()[0]))
        self.source = self._button(self.tr("Where from"), lambda: self.looked_at.emit(self.sheet.rows_chosen()[0].id))
        self.delete = self._button(self.tr("Delete"), self._delete)
        title = QLabel(self.tr("Answers"), self)
        title.setProperty("role", "section")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self.survey)
        head.addWidget(self.search, 1)
        head.addStretch(0)
        for button in (self.add, self.edit, self.account, self.source, self.delete):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sheet)

    def _button(self, word: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(word, self)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _columns(self) -> tuple[Column[AnswerRow], ...]:
        language = self._around.window.language

        def said(key: str, heading: str, width: int, words: Mapping[str, Words] | None = None) -> Column[AnswerRow]:
            def text(row: AnswerRow) -> str:
                value = str(getattr(row, key))
                return look_up(words, value, language) if words and value else value

            return Column(key, heading, text, text, width=width, tip=text)

        def who(row: AnswerRow) -> str:
            return self.tr("{name} (decides)").format(name=row.person) if row.decides else row.person

        def role(row: AnswerRow) -> str:
            return role_word(row.role, language) if row.role else ""

        return (
            Column("account", self.tr("Account"), lambda r: r.account_name, lambda r: r.account_name, Look.NAME, 180),
            said("survey", self.tr("Survey"), 70, SURVEYS),
            Column("score", self.tr("Score"), lambda r: r.score, lambda r: score_text(r.score), Look.NUMBER, 64),
            Column("on", self.tr("Day"), lambda r: r.on, lambda r: day(r.on, language) if r.on else NOTHING,
                   Look.NUMBER, 110),
            Column("who", self.tr("Who"), who, who, width=170, tip=who),
            said("comment", self.tr("Comment"), 280),
            said("relation", self.tr("Asked about"), 150, RELATIONS),
            said("direction", self.tr("Direction (CES)"), 120, DIRECTIONS),
            Column("role", self.tr("Role"), role, role, width=90),
            Column("source", self.tr("From"), lambda r: r.source, lambda r: r.source or self.tr("typed in here"),
                   width=170),
        )  # fmt: skip
