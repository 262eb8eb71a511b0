"""Dates, months and moments: every form, read or refused, never shifted."""

# ruff: noqa: DTZ001 - moments as a sheet writes them, without a zone

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.intake.values.date_orders import order_votes
from csdesk.intake.values.dates import Dated, DateOrder, DateStyle, OpenEnd, Yearless, read_date, serial_date, with_year
from csdesk.models.problems import Reason

APRIL = date(2024, 4, 1)
DAYS = [
    "2024-04-01",
    "2024/4/1",
    "2024/04/01",
    "2024.4.1",
    "2024.04.01",
    "4/1/2024",
    "04/01/2024",
    "4-1-2024",
    "20240401",
    "2024年4月1日",
    "２０２４年４月１日",
    "2024年04月01日",
    "2024 年 4 月 1 日",
    "令和6年4月1日",
    "令和６年４月１日",
    "R6.4.1",
    "R6/4/1",
    "r06.04.01",
    "R6年4月1日",
    "令6.4.1",
    "2024/4/1(月)",
    "2024年4月1日(月)",
    "2024年4月1日（月）",
    "2024年4月1日 月曜日",
    "Mon, 1 Apr 2024",
    "Monday, April 1, 2024",
    "1 Apr 2024",
    "1 April 2024",
    "1st April 2024",
    "April 1, 2024",
    "Apr 1, 2024",
    "Apr 1st, 2024",
    "April 1 2024",
    "1-Apr-2024",
    "1-Apr-24",
    "01-APR-24",
    "2024-Apr-01",
    "2024 Apr 1",
    "1.4.2024",
    "01.04.2024",
    "1.4.24",
    "45383",
    "  2024-04-01  ",
    "2024-4-1",
    "24年4月1日",
    "1/Apr/2024",
]


@pytest.mark.parametrize("text", DAYS)
def test_first_of_april_in_every_form(text: str) -> None:
    seen = read_date(text)
    assert isinstance(seen, Dated)
    assert (seen.day, seen.last, seen.note) == (APRIL, None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("平成31年4月30日", date(2019, 4, 30)),
        ("H31.4.30", date(2019, 4, 30)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R1.5.1", date(2019, 5, 1)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("S63.12.31", date(1988, 12, 31)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("大正15年12月24日", date(1926, 12, 24)),
        ("H1/1/8", date(1989, 1, 8)),
        ("2024-02-29", date(2024, 2, 29)),
        ("31.12.2024", date(2024, 12, 31)),
        ("12/31/2024", date(2024, 12, 31)),
        ("31-Dec-99", date(1999, 12, 31)),
        ("2024年4月末", date(2024, 4, 30)),
        ("2024年2月末日", date(2024, 2, 29)),
        ("令和6年4月末", date(2024, 4, 30)),
    ],
)
def test_other_days(text: str, day: date) -> None:
    seen = read_date(text)
    assert isinstance(seen, Dated)
    assert seen.day == day
    assert seen.note is None


