"""How customers do by the words of a customer list: values under a name of their own, on the day of the sheet."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from csdesk.intake.fields import base_of, is_month_field, month_of
from csdesk.intake.matching.fields.marks import day_of_heading, day_of_sheet, is_of_risk, name_of_heading
from csdesk.intake.planning.facts import as_words
from csdesk.intake.planning.keys import Keyed
from csdesk.intake.planning.signals import points_of, score_name
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.shapes import Clean, TableKind
from csdesk.intake.values.scales import scale_of
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from csdesk.models.drafts import Value

_MARKS = frozenset({"health.band", "health.score", "health.mark"})
_LISTS = frozenset({TableKind.ACCOUNTS, TableKind.CONTRACTS})
_TEN = 10


class HealthMarks:
    """The marks of one table's rows."""

    def __init__(self, view: TableView) -> None:
        self._view = view
        fields = [one.field for one in view.matched.columns if view.kind in _LISTS and base_of(one.field) in _MARKS]
        self._points = {field: points for field in fields if (points := self._scale(field))}
        today = view.shared.as_of
        self._day = min(day_of_sheet(view.matched.table) or today, today)

    @property
    def holds(self) -> bool:
        """Whether the table has any."""
        return bool(self._points)

    def taken(self, values: Mapping[str, Clean]) -> frozenset[str]:
        """The fields of columns of marks alone that a row's values hold, and no own column needs to."""
        return frozenset(field for field, _, _ in self._told(values) if is_month_field(field))

    def take(self, row: SourceRow, account: int, keyed: Keyed) -> None:
        """Draft the marks of a row. What stands as it stood is no news."""
        for field, mark, points in self._told(row.values):
            heading = month_of(field) or self._view.headings.of(field)
            columns: dict[str, Value] = {
                "account_id": account, "factor": score_name(name_of_heading(heading)), "value": points,
                "on_date": day_of_heading(heading, self._day), "note": None if _is_figure(mark) else mark,
            }  # fmt: skip
            if self._view.shared.marks.last(columns) != points:
                row.outcomes.append((Kind.HEALTH_VALUE, keyed.take(columns, {}, row.place)))
                self._view.shared.marks.note(columns)

    def _told(self, values: Mapping[str, Clean]) -> Iterator[tuple[str, str, float]]:
        for field, scale in self._points.items():
            mark = as_words(values.get(field))
            if mark in scale:
                yield field, mark, scale[mark]

    def _scale(self, field: str) -> Mapping[str, float]:
        """The points of every mark of a column; none where they tell nothing together: figures to ten are of a scale
        that nobody names."""
        marks = {as_words(record.values.get(field)) for record in self._view.matched.records} - {""}
        if all(map(_is_figure, marks)):
            points = {mark: value for mark in marks if (value := points_of(mark)) is not None}
            return points if len(points) == len(marks) and any(value > _TEN for value in points.values()) else {}
        return scale_of(marks, of_risk=is_of_risk(month_of(field) or self._view.headings.of(field)))


def _is_figure(mark: str) -> bool:
    return mark.replace(".", "", 1).replace("%", "").strip().isdecimal()
