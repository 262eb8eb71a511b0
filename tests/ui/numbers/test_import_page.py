"""The Import page: from a dropped file to one step, with every question, trouble and choice on one screen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from csdesk.book.taken import Kept
from csdesk.book.taken import Plan as TakeBackPlan
from csdesk.book.taken import Reason as TakeBackReason
from csdesk.intake.shapes import (
    Choice,
    Column,
    ColumnMatch,
    FileRefused,
    Finding,
    FoundTable,
    MatchedTable,
    Matching,
    Plan,
    PlannedRow,
    PlannedTable,
    Refusal,
    TableKind,
    Verdict,
)
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.ui.dialogs.take_back import TakeBack
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.widgets.table_card import TableCard
from csdesk.usecases.importing import ImportBatch
from csdesk.usecases.sentences import kept_sentences
from csdesk.usecases.settings import BookSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

COLUMNS = tuple(
    Column(name, f"{letter}1", letter) for name, letter in (("会社名", "A"), ("月額", "B"), ("解約日", "C"))
)
ROWS = (("株式会社サンプル", "120,000", ""), ("Sample Works", "80,000", "2024-02-30"), ("見本商事", "50,000", ""))
TABLE = FoundTable(
    file="契約.xlsx",
    sha256="00",
    sheet="契約一覧",
    hidden=False,
    range="A1:C4",
    encoding="",
    separator="",
    columns=COLUMNS,
    rows=ROWS,
    lines=(2, 3, 4),
)


class Intake:
    """Stands in for reading, matching and planning: a row is refused while its date cannot be read."""

    def __init__(self) -> None:
        self.tables: tuple[FoundTable, ...] = (TABLE,)
        self.matchings: list[tuple[Matching, ...]] = []
        self.applied: list[tuple[Plan, tuple[Matching, ...]]] = []
        self.taken_back: list[int] = []
        self.look = TakeBackPlan({Kind.ACCOUNT: 120}, ())

    def read_files(self, paths: list[Path], progress: Callable[[int, int], None]) -> tuple[FoundTable, ...]:
        progress(1, 2)
        if paths[0].name == "locked.xlsx":
            raise FileRefused(Refusal.ENCRYPTED, "locked.xlsx")
        return self.tables

    def read_pasted(self, text: str, name: str) -> tuple[FoundTable, ...]:
        return (replace(self.tables[0], file=f"{name} {len(text)}"),)

    def match_tables(
        self, found: Any, matchings: Any, _settings: Any, _progress: Any, *, as_of: date
    ) -> tuple[MatchedTable, ...]:
        assert as_of
        self.matchings.append(tuple(matchings))
        return tuple(self.match(table, wish) for table, wish in zip(found, matchings, strict=True))

    def match(self, table: FoundTable, wish: Matching) -> MatchedTable:
        fields = ("account.name", "contract.mrr", "contract.end")
        columns = tuple(
            ColumnMatch(
                column, wish.fields.get(column.heading, field), 0.6 if at else 0.98, ("a", "b"), ("contract.arr",)
            )
            for at, (column, field) in enumerate(zip(COLUMNS, fields, strict=True))
        )
        answer = wish.choices.get(Choice.END_DATE, "service")
        finding = Finding(Choice.END_DATE, answer, ("service", "renewal"), certain=False)
        problems = tuple(
            Problem(Place(table.file, table.sheet, line, "C"), "contract.end", str(row[2]), Reason.NOT_A_DATE)
            for line, row in zip(table.lines, table.rows, strict=True)
            if row[2] == "2024-02-30"
        )
        kind = wish.kind or TableKind.CONTRACTS
        return MatchedTable(table, kind, 0.93, columns, (finding,), (), problems)

    def plan_import(self, _book: object, matched: Any, as_of: date, _progress: Any, *_said: Any) -> Plan:
        assert as_of == date(2024, 12, 31)
        return Plan(tuple(self.planned(table) for table in matched), ())

    def planned(self, matched: MatchedTable) -> PlannedTable:
        bad = {problem.place.row: problem for problem in matched.problems}
        rows = tuple(
            PlannedRow(Verdict.REFUSED, Kind.CONTRACT, line, str(row[0]), (), (bad[line],))
            if line in bad
            else PlannedRow(Verdict.NEW, Kind.CONTRACT, line, str(row[0]), (("contract.mrr", None, 120_000),))
            for line, row in zip(matched.table.lines, matched.table.rows, strict=True)
        )
        return PlannedTable(matched, rows, matched.problems)

    def apply_plan(
        self, _book: object, plan: Plan, chosen: tuple[Matching, ...], _progress: Any, _same: Any
    ) -> Changes:
        self.applied.append((plan, chosen))
        return Changes(1, StepName.IMPORT, frozenset({Kind.BATCH}), frozenset(), 3, "契約.xlsx")

    def take_back(self, _book: object, step: int) -> Changes:
        self.taken_back.append(step)
        return Changes(2, StepName.IMPORT, frozenset({Kind.BATCH}), frozenset(), 3, "契約.xlsx")


@pytest.fixture
def intake(monkeypatch: Any) -> Intake:
    made = Intake()
    for name in ("read_files", "read_pasted", "match_tables", "plan_import", "apply_plan"):
        monkeypatch.setattr(f"csdesk.usecases.importing.{name}", getattr(made, name), raising=False)
    monkeypatch.setattr("csdesk.usecases.importing.remembered", lambda _book, found: tuple(Matching() for _ in found))
    monkeypatch.setattr("csdesk.usecases.known_layouts.layouts_of", lambda _book, found: (None,) * len(found))
    monkeypatch.setattr("csdesk.usecases.importing.import_batches", lambda _book: ())
    monkeypatch.setattr("csdesk.usecases.books.take_back", made.take_back)
    monkeypatch.setattr("csdesk.usecases.books.take_back_plan", lambda _book, _step: made.look)
    monkeypatch.setattr("csdesk.usecases.settings.book_settings", lambda _book: BookSettings())
    return made


@pytest.fixture
def page(intake: Intake, open_page: Callable[..., Any]) -> Any:
    assert intake.tables
    return open_page(ImportPage)


@pytest.fixture
def planned(page: Any, qtbot: QtBot) -> Any:
    with qtbot.waitSignal(page.flow.planned):
        page.take_files([Path("契約.xlsx")])
    qtbot.waitUntil(card(page).fold.isChecked)
    return page


def card(page: Any) -> TableCard:
    made: TableCard = page.cards[0]
    return made


def counts(page: Any) -> dict[Verdict, int]:
    assert page.flow.plan is not None
    return {verdict: page.flow.plan.tables[0].count(verdict) for verdict in Verdict if page.flow.plan.tables}


def test_a_newcomer_only_presses_apply(page: Any, intake: Intake, around: Any, qtbot: QtBot) -> None:
    intake.tables = (replace(TABLE, rows=(ROWS[0], ROWS[2]), lines=(2, 4)),)
    with qtbot.waitSignal(page.flow.planned):
        page.take_files([Path("契約.xlsx")])
    assert page._bar.apply.isVisible()
    assert page._bar.apply.isEnabled()
    with qtbot.waitSignal(page.flow.applied):
        qtbot.mouseClick(page._bar.apply, Qt.MouseButton.LeftButton)
    assert len(intake.applied) == 1
    assert intake.applied[0][1] == (Matching(),), "nothing was chosen by hand"
    assert around.window.said[-1][1], "the step can be undone from the toast"
    assert "契約.xlsx" in around.window.said[-1][0]
    assert page._zone.isVisible()
    assert not page.cards
    qtbot.mouseClick(page._onward.ways[0], Qt.MouseButton.LeftButton)
    assert around.window.pages == ["revenue"]


def test_a_drop_reads_files_and_text_alike(page: Any, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/somewhere/契約.xlsx")])
    with qtbot.waitSignal(page.flow.planned):
        assert page._zone.take(mime)
    page.flow.start_over()
    QGuiApplication.clipboard().setText("会社名\t月額\n見本\t1")
    with qtbot.waitSignal(page.flow.planned):
        page._zone.take_clipboard()
    assert page.flow.candidates[0].found.file.endswith(" 11")
    page.flow.start_over()
    QGuiApplication.clipboard().setText(" ")
    page._zone.take_clipboard()
    assert page._zone.isVisible()
    assert not page.flow.candidates


def test_a_refused_file_is_said_in_one_sentence(page: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.flow.stopped):
        page.take_files([Path("locked.xlsx")])
    assert "locked.xlsx" in page._zone._said.text()
    assert page._zone.choose.isVisible()


def test_trouble_comes_first_and_is_mended_in_its_cell(planned: Any, intake: Intake, qtbot: QtBot) -> None:
    troubles = card(planned).body.troubles.list
    assert troubles.isVisible()
    model = troubles.model()
    assert [model.index(0, column).data() for column in (0, 1, 3)] == ["契約一覧!C3", "Sample Works", "2024-02-30"]
    assert counts(planned)[Verdict.REFUSED] == 1
    with qtbot.waitSignal(planned.flow.planned):
        model.setData(model.index(0, 3), "2024-02-29")
    assert counts(planned)[Verdict.REFUSED] == 0
    assert planned.flow.candidates[0].found.rows[1][2] == "2024-02-29"
    assert TABLE.rows[1][2] == "2024-02-30"
    assert intake.applied == []


def test_every_count_opens_its_rows(planned: Any, qtbot: QtBot) -> None:
    shown = card(planned)
    qtbot.mouseClick(shown.body.verdicts[Verdict.NEW], Qt.MouseButton.LeftButton)
    assert shown.body.rows.sheet.isVisible()
    assert shown.body.rows.sheet.model().rowCount() == 2
    qtbot.mouseClick(shown.body.verdicts[Verdict.REFUSED], Qt.MouseButton.LeftButton)
    assert [shown.body.rows.sheet.model().index(0, column).data() for column in (0, 1)] == ["3", "Sample Works"]
    assert not shown.body.verdicts[Verdict.SAME].isEnabled()


def test_a_question_is_switched(planned: Any, intake: Intake, qtbot: QtBot) -> None:
    box = card(planned).body.findings.findChildren(QComboBox)[0]
    with qtbot.waitSignal(planned.flow.planned):
        box.setCurrentIndex(1)
    assert intake.matchings[-1][0].choices == {Choice.END_DATE: "renewal"}
    qtbot.mouseClick(planned._bar.apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(intake.applied))
    assert intake.applied[0][1][0].choices == {Choice.END_DATE: "renewal"}


def test_a_column_is_taken_for_another_field(planned: Any, intake: Intake, qtbot: QtBot) -> None:
    shown = card(planned)
    qtbot.mouseClick(shown.body.columns_switch, Qt.MouseButton.LeftButton)
    view = shown.body.columns
    view._edit_field(view.model().index(1, 3))
    box = view.findChild(QComboBox)
    offered = [box.itemData(at) for at in range(box.count())]
    assert offered[:4] == ["contract.mrr", "contract.arr", "", "skip"]
    assert "contract.start" in offered
    assert offered.index("contract.start") < offered.index("ticket.subject")
    box.setCurrentIndex(1)
    with qtbot.waitSignal(planned.flow.planned):
        box.activated.emit(1)
    assert intake.matchings[-1][0].fields == {"月額": "contract.arr"}


def test_another_kind_is_found_anew(planned: Any, intake: Intake, qtbot: QtBot) -> None:
    with qtbot.waitSignal(planned.flow.planned):
        card(planned).kind.choose(TableKind.ACCOUNTS)
    assert intake.matchings[-1] == (Matching(TableKind.ACCOUNTS),)


def test_a_table_left_out_leaves_nothing_to_apply(planned: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(planned.flow.planned):
        card(planned).take.setChecked(False)
    assert planned.flow.plan.tables == ()
    assert not planned._bar.apply.isEnabled()
    assert not card(planned).body.isVisible()


def test_hidden_sheets_stay_out_until_chosen(page: Any, intake: Intake, qtbot: QtBot) -> None:
    intake.tables = (TABLE, replace(TABLE, sheet="旧", hidden=True))
    with qtbot.waitSignal(page.flow.planned):
        page.take_files([Path("契約.xlsx")])
    assert [candidate.included for candidate in page.flow.candidates] == [True, False]
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    with qtbot.waitSignal(page.flow.planned):
        page.cards[1].take.setChecked(True)
    assert len(page.flow.plan.tables) == 2


def test_start_over_forgets_everything(planned: Any, intake: Intake, qtbot: QtBot) -> None:
    qtbot.mouseClick(planned._bar.over, Qt.MouseButton.LeftButton)
    assert not planned.cards
    assert planned.flow.plan is None
    assert planned._zone.isVisible()
    assert not intake.applied


def test_what_failed_to_be_written_stays_on_screen(planned: Any, around: Any, qtbot: QtBot, monkeypatch: Any) -> None:
    def full(*_anything: object) -> Changes:
        raise OSError("no room")

    monkeypatch.setattr("csdesk.usecases.importing.apply_plan", full)
    qtbot.mouseClick(planned._bar.apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(around.window.complaints))
    qtbot.waitUntil(planned._bar.apply.isEnabled)
    assert planned.cards


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_refused_rows_are_saved_with_their_reason(
    planned: Any, around: Any, tmp_path: Path, ending: str, qtbot: QtBot
) -> None:
    path = tmp_path / f"refused.{ending}"
    planned.files.save_refused(planned.flow.plan.tables[0], path)
    qtbot.waitUntil(lambda: bool(around.window.said))
    if ending == "csv":
        rows = [line.split(",") for line in path.read_text("utf-8-sig").splitlines()]
    else:
        from python_calamine import CalamineWorkbook

        rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert len(rows) == 2
    assert rows[0][:3] == ["会社名", "月額", "解約日"]
    assert rows[1][0] == "Sample Works"
    assert "C3" in rows[1][-1]


def test_earlier_imports_can_be_taken_back(page: Any, intake: Intake, around: Any, qtbot: QtBot) -> None:
    at = datetime(2024, 12, 1, 3, 4, tzinfo=UTC)
    page._history.show_batches((ImportBatch(7, 3, at, "tester", "契約.xlsx", {"new": 120, "refused": 2}),))
    qtbot.mouseClick(page._history.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(around.window.said))
    assert intake.taken_back == [3]
    assert around.window.said[0][1]


def test_of_very_many_rows_that_stay_only_some_are_told() -> None:
    kept = Kept(Kind.ACCOUNT, 5, "見本商事", "", TakeBackReason.EDITED)
    *told, more = kept_sentences((kept,) * 9, Language.EN, most=4)
    assert (len(told), more) == (4, "and 5 more rows")


def test_what_would_stay_is_shown_before_an_import_is_taken_back(page: Any, intake: Intake, qtbot: QtBot) -> None:
    kept = Kept(Kind.ACCOUNT, 5, "見本商事", "", TakeBackReason.EDITED)
    intake.look = TakeBackPlan({Kind.ACCOUNT: 412}, (kept,))
    at = datetime(2024, 12, 1, 3, 4, tzinfo=UTC)
    page._history.show_batches((ImportBatch(7, 3, at, "tester", "契約.xlsx", {"new": 120}),))
    for answer, taken in (("reject", []), ("accept", [3])):
        qtbot.mouseClick(page._history.back, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.window().findChild(TakeBack) is not None)
        dialog = page.window().findChild(TakeBack)
        assert dialog.lines.toPlainText() in {
            "Account: 見本商事 - has been changed since", "アカウント: 見本商事 - その後に変更されています"
        }  # fmt: skip
        getattr(dialog, answer)()
        dialog.deleteLater()
        qtbot.waitUntil(lambda: page.window().findChild(TakeBack) is None)
        qtbot.waitUntil(lambda taken=taken: intake.taken_back == taken)
