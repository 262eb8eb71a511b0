"""A template to begin with: every name that can be filled in, with what it is, ready to be copied and dressed."""

from collections.abc import Mapping
from pathlib import Path

from csdesk.intake.shapes import Progress
from csdesk.reports.board import write_sheets
from csdesk.reports.content import BoardContent
from csdesk.reports.inks import Look, Show, font
from csdesk.reports.pack import Column, Named, Pack, Sheet
from csdesk.reports.sheets.figures import NAMED, headings_of
from csdesk.reports.template.filling import TABLE, said_of
from csdesk.reports.workbooks import scratch_workbook, workbook_at
from csdesk.wording.speech import look_up
from csdesk.wording.template import SAID

_HEAD = 8
"""Under what a template can say of the report itself."""


def write_starter(content: BoardContent, path: Path, progress: Progress) -> None:
    """A sheet of all figures and one for each table, their cells empty, named and formatted. Raises ReportRefused."""
    source = Pack(scratch_workbook(font(content.language)), content)
    write_sheets(source, progress)
    with workbook_at(path, created=content.as_of, font=font(content.language)) as book:
        pack = Pack(book, content)
        _write_figures(pack.sheet("figures"), source.named)
        for name, held in source.named.items():
            if name.startswith(TABLE) and held.last_row >= held.first_row:
                _write_table(pack.sheet(held.sheet.key), name, held)


def _write_figures(sheet: Sheet, named: Mapping[str, Named]) -> None:
    pack = sheet.pack
    sheet.put(0, 0, pack.phrase("starter_title"), look=Look.SECTION)
    sheet.put(1, 0, pack.phrase("starter"), look=Look.NOTE)
    for row, (name, value) in enumerate(said_of(pack.content).items(), 3):
        show = Show.TEXT if isinstance(value, str) else Show.DATE
        sheet.put(row, 0, look_up(SAID, name, pack.language))
        sheet.put(row, 1, None, show)
        sheet.put(row, 2, name, look=Look.NOTE)
        pack.name(name, sheet, row, 1)
    columns = headings_of(pack)
    sheet.heads(_HEAD, [Column(words, Show.TEXT) for words in (columns[0], *(columns[at] for at in NAMED.values()))])
    for row, figure in enumerate(pack.content.headline, _HEAD + 1):
        sheet.put(row, 0, pack.content.name_of(figure.now.metric))
        for column, ending in enumerate(NAMED, 1):
            name = f"{figure.now.metric}{ending}"
            source = named[name]
            sheet.put(row, column, None, source.sheet.shows[source.first_row, source.first])
            sheet.widen(column, 13)
            pack.name(name, sheet, row, column)
    others = [name for name in named if not name.startswith(TABLE) and name not in pack.named]
    for row, name in enumerate(others, _HEAD + 2 + len(pack.content.headline)):
        source = named[name]
        sheet.put(row, 0, name)
        sheet.put(row, 1, None, source.sheet.shows[source.first_row, source.first])
        pack.name(name, sheet, row, 1)
    sheet.widen(0, 28)
    sheet.widen(1, 24)
    _finish(sheet)


def _write_table(sheet: Sheet, name: str, held: Named) -> None:
    """Headings and one empty row, which carries the formats down and the name."""
    sheet.put(0, 0, sheet.name, look=Look.SECTION)
    sheet.put(1, 0, name, look=Look.NOTE)
    shows = [held.sheet.shows[held.first_row, column] for column in range(held.first, held.last + 1)]
    words = held.headings()[: len(shows)]
    sheet.heads(3, [Column(text, show) for text, show in zip(words, shows, strict=True)])
    for column, show in enumerate(shows):
        sheet.put(4, column, None, show)
        sheet.widen(column, 26 if show is Show.TEXT else 14)
    sheet.pack.name(name, sheet, 4, 0, len(shows) - 1)
    _finish(sheet)


def _finish(sheet: Sheet) -> None:
    """Nothing on it may speak of the report it was made from; all that will stand on it is printed."""
    sheet.finish(None, 0)
    sheet.page.set_header("&R&9&A")
    sheet.page.set_footer("&R&9&P / &N")
