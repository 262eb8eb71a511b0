"""Retention: rates by period as live divisions, with their parts, n and interval."""

import math

from csdesk.metrics.measure import Measure, Number
from csdesk.reports.charting import Whiskers, churn_chart, retention_chart
from csdesk.reports.content import RateLine
from csdesk.reports.inks import Look, Show
from csdesk.reports.pack import CHARTS_HIGH, FIRST_ROW, Block, Cell, Column, Live, Pack, Sheet
from csdesk.reports.workbooks import Chart, cell
from csdesk.wording.charts import period_name
from csdesk.wording.reports import WHY
from csdesk.wording.speech import look_up

_COLUMNS = (
    ("period", Show.TEXT), ("accounts_at_start", Show.COUNT), ("accounts_lost", Show.COUNT),
    ("logo_churn", Show.PERCENT), ("low", Show.PERCENT), ("high", Show.PERCENT), ("logo_retention", Show.PERCENT),
    ("start", Show.MONEY), ("kept", Show.MONEY), ("grr", Show.PERCENT), ("gross_mrr_churn", Show.PERCENT),
    ("kept_and_grown", Show.MONEY), ("nrr", Show.PERCENT), ("net_mrr_churn", Show.PERCENT), ("note", Show.TEXT),
)  # fmt: skip
_AT = {key: number for number, (key, _) in enumerate(_COLUMNS)}
LOST = _AT["accounts_lost"]
_HEAD = FIRST_ROW + CHARTS_HIGH
_ABOVE, _BELOW = len(_COLUMNS) + 1, len(_COLUMNS) + 2
"""Beside the printed page: the lengths of the chart's whiskers."""


def write_retention(sheet: Sheet) -> Block:
    """The table of rates and both charts."""
    pack = sheet.pack
    sheet.opening()
    columns = [Column(pack.heading(key), show) for key, show in _COLUMNS]
    block = sheet.table(_HEAD, columns, (_cells(pack, _HEAD + 1 + n, line) for n, line in _lines(pack)))
    sheet.name_table(block, _AT["note"])
    for number, line in _lines(pack):
        _write_whiskers(sheet, block.first + number, line)
    if pack.content.rates:
        sheet.place_charts(FIRST_ROW, _AT["note"], (retention(pack, block), churn(pack, block)))
    sheet.finish(max(block.last, block.first), _AT["note"], repeat=_HEAD)
    return block


def retention(pack: Pack, block: Block) -> Chart:
    """NRR, GRR and logo retention by period."""
    rates = [m.value for line in pack.content.rates for m in (line.nrr, line.grr) if m.value is not None]
    kept = [1 - line.logo_churn.value for line in pack.content.rates if line.logo_churn.value is not None]
    return retention_chart(pack, block, _AT, _floor(min(map(float, (*rates, *kept)), default=0.0)))


def churn(pack: Pack, block: Block) -> Chart:
    """Logo churn by period with its interval."""
    highest = max((line.logo_churn.high or 0.0 for line in pack.content.rates), default=0.0)
    return churn_chart(pack, block, Whiskers(_AT["logo_churn"], _ABOVE, _BELOW), -_floor(-highest))


def _floor(share: float) -> float:
    """The next tenth below: where a chart's axis begins (or, both signs turned, ends)."""
    return math.floor(share * 10) / 10


def _lines(pack: Pack) -> list[tuple[int, RateLine]]:
    return list(enumerate(pack.content.rates))


def _cells(pack: Pack, row: int, line: RateLine) -> list[Cell]:
    logo, grr, nrr = line.logo_churn, line.grr, line.nrr
    lost = _rate(logo, row, "accounts_lost", "accounts_at_start")
    kept = _rate(grr, row, "kept", "start")
    grown = _rate(nrr, row, "kept_and_grown", "start") if nrr.whole == grr.whole else pack.value(nrr)
    return [
        period_name(line.period, pack.language),
        _count(logo.whole), _count(logo.part), lost, logo.low, logo.high, _rest(row, "logo_churn", logo.value, None),
        _money(pack, grr.whole), _money(pack, grr.part), kept,
        _rest(row, "grr", grr.value, line.gross_mrr_churn.value),
        _money(pack, nrr.part), grown, _rest(row, "nrr", nrr.value, line.net_mrr_churn.value),
        _note(pack, line),
    ]  # fmt: skip


def _rate(measure: Measure, row: int, part: str, whole: str) -> Cell:
    """The division itself where the value is one; else the value."""
    if measure.value is None:
        return None
    if measure.part is None or not measure.whole or not _same(measure.part / measure.whole, measure.value):
        return float(measure.value)
    return Live(f"={cell(row, _AT[part])}/{cell(row, _AT[whole])}", float(measure.value))


def _rest(row: int, of: str, value: Number | None, wanted: Number | None) -> Cell:
    """1 less another rate of the row; `wanted` itself where another rule made it."""
    if value is None:
        return None if wanted is None else float(wanted)
    if wanted is not None and not _same(1 - value, wanted):
        return float(wanted)
    return Live(f"=1-{cell(row, _AT[of])}", float(1 - value))


def _same(one: Number, other: Number) -> bool:
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def _count(number: Number | None) -> Cell:
    return None if number is None else float(number)


def _money(pack: Pack, minor: Number | None) -> Cell:
    return None if minor is None else pack.main(minor)


def _note(pack: Pack, line: RateLine) -> str:
    """What to know about the row: cut short, no base, too few, negative churn."""
    notes = [] if line.complete else [pack.phrase("incomplete")]
    if line.logo_churn.too_few:
        notes.append(pack.phrase("too_few"))
    reasons = dict.fromkeys(m.why for m in (line.logo_churn, line.nrr, line.net_mrr_churn) if m.why is not None)
    notes += [look_up(WHY, why, pack.language) for why in reasons]
    return pack.phrase("and").join(dict.fromkeys(notes))


def _write_whiskers(sheet: Sheet, row: int, line: RateLine) -> None:
    logo = line.logo_churn
    if logo.value is None or logo.low is None or logo.high is None:
        return
    rate, low, high = (cell(row, _AT[key]) for key in ("logo_churn", "low", "high"))
    above, below = logo.high - float(logo.value), float(logo.value) - logo.low
    sheet.put(row, _ABOVE, Live(f"={high}-{rate}", above), Show.PERCENT, Look.NOTE)
    sheet.put(row, _BELOW, Live(f"={rate}-{low}", below), Show.PERCENT, Look.NOTE)
