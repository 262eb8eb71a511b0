"""The accounts behind a figure, each opening into its contract lines and the rows those came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from csdesk.metrics.health.why import tenths
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period
from csdesk.ui import theme
from csdesk.ui.plain import brief
from csdesk.usecases.explain_health import ExplainedFactor
from csdesk.usecases.explain_records import ExplainedRecord
from csdesk.wording.charts import period_name
from csdesk.wording.factors import factor_name
from csdesk.wording.figures import amount_text
from csdesk.wording.health import tenths_text
from csdesk.wording.speech import day, money, short, whole

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.ui.rows import Index
    from csdesk.usecases.explain import ExplainedAccount, Explanation
    from csdesk.usecases.explain_lines import ExplainedLine
    from csdesk.usecases.explain_users import ExplainedUser

    Behind: TypeAlias = ExplainedLine | ExplainedRecord | ExplainedFactor

_NAME, _PART, _WHOLE = range(3)
_SAMPLE, _PAD, _LINE_HEIGHT = 200, 20, 38
_TOP = 0
"""Internal id of an account's row; lines bear their account's position plus one."""


class ExplainModel(QAbstractItemModel):
    """Two levels: accounts, and below each its contract lines."""

    def __init__(self, language: Language, currency: Currency, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language, self._currency = language, currency
        self._rows: tuple[ExplainedAccount | ExplainedUser, ...] = ()
        self._units: tuple[str | None, str | None] = (None, None)
        self._of = Kind.ACCOUNT

    def show(self, explanation: Explanation) -> None:
        """Take another explanation."""
        from csdesk.usecases.figures import part_units

        self.beginResetModel()
        units = part_units(explanation.measure)
        self._of = explanation.measure.evidence.of
        self._rows, self._units = explanation.rows, (units[0], None) if self._of is Kind.COST else units
        self.endResetModel()

    def account_at(self, index: Index) -> ExplainedAccount | ExplainedUser:
        """The account of a row, be it its own or that of one of its lines."""
        return self._rows[index.row() if index.internalId() == _TOP else index.internalId() - 1]

    def table(self) -> list[list[str]]:
        """Everything as text, for copying: a row a contract line."""
        found = [[*self._headings(), self.tr("Contract"), self.tr("MRR"), self.tr("Source")]]
        if any(isinstance(line, ExplainedFactor) for row in self._rows for line in row.lines):
            found = [[*self._headings(), self.tr("Factor"), self.tr("Points"), self.tr("Source")]]
        elif any(isinstance(line, ExplainedRecord) for row in self._rows for line in row.lines):
            found = [[*self._headings(), self.tr("Record"), self.tr("Amount"), self.tr("Source")]]
        for row in self._rows:
            shares = [self._amount(row.part, _PART), self._amount(row.whole, _WHOLE)][: self.columnCount() - 1]
            for line in row.lines or (None,):
                about = ["", "", ""] if line is None else [self._about(line), self._mrr(line), self._source(line)]
                found.append([row.name, *shares, *about])
        return found

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        above = _TOP if parent is None or not parent.isValid() else parent.row() + 1
        return self.createIndex(row, column, above)

    def parent(self, index: Index | None = None) -> Any:  # noqa: ANN401 - Qt overloads it
        if index is None:
            return super().parent()
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self._rows)
        return len(self._rows[parent.row()].lines) if parent.internalId() == _TOP and parent.column() == 0 else 0

    def columnCount(self, _parent: Index | None = None) -> int:
        return 3 if self._units[1] else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own variant
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        line = self._line(index)
        if line is not None:
            return self._of_line(line, index.column(), role)
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            written = (row.name or self.tr("(without an account)"), row.part, row.whole)[index.column()]
            return brief(written) if isinstance(written, str) else self._amount(written, index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own variant
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings()[section]
        return None

    def _headings(self) -> list[str]:
        rows = {Kind.COST: self.tr("Cost"), Kind.CONTACT: self.tr("User")}.get(self._of, self.tr("Account"))
        names = [rows, self.tr("In the figure"), self.tr("Of (base)")]
        return names[: self.columnCount()]

    def _line(self, index: Index) -> Behind | None:
        above = index.internalId()
        return None if above == _TOP else self._rows[above - 1].lines[index.row()]

    def _of_line(self, line: Behind, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(120, _LINE_HEIGHT)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.color(theme.tokens().muted)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (f"{brief(self._about(line))}\n{brief(self._source(line))}", self._mrr(line), "")[column]
        return None

    def _about(self, line: Behind) -> str:
        if isinstance(line, ExplainedFactor):
            on = "" if line.on is None else day(line.on, self._language)
            value = self.tr("value {n}").format(n=whole(line.value))
            return " · ".join(filter(None, (factor_name(line.factor, self._language), value, on)))
        if isinstance(line, ExplainedRecord):
            on = "" if line.on is None else day(line.on, self._language)
            if line.on is not None and line.monthly:
                on = period_name(Period(Month.of(line.on)), self._language)
            return " · ".join(filter(None, (line.what, on)))
        end = day(line.ended_on, self._language) if line.ended_on else ""
        return " · ".join(filter(None, (line.product, f"{day(line.starts_on, self._language)}–{end}")))

    def _source(self, line: Behind) -> str:
        if isinstance(line, ExplainedFactor):
            source = self.tr("set by hand") if line.by_hand else self.tr("read from the book's records")
            return f"{source} · {line.profile}" if line.profile else source
        return line.source or self.tr("typed in here")

    def _mrr(self, line: Behind) -> str:
        if isinstance(line, ExplainedFactor):
            return tenths_text(tenths(line.points))
        if isinstance(line, ExplainedRecord):
            return "" if line.amount is None else short(line.amount)
        return money(line.mrr, self._currency, self._language)

    def _amount(self, amount: Any, column: int) -> str:  # noqa: ANN401 - a number of any kind
        unit = self._units[column - 1] or "count"
        return amount_text(amount, unit, self._currency, self._language)


class ExplainTree(QTreeView):
    """`opened` carries the account of the row that was double-clicked, or chosen with Enter."""

    opened = Signal(object)

    def __init__(self, language: Language, currency: Currency, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts = ExplainModel(language, currency, self)
        self.setModel(self._accounts)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(16)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.header().setStretchLastSection(False)
        self.doubleClicked.connect(self._open)

    @property
    def accounts(self) -> ExplainModel:
        """The model on show."""
        return self._accounts

    def show_explanation(self, explanation: Explanation) -> None:
        """Show the accounts behind a figure; a single one is opened at once."""
        self._accounts.show(explanation)
        header = self.header()
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in range(_PART, self._accounts.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, self._amount_width(column))
        if len(explanation.rows) == 1:
            self.expandAll()

    def _amount_width(self, column: int) -> int:
        """As narrow as its figures allow, for the names need the room."""
        model, across = self._accounts, Qt.Orientation.Horizontal
        figures = [str(model.index(row, column).data()) for row in range(min(_SAMPLE, model.rowCount()))]
        texts = [*figures, str(model.headerData(column, across))]
        return max(map(self.fontMetrics().horizontalAdvance, texts)) + _PAD

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self._accounts.account_at(index).account:
            self.opened.emit(self._accounts.account_at(index).account)
