"""Which factor carries an account's score most, and which holds it back most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.metrics.health.scores import FactorState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.metrics.health.scores import AccountHealth, FactorScore

_WELL, _HALF = 70.0, 50.0
"""From 70 on a factor is nothing to complain of; below 50 it is nothing to boast of."""

_SAME = 1e-9
"""A value is not above its own mean because of rounding."""


def drivers(health: AccountHealth) -> tuple[FactorScore | None, FactorScore | None]:
    """The best and the worst factor of a score, never the same one; None where there is nothing sensible to name.

    Best: the highest value, 50 or more, among the factors above the score itself, which is their weighted mean.
    Worst: the one that costs most points, weight x (100 - value), among those below 70.
    """
    used = [factor for factor in health.factors if factor.state is FactorState.USED and factor.weight > 0]
    mean = health.by_model.score or 0.0
    lifting = [factor for factor in used if _value(factor) > mean + _SAME and _value(factor) >= _HALF]
    best = _first(lifting, [(_value(factor), factor.weight) for factor in lifting])
    costing = [factor for factor in used if factor is not best and _value(factor) < _WELL]
    return best, _first(costing, [(factor.weight * (100.0 - _value(factor)), 0.0) for factor in costing])


def _value(factor: FactorScore) -> float:
    return factor.value or 0.0


def _first(factors: Sequence[FactorScore], ranks: Sequence[tuple[float, float]]) -> FactorScore | None:
    """The factor of the highest rank, the earliest of equals."""
    place = max(range(len(factors)), key=lambda at: ranks[at], default=None)
    return None if place is None else factors[place]
