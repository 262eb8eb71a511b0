"""The days to come as a calendar file: where it goes, and writing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from csdesk.ui.asking_where import ask_where

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from csdesk.ui.desk import Progress
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.calendar_days import CalendarContent


class CalendarOut(QObject):
    """Serves a page: the days of one person or, with '', of all."""

    def __init__(self, around: Surroundings, page: QWidget, person: str = "") -> None:
        super().__init__(page)
        self._around, self._page, self._person = around, page, person

    def ask_where(self) -> None:
        """Ask for a file, then write the days to it."""
        title, kinds = self.tr("Save a calendar file"), self.tr("Calendar (*.ics)")
        path = ask_where(self._page, title, "csdesk.ics", kinds, ".ics")
        if path is not None:
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Ask the book for the days, write them on the bench, and say how many they are."""
        frame, person = self._around.window, self._person
        as_of, language = frame.scope.as_of, frame.language

        def question(book: Book) -> CalendarContent:
            from csdesk.usecases.calendar_days import calendar_content

            return calendar_content(book, as_of, language, person)

        self._around.desk.ask(self, question, lambda content: self._write(content, path))

    def _write(self, content: CalendarContent, path: Path) -> None:
        frame = self._around.window

        def job(_progress: Progress) -> int:
            from csdesk.usecases.calendar_days import write_calendar

            write_calendar(content, path)
            return len(content.days)

        said = self.tr("{file} written: {n} days")
        self._around.desk.work(
            self, job, lambda days: frame.toast(said.format(file=path.name, n=days)), failed=frame.complain
        )
