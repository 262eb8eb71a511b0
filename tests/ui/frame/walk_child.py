"""Opens every page, panel and dialog in a process of its own, and tells what is cut off or has no name.

Arguments: a demo book, a folder for new books, the language, the colours, width and height. The scale is Qt's own
(QT_SCALE_FACTOR). Prints JSON: how many places were looked at, at which scale, and the faults found.
"""

import gc
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from itertools import combinations
from pathlib import Path
from types import TracebackType

import pandas as pd
from PySide6.QtCore import QEventLoop, QItemSelection, QItemSelectionModel, QLocale, Qt, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.book.taken import Kept, Plan, Reason
from csdesk.metrics.health.profile import HOUSE_PROFILE
from csdesk.metrics.rules import Rules
from csdesk.metrics.shapes import Accounts
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, Language
from csdesk.models.months import PeriodKind
from csdesk.resources import resource
from csdesk.ui import theme
from csdesk.ui.desk import Desk
from csdesk.ui.dialogs.about import About, Keys
from csdesk.ui.dialogs.account_review import AccountReview
from csdesk.ui.dialogs.answer import AnswerDialog
from csdesk.ui.dialogs.any_answer import AnyAnswerDialog
from csdesk.ui.dialogs.arriving_copy import ArrivingCopy
from csdesk.ui.dialogs.asked import AskedDialog
from csdesk.ui.dialogs.back_test import BackTest
from csdesk.ui.dialogs.backups import Backups
from csdesk.ui.dialogs.check_book import CheckBook
from csdesk.ui.dialogs.coming_renewals import ComingRenewals
from csdesk.ui.dialogs.contact import ContactDialog
from csdesk.ui.dialogs.contract import ContractDialog
from csdesk.ui.dialogs.copies_merged import CopiesMerged
from csdesk.ui.dialogs.cost import CostDialog
from csdesk.ui.dialogs.counting import Counting
from csdesk.ui.dialogs.definition import Definition
from csdesk.ui.dialogs.definition_sheet import DefinitionSheet
from csdesk.ui.dialogs.due_reasons import DueReasons
from csdesk.ui.dialogs.edit_task import EditTask
from csdesk.ui.dialogs.edit_touch import EditTouch
from csdesk.ui.dialogs.end_play import EndPlay
from csdesk.ui.dialogs.erase import Erase
from csdesk.ui.dialogs.factor import FactorDialog
from csdesk.ui.dialogs.findings import Findings
from csdesk.ui.dialogs.health_change import HealthChange
from csdesk.ui.dialogs.health_override import HealthOverride
from csdesk.ui.dialogs.import_brought import ImportBrought
from csdesk.ui.dialogs.known_layouts import KnownLayouts
from csdesk.ui.dialogs.marker import MarkerDialog
from csdesk.ui.dialogs.measures import MeasuresDialog
from csdesk.ui.dialogs.merge_copy import MergeCopy
from csdesk.ui.dialogs.new_book import NewBook
from csdesk.ui.dialogs.open_requests import OpenRequestsDialog
from csdesk.ui.dialogs.pack import PackDialog
from csdesk.ui.dialogs.palette import Palette
from csdesk.ui.dialogs.password import NewPassword, OpenSealed
from csdesk.ui.dialogs.play import PlayDialog
from csdesk.ui.dialogs.plays import Plays
from csdesk.ui.dialogs.profile import ProfileDialog
from csdesk.ui.dialogs.put_off import PutOff
from csdesk.ui.dialogs.quick_touch import QuickTouch
from csdesk.ui.dialogs.rate import RateDialog
from csdesk.ui.dialogs.rescue_book import RescueBook
from csdesk.ui.dialogs.risk import RiskDialog
from csdesk.ui.dialogs.row_details import RowDetailsDialog
from csdesk.ui.dialogs.same_account import SameAccount
from csdesk.ui.dialogs.set_health import SetHealth
from csdesk.ui.dialogs.shared_folder import SharedFolder
from csdesk.ui.dialogs.signal_rules import SignalRules
from csdesk.ui.dialogs.signals_tried import SignalsTried
from csdesk.ui.dialogs.start_play import StartPlay
from csdesk.ui.dialogs.take_back import TakeBack
from csdesk.ui.dialogs.target import TargetDialog
from csdesk.ui.dialogs.ticket import TicketDialog
from csdesk.ui.dialogs.trouble import Trouble
from csdesk.ui.dialogs.unit_rules import UnitRules
from csdesk.ui.dialogs.win import WinDialog
from csdesk.ui.dialogs.work_row import WorkRow
from csdesk.ui.language import speak
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.preferences import Preferences
from csdesk.ui.registry import ENTRIES
from csdesk.ui.taking_back import TakingBack
from csdesk.ui.widgets.card import Elided
from csdesk.ui.widgets.progress import ProgressStrip
from csdesk.ui.widgets.tile import FigureTile
from csdesk.usecases.account_rows import accounts_table
from csdesk.usecases.accounts import CellEdit, add_account, delete_accounts, edit_accounts
from csdesk.usecases.books import open_book
from csdesk.usecases.due import DueItem
from csdesk.usecases.hygiene import Finding, Lack
from csdesk.usecases.packs import record_pack
from csdesk.usecases.places import Keeper
from csdesk.usecases.plays import PlayRun
from csdesk.usecases.reports import board_content
from csdesk.usecases.row_details import RowDetails
from csdesk.usecases.rows import delete_row
from csdesk.usecases.scope import Scope
from csdesk.usecases.sentences import kept_sentence
from csdesk.usecases.settings import BookSettings
from csdesk.usecases.work_rows import WORK_STEPS

