"""Many things, each made when it is looked at."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Lazily(Sequence[T]):
    """A sequence whose things are made one by one, or some together."""

    @abstractmethod
    def _one(self, at: int) -> T:
        """The thing at a place, counted from 0."""

    def _some(self, places: range) -> list[T]:
        """The things at several places."""
        return [self._one(at) for at in places]

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> list[T]: ...

    def __getitem__(self, at: int | slice) -> T | list[T]:
        places = range(len(self))
        return self._some(places[at]) if isinstance(at, slice) else self._one(places[at])


def marked(indexes: Iterable[int], count: int) -> bytearray:
    """Of so many places, 1 for those at some indexes and 0 for all others, as `itertools.compress` takes them."""
    marks = bytearray(count)
    for at in indexes:
        marks[at] = 1
    return marks
