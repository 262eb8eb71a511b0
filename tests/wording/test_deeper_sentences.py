"""The sentences of the Deeper page, with their figures, in both languages."""

from fractions import Fraction
from typing import Any

import pytest

from csdesk.metrics.comparison import Comparison, Verdict
from csdesk.metrics.measure import Measure, Unit, Why
from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.models.months import Month, Period
from csdesk.wording import deeper as say
from csdesk.wording.charts import period_name

YEAR = Period.year_to(Month.parse("2025-10"))
YEN = Currency("JPY")
EN, JA = Language.EN, Language.JA


def rate(part: int, n: int, **more: Any) -> Measure:
    base = {"low": 0.1, "high": 0.4, "n": n}
    return Measure("x", YEAR, Unit.FRACTION, Fraction(part, n), part, n, **(base | more))


NONE = Measure("x", YEAR, Unit.FRACTION, None, why=Why.NO_DATA)


def test_a_year_that_ends_with_any_month() -> None:
    assert (str(YEAR), str(YEAR.previous), str(YEAR.next.last)) == ("2024-11..2025-10", "2023-11..2024-10", "2026-10")
    assert YEAR.months[0] == Month.parse("2024-11")
    assert [period_name(YEAR, language) for language in (EN, JA)] == ["12 months to Oct 2025", "2025年10月までの12か月"]


def test_who_expanded() -> None:
    assert say.expanded_sentence(rate(11, 41), EN) == (
        "11 of 41 customers expanded in the 12 months to Oct 2025: 26.8% (95% 10.0% to 40.0%)."
    )
    assert say.expanded_sentence(rate(1, 9), EN).endswith(" Fewer than ten: too few to compare.")
    assert say.expanded_sentence(rate(11, 41), JA) == (
        "2025年10月までの12か月に拡大した顧客は、41社中11社（26.8%、95%区間10.0%～40.0%）です。"
    )
    assert say.expanded_sentence(NONE, EN) == "Nothing is recorded that this could be made from."


def test_where_churn_is_highest() -> None:
    higher = Comparison(0.3, 0.05, 0.5, Verdict.HIGHER, 0.2)
    rows = [("Food", rate(6, 12), higher), ("Books", rate(2, 20), None)]
    assert say.industry_sentence(rows, 2, EN) == (
        "Churn is highest in Food: 6 of 12 customers left in the 12 months to Oct 2025, 50.0% (95% 10.0% to 40.0%). "
        "Against all others: higher: +5.0 to +50.0 pt. 2 with fewer than ten customers are not ranked."
    )
    assert "10社未満の2業種は順位の対象外です。" in say.industry_sentence(rows, 2, JA)
    assert "Against all others: –." in say.industry_sentence(rows[1:], 0, EN)
    assert say.industry_sentence([], 3, EN).startswith("No industry had ten customers")


def test_products_are_compared_where_two_have_enough() -> None:
    rows = [("Base", rate(90, 100)), ("Plus", rate(120, 100)), ("Old", rate(50, 100))]
    assert say.product_sentence(rows, EN) == (
        "NRR over the 12 months to Oct 2025 is lowest for Old (50.0%) and highest for Plus (120.0%)."
    )
    assert say.product_sentence(rows[:1], EN).startswith("Fewer than two products")


@pytest.mark.parametrize(
    ("value", "words"),
    [(Fraction(91, 10), "fell by 9.1 points"), (-2, "rose by 2.0 points"), (0, "fell by 0.0 points")],
)
def test_what_first_renewals_did_to_discounts(value: Any, words: str) -> None:
    measure = Measure("x", YEAR, Unit.PERCENTAGE_POINTS, value, n=12, low=-1, high=20)
    assert say.cut_sentence(measure, EN) == (
        f"At the first renewal the discount {words} on average (n = 12, 95% −1.0 to +20.0)."
    )
    few = Measure("x", YEAR, Unit.PERCENTAGE_POINTS, value, n=3)
    assert say.cut_sentence(few, EN).endswith("(n = 3). Fewer than ten: too few to compare.")
    assert "（n = 12、95%区間−1.0～+20.0）" in say.cut_sentence(measure, JA)
    assert say.cut_sentence(NONE, JA) == "計算のもとになるデータがありません。"
    assert say.points_text(Fraction(0)) == "±0.0"


def test_size_fit_referrals_and_discounts() -> None:
    size = Measure("x", YEAR, Unit.RATIO, Fraction(7, 5), n=12)
    assert say.size_sentence(size, YEN, EN) == (
        "Customers of three years and longer pay 1.4× what they paid in their first month (n = 12)."
    )
    assert say.size_sentence(NONE, YEN, EN) == say.fit_sentence(NONE, YEN, EN)
    poor = Measure("x", YEAR, Unit.FRACTION, Fraction(3, 10), 300, 1000, n=7)
    assert say.fit_sentence(poor, YEN, EN) == (
        "30.0% of the MRR that left in the 12 months to Oct 2025 was of customers who are a poor fit (¥300 of ¥1,000)."
    )
    mrr, share = Measure("x", YEAR, Unit.MONEY, 500, n=4), rate(1, 20)
    assert say.referral_sentence(mrr, share, YEN, EN) == (
        "4 paying customers were brought by others; they pay ¥500 a month, 5.0% of MRR."
    )
    assert say.discount_sentence(mrr, share, YEN, EN) == (
        "¥500 a month is given away as discounts: 5.0% of list prices, on 4 accounts."
    )
    nothing = Measure("x", YEAR, Unit.MONEY, 0, n=0)
    assert say.referral_sentence(nothing, NONE, YEN, EN).startswith("No customer is recorded")
    assert say.discount_sentence(nothing, NONE, YEN, JA) == "適用中の値引きはありません。"
