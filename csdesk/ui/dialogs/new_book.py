"""A new book: its company, currency, fiscal year and language, found from the system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from csdesk.models.endings import BOOK_SUFFIX
from csdesk.models.kinds import Language
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import FormDialog, form
from csdesk.usecases.settings import BookSettings
from csdesk.wording.window import CURRENCIES, LANGUAGES, month_name

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH = 580
"""So that the path of an ordinary folder is seen whole."""
_UNSAFE = '<>:"/\\|?*'


class NewBook(FormDialog):
    """`made` carries the path and the settings of the book to make."""

    made = Signal(object, object)

    def __init__(self, language: Language, parent: QWidget | None = None, locale: QLocale | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New book"))
        self.main.setText(self.tr("Make book"))
        system = locale or QLocale.system()
        self._folder = _folder_for_books()
        self.company = QLineEdit(self)
        self.company.setPlaceholderText(self.tr("As reports name it"))
        self.file = QLineEdit(self)
        self.currency = currency_choice(self.tr("Currency"), language, self)
        self.currency.choose(_currency_of(system))
        self.fiscal = fiscal_choice(self.tr("Fiscal year starts in"), language, self)
        self.fiscal.choose(4 if system.territory() is QLocale.Country.Japan else 1)
        self.language = Choice(
            [(key, words.say(language)) for key, words in LANGUAGES.items()], self.tr("Language of reports"), self
        )
        self.language.choose(language)
        self.company.textEdited.connect(self._name_file)
        self._typed_file = False
        self.file.textEdited.connect(self._keep_file)
        self._name_file("")
        self._lay_out()
        self.setMinimumWidth(_WIDTH)
        self.company.setFocus()

    def check(self) -> None:
        text = self.file.text().strip()
        path = Path(text if text.lower().endswith(BOOK_SUFFIX) else f"{text}{BOOK_SUFFIX}")
        if not text:
            self.say_wrong(self.tr("Say where the book is to be kept."), self.file)
        elif not path.parent.is_dir():
            self.say_wrong(self.tr("There is no such folder: {folder}").format(folder=path.parent), self.file)
        elif path.exists():
            self.say_wrong(self.tr("There is a file of that name already. Choose another name."), self.file)
        else:
            self.made.emit(path, self._settings())
            self.accept()

    def _settings(self) -> BookSettings:
        return BookSettings(
            currency=str(self.currency.key),
            fiscal_start=int(str(self.fiscal.key)),
            language=Language(str(self.language.key)),
            company=self.company.text().strip(),
        )

    def _name_file(self, company: str) -> None:
        if self._typed_file:
            return
        plain = "".join(letter if letter.isprintable() and letter not in _UNSAFE else "_" for letter in company)
        otherwise = self.tr("My customers")
        self.file.setText(str(self._folder / f"{plain.strip(' .') or otherwise}{BOOK_SUFFIX}"))

    def _keep_file(self) -> None:
        self._typed_file = True

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Where to keep the book"), self.file.text())
        if chosen:
            self._typed_file = True
            self.file.setText(chosen)

    def _lay_out(self) -> None:
        browse = QPushButton(self.tr("Browse ..."), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        where = QWidget(self)
        row = QHBoxLayout(where)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.file, 1)
        row.addWidget(browse)
        self.file.setAccessibleName(self.tr("File"))
        where.setFocusProxy(self.file)
        fields: Sequence[tuple[str, QWidget]] = [
            (self.tr("Company"), self.company),
            (self.tr("File"), where),
            (self.tr("Currency"), self.currency),
            (self.tr("Fiscal year starts in"), self.fiscal),
            (self.tr("Language of reports"), self.language),
        ]
        self.body.addLayout(form(fields))


def currency_choice(name: str, language: Language, parent: QWidget) -> Choice:
    """The currencies a book may be in."""
    choices = [(code, f"{code}  {words.say(language)}") for code, words in CURRENCIES.items()]
    return Choice(choices, name, parent)


def fiscal_choice(name: str, language: Language, parent: QWidget) -> Choice:
    """The months a fiscal year may start in."""
    return Choice([(month, month_name(month, language)) for month in range(1, 13)], name, parent)


def _folder_for_books() -> Path:
    """The person's documents; not every desktop makes a folder for them."""
    places = QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation
    documents, home = (Path(QStandardPaths.writableLocation(place)) for place in places)
    return documents if documents.is_dir() else home


def _currency_of(system: QLocale) -> str:
    code = system.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    return code if code in CURRENCIES else "JPY" if system.language() is QLocale.Language.Japanese else "USD"
