"""Movements of MRR by period: gains stacked up, losses stacked down, and the net as a line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import legend, money_axis, period_axis, prepare, say_empty
from csdesk.charts.records import Drawn, MovementBar, Spot, Table
from csdesk.charts.style import FX_COLOUR, MOVEMENT_COLOURS, Style
from csdesk.wording.charts import LEGEND, TITLES, UNFINISHED, period_name
from csdesk.wording.speech import money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

_LOSSES = frozenset({"contraction", "churn"})
_WIDTH = 0.72
_PALE = 0.4


def draw_movements(axes: Axes, style: Style, bars: Sequence[MovementBar]) -> Drawn:
    """One stack a period. Spots are named by movement ('new' ... 'churn'); a period not complete is drawn pale."""
    title = TITLES["movements"].say(style.language)
    prepare(axes, style, title)
    if not bars:
        say_empty(axes, style)
        return Drawn(title, (), _table(bars, style))
    texts = [_text(bar, style) for bar in bars]
    spots = [Spot(at - 0.5, at + 0.5, -np.inf, np.inf, text, "", at) for at, text in enumerate(texts)]
    handles: list[Artist] = []
    done = [bar.complete for bar in bars]
    heights = {"up": np.zeros(len(bars)), "down": np.zeros(len(bars))}
    colours = _colours(bars)
    for series, colour in colours.items():
        sign = -1 if series in _LOSSES else 1
        amounts = np.array([float(getattr(bar, series)) for bar in bars]) * sign
        bottom = np.where(amounts < 0, heights["down"], heights["up"])
        handles.append(stack(axes, done, amounts, bottom, colour))
        spots += [
            _segment(at, bottom[at], bottom[at] + amount, texts[at], series)
            for at, amount in enumerate(amounts)
            if amount
        ]
        heights["up"] += np.maximum(amounts, 0)
        heights["down"] += np.minimum(amounts, 0)
    handles.append(_net(axes, bars, style))
    axes.set_ylim(*limits(heights["down"], heights["up"]))
    axes.spines["bottom"].set_visible(False)
    axes.axhline(0, color=style.palette.muted, linewidth=0.8)
    money_axis(axes, style)
    period_axis(axes, [bar.period for bar in bars], style)
    legend(axes, handles, [LEGEND[name].say(style.language) for name in (*colours, "net")], style)
    return Drawn(title, tuple(spots), _table(bars, style))


def _colours(bars: Sequence[MovementBar]) -> dict[str, str]:
    """The series there are; exchange rates only where a book has several currencies."""
    rates = any(bar.fx is not None for bar in bars)
    return {**MOVEMENT_COLOURS, **({"fx": FX_COLOUR} if rates else {})}


def _segment(at: int, start: float, end: float, text: str, series: str) -> Spot:
    return Spot(at - _WIDTH / 2, at + _WIDTH / 2, min(start, end), max(start, end), text, series, at)


def stack(axes: Axes, done: Sequence[bool], amounts: np.ndarray, bottom: np.ndarray, colour: str) -> Artist:
    """One series as a single collection: a patch for each bar would take three times as long to draw. What is not
    `done` is drawn pale."""
    from matplotlib.collections import PolyCollection
    from matplotlib.colors import to_rgba
    from matplotlib.patches import Patch

    left = np.arange(len(done)) - _WIDTH / 2
    right, top = left + _WIDTH, bottom + amounts
    corners = np.stack([left, bottom, right, bottom, right, top, left, top], axis=1).reshape(-1, 4, 2)
    colours = [to_rgba(colour, 1.0 if over else _PALE) for over in done]
    axes.add_collection(PolyCollection(list(corners), facecolors=colours, linewidths=0))
    return Patch(color=colour)


def _net(axes: Axes, bars: Sequence[MovementBar], style: Style) -> Artist:
    (line,) = axes.plot(
        np.arange(len(bars)),
        [float(bar.net) for bar in bars],
        color=style.palette.text,
        linewidth=1.4,
        marker="o",
        markersize=3.2,
        markerfacecolor=style.palette.background,
        markeredgewidth=1.2,
    )
    return line


def limits(down: np.ndarray, up: np.ndarray) -> tuple[float, float]:
    """Where an axis begins and ends for stacks of those heights."""
    low, high = float(down.min()), float(up.max())
    margin = (high - low) * 0.06 or 1.0
    return low - (margin if low else 0), high + margin


def _text(bar: MovementBar, style: Style) -> str:
    say = partial(money, currency=style.currency, language=style.language)
    name = period_name(bar.period, style.language)
    lines = [name if bar.complete else f"{name} ({UNFINISHED.say(style.language)})"]
    for series in _colours([bar]):
        amount = getattr(bar, series)
        if amount:
            lines.append(f"{LEGEND[series].say(style.language)}  {say(-amount if series in _LOSSES else amount)}")
    lines.append(f"{LEGEND['net'].say(style.language)}  {say(bar.net)}")
    return "\n".join(lines)


def _table(bars: Sequence[MovementBar], style: Style) -> Table:
    series = (*_colours(bars), "net")
    heading = (LEGEND["period"].say(style.language), *(LEGEND[name].say(style.language) for name in series))
    rows: Table = tuple(
        (
            period_name(bar.period, style.language),
            *(style.main(getattr(bar, name)) for name in series),
        )
        for bar in bars
    )
    return (heading, *rows)
