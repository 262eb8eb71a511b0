"""Tiles: nothing that can be said in full is cut, a change has a direction and a word, a row is equally high."""

from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from csdesk.metrics.measure import Measure, Unit
from csdesk.metrics.targets import against
from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.targets import Target
from csdesk.ui import theme
from csdesk.ui.pages.retention import RetentionPage
from csdesk.ui.widgets.tile import PAD, FigureTile, _fitting
from csdesk.ui.widgets.tile_row import _WIDTH as NARROWEST
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.usecases.retention import _TILES as RETENTION_TILES
from csdesk.usecases.revenue import Tile
from csdesk.wording.metrics import metric_name
from csdesk.wording.reports import WHY
from csdesk.wording.targets import aim_texts

PERIOD = Period(Month.parse("2024-03"))
NARROW, WIDE = 186, 400


def tile(note: str = "95%区間 91.6%～100.0%  n = 42", change: str = "+2.4pt", **more: Any) -> FigureTile:
    made = FigureTile()
    made.show_figure("NRR（売上継続率）", "102.5%", note=note, change=change, **more)
    return made


@pytest.mark.parametrize(
    ("width", "lines"),
    [(WIDE, [["+2.4pt better", "95%区間 91.6%～100.0%", "n = 42"]]),
     (NARROW, [["+2.4pt better"], ["95%区間 91.6%～100.0%", "n = 42"]]),
     (140, [["+2.4pt better"], ["95%区間 91.6%～100.0%"], ["n = 42"]])],
)  # fmt: skip
def test_what_has_no_room_beside_goes_below(qtbot: QtBot, width: int, lines: list[list[str]]) -> None:
    made = tile(good=True, rises=True)
    qtbot.addWidget(made)
    assert made._small_lines(width, apart=False) == lines
    assert made.lines_needed(width + 2 * PAD) == len(lines)


def test_a_period_without_room_beside_the_label_goes_below(qtbot: QtBot) -> None:
    made = tile(note="n = 42", change="", period="2024年10月")
    qtbot.addWidget(made)
    assert made._small_lines(NARROW, apart=False) == [["2024年10月", "n = 42"]]
    assert made._small_lines(WIDE, apart=False) == [["n = 42"]]
    assert made.accessibleName() == "NRR（売上継続率） · 2024年10月 102.5% n = 42"


def test_a_figure_is_made_smaller_before_it_is_cut() -> None:
    for text in ("¥1,234,567,890", "102.5%"):
        font = _fitting(text, 100, theme.FIGURE, strong=True)
        assert QFontMetrics(font).horizontalAdvance(text) <= 100
    assert _fitting("102.5%", 100, theme.FIGURE, strong=True).pixelSize() == theme.FIGURE


def rate(metric: str, value: float) -> Measure:
    return Measure(metric, PERIOD, Unit.FRACTION, value, n=42)


@pytest.mark.parametrize(
    ("metric", "before", "now", "rises", "good"),
    [
        ("logo_churn", 0.04, 0.02, False, True),
        ("logo_churn", 0.02, 0.04, True, False),
        ("net_revenue_retention", 1.0, 1.1, True, True),
        ("net_revenue_retention", 1.0, 1.0000001, None, None),
        ("net_revenue_retention", 1.0, 1.0, None, None),
    ],
)
def test_direction_and_judgement(qtbot: QtBot, metric: str, before: float, now: float, rises: Any, good: Any) -> None:
    row = TileRow(1)
    qtbot.addWidget(row)
    row.show_tiles([Tile(rate(metric, now), rate(metric, before))], Language.EN, Currency("USD"))
    (shown,) = row.findChildren(FigureTile)
    assert (shown._rises, shown._good) == (rises, good)
    assert ("better" in shown.accessibleName(), "worse" in shown.accessibleName()) == (good is True, good is False)


def test_tiles_of_a_row_are_equally_high(open_page: Any, answers: Any) -> None:
    page = open_page(RetentionPage)
    page.show_answer(answers.retention(12))
    page.resize(1000, 800)
    page.show()
    tiles = [tile for tile in page.findChildren(FigureTile) if tile.isVisible()]
    assert len({tile.height() for tile in tiles}) == 1
    assert all(tile.lines_needed(tile.width()) <= tile._lines for tile in tiles)


@pytest.mark.parametrize("language", Language)
def test_what_a_figure_is_called_and_why_there_is_none_fit_the_narrowest_tile(language: Language) -> None:
    room = NARROWEST - 2 * PAD
    advance = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance
    names = {metric_name(metric, language) for metric in RETENTION_TILES}
    notes = {words.say(language) for words in WHY.values()}
    assert {text for text in names | notes if advance(text) > room} == set()


@pytest.mark.parametrize("language", Language)
def test_a_target_and_what_is_wanting_of_it_fit_the_narrowest_tile(language: Language) -> None:
    room = NARROWEST - 2 * PAD
    advance = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance
    money = Measure("mrr", PERIOD, Unit.MONEY, Fraction(1_234_567_890_12))
    churn = rate("logo_churn", 0.9999)
    for measure, value, rising in ((money, Fraction(9_876_543_210), True), (churn, Fraction(1, 1000), False)):
        said = datetime(2024, 1, 1, tzinfo=UTC)
        target = Target(1, measure.metric, PeriodKind.MONTH, PERIOD.first, value, "", said, "s")
        aim = against(measure, target, Currency("USD"), rising_is_good=rising)
        assert aim is not None
        texts = aim_texts(aim, measure.unit, Currency("USD"), language)
        assert [text for text in texts if advance(text) > room] == []
