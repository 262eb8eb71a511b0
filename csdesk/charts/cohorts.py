"""A cohort triangle as a heat map with its figures written in, to be copied, saved and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import prepare, say_empty
from csdesk.charts.records import Drawn, Mark, Spot, Table
from csdesk.charts.style import Palette, Style, mixed, readable
from csdesk.metrics.measure import TOO_FEW
from csdesk.metrics.retention.mean_curves import mean_curve
from csdesk.wording.charts import LEGEND
from csdesk.wording.cohorts import AGES, MEAN, TITLES, start_name
from csdesk.wording.speech import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from csdesk.metrics.triangles import Cohort, Triangle

_ROW = 1000
_MEAN_ROW = -1
_FAINT = 0.5


def heat(share: float, palette: Palette) -> str:
    """Colour of a cell: one hue, from the surface at nothing left to the accent at all (and beyond) left."""
    return mixed(palette.surface, palette.accent, min(1.0, max(0.0, share)))


def ground(share: float, palette: Palette, *, few: bool) -> str:
    """Colour of a cell; faint where it rests on too few to be compared."""
    return heat(share * _FAINT if few else share, palette)


def ink(on: str) -> str:
    """Black or white, whichever reads better on a cell; never below 4.5 to 1."""
    return readable(on, "#000000", "#FFFFFF")


def steps(cohorts: Sequence[Cohort], mark: Mark) -> list[tuple[int, int]]:
    """Row and age of each cohort in the period that holds an event, as far as it had begun by then."""
    ages = [(row, cohort.age_on(mark.on)) for row, cohort in enumerate(cohorts)]
    return [(row, age) for row, age in ages if age >= 0]


def draw_cohorts(axes: Axes, style: Style, triangle: Triangle, marks: Sequence[Mark] = ()) -> Drawn:
    """Rows are cohorts, oldest on top, below their weighted mean; columns are periods since their start. Cells not yet
    observed stay empty; cells of too few are faint and outlined. An event is a dashed line: right of it is what came
    after, and from the row where it begins cohorts that began after.

    Spots are named by the triangle's kind; `index` is row * 1000 + age.
    """
    title = TITLES[triangle.kind].say(style.language)
    prepare(axes, style, title)
    axes.grid(visible=False)
    cohorts = triangle.cohorts
    if not cohorts:
        say_empty(axes, style)
        return Drawn(title, (), _table(triangle, style))
    ages = max(len(cohort.cells) for cohort in cohorts)
    _paint(axes, style, _cells(triangle))
    _label(axes, style, triangle, ages)
    for mark in marks:
        _draw_mark(axes, style, cohorts, ages, mark)
    return Drawn(title, _spots(triangle, style), _table(triangle, style))


def _cells(triangle: Triangle) -> list[tuple[int, int, float, bool]]:
    """Row, age and share of every cell, and whether it rests on too few."""
    mean = [
        (_MEAN_ROW, point.age, float(point.value), point.n < TOO_FEW)
        for point in mean_curve(triangle.kind, triangle.cohorts)
        if point.value is not None
    ]
    return mean + [
        (row, cell.age, float(cell.value), cohort.size < TOO_FEW)
        for row, cohort in enumerate(triangle.cohorts)
        for cell in cohort.cells
        if cell.value is not None
    ]


def _spots(triangle: Triangle, style: Style) -> tuple[Spot, ...]:
    return tuple(
        Spot(
            cell.age - 0.5,
            cell.age + 0.5,
            row - 0.5,
            row + 0.5,
            f"{start_name(cohort.start, style.language)} +{cell.age}\n{percent(cell.value)}",
            triangle.kind.value,
            row * _ROW + cell.age,
        )
        for row, cohort in enumerate(triangle.cohorts)
        for cell in cohort.cells
        if cell.value is not None
    )


def _paint(axes: Axes, style: Style, cells: list[tuple[int, int, float, bool]]) -> None:
    from matplotlib.collections import PolyCollection

    palette = style.palette
    colours = [ground(share, palette, few=few) for _, _, share, few in cells]
    corners = [
        [(age - 0.5, row - 0.5), (age + 0.5, row - 0.5), (age + 0.5, row + 0.5), (age - 0.5, row + 0.5)]
        for row, age, _, _ in cells
    ]
    edges = [palette.muted if few else palette.background for *_, few in cells]
    axes.add_collection(PolyCollection(corners, facecolors=colours, edgecolors=edges, linewidths=0.6))
    for (row, age, share, _), colour in zip(cells, colours, strict=True):
        axes.text(
            age,
            row,
            percent(share, 0).rstrip("%"),
            ha="center",
            va="center",
            fontsize=style.small - 2,
            color=ink(colour),
            fontfamily=style.family,
            fontweight="bold" if row == _MEAN_ROW else "normal",
        )


def _draw_mark(axes: Axes, style: Style, cohorts: Sequence[Cohort], ages: int, mark: Mark) -> None:
    """A stair down to the row of the cohort that began with the event, named at its foot."""
    stair = [(row, age) for row, age in steps(cohorts, mark) if age < ages]
    if not stair:
        return
    x = [age - 0.5 for _, age in stair for _ in range(2)]
    y = [row + edge for row, _ in stair for edge in (-0.5, 0.5)]
    axes.plot([*x, -0.5], [*y, y[-1]], color=style.palette.text, linewidth=1.2, linestyle=(0, (3, 2)), clip_on=False)
    axes.annotate(
        f"◆ {mark.title}",
        (ages - 0.5, y[-1]),
        (-2, 0),
        textcoords="offset points",
        ha="right",
        va="center",
        fontsize=style.small - 1,
        color=style.palette.muted,
        fontfamily=style.family,
    )


def _label(axes: Axes, style: Style, triangle: Triangle, ages: int) -> None:
    rows = len(triangle.cohorts)
    names = [f"{start_name(c.start, style.language)}  ({c.size:,})" for c in triangle.cohorts]
    axes.set_xlim(-0.5, ages - 0.5)
    axes.set_ylim(rows - 0.5, _MEAN_ROW - 0.5)
    step = max(1, ages // 18)
    axes.set_xticks(np.arange(0, ages, step))
    axes.set_yticks(range(_MEAN_ROW, rows), [MEAN.say(style.language), *names])
    axes.spines["bottom"].set_visible(False)
    axes.set_xlabel(
        AGES[triangle.cohorts[0].step].say(style.language),
        fontsize=style.small,
        color=style.palette.muted,
        fontfamily=style.family,
    )


def _table(triangle: Triangle, style: Style) -> Table:
    ages = max((len(cohort.cells) for cohort in triangle.cohorts), default=0)
    heading = (LEGEND["cohort"].say(style.language), LEGEND["size"].say(style.language), *map(str, range(ages)))
    mean = mean_curve(triangle.kind, triangle.cohorts)
    named = [(MEAN.say(style.language), mean[0].n if mean else 0, [point.value for point in mean])]
    named += [
        (start_name(cohort.start, style.language), cohort.size, [cell.value for cell in cohort.cells])
        for cohort in triangle.cohorts
    ]
    rows = []
    for name, size, values in named:
        shares = [None if value is None else float(value) for value in values]
        rows.append((name, float(size), *shares, *[None] * (ages - len(shares))))
    return (heading, *rows)
