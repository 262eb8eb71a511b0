"""Versions of how figures are counted: who changed what and when, and what the team has agreed on."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from csdesk.metrics.rules import HOUSE_RULES, Rules
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from datetime import date, datetime

    from csdesk.book.file import Book


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the team says of its definitions; a section that is '' says what the rules say.

    `method` is the method and what CMRR is made of, `periods` how often is looked at what, `forecast` the forecast of
    CMRR and the kinds of churn, `risk` what tells suspected from imminent churn, `reporting` who has agreed and is
    told what.
    """

    method: str = ""
    periods: str = ""
    forecast: str = ""
    risk: str = ""
    reporting: str = ""
    agreed_by: str = ""
    agreed_on: date | None = None
    note: str = ""

    def for_other_rules(self) -> Sheet:
        """What stays true when the rules change: neither the signature nor what was said of the rules themselves."""
        return replace(self, method="", forecast="", agreed_by="", agreed_on=None, note="")


@dataclass(frozen=True, slots=True)
class Version:
    """The definitions as they were from a moment on. `number` counts from 1; `changed` names the options that are other
    than in the version before, or than the house's; `in_force` is said of the one that figures are counted by now."""

    id: int
    number: int
    made_at: datetime
    made_by: str
    rules: Rules
    before: Rules
    sheet: Sheet
    in_force: bool

    @property
    def changed(self) -> tuple[str, ...]:
        """The options that are other than before."""
        return self.rules.differing(self.before)


def versions(book: Book) -> tuple[Version, ...]:
    """Every version, the latest first. One that only a later csdesk can read is left out; its number stays its own."""
    import json

    from csdesk.book.read import rows, settings

    found: list[dict[str, Any]] = rows(book, Kind.DEFINITION)
    found.sort(key=lambda row: (row["made_at"], row["id"]))
    known = [(number, row, rules_of(row["rules"])) for number, row in enumerate(found, 1)]
    read = [(number, row, rules) for number, row, rules in known if rules is not None]
    now = Rules.parse(json.loads(settings(book).get("rules", '"house"')))
    latest = max((number for number, _, rules in read if rules == now), default=0)
    made, before = [], HOUSE_RULES
    for number, row, rules in read:
        version = Version(
            int(row["id"]), number, row["made_at"], str(row["made_by"]), rules, before, _sheet(row), number == latest
        )
        made.append(version)
        before = rules
    return tuple(reversed(made))


def version_in_force(book: Book) -> Version | None:
    """The version that figures are counted by; None where the rules were never kept as one."""
    return next((version for version in versions(book) if version.in_force), None)


def new_version(book: Book, rules: Rules, sheet: Sheet | None) -> dict[str, Any]:
    """The row of a version made now; without a sheet, what was said before and is still true."""
    held = versions(book)
    said = sheet or (held[0].sheet.for_other_rules() if held else Sheet())
    return {"made_at": book.clock(), "made_by": book.who, "rules": rules.text, **sheet_values(said)}


def sheet_values(sheet: Sheet) -> dict[str, Any]:
    """What the book keeps of a sheet."""
    return {name: value or None for name, value in asdict(sheet).items()}


def _sheet(row: dict[str, Any]) -> Sheet:
    return Sheet(**{name: row[name] or none for name, none in asdict(Sheet()).items()})


def rules_of(text: object) -> Rules | None:
    """The rules that a text holds; None where only a later csdesk can read it."""
    try:
        return Rules.parse(str(text))
    except ValueError:
        return None
