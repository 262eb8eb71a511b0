"""What a person corrects in the tables of an import; each is followed by the plan as it then is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from csdesk.usecases.import_fields import LEFT_OUT, OWN_COLUMN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from csdesk.ui.candidate import Candidate, Cell
    from csdesk.ui.import_jobs import Outlook
    from csdesk.usecases.importing import Choice, Kept, Matching, PlannedTable, SameAs, TableKind, Verdict


class InHand(NamedTuple):
    """An import that is half done: its tables, and what was said of their rows."""

    candidates: list[Candidate]
    same: dict[str, int | str]
    kept: set[Kept]


class Corrections(QObject):
    """The tables by their places. Whoever has them goes on once something is corrected."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.candidates: list[Candidate] = []
        self.same: dict[str, int | str] = {}
        self.kept: set[Kept] = set()
        """Which account is meant by a name, of those that the person has been asked about; what of the book stays."""

    @property
    def counts(self) -> Counter[Verdict]:
        """Rows of all tables by verdict."""
        return sum((candidate.counts for candidate in self.candidates), Counter())

    def in_hand(self) -> InHand | None:
        """What another window would go on with; None where there is nothing."""
        return InHand(self.candidates, self.same, self.kept) if self.candidates else None

    def forget(self) -> None:
        """Let go of the tables and of all that was said of them."""
        self.candidates, self.same, self.kept = [], {}, set()

    def expect(self, taken: Sequence[Candidate], planned: Sequence[PlannedTable], outlooks: Sequence[Outlook]) -> None:
        """What the newest plan makes of the tables that are taken; of the others nothing."""
        for candidate in self.candidates:
            candidate.expect(None, Counter())
        for candidate, table, outlook in zip(taken, planned, outlooks, strict=True):
            candidate.expect(table, *outlook)

    def go_on(self) -> None:
        """Match what has to be, and plan."""
        raise NotImplementedError

    def include(self, place: int, *, on: bool) -> None:
        """Take a table, or leave it out."""
        self.candidates[place].included = on
        self.go_on()

    def choose_kind(self, place: int, kind: TableKind) -> None:
        """Take a table as another kind; its columns and questions are then found anew."""
        self.candidates[place].take_as(kind)
        self.go_on()

    def find_anew(self, place: int) -> None:
        """Match a table by evidence alone, whatever is remembered of its shape."""
        self.candidates[place].find_anew()
        self.go_on()

    def choose_field(self, place: int, heading: str, wanted: str) -> None:
        """Take a column for a field; one that was taken for it until now is kept as a column of its own."""
        matched = self.candidates[place].matched
        columns = matched.columns if matched and wanted not in (OWN_COLUMN, LEFT_OUT) else ()
        others = {one.column.heading: OWN_COLUMN for one in columns if one.field == wanted}
        self._choose(place, lambda m: replace(m, fields={**m.fields, **others, heading: wanted}))

    def choose_answer(self, place: int, choice: Choice, answer: str) -> None:
        """Answer one of the questions of a table."""
        self._choose(place, lambda m: replace(m, choices={**m.choices, choice: answer}))

    def mend(self, place: int, line: int, column: int, text: str) -> None:
        """Put another text into one cell, and see what that changes."""
        self.mend_all(place, [(line, column)], text)

    def mend_all(self, place: int, cells: Sequence[Cell], text: str) -> None:
        """Put another text into some cells at once."""
        self.candidates[place].mend(cells, text)
        self.go_on()

    def unmend(self, place: int) -> None:
        """Take the last mending of a table back."""
        self.candidates[place].unmend()
        self.go_on()

    def choose_same(self, answers: SameAs) -> None:
        """Say which accounts are meant."""
        self.same = {**self.same, **answers}
        self.go_on()

    def keep(self, place: int, lines: Iterable[tuple[int, str]]) -> None:
        """Leave values of the book as they are: (line, field), see `Kept`."""
        table = self.candidates[place].found
        self.kept |= {(table.file, table.sheet, line, field) for line, field in lines}
        self._count_kept()

    def keep_nothing(self, place: int) -> None:
        """Take every value of a table's file after all."""
        table = self.candidates[place].found
        self.kept -= {one for one in self.kept if one[:2] == (table.file, table.sheet)}
        self._count_kept()

    def _count_kept(self) -> None:
        for candidate in self.candidates:
            candidate.kept = sum(one[:2] == (candidate.found.file, candidate.found.sheet) for one in self.kept)
        self.go_on()

    def _choose(self, place: int, change: Callable[[Matching], Matching]) -> None:
        self.candidates[place].choose(change)
        self.go_on()
