"""The preview of a long list of use: a verdict for each row, everything else made when a row is looked at."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from csdesk.intake.packed import Joined, Made
from csdesk.intake.planning.facts import field_of_column
from csdesk.intake.planning.rows import title_in
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.planning.use_figures import Bools, Floats, Ints
from csdesk.intake.planning.verdict_lines import VERDICTS, VerdictLines
from csdesk.intake.shapes import Change, PlannedRow, Verdict
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place, Problem, Reason


@dataclass(frozen=True, slots=True)
class Planned:
    """What planning has found, by column.

    Of each record its line, its verdict, and by place among `people` the first that speaks of the same; of each entry
    its record, the amount it brings, the one it stands against, and whether it changes, repeats or contradicts that.
    """

    lines: Ints
    verdicts: NDArray[np.uint8]
    whose: Ints
    people: Sequence[SourceRow]
    first: Ints
    rows: Ints
    new: Floats
    old: Floats
    changes: Bools
    repeats: Bools
    contradicts: Bools
    refused: Ints
    """Records of people who are refused, but for the first of each."""


class UsePreview(VerdictLines):
    """The lines of the preview, and all that is to be said of them."""

    def __init__(self, view: TableView, planned: Planned, titles: Sequence[str], found_lines: Ints) -> None:
        super().__init__(planned.verdicts)
        self._view, self._seen, self._titles = view, planned, titles
        self._told = tuple(match.field for match in view.matched.columns if match.field in view.fields)
        own = [problem for row in planned.people for problem in row.problems]
        entries = np.flatnonzero(planned.repeats | planned.contradicts)
        self.problems: Sequence[Problem] = Joined(
            view.matched.problems,
            own,
            Made(len(entries), lambda at: self._of_entry(int(entries[at]))),
            Made(len(planned.refused), lambda at: self._of_refused(int(planned.refused[at]))),
        )
        lines = np.concatenate(
            [
                found_lines,
                np.array([problem.place.row for problem in own], np.int64),
                planned.lines[planned.rows[entries]],
                planned.lines[planned.refused],
            ]
        )
        self._order = np.argsort(lines, kind="stable")
        self._lines, self._of_entries = lines[self._order].data, planned.rows.data

    # -- the lines ---------------------------------------------------------------------------------------------------

    def at_hand(self) -> Sequence[object]:
        """Everybody of whom rows speak."""
        return self._seen.people

    def _title(self, at: int) -> str:
        return title_in(self._view.matched.records[at].values, self._titles)

    def _one(self, at: int) -> PlannedRow:
        record = self._view.matched.records[at]
        verdict = VERDICTS[self._verdicts[at]]
        said = tuple(self.problems[int(self._order[nth])] for nth in _places(self._lines, record.line))
        title = self._title(at)
        if verdict is Verdict.NEW:
            return PlannedRow(verdict, Kind.USE, record.line, title, (), said, self._told, record.values)
        return PlannedRow(verdict, Kind.USE, record.line, title, tuple(self._changes(at)), said)

    def _changes(self, at: int) -> Iterator[Change]:
        seen = self._seen
        for kind, done in seen.people[seen.whose[at]].outcomes if seen.people else ():
            told = (*done.changes, *done.conflicts) if seen.first[seen.whose[at]] == at else done.conflicts
            for column, old, new in told:
                yield field_of_column(kind.value, column), self._view.named(column, old), self._view.named(column, new)
        for nth in _places(self._of_entries, at):
            if seen.changes[nth] or seen.contradicts[nth]:
                yield "usage.amount", float(seen.old[nth]), float(seen.new[nth])

    # -- what is to be said ------------------------------------------------------------------------------------------

    def _of_entry(self, nth: int) -> Problem:
        at, view = int(self._seen.rows[nth]), self._view
        table, line = view.matched.table, int(self._seen.lines[at])
        if self._seen.repeats[nth]:
            return Problem(Place(table.file, table.sheet, line), "", self._title(at), Reason.DUPLICATE, refuses=False)
        place = Place(table.file, table.sheet, line, view.headings.letters.get("usage.amount", ""))
        return Problem(place, "usage.amount", str(float(self._seen.new[nth])), Reason.CONFLICT, refuses=False)

    def _of_refused(self, at: int) -> Problem:
        told = self._seen.people[self._seen.whose[at]].problems
        problem = next(one for one in told if one.refuses)
        place: Place = replace(problem.place, row=int(self._seen.lines[at]))
        moved: Problem = replace(problem, place=place)
        return moved


def _places(ordered: memoryview, wanted: int) -> range:
    """Where a number stands among ordered ones. NumPy's search gives up the interpreter for an instant, and asked row
    by row so often that no other thread ever gets its turn: the window would stand still meanwhile."""
    return range(bisect_left(ordered, wanted), bisect_right(ordered, wanted))
