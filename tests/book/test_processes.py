"""Several processes in one book, and processes that are killed."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind

CHILD = Path(__file__).with_name("writing_child.py")
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(path: Path) -> Iterator[Start]:
    """Starts a writer, which waits for the word to begin."""
    running: list[subprocess.Popen[str]] = []

    def start_one(who: str, steps: int = 0) -> subprocess.Popen[str]:
        top = str(Path(__file__).parents[2])
        child = subprocess.Popen(
            [sys.executable, str(CHILD), str(path), who, str(steps)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            env=os.environ | {"PYTHONPATH": top},
        )  # fmt: skip
        running.append(child)
        return child

    yield start_one
    for child in running:
        child.kill()
        child.communicate()


def _begin(*children: subprocess.Popen[str]) -> None:
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()


def _names(book: Book) -> set[str]:
    return {str(row["name"]) for row in rows(book, Kind.ACCOUNT)}


def test_four_processes_writing_together_lose_nothing(book: Book, start: Start) -> None:
    children = [start(f"w{number}", 12) for number in range(4)]
    _begin(*children)
    assert [child.wait(60) for child in children] == [0, 0, 0, 0]
    assert _names(book) == {f"w{who} {number}" for who in range(4) for number in range(12)}
    assert len(rows(book, Kind.CONTRACT)) == 48 * 20
    assert len(rows(book, Kind.USE)) == 48 * 50
    assert check(book) == ()
    assert book.changed_elsewhere()
    first = dump(book)
    walked = 0
    while book.undo():
        walked += 1
    assert (walked, dump(book)) == (48, "")
    while book.redo():
        pass
    assert dump(book) == first


def test_a_killed_process_leaves_a_sound_book_with_every_step_it_told_of(
    book: Book, path: Path, clock: Any, start: Start
) -> None:
    """Ten writers, two at a time, killed at moments of chance; what each had said was there is there."""
    book.close()
    chance = random.Random(20250401)
    expected: set[str] = set()
    for turn in range(5):
        names = [f"t{turn}{each}" for each in "ab"]
        children = [start(name) for name in names]
        _begin(*children)
        for child in children:
            time.sleep(chance.uniform(0.01, 0.15))  # the moment of the kill, not a wait for anything
            child.kill()
        told = [child.communicate()[0].split() for child in children]
        expected |= {f"{name} {number}" for name, numbers in zip(names, told, strict=True) for number in numbers}
        with Book.open(path, who="w", clock=clock) as opened:
            there = _names(opened)
            assert check(opened) == ()
            assert expected <= there
            assert len(there) - len(expected) <= 2 * (turn + 1), "at most the step each was in the middle of"
            assert len(rows(opened, Kind.CONTRACT)) == len(there) * 20
            assert len(rows(opened, Kind.USE)) == len(there) * 50
        expected = there
    assert len(expected) > 10