TODAY = date(2024, 4, 18)
ARROW, EDGES = 24, 12
"""Pixels of a drop-down list, and of a line or a tile, that words cannot have."""
TOUCH = 2
"""Pixels that frames may share."""

KEPT = Kept(Kind.ACCOUNT, 1, "Sample Works", "", Reason.LEANED_ON, (), Kind.TOUCH, "a call of which the note is long")


def told_thrice(language: Language) -> list[str]:
    return [kept_sentence(KEPT, language)] * 3


DIALOGS: dict[str, Callable[[MainWindow, AccountPage], QDialog]] = {
    "quick touch": lambda window, _page: QuickTouch(window._around, None, window),
    "palette": lambda window, _page: Palette(window._around, window._menu.actions_to_find(), window),
    "new book": lambda window, _page: NewBook(window.language, window, QLocale("en_US")),
    "about": lambda window, _page: About(window),
    "keys": lambda window, _page: Keys(window),
    "definition": lambda window, _page: Definition("logo_churn", window.language, window),
    "trouble": lambda window, _page: Trouble("ValueError\nrows.py:12 show", Path("csdesk.log"), window),
    "new contact": lambda window, page: ContactDialog(window._around, page.account or 0, None, window),
    "contact": lambda window, page: ContactDialog(window._around, page.account or 0, page._answer.people[0], window),
    "new contract": lambda window, page: ContractDialog(window._around, page.account or 0, None, window),
    "contract": lambda window, page: ContractDialog(
        window._around, page.account or 0, page._answer.contracts[0], window
    ),
    "touch": lambda window, page: EditTouch(
        window._around, next(item.id for item in page._answer.timeline if item.kind == "touch"), window
    ),
    "next step": lambda window, _page: EditTask(
        window._around,
        next(row.task for row in window._stack.pages["today"].sheet.lines.rows_shown() if row.task),
        window,
    ),
    "why a line is on the list": lambda window, _page: DueReasons(window._around, first_due(window), window),
    "open requests": lambda window, page: OpenRequestsDialog(window._around, page.account or 0, window),
    "renewals ahead": lambda window, _page: ComingRenewals(window._around, 365, window),
    "putting off": lambda window, _page: PutOff(window._around, first_due(window), window),
    "invoice": lambda window, _page: RowDetailsDialog(
        RowDetails(
            "Invoice", (("Number", "A long number that wraps " * 5), ("Invoice date", "1 Apr 2024")), "a.csv, 3"
        ),
        window,
    ),
    "ticket": lambda window, page: TicketDialog(
        window._around, next(item.id for item in page._answer.timeline if item.kind is Kind.TICKET), window
    ),
    "why health changed": lambda window, page: HealthChange(window._around, page.account or 0, window),
    "signals tried": lambda window, _page: SignalsTried(window._around, window),
    "the model on the past": lambda window, _page: BackTest(window._around, HOUSE_PROFILE, window),
    "health profile": lambda window, _page: ProfileDialog(
        replace(HOUSE_PROFILE, special=(replace(HOUSE_PROFILE, name="Key", whom=(("tier", ("high",)),)),)),
        "Key",
        Accounts(pd.DataFrame({"account": [1, 2], "name": ["見本商事", "Sample"], "tier": ["high", "low"]})),
        window.language,
        window,
    ),
    "score by hand": lambda window, page: HealthOverride(window._around, page.account or 0, window),
    "health by hand": lambda window, page: SetHealth(window._around, page.account or 0, "", window),
    "new answer": lambda window, page: AnswerDialog(
        window._around, page.account or 0, None, page._answer.people, window
    ),
    **{
        f"new {kind}": lambda window, page, kind=kind: WorkRow(window._around, kind, page.account or 0, None, window)
        for kind in WORK_STEPS
    },
    "risk of any account": lambda window, _page: RiskDialog(window._around, None, None, window),
    "win of any account": lambda window, _page: WinDialog(window._around, None, window),
    "target of a figure": lambda window, _page: TargetDialog(window._around, window),
    "pack": lambda window, _page: PackDialog(
        window._around, window._stack.pages["reports"].packs.model.rows_shown()[0], window
    ),
    "rules of danger": lambda window, _page: SignalRules(window._around, window),
    "account review": lambda window, page: AccountReview(window._around, page.account or 0, window),
    "start a play": lambda window, page: StartPlay(window._around, page.account or 0, window),
    "end a play": lambda window, page: EndPlay(
        window._around, PlayRun(1, page.account or 0, "Raise adoption", TODAY, None, None, 3, 1, 0), window
    ),
    "plays": lambda window, _page: Plays(window._around, window),
    "new play": lambda window, _page: PlayDialog(window._around, None, (), window),
    "new marker": lambda window, _page: MarkerDialog(window._around, window),
    "answer of any account": lambda window, _page: AnyAnswerDialog(window._around, window),
    "who was asked": lambda window, _page: AskedDialog(window._around, window),
    "new exchange rate": lambda window, _page: RateDialog(window._around, ("USD",), window),
    "new cost": lambda window, _page: CostDialog(window._around, ("Web",), window),
    "counting": lambda window, _page: Counting(window._around, window, Rules(gap_days=31)),
    "counting of one figure": lambda window, _page: Counting(
        window._around, window, Rules.parse("stripe"), metric="logo_churn"
    ),
    "definition sheet": lambda window, _page: DefinitionSheet(window._around, Rules(), None, window),
    "unit rules": lambda window, _page: UnitRules(window._around, window),
    "measures": lambda window, _page: MeasuresDialog(window._around, window),
    "factor": lambda window, _page: FactorDialog(
        HOUSE_PROFILE.factors[0], ((3.0, 2), (30.0, 20)), (("logins", "Logins"),), window.language, window
    ),
    "import brought": lambda window, _page: ImportBrought(
        window._around, 1, "Import of a.csv", TakingBack(window._around, window), window
    ),
    "known layouts": lambda window, _page: KnownLayouts(window._around, window),
    "same account": lambda window, page: SameAccount(window._around, alike(window, page), window),
    "shared folder": lambda window, _page: SharedFolder(Keeper.ONEDRIVE, window.language, window),
    "new password": lambda window, _page: NewPassword(
        "Only those who know it can open the file.", window.language, window
    ),
    "encrypted copy": lambda window, _page: OpenSealed(window._around, Path("a book.csdesk.age"), window),
    "check": lambda window, _page: CheckBook(window._around, window),
    "rescue": lambda window, _page: RescueBook(window._around, Path("a book.csdesk"), window),
    "findings": lambda window, _page: Findings("Check of the book", window),
    "take back": lambda window, _page: TakeBack(
        "Import of a.csv", Plan({Kind.CONTRACT: 412}, (KEPT,)), told_thrice(window.language), window.language, window
    ),
    "a copy arrives": lambda window, _page: ArrivingCopy(window._around, copy_of(window), window),
    "merging": lambda window, _page: MergeCopy(window._around, copy_of(window), window),
    "merging what is no book": lambda window, _page: MergeCopy(window._around, Path(__file__), window),
    "copies brought in": lambda window, _page: CopiesMerged(window._around, window),
    "backups": lambda window, _page: Backups(window._around, window._opening.path or Path(), window),
}


