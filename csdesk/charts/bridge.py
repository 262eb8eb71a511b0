"""From MRR to CMRR: the two levels, and what is won and lost between them as steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.charts.axes import money_axis, prepare, say_empty
from csdesk.charts.records import BridgeStep, Drawn, Spot, Table
from csdesk.charts.style import MOVEMENT_COLOURS, Style
from csdesk.wording.charts import LEGEND, TITLES, money_tick
from csdesk.wording.speech import money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_WIDTH = 0.6
_AIR = 0.18
"""Room above and below, as a share of what is drawn."""
_FLAT = 0.02
"""What is shown around a level that nothing changes, as a share of it."""
_COLOURS = {
    "cmrr_won": MOVEMENT_COLOURS["new"],
    "cmrr_upgrades": MOVEMENT_COLOURS["expansion"],
    "cmrr_withdrawals": MOVEMENT_COLOURS["churn"],
    "cmrr_downgrades": MOVEMENT_COLOURS["contraction"],
}


def draw_bridge(axes: Axes, style: Style, steps: Sequence[BridgeStep]) -> Drawn:
    """Levels as marks and changes as bars between them: marks, for the axis does not begin at zero where the changes
    would vanish beside it. Spots are named by metric."""
    title = TITLES["bridge"].say(style.language)
    prepare(axes, style, title)
    if not steps:
        say_empty(axes, style)
        return Drawn(title, (), _table(steps, style))
    level, spots, reached = 0.0, [], []
    for at, step in enumerate(steps):
        before, level = level, float(step.amount) if step.is_level else level + float(step.amount)
        bottom, top = (level, level) if step.is_level else sorted((before, level))
        _draw_step(axes, style, at, step, bottom, top)
        spots.append(_spot(at, step, style))
        reached += [bottom, top]
        if at + 1 < len(steps):
            axes.plot([at + _WIDTH / 2, at + 1 - _WIDTH / 2], [level, level], color=style.palette.line, linewidth=1)
    margin = (max(reached) - min(reached)) * _AIR or max(reached) * _FLAT or 1.0
    axes.set_ylim(min(reached) - margin, max(reached) + margin)
    axes.set_xlim(-0.6, len(steps) - 0.4)
    axes.set_xticks(range(len(steps)), [LEGEND[step.metric].say(style.language) for step in steps])
    money_axis(axes, style)
    return Drawn(title, tuple(spots), _table(steps, style))


def _draw_step(axes: Axes, style: Style, at: int, step: BridgeStep, bottom: float, top: float) -> None:
    ink = style.palette.text
    if step.is_level or bottom == top:
        axes.plot([at - _WIDTH / 2, at + _WIDTH / 2], [top, top], color=ink, linewidth=2.4 if step.is_level else 1)
    else:
        axes.bar([at], [top - bottom], _WIDTH, bottom=bottom, color=_COLOURS[step.metric], linewidth=0)
    amount = money_tick(float(step.amount), style.currency, style.language)
    axes.annotate(
        amount if step.is_level or step.amount <= 0 else f"+{amount}",
        (at, top),
        xytext=(0, 4),
        textcoords="offset points",
        ha="center",
        va="bottom",
        fontsize=style.small,
        fontfamily=style.family,
        color=ink,
    )


def _spot(at: int, step: BridgeStep, style: Style) -> Spot:
    name = LEGEND[step.metric].say(style.language)
    text = f"{name}\n{money(step.amount, style.currency, style.language)}"
    return Spot(at - 0.5, at + 0.5, float("-inf"), float("inf"), text, step.metric, at)


def _table(steps: Sequence[BridgeStep], style: Style) -> Table:
    heading = ("", LEGEND["mrr"].say(style.language))
    return (heading, *((LEGEND[step.metric].say(style.language), style.main(step.amount)) for step in steps))
