"""The team's settings, kept in the book."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, Language, StepName

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.metrics.rules import Rules
    from csdesk.models.drafts import Changes
    from csdesk.models.money import Currency
    from csdesk.usecases.definitions import Sheet


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
    """Store the settings that differ. In a currency of other decimals every amount stays the number that it was, those
    aside that have a currency of their own; raises Refused where one has decimals that the new currency does not know.
    """
    values = {f.name: getattr(wanted, f.name) for f in fields(wanted)}
    shift = wanted.money.digits - book_settings(book).money.digits
    with book.step(name) as step:
        _write(book, step, values)
        if shift and name is not StepName.NEW_BOOK:
            _restate(book, step, shift, wanted.currency)
    return step.changes


def change_rules(book: Book, rules: Rules, sheet: Sheet | None = None) -> Changes:
    """Count by these rules from now on and keep them, with what the team says of them, as a version of the definitions,
    in one step. What is said of rules that are in force goes to their version, where they have one."""
    from csdesk.usecases.definitions import new_version, sheet_values, version_in_force

    held = version_in_force(book)
    if sheet is None or held is None or held.rules != rules:
        with book.step(StepName.CHANGE_DEFINITIONS) as step:
            if rules.text != book_settings(book).rules or sheet is not None:
                step.insert(Kind.DEFINITION, new_version(book, rules, sheet))
                _write(book, step, {"rules": rules.text})
        return step.changes
    with book.step(StepName.SIGN_DEFINITIONS) as step:
        if sheet != held.sheet:
            step.update(Kind.DEFINITION, held.id, sheet_values(sheet))
    return step.changes


def store(book: Book, values: dict[str, object], *, name: StepName) -> Changes:
    """Write settings by key, as JSON, in one step; those that stay the same are left alone."""
    with book.step(name) as step:
        _write(book, step, values)
    return step.changes


def _write(book: Book, step: Step, values: dict[str, object]) -> None:
    import json

    from csdesk.book.read import rows

    present = {str(row["key"]): row for row in rows(book, Kind.SETTING)}
    for key, value in values.items():
        text = json.dumps(value, ensure_ascii=False)
        row = present.get(key)
        if row is None:
            step.insert(Kind.SETTING, {"key": key, "value": text})
        elif row["value"] != text:
            step.update(Kind.SETTING, int(str(row["id"])), {"value": text})


def _restate(book: Book, step: Step, shift: int, currency: str) -> None:
    """Every amount in the minor units of a currency with so many decimals more, or fewer."""
    from csdesk.book.columns import money_columns
    from csdesk.book.read import rows
    from csdesk.models.problems import Place, Problem, Reason
    from csdesk.usecases.stopped import Refused

    times, parts = 10 ** max(shift, 0), 10 ** max(-shift, 0)
    for kind in Kind:
        columns = money_columns(kind)
        held = [
            (int(str(row["id"])), {name: int(str(row[name])) for name in columns if row[name] is not None})
            for row in (rows(book, kind) if columns else ())
            if not row.get("currency")
        ]
        if any(amount % parts for _, amounts in held for amount in amounts.values()):
            raise Refused(Problem(Place(), "currency", currency, Reason.HAS_CENTS))
        step.update_many(
            kind, [(row, {name: amount * times // parts for name, amount in of.items()}) for row, of in held if of]
        )
