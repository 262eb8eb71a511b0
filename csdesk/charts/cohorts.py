"""A cohort triangle as a heat map with its figures written in, for reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import prepare, say_empty
from csdesk.charts.records import Drawn, Spot, Table
from csdesk.charts.style import Palette, Style, mixed, readable
from csdesk.metrics.retention.cohorts import CohortKind, Triangle
from csdesk.wording.charts import COHORT_AGES, LEGEND, TITLES, period_name
from csdesk.wording.speech import percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW = 1000


def heat(share: float, palette: Palette) -> str:
    """Colour of a cell: one hue, from the surface at nothing left to the accent at all (and beyond) left."""
    return mixed(palette.surface, palette.accent, min(1.0, max(0.0, share)))


def ink(on: str) -> str:
    """Black or white, whichever reads better on a cell; never below 4.5 to 1."""
    return readable(on, "#000000", "#FFFFFF")


def draw_cohorts(axes: Axes, style: Style, triangle: Triangle) -> Drawn:
    """Rows are cohorts, oldest on top; columns are periods since their start. Cells not yet observed stay empty.

    Spots are named by the triangle's kind; `index` is row * 1000 + age.
    """
    kind = "logo_cohorts" if triangle.kind is CohortKind.LOGO else "revenue_cohorts"
    title = TITLES[kind].say(style.language)
    prepare(axes, style, title)
    axes.grid(visible=False)
    cohorts = triangle.cohorts
    if not cohorts:
        say_empty(axes, style)
        return Drawn(title, (), _table(triangle, style))
    ages = 1 + max((cell.age for cohort in cohorts for cell in cohort.cells), default=0)
    cells = [
        (row, cohort, cell) for row, cohort in enumerate(cohorts) for cell in cohort.cells if cell.value is not None
    ]
    _paint(axes, style, [(row, cell.age, float(cell.value or 0)) for row, _, cell in cells])
    _label(axes, style, triangle, ages)
    spots = tuple(
        Spot(
            cell.age - 0.5,
            cell.age + 0.5,
            row - 0.5,
            row + 0.5,
            f"{period_name(cohort.start, style.language)} +{cell.age}\n{percent(cell.value)}",
            triangle.kind.value,
            row * _ROW + cell.age,
        )
        for row, cohort, cell in cells
    )
    return Drawn(title, spots, _table(triangle, style))


def _paint(axes: Axes, style: Style, cells: list[tuple[int, int, float]]) -> None:
    from matplotlib.collections import PolyCollection

    colours = [heat(share, style.palette) for _, _, share in cells]
    corners = [
        [(age - 0.5, row - 0.5), (age + 0.5, row - 0.5), (age + 0.5, row + 0.5), (age - 0.5, row + 0.5)]
        for row, age, _ in cells
    ]
    axes.add_collection(PolyCollection(corners, facecolors=colours, edgecolors=style.palette.background))
    for (row, age, share), colour in zip(cells, colours, strict=True):
        axes.text(
            age,
            row,
            percent(share, 0).rstrip("%"),
            ha="center",
            va="center",
            fontsize=style.small - 2,
            color=ink(colour),
            fontfamily=style.family,
        )


def _label(axes: Axes, style: Style, triangle: Triangle, ages: int) -> None:
    rows = len(triangle.cohorts)
    axes.set_xlim(-0.5, ages - 0.5)
    axes.set_ylim(rows - 0.5, -0.5)
    step = max(1, ages // 18)
    axes.set_xticks(np.arange(0, ages, step))
    axes.set_yticks(range(rows), [f"{period_name(c.start, style.language)}  ({c.size:,})" for c in triangle.cohorts])
    axes.spines["bottom"].set_visible(False)
    axes.set_xlabel(
        COHORT_AGES.say(style.language), fontsize=style.small, color=style.palette.muted, fontfamily=style.family
    )


def _table(triangle: Triangle, style: Style) -> Table:
    ages = max((len(cohort.cells) for cohort in triangle.cohorts), default=0)
    heading = (LEGEND["cohort"].say(style.language), LEGEND["size"].say(style.language), *map(str, range(ages)))
    rows = []
    for cohort in triangle.cohorts:
        left = {cell.age: cell.value for cell in cohort.cells}
        shares = (None if left.get(age) is None else float(left[age] or 0) for age in range(ages))
        rows.append((period_name(cohort.start, style.language), float(cohort.size), *shares))
    return (heading, *rows)
