"""The account review: what goes in, what is typed for it, its first page as it will be, and where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from csdesk.models.kinds import Language
from csdesk.models.months import Period, PeriodKind
from csdesk.ui.asking_where import ask_where, file_name
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.ui.widgets.review_page import FirstPage
from csdesk.ui.widgets.review_steps import ReviewSteps
from csdesk.usecases.review import Part, ReviewChoice, review_period
from csdesk.usecases.review_kept import ReviewStart, keep_review, review_start
from csdesk.wording.charts import UNFINISHED, period_name
from csdesk.wording.review import part_name, review_word
from csdesk.wording.window import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from csdesk.ui.desk import Progress
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.review import ReviewContent

_OFFERED = {PeriodKind.QUARTER: 6, PeriodKind.MONTH: 6, PeriodKind.YEAR: 2}
_LEFT = 580
"""Width of what is chosen, in pixels."""
_REST = 400
"""Milliseconds without a change after which the page is drawn anew."""


class AccountReview(StepDialog):
    """Writes the review of one account; what was typed is kept with the account."""

    def __init__(self, around: Surroundings, account: int, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._account, self._start = account, ReviewStart("", around.window.language, "", (), ())
        frame = around.window
        self.setWindowTitle(self.tr("Account review"))
        self._build_fields()
        self.page = FirstPage(around, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._draw)
        self._lay_out()
        self.hold()
        self.fit()
        around.desk.ask(self, lambda book: review_start(book, account, frame.settings.language), self.show_start)

    def show_start(self, start: ReviewStart) -> None:
        """Begin with what is kept of the account."""
        self._start = start
        self.setWindowTitle(self.tr("Account review: {name}").format(name=start.customer))
        self.language.choose(start.language)
        self.roadmap.setPlainText(start.roadmap)
        self.steps.show_steps(start.steps, start.offered)
        for signal in (self.period.currentIndexChanged, self.language.currentIndexChanged, self.roadmap.textChanged,
                       self.steps.changed, *(box.toggled for box in self.parts.values())):  # fmt: skip
            signal.connect(self._rest.start)
        self.hold(held=False)
        self._draw()

    def hold(self, *, held: bool = True) -> None:
        self.main.setEnabled(not held)
        self.workbook.setEnabled(not held)

    def check(self) -> None:
        self._ask_where(".pdf")

    @property
    def choice(self) -> ReviewChoice:
        """What is chosen and typed."""
        period = self.period.key
        assert isinstance(period, Period)
        wanted = frozenset(part for part, box in self.parts.items() if box.isChecked())
        language = Language(str(self.language.key))
        return ReviewChoice(period, language, wanted, self.roadmap.toPlainText(), self.steps.steps)

    def write_to(self, path: Path) -> None:
        """Write the review, and keep what was typed with the account where it is another than before."""
        wrong = self.steps.not_understood
        if wrong is not None:
            self.say_wrong(self.tr("This day is not understood. Try: today, +7, 2024-04-01."), wrong)
            return
        self.hold()
        self.page.stop()
        self._keep()
        self._around.desk.ask(self, self._question(), lambda content: self._write(content, path), about="file")

    # -- building --------------------------------------------------------------------------------------------------

    def _build_fields(self) -> None:
        frame = self._around.window
        spoken = frame.language
        self.period = Choice(list(self._periods()), self.tr("Period"), self)
        languages = [(tongue, LANGUAGES[tongue].say(spoken)) for tongue in Language]
        self.language = Choice(languages, self.tr("Language of the review"), self)
        self.parts: dict[Part, QCheckBox] = {}
        for part in Part:
            self.parts[part] = QCheckBox(part_name(part, spoken), self)
            self.parts[part].setChecked(True)
            self.parts[part].setMinimumHeight(self.parts[part].sizeHint().height())
        self.roadmap = QPlainTextEdit(self)
        self.roadmap.setTabChangesFocus(True)
        self.roadmap.setFixedHeight(84)
        self.roadmap.setPlaceholderText(self.tr("What the customer can look forward to"))
        self.roadmap.setAccessibleName(self.tr("What is coming"))
        self.steps = ReviewSteps(frame, self)
        self.main.setText(self.tr("Write PDF..."))
        self.workbook = QPushButton(self.tr("Write workbook..."), self)
        self.workbook.setAutoDefault(False)
        self.workbook.clicked.connect(lambda _checked=False: self._ask_where(".xlsx"))
        self.foot.insertWidget(self.foot.count() - 1, self.workbook)

    def _periods(self) -> Iterator[tuple[Period, str]]:
        """Quarters, months and years that are over, the latest first; then the quarter that runs."""
        scope, language = self._around.window.scope, self._around.window.language
        for kind, number in _OFFERED.items():
            period = review_period(scope.as_of, kind, scope.period.fiscal_start)
            running = period.next
            for _ in range(number):
                yield period, period_name(period, language)
                period = period.previous
            if kind is PeriodKind.QUARTER:
                yield running, f"{period_name(running, language)} ({UNFINISHED.say(language)})"

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for place, box in enumerate(self.parts.values()):
            grid.addWidget(box, place // 2, place % 2)
        ticks = QWidget(self)
        ticks.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        fields = form([(self.tr("Period"), self.period), (self.tr("Language"), self.language),
                       (self.tr("Parts"), ticks), (self.tr("What is coming"), self.roadmap)])  # fmt: skip
        heading, quiet = QLabel(self.tr("Next steps"), self), QLabel(self)
        heading.setProperty("role", "muted")
        quiet.setProperty("role", "small")
        quiet.setWordWrap(True)
        quiet.setText(
            self.tr(
                "The customer reads its own goals, use, tickets, answers and contract days, and when you met whom. "
                "Notes, health, risks and amounts stay here."
            )
        )
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(fields)
        left.addWidget(heading)
        left.addWidget(self.steps)
        left.addWidget(quiet)
        left.addStretch(1)
        held = QWidget(self)
        held.setLayout(left)
        self.setMinimumWidth(_LEFT + self.page.width() + 60)
        left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(held, 1)
        row.addWidget(self.page, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _question(self) -> Callable[[Book], ReviewContent]:
        account, as_of, choice = self._account, self._around.window.scope.as_of, self.choice

        def question(book: Book) -> ReviewContent:
            from csdesk.usecases.review import review_content

            return review_content(book, account, as_of, choice)

        return question

    def _draw(self) -> None:
        self._around.desk.ask(self, self._question(), self.page.draw, about="page")

    # -- writing ---------------------------------------------------------------------------------------------------

    def _ask_where(self, ending: str) -> None:
        title = review_word("title", self.choice.language)
        name = file_name(f"{self._start.customer} {title} {self.choice.period}")
        kinds = self.tr("PDF (*.pdf)") if ending == ".pdf" else self.tr("Workbook (*.xlsx)")
        path = ask_where(self, self.tr("Save as"), f"{name}{ending}", kinds, ending)
        if path is not None:
            self.write_to(path)

    def _keep(self) -> None:
        account, choice, start = self._account, self.choice, self._start
        typed = (choice.language, choice.roadmap.strip(), choice.steps)
        if typed != (start.language, start.roadmap.strip(), start.steps):
            self._around.desk.do(
                self, lambda book: keep_review(book, account, *typed), refused=self._around.window.complain
            )

    def _write(self, content: ReviewContent, path: Path) -> None:
        def job(progress: Progress) -> str:
            from csdesk.ui.widgets.chart_copies import load_drawing
            from csdesk.usecases.review import write_review

            load_drawing()
            write_review(content, path, progress)
            return path.name

        def done(name: str) -> None:
            self._around.window.toast(self.tr("{file} written").format(file=name))
            self.accept()

        title = self.tr("Writing {file}").format(file=path.name)
        self._around.desk.work(self, job, done, failed=self._refuse, title=title)
