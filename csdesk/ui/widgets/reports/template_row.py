"""Which template of the user's own the board workbook is written by, if any."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.models.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.models.kinds import Language
    from csdesk.ui.desk import Progress

    Content = Any  # what a question gave; no business of the window's
    Writer = Callable[[Content, Path, Progress, str], None]


def write_plain(content: Content, path: Path, progress: Progress, password: str) -> None:
    """Write the board workbook as it is."""
    from csdesk.usecases.reports import write_board

    write_board(content, path, progress, password)


class TemplateRow(QWidget):
    """The template's name, buttons to choose one, to go without, and to write one to begin with; below them, once it
    was filled in, what came of its names."""

    def __init__(self, language: Language, ask_starter: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._result = ""
        self.path: Path | None = None
        self.name, self.said = QLabel(self), QLabel(self)
        self.said.setWordWrap(True)
        self.said.setProperty("role", "muted")
        self.said.hide()
        self.choose = self._button(self.tr("Choose..."), self._ask)
        self.without = self._button(self.tr("Without a template"), lambda: self.use(None))
        self.starter = self._button(self.tr("Write one to begin with..."), ask_starter)
        row = QHBoxLayout()
        row.addWidget(self.name)
        for button in (self.choose, self.without, self.starter):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.said)
        self.use(None)

    def use(self, path: Path | None) -> None:
        """Write by that template from now on; None: as the board workbook is."""
        self.path = path
        self.name.setText(self.tr("None") if path is None else visible(path.name))
        self.without.setVisible(path is not None)
        self._result = ""
        self.say()

    def writer(self) -> Writer:
        """What writes a content to a file: into the template, where one is chosen. It runs on the bench; `say` then
        tells what came of it."""
        template = self.path
        self._result = ""
        self.say()
        if template is None:
            return write_plain

        def write(content: Content, path: Path, progress: Progress, password: str) -> None:
            from csdesk.usecases.board_templates import fill_template, told

            self._result = told(fill_template(content, template, path, progress, password), self._language)

        return write

    def starter_writer(self) -> Writer:
        """The same for a template to begin with."""
        self._result = ""

        def write(content: Content, path: Path, progress: Progress, _password: str) -> None:
            from csdesk.usecases.board_templates import write_starter

            write_starter(content, path, progress)

        return write

    def say(self) -> None:
        """Show what came of the names of the template that was last filled in."""
        self.said.setText(self._result)
        self.said.setVisible(bool(self._result))

    def _ask(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title, kinds = self.tr("Template"), self.tr("Workbook (*.xlsx *.xltx)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, folder, kinds)
        if chosen:
            self.use(Path(chosen))

    def _button(self, word: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(word, self)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked=False: act())
        return button
