"""Restatement: each figure as the pack stated it and as it is now, what made the difference, what was done since."""

from csdesk.reports.inks import OF_UNIT, Look, Show
from csdesk.reports.pack import FIRST_ROW, Column, Sheet
from csdesk.reports.restating import Restatement
from csdesk.wording.restating import cause_text
from csdesk.wording.speech import day

_HEADS = ("figure", "stated", "figure_now", "by_definitions", "by_data", "why")
_CHANGES = ("done_on", "done_by", "done", "done_to")
_WIDTHS = (34, 22, 38, 40, 26, 44)
_BETWEEN = 2


def write_restatement(sheet: Sheet, restated: Restatement) -> None:
    """The figures, then by which definitions and with which csdesk both were made, then the steps done since."""
    pack = sheet.pack
    on, n, every = day(restated.made_on, pack.language), len(restated.differing), len(restated.lines)
    sheet.opening(pack.phrase("restated", file=restated.file, on=on, n=n, all=every))
    row = _write_figures(sheet, restated) + _BETWEEN
    for word, text in (("made_then", restated.then), ("made_now", restated.now)):
        sheet.put(row, 0, pack.heading(word), look=Look.TOTAL)
        sheet.put(row, 1, text)
        row += 1
    if restated.definitions:
        sheet.put(row, 1, restated.definitions)
        row += 1
    sheet.put(row + 1, 0, pack.heading("changes_since"), look=Look.TOTAL)
    columns = [Column(pack.heading(key), Show.DATE if key == "done_on" else Show.TEXT) for key in _CHANGES]
    rows = [(one.on, one.who, one.what, one.accounts) for one in restated.changes]
    block = sheet.table(row + _BETWEEN, columns, rows)
    for column, wide in enumerate(_WIDTHS):
        sheet.fix_width(column, wide)
    sheet.finish(max(block.last, block.first), len(_HEADS) - 1)


def _write_figures(sheet: Sheet, restated: Restatement) -> int:
    """The table of figures; its last row."""
    pack, words = sheet.pack, {"figure", "why"}
    sheet.heads(FIRST_ROW, [Column(pack.heading(key), Show.TEXT if key in words else Show.COUNT) for key in _HEADS])
    for row, line in enumerate(restated.lines, FIRST_ROW + 1):
        sheet.put(row, 0, line.name)
        for column, value in enumerate((line.stated, line.now, line.by_definitions, line.by_data), 1):
            sheet.put(row, column, pack.amount(value, line.unit), OF_UNIT[line.unit])
        sheet.put(row, len(_HEADS) - 1, cause_text(restated.causes(line), pack.language))
    return FIRST_ROW + len(restated.lines)
