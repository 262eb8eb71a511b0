"""How much of a sum of money hangs on one account."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.metrics.measure import Measure
    from csdesk.usecases.explain import ExplainedAccount

_LEAST = 2


@dataclass(frozen=True, slots=True)
class Heaviest:
    """The account with the largest part of a rate's base: its share of it, and the rate without the account."""

    name: str
    share: Fraction
    without: Fraction


def heaviest(measure: Measure, rows: Sequence[ExplainedAccount]) -> Heaviest | None:
    """The heaviest account of a share of money; None of any other figure, and where no other account is left."""
    from csdesk.metrics.measure import Unit
    from csdesk.usecases.figures import part_units

    if measure.unit is not Unit.FRACTION or measure.value is None or part_units(measure)[1] is not Unit.MONEY:
        return None
    bases = [row for row in rows if row.whole]
    if len(bases) < _LEAST:
        return None
    top = max(bases, key=lambda row: row.whole)
    whole = sum((Fraction(row.whole) for row in rows), Fraction(0))
    part = sum((Fraction(row.part) for row in rows), Fraction(0))
    return Heaviest(top.name, Fraction(top.whole) / whole, (part - Fraction(top.part)) / (whole - Fraction(top.whole)))
