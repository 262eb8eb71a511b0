"""The backups of a book: what each holds, what has changed since, looking inside, and putting one in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.dialogs.second_place import SecondPlace
from csdesk.ui.rows import ROW_ROLE, Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.form import FormDialog
from csdesk.ui.widgets.sheet import SheetView
from csdesk.wording.backups import SAME_AS_NOW, SECOND, UNREADABLE, WHY, size_words
from csdesk.wording.kinds import name_of_kind
from csdesk.wording.speech import look_up, moment

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from csdesk.models.kinds import Language
    from csdesk.ui.desk import Progress
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.backups import Backup, Listed

_SINCE_HEIGHT = 132


class Backups(FormDialog):
    """Newest first; the book that a backup replaces is kept beside it, so restoring loses nothing."""

    def __init__(self, around: Surroundings, book: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._book = around, book
        self._language = around.window.language
        self.setWindowTitle(self.tr("Backups of {name}").format(name=book.stem))
        self.setMinimumSize(QSize(820, 640))
        self.main.setText(self.tr("Restore this one"))
        self._look = QPushButton(self.tr("Look inside"), self)
        self._look.setAutoDefault(False)
        self._look.clicked.connect(self._look_inside)
        self.foot.insertWidget(0, self._look)
        self._rows: RowsModel[Listed] = RowsModel(self._columns(), self, identity=_path_of)
        self._view = SheetView(self._rows, self.tr("Backups"), self)
        self._view.setSelectionBehavior(SheetView.SelectionBehavior.SelectRows)
        self._view.setSelectionMode(SheetView.SelectionMode.SingleSelection)
        self._view.selectionModel().currentRowChanged.connect(self._ask_since)
        self._since = QPlainTextEdit(self)
        self._since.setReadOnly(True)
        self._since.setTabChangesFocus(True)
        self._since.setFixedHeight(_SINCE_HEIGHT)
        self._since.setAccessibleName(self.tr("Since then"))
        self._stop: Callable[[], None] = lambda: None
        self._lay_out()
        self._offer()
        self._list()

    def _list(self) -> None:
        book, place = self._book, self._around.preferences.second_place(self._book)
        self._around.desk.work(self, lambda _progress: _listed(book, place), self.show_backups, failed=self._say)

    def show_backups(self, backups: tuple[Listed, ...]) -> None:
        """List them."""
        self._view.show_found(Found.unsearched(backups))
        if backups:
            self._view.setCurrentIndex(self._rows.index(0, 0))
            self._view.setFocus()
        else:
            self.say_wrong(self.tr("There is no backup beside this book."))

    def choose(self, row: int) -> None:
        """Go to a backup, counted from the newest."""
        self._view.setCurrentIndex(self._rows.index(row, 0))

    def check(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.backup.trouble is None:
            self._around.opening.restore(self._book, chosen.backup.path)
            self.accept()

    def _lay_out(self) -> None:
        words = QLabel(self.tr("The book as it is now is kept beside the restored one. Nothing is lost."), self)
        since = QLabel(self.tr("Changed in the book since then"), self)
        since.setProperty("role", "heading")
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.body.addWidget(self._view, 1)
        self.body.addWidget(since)
        self.body.addWidget(self._since)
        second = SecondPlace(self._around, self._book, self)
        second.changed.connect(self._list)
        self.body.addWidget(second)

    def _columns(self) -> list[Column[Listed]]:
        language = self._language

        def number(kind: Kind, count: Callable[[Backup], int], width: int) -> Column[Listed]:
            def value(row: Listed) -> int | None:
                return None if row.backup.trouble else count(row.backup)

            def text(row: Listed) -> str:
                return "" if row.backup.trouble else f"{count(row.backup):,}"

            return Column(kind, name_of_kind(kind, language), value, text, Look.NUMBER, width)

        def tone(row: Listed) -> Tone:
            return Tone.BAD if row.backup.trouble else Tone.QUIET

        return [
            Column("at", self.tr("Made"), _made, lambda row: moment(_made(row), language), width=170),
            number(Kind.ACCOUNT, lambda backup: backup.accounts, 90),
            number(Kind.CONTRACT, lambda backup: backup.contracts, 110),
            number(Kind.TOUCH, lambda backup: backup.touches, 90),
            Column("size", self.tr("Size"), _size, lambda row: size_words(_size(row)), Look.NUMBER, 80),
            Column("note", self.tr("Remarks"), self._note, self._note, width=210, tone=tone),
        ]

    def _note(self, row: Listed) -> str:
        why = look_up(WHY, row.backup.why, self._language) if row.backup.why else ""
        state = UNREADABLE if row.backup.trouble else SAME_AS_NOW if row.same_as_now else None
        said = (state.say(self._language) if state else "", why, SECOND.say(self._language) if row.second else "")
        return " · ".join(filter(None, said))

    def _chosen(self) -> Listed | None:
        found: Listed | None = self._view.currentIndex().data(ROW_ROLE)
        return found

    def _offer(self, *, sound: bool = True) -> None:
        chosen = self._chosen()
        sound = sound and chosen is not None and chosen.backup.trouble is None
        self.main.setEnabled(sound)
        self._look.setEnabled(sound)

    def _ask_since(self) -> None:
        """Compare the chosen backup with the book, off the window's thread; of several the last is shown."""
        self._offer()
        self._stop()
        chosen = self._chosen()
        if chosen is None:
            self._since.clear()
            return
        path, book, language = chosen.backup.path, self._book, self._language
        if chosen.backup.trouble is not None:
            from csdesk.wording.book import trouble_words

            self._since.setPlainText(trouble_words(chosen.backup.trouble, str(path), language))
            return
        self._since.setPlainText(self.tr("Comparing ..."))

        def show(lines: tuple[str, ...]) -> None:
            if self._chosen() is chosen:
                self._since.setPlainText("\n".join(lines))

        def fail(error: Exception) -> None:
            show((_sentence(error, language),))
            if getattr(error, "path", None) == path and self._chosen() is chosen:
                self._offer(sound=False)

        def job(progress: Progress) -> tuple[str, ...]:
            progress(0, 0)  # stops here where another one has been chosen meanwhile
            return _since_lines(path, book, language)

        self._stop = self._around.desk.work(self, job, show, failed=fail)

    def _look_inside(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._around.opening.look_inside(self._book, chosen.backup)
            self.accept()

    def _say(self, error: Exception) -> None:
        self.say_wrong(_sentence(error, self._language))


def _made(row: Listed) -> datetime:
    return row.backup.at


def _size(row: Listed) -> int:
    return row.backup.size


def _path_of(row: Listed) -> object:
    return row.backup.path


def _listed(book: Path, place: Path | None) -> tuple[Listed, ...]:
    from csdesk.usecases.backups import list_backups

    return list_backups(book, place)


def _since_lines(backup: Path, book: Path, language: Language) -> tuple[str, ...]:
    from csdesk.usecases.backups import since, since_lines

    return since_lines(since(backup, book), language)


def _sentence(error: Exception, language: Language) -> str:
    from csdesk.usecases.sentences import error_sentence

    return error_sentence(error, language)
