"""Reports: a new board workbook with its cover, packs that were sent, targets, wins, and everything as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from csdesk.ui.page import Page
from csdesk.ui.pages.board_card import BoardCard
from csdesk.ui.pages.export_card import ExportCard
from csdesk.ui.widgets.reports.packs_part import PacksPart
from csdesk.ui.widgets.reports.targets_part import TargetsPart
from csdesk.ui.widgets.reports.wins_part import WinsPart

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.packs import Pack
    from csdesk.usecases.pinning import BoardContent
    from csdesk.usecases.targets import TargetRow
    from csdesk.usecases.wins import WinRow


class ReportsPage(Page):
    """Its parts, one below the other; each asks by itself."""

    name: ClassVar[str] = "reports"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        content = QWidget(self)
        content.setProperty("role", "page")
        heading = QLabel(self.title(), content)
        heading.setProperty("role", "section")
        self.board = BoardCard(around, content)
        self.packs = PacksPart(around, content)
        self.targets = TargetsPart(around, content)
        self.wins = WinsPart(around, content)
        self.export = ExportCard(around, content)
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(20)
        for part in (heading, self.board, self.packs, self.targets, self.wins, self.export):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.packs.opened.connect(self._open_pack)
        self.targets.opened.connect(self._open_target)
        self.wins.opened.connect(self._open_win)

    def refresh(self) -> None:
        """Let every part ask again."""
        self.board.refresh()
        self.packs.refresh()
        self.targets.refresh()
        self.wins.refresh()

    def _open_pack(self, pack: Pack) -> None:
        from csdesk.ui.dialogs.pack import PackDialog

        dialog = PackDialog(self.around, pack, self)
        dialog.again.connect(self._write_again)
        dialog.open()

    def _write_again(self, content: BoardContent, file: str, note: str) -> None:
        path = self.board.ask_where(file)
        if path is not None:
            self.board.lock.then(lambda password: self.board.write_content(content, path, note, password))

    def _open_target(self, row: TargetRow | None) -> None:
        from csdesk.ui.dialogs.target import TargetDialog

        (TargetDialog(self.around, self, row.metric, row.kind) if row else TargetDialog(self.around, self)).open()

    def _open_win(self, row: WinRow | None) -> None:
        from csdesk.ui.dialogs.win import WinDialog

        WinDialog(self.around, row.id if row else None, self).open()
