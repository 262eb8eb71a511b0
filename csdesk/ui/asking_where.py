"""Where a file is to go: asked for, beginning with the person's own documents."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def file_name(text: str) -> str:
    """The text without what no file's name may have."""
    return _NOT_IN_NAMES.sub(" ", text)


def ask_where(
    owner: QWidget | None, title: str, name: str | Path, kinds: str, *endings: str, never_over: bool = False
) -> Path | None:
    """The file chosen, None where none was. A name with none of the endings gets that of the chosen kind.

    `never_over`: a file that is there will not be written over, and so the person is not asked whether it may be.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    how = QFileDialog.Option.DontConfirmOverwrite if never_over else QFileDialog.Option(0)
    chosen, kind = QFileDialog.getSaveFileName(owner, title, str(Path(documents) / name), kinds, "", how)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.casefold() in endings:
        return path
    return path.with_name(path.name + next((ending for ending in endings if f"*{ending}" in kind), endings[0]))


def ask_which(owner: QWidget, title: str, book: Path | None) -> Path | None:
    """The file chosen, None where none was; looked for beside the book first."""
    chosen, _ = QFileDialog.getOpenFileName(owner, title, str(book.absolute().parent) if book else "")
    return Path(chosen) if chosen else None
