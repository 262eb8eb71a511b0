"""Everything dated on an account, newest first, with a line on top to write what has just happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from csdesk.models.kinds import Kind, TouchType
from csdesk.ui import icons, theme
from csdesk.ui.plain import brief
from csdesk.ui.rows import ROW_ROLE, Column, Index, RowsModel
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.usecases.touches import LONGEST_TOUCH, TouchDraft
from csdesk.wording.kinds import SURVEYS, TIMELINE, TOUCH_TYPES
from csdesk.wording.speech import day, look_up, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.ui.page import Frame
    from csdesk.usecases.account import TimelineItem

_ICONS = {
    Kind.CONTRACT: "contract", Kind.TICKET: "ticket", Kind.ANSWER: "survey", Kind.INVOICE: "invoice",
    Kind.TASK: "check", Kind.INTERVIEW: "survey", Kind.FEEDBACK: "chat",
    "call": "call", "email": "email", "meeting": "meeting", "visit": "visit", "chat": "chat",
    "note": "note", "qbr": "revenue", "training": "training", "webinar": "training", "newsletter": "email",
}  # fmt: skip
_EDGE, _ICON, _LINE = 10, 16, 18
_WORDS = {str(key): words for table in (TOUCH_TYPES, TIMELINE, SURVEYS) for key, words in table.items()}


class NoteLine(QLineEdit):
    """Lets Ctrl+Z through to the window where nothing is typed that it could take back."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and not self.isUndoAvailable():
            assert isinstance(event, QKeyEvent)
            if event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()
                return False
        return super().event(event)


class Composer(QFrame):
    """Type, day, minutes and what happened; Enter logs it. `written` carries a `TouchDraft` without its account."""

    written = Signal(object)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._frame = frame
        self.type = Choice([(kind, TOUCH_TYPES[kind].say(frame.language)) for kind in TouchType], self.tr("Type"), self)
        self.note = NoteLine(self)
        self.note.setPlaceholderText(self.tr("What happened? Enter logs it"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.returnPressed.connect(self._write_noted)
        self.day = DayLine(self.tr("Day"), frame.today, frame.language, happened=True, parent=self)
        self.day.line.setFixedWidth(96)
        self.day.line.setPlaceholderText(self.tr("today"))
        self.minutes = QLineEdit(self)
        self.minutes.setFixedWidth(64)
        self.minutes.setValidator(QIntValidator(0, LONGEST_TOUCH, self))
        self.minutes.setPlaceholderText(self.tr("min"))
        self.minutes.setAccessibleName(self.tr("Minutes"))
        log = QPushButton(self.tr("Log"), self)
        log.clicked.connect(self._write)
        top = QHBoxLayout()
        top.addWidget(self.note, 1)
        top.addWidget(log)
        below = QHBoxLayout()
        below.addWidget(self.type)
        below.addWidget(self.minutes)
        below.addWidget(self.day, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(below)

    def clear(self) -> None:
        """Make ready for the next touch."""
        for line in (self.note, self.minutes, self.day.line):
            line.setText("")  # unlike clear(), this cannot be undone in the line: Ctrl+Z takes the touch back

    def _write_noted(self) -> None:
        """Enter that only follows the one which opened the page is no touch."""
        if self.note.text().strip():
            self._write()

    def _write(self) -> None:
        if self.day.is_wrong or self.day.is_to_come:  # what is wrong stands beside it
            self.day.setFocus()
            return
        if not self.minutes.hasAcceptableInput() and self.minutes.text():
            self.minutes.setFocus()
            return
        minutes = self.minutes.text().strip()
        self.written.emit(
            TouchDraft(
                account=0,
                type=TouchType(str(self.type.key)),
                on=self.day.day or self._frame.today(),
                minutes=int(minutes) if minutes.isdecimal() else None,
                note=self.note.text().strip(),
            )
        )


class Timeline(QListView):
    """Rows of icon, what, who and when, the text below. `opened` carries the item double clicked or entered."""

    opened = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timeline"))
        column: Column[TimelineItem] = Column("text", "", lambda item: item.on, lambda item: _spoken(item, language))
        self._model = RowsModel([column], self, identity=lambda item: (item.kind, item.id, item.what))
        self.setModel(self._model)
        self.setItemDelegate(_TimelineRow(language, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW_ROLE)))
        self._nothing = QLabel(
            self.tr("Nothing yet. What you log stands here, with contracts, tickets and answers."), self
        )
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._nothing.setGeometry(self.viewport().rect().adjusted(24, 48, -24, 0))

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        """Show these, newest first as they come."""
        self._model.show_rows(items)
        self._nothing.setVisible(not items)


class _TimelineRow(QStyledItemDelegate):
    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item: TimelineItem = index.data(ROW_ROLE)
        lines = 0
        if item.text:
            width = self._text_width(option)
            box = option.fontMetrics.boundingRect(QRect(0, 0, width, 4000), _WRAP, brief(item.text, _LONGEST))
            lines = box.height() + 2
        return QSize(200, _LINE + lines + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: TimelineItem = index.data(ROW_ROLE)
        chosen, box = theme.tokens(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, option.palette.highlight())
        name = _ICONS.get(item.what) or _ICONS.get(item.kind) or "note"
        tint = chosen.accent if item.kind is Kind.TOUCH else chosen.muted
        picture = icons.pixmap(name, _ICON, tint, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.left() + _EDGE, box.top() + 8, picture)
        head = QRect(box.left() + _EDGE + 26, box.top() + 6, box.width() - _EDGE * 2 - 26, _LINE)
        painter.setPen(theme.color(chosen.muted))
        painter.drawText(
            head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, day(item.on, self._language)
        )
        painter.setFont(theme.font(strong=True))
        painter.setPen(theme.color(chosen.text))
        what = look_up(_WORDS, item.what, self._language)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, what)
        used = painter.fontMetrics().horizontalAdvance(what) + 10
        painter.setFont(theme.font())
        painter.setPen(theme.color(chosen.muted))
        painter.drawText(head.adjusted(used, 0, -100, 0), Qt.AlignmentFlag.AlignVCenter, brief(self._details(item)))
        painter.setPen(theme.color(chosen.text))
        text = QRect(head.left(), head.bottom() + 2, self._text_width(option), box.height() - _LINE - 10)
        painter.drawText(text, _WRAP, brief(item.text, _LONGEST))
        painter.setPen(QPen(theme.color(chosen.line), 1))
        painter.drawLine(head.left(), box.bottom(), box.right() - _EDGE, box.bottom())
        painter.restore()

    def _details(self, item: TimelineItem) -> str:
        minutes = self.tr("{n} min").format(n=item.minutes) if item.minutes else ""
        score = whole(item.score) if item.score is not None else ""
        if score and item.kind is Kind.TOUCH:
            score = self.tr("sentiment {n} of 5").format(n=score)
        return "  ·  ".join(filter(None, (score, item.who, minutes)))

    def _text_width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return max(120, width - _EDGE * 2 - 26)


_LONGEST = 2000
"""Letters of a note; its dialog has the whole."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def _spoken(item: TimelineItem, language: Language) -> str:
    return "  ".join(filter(None, (look_up(_WORDS, item.what, language), day(item.on, language), item.who, item.text)))
