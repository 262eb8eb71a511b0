"""Curves of what cohorts keep as they age: the mean with its band, single cohorts behind it, groups side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import legend, percent_axis, prepare, say_empty
from csdesk.charts.records import Drawn, Spot, Table
from csdesk.charts.style import CATEGORY_COLOURS, Style
from csdesk.wording.cohorts import AGED, AGES
from csdesk.wording.speech import NOTHING, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from csdesk.metrics.retention.mean_curves import MeanPoint
    from csdesk.metrics.triangles import CohortPeriod

MOST = len(CATEGORY_COLOURS)
"""Curves that can be told apart by their colour."""
_NEAR = 0.02
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Curve:
    """What stands at each age from 0 on. A `main` curve is drawn in the colour of text, others by category; bands are
    drawn where `banded`."""

    name: str
    points: tuple[MeanPoint, ...]
    main: bool = False
    banded: bool = False


def draw_curves(
    axes: Axes,
    style: Style,
    title: str,
    step: CohortPeriod,
    curves: Sequence[Curve],
    behind: Sequence[Sequence[float]] = (),
) -> Drawn:
    """Named curves, and pale ones `behind` them. Spots are named by a curve's position; `index` is the age."""
    prepare(axes, style, title)
    if not any(curve.points for curve in curves):
        say_empty(axes, style)
        return Drawn(title, (), _table(curves, 0, step, style))
    ages = max(map(len, (*(curve.points for curve in curves), *behind)))
    _draw_behind(axes, style, behind)
    handles = [_draw(axes, style, curve, colour) for curve, colour in zip(curves, colours(curves, style), strict=True)]
    shown = [float(point.value) for curve in curves for point in curve.points if point.value is not None]
    top = max([1.0, *shown, *(share for shares in behind for share in shares)]) * 1.04
    axes.set_ylim(0, top)
    spare = 0.5 if ages > 1 else 1.5
    axes.set_xlim(-spare, ages - 1 + spare)
    percent_axis(axes)
    axes.set_xticks(range(0, ages, max(1, ages // 18)))
    axes.set_xlabel(
        AGES[step].say(style.language), fontsize=style.small, color=style.palette.muted, fontfamily=style.family
    )
    legend(axes, handles, [_short(curve.name) for curve in curves], style)
    return Drawn(title, _spots(curves, ages, top * _NEAR, step, style), _table(curves, ages, step, style))


def colours(curves: Sequence[Curve], style: Style) -> list[str]:
    """The colour of each curve."""
    others = iter(CATEGORY_COLOURS * (1 + len(curves) // MOST))
    return [style.palette.text if curve.main else next(others) for curve in curves]


def _draw_behind(axes: Axes, style: Style, behind: Sequence[Sequence[float]]) -> None:
    from matplotlib.collections import LineCollection

    paths = [list(enumerate(shares)) for shares in behind if len(shares) > 1]
    axes.add_collection(LineCollection(paths, colors=style.palette.muted, linewidths=0.8, alpha=0.3, zorder=1))


def _draw(axes: Axes, style: Style, curve: Curve, colour: str) -> Artist:
    at = np.arange(len(curve.points))
    values = np.array([np.nan if p.value is None else float(p.value) for p in curve.points])
    if curve.banded:
        low, high = (
            np.array([np.nan if (edge := getattr(p, side)) is None else edge for p in curve.points])
            for side in ("low", "high")
        )
        axes.fill_between(at, low, high, color=colour, alpha=0.24 if style.dark else 0.14, linewidth=0, zorder=2)
    width, size = (2.2, 4.0) if curve.main else (1.8, 3.5)
    (line,) = axes.plot(at, values, color=colour, linewidth=width, marker="o", markersize=size, zorder=3, clip_on=False)
    return line


def _spots(curves: Sequence[Curve], ages: int, near: float, step: CohortPeriod, style: Style) -> tuple[Spot, ...]:
    columns = [Spot(age - 0.5, age + 0.5, -np.inf, np.inf, _text(curves, age, step, style)) for age in range(ages)]
    points = [
        Spot(
            point.age - 0.4,
            point.age + 0.4,
            float(point.value) - near,
            float(point.value) + near,
            f"{AGED[step].say(style.language, age=point.age)}\n{_said(curve, point.age)}",
            str(number),
            point.age,
        )
        for number, curve in enumerate(curves)
        for point in curve.points
        if point.value is not None
    ]
    return (*columns, *points)


def _text(curves: Sequence[Curve], age: int, step: CohortPeriod, style: Style) -> str:
    said = [_said(curve, age) for curve in curves[:MOST] if age < len(curve.points)]
    return "\n".join([AGED[step].say(style.language, age=age), *said])


def _said(curve: Curve, age: int) -> str:
    point = curve.points[age]
    if point.value is None:
        return f"{_short(curve.name)}  {NOTHING}"
    band = f" ({percent(point.low)}–{percent(point.high)})" if curve.banded and point.low is not None else ""
    return f"{_short(curve.name)}  {percent(point.value)}{band}  n = {point.n:,}"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _table(curves: Sequence[Curve], ages: int, step: CohortPeriod, style: Style) -> Table:
    heading = (AGES[step].say(style.language), *(curve.name for curve in curves))
    rows = []
    for age in range(ages):
        reached = [curve.points[age].value if age < len(curve.points) else None for curve in curves]
        rows.append((float(age), *(None if value is None else float(value) for value in reached)))
    return (heading, *rows)
