"""Unit economics: what a customer is worth and costs, period by period, LTV / CAC as a live division."""

import math

from csdesk.metrics.measure import Measure
from csdesk.reports.charting import worth_chart
from csdesk.reports.inks import Show
from csdesk.reports.lines import WorthLine
from csdesk.reports.pack import CHARTS_HIGH, FIRST_ROW, Cell, Column, Live, Pack, Sheet
from csdesk.reports.workbooks import cell
from csdesk.wording.charts import period_name
from csdesk.wording.reports import WHY
from csdesk.wording.speech import look_up

_COLUMNS = (
    ("period", Show.TEXT), ("new_accounts", Show.COUNT), ("cac", Show.MONEY), ("ltv", Show.MONEY),
    ("ltv_to_cac", Show.RATIO), ("cac_payback", Show.MONTHS), ("note", Show.TEXT),
)  # fmt: skip
_PERIOD, _NEW, _CAC, _LTV, _RATIO, _PAYBACK, _NOTE = range(len(_COLUMNS))
_HEAD = FIRST_ROW + CHARTS_HIGH


def write_economics(sheet: Sheet) -> None:
    """The chart of both amounts, and the table."""
    pack, lines = sheet.pack, sheet.pack.content.worth
    sheet.opening()
    columns = [Column(pack.heading(key), show) for key, show in _COLUMNS]
    block = sheet.table(_HEAD, columns, [_cells(pack, row, line) for row, line in enumerate(lines, _HEAD + 1)])
    sheet.name_table(block, _NOTE)
    sheet.widen(_NOTE, 40)
    sheet.place_charts(FIRST_ROW, _NOTE, [worth_chart(pack, block, {"ltv": _LTV, "cac": _CAC})])
    sheet.finish(block.last, _NOTE, repeat=_HEAD)


def _cells(pack: Pack, row: int, line: WorthLine) -> list[Cell]:
    new, cac, ltv, payback = (pack.value(measure) for measure in (line.new, line.cac, line.ltv, line.payback))
    ratio: Cell = None
    told = pack.value(line.ratio)
    if told is not None:
        divides = cac and ltv is not None and math.isclose(ltv / cac, told, rel_tol=1e-9)
        ratio = Live(f"={cell(row, _LTV)}/{cell(row, _CAC)}", told) if divides else told
    return [period_name(line.period, pack.language), new, cac, ltv, ratio, payback, _note(pack, line)]


def _note(pack: Pack, line: WorthLine) -> str:
    """Why a figure is missing or only a bound, by its name."""
    named = {"cac": line.cac, "ltv": line.ltv, "cac_payback": line.payback}
    return pack.phrase("and").join(f"{pack.heading(key)}: {_why(pack, m)}" for key, m in named.items() if m.why)


def _why(pack: Pack, measure: Measure) -> str:
    assert measure.why is not None
    return look_up(WHY, measure.why, pack.language)
