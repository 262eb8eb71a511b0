"""A measure in words: figure, change, interval and n, in both languages."""

from fractions import Fraction
from typing import Any

import pytest

from csdesk.metrics.measure import Measure, Unit, Why
from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.wording.figures import change_text, figure_text, note_text

YEN, DOLLAR = Currency("JPY"), Currency("USD")
EN, JA = Language.EN, Language.JA


def measure(unit: Unit, value: Any, **more: Any) -> Measure:
    return Measure("metric", None, unit, value, **more)


@pytest.mark.parametrize(
    ("made", "english", "japanese"),
    [
        (measure(Unit.FRACTION, Fraction(1, 20)), "5.0%", "5.0%"),
        (measure(Unit.MONEY, Fraction(12_345_678)), "¥12.3M", "1,235万円"),
        (measure(Unit.COUNT, 1234), "1,234", "1,234"),
        (measure(Unit.MONTHS, 7.25), "7.3 months", "7.3か月"),
        (measure(Unit.DAYS, 31), "31.0 days", "31.0日"),
        (measure(Unit.RATIO, Fraction(12, 5)), "2.4×", "2.4倍"),
        (measure(Unit.POINTS, 30), "30", "30"),
        (measure(Unit.PERCENTAGE_POINTS, Fraction(67, 10)), "6.7 pt", "6.7ポイント"),
        (measure(Unit.MONEY, Fraction(50_000), why=Why.LOWER_BOUND), "≥ ¥50,000", "5.0万円以上"),
        (measure(Unit.RATIO, None, why=Why.NO_LOSS), "no loss", "損失なし"),
        (measure(Unit.MONEY, None, why=Why.NO_COSTS), "–", "–"),
    ],
)
def test_figures(made: Measure, english: str, japanese: str) -> None:
    assert figure_text(made, YEN, EN, short=True) == english
    assert figure_text(made, YEN, JA, short=True) == japanese


@pytest.mark.parametrize(
    ("unit", "before", "now", "text"),
    [
        (Unit.FRACTION, Fraction(1, 20), Fraction(31, 500), "+1.2 pt"),
        (Unit.FRACTION, Fraction(1, 20), Fraction(1, 20), "±0.0 pt"),
        (Unit.MONEY, Fraction(200), Fraction(190), "−5.0%"),
        (Unit.MONEY, Fraction(0), Fraction(190), ""),
        (Unit.COUNT, 40, 45, "+5"),
        (Unit.RATIO, 2.0, 1.5, "−0.5×"),
        (Unit.PERCENTAGE_POINTS, 8, Fraction(13, 2), "−1.5 pt"),
        (Unit.MONTHS, None, 1.5, ""),
    ],
)
def test_changes(unit: Unit, before: Any, now: Any, text: str) -> None:
    assert change_text(measure(unit, now), measure(unit, before), DOLLAR, EN) == text


def test_no_change_between_figures_that_do_not_compare() -> None:
    enough, few = (measure(Unit.FRACTION, Fraction(1, 5), n=n, low=0.1, high=0.4) for n in (10, 9))
    bound = measure(Unit.FRACTION, Fraction(1, 5), why=Why.LOWER_BOUND)
    assert change_text(enough, enough, DOLLAR, EN) == "±0.0 pt"
    for now, before in ((enough, few), (few, enough), (enough, bound), (bound, enough)):
        assert change_text(now, before, DOLLAR, EN) == ""


def test_no_period_before_no_change() -> None:
    assert change_text(measure(Unit.COUNT, 1), None, DOLLAR, EN) == ""


@pytest.mark.parametrize(
    ("made", "english", "japanese"),
    [
        (
            measure(Unit.FRACTION, Fraction(1, 20), n=20, low=0.009, high=0.236),
            "95%: 0.9%–23.6%  n = 20",
            "95%区間 0.9%～23.6%  n = 20",
        ),
        (
            measure(Unit.FRACTION, Fraction(1, 7), n=7, low=0.02, high=0.5),
            "n = 7, too few to compare",
            "n = 7（少数のため比較不可）",
        ),
        (measure(Unit.FRACTION, Fraction(1, 2), n=1234), "n = 1,234", "n = 1,234"),
        (measure(Unit.MONEY, 5, n=3), "", ""),
        (measure(Unit.FRACTION, Fraction(-1, 50), why=Why.NEGATIVE_CHURN), "negative churn", "ネガティブチャーン"),
        (
            measure(Unit.MONEY, None, why=Why.NO_COSTS),
            "no costs entered: add them",
            "費用を入力してください",
        ),
        (measure(Unit.MONEY, 5, whole=3, n=3), "n = 3", "n = 3"),
        (measure(Unit.POINTS, 30, n=20, low=-4.0, high=64.0), "95%: −4–64  n = 20", "95%区間 −4～64  n = 20"),
        (measure(Unit.RATIO, None, why=Why.NO_LOSS), "", ""),
        (measure(Unit.COUNT, None), "", ""),
    ],
)
def test_notes(made: Measure, english: str, japanese: str) -> None:
    assert note_text(made, EN) == english
    assert note_text(made, JA) == japanese
