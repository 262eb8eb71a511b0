"""Reconciliation: the same sum from different sheets, side by side, each difference live."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.rules import Denominator
from csdesk.reports.content import BoardContent
from csdesk.reports.inks import BAD, GOOD, Show
from csdesk.reports.pack import FIRST_ROW, Block, Column, Live, Pack, Sheet
from csdesk.reports.sheets.figures import FigureCells
from csdesk.reports.sheets.health import HealthPlace
from csdesk.reports.sheets.lists import ACCOUNT_MRR, MOVE_MRR, NUMBER, SOURCE_MRR
from csdesk.reports.sheets.movements import MovementsPlace
from csdesk.reports.sheets.pinned import write_pinned
from csdesk.reports.sheets.retention import LOST
from csdesk.reports.workbooks import cell
from csdesk.wording.reports import CHECKS
from csdesk.wording.speech import look_up

_WHAT, _LEFT, _RIGHT, _DIFFERENCE, _RESULT = range(5)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the sheets being compared stand."""

    movements: MovementsPlace
    health: HealthPlace
    accounts: Block
    sources: Block
    figures: Mapping[str, FigureCells]
    moves: Block
    retention: Block
    further: "Further"


@dataclass(frozen=True, slots=True)
class Further:
    """What the sheets that are not in every workbook come to; None where one is left out."""

    cmrr: Live | None = None
    ranks: Live | None = None
    segments: Mapping[str, Live] = field(default_factory=dict)
    reasons: Live | None = None


@dataclass(frozen=True, slots=True)
class _Check:
    """Two live values that must be equal."""

    what: str
    left: Live
    right: Live
    show: Show = Show.MONEY
    by: str = ""

    @property
    def difference(self) -> float:
        return round(float(self.left.value) - float(self.right.value), 4)


def write_reconciliation(sheet: Sheet, places: Places) -> Live:
    """The checks; returns the words that sum them up, live, for the summary."""
    pack = sheet.pack
    sheet.opening()
    heads = (("compared", Show.TEXT), ("left", Show.MONEY), ("right", Show.MONEY), ("check", Show.MONEY))
    columns = [Column(pack.heading(key), show) for key, show in (*heads, ("result", Show.TEXT))]
    sheet.heads(FIRST_ROW, columns)
    checks = _checks(pack, places)
    for row, check in enumerate(checks, FIRST_ROW + 1):
        _write_check(sheet, row, check)
    last = FIRST_ROW + len(checks)
    for row in range(FIRST_ROW + 1, last + 1):
        colour_result(sheet, row, _RESULT, ("agrees", "differs"))
    sheet.fix_width(_WHAT, 66)
    pinned = pack.content.pinned
    sheet.finish(write_pinned(sheet, last + 2, pinned) if pinned else last, _RESULT)
    first, end = sheet.there(FIRST_ROW + 1, _DIFFERENCE), cell(last, _DIFFERENCE)
    good, bad = pack.phrase("all_agree"), pack.phrase("some_differ")
    agree = all(check.difference == 0 for check in checks)
    return Live(f'=IF(SUMPRODUCT(ABS({first}:{end}))=0,"{good}","{bad}")', good if agree else bad)


def colour_result(sheet: Sheet, row: int, column: int, phrases: tuple[str, str]) -> None:
    """Words of agreement in green, their opposite in red."""
    for ink, text in zip((GOOD, BAD), phrases, strict=True):
        rule = {"type": "cell", "criteria": "==", "value": f'"{sheet.pack.phrase(text)}"'}
        sheet.page.conditional_format(row, column, row, column, {**rule, "format": sheet.pack.colour(ink)})


def _write_check(sheet: Sheet, row: int, check: _Check) -> None:
    pack = sheet.pack
    words = look_up(CHECKS, check.what, pack.language, by=check.by)
    sheet.put(row, _WHAT, words)
    for column, value in ((_LEFT, check.left), (_RIGHT, check.right)):
        sheet.put(row, column, value, check.show)
        sheet.widen(column, sheet.width_of(value, check.show))
    difference = Live(f"=ROUND({cell(row, _LEFT)}-{cell(row, _RIGHT)},4)", check.difference)
    sheet.put(row, _DIFFERENCE, difference, check.show)
    sheet.widen(_DIFFERENCE, 10)
    good, bad = pack.phrase("agrees"), pack.phrase("differs")
    result = Live(f'=IF({cell(row, _DIFFERENCE)}=0,"{good}","{bad}")', bad if check.difference else good)
    sheet.put(row, _RESULT, result)
    sheet.widen(_RESULT, 14)


