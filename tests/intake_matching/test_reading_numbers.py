"""Numbers and money: every way of writing them, exact or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.intake.values.numbers import PLAIN, Mark, NumberStyle, currency_of, exact, number_style, read_number
from csdesk.models.problems import Reason

READ = [
    ("0", "0"),
    ("7", "7"),
    ("1234", "1234"),
    ("-5", "-5"),
    ("+5", "5"),
    ("007", "7"),
    ("1,234", "1234"),
    ("1,234.56", "1234.56"),
    ("1,234,567", "1234567"),
    ("12,345,678.90", "12345678.90"),
    ("0.5", "0.5"),
    (".5", "0.5"),
    ("5.", "5"),
    ("1 234", "1234"),
    ("1 234.5", "1234.5"),
    ("1\u00a0234", "1234"),
    ("1\u202f234\u202f567", "1234567"),
    ("1'234.50", "1234.50"),
    ("1’234", "1234"),
    ("1,00,000", "100000"),
    ("12,34,567", "1234567"),
    ("(1,234)", "-1234"),
    ("(¥1,234)", "-1234"),
    ("△1,000", "-1000"),
    ("▲ 500", "-500"),
    ("−12", "-12"),
    ("－１２", "-12"),
    ("1,234-", "-1234"),
    ("¥1,234-", "1234"),
    ("￥1,234－", "1234"),
    ("-¥1,234-", "-1234"),
    ("1,234.-", "1234"),
    ("\\12,000", "12000"),
    ("\\12,000-", "12000"),
    ("¥-1,000", "-1000"),
    ("-¥1,000", "-1000"),
    ("△¥3,000", "-3000"),
    ("-$12.50", "-12.50"),
    ("¥12,000", "12000"),
    ("￥12,000", "12000"),
    ("12,000円", "12000"),
    ("１２，３４５円", "12345"),
    ("$1,249.50", "1249.50"),
    ("US$5", "5"),
    ("€ 99", "99"),
    ("99 €", "99"),
    ("£1,000.00", "1000.00"),
    ("JPY 5000", "5000"),
    ("5000 JPY", "5000"),
    ("USD 12.34", "12.34"),
    ("12.34 usd", "12.34"),
    ("₩10,000", "10000"),
    ("1.5万", "15000"),
    ("120万", "1200000"),
    ("120万円", "1200000"),
    ("1億2,000万", "120000000"),
    ("1.5億円", "150000000"),
    ("3千円", "3000"),
    ("50千円", "50000"),
    ("12百万円", "12000000"),
    ("2千万円", "20000000"),
    ("3万5,000円", "35000"),
    ("5k", "5000"),
    ("5K", "5000"),
    ("1.2M", "1200000"),
    ("$1.2M", "1200000"),
    ("2 million", "2000000"),
    ("3bn", "3000000000"),
    ("1.5 thousand", "1500"),
    ("△5万", "-50000"),
    ("12%", "0.12"),
    ("12.5 %", "0.125"),
    ("１００％", "1"),
    ("-3%", "-0.03"),
    ("1e6", "1e6"),
    ("1.5E3", "1500"),
    ("2e-2", "0.02"),
    ("30,000円/月", "30000"),
    ("¥30,000／月", "30000"),
    ("$49/mo", "49"),
    ("$49 per month", "49"),
    ("600,000円/年", "600000"),
    ("10,000円（税抜）", "10000"),
    ("10,000円(税別)", "10000"),
    ("10,000円+税", "10000"),
    ("1,000 excl. VAT", "1000"),
    ("９．５", "9.5"),
]

REFUSED = [
    "",
    "abc",
    "-",
    "1,23",
    "1,2345",
    "12,34",
    "1.2.3",
    "10-20",
    "10～20",
    "50-100万",
    "約10万",
    "10万以上",
    "1万5",
    "1億5",
    "万",
    "円",
    "¥",
    "12 34",
    "1 2345",
    "10,000円(税込)",
    "10,000円（税込）",
    "2024-04-01",
    "2024/4/1",
    "4/1",
    "12:30",
    "1,234.56.78",
    "--5",
    "(5",
    "5)",
    "x5",
    "5x",
    "#REF!",
    "1,,000",
    ",5",
    "三十万",
    "1e",
    "e5",
    "12名",
    "3 users",
    "NaN",
    "inf",
    "1/2",
    "1e30",
    "9" * 30,
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_a_number_is_read_exactly(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_number_is_refused(text: str) -> None:
    assert read_number(text) is Reason.NOT_A_NUMBER


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12名", 12),
        ("3 users", 3),
        ("5席", 5),
        ("1,200件", 1200),
        ("30分", 30),
        ("2時間", 2),
        ("12ヶ月", 12),
        ("10 licenses", 10),
    ],
)
def test_a_counting_word_may_stand_behind_a_count(text: str, value: int) -> None:
    assert read_number(text, counters=True) == value


COMMA = NumberStyle(Mark.COMMA)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", "1234.56"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("0,5", "0.5"),
        ("99,90 €", "99.90"),
        ("12", "12"),
        ("1 234,5", "1234.5"),
        ("-1.234,50", "-1234.50"),
        ("(1.234)", "-1234"),
    ],
)
def test_a_column_with_decimal_commas(text: str, value: str) -> None:
    assert read_number(text, COMMA) == Decimal(value)


@pytest.mark.parametrize("text", ["1,234.56", "1.23", "12.3456"])
def test_a_decimal_point_in_a_column_with_decimal_commas_is_refused(text: str) -> None:
    assert read_number(text, COMMA) is Reason.NOT_A_NUMBER


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (["1,234.56", "12"], PLAIN),
        (["1.234,56", "12"], COMMA),
        (["1.234.567"], COMMA),
        (["12,5", "13,75"], COMMA),
        (["12.5", "13.75"], PLAIN),
        (["1,234", "5,678"], PLAIN),
        (["1 234,50"], COMMA),
        (["0.125"], PLAIN),
        (["12", "13"], PLAIN),
        (["12.5", "13,75"], PLAIN),
        (["12.5", "13,75", "1,5"], COMMA),
    ],
)
def test_the_column_settles_the_decimal_mark(texts: list[str], style: NumberStyle) -> None:
    assert number_style(texts) == style


def test_points_before_three_digits_are_refused_in_money_that_may_mean_either() -> None:
    style = number_style(["1.234", "5.678"], money=True)
    assert read_number("1.234", style) is Reason.NOT_A_NUMBER
    assert read_number("500", style) == 500


def test_points_before_three_digits_are_refused_in_money_that_is_written_both_ways() -> None:
    style = number_style(["12.5", "13,75", "1.234"], money=True)
    assert read_number("1.234", style) is Reason.NOT_A_NUMBER
    assert read_number("12.5", style) == Decimal("12.5")


def test_points_group_in_money_of_currencies_written_so() -> None:
    assert read_number("1.234", number_style(["1.234"], money=True, points_group=True)) == 1234


@pytest.mark.parametrize(
    ("text", "home", "code"),
    [
        ("¥100", "USD", "JPY"),
        ("100円", "USD", "JPY"),
        ("¥100", "CNY", "CNY"),
        ("$5", "JPY", "USD"),
        ("$5", "CAD", "CAD"),
        ("€5", "JPY", "EUR"),
        ("£5", "JPY", "GBP"),
        ("5 eur", "JPY", "EUR"),
        ("MRR (USD)", "JPY", "USD"),
        ("A$5", "JPY", "AUD"),
        ("100", "JPY", ""),
        ("abc", "JPY", ""),
        ("売上(千円)", "USD", "JPY"),
    ],
)
def test_currency_by_its_sign(text: str, home: str, code: str) -> None:
    assert currency_of(text, home) == code


def test_a_workbooks_binary_noise_is_cut() -> None:
    assert exact(0.1 + 0.2) == Decimal("0.3")
    assert exact(1234.0) == 1234


@given(st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=2))
def test_a_written_number_reads_back(number: Decimal) -> None:
    assert read_number(f"{number:,.2f}") == number
    european = f"{number:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")
    assert read_number(european, COMMA) == number
    assert read_number(f"¥{number:,}" if number >= 0 else f"△{-number:,}") == number


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    assert isinstance(read_number(text, counters=True), Decimal | Reason)
