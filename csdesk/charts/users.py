"""Users over time: those who do what counts below all who come, and the users lost beside the logos lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import count_axis, legend, percent_axis, period_axis, prepare, say_empty
from csdesk.charts.records import Amount, DayPoint, Drawn, Point, Spot, Table
from csdesk.charts.style import CATEGORY_COLOURS, MOVEMENT_COLOURS, Style
from csdesk.wording.charts import LEGEND, TITLES, UNFINISHED, WEEKDAYS, day_tick, period_name
from csdesk.wording.speech import NOTHING, day, percent, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_ROOM = 1.12
_SATURDAY = 5


def draw_active_users(axes: Axes, style: Style, value: Sequence[Point], login: Sequence[Point]) -> Drawn:
    """Users of each period that did what counts, and all that came. Spots are named 'active_users'."""
    colours = (style.palette.accent, style.palette.muted)
    return _two_lines(axes, style, "active_users", {"value_users": value, "login_users": login}, colours)


def draw_daily_users(axes: Axes, style: Style, days: Sequence[DayPoint]) -> Drawn:
    """A bar a day for those who did what counts, and a line for all who came; weekends are pale. Spots are named
    'daily_users'."""
    title, names = TITLES["daily_users"].say(style.language), ("day", "value_users", "login_users")
    prepare(axes, style, title)
    words = [LEGEND[name].say(style.language) for name in names]
    table: Table = (tuple(words), *((str(point.on), float(point.value), float(point.login)) for point in days))
    if not days:
        say_empty(axes, style)
        return Drawn(title, (), table)
    at = np.arange(len(days))
    week = np.array([point.on.weekday() < _SATURDAY for point in days])
    value, login = (np.array([getattr(point, name) for point in days]) for name in ("value", "login"))
    axes.bar(at[week], value[week], width=0.8, color=style.palette.accent)
    axes.bar(at[~week], value[~week], width=0.8, color=style.palette.accent, alpha=0.35)
    (line,) = axes.plot(at, login, color=style.palette.muted, linewidth=1.2)
    axes.set_ylim(0, (float(login.max()) or 1.0) * _ROOM)
    count_axis(axes)
    mondays = [place for place, point in enumerate(days) if point.on.weekday() == 0][::2]
    axes.set_xticks(mondays, [day_tick(days[place].on, style.language) for place in mondays])
    axes.set_xlim(-0.6, len(days) - 0.4)
    legend(axes, [axes.patches[0], line], words[1:], style)
    spots = tuple(
        Spot(place - 0.5, place + 0.5, -np.inf, np.inf, _day_text(point, words, style), "daily_users", place)
        for place, point in enumerate(days)
    )
    return Drawn(title, spots, table)


def _day_text(point: DayPoint, words: Sequence[str], style: Style) -> str:
    named = f"{day(point.on, style.language)} ({WEEKDAYS[point.on.weekday()].say(style.language)})"
    return "\n".join((named, f"{words[1]}  {point.value:,}", f"{words[2]}  {point.login:,}"))


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
