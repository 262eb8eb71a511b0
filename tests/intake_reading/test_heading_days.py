"""Rows of days, weeks or month ends that head columns, in whatever way they are written."""

from datetime import date, datetime

import pytest

from csdesk.intake.reading.cells import day_of, is_day_run
from csdesk.intake.shapes import Cell


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2024, 4, 1), date(2024, 4, 1)),
        (datetime(2024, 4, 1, 9), date(2024, 4, 1)),  # noqa: DTZ001 - cells have no zone
        ("2024/4/1", date(2024, 4, 1)),
        ("2024年4月1日", date(2024, 4, 1)),
        ("31 Jan 2024", date(2024, 1, 31)),
        ("4/1", date(2000, 4, 1)),
        ("12日", date(2000, 1, 12)),
        (45292, date(2024, 1, 1)),
        (202404, date(2024, 4, 1)),
        ("2024-02-30", None),
        ("1900", None),
        (7, None),
        (True, None),
        (None, None),
    ],
)
def test_the_day_that_a_cell_may_head(cell: Cell, day: date | None) -> None:
    assert day_of(cell) == day


@pytest.mark.parametrize(
    ("cells", "run"),
    [
        (["4/1", "4/2", "4/3"], True),
        (["4/1", "4/8", "4/15"], True),
        (["2024-04-30", "2024-05-31", "2024-06-30"], True),
        ([202311, 202312, 202401], True),
        (["4/1", "4/2"], False),
        (["4/1", "4/3", "4/9"], False),
        (["2024-04-05", "2024-05-05", "2024-06-05"], False),
    ],
)
def test_days_that_count_on(cells: list[Cell], *, run: bool) -> None:
    assert is_day_run(["Customer", *cells]) is run
