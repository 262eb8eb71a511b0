"""A sequence that makes its things when they are looked at is a sequence like any other."""

import pytest

from csdesk.models.lazily import Lazily


class Squares(Lazily[int]):
    def __len__(self) -> int:
        return 5

    def _one(self, at: int) -> int:
        return at * at


def test_one_thing_several_and_all() -> None:
    squares = Squares()
    assert (squares[2], squares[-1]) == (4, 16)
    assert (squares[1:3], squares[::-2], squares[9:]) == ([1, 4], [16, 4, 0], [])
    assert list(squares) == [0, 1, 4, 9, 16]
    assert (9 in squares, squares.index(9)) == (True, 3)
    for at in (5, -6):
        with pytest.raises(IndexError):
            squares[at]
