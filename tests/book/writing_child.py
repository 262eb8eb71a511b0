"""Run as a process of its own: writes steps into a book and says after each that it is there.

Arguments: the book, the writer's name, how many steps (0: until killed).
"""

import sys
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from csdesk.book.file import Book
from csdesk.models.kinds import Kind, StepName


def _say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(path: str, who: str, steps: int) -> None:
    with Book.open(Path(path), who=who, clock=lambda: datetime(2025, 4, 1, tzinfo=UTC)) as book:
        _say("ready")
        sys.stdin.readline()
        for number in range(steps) if steps else count():
            with book.step(StepName.ADD_ACCOUNT, f"{who} {number}") as step:
                account = step.insert(Kind.ACCOUNT, {"name": f"{who} {number}"})
                start = date(2024, 1, 1)
                step.insert_many(Kind.CONTRACT, [{"account_id": account, "starts_on": start}] * 20)
                measure = step.insert(Kind.MEASURE, {"code": f"{who} {number}", "name": "m"})
                use = {"account_id": account, "measure_id": measure, "on_date": start, "amount": number}
                step.insert_many(Kind.USE, [use] * 50)
            _say(number)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
