"""Whatever a cell holds: every reader of values takes it or leaves it, and none falls over it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from csdesk.intake.values import changes, currencies, dates, durations, movements, numbers, periods, text, words
from csdesk.models.problems import Reason
from tests.thorough import examples

SIGNS = st.sampled_from(
    [*"0123456789.,-+/()%:'年月日時分〜△▲¥$k万億千円Qq① ", "令和", "R", "平成", "Apr", "FY", "\u3000", "㋃"]
)
FIGURES = st.characters(categories=["Nd", "No", "Nl"])
CELLS = st.one_of(st.text(max_size=20), st.lists(st.one_of(SIGNS, FIGURES), max_size=14).map("".join))
READERS: list[Callable[[str], Any]] = [
    numbers.read_number,
    lambda cell: numbers.read_number(cell, counters=True),
    numbers.without_included_tax,
    numbers.without_span,
    lambda cell: numbers.currency_of(cell, "JPY"),
    dates.read_date,
    durations.minutes_of,
    lambda cell: periods.period_of(cell, 4),
    currencies.pair_of,
    changes.change_of,
    movements.move_of,
    words.read_yes_no,
    words.standing,
    words.months_of,
    words.charge_of,
    text.clean_text,
]


@given(CELLS)
@example("٣٠٠")
@example("๓/๔/๒๕")
@settings(max_examples=examples(300), deadline=None)
def test_no_reader_falls_over_a_cell(cell: str) -> None:
    for read in READERS:
        read(cell)


@pytest.mark.parametrize("cell", ["1000①", "10²", "1,000¹", "12.5³", "１２⑤"])
def test_the_mark_of_a_footnote_is_no_digit(cell: str) -> None:
    assert numbers.read_number(cell) is Reason.NOT_A_NUMBER


@pytest.mark.parametrize("cell", ["2024/4/1①", "2024-04-01²", "令和6年④月1日"])
def test_the_mark_of_a_footnote_is_no_part_of_a_day(cell: str) -> None:
    assert dates.read_date(cell) is Reason.NOT_A_DATE


def test_figures_of_every_script_are_read() -> None:
    assert numbers.read_number("٣٠٠") == Decimal(300)
    assert numbers.read_number("②") == Decimal(2)
    assert dates.read_date("٢٠٢٤-٠٤-٠١") == dates.read_date("2024-04-01")
