"""Segments, what stays of them, and how much of the MRR hangs on how few accounts."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, groupby

from csdesk.reports.charting import pareto_chart
from csdesk.reports.content import AccountLine
from csdesk.reports.inks import Show
from csdesk.reports.lines import GroupLine
from csdesk.reports.pack import CHARTS_HIGH, FIRST_ROW, Block, Cell, Column, Live, Pack, Sheet
from csdesk.reports.workbooks import area, cell
from csdesk.wording.speech import percent

_SEGMENTS = (
    ("dimension", Show.TEXT), ("group", Show.TEXT), ("count", Show.COUNT), ("mrr", Show.MONEY), ("share", Show.PERCENT),
    ("nrr", Show.PERCENT), ("grr", Show.PERCENT), ("logo_churn", Show.PERCENT), ("low", Show.PERCENT),
    ("high", Show.PERCENT), ("n", Show.COUNT), ("note", Show.TEXT),
)  # fmt: skip
_BY, _GROUP, _COUNT, _MRR, _SHARE = range(5)
_RANKS = (
    ("rank", Show.COUNT), ("account", Show.TEXT), ("mrr", Show.MONEY), ("share", Show.PERCENT),
    ("cumulative", Show.PERCENT),
)  # fmt: skip
_RANK, _ACCOUNT, _RANKED_MRR, _RANKED_SHARE, _CUMULATIVE = range(len(_RANKS))
_MOST_RANKED, _CHARTED, _TOPS = 100, 20, (1, 5, 10)
_CHARTED_COLUMNS = {"account": _ACCOUNT, "mrr": _RANKED_MRR, "cumulative": _CUMULATIVE}
_HEAD = FIRST_ROW + CHARTS_HIGH


def write_segments(sheet: Sheet) -> dict[str, Live]:
    """Every group of the first few dimensions: MRR, its share, and what stayed in the period; returns the MRR of each
    dimension's groups together."""
    pack, lines = sheet.pack, sheet.pack.content.groups
    sheet.opening()
    apart = {by: list(found) for by, found in groupby(lines, lambda line: line.dimension)}
    rows: list[list[Cell]] = []
    sums, first = dict[str, Live](), FIRST_ROW + 1
    for by, found in apart.items():
        here = area(first, _MRR, first + len(found) - 1, _MRR)
        total = sum((Fraction(line.mrr.value or 0) for line in found), Fraction(0))
        rows += [_segment(pack, row, line, here, total) for row, line in enumerate(found, first)]
        ends = f"{sheet.there(first, _MRR)}:{cell(first + len(found) - 1, _MRR)}"
        sums[by] = Live(f"=SUM({ends})", pack.main(total))
        first += len(found)
    block = sheet.table(FIRST_ROW, [Column(pack.heading(key), show) for key, show in _SEGMENTS], rows)
    sheet.name_table(block, len(_SEGMENTS) - 1)
    sheet.page.freeze_panes(FIRST_ROW + 1, 2)
    sheet.finish(max(block.last, block.first), len(_SEGMENTS) - 1, repeat=FIRST_ROW)
    return sums


def _segment(pack: Pack, row: int, line: GroupLine, mrr: str, total: Fraction) -> list[Cell]:
    churn = line.logo_churn
    share = Live(f"={cell(row, _MRR)}/SUM({mrr})", float(Fraction(line.mrr.value or 0) / total)) if total else None
    return [
        line.dimension, line.group, pack.value(line.accounts), pack.value(line.mrr), share, pack.value(line.nrr),
        pack.value(line.grr), pack.value(churn), churn.low, churn.high, churn.n,
        pack.phrase("too_few") if churn.too_few else "",
    ]  # fmt: skip


def ranked(accounts: Sequence[AccountLine]) -> list[AccountLine]:
    """Accounts that pay, the largest first."""
    return sorted((line for line in accounts if line.mrr > 0), key=lambda line: (-line.mrr, line.name))


def top_sentence(pack: Pack, most: int = 10) -> str:
    """What share of the MRR the largest accounts pay; '' with none."""
    paying = ranked(pack.content.accounts)
    total = sum((line.mrr for line in paying), Fraction(0))
    if not total:
        return ""
    top = paying[:most]
    share = percent(sum((line.mrr for line in top), Fraction(0)) / total)
    return pack.phrase("top_share", k=len(top), n=len(paying), share=share)


def write_concentration(sheet: Sheet) -> Live:
    """Accounts by rank with their cumulative share, those beyond a hundred as one row; returns their sum."""
    pack, paying = sheet.pack, ranked(sheet.pack.content.accounts)
    sheet.opening(top_sentence(pack))
    total = sum((line.mrr for line in paying), Fraction(0))
    kept, others = paying[:_MOST_RANKED], paying[_MOST_RANKED:]
    told: list[tuple[int | None, str, Fraction]] = [(n, line.name, line.mrr) for n, line in enumerate(kept, 1)]
    if others:
        told.append((None, pack.phrase("others", n=len(others)), sum((line.mrr for line in others), Fraction(0))))
    reached = list(accumulate(mrr for *_, mrr in told))
    mrr = area(_HEAD + 1, _RANKED_MRR, _HEAD + max(1, len(told)), _RANKED_MRR)
    rows = [
        [*line[:2], pack.main(line[2]), *_shares(row, mrr, (line[2], upto), total)]
        for row, (line, upto) in enumerate(zip(told, reached, strict=True), _HEAD + 1)
    ]
    block = sheet.table(_HEAD, [Column(pack.heading(key), show) for key, show in _RANKS], rows)
    sheet.name_table(block, len(_RANKS) - 1)
    for most in _TOPS:
        if len(kept) >= most:
            pack.name(f"top_{most}_share", sheet, _HEAD + most, _CUMULATIVE)
    for column in range(len(_RANKS), 9):
        sheet.widen(column, 9)
    chart = pareto_chart(
        pack, Block(sheet.name, block.first, min(block.last, block.first + _CHARTED - 1)), _CHARTED_COLUMNS
    )
    sheet.place_charts(FIRST_ROW, 8, [chart])
    sheet.page.freeze_panes(_HEAD + 1, 2)
    sheet.finish(block.last, 8, repeat=_HEAD)
    return Live(f"=SUM({block.column(_RANKED_MRR)})", pack.main(total))


def _shares(row: int, mrr: str, amounts: tuple[Fraction, Fraction], total: Fraction) -> tuple[Cell, Cell]:
    """An amount's share of the whole, and that of all down to it."""
    own, upto = amounts
    share = cell(row, _RANKED_SHARE)
    below = f"{cell(row - 1, _CUMULATIVE)}+{share}" if row > _HEAD + 1 else share
    return Live(f"={cell(row, _RANKED_MRR)}/SUM({mrr})", float(own / total)), Live(f"={below}", float(upto / total))
