"""Whether the amounts of a log of MRR changes are the changes, or what was paid from then on."""

# ruff: noqa: PLR2004 - shares are the evidence itself, told where they are weighed

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.matching.tables.movements import BEFORE_AFTER
from csdesk.intake.shapes import Choice, Clean, ColumnMatch, Finding, Matching, Record, TableKind
from csdesk.intake.values.movements import GAINS, Move, move_of

CHANGE, LEVEL = "change", "level"
_WHO = ("account.external_id", "account.name", "account.domain")
_APART = ("contract.product", "contract.plan")
Step = tuple[Move, Decimal | None]
_Dated = tuple[date, Step]


def movement_findings(
    kind: TableKind, columns: Iterable[ColumnMatch], records: Sequence[Record], chosen: Matching
) -> tuple[Finding, ...]:
    """Whether a plain amount beside a kind of movement is the change or what is paid from then on; by the sums of each
    account. Nothing where other columns or the heading say."""
    named = {match.field: match for match in columns}
    if kind is not TableKind.MOVEMENTS or "movement.amount" not in named or named.keys() & BEFORE_AFTER:
        return ()
    options = (CHANGE, LEVEL)
    if wanted := chosen.choices.get(Choice.MOVES):
        return (Finding(Choice.MOVES, wanted, options, certain=True),)
    if named["movement.amount"].confidence > 0.85 or "movement.type" not in named:
        return ()
    changes, levels = _faults(records)
    answer = LEVEL if levels < changes else CHANGE
    evidence = f"{CHANGE} {changes}, {LEVEL} {levels}"
    return (Finding(Choice.MOVES, answer, options, certain=changes != levels, evidence=evidence),)


def _faults(records: Sequence[Record]) -> tuple[int, int]:
    """How many rows cannot be, where amounts are changes and where they are what is paid then."""
    changes = levels = 0
    for steps in _steps(records):
        balance: Decimal | None = None
        for move, amount in steps:
            whole = abs(amount or Decimal(0))
            if balance is not None and (move is Move.CONTRACTION or (move is Move.CHURN and whole)):
                changes += whole > balance or (move is Move.CHURN and whole != balance)
            # Nobody notes a change of 0 for a churn, though what is paid behind it is.
            changes += move is Move.CHURN and amount == 0
            if balance is None and move not in {Move.NEW, Move.REACTIVATION}:
                break
            balance = _after(balance or Decimal(0), move, whole)
        for (_, before), (move, amount) in pairwise(steps):
            now, was = amount or Decimal(0), before or Decimal(0)
            levels += now < 0 or (move is Move.CHURN and now != 0)
            levels += (move is Move.EXPANSION and now <= was) or (move is Move.CONTRACTION and now >= was)
    return changes, levels


def _after(balance: Decimal, move: Move, whole: Decimal) -> Decimal:
    if move is Move.CHURN:
        return Decimal(0)
    return balance + whole if move in GAINS else balance - whole if move is Move.CONTRACTION else balance


def _steps(records: Sequence[Record]) -> Iterator[list[Step]]:
    """The movements of each account and product in the order of their days."""
    chains: defaultdict[tuple[Clean, ...], list[_Dated]] = defaultdict(list)
    for record in records:
        values = record.values
        word, day, amount = (
            values.get("movement.type"),
            day_of(values.get("movement.date")),
            values.get("movement.amount"),
        )
        move = move_of(word) if isinstance(word, str) else None
        if day is None or move is None:
            continue
        key = tuple(values.get(field) for field in (*_WHO, *_APART))
        chains[key].append((day, (move, amount if isinstance(amount, Decimal) else None)))
    for chain in chains.values():
        yield [step for _, step in sorted(chain, key=lambda one: one[0])]
