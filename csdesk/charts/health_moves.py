"""From one health score to another: the two levels, and what each cause took or gave between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.charts.axes import prepare, say_empty
from csdesk.charts.records import Drawn, ScoreStep, Spot, Table
from csdesk.charts.style import MOVEMENT_COLOURS, Style
from csdesk.wording.charts import LEGEND, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_HEIGHT = 0.58
_AIR = 0.16
"""Room at both sides for the points, as a share of what is drawn."""
_LEAST = 1.0
"""Points that the axis spans at the least."""


def draw_health_moves(axes: Axes, style: Style, steps: Sequence[ScoreStep]) -> Drawn:
    """Levels as upright marks, moves as bars from one level to the next, the first on top. The axis does not begin at
    zero, where small moves would vanish. Spots are named 'move'; `index` is the step's place."""
    title = TITLES["health_moves"].say(style.language)
    prepare(axes, style, title)
    table: Table = (("", LEGEND["score"].say(style.language)), *((step.name, step.points) for step in steps))
    if not steps:
        say_empty(axes, style)
        return Drawn(title, (), table)
    axes.grid(visible=False)
    level, reached = 0.0, []
    for at, step in enumerate(steps):
        before, level = level, step.points if step.is_level else level + step.points
        left, right = (level, level) if step.is_level else sorted((before, level))
        _draw_step(axes, style, at, step, left, right)
        reached += [left, right]
        if at + 1 < len(steps):
            axes.plot([level, level], [at + _HEIGHT / 2, at + 1 - _HEIGHT / 2], color=style.palette.line, linewidth=1)
    margin = max(max(reached) - min(reached), _LEAST) * _AIR
    axes.set_xlim(min(reached) - margin, max(reached) + margin)
    axes.set_ylim(len(steps) - 0.4, -0.6)
    axes.set_yticks(range(len(steps)), [step.name for step in steps])
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    spots = (
        Spot(float("-inf"), float("inf"), at - 0.5, at + 0.5, f"{step.name}\n{_points(step)}", "move", at)
        for at, step in enumerate(steps)
    )
    return Drawn(title, tuple(spots), table)


def _draw_step(axes: Axes, style: Style, at: int, step: ScoreStep, left: float, right: float) -> None:
    ink = style.palette.text
    if step.is_level:
        axes.plot([left, left], [at - _HEIGHT / 2, at + _HEIGHT / 2], color=ink, linewidth=2.4)
    else:
        colour = MOVEMENT_COLOURS["expansion" if step.points > 0 else "churn"]
        axes.barh(at, right - left, _HEIGHT, left=left, color=colour, linewidth=0)
    falls = not step.is_level and step.points < 0
    axes.annotate(
        _points(step),
        (left if falls else right, at),
        xytext=(-5 if falls else 5, 0),
        textcoords="offset points",
        ha="right" if falls else "left",
        va="center",
        fontsize=style.small,
        fontfamily=style.family,
        color=ink,
    )


def _points(step: ScoreStep) -> str:
    if step.is_level:
        return f"{step.points:.1f}"
    return f"{'−' if step.points < 0 else '+'}{abs(step.points):.1f}"
