"""A log of MRR changes as contract lines: each change ends the line before it and starts the next, so that what was
paid at the start and the log's changes make what is paid at the end."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, pairwise

from csdesk.intake.matching.meaning.movement_findings import CHANGE, LEVEL
from csdesk.intake.matching.tables.movements import PARTS
from csdesk.intake.planning.source import SourceRow
from csdesk.intake.shapes import Choice, Clean
from csdesk.intake.values.movements import GAINS, LOSSES, Move, move_of
from csdesk.models.problems import Reason

_ZERO = Decimal(0)
_STARTS = frozenset({Move.NEW, Move.REACTIVATION})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row cannot be taken, and the field that says so."""

    field: str
    reason: Reason


@dataclass(slots=True)
class Entry:
    """One row of a log: what it says has happened, by how much, and what was paid before and after."""

    row: SourceRow
    on: date
    plan: str
    move: Move | None
    change: Decimal | None
    before: Decimal | None
    after: Decimal | None

    def settle(self, balance: Decimal) -> Decimal | Fault:
        """What is paid from then on, given what was; or where the row contradicts that or itself."""
        if self.before is not None and self.before != balance:
            return Fault("movement.before", Reason.OTHER_BALANCE)
        after = self.after
        if after is None and self.change is not None:
            after = balance + self.change
        if after is None and self.move is Move.CHURN:
            after = _ZERO
        if after is None and self.move is Move.NONE:
            after = balance
        if after is None:
            unknown = self.move is None and self.row.values.get("movement.type")
            return Fault("movement.type", Reason.UNKNOWN_WORD) if unknown else Fault("movement.amount", Reason.MISSING)
        if after < 0:
            return Fault(self._told, Reason.BEYOND_BALANCE)
        if self.change is not None and after - balance != self.change:
            return Fault("movement.amount", Reason.OTHER_BALANCE)
        if (self.move in GAINS and after < balance) or (self.move in LOSSES and after > balance):
            return Fault("movement.type", Reason.OTHER_MOVEMENT)
        return after

    @property
    def _told(self) -> str:
        """The column that gives the change."""
        values = self.row.values
        fields = ("movement.amount", "movement.after", "movement.churn", "movement.contraction")
        return next((name for name in fields if values.get(name) is not None), "movement.amount")

    def is_else(self, balance: Decimal, after: Decimal) -> bool:
        """Whether the balance makes another kind of movement of the row than its word does."""
        if self.move is Move.CHURN:
            return after > 0
        return self.move in _STARTS and balance > 0


def entry_of(row: SourceRow, on: date, choices: Mapping[Choice, str], *, signed: bool) -> Entry:
    """A row of a day as an entry. Amounts of losses are losses with a minus and without; those of a word that is not
    known are what they are where the log's amounts are `signed`."""
    values = row.values
    word, plan = values.get("movement.type"), values.get("contract.plan")
    move = move_of(word) if isinstance(word, str) else None
    change, before, after = (_money(values, f"movement.{name}") for name in ("amount", "before", "after"))
    if change is not None and choices.get(Choice.MOVES, CHANGE) == LEVEL:
        change, after = None, change
    if change is None:
        change = _of_parts(values)
    elif move in LOSSES:
        change = -abs(change)
    if (move is Move.CHURN and not change) or (word and move is None and change and change > 0 and not signed):
        change = None
    if move is Move.NONE and after is None:
        # A renewal names what goes on being paid.
        change, after = None, change or None
    return Entry(row, on, plan if isinstance(plan, str) else "", move, change, before, after)


def _of_parts(values: Mapping[str, Clean]) -> Decimal | None:
    """The change of a row with a column for each kind of movement."""
    told = [(move, value) for name, move in PARTS.items() if (value := _money(values, name)) is not None]
    return sum((-abs(value) if move in LOSSES else value for move, value in told), _ZERO) if told else None


def _money(values: Mapping[str, Clean], name: str) -> Decimal | None:
    value = values.get(name)
    return value if isinstance(value, Decimal) else None


@dataclass(slots=True)
class Span:
    """Days over which one amount was paid; the entries that began it and tell of it, and those that ended it.

    Its start is not `known` where it was paid before the log begins; it `follows` where less or more was paid until
    then, and is `lost` where nothing is paid behind it.
    """

    starts_on: date
    amount: Decimal
    known: bool = True
    follows: bool = False
    ends_on: date | None = None
    lost: bool = False
    entries: list[Entry] = field(default_factory=list)
    closing: list[Entry] = field(default_factory=list)

    @property
    def told(self) -> list[Entry]:
        """The entries that tell of it and of no other span."""
        return [*self.entries, *(self.closing if self.lost else ())]


