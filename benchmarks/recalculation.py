"""36 months of movements and both cohort triangles from contract lines; DuckDB, polars and pandas do the same.

    python -m benchmarks.recalculation

From the sample's 1,000 accounts and from made ones up to 100,000, as price periods and as renewals. All begin with the
lines in memory and end with the figures, which are compared before any time is taken. DuckDB and polars use every core.
Evidence, which ours carries along and the others do not, is not asked for. At the end, in the least processor time that
ours took of several rounds, for other programs only ever add to it: how it grows with accounts (exponent 1: as fast as
these), and what renewals take beside price periods.
"""

import gc
import math
import sys
import tracemalloc
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import duckdb
import numpy as np

from benchmarks.books import AS_OF
from benchmarks.in_pandas import in_pandas
from benchmarks.in_polars import framed, in_polars
from benchmarks.in_sql import in_sql, loaded
from benchmarks.lines import price_periods, renewals, sample
from benchmarks.timing import alternate, seconds, tell, worked
from csdesk.metrics.engine.ledger import ledger_of
from csdesk.metrics.engine.movements import MOVEMENTS, moves_of
from csdesk.metrics.retention.cohorts import CohortKind, Triangle, triangle
from csdesk.metrics.rules import Rules
from csdesk.metrics.shapes import Spans
from csdesk.models.months import Month, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = {1_000: 15, 10_000: 7, 100_000: 5}
FIRST = Month.of(AS_OF) + -35
Figures = tuple[dict[tuple[int, str], int], dict[tuple[int, int], int], dict[tuple[int, int], int]]
"""Ticks by month and movement; accounts and ticks left by first month and age."""


def ours(spans: Spans) -> Figures:
    """With csdesk's own functions."""
    ledger = ledger_of(spans, Rules(), as_of=AS_OF)
    moves = moves_of(ledger).between(FIRST, ledger.last)
    sums = np.zeros((36, len(MOVEMENTS)), dtype=np.int64)
    np.add.at(sums, (moves.month - FIRST.ordinal, moves.kind), moves.ticks)
    moved = {
        (FIRST.ordinal + row, kind.value): int(sums[row, column])
        for row in range(36)
        for column, kind in enumerate(MOVEMENTS)
        if sums[row, column]
    }
    logos, revenue = (triangle(ledger, kind, PeriodKind.MONTH) for kind in (CohortKind.LOGO, CohortKind.REVENUE))
    return moved, left(logos), left(revenue)


def left(cohorts: Triangle) -> dict[tuple[int, int], int]:
    """What is left of each cohort by first month and age."""
    return {
        (cohort.start.first.ordinal, age): left
        for cohort in cohorts.cohorts
        for age, left in enumerate(cohort.cells.left)
    }


@dataclass(frozen=True)
class Taken:
    """The least processor time that ours took."""

    lines: int
    least: float


def taken(name: str, spans: Spans, rounds: int) -> Taken:
    """The same figures four ways, then the time of each."""
    with duckdb.connect() as connection:
        loaded(connection, spans)
        ways: dict[str, Callable[[], Figures]] = {
            "DuckDB": partial(in_sql, connection, FIRST, AS_OF),
            "polars": partial(in_polars, framed(spans), FIRST, AS_OF),
            "pandas": partial(in_pandas, spans, FIRST, AS_OF),
            "csdesk": partial(ours, spans),
        }
        figures = [way() for way in ways.values()]
        if any(other != figures[0] for other in figures):
            sys.exit("The ways do not agree on the figures.")
        print(f"\n{name}: {len(spans):,} lines, {len(figures[0][1])} cells a triangle")
        medians = alternate({whose: partial(seconds, way) for whose, way in ways.items()}, rounds)
    tell(medians, "DuckDB")
    least = min(worked(partial(ours, spans)) for _ in range(rounds))
    print(f"{'csdesk, least processor time':<52} {least * 1000:>9.1f} ms")
    tracemalloc.start()
    ours(spans)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"{'most memory of csdesk':<52} {most / 2**20:>9.1f} MiB, {most / len(spans):.0f} bytes a line")
    return Taken(len(spans), least)


def main() -> None:
    """Every size in both forms."""
    taken("The sample's renewals", sample(), ROUNDS[1_000])
    found: dict[str, list[Taken]] = {"price periods": [], "renewals": []}
    for accounts, rounds in ROUNDS.items():
        periods = price_periods(accounts)
        for form, spans in (("price periods", periods), ("renewals", renewals(periods, AS_OF))):
            found[form].append(taken(f"{accounts:,} accounts, {form}", spans, rounds))
    print()
    for form, runs in found.items():
        for smaller, larger in pairwise(runs):
            growth = math.log(larger.least / smaller.least, larger.lines / smaller.lines)
            print(f"{form}, {smaller.lines:,} to {larger.lines:,} lines: exponent {growth:.2f}")
    for periods, renewed in zip(*found.values(), strict=True):
        ratio = renewed.least / periods.least
        print(f"{renewed.lines:,} renewals beside {periods.lines:,} price periods: {ratio:.2f} x")


if __name__ == "__main__":
    gc.disable()
    main()
