"""The preview of a long list: a verdict for each row, everything else made when a row is looked at."""

from collections.abc import Mapping, Sequence

from csdesk.intake.planning.long_rows import LongRows
from csdesk.intake.planning.previews import Preview
from csdesk.intake.planning.rows import title_in
from csdesk.intake.planning.source import TableView
from csdesk.intake.planning.verdict_lines import VERDICTS, Marks, VerdictLines
from csdesk.intake.shapes import PlannedRow, Verdict
from csdesk.models.problems import Problem


class LongPreview(VerdictLines):
    """The lines of the preview."""

    def __init__(
        self, view: TableView, verdicts: Marks, rows: LongRows, problems: Mapping[int, Sequence[Problem]]
    ) -> None:
        """`verdicts` by their place among VERDICTS; `rows` are those that have been looked at; `problems` by line are
        those that matching has found."""
        super().__init__(verdicts)
        self._view, self._preview = view, Preview(view)
        self._rows, self._problems = rows, problems

    def _one(self, at: int) -> PlannedRow:
        record, row = self._view.matched.records[at], self._rows.seen.get(at)
        told = tuple(self._problems.get(record.line, ()))
        if row is not None:
            return self._preview.planned(row, told)
        verdict, title = VERDICTS[self._verdicts[at]], title_in(record.values, self._rows.titles)
        if verdict is Verdict.NEW:
            return PlannedRow(verdict, self._view.main, record.line, title, (), told, self._preview.told, record.values)
        return PlannedRow(verdict, self._view.main, record.line, title, (), told)
