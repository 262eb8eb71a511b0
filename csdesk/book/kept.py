"""What was made from rows of a book, kept until one of their kinds changes."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from csdesk.book import tally
from csdesk.book.errors import damage_told
from csdesk.book.store import Store
from csdesk.models.kinds import Kind

T = TypeVar("T")
_kept: WeakKeyDictionary[Store, dict[str, tuple[Hashable, object]]] = WeakKeyDictionary()


def kept(book: Store, name: str, make: Callable[[], T], *kinds: Kind) -> T:
    """What `make` gives, made anew where the tally of one of the kinds is another than last time."""
    with book.reading() as connection, damage_told(book.path):
        every = tally.kept(connection)
        now = tuple(every[kind] for kind in kinds)
        held = _kept.setdefault(book, {})
        if name not in held or held[name][0] != now:
            held[name] = (now, make())
        return cast("T", held[name][1])
