"""A card that writes a file: what goes in, where it goes, and once written a way to it."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from csdesk.models.text import visible
from csdesk.ui.asking_where import ask_where
from csdesk.ui.in_system import show_in_system

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from csdesk.models.problems import Problem
    from csdesk.ui.desk import Progress, Work
    from csdesk.ui.page import Surroundings

Job: TypeAlias = "Callable[[Progress], tuple[Problem, ...]]"
"""Writes a file; gives the texts that a cell could not hold whole."""


class WritingCard(QFrame):
    """Subclasses say `title` and `text`, and add their fields to `column`, and a foot with the buttons that write."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame, self.desk = around.window, around.desk
        self._under_way: set[str] = set()
        self.desk.ended.connect(self._ended)
        self.setProperty("role", "card")
        self.title, self.text = QLabel(self), QLabel(self)
        self.title.setProperty("role", "heading")
        self.text.setProperty("role", "muted")
        self.text.setWordWrap(True)
        self.said = QLabel(self)
        self.said.setProperty("markup", "true")
        self.said.setWordWrap(True)
        self.said.linkActivated.connect(lambda link: show_in_system(Path(QUrl(link).toLocalFile())))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)

    def add_foot(self, *buttons: tuple[str, Callable[[], object]], main: bool = False) -> tuple[QPushButton, ...]:
        """Buttons, and beside them what is said of the file; with `main` the first is the page's main one."""
        row = QHBoxLayout()
        row.setSpacing(12)
        made = tuple(self._button(word, act) for word, act in buttons)
        if main:
            made[0].setProperty("role", "main")
        for button in made:
            row.addWidget(button)
        row.addWidget(self.said, 1)
        self.column.addLayout(row)
        return made

    def ask_where(self, name: str) -> Path | None:
        """Where a workbook is to go."""
        return ask_where(self, self.tr("Save as"), name, self.tr("Workbook (*.xlsx)"), ".xlsx")

    def say_reading(self) -> None:
        """Say that the book is being read."""
        self.said.setText(self.tr("Reading the book ..."))

    def write_file(self, job: Job, path: Path, then: Callable[[], object] | None = None) -> None:
        """Write on the bench, say where, and go on with `then`."""
        self.said.setText(self.tr("Writing ..."))

        def done(problems: tuple[Problem, ...]) -> None:
            cut = self.tr("{n} texts could not be written whole.").format(n=len(problems))
            self.said.setText(f"{self._way_to(path)} {cut}" if problems else self._way_to(path))
            self.frame.toast(self.tr("{file} written").format(file=path.name))
            if then is not None:
                then()

        def failed(error: Exception) -> None:
            from csdesk.usecases.sentences import error_sentence

            self.said.setText(escape(error_sentence(error, self.frame.language), quote=False))

        title = self.tr("Writing {file}").format(file=path.name)
        self._under_way.add(title)
        self.desk.work(self, job, done, failed=failed, title=title)

    def _button(self, word: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(word, self)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _ended(self, work: Work) -> None:
        """Take back what was said of the work; what came of it, unless it was cancelled, is said next."""
        if work.title in self._under_way:
            self._under_way.discard(work.title)
            self.said.clear()

    def _way_to(self, path: Path) -> str:
        file, folder = QUrl.fromLocalFile(path).toString(), QUrl.fromLocalFile(path.parent).toString()
        links = self.tr('Written: {name}. <a href="{file}">Open it</a> or <a href="{folder}">open its folder</a>.')
        return links.format(name=escape(visible(path.name)), file=escape(file), folder=escape(folder))
