"""A box that finds things while typing: a line, and the few best hits below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from csdesk.ui import icons, theme
from csdesk.ui.folding import folded, sought
from csdesk.ui.plain import brief

if TYPE_CHECKING:
    from collections.abc import Iterable

    from csdesk.ui.rows import Index

_ROW, _PAD, _ICON, _ROUND = 30, 8, 16, 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to be found: `key` is handed back, `found_by` is its folded text, `hint` stands quietly after it. What
    is `said` comes after what is named, however well it matches."""

    key: object
    text: str
    found_by: str
    hint: str = ""
    icon: str = ""
    said: bool = False

    @classmethod
    def of(cls, key: object, text: str, *, hint: str = "", icon: str = "") -> Candidate:
        """Found by its own text."""
        return cls(key, text, folded(text), hint, icon)


def best(candidates: Iterable[Candidate], text: str, most: int) -> list[Candidate]:
    """Hits on every word typed; those that begin with it first, then those with a word that does, what is said last."""
    words = sought(text).split()
    if not words:
        return []
    first = words[0]
    begins, word_begins, holds, said = [], [], [], []
    for candidate in candidates:
        found_by = candidate.found_by
        if first not in found_by or not all(word in found_by for word in words):
            continue
        if candidate.said:
            said.append(candidate)
        elif found_by.startswith(first):
            begins.append(candidate)
        elif f" {first}" in found_by:
            word_begins.append(candidate)
        else:
            holds.append(candidate)
    return [*begins, *word_begins, *holds, *said][:most]


class _Hit(QStyledItemDelegate):
    """A hit with its hint quietly at the right; the hit itself gives way last."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        candidate: Candidate = index.data(Qt.ItemDataRole.UserRole)
        chosen, metrics = theme.tokens(), option.fontMetrics
        box = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(chosen.selection))
            painter.drawRoundedRect(option.rect, _ROUND, _ROUND)
        if candidate.icon:
            picture = icons.pixmap(candidate.icon, _ICON, chosen.muted, painter.device().devicePixelRatioF())
            painter.drawPixmap(box.left(), box.center().y() - _ICON // 2 + 1, picture)
            box.setLeft(box.left() + _ICON + _PAD)
        text = brief(candidate.text)
        room = max(box.width() // 2, box.width() - metrics.horizontalAdvance(text) - 2 * _PAD)
        hint = metrics.elidedText(brief(candidate.hint), Qt.TextElideMode.ElideRight, room)
        painter.setPen(theme.color(chosen.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hint)
        box.setRight(box.right() - metrics.horizontalAdvance(hint) - _PAD)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(theme.color(chosen.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, _ROW)


class Finder(QWidget):
    """`picked` carries the key of the hit chosen with Enter or a click; Up and Down move without leaving the line."""

    picked = Signal(object)

    def __init__(self, name: str, placeholder: str, *, most: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._candidates: tuple[Candidate, ...] = ()
        self._at_rest: tuple[Candidate, ...] = ()
        self._picked: Candidate | None = None
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.line.setClearButtonEnabled(True)
        self.line.textEdited.connect(self._look)
        self.line.installEventFilter(self)
        self._hits = QListWidget(self)
        self._hits.setAccessibleName(name)
        self._hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hits.setItemDelegate(_Hit(self._hits))
        self._hits.itemClicked.connect(self._pick)
        self._nothing = QLabel(self.tr("Nothing found"), self)
        self._nothing.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.line, self._hits, self._nothing):
            column.addWidget(widget)
        self.setFocusProxy(self.line)
        self._show([])

    @property
    def key(self) -> object:
        """The key picked; None while nothing is, or after the text was changed again."""
        return self._picked.key if self._picked else None

    @property
    def hits(self) -> tuple[Candidate, ...]:
        """What is offered now."""
        return tuple(self._hits.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._hits.count()))

    def offer(self, candidates: Iterable[Candidate], at_rest: Iterable[Candidate] = ()) -> None:
        """What can be found, and what is offered before anything is typed."""
        self._candidates, self._at_rest = tuple(candidates), tuple(at_rest)
        if self._picked is None:
            self._look(self.line.text())

    def choose(self, candidate: Candidate) -> None:
        """Show a hit as picked."""
        self._picked = candidate
        self.line.setText(candidate.text)
        self._show([])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._hits.count():
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                row = (self._hits.currentRow() + steps[Qt.Key(event.key())]) % self._hits.count()
                self._hits.setCurrentRow(row)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._pick(self._hits.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _look(self, text: str) -> None:
        self._picked = None
        found = best(self._candidates, text, self._most) if text.strip() else list(self._at_rest[: self._most])
        self._show(found)
        self._nothing.setVisible(bool(text.strip()) and bool(self._candidates) and not found)

    def _show(self, found: list[Candidate]) -> None:
        self._hits.clear()
        self._nothing.hide()
        for candidate in found:
            item = QListWidgetItem(candidate.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{candidate.text}  {candidate.hint}")
            item.setData(Qt.ItemDataRole.UserRole, candidate)
            self._hits.addItem(item)
        self._hits.setVisible(bool(found))
        self._hits.setFixedHeight(min(len(found), self._most) * _ROW + 4)
        self._hits.setCurrentRow(0)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        candidate: Candidate = item.data(Qt.ItemDataRole.UserRole)
        self.choose(candidate)
        self.picked.emit(candidate.key)
