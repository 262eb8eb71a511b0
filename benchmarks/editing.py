"""From one edited contract line to the figures of an open page, in a book of 10,000 accounts and 20,000 lines.

    python -m benchmarks.editing

What is taken is processor time of the one thread that works, so that other programs on the machine do not count. The
limit is 50 ms for everything that the Revenue or the Retention page shows. A line is added that begins in the last
month, or another amount is set for one that has been there for years. `from scratch` is the same page of a book that
was just opened; both must say the same. As in the program, Python does not look for garbage meanwhile.
"""

import gc
import statistics
import sys
from itertools import count, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.books import AS_OF, clock, empty_book
from benchmarks.lines import price_periods
from benchmarks.timing import tell, worked
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind, StepName
from csdesk.models.money import TICKS
from csdesk.models.months import Month, PeriodKind
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.retention import retention_page
from csdesk.usecases.revenue import revenue_page
from csdesk.usecases.scope import Scope
from csdesk.usecases.snapshot import snapshot_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ACCOUNTS, ROUNDS = 10_000, 9
SCOPE = Scope.at(AS_OF, PeriodKind.MONTH)
PAGES: "Mapping[str, Callable[[Book, Scope], object]]" = {"Revenue": revenue_page, "Retention": retention_page}


def fill(book: Book, size: int = ACCOUNTS) -> range:
    """Made accounts and their price periods; gives the accounts' ids."""
    lines = price_periods(size)
    with book.step(StepName.IMPORT) as step:
        accounts = step.new_ids(size)
        step.insert_fresh(Kind.ACCOUNT, {"name": [f"Account {n}" for n in range(size)]}, accounts)
        columns = {
            "account_id": np.asarray(accounts)[lines["account"] - 1].tolist(),
            "amount": (lines["mrr"] // TICKS).tolist(),
            "starts_on": [day.date() for day in lines["start"]],
            "ended_on": [day.date() if day == day else None for day in lines["end"]],  # noqa: PLR0124 - NaT
        }
        step.insert_fresh(Kind.CONTRACT, columns, step.new_ids(len(lines)))
    return accounts


def main() -> None:
    """Edits of one account after another, of either kind, each page after each; then both pages from scratch."""
    with TemporaryDirectory() as folder, empty_book(Path(folder)) as book:
        accounts = fill(book)
        lines = [int(str(row["id"])) for row in rows(book, Kind.CONTRACT) if str(row["starts_on"]) < "2022"]
        amounts = count(1000)
        taken: dict[str, list[float]] = {}

        def added() -> None:
            account = accounts[next(amounts) % ACCOUNTS]
            save_contract(book, ContractDraft(account, Month.of(AS_OF).first_day, next(amounts)))

        def changed() -> None:
            with book.step(StepName.EDIT_CONTRACT) as step:
                step.update(Kind.CONTRACT, lines[next(amounts) % len(lines)], {"amount": next(amounts)})

        edits = {"a line added": added, "an amount changed": changed}
        for at, (edit, do), (page, ask) in product(range(ROUNDS + 1), edits.items(), PAGES.items()):
            do()
            name = f"{page}, {edit}"
            parts = {
                f"{name}: what was read and kept": worked(lambda: snapshot_of(book)),
                f"{name}: its figures": worked(lambda ask=ask: ask(book, SCOPE)),
            }
            for told, value in ({f"{name}, in all": sum(parts.values())} | parts).items() if at else ():
                taken.setdefault(told, []).append(value)
        for name, ask in PAGES.items():
            with Book.open(book.path, who="anew", clock=clock, read_only=True) as fresh:
                taken[f"{name}, from scratch"] = [worked(lambda ask=ask, fresh=fresh: ask(fresh, SCOPE))]
                if repr(ask(fresh, SCOPE)) != repr(ask(book, SCOPE)):
                    sys.exit(f"{name} does not say what it says from scratch.")
        taken["the limit"] = [0.050]
        tell({name: statistics.median(values) for name, values in taken.items()}, "the limit")


if __name__ == "__main__":
    gc.disable()
    main()
