"""What each page asks of a book of 1,000 accounts, 14,322 contract lines and 36 months.

    python -m benchmarks.pages

The limit is 200 ms for all that a page shows. As the measure of the machine stands one plain read of every contract
line through the bare driver.
"""

import sqlite3
from collections.abc import Callable
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.books import AS_OF, sample_book
from benchmarks.timing import alternate, seconds, tell
from csdesk.models.months import PeriodKind
from csdesk.usecases.account import account_page
from csdesk.usecases.accounts import accounts_table
from csdesk.usecases.books import backup_book
from csdesk.usecases.explain import explain
from csdesk.usecases.health import health_page
from csdesk.usecases.retention import retention_page
from csdesk.usecases.revenue import revenue_page
from csdesk.usecases.scope import Scope
from csdesk.usecases.today import today_page

if TYPE_CHECKING:
    from csdesk.book.file import Book

ROUNDS = 9


def questions(book: "Book") -> dict[str, Callable[[], object]]:
    """Each page's question by its name."""
    scope = Scope.at(AS_OF, PeriodKind.MONTH)
    account = accounts_table(book, AS_OF).rows[0].id
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
    """Every page, beside the plain read."""
    with sample_book() as book, TemporaryDirectory() as folder:
        copy = f"{folder}/copy.csdesk"
        backup_book(book, copy)
        connection = sqlite3.connect(copy)
        runs: dict[str, Callable[[], float]] = {
            "plain read of the contract lines": lambda: seconds(connection.execute("SELECT * FROM contract").fetchall)
        }
        runs |= {name: (lambda ask=ask: seconds(ask)) for name, ask in questions(book).items()}
        tell(alternate(runs, ROUNDS), "plain read of the contract lines")
        connection.close()


if __name__ == "__main__":
    main()
