"""Movements: month by month from start to end, each end a live sum, checked against the contracts' own count."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from csdesk.metrics.engine.movements import MOVEMENTS, Movement
from csdesk.metrics.measure import Measure
from csdesk.metrics.metric_ids import MetricId
from csdesk.reports.charting import movements_chart, mrr_chart
from csdesk.reports.content import MovementLine
from csdesk.reports.inks import Look, Show
from csdesk.reports.pack import CHARTS_HIGH, FIRST_ROW, Block, Column, Live, Pack, Sheet
from csdesk.reports.workbooks import Chart, cell
from csdesk.wording.charts import period_name

_MONTH, _START, _NEW, _CONTRACTION, _CHURN = 0, 1, 2, 5, 6
_HEAD = FIRST_ROW + CHARTS_HIGH
"""Headings of the table, under the charts."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where columns stand: the effect of exchange rates has one only where a book has several currencies. Beside the
    printed page (`shadow` on): minus contraction, minus churn, measured end, difference."""

    rates: bool

    @property
    def movements(self) -> tuple[Movement, ...]:
        return (*MOVEMENTS, Movement.FX) if self.rates else MOVEMENTS

    @property
    def end(self) -> int:
        return _NEW + len(self.movements)

    @property
    def net(self) -> int:
        return self.end + 1

    @property
    def note(self) -> int:
        return self.end + 2

    @property
    def shadow(self) -> int:
        return self.end + 4

    @property
    def measured(self) -> int:
        return self.end + 6

    @property
    def check(self) -> int:
        return self.end + 7

    @property
    def charted(self) -> dict[Movement, int]:
        """Where the chart finds each movement: losses where they are below zero."""
        losses = {Movement.CONTRACTION: self.shadow, Movement.CHURN: self.shadow + 1}
        return {movement: _NEW + place for place, movement in enumerate(self.movements)} | losses


def _layout(pack: Pack) -> _Layout:
    return _Layout(any(line.fx is not None for line in pack.content.movements))


_METRICS = (
    MetricId.NEW_MRR,
    MetricId.REACTIVATION_MRR,
    MetricId.EXPANSION_MRR,
    MetricId.CONTRACTION_MRR,
    MetricId.CHURNED_MRR,
    MetricId.FX_EFFECT,
)
"""The figure that the sum of each movement's column is."""


@dataclass(frozen=True, slots=True)
class MovementsPlace:
    """Where the months stand, and what their cells say live: metric id to cell and value."""

    block: Block
    live: dict[str, Live]
    checks: str
    gap: float
    """Sum of the absolute differences of all months, now."""
    net: Live | None = None
    """The net change of the reported period; None where its months are not here."""


def write_movements(sheet: Sheet) -> MovementsPlace:
    """The table, its totals and the stacked chart."""
    content, pack = sheet.pack.content, sheet.pack
    at = _layout(pack)
    sheet.opening()
    lines = content.movements
    head = _HEAD
    block = Block(sheet.name, head + 1, head + len(lines))
    sheet.heads(head, _columns(sheet))
    for number, line in enumerate(lines):
        _write_line(sheet, block.first + number, line, lines[number - 1] if number else None)
    if not lines:
        sheet.put(head + 1, 0, pack.phrase("empty"), look=Look.NOTE)
    last, live, net = _totals(sheet, block) if lines else (head + 1, {}, None)
    sheet.name_table(block, at.note)
    if lines:
        sheet.place_charts(FIRST_ROW, at.note, movement_charts(pack, block))
    sheet.finish(last, at.note, repeat=head)
    gap = sum(abs(_difference(sheet, line)) for line in lines)
    return MovementsPlace(block, live, block.column(at.check), gap, net)


def movement_charts(pack: Pack, block: Block) -> tuple[Chart, Chart]:
    """The months as movements, and as MRR at the end of each."""
    at = _layout(pack)
    return movements_chart(pack, block, at.charted, at.net), mrr_chart(pack, block, at.end)


def _columns(sheet: Sheet) -> list[Column]:
    pack = sheet.pack
    money = [Column(pack.heading(key), Show.MONEY) for key in ("start", *_layout(pack).movements, "end", "net")]
    losses = (Movement.CONTRACTION, Movement.CHURN)
    shadow = [Column(f"−{pack.heading(key)}", Show.MONEY, Look.NOTE) for key in losses]
    checks = [Column(pack.heading(key), Show.MONEY, Look.NOTE) for key in ("measured_end", "check")]
    return [Column(pack.heading("month")), *money, Column(pack.heading("note")), Column(""), *shadow, *checks]


def _write_line(sheet: Sheet, row: int, line: MovementLine, before: MovementLine | None) -> None:
    pack, at = sheet.pack, _layout(sheet.pack)
    look = Look.MARKED if pack.content.period.first <= line.period.first <= pack.content.period.last else Look.BODY
    sheet.put(row, _MONTH, period_name(line.period, pack.language), look=look)
    sheet.widen(_MONTH, 12)
    carried = before is not None and _exact(before.end) == _exact(line.start)
    start = pack.main(_exact(line.start))
    sheet.put(row, _START, Live(f"={cell(row - 1, at.end)}", start) if carried else start, Show.MONEY, look)
    for offset, flow in enumerate(_flows(line)):
        sheet.put(row, _NEW + offset, pack.main(flow), Show.MONEY, look)
    end = pack.main(_sum(line))
    sheet.put(row, at.end, Live(f"={_balance(row, at)}", end), Show.MONEY, look)
    sheet.put(row, at.net, Live(f"={cell(row, at.end)}-{cell(row, _START)}", end - start), Show.MONEY, look)
    sheet.put(row, at.note, "" if line.complete else pack.phrase("incomplete"), look=look)
    sheet.widen(at.note, 0 if line.complete else sheet.width_of(pack.phrase("incomplete"), Show.TEXT))
    for column in range(_START, at.note):
        sheet.widen(column, sheet.width_of(end, Show.MONEY))
    _write_shadow(sheet, row, line)


