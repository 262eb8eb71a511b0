"""Churn reasons: what share each had in the accounts and the MRR lost, and what customers said when they left."""

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from csdesk.metrics.measure import Measure
from csdesk.reports.charting import reasons_chart
from csdesk.reports.inks import Look, Show
from csdesk.reports.pack import CHARTS_HIGH, FIRST_ROW, Block, Cell, Column, Live, Sheet
from csdesk.reports.text import lines
from csdesk.reports.workbooks import cell

_COLUMNS = (
    ("reason", Show.TEXT), ("lost_accounts", Show.COUNT), ("share", Show.SHARE), ("lost_mrr", Show.MONEY),
    ("share", Show.SHARE), ("year_accounts", Show.COUNT), ("share", Show.SHARE), ("year_mrr", Show.MONEY),
    ("share", Show.SHARE),
)  # fmt: skip
_REASON, _ACCOUNTS, _MRR, _YEAR_ACCOUNTS, _YEAR_MRR = 0, 1, 3, 5, 7
_COUNTED = (_ACCOUNTS, _MRR, _YEAR_ACCOUNTS, _YEAR_MRR)
_INTERVIEWS = ("on", "account", "reason", "stated", "root_cause", "themes")
_SPANS = ((0, 0), (1, 2), (3, 3), (4, 5), (6, 7), (8, 8))
"""The columns of the table of reasons that each column of the interviews takes."""
_HEAD = FIRST_ROW + CHARTS_HIGH
_BETWEEN_THEMES = re.compile(r"[,;/、；，・\n]")


def write_reasons(sheet: Sheet) -> Live:
    """Reasons with live totals and shares, the chart, interviews and their themes; returns the accounts lost."""
    pack, found = sheet.pack, sheet.pack.content.reasons
    sheet.opening()
    columns = [Column(pack.heading(key), show) for key, show in _COLUMNS]
    total = _HEAD + 1 + len(found)
    told = [(line.accounts, line.mrr, line.year_accounts, line.year_mrr) for line in found]
    sums = [_sum([row[at] for row in told]) for at in range(len(_COUNTED))]
    rows = [
        _cells(sheet, row, line.reason, (told[row - _HEAD - 1], sums, total))
        for row, line in enumerate(found, _HEAD + 1)
    ]
    block = sheet.table(_HEAD, columns, rows)
    sheet.name_table(block, len(_COLUMNS) - 1)
    lost = _write_totals(sheet, block, sums)
    for column, wide in ((0, 24), (8, 22)):
        sheet.widen(column, wide)
    if found:
        sheet.place_charts(FIRST_ROW, len(_COLUMNS) - 1, [reasons_chart(pack, block, _YEAR_MRR)])
    last = _write_themes(sheet, _write_interviews(sheet, block.last + 4))
    sheet.finish(last, len(_COLUMNS) - 1)
    return lost


def _sum(measures: Sequence[Measure]) -> Fraction:
    return sum((Fraction(measure.part or 0) for measure in measures), Fraction(0))


def _amount(sheet: Sheet, column: int, number: Fraction) -> float:
    return sheet.pack.main(number) if column in {_MRR, _YEAR_MRR} else float(number)


def _cells(sheet: Sheet, row: int, reason: str, told: tuple[Sequence[Measure], Sequence[Fraction], int]) -> list[Cell]:
    measures, sums, total = told
    cells: list[Cell] = [reason]
    for column, measure, whole in zip(_COUNTED, measures, sums, strict=True):
        part = Fraction(measure.part or 0)
        share = Live(f"={cell(row, column)}/{cell(total, column)}", float(part / whole)) if whole else None
        cells += [_amount(sheet, column, part), share]
    return cells


def _write_totals(sheet: Sheet, block: Block, sums: Sequence[Fraction]) -> Live:
    row = max(block.first, block.last + 1)
    sheet.put(row, _REASON, sheet.pack.heading("total"), look=Look.TOTAL)
    for column, total in zip(_COUNTED, sums, strict=True):
        show = Show.MONEY if column in {_MRR, _YEAR_MRR} else Show.COUNT
        live = Live(f"=SUM({cell(block.first, column)}:{cell(row - 1, column)})", _amount(sheet, column, total))
        sheet.put(row, column, live, show, Look.TOTAL)
        sheet.put(row, column + 1, None, look=Look.TOTAL)
    return Live(f"={sheet.there(row, _ACCOUNTS)}", float(sums[0]))


def _write_interviews(sheet: Sheet, row: int) -> int:
    """What was said, over the columns above; the row after."""
    pack, held = sheet.pack, sheet.pack.content.interviews
    if not held:
        return row
    sheet.put(row, 0, pack.phrase("interviews"), look=Look.SECTION)
    for (first, last), key in zip(_SPANS, _INTERVIEWS, strict=True):
        sheet.put_over(row + 1, first, last, pack.heading(key), Look.HEAD)
    for at, line in enumerate(held, row + 2):
        texts = ("", line.name, line.reason, line.stated, line.root_cause, line.themes)
        for (first, last), text in zip(_SPANS, texts, strict=True):
            sheet.put_over(at, first, last, text, Look.WRAPPED)
        sheet.put(at, 0, line.on, Show.DATE, Look.WRAPPED)
        high = max(lines(text, sheet.columns(*span)) for span, text in zip(_SPANS, texts, strict=True))
        sheet.page.set_row(at, 6 + 14 * high)
    return row + 4 + len(held)


def _write_themes(sheet: Sheet, row: int) -> int:
    """How many interviews speak of each theme, the most frequent first; the last row written."""
    pack = sheet.pack
    counted = Counter(theme for line in pack.content.interviews for theme in themes_of(line.themes))
    if not counted:
        return row
    sheet.put(row, 0, pack.phrase("themes"), look=Look.SECTION)
    sheet.put(row + 1, 0, pack.heading("theme"), look=Look.HEAD)
    sheet.put(row + 1, 1, pack.heading("interviews"), look=Look.HEAD)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    for at, (theme, n) in enumerate(ordered, row + 2):
        sheet.put(at, 0, theme)
        sheet.put(at, 1, n, Show.COUNT)
    return row + 1 + len(ordered)


def themes_of(text: str) -> set[str]:
    """The themes that were typed, apart from each other."""
    return {theme.strip() for theme in _BETWEEN_THEMES.split(text)} - {""}
