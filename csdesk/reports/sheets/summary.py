"""Summary: one printed page with the figures beside those of the cover, how they changed, and four charts."""

from collections.abc import Mapping
from dataclasses import dataclass

from csdesk.reports.inks import OF_UNIT, Look, Show
from csdesk.reports.pack import Block, Sheet, Style
from csdesk.reports.sheets.cover import ON_COVER
from csdesk.reports.sheets.figures import FigureCells, change_shown, colour_change
from csdesk.reports.sheets.health import health
from csdesk.reports.sheets.movements import movement_charts
from csdesk.reports.sheets.retention import retention
from csdesk.wording.figures import figure_text, note_text

_COLUMNS, _TILE, _TILES = 12, 3, 8
_GRID = (12.0, 17.0, 2.5)
"""Widths of a tile's two columns and the gap after it."""
_FIRST_TILE, _TILE_HIGH = 3, 5
_CHART_ROWS, _CHART_HIGH = 11, 212


@dataclass(frozen=True, slots=True)
class Charted:
    """Where the charts' rows stand; None where there is nothing to draw."""

    movements: Block | None
    rates: Block | None
    bands: Block | None


def write_summary(sheet: Sheet, figures: Mapping[str, FigureCells], charted: Charted) -> None:
    """Up to eight tiles beside those of the cover, and the charts."""
    for column in range(_COLUMNS - 1):
        sheet.fix_width(column, _GRID[column % _TILE])
    sheet.opening()
    tiles = [tile for metric, tile in figures.items() if metric not in ON_COVER][:_TILES]
    for number, tile in enumerate(tiles):
        across, down = number % (_COLUMNS // _TILE), number // (_COLUMNS // _TILE)
        _write_tile(sheet, _FIRST_TILE + down * _TILE_HIGH, across * _TILE, tile)
    row = _FIRST_TILE + -(-len(tiles) // (_COLUMNS // _TILE)) * _TILE_HIGH
    last = _place_charts(sheet, row, charted)
    sheet.finish(last, _COLUMNS - 2, pages_high=1)


def _write_tile(sheet: Sheet, row: int, column: int, cells: FigureCells) -> None:
    """Four rows: name, figure, change beside the figure before, what it rests on."""
    pack, now = sheet.pack, cells.figure.now
    right = column + _TILE - 2
    show = OF_UNIT[now.unit]
    for offset, (look, shown, height) in enumerate(
        (
            (Look.TILE_NAME, Show.TEXT, 18),
            (Look.TILE_FIGURE, show, 30),
            (None, None, 16),
            (Look.TILE_NOTE, Show.TEXT, 16),
        )
    ):
        sheet.page.set_row(row + offset, height)
        if look is not None and shown is not None:
            sheet.page.merge_range(row + offset, column, row + offset, right, "", pack.ink(look, shown))
    sheet.put(row, column, pack.content.name_of(now.metric), look=Look.TILE_NAME)
    sheet.put(
        row + 1, column, cells.now or figure_text(now, pack.content.currency, pack.language), show, Look.TILE_FIGURE
    )
    sheet.put(row + 2, column, cells.change, change_shown(now.unit), Look.TILE_CHANGE)
    before = Style(show, Look.TILE_CHANGE, pack.phrase("previous"))
    sheet.put_as(row + 2, column + 1, cells.before, before)
    colour_change(sheet, row + 2, column, cells.figure)
    sheet.put(row + 3, column, note_text(now, pack.language, pack.content.currency), look=Look.TILE_NOTE)


def _place_charts(sheet: Sheet, row: int, charted: Charted) -> int:
    """Two by two, each half the page wide; the last row they cover."""
    pack = sheet.pack
    charts = []
    if charted.movements is not None:
        charts += reversed(movement_charts(pack, charted.movements))
    if charted.rates is not None:
        charts.append(retention(pack, charted.rates))
    if charted.bands is not None:
        charts.append(health(pack, charted.bands))
    for first in range(0, len(charts), 2):
        sheet.place_charts(row + first // 2 * _CHART_ROWS, _COLUMNS - 2, charts[first : first + 2], _CHART_HIGH)
    return row + -(-len(charts) // 2) * _CHART_ROWS
