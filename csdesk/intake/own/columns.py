"""What a column of the book's own tables holds, and what a table is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from csdesk.intake.shapes import TableKind
from csdesk.models.kinds import Kind
from csdesk.wording.speech import Words

Lists = Mapping[str, Words]
Identity = tuple[str, ...]


class Holds(Enum):
    """What stands in the cells of a column, and so how they are written and read."""

    TEXT = auto()
    WORD = auto()
    WHOLE = auto()
    DECIMAL = auto()
    SHARE = auto()
    """0 to 1."""
    RATE = auto()
    """More than 0."""
    COUNTED = auto()
    """How many of something: a whole number that is not negative."""
    MONEY = auto()
    FLAG = auto()
    DAY = auto()
    MOMENT = auto()
    MONTH = auto()
    NAMED = auto()
    """The name of a row of another table."""
    BELONGS = auto()
    """The reference of a row of another table."""
    REFERENCE = auto()
    """The row's own reference."""
    ASIDE = auto()
    """Told for the reader; read only where the reference beside it is missing."""


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """One column: its field, the book's column, and what it holds. `of` is the kind of row it refers to, `words` the
    closed list whose words stand for the book's own."""

    field: str
    column: str
    holds: Holds = Holds.TEXT
    of: Kind | None = None
    words: Lists | None = None
    needed: bool = False


@dataclass(frozen=True, slots=True)
class OwnTable:
    """One kind of row as a table. The heading of `key` tells the table; `identities` are columns by which a row without
    a known reference is found, best first. `once`: no two rows of a book have the same first identity."""

    kind: Kind
    table: TableKind
    key: str
    columns: tuple[OwnColumn, ...]
    identities: tuple[Identity, ...]
    title: tuple[str, ...] = ()
    once: bool = False
    by_field: Mapping[str, OwnColumn] = field(init=False)
    by_column: Mapping[str, OwnColumn] = field(init=False)
    """Without what is told for the reader, and without the row's own reference."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_field", {column.field: column for column in self.columns})
        kept = [column for column in self.columns if column.holds not in {Holds.ASIDE, Holds.REFERENCE}]
        object.__setattr__(self, "by_column", {column.column: column for column in kept})

    @property
    def is_referred(self) -> bool:
        """Whether rows are told by a reference of their own."""
        return self.by_field[self.key].holds is Holds.REFERENCE