def _checks(pack: Pack, places: Places) -> list[_Check]:
    """MRR of the headline (or of the last month, where there is none) against every sheet that sums to it."""
    content, movements = pack.content, places.movements
    headline = places.figures[MetricId.MRR].now if MetricId.MRR in places.figures else None
    headline = headline or movements.live.get(MetricId.MRR)
    checks = []
    if headline is not None:
        accounts = _sum(pack, places.accounts.column(ACCOUNT_MRR), [line.mrr for line in content.accounts])
        sources = _sum(pack, places.sources.column(SOURCE_MRR), [line.mrr for line in content.sources])
        if MetricId.MRR in movements.live:
            checks.append(_Check("movements", headline, movements.live[MetricId.MRR]))
        checks += [_Check("accounts", headline, accounts), _Check("sources", headline, sources)]
        if content.health:
            health = Live(f"=SUM({places.health.mrr})", pack.main(places.health.total))
            checks.append(_Check("health", headline, health))
        checks += _mrr_checks(headline, places.further)
    checks += _other_checks(pack, places)
    nothing = Live("=0", 0)
    checks.append(_Check("each_account", _account_gaps(pack, places), nothing))
    if content.movements:
        months = Live(f"=SUMPRODUCT(ABS({movements.checks}))", movements.gap)
        checks.append(_Check("each_month", months, nothing))
    return checks


def _mrr_checks(headline: Live, further: Further) -> list[_Check]:
    found = [_Check("segments", headline, total, by=by) for by, total in further.segments.items()]
    return found if further.ranks is None else [*found, _Check("concentration", headline, further.ranks)]


def _other_checks(pack: Pack, places: Places) -> list[_Check]:
    """What is no sum of MRR: CMRR, the period's net change, and the accounts lost in it."""
    content, further, checks = pack.content, places.further, list[_Check]()
    cmrr = places.figures[MetricId.CMRR].now if MetricId.CMRR in places.figures else None
    if cmrr is not None and further.cmrr is not None:
        checks.append(_Check("committed", cmrr, further.cmrr))
    if places.movements.net is not None:
        moves = _sum(pack, places.moves.column(MOVE_MRR), [line.mrr for line in content.moves])
        checks.append(_Check("moves", places.movements.net, moves))
    for row, line in enumerate(content.rates, places.retention.first):
        lost = line.logo_churn
        if line.period == content.period and further.reasons is not None and lost.base is Denominator.START:
            there = Live(f"={places.retention.cell(row, LOST)}", float(lost.part or 0))
            checks.append(_Check("reasons", there, further.reasons, Show.COUNT))
    return checks


def _sum(pack: Pack, place: str, amounts: list[Fraction]) -> Live:
    return Live(f"=SUM({place})", pack.main(sum(amounts, Fraction(0))))


def _account_gaps(pack: Pack, places: Places) -> Live:
    """Sum over the accounts of the difference between its MRR and that of its contract lines."""
    numbers, accounts = places.accounts.column(NUMBER), places.accounts.column(ACCOUNT_MRR)
    lines, sources = places.sources.column(NUMBER), places.sources.column(SOURCE_MRR)
    formula = f"=ROUND(SUMPRODUCT(ABS({accounts}-SUMIF({lines},{numbers},{sources}))),4)"
    return Live(formula, round(pack.main(_gaps(pack.content)), 4))


def _gaps(content: BoardContent) -> Fraction:
    of_lines: dict[int, Fraction] = {}
    for line in content.sources:
        of_lines[line.account] = of_lines.get(line.account, Fraction(0)) + line.mrr
    return sum((abs(line.mrr - of_lines.get(line.account, Fraction(0))) for line in content.accounts), Fraction(0))
