"""Bars of reasons: an outline for those nobody knows, accounts and MRR in what is said and copied."""

from dataclasses import replace
from fractions import Fraction

import pytest
from matplotlib.figure import Figure

from csdesk.charts.fonts import shipped_font
from csdesk.charts.reasons import draw_reasons
from csdesk.charts.style import Style
from csdesk.metrics.measure import Measure, Unit
from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.models.months import Month, Period, PeriodKind

YEAR = Period.holding(Month.parse("2024-01"), PeriodKind.YEAR)
EN, JA = (Style(lang, Currency("JPY"), dark=lang is Language.JA) for lang in (Language.EN, Language.JA))


@pytest.fixture(autouse=True)
def _font() -> None:
    shipped_font()


def reason(name: str, n: int) -> tuple[Measure, Measure]:
    accounts = Measure("churn_by_reason", YEAR, Unit.FRACTION, Fraction(n, 4), n, 4, 4, 0.1, 0.9, group=name)
    return accounts, replace(accounts, metric="churned_mrr_by_reason", part=n * 1_000, whole=4_000, low=None, high=None)


def test_bars_are_accounts_and_the_unknown_an_outline() -> None:
    axes = Figure().add_subplot()
    told = draw_reasons(axes, EN, YEAR, (reason("rival", 3), reason("", 1)))
    known, unknown = axes.patches
    assert (known.get_width(), unknown.get_width()) == (3, 1)  # type: ignore[attr-defined]
    assert known.get_facecolor()[3] == 1
    assert unknown.get_facecolor()[3] == 0
    assert [text.get_text() for text in axes.texts] == ["3 · ¥3,000 · 75%", "1 · ¥1,000 · 25%"]
    assert told.title.endswith(" · 2024")
    assert told.spots[1].text == "Reason unknown\nAccounts 1 / 4\nMRR ¥1,000"
    assert [(spot.series, spot.index) for spot in told.spots] == [("reason", 0), ("reason", 1)]
    assert told.table[1] == ("Another vendor", 3, 3000.0, 0.75, 0.1, 0.9)
    japanese = draw_reasons(Figure().add_subplot(), JA, YEAR, (reason("rival", 3),))
    assert japanese.spots[0].text.startswith("他社への乗り換え\n")


def test_a_reason_of_another_period_has_no_bar_and_nothing_is_said_to_be_so() -> None:
    axes = Figure().add_subplot()
    assert draw_reasons(axes, EN, YEAR, (reason("rival", 0),)).spots
    assert axes.get_xlim()[1] > 1
    empty = Figure().add_subplot()
    assert draw_reasons(empty, EN, YEAR, ()).spots == ()
    assert empty.texts[0].get_text() == "Nothing to draw yet"
