"""The files and texts a person has given to an import: what is still to be read, and what of it cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.candidate import Candidate
    from csdesk.ui.import_jobs import Source
    from csdesk.usecases.importing import FileRefused, FoundTable


@dataclass
class Given:
    """`refused` and `repeated` are of the last that was read: files that cannot be taken, and the names of those whose
    tables are here already."""

    unread: list[tuple[Source, tuple[str, ...]]] = field(default_factory=list)
    refused: tuple[FileRefused, ...] = ()
    repeated: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """What is being read."""
        return [name for _, names in self.unread for name in names]

    @property
    def sources(self) -> list[Source]:
        """The ways to read it."""
        return [source for source, _ in self.unread]

    def take(
        self, found: Sequence[FoundTable], refused: tuple[FileRefused, ...], here: Sequence[Candidate]
    ) -> list[FoundTable]:
        """The tables that are not here yet, each once."""
        from csdesk.usecases.importing import told_apart

        tables = [candidate.found for candidate in here]
        known = {_itself(table): table for table in [*found[::-1], *tables]}
        new = [table for table in found if known[_itself(table)] is table]
        self.refused = refused
        self.repeated = tuple(dict.fromkeys(table.file for table in found if known[_itself(table)] is not table))
        return list(told_apart(new, tables))


def _itself(table: FoundTable) -> tuple[str, str, str]:
    return table.sha256, table.sheet, table.range
