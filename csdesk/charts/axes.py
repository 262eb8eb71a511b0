"""The parts that every chart shares: quiet axes, period and money ticks, the legend, the empty state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.models.months import Period, PeriodKind
from csdesk.wording.charts import EMPTY, money_tick, period_tick
from csdesk.wording.speech import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from csdesk.charts.style import Style

TITLE = "title"
"""Marks the title among the parts of the axes."""
BELOW = "below"
"""Marks what is written below the axes and needs its room."""
_FEWEST = 6
"""Periods that an axis has room for at the least, so that a first month's bar is a bar and no wall."""
LEGEND_GAP = 6
"""Pixels between a legend and the axes below it."""
_TICK_WIDTH = 40
"""Pixels a tick label needs with the space beside it."""
_HANDLE, _GAP, _BETWEEN = 1.1, 0.5, 1.4
"""A legend's mark, the room after it, and the room between two entries, as multiples of its type size."""
_NARROW, _WIDE, _FULL = 0.5, 1.0, 0x2E80
"""Width of a letter by its type size: Latin ones, and those from this code on."""


def prepare(axes: Axes, style: Style, title: str) -> None:
    """Quiet axes: horizontal grid lines only, small muted ticks, the title at the left."""
    palette = style.palette
    axes.set_facecolor(palette.background)
    axes.set_axisbelow(True)
    axes.grid(visible=True, axis="y", color=palette.line, linewidth=0.8)
    for side, spine in axes.spines.items():
        spine.set_visible(side == "bottom")
        spine.set_color(palette.line)
    axes.tick_params(length=0, pad=5, labelsize=style.small, labelcolor=palette.muted, labelfontfamily=style.family)
    _write_title(axes, style, title, 10)


def _write_title(axes: Axes, style: Style, title: str, pad: float) -> None:
    axes.set_title(
        title,
        loc="left",
        fontsize=style.title,
        color=style.palette.text,
        fontfamily=style.family,
        pad=pad,
        y=1.0,
        gid=TITLE,
    )


def say_empty(axes: Axes, style: Style) -> None:
    """An empty chart keeps its place and says so."""
    axes.set_xticks([])
    axes.set_yticks([])
    axes.text(
        0.5,
        0.5,
        EMPTY.say(style.language),
        transform=axes.transAxes,
        ha="center",
        va="center",
        fontsize=style.title,
        color=style.palette.muted,
        fontfamily=style.family,
    )


def period_axis(axes: Axes, periods: Sequence[Period], style: Style) -> None:
    """Ticks at positions 0, 1, ...; as many as the width carries, on round months, the year where it begins."""
    room = max(2, int(axes.get_window_extent().width / _pixels(axes) / _TICK_WIDTH))
    shown = _shown(periods, room)
    labels, year_before = [], ""
    for at in shown:
        top, year = period_tick(periods[at], style.language)
        under = year if year != year_before else ""
        labels.append(f"{top}\n{under}" if top else year)
        year_before = year
    axes.set_xticks(shown, labels)
    spare = max(0.0, (_FEWEST - len(periods)) / 2)
    axes.set_xlim(-0.6 - spare, len(periods) - 0.4 + spare)


def _shown(periods: Sequence[Period], room: int) -> list[int]:
    kind = periods[0].kind
    steps = {PeriodKind.MONTH: (1, 3, 6, 12, 24, 60), PeriodKind.QUARTER: (1, 2, 4, 8, 20)}
    for step in steps.get(kind, (1, 2, 5, 10, 20)):
        anchor = periods[0].fiscal_start - 1 if kind is not PeriodKind.MONTH else 0
        numbers = [(period.first.ordinal - anchor) // kind.months for period in periods]
        shown = [at for at, number in enumerate(numbers) if number % step == 0]
        if len(shown) <= room:
            break
    return shown or [0]


def _pixels(axes: Axes) -> float:
    """Device pixels in a pixel at 100 %; figures are laid out at 72 dots an inch."""
    return float(axes.get_figure(root=True).dpi) / 72  # type: ignore[union-attr]


def money_axis(axes: Axes, style: Style) -> None:
    """Few ticks on round amounts, written short."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda at, _: money_tick(at, style.currency, style.language)))


def percent_axis(axes: Axes) -> None:
    """Few ticks on round percentages, from zero."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10]))
    top = axes.get_ylim()[1]
    axes.yaxis.set_major_formatter(FuncFormatter(lambda at, _: percent(at, 1 if top < 0.05 else 0)))  # noqa: PLR2004


def count_axis(axes: Axes) -> None:
    """Few ticks on whole numbers."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, steps=[1, 2, 5, 10], integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda at, _: f"{at:,.0f}"))


def legend(axes: Axes, handles: Sequence[Artist], labels: Sequence[str], style: Style) -> None:
    """One row above the axes, under the title; where the picture is too narrow for it, rows as even as can be."""
    figure = axes.get_figure(root=True)
    assert figure is not None
    room = figure.bbox.width / _pixels(axes)
    columns = _columns(labels, room, style)
    across = [at for first in range(columns) for at in range(first, len(handles), columns)]
    axes.legend(
        [handles[at] for at in across],
        [labels[at] for at in across],
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=columns,
        frameon=False,
        borderaxespad=0,
        borderpad=0.3,
        columnspacing=_BETWEEN,
        handlelength=_HANDLE,
        handletextpad=_GAP,
        labelcolor=style.palette.muted,
        prop={"family": style.family, "size": style.small},
    )
    lines = -(-len(handles) // columns)
    _write_title(axes, style, axes.get_title(loc="left"), 10 + LEGEND_GAP + lines * (style.small + 6))


def _columns(labels: Sequence[str], room: float, style: Style) -> int:
    """The most columns that fit side by side, each as wide as its widest entry, in rows as even as can be."""
    entry = style.small * (_HANDLE + _GAP + _BETWEEN)
    widths = [entry + _advance(label, style.small) for label in labels]
    for rows in range(1, len(widths)):
        columns = -(-len(widths) // rows)
        if sum(max(widths[at::columns]) for at in range(columns)) <= room + style.small * _BETWEEN:
            return columns
    return 1


def _advance(text: str, size: float) -> float:
    return size * sum(_WIDE if ord(letter) >= _FULL else _NARROW for letter in text)
