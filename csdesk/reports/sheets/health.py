"""Health: accounts and MRR by band, and every paying account's score as a live mean of its weighted factors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from csdesk.metrics.health.scores import FactorState
from csdesk.models.kinds import Band
from csdesk.reports.charting import health_chart
from csdesk.reports.content import HealthLine
from csdesk.reports.inks import BAND_INKS, Look, Show, heat
from csdesk.reports.pack import FIRST_ROW, Block, Cell, Column, Live, Pack, Sheet
from csdesk.reports.workbooks import Chart, area, fixed
from csdesk.wording.charts import BANDS
from csdesk.wording.health import profile_name

_BELOW = FIRST_ROW + 18
"""The first row of weights, under the table of bands and the chart beside it; then come the board's headings."""
_NAME, _OWNER, _MRR, _SCORE, _BAND, _COVERAGE, _OLDEST, _FACTORS = range(8)
_FACTOR_WIDTH, _CHART_WIDTH = 9.5, 620
_WORST_FIRST = (Band.RED, Band.UNKNOWN, Band.YELLOW, Band.GREEN)
_DUST = 1e-6


@dataclass(frozen=True, slots=True)
class HealthPlace:
    """Where the bands and the scored accounts' MRR stand."""

    bands: Block
    mrr: str
    total: Fraction


def band_word(pack: Pack, band: Band) -> str:
    """Shape and word of a band."""
    return BANDS[band].say(pack.language)


def write_health(sheet: Sheet) -> HealthPlace:
    """Bands, chart and board, worst and largest first."""
    pack, content = sheet.pack, sheet.pack.content
    sheet.opening()
    lines = sorted(content.health, key=lambda line: (_WORST_FIRST.index(line.health.band), -line.mrr, line.name))
    weights = _Weights(lines)
    factors, head = weights.factors, weights.head
    rows = [_cells(pack, head + 1 + n, line, weights) for n, line in enumerate(lines)]
    block = sheet.table(head, _columns(pack, weights), rows)
    sheet.name_table(block, _FACTORS - 1)
    _write_weights(sheet, weights)
    bands = _write_bands(sheet, block, lines)
    last = _FACTORS + max(len(factors), 4) - 1
    if lines:
        chart = health(pack, bands)
        chart.set_size({"width": min(_CHART_WIDTH, sheet.pixels(_SCORE + 1, last) - 16), "height": 330})
        sheet.page.insert_chart(FIRST_ROW, _SCORE + 1, chart, {"object_position": 2, "x_offset": 12})
        _colour(sheet, block, factors)
        sheet.page.autofilter(head, 0, block.last, weights.last)
    sheet.finish(max(block.last, head + 1), max(last, weights.last), repeat=head)
    return HealthPlace(bands, block.column(_MRR), sum((line.mrr for line in lines), Fraction(0)))


def health(pack: Pack, bands: Block) -> Chart:
    """MRR by band."""
    sums = {band: sum(line.mrr for line in pack.content.health if line.health.band is band) for band in Band}
    return health_chart(pack, bands, 2, pack.main(max(sums.values())))


class _Weights:
    """Every factor that took part in some account's score, in the profiles' order, and what it weighs in each profile
    by which an account is scored: a row each, that of the house last. What is switched off weighs nothing."""

    def __init__(self, lines: Sequence[HealthLine]) -> None:
        used = {factor for line in lines for factor in _counted(line)}
        ids = dict.fromkeys(f.factor for line in lines for f in line.health.factors)
        self.factors = tuple(factor for factor in ids if factor in used)
        profiles = sorted({line.health.profile for line in lines} or {""}, key=lambda name: (not name, name))
        self.rows = {name: _BELOW + place for place, name in enumerate(profiles)}
        self.head = _BELOW + len(self.rows)
        self.several = any(self.rows)
        self.by_hand = any(line.health.hand for line in lines)
        self.last = _FACTORS + len(self.factors) + self.several + self.by_hand - 1
        self.of: dict[str, Mapping[str, float]] = {}
        for line in lines:
            if line.health.profile not in self.of:
                own = line.health.factors
                weighed = {f.factor: 0.0 if f.state is FactorState.OFF else f.weight for f in own}
                self.of[line.health.profile] = weighed


def _columns(pack: Pack, weights: _Weights) -> list[Column]:
    shows = {"mrr": Show.MONEY, "score": Show.SCORE, "coverage": Show.SHARE, "oldest": Show.COUNT}
    keys = ("account", "owner", "mrr", "score", "band", "coverage", "oldest")
    fixed = [Column(pack.heading(key), shows.get(key, Show.TEXT)) for key in keys]
    values = [Column(pack.content.factors.get(f, f), Show.COUNT) for f in weights.factors]
    further = [Column(pack.heading("profile"), Show.TEXT)] if weights.several else []
    return [*fixed, *values, *further, *([Column(pack.heading("computed"), Show.SCORE)] if weights.by_hand else [])]