def first_due(window: MainWindow) -> DueItem:
    """The line of the day's list with most reasons."""
    return max(window._stack.pages["today"].sheet.lines.rows_shown(), key=lambda item: len(item.reasons))


def delete_any(kind: Kind, book: Book) -> Changes:
    first = int(str(rows(book, kind)[0]["id"]))
    return delete_accounts(book, [first]) if kind is Kind.ACCOUNT else delete_row(book, kind, first)


def alike(window: MainWindow, page: AccountPage) -> Finding:
    """The account in front and another one, as if they were the same."""
    other = next(row for row in window._stack.pages["accounts"].model.rows_shown() if row.id != page.account)
    return Finding(Lack.SAME_ACCOUNT, page.account or 0, "", page.account or 0, "", other.mrr, None, other.id)


def copy_of(window: MainWindow) -> Path:
    """The copy in which a colleague has worked on what was changed here too."""
    path = window._opening.path
    assert path is not None
    return path.with_name("aki.csdesk")


def work_on(book: Path, who: str) -> None:
    """Change an account, and add one under a name that the other side adds too."""
    with open_book(book, who=who, clock=clock) as opened:
        account = accounts_table(opened, TODAY).rows[0].id
        edit_accounts(opened, [CellEdit(account, "notes", f"noted by {who}")])
        add_account(opened, "Sample Works")


