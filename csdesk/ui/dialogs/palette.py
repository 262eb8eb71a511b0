"""Ctrl+K: go to an account or a page, or do something, by typing part of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from csdesk.ui.registry import ENTRIES, Entry
from csdesk.ui.widgets.finder import Candidate, Finder
from csdesk.usecases.touches import AccountName, account_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.page import Surroundings


class Palette(QDialog):
    """Pages and actions are offered at once, accounts as soon as the book has told them."""

    def __init__(self, around: Surroundings, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = around.window
        self.setWindowTitle(self.tr("Search or go to"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setFixedWidth(520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.finder = Finder(self.tr("Search or go to"), self.tr("Account, page or action"), most=12, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.finder)
        column.addStretch()
        language = self._frame.language
        self._pages = [
            Candidate.of(entry, entry.title(language), hint=self.tr("Page"), icon=entry.icon)
            for entry in ENTRIES
            if entry.rail
        ]
        self._actions = [
            Candidate.of(action, _plain(action.text()), hint=action.shortcut().toString(), icon="chevron-right")
            for action in actions
            if _plain(action.text()) not in {page.text for page in self._pages}
        ]
        self.finder.offer([*self._pages, *self._actions], self._pages)
        self.finder.picked.connect(self._go)
        around.desk.ask(self, account_names, self._offer_accounts)
        self.setMinimumHeight(440)
        self.finder.setFocus()

    def _offer_accounts(self, names: tuple[AccountName, ...]) -> None:
        accounts = [Candidate(name.id, name.name, found_by(name), self.tr("Account"), "account") for name in names]
        self.finder.offer([*accounts, *self._pages, *self._actions], self._pages)

    def _go(self, key: object) -> None:
        self.accept()
        if isinstance(key, Entry):
            self._frame.open_page(key.name)
        elif isinstance(key, QAction):
            key.trigger()
        elif isinstance(key, int):
            self._frame.open_account(key)


def found_by(name: AccountName) -> str:
    """What an account is found by: its name as typed, and as the book folds it."""
    from csdesk.ui.folding import folded

    return f"{folded(name.name)} {folded(name.folded)}"


def _plain(text: str) -> str:
    return text.replace("&", "")
