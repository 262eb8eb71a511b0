"""The time that work still takes: silent while it would be a guess, steady while the pace sways."""

import pytest

from csdesk.ui.pace import Pace, rounded


def told(marks: list[tuple[float, int]], whole: int = 1000) -> list[float | None]:
    pace = Pace(0.0)
    return [pace.left(now, done, whole) for now, done in marks]


def test_at_an_even_pace_it_is_what_is_left_of_it() -> None:
    assert told([(n, n * 100) for n in range(1, 8)]) == [None, 8, 7, 6, 5, 4, 3]


def test_nothing_is_told_at_first_nor_at_the_end() -> None:
    assert told([(0.5, 10), (1.4, 28), (3, 1000)]) == [None, None, None]
    assert told([(5, 0)]) == [None], "nothing is done yet"
    assert told([(2, 990)]) == [None], "less than a second"


def test_a_stretch_of_another_pace_sways_it_little_but_counts_when_it_lasts() -> None:
    even = [(n / 10, n * 10) for n in range(1, 31)]
    (*_, before) = told(even)
    (*_, stumbled) = told([*even, (3.5, 301)])
    (*_, slow) = told([*even, *((3 + n / 10, 300 + n) for n in range(1, 100))])
    assert before == pytest.approx(7, abs=0.1)
    assert stumbled is not None
    assert slow is not None
    assert stumbled < 2 * 7
    assert slow > 3 * 7


def test_work_that_begins_anew_is_timed_anew() -> None:
    pace = Pace(0.0)
    pace.left(10, 900, 1000)
    assert pace.left(10.5, 1, 1000) is None
    assert pace.left(12.5, 201, 1000) == pytest.approx(8, abs=0.1)


@pytest.mark.parametrize(("seconds", "said"), [(0.2, 1), (7.4, 7), (12, 10), (13, 15), (44, 40), (200, 200)])
def test_it_is_told_in_round_figures(seconds: float, said: int) -> None:
    assert rounded(seconds) == said
