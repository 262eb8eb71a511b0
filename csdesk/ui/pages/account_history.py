"""An account's history: who did what, when, from what to what, and what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.filter_line import FilterLine
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.history import HistoryLine, history_line
from csdesk.wording.speech import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from csdesk.models.kinds import Language
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import HistoryItem

_HEADINGS = {
    "at": Words("When", "日時"),
    "who": Words("Who", "変更者"),
    "what": Words("What was done", "操作"),
    "row": Words("Changed", "対象"),
    "before": Words("Before", "変更前"),
    "after": Words("After", "変更後"),
    "fate": Words("Since then", "その後"),
}


class History(QWidget):
    """A table that is never typed into, and a box that finds words in it."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = frame = around.window
        self.model: RowsModel[HistoryLine] = RowsModel(
            _columns(frame.language), self, identity=lambda line: (line.item.step, line.row, line.item.row, line.field)
        )
        self._sheet = SheetView(self.model, self.tr("History"), self)
        TableCopies(around, self._sheet)
        self.search = FilterLine(
            self._sheet, self.model, self.tr("Nothing in the history fits “{words}”."), parent=self
        )
        self.search.setPlaceholderText(self.tr("Find in the history ..."))
        self.search.setAccessibleName(self.tr("Find in the history"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._sheet, 1)

    def show_history(self, items: Sequence[HistoryItem]) -> None:
        """Show what the book answered."""
        language, currency = self._frame.language, self._frame.currency
        lines = [history_line(item, currency, language) for item in items]
        self._sheet.show_found(Found.of(self.model.columns, lines))


def _columns(language: Language) -> tuple[Column[HistoryLine], ...]:
    return (
        Column(
            "at",
            _HEADINGS["at"].say(language),
            lambda line: line.item.at.timestamp(),
            lambda line: line.at,
            look=Look.NUMBER,
            tone=_tone,
        ),
        _column("who", language, lambda line: line.item.who),
        _column("row", language, _changed),
        _column("before", language, lambda line: line.before),
        _column("after", language, lambda line: line.after),
        _column("fate", language, lambda line: line.fate),
        _column("what", language, lambda line: line.what),
    )


def _column(key: str, language: Language, text: Callable[[HistoryLine], str]) -> Column[HistoryLine]:
    return Column(key, _HEADINGS[key].say(language), text, text, tip=text, tone=_tone)


def _changed(line: HistoryLine) -> str:
    """Which row, which field; the account of the page needs no naming."""
    if line.item.kind is Kind.ACCOUNT and line.field:
        return line.field
    return " · ".join(filter(None, (line.row, line.field)))


def _tone(line: HistoryLine) -> Tone:
    return Tone.PLAIN if line.stands else Tone.QUIET
