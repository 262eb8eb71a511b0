"""`csdesk` and `python -m csdesk`: the window, or one command without it."""

import sys
from collections.abc import Callable, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window for no argument or a book's path; run a command for everything else."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (len(words) == 1 and not words[0].startswith("-") and _is_book(words[0])):
        return load_window()(words)
    return load_command()(words)


def load_command() -> Callable[[Sequence[str]], int]:
    """The commands. What one makes stays to its end, so looking for garbage among it would only take time."""
    import gc

    gc.disable()
    from csdesk.cli import run

    return run


def load_window() -> Callable[[Sequence[str]], int]:
    """The program with the window. What is loaded stays, so looking for garbage among it would only take time."""
    import gc

    gc.disable()
    from csdesk.ui.app import run

    return run


def _is_book(word: str) -> bool:
    from pathlib import Path

    from csdesk.models.endings import BOOK_SUFFIX

    return Path(word).suffix == BOOK_SUFFIX or Path(word).is_file()


if __name__ == "__main__":
    sys.exit(main())
