"""Ctrl+K: accounts, pages and actions by part of their names."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Kind, Language
from csdesk.ui.desk import Desk
from csdesk.ui.dialogs.about import Keys
from csdesk.ui.dialogs.palette import Palette
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.widgets.finder import Candidate, best
from csdesk.usecases.finding import Mention, mentions

Settle = Callable[[], None]


@pytest.fixture
def palette(window: MainWindow, settle: Settle) -> Palette:
    window.open_palette()
    settle()
    found = window.findChild(Palette)
    assert isinstance(found, Palette)
    return found


def type_and_enter(qtbot: QtBot, palette: Palette, text: str) -> None:
    qtbot.keyClicks(palette.finder.line, text)
    qtbot.keyClick(palette.finder.line, Qt.Key.Key_Return)


def test_it_offers_the_pages_at_once(palette: Palette) -> None:
    assert [hit.text for hit in palette.finder.hits][:3] == ["Today", "Overview", "Accounts"]


def test_to_a_page(qtbot: QtBot, palette: Palette, window: MainWindow, settle: Settle) -> None:
    type_and_enter(qtbot, palette, "setti")
    settle()
    assert window._stack.currentWidget().name == "settings"  # type: ignore[attr-defined]


def test_to_an_account(qtbot: QtBot, palette: Palette, window: MainWindow, settle: Settle) -> None:
    type_and_enter(qtbot, palette, "works ex")
    settle()
    page = window._stack.currentWidget()
    assert isinstance(page, AccountPage)
    assert "Works Example" in page.title()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("kabushiki", ("株式会社", "㈱")),
        ("hidamari", ("ひだまり",)),
        ("ひだまり", ("ひだまり",)),
        ("ﾋﾀﾞﾏﾘ", ("ひだまり",)),
        ("かわせみ", ("カワセミ",)),
    ],
)
def test_japanese_names_however_typed(
    open_demo: Callable[..., MainWindow],
    demo_ja: Path,
    opening: Opening,
    settle: Settle,
    typed: str,
    written: tuple[str, ...],
) -> None:
    window = open_demo(Language.JA)
    opening.open(demo_ja)
    settle()
    window.open_palette()
    settle()
    palette = window.findChild(Palette)
    palette.finder.line.setText(typed)
    palette.finder._look(typed)
    assert any(part in palette.finder.hits[0].text for part in written)


def test_to_a_person_and_to_what_was_said(
    qtbot: QtBot, palette: Palette, window: MainWindow, desk: Desk, settle: Settle
) -> None:
    said: list[Mention] = []
    desk.ask(window, mentions, said.extend)
    settle()
    person = next(one for one in said if one.kind is Kind.CONTACT)
    qtbot.keyClicks(palette.finder.line, person.text.lower())
    assert palette.finder.hits[0].text == person.text
    assert person.account_name in palette.finder.hits[0].hint
    touch = next(one for one in said if one.kind is Kind.TOUCH)
    palette.finder.line.clear()
    type_and_enter(qtbot, palette, touch.text)
    settle()
    page = window._stack.currentWidget()
    assert isinstance(page, AccountPage)
    assert touch.text in {item.text for item in page._answer.timeline}  # type: ignore[union-attr]


def test_to_an_action(qtbot: QtBot, palette: Palette, window: MainWindow, settle: Settle) -> None:
    type_and_enter(qtbot, palette, "keyboard")
    settle()
    assert window.findChild(Keys) is not None


def test_arrows_choose_without_leaving_the_line(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.finder.line, "sample")
    qtbot.keyClick(palette.finder.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.finder.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.finder.line, Qt.Key.Key_Up)
    assert palette.finder._hits.currentRow() == 1
    assert palette.finder.line.text() == "sample"


def test_what_is_said_comes_after_what_is_named() -> None:
    note = Candidate(1, "maple notes", "maple notes", said=True)
    offered = [note, Candidate.of(2, "Amaple"), Candidate.of(3, "Maple Works")]
    assert [hit.text for hit in best(offered, "maple", 9)] == ["Maple Works", "Amaple", "maple notes"]


def test_nothing_found_is_said(qtbot: QtBot, palette: Palette) -> None:
    qtbot.keyClicks(palette.finder.line, "zzzz")
    assert palette.finder.hits == ()
    assert palette.finder._nothing.isVisible()


def test_names_that_begin_so_come_before_words_that_do_and_those_before_the_rest() -> None:
    names = ["Grand Maple", "Amaple", "Maple Works"]
    offered = [Candidate.of(name, name) for name in names]
    assert [hit.text for hit in best(offered, "maple", 9)] == ["Maple Works", "Grand Maple", "Amaple"]
    assert [hit.text for hit in best(offered, "works MAP", 9)] == ["Maple Works"]
    assert best(offered, "  ", 9) == []
    assert len(best(offered, "a", 2)) == 2
