"""How long customers stay: curves with their bands, marks where lifetimes were seen last, and who is at risk below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.charts.axes import BELOW, legend, percent_axis, prepare, say_empty
from csdesk.charts.records import Drawn, Spot, Table
from csdesk.charts.style import CATEGORY_COLOURS, Style
from csdesk.wording.charts import LEGEND, MONTHS_SINCE, TITLES
from csdesk.wording.speech import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from csdesk.metrics.retention.survival import Curve, Step

ROW = 10_000
"""A spot's `index` is its curve times this, plus its step."""
MOST = len(CATEGORY_COLOURS) - 1
"""Curves that colours can tell apart."""
_FEW, _BANDS = 10, 3
"""Lifetimes below which a curve is an outline; curves whose bands can be told apart."""
_NEAR = 0.025
_TICKS = (1, 2, 3, 6, 12, 24)
_MOST_TICKS = 12


def draw_survival(axes: Axes, style: Style, curves: Sequence[tuple[str, Curve]]) -> Drawn:
    """Steps from 100 %, the first `MOST` of the named curves; of fewer than ten lifetimes dashed and without a band.

    Spots are named 'survival'; `index` is curve * `ROW` + step.
    """
    title = TITLES["survival"].say(style.language)
    prepare(axes, style, title)
    table = _table(curves, style)
    shown = curves[:MOST]
    last = max((curve.last for _, curve in shown), default=0)
    if not last:
        say_empty(axes, style)
        return Drawn(title, (), table)
    colours = CATEGORY_COLOURS if len(shown) > 1 else (style.palette.accent,)
    handles = [
        _draw_curve(axes, curve, colour, last, band=len(shown) <= _BANDS, dark=style.dark)
        for (_, curve), colour in zip(shown, colours, strict=False)
    ]
    axes.axhline(0.5, color=style.palette.muted, linewidth=0.8, linestyle=(0, (1, 3)), zorder=1)
    axes.set_ylim(0, 1.02)
    percent_axis(axes)
    ticks = _month_axis(axes, style, last)
    _say_at_risk(axes, style, shown, colours, ticks)
    _say_legend(axes, style, [name for name, _ in shown], handles)
    return Drawn(title, _spots(shown, last, style), table)


def _draw_curve(axes: Axes, curve: Curve, colour: str, last: int, *, band: bool, dark: bool) -> tuple[Artist, ...]:
    """Its line, its marks, and its band where it has one."""
    few = curve.n < _FEW
    times = [*(step.time for step in curve.steps), curve.last + last / 200]
    values = [*(float(step.value) for step in curve.steps), float(curve.steps[-1].value)]
    style = (0, (4, 3)) if few else "-"
    (line,) = axes.step(times, values, where="post", color=colour, linewidth=1.8, linestyle=style, zorder=3)
    seen = [step for step in curve.steps if step.censored]
    (marks,) = axes.plot(
        [step.time for step in seen],
        [float(step.value) for step in seen],
        linestyle="",
        marker="|",
        markersize=7,
        markeredgewidth=1.2,
        color=colour,
        clip_on=False,
        zorder=4,
    )
    if few or not band:
        return line, marks
    bounds = [(step.low, step.high) if step.low is not None else (None, None) for step in curve.steps]
    low, high = ([float("nan") if side is None else side for side in sides] for sides in zip(*bounds, strict=True))
    area = axes.fill_between(
        times,
        [*low, low[-1]],
        [*high, high[-1]],
        step="post",
        color=colour,
        alpha=0.28 if dark else 0.14,
        linewidth=0,
    )
    return line, marks, area


def _month_axis(axes: Axes, style: Style, last: int) -> list[int]:
    """Ticks on round months; who is at risk is told below each."""
    step = next((step for step in _TICKS if last / step <= _MOST_TICKS), 60)
    ticks = list(range(0, last + 1, step))
    axes.set_xticks(ticks)
    axes.set_xlim(-last / 60, last * 1.02)
    axes.set_xlabel(
        MONTHS_SINCE.say(style.language),
        fontsize=style.small,
        color=style.palette.muted,
        fontfamily=style.family,
        loc="right",
        labelpad=2,
    )
    return ticks


def _say_at_risk(
    axes: Axes, style: Style, curves: Sequence[tuple[str, Curve]], colours: Sequence[str], ticks: Sequence[int]
) -> None:
    below = -(2 * style.small + 2)

    def write(at: float, line: float, text: str, colour: str, side: str) -> None:
        axes.annotate(
            text,
            (at, 0),
            ({"right": -10, "left": -4}.get(side, 0), below - line * (style.small + 5)),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            ha=side,
            va="center",
            fontsize=style.small,
            color=colour,
            fontfamily=style.family,
            annotation_clip=False,
            gid=BELOW,
        )

    write(0, 0, LEGEND["at_risk"].say(style.language), style.palette.muted, "left")
    for line, ((_, curve), colour) in enumerate(zip(curves, colours, strict=False), 1):
        ink = colour if len(curves) > 1 else style.palette.text
        write(0, line, "■" if len(curves) > 1 else "", ink, "right")
        for tick in ticks:
            write(tick, line, f"{_at_risk(curve, tick):,}", style.palette.text, "center")


def _at_risk(curve: Curve, time: int) -> int:
    return int((curve.lifetimes.months >= time).sum())


def _say_legend(axes: Axes, style: Style, names: Sequence[str], handles: Sequence[tuple[Artist, ...]]) -> None:
    """Which line is whose; of one alone, what line, mark and band are."""
    if len(names) > 1:
        legend(axes, [of[0] for of in handles], [_short(name) for name in names], style)
        return
    words = [LEGEND[word].say(style.language) for word in ("survival", "censored", "interval")]
    legend(axes, handles[0], words[: len(handles[0])], style)


def _short(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23]}…"  # noqa: PLR2004 - as much as a legend has room for


def _spots(curves: Sequence[tuple[str, Curve]], last: int, style: Style) -> tuple[Spot, ...]:
    found = []
    for row, (name, curve) in enumerate(curves):
        ends = [*(step.time for step in curve.steps[1:]), max(curve.last + last / 100, curve.last + 0.5)]
        for place, (step, end) in enumerate(zip(curve.steps, ends, strict=True)):
            height = (0.0, 1.02) if len(curves) == 1 else (float(step.value) - _NEAR, float(step.value) + _NEAR)
            text = _told(name, step, style)
            found.append(Spot(step.time, end, *height, text, "survival", row * ROW + place))
    return tuple(found)


def _told(name: str, step: Step, style: Style) -> str:
    said = {word: LEGEND[word].say(style.language) for word in ("months", "at_risk", "left", "interval")}
    lines = [" · ".join(filter(None, (name, f"{said['months']} {step.time}"))), percent(step.value)]
    if step.low is not None and step.high is not None:
        lines.append(f"{said['interval']}  {percent(step.low)}–{percent(step.high)}")
    lines.append(f"{said['at_risk']} {step.at_risk:,} · {said['left']} {step.events:,}")
    return "\n".join(lines)


def _table(curves: Sequence[tuple[str, Curve]], style: Style) -> Table:
    words = ("group", "months", "at_risk", "left", "censored", "survival", "low", "high")
    rows: Table = tuple(
        (name, step.time, step.at_risk, step.events, step.censored, float(step.value), step.low, step.high)
        for name, curve in curves
        for step in curve.steps
    )
    return (tuple(LEGEND[word].say(style.language) for word in words), *rows)
