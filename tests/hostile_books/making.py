"""The sound book that is spoiled: the demo, with some steps to undo."""

from datetime import UTC, datetime
from pathlib import Path

from csdesk.models.kinds import Language
from csdesk.usecases.accounts import add_account
from csdesk.usecases.books import demo_book, undo


def clock() -> datetime:
    return datetime(2024, 4, 18, 3, 0, tzinfo=UTC)


def sound_book(path: Path) -> Path:
    with demo_book(path, who="tester", clock=clock, language=Language.EN) as book:
        for number in range(4):
            add_account(book, f"Sample {number}")
        undo(book)
    return path
