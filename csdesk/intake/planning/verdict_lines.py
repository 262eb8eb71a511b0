"""The lines of a preview of which no more than the verdict is there at first."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from csdesk.intake.by_verdict import ByVerdict
from csdesk.intake.packed import Made
from csdesk.intake.shapes import PlannedRow, Verdict

Marks: TypeAlias = NDArray[np.uint8]
VERDICTS = tuple(Verdict)


class VerdictLines(ByVerdict[PlannedRow, Verdict]):
    """Lines by their verdicts, told by place among VERDICTS."""

    def __init__(self, verdicts: Marks) -> None:
        self._verdicts = verdicts

    def __len__(self) -> int:
        return len(self._verdicts)

    def count_of(self, verdict: Verdict) -> int:
        """Lines with that verdict."""
        return int(np.count_nonzero(self._verdicts == VERDICTS.index(verdict)))

    def rows_of(self, verdict: Verdict) -> Iterator[PlannedRow]:
        """The lines with that verdict, in order."""
        return iter(self.only(verdict))

    def only(self, verdict: Verdict) -> Sequence[PlannedRow]:
        """The lines with that verdict alone, made as they are looked at."""
        places = np.flatnonzero(self._verdicts == VERDICTS.index(verdict))
        return Made(len(places), lambda nth: self._one(int(places[nth])))