@pytest.mark.parametrize(
    "text",
    [
        "2024-04",
        "2024/4",
        "2024/04",
        "2024.4",
        "202404",
        "2024年4月",
        "令和6年4月",
        "R6.4",
        "R6/4",
        "Apr-24",
        "Apr 2024",
        "April 2024",
        "Apr-2024",
        "Apr '24",
        "Apr.24",
        "04/2024",
        "4/2024",
        "2024 Apr",
        "2024-Apr",
        "APR/24",
    ],
)
def test_a_month_is_its_first_day_and_knows_its_last(text: str) -> None:
    seen = read_date(text)
    assert isinstance(seen, Dated)
    assert (seen.value, seen.last) == (APRIL, date(2024, 4, 30))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2024 Q1", date(2024, 1, 1)),
        ("2024-Q2", date(2024, 4, 1)),
        ("Q3 2024", date(2024, 7, 1)),
        ("2024年第4四半期", date(2024, 10, 1)),
        ("FY2024 Q1", date(2024, 4, 1)),
        ("FY24 Q4", date(2025, 1, 1)),
        ("Q2 FY2024", date(2024, 7, 1)),
        ("2024年度第1四半期", date(2024, 4, 1)),
        ("2024年度Q4", date(2025, 1, 1)),
    ],
)
def test_quarters_by_the_calendar_and_by_the_fiscal_year(text: str, first: date) -> None:
    seen = read_date(text, DateStyle(fiscal_start=4))
    assert isinstance(seen, Dated)
    assert seen.value == first
    assert seen.last is not None
    assert (seen.last - first).days in {89, 90, 91}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-01-15 09:30", datetime(2024, 1, 15, 9, 30)),
        ("2024-01-02T03:04:05", datetime(2024, 1, 2, 3, 4, 5)),
        ("2024-01-02T03:04:05.678", datetime(2024, 1, 2, 3, 4, 5)),
        ("2024/1/15 9:30:05", datetime(2024, 1, 15, 9, 30, 5)),
        ("2026/10/1 午前 9:05:00", datetime(2026, 10, 1, 9, 5)),
        ("2026/10/2 午後 10:05:01", datetime(2026, 10, 2, 22, 5, 1)),
        ("2026/10/2 午後 12:05:01", datetime(2026, 10, 2, 12, 5, 1)),
        ("2026/10/2 午前 12:05", datetime(2026, 10, 2, 0, 5)),
        ("October 2, 2026 3:04 PM", datetime(2026, 10, 2, 15, 4)),
        ("1/5/2026 12:00 AM", datetime(2026, 1, 5, 0, 0)),
        ("2026年10月1日 15時04分", datetime(2026, 10, 1, 15, 4)),
        ("2026年10月1日15:04", datetime(2026, 10, 1, 15, 4)),
        ("20260819101112", datetime(2026, 8, 19, 10, 11, 12)),
        ("1 Apr 2024 15:00", datetime(2024, 4, 1, 15)),
        ("1711929600", datetime(2024, 4, 1)),
        ("45383.5", datetime(2024, 4, 1, 12)),
    ],
)
def test_moments_stay_as_written(text: str, moment: datetime) -> None:
    seen = read_date(text)
    assert isinstance(seen, Dated)
    assert seen.value == moment


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2024-04-01T00:30:00+09:00", datetime(2024, 3, 31, 15, 30)),
        ("2024-04-01 00:30 JST", datetime(2024, 3, 31, 15, 30)),
        ("2024-04-01T10:00:00Z", datetime(2024, 4, 1, 10)),
        ("2024-04-01 10:00:00 UTC", datetime(2024, 4, 1, 10)),
        ("2024/04/01 午前 0:00:15 GMT+9", datetime(2024, 3, 31, 15, 0, 15)),
        ("2024/04/01 午前 12:00:15 GMT+9", datetime(2024, 3, 31, 15, 0, 15)),
        ("2024/04/01 午後 12:01:15 GMT+9", datetime(2024, 4, 1, 3, 1, 15)),
        ("4/1/2024 10:00:00 GMT-5", datetime(2024, 4, 1, 15)),
        ("2024-04-01 10:00 UTC-3:30", datetime(2024, 4, 1, 13, 30)),
        ("2024-04-01 10:00 UTC+9", datetime(2024, 4, 1, 1)),
        ("2024-04-01 10:00:00 -0500", datetime(2024, 4, 1, 15)),
        ("2024-04-01 10:00 PST", datetime(2024, 4, 1, 18)),
    ],
)
def test_a_zone_gives_the_moment_in_utc_and_leaves_the_day(text: str, utc: datetime) -> None:
    seen = read_date(text)
    assert isinstance(seen, Dated)
    assert seen.utc == utc
    assert seen.day == APRIL


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-02-29",
        "1900-02-29",
        "2024-13-01",
        "2024-00-10",
        "2024-04-31",
        "13/13/2024",
        "abc",
        "",
        "12",
        "2024",
        "2024年",
        "令和0年1月1日",
        "10:30",
        "3月",
        "月",
        "2024-04-01 25:00",
        "2024-04-01 24:00",
        "2024-04-01 10:61",
        "0000-00-00",
        "1850-01-01",
        "3000-01-01",
        "99999",
        "1234567",
        "2024-4-1-1",
        "32 Apr 2024",
        "Foo 1, 2024",
        "2024/4/1 abc",
        "Q5 2024",
        "R6.13.1",
        "-",
        "20241301",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert read_date(text) is Reason.NOT_A_DATE


