"""What the lists of an import's preview say of each planned row and each cell in trouble."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import TYPE_CHECKING

from csdesk.models.problems import Reason
from csdesk.ui.rows import Tone
from csdesk.usecases.importing import Verdict
from csdesk.wording.intake import answer_words, field_words, reason_words
from csdesk.wording.speech import day, yes_no

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.models.drafts import Value
    from csdesk.models.kinds import Language
    from csdesk.models.problems import Problem
    from csdesk.usecases.importing import FoundTable, PlannedRow


class PlannedWords:
    """Speaks of a plan in one language. `titles` are the names of its rows by their lines, `found` is their table."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.titles: Mapping[int, str] = {}
        self.found: FoundTable | None = None

    def row_name(self, row: PlannedRow) -> str:
        """The row's number, with its sheet where its table was gathered from several."""
        name = self.found.row_name(row.line) if self.found else row.line
        return name if isinstance(name, str) else f"{name:,}"

    def changes(self, row: PlannedRow) -> str:
        """What the row brings, and what it replaces; of one that is refused, what stands in it."""
        if row.verdict is Verdict.REFUSED and not row.changes:
            return self._as_it_stands(row)
        return "   ".join(self._change(*change) for change in row.changes)

    def _as_it_stands(self, row: PlannedRow) -> str:
        found = self.found
        at = bisect_left(found.lines, row.line) if found else 0
        if found is None or at == len(found.lines) or found.lines[at] != row.line:
            return ""
        cells = zip(found.columns, found.rows[at], strict=False)
        return "   ".join(f"{of.heading}: {self._value(cell)}" for of, cell in cells if cell not in {None, ""})

    def _change(self, field: str, old: Value, new: Value) -> str:
        name = field_words(field, self._language)
        return f"{name}: {self._value(new)}" if old is None else f"{name}: {self._value(old)} → {self._value(new)}"

    def _value(self, value: Value) -> str:
        if isinstance(value, date):
            return day(value, self._language)
        if isinstance(value, bool):
            return yes_no(value, self._language)
        return f"{value:,}" if isinstance(value, int | float) else str(value)

    def why(self, row: PlannedRow) -> str:
        """Every remark on the row."""
        return "; ".join(": ".join(filter(None, (self.field(one), self.reason(one)))) for one in row.problems)

    def title(self, problem: Problem) -> str:
        """The row that the cell is in."""
        return self.titles.get(problem.place.row, "")

    def field(self, problem: Problem) -> str:
        """The field that the cell was read as."""
        return field_words(problem.field, self._language)

    def seen(self, problem: Problem) -> str:
        """What stands in the cell, or the answer that was taken for a column of such cells."""
        is_answer = problem.reason in {Reason.DATE_ORDER_TAKEN, Reason.CENTS_TAKEN}
        return answer_words(problem.seen, self._language) if is_answer else problem.seen

    def reason(self, problem: Problem) -> str:
        """What is the matter with the cell."""
        return reason_words(problem.reason, self._language, problem.field)


def row_tone(row: PlannedRow) -> Tone:
    """Remarks on a row that is refused stand out from those on a row that is taken."""
    return Tone.BAD if row.verdict is Verdict.REFUSED else Tone.WARN


def trouble_tone(problem: Problem) -> Tone:
    """What keeps a row or value out stands out from what was only taken in one of several ways."""
    return Tone.BAD if problem.refuses else Tone.WARN
