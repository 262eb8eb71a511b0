"""Exit statuses of every command."""

from __future__ import annotations

from typing import Final


class Status:
    """What a command says when it ends."""

    DONE: Final = 0
    PROBLEMS: Final = 1
    USAGE: Final = 2
    UNUSABLE: Final = 3
    MISTAKE: Final = 4
