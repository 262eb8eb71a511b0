"""The template's row on the Reports page: chosen, filled in, told of, and gone without again."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.ui.pages.board_card import BoardCard
from csdesk.ui.widgets.reports.template_row import TemplateRow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def silent(_done: int, _all: int) -> None:
    pass


def test_a_workbook_goes_through_the_template_that_was_chosen(qtbot: QtBot, tmp_path: Path, monkeypatch: Any) -> None:
    wrote: list[Any] = []
    monkeypatch.setattr("csdesk.usecases.reports.write_board", lambda *how: wrote.append(("plain", how[1])))
    monkeypatch.setattr("csdesk.usecases.board_templates.fill_template", lambda *how: wrote.append(how[1]))
    monkeypatch.setattr("csdesk.usecases.board_templates.told", lambda _filled, _language: "3 names filled in.")
    row = TemplateRow(Language.EN, lambda: None)
    qtbot.addWidget(row)
    row.show()
    own, out = tmp_path / "own.xlsx", tmp_path / "out.xlsx"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    assert not row.without.isVisible()
    row.choose.click()
    assert (row.path, row.name.text(), row.without.isVisible()) == (own, "own.xlsx", True)
    row.writer()(None, out, silent, "")  # type: ignore[arg-type]
    row.say()
    assert (row.said.text(), row.said.isVisible()) == ("3 names filled in.", True)
    row.without.click()
    assert (row.path, row.said.isVisible()) == (None, False)
    row.writer()(None, out, silent, "")  # type: ignore[arg-type]
    assert wrote == [own, ("plain", out)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    row.choose.click()
    assert row.path is None


def test_a_template_to_begin_with_is_written_and_not_recorded(
    around: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: Any
) -> None:
    recorded: list[Any] = []
    monkeypatch.setattr("csdesk.usecases.packs.record_pack", lambda *pack: recorded.append(pack))
    monkeypatch.setattr("csdesk.usecases.reports.cover_tiles", lambda *_: ())
    monkeypatch.setattr("csdesk.usecases.reports.board_content", lambda *_, **how: how)
    monkeypatch.setattr(
        "csdesk.usecases.board_templates.write_starter", lambda content, path, _tell: path.write_text(str(content))
    )
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "starter v1.2"), ""))
    card = BoardCard(around)
    qtbot.addWidget(card)
    card.refresh()
    card.template.starter.click()
    qtbot.waitUntil(lambda: "starter v1.2.xlsx" in card.said.text())
    assert "True" in (tmp_path / "starter v1.2.xlsx").read_text()  # nothing names a customer
    assert not recorded
