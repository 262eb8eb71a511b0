"""One figure by period, in its own unit, with its 95 % interval as a band."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import legend, money_axis, percent_axis, period_axis, prepare, say_empty
from csdesk.charts.records import Drawn, Point, Spot, Table
from csdesk.wording.charts import LEGEND, period_name
from csdesk.wording.figures import amount_text
from csdesk.wording.metrics import metric_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from csdesk.charts.style import Style

_FEW = 10
_MOST_BAND = 2.0
"""A band that reaches further than so many times the highest figure is cut there, else nothing else could be seen."""
_MONEY, _FRACTION, _RATIO = "money", "fraction", "ratio"
_FIXED = {"points": (-100.0, 100.0)}


def draw_trend(axes: Axes, style: Style, metric: str, unit: str, points: Sequence[Point]) -> Drawn:
    """A line with its band; hollow where n < 10, absent where there is no figure, and an arrow head where it is only
    known to be at least so much. Spots are named by the metric."""
    name = metric_name(metric, style.language)
    prepare(axes, style, name)
    table = _table(name, unit, points, style)
    values = np.array([np.nan if point.value is None else float(point.value) for point in points])
    if not np.isfinite(values).any():
        say_empty(axes, style)
        return Drawn(name, (), table)
    low, high = (_bounds(points, side) for side in ("low", "high"))
    _limit(axes, unit, values, low, high)
    _line(axes, style, name, points, values)
    _axis(axes, unit, style)
    period_axis(axes, [point.period for point in points], style)
    spots = tuple(
        Spot(at - 0.5, at + 0.5, -np.inf, np.inf, _text(point, unit, style), metric if point.value is not None else "",
             at)
        for at, point in enumerate(points)
    )  # fmt: skip
    return Drawn(name, spots, table)


def _line(axes: Axes, style: Style, name: str, points: Sequence[Point], values: np.ndarray) -> None:
    low, high = (_bounds(points, side) for side in ("low", "high"))
    colour, at = style.palette.accent, np.arange(len(points))
    names: list[str] = [name]
    handles: list[Artist] = []
    least = np.array([point.least for point in points])
    known = np.where(least, np.nan, values)
    (line,) = axes.plot(at, known, color=colour, linewidth=1.8, marker="o", markersize=4, zorder=3)
    handles.append(line)
    if np.isfinite(low).any():
        band = axes.fill_between(at, low, high, color=colour, alpha=0.3 if style.dark else 0.16, linewidth=0)
        alone = _alone(low)
        axes.vlines(at[alone], low[alone], high[alone], color=colour, alpha=0.3, linewidth=3)
        names, handles = [*names, LEGEND["interval"].say(style.language)], [*handles, band]
    few = np.array([point.n is not None and point.n < _FEW and point.low is not None for point in points])
    if few.any():
        face = style.palette.background
        (hollow,) = axes.plot(at[few], values[few], linestyle="", marker="o", markersize=6, color=colour,
                              markerfacecolor=face, markeredgewidth=1.4, zorder=4)  # fmt: skip
        names, handles = [*names, LEGEND["few_answers"].say(style.language)], [*handles, hollow]
    if least.any():
        (arrow,) = axes.plot(at[least], values[least], linestyle="", marker="^", markersize=7, color=colour, zorder=4)
        names, handles = [*names, LEGEND["at_least"].say(style.language)], [*handles, arrow]
    legend(axes, handles, names, style)


def _alone(values: np.ndarray) -> np.ndarray:
    """Bounds without a neighbour, which no band can join to another."""
    known = np.pad(np.isfinite(values), 1)
    alone: np.ndarray = known[1:-1] & ~known[:-2] & ~known[2:]
    return alone


def _limit(axes: Axes, unit: str, values: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
    if unit in _FIXED:
        axes.set_ylim(*_FIXED[unit])
        return
    top = float(np.nanmax(values))
    band = float(np.nanmax(high)) if np.isfinite(high).any() else top
    least = min(0.0, float(np.nanmin(values)), float(np.nanmin(low)) if np.isfinite(low).any() else 0.0)
    most = max(top, min(band, _MOST_BAND * top)) * 1.1
    if unit == _FRACTION:
        most = min(1.02, most)
    axes.set_ylim(least, most if most > least else least + 1)


def _axis(axes: Axes, unit: str, style: Style) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    if unit == _MONEY:
        money_axis(axes, style)
    elif unit == _FRACTION:
        percent_axis(axes)
    else:
        axes.yaxis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10]))
        mark = "×" if unit == _RATIO else ""
        axes.yaxis.set_major_formatter(FuncFormatter(lambda at, _: f"{at:g}{mark}".replace("-", "−")))


def _bounds(points: Sequence[Point], side: str) -> np.ndarray:
    values = [getattr(point, side) if point.value is not None else None for point in points]
    return np.array([np.nan if value is None else float(value) for value in values])


def _text(point: Point, unit: str, style: Style) -> str:
    said = _said(point.value, unit, style)
    if point.least:
        said = f"{LEGEND['at_least'].say(style.language)} {said}"
    lines = [period_name(point.period, style.language), said]
    if point.low is not None and point.high is not None and point.value is not None:
        bounds = f"{_said(point.low, unit, style)}–{_said(point.high, unit, style)}"
        lines.append(f"{LEGEND['interval'].say(style.language)}  {bounds}")
    if point.n is not None:
        lines.append(f"n = {point.n:,}")
    return "\n".join(lines)


def _said(value: object, unit: str, style: Style) -> str:
    if value is None:
        return "–"
    return amount_text(value, unit, style.currency, style.language)  # type: ignore[arg-type]


def _table(name: str, unit: str, points: Sequence[Point], style: Style) -> Table:
    def number(value: object) -> float | None:
        if value is None:
            return None
        return style.main(value) if unit == _MONEY else float(value)  # type: ignore[arg-type]

    heading = (LEGEND["period"].say(style.language), name, *(LEGEND[k].say(style.language) for k in ("low", "high")))
    rows: Table = tuple(
        (
            period_name(p.period, style.language),
            None if p.least else number(p.value),
            number(p.value if p.least else p.low),
            number(p.high),
            p.n,
        )
        for p in points
    )
    return ((*heading, "n"), *rows)
