"""What is remembered of a table's shape: said on its card, set aside, and kept in a list of its own."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from csdesk.ui.dialogs.known_layouts import KnownLayouts
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.steps import Steps

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXT = "Customer\tMoney\tStart\nNorthwind\t{}\t2024-01-01\nAlder\t80\t2024-02-01\n"


@pytest.fixture
def imported(page: ImportPage, qtbot: QtBot, settle: Callable[[], None]) -> ImportPage:
    with qtbot.waitSignal(page.flow.planned, timeout=30_000):
        page.flow.take_text(TEXT.format(300))
    settle()
    assert page.cards[0].body._known.isHidden()
    with qtbot.waitSignal(page.flow.planned):
        page.flow.choose_field(0, "Money", "contract.mrr")
    with qtbot.waitSignal(page.flow.applied, timeout=30_000):
        page._bar.apply.click()
    settle()
    return page


def field_of(page: ImportPage) -> str:
    matched = page.flow.candidates[0].matched
    assert matched is not None
    return next(one.field for one in matched.columns if one.column.heading == "Money")


def test_the_card_says_so_and_the_columns_are_found_anew(
    imported: ImportPage, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    with qtbot.waitSignal(imported.flow.planned, timeout=30_000):
        imported.flow.take_text(TEXT.format(301))
    settle()
    body = imported.cards[0].body
    assert body._known.isVisible()
    assert field_of(imported) == "contract.mrr"
    with qtbot.waitSignal(imported.flow.planned):
        body.anew.click()
    settle()
    assert body._known.isHidden()
    assert field_of(imported) != "contract.mrr"


def test_the_list_of_them(imported: ImportPage, settle: Callable[[], None]) -> None:
    imported._history.layouts.click()
    settle()
    dialog = imported.window().findChild(KnownLayouts)
    assert dialog is not None
    assert dialog.layouts.rowCount() == 1
    dialog.layouts.setData(dialog.layouts.index(0, 0), "Monthly fees")
    settle()
    assert dialog.layouts.index(0, 0).data() == "Monthly fees"
    dialog._delegate.chosen.emit(("Money", "contract.arr"))
    settle()
    assert {row.column.heading: row.field for row in dialog.columns.rows_shown()}["Money"] == "contract.arr"
    assert "contract.arr" in dialog._offered(dialog.columns.row_at(1))
    dialog.list.selectRow(0)
    dialog.forget.click()
    settle()
    assert dialog.layouts.rowCount() == 0
    assert dialog.list.isHidden()
    steps = imported.window().findChild(Steps)
    steps.take_back()
    settle()
    assert dialog.layouts.index(0, 0).data() == "Monthly fees"
    dialog.close()
