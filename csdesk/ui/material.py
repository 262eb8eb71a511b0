"""What a next step carries is opened: a document by the system, a summary of use where a person wants it written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from csdesk.models.steps import Material
from csdesk.ui.asking_where import ask_where, ask_which, file_name
from csdesk.ui.in_system import show_in_system
from csdesk.ui.plain import brief
from csdesk.usecases.materials import LinkedFile, Reach, linked, linked_file
from csdesk.usecases.tasks import TaskDraft, link_file, task_draft

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from csdesk.models.drafts import Changes
    from csdesk.ui.desk import Progress
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.review import ReviewContent


class MaterialOpening(QObject):
    """Opens what one next step carries, as the book keeps it. A file that is not there is said, and can be chosen anew;
    of what is no document the folder is shown."""

    def __init__(self, around: Surroundings, task: int, owner: QWidget) -> None:
        super().__init__(owner)
        self._around, self._task, self._owner, self._frame = around, task, owner, around.window

    def start(self) -> None:
        """Ask the book what it is, and open it."""
        task = self._task

        def question(book: Book) -> tuple[TaskDraft, LinkedFile]:
            draft = task_draft(book, task)
            return draft, linked_file(book.path, draft.file)

        self._around.desk.ask(self._owner, question, self._show, about="material")

    def _show(self, told: tuple[TaskDraft, LinkedFile]) -> None:
        draft, found = told
        if draft.material is Material.USE:
            self._make_summary(draft.account)
        elif draft.material is Material.FILE:
            self._open_file(draft, found)
        else:
            self._frame.toast(self.tr("This step carries no material."))

    def _open_file(self, draft: TaskDraft, found: LinkedFile) -> None:
        if found.reach is Reach.OPENS and found.path is not None:
            show_in_system(found.path)
        elif found.reach is Reach.FOLDER and found.path is not None:
            self._frame.toast(self.tr("{file} is no document: its folder is shown.").format(file=found.path.name))
            show_in_system(found.path.parent)
        else:
            self._choose_anew(draft, found)

    def _choose_anew(self, draft: TaskDraft, found: LinkedFile) -> None:
        """Say why there is nothing to open, and ask for the file."""
        said = {
            Reach.MISSING: self.tr("{file} is not there any more. Choose it anew."),
            Reach.UNSOUND: self.tr("{file} is no file on this computer. Choose one."),
            Reach.UNCHOSEN: self.tr("No file has been chosen yet. Choose one."),
        }[found.reach].format(file=brief(draft.file))
        self._frame.toast(said)
        path = ask_which(self._owner, said, self._around.opening.book)
        if path is None:
            return
        act = partial(_link, task=self._task, path=path)
        self._around.desk.do(self._owner, act, self._frame.say_step, self._frame.complain)

    def _make_summary(self, account: int | None) -> None:
        """Ask where to, and write what the account's review tells of its use."""
        if account is None:
            self._frame.toast(self.tr("A summary of use is of an account, and this step is of none."))
            return
        as_of, language = self._frame.scope.as_of, self._frame.settings.language

        def question(book: Book) -> ReviewContent:
            from csdesk.usecases.use_summary import use_summary

            return use_summary(book, account, as_of, language)

        self._around.desk.ask(self._owner, question, self._ask_where, about="summary")

    def _ask_where(self, content: ReviewContent) -> None:
        named = self.tr("{customer} use {period}").format(customer=content.customer, period=content.period)
        kinds = ";;".join((self.tr("PDF (*.pdf)"), self.tr("Workbook (*.xlsx)")))
        name = f"{file_name(named)}.pdf"
        path = ask_where(self._owner, self.tr("Save the summary of use"), name, kinds, ".pdf", ".xlsx")
        if path is not None:
            self._write(content, path)

    def _write(self, content: ReviewContent, path: Path) -> None:
        def job(progress: Progress) -> Path:
            from csdesk.ui.widgets.chart_copies import load_drawing
            from csdesk.usecases.review import write_review

            load_drawing()
            write_review(content, path, progress)
            return path

        title = self.tr("Writing {file}").format(file=path.name)
        self._around.desk.work(self._owner, job, self._written, failed=self._frame.complain, title=title)

    def _written(self, path: Path) -> None:
        self._frame.toast(self.tr("{file} written").format(file=path.name))
        show_in_system(path)


def _link(book: Book, task: int, path: Path) -> Changes:
    return link_file(book, task, linked(book.path, path))
