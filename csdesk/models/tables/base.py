"""What every table shares: one metadata, strict columns, the id column, references, days, moments and money."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from csdesk.models.money import MOST_MONEY
from csdesk.models.steps import LONGEST_REPEAT

metadata = MetaData()


@compiles(BigInteger, "sqlite")
@compiles(Boolean, "sqlite")
def _integer(*_: object, **__: object) -> str:
    """Strict tables know INTEGER, REAL and TEXT only."""
    return "INTEGER"


@compiles(Date, "sqlite")
@compiles(DateTime, "sqlite")
def _text(*_: object, **__: object) -> str:
    return "TEXT"


@compiles(Float, "sqlite")
def _real(*_: object, **__: object) -> str:
    return "REAL"


def table(name: str, *items: SchemaItem) -> Table:
    """A strict table. Rows are found by `id`, which the book gives: a random base for each session plus a count, so
    that two copies of a book never give one id to two rows."""
    return Table(name, metadata, Column("id", BigInteger, primary_key=True), *items, sqlite_strict=True)


def reference(
    name: str, target: str, *, required: bool = False, cascade: bool = False, index: bool = True
) -> Column[Any]:
    """A column that holds the id of a row in `target`; `cascade` rows go with it, others lose the reference."""
    rule = "CASCADE" if cascade else "SET NULL"
    return Column(name, BigInteger, ForeignKey(f"{target}.id", ondelete=rule), nullable=not required, index=index)


def needed(name: str, kind: TypeEngine[Any]) -> Column[Any]:
    """A column that must hold a value."""
    return Column(name, kind, nullable=False)


def words(name: str, default: str) -> Column[Any]:
    """Enum text that stands for itself where nothing is said."""
    return Column(name, Text, nullable=False, default=default, server_default=text(f"'{default}'"))


def flag(name: str, *, default: bool) -> Column[Any]:
    """Yes or no, never unknown."""
    return Column(name, Boolean, nullable=False, default=default, server_default=text(str(int(default))))


def months(name: str) -> Column[Any]:
    """A billing interval: 1 to 120 months, 1 where nothing is said."""
    within = CheckConstraint(f"{name} BETWEEN 1 AND 120")
    return Column(name, Integer, within, nullable=False, default=1, server_default=text("1"))


def repeating() -> Column[Any]:
    """Every how many days a step is to be done again, at most once a year; NULL where it is done once."""
    return Column("repeat_days", Integer, CheckConstraint(f"repeat_days BETWEEN 1 AND {LONGEST_REPEAT}"))


def material() -> tuple[Column[Any], Column[Any]]:
    """What a step carries, a Material, and the path of a linked file; that is NULL as long as none has been chosen."""
    return Column("material", Text), Column("material_file", Text)


def day(name: str, *, required: bool = False, index: bool | None = None) -> Column[Any]:
    """A date from 1900 to 2999, stored as YYYY-MM-DD."""
    within = CheckConstraint(f"{name} BETWEEN '1900-01-01' AND '2999-12-31'")
    return Column(name, Date, within, nullable=not required, index=index)


def moment(name: str, *, required: bool = False) -> Column[Any]:
    """A moment in UTC, stored as YYYY-MM-DDTHH:MM:SS."""
    return Column(name, DateTime, nullable=not required)


MONEY = "money"
"""Marks a column of money in the info of its column."""


def money(name: str, *, required: bool = False) -> Column[Any]:
    """Whole minor units, as many as one amount may be."""
    within = CheckConstraint(f"{name} BETWEEN -{MOST_MONEY} AND {MOST_MONEY}")
    return Column(name, BigInteger, within, nullable=not required, info={MONEY: True})
