"""The one table model: frozen rows shown through an order array, which sorting and filtering replace."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from csdesk.ui.folding import folded, sought
from csdesk.ui.ordering import Ordering
from csdesk.ui.plain import tip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Band

R = TypeVar("R")
Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW_ROLE = Role.UserRole
"""The frozen row itself."""


class Look(Enum):
    """How a column is drawn. NAME leads to what its row is about; TITLE says what that is, and leads nowhere."""

    TEXT = auto()
    NAME = auto()
    TITLE = auto()
    NUMBER = auto()
    BAND = auto()
    SPARK = auto()
    CHANGE = auto()


class Tone(Enum):
    """What a cell asks of its reader; a colour beside its words."""

    PLAIN = auto()
    QUIET = auto()
    WARN = auto()
    BAD = auto()


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column. `value` sorts (None and '' last, whichever the direction), `text` is read; `typed` gives the text an
    edit starts from, None where the column is not edited; `sums` words the sum and count of the shown rows' values;
    `measure` is what a cell opens; `strong` says which cells are set in bold."""

    key: str
    heading: str
    value: Callable[[R], object]
    text: Callable[[R], str]
    look: Look = Look.TEXT
    width: int = 0
    typed: Callable[[R], str] | None = None
    choices: tuple[str, ...] = ()
    sums: Callable[[float, int], str] | None = None
    tone: Callable[[R], Tone] | None = None
    tip: Callable[[R], str] | None = None
    band: Callable[[R], Band] | None = None
    measure: Callable[[R], Measure] | None = None
    strong: Callable[[R], bool] | None = None
    hidden: bool = False
    """Not shown until the person chooses it."""


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """Rows with the folded text that each is found by; made off the window's thread, for it takes a while."""

    rows: tuple[R, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, columns: Sequence[Column[R]], rows: Iterable[R]) -> Found[R]:
        """The rows, found by everything their columns say."""
        kept = tuple(rows)
        says = [column.text for column in columns if column.look is not Look.SPARK]
        return cls(kept, tuple(folded("\t".join([say(row) for say in says])) for row in kept))

    @classmethod
    def unsearched(cls, rows: Iterable[R]) -> Found[R]:
        """Rows of a table that nobody filters, without the text it would take."""
        kept = tuple(rows)
        return cls(kept, ("",) * len(kept))


@dataclass(frozen=True, slots=True)
class Typed(Generic[R]):
    """One cell as the person typed it."""

    row: R
    key: str
    text: str


