"""Files that an import leaves with a person: refused rows with their reasons, and a template to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from csdesk.ui.asking_where import ask_where

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.desk import Progress
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.importing import PlannedTable


class ImportFiles(QObject):
    """Asks where, then writes on the bench and says so."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._page = around, parent

    def ask_refused(self, planned: PlannedTable) -> None:
        """Ask where the refused rows of a table are to go."""
        start = self.tr("{file} - refused.xlsx").format(file=Path(planned.matched.table.file).stem)
        kinds = self.tr("Workbook (*.xlsx);;Text (*.csv)")
        path = ask_where(self._page, self.tr("Save refused rows"), start, kinds, ".xlsx", ".csv")
        if path is not None:
            self.save_refused(planned, path)

    def save_refused(self, planned: PlannedTable, path: Path) -> None:
        """Write the refused rows, each with its reason, to a file."""
        window = self._around.window
        language, said = window.language, self.tr("{n} refused rows saved in {file}")

        def job(progress: Progress) -> int:
            from csdesk.usecases.saving import save_refused

            return save_refused(planned, path, language, progress)

        self._around.desk.work(
            self,
            job,
            lambda n: window.toast(said.format(n=f"{n:,}", file=path.name)),
            failed=window.complain,
            title=self.tr("Saving refused rows"),
        )

    def ask_template(self) -> None:
        """Ask where an empty workbook is to go."""
        title, kinds = self.tr("Save an empty template"), self.tr("Workbook (*.xlsx)")
        path = ask_where(self._page, title, self.tr("Customers.xlsx"), kinds, ".xlsx")
        if path is not None:
            self.save_template(path)

    def save_template(self, path: Path) -> None:
        """Write a workbook with headings alone, to fill in and drop on the page."""
        window, said = self._around.window, self.tr("Saved in {file}. Fill it in and drop it here.")
        language = window.language

        def job(progress: Progress) -> Path:
            from csdesk.usecases.templates import save_template

            save_template(path, language, progress)
            return path

        self._around.desk.work(
            self,
            job,
            lambda saved: window.toast(said.format(file=saved.name)),
            failed=window.complain,
            title=self.tr("Saving a template"),
        )
