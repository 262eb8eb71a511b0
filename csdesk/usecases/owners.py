"""How each owner's accounts stand: health by band, the gap to the other owners, and the work of the period."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.health.gap import Gap
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Band
    from csdesk.models.months import Period
    from csdesk.usecases.accounts import AccountRow
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """One owner's paying accounts by band with their MRR in minor units, the gap in health to all other owners, touches
    of the period by type, and tickets of these accounts that were closed in it; what came of their risks, of the
    quarter where the period is a month (see `RISK_METRICS`)."""

    owner: str
    accounts: int
    bands: Mapping[Band, tuple[int, Fraction]]
    gap: Gap | None
    touches: Mapping[str, int]
    tickets: int
    risks: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class OwnersPage:
    """Owners by name, what the accounts are called, and the period of the work."""

    rows: tuple[OwnerRow, ...]
    names: Mapping[int, str]
    period: Period


def owners_page(book: Book, scope: Scope) -> OwnersPage:
    """Every owner of a paying account, or who logged a touch in the period, up to the as-of day."""
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    healths = snapshot.health(scope.as_of)
    paying = [row for row in rows_at(snapshot, scope.as_of).rows if row.paying]
    touches = _touches(snapshot, scope)
    closed = _closed(snapshot, scope)
    owners = sorted({row.owner for row in paying if row.owner} | touches.keys())
    came = _risks(snapshot, scope)
    work = ((owner, touches.get(owner, {}), came.get(owner, came[""])) for owner in owners)
    rows = tuple(_row(one, paying, healths, closed) for one in work)
    return OwnersPage(rows, snapshot.names, scope.period)


@dataclass(frozen=True, slots=True)
class OwnerGap:
    """How far an owner's accounts lie from those of all other owners, and what its accounts are called."""

    owner: str
    gap: Gap
    names: Mapping[int, str]


def gap_of(book: Book, as_of: date, person: str = "") -> OwnerGap | None:
    """The gap of one owner or, with '', of the one furthest behind the others; None where there is nothing to
    compare, or where nobody was named and nobody is behind."""
    from csdesk.metrics.health.gap import health_gap
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    healths = snapshot.health(as_of)
    known: dict[str, list[AccountHealth]] = {}
    for row in rows_at(snapshot, as_of).rows:
        if row.paying and row.owner and row.id in healths:
            known.setdefault(row.owner, []).append(healths[row.id])
    owner = person or _furthest_behind(known)
    others = [one for name, found in known.items() if name != owner for one in found]
    gap = health_gap(known.get(owner, ()), others)
    return OwnerGap(owner, gap, snapshot.names) if gap and (person or gap.tenths < 0) else None


def _furthest_behind(known: Mapping[str, list[AccountHealth]]) -> str:
    """By mean scores alone: the factors, which take longer, are looked at for one owner."""
    from csdesk.models.kinds import Band

    scores = {
        owner: [one.score for one in found if one.score is not None and one.band is not Band.UNKNOWN]
        for owner, found in known.items()
    }
    total, n = sum(map(sum, scores.values())), sum(map(len, scores.values()))

    def gap(owner: str) -> float:
        own, size = sum(scores[owner]), len(scores[owner])
        return own / size - (total - own) / (n - size) if 0 < size < n else 0.0

    return min(scores, key=gap, default="")


def _row(
    of: tuple[str, Mapping[str, int], tuple[Measure, ...]],
    paying: list[AccountRow],
    healths: Mapping[int, AccountHealth],
    closed: Mapping[int, int],
) -> OwnerRow:
    from csdesk.metrics.health.gap import health_gap
    from csdesk.models.kinds import Band

    owner, touches, risks = of
    own = [row for row in paying if row.owner == owner]
    others = [row for row in paying if row.owner not in {"", owner}]
    bands = {
        band: (len(inside), sum((row.mrr for row in inside), Fraction(0)))
        for band in Band
        for inside in [[row for row in own if row.band is band]]
    }
    gap = health_gap(*([healths[row.id] for row in side if row.id in healths] for side in (own, others)))
    return OwnerRow(owner, len(own), bands, gap, touches, sum(closed.get(row.id, 0) for row in own), risks)


def _risks(snapshot: Snapshot, scope: Scope) -> Mapping[str, tuple[Measure, ...]]:
    """What came of the risks of each owner's accounts; '' for owners without any account."""
    from csdesk.metrics.catalogue import CATALOGUE, figure
    from csdesk.metrics.measure import Why, missing
    from csdesk.usecases.figures import groups, slow
    from csdesk.usecases.risks import RISK_METRICS

    period = slow(scope.period)
    found = {
        part.group or "": tuple(figure(part, metric, period) for metric in RISK_METRICS)
        for part in groups(snapshot, snapshot.context(scope.as_of), "owner")
    }
    return found | {"": tuple(missing(one, period, CATALOGUE[one].unit, Why.NO_RISKS, 0) for one in RISK_METRICS)}


def _days(scope: Scope) -> tuple[date, date]:
    return scope.period.first.first_day, min(scope.period.last.last_day, scope.as_of)


def _touches(snapshot: Snapshot, scope: Scope) -> Mapping[str, Mapping[str, int]]:
    """Touches of the period by who logged them, and by type."""
    import numpy as np

    first, last = map(np.datetime64, _days(scope))
    touches = snapshot.frames.touches
    inside = touches[(touches["on"] >= first) & (touches["on"] <= last)]
    found: dict[str, dict[str, int]] = {}
    for person, kind in zip(inside["person"].tolist(), inside["type"].tolist(), strict=True):
        owner = snapshot.people.get(person, "")
        if owner:
            counts = found.setdefault(owner, {})
            counts[kind] = counts.get(kind, 0) + 1
    return found


def _closed(snapshot: Snapshot, scope: Scope) -> Mapping[int, int]:
    """Tickets closed in the period by account."""
    import numpy as np

    first, last = _days(scope)
    tickets = snapshot.frames.tickets
    low, beyond = np.datetime64(first), np.datetime64(last) + np.timedelta64(1, "D")
    inside = tickets[(tickets["closed"] >= low) & (tickets["closed"] < beyond)]
    return {int(str(account)): int(n) for account, n in inside.groupby("account").size().items()}
