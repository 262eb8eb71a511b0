"""Columns read by their distinct cells."""

from datetime import UTC, date, datetime

from csdesk.intake.distinct import once_each


def test_cells_that_come_again_are_looked_at_once() -> None:
    asked: list[str] = []

    def upper(text: str) -> str:
        asked.append(text)
        return text.upper()

    assert once_each(upper, ["a", "b", "a", "a"]) == ["A", "B", "A", "A"]
    assert sorted(asked) == ["a", "b"]


def test_equal_values_of_different_types_stay_apart() -> None:
    assert once_each(repr, [1, True, 1.0, 0, False]) == ["1", "True", "1.0", "0", "False"]
    cells = [date(2024, 4, 1), datetime(2024, 4, 1, tzinfo=UTC), "1", None, 1]
    assert once_each(repr, cells) == list(map(repr, cells))


def test_a_column_without_cells_is_empty() -> None:
    assert once_each(repr, []) == []
