"""A sentence whose parts lead to what they say."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from csdesk.ui.plain import brief

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class Linked(QLabel):
    """`followed` carries the key of the part that is clicked, or chosen with Tab and Enter."""

    followed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setProperty("markup", "true")
        self.setTextInteractionFlags(_LINKS)
        self.linkActivated.connect(self.followed.emit)

    def say(self, sentence: Callable[[Callable[[str, str], str]], str]) -> None:
        """Show what a sentence is when it is given how a key and its text become a part."""
        self.setText(sentence(_part))
        self.setAccessibleName(sentence(lambda _key, text: brief(text)))


def _part(key: str, text: str) -> str:
    return f'<a href="{escape(key)}">{escape(brief(text))}</a>'
