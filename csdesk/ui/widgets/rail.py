"""The left rail: one entry a page, icon and word, collapsible, walked with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from csdesk.ui import icons, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from csdesk.models.kinds import Language
    from csdesk.ui.registry import Entry

_WIDE, _NARROW, _EDGE, _ICON = 148, 48, 8, 20


class Rail(QFrame):
    """`chosen` carries the name of the page clicked; `folded` whether only icons are shown now."""

    chosen = Signal(str)
    folded = Signal(bool)

    def __init__(
        self, entries: Sequence[Entry], language: Language, *, narrow: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._narrow = narrow
        self._buttons: dict[str, QToolButton] = {}
        self._entries = {entry.name: entry for entry in entries}
        self._fold = self._button(self.tr("Narrow"), "chevron-left")
        self._fold.clicked.connect(lambda: self.set_narrow(narrow=not self._narrow))
        self._lay_out(entries, language)
        self.set_narrow(narrow=narrow)

    def mark(self, name: str) -> None:
        """Show which page is in front; an account's page belongs to the accounts."""
        for page, button in self._buttons.items():
            button.setChecked(page == ("accounts" if name == "account" else name))
        self._tint()

    def set_enabled_pages(self, *, has_book: bool) -> None:
        """Without a book only the pages that need none can be opened."""
        for name, button in self._buttons.items():
            button.setEnabled(has_book or self._entries[name].bookless)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, or icons with words."""
        self._narrow = narrow
        wide = _NARROW if narrow else _WIDE
        for button in (*self._buttons.values(), self._fold):
            button.setProperty("narrow", narrow)
            button.setFixedWidth(wide - 2 * _EDGE)
            if self.isVisible():  # else it is styled when it is shown
                button.style().polish(button)
        self.setFixedWidth(wide)
        self._tint()
        self.folded.emit(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        reachable = [button for button in (*self._buttons.values(), self._fold) if button.isEnabled()]
        focused = self.focusWidget()
        if event.key() in steps and focused in reachable:
            reachable[(reachable.index(focused) + steps[Qt.Key(event.key())]) % len(reachable)].setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _lay_out(self, entries: Sequence[Entry], language: Language) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 10, _EDGE, 8)
        column.setSpacing(2)
        for low in (False, True):
            for entry in entries:
                if entry.rail and entry.low is low:
                    column.addWidget(self._page_button(entry, language))
            if not low:
                column.addStretch()
        column.addWidget(self._fold)

    def _page_button(self, entry: Entry, language: Language) -> QToolButton:
        button = self._button(entry.title(language), entry.icon)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(entry.name))
        self._buttons[entry.name] = button
        return button

    def _button(self, word: str, icon: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "rail")
        button.setProperty("icon_name", icon)
        button.setText(word)
        button.setToolTip(word)
        button.setAccessibleName(word)
        button.setIconSize(QSize(_ICON, _ICON))
        return button

    def _tint(self) -> None:
        chosen = theme.tokens()
        for button in self._buttons.values():
            tint = chosen.accent if button.isChecked() else chosen.muted
            button.setIcon(icons.icon(button.property("icon_name"), tint, (_ICON,)))
        self._fold.setIcon(icons.icon("chevron-right" if self._narrow else "chevron-left", chosen.muted, (_ICON,)))
