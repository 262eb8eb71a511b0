"""A row of figure tiles that wraps to the width it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from csdesk.ui.widgets.tile import FigureTile
from csdesk.wording.charts import period_name
from csdesk.wording.few import chance_text, seen_text
from csdesk.wording.figures import UNMOVED, change_text, figure_text, holds_text, is_sum, note_text
from csdesk.wording.metrics import metric_name
from csdesk.wording.movements import MOVEMENTS
from csdesk.wording.speech import look_up
from csdesk.wording.targets import aim_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from csdesk.metrics.comparison import Comparison
    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.models.months import Period
    from csdesk.usecases.revenue import Tile

_MOVED = {"new_accounts": "new", "reactivated_accounts": "reactivation", "churned_accounts": "churn"}
_WIDTH, _GAP = 172, 8


class TileRow(QWidget):
    """Shows tiles as the pages' questions give them. `opened` carries the measure of the tile clicked.

    Empty tiles keep the place of those that are still being computed.
    """

    opened = Signal(object)

    def __init__(self, places: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[FigureTile] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._provide(places)

    def show_tiles(
        self,
        tiles: Sequence[Tile],
        language: Language,
        currency: Currency,
        *,
        said: Period | None = None,
        headed: Sequence[str] = (),
    ) -> None:
        """Show these figures, each with its change to the period before. `said` is the period that the page names; a
        rate of any other says its own. `headed` are words that go before the figures' names."""
        self._provide(len(tiles))
        for widget, tile, head in zip(self._tiles, tiles, headed or [""] * len(tiles), strict=True):
            now = tile.measure
            change = change_text(now, tile.before, currency, language)
            moved = bool(change) and not change.startswith(UNMOVED)
            chance = tile.chance if change else None
            said_of_chance = chance_text(chance, language) if chance else ""
            notes = (said_of_chance, _note(tile, language, currency), *_aim(tile, language, currency))
            widget.show_figure(
                " · ".join(filter(None, (head, metric_name(now.metric, language, now.base)))),
                figure_text(now, currency, language, short=True),
                period=_period(now, language, said),
                note="  ".join(filter(None, notes)),
                change=change,
                rises=_rises(tile) if moved else None,
                good=_better(tile) if moved and _says(chance) else None,
                measure=now,
                aside=seen_text(chance, language) if chance else "",
            )
        self._level()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        self._level()
        super().resizeEvent(event)

    def _level(self) -> None:
        """Give all tiles the height that the one with most to say needs."""
        columns = max(1, self._columns)
        width = (self.width() - (columns - 1) * _GAP) // columns
        lines = max((tile.lines_needed(width) for tile in self._tiles), default=1)
        for tile in self._tiles:
            tile.set_lines(lines)

    def _provide(self, places: int) -> None:
        while len(self._tiles) < places:
            tile = FigureTile("", self)
            tile.clicked.connect(self.opened)
            self._tiles.append(tile)
        for tile in self._tiles[places:]:
            tile.hide()
            tile.deleteLater()
        del self._tiles[places:]
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        """As many columns as fit, then the fewest that keep that number of rows, so that the last row is full."""
        fitting = max(1, (self.width() + _GAP) // (_WIDTH + _GAP))
        rows = -(-len(self._tiles) // fitting)
        columns = -(-len(self._tiles) // max(1, rows))
        if columns == self._columns or not self._tiles:
            return
        self._columns = columns
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.show()
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < columns))


def _period(measure: Measure, language: Language, said: Period | None) -> str:
    """For all but sums, the period the figure speaks of, unless the page says it: no rate stands without one."""
    period = measure.period
    if period is None or period == said or is_sum(measure):
        return ""
    return period_name(period, language)


def _beside(tile: Tile, language: Language) -> str:
    """What came and what went, beside a total that would say little without; a zero return is left out."""
    said = []
    for measure in tile.beside:
        kind = _MOVED.get(measure.metric, "")
        if measure.value or kind != "reactivation":
            said.append(f"{look_up(MOVEMENTS, kind, language)} {measure.value or 0}")
    return "  ".join(said)


def _note(tile: Tile, language: Language, currency: Currency) -> str:
    return _verdict(tile, language) or _beside(tile, language) or note_text(tile.measure, language, currency)


def _aim(tile: Tile, language: Language, currency: Currency) -> tuple[str, ...]:
    """The target and how far it is; of a figure that rests on too few the target alone."""
    from csdesk.usecases.targets import compared

    aim = compared(tile.measure, tile.target, currency) if tile.target else None
    if aim is None:
        return ()
    return aim_texts(aim, tile.measure.unit, currency, language)[: 1 if tile.measure.too_few else 2]


def _says(chance: Comparison | None) -> bool:
    """Whether a change may be called better or worse: not where it is within chance."""
    return chance is None or chance.low > 0 or chance.high < 0


def _verdict(tile: Tile, language: Language) -> str:
    return holds_text(tile.verdict.holds, tile.verdict.least, language) if tile.verdict else ""


def _rises(tile: Tile) -> bool | None:
    """Whether the figure is more than before; None where it is the same."""
    now, before = tile.measure.value, tile.before.value if tile.before else None
    return None if now is None or before is None or now == before else now > before


def _better(tile: Tile) -> bool | None:
    """Whether the change is for the better; None where it is neither."""
    from csdesk.metrics.catalogue import CATALOGUE
    from csdesk.metrics.entries.entry import Better
    from csdesk.metrics.metric_ids import MetricId

    rises = _rises(tile)
    better = Better.NONE if rises is None else CATALOGUE[MetricId(tile.measure.metric)].better
    return None if better is Better.NONE else rises is (better is Better.UP)
