"""The preview of a long list: a verdict for each row, everything else made when a row is looked at."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from csdesk.intake.by_verdict import ByVerdict
from csdesk.intake.planning.long_rows import LongRows
from csdesk.intake.planning.previews import Preview
from csdesk.intake.planning.rows import title_in
from csdesk.intake.planning.source import TableView
from csdesk.intake.shapes import PlannedRow, Verdict
from csdesk.models.problems import Problem

Marks: TypeAlias = NDArray[np.uint8]
VERDICTS = tuple(Verdict)


class LongPreview(ByVerdict[PlannedRow, Verdict]):
    """The lines of the preview."""

    def __init__(
        self, view: TableView, verdicts: Marks, rows: LongRows, problems: Mapping[int, Sequence[Problem]]
    ) -> None:
        """`verdicts` by their place among VERDICTS; `rows` are those that have been looked at; `problems` by line are
        those that matching has found."""
        self._view, self._preview = view, Preview(view)
        self._verdicts, self._rows, self._problems = verdicts, rows, problems

    def __len__(self) -> int:
        return len(self._verdicts)

    @overload
    def __getitem__(self, at: int) -> PlannedRow: ...

    @overload
    def __getitem__(self, at: slice) -> list[PlannedRow]: ...

    def __getitem__(self, at: int | slice) -> PlannedRow | list[PlannedRow]:
        if isinstance(at, slice):
            return [self._row(one) for one in range(*at.indices(len(self)))]
        return self._row(range(len(self))[at])

    def count_of(self, verdict: Verdict) -> int:
        """Lines with that verdict."""
        return int(np.count_nonzero(self._verdicts == VERDICTS.index(verdict)))

    def rows_of(self, verdict: Verdict) -> Iterator[PlannedRow]:
        """The lines with that verdict, in order."""
        return map(self._row, np.flatnonzero(self._verdicts == VERDICTS.index(verdict)).tolist())

    def _row(self, at: int) -> PlannedRow:
        record, row = self._view.matched.records[at], self._rows.seen.get(at)
        told = tuple(self._problems.get(record.line, ()))
        if row is not None:
            return self._preview.planned(row, told)
        verdict, title = VERDICTS[self._verdicts[at]], title_in(record.values, self._rows.titles)
        if verdict is Verdict.NEW:
            return PlannedRow(verdict, self._view.main, record.line, title, (), told, self._preview.told, record.values)
        return PlannedRow(verdict, self._view.main, record.line, title, (), told)
