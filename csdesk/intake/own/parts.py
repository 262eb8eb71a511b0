"""The parts that layouts of the book's own tables are put together from."""

from itertools import chain

from csdesk.intake.own.columns import Holds, Identity, Lists, OwnColumn, OwnTable
from csdesk.intake.shapes import TableKind
from csdesk.models.kinds import Kind


def plain(entity: str, *columns: str, holds: Holds = Holds.TEXT, needed: bool = False) -> tuple[OwnColumn, ...]:
    """Columns whose field is called as they are; `field=column` where it is not."""
    pairs = (column.partition("=") for column in columns)
    return tuple(OwnColumn(f"{entity}.{field}", column or field, holds, needed=needed) for field, _, column in pairs)


def days(entity: str, *columns: str, needed: bool = False) -> tuple[OwnColumn, ...]:
    """Columns of days."""
    return plain(entity, *columns, holds=Holds.DAY, needed=needed)


def words(field: str, column: str, chosen_from: Lists, *, needed: bool = False) -> tuple[OwnColumn, ...]:
    """A column of words from a closed list."""
    return (OwnColumn(field, column, Holds.WORD, words=chosen_from, needed=needed),)


def key(field: str) -> tuple[OwnColumn, ...]:
    """The row's own reference."""
    return (OwnColumn(field, "id", Holds.REFERENCE),)


def named(field: str, column: str, of: Kind, *, needed: bool = False) -> tuple[OwnColumn, ...]:
    """The name of a row of another kind."""
    return (OwnColumn(field, column, Holds.NAMED, of, needed=needed),)


def account(*, needed: bool = False, field: str = "own.of_account") -> tuple[OwnColumn, OwnColumn]:
    """The account a row belongs to: its name for people, its reference for the way back."""
    return (
        OwnColumn("account.name", "account_id", Holds.ASIDE, Kind.ACCOUNT),
        OwnColumn(field, "account_id", Holds.BELONGS, Kind.ACCOUNT, needed=needed),
    )


CONTACT = (
    OwnColumn("contact.name", "contact_id", Holds.ASIDE, Kind.CONTACT),
    OwnColumn("own.of_contact", "contact_id", Holds.BELONGS, Kind.CONTACT),
)


def table(
    kind: Kind,
    stands_for: TableKind,
    key_field: str,
    *parts: tuple[OwnColumn, ...],
    found: tuple[Identity, ...],
    title: tuple[str, ...],
    once: bool = False,
) -> OwnTable:
    """One kind of row as a table. References go behind all that people read."""
    columns = list(chain.from_iterable(parts))
    last = {Holds.REFERENCE, Holds.BELONGS}
    return OwnTable(
        kind, stands_for, key_field, tuple(sorted(columns, key=lambda one: one.holds in last)), found, title, once
    )
