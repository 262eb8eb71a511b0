"""Reports: which period, which day, where the file went, and what is said when it cannot go there."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.models.problems import Place, Problem, Reason
from csdesk.ui.pages.reports import ReportsPage
from csdesk.usecases.scope import Scope
from csdesk.usecases.stopped import Stopped

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Packs that were recorded; there is no book, so nothing else is listed."""
    found: list[Any] = []
    for listed in ("packs_part.packs", "targets_part.target_rows", "wins_part.wins"):
        monkeypatch.setattr(f"csdesk.ui.widgets.reports.{listed}", lambda *_: ())
    monkeypatch.setattr("csdesk.usecases.reports.cover_tiles", lambda *_: ())
    monkeypatch.setattr("csdesk.usecases.packs.record_pack", lambda _book, *pack: found.append(pack))
    return found


@pytest.fixture
def page(open_page: Callable[..., Any], recorded: list[Any]) -> Any:
    assert not recorded
    page = open_page(ReportsPage)
    page.shown()
    return page


def test_a_running_period_gives_way_to_the_last_whole_one(page: Any, around: Any) -> None:
    around.window.scope = Scope.at(date(2024, 12, 20), PeriodKind.QUARTER)
    page.refresh()
    assert str(page.board.scope.period) == "2024-Q3"
    assert page.board.scope.as_of == date(2024, 9, 30)
    page.board.period.setCurrentIndex(0)
    assert page.board.scope.as_of == date(2024, 12, 20)
    assert page.board.day.text() == ("2024/12/20" if around.window.language is Language.JA else "20 Dec 2024")


def test_a_period_that_ends_today_is_offered_first(page: Any) -> None:
    assert str(page.board.scope.period) == "2024-12"
    page.board.kind.choose(PeriodKind.YEAR)
    assert str(page.board.scope.period) == "2024"
    assert page.board.period.count() == 5


def test_the_workbook_is_written_in_the_language_chosen_and_recorded(
    page: Any, around: Any, tmp_path: Path, qtbot: QtBot, monkeypatch: Any, recorded: list[Any]
) -> None:
    def board_content(_book: object, scope: Scope, language: Language, **_how: bool) -> tuple[Scope, Language]:
        return scope, language

    def write_board(
        content: tuple[Scope, Language], path: Path, progress: Callable[[int, int], None], _password: str
    ) -> None:
        progress(1, 2)
        path.write_text(f"{content[0].period} {content[1]}")

    monkeypatch.setattr("csdesk.usecases.reports.board_content", board_content)
    monkeypatch.setattr("csdesk.usecases.reports.write_board", write_board)
    page.board.language.choose(Language.JA)
    page.board.note.setText("The board")
    assert page.board.cover.about.text().startswith("2024年12月")
    page.board.write(tmp_path / "board.xlsx")
    qtbot.waitUntil(lambda: "board.xlsx" in page.board.said.text())
    assert (tmp_path / "board.xlsx").read_text() == "2024-12 ja"
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    for link in re.findall('<a href="(.*?)"', page.board.said.text()):
        page.board.said.linkActivated.emit(link)
    assert shown == [str(tmp_path / "board.xlsx"), str(tmp_path)]
    assert len(around.window.said) == 1
    qtbot.waitUntil(lambda: bool(recorded))
    assert [pack[1:] for pack in recorded] == [("board.xlsx", "The board")]


def test_texts_that_did_not_fit_are_said(page: Any, tmp_path: Path, qtbot: QtBot, monkeypatch: Any) -> None:
    cut = Problem(Place("", "Touches", 3, "H"), "touch.note", "a" * 9, Reason.TOO_LONG, refuses=False)
    monkeypatch.setattr("csdesk.usecases.export.export_content", lambda *_: None)
    monkeypatch.setattr("csdesk.usecases.export.write_export", lambda *_: (cut, cut))
    page.export.write(tmp_path / "all.xlsx")
    qtbot.waitUntil(lambda: "all.xlsx" in page.export.said.text())
    assert "2" in page.export.said.text().rpartition("</a>")[2]


def test_a_file_that_cannot_be_written_is_said_and_not_recorded(
    page: Any, tmp_path: Path, qtbot: QtBot, monkeypatch: Any, recorded: list[Any]
) -> None:
    from csdesk.usecases.saving import save_bytes

    monkeypatch.setattr("csdesk.usecases.reports.board_content", lambda *_, **_how: b"content")
    monkeypatch.setattr("csdesk.usecases.reports.write_board", lambda content, path, *_how: save_bytes(content, path))
    page.board.write(tmp_path / "no such folder" / "board.xlsx")
    qtbot.waitUntil(lambda: "board.xlsx" in page.board.said.text())
    assert "<a" not in page.board.said.text()
    assert not list(tmp_path.iterdir())
    assert not recorded


def test_a_cancelled_report_leaves_no_words_behind(page: Any, around: Any, qtbot: QtBot, monkeypatch: Any) -> None:
    def write_board(*_anything: object) -> None:
        raise Stopped

    monkeypatch.setattr("csdesk.usecases.reports.board_content", lambda *_, **_how: b"content")
    monkeypatch.setattr("csdesk.usecases.reports.write_board", write_board)
    with qtbot.waitSignal(around.desk.ended):
        page.board.write(Path("never.xlsx"))
    assert page.board.said.text() == ""
    assert not around.window.said


def test_the_company_is_kept_in_the_book(page: Any, qtbot: QtBot, monkeypatch: Any, around: Any) -> None:
    kept: list[Any] = []
    monkeypatch.setattr("csdesk.usecases.settings.book_settings", lambda _book: around.window.settings)
    monkeypatch.setattr("csdesk.usecases.settings.change_settings", lambda _book, wanted: kept.append(wanted))
    page.board.company.setText(" サンプル社 ")
    page.board.company.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [replace(around.window.settings, company="サンプル社")]
