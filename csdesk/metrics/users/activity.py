"""Who is active: accounts that use the product at all, and those whose use is what the team counts as value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import month_ordinals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from csdesk.metrics.shapes import Use
    from csdesk.models.months import Month


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a measure counts as value, and from which sum of the days looked at; None: from anything."""

    qualifies: bool
    least: float | None = None
    key: bool = False
    """Whether it is a key feature, of which engagement asks how many a user has taken up."""

    def is_value(self, amount: float) -> bool:
        """Whether so much in a month is value."""
        return self.qualifies and amount > 0 and (self.least is None or amount >= self.least)


@dataclass(frozen=True, slots=True)
class Active:
    """Accounts of a month: with any use, and of these the ones with use of value."""

    month: Month
    by_login: frozenset[int]
    by_value: frozenset[int]


def activity(use: Use, judged: Mapping[str, Judged], months: Sequence[Month]) -> tuple[Active, ...]:
    """Activity by month. What is summed is a measure of an account in a month; each is judged by itself."""
    monthly = dict.fromkeys(months, frozenset[int]())
    by_login, by_value = dict(monthly), dict(monthly)
    for month in months:
        for code, accounts, amounts in _sums(use, month):
            known = judged.get(code, Judged(qualifies=True))
            worth = [known.is_value(amount) for amount in amounts]
            by_login[month] |= {account for account, amount in zip(accounts, amounts, strict=True) if amount > 0}
            by_value[month] |= {account for account, is_worth in zip(accounts, worth, strict=True) if is_worth}
    return tuple(Active(month, by_login[month], by_value[month]) for month in months)


def totals_in(use: Use, month: Month) -> dict[str, tuple[float, int]]:
    """By measure the sum of a month, and how many accounts have any."""
    return {code: (sum(amounts), sum(amount > 0 for amount in amounts)) for code, _, amounts in _sums(use, month)}


def last_month(use: Use, until: Month) -> Month | None:
    """The last month, up to one, of which the book knows any use."""
    ordinals = month_ordinals(use["on"].to_numpy().astype("datetime64[D]").astype(np.int64))
    known = ordinals[ordinals <= until.ordinal]
    return type(until)(int(known.max())) if len(known) else None


def _sums(use: Use, month: Month) -> list[tuple[str, list[int], list[float]]]:
    """For each measure its accounts in a month, and the sum of each."""
    first, after = np.datetime64(month.first_day, "s"), np.datetime64((month + 1).first_day, "s")
    on = use["on"].to_numpy()
    mine = use[(on >= first) & (on < after)]
    sums = mine.groupby(["measure", "account"], observed=True)["amount"].sum()
    found = []
    for code in dict.fromkeys(sums.index.get_level_values(0)):
        of_code = sums[code]
        found.append((str(code), of_code.index.tolist(), of_code.tolist()))
    return found
