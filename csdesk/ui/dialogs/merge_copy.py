"""Merging a colleague's copy: what it would bring, what is asked side by side, and doing it as one step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.widgets.card import Elided, Fold, muted
from csdesk.ui.widgets.form import StepDialog
from csdesk.ui.widgets.question_sheet import QuestionSheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book, BookError
    from csdesk.usecases.merging import Answer, CopyBeside, MergePlan, QuestionKey, QuestionLine

_NARROW, _ROOMY, _TALL = 600, QSize(980, 680), 140
_STEPS = 6
"""Steps told one by one, the newest; the others are counted."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look has found, in words."""

    plan: MergePlan
    would: tuple[str, ...]
    steps: tuple[str, ...]
    questions: tuple[QuestionLine, ...]


class _Beside:
    """The copy, on the lane alone, where letting go comes after whatever was begun."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._copy: CopyBeside | None = None

    def look(
        self, book: Book, answers: dict[QuestionKey, Answer], currency: Currency, language: Language
    ) -> Looked | BookError:
        """Look once more; what is wrong with the copy is no trouble of the book."""
        from csdesk.usecases.books import BookError
        from csdesk.usecases.merging import CopyBeside, plan_lines, question_line, step_lines

        try:
            self._copy = self._copy or CopyBeside(book, self._path)
            plan = self._copy.look(answers)
        except BookError as error:
            return error
        lines = tuple(question_line(question, currency, language) for question in plan.questions)
        return Looked(plan, plan_lines(plan, language), step_lines(plan, language)[::-1], lines)

    def merge(self, _book: Book, answers: dict[QuestionKey, Answer]) -> Changes:
        """Bring in what was seen."""
        assert self._copy is not None, "looked at first"
        return self._copy.merge_as_seen(answers)

    def let_go(self, _book: Book) -> None:
        """Close it."""
        if self._copy is not None:
            self._copy.close()


class MergeCopy(StepDialog):
    """Looks as soon as it is made. Every answer is looked at again, so that what would be done is always true."""

    def __init__(self, around: Surroundings, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._frame = around.window
        self._beside = _Beside(path)
        self._merging = False
        self.setWindowTitle(self.tr("Merge a colleague's copy"))
        self.setMinimumWidth(_NARROW)
        self.main.setText(self.tr("Merge"))
        self._build(path)
        self.finished.connect(lambda _how: around.desk.ask(self._frame, self._beside.let_go, lambda _none: None))
        self._wait(self.tr("Looking at the copy. The book is not changed by that."))
        self._look()

    def check(self) -> None:
        self._wrong.hide()
        self._merging = True
        self._wait(self.tr("Merging. A backup is made first."))
        answers = dict(self.sheet.answers)
        self.write(lambda book: self._beside.merge(book, answers), self.say_and_close)

    def reject(self) -> None:
        if not self._merging:  # what is under way is said when it is done
            super().reject()

    def say_and_close(self, changes: Changes) -> None:
        self._merging = False
        super().say_and_close(changes)

    def show_look(self, found: Looked | BookError) -> None:
        """Show what was found."""
        if isinstance(found, Exception):
            self._show_failure(found)
            return
        self._waiting.hide()
        self._said.setText(self._summary(found))
        self._said.show()
        self._show_steps(found)
        self._deciding.setVisible(bool(found.questions))
        first = not self.sheet.lines
        self.sheet.show_lines(found.questions)
        self._count()
        if found.plan.brings_nothing:
            self.main.hide()
            self.leave.setText(self.tr("Close"))
            self.leave.setFocus()
        elif not self._merging:
            self.hold(held=False)
            if found.questions and first:
                self._spread()

    # -- what is asked ---------------------------------------------------------------------------------------------

    def _look(self) -> None:
        look = partial(
            self._beside.look,
            answers=dict(self.sheet.answers),
            currency=self._frame.currency,
            language=self._frame.language,
        )
        self._around.desk.ask(self, look, self.show_look, about="look")

    def _heed(self, lines: Sequence[QuestionLine]) -> None:
        """An answer about a whole row may bring up further questions, which are to be seen before it is merged."""
        if any(not line.question.field for line in lines):
            self.hold()
        self._count()
        self._look()

    def _refuse(self, error: Exception) -> None:
        from csdesk.usecases.books import BookError, Trouble

        self._merging = False
        self._waiting.hide()
        super()._refuse(error)
        if isinstance(error, BookError) and error.trouble is Trouble.MERGE_MOVED:
            self.say_wrong(
                self.tr(
                    "The book was changed meanwhile. Nothing has been merged. What you chose is kept: see what is new "
                    "below, then merge."
                )
            )
            self.hold()
            self._look()

    # -- what is shown ---------------------------------------------------------------------------------------------

    def _wait(self, word: str) -> None:
        self.hold()
        self._word.setText(word)
        self._waiting.show()

    def _summary(self, found: Looked) -> str:
        from csdesk.wording.merging import NOTHING_NEW

        if found.plan.brings_nothing:
            return NOTHING_NEW.say(self._frame.language)
        return "\n".join(found.would) or self.tr("No row of this book would change; only who did what is taken over.")

    def _show_steps(self, found: Looked) -> None:
        people = ", ".join(dict.fromkeys(step.who for step in found.plan.steps))
        self._steps.say(self.tr("Done in the copy: {n} ({people})").format(n=f"{len(found.steps):,}", people=people))
        lines = list(found.steps[:_STEPS])
        if len(found.steps) > _STEPS:
            lines.append(self.tr("and {n} more").format(n=f"{len(found.steps) - _STEPS:,}"))
        self._listed.setText("\n".join(lines))
        self._steps.setVisible(bool(found.steps))

    def _show_failure(self, error: Exception) -> None:
        from csdesk.usecases.sentences import error_sentence

        self._waiting.hide()
        self.main.hide()
        self.leave.setText(self.tr("Close"))
        self.say_wrong(error_sentence(error, self._frame.language), self.leave)

    def _count(self) -> None:
        asked, left = len(self.sheet.lines), self.sheet.as_proposed()
        self._asked.setText(self.tr("To decide: {n}").format(n=f"{asked:,}"))
        self._left.setText(
            self.tr("Still as proposed: {n} of {all}. As proposed, nothing of this book and no row of the copy goes.")
            .format(n=f"{left:,}", all=f"{asked:,}")
        )  # fmt: skip

    def _show_whole(self, line: QuestionLine) -> None:
        """What the cells of the row have no room for."""
        sides = zip((self.tr("This book: {value}"), self.tr("The copy: {value}")), line.choices, strict=True)
        told = [word.format(value=" ".join(choice.words.split())) for word, choice in sides]
        of = " · ".join(filter(None, (line.what, line.field or line.asked)))
        for label, text in zip(self._whole, (of, *told), strict=True):
            label.setText(text)

    def _spread(self) -> None:
        """Make room for the table, as far as the screen has it."""
        self.resize(self.size().expandedTo(_ROOMY.boundedTo(self.screen().availableSize() * 0.9)))
        self.sheet.setFocus()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, path: Path) -> None:
        name = Elided(self.tr("From {file}").format(file=path.name), self)
        name.setProperty("role", "section")
        name.explain(str(path))
        self._said, self._listed = _plain(self), _plain(self)
        self._said.hide()
        self._listed.setProperty("role", "muted")
        self._steps = Fold(self)
        self._steps.body.addWidget(self._listed)
        self._steps.hide()
        for widget in (name, self._build_waiting(), self._said, self._steps):
            self.body.addWidget(widget)
        self.body.addWidget(self._build_questions(), 1)
        self.body.addStretch()

    def _build_waiting(self) -> QWidget:
        self._waiting = QWidget(self)
        self._word = muted("", self._waiting)
        bar = QProgressBar(self._waiting)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Progress"))
        column = QVBoxLayout(self._waiting)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._word)
        column.addWidget(bar)
        return self._waiting

    def _build_questions(self) -> QWidget:
        self._deciding = QWidget(self)
        self._asked, self._left = QLabel(self._deciding), muted("", self._deciding)
        self._whole = [Elided("", self._deciding) for _line in range(3)]
        self._asked.setProperty("role", "heading")
        self.sheet = QuestionSheet(self._deciding)
        self.sheet.setMinimumHeight(_TALL)
        self.sheet.answered.connect(self._heed)
        self.sheet.reached.connect(self._show_whole)
        head = QHBoxLayout()
        head.addWidget(self._asked)
        head.addStretch()
        for side, word in enumerate((self.tr("Take all from this book"), self.tr("Take all from the copy"))):
            button = QPushButton(word, self._deciding)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, side=side: self.sheet.take_all(side))
            head.addWidget(button)
        keys = muted(self.tr("A click takes a side; so do ← and →, or 1 and 2, on the rows chosen. Space changes it."))
        column = QVBoxLayout(self._deciding)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.sheet, 1)
        for label in self._whole:
            column.addWidget(label)
        column.addWidget(self._left)
        column.addWidget(keys)
        self._deciding.hide()
        return self._deciding


def _plain(parent: QWidget) -> QLabel:
    """Lines that hold other people's words."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
