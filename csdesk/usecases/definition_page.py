"""The page of definitions: versions, and the figures of a period as every vendor counts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.rules import Rules
    from csdesk.models.months import Period
    from csdesk.usecases.counting import Compared
    from csdesk.usecases.definitions import Version
    from csdesk.usecases.scope import Scope


@dataclass(frozen=True, slots=True)
class DefinitionPage:
    """The rules in force, their versions with the latest first, and figures of one period by vendor."""

    rules: Rules
    versions: tuple[Version, ...]
    period: Period
    compared: tuple[Compared, ...]

    @property
    def in_force(self) -> Version | None:
        """The version that figures are counted by."""
        return next((version for version in self.versions if version.in_force), None)


def definition_page(book: Book, scope: Scope) -> DefinitionPage:
    """What the page shows."""
    from csdesk.usecases.counting import compare_vendors
    from csdesk.usecases.definitions import versions
    from csdesk.usecases.snapshot import snapshot_of

    compared = compare_vendors(book, scope)
    period = compared[0].now.period or scope.period
    return DefinitionPage(snapshot_of(book).rules, versions(book), period, compared)
