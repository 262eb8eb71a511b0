"""How the cells of a table are drawn and edited: text, figures, health bands, sparklines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from csdesk.ui import theme
from csdesk.ui.plain import brief, tip
from csdesk.ui.rows import Column, Index, Look, RowsModel, Tone, alignment
from csdesk.ui.widgets.badge import paint_band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel

    from csdesk.ui.tokens import Tokens

_PAD, _LEAST = 6, 2
_FLAT = 0.25
"""A curve that moves by less than this share of its height is drawn flatter than the cell, so that calm looks calm."""


class CellDelegate(QStyledItemDelegate):
    """Draws each column by its `Look` and edits with a line that offers the column's choices.

    `moved` tells where the person went from an edit: +1 or -1 in rows and columns.
    """

    moved = Signal(int, int)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        column, chosen = model.columns[index.column()], theme.tokens()
        row, box = model.row_at(index.row()), option.rect.adjusted(_PAD, 0, -_PAD, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color(chosen.selection))
        if column.look is Look.SPARK:
            value = column.value(row)
            paint_spark(painter, box, value if isinstance(value, tuple) else (), chosen.accent)
        elif column.look is Look.BAND and column.band is not None:
            paint_band(painter, box, column.band(row), column.text(row))
        else:
            painter.save()
            if column.strong is not None and column.strong(row):
                painter.setFont(_bold(option.font))
            self._paint_text(painter, box, column, index, _ink(column, row, chosen))
            painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color(chosen.accent), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """What a cell says about itself; without that, the words it had no room for."""
        if index.data(Qt.ItemDataRole.ToolTipRole):
            return super().helpEvent(event, view, option, index)
        text = brief(str(index.data() or ""))
        cut = option.fontMetrics.horizontalAdvance(text) > option.rect.width() - 2 * _PAD
        QToolTip.showText(event.globalPos(), tip(str(index.data())) if cut else "", view)
        return True

    def _paint_text(self, painter: QPainter, box: QRect, column: Column[Any], index: Index, ink: str) -> None:
        text = brief(str(index.data()))
        if not text:
            return
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(text) > box.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(theme.color(ink))
        painter.drawText(box, alignment(column.look) | Qt.TextFlag.TextSingleLine, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, RowsModel)
        if model.columns[index.column()].look is Look.SPARK:
            return QSize(88, theme.ROW)
        extra = 2 * _PAD + (16 if model.columns[index.column()].look is Look.BAND else 4)
        return QSize(option.fontMetrics.horizontalAdvance(brief(str(index.data()))) + extra, theme.ROW)

    # -- editing ---------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("cell", "true")
        editor.setFrame(False)
        model = index.model()
        if isinstance(model, RowsModel):
            column = model.columns[index.column()]
            editor.setAccessibleName(column.heading)
            if column.choices:
                editor.setCompleter(_completer(column.choices, editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(editor, QLineEdit) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _step(event)
            if step is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.moved.emit(*step)
                return True
        return super().eventFilter(editor, event)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _ink(column: Column[Any], row: object, chosen: Tokens) -> str:
    if column.look is Look.NAME:
        return chosen.accent
    tone = column.tone(row) if column.tone else Tone.PLAIN
    return {Tone.QUIET: chosen.muted, Tone.WARN: chosen.warn, Tone.BAD: chosen.bad}.get(tone, chosen.text)


def paint_spark(painter: QPainter, rect: QRect, values: Sequence[float], tint: str) -> None:
    """A line through the values, its last one dotted; nothing for fewer than two."""
    if len(values) < _LEAST:
        return
    low, high = min(values), max(values)
    span, box = max(high - low, abs(high) * _FLAT) or 1.0, QRectF(rect).adjusted(0, 6, -3, -6)
    foot = (low + high - span) / 2
    points = [
        QPointF(
            box.left() + box.width() * place / (len(values) - 1), box.bottom() - box.height() * (value - foot) / span
        )
        for place, value in enumerate(values)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(tint), 1.5))
    painter.drawPolyline(QPolygonF(points))
    painter.setBrush(theme.color(tint))
    painter.drawEllipse(points[-1], 2, 2)
    painter.restore()


def _completer(choices: Sequence[str], editor: QLineEdit) -> QCompleter:
    made = QCompleter(list(choices), editor)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    return made


def _step(event: QKeyEvent) -> tuple[int, int] | None:
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return (-1 if back else 1), 0
    if event.key() == Qt.Key.Key_Tab:
        return 0, 1
    return (0, -1) if event.key() == Qt.Key.Key_Backtab else None
