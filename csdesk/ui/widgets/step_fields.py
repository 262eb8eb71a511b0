"""Fields of a step: that it repeats, and what it carries. A file is chosen, or dropped on its field."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.models.steps import LONGEST_REPEAT, Material
from csdesk.ui.asking_where import ask_which
from csdesk.ui.widgets.card import Elided
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.number_box import WholeBox
from csdesk.usecases.materials import linked
from csdesk.usecases.stopped import Refused
from csdesk.wording.materials import MATERIALS

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from csdesk.ui.page import Surroundings

_EVERY = 130
"""Pixels that '365 days' and 'once' need, in either language."""


class RepeatLine(QWidget):
    """Every how many days, and beside it until when (`end`), which counts only where it repeats."""

    def __init__(self, end: QWidget, until: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.every = WholeBox(0, LONGEST_REPEAT, self, self.tr(" days"))
        self.every.setSpecialValueText(self.tr("once"))
        self.every.setFixedWidth(_EVERY)
        self.every.setAccessibleName(self.tr("Repeats every"))
        self.setAccessibleName(self.every.accessibleName())
        self.end, self._until = end, QLabel(until, self)
        self.end.setToolTip(self.tr("Without it, until its play ends or its risk or its tickets are closed"))
        self.every.valueChanged.connect(self._allow)
        self.setFocusProxy(self.every)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.every)
        line.addWidget(self._until)
        line.addWidget(self.end, 1)
        self._allow(0)

    @property
    def days(self) -> int | None:
        """Every how many days; None where it is done once."""
        return self.every.value() or None

    def _allow(self, every: int) -> None:
        self.end.setEnabled(bool(every))
        self._until.setEnabled(bool(every))


class MaterialLine(QWidget):
    """What a step carries; `file` is the link, '' as long as none is chosen. `wanted` asks to open what is kept."""

    wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget, *, opens: bool) -> None:
        super().__init__(parent)
        self._around, self.file = around, ""
        language = around.window.language
        kinds = [(one, MATERIALS[one].say(language)) for one in Material]
        self.kind = Choice([(None, self.tr("none")), *kinds], self.tr("Material"), self)
        self.kind.currentIndexChanged.connect(self._tell)
        self.choose = QPushButton(self.tr("Choose a file …"), self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.open = QPushButton(self.tr("Open"), self)
        self.open.setAutoDefault(False)
        self.open.setVisible(opens)
        self.open.clicked.connect(self.wanted)
        self.name = Elided("", self)
        self.name.setProperty("role", "muted")
        self.setAcceptDrops(True)
        self.setFocusProxy(self.kind)
        self.setAccessibleName(self.kind.accessibleName())
        line = QHBoxLayout()
        for widget in (self.kind, self.choose, self.open):
            line.addWidget(widget)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.name)
        self._tell()

    def show_material(self, material: Material | None, file: str) -> None:
        """Show what a step carries."""
        self.file = file
        self.kind.choose(material)
        self._tell()

    @property
    def material(self) -> Material | None:
        """What is chosen."""
        return Material(str(self.kind.key)) if self.kind.key else None

    def take(self, path: Path) -> None:
        """Link a file: by its place beside the book where it lies there, so that the folder can be moved whole."""
        book = self._around.opening.book
        if book is None:
            return
        try:
            self.show_material(Material.FILE, linked(book, path))
        except Refused as refused:
            self._around.window.complain(refused)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(Path(event.mimeData().urls()[0].toLocalFile()))
        event.acceptProposedAction()

    def _ask(self) -> None:
        path = ask_which(self, self.tr("Choose a file to link"), self._around.opening.book)
        if path is not None:
            self.take(path)

    def _tell(self) -> None:
        is_file = self.material is Material.FILE
        self.choose.setVisible(is_file)
        self.open.setEnabled(self.material is Material.USE or bool(is_file and self.file))
        hint = self.tr("no file yet: choose one, or drop it here")
        told = self.tr("linked, not copied into the book: {file}").format(file=self.file)
        made = self.tr("made when it is opened")
        self.name.setText((Path(self.file).name if self.file else hint) if is_file else made if self.material else "")
        self.name.setVisible(self.material is not None)
        self.name.explain(told if is_file and self.file else "")
