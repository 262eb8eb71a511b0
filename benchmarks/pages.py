"""What each page asks of a book of 1,000 accounts, 14,322 contract lines and 36 months; then of 2,000 and of 10,000.

    python -m benchmarks.pages

The limit is 300 ms for all that a page shows in the first two books, also after a change: a touch that was logged, or a
contract line that was added, after which every figure is right. `again` is the same question while nothing has changed.
What is taken is processor time of the one thread that works. As in the program, Python does not look for garbage
meanwhile. The machine's own measure is one plain read of every contract line through the bare driver.
"""

import gc
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.books import AS_OF, empty_book, sample_book
from benchmarks.editing import ACCOUNTS, fill
from benchmarks.timing import alternate, tell, worked
from csdesk.models.kinds import Language, TouchType
from csdesk.models.months import PeriodKind
from csdesk.usecases.account import account_page
from csdesk.usecases.account_rows import accounts_table
from csdesk.usecases.ahead import ahead_page
from csdesk.usecases.books import backup_book
from csdesk.usecases.cohorts import Asked, cohort_page
from csdesk.usecases.deeper import deeper_page
from csdesk.usecases.definition_page import definition_page
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.due import due_list
from csdesk.usecases.explain import explain
from csdesk.usecases.export import export_content
from csdesk.usecases.figures import figures_between
from csdesk.usecases.growth import growth_page
from csdesk.usecases.health import health_page
from csdesk.usecases.importing import import_batches
from csdesk.usecases.overview import overview_page
from csdesk.usecases.reports import board_content
from csdesk.usecases.retention import retention_page
from csdesk.usecases.revenue import revenue_page
from csdesk.usecases.scope import Scope
from csdesk.usecases.team import team
from csdesk.usecases.today import today_page
from csdesk.usecases.touches import TouchDraft, account_names, log_touch
from csdesk.usecases.users import users_page
from csdesk.usecases.voice import voice_page

if TYPE_CHECKING:
    from csdesk.book.file import Book

ROUNDS, FEW_ROUNDS = 7, 3
PLAIN = "plain read of the contract lines"


def questions(book: "Book", account: int) -> dict[str, Callable[[], object]]:
    """Each page's question by its name."""
    scope = Scope.at(AS_OF, PeriodKind.MONTH)
    net_retention = retention_page(book, scope).rates[-1].nrr
    (mrr,) = figures_between(
        book, AS_OF, first=scope.period.first, last=scope.period.last, kind=PeriodKind.MONTH, ids=("mrr",)
    )
    return {
        "Overview": lambda: overview_page(book, scope),
        "Today": lambda: today_page(book, AS_OF),
        "Today, the list": lambda: due_list(book, AS_OF),
        "Accounts": lambda: accounts_table(book, AS_OF),
        "Account": lambda: account_page(book, account, AS_OF),
        "Revenue": lambda: revenue_page(book, scope),
        "Retention": lambda: retention_page(book, scope),
        "Deeper": lambda: deeper_page(book, scope),
        "Cohorts": lambda: cohort_page(book, scope, Asked()),
        "Users": lambda: users_page(book, scope),
        "Voice": lambda: voice_page(book, scope),
        "Unit economics": lambda: growth_page(book, scope),
        "Forecast": lambda: ahead_page(book, scope),
        "Definitions": lambda: definition_page(book, scope),
        "Health": lambda: health_page(book, AS_OF),
        "Where does this come from? (NRR)": lambda: explain(book, net_retention, scope),
        "Where does this come from? (MRR)": lambda: explain(book, mrr, scope),
        "Import, the earlier ones": lambda: import_batches(book),
        "Settings, the team": lambda: team(book),
        "Names to find": lambda: account_names(book),
        "Content of the board workbook": lambda: board_content(book, scope, Language.EN),
        "Content of the full export": lambda: export_content(book, Language.EN),
    }


def main() -> None:
    """Every book."""
    with sample_book() as book:
        measured(book, ROUNDS)
    for size in (2_000, ACCOUNTS):
        print(f"\n{size:,} accounts")
        with TemporaryDirectory() as folder, empty_book(Path(folder)) as book:
            fill(book, size)
            measured(book, FEW_ROUNDS)


def measured(book: "Book", rounds: int) -> None:
    """Every page after a change and again, beside the plain read."""
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(backup_book(book, Path(folder) / "copy.csdesk"))
        account = accounts_table(book, AS_OF).rows[0].id
        changes: dict[str, Callable[[], object]] = {
            "after a touch": partial(log_touch, book, TouchDraft(account, TouchType.NOTE, AS_OF)),
            "after a contract": partial(save_contract, book, ContractDraft(account, AS_OF, 1000)),
        }

        def after(change: Callable[[], object], ask: Callable[[], object]) -> float:
            change()
            return worked(ask)

        runs: dict[str, Callable[[], float]] = {
            PLAIN: lambda: worked(lambda: connection.execute("SELECT * FROM contract").fetchall())
        }
        for name, ask in questions(book, account).items():
            for told, change in changes.items():
                runs[f"{name}, {told}"] = partial(after, change, ask)
            runs[f"{name}, again"] = partial(worked, ask)
        tell(alternate(runs, rounds), PLAIN)
        connection.close()


if __name__ == "__main__":
    gc.disable()
    main()
