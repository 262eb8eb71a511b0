"""What a rule looks at: the book as it stood at the end of one day, account by account."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import OPEN, Flags, Floats, Ints, day_number, day_numbers, first_days
from csdesk.models.months import Month

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from csdesk.metrics.context import Context
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.metrics.users.practices import Plans

NEVER = -OPEN
"""The day of what has not happened."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Accounts that a rule fires for, by position in the scene; since which day; and the figures that say so."""

    at: Ints
    since: Ints
    figures: tuple[Floats | Ints, ...] = ()


@dataclass(frozen=True)
class Scene:
    """The accounts that pay at the end of a day, ascending, and what of the book's rows speaks of them by then."""

    context: Context
    plans: Plans
    on: date
    accounts: Ints = field(init=False)
    first_paid: Ints = field(init=False)
    """The first day of the month in which each was first seen paying."""

    def __post_init__(self) -> None:
        ledger = self.context.ledger
        paying = self.context.standing(min(Month.of(self.on), ledger.last)).paying
        owners, months = ledger.first_paid()
        first = np.full(len(ledger.accounts), OPEN, dtype=np.int64)
        first[owners] = first_days(months)
        object.__setattr__(self, "accounts", ledger.accounts[paying])
        object.__setattr__(self, "first_paid", first[paying])

    @property
    def day(self) -> int:
        """The day as a number."""
        return day_number(self.on)

    def rows(self, frame: pd.DataFrame) -> tuple[pd.DataFrame, Ints]:
        """The rows of these accounts, and the position of each one's account."""
        held = frame["account"].to_numpy(dtype=np.int64)
        if not len(self.accounts):
            return frame.iloc[:0], held[:0]
        at = np.minimum(np.searchsorted(self.accounts, held), len(self.accounts) - 1)
        known = self.accounts[at] == held
        return frame[known], at[known]

    def dated(self, frame: pd.DataFrame, column: str) -> tuple[pd.DataFrame, Ints, Ints]:
        """The same, of rows whose day has come; and that day."""
        rows, at = self.rows(frame)
        days = day_numbers(rows[column])
        past = days <= self.day
        return rows[past], at[past], days[past]

    def count(self, at: Ints) -> Ints:
        """How many rows each account has."""
        return np.bincount(at, minlength=len(self.accounts))

    def latest(self, at: Ints, days: Ints) -> Ints:
        """The last day of each account, NEVER where it has none."""
        last = np.full(len(self.accounts), NEVER, dtype=np.int64)
        np.maximum.at(last, at, days)
        return last

    def earliest(self, at: Ints, days: Ints) -> Ints:
        """The first day of each account, OPEN where it has none."""
        return -self.latest(at, -days)

    def scores(self, days_before: int = 0, *, by_model: bool = False) -> Floats:
        """The health score of each account so many days before, or the computed one, whatever a person said in its
        place; NaN where it has none."""
        healths = self._healths(days_before)
        found = (healths.get(account) for account in self.accounts.tolist())
        scores = (None if one is None else one.by_model.score if by_model else one.score for one in found)
        return np.array([np.nan if score is None else score for score in scores], dtype=np.float64)

    def factors(self, *ids: str, raw: bool = False) -> Floats:
        """The mean value, 0-100 by weight, of the named factors of health that have fresh data; or their mean raw
        input. NaN where none has."""
        healths, made = self._healths(0), np.full(len(self.accounts), np.nan)
        for place, account in enumerate(self.accounts.tolist()):
            health = healths.get(account)
            used = health.read_by(*ids) if health else ()
            weight = sum(weight for _, _, weight in used)
            if weight:
                made[place] = sum(weight * (told if raw else value) for told, value, weight in used) / weight
        return made

    def _healths(self, days_before: int) -> Mapping[int, AccountHealth]:
        return self.context.healths(self.on - timedelta(days=days_before))

    def where(self, flags: Flags, since: Ints, *figures: Floats | Ints) -> Hits:
        """The accounts for which a rule fires, of figures of all accounts."""
        at = np.flatnonzero(flags)
        return Hits(at, since[at], tuple(figure[at] for figure in figures))
