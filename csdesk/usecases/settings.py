"""The team's settings, kept in the book."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, Language, StepName

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.rules import Rules
    from csdesk.models.drafts import Changes
    from csdesk.models.money import Currency


@dataclass(frozen=True, slots=True)
class BookSettings:
    """What holds for everyone who works with the book.

    `currency` is an ISO 4217 code, `fiscal_start` the first month of the fiscal year (1-12), `language` that of
    reports, `rules` the definitions' options as text (`house`, or `key=value,...`).
    """

    currency: str = "JPY"
    fiscal_start: int = 1
    language: Language = Language.EN
    company: str = ""
    rules: str = "house"

    @property
    def money(self) -> Currency:
        """The currency with its decimals."""
        from csdesk.models.money import Currency

        return Currency(self.currency)


def book_settings(book: Book) -> BookSettings:
    """The settings as stored; defaults where a book has none."""
    import json

    from csdesk.book.read import settings

    stored = {key: json.loads(value) for key, value in settings(book).items()}
    known = {f.name: stored[f.name] for f in fields(BookSettings) if f.name in stored}
    if "language" in known:
        known["language"] = Language(known["language"])
    return BookSettings(**known)


def change_settings(book: Book, wanted: BookSettings, *, name: StepName = StepName.CHANGE_SETTINGS) -> Changes:
    """Store the settings that differ."""
    values = {f.name: getattr(wanted, f.name) for f in fields(wanted)}
    return store(book, values, name=name)


def change_rules(book: Book, rules: Rules) -> Changes:
    """Count by other rules from now on, in one step."""
    return change_settings(book, replace(book_settings(book), rules=rules.text))


def store(book: Book, values: dict[str, object], *, name: StepName) -> Changes:
    """Write settings by key, as JSON, in one step; those that stay the same are left alone."""
    import json

    from csdesk.book.read import rows

    present = {str(row["key"]): row for row in rows(book, Kind.SETTING)}
    with book.step(name) as step:
        for key, value in values.items():
            text = json.dumps(value, ensure_ascii=False)
            row = present.get(key)
            if row is None:
                step.insert(Kind.SETTING, {"key": key, "value": text})
            elif row["value"] != text:
                step.update(Kind.SETTING, int(str(row["id"])), {"value": text})
    return step.changes
