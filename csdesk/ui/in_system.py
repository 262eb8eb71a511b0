"""What the system's own programs show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def show_in_system(path: Path) -> None:
    """Have the system show a document or a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
