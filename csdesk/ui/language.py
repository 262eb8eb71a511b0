"""The window's language: the one chosen, else the system's, and the translation that goes with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from csdesk.models.kinds import Language
from csdesk.resources import resource

_installed: list[QTranslator] = []


def system_language() -> Language:
    """Japanese where the system speaks it, else English."""
    return Language.JA if QLocale.system().language() is QLocale.Language.Japanese else Language.EN


def speak(app: QCoreApplication, language: Language) -> None:
    """Load our translation and Qt's own for what is built from now on; English is the language of the sources."""
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale(language.value))
    if language is Language.EN:
        return
    from PySide6.QtCore import QLibraryInfo

    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt), ("csdesk", str(resource("i18n")))):
        translator = QTranslator(app)
        if translator.load(f"{name}_{language.value}", folder):
            app.installTranslator(translator)
            _installed.append(translator)
