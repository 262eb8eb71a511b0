"""Passwords: a new one, typed twice, and the one that opens an encrypted copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from csdesk.models.endings import BOOK_SUFFIX
from csdesk.ui.asking_where import ask_where
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.form import FormDialog, form
from csdesk.usecases.sealing import Strength, opened_name, strength
from csdesk.wording.passwords import STRENGTHS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from csdesk.models.kinds import Language
    from csdesk.ui.page import Surroundings


class NewPassword(FormDialog):
    """Asks for a password twice; `chosen` carries it."""

    chosen = Signal(str)

    def __init__(self, about: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setWindowTitle(self.tr("Password"))
        self.main.setText(self.tr("Protect"))
        self.first, self.second = _hidden(self), _hidden(self)
        self._strength = muted("", self)
        self._shown = QCheckBox(self.tr("Show what I type"), self)
        self._shown.toggled.connect(self._show)
        self.first.textChanged.connect(self._judge)
        warning = muted(
            self.tr(
                "Write the password down in a safe place. A lost password cannot be recovered: without it nobody can "
                "open the file, not even we."
            ),
            self,
        )
        words = muted(about, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.body.addWidget(words)
        fields = ((self.tr("Password"), self.first), (self.tr("The same again"), self.second))
        self.body.addLayout(form((*fields, ("", self._shown))))
        self._shown.setAccessibleName(self._shown.text())
        self.body.addWidget(self._strength)
        self.body.addWidget(warning)

    def check(self) -> None:
        if not self.first.text():
            self.say_wrong(self.tr("Type a password."), self.first)
        elif self.first.text() != self.second.text():
            self.say_wrong(self.tr("The two are not the same."), self.second)
        else:
            self.chosen.emit(self.first.text())
            self.accept()

    def _judge(self, typed: str) -> None:
        found = strength(typed)
        mark = {Strength.WEAK: "▲", Strength.FAIR: "●", Strength.GOOD: "●"}[found]
        self._strength.setText(f"{mark} {STRENGTHS[found].say(self._language)}" if typed else "")
        self.fit()

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.first, self.second):
            field.setEchoMode(mode)


class Protection(QCheckBox):
    """The choice to protect a workbook; the password is asked for when it is written, and kept nowhere."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setText(self.tr("Protect with a password"))
        self.setToolTip(self.tr("Excel and LibreOffice ask for it before they show anything"))

    def then(self, write: Callable[[str], object]) -> None:
        """Go on with the password that is typed, or with '' where none is wanted."""
        if not self.isChecked():
            write("")
            return
        about = self.tr("Excel and LibreOffice will ask for this password before they open the workbook.")
        dialog = NewPassword(about, self._language, self.window())
        dialog.chosen.connect(write)
        dialog.open()


class OpenSealed(FormDialog):
    """Asks for the password of an encrypted copy, decrypts it to a book beside it or elsewhere, and opens that."""

    def __init__(self, around: Surroundings, sealed: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._sealed = around, sealed
        self.target: Path | None = None
        self.setWindowTitle(self.tr("Open an encrypted copy"))
        self.main.setText(self.tr("Open"))
        self.password = _hidden(self)
        self._place = QLabel(sealed.parent.name or str(sealed.parent), self)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        elsewhere = QPushButton(self.tr("Another place ..."), self)
        elsewhere.setAutoDefault(False)
        elsewhere.clicked.connect(self._choose_place)
        name = QLabel(sealed.name, self)
        name.setTextFormat(Qt.TextFormat.PlainText)
        words = self.tr("The copy stays as it is. What is opened is a book of its own, which is not encrypted.")
        self.body.addWidget(muted(words, self))
        fields = ((self.tr("Copy"), name), (self.tr("Password"), self.password), (self.tr("Goes to"), self._place))
        self.body.addLayout(form(fields))
        self.foot.insertWidget(0, elsewhere)
        self.password.setFocus()

    def check(self) -> None:
        from csdesk.usecases.sealing import unseal

        password, sealed, wanted = self.password.text(), self._sealed, self.target
        if not password:
            self.say_wrong(self.tr("Type its password."), self.password)
            return
        self.main.setEnabled(False)

        def job(_progress: object) -> Path:
            target = wanted or opened_name(sealed)
            unseal(sealed, target, password)
            return target

        title = self.tr("Decrypting {name}").format(name=sealed.name)
        self._around.desk.work(self, job, self._opened, failed=self._refused, title=title)

    def _opened(self, target: Path) -> None:
        self._around.opening.open(target)
        self.accept()

    def _refused(self, error: Exception) -> None:
        from csdesk.usecases.sentences import error_sentence

        self.main.setEnabled(True)
        self.password.selectAll()
        self.say_wrong(error_sentence(error, self._around.window.language), self.password)

    def _choose_place(self) -> None:
        start, title = self._sealed.absolute().with_suffix(""), self.tr("Save the book as")
        kinds = self.tr("csdesk books") + f" (*{BOOK_SUFFIX})"
        target = ask_where(self, title, start, kinds, BOOK_SUFFIX, never_over=True)
        if target is not None:
            self.target = target
            self._place.setText(str(target))


def _hidden(parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(1024)
    return field
