"""What each page asks of a book of 1,000 accounts, 14,322 contract lines and 36 months.

    python -m benchmarks.pages

The limit is 200 ms for all that a page shows, after a change too, when everything is read and computed anew; `again` is
the same question while nothing has changed. The machine's own measure is one plain read of every contract line through
the bare driver.
"""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.books import AS_OF, sample_book
from benchmarks.timing import alternate, seconds, tell
from csdesk.models.kinds import TouchType
from csdesk.models.months import PeriodKind
from csdesk.usecases.account import account_page
from csdesk.usecases.account_rows import accounts_table
from csdesk.usecases.books import backup_book
from csdesk.usecases.explain import explain
from csdesk.usecases.health import health_page
from csdesk.usecases.retention import retention_page
from csdesk.usecases.revenue import revenue_page
from csdesk.usecases.scope import Scope
from csdesk.usecases.today import today_page
from csdesk.usecases.touches import TouchDraft, log_touch

if TYPE_CHECKING:
    from csdesk.book.file import Book

ROUNDS = 7
PLAIN = "plain read of the contract lines"


def questions(book: "Book", account: int) -> dict[str, Callable[[], object]]:
    """Each page's question by its name."""
    scope = Scope.at(AS_OF, PeriodKind.MONTH)
    net_retention = retention_page(book, scope).rates[-1].nrr
    return {
        "Today": lambda: today_page(book, AS_OF),
        "Accounts": lambda: accounts_table(book, AS_OF),
        "Account": lambda: account_page(book, account, AS_OF),
        "Revenue": lambda: revenue_page(book, scope),
        "Retention": lambda: retention_page(book, scope),
        "Health": lambda: health_page(book, AS_OF),
        "Where does this come from? (NRR)": lambda: explain(book, net_retention, scope),
    }


def main() -> None:
    """Every page after a change and again, beside the plain read."""
    with sample_book() as book, TemporaryDirectory() as folder:
        connection = sqlite3.connect(backup_book(book, Path(folder) / "copy.csdesk"))
        account = accounts_table(book, AS_OF).rows[0].id
        touch = TouchDraft(account, TouchType.NOTE, AS_OF)

        def after_a_change(ask: Callable[[], object]) -> float:
            log_touch(book, touch)
            return seconds(ask)

        runs: dict[str, Callable[[], float]] = {
            PLAIN: lambda: seconds(lambda: connection.execute("SELECT * FROM contract").fetchall())
        }
        for name, ask in questions(book, account).items():
            runs[name] = partial(after_a_change, ask)
            runs[f"{name}, again"] = partial(seconds, ask)
        tell(alternate(runs, ROUNDS), PLAIN)
        connection.close()


if __name__ == "__main__":
    main()
