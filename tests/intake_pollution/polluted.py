"""One polluted file with its truth, and the register of the kinds of pollution."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

Rows: TypeAlias = Sequence[Sequence[str]]
"""A table as a person sees it, the headings first."""


@dataclass(frozen=True)
class Polluted:
    """The bytes of a file, the tables a person would see in it, and the lines that are of no table."""

    data: bytes
    tables: tuple[Rows, ...]
    encoding: str = "utf-8"
    beside: tuple[str, ...] = ()
    """Titles, comments, totals and footers, without separators and quotes."""


Kind: TypeAlias = Callable[[Random], Polluted]

KINDS: dict[str, Kind] = {}


def kind(make: Kind) -> Kind:
    """Registers a kind under its own name."""
    KINDS[make.__name__] = make
    return make


def polluted(text: str, *tables: Rows, encoding: str = "utf-8", beside: Sequence[str] = ()) -> Polluted:
    """A file of that text."""
    return Polluted(text.encode(encoding), tables, encoding, tuple(beside))
