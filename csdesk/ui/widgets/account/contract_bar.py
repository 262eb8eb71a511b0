"""Contract lines over the years as bars, with the day the page speaks of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from csdesk.models.money import Currency
from csdesk.ui import theme
from csdesk.ui.plain import tip
from csdesk.wording.speech import day, money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.ui.page import Frame
    from csdesk.usecases.contract_rows import ContractRow

_LANE, _BAR, _YEARS = 12, 8, 16
"""Height of a lane and of the bar in it, and of the line of years."""
_MOST = 5
"""Lanes drawn at most; who has more contracts at once reads them below."""
_AHEAD = timedelta(days=90)
"""Time shown ahead of the day, so that an open end is seen to go on."""
_LABEL = 34
"""Pixels a year needs."""


class ContractBar(QWidget):
    """One lane holds lines that follow each other; running ones in the accent, open ends up to the right edge."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._lanes: list[list[ContractRow]] = []
        self._as_of = self._first = self._last = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_contracts(self, contracts: Sequence[ContractRow], as_of: date) -> None:
        """Show these lines as of a day."""
        known = [end for line in contracts if (end := line.ended_on or line.term_ends_on)]
        self._as_of = as_of
        self._first = min([as_of, *(line.starts_on for line in contracts)])
        self._last = max([as_of + _AHEAD, *known])
        self._lanes = lanes(contracts, self._last)[:_MOST]
        self.setAccessibleName(", ".join(self._said(line) for line in contracts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, max(1, len(self._lanes)) * _LANE + _YEARS + 4)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._line_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), tip(self._said(found)) if found else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, chosen = QPainter(self), theme.tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, lane in enumerate(self._lanes):
            for line in lane:
                painter.setBrush(theme.color(chosen.accent) if line.active else theme.color(chosen.muted, 130))
                painter.drawRoundedRect(self._box(line, place), 3, 3)
        at = self._x(self._as_of)
        painter.setPen(QPen(theme.color(chosen.text), 1.5))
        painter.drawLine(QPointF(at, 0), QPointF(at, len(self._lanes) * _LANE + 2))

    def _paint_years(self, painter: QPainter) -> None:
        chosen, foot = theme.tokens(), len(self._lanes) * _LANE + 2
        painter.setFont(theme.font(theme.SMALL))
        years = range(self._first.year + 1, self._last.year + 1)
        step = max(1, round(len(years) * _LABEL / max(1, self.width()) + 0.5))
        begun = self._x(date(years[0], 1, 1)) if years else float(self.width())
        for year in ([self._first.year] if begun >= _LABEL else []) + list(years[::step]):
            at = self._x(date(year, 1, 1))
            painter.setPen(theme.color(chosen.line))
            if at > 0:
                painter.drawLine(QPointF(at, 0), QPointF(at, foot))
            if at + _LABEL <= self.width():
                painter.setPen(theme.color(chosen.muted))
                painter.drawText(QRectF(at, foot, _LABEL, _YEARS), Qt.AlignmentFlag.AlignVCenter, str(year))

    def _x(self, on: date) -> float:
        whole = max(1, (self._last - self._first).days)
        return max(0, (on - self._first).days) / whole * (self.width() - 1)

    def _box(self, line: ContractRow, lane: int) -> QRectF:
        left, right = self._x(line.starts_on), self._x(until(line, self._last))
        return QRectF(left, lane * _LANE + 2, max(3.0, right - left - 1), _BAR)

    def _line_at(self, x: float, y: float) -> ContractRow | None:
        place = int(y // _LANE)
        lane = self._lanes[place] if 0 <= place < len(self._lanes) else []
        return next(
            (line for line in lane if self._box(line, place).left() <= x <= self._box(line, place).right()), None
        )

    def _said(self, line: ContractRow) -> str:
        language = self._frame.language
        what = " ".join(filter(None, (line.product, line.plan)))
        end = line.ended_on or line.term_ends_on
        span = f"{day(line.starts_on, language)}–{day(end, language) if end else ''}"
        return "  ".join(filter(None, (what, span, mrr_text(line, self._frame.currency, language))))


def mrr_text(line: ContractRow, currency: Currency, language: Language) -> str:
    """What a line brings a month: in its own currency, and beside it in the book's where there is a rate."""
    home = money(line.mrr, currency, language)
    if not line.currency:
        return home
    own = money(line.own_mrr, Currency(line.currency), language)
    return f"{own} ({home})" if line.mrr else own


def lanes(contracts: Sequence[ContractRow], last: date) -> list[list[ContractRow]]:
    """Lines that do not overlap share a lane, the earliest first."""
    made: list[list[ContractRow]] = []
    for line in sorted(contracts, key=lambda line: line.starts_on):
        free = next((lane for lane in made if until(lane[-1], last) < line.starts_on), None)
        if free is None:
            made.append([line])
        else:
            free.append(line)
    return made


def until(line: ContractRow, last: date) -> date:
    """The last day a line is drawn for: its end, its term, or the edge; a renewal that is undecided goes on."""
    return line.ended_on or (last if line.undecided else line.term_ends_on) or last
