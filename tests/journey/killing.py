"""Kills children in the middle of their work, and looks at what they left."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from csdesk.book.file import Book
from csdesk.models.kinds import Kind, StepName

from .killed_child import WORKS

KILLS = int(os.environ.get("CSDESK_KILLS", "24"))
ROUNDS = -(-KILLS // len(WORKS))
_PART = re.compile(r"\.csdesk-[0-9a-f]{12}\.part(-journal)?")


def opened(path: Path) -> Book:
    return Book.open(path, who="w", clock=lambda: datetime(2026, 3, 18, tzinfo=UTC))


@dataclass
class Round:
    """One piece of work and how far it had come by its own word when it was killed, if it was."""

    folder: Path
    told: list[str]
    seconds: float
    killed: bool

    @property
    def book(self) -> Path:
        return self.folder / "b.csdesk"

    @property
    def done(self) -> int:
        """How many pieces of work it had said were done for good."""
        return len(self.told)


@dataclass
class Killer:
    """Forks children, kills them, and counts what was found."""

    process: subprocess.Popen[str]
    place: Path
    temporary: Path
    dice: random.Random
    found: Counter[str] = field(default_factory=Counter)

    def run(self, work: str, folder: Path, seconds: float | None = None) -> Round:
        """Do it in a child, to its end or until it is killed."""
        said = self._ask({"work": work, "folder": str(folder), "seconds": seconds})
        assert said["status"] in {0, -signal.SIGKILL}, f"{work} failed by itself"
        return Round(folder, said["told"], said["seconds"], said["status"] != 0)

    def _ask(self, wanted: dict[str, object]) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(wanted) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def rounds(self, work: str, prepare: Callable[[Path], object]) -> Iterator[Round]:
        """Every round in a folder of its own, killed at a moment of chance within the time an undisturbed one takes."""
        self._ask({"work": work, "folder": str(self._whole(prepare)), "here": True})
        lasts = min(self.run(work, self._whole(prepare)).seconds for _ in range(1 if ROUNDS < 9 else 3))
        for number in range(ROUNDS):
            folder = self.place / str(number)
            turn = Round(folder, [], lasts, killed=False)
            for _ in range(9):
                if not turn.killed:  # it was quicker than ever, so that the kill came too late
                    shutil.rmtree(folder, ignore_errors=True)
                    folder.mkdir()
                    prepare(folder)
                    lasts = min(lasts, turn.seconds)
                    turn = self.run(work, folder, self.dice.uniform(0.02, 0.98) * lasts)
            self.found["kills"] += turn.killed
            self.found["journals"] += any(path.stat().st_size for path in folder.rglob("*-journal"))
            self._a_day_later(folder)
            yield turn
            self._nothing_stays(folder)
            shutil.rmtree(folder)
        assert self.found["kills"] > ROUNDS * 0.9, "the kills must land inside the work"

    def _whole(self, prepare: Callable[[Path], object]) -> Path:
        """A folder for an undisturbed run."""
        folder = self.place / "whole"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        prepare(folder)
        return folder

    def _a_day_later(self, folder: Path) -> None:
        for one in (*folder.rglob("*"), *self.temporary.iterdir()):
            if _PART.fullmatch(one.name) or one.parent == self.temporary:
                os.utime(one, (0, 0))

    def _nothing_stays(self, folder: Path) -> None:
        """All that was left goes as soon as any book there is opened and changed."""
        for copy in folder.glob("b.csdesk-backups/*.csdesk"):
            opened(copy).close()
        with opened(folder / "b.csdesk") as book, book.step(StepName.ADD_ACCOUNT) as step:
            step.insert(Kind.ACCOUNT, {"name": "one more"})
        assert not [one for one in folder.rglob("*") if _PART.fullmatch(one.name) or one.name.endswith("-journal")]
        assert not list(self.temporary.iterdir())

    def saw(self, turn: Round, is_there: Callable[[int], bool]) -> int:
        """The work was found done as often as was said, or once more; never less, never half. Gives how often."""
        state = next((times for times in (turn.done, turn.done + turn.killed) if is_there(times)), None)
        assert state is not None, f"lost: {turn.done} were done for good, and what is there is none of these"
        self.found["before"] += turn.killed and state == turn.done
        self.found["after"] += state > turn.done
        return state

    def __str__(self) -> str:
        n = self.found
        inside = f"rounds {ROUNDS:4}  killed inside {n['kills']:4}, with a journal open {n['journals']:4}"
        return f"{inside}  found before {n['before']:4}, after {n['after']:4}  lost 0"
