"""Why accounts left: every churn with the contract line that ended last, and the family of its reason."""

from dataclasses import dataclass, fields

import numpy as np

from csdesk.metrics.engine.days import SPREAD, Ints, first_days
from csdesk.metrics.engine.ledger import Ledger
from csdesk.metrics.engine.movements import MOVEMENTS, Movement, Moves
from csdesk.metrics.shapes import STATED, Spans
from csdesk.models.kinds import ReasonFamily

REASONS = (*(str(family) for family in ReasonFamily), STATED)
"""Families of reasons, and what was told in words that belong to none yet."""
_UNKNOWN = REASONS.index(ReasonFamily.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Partings:
    """Every churn, in order of month: positions in the ledger's accounts, ticks from 0 up, places in REASONS, and the
    row of the spans that ended last by the end of that month, -1 where none did."""

    month: Ints
    owner: Ints
    ticks: Ints
    reason: Ints
    line: Ints

    def between(self, first: int, last: int) -> "Partings":
        """Those of the months from first to last, given by their ordinals."""
        low, high = np.searchsorted(self.month, [first, last + 1])
        return Partings(**{f.name: getattr(self, f.name)[low:high] for f in fields(self)})

    def of(self, reason: int) -> tuple[Ints, Ints]:
        """Owners and ticks of one reason."""
        rows = self.reason == reason
        return self.owner[rows], self.ticks[rows]


def partings_of(ledger: Ledger, spans: Spans, moves: Moves) -> Partings:
    """The partings of a ledger. What nobody gave a reason for is of an unknown one."""
    rows = moves.kind == MOVEMENTS.index(Movement.CHURN)
    month, owner = moves.month[rows], moves.owner[rows]
    line = _last_lines(ledger, owner, first_days(month + 1) - 1)
    return Partings(month, owner, moves.ticks[rows], _reasons(spans, line), line)


def _last_lines(ledger: Ledger, owner: Ints, day: Ints) -> Ints:
    segments = ledger.segments
    order = np.lexsort((segments.end, segments.owner))
    keys = segments.owner[order] * SPREAD + segments.end[order]
    at = np.searchsorted(keys, owner * SPREAD + day, side="right") - 1
    found = np.full(len(owner), -1)
    own = at >= 0
    own[own] = segments.owner[order[at[own]]] == owner[own]
    found[own] = segments.line[order[at[own]]]
    return found


def _reasons(spans: Spans, line: Ints) -> Ints:
    words, at = np.unique(spans["reason"].to_numpy().astype(np.str_), return_inverse=True)
    places = {reason: place for place, reason in enumerate(REASONS)}
    told = np.array([places.get(str(word), _UNKNOWN) for word in words], dtype=np.int64)[at]
    return np.where(line >= 0, told[line], _UNKNOWN) if len(told) else np.full(len(line), _UNKNOWN)
