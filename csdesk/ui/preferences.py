"""What a person chose on this machine: window, language, colours, recent books, column widths."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from csdesk.models.kinds import Language
from csdesk.ui.theme import Scheme

_RECENT, _WARNED = 8, 200


class Preferences:
    """An INI file in the user's configuration folder; what cannot be read falls back to the start values."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language | None:
        """The language chosen; None follows the system."""
        text = self._text("language")
        return Language(text) if text in set(Language) else None

    @language.setter
    def language(self, language: Language | None) -> None:
        self._settings.setValue("language", language.value if language else "")

    @property
    def scheme(self) -> Scheme:
        """Light, dark or as the system."""
        text = self._text("scheme")
        return Scheme(text) if text in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("scheme", scheme.value)

    @property
    def who(self) -> str:
        """The person's name as steps and touches carry it; '' until they say it."""
        return self._text("who")

    @who.setter
    def who(self, name: str) -> None:
        self._settings.setValue("who", name)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Books opened lately that are still there, latest first."""
        found = self._settings.value("recent")
        paths = [Path(str(text)) for text in (found if isinstance(found, list) else [found or ""])]
        return tuple(path for path in paths if path.is_file())

    def remember_book(self, book: Path) -> None:
        """Put a book at the head of the recent ones."""
        kept = [str(book), *(str(path) for path in self.recent if path != book)]
        self._settings.setValue("recent", kept[:_RECENT])

    def has_warned(self, book: Path) -> bool:
        """Whether the person has been told what to mind in the book's folder."""
        return str(book) in self._json("warned", [])

    def remember_warned(self, book: Path) -> None:
        """The person has been told."""
        kept = [text for text in self._json("warned", []) if text != str(book)]
        self._keep_json("warned", [*kept, str(book)][-_WARNED:])

    def second_place(self, book: Path) -> Path | None:
        """Where the book's backups are copied to as well."""
        found = self._json("second_places", {})
        place = found.get(str(book)) if isinstance(found, dict) else None
        return Path(place) if isinstance(place, str) else None

    def keep_second_place(self, book: Path, place: Path | None) -> None:
        """Remember it; None for no more."""
        found = self._json("second_places", {})
        kept = {key: text for key, text in found.items() if key != str(book)} if isinstance(found, dict) else {}
        self._keep_json("second_places", {**kept, str(book): str(place)} if place else kept)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty the first time."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def narrow_rail(self) -> bool:
        """Whether the rail shows icons alone."""
        return self._text("narrow_rail") == "yes"

    @narrow_rail.setter
    def narrow_rail(self, narrow: bool) -> None:
        self._settings.setValue("narrow_rail", "yes" if narrow else "no")

    @property
    def notices(self) -> bool:
        """Whether the system is to show what a new day brings; not until it is asked for."""
        return self._text("notices") == "yes"

    @notices.setter
    def notices(self, wanted: bool) -> None:
        self._settings.setValue("notices", "yes" if wanted else "no")

    def arrangement(self, table: str) -> dict[str, Any]:
        """Order, widths and hidden columns of a table."""
        found = self._json(f"table/{table}", {})
        return found if isinstance(found, dict) else {}

    def keep_arrangement(self, table: str, arrangement: dict[str, object]) -> None:
        """Remember how a table's columns were left."""
        self._keep_json(f"table/{table}", arrangement)

    def save(self) -> None:
        """Write what was chosen to the file."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _json(self, key: str, otherwise: Any) -> Any:  # noqa: ANN401 - whatever the file holds
        import json

        try:
            return json.loads(self._text(key))
        except ValueError:
            return otherwise

    def _keep_json(self, key: str, value: object) -> None:
        import json

        self._settings.setValue(key, json.dumps(value))
