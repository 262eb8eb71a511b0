"""The top bar: the book and that it is saved, search, what the number pages speak of, quick touch."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.ui import icons, theme
from csdesk.ui.opening import Hold
from csdesk.ui.widgets.choice import Choice
from csdesk.wording.window import PERIODS

if TYPE_CHECKING:
    from csdesk.usecases.scope import Scope

_LOCALES = {Language.EN: QLocale(QLocale.Language.English), Language.JA: QLocale(QLocale.Language.Japanese)}
_FORMATS = {Language.EN: "d MMM yyyy", Language.JA: "yyyy/MM/dd"}
"""Dates as every list of the window writes them."""


class TopBar(QFrame):
    """`searched` and `touched` are its two buttons; `rescoped` carries the date and the period kind chosen."""

    searched = Signal()
    touched = Signal()
    rescoped = Signal(object, object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._book = QLabel(self)
        self._book.setProperty("role", "heading")
        self._saved = QLabel(self)
        self._saved.setProperty("role", "muted")
        self._search = QToolButton(self)
        self._search.setProperty("role", "control")
        self._search.setText(self.tr("Search or go to ...") + "   Ctrl+K")
        self._search.setAccessibleName(self.tr("Search"))
        self._search.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._search.clicked.connect(self.searched)
        self._label = QLabel(self.tr("As of"), self)
        self._label.setProperty("role", "muted")
        self._day = QDateEdit(self)
        self._day.setCalendarPopup(True)
        self._day.setLocale(_LOCALES[language])
        self._day.setDisplayFormat(_FORMATS[language])
        self._day.setAccessibleName(self.tr("As of"))
        self._day.setToolTip(self.tr("Every figure is shown as it stood at the end of this day"))
        self._day.setKeyboardTracking(False)
        self._kind = Choice([(kind, PERIODS[kind].say(language)) for kind in PeriodKind], self.tr("Period"), self)
        self._touch = QPushButton(self.tr("Log touch"), self)
        self._touch.setProperty("role", "main")
        self._touch.setToolTip(self.tr("Log a touch from anywhere (Ctrl+Shift+A)"))
        self._touch.clicked.connect(self.touched)
        self._day.dateChanged.connect(self._tell)
        self._kind.currentIndexChanged.connect(self._tell)
        self._lay_out()
        self._tint()

    def show_book(self, name: str, hold: Hold = Hold.WRITE) -> None:
        """The book's name, '' without a book. Everything typed is saved at once, which is said beside it, unless it
        cannot be."""
        word, hint = {
            Hold.WRITE: (self.tr("Saved"), ""),
            Hold.READ: (self.tr("Read-only"), self.tr("This book is open for reading only; changes are refused.")),
            Hold.COPY: (
                self.tr("Read-only copy"),
                self.tr("A copy of the book as it was when it was opened here; changes are refused."),
            ),
        }[hold]
        self._book.setText(name)
        self._saved.setText(word if name else "")
        self._saved.setToolTip(hint)
        self._saved.setProperty("role", "muted" if hold is Hold.WRITE else "heading")
        self._saved.style().polish(self._saved)
        self.setVisible(bool(name))

    def show_scope(self, scope: Scope) -> None:
        """Show what the number pages speak of."""
        with QSignalBlocker(self._day), QSignalBlocker(self._kind):
            self._day.setDate(QDate(scope.as_of.year, scope.as_of.month, scope.as_of.day))
            self._kind.choose(scope.period.kind)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._book)
        row.addWidget(self._saved)
        row.addStretch(1)
        row.addWidget(self._search)
        row.addStretch(1)
        for widget in (self._label, self._day, self._kind, self._touch):
            row.addWidget(widget)

    def _tell(self) -> None:
        shown = self._day.date()
        self.rescoped.emit(date(shown.year(), shown.month(), shown.day()), PeriodKind(str(self._kind.key)))

    def _tint(self) -> None:
        chosen = theme.tokens()
        self._search.setIcon(icons.icon("search", chosen.muted))
        self._touch.setIcon(icons.icon("touch", chosen.on_accent))
        self._touch.setIconSize(QSize(16, 16))