def _cells(pack: Pack, row: int, line: HealthLine, weights: _Weights) -> list[Cell]:
    health = line.health
    values = _counted(line)
    return [
        line.name, line.owner, pack.main(line.mrr), _score(row, line, weights), band_word(pack, health.band),
        health.coverage, health.oldest_input_days, *(values.get(f) for f in weights.factors),
        *([profile_name(health.profile, pack.language)] if weights.several else []),
        *([health.by_model.score if health.hand else None] if weights.by_hand else []),
    ]  # fmt: skip


def _counted(line: HealthLine) -> dict[str, float]:
    """The factor values that took part in the score."""
    scored = (f for f in line.health.factors if f.value is not None)
    return {
        f.factor: f.value for f in scored if f.value is not None and (f.state is FactorState.USED or f.contribution)
    }


def _score(row: int, line: HealthLine, told: _Weights) -> Cell:
    """The weighted mean, live, where the shown values and weights give the score; else the score."""
    score, values, factors, weights = line.health.score, _counted(line), told.factors, told.of[line.health.profile]
    at = told.rows[line.health.profile]
    if score is None:
        return None
    weight = sum(weights.get(f, 0.0) for f in values)
    if not weight or abs(sum(weights.get(f, 0.0) * v for f, v in values.items()) / weight - score) > _DUST:
        return score
    row_of_weights = area(at, _FACTORS, at, _FACTORS + len(factors) - 1)
    shown = area(row, _FACTORS, row, _FACTORS + len(factors) - 1)
    return Live(f'=SUMPRODUCT({row_of_weights},{shown})/SUMPRODUCT({row_of_weights}*({shown}<>""))', score)


def _write_weights(sheet: Sheet, weights: _Weights) -> None:
    pack = sheet.pack
    for profile, row in weights.rows.items() if weights.factors else ():
        named = f" · {profile_name(profile, pack.language)}" if weights.several else ""
        sheet.put(row, 0, pack.phrase("factor_values") + named, look=Look.NOTE)
        sheet.put(row, _FACTORS - 1, pack.heading("weight"), look=Look.NOTE)
        for number, factor in enumerate(weights.factors):
            sheet.fix_width(_FACTORS + number, _FACTOR_WIDTH)
            sheet.put(row, _FACTORS + number, weights.of[profile].get(factor, 0.0), Show.SCORE, Look.NOTE)


def _write_bands(sheet: Sheet, board: Block, lines: Sequence[HealthLine]) -> Block:
    pack = sheet.pack
    heads = [("band", Show.TEXT), ("count", Show.COUNT), ("mrr", Show.MONEY), ("share", Show.SHARE)]
    total = sum((line.mrr for line in lines), Fraction(0))
    words, mrr = board.here(_BAND), board.here(_MRR)
    rows: list[list[Cell]] = []
    for number, band in enumerate(Band):
        inside = [line.mrr for line in lines if line.health.band is band]
        label, part = fixed(FIRST_ROW + 1 + number, 0), fixed(FIRST_ROW + 1 + number, 2)
        sums = Live(f"=SUMIF({words},{label},{mrr})", pack.main(sum(inside, Fraction(0))))
        share = float(sum(inside, Fraction(0)) / total) if total else 0.0
        rows.append(
            [
                band_word(pack, band),
                Live(f"=COUNTIF({words},{label})", len(inside)),
                sums,
                Live(f"=IF(SUM({mrr})=0,0,{part}/SUM({mrr}))", share),
            ]
        )
    return sheet.table(FIRST_ROW, [Column(pack.heading(key), show) for key, show in heads], rows)


def _colour(sheet: Sheet, block: Block, factors: Sequence[str]) -> None:
    """Band words in their colour, factor values as heat."""
    colour_bands(sheet, block, _BAND)
    if factors:
        sheet.page.conditional_format(block.first, _FACTORS, block.last, _FACTORS + len(factors) - 1, heat(100))


def colour_bands(sheet: Sheet, block: Block, column: int) -> None:
    """Band words of a column in their colours."""
    for band in Band:
        word = f'"{band_word(sheet.pack, band)}"'
        rule = {"type": "cell", "criteria": "==", "value": word, "format": sheet.pack.colour(BAND_INKS[band])}
        sheet.page.conditional_format(block.first, column, max(block.first, block.last), column, rule)