def record(book: Path) -> None:
    """Note a pack that was sent before the colleague's copy was made."""
    with open_book(book, who="tester", clock=clock) as opened:
        scope = Scope.at(date(2024, 3, 31), PeriodKind.QUARTER)
        record_pack(opened, board_content(opened, scope, Language.EN, redact=True), "Q1.xlsx", "The board")


def controls(top: QWidget) -> Iterator[QWidget]:
    """Everything shown that takes the focus by Tab."""
    for widget in top.findChildren(QWidget):
        if widget.isVisibleTo(top) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            yield widget


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    inside = widget.parentWidget()
    held = isinstance(inside, QComboBox | QDateEdit | QAbstractScrollArea) or (
        isinstance(widget, QLineEdit) and widget.objectName().startswith("qt_")
    )
    return inside.accessibleName() if held and inside is not None else ""


def nameless(top: QWidget) -> list[str]:
    mute = (widget for widget in controls(top) if not spoken(widget))
    return [f"{type(who).__name__} {who.objectName()} in {type(who.parent()).__name__}" for who in mute]


def cut(top: QWidget) -> Iterator[str]:
    """Words that do not fit the place they stand in; what gives way by design must say the whole in its tooltip."""
    for widget in top.findChildren(QWidget):
        if widget.isVisibleTo(top) and widget.width() > 1:
            text = too_long(widget)
            if text and not (text in widget.toolTip() and gives_way(widget)):
                yield text


def gives_way(widget: QWidget) -> bool:
    narrow = widget.maximumWidth() < widget.sizeHint().width()
    ignored = widget.sizePolicy().horizontalPolicy() is widget.sizePolicy().Policy.Ignored
    return isinstance(widget, Elided) or ignored or narrow


def too_long(widget: QWidget) -> str:
    """The words of a widget that do not fit it; '' where all do."""
    found = next((look for kind, look in LOOKS.items() if isinstance(widget, kind)), None)
    return found(widget) if found else ""


def advance(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)


def choice_too_long(box: QComboBox) -> str:
    return box.currentText() if advance(box, box.currentText()) > box.width() - ARROW else ""


