"""How a team works, in its own judgement."""

from enum import StrEnum


class Level(StrEnum):
    """How a team works, each including those before it."""

    INITIAL = "initial"
    REPEATABLE = "repeatable"
    DEFINED = "defined"
    MANAGED = "managed"
    OPTIMISED = "optimised"

    @property
    def place(self) -> int:
        """From 0 for the first."""
        return tuple(Level).index(self)
