"""Figures over time: MRR as a filled line, logo churn with its interval, an account's use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import count_axis, legend, money_axis, percent_axis, period_axis, prepare, say_empty
from csdesk.charts.records import Amount, Drawn, Point, Spot, Table, UseLine
from csdesk.charts.style import CATEGORY_COLOURS, MOVEMENT_COLOURS, Style
from csdesk.wording.charts import LEGEND, TITLES, UNFINISHED, period_name
from csdesk.wording.speech import money, percent, short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_FEW = 10


def draw_mrr(axes: Axes, style: Style, points: Sequence[Point]) -> Drawn:
    """MRR at the end of each period, from zero; the last one written beside its point. Spots are named 'mrr'."""
    title = TITLES["mrr"].say(style.language)
    prepare(axes, style, title)
    table = _money_table(points, style)
    if not points:
        say_empty(axes, style)
        return Drawn(title, (), table)
    values = _values(points)
    _filled(axes, values, style.palette.accent)
    last = points[-1].value
    if last is not None:
        axes.annotate(
            money(last, style.currency, style.language, short=True),
            (len(points) - 1, float(last)),
            (0, 7),
            textcoords="offset points",
            ha="right",
            fontsize=style.small,
            color=style.palette.text,
            fontfamily=style.family,
        )
    axes.set_ylim(0, _top(values))
    money_axis(axes, style)
    period_axis(axes, [point.period for point in points], style)
    texts = [money(point.value, style.currency, style.language) for point in points]
    return Drawn(title, _columns(points, texts, "mrr", style), table)


def draw_logo_churn(axes: Axes, style: Style, points: Sequence[Point]) -> Drawn:
    """Logo churn with its 95 % interval as a band; hollow where n < 10, absent where there is no figure yet.

    Spots are named 'logo_churn'.
    """
    title = TITLES["logo_churn"].say(style.language)
    prepare(axes, style, title)
    table = _rate_table(points, style)
    drawn = [point if point.complete else Point(point.period, None) for point in points]
    values = _values(drawn)
    if not np.isfinite(values).any():
        say_empty(axes, style)
        return Drawn(title, (), table)
    _rate_line(axes, style, drawn, values)
    percent_axis(axes)
    period_axis(axes, [point.period for point in points], style)
    texts = [_rate_text(point, style) for point in points]
    return Drawn(title, _columns(points, texts, "logo_churn", style), table)


def _rate_line(axes: Axes, style: Style, points: Sequence[Point], values: np.ndarray) -> None:
    colour, at = MOVEMENT_COLOURS["churn"], np.arange(len(points))
    low, high = _bounds(points, "low"), _bounds(points, "high")
    band = axes.fill_between(at, low, high, color=colour, alpha=0.3 if style.dark else 0.18, linewidth=0)
    alone = _alone(values)
    axes.vlines(at[alone], low[alone], high[alone], color=colour, alpha=0.35, linewidth=3)
    (line,) = axes.plot(at, values, color=colour, linewidth=1.8, marker="o", markersize=4, clip_on=False, zorder=3)
    few = np.array([point.n is not None and point.n < _FEW for point in points])
    names, handles = ["logo_churn", "interval"], [line, band]
    if few.any():
        (hollow,) = axes.plot(
            at[few],
            values[few],
            linestyle="",
            marker="o",
            markersize=6,
            color=colour,
            markerfacecolor=style.palette.background,
            markeredgewidth=1.4,
            clip_on=False,
            zorder=3,
        )
        names, handles = [*names, "too_few"], [*handles, hollow]
    axes.set_ylim(0, min(1.02, _top(np.where(np.isfinite(high), high, values))))
    legend(axes, handles, [LEGEND[name].say(style.language) for name in names], style)


def _alone(values: np.ndarray) -> np.ndarray:
    """Figures without a neighbour, whose interval no band can join to another."""
    known = np.pad(np.isfinite(values), 1)
    alone: np.ndarray = known[1:-1] & ~known[:-2] & ~known[2:]
    return alone


def draw_use(axes: Axes, style: Style, line: UseLine, *, position: int = 0) -> Drawn:
    """One measure's monthly sums; `position` picks its colour beside its sisters. Spots bear the measure's name."""
    prepare(axes, style, line.measure)
    heading = (LEGEND["period"].say(style.language), line.measure)
    rows: Table = tuple((period_name(p.period, style.language), _number(p.value)) for p in line.points)
    values = _values(line.points)
    if not np.isfinite(values).any():
        say_empty(axes, style)
        return Drawn(line.measure, (), (heading, *rows))
    _filled(axes, values, CATEGORY_COLOURS[position % len(CATEGORY_COLOURS)])
    axes.set_ylim(0, _top(values))
    count_axis(axes)
    period_axis(axes, [point.period for point in line.points], style)
    texts = ["–" if p.value is None else short(p.value) for p in line.points]
    return Drawn(line.measure, _columns(line.points, texts, line.measure, style), (heading, *rows))


def _filled(axes: Axes, values: np.ndarray, colour: str) -> None:
    at = np.arange(len(values))
    axes.fill_between(at, 0, values, color=colour, alpha=0.14, linewidth=0)
    size = 3 if len(values) > 1 else 5
    axes.plot(at, values, color=colour, linewidth=1.8, marker="o", markersize=size, clip_on=False, zorder=3)


def _values(points: Sequence[Point]) -> np.ndarray:
    return np.array([np.nan if point.value is None else float(point.value) for point in points])


def _bounds(points: Sequence[Point], side: str) -> np.ndarray:
    values = [getattr(point, side) if point.value is not None else None for point in points]
    return np.array([np.nan if value is None else float(value) for value in values])


def _top(values: np.ndarray) -> float:
    finite = values[np.isfinite(values)]
    return float(finite.max()) * 1.12 if finite.size and finite.max() > 0 else 1.0


def _columns(points: Sequence[Point], texts: Sequence[str], series: str, style: Style) -> tuple[Spot, ...]:
    return tuple(
        Spot(at - 0.5, at + 0.5, -np.inf, np.inf, f"{_name(point, style)}\n{text}", series, at)
        for at, (point, text) in enumerate(zip(points, texts, strict=True))
    )


def _name(point: Point, style: Style) -> str:
    name = period_name(point.period, style.language)
    return name if point.complete else f"{name} ({UNFINISHED.say(style.language)})"


def _rate_text(point: Point, style: Style) -> str:
    lines = [percent(point.value)]
    if point.low is not None and point.high is not None:
        lines.append(f"{LEGEND['interval'].say(style.language)}  {percent(point.low)}–{percent(point.high)}")
    if point.n is not None:
        lines.append(f"n = {point.n:,}")
    return "\n".join(lines)


def _number(value: Amount | None) -> float | None:
    return None if value is None else float(value)


def _money_table(points: Sequence[Point], style: Style) -> Table:
    heading = (LEGEND["period"].say(style.language), LEGEND["mrr"].say(style.language))
    rows: Table = tuple(
        (period_name(p.period, style.language), None if p.value is None else style.main(p.value)) for p in points
    )
    return (heading, *rows)


def _rate_table(points: Sequence[Point], style: Style) -> Table:
    heading = (*(LEGEND[name].say(style.language) for name in ("period", "logo_churn", "low", "high")), "n")
    rows: Table = tuple((period_name(p.period, style.language), _number(p.value), p.low, p.high, p.n) for p in points)
    return (heading, *rows)