def line_too_long(line: QLineEdit) -> str:
    hint = "" if line.text() else line.placeholderText()
    return hint if advance(line, hint) > line.width() - EDGES else ""


def tabs_too_long(bar: QTabBar) -> str:
    tabs = range(bar.count())
    return ", ".join(bar.tabText(at) for at in tabs if advance(bar, bar.tabText(at)) > bar.tabRect(at).width())


def tile_too_long(tile: FigureTile) -> str:
    return tile.figure if advance(tile, tile.figure) > tile.width() - 2 * EDGES else ""


def button_too_long(button: QAbstractButton) -> str:
    """Whether the words fit beside the mark, or the icon where it is shown before them."""
    bare = isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    if bare or not button.text():
        return ""
    lines = button.text().replace("&", "").splitlines()
    before = isinstance(button, QCheckBox) or not button.icon().isNull()
    beside = button.iconSize().width() if before and len(lines) == 1 else 0
    metrics = button.fontMetrics()
    narrow = max(map(metrics.horizontalAdvance, lines)) + beside > button.width()
    return button.text() if narrow or metrics.height() * len(lines) > button.height() + 2 else ""


def label_too_long(label: QLabel) -> str:
    if not label.text():
        return ""
    wanted = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    narrow = not label.wordWrap() and label.width() < label.sizeHint().width()
    return label.text() if narrow or label.height() < wanted else ""


LOOKS: dict[type[QWidget], Callable[..., str]] = {
    QLabel: label_too_long,
    QAbstractButton: button_too_long,
    QComboBox: choice_too_long,
    QLineEdit: line_too_long,
    QTabBar: tabs_too_long,
    FigureTile: tile_too_long,
}


def overlapping(top: QWidget) -> Iterator[str]:
    """Parts of a dialog that lie on one another, as they do where it is too low for what was laid out in it."""
    parts = top.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for one, other in combinations(filter(lambda part: part.isVisibleTo(top), parts), 2):
        both = one.geometry().intersected(other.geometry())
        if isinstance(top, QDialog) and min(both.width(), both.height()) > TOUCH:
            yield f"{type(one).__name__} and {type(other).__name__}"