def _write_shadow(sheet: Sheet, row: int, line: MovementLine) -> None:
    """Beside the page: losses below zero for the chart, and the end as the contracts have it."""
    pack, at = sheet.pack, _layout(sheet.pack)
    for offset, (source, loss) in enumerate(((_CONTRACTION, line.contraction), (_CHURN, line.churn))):
        value = -pack.main(_exact(loss))
        sheet.put(row, at.shadow + offset, Live(f"=-{cell(row, source)}", value), Show.MONEY, Look.NOTE)
    sheet.put(row, at.measured, pack.main(_exact(line.end)), Show.MONEY, Look.NOTE)
    difference = Live(f"=ROUND({cell(row, at.end)}-{cell(row, at.measured)},4)", _difference(sheet, line))
    sheet.put(row, at.check, difference, Show.MONEY, Look.NOTE)
    for column in range(at.shadow, at.check + 1):
        sheet.widen(column, sheet.width_of(pack.main(_exact(line.end)), Show.MONEY))


def _totals(sheet: Sheet, block: Block) -> tuple[int, dict[str, Live], Live | None]:
    """Sums of the reported period (where its months are here) and of all months, with what each sum is called."""
    pack, lines, at = sheet.pack, sheet.pack.content.movements, _layout(sheet.pack)
    period = pack.content.period
    reported = [n for n, line in enumerate(lines) if period.first <= line.period.first <= period.last]
    live: dict[str, Live] = {MetricId.MRR: Live(f"={sheet.there(block.last, at.end)}", pack.main(_sum(lines[-1])))}
    live[MetricId.ARR] = Live(f"=12*{sheet.there(block.last, at.end)}", 12 * pack.main(_sum(lines[-1])))
    row, net = block.last + 1, None
    if reported:
        words, within = (
            pack.phrase("reported", period=period_name(period, pack.language)),
            lines[reported[0] : reported[-1] + 1],
        )
        _write_total(sheet, row, words, block.first + reported[0], within)
        live.update(_flow_links(sheet, row, within))
        net = Live(f"={sheet.there(row, at.net)}", pack.main(_sum(within[-1]) - _exact(within[0].start)))
        row += 1
    _write_total(sheet, row, pack.phrase("all_months"), block.first, lines)
    return row, live, net


def _write_total(sheet: Sheet, row: int, words: str, first: int, lines: Sequence[MovementLine]) -> None:
    pack, at = sheet.pack, _layout(sheet.pack)
    last = first + len(lines) - 1
    sheet.put(row, _MONTH, words, look=Look.TOTAL)
    sheet.widen(_MONTH, sheet.width_of(words, Show.TEXT))
    start = pack.main(_exact(lines[0].start))
    sheet.put(row, _START, Live(f"={cell(first, _START)}", start), Show.MONEY, Look.TOTAL)
    sums = [sum(flows, Fraction(0)) for flows in zip(*(_flows(line) for line in lines), strict=True)]
    for offset, total in enumerate(sums):
        column = _NEW + offset
        formula = f"=SUM({cell(first, column)}:{cell(last, column)})"
        sheet.put(row, column, Live(formula, pack.main(total)), Show.MONEY, Look.TOTAL)
    end = pack.main(_exact(lines[0].start) + _net(sums))
    sheet.put(row, at.end, Live(f"={_balance(row, at)}", end), Show.MONEY, Look.TOTAL)
    sheet.put(row, at.net, Live(f"={cell(row, at.end)}-{cell(row, _START)}", end - start), Show.MONEY, Look.TOTAL)
    sheet.put(row, at.note, None, look=Look.TOTAL)


def _flow_links(sheet: Sheet, row: int, lines: Sequence[MovementLine]) -> dict[str, Live]:
    sums = [sum(flows, Fraction(0)) for flows in zip(*(_flows(line) for line in lines), strict=True)]
    return {
        name: Live(f"={sheet.there(row, _NEW + offset)}", sheet.pack.main(total))
        for offset, (name, total) in enumerate(zip(_METRICS, sums, strict=False))
    }


def _balance(row: int, at: _Layout) -> str:
    """Start and gains less losses of a row, and what rates did to it, as a formula."""
    gains = "+".join(cell(row, column) for column in range(_START, _CONTRACTION))
    rates = f"+{cell(row, _CHURN + 1)}" if at.rates else ""
    return f"{gains}-{cell(row, _CONTRACTION)}-{cell(row, _CHURN)}{rates}"


def _exact(measure: Measure) -> Fraction:
    return Fraction(measure.value or 0)


def _flows(line: MovementLine) -> tuple[Fraction, ...]:
    flows = (line.new, line.reactivation, line.expansion, line.contraction, line.churn)
    return tuple(_exact(m) for m in (*flows, line.fx) if m is not None)


def _net(flows: Sequence[Fraction]) -> Fraction:
    new, reactivation, expansion, contraction, churn, *rates = flows
    return new + reactivation + expansion - contraction - churn + sum(rates)


def _sum(line: MovementLine) -> Fraction:
    return _exact(line.start) + _net(_flows(line))


def _difference(sheet: Sheet, line: MovementLine) -> float:
    return round(sheet.pack.main(_sum(line) - _exact(line.end)), 4)
