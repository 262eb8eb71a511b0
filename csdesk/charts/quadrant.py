"""What the product does for each customer, beside how it is to be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.charts.axes import legend, prepare, say_empty
from csdesk.charts.records import Drawn, Spot, Table
from csdesk.metrics.health.quarters import HALF, Quarter, quarter_at
from csdesk.models.kinds import Band
from csdesk.wording.charts import LEGEND, TITLES
from csdesk.wording.kinds import QUARTERS
from csdesk.wording.window import BANDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from csdesk.charts.records import Standing
    from csdesk.charts.style import Style

_WHOLE, _EDGE, _REACH = 100, 9, 2
_MARKS = {Band.GREEN: "o", Band.YELLOW: "^", Band.RED: "s", Band.UNKNOWN: "o"}


def draw_quadrant(axes: Axes, style: Style, accounts: Sequence[Standing]) -> Drawn:
    """A point an account at its outcome (across) and experience (up), 0 to 100 each, shaped and coloured by band; the
    quarters, parted at 50, say their name and number. Spots are named by the account's number, `index` is its place."""
    title = TITLES["quadrant"].say(style.language)
    prepare(axes, style, title)
    words = [LEGEND[name].say(style.language) for name in ("account", "outcome", "experience")]
    table: Table = (tuple(words), *((one.name, one.outcome, one.experience) for one in accounts))
    if not accounts:
        say_empty(axes, style)
        return Drawn(title, (), table)
    handles = []
    for band, mark in _MARKS.items():
        mine = [one for one in accounts if one.band is band]
        at = [one.outcome for one in mine], [one.experience for one in mine]
        face = "none" if band is Band.UNKNOWN else style.band(band)
        handles.append(axes.scatter(*at, s=36, marker=mark, facecolor=face, edgecolor=style.band(band), zorder=3))
    _write_quarters(axes, style, accounts)
    for line in (axes.axvline, axes.axhline):
        line(HALF, color=style.palette.muted, linewidth=1, zorder=1)
    axes.set_xlim(-_EDGE, _WHOLE + _EDGE)
    axes.set_ylim(-_EDGE, _WHOLE + _EDGE)
    axes.set_xlabel(words[1], fontsize=style.small, color=style.palette.muted, fontfamily=style.family)
    axes.set_ylabel(words[2], fontsize=style.small, color=style.palette.muted, fontfamily=style.family)
    legend(axes, handles, [BANDS[band].say(style.language) for band in _MARKS], style)
    return Drawn(title, tuple(_spot(at, one, words) for at, one in enumerate(accounts)), table)


def _write_quarters(axes: Axes, style: Style, accounts: Sequence[Standing]) -> None:
    for quarter in Quarter:
        outcome = quarter in {Quarter.BOTH, Quarter.OUTCOME_ALONE}
        experience = quarter in {Quarter.BOTH, Quarter.EXPERIENCE_ALONE}
        mine = [one for one in accounts if quarter_at(one.outcome, one.experience) is quarter]
        axes.text(
            _WHOLE + _EDGE - 1 if outcome else 1 - _EDGE,
            _WHOLE + _EDGE - 1 if experience else 1 - _EDGE,
            f"{QUARTERS[quarter].say(style.language)}  {len(mine):,}",
            ha="right" if outcome else "left",
            va="top" if experience else "bottom",
            fontsize=style.small,
            color=style.palette.muted,
            fontfamily=style.family,
        )


def _spot(at: int, one: Standing, words: Sequence[str]) -> Spot:
    x, y = one.outcome, one.experience
    text = f"{one.name}\n{words[1]} {x:.0f} · {words[2]} {y:.0f}"
    return Spot(x - _REACH, x + _REACH, y - _REACH, y + _REACH, text, str(one.account), at)
