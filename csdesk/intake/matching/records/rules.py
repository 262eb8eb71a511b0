"""Which rows cannot be taken: what a row of each kind must hold, and what it must not."""

import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from csdesk.intake.fields import PRICES, WHO, base_of
from csdesk.intake.matching.fields.averages import RANGES
from csdesk.intake.matching.meaning.endings import ENDS, SERVICE, START_OF, day_of, days_of, standing_of
from csdesk.intake.matching.tables.rows import SCORES
from csdesk.intake.shapes import Choice, Clean, TableKind
from csdesk.intake.values.words import Standing
from csdesk.models.kinds import EndReading
from csdesk.models.problems import Problem, Reason

Values = Mapping[str, Clean]
_PERSON = ("contact.email", "contact.external_id")
_COUNTED = frozenset({*PRICES, "contract.list_amount", "contract.quantity"})
_VITAL = frozenset(
    {"contract.start", "contract.end", "contract.renewal", "contract.canceled_at", *PRICES, "contract.quantity",
     "contract.tax_rate", "contract.discount_rate", "contract.interval_count", "touch.date",
     "cost.month", "cost.amount", "invoice.date", "invoice.total", "invoice.amount_due"}
)  # fmt: skip
_REQUIRED: dict[TableKind, tuple[str, ...]] = {
    TableKind.TOUCHES: ("touch.date",),
    TableKind.COSTS: ("cost.month", "cost.amount"),
    TableKind.MOVEMENTS: ("movement.date",),
}
NEEDED = {**_REQUIRED, TableKind.CONTRACTS: ("contract.start",), TableKind.USE: ("usage.date",)}
"""Fields without which a row of a table that has them is refused."""
_IDENTIFYING: dict[TableKind, tuple[str, ...]] = {
    TableKind.ACCOUNTS: WHO,
    TableKind.CONTRACTS: WHO,
    TableKind.MATRIX: WHO,
    TableKind.MOVEMENTS: WHO,
    TableKind.HEALTH: WHO,
    TableKind.TOUCHES: (*WHO, *_PERSON),
    TableKind.USE: (*WHO, *_PERSON),
    TableKind.GOALS: (*WHO, *_PERSON),
    TableKind.MILESTONES: (*WHO, *_PERSON),
    TableKind.INTERVIEWS: (*WHO, *_PERSON),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row: in which field, why, and whether the row is refused for it."""

    field: str
    reason: Reason
    refuses: bool = True


def is_vital(kind: TableKind, field_id: str) -> bool:
    """Whether a cell that cannot be read refuses its row; a bad cell of any other field is left out and said."""
    base = base_of(field_id)
    if base in SCORES:
        return kind is TableKind.ANSWERS
    if base.startswith("usage."):
        return kind is TableKind.USE and base not in {"usage.first_seen", "usage.last_seen"}
    return base in _VITAL or base == "matrix" or base.startswith("movement.")


def told_once(problems: list[Problem]) -> list[Problem]:
    """The problems, where a cell that is missing for what was found in it is told of as that alone, which refuses the
    row."""
    missing = {one.place for one in problems if one.reason is Reason.MISSING and one.place.column}
    why = {one.place for one in problems if one.place in missing and one.reason is not Reason.MISSING}
    return [
        replace(one, refuses=True) if one.place in why else one
        for one in problems
        if one.place not in why or one.reason is not Reason.MISSING
    ]


class RowRules:
    """The rules for the rows of one table, bound once to its kind, its fields and how its choices were settled."""

    def __init__(self, kind: TableKind, fields: frozenset[str], choices: Mapping[Choice, str]) -> None:
        self._kind = kind
        self._who = [field for field in _IDENTIFYING.get(kind, ()) if field in fields]
        self._needs_who = kind in _IDENTIFYING
        self._signed = [field for field in fields if base_of(field) in _COUNTED or _is_figure(field)]
        self._scores = [field for field in SCORES if field in fields]
        grid = any("@" in field for field in fields)
        self._required = tuple(field for field in _REQUIRED.get(kind, ()) if not grid or field in fields)
        if kind is TableKind.USE and "usage.date" in fields:
            self._required = ("usage.date",)
        self._contracts = kind in {TableKind.CONTRACTS, TableKind.ACCOUNTS}
        self._start_wanted = kind is TableKind.CONTRACTS and "contract.start" in fields
        self._end = next((field for field in ENDS if field in fields), "")
        self._serves = choices.get(Choice.END_DATE, SERVICE) == SERVICE
        self._day_after = choices.get(Choice.END_DAY) == EndReading.DAY_AFTER

    def doubtful(self, columns: Mapping[str, Sequence[Clean]], count: int) -> list[int]:
        """The rows of a table, by number, in which anything may be wrong: a quick look at whole columns."""
        if self._scores:
            return list(range(count))
        doubted: set[int] = set()
        if self._needs_who:
            doubted.update(_without_any([columns[field] for field in self._who], count))
        for field in self._signed:
            doubted.update(_negative(columns[field]))
        if self._contracts:
            doubted.update(self._odd_dates(columns, count))
        for field in self._required:
            doubted.update(_without_any([columns[field]] if field in columns else [], count))
        return sorted(doubted)

    def _odd_dates(self, columns: Mapping[str, Sequence[Clean]], count: int) -> Iterable[int]:
        """Rows without a start, and those whose end is not behind it."""
        if "contract.start" not in columns or "contract.period" in columns:
            return range(count)
        starts = days_of(columns["contract.start"])
        ends: Sequence[date | None] = days_of(columns[self._end]) if self._end else [None] * count
        if None not in starts and None not in ends and not any(map(operator.le, ends, starts)):  # type: ignore[arg-type] # days alone
            return ()
        return (
            at
            for at, (start, end) in enumerate(zip(starts, ends, strict=True))
            if start is None or (end is not None and end <= start)
        )

    def faults(self, values: Values) -> list[Fault]:
        """Everything wrong with one row."""
        found = []
        if self._needs_who and not any(map(values.get, self._who)):
            found.append(Fault(self._who[0] if self._who else "account.name", Reason.MISSING))
        for field in self._signed:
            value = values.get(field)
            if isinstance(value, Decimal | int | float) and value < 0:
                found.append(Fault(field, Reason.NEGATIVE))
        if self._scores:
            found += self._bad_scores(values)
        if self._contracts:
            found += self._bad_dates(values)
        for field in self._required:
            if values.get(field) is None:
                found.append(Fault(field, Reason.MISSING))
        return found

    def _bad_scores(self, values: Values) -> list[Fault]:
        given = {field: value for field in self._scores if isinstance(value := values.get(field), int | float)}
        off = [field for field, value in given.items() if not is_on_scale(field, value)]
        refuses = self._kind is TableKind.ANSWERS
        found = [Fault(field, _why_off(field, given[field]), refuses and len(off) == len(given)) for field in off]
        if refuses and all(values.get(field) is None for field in self._scores) and not _only_asked(values):
            found.append(Fault(self._scores[0], Reason.MISSING))
        return found

    def _bad_dates(self, values: Values) -> list[Fault]:
        start = day_of(values.get("contract.start")) or _first_day(values)
        if start is None:
            return [Fault("contract.start", Reason.MISSING)] if self._start_wanted and _must_start(values) else []
        end = day_of(values.get(self._end)) if self._end and self._serves else None
        if end is not None and (end < start or (self._day_after and end == start)):
            return [Fault(self._end, Reason.ENDS_BEFORE_START)]
        return []


def _negative(column: Sequence[Clean]) -> Iterable[int]:
    low = {value for value in set(column) if isinstance(value, Decimal | int | float) and value < 0}
    return (at for at, value in enumerate(column) if value in low) if low else ()


def _without_any(columns: Sequence[Sequence[Clean]], count: int) -> Iterable[int]:
    """Rows of which no column tells anything."""
    if any(all(column) for column in columns):
        return ()
    return (at for at in range(count) if not any(column[at] for column in columns))


def _only_asked(values: Values) -> bool:
    """Whether a row tells of somebody who was asked, and of no answer."""
    answered = any(values.get(field) for field in ("nps.responded_at", "nps.comment"))
    return bool(values.get("nps.asked_at")) and not answered


def is_on_scale(field: str, value: float) -> bool:
    """Whether a survey's scale has the score."""
    low, high = RANGES[field]
    return low <= value <= high and float(value).is_integer()


def _why_off(field: str, value: float) -> Reason:
    low, high = RANGES[field]
    return Reason.NOT_ONE_ANSWER if low <= value <= high else Reason.OUT_OF_RANGE


_TIMES_OF_USE = frozenset(
    {"usage.date", "usage.measure", "usage.first_seen", "usage.last_seen", "usage.login_at", "usage.logout_at"}
)


def _is_figure(field: str) -> bool:
    """Whether a column holds a figure of use."""
    return field.startswith("usage.") and base_of(field) not in _TIMES_OF_USE


def _must_start(values: Values) -> bool:
    """Whether a row without a start is a contract at all: deals that are open or lost are none, and those that are
    won start when they were closed, trials when they began."""
    state = standing_of(values)
    if state in START_OF:
        return day_of(values.get(START_OF[state])) is None
    return state is not Standing.NOT_WON


def _first_day(values: Values) -> date | None:
    period = values.get("contract.period")
    return period[0] if isinstance(period, tuple) else None
