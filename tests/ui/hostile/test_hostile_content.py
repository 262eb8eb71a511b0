"""Text that attempts something is shown as the text it is: on every page, in every dialog, in both languages."""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.ui.language import speak
from csdesk.ui.page import Page
from csdesk.ui.plain import brief, literal, tip
from csdesk.ui.registry import ENTRIES
from csdesk.usecases.books import open_book
from csdesk.usecases.export import export_content, write_export
from csdesk.usecases.reports import board_content, write_board
from csdesk.usecases.scope import Scope
from tests.thorough import rarely

from .conftest import HOSTILE, LONG_NOTE, MARK

TODAY = date(2024, 4, 18)
CHILD = Path(__file__).parents[1] / "frame" / "walk_child.py"
WIDEST = 1440
LONGEST_TIP = 3000
TURNS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def walk_child() -> ModuleType:
    """The walk through everything the window can show."""
    spec = util.spec_from_file_location("walk_child", CHILD)
    assert spec is not None
    assert spec.loader is not None
    made = util.module_from_spec(spec)
    sys.modules["walk_child"] = made
    spec.loader.exec_module(made)
    return made


def awake(top: QWidget) -> list[str]:
    """What of the book's text is taken for more than text, turns what is around it, or takes too much room."""
    found = [f"wide: {top.minimumSizeHint().width()}"] if top.minimumSizeHint().width() > WIDEST else []
    for label in top.findChildren(QLabel):
        rich = label.property("markup") == "true"
        wanted = Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText
        if label.isVisibleTo(top) and label.textFormat() is not wanted:
            found.append(f"markup: {label.text()[:60]}")
        if rich and MARK in label.text():
            found.append(f"text among markup: {label.text()[:60]}")
    for widget in (top, *top.findChildren(QWidget)):
        if isinstance(widget, QTextEdit):
            found.append(f"an editor of markup: {widget.objectName()}")
        if len(widget.toolTip()) > LONGEST_TIP:
            found.append(f"long tip: {widget.toolTip()[:60]}")
        found += [
            f"turns: {type(widget).__name__} in {type(widget.parent()).__name__} {text[:60]!r}"
            for text in _said(widget)
            if TURNS.search(text)
        ]
        found += [f"lost &: {text[:60]}" for text in _shortcuts(widget) if MARK in text]
    return found


def _said(widget: QWidget) -> list[str]:
    said = [widget.toolTip(), widget.windowTitle()]
    return [*said, widget.text()] if isinstance(widget, QLabel | QAbstractButton) else said


def _shortcuts(widget: QWidget) -> list[str]:
    """Texts in which a lone & is a shortcut."""
    texts = [action.text() for action in widget.actions() if isinstance(action, QAction)]
    if isinstance(widget, QAbstractButton):
        texts.append(widget.text())
    if isinstance(widget, QTabBar):
        texts += [widget.tabText(at) for at in range(widget.count())]
    return texts


@pytest.fixture(params=[Language.EN, rarely(Language.JA)], ids=str)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Language:
    """English, as what is hostile is the same in both, and its letters are drawn faster."""
    chosen: Language = request.param
    speak(qapp, chosen)
    return chosen


def hostile_walk(walk_child: ModuleType, app: QApplication, folder: Path, language: Language) -> Any:
    """A walk that looks for text that is awake."""

    class Walk(walk_child.Walk):  # type: ignore[misc, name-defined]
        def look(self, place: str, top: QWidget | None = None) -> None:
            self.settle()
            shown = top or self.window
            self.seen += 1
            self.faults += [f"{place}: {what}" for what in awake(shown)]
            assert not shown.grab().isNull()

    return Walk(app, folder, language, (1280, 820))


@pytest.fixture
def walked(qapp: QApplication, walk_child: ModuleType, hostile_book: Path, tmp_path: Path, language: Language) -> Any:
    """A walk on the hostile book, ended with the test."""
    walk = hostile_walk(walk_child, qapp, tmp_path, language)
    walk.opening.open(hostile_book)
    walk.settle()
    walk.window._neighbours.rest()
    yield walk
    walk.settle()
    walk.window.close()
    walk.window.deleteLater()
    walk.desk.close()
    qapp.processEvents()


def test_nothing_of_it_wakes_up(walked: Any) -> None:
    walked.pages("")
    page = accounts(walked)
    walked.dialogs(page)
    walked.panels()
    assert walked.faults == []
    assert walked.seen > len(ENTRIES)


