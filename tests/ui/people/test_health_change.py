"""Why an account's health changed, asked for on its page."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton

from csdesk.models.kinds import Band, Language
from csdesk.ui.dialogs.health_change import HealthChange
from csdesk.ui.widgets.account.health import HealthCard


def test_the_account_page_tells_why(
    open_demo: Callable[..., Any], language: Language, settle: Callable[[], None]
) -> None:
    window = open_demo(language)
    listed = window.open_page("accounts")
    settle()
    window.open_account(next(row.id for row in listed.model.rows_shown() if row.band is not Band.UNKNOWN))
    settle()
    card = window.findChild(HealthCard)
    next(one for one in card.findChildren(QPushButton) if one.text() in {"Why did it change?", "変化の理由"}).click()
    settle()
    dialog = window.findChild(HealthChange)
    assert dialog.isVisible()
    assert "→" in dialog.said.text()
    steps = dialog.chart.shown.drawn.table[1:]
    (_, first), *moves, (_, last) = steps
    assert round(first + sum(points for _, points in moves), 1) == last
    dialog.first.line.setText("2023-01-01")
    settle()
    assert dialog.chart.shown.drawn.table[1][1] != first or dialog.chart.shown.table[1:] != steps
    dialog.first.line.setText("2099-01-01")
    settle()
    assert dialog.said.text() in {"The first day lies behind the last one.", "開始日が終了日より後になっています。"}
