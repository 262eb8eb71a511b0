"""Days of a column that tells no year at all: by another day of the row, else the last such days before the import."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.intake.matching import match_tables
from csdesk.intake.matching.records.years_beside import YearsBeside
from csdesk.intake.shapes import FoundTable, MatchedTable
from csdesk.intake.values.dates import Yearless, read_date, with_year
from csdesk.models.kinds import Language
from csdesk.models.problems import Reason

Make = Callable[..., FoundTable]
AS_OF = date(2026, 11, 29)


@pytest.fixture
def read(table: Make) -> Callable[..., MatchedTable]:
    """A table matched on a day, from lines whose cells are parted by bars."""

    def make(*lines: str, as_of: date | None = AS_OF, context: str = "") -> MatchedTable:
        headings, *rows = [line.split("|") for line in lines]
        found = table(headings, rows, context=context)
        return match_tables([found], language=Language.EN, currency="GBP", as_of=as_of)[0]

    return make


TOUCHES = ("Company|CSM|MRR|Last contact", "Elm Ltd|Kim|100|11/29", "Fir Ltd|Kim|200|11/30")


def days(matched: MatchedTable, field: str) -> list[object]:
    return [record.values.get(field) for record in matched.records]


def test_last_touches_are_of_the_last_year(read: Callable[..., MatchedTable]) -> None:
    matched = read(*TOUCHES)
    assert days(matched, "touch.last_at") == [date(2026, 11, 29), date(2025, 11, 30)]
    said = [problem for problem in matched.problems if problem.reason is Reason.YEAR_TAKEN]
    assert [problem.seen for problem in said] == ["11/29", "11/30"]
    assert not any(problem.refuses for problem in said)


def test_a_day_beyond_twelve_tells_the_order(read: Callable[..., MatchedTable]) -> None:
    day_first = read(TOUCHES[0], "Elm Ltd|Kim|100|29/11", "Fir Ltd|Kim|200|05/11")
    assert days(day_first, "touch.last_at") == [date(2026, 11, 29), date(2026, 11, 5)]


def test_a_sheet_that_says_when_it_is_of_is_read_by_that(read: Callable[..., MatchedTable]) -> None:
    matched = read(*TOUCHES, context="As of 2024-12-01")
    assert days(matched, "touch.last_at") == [date(2024, 11, 29), date(2024, 11, 30)]


def test_the_end_of_a_month_is_a_day_of_the_year_around(read: Callable[..., MatchedTable]) -> None:
    rows = "A社|2026/12/31|100", "B社|12月末|200", "C社|2027/1/31|100", "D社|2月末|200"
    matched = read("会社名|契約満了日|MRR", *rows)
    assert days(matched, "contract.renewal")[1::2] == [date(2026, 12, 31), date(2027, 2, 28)]
    said = [(one.place.row, one.refuses) for one in matched.problems if one.reason is Reason.YEAR_TAKEN]
    assert said == [(3, False), (5, False)]


def test_without_a_day_of_import_nothing_is_made_up(read: Callable[..., MatchedTable]) -> None:
    matched = read(*TOUCHES, as_of=None)
    assert days(matched, "touch.last_at") == [None, None]


def test_a_renewal_of_no_year_stays_unread(read: Callable[..., MatchedTable]) -> None:
    matched = read("Company|MRR|Start|Renewal date", "Elm Ltd|100|2024-01-01|12/31", "Fir Ltd|200|2024-03-01|2/28")
    assert days(matched, "contract.renewal") == [None, None]


def test_what_was_paid_is_near_the_day_it_was_due(read: Callable[..., MatchedTable]) -> None:
    matched = read(
        "Invoice no|Customer|Invoice date|Due|Paid on|Total",
        "1|Elm Ltd|2024-12-01|2024-12-31|3 Jan|100",
        "2|Fir Ltd|2024-12-05|2025-01-04|20 Dec|200",
    )
    assert days(matched, "invoice.paid_on") == [date(2025, 1, 3), date(2024, 12, 20)]


def test_the_years_of_neighbours_stand_above_all(read: Callable[..., MatchedTable]) -> None:
    matched = read(TOUCHES[0], "Oak Ltd|Kim|50|2022-11-20", *TOUCHES[1:])
    assert days(matched, "touch.last_at")[1:] == [date(2022, 11, 29), date(2022, 11, 30)]


@given(as_of=st.dates(date(1990, 1, 1), date(2100, 1, 1)), day=st.dates(date(2001, 1, 1), date(2001, 12, 31)))
def test_the_last_such_day_is_within_a_year(as_of: date, day: date) -> None:
    found = YearsBeside((), as_of).day(Yearless(day.month, day.day), 0)
    assert found is not None
    assert (found.month, found.day) == (day.month, day.day)
    assert 0 <= (as_of - found).days <= 365


def test_a_day_that_neither_year_has_is_none() -> None:
    assert YearsBeside((), date(2027, 3, 1)).day(Yearless(2, 29), 0) is None


@pytest.mark.parametrize("text", ["8/0", "8月0日", "13月末", "0月末"])
def test_no_such_day_or_month_is_refused(text: str) -> None:
    assert read_date(text) is Reason.NOT_A_DATE


def test_the_last_day_of_a_month_is_that_of_its_year() -> None:
    assert with_year(Yearless(2, 0), date(2024, 1, 15)) == date(2024, 2, 29)
    assert with_year(Yearless(2, 0), date(2027, 1, 31)) == date(2027, 2, 28)
    assert with_year(Yearless(12, 0), date(2027, 1, 31)) == date(2026, 12, 31)