@pytest.mark.parametrize("text", ["平成32年4月1日", "H32.4.1", "昭和99年1月1日", "平成31年5月1日"])
def test_an_era_past_its_end_converts_with_a_note(text: str) -> None:
    seen = read_date(text)
    assert isinstance(seen, Dated)
    assert seen.note is Reason.ERA_PAST_END


def test_heisei_32_is_2020() -> None:
    seen = read_date("平成32年4月1日")
    assert isinstance(seen, Dated)
    assert seen.value == date(2020, 4, 1)


@pytest.mark.parametrize(
    "text", ["9999-12-31", "9999/12/31", "2999-12-31", "2099/12/31", "無期限", "ongoing", "Rolling"]
)
def test_a_far_day_is_an_open_end(text: str) -> None:
    assert read_date(text) == OpenEnd()


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("4/1/2024", DateOrder.MDY, date(2024, 4, 1)),
        ("4/1/2024", DateOrder.DMY, date(2024, 1, 4)),
        ("04-01-24", DateOrder.DMY, date(2024, 1, 4)),
        ("24/4/1", DateOrder.YMD, date(2024, 4, 1)),
        ("1.4.2024", DateOrder.MDY, date(2024, 4, 1)),
    ],
)
def test_three_small_numbers_by_the_columns_order(text: str, order: DateOrder, day: date) -> None:
    seen = read_date(text, DateStyle(order))
    assert isinstance(seen, Dated)
    assert seen.value == day


def test_only_days_past_the_twelfth_vote_for_an_order() -> None:
    assert order_votes(["4/1/2024", "4/13/2024", "14/5/2024", "2024-04-13", "31.12.2024"]) == (1, 1, 0)
    assert order_votes(["13/4/2024 10:00"]) == (0, 1, 0)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("8/7", (8, 7)),
        ("8月7日", (8, 7)),
        ("Aug 7", (8, 7)),
        ("7 Aug", (8, 7)),
        ("10.18", (10, 18)),
        ("8月末", (8, 0)),
        ("12月末日", (12, 0)),
    ],
)
def test_a_day_without_a_year_waits_for_one(text: str, seen: tuple[int, int]) -> None:
    assert read_date(text) == Yearless(*seen)


@pytest.mark.parametrize(
    ("near", "day"),
    [
        (date(2026, 8, 1), date(2026, 8, 7)),
        (date(2026, 1, 5), date(2025, 8, 7)),
        (date(2025, 12, 28), date(2025, 8, 7)),
    ],
)
def test_the_year_is_the_one_nearest_to_the_neighbour(near: date, day: date) -> None:
    assert with_year(Yearless(8, 7), near) == day


def test_the_29th_of_february_finds_a_leap_year_or_none() -> None:
    assert with_year(Yearless(2, 29), date(2023, 12, 1)) == date(2024, 2, 29)
    assert with_year(Yearless(2, 29), date(2022, 3, 1)) is None


@given(st.dates(date(1955, 1, 1), date(2098, 12, 30)))
def test_a_written_date_reads_back(day: date) -> None:
    forms = [
        f"{day:%Y-%m-%d}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%d %b %Y}",
        f"{day:%B %d, %Y}",
        f"{day:%m/%d/%Y}",
        f"{day:%Y%m%d}",
        f"{(day - date(1899, 12, 30)).days}",
    ]
    for text in forms:
        seen = read_date(text)
        assert isinstance(seen, Dated), text
        assert seen.day == day, text


@given(st.dates(date(2019, 5, 1), date(2098, 12, 30)))
def test_reiwa_reads_back(day: date) -> None:
    seen = read_date(f"令和{day.year - 2018}年{day.month}月{day.day}日")
    assert isinstance(seen, Dated)
    assert seen.day == day


@given(st.text(max_size=24), st.sampled_from(DateOrder))
def test_any_text_is_a_date_or_refused(text: str, order: DateOrder) -> None:
    assert isinstance(read_date(text, DateStyle(order)), Dated | Yearless | OpenEnd | Reason)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_serial_is_a_day_of_this_time_or_none(number: float) -> None:
    seen = serial_date(number)
    assert seen is None or (isinstance(seen, Dated) and 1954 <= seen.day.year <= 2120)
