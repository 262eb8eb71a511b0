"""No action holds the window's thread up for long."""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from csdesk.ui.desk import Desk
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.rows import Found
from csdesk.usecases.accounts import AccountsTable
from csdesk.usecases.importing import Verdict
from csdesk.usecases.tasks import TaskDraft, save_task

Settle = Callable[[], None]
Stalls = Callable[[Callable[[], object]], float]
LIMIT = 0.050


@pytest.fixture
def accounts(window: MainWindow, settle: Settle) -> AccountsPage:
    page = window.open_page("accounts")
    settle()
    assert isinstance(page, AccountsPage)
    return page


@pytest.fixture
def crowd(accounts: AccountsPage, make_accounts: Callable[[int], AccountsTable], settle: Settle) -> AccountsPage:
    """The accounts page with 20,000 rows."""
    table = make_accounts(20_000)
    columns = accounts._columns_for(table)
    accounts._show((table, columns, Found.of(columns, table.rows)))
    settle()
    return accounts


def test_turning_to_a_page_seen_before(window: MainWindow, settle: Settle, stalls: Stalls) -> None:
    names = ("today", "accounts", "settings")
    for name in names:
        window.open_page(name)
        settle()
    turn = cycle(names)
    assert stalls(lambda: window.open_page(next(turn))) <= LIMIT


def test_opening_an_account(accounts: AccountsPage, window: MainWindow, settle: Settle, stalls: Stalls) -> None:
    ids = cycle([row.id for row in accounts.model.rows_shown()])
    window.open_account(next(ids))
    settle()
    assert stalls(lambda: window.open_account(next(ids))) <= LIMIT


def test_a_change_that_every_page_heeds(accounts: AccountsPage, window: MainWindow, desk: Desk, stalls: Stalls) -> None:
    assert stalls(lambda: desk.do(window, lambda book: save_task(book, TaskDraft("Call")))) <= LIMIT
    assert accounts.model.whole == 60


def test_opening_the_touch_dialog(window: MainWindow, settle: Settle, stalls: Stalls) -> None:
    window.open_touch()
    settle()
    assert stalls(window.open_touch) <= LIMIT


def test_typing_a_filter_over_twenty_thousand_rows(crowd: AccountsPage, stalls: Stalls) -> None:
    letters = cycle("works 0")
    assert stalls(lambda: QTest.keyClicks(crowd.filter, next(letters))) <= LIMIT


def test_sorting_twenty_thousand_rows(crowd: AccountsPage, stalls: Stalls) -> None:
    columns = cycle(range(6))
    assert stalls(lambda: crowd.sheet.sortByColumn(next(columns), Qt.SortOrder.DescendingOrder)) <= LIMIT


def test_scrolling_twenty_thousand_rows_while_the_lane_is_busy(
    crowd: AccountsPage, desk: Desk, window: MainWindow, stalls: Stalls
) -> None:
    places = cycle((0, 5_000, 10_000, 15_000, 19_999))

    def scroll() -> None:
        desk.ask(window, lambda _book: sum(n * n for n in range(1_000_000)), lambda _sum: None, about="busy")
        for _ in range(5):
            crowd.sheet.scrollTo(crowd.model.index(next(places), 0))
            crowd.sheet.viewport().repaint()

    assert stalls(scroll) <= 5 * LIMIT, "five paints in one turn"


def test_the_selection_of_twenty_thousand_rows_is_counted(crowd: AccountsPage, stalls: Stalls) -> None:
    assert stalls(crowd.sheet.selectAll) <= LIMIT
    assert crowd._bulk.isVisible()


def test_painting_the_header_while_every_cell_is_selected(crowd: AccountsPage, settle: Settle, stalls: Stalls) -> None:
    crowd.sheet.selectAll()
    settle()
    assert stalls(crowd.sheet.horizontalHeader().viewport().repaint) <= LIMIT


def test_the_cards_of_thirty_tables(window: MainWindow, settle: Settle, stalls: Stalls, tmp_path: Path) -> None:
    headings = ["Customer", "MRR", "Start", *(f"Column {place}" for place in range(57))]
    paths = []
    for table in range(30):
        row = [f"Works {table}", "300", "2024-01-01", *("x" * 57)]
        paths.append(tmp_path / f"{table}.csv")
        paths[-1].write_text(f"{','.join(headings)}\n{','.join(row)}\n", encoding="utf-8")
    page = window.open_page("import")
    settle()
    assert isinstance(page, ImportPage)
    page.take_files(paths)
    settle()
    settle()
    assert len(page.cards) == 30
    folded = [card for card in page.cards if not card.fold.isChecked()]
    unfold = iter(folded)

    def open_next() -> None:
        next(unfold).fold.click()

    assert stalls(open_next) <= LIMIT, "one table is opened"
    assert stalls(page._cards.show_plan) <= LIMIT, "all are shown anew"

    def build_anew() -> None:
        kept, page.flow.candidates = page.flow.candidates, []
        page._cards.show_plan()
        page.flow.candidates = kept
        page._cards.show_plan()

    assert stalls(build_anew) <= LIMIT, "all are built"


def test_the_rows_of_a_large_table(
    window: MainWindow, settle: Settle, desk: Desk, stalls: Stalls, tmp_path: Path
) -> None:
    path = tmp_path / "large.csv"
    rows = "".join(f"Works {n},{n % 900 + 10},2024-01-{n % 28 + 1:02}\n" for n in range(20_000))
    path.write_text("Customer,MRR,Start\n" + rows, encoding="utf-8")
    page = window.open_page("import")
    settle()
    assert isinstance(page, ImportPage)
    page.take_files([path])
    while desk._asked:
        settle()
    body = page.cards[0].body
    assert body.rows._model.whole == 20_000
    assert stalls(lambda: (body.columns_switch.click(), body.verdicts[Verdict.NEW].click())) <= LIMIT
    letters = cycle("works 1")
    assert stalls(lambda: QTest.keyClicks(body.rows.filter, next(letters))) <= LIMIT
    places = cycle((0, 5_000, 19_999))
    assert stalls(lambda: body.rows.sheet.scrollTo(body.rows._model.index(next(places), 0))) <= LIMIT
