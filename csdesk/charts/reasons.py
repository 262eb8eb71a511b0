"""Why customers left: a bar a family of reasons, by accounts, with their MRR beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.charts.axes import prepare, say_empty
from csdesk.charts.records import Drawn, Spot, Table
from csdesk.charts.style import MOVEMENT_COLOURS, Style
from csdesk.wording.charts import LEGEND, TITLES, period_name
from csdesk.wording.movements import REASONS
from csdesk.wording.speech import look_up, money, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Period

_HEIGHT = 0.58


def draw_reasons(axes: Axes, style: Style, year: Period, reasons: Sequence[tuple[Measure, Measure]]) -> Drawn:
    """Accounts that left for each reason, the most on top, an outline for those without a known reason. Spots are named
    'reason'; `index` is the reason's place."""
    title = f"{TITLES['reasons'].say(style.language)} · {period_name(year, style.language)}"
    prepare(axes, style, title)
    table = _table(reasons, style)
    if not reasons:
        say_empty(axes, style)
        return Drawn(title, (), table)
    axes.grid(visible=False)
    names = [look_up(REASONS, accounts.group or "", style.language) for accounts, _ in reasons]
    counts = [int(accounts.part or 0) for accounts, _ in reasons]
    colour = MOVEMENT_COLOURS["churn"]
    for at, ((accounts, mrr), count) in enumerate(zip(reasons, counts, strict=True)):
        known = bool(accounts.group)
        axes.barh(at, count, _HEIGHT, color=colour if known else "none", edgecolor=colour, linewidth=1.2)
        said = (
            f"{count:,} · {money(mrr.part, style.currency, style.language, short=True)} · {percent(accounts.value, 0)}"
        )
        axes.annotate(
            said,
            (count, at),
            (6, 0),
            textcoords="offset points",
            va="center",
            fontsize=style.small,
            color=style.palette.muted,
            fontfamily=style.family,
        )
    axes.set_yticks(range(len(names)), names)
    axes.set_xticks([])
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(0, max(1, *counts) * 1.35)
    axes.spines["bottom"].set_visible(False)
    spots = tuple(
        Spot(0, float("inf"), at - 0.5, at + 0.5, _told(name, *pair, style), "reason", at)
        for at, (name, pair) in enumerate(zip(names, reasons, strict=True))
    )
    return Drawn(title, spots, table)


def _told(name: str, accounts: Measure, mrr: Measure, style: Style) -> str:
    counts = f"{LEGEND['accounts'].say(style.language)} {int(accounts.part or 0):,} / {int(accounts.whole or 0):,}"
    return f"{name}\n{counts}\nMRR {money(mrr.part, style.currency, style.language)}"


def _table(reasons: Sequence[tuple[Measure, Measure]], style: Style) -> Table:
    heading = tuple(LEGEND[word].say(style.language) for word in ("reason", "accounts", "mrr", "share", "low", "high"))
    rows: Table = tuple(
        (
            look_up(REASONS, accounts.group or "", style.language),
            int(accounts.part or 0),
            style.main(float(mrr.part or 0)),
            float(accounts.value or 0),
            accounts.low,
            accounts.high,
        )
        for accounts, mrr in reasons
    )
    return (heading, *rows)
