"""How the cells of a table are drawn and edited: text, figures, health bands, sparklines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from csdesk.ui import theme
from csdesk.ui.rows import BAND_ROLE, LOOK_ROLE, TONE_ROLE, VALUE_ROLE, Index, Look, RowsModel, Tone
from csdesk.ui.widgets.badge import paint_band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel

_PAD = 6


class CellDelegate(QStyledItemDelegate):
    """Draws each column by its `Look` and edits with a line that offers the column's choices.

    `moved` tells where the person went from an edit: +1 or -1 in rows and columns.
    """

    moved = Signal(int, int)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = index.data(LOOK_ROLE)
        if look is Look.BAND:
            self._ground(painter, option)
            paint_band(painter, _inner(option.rect), index.data(BAND_ROLE), str(index.data()))
        elif look is Look.SPARK:
            self._ground(painter, option)
            paint_spark(painter, _inner(option.rect), index.data(VALUE_ROLE) or (), theme.tokens().accent)
        else:
            super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color(theme.tokens().accent), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        chosen = theme.tokens()
        look, tone = index.data(LOOK_ROLE), index.data(TONE_ROLE)
        tint = {Tone.QUIET: chosen.muted, Tone.WARN: chosen.warn, Tone.BAD: chosen.bad}.get(tone)
        if look is Look.NAME:
            tint = chosen.accent
        if tint:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, theme.color(tint))
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        look = index.data(LOOK_ROLE)
        extra = 40 if look is Look.BAND else 2 * _PAD
        return QSize(88 if look is Look.SPARK else hint.width() + extra, hint.height())

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

    # -- drawing ---------------------------------------------------------------------------------------------------

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())


def paint_spark(painter: QPainter, rect: QRect, values: Sequence[float], tint: str) -> None:
    """A line through the values, its last one dotted; nothing for fewer than two."""
    if len(values) < 2:
        return
    low, high = min(*values, 0.0), max(values)
    span, box = (high - low) or 1.0, QRectF(rect).adjusted(0, 5, -3, -5)
    points = [
        QPointF(box.left() + box.width() * place / (len(values) - 1), box.bottom() - box.height() * (value - low) / span)
        for place, value in enumerate(values)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(tint), 1.5))
    painter.drawPolyline(QPolygonF(points))
    painter.setBrush(theme.color(tint))
    painter.drawEllipse(points[-1], 2, 2)
    painter.restore()


def _inner(rect: QRect) -> QRect:
    return rect.adjusted(_PAD, 0, -_PAD, 0)


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