def _identity(row: object) -> object:
    return getattr(row, "id", row)


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows in the order of the last sort, those that pass the filter. `edited` carries a tuple of `Typed`: one step,
    however many cells; typed text is shown at once and gives way to the next rows."""

    edited = Signal(object)
    sums_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        parent: QObject | None = None,
        *,
        identity: Callable[[R], object] = _identity,
    ) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[R], ...] = tuple(columns)
        self._identity = identity
        self._found: Found[R] = Found((), ())
        self._ids: tuple[object, ...] = ()
        self._ordering: Ordering[R] = Ordering()
        self._ordering.take((), (), [column.value for column in self.columns])
        self._order: NDArray[np.intp] = self._ordering.places()
        self._typed: dict[tuple[object, str], str] = {}

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show(self, found: Found[R], columns: Sequence[Column[R]] | None = None, *, anew: bool = False) -> None:
        """Take new rows. Where they are the same rows of a table that is typed into, with other values, nothing moves,
        whatever the sort; `anew` sorts and filters them all the same, as of another day."""
        ids = tuple(map(self._identity, found.rows))
        same = ids == self._ids and (columns is None or _keys_of(columns) == _keys_of(self.columns))
        same = same and not anew and (self._ordering.by is None or any(column.typed for column in self.columns))
        if not same:
            self.beginResetModel()
        self.columns = tuple(columns) if columns is not None else self.columns
        self._found, self._ids = found, ids
        self._ordering.take(found.rows, found.texts, [column.value for column in self.columns])
        self._typed.clear()
        if same:
            self.say_all_changed()
        else:
            self._order = self._ordering.places()
            self.endResetModel()
        self.sums_changed.emit()

    def show_rows(self, rows: Iterable[R]) -> None:
        """Take a modest number of rows (some hundreds) without preparing them elsewhere."""
        self.show(Found.of(self.columns, rows))

    def filter(self, text: str) -> None:
        """Show the rows whose text holds every word typed, whatever its width, case or kana."""
        self._ordering.words = tuple(sought(text).split())
        self._rearrange()

    def keep(self, test: Callable[[R], bool] | None) -> None:
        """Show the rows that pass the test of a view, within the filter."""
        self._ordering.test = test
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column, rows without a value last; column -1 brings back the order in which the rows came."""
        known = 0 <= column < len(self.columns)
        self._ordering.by = (column, order is Qt.SortOrder.DescendingOrder) if known else None
        self._rearrange()

    def row_at(self, position: int) -> R:
        """The row shown at that position."""
        found: R = self._found.rows[self._order[position]]
        return found

    def rows_shown(self) -> tuple[R, ...]:
        """Every row shown, in order."""
        return tuple(self._found.rows[place] for place in self._order)

    def position_of(self, identity: object) -> int:
        """Where a row is shown; -1 where it is not."""
        try:
            place = self._ids.index(identity)
        except ValueError:
            return -1
        hits = np.nonzero(self._order == place)[0]
        return int(hits[0]) if hits.size else -1

    def identity_at(self, position: int) -> object:
        """What makes the row at that position itself."""
        return self._ids[self._order[position]]

    def sums(self) -> tuple[str, ...]:
        """The footer: one text a column, '' where the column has no sum."""
        return tuple(self._sum(place, column) for place, column in enumerate(self.columns))

    @property
    def whole(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._found.rows)

    def column_place(self, key: str) -> int:
        """The position of a column by its key; -1 where there is none."""
        return next((place for place, column in enumerate(self.columns) if column.key == key), -1)

    # -- editing ---------------------------------------------------------------------------------------------------

    def change(self, cells: Iterable[tuple[int, int, str]]) -> int:
        """Type text into cells (row position, column position, text) as one step; returns how many could be taken."""
        taken = [(row, column, text) for row, column, text in cells if self._accepts(row, column)]
        told = []
        for row, column, text in taken:
            key = self.columns[column].key
            if text != self.text_to_edit(row, column):
                told.append(Typed(self.row_at(row), key, text))
                self._typed[self.identity_at(row), key] = text
        if told:
            self.say_all_changed()
            self.edited.emit(tuple(told))
        return len(taken)

    def forget_typed(self) -> None:
        """Show what the rows say again, after the typed text was refused."""
        self._typed.clear()
        self.say_all_changed()

    def say_all_changed(self) -> None:
        """Draw every cell anew: what the columns say of the rows has changed."""
        if len(self._order) and self.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(self.columns) - 1))

    def text_to_edit(self, row: int, column: int) -> str:
        """The text an edit of that cell starts from, and the text that is copied."""
        chosen = self.columns[column]
        typed = self._typed.get((self.identity_at(row), chosen.key))
        if typed is not None:
            return typed
        return (chosen.typed or chosen.text)(self.row_at(row))

    def _accepts(self, row: int, column: int) -> bool:
        inside = 0 <= row < len(self._order) and 0 <= column < len(self.columns)
        return inside and self.columns[column].typed is not None

    # -- Qt's questions --------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own variant
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.row_at(index.row())
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            typed = self._typed.get((self.identity_at(index.row()), column.key)) if self._typed else None
            return column.text(row) if typed is None else typed
        if role == Role.EditRole:
            return self.text_to_edit(index.row(), index.column())
        if role == Role.TextAlignmentRole:
            return alignment(column.look)
        if role == Role.ToolTipRole:
            return tip(column.tip(row)) if column.tip else None
        return row if role == ROW_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's own variant
        return role == Role.EditRole and self.change([(index.row(), index.column(), str(value))]) > 0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own variant
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return str(section + 1) if role == Role.DisplayRole else None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self.columns[section].heading
        return alignment(self.columns[section].look) if role == Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].typed is not None:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    # -- within ----------------------------------------------------------------------------------------------------

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._order = self._ordering.places()
        self.endResetModel()
        self.sums_changed.emit()

    def _sum(self, place: int, column: Column[R]) -> str:
        if column.sums is None:
            return ""
        shown = self._ordering.keys(place)[self._order]
        return column.sums(float(np.nansum(shown)), int(np.count_nonzero(~np.isnan(shown))))


def _keys_of(columns: Sequence[Column[Any]]) -> tuple[str, ...]:
    return tuple(column.key for column in columns)


def alignment(look: Look) -> Qt.AlignmentFlag:
    """Figures right, so that their digits stand under each other; all else left."""
    side = Qt.AlignmentFlag.AlignRight if look in (Look.NUMBER, Look.CHANGE) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
