"""Each kind of sheet that a team begins with: brought in, there after a restart, taken back and done again after
another, and of no effect when it is brought once more."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind
from csdesk.models.problems import Reason
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.import_page import ImportPage
from csdesk.usecases.importing import Verdict

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Settle = Callable[[], None]


class Sheet(NamedTuple):
    """A file, how many rows of each kind it brings, and a few of the values."""

    text: str
    brings: dict[Kind, int]
    told: tuple[Kind, str, tuple[object, ...]]
    junk: tuple[Reason, ...] = ()


SHEETS = {
    "logos by month": Sheet(
        "ロゴ,2025年1月,2025年2月,2025年3月,2025年4月\n見本商店,○,○,○,○\n例示工業,,○,○,×\n架空物産,○,×,○,○\n",
        {Kind.ACCOUNT: 3, Kind.CONTRACT: 4},
        (Kind.ACCOUNT, "name", ("例示工業", "架空物産", "見本商店")),
    ),
    "logins and time": Sheet(
        "Customer,User,Date,Logins,Minutes used\n"
        "Acorn,ann@acorn.example,2025-03-01,3,45\nAcorn,bob@acorn.example,2025-03-01,1,10\nBirch,cy@birch.example,2025-03-02,2,30\n",
        {Kind.USE: 6, Kind.CONTACT: 3},
        (Kind.USE, "amount", (1.0, 2.0, 3.0, 10.0, 30.0, 45.0)),
    ),
    "left by a program": Sheet(
        "<b>Warning</b>: Undefined variable $rows in /var/www/seed.php on line 12\n"
        "Customer,Plan,MRR,Start date\nAcorn,Pro,300,2024-01-01\n"
        "Lorem ipsum dolor sit amet,,,\nBirch,Pro,150,2024-02-03\n",
        {Kind.ACCOUNT: 2, Kind.CONTRACT: 2},
        (Kind.ACCOUNT, "name", ("Acorn", "Birch")),
        (Reason.JUNK_ROW, Reason.JUNK_ROW),
    ),
    "scores of a survey": Sheet(
        "Customer,Survey date,NPS score,Comment\nAcorn,2025-03-01,9,=good\nBirch,2025-03-02,4,slow\n",
        {Kind.ANSWER: 2},
        (Kind.ANSWER, "score", (4.0, 9.0)),
    ),
    "logins, logouts and functions": Sheet(
        "Customer,Date,Logins,Feature,Amount\nAcorn,2025-03-01,3,Report,7\nBirch,2025-03-01,1,Export,2\n",
        {Kind.USE: 4},
        (Kind.USE, "amount", (1.0, 2.0, 3.0, 7.0)),
    ),
}


class Hands:
    """What a person does in the window."""

    def __init__(self, page: ImportPage, opening: Opening, path: Path, qtbot: QtBot, settle: Settle) -> None:
        self.page, self.opening, self.path, self.qtbot, self.settle = page, opening, path, qtbot, settle

    def bring(self, file: Path) -> None:
        with self.qtbot.waitSignal(self.page.flow.planned, timeout=30_000):
            self.page.take_files([file])
        self.settle()

    def apply(self) -> None:
        with self.qtbot.waitSignal(self.page.flow.applied, timeout=30_000):
            self.page._bar.apply.click()
        self.settle()

    def restart(self) -> None:
        self.opening.open(self.path)
        self.settle()

    def press(self, what: str) -> None:
        window = self.page.window()
        assert isinstance(window, MainWindow)
        {"undo": window._steps.undo, "redo": window._steps.redo}[what].trigger()
        self.settle()

    def held(self, sheet: Sheet) -> tuple[dict[Kind, int], tuple[object, ...]]:
        """How many rows of the kinds the book holds, and the values that are looked at."""
        found: list[tuple[dict[Kind, int], tuple[object, ...]]] = []

        def question(book: Book) -> tuple[dict[Kind, int], tuple[object, ...]]:
            kind, column, _ = sheet.told
            values = sorted((row[column] for row in rows(book, kind)), key=lambda value: (str(type(value)), value))
            return {of: len(rows(book, of)) for of in sheet.brings}, tuple(values)

        self.page.desk.ask(self.page, question, found.append, about="held")
        self.settle()
        return found[0]


@pytest.fixture
def hands(page: ImportPage, opening: Opening, qtbot: QtBot, settle: Settle, tmp_path: Path) -> Hands:
    return Hands(page, opening, tmp_path / "b.csdesk", qtbot, settle)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_brought_and_stays_and_goes_and_comes_back(hands: Hands, name: str, tmp_path: Path) -> None:
    sheet = SHEETS[name]
    file = tmp_path / "sheet.csv"
    file.write_text(sheet.text, encoding="utf-8")
    all_of_it = (sheet.brings, sheet.told[2])
    none_of_it = (dict.fromkeys(sheet.brings, 0), ())

    hands.bring(file)
    (candidate,) = hands.page.flow.candidates
    assert candidate.planned is not None
    assert candidate.counts[Verdict.REFUSED] == 0
    assert tuple(one.reason for one in candidate.planned.problems if one.reason is Reason.JUNK_ROW) == sheet.junk
    hands.apply()
    assert hands.held(sheet) == all_of_it

    hands.restart()
    assert hands.held(sheet) == all_of_it
    hands.bring(file)
    assert {verdict for verdict, count in hands.page.flow.counts.items() if count} == {Verdict.SAME}
    assert not hands.page._bar.apply.isEnabled()
    hands.page.flow.start_over()
    hands.settle()

    hands.press("undo")
    assert hands.held(sheet) == none_of_it
    hands.restart()
    assert hands.held(sheet) == none_of_it
    hands.press("redo")
    assert hands.held(sheet) == all_of_it
