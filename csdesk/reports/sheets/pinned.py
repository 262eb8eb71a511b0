"""What the workbook is pinned by: the day, the digest of its content, the definitions, the csdesk that made it."""

from csdesk.reports.content import Pinned
from csdesk.reports.inks import Look, Show
from csdesk.reports.pack import Cell, Sheet


def write_pinned(sheet: Sheet, row: int, pinned: Pinned) -> int:
    """Four lines from `row` down; the last one's row."""
    pack = sheet.pack
    sheet.put(row, 0, pack.phrase("pinned"), look=Look.NOTE)
    told: tuple[tuple[str, Cell, Show], ...] = (
        ("as_of", pinned.as_of, Show.DATE),
        ("fingerprint", pinned.fingerprint, Show.TEXT),
        ("definition_versions", pinned.definitions, Show.TEXT),
        ("made_with", pinned.made_with, Show.TEXT),
    )
    for at, (word, value, show) in enumerate(told, row + 1):
        sheet.put(at, 0, pack.phrase("as_of") if word == "as_of" else pack.heading(word))
        sheet.put(at, 1, value, show)
    return row + len(told)
