"""Files to found tables: gate, text or workbook, grid, tables; nothing is made of their values here."""

from csdesk.intake.reading.files import read_files, read_text

__all__ = ["read_files", "read_text"]
