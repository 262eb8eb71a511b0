"""The health model tried on the past: what its scores foretold, and what another model would have."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.health.model import Profile
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.metrics.retention.back_test import BackTest, BandRow, Decision
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class PastDecision:
    """A renewal or churn with the name of its account, and its health at the time by both models."""

    name: str
    decision: Decision
    now: AccountHealth | None
    tried: AccountHealth | None


@dataclass(frozen=True, slots=True)
class OtherBand:
    """A paying account that another model would show in another band."""

    account: int
    name: str
    mrr: Fraction
    now: AccountHealth
    tried: AccountHealth


@dataclass(frozen=True, slots=True)
class Trial:
    """Back-tests of the model in force and of the one tried, every decision, and who would be in another band today."""

    now: BackTest
    tried: BackTest
    decisions: tuple[PastDecision, ...]
    others: tuple[OtherBand, ...]
    profile: Profile
    """The one in force."""

    @property
    def profiles(self) -> Mapping[str, int]:
        """How many of the decisions each profile scored, by name; '' is that of everybody else."""
        return Counter(one.health.profile for one in self.now.judged)

    @property
    def by_band(self) -> tuple[tuple[BandRow, BandRow], ...]:
        """Each band by the model in force and by the one tried."""
        return tuple(zip(self.now.by_band, self.tried.by_band, strict=True))


def try_profile(book: Book, as_of: date, wanted: Profile | None = None) -> Trial:
    """Try a model, or the one in force, on the renewals and churns up to a day. Raises Refused where it makes no score
    possible."""
    from csdesk.metrics.retention.back_test import back_test, decisions
    from csdesk.usecases.health_profile import check_profile
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    profile = wanted or snapshot.profile
    check_profile(profile)
    context = snapshot.context(as_of)
    decided = context.kept("decisions", lambda: decisions(context))
    now = {day: _by_model(context.healths(day)) for day in sorted({one.scored_on for one in decided})}
    tried = now if profile == snapshot.profile else {day: _by_model(snapshot.health_by(profile, day)) for day in now}
    past = tuple(
        PastDecision(
            snapshot.names.get(one.account, ""),
            one,
            now[one.scored_on].get(one.account),
            tried[one.scored_on].get(one.account),
        )
        for one in reversed(decided)
    )
    others = _others(snapshot, as_of, _by_model(snapshot.health_by(profile, as_of)))
    return Trial(back_test(decided, now), back_test(decided, tried), past, others, snapshot.profile)


def _by_model(healths: Mapping[int, AccountHealth]) -> Mapping[int, AccountHealth]:
    """A model is judged by what it computes, not by what a person said."""
    return {account: health.by_model for account, health in healths.items()}


def _others(snapshot: Snapshot, as_of: date, tried: Mapping[int, AccountHealth]) -> tuple[OtherBand, ...]:
    """Paying accounts whose band would be another, by MRR."""
    from csdesk.usecases.account_rows import rows_at

    now = _by_model(snapshot.health(as_of))
    found = (
        OtherBand(row.id, row.name, row.mrr, now[row.id], tried[row.id])
        for row in rows_at(snapshot, as_of).rows
        if row.paying and row.id in now and now[row.id].band is not tried[row.id].band
    )
    return tuple(sorted(found, key=lambda row: (-row.mrr, row.name)))
