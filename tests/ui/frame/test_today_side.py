"""The quarter ahead, in a sentence that fits the number of renewals."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from csdesk.ui.widgets.today_side import TodaySide


@pytest.mark.parametrize(
    ("coming", "risky", "said"),
    [
        (0, 0, "No renewal is due."),
        (1, 0, "The one renewal in the next 90 days is not at high risk."),
        (1, 1, "The one renewal in the next 90 days is at high risk."),
        (7, 1, "Of the 7 renewals in the next 90 days, one is at high risk."),
        (7, 2, "Of the 7 renewals in the next 90 days, 2 are at high risk."),
    ],
)
def test_the_quarter_ahead_in_a_sentence(qtbot: QtBot, coming: int, risky: int, said: str) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert TodaySide(parent)._sentence(coming, risky, 90, lambda _key, text: text) == said
