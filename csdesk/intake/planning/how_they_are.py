"""How a list of customers says that they are: their last touches and their marks, read once for all who ask."""

from collections.abc import Mapping

from csdesk.intake.planning.health_marks import HealthMarks
from csdesk.intake.planning.last_touches import LastTouches
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.shapes import Clean
from csdesk.models.kinds import Kind


class HowTheyAre:
    """Last touches and marks of one table's rows."""

    def __init__(self, view: TableView) -> None:
        self._keyed = view.shared.keyed
        self._last, self._marks = LastTouches(view), HealthMarks(view)

    @property
    def is_told(self) -> bool:
        """Whether the table tells of any."""
        return self._last.holds or self._marks.holds

    def taken(self, values: Mapping[str, Clean]) -> frozenset[str]:
        """The fields of a row that touches and marks hold, and no own column needs to."""
        return self._last.taken(values) | self._marks.taken(values)

    def take(self, row: SourceRow, account: int | None) -> None:
        """Draft the touches and marks of a row."""
        if account is not None:
            self._last.take(row, account, self._keyed[Kind.TOUCH])
            self._marks.take(row, account, self._keyed[Kind.HEALTH_VALUE])
