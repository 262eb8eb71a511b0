"""How the team works: one question, and by its answer the figures worth looking at now and those that wait."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from csdesk.models.levels import Level
from csdesk.ui.widgets.card import Card, clear, muted
from csdesk.ui.widgets.linked import Linked
from csdesk.ui.widgets.part import titled_row
from csdesk.usecases.maturity import maturity_page, tell_level
from csdesk.wording.maturity import book_words, level_words, sight_name, sight_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from csdesk.models.kinds import Language
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.maturity import MaturityPage, Sight


_GAP = 8
"""Between what waits for one thing and what waits for the next."""


class MaturityPart(QScrollArea):
    """The answer is kept in the book, as a step; every figure leads to its page."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame, self._desk = around.window, around.desk
        self._level: Level | None = None
        self.levels = QButtonGroup(self)
        self.unanswered = muted(
            self.tr(
                "Not answered yet. Choose one to see which figures already tell a team like yours something, and which "
                "had better wait, and why."
            ),
            self,
        )
        language = self._frame.language
        self._lists = QWidget(self)
        self.now = SightsCard(self.tr("Worth looking at now"), language, waits=False, parent=self._lists)
        self.waiting = SightsCard(self.tr("Better later"), language, waits=True, parent=self._lists)
        self._lay_out()
        self._show_level()

    def refresh(self) -> None:
        """Ask again."""
        scope = self._frame.scope

        def question(book: Book) -> MaturityPage:
            return maturity_page(book, scope)

        self._desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: MaturityPage) -> None:
        """Show what the book answered."""
        self._level = answer.level
        self._show_level()
        self.now.show_sights(answer.now)
        self.waiting.show_sights(answer.waiting)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._lists)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in (self.now, self.waiting):
            card.page_wanted.connect(self._frame.open_page)
            row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        content = QWidget(self)
        content.setProperty("role", "page")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 12, 8, 20)
        column.setSpacing(12)
        column.addLayout(titled_row(content, self.tr("Which of these describes your team best today?"))[0])
        column.addLayout(self._choices())
        column.addWidget(self.unanswered)
        column.addWidget(self._lists)
        column.addWidget(muted(self.tr("Nothing is locked: every page stays open, whatever you choose."), content))
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(content)

    def _choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for place, level in enumerate(Level):
            choice = QRadioButton(level_words(level, self._frame.language), self)
            self.levels.addButton(choice, place)
            column.addWidget(choice)
        self.levels.idClicked.connect(self._tell)
        return column

    def _tell(self, place: int) -> None:
        level = tuple(Level)[place]
        if level is not self._level:
            self._desk.do(self, lambda book: tell_level(book, level), self._frame.say_step, self._refused)

    def _refused(self, error: Exception) -> None:
        self._show_level()
        self._frame.complain(error)

    def _show_level(self) -> None:
        self.levels.setExclusive(False)  # else nothing could take back the first answer
        for choice, level in zip(self.levels.buttons(), Level, strict=True):
            choice.setChecked(level is self._level)
        self.levels.setExclusive(True)
        self.unanswered.setVisible(self._level is None)
        self._lists.setVisible(self._level is not None)


class SightsCard(Card):
    """Figures with one line each: what they are good for, or need; below it what the book lacks for them. Those that
    wait stand under what the team has to be able to say.
    `page_wanted` carries the page of the figure that is followed."""

    page_wanted = Signal(str)

    def __init__(self, title: str, language: Language, *, waits: bool, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._language, self._waits = language, waits
        self.body.setSpacing(8)

    def show_sights(self, sights: Iterable[Sight]) -> None:
        """Show these; the card is hidden where there is none."""
        clear(self.body)
        for level, group in groupby(sights, attrgetter("level")):
            if self._waits:
                said = self.tr("Once you can say: {what}").format(what=level_words(level, self._language))
                self.body.addSpacing(_GAP if self.body.count() else 0)
                self.body.addWidget(self._line(said))
            for sight in group:
                self.body.addLayout(self._sight(sight))
        self.setVisible(bool(self.body.count()))

    def _sight(self, sight: Sight) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        name = Linked(self)
        name.say(lambda part: part(sight.page, sight_name(sight.figure, self._language)))
        name.followed.connect(self.page_wanted)
        column.addWidget(name)
        column.addWidget(muted(sight_words(sight.figure, self._language, waits=self._waits), self))
        lacking = book_words(sight.figure, sight.measure, sight.have, sight.least, self._language)
        if lacking:
            column.addWidget(self._line(self.tr("In your book: {what}").format(what=lacking), "small"))
        return column

    def _line(self, text: str, role: str = "") -> QLabel:
        said = QLabel(text, self)
        said.setProperty("role", role)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        return said
