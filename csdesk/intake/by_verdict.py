"""Lines that are made when they are looked at, and counted without that."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from csdesk.models.lazily import Lazily

T = TypeVar("T")
V = TypeVar("V")


class ByVerdict(Lazily[T], Generic[T, V]):
    """Lines of a preview, each with one verdict."""

    @abstractmethod
    def count_of(self, verdict: V) -> int:
        """Lines with that verdict."""

    @abstractmethod
    def rows_of(self, verdict: V) -> Iterator[T]:
        """The lines with that verdict, in order."""

    def only(self, verdict: V) -> Sequence[T]:
        """The lines with that verdict alone."""
        return tuple(self.rows_of(verdict))

    def at_hand(self) -> Sequence[object]:
        """What of them is there already and much: let go of at a stroke it would hold up every other thread."""
        return ()
