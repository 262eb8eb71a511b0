"""Users over time as a drawing: empty, with gaps, and what it says about itself."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from csdesk.charts.paper import picture
from csdesk.charts.records import DayPoint, Point
from csdesk.charts.style import Style
from csdesk.charts.users import draw_active_users, draw_daily_users, draw_two_attritions
from csdesk.models.months import Month, Period


def points(*values: int | Fraction | None) -> tuple[Point, ...]:
    first = Month.parse("2025-01")
    last = len(values) - 1
    return tuple(Point(Period(first + at), value, complete=at < last) for at, value in enumerate(values))


@pytest.mark.parametrize("values", [(), (None, None), (3,), (0, 0), (5, None, 8)])
def test_users_are_drawn(style: Style, values: tuple[int | None, ...]) -> None:
    line = points(*values)
    made = picture(lambda axes, of: draw_active_users(axes, of, line, line), style, 500, 240)
    known = any(value is not None for value in values)
    assert bool(made.boxes) is known
    assert len(made.drawn.table) == len(values) + 1


def test_both_attritions_are_told(style: Style) -> None:
    users, logos = points(None, Fraction(1, 4), Fraction(1, 2)), points(Fraction(1, 10), None, Fraction(0))
    made = picture(lambda axes, of: draw_two_attritions(axes, of, users, logos), style, 500, 240)
    assert [row[1:] for row in made.drawn.table[1:]] == [(None, 0.1), (0.25, None), (0.5, 0.0)]
    last = made.drawn.spots[-1]
    assert (last.series, last.index) == ("two_attritions", 2)
    assert "50.0%" in last.text
    assert "0.0%" in last.text
    assert "–" in made.drawn.spots[1].text


@pytest.mark.parametrize("count", [0, 1, 6, 91])
def test_each_day_has_its_users(style: Style, count: int) -> None:
    days = [DayPoint(date(2025, 1, 4) + timedelta(days=at), at % 5, at % 5 + 1) for at in range(count)]
    made = picture(lambda axes, of: draw_daily_users(axes, of, days), style, 900, 180)
    assert [row[1:] for row in made.drawn.table[1:]] == [(at % 5, at % 5 + 1) for at in range(count)]
    assert [spot.index for spot in made.drawn.spots] == list(range(count))
    if count > 1:
        assert made.drawn.spots[1].text.splitlines()[1:] != made.drawn.spots[0].text.splitlines()[1:]
