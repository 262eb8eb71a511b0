"""Several files on the Import page: cards, columns, troubles in their sheet, and accounts that are alike."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.widgets.field_box import FieldBox
from csdesk.ui.widgets.table_card import TableCard
from csdesk.usecases.importing import Verdict
from csdesk.wording.intake import verdict_words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ACCOUNTS = "Customer\tCustomer ID\tDomain\tIndustry\nMidori Books Ltd\tC-1\tmidori.example\tRetail\n"
BAD_DATES = (
    "Customer,MRR,Start\nNorthwind,300,2024-02-30\nAlder,80,2024-02-30\nFennel,90,soon\nRowan,70,2024-03-01\n"
    "Quartz,70,2024-03-02\nHazel,70,2024-03-03\nSorrel,70,2024-03-04\n"
)

Settle = Callable[[], None]
Given = Callable[..., list[Path]]


def test_files_come_on_top_of_what_is_there(
    page: ImportPage,
    take: Callable[..., list[TableCard]],
    files: Given,
    tmp_path: Path,
) -> None:
    (one,) = files(one="Customer,MRR,Start\nNorthwind,300,2024-01-01\n")
    (two,) = files(two="Customer,MRR,Start\nAlder,300,2024-01-01\n")
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    assert len(take([one, broken])) == 1
    assert page._notice.isVisible()
    assert "broken.xlsx" in page._notice.text()
    take([two])
    assert [candidate.found.file for candidate in page.flow.candidates] == ["one.csv", "two.csv"]
    assert page.flow.counts[Verdict.NEW] == 2
    assert page._notice.isHidden(), "that was about the files before"
    take([one])
    assert len(page.cards) == 2
    assert "one.csv" in page._notice.text()
    assert page._bar.apply.isEnabled()


def test_a_choice_made_while_a_file_is_read_holds(
    page: ImportPage,
    take: Callable[..., list[TableCard]],
    files: Given,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    one, two = files(
        one="Customer,MRR,Start\nNorthwind,300,2024-01-01\n", two="Customer,MRR,Start\nAlder,1,2024-01-01\n"
    )
    take([one])
    page.take_files([two])
    page.flow.include(0, on=False)
    qtbot.waitUntil(lambda: len(page.flow.candidates) == 2 and page.flow._work is None, timeout=30_000)
    settle()
    assert [candidate.included for candidate in page.flow.candidates] == [False, True]
    assert page.flow.counts == {Verdict.NEW: 1}


def test_stopping_what_was_added_goes_back_to_the_plan(
    page: ImportPage, take: Callable[..., list[TableCard]], files: Given, settle: Settle
) -> None:
    one, two = files(
        one="Customer,MRR,Start\nNorthwind,300,2024-01-01\n", two="Customer,MRR,Start\nAlder,1,2024-01-01\n"
    )
    take([one])
    for stage in (1, 2):  # it is read, then its columns are matched
        begun: list[str] = []

        def stop(title: str, begun: list[str] = begun, stage: int = stage) -> None:
            begun.append(title)
            if len(begun) == stage:
                assert page.flow._work is not None
                page.flow._work.cancel()

        page.flow.began.connect(stop)
        page.take_files([two])
        settle()
        settle()
        page.flow.began.disconnect(stop)
        assert [candidate.found.file for candidate in page.flow.candidates] == ["one.csv"]
        assert page._bar.apply.isEnabled()


def test_many_tables_begin_folded_but_the_one_that_needs_a_person(
    take: Callable[..., list[TableCard]], files: Given, language: Language
) -> None:
    good = "Customer,MRR,Start\nNorthwind{0},300,2024-01-01\n"
    cards = take(
        files(a=good.format(1), b=BAD_DATES, c=good.format(2), d=good.format(3), e=good.format(4), f=good.format(5))
    )
    assert [card.fold.isChecked() for card in cards] == [False, True, False, False, False, False]
    assert [card._body is not None for card in cards] == [False, True, False, False, False, False], "built when opened"
    assert f"{verdict_words(Verdict.NEW, language)} 1" in cards[0]._about.text()
    cards[0].fold.click()
    assert cards[0].body.rows.sheet.isVisible()


def test_trouble_is_mended_where_it_stands(
    page: ImportPage,
    take: Callable[..., list[TableCard]],
    files: Given,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    body = take(files(bad=BAD_DATES))[0].body
    troubles = body.troubles
    assert troubles.isVisible()
    assert troubles.around.currentIndex().data() == "2024-02-30"
    shown = troubles.around.model()
    assert [shown.index(0, column).data() for column in range(4)] == ["1", "Customer", "MRR", "Start"]

    # By key to the next, and back around the end.
    troubles.list.setFocus()
    QTest.keyClick(troubles.list, Qt.Key.Key_F8)
    QTest.keyClick(troubles.list, Qt.Key.Key_F8)
    assert troubles.around.currentIndex().data() == "soon"
    assert troubles._all.isHidden()
    QTest.keyClick(troubles.list, Qt.Key.Key_F8)
    assert troubles.around.currentIndex().data() == "2024-02-30"
    QTest.keyClick(troubles.list, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert troubles.around.currentIndex().data() == "soon"
    QTest.keyClick(troubles.list, Qt.Key.Key_F8)

    # All that are like it at once; taken back at once.
    assert "2" in troubles._all.text()
    troubles.instead.setText("2024-02-29")
    with qtbot.waitSignal(page.flow.planned):
        troubles._all.click()
    settle()
    assert page.flow.counts == {Verdict.NEW: 6, Verdict.REFUSED: 1}
    with qtbot.waitSignal(page.flow.planned):
        troubles._undo.click()
    settle()
    assert page.flow.counts == {Verdict.NEW: 4, Verdict.REFUSED: 3}
    assert troubles._undo.isHidden()

    # One cell, typed over in the sheet itself.
    model = troubles.around.model()
    with qtbot.waitSignal(page.flow.planned):
        model.setData(troubles.around.currentIndex(), "2024-02-01")
    settle()
    assert page.flow.counts == {Verdict.NEW: 5, Verdict.REFUSED: 2}
    assert "2024-02-01" in [row[2] for row in page.flow.candidates[0].found.rows]
    with qtbot.waitSignal(page.flow.planned):
        troubles.instead.setText("2024-02-02")
        QTest.keyClick(troubles.instead, Qt.Key.Key_Return)
    settle()
    assert page.flow.counts == {Verdict.NEW: 6, Verdict.REFUSED: 1}


def test_headings_are_not_mended(take: Callable[..., list[TableCard]], files: Given) -> None:
    around = take(files(bad=BAD_DATES))[0].body.troubles.around
    around.model().setData(around.model().index(0, 1), "Client")
    assert around.model().index(0, 1).data() == "Customer"


def test_a_field_is_found_by_typing_in_either_language(
    take: Callable[..., list[TableCard]],
    files: Given,
    settle: Settle,
) -> None:
    body = take(files(one="Customer,Money,Start\nNorthwind,300,2024-01-01\n"))[0].body
    body.columns_switch.click()
    view = body.columns
    for typed in ("renewal", "更新日"):
        view._edit_field(view.model().index(1, 3))
        settle()
        box = view.findChildren(FieldBox)[-1]
        assert "contract.mrr" in [box.itemData(at) for at in range(box.count())]
        line = box.lineEdit()
        assert isinstance(line, QLineEdit)
        box._finder.setCompletionPrefix(box._finder.splitPath(typed)[0])
        found = box._finder.completionModel()
        fields = [box.itemData(found.mapToSource(found.index(at, 0)).row()) for at in range(found.rowCount())]
        assert "contract.renewal" in fields
        assert len(fields) < box.count() / 2
        view.closeEditor(box, box_hint())
        settle()


def test_enter_takes_the_field_that_fits_best(
    page: ImportPage, take: Callable[..., list[TableCard]], files: Given, qtbot: QtBot, settle: Settle
) -> None:
    body = take(files(one="Customer,Money,Start\nNorthwind,300,2024-01-01\n"))[0].body
    body.columns_switch.click()
    view = body.columns
    view._edit_field(view.model().index(1, 3))
    settle()
    box = view.findChildren(FieldBox)[-1]
    line = box.lineEdit()
    assert isinstance(line, QLineEdit)
    line.setText("annual recurring")
    box._finder.setCompletionPrefix(box._finder.splitPath("arr")[0])
    found = box._finder.completionModel()
    wanted = box.itemData(found.mapToSource(found.index(0, 0)).row())
    with qtbot.waitSignal(page.flow.planned):
        line.returnPressed.emit()
    settle()
    matched = page.flow.candidates[0].matched
    assert matched is not None
    assert matched.columns[1].field == wanted == "contract.arr"


def box_hint() -> object:
    from PySide6.QtWidgets import QAbstractItemDelegate

    return QAbstractItemDelegate.EndEditHint.NoHint


def test_one_column_gives_way_to_another_and_that_is_said(
    page: ImportPage,
    take: Callable[..., list[TableCard]],
    files: Given,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    body = take(files(one="Customer,Monthly fee,Price,Start\nNorthwind,300,310,2024-01-01\n"))[0].body
    with qtbot.waitSignal(page.flow.planned):
        body.field_chosen.emit(("Price", "contract.mrr"))
    settle()
    matched = page.flow.candidates[0].matched
    assert matched is not None
    assert {one.column.heading: one.field for one in matched.columns}["Price"] == "contract.mrr"
    assert {one.column.heading: one.field for one in matched.columns}["Monthly fee"] == ""
    fee = next(one for one in matched.columns if one.column.heading == "Monthly fee")
    assert "Price" in body.columns._remark(fee)


def test_accounts_that_are_alike_are_settled_side_by_side(
    page: ImportPage,
    take: Callable[..., list[TableCard]],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    take(ACCOUNTS)
    with qtbot.waitSignal(page.flow.applied, timeout=30_000):
        page._bar.apply.click()
    settle()
    text = "Customer\tDomain\tIndustry\nMidori Books GmbH\tmidori.test\tRetail\nBrand New Co\t\tBooks\n"
    body = take(text)[0].body
    alike = body.alike
    assert alike.isVisible(), "it is asked before anything else"
    assert page._cards.has_doubts
    labels = [alike._grid.itemAt(at).widget().text() for at in range(alike._grid.count())]  # type: ignore[union-attr]
    assert {"Midori Books GmbH", "Midori Books Ltd", "midori.test", "midori.example", "Retail"} <= set(labels)
    assert page.flow.counts == {Verdict.NEW: 2}
    model = alike.list.model()
    assert model.index(0, 3).data().startswith("≈"), "nothing but the likeness of the names speaks for it"
    with qtbot.waitSignal(page.flow.planned):
        QTest.keyClick(alike.list, Qt.Key.Key_1)
    settle()
    assert page.flow.counts == {Verdict.NEW: 1, Verdict.CHANGED: 1}
    assert not page._cards.has_doubts
    with qtbot.waitSignal(page.flow.planned):
        alike.all_apart.click()
    settle()
    assert page.flow.counts == {Verdict.NEW: 2}
    with qtbot.waitSignal(page.flow.planned):
        alike.all_same.click()
    settle()
    with qtbot.waitSignal(page.flow.applied, timeout=30_000):
        page._bar.apply.click()
    settle()
    assert take(text)[0].body.rows.isVisible(), "nothing is asked again"
    assert page.flow.counts == {Verdict.SAME: 2}


def test_an_account_of_another_file_is_shown_with_its_file_and_row(
    take: Callable[..., list[TableCard]], files: Given
) -> None:
    rows = "Aoba Foods,aoba.test\nMidori Books Ltd,midori.test\n"
    cards = take(files(one=f"Customer,Domain\n{rows}", two="Customer,Domain\nMidori Books GmbH,\nNew Co,new.test\n"))
    (grid,) = (card.body.alike._grid for card in cards if card.body.alike.list.model().rowCount())
    assert grid.itemAt(1).widget().text() in {"one.csv, row 3", "one.csv、3行目"}  # type: ignore[union-attr]


def test_what_could_not_be_brought_is_still_to_be_saved(
    page: ImportPage,
    take: Callable[..., list[TableCard]],
    files: Given,
    qtbot: QtBot,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take(files(bad=BAD_DATES))
    with qtbot.waitSignal(page.flow.applied, timeout=30_000):
        page._bar.apply.click()
    settle()
    assert "3" in page._zone._said.text().split("\n")[1]
    saved = tmp_path / "left.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_anything: (str(saved), ""))
    (button,) = [one for one in page._onward.findChildren(QPushButton) if one not in page._onward.ways]
    button.click()
    qtbot.waitUntil(saved.is_file)
    settle()
    text = saved.read_text("utf-8-sig")
    assert text.count("2024-02-30") == 4, "each stands in its cell and in its reason"
    saved.write_text(text.replace("2024-02-30", "2024-02-29").replace("soon", "2024-03-09"), encoding="utf-8")
    take([saved])
    assert page.flow.counts == {Verdict.NEW: 3}, "mended, it imports like the file it came from"


def test_an_example_and_an_empty_template_to_begin_with(
    page: ImportPage, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.flow.planned, timeout=30_000):
        page._zone._example.click()
    settle()
    assert page.flow.counts == {Verdict.NEW: 6}
    page.flow.start_over()
    page.files.save_template(tmp_path / "template.xlsx")
    qtbot.waitUntil((tmp_path / "template.xlsx").is_file)
    settle()


def test_a_table_of_a_page_is_pasted(page: ImportPage, qtbot: QtBot, settle: Settle) -> None:
    mime = QMimeData()
    mime.setHtml("<table><tr><th>Customer<th>MRR<th>Start<tr><td>Northwind<td>300<td>2024-01-01</table>")
    mime.setText("Customer MRR Start Northwind 300 2024-01-01")
    QGuiApplication.clipboard().setMimeData(mime)
    with qtbot.waitSignal(page.flow.planned, timeout=30_000):
        page._zone.take_clipboard()
    settle()
    assert page.flow.counts == {Verdict.NEW: 1}


def test_values_of_the_book_are_kept(
    page: ImportPage, take: Callable[..., list[TableCard]], qtbot: QtBot, settle: Settle
) -> None:
    take(ACCOUNTS)
    with qtbot.waitSignal(page.flow.applied, timeout=30_000):
        page._bar.apply.click()
    settle()
    body = take("Customer\tCustomer ID\tDomain\tIndustry\nMidori Books Ltd\tC-1\tnew.example\tFood\n")[0].body
    keep = body.rows.keep
    assert keep.isVisible()
    assert "Retail" in body.rows.sheet.model().index(0, 2).data()
    assert "Food" in body.rows.sheet.model().index(0, 2).data(), "old and new are shown"
    keep.field.choose("account.industry")
    with qtbot.waitSignal(page.flow.planned):
        keep.column.click()
    settle()
    changed = page.flow.candidates[0].planned
    assert changed is not None
    assert [change[0] for change in changed.rows[0].changes] == ["account.domain"]
    body.rows.sheet.selectRow(0)
    with qtbot.waitSignal(page.flow.planned):
        keep.rows.click()
    settle()
    assert page.flow.counts == {Verdict.SAME: 1}
    assert keep.back.isVisible(), "also where nothing changes any more"
    assert keep._said.toolTip() == keep.column.toolTip() != ""
    with qtbot.waitSignal(page.flow.planned):
        keep.back.click()
    settle()
    assert page.flow.counts == {Verdict.CHANGED: 1}
