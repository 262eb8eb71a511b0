"""Accounts by health band, as a board: one column a band with its sum of MRR, one card an account."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from csdesk.models.kinds import Band
from csdesk.ui import theme
from csdesk.ui.plain import brief, tip
from csdesk.ui.widgets.badge import BandBadge
from csdesk.usecases.health_words import hand_sentence, said_score
from csdesk.wording.speech import money, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.ui.rows import Index
    from csdesk.usecases.health import HealthRow

_CARD, _PAD = 52, 10
CARD_ROLE = Qt.ItemDataRole.UserRole
"""The `HealthRow` of a card."""


class CardsModel(QAbstractListModel):
    """The accounts of one band."""

    def __init__(self, language: Language, currency: Currency, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[HealthRow, ...] = ()
        self.language, self._currency = language, currency

    def show(self, rows: Sequence[HealthRow]) -> None:
        """Take other accounts."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own variant
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == CARD_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return brief(row.name)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            line = " · ".join(filter(None, (row.name, *self.about(row), row.health.profile)))
            return tip("\n".join(filter(None, (line, hand_sentence(row.health, self.language)))))
        return None

    def about(self, row: HealthRow) -> tuple[str, str, str]:
        """MRR, owner and coverage in words."""
        covered = self.tr("{share} covered").format(share=percent(row.health.coverage, 0))
        return money(row.mrr, self._currency, self.language, short=True), row.owner, covered


class CardDelegate(QStyledItemDelegate):
    """Paints a card: name and score, below them MRR, owner and coverage."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: HealthRow = index.data(CARD_ROLE)
        model = index.model()
        assert isinstance(model, CardsModel)
        chosen = theme.tokens()
        box = option.rect.adjusted(1, 2, -1, -2)
        hot = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(chosen.accent if hot else chosen.line))
        painter.setBrush(theme.color(chosen.raised))
        painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)
        inner = box.adjusted(_PAD, 5, -_PAD, -5)
        told = row.health.hand is not None or row.health.band is not Band.UNKNOWN
        score = said_score(row.health, model.language) if told else ""
        amount, owner, covered = model.about(row)
        top = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        low = top.translated(0, inner.height() // 2)
        _pair(painter, top, row.name, score, theme.font(strong=True), chosen.text)
        _pair(painter, low, " · ".join(filter(None, (amount, owner))), covered, theme.font(theme.SMALL), chosen.muted)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, _CARD)


class HealthBoard(QWidget):
    """`opened` carries the account of the card clicked, or chosen with Enter."""

    opened = Signal(object)

    def __init__(self, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._currency = language, currency
        self._columns: dict[Band, tuple[QLabel, CardsModel]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for band in (Band.RED, Band.YELLOW, Band.GREEN, Band.UNKNOWN):
            row.addLayout(self._column(band), 1)

    def show_rows(self, rows: Sequence[HealthRow]) -> None:
        """Show these accounts, each in its band, in the order given."""
        for band, (heading, model) in self._columns.items():
            mine = [row for row in rows if row.health.band is band]
            total = sum((row.mrr for row in mine), Fraction(0))
            heading.setText(f"{len(mine):,} · {money(total, self._currency, self._language, short=True)}")
            model.show(mine)

    def _column(self, band: Band) -> QVBoxLayout:
        badge = BandBadge(self._language, self)
        badge.show_band(band)
        heading = QLabel(self)
        heading.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(badge)
        head.addWidget(heading)
        head.addStretch(1)
        view = QListView(self)
        model = CardsModel(self._language, self._currency, view)
        view.setModel(model)
        view.setItemDelegate(CardDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setAccessibleName(badge.accessibleName())
        view.clicked.connect(self._open)
        view.activated.connect(self._open)
        self._columns[band] = (heading, model)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(view, 1)
        return column

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(CARD_ROLE).account)


def _pair(painter: QPainter, box: QRect, left: str, right: str, font: Any, tint: str) -> None:  # noqa: ANN401
    painter.setFont(font)
    painter.setPen(theme.color(tint))
    metrics = painter.fontMetrics()
    used = metrics.horizontalAdvance(right) + 8 if right else 0
    short = metrics.elidedText(brief(left), Qt.TextElideMode.ElideRight, box.width() - used)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, right)
