"""Days as people type and say them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.models.kinds import Language
from csdesk.wording.days import distance, read_day
from csdesk.wording.speech import day

THURSDAY = date(2024, 4, 18)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", date(2024, 4, 18)),
        ("今日", date(2024, 4, 18)),
        ("yesterday", date(2024, 4, 17)),
        (" Yesterday ", date(2024, 4, 17)),
        ("y", date(2024, 4, 17)),
        ("昨日", date(2024, 4, 17)),
        ("きのう", date(2024, 4, 17)),
        ("一昨日", date(2024, 4, 16)),
        ("明日", date(2024, 4, 19)),
        ("-2", date(2024, 4, 16)),
        ("−2", date(2024, 4, 16)),
        ("－２", date(2024, 4, 16)),
        ("+7", date(2024, 4, 25)),
        ("+1w", date(2024, 4, 25)),
        ("2日前", date(2024, 4, 16)),
        ("3 days ago", date(2024, 4, 15)),
        ("2週間前", date(2024, 4, 4)),
        ("3日後", date(2024, 4, 21)),
        ("先週", date(2024, 4, 11)),
        ("thu", THURSDAY),
        ("28 Nov 2026", date(2026, 11, 28)),
        ("Nov. 28, 2026", date(2026, 11, 28)),
        ("1 september 2023", date(2023, 9, 1)),
        ("2026/11/28", date(2026, 11, 28)),
        ("Mon", date(2024, 4, 15)),
        ("friday", date(2024, 4, 12)),
        ("月曜", date(2024, 4, 15)),
        ("金曜日", date(2024, 4, 12)),
        ("2024-04-01", date(2024, 4, 1)),
        ("2024/4/1", date(2024, 4, 1)),
        ("2024年4月1日", date(2024, 4, 1)),
        ("20240401", date(2024, 4, 1)),
        ("２０２４－０４－０１", date(2024, 4, 1)),
        ("4/1", date(2024, 4, 1)),
        ("4月1日", date(2024, 4, 1)),
        ("12/31", date(2023, 12, 31)),
        ("2/29", date(2024, 2, 29)),
    ],
)
def test_a_day_that_was(text: str, meant: date) -> None:
    assert read_day(text, THURSDAY) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tomorrow", date(2024, 4, 19)),
        ("thu", date(2024, 4, 25)),
        ("fri", date(2024, 4, 19)),
        ("金曜", date(2024, 4, 19)),
        ("4/1", date(2025, 4, 1)),
        ("4/18", THURSDAY),
        ("2/29", date(2028, 2, 29)),
        ("in 3 days", date(2024, 4, 21)),
        ("来週", date(2024, 4, 25)),
        ("2024-04-01", date(2024, 4, 1)),
    ],
)
def test_a_day_to_come(text: str, meant: date) -> None:
    assert read_day(text, THURSDAY, ahead=True) == meant


@pytest.mark.parametrize("text", ["", "soon", "2024-02-30", "13/1", "0/5", "2024-4", "monkey", "12", "月", "-99999"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text, THURSDAY) is None


@given(st.integers(-9999, 9999))
def test_a_step_counts_from_today(days: int) -> None:
    if date.min <= THURSDAY + timedelta(days=days) <= date.max:
        assert read_day(f"{days:+}", THURSDAY) == THURSDAY + timedelta(days=days)


@given(text=st.text(max_size=12), ahead=st.booleans())
def test_anything_typed_is_a_day_or_none(*, text: str, ahead: bool) -> None:
    assert read_day(text, THURSDAY, ahead=ahead) is None or isinstance(read_day(text, THURSDAY, ahead=ahead), date)


@given(st.dates())
def test_a_day_written_out_is_that_day(day: date) -> None:
    assert read_day(day.isoformat(), THURSDAY) == day


@pytest.mark.parametrize(
    ("days", "english", "japanese"),
    [(0, "today", "今日"), (12, "in 12 d", "12日後"), (-1200, "1,200 d ago", "1,200日前")],
)
def test_distances(days: int, english: str, japanese: str) -> None:
    on = THURSDAY + timedelta(days=days)
    assert (distance(on, THURSDAY, Language.EN), distance(on, THURSDAY, Language.JA)) == (english, japanese)


def test_no_day_has_no_distance() -> None:
    assert distance(None, THURSDAY, Language.EN) == ""


@given(st.dates(date(1900, 1, 1)), st.sampled_from(Language))
def test_a_day_as_the_window_writes_it_is_understood(value: date, language: Language) -> None:
    assert read_day(day(value, language), THURSDAY) == value


def test_a_month_that_is_none_is_not_understood() -> None:
    assert read_day("28 Foo 2026", THURSDAY) is None
    assert read_day("31 Feb 2026", THURSDAY) is None
