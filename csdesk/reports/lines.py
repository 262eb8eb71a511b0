"""Lines of the board workbook that come from the team's own work, before it is a workbook."""

from dataclasses import dataclass
from datetime import date

from csdesk.metrics.measure import Number


@dataclass(frozen=True, slots=True)
class WinLine:
    """Something to celebrate; without an account it is the team's own (`account` 0)."""

    on: date
    title: str
    name: str
    achieved: str
    owner: str
    account: int = 0


@dataclass(frozen=True, slots=True)
class TargetLine:
    """What a figure is meant to reach in the reported period, in the figure's own unit."""

    metric: str
    value: Number
