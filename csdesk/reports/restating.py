"""What a pack said and says now: the restatement of a board workbook."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import isclose

from csdesk.metrics.measure import Number, Unit

_NEAR = 1e-9


class Cause(StrEnum):
    """Why a figure is another than it was stated."""

    DEFINITIONS = "definitions"
    DATA = "data"
    PROGRAM = "program"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class RestatedLine:
    """One figure: as it was stated, as it is now, and as it is now by the definitions of then; in its unit, money in
    minor units. `was_stated` is False for a figure that the pack did not have yet."""

    metric: str
    name: str
    unit: Unit
    stated: Number | None
    now: Number | None
    by_then: Number | None
    was_stated: bool = True

    @property
    def differs(self) -> bool:
        """Whether it is another than it was stated."""
        return self.was_stated and not same(self.stated, self.now)

    @property
    def by_definitions(self) -> Fraction | None:
        """How much of the difference other definitions make: now less now by the definitions of then."""
        return _less(self.now, self.by_then) if self.differs else None

    @property
    def by_data(self) -> Fraction | None:
        """How much the records, or another csdesk, make: now by the definitions of then less as it was stated."""
        return _less(self.by_then, self.stated) if self.differs else None

    def causes(self, *, changed: bool, newer: bool) -> tuple[Cause, ...]:
        """Why it is another: `changed` where the records have been since, `newer` where csdesk is another."""
        if not self.was_stated:
            return (Cause.NEW,)
        found = [] if same(self.now, self.by_then) else [Cause.DEFINITIONS]
        if not same(self.by_then, self.stated):
            found += [Cause.DATA] if changed or not newer else []
            found += [Cause.PROGRAM] if newer else []
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A step done since the pack was made: when, by whom, what, and the accounts it touched, in words."""

    on: date
    who: str
    what: str
    accounts: str = ""


@dataclass(frozen=True, slots=True)
class Restatement:
    """A pack against what it would say now. `definitions` tells the options that are other than then, `changes` the
    steps done since, the latest first; `newer` says that csdesk is another, `same` that nothing in the workbook is;
    `then` and `now` are the definitions and the csdesk of both, in words."""

    file: str
    made_on: date
    lines: tuple[RestatedLine, ...]
    definitions: str
    changes: tuple[ChangeLine, ...]
    newer: bool
    same: bool
    then: str
    now: str

    @property
    def differing(self) -> tuple[RestatedLine, ...]:
        """The figures that are others than they were stated."""
        return tuple(line for line in self.lines if line.differs)

    def causes(self, line: RestatedLine) -> tuple[Cause, ...]:
        """Why a figure is another; nothing for one that is as it was stated."""
        if line.was_stated and not line.differs:
            return ()
        return line.causes(changed=bool(self.changes), newer=self.newer)


def same(one: Number | None, other: Number | None) -> bool:
    """Whether two figures are one: exact ones exactly, others but for their last digits."""
    if one is None or other is None:
        return one is other
    if isinstance(one, float) or isinstance(other, float):
        return isclose(one, other, rel_tol=_NEAR, abs_tol=_NEAR)
    return one == other


def _less(one: Number | None, other: Number | None) -> Fraction | None:
    return None if one is None or other is None else Fraction(one) - Fraction(other)
