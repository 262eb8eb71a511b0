"""Dated events on a chart over time: a dashed line where each falls, with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from csdesk.charts.records import Draw, Drawn, Mark
    from csdesk.charts.style import Style
    from csdesk.models.months import Period

_ROWS = 2
_LONGEST = 16
_LEFTWARD = 0.7
"""From this share of the axis on, names stand left of their lines: at the right the last figure is written."""


def marked(draw: Draw, periods: Sequence[Period], marks: Sequence[Mark]) -> Draw:
    """A chart whose periods stand at 0, 1, ... with the events that fall into them drawn over it."""

    def drawn(axes: Axes, style: Style) -> Drawn:
        made = draw(axes, style)
        for number, (at, mark) in enumerate(placed(periods, marks)):
            _line(axes, style, at, mark.title, number % _ROWS, leftward=at > _LEFTWARD * len(periods))
        return made

    return drawn


def placed(periods: Sequence[Period], marks: Sequence[Mark]) -> list[tuple[float, Mark]]:
    """Where each event lies on the axis, the earliest first: a period reaches half a step to either side."""
    found = []
    for at, period in enumerate(periods):
        first, last = period.first.first_day, period.last.last_day
        days = (last - first).days + 1
        found += [(at - 0.5 + (mark.on - first).days / days, mark) for mark in marks if first <= mark.on <= last]
    return sorted(found, key=lambda place: (place[0], place[1].title))


def _line(axes: Axes, style: Style, at: float, title: str, row: int, *, leftward: bool) -> None:
    colour = style.palette.muted
    axes.axvline(at, color=colour, linewidth=1, linestyle=(0, (4, 3)), zorder=1)
    axes.annotate(
        title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…",
        (at, 1),
        (-3 if leftward else 3, -2 - row * (style.small + 3)),
        xycoords=("data", "axes fraction"),
        textcoords="offset points",
        ha="right" if leftward else "left",
        va="top",
        fontsize=style.small - 1,
        color=colour,
        fontfamily=style.family,
    )
