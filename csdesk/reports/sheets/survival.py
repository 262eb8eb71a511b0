"""Survival: the share of customers still there after so many months, each step live from the one before."""

from csdesk.reports.charting import survival_chart
from csdesk.reports.content import BoardContent
from csdesk.reports.inks import Look, Show
from csdesk.reports.lines import SurvivalLine
from csdesk.reports.pack import CHARTS_HIGH, FIRST_ROW, Block, Cell, Column, Live, Sheet
from csdesk.reports.workbooks import cell

_COLUMNS = (
    ("months_after", Show.COUNT), ("at_risk", Show.COUNT), ("left_then", Show.COUNT), ("seen_last", Show.COUNT),
    ("still_there", Show.PERCENT), ("low", Show.PERCENT), ("high", Show.PERCENT),
)  # fmt: skip
_MONTHS, _AT_RISK, _LEFT, _SEEN, _SHARE, _LOW, _HIGH = range(len(_COLUMNS))
_HEAD = FIRST_ROW + CHARTS_HIGH
_LAST = 10
"""The last column printed."""
_STAIR = _LAST + 2
"""Beside the page: the curve as stairs, two rows a step: months, share, low, high."""


def write_survival(sheet: Sheet) -> None:
    """The curve as a chart of stairs with its band, and the table that it is made from."""
    pack, steps = sheet.pack, sheet.pack.content.survival
    sheet.opening(_median_sentence(sheet))
    columns = [Column(pack.heading(key), show) for key, show in _COLUMNS]
    block = sheet.table(_HEAD, columns, [_cells(_HEAD + 1 + n, steps, n) for n in range(len(steps))])
    sheet.name_table(block, len(_COLUMNS) - 1)
    for column in range(len(_COLUMNS), _LAST + 1):
        sheet.widen(column, 8)
    stairs = _write_stairs(sheet, block, steps)
    sheet.place_charts(FIRST_ROW, _LAST, [survival_chart(pack, stairs, _STAIR)], 290)
    sheet.page.freeze_panes(_HEAD + 1, 0)
    sheet.finish(block.last, _LAST, repeat=_HEAD)


def median_months(content: BoardContent) -> int | None:
    """The first number of months by which half or more have left; None while it is not reached."""
    return next((line.months for line in content.survival if line.share * 2 <= 1), None)


def _median_sentence(sheet: Sheet) -> str:
    months = median_months(sheet.pack.content)
    return sheet.pack.phrase("no_median") if months is None else sheet.pack.phrase("median", months=months)


def _cells(row: int, steps: tuple[SurvivalLine, ...], number: int) -> list[Cell]:
    step = steps[number]
    kept = f"(1-{cell(row, _LEFT)}/{cell(row, _AT_RISK)})"
    share = f"={cell(row - 1, _SHARE)}*{kept}" if number else f"={kept[1:-1]}"
    return [step.months, step.at_risk, step.left, step.seen_last, Live(share, float(step.share)), step.low, step.high]


def _write_stairs(sheet: Sheet, block: Block, steps: tuple[SurvivalLine, ...]) -> Block:
    """For each step the level before it and its own, at the same month."""
    row = block.first
    for number, step in enumerate(steps):
        for source, line in ((number - 1, steps[max(0, number - 1)]), (number, step)):
            if source < 0:
                continue
            at, level = block.first + number, block.first + source
            sheet.put(row, _STAIR, Live(f"={cell(at, _MONTHS)}", step.months), Show.COUNT, Look.NOTE)
            sheet.put(row, _STAIR + 1, Live(f"={cell(level, _SHARE)}", float(line.share)), Show.PERCENT, Look.NOTE)
            for offset, (column, bound) in enumerate(((_LOW, line.low), (_HIGH, line.high)), 2):
                if bound is not None:
                    sheet.put(row, _STAIR + offset, Live(f"={cell(level, column)}", bound), Show.PERCENT, Look.NOTE)
            row += 1
    return Block(sheet.name, block.first, row - 1)