@dataclass(slots=True)
class Chain:
    """The entries of one account (and product, plan, currency) in order: the spans they make, and what is to be said of
    them."""

    entries: list[Entry]
    spans: list[Span] = field(default_factory=list)
    said: list[tuple[Entry, Fault, bool]] = field(default_factory=list)
    """An entry, what is to be said of it, and whether it is refused for that."""

    @property
    def begins(self) -> bool:
        """Whether nothing was paid before the first entry, as that says."""
        return self.entries[0].move in _STARTS and not self.entries[0].before

    def opening(self, known: Decimal | None, first: date) -> Decimal | Fault:
        """What was paid before the first entry: as the book has it (`known`), as that entry says, or as a churn in the
        end tells. `first` is the day on which the whole log begins."""
        entry = self.entries[0]
        if self.begins:
            return _ZERO
        if known is not None:
            return known
        if entry.before is not None:
            return entry.before
        if entry.after is not None and entry.change is not None:
            return entry.after - entry.change
        if entry.move is None:
            # Without a word the first amount is new, unless the log itself begins there with what was paid already.
            return _ZERO if entry.change is not None or entry.after is None or entry.on > first else entry.after
        return self._from_churn()

    def _from_churn(self) -> Decimal | Fault:
        """What the changes up to a churn that ended all of it leave for the beginning."""
        whole = _ZERO
        for entry in self.entries:
            if entry.change is None:
                break
            whole -= entry.change
            if entry.move is Move.CHURN:
                return whole if whole >= 0 else Fault("movement.amount", Reason.NO_OPENING)
        return Fault("movement.amount", Reason.NO_OPENING)

    def run(self, opening: Decimal, before: date) -> None:
        """Make the spans up to the first entry that cannot be; it and all behind it are refused. What was paid from the
        beginning is paid from `before` on."""
        balance = opening
        if opening > 0:
            self.spans.append(Span(before, opening, known=False))
        for on, group in groupby(self.entries, key=lambda one: one.on):
            taken: list[Entry] = []
            was = balance
            for entry in group:
                after = entry.settle(balance)
                if isinstance(after, Fault):
                    self._move(on, taken, was, balance)
                    self.refuse(entry, after)
                    return
                if entry.is_else(balance, after):
                    self.said.append((entry, Fault("movement.type", Reason.OTHER_MOVEMENT), False))
                taken.append(entry)
                balance = after
            self._move(on, taken, was, balance)

    def refuse(self, entry: Entry, fault: Fault) -> None:
        """Refuse an entry for a fault, and all behind it, whose balance nobody knows then."""
        at = self.entries.index(entry)
        self.said.append((entry, fault, True))
        behind = Fault("movement.date", Reason.BEHIND_REFUSED)
        self.said += [(other, behind, True) for other in self.entries[at + 1 :]]

    def _move(self, on: date, entries: list[Entry], was: Decimal, balance: Decimal) -> None:
        """End what was paid until a day and begin what is paid from it on."""
        if was != balance and was:
            ended = self.spans[-1]
            ended.ends_on, ended.lost, ended.closing = on - timedelta(days=1), not balance, entries
        if was != balance and balance:
            self.spans.append(Span(on, balance, follows=was > 0))
        if balance and self.spans:
            self.spans[-1].entries += entries


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Entries by day; those of one day as the file has them, from below where it begins with the last."""
    falling = sum(one.on > two.on for one, two in pairwise(entries))
    rising = sum(one.on < two.on for one, two in pairwise(entries))
    return sorted(reversed(entries) if falling > rising else entries, key=lambda one: one.on)


def by_plan(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The entries of an account, apart by plan where each plan begins and changes on its own; a plan that the account
    moves to is not."""
    plans: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        plans[entry.plan].append(entry)
    apart = len(plans) > 1 and all(_stands_alone(of_plan) for of_plan in plans.values())
    yield from plans.values() if apart else [list(entries)]


def _stands_alone(entries: list[Entry]) -> bool:
    """Whether entries begin with a new contract and never contradict themselves."""
    chain = Chain(entries)
    if entries[0].move not in _STARTS:
        return False
    chain.run(entries[0].before or _ZERO, entries[0].on)
    return not chain.said
