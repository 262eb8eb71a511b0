"""A new board workbook: of which period, in which language, for whom; its cover beside it, as it will read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from csdesk.models.kinds import Language
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.ui.dialogs.password import Protection
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import form
from csdesk.ui.widgets.reports.cover import CoverPreview
from csdesk.ui.widgets.reports.template_row import TemplateRow, write_plain
from csdesk.ui.widgets.reports.writing import WritingCard
from csdesk.wording.charts import UNFINISHED, period_name
from csdesk.wording.speech import day
from csdesk.wording.window import LANGUAGES, PERIODS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from csdesk.models.drafts import Changes
    from csdesk.models.problems import Problem
    from csdesk.ui.desk import Progress
    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.reports.template_row import Content, Writer
    from csdesk.ui.widgets.reports.writing import Job
    from csdesk.usecases.books import Book
    from csdesk.usecases.scope import Scope

_OFFERED = {PeriodKind.MONTH: 24, PeriodKind.QUARTER: 12, PeriodKind.YEAR: 5}


class BoardCard(WritingCard):
    """What is written is recorded among the packs, as a step of its own."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.title.setText(self.tr("New board workbook"))
        self.text.setText(
            self.tr(
                "A cover, figures beside targets and the year before, movements, retention, cohorts, health, risks, "
                "churn reasons, wins, actions and where it all comes from, in one Excel file with native charts. "
                "Every figure is the one on screen."
            )
        )
        self._build_fields()
        self.lock = Protection(self.frame.language, self)
        self.cover = CoverPreview(around, self)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(form(self._fields()), 3)
        sides.addWidget(self.cover, 2)
        self.column.addLayout(sides)
        self.column.addWidget(self.lock)
        self.add_foot((self.tr("Write workbook..."), self._ask), main=True)

    def refresh(self) -> None:
        """Take period, day, company and language from the frame."""
        frame = self.frame
        with QSignalBlocker(self.kind):
            self.kind.choose(frame.scope.period.kind)
        with QSignalBlocker(self.company):
            self.company.setText(frame.settings.company)
        with QSignalBlocker(self.language):
            self.language.choose(frame.settings.language)
        self._offer_periods()

    @property
    def scope(self) -> Scope:
        """What the workbook speaks of: a period that is over at its last day, the present one at the as-of date."""
        period = self.period.key
        assert isinstance(period, Period)
        return replace(self.frame.scope, period=period, as_of=min(period.last.last_day, self.frame.scope.as_of))

    def write(self, path: Path, password: str = "") -> None:
        """Ask the book for the period's content, then write it, by the template where one is chosen, and record it."""
        note, by = self.note.text(), self.template.writer()
        self._ask_content(
            lambda content: self.write_content(content, path, note, password, by), redact=self.redact.isChecked()
        )

    def write_starter(self, path: Path) -> None:
        """Write a template to begin with, in the report's language; it holds nothing of the book."""

        def then(content: Content) -> None:
            self.write_file(_job(self.template.starter_writer(), content, path), path)

        self._ask_content(then, redact=True)

    def write_content(
        self, content: Content, path: Path, note: str, password: str = "", by: Writer = write_plain
    ) -> None:
        """Write a workbook on the bench, and record it once it is there."""

        def action(book: Book) -> Changes:
            from csdesk.usecases.packs import record_pack

            return record_pack(book, content, path.name, note)

        def then() -> None:
            self.template.say()
            self.desk.do(self, action, refused=self.frame.complain)

        self.write_file(_job(by, content, path, password), path, then)

    def _ask_content(self, then: Callable[[Content], None], *, redact: bool) -> None:
        scope, language = self.scope, Language(str(self.language.key))
        self.say_reading()

        def question(book: Book) -> Content:
            from csdesk.usecases.reports import board_content

            return board_content(book, scope, language, redact=redact)

        self.desk.ask(self, question, then, about="board")

    # -- fields ----------------------------------------------------------------------------------------------------

    def _build_fields(self) -> None:
        language = self.frame.language
        self.kind = Choice([(kind, PERIODS[kind].say(language)) for kind in PeriodKind], self.tr("Period kind"), self)
        self.kind.currentIndexChanged.connect(self._offer_periods)
        self.period = Choice((), self.tr("Period"), self)
        self.period.currentIndexChanged.connect(self._show_cover)
        self.day = QLabel(self)
        languages = [(tongue, LANGUAGES[tongue].say(language)) for tongue in Language]
        self.language = Choice(languages, self.tr("Language of the report"), self)
        self.language.currentIndexChanged.connect(self._show_cover)
        self.company = QLineEdit(self, placeholderText=self.tr("The name on the cover"))
        self.company.editingFinished.connect(self._keep_company)
        self.company.textChanged.connect(self._show_cover)
        self.note = QLineEdit(self, placeholderText=self.tr("The board of October, the bank ..."))
        self.redact = QCheckBox(self.tr("Without customer names"), self)
        self.redact.toggled.connect(self._show_cover)
        self.template = TemplateRow(language, self._ask_starter, self)

    def _fields(self) -> tuple[tuple[str, QWidget], ...]:
        periods = QWidget(self)
        row = QHBoxLayout(periods)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.kind)
        row.addWidget(self.period)
        row.addStretch(1)
        return (
            (self.tr("Period"), periods),
            (self.tr("As of"), self.day),
            (self.tr("Language"), self.language),
            (self.tr("Company"), self.company),
            (self.tr("For whom"), self.note),
            (self.tr("Template"), self.template),
            ("", self.redact),
        )

    def _offer_periods(self) -> None:
        kind = PeriodKind(str(self.kind.key))
        scope = self.frame.scope
        period = Period.holding(Month.of(scope.as_of), kind, scope.period.fiscal_start)
        over = scope.as_of >= period.last.last_day
        with QSignalBlocker(self.period):
            self.period.clear()
            for at in range(_OFFERED[kind]):
                name = period_name(period, self.frame.language)
                running = not at and not over
                self.period.addItem(f"{name} ({UNFINISHED.say(self.frame.language)})" if running else name, period)
                period = period.previous
            self.period.setCurrentIndex(0 if over else 1)
        self._show_cover()

    def _show_cover(self) -> None:
        if self.period.key is None or self.language.key is None:
            return
        scope = self.scope
        self.day.setText(day(scope.as_of, self.frame.language))
        company, tongue = self.company.text().strip(), Language(str(self.language.key))
        self.cover.show_cover(company, scope, tongue, redacted=self.redact.isChecked())

    def _keep_company(self) -> None:
        company = self.company.text().strip()
        if company == self.frame.settings.company:
            return

        def action(book: Book) -> Changes:
            from csdesk.usecases.settings import book_settings, change_settings

            return change_settings(book, replace(book_settings(book), company=company))

        self.desk.do(self, action, refused=self.frame.complain)

    def _ask_starter(self) -> None:
        if path := self.ask_where(f"{self.tr('Template')}.xlsx"):
            self.write_starter(path)

    def _ask(self) -> None:
        path = self.ask_where(f"{self.company.text().strip() or 'csdesk'} {self.scope.period}.xlsx")
        if path is not None:
            self.lock.then(lambda password: self.write(path, password))


def _job(write: Writer, content: Content, path: Path, password: str = "") -> Job:
    def job(progress: Progress) -> tuple[Problem, ...]:
        write(content, path, progress, password)
        return ()

    return job
