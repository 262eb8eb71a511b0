"""One table on its way into the book."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from csdesk.models.problems import Reason
from csdesk.usecases.importing import Choice, Matching, TableKind, Verdict
from csdesk.usecases.same_accounts import open_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from csdesk.models.problems import Place, Problem
    from csdesk.usecases.importing import FoundTable, MatchedTable, PlannedTable
    from csdesk.usecases.known_layouts import KnownLayout

Cell = tuple[int, int]
"""Line in the file and place of the column."""


class Mending(NamedTuple):
    """Another text for some cells."""

    cells: tuple[Cell, ...]
    text: str


class Stood(NamedTuple):
    """What a candidate was when the last plan was made."""

    found: FoundTable
    included: bool
    matching: Matching
    chosen: Matching
    matched: MatchedTable | None
    planned: PlannedTable | None
    counts: Counter[Verdict]
    refused: PlannedTable | None
    troubles: tuple[Problem, ...]
    asking: Mapping[str, str]
    before: tuple[FoundTable, ...]
    mendings: tuple[Mending, ...]


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
    kept: int = 0
    """How much of the book stays as it is, whatever the table says: rows, columns and cells."""
    refused: PlannedTable | None = None
    """The refused rows of the plan alone, where there are any."""
    troubles: tuple[Problem, ...] = ()
    """What is to be said of single cells and rows, as far as it is listed."""
    asking: Mapping[str, str] = field(default_factory=dict)
    before: tuple[FoundTable, ...] = ()
    """The table as it stood before each mending, oldest first."""
    mendings: tuple[Mending, ...] = ()
    """What is to be mended before the table is matched anew: that takes long where it has very many rows."""
    stale: bool = True
    """Whether it has to be matched anew: something was chosen or mended since."""
    stood: Stood | None = None
    layout: KnownLayout | None = None
    """What is remembered of a table of the same shape."""

    def take_as(self, kind: TableKind) -> None:
        """Another kind; the columns and questions of the former say nothing about it."""
        self.chosen = self.matching = Matching(kind)
        self.included, self.stale = kind is not TableKind.UNKNOWN, True

    def choose(self, change: Callable[[Matching], Matching]) -> None:
        """Choose something beside what was chosen and what was matched before."""
        self.chosen, self.matching = change(self.chosen), change(self.matching)
        self.stale = True

    def find_anew(self) -> None:
        """Let evidence alone decide, whatever is remembered."""
        self.chosen = self.matching = Matching()
        self.layout, self.stale = None, True

    # -- mending ---------------------------------------------------------------------------------------------------

    def mend(self, cells: Sequence[Cell], text: str) -> None:
        """Put another text into some cells, as if it had stood there. The file itself stays as it is."""
        self.mendings, self.stale = (*self.mendings, Mending(tuple(cells), text)), True

    def unmend(self) -> None:
        """Take the last mending back."""
        if self.mendings:
            self.mendings = self.mendings[:-1]
        elif self.before:
            *before, self.found = self.before
            self.before, self.stale = tuple(before), True

    def take_matched(self, stages: Sequence[FoundTable], matched: MatchedTable) -> None:
        """The table as it stood, then after each mending; and what was made of it."""
        *before, self.found = stages
        self.before, self.mendings = (*self.before, *before), ()
        self.matched, self.stale = matched, False

    # -- the plan --------------------------------------------------------------------------------------------------

    def expect(
        self,
        planned: PlannedTable | None,
        counts: Counter[Verdict],
        refused: PlannedTable | None = None,
        troubles: tuple[Problem, ...] = (),
        asking: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """What the newest plan makes of it; None where it is left out. What the plan rests on is remembered."""
        self.planned, self.counts, self.refused = planned, counts, refused
        self.troubles, self.asking = troubles, asking
        self.stood = Stood(*(getattr(self, name) for name in Stood._fields))

    def go_back(self) -> None:
        """To what the last plan rests on, where the person has stopped what was to come of later choices."""
        if self.stood is not None:
            for name, value in self.stood._asdict().items():
                setattr(self, name, value)
            self.stale = self.matched is None

    # -- questions -------------------------------------------------------------------------------------------------

    def asked(self) -> Mapping[str, str]:
        """Columns that may be what is missing, by their letters: the field that each may be."""
        return self.asking

    def lacks_column(self) -> bool:
        """Whether it has no column that names the customer, or one that was not taken may be what is missing."""
        return bool(self.asked()) or any(one.reason is Reason.NO_CUSTOMER for one in self.troubles)

    def brings_use(self) -> bool:
        """Whether any column of it is use of the product."""
        matched = self.matched
        return matched is not None and any(one.field.startswith("usage.") for one in matched.columns)

    def unsettled(self) -> int:
        """Rows whose account is like another one's, on which nobody has said anything."""
        return open_pairs(self.planned.lookalikes) if self.planned else 0

    def has_doubts(self) -> bool:
        """Whether something was only assumed, or a column may be what is missing."""
        findings = self.matched.findings if self.matched else ()
        # Which day of the two an end is changes no month but one that ends on it.
        return bool(self.lacks_column() or self.unsettled()) or any(
            not one.certain and one.choice is not Choice.END_DAY for one in findings
        )

    def cell_at(self, place: Place) -> Cell | None:
        """Line and column of a cell of the table; None where the place is not one, as a heading."""
        letters, lines = [column.letter for column in self.found.columns], self.found.lines
        at = self.found.position(place.row)
        inside = place.column in letters and at < len(lines) and lines[at] == place.row
        return (place.row, letters.index(place.column)) if inside else None

    def alike(self, problem: Problem) -> list[Cell]:
        """Every listed cell in trouble of the same column that holds the same, for mending them at once."""
        wanted = (problem.place.column, problem.seen)
        cells = (self.cell_at(one.place) for one in self.troubles if (one.place.column, one.seen) == wanted)
        return list(dict.fromkeys(cell for cell in cells if cell is not None))

    def rows_held(self) -> Iterator[Sequence[object]]:
        """All that many rows make large."""
        yield self.found.rows
        if self.matched is not None:
            yield self.matched.records
        if self.planned is not None:
            yield self.planned.at_hand()

    def outlived(self) -> Iterator[Sequence[object]]:
        """What many rows made large when the last plan was made, and the newest does without."""
        stood = self.stood
        if stood is not None and stood.matched is not None and stood.matched is not self.matched:
            yield stood.matched.records
        if stood is not None and stood.planned is not None:
            yield stood.planned.at_hand()


def fresh(table: FoundTable, matching: Matching, layout: KnownLayout | None) -> Candidate:
    """A table that has just been found, matched as is remembered of its shape; hidden ones wait to be asked for."""
    return Candidate(table, included=not table.hidden, matching=matching, layout=layout)
