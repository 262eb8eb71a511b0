"""A table's room among its columns: nothing scrolls sideways while words can give way, and figures are never cut."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QStyleOptionHeader, QToolTip

from csdesk.models.kinds import Language
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.sheet_columns import Need, shared_out, two_lines

ARROW = 12
"""Pixels of a sort arrow with a little air."""

Settle = Callable[[], None]
NAME, WORDS, FIGURE = Need(220, 220, 150, name=True), Need(200, 260, 96), Need(124, 80, 80)


@pytest.mark.parametrize(
    ("room", "widths"),
    [
        (2000, [220, 260, 124]),  # what would be cut takes what is left over, the rest stays empty
        (544, [220, 200, 124]),  # as they wish
        (500, [220, 200, 80]),  # the generous figure gives first
        (450, [220, 150, 80]),  # then words
        (396, [220, 96, 80]),
        (350, [174, 96, 80]),  # names last
        (100, [150, 96, 80]),  # and none below what it must have
    ],
)
def test_who_gives_way_first(room: int, widths: list[int]) -> None:
    assert shared_out([NAME, WORDS, FIGURE], room) == widths


needs = st.builds(
    lambda least, more, extra, name: Need(least + more, least + more + extra, least, name=name),
    *[st.integers(0, 400)] * 3,
    st.booleans(),
)


@given(st.lists(needs, max_size=12), st.integers(0, 3000))
def test_the_room_is_never_passed_unless_it_must_be(wanted: list[Need], room: int) -> None:
    widths = shared_out(wanted, room)
    assert sum(widths) <= max(room, sum(need.least for need in wanted))
    assert all(need.least <= width <= max(need.whole, need.wish) for need, width in zip(wanted, widths, strict=True))


@pytest.mark.parametrize("name", ["today", "accounts", "overview", "revenue", "retention", "users", "deeper", "health"])
def test_no_table_scrolls_sideways_in_the_usual_window(
    open_demo: Callable[..., MainWindow],
    demo_ja: object,
    opening: Opening,
    settle: Settle,
    language: Language,
    name: str,
) -> None:
    window = open_demo(language)
    if language is Language.JA:
        opening.open(demo_ja)  # type: ignore[arg-type]
        settle()
    page = window.open_page(name)
    settle()
    assert page is not None
    sheets = [sheet for sheet in page.findChildren(SheetView) if sheet.isVisible()]
    assert sheets or name == "health"
    assert [sheet.accessibleName() for sheet in sheets if sheet.horizontalScrollBar().maximum()] == []


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("Accounts at start", ("Accounts", "at start")),
        ("Reactivation", ("Reactivation",)),
        ("MRR（月次経常収益）", ("MRR", "（月次経常収益）")),
        ("月初アカウント数", ("月初アカ", "ウント数")),
        ("", ("",)),
    ],
)
def test_a_heading_breaks_between_words(heading: str, lines: tuple[str, ...]) -> None:
    assert two_lines(heading, len) == lines


def test_nothing_scrolls_sideways_in_a_narrow_window_when_figures_are_split(window: MainWindow, settle: Settle) -> None:
    window.resize(1024, 720)
    seen = []
    for by in ("", "owner"):
        window.set_scope(replace(window.scope, by=by))
        page = window.open_page("revenue")
        settle()
        assert page is not None
        sheets = [sheet for sheet in page.findChildren(SheetView) if sheet.isVisible()]
        seen += [(by, sheet.accessibleName()) for sheet in sheets if sheet.horizontalScrollBar().maximum()]
    assert seen == []


def test_headings_take_two_lines_only_where_the_room_is_short(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("retention")
    heights = []
    for width in (1024, 1600):
        window.resize(width, 720)
        settle()
        sheet = next(one for one in page.findChildren(SheetView) if one.isVisible())  # type: ignore[union-attr]
        heights.append(sheet.horizontalHeader().height())
        assert sheet.horizontalHeader().height() + 14 * sheet.rowHeight(0) <= sheet.height()
    line = sheet.fontMetrics().lineSpacing()
    assert heights == [heights[1] + line, heights[1]]


def test_columns_follow_the_window_until_the_person_arranges_them(window: MainWindow, settle: Settle) -> None:
    window.resize(1024, 700)
    page = window.open_page("accounts")
    settle()
    sheet = page.sheet  # type: ignore[union-attr]
    before = sheet.columnWidth(0)
    window.resize(1400, 820)
    settle()
    wide = sheet.columnWidth(0)
    assert wide > before
    sheet.setColumnWidth(0, 181)
    window.resize(1100, 820)
    settle()
    assert sheet.columnWidth(0) == 181


def test_a_cell_that_is_cut_tells_the_whole(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("accounts")
    settle()
    sheet = page.sheet  # type: ignore[union-attr]
    name = str(sheet.model().index(0, 0).data())
    for width, told in ((400, ""), (60, name)):
        sheet.setColumnWidth(0, width)
        at = sheet.visualRect(sheet.model().index(0, 0)).center()
        event = QHelpEvent(QHelpEvent.Type.ToolTip, at, sheet.viewport().mapToGlobal(at))
        QApplication.sendEvent(sheet.viewport(), event)
        assert QToolTip.text() == told
    QToolTip.hideText()


def test_the_sort_arrow_stands_beside_a_heading_at_the_right(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("accounts")
    settle()
    assert isinstance(page, AccountsPage)
    header = page.sheet.horizontalHeader()
    mrr, name = page.model.column_place("mrr"), page.model.column_place("name")

    def drawn(place: int) -> str:
        option = QStyleOptionHeader()
        header.initStyleOptionForIndex(option, place)
        return option.text

    header.setSortIndicator(name, Qt.SortOrder.AscendingOrder)
    plain = drawn(mrr)
    assert drawn(name) == page.model.columns[name].heading
    header.setSortIndicator(mrr, Qt.SortOrder.DescendingOrder)
    advance = header.fontMetrics().horizontalAdvance
    assert advance(drawn(mrr)) - advance(plain) >= ARROW
    assert advance(drawn(mrr)) + 12 <= page.sheet.columnWidth(mrr), "and there is room for both"


def test_the_header_does_not_follow_the_selection(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("accounts")
    settle()
    assert isinstance(page, AccountsPage)
    assert page.sheet.horizontalHeader().selectionModel() is not page.sheet.selectionModel()


def test_a_bar_that_comes_and_goes_moves_no_column_of_a_table_as_high_as_its_rows(qapp: QApplication) -> None:
    """Else headings would break, the table would grow, the bar would go, and so on for ever."""
    columns = [
        Column("name", "Stands", str, str, width=120),
        Column("now", "Now", len, lambda _row: "6", Look.NUMBER, 20),
        *(Column(word, word, len, lambda _row: "100.0%", Look.NUMBER, 66) for word in ("Grows", "Stays", "Leaves")),
    ]
    sheet = FigureSheet(columns, "Outlook", identity=str)
    sheet.resize(sum(column.width for column in columns), 200)
    sheet.show_rows(["Both good", "All"])
    sheet.show()
    seen = []
    for policy in (Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAlwaysOn):
        sheet.setVerticalScrollBarPolicy(policy)
        qapp.processEvents()
        seen.append((sheet.height(), [sheet.columnWidth(place) for place in range(len(columns))]))
    assert seen[0] == seen[1]
    assert sum(seen[0][1]) == sheet.room() > sheet.viewport().width()
    sheet.close()
