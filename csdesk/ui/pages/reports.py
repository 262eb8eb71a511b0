"""Reports: the board workbook of a period, and everything the book holds as a workbook."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from PySide6.QtCore import QSignalBlocker, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from csdesk.models.kinds import Kind, Language
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.text import visible
from csdesk.ui.dialogs.password import Protection
from csdesk.ui.page import Page, Surroundings
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import form
from csdesk.wording.charts import UNFINISHED, period_name
from csdesk.wording.speech import day
from csdesk.wording.window import LANGUAGES, PAGES, PERIODS

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.models.drafts import Changes
    from csdesk.models.problems import Problem
    from csdesk.ui.desk import Progress, Work
    from csdesk.usecases.books import Book
    from csdesk.usecases.scope import Scope

Job: TypeAlias = "Callable[[Progress], tuple[Problem, ...]]"
"""Writes a file; gives the texts that a cell could not hold whole."""

_OFFERED = {PeriodKind.MONTH: 24, PeriodKind.QUARTER: 12, PeriodKind.YEAR: 5}
_WIDTH = 720


class ReportsPage(Page):
    """Two cards: what goes in, where it goes; once written, a way to it."""

    name: ClassVar[str] = "reports"
    depends: ClassVar[frozenset[Kind]] = frozenset({Kind.SETTING})

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._under_way: dict[str, QLabel] = {}
        self.desk.ended.connect(self._ended)
        self._build_fields()
        self._said, self._written = self._line(), self._line()
        self._board_lock, self._export_lock = (Protection(self.frame.language, self) for _ in range(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(12)
        heading = QLabel(self.title(), self)
        heading.setProperty("role", "section")
        column.addWidget(heading)
        column.addWidget(self._board_card())
        column.addWidget(self._export_card())
        column.addStretch(1)

    def title(self) -> str:
        return PAGES["reports"].say(self.frame.language)

    def refresh(self) -> None:
        """Take period, day, company and language from the frame."""
        frame = self.frame
        with QSignalBlocker(self._kind):
            self._kind.choose(frame.scope.period.kind)
        with QSignalBlocker(self._company):
            self._company.setText(frame.settings.company)
        self._language.choose(frame.settings.language)
        self._offer_periods()

    @property
    def scope(self) -> Scope:
        """What the workbook speaks of: a period that is over at its last day, the present one at the as-of date."""
        period = self._period.key
        assert isinstance(period, Period)
        return replace(self.frame.scope, period=period, as_of=min(period.last.last_day, self.frame.scope.as_of))

    # -- building --------------------------------------------------------------------------------------------------

    def _build_fields(self) -> None:
        language = self.frame.language
        self._kind = Choice([(kind, PERIODS[kind].say(language)) for kind in PeriodKind], self.tr("Period kind"), self)
        self._kind.currentIndexChanged.connect(self._offer_periods)
        self._period = Choice((), self.tr("Period"), self)
        self._period.currentIndexChanged.connect(self._say_day)
        self._day = QLabel(self)
        languages = [(tongue, LANGUAGES[tongue].say(language)) for tongue in Language]
        self._language = Choice(languages, self.tr("Language of the report"), self)
        self._company = QLineEdit(self, placeholderText=self.tr("The name on the cover"))
        self._company.editingFinished.connect(self._keep_company)
        self._redact = QCheckBox(self.tr("Without customer names"), self)

    def _board_card(self) -> QFrame:
        periods = QWidget(self)
        row = QHBoxLayout(periods)
        row.setContentsMargins(0, 0, 0, 0)
        for box in (self._kind, self._period):
            row.addWidget(box)
        row.addStretch(1)
        fields = (
            (self.tr("Period"), periods),
            (self.tr("As of"), self._day),
            (self.tr("Language"), self._language),
            (self.tr("Company"), self._company),
            ("", self._redact),
        )
        card, column = _card(
            self,
            self.tr("Board workbook"),
            self.tr(
                "Summary, movements, retention, cohorts, health, renewals, accounts, definitions and sources in one "
                "Excel file, with native charts. Every figure is the one on screen."
            ),
        )
        column.addLayout(form(fields))
        column.addWidget(self._board_lock)
        column.addLayout(self._foot(self.tr("Write workbook..."), self._ask_board, self._said, main=True))
        return card

    def _export_card(self) -> QFrame:
        card, column = _card(
            self,
            self.tr("Everything"),
            self.tr(
                "Every kind of row the book keeps, settings and views included, in your own headings and order where "
                "you imported them. An import takes it all back as it was, into this book or an empty one."
            ),
        )
        foot = self._foot(self.tr("Export everything..."), self._ask_export, self._written)
        text = QPushButton(self.tr("As CSV files..."), self)
        text.setAutoDefault(True)
        text.clicked.connect(self._ask_folder)
        self._export_lock.toggled.connect(text.setDisabled)  # nothing protects text
        foot.insertWidget(1, text)
        column.addWidget(self._export_lock)
        column.addLayout(foot)
        return card

    def _foot(self, word: str, act: Callable[[], None], said: QLabel, *, main: bool = False) -> QHBoxLayout:
        button = QPushButton(word, self)
        button.setAutoDefault(True)
        if main:
            button.setProperty("role", "main")
        button.clicked.connect(act)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(button)
        row.addWidget(said, 1)
        return row

    def _line(self) -> QLabel:
        """Say where a file was written, with links that open it or its folder."""
        label = QLabel(self)
        label.setProperty("markup", "true")
        label.setWordWrap(True)
        label.linkActivated.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        return label

    # -- fields ----------------------------------------------------------------------------------------------------

    def _offer_periods(self) -> None:
        kind = PeriodKind(str(self._kind.key))
        scope = self.frame.scope
        period = Period.holding(Month.of(scope.as_of), kind, scope.period.fiscal_start)
        over = scope.as_of >= period.last.last_day
        with QSignalBlocker(self._period):
            self._period.clear()
            for at in range(_OFFERED[kind]):
                name = period_name(period, self.frame.language)
                running = not at and not over
                self._period.addItem(f"{name} ({UNFINISHED.say(self.frame.language)})" if running else name, period)
                period = period.previous
            self._period.setCurrentIndex(0 if over else 1)
        self._say_day()

    def _say_day(self) -> None:
        if self._period.key is not None:
            self._day.setText(day(self.scope.as_of, self.frame.language))

    def _keep_company(self) -> None:
        company = self._company.text().strip()
        if company == self.frame.settings.company:
            return

        def action(book: Book) -> Changes:
            from csdesk.usecases.settings import book_settings, change_settings

            return change_settings(book, replace(book_settings(book), company=company))

        self.desk.do(self, action, refused=self.frame.complain)

    # -- writing ---------------------------------------------------------------------------------------------------

    def _ask_board(self) -> None:
        path = self._ask_where(f"{self._company.text().strip() or 'csdesk'} {self.scope.period}.xlsx")
        if path is not None:
            self._board_lock.then(lambda password: self.write_board(path, password))

    def _ask_export(self) -> None:
        path = self._ask_where(f"csdesk {self.frame.today():%Y-%m-%d}.xlsx")
        if path is not None:
            self._export_lock.then(lambda password: self.write_export(path, password))

    def _ask_folder(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the CSV files"), documents)
        if chosen:
            self.write_export(Path(chosen) / f"csdesk {self.frame.today():%Y-%m-%d}")

    def _ask_where(self, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title, kinds = self.tr("Save as"), self.tr("Workbook (*.xlsx)")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path(folder) / name), kinds)
        return Path(chosen).with_suffix(".xlsx") if chosen else None

    def write_board(self, path: Path, password: str = "") -> None:
        """Ask the book for the period's content, then write it on the bench."""
        scope, language, redact = self.scope, Language(str(self._language.key)), self._redact.isChecked()
        self._said.setText(self.tr("Reading the book ..."))

        def question(book: Book) -> Job:
            from csdesk.usecases.reports import board_content, write_board

            content = board_content(book, scope, language, redact=redact)

            def job(progress: Progress) -> tuple[Problem, ...]:
                write_board(content, path, progress, password)
                return ()

            return job

        self.desk.ask(self, question, lambda job: self._write(job, path, self._said), about="board")

    def write_export(self, path: Path, password: str = "") -> None:
        """Ask the book for everything, then write it on the bench."""
        language = self.frame.language
        self._written.setText(self.tr("Reading the book ..."))

        def question(book: Book) -> Job:
            from csdesk.usecases.export import export_content, write_export

            content = export_content(book, language)
            return lambda progress: write_export(content, path, progress, password)

        self.desk.ask(self, question, lambda job: self._write(job, path, self._written), about="export")

    def _write(self, job: Job, path: Path, said: QLabel) -> None:
        said.setText(self.tr("Writing ..."))

        def done(problems: tuple[Problem, ...]) -> None:
            cut = self.tr("{n} texts could not be written whole.").format(n=len(problems))
            said.setText(f"{self._way_to(path)} {cut}" if problems else self._way_to(path))
            self.frame.toast(self.tr("{file} written").format(file=path.name))

        def failed(error: Exception) -> None:
            from csdesk.usecases.sentences import error_sentence

            said.setText(escape(error_sentence(error, self.frame.language), quote=False))

        title = self.tr("Writing {file}").format(file=path.name)
        self._under_way[title] = said
        self.desk.work(self, job, done, failed=failed, title=title)

    def _ended(self, work: Work) -> None:
        """Take back what was said of the work; what came of it, unless it was cancelled, is said next."""
        said = self._under_way.pop(work.title, None)
        if said is not None:
            said.clear()

    def _way_to(self, path: Path) -> str:
        file, folder = QUrl.fromLocalFile(path).toString(), QUrl.fromLocalFile(path.parent).toString()
        links = self.tr('Written: {name}. <a href="{file}">Open it</a> or <a href="{folder}">open its folder</a>.')
        return links.format(name=escape(visible(path.name)), file=escape(file), folder=escape(folder))


def _card(page: QWidget, title: str, text: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame(page)
    card.setProperty("role", "card")
    card.setMaximumWidth(_WIDTH)
    heading, words = QLabel(title, card), QLabel(text, card)
    heading.setProperty("role", "heading")
    words.setProperty("role", "muted")
    words.setWordWrap(True)
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(12)
    column.addWidget(heading)
    column.addWidget(words)
    return card, column
