"""MRR behind and ahead: what was, what is forecast with its range, and what is signed alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import legend, money_axis, period_axis, prepare, say_empty
from csdesk.charts.records import Drawn, Spot
from csdesk.charts.style import CATEGORY_COLOURS
from csdesk.wording.charts import LEGEND, TITLES, period_name
from csdesk.wording.speech import money

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from csdesk.charts.records import Amount, Point, Table
    from csdesk.charts.style import Style

_FORECAST, _SIGNED = CATEGORY_COLOURS[0], CATEGORY_COLOURS[2]
_ROOM = 1.12


def draw_ahead(
    axes: Axes, style: Style, past: Sequence[Point], ahead: Sequence[Point], signed: Sequence[Point]
) -> Drawn:
    """One line through the past, then two: the forecast with its band, and what is signed alone. `ahead` and `signed`
    are of the same months, the first of which follows the last of the past; `ahead` may be empty, or without a range.

    Spots are named 'mrr', 'forecast_mrr' or, where nothing is forecast, 'signed_mrr'.
    """
    title = TITLES["ahead"].say(style.language)
    prepare(axes, style, title)
    table = _table(past, ahead, signed, style)
    if not past:
        say_empty(axes, style)
        return Drawn(title, (), table)
    _lines(axes, style, past, ahead, signed)
    money_axis(axes, style)
    period_axis(axes, [point.period for point in (*past, *signed)], style)
    series = "forecast_mrr" if ahead else "signed_mrr"
    was = [money(point.value, style.currency, style.language) for point in past]
    will = [_said(at, ahead, signed, style) for at in range(len(signed))]
    behind = [_spot(at, past[at], "mrr", at, text, style) for at, text in enumerate(was)]
    before = [_spot(len(past) + at, signed[at], series, at, text, style) for at, text in enumerate(will)]
    return Drawn(title, (*behind, *before), table)


def _lines(axes: Axes, style: Style, past: Sequence[Point], ahead: Sequence[Point], signed: Sequence[Point]) -> None:
    was = [float(point.value or 0) for point in past]
    at = np.arange(len(past) - 1, len(past) + len(signed))

    def onward(points: Sequence[Point], side: str = "value") -> list[float]:
        return [was[-1], *(float(getattr(point, side) or 0) for point in points)]

    dot = "o" if len(was) == 1 else "none"
    (line,) = axes.plot(range(len(was)), was, color=style.palette.text, linewidth=1.8, marker=dot, zorder=4)
    (dashes,) = axes.plot(at, onward(signed), color=_SIGNED, linewidth=1.4, linestyle=(0, (4, 3)), zorder=3)
    handles: list[Artist] = [line, dashes]
    names, top = ["mrr", "signed_mrr"], max(*was, *onward(signed))
    if ahead:
        (drawn,) = axes.plot(at, onward(ahead), color=_FORECAST, linewidth=1.8, zorder=3)
        handles[1:1], names[1:1], top = [drawn], ["forecast_mrr"], max(top, *onward(ahead))
    if any(point.low is not None for point in ahead):
        low, high = onward(ahead, "low"), onward(ahead, "high")
        band = axes.fill_between(at, low, high, color=_FORECAST, alpha=0.3 if style.dark else 0.16, linewidth=0)
        handles[2:2], names[2:2], top = [band], ["range"], max(top, *high)
    axes.set_ylim(0, top * _ROOM or 1)
    legend(axes, handles, [LEGEND[name].say(style.language) for name in names], style)


def _spot(at: int, point: Point, series: str, index: int, text: str, style: Style) -> Spot:
    name = period_name(point.period, style.language)
    return Spot(at - 0.5, at + 0.5, -np.inf, np.inf, f"{name}\n{text}", series, index)


def _said(at: int, ahead: Sequence[Point], signed: Sequence[Point], style: Style) -> str:
    def amount(value: Amount | None) -> str:
        return money(value, style.currency, style.language)

    said = [f"{LEGEND['signed_mrr'].say(style.language)}  {amount(signed[at].value)}"]
    if ahead:
        one = ahead[at]
        if one.low is not None:
            said.insert(0, f"{LEGEND['range'].say(style.language)}  {amount(one.low)}–{amount(one.high)}")
        said.insert(0, f"{LEGEND['forecast_mrr'].say(style.language)}  {amount(one.value)}")
    return "\n".join(said)


def _table(past: Sequence[Point], ahead: Sequence[Point], signed: Sequence[Point], style: Style) -> Table:
    names = ("period", "mrr", "forecast_mrr", "from", "to", "signed_mrr")
    heading = tuple(LEGEND[name].say(style.language) for name in names)

    def main(value: Amount | None) -> float | None:
        return None if value is None else style.main(value)

    was = ((period_name(one.period, style.language), main(one.value), None, None, None, None) for one in past)
    blank = [replace(one, value=None) for one in signed]
    will = (
        (period_name(one.period, style.language), None, *map(main, (one.value, one.low, one.high, known.value)))
        for one, known in zip(ahead or blank, signed, strict=True)
    )
    return (heading, *was, *will)
