"""'Where does this come from?': formula with its numbers, accounts, contract lines, and what was left out."""

from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from csdesk.metrics.measure import Evidence, Measure, Unit, Why
from csdesk.models.kinds import Language
from csdesk.models.money import TICKS
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.usecases.explain import ExplainedAccount, Explanation
from csdesk.usecases.explain_lines import ExplainedLine
from csdesk.usecases.left_out import LeftOut, WhyOut
from csdesk.wording.figures import left_out_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LINE = ExplainedLine(7, "Basic", Fraction(90_000), date(2024, 1, 1), None, "contracts.csv, row 14")


@pytest.fixture
def rate(answers: Any) -> Measure:
    shares = [np.array(share, dtype=np.int64) * TICKS for share in ([90_000, 0], [100_000, 100_000])]
    evidence = Evidence(np.array([1, 2], dtype=np.int64), *shares)
    part, whole = Fraction(90_000), Fraction(200_000)
    kept: Measure = answers.measure(
        "gross_revenue_retention", 3, Unit.FRACTION, part / whole, part=part, whole=whole, n=2, evidence=evidence
    )
    return kept


def explanation(measure: Measure) -> Explanation:
    rows = (
        ExplainedAccount(1, "株式会社サンプル", Fraction(90_000), Fraction(100_000), (LINE,)),
        ExplainedAccount(2, "Sample Works", Fraction(0), Fraction(100_000), ()),
    )
    left_out = (LeftOut(WhyOut.LEFT, tuple(f"Other {at}" for at in range(20))),)
    return Explanation(measure, rows, left_out)


@pytest.fixture
def panel(around: Any, rate: Measure, qtbot: QtBot, monkeypatch: Any) -> ExplainPanel:
    monkeypatch.setattr("csdesk.usecases.explain.explain", lambda _book, measure, _scope: explanation(measure))
    panel = ExplainPanel(around)
    qtbot.addWidget(panel)
    panel.resize(400, 760)
    panel.show()
    panel.show_measure(rate)
    qtbot.waitUntil(lambda: panel._tree.accounts.rowCount() == 2)
    return panel


def test_numbers_stand_in_the_formula(panel: ExplainPanel, around: Any) -> None:
    text = panel._labels["formula"].text()
    japanese = around.window.language is Language.JA
    for number in ("¥90,000", "¥200,000") if japanese else ("$900.00", "$2,000.00"):
        assert number in text
    assert "45.0%" in text
    assert panel._labels["figure"].text() == "45.0%"
    assert "n = 2" in panel._labels["note"].text()
    assert ("2022年4月" if japanese else "Apr 2022") in panel._labels["name"].text()


def test_accounts_open_into_lines_with_their_source(panel: ExplainPanel) -> None:
    model = panel._tree.accounts
    first = model.index(0, 0, QModelIndex())
    assert first.data() == "株式会社サンプル"
    assert model.rowCount(first) == 1
    line = model.index(0, 0, first)
    assert "contracts.csv, row 14" in line.data()
    assert line.parent() == first
    assert model.rowCount(line) == 0
    assert model.rowCount(model.index(1, 0, QModelIndex())) == 0


def test_an_account_is_opened_from_its_row_or_its_line(panel: ExplainPanel, around: Any, qtbot: QtBot) -> None:
    tree, model = panel._tree, panel._tree.accounts
    tree.expandAll()
    tree.setCurrentIndex(model.index(0, 0, model.index(0, 0, QModelIndex())))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    tree.setCurrentIndex(model.index(1, 0, QModelIndex()))
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert around.window.accounts == [1, 2]


def test_accounts_left_out_are_counted_and_named(panel: ExplainPanel) -> None:
    text = panel._labels["out"].text()
    assert "20" in text
    assert "Other 0" in text
    assert "Other 19" not in text
    assert "+14" in text
    assert left_out_text(WhyOut.LEFT, panel._language) in text


def test_rows_are_copied_with_their_sources(panel: ExplainPanel) -> None:
    panel.copy_rows()
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert len(rows) == 3
    assert {len(row) for row in rows} == {6}
    assert rows[1][-1] == "contracts.csv, row 14"
    assert rows[2][3:] == ["", "", ""]


def test_a_figure_made_of_figures_leads_on_to_them(
    panel: ExplainPanel, answers: Any, rate: Measure, qtbot: QtBot, monkeypatch: Any
) -> None:
    parts = {"ltv": (rate,)}
    monkeypatch.setattr(
        "csdesk.usecases.explain.explain",
        lambda _book, measure, _scope: Explanation(measure, (), (), parts=parts.get(measure.metric, ())),
    )
    panel.show_measure(answers.measure("ltv", 3, Unit.MONEY, Fraction(5_000_000), why=Why.LOWER_BOUND))
    qtbot.waitUntil(lambda: panel._made_from.count() == 1)
    link = panel._made_from.itemAt(0).widget()
    assert "45.0%" in link.text()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel._labels["figure"].text() == "45.0%")


def test_escape_closes(panel: ExplainPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_a_change_of_the_book_closes_what_it_made_stale(panel: ExplainPanel, around: Any) -> None:
    around.desk.changed.emit(object())
    assert panel.isHidden()