@pytest.mark.parametrize("text", [*HOSTILE, "<b>" + "w" * 5000, "line\n" * 5000])
def test_labels_and_tips_show_it_as_it_is(qtbot: QtBot, qapp: QApplication, text: str) -> None:
    home, box = QWidget(), QMessageBox()
    for widget in (home, box):
        qtbot.addWidget(widget)
    label = QLabel(text, home)
    home.show()
    box.setText(text)
    box.setInformativeText(text)
    box.show()
    QToolTip.showText(QPoint(1, 1), tip(text), home)
    qapp.processEvents()
    shown = [label, *box.findChildren(QLabel), *tips(qapp)]
    assert {one.textFormat() for one in shown if one.text()} == {Qt.TextFormat.PlainText}
    assert all(one.width() < 1200 and one.height() < 1000 for one in tips(qapp))
    QToolTip.hideText()


def tips(app: QApplication) -> list[QLabel]:
    """The tooltip that is shown."""
    return [top for top in app.topLevelWidgets() if isinstance(top, QLabel) and top.inherits("QTipLabel")]


def test_a_label_with_links_of_ours_keeps_them(qtbot: QtBot) -> None:
    label = QLabel('<a href="renewals">Renewals</a>')
    label.setProperty("markup", "true")
    qtbot.addWidget(label)
    label.show()
    assert label.textFormat() is Qt.TextFormat.RichText


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A&B", "A&&B"),
        ("\u202egnp.exe", "<U+202E>gnp.exe"),
        ("a\x00b\x1b[2J", "a<U+0000>b<U+001B>[2J"),
        ("\ud800", "<U+D800>"),
        ("見本\u3000商事 👩\u200d👧 \u05d0\u05d1", "見本\u3000商事 👩\u200d👧 \u05d0\u05d1"),
    ],
)
def test_what_turns_or_hides_is_shown_by_its_code(text: str, shown: str) -> None:
    assert literal(text) == shown


def test_what_is_long_is_shown_in_part() -> None:
    assert len(brief(LONG_NOTE)) == 400
    assert max(map(len, tip(LONG_NOTE).split("\n"))) < 120
    assert len(tip(LONG_NOTE)) < 1300


def test_a_bench_of_labels_is_looked_at(qtbot: QtBot) -> None:
    top = QDialog()
    qtbot.addWidget(top)
    for text in (f"\u202e{MARK}", "W" * 1000):
        QPushButton(text, top).setToolTip("t" * 4000)
    label = QLabel("<b>x</b>", top)
    top.show()
    label.setTextFormat(Qt.TextFormat.AutoText)
    found = [fault.split(":")[0] for fault in awake(top)]
    assert sorted(set(found)) == ["long tip", "lost &", "markup", "turns"]


def test_what_is_written_for_others_has_no_formula_of_the_books(hostile_book: Path, tmp_path: Path) -> None:
    with open_book(hostile_book, who="tester", clock=clock) as book:
        scope = Scope.at(TODAY, PeriodKind.MONTH)
        write_board(board_content(book, scope, Language.EN), tmp_path / "board.xlsx", lambda _done, _whole: None)
        content = export_content(book, Language.EN)
        write_export(content, tmp_path / "all.xlsx", lambda _done, _whole: None)
    for name in ("board.xlsx", "all.xlsx"):
        for part, text in parts(tmp_path / name):
            formulas = re.findall("<f>([^<]*)</f>", text)
            assert not [one for one in formulas if MARK.replace("&", "&amp;") in one], (name, part)
            assert "<hyperlink " not in text or "r:id" not in text, (name, part)
            assert "TargetMode" not in text, (name, part)


def clock() -> datetime:
    return datetime(2024, 4, 18, 3, 0, tzinfo=UTC)


def parts(workbook: Path) -> Iterator[tuple[str, str]]:
    """Every part of a workbook as text."""
    with ZipFile(workbook) as packed:
        for part in packed.namelist():
            yield part, packed.read(part).decode("utf-8", "replace")


def test_what_is_copied_is_plain_text(walked: Any) -> None:
    page = walked.window.open_page("accounts")
    walked.settle()
    page.sheet.selectAll()
    page.sheet.copy()
    held = QApplication.clipboard().mimeData()
    assert held.formats() == ["text/plain"]


def accounts(walk: Any) -> Page:
    """The pages of some accounts, those with the longest texts first."""
    walk.window.open_page("accounts")
    walk.settle()
    rows = sorted(walk.window._stack.pages["accounts"].model.rows_shown(), key=lambda row: row.id)
    for row in (*rows[:6], max(rows, key=lambda row: row.mrr)):
        walk.window.open_account(row.id)
        walk.settle()
        page = walk.window._stack.currentWidget()
        for at in range(page._left.count()):
            page._left.setCurrentIndex(at)
            walk.look(f"account {row.id}, tab {at}")
        page._left.setCurrentIndex(0)
    return page
