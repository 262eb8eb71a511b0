"""What an import leaves open: tables nobody knows, columns that are missing, files of one name, times not told."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Kind, Language
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.rows import Tone
from csdesk.ui.widgets.choice import Choice as ChoiceBox
from csdesk.ui.widgets.table_card import TableCard
from csdesk.usecases.importing import TableKind, Verdict

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Settle = Callable[[], None]
Take = Callable[..., list[TableCard]]


def test_a_table_nobody_knows_shows_its_columns_and_asks_what_it_is(
    page: ImportPage, take: Take, qtbot: QtBot, settle: Settle, language: Language
) -> None:
    found_as, taken_for = ("Found as", "Taken for") if language is Language.EN else ("表の種類", "対応する項目")
    (card,) = take("foo\tbar\n1\t2\n3\t4\n")
    assert card.kind.key == TableKind.UNKNOWN
    assert card.body.columns.isVisible()
    assert not any(switch.isVisible() for switch in (*card.body.verdicts.values(), card.body.trouble_switch))
    assert found_as in page._bar.hint.text()

    # Called accounts, it lacks the customer's name: that is asked for, and given by one choice.
    with qtbot.waitSignal(page.flow.planned):
        card.kind.setCurrentIndex(list(TableKind).index(TableKind.ACCOUNTS))
    settle()
    assert card.body.columns.isVisible()
    assert card.body.columns_switch.text().startswith("▲")
    assert taken_for in page._bar.hint.text()
    with qtbot.waitSignal(page.flow.planned):
        card.body.columns.rematched.emit(("foo", "account.name"))
    settle()
    assert page.flow.counts == {Verdict.NEW: 2}
    assert page._bar.apply.isEnabled()


def test_a_table_that_is_left_out_folds_and_can_still_be_looked_at(
    page: ImportPage, take: Take, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    for sheet, name in ((book.active, "Northwind"), (book.create_sheet("Kept back"), "Alder")):
        for row in (["Customer", "MRR", "Start"], [name, 100, "2024-01-01"]):
            sheet.append(row)
    book["Kept back"].sheet_state = "hidden"
    book.save(tmp_path / "two.xlsx")
    shown, hidden = take([tmp_path / "two.xlsx"])
    assert shown.fold.isChecked()
    assert not hidden.fold.isChecked()
    hidden.fold.click()
    settle()
    assert hidden.body.columns.isVisible()
    with qtbot.waitSignal(page.flow.planned):
        hidden.take.click()
    settle()
    assert hidden.body.rows.isVisible()
    assert page.flow.counts == {Verdict.NEW: 2}
    with qtbot.waitSignal(page.flow.planned):
        hidden.take.click()
    settle()
    assert not hidden.body.isVisible()
    assert page.flow.counts == {Verdict.NEW: 1}


def test_the_list_that_is_looked_at_gives_way_when_it_is_empty(
    page: ImportPage, take: Take, qtbot: QtBot, settle: Settle
) -> None:
    (card,) = take("Customer\tMRR\tStart\nNorthwind\tx\t2024-01-01\nAlder\t80\t2024-01-01\n")
    card.body.verdicts[Verdict.REFUSED].click()
    with qtbot.waitSignal(page.flow.planned):
        page.flow.mend(0, 2, 1, "90")
    settle()
    assert card.body.verdicts[Verdict.NEW].isChecked()


def test_files_of_one_name_are_told_apart(
    page: ImportPage, take: Take, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    paths = []
    for name, mrr in (("Northwind", 100), ("Alder", 200)):
        folder = tmp_path / name
        folder.mkdir()
        path = folder / "tickets.csv"
        path.write_text(f"Customer,MRR,Start\n{name},{mrr},2024-01-01\n", encoding="utf-8")
        paths.append(path)
    again = tmp_path / "again.csv"
    again.write_bytes(paths[0].read_bytes())
    take([paths[0], again, paths[1]])
    assert [one.found.file for one in page.flow.candidates] == ["tickets.csv", "tickets (2).csv"]
    assert "again.csv" in page._notice.text(), "the same content twice is one table"
    with qtbot.waitSignal(page.flow.applied):
        page._bar.apply.click()
    settle()
    model = page._history._model
    batches = [model.rows_shown()[row] for row in range(model.rowCount())]
    assert {batch.file: batch.counts[Verdict.NEW] for batch in batches} == {"tickets.csv": 1, "tickets (2).csv": 1}


def test_a_formula_that_was_never_calculated_stands_where_it_is_mended(take: Take, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Customer", "MRR", "Start"], ["Northwind", "=40*3", "2024-01-01"], ["#VALUE!", 80, "2024-01-01"]):
        book.active.append(row)
    book.active["A3"].data_type = "e"
    book.save(tmp_path / "formulas.xlsx")
    (card,) = take([tmp_path / "formulas.xlsx"])
    around = card.body.troubles.around.model()
    shown = {(row, of): around.index(row, of).data() for row in range(3) for of in range(around.columnCount())}
    assert shown[1, 2] == "=40*3"
    # The error keeps the row out: of its two troubles that is the one that is told.
    column = around.columns[1]  # type: ignore[attr-defined]
    assert column.tone(around.rows_shown()[2]) is Tone.BAD  # type: ignore[attr-defined]


def test_use_without_a_day_is_of_the_month_that_is_chosen_and_that_is_not_remembered(
    page: ImportPage, take: Take, qtbot: QtBot, settle: Settle
) -> None:
    use = "Company\tSessions\tActive users\nNorthwind\t210\t37\nAlder\t201\t35\n"
    (card,) = take(use)
    (box,) = card.body.findings.findChildren(ChoiceBox)
    assert box.key == "unknown"
    months = [box.itemData(at) for at in range(1, box.count())]
    assert len(months) == 24
    with qtbot.waitSignal(page.flow.planned):
        box.setCurrentIndex(2)
    settle()
    (box,) = card.body.findings.findChildren(ChoiceBox)
    assert box.key == months[1]
    plan = page.flow.plan
    assert plan is not None
    days = {str(draft.values["on_date"])[:7] for draft in plan.drafts if draft.kind is Kind.USE}
    assert days == {months[1]}
    with qtbot.waitSignal(page.flow.applied):
        page._bar.apply.click()
    settle()
    (card,) = take(use.replace("210", "220"))
    (box,) = card.body.findings.findChildren(ChoiceBox)
    assert box.key == "unknown", "the next file is of another month"


def test_the_keyboard_goes_to_cancel_and_back(page: ImportPage) -> None:
    page.take_focus()
    page._zone.work("Reading")
    assert page._zone._stop.hasFocus()
    page._zone.rest()
    assert page._zone.choose.hasFocus()
