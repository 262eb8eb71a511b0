"""Columns read by their distinct cells."""

from datetime import UTC, date, datetime

from csdesk.intake.distinct import ColumnCells, distinct, kinds, numbered, once_each, starts


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


def test_what_is_known_of_a_column_is_as_if_looked_at_anew() -> None:
    cells = ["a", None, "", "ab", "a"]
    for column in (cells, ColumnCells(cells)):
        assert distinct(column) == {"a", None, "", "ab"}
        assert kinds(column) == {str, type(None)}
    for mixed in ([1, True, 1.0], [date(2024, 4, 1), datetime(2024, 4, 1, tzinfo=UTC), None], ["a", 1, True]):
        assert kinds(ColumnCells(mixed)) == kinds(mixed) == set(map(type, mixed))
    for texts in (["ab", "", "a", "東京"], ColumnCells(["ab", "", "a", "東京"])):
        assert starts(texts) == {"a", "", "東"}


def test_a_column_that_is_made_knows_its_types() -> None:
    made = once_each(lambda text: int(text) if text.isdigit() else None, ["1", "x", "2", "1"])
    assert (made, kinds(made)) == ([1, None, 2, 1], {int, type(None)})
    assert kinds(once_each(lambda cell: cell, [1, True, 1.0])) == {int, bool, float}


def test_equal_values_have_equal_numbers_in_their_order() -> None:
    assert numbered(iter(["b", "a", "b", None])) == ([0, 1, 0, 2], ["b", "a", None])
    assert numbered([]) == ([], [])
