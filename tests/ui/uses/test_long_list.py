"""A long list of use on its way through the window: followed, stopped at every stage, taken in, looked at, undone."""

import random
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from csdesk.ui.desk import Work
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.widgets.progress import ProgressStrip
from csdesk.usecases.importing import Verdict
from tests.ui.uses.conftest import Program, Start

ROWS = 150_000
ACCOUNTS, USERS, SECONDS = 300, 5, 120 * 86_400
EVENTS = ("Logged in", "Report created", "Exported")
LIMIT, AT_ONCE = 0.050, 1.0
STAGES = ("Reading", "Matching columns", "Comparing with the book")


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Events with their times, and one amount in fifty thousand that is none."""
    chance, began = random.Random(3), datetime(2024, 7, 1, tzinfo=UTC)
    lines = ["Account,User email,Timestamp,Event,Amount"]
    for row in range(ROWS):
        account, user = chance.randrange(ACCOUNTS), chance.randrange(USERS)
        at = began + timedelta(seconds=chance.randrange(SECONDS))
        amount = "many" if row % 50_000 == 7 else chance.randrange(1, 20)
        lines.append(
            f"Account {account},user{user}@account{account}.example,{at:%Y-%m-%d %H:%M:%S},"
            f"{EVENTS[row % len(EVENTS)]},{amount}"
        )
    path = tmp_path_factory.mktemp("use") / "events.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


class Stopping:
    """Stops work of one title once it is under way, and times how long that takes."""

    def __init__(self, program: Program) -> None:
        self.title = ""
        self.took: dict[str, float] = {}
        self._asked: dict[int, float] = {}
        program.desk.progressed.connect(self._heard)
        program.desk.ended.connect(self._ended)

    def _heard(self, work: Work, done: int, whole: int) -> None:
        under_way = done > whole // 3 if whole else done > 0
        if self.title and work.title.startswith(self.title) and under_way and work.ticket not in self._asked:
            self._asked[work.ticket] = time.perf_counter()
            work.cancel()

    def _ended(self, work: Work) -> None:
        if work.ticket in self._asked:
            self.took[self.title] = time.perf_counter() - self._asked[work.ticket]
            self.title = ""


def counted(book: Path) -> dict[str, int]:
    """Rows by kind that a person sees, in a book that is open elsewhere."""
    import sqlite3

    connection = sqlite3.connect(f"file:{book}?mode=ro", uri=True)
    try:
        tables = ("account", "contact", "measure", "use", "batch", "step")
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    finally:
        connection.close()


def test_a_long_list_is_followed_stopped_taken_in_and_undone(start: Start, events: Path) -> None:
    go_through(start(), events)


@pytest.mark.timeout(0)
@pytest.mark.watch
def test_a_long_list_holds_nothing_up(
    start: Start, events: Path, pace: float, capsys: pytest.CaptureFixture[str]
) -> None:
    program = start()
    stopped = go_through(program, events)
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(f"{name:34}{1000 * p:6.0f} ms" for name, p in program.seen.items()) + "\n")
    assert {name for name, pause in program.seen.items() if pause / pace > LIMIT} == set()
    assert {name for name, took in stopped.items() if took > AT_ONCE} == set()


def go_through(program: Program, events: Path) -> dict[str, float]:
    """A person's way with the list; gives the seconds from each stop to its end."""
    page = program.window.open_page("import")
    program.rest()
    assert isinstance(page, ImportPage)
    before, stopping = counted(program.book), Stopping(program)
    told: dict[str, set[str]] = {}
    strip: Any = program.window.findChild(ProgressStrip)
    program.desk.progressed.connect(lambda work, *_: told.setdefault(work.title, set()).add(strip._count.text()))

    for stage in STAGES:
        stopping.title = stage
        program.act(f"stopped: {stage}", lambda: program.window.take_files([events]))
        assert (page.flow.plan, page.flow.candidates, page.cards) == (None, [], [])
        assert page._zone.isVisible()
        assert program.children() == []

    program.act("dropping the file", lambda: program.window.take_files([events]))
    counts = page.flow.counts
    assert (counts[Verdict.NEW], counts[Verdict.REFUSED]) == (ROWS - 3, 3)
    assert any(f"of {ROWS:,}" in text for text in told["Matching columns"])
    look_at_rows(program, page)

    stopping.title = "Importing"
    program.act("stopped: Importing", page.flow.apply)
    assert counted(program.book) == before
    assert page._bar.apply.isEnabled()

    program.act("mending a cell", lambda: page.flow.mend(0, 9, 4, "12"))
    assert page.flow.counts[Verdict.REFUSED] == 2
    program.act("applying", page.flow.apply)
    assert counted(program.book)["use"] > ROWS // 2
    look_at_use(program)
    program.act("undoing", program.window._steps.take_back)
    after = counted(program.book)
    assert {name: after[name] for name in ("account", "contact", "use", "batch")} == {
        name: before[name] for name in ("account", "contact", "use", "batch")
    }
    assert stopping.took.keys() == {*STAGES, "Importing"}
    return stopping.took


def look_at_rows(program: Program, page: ImportPage) -> None:
    """Turn to the columns, the rows, the cells in trouble; type and scroll among the rows."""
    body = page.cards[0].body
    program.act("the columns", body.columns_switch.click)
    program.act("the cells in trouble", body.trouble_switch.click)
    assert [one.seen for one in body.troubles._candidate.troubles] == ["many"] * 3
    program.act("the new rows", body.verdicts[Verdict.NEW].click)
    assert body.rows._model.whole == 20_000
    program.act("typing in the filter", lambda: QTest.keyClicks(body.rows.filter, "account 7"))
    assert 0 < body.rows._model.rowCount() < 20_000
    program.act("clearing the filter", body.rows.filter.clear)
    program.act("scrolling", lambda: body.rows.sheet.scrollTo(body.rows._model.index(19_999, 0)))


def look_at_use(program: Program) -> None:
    """Open the account page of somebody who uses it; the first look at a page is not watched."""
    accounts = program.window.open_page("accounts")
    program.rest()
    program.window.open_account(accounts.model.row_at(0).id)
    program.rest()
