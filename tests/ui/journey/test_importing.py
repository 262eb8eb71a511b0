"""An awkward spreadsheet through the window: asked, mended, applied, brought again, taken back after a restart."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.models.problems import Reason
from csdesk.ui.dialogs.measures import MeasuresDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.table_card import TableCard
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.importing import Verdict
from csdesk.usecases.settings import BookSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

AWKWARD = """<b>Warning</b>: Undefined variable $rows in /var/www/seed.php on line 12
Customer,Plan,Zahlung,Start date,Churned on
Northwind,Pro,300,2024-01-01,
Northwind,Pro,350,2024-01-01,
Blue Heron,Pro,150,2024-02-03,2024-09-05
Alder,Basic,90,2024-02-30,
Lorem ipsum dolor sit amet,,,,
Quartz,Basic,90,2024-03-01,
Fennel,Basic,95,2024-03-01,
Rowan,Basic,85,2024-03-01,
"""


def brought(page: ImportPage, path: Path, qtbot: QtBot, settle: Callable[[], None]) -> TableCard:
    with qtbot.waitSignal(page.flow.planned, timeout=30_000):
        page.take_files([path])
    settle()
    return page.cards[0]


def applied(page: ImportPage, qtbot: QtBot, settle: Callable[[], None]) -> None:
    with qtbot.waitSignal(page.flow.applied, timeout=30_000):
        page._bar.apply.click()
    settle()


def counts(page: ImportPage) -> dict[Verdict, int]:
    return {verdict: count for verdict, count in page.flow.counts.items() if count}


def shown(card: TableCard) -> list[Any]:
    """The rows of the list that is looked at."""
    from csdesk.ui.rows import ROW_ROLE

    body = card.body
    model = next(view for view in (body.rows.sheet, body.columns, body.troubles.list) if view.isVisible()).model()
    return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]


def test_an_awkward_spreadsheet(
    page: ImportPage, opening: Opening, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    path = tmp_path / "awkward.csv"
    path.write_text(AWKWARD, encoding="utf-8")
    card = brought(page, path, qtbot, settle)

    # The column that may be the price is asked about before anything else.
    assert card.body.columns.isVisible()
    asked = next(row for row in shown(card) if row.column.heading == "Zahlung")
    assert card.body.columns.name_of(asked).startswith("▲")
    assert card.body.offered(asked)[1] == "contract.mrr"
    assert "▲" in page._bar.hint.text()
    with qtbot.waitSignal(page.flow.planned):
        card.body.columns.rematched.emit(("Zahlung", "contract.mrr"))
    settle()

    # Every count opens its rows; conflicts tell what they contradict.
    assert counts(page) == {Verdict.NEW: 5, Verdict.CONFLICT: 1, Verdict.REFUSED: 1}
    for verdict, count in counts(page).items():
        card.body.verdicts[verdict].click()
        assert [row.verdict for row in shown(card)] == [verdict] * count
    card.body.verdicts[Verdict.CONFLICT].click()
    assert shown(card)[0].changes == (("contract.amount", 300, 350),)

    # Every trouble has its address, what stood there and why; what a program left is shown, not refused.
    card.body.trouble_switch.click()
    troubles = {str(problem.place): problem for problem in shown(card)}
    assert {place: problem.reason for place, problem in troubles.items()} == {
        "1": Reason.JUNK_ROW,
        "7": Reason.JUNK_ROW,
        "D6": Reason.NOT_A_DATE,
        "C4": Reason.CONFLICT,
    }
    assert troubles["D6"].seen == "2024-02-30"

    # Refused rows are saved with their reasons.
    saved = tmp_path / "refused.xlsx"
    planned = page.flow.candidates[0].planned
    assert planned is not None
    page.files.save_refused(planned, saved)
    qtbot.waitUntil(saved.is_file)
    rows = list(openpyxl.load_workbook(saved).active.iter_rows(values_only=True))
    assert rows[1][0] == "Alder"
    assert "2024-02-30" in str(rows[1][-1])

    # A refused cell is mended where it stands.
    model = card.body.troubles.list.model()
    place = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == "D6")
    with qtbot.waitSignal(page.flow.planned):
        model.setData(model.index(place, 3), "2024-02-29")
    settle()
    assert counts(page) == {Verdict.NEW: 6, Verdict.CONFLICT: 1}
    applied(page, qtbot, settle)

    # The same file again: the choice is remembered, nothing is new.
    card = brought(page, path, qtbot, settle)
    assert next(row.field for row in page.flow.candidates[0].matched.columns if row.column.heading == "Zahlung")  # type: ignore[union-attr]
    assert not page.flow.counts[Verdict.NEW]
    page.flow.start_over()

    # Taken back as a whole, after a restart.
    opening.open(tmp_path / "b.csdesk")
    settle()
    page.refresh()
    settle()
    page._history.back.click()
    settle()
    brought(page, path, qtbot, settle)
    assert page.flow.counts[Verdict.NEW] == 5


def test_what_an_import_brought_is_said_until_it_is_undone(
    page: ImportPage, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("Customer,MRR,Start\nNorthwind,300,2024-01-01\n", encoding="utf-8")
    before = page._zone._said.text()
    brought(page, path, qtbot, settle)
    applied(page, qtbot, settle)
    assert "plain.csv" in page._zone._said.text()
    assert page._onward.isVisibleTo(page)
    steps, toast = page.window().findChild(Steps), page.window().findChild(Toast)
    steps.take_back()
    settle()
    assert page._zone._said.text() == before
    assert not page._onward.isVisibleTo(page)
    assert not page._history._heading.isVisibleTo(page)
    assert "plain.csv" in toast.text, "what was undone is said"
    steps.do_again()
    settle()
    assert page._history._heading.isVisibleTo(page)


def test_a_preview_is_compared_again_when_the_book_changes_under_it(
    page: ImportPage, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("Customer,MRR,Start\nNorthwind,300,2024-01-01\n", encoding="utf-8")
    steps = page.window().findChild(Steps)
    brought(page, path, qtbot, settle)
    applied(page, qtbot, settle)
    brought(page, path, qtbot, settle)
    assert page.flow.counts == {Verdict.SAME: 1}
    steps.take_back()
    settle()
    assert page.flow.counts == {Verdict.NEW: 1}
    assert page._bar.apply.isEnabled()
    page.frame.open_page("accounts")
    steps.do_again()
    settle()
    page.frame.open_page("import")
    settle()
    assert page.flow.counts == {Verdict.SAME: 1}, "applied now, it would bring every line twice"
    assert not page._bar.apply.isEnabled()


def test_a_preview_left_for_another_book_is_compared_with_that_one(
    page: ImportPage, opening: Opening, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("Customer,MRR,Start\nNorthwind,300,2024-01-01\n", encoding="utf-8")
    brought(page, path, qtbot, settle)
    applied(page, qtbot, settle)
    brought(page, path, qtbot, settle)
    assert page.flow.counts == {Verdict.SAME: 1}
    with qtbot.waitSignal(opening.opened, timeout=30_000):
        opening.make(tmp_path / "other.csdesk", BookSettings("USD", 1, page.frame.language))
    settle()
    assert page.frame.open_page("import") is page
    settle()
    assert page.flow.counts == {Verdict.NEW: 1}


def test_several_files_and_pasted_cells(
    page: ImportPage, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    customers, touches = tmp_path / "customers.csv", tmp_path / "touches.csv"
    customers.write_text("Customer,Industry,CSM\nNorthwind,Retail,Alda\nAlder,Health,Alda\n", encoding="utf-8")
    touches.write_text(
        "Date,Customer,Type,Notes\n2024-04-01,Northwind,Call,Talked\n2024-04-02,Alder,Visit,Went\n", encoding="utf-8"
    )
    with qtbot.waitSignal(page.flow.planned, timeout=30_000):
        page.take_files([customers, touches])
    settle()
    assert len(page.cards) == 2
    assert page.flow.counts[Verdict.NEW] == 4
    applied(page, qtbot, settle)
    with qtbot.waitSignal(page.flow.planned, timeout=30_000):
        page.flow.take_text("Customer\tMonthly fee\tStart\nNorthwind\t300\t2024-01-01\nAlder\t80\t2024-02-01\n")
    settle()
    assert page.flow.counts[Verdict.NEW] == 2


def test_a_remark_at_a_heading_has_no_cell_to_mend(
    page: ImportPage, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("Customer,MRR,Start,End date\nNorthwind,300,2024-01-01,2024-09-01\n", encoding="utf-8")
    card = brought(page, path, qtbot, settle)
    card.body.trouble_switch.click()
    model = card.body.troubles.list.model()
    assert model.index(0, 0).data() == "D1"
    model.setData(model.index(0, 3), "Ende")
    settle()
    assert page.flow.candidates[0].found.rows[0][0] == "Northwind"


def test_what_keeps_rows_out_comes_before_remarks_and_shows_what_stands_in_the_row(
    page: ImportPage, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    path = tmp_path / "awkward.csv"
    path.write_text(AWKWARD, encoding="utf-8")
    card = brought(page, path, qtbot, settle)
    card.body.trouble_switch.click()
    refuses = [problem.refuses for problem in shown(card)]
    assert refuses == sorted(refuses, reverse=True)
    assert any(refuses)
    card.body.verdicts[Verdict.REFUSED].click()
    model = card.body.rows.sheet.model()
    row = next(nth for nth in range(model.rowCount()) if model.index(nth, 1).data() == "Alder")
    assert model.index(row, 2).data() == "Customer: Alder   Plan: Basic   Zahlung: 90   Start date: 2024-02-30"


def test_a_file_that_is_no_spreadsheet_is_named_beside_those_that_are(
    page: ImportPage, settle: Callable[[], None], tmp_path: Path
) -> None:
    sheet, report, numbers = tmp_path / "sheet.csv", tmp_path / "report.pdf", tmp_path / "sheet.numbers"
    sheet.write_text(AWKWARD, encoding="utf-8")
    report.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(200))
    numbers.write_bytes(b"PK\x03\x04" + bytes(200))
    window = page.window()
    assert isinstance(window, MainWindow)
    window.take_files([sheet, report, numbers])
    settle()
    assert len(page.cards) == 1
    assert page._notice.isVisible()
    assert {line.split()[0] for line in page._notice.text().splitlines()} == {"report.pdf", "sheet.numbers"}


def test_the_ways_on_follow_what_was_brought(
    page: ImportPage, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    file = tmp_path / "use.csv"
    for text, growth, measures in (
        ("Customer,Date,Logins\nAcorn,2025-03-01,3\nBirch,2025-03-02,1\n", False, True),
        ("Month,Channel,Cost\n2025-03,Web,300\n2025-04,Web,310\n", True, False),
    ):
        file.write_text(text, encoding="utf-8")
        brought(page, file, qtbot, settle)
        applied(page, qtbot, settle)
        assert (page._onward.growth.isVisible(), page._onward.measures.isVisible()) == (growth, measures)
        if measures:
            page._onward.measures.click()
            settle()
            (dialog,) = page.findChildren(MeasuresDialog)
            dialog.close()


def test_rows_that_stay_out_are_told_where_nothing_else_is_new(
    page: ImportPage, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "awkward.csv"
    path.write_text("Customer,MRR,Start date\nAcorn,300,2024-01-01\nBirch,abc,2024-02-03\n", encoding="utf-8")
    brought(page, path, qtbot, settle)
    applied(page, qtbot, settle)
    brought(page, path, qtbot, settle)
    assert counts(page) == {Verdict.SAME: 1, Verdict.REFUSED: 1}
    assert not page._bar.apply.isEnabled()
    assert ("refused" if language is Language.EN else "取り込めない") in page._bar.hint.text()
