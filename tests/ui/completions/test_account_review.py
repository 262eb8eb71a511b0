"""The account review in the window: chosen, typed, seen, written, and there again the next time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.ui.dialogs.account_review import AccountReview
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.usecases.review import Part
from csdesk.usecases.tasks import TaskDraft
from tests.pdf_text import pages_of, text_of

Settle = Callable[[], None]


def opened(page: AccountPage, settle: Settle) -> AccountReview:
    page._header.review.click()
    settle()
    (dialog,) = page.findChildren(AccountReview)
    return dialog


def test_a_review_from_the_account_page(
    account_page: AccountPage,
    window: MainWindow,
    settle: Settle,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    account_page._tasks.added.emit(TaskDraft("Ours alone"))
    settle()
    dialog, out = opened(account_page, settle), tmp_path / "review.pdf"
    settle()
    assert "Ours alone" not in [line.step.title for line in dialog.steps.lines], "nobody has looked at it yet"
    take_in(dialog, "Ours alone")
    before, name = dialog.page.pixmap().toImage(), account_page._answer.row.name
    assert not before.isNull(), "the first page is shown"
    assert dialog.page.pixmap().size() == dialog.page.size()
    assert dialog.choice.period.kind is PeriodKind.QUARTER
    shown = len(dialog.steps.lines)
    dialog.parts[Part.GOALS].setChecked(False)
    dialog.language.choose(Language.JA)
    dialog.roadmap.setPlainText("6月に新しいレポート")
    dialog.steps.add.click()
    line = dialog.steps.lines[-1]
    line.title.setText("Meet again")
    line.due.line.setText("no day")
    settle()
    qtbot.waitUntil(lambda: dialog._rest.isActive() is False, timeout=20_000)
    settle()
    assert dialog.page.pixmap().toImage() != before
    dialog.write_to(out)
    assert dialog._wrong.isVisible()
    assert not out.exists()
    line.due.line.setText("2024-05-31")
    asked: list[str] = []

    def answer(_parent: object, _title: str, where: str, kinds: str, *_how: object) -> tuple[str, str]:
        asked.append(Path(where).name)
        return str(out.with_suffix("")), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    settle()
    assert asked == [f"{name} ご利用状況レビュー 2024-Q1.pdf"]
    told = text_of(out)
    assert f"{name} 御中" in pages_of(out)[0]
    for words in ("6月に新しいレポート", "Meet again", "2024/05/31"):
        assert words in told
    assert "目標と成果" not in told
    comes_again(account_page, settle, tmp_path, shown)
    window._steps.undo.trigger()
    settle()
    assert "Meet again" in [one.step.title for one in opened(account_page, settle).steps.lines]


def take_in(dialog: AccountReview, title: str) -> None:
    place = dialog.steps.ours.findText(title)
    dialog.steps.ours.setCurrentIndex(place)
    dialog.steps.ours.activated.emit(place)
    assert dialog.steps.lines[-1].step.title == title
    assert dialog.steps.ours.findText(title) == -1


def comes_again(account_page: AccountPage, settle: Settle, tmp_path: Path, shown: int) -> None:
    again = opened(account_page, settle)
    assert (again.language.key, again.roadmap.toPlainText()) == (Language.JA, "6月に新しいレポート")
    assert [one.step.title for one in again.steps.lines][-1] == "Meet again"
    assert len(again.steps.lines) == shown + 1
    again.steps.lines[-1].remove.click()
    again.write_to(tmp_path / "no folder" / "review.xlsx")
    settle()
    assert again._wrong.isVisible()
    again.write_to(tmp_path / "review.xlsx")
    settle()
    assert (tmp_path / "review.xlsx").stat().st_size > 5000
