"""CMRR: from today's MRR to what is signed and known, step by step, each the sum of the accounts below."""

from fractions import Fraction

from csdesk.metrics.measure import Measure
from csdesk.metrics.metric_ids import MetricId
from csdesk.reports.charting import bridge_chart
from csdesk.reports.inks import Look, Show
from csdesk.reports.pack import FIRST_ROW, Block, Cell, Column, Live, Pack, Sheet
from csdesk.reports.workbooks import cell

_STEP, _MRR, _ACCOUNTS = 0, 1, 2
_ROOM = 15
"""Rows for the bridge and the chart beside it."""
_HEAD = FIRST_ROW + _ROOM + 1
_LISTED_STEP, _LISTED_MRR = 0, 1
_LOSSES = {MetricId.CMRR_WITHDRAWALS, MetricId.CMRR_DOWNGRADES}


def write_committed(sheet: Sheet) -> Live:
    """The bridge as a table and a chart, and the accounts behind its steps; returns CMRR."""
    pack, content = sheet.pack, sheet.pack.content
    sheet.opening(days=content.committed_days)
    rows: list[tuple[Cell, ...]] = [
        (_step(pack, line.metric), pack.main(line.mrr), line.name) for line in content.committed
    ]
    heads = [Column(pack.heading("step")), Column(pack.heading("mrr"), Show.MONEY), Column(pack.heading("account"))]
    listed = sheet.table(_HEAD, heads, rows)
    sheet.name_table(listed, len(heads) - 1)
    bridge = _write_bridge(sheet, listed)
    chart = bridge_chart(pack, Block(sheet.name, bridge.first + 1, bridge.last - 1), _MRR)
    chart.set_size({"width": 560, "height": 19 * _ROOM})
    sheet.page.insert_chart(FIRST_ROW, _ACCOUNTS + 1, chart, {"object_position": 2, "x_offset": 12})
    sheet.finish(max(listed.last, listed.first), _ACCOUNTS + 9)
    return Live(f"={sheet.there(bridge.last, _MRR)}", pack.value(content.bridge[-1]) or 0.0)


def _step(pack: Pack, metric: str) -> str:
    return pack.heading(metric)


def _write_bridge(sheet: Sheet, listed: Block) -> Block:
    """MRR, its gains and losses until the horizon, and CMRR as their live sum."""
    pack, steps = sheet.pack, sheet.pack.content.bridge
    heads = (("step", Show.TEXT), ("mrr", Show.MONEY), ("count", Show.COUNT))
    sheet.heads(FIRST_ROW, [Column(pack.heading(key), show) for key, show in heads])
    block = Block(sheet.name, FIRST_ROW + 1, FIRST_ROW + len(steps))
    for row, step in enumerate(steps, block.first):
        ends = row in {block.first, block.last}
        look = Look.TOTAL if ends else Look.BODY
        sheet.put(row, _STEP, _step(pack, step.metric), look=look)
        value = _signed(step)
        sheet.put(row, _MRR, _amount(sheet, block, listed, row, step), Show.MONEY, look)
        sheet.put(row, _ACCOUNTS, None if ends else len(step.evidence.ids), Show.COUNT, look)
        sheet.widen(_MRR, sheet.width_of(pack.main(value), Show.MONEY))
        sheet.widen(_STEP, sheet.width_of(_step(pack, step.metric), Show.TEXT))
    return block


def _signed(step: Measure) -> Fraction:
    value = Fraction(step.value or 0)
    return -value if step.metric in _LOSSES else value


def _amount(sheet: Sheet, block: Block, listed: Block, row: int, step: Measure) -> Cell:
    value = sheet.pack.main(_signed(step))
    if row == block.first:
        return value
    if row == block.last:
        return Live(f"=SUM({cell(block.first, _MRR)}:{cell(block.last - 1, _MRR)})", value)
    words, mrr = listed.here(_LISTED_STEP), listed.here(_LISTED_MRR)
    return Live(f"=SUMIF({words},{cell(row, _STEP)},{mrr})", value)
