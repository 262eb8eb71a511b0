"""Whether those who use something more stay longer: groups by use of one measure, and who of each left afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.comparison import Comparison, Verdict, between
from csdesk.metrics.engine.days import Flags, Floats, Ints, day_number
from csdesk.metrics.engine.doings import OF_VALUE
from csdesk.metrics.measure import Measure, Why, count_rate
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users.windows import MONTH, Window, seen, told

if TYPE_CHECKING:
    from csdesk.metrics.context import Context
    from csdesk.models.months import Period

_QUARTER = 0.25


class Part(StrEnum):
    """A group by use of a measure, the heaviest users first."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"
    NONE = "none"


class Finding(StrEnum):
    """What the groups say of the idea that those who use it more stay."""

    SUPPORTS = "supports"
    NO_DIFFERENCE = "no_difference"
    REVERSED = "reversed"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class PartRow:
    """One group: from how much use to how much, and how many of it left."""

    part: Part
    least: float
    most: float
    attrition: Measure


@dataclass(frozen=True, slots=True)
class Behaviour:
    """The groups by use of a measure in the days before a period, and their attrition in it; the difference is that of
    the top quarter less the bottom quarter, or less those without any use where nobody is in the latter."""

    measure: str
    period: Period
    window: Window
    rows: tuple[PartRow, ...]
    difference: Comparison | None
    finding: Finding


def parts_of(amounts: Floats) -> list[Part]:
    """The group of each amount, by how many are below it; equal amounts are always of one group."""
    used = np.sort(amounts[amounts > 0])
    below, upto = np.searchsorted(used, amounts), np.searchsorted(used, amounts, "right")
    place = (below + upto) / max(2 * len(used), 1)
    chosen = np.select(
        [amounts <= 0, place > 1 - _QUARTER, place < _QUARTER], [Part.NONE, Part.TOP, Part.BOTTOM], Part.MIDDLE
    )
    return [Part(part) for part in chosen.tolist()]


def accounts_by_use(context: Context, measure: str, period: Period) -> Behaviour | Why:
    """Accounts that pay at the start of the period, by their use in the period before, and who of them left."""
    why = context.unseen(period)
    if why:
        return why
    spell = context.spell(period)
    before = period.previous
    window = Window(day_number(before.first.first_day), day_number(before.last.last_day))
    base = spell.before.paying
    amounts = _use_of_accounts(context, measure, window, spell.ids)
    if not (amounts[base] > 0).any():
        return Why.NO_USE
    gone = base & ~spell.after.paying
    return _behaviour(MetricId.LOGO_CHURN, (measure, period, window), spell.ids[base], amounts[base], gone[base])


def users_by_use(context: Context, measure: str, period: Period) -> Behaviour | Why:
    """Users active in the 30 days before the period, by their use in these days, and who of them was not active in the
    last 30 of the period."""
    users = seen(context, period)
    if isinstance(users, Why):
        return users
    doings = users.doings
    start = day_number(period.first.first_day) - 1
    days = min(MONTH, users.end - start)
    former = users.window(days, start)
    if doings.known is None or former.last < doings.known[0]:
        return Why.NO_HISTORY
    if measure not in doings.codes:
        return Why.NO_USE
    base = users.active(former, OF_VALUE)
    gone = base & ~users.active(users.window(days), OF_VALUE)
    amounts = doings.sums(*former, doings.codes.index(measure))
    if not (amounts[base] > 0).any():
        return Why.NO_USE
    found = _behaviour(
        MetricId.USER_ATTRITION, (measure, period, former), doings.users[base], amounts[base], gone[base]
    )
    rows = tuple(
        PartRow(row.part, row.least, row.most, told(row.attrition, users, Window(former.first, users.end)))
        for row in found.rows
    )
    return Behaviour(measure, period, former, rows, found.difference, found.finding)


def _use_of_accounts(context: Context, measure: str, window: Window, accounts: Ints) -> Floats:
    """The sum of a measure of each account; use of whole months and use without a user's name count as well."""
    use = context.frames.use
    day = use["on"].to_numpy().astype("datetime64[D]").astype(np.int64)
    mine = use[(use["measure"] == measure).to_numpy() & (day >= window.first) & (day <= window.last)]
    sums = mine.groupby("account")["amount"].sum()
    return sums.reindex(accounts, fill_value=0.0).to_numpy(dtype=np.float64)


def _behaviour(
    metric: MetricId, asked: tuple[str, Period, Window], ids: Ints, amounts: Floats, gone: Flags
) -> Behaviour:
    measure, period, window = asked
    parts = np.array(parts_of(amounts), dtype=object)
    rows = []
    for part in Part:
        mine = np.asarray(parts == part, dtype=np.bool_)
        own = amounts[mine] if mine.any() else np.zeros(1)
        rate = count_rate(metric, period, ids, gone & mine, mine)
        rows.append(PartRow(part, float(own.min()), float(own.max()), rate))
    top, _, bottom, none = (row.attrition for row in rows)
    difference = between(top, bottom if bottom.whole else none)
    return Behaviour(measure, period, window, tuple(rows), difference, _finding(difference))


def _finding(difference: Comparison | None) -> Finding:
    if difference is None or difference.verdict is Verdict.TOO_FEW:
        return Finding.TOO_FEW
    says = {Verdict.LOWER: Finding.SUPPORTS, Verdict.HIGHER: Finding.REVERSED}
    return says.get(difference.verdict, Finding.NO_DIFFERENCE)
