"""Files to found tables: gate, text or workbook, grid, tables; nothing is made of their values here."""

from typing import TYPE_CHECKING

__all__ = ["read_files", "read_text"]

if TYPE_CHECKING:
    from csdesk.intake.reading.files import read_files, read_text


def __getattr__(name: str) -> object:
    """Loaded when asked for: the process that reads workbooks is of this room too, and starts without the rest."""
    if name in __all__:
        from csdesk.intake.reading import files

        return getattr(files, name)
    raise AttributeError(name)
