"""How many answers gave which score."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.charts.axes import count_axis, legend, prepare, say_empty
from csdesk.charts.records import Drawn, Spot, Table
from csdesk.charts.style import MOVEMENT_COLOURS
from csdesk.models.kinds import Survey
from csdesk.wording.charts import LEGEND, TITLES
from csdesk.wording.speech import percent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    from csdesk.charts.style import Style

_GROUPS: Mapping[Survey, Sequence[tuple[str, int, str]]] = {
    Survey.NPS: (
        ("detractors", 6, MOVEMENT_COLOURS["churn"]),
        ("passives", 8, "#808080"),
        ("promoters", 10, MOVEMENT_COLOURS["expansion"]),
    ),
    Survey.CSAT: (("not_content", 3, "#808080"), ("content", 5, MOVEMENT_COLOURS["expansion"])),
    Survey.CES: (("answers", 7, MOVEMENT_COLOURS["new"]),),
}
"""The groups of scores of each survey, with the highest score of each. Whether a high effort is good is for each answer
to say, so those of CES are one group."""


def draw_scores(axes: Axes, style: Style, survey: Survey, counts: Sequence[tuple[int, int]]) -> Drawn:
    """A bar a score with its count above it, coloured by the group it falls in. Spots are named by the survey, their
    index is the place in `counts`."""
    title = TITLES["scores"].say(style.language)
    prepare(axes, style, title)
    total = sum(count for _, count in counts)
    heading = tuple(LEGEND[name].say(style.language) for name in ("score", "answers"))
    table: Table = (heading, *((float(score), float(count)) for score, count in counts))
    if not total:
        say_empty(axes, style)
        return Drawn(title, (), table)
    axes.grid(visible=False, axis="x")
    handles, names = [], []
    for name, first, last, colour in _spans(survey):
        mine = [(score, count) for score, count in counts if first <= score <= last]
        share = sum(count for _, count in mine) / total
        bars = axes.bar([s for s, _ in mine], [c for _, c in mine], 0.8, color=colour, linewidth=0)
        handles.append(bars)
        names.append(f"{LEGEND[name].say(style.language)} {percent(share, 0)}")
    top = max(count for _, count in counts)
    for score, count in counts:
        if count:
            axes.text(score, count + top * 0.02, f"{count:,}", ha="center", va="bottom", fontsize=style.small,
                      color=style.palette.text, fontfamily=style.family)  # fmt: skip
    axes.set_ylim(0, top * 1.15)
    axes.set_xlim(counts[0][0] - 0.6, counts[-1][0] + 0.6)
    axes.set_xticks([score for score, _ in counts])
    count_axis(axes)
    legend(axes, handles, names, style)  # type: ignore[arg-type]
    return Drawn(
        title, tuple(_spot(at, score, count, total, survey) for at, (score, count) in enumerate(counts)), table
    )


def _spans(survey: Survey) -> list[tuple[str, int, int, str]]:
    found, first = [], 0
    for name, last, colour in _GROUPS[survey]:
        found.append((name, first, last, colour))
        first = last + 1
    return found


def _spot(at: int, score: int, count: int, total: int, survey: Survey) -> Spot:
    text = f"{score}\n{count:,}  ({percent(count / total)})"
    return Spot(score - 0.5, score + 0.5, -np.inf, np.inf, text, survey.value if count else "", at)
