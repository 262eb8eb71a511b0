"""Accounts that may be one, and what a person has said of them and of the book's own values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from csdesk.models.drafts import Value
from csdesk.models.problems import Place

SameAs: TypeAlias = Mapping[str, int | str]
"""By what rows call an account, the one that is meant: its id in the book, what another row of the files calls it, or
'' where it is an account of its own."""


ALIASES, BETWEEN_ALIASES = "別名 / Also called", "\n"
"""The own column of accounts in which other names of theirs are kept, and what parts these: seen and corrected like any
other column, and gone with the account."""
Kept: TypeAlias = tuple[str, str, int, str]
"""What of the book stays as it is: file and sheet, the line (0: every row), the field ('': all of the row)."""


@dataclass(frozen=True, slots=True)
class Party:
    """An account as it is told from others. `of` is its id in the book, or what rows of the files call it; `facts` are
    by the field that tells them, `place` is the row of the files that called it so first."""

    of: int | str
    facts: Mapping[str, Value]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A row whose account is like others, or may be any of them; `answer` is what a person has said of it, None as long
    as nobody has."""

    line: int
    row: Party
    others: tuple[Party, ...]
    answer: int | str | None = None
