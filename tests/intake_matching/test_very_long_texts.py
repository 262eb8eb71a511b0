"""A cell as long as a spreadsheet allows takes no longer than many short ones: nobody waits for one stray text."""

from time import process_time

import pytest

from csdesk.intake.fields import ValueType
from csdesk.intake.matching.words.evidence import profile
from csdesk.intake.values.reading import ColumnReading
from csdesk.models.problems import Reason

LONG, ROWS, SECONDS = 32_700, 5, 3
"""Letters, nearly all that a cell may have; rows; and what they may take: begun anew at every letter, a search took
far longer."""


@pytest.mark.parametrize("letters", ["x", "x@"])
def test_long_texts_are_looked_at_in_a_moment(letters: str) -> None:
    texts = [f"{row}{letters * LONG}"[:LONG] for row in range(ROWS)]
    begun = process_time()
    profile(texts)
    reading = ColumnReading(ValueType.EMAIL)
    assert {reading.read(text) for text in texts} == {Reason.NOT_UNDERSTOOD}
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("a@b.example", "a@b.example"),
        ("Ann <ann@b.example>; bo@b.example", "ann@b.example"),
        ("x@y@b.example", "y@b.example"),
        ("連絡先 ann@b.example まで", "ann@b.example"),
    ],
)
def test_the_first_address_is_found_wherever_it_stands(text: str, address: str) -> None:
    assert ColumnReading(ValueType.EMAIL).read(text) == address
    assert profile([text]).email == 1
