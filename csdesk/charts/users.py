"""Users over time: those who do what counts below all who come, and the users lost beside the logos lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import count_axis, legend, percent_axis, period_axis, prepare, say_empty
from csdesk.charts.records import Amount, Drawn, Point, Spot, Table
from csdesk.charts.style import CATEGORY_COLOURS, MOVEMENT_COLOURS, Style
from csdesk.wording.charts import LEGEND, TITLES, UNFINISHED, period_name
from csdesk.wording.speech import NOTHING, percent, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_ROOM = 1.12


def draw_active_users(axes: Axes, style: Style, value: Sequence[Point], login: Sequence[Point]) -> Drawn:
    """Users of each period that did what counts, and all that came. Spots are named 'active_users'."""
    colours = (style.palette.accent, style.palette.muted)
    return _two_lines(axes, style, "active_users", {"value_users": value, "login_users": login}, colours)


def draw_two_attritions(axes: Axes, style: Style, users: Sequence[Point], logos: Sequence[Point]) -> Drawn:
    """The share of users lost in each period, and the share of logos. Spots are named 'two_attritions'."""
    colours = (CATEGORY_COLOURS[0], MOVEMENT_COLOURS["churn"])
    return _two_lines(axes, style, "two_attritions", {"user_attrition": users, "logo_churn": logos}, colours)


def _two_lines(
    axes: Axes, style: Style, name: str, lines: dict[str, Sequence[Point]], colours: tuple[str, str]
) -> Drawn:
    title, shares = TITLES[name].say(style.language), name == "two_attritions"
    prepare(axes, style, title)
    points = next(iter(lines.values()))
    values = {key: _values(line) for key, line in lines.items()}
    table = _table(lines, style)
    if not any(np.isfinite(line).any() for line in values.values()):
        say_empty(axes, style)
        return Drawn(title, (), table)
    at = np.arange(len(points))
    handles = [
        axes.plot(at, line, color=colour, linewidth=1.8, marker="o", markersize=4, clip_on=False, zorder=3)[0]
        for line, colour in zip(values.values(), colours, strict=True)
    ]
    top = max(float(line[np.isfinite(line)].max(initial=0)) for line in values.values()) or 1.0
    axes.set_ylim(0, min(1.02, top * _ROOM) if shares else top * _ROOM)
    (percent_axis if shares else count_axis)(axes)
    period_axis(axes, [point.period for point in points], style)
    legend(axes, handles, [LEGEND[key].say(style.language) for key in lines], style)
    spots = tuple(
        Spot(place - 0.5, place + 0.5, -np.inf, np.inf, _text(lines, place, style, shares=shares), name, place)
        for place in range(len(points))
    )
    return Drawn(title, spots, table)


def _values(points: Sequence[Point]) -> np.ndarray:
    return np.array([np.nan if point.value is None else float(point.value) for point in points])


def _text(lines: dict[str, Sequence[Point]], place: int, style: Style, *, shares: bool) -> str:
    point = next(iter(lines.values()))[place]
    name = period_name(point.period, style.language)
    told = [name if point.complete else f"{name} ({UNFINISHED.say(style.language)})"]
    for key, line in lines.items():
        told.append(f"{LEGEND[key].say(style.language)}  {_figure(line[place].value, shares=shares)}")
    return "\n".join(told)


def _figure(value: Amount | None, *, shares: bool) -> str:
    if value is None:
        return NOTHING
    return percent(value) if shares else whole(value)


def _table(lines: dict[str, Sequence[Point]], style: Style) -> Table:
    heading = (LEGEND["period"].say(style.language), *(LEGEND[key].say(style.language) for key in lines))
    rows: Table = tuple(
        (
            period_name(points[0].period, style.language),
            *(None if point.value is None else float(point.value) for point in points),
        )
        for points in zip(*lines.values(), strict=True)
    )
    return (heading, *rows)
