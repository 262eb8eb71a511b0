"""The columns of a table as a person arranges them: widths, order, which are shown; remembered by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from csdesk.ui.plain import brief, literal
from csdesk.ui.rows import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from csdesk.ui.rows import Column, RowsModel
    from csdesk.ui.widgets.ranges import RangeTable

_SAMPLE, NARROWEST, _WIDEST, _USUAL = 80, 48, 360, 100
_PAD, _BADGE, _ARROW = 20, 40, 28
"""Room beside a cell's text, a badge's text and a heading."""
HEADING_PAD = 12
"""Room beside a heading that is not sorted by."""
_LEAST_NAME, _LEAST_TEXT = 150, 96
"""What words may be cut down to where the room is short, names last; figures are never cut, their headings broken."""
_BREAK_BEFORE, _BREAK_AFTER = "（(", " ・"


@dataclass(frozen=True, slots=True)
class Need:
    """What a column asks for: `wish` with room enough, `whole` so that nothing in it is cut, `least` at worst, which
    a `name` comes to last."""

    wish: int
    whole: int
    least: int
    name: bool = False


def two_lines(text: str, width: Callable[[str], int]) -> tuple[str, ...]:
    """The text on the two lines that are narrowest together, broken between words or before a bracket; Japanese, which
    has no spaces, where it must be. One line where there is no place to break it."""
    places = [at for at in range(1, len(text)) if text[at] in _BREAK_BEFORE or text[at - 1] in _BREAK_AFTER]
    if not places and not text.isascii():
        places = list(range(2, len(text) - 1))
    pairs = ((text[:at].strip(), text[at:].strip()) for at in places)
    return min(pairs, key=lambda pair: max(map(width, pair)), default=(text,))


def shared_out(needs: Sequence[Need], room: int) -> list[int]:
    """Widths that fill the room without passing it, as far as the least widths allow.

    Where it is short, generous columns give first, then the widest of those that hold words, names last; where there is
    more than the wishes, columns whose words would be cut take it. What is left over stays empty, so that the figures
    of a row stand close together.
    """
    widths = [need.wish for need in needs]
    modest = [min(need.wish, need.whole) for need in needs]
    named = [mild if need.name else need.least for need, mild in zip(needs, modest, strict=True)]
    for floor in (modest, named, [need.least for need in needs]):
        widths = _lowered(widths, floor, room)
    wanting = [need.whole if need.least < need.whole else width for need, width in zip(needs, widths, strict=True)]
    return _raised(widths, wanting, room)


def _lowered(widths: list[int], floor: list[int], room: int) -> list[int]:
    """The widest give until all fit, none below its floor."""
    if sum(widths) <= room:
        return widths
    low, high = 0, max(widths, default=0)
    while low < high:
        level = (low + high + 1) // 2
        if sum(_at_level(widths, floor, level)) <= room:
            low = level
        else:
            high = level - 1
    return _at_level(widths, floor, low)


def _at_level(widths: list[int], floor: list[int], level: int) -> list[int]:
    return [max(min(width, level), min(width, least)) for width, least in zip(widths, floor, strict=True)]


def _raised(widths: list[int], wanting: list[int], room: int) -> list[int]:
    """What is left over goes to those that want more, the nearest to contentment first."""
    left = room - sum(widths)
    raised = list(widths)
    hungry = sorted((want - width, place) for place, (width, want) in enumerate(zip(widths, wanting, strict=True)))
    hungry = [(more, place) for more, place in hungry if more > 0]
    while hungry and left > 0:
        more, place = hungry[0]
        given = min(more, left // len(hungry))
        raised[place] += given
        left -= given
        hungry = hungry[1:]
    return raised


class SheetColumns(QObject):
    """Works on the table's own header. `arranged` tells that something changed, to be remembered as `arrangement`."""

    arranged = Signal()

    def __init__(self, view: RangeTable, model: RowsModel[Any]) -> None:
        super().__init__(view)
        self._view, self._rows = view, model
        self.by_hand = False
        """Whether the person has arranged them; then they are never fitted again."""
        self.arranged.connect(self._remember)
        self._needs: dict[str, Need] = {}
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_: self.arranged.emit())

    def fit(self) -> None:
        """Measure a sample of the cells, and share out the room by what they need; nothing to be remembered."""
        count = self._rows.rowCount()
        sample = [self._rows.row_at(row) for row in range(0, count, max(1, count // _SAMPLE))]
        self._needs = {column.key: self._need(column, sample) for column in self._rows.columns}
        self.share_out()

    def share_out(self) -> None:
        """Share out the room there is now, unless the person has arranged the columns or nothing was measured yet."""
        seen = [place for place, column in enumerate(self._rows.columns) if column.key in self._needs]
        seen = [place for place in seen if self.is_seen(place)]
        if self.by_hand or not seen:
            return
        needs = [self._needs[self._rows.columns[place].key] for place in seen]
        with QSignalBlocker(self):
            for place, width in zip(seen, shared_out(needs, self._view.room()), strict=True):
                if self._view.columnWidth(place) != width:
                    self._view.setColumnWidth(place, width)
        self._view.updateGeometries()

    def _need(self, column: Column[Any], sample: Sequence[Any]) -> Need:
        advance = self._view.fontMetrics().horizontalAdvance
        heading = max(NARROWEST, advance(column.heading) + _ARROW)
        if column.look is Look.SPARK:
            return Need(column.width or heading, column.width or heading, heading)
        widest = max((advance(brief(column.text(row))) for row in sample), default=0)
        inside = widest + (_BADGE if column.look is Look.BAND else _PAD)
        whole = max(heading, inside)
        wish = max(NARROWEST, column.width or min(_WIDEST, whole))
        name = column.look in {Look.NAME, Look.TITLE}
        broken = max(NARROWEST, *(advance(line) + _PAD for line in two_lines(column.heading, advance)))
        least = _LEAST_NAME if name else _LEAST_TEXT if column.look is Look.TEXT else inside
        return Need(wish, whole, min(wish, whole, max(broken, least)), name=name)

    def arrangement(self) -> dict[str, object]:
        """Order, widths and hidden columns by key, as the person left them."""
        header, columns = self._view.horizontalHeader(), self._rows.columns
        shown = {column.key: place for place, column in enumerate(columns) if self.is_seen(place)}
        return {
            "order": [columns[header.logicalIndex(seen)].key for seen in range(header.count())],
            "widths": {key: self._view.columnWidth(place) for key, place in shown.items()},
            "hidden": [column.key for column in columns if column.key not in shown],
        }

    def arrange(self, arrangement: Mapping[str, Any]) -> None:
        """Bring back an `arrangement`; columns it does not name stay as they are."""
        header = self._view.horizontalHeader()
        self._remember()
        with QSignalBlocker(self):
            for seen, place in enumerate(self._places(arrangement.get("order", ()))):
                header.moveSection(header.visualIndex(place), seen)
            for key, width in arrangement.get("widths", {}).items():
                for place in self._places((key,)):
                    self._view.showColumn(place)
                    self._view.setColumnWidth(place, int(width))
            for place in self._places(arrangement.get("hidden", ())):
                self._view.hideColumn(place)

    def menu(self) -> QMenu:
        """The column chooser; the first column always stays."""
        made = QMenu(self._view)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(self._rows.columns):
            action = QAction(literal(column.heading), made)
            action.setCheckable(True)
            action.setChecked(self.is_seen(place))
            action.setEnabled(place > 0)
            action.toggled.connect(lambda shown, place=place: self.show_column(place, shown=shown))
            made.addAction(action)
        return made

    def show_column(self, place: int, *, shown: bool) -> None:
        """Show or hide a column."""
        self._view.setColumnHidden(place, not shown)
        if shown and self._view.columnWidth(place) < NARROWEST:
            self._view.setColumnWidth(place, _USUAL)
        self.arranged.emit()

    def is_seen(self, place: int) -> bool:
        """Whether a column is shown."""
        return not self._view.isColumnHidden(place)

    def _resized(self, place: int) -> None:
        header = self._view.horizontalHeader()
        if not (header.stretchLastSection() and header.visualIndex(place) == header.count() - 1):
            self.arranged.emit()

    def _remember(self) -> None:
        self.by_hand = True

    def _choose(self, at: QPoint) -> None:
        self.menu().popup(self._view.horizontalHeader().mapToGlobal(at))

    def _places(self, keys: Any) -> list[int]:  # noqa: ANN401 - whatever was remembered
        found = [self._rows.column_place(str(key)) for key in keys]
        return [place for place in found if place >= 0]