class Walk:
    """One window, led through everything it can show."""

    def __init__(self, app: QApplication, folder: Path, language: Language, size: tuple[int, int]) -> None:
        self.app, self.folder, self.language = app, folder, language
        self.seen = 0
        self.faults: list[str] = []
        preferences = Preferences(folder / "window.ini")
        self.desk = Desk()
        self.opening = Opening(self.desk, preferences, clock, folder / "demo.csdesk", lambda: "tester")
        self.window = MainWindow(self.desk, preferences, self.opening, lambda: TODAY, language)
        self.window.resize(*size)
        self.window.show()

    def settle(self) -> None:
        waiting = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        beat = QTimer()
        beat.start(1)
        for _ in range(4):
            waits = [self.desk._lane.submit(int), self.desk._bench.submit(int)]
            while not all(wait.done() for wait in waits):
                self.app.processEvents(waiting)
            for _ in range(3):
                self.app.processEvents()

    def look(self, place: str, top: QWidget | None = None) -> None:
        self.settle()
        shown = top or self.window
        self.seen += 1
        self.faults += [f"{place}: no name: {who}" for who in nameless(shown)]
        self.faults += [f"{place}: cut: {text}" for text in cut(shown)]
        self.faults += [f"{place}: on one another: {which}" for which in overlapping(shown)]
        if shown.grab().isNull():
            self.faults.append(f"{place}: no picture")

    def pages(self, state: str) -> None:
        for entry in ENTRIES:
            page = self.window.open_page(entry.name) if entry.name != AccountPage.name else None
            if page is None:
                continue
            self.look(f"{state}{entry.name}")
            for tabs in page.findChildren(QTabWidget):
                for at in range(1, tabs.count()):
                    tabs.setCurrentIndex(at)
                    self.look(f"{state}{entry.name}, tab {at}")
                tabs.setCurrentIndex(0)

    def accounts(self) -> AccountPage:
        """The accounts with some chosen, then one of each kind; the one with most to say last."""
        page = self.window.open_page("accounts")
        self.settle()
        self.desk.do(self.window, lambda book: add_account(book, "New Example"))
        self.settle()
        box = QItemSelection(page.model.index(1, 0), page.model.index(4, 3))
        page.sheet.selectionModel().select(box, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.look("accounts chosen")
        rows = page.model.rows_shown()
        new = next(row for row in rows if row.name == "New Example")
        left = next(row for row in rows if not row.paying and row is not new)
        large = max(rows, key=lambda row: row.mrr)
        for row in (new, left, large):
            self.window.open_account(row.id)
            self.settle()
            shown = self.window._stack.currentWidget()
            shown._health.unused.open()
            shown._contracts._earlier.open()
            for at in range(shown._left.count()):
                shown._left.setCurrentIndex(at)
                self.look(f"account {row.name}, tab {at}")
            shown._left.setCurrentIndex(0)
        return shown

    def bin(self) -> None:
        for kind in (Kind.CONTACT, Kind.TOUCH, Kind.CONTRACT, Kind.ACCOUNT):
            self.desk.do(self.window, partial(delete_any, kind))
        page = self.window.open_page("bin")
        self.settle()
        page.sheet.selectAll()
        self.look("bin, all chosen")
        dialog = Erase(self.window._around, page.model.rows_shown() * 3, self.window)
        dialog.show()
        self.look("delete for good", dialog)
        dialog.close()

    def panels(self) -> None:
        page = self.window.open_page("retention")
        self.settle()
        for tile in page.findChildren(FigureTile)[:4]:
            tile._open()
            self.look(f"where from: {tile.accessibleName()}")
        self.window.toast("Sample " * 6, undo=True)
        strip = ProgressStrip(self.desk, self.window)
        self.window._right.addWidget(strip)
        strip.begin(self.desk.long_work("Sample work"))
        strip._go_on(strip._work, 1200, 48000)
        self.look("toast and progress")
        strip.hide()

    def dialogs(self, page: AccountPage) -> None:
        for name, make in DIALOGS.items():
            dialog = make(self.window, page)
            dialog.show()
            self.look(name, dialog)
            dialog.close()

    def import_page(self) -> None:
        page = self.window.open_page("import")
        page.take_files([resource("samples", "契約.xlsx"), resource("samples", "contracts_renewals.csv")])
        self.look("import, planned")

    def empty_book(self) -> None:
        self.opening.make(self.folder / "empty.csdesk", BookSettings("JPY", 4, self.language))
        self.settle()
        self.pages("empty: ")


def clock() -> datetime:
    return datetime(2024, 4, 18, 3, 0, tzinfo=UTC)


def main() -> int:
    book, folder, language = Path(sys.argv[1]), Path(sys.argv[2]), Language(sys.argv[3])
    gc.disable()
    app = QApplication(["csdesk", "-style", "Fusion"])
    theme.load_fonts(app)
    theme.apply(app, theme.Scheme(sys.argv[4]))
    speak(app, language)
    walk = Walk(app, folder, language, (int(sys.argv[5]), int(sys.argv[6])))
    told = walk.faults.append
    qInstallMessageHandler(lambda _kind, _where, text: None if text.startswith("This plugin") else told(f"Qt: {text}"))

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        told(f"raised: {error!r}")
        sys.__excepthook__(kind, error, trace)

    sys.excepthook = note
    walk.window.show_start()
    walk.look("start, no book")
    record(book)
    shutil.copyfile(book, book.with_name("aki.csdesk"))
    for copy, who in ((book, "tester"), (book.with_name("aki.csdesk"), "Aki")):
        work_on(copy, who)
    walk.opening.open(book)
    walk.settle()
    walk.window._neighbours.rest()
    walk.pages("")
    page = walk.accounts()
    walk.dialogs(page)
    walk.panels()
    walk.bin()
    walk.import_page()
    walk.empty_book()
    walk.desk.close()
    told_all = {
        "seen": walk.seen,
        "scale": walk.window.devicePixelRatioF(),
        "faults": list(dict.fromkeys(walk.faults)),
    }
    sys.stdout.write(json.dumps(told_all))
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    os._exit(main())  # widgets that Python would take down in any order need not be
