"""Everything the book holds, as a workbook or as text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from csdesk.ui.dialogs.password import Protection
from csdesk.ui.widgets.reports.writing import WritingCard

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.reports.writing import Job
    from csdesk.usecases.books import Book


class ExportCard(WritingCard):
    """Nothing to choose but where it goes, and a password."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.title.setText(self.tr("Everything"))
        self.text.setText(
            self.tr(
                "Every kind of row the book keeps, settings and views included, in your own headings and order where "
                "you imported them. An import takes it all back as it was, into this book or an empty one."
            )
        )
        self.lock = Protection(self.frame.language, self)
        self.column.addWidget(self.lock)
        _, text = self.add_foot(
            (self.tr("Export everything..."), self._ask_export), (self.tr("As CSV files..."), self._ask_folder)
        )
        self.lock.toggled.connect(text.setDisabled)  # nothing protects text

    def write(self, path: Path, password: str = "") -> None:
        """Ask the book for everything, then write it on the bench."""
        language = self.frame.language
        self.say_reading()

        def question(book: Book) -> Job:
            from csdesk.usecases.export import export_content, write_export

            content = export_content(book, language)
            return lambda progress: write_export(content, path, progress, password)

        self.desk.ask(self, question, lambda job: self.write_file(job, path), about="export")

    def _ask_export(self) -> None:
        path = self.ask_where(f"csdesk {self.frame.today():%Y-%m-%d}.xlsx")
        if path is not None:
            self.lock.then(lambda password: self.write(path, password))

    def _ask_folder(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the CSV files"), documents)
        if chosen:
            self.write(Path(chosen) / f"csdesk {self.frame.today():%Y-%m-%d}")
