"""One table on its way into the book."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from csdesk.models.problems import Reason
from csdesk.usecases.importing import Choice, Matching, TableKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from csdesk.models.problems import Place
    from csdesk.usecases.importing import FoundTable, MatchedTable, PlannedTable


@dataclass
class Candidate:
    """As found, what the person chose for it, as matched, and what the plan makes of it."""

    found: FoundTable
    included: bool
    matching: Matching
    chosen: Matching = field(default_factory=Matching)
    matched: MatchedTable | None = None
    planned: PlannedTable | None = None
    counts: Counter[Verdict] = field(default_factory=Counter)
    """Rows of the plan by verdict, counted off the window's thread."""

    def take_as(self, kind: TableKind) -> None:
        """Another kind; the columns and questions of the former say nothing about it."""
        self.chosen = self.matching = Matching(kind)
        self.included = kind is not TableKind.UNKNOWN

    def choose(self, change: Callable[[Matching], Matching]) -> None:
        """Choose something beside what was chosen and what was matched before."""
        self.chosen, self.matching = change(self.chosen), change(self.matching)

    def mend(self, line: int, column: int, text: str) -> None:
        """Put another text into one cell, as if it had stood there. The file itself stays as it is."""
        table = self.found
        at = table.lines.index(line)
        row = list(table.rows[at])
        row += [None] * (column + 1 - len(row))
        row[column] = text
        self.found = replace(table, rows=(*table.rows[:at], tuple(row), *table.rows[at + 1 :]))

    def expect(self, planned: PlannedTable | None, counts: Counter[Verdict]) -> None:
        """What the newest plan makes of it; None where it is left out."""
        self.planned, self.counts = planned, counts

    def asked(self) -> dict[str, str]:
        """Columns that may be what is missing, by their letters: the field that each may be."""
        problems = self.planned.problems if self.planned else ()
        return {one.place.column: one.field for one in problems if one.reason is Reason.NOT_MATCHED}

    def has_doubts(self) -> bool:
        """Whether something was only assumed, or a column may be what is missing."""
        findings = self.matched.findings if self.matched else ()
        # Which day of the two an end is changes no month but one that ends on it.
        return bool(self.asked()) or any(not one.certain and one.choice is not Choice.END_DAY for one in findings)

    def cell_at(self, place: Place) -> tuple[int, int] | None:
        """Line and column of a cell of the table; None where the place is not one, as a heading."""
        letters = [column.letter for column in self.found.columns]
        inside = place.column in letters and place.row in self.found.lines
        return (place.row, letters.index(place.column)) if inside else None

    def rows_held(self) -> Iterator[Sequence[object]]:
        """All that many rows make large."""
        yield self.found.rows
        if self.matched is not None:
            yield self.matched.records
        if self.planned is not None:
            yield self.planned.rows
