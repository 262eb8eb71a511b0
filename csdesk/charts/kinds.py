"""What a movement is made of, period by period: the largest kinds stacked, all others as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import legend, money_axis, period_axis, prepare, say_empty
from csdesk.charts.movements import limits, stack
from csdesk.charts.records import Amount, Drawn, Spot, Table
from csdesk.charts.style import CATEGORY_COLOURS, Style
from csdesk.wording.charts import LEGEND, UNFINISHED, period_name
from csdesk.wording.speech import money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from csdesk.models.months import Period

_NAMED = len(CATEGORY_COLOURS) - 1
"""Kinds that have a colour of their own; grey is for all others."""
_WIDTH = 0.72


@dataclass(frozen=True, slots=True)
class KindSeries:
    """One kind's amounts in minor units, one a period; `key` is what its spots are named."""

    key: str
    name: str
    amounts: tuple[Amount, ...]


def draw_kinds(
    axes: Axes, style: Style, title: str, periods: Sequence[Period], series: Sequence[KindSeries], *, complete: bool
) -> Drawn:
    """Amounts above 0 stacked up, those below stacked down. The last period is drawn pale where it is not complete."""
    prepare(axes, style, title)
    table = _table(periods, series, style)
    if not series:
        say_empty(axes, style)
        return Drawn(title, (), table)
    done = [complete or at < len(periods) - 1 for at in range(len(periods))]
    texts = [_text(at, periods, series, done, style) for at in range(len(periods))]
    spots = [Spot(at - 0.5, at + 0.5, -np.inf, np.inf, text, "", at) for at, text in enumerate(texts)]
    up, down = np.zeros(len(periods)), np.zeros(len(periods))
    handles: list[Artist] = []
    shown = _shown(series, style)
    for one, colour in zip(shown, CATEGORY_COLOURS, strict=False):
        amounts = np.array([float(amount) for amount in one.amounts])
        bottom = np.where(amounts < 0, down, up)
        handles.append(stack(axes, done, amounts, bottom, colour))
        spots += [_spot(at, bottom[at], amount, texts[at], one.key) for at, amount in enumerate(amounts) if amount]
        up, down = up + np.maximum(amounts, 0), down + np.minimum(amounts, 0)
    axes.set_ylim(*limits(down, up))
    axes.spines["bottom"].set_visible(False)
    axes.axhline(0, color=style.palette.muted, linewidth=0.8)
    money_axis(axes, style)
    period_axis(axes, periods, style)
    legend(axes, handles, [one.name for one in shown], style)
    return Drawn(title, tuple(spots), table)


def _shown(series: Sequence[KindSeries], style: Style) -> list[KindSeries]:
    """The largest over all periods, largest first; the rest as one, without a key."""
    ranked = sorted(series, key=_size, reverse=True)
    if len(ranked) <= _NAMED:
        return ranked
    sums = tuple(sum(amounts) for amounts in zip(*(one.amounts for one in ranked[_NAMED:]), strict=True))
    return [*ranked[:_NAMED], KindSeries("", LEGEND["others"].say(style.language), sums)]


def _size(one: KindSeries) -> float:
    return sum(abs(float(amount)) for amount in one.amounts)


def _spot(at: int, bottom: float, amount: float, text: str, key: str) -> Spot:
    low, high = min(bottom, bottom + amount), max(bottom, bottom + amount)
    return Spot(at - _WIDTH / 2, at + _WIDTH / 2, low, high, text, key, at)


def _text(at: int, periods: Sequence[Period], series: Sequence[KindSeries], done: Sequence[bool], style: Style) -> str:
    name = period_name(periods[at], style.language)
    lines = [name if done[at] else f"{name} ({UNFINISHED.say(style.language)})"]
    lines += [
        f"{one.name}  {money(one.amounts[at], style.currency, style.language)}" for one in series if one.amounts[at]
    ]
    return "\n".join(lines)


def _table(periods: Sequence[Period], series: Sequence[KindSeries], style: Style) -> Table:
    heading = (LEGEND["period"].say(style.language), *(one.name for one in series))
    rows: Table = tuple(
        (period_name(period, style.language), *(style.main(one.amounts[at]) for one in series))
        for at, period in enumerate(periods)
    )
    return (heading, *rows)
