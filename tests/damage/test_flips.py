"""Whatever a bad disk does to a book's file: no figure and no row differs without a check that says so.

More flips than the few hundred of every day: `CSDESK_FLIPS=20000 python -m pytest -s tests/damage`.
"""

import os
import random
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from csdesk.book.dump import dump
from csdesk.book.errors import BookError
from csdesk.book.file import Book
from tests.damage.conftest import PAGE, checked, clock

FLIPS = int(os.environ.get("CSDESK_FLIPS", "120"))


def a_bit(content: bytearray, dice: random.Random) -> None:
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def a_byte(content: bytearray, dice: random.Random) -> None:
    content[dice.randrange(len(content))] = dice.randrange(256)


def a_page_of_zeros(content: bytearray, dice: random.Random) -> None:
    page = dice.randrange(len(content) // PAGE)
    content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)


def a_page_from_elsewhere(content: bytearray, dice: random.Random) -> None:
    one, other = (dice.randrange(len(content) // PAGE) for _ in range(2))
    content[one * PAGE : (one + 1) * PAGE] = content[other * PAGE : (other + 1) * PAGE]


def half_a_page_of_noise(content: bytearray, dice: random.Random) -> None:
    page = dice.randrange(len(content) // PAGE)
    content[page * PAGE : page * PAGE + PAGE // 2] = dice.randbytes(PAGE // 2)


HARMS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    a_bit, a_bit, a_bit, a_byte, a_byte, a_page_of_zeros, a_page_from_elsewhere, half_a_page_of_noise,
)  # fmt: skip


class Content(NamedTuple):
    """Every row with the history that leads to it; and what steps bear for people alone, of which no sum is kept."""

    rows: str
    steps: list[object]
    changes: list[object]
    labels: list[object]


def content_of(path: Path) -> Content:
    with Book.open(path, who="w", clock=clock, read_only=True) as book:
        rows = dump(book)
    with closing(sqlite3.connect(path)) as driver:
        driver.text_factory = bytes
        steps, changes, labels = (
            driver.execute(f"SELECT {columns} ORDER BY id").fetchall()
            for columns in ("id, name, rows, state FROM step", "* FROM change", "* FROM step")
        )
    return Content(rows, steps, changes, labels)


def outcome(path: Path, before: Content) -> str:
    try:
        found = bool(checked(path))
    except BookError:
        return "refused"
    if found:
        return "found"
    try:
        after = content_of(path)
    except (BookError, sqlite3.Error):
        return "silent"
    if after[:3] != before[:3]:
        return "silent"
    return "harmless" if after == before else "label"


def harmed(content: bytes, dice: random.Random) -> Iterator[bytearray]:
    for number in range(FLIPS):
        spoiled = bytearray(content)
        HARMS[number % len(HARMS)](spoiled, dice)
        yield spoiled


@pytest.mark.timeout(60 + FLIPS // 2)
def test_nothing_differs_without_a_check_that_says_so(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, before, counts = damaged.read_bytes(), content_of(damaged), Counter[str]()
    for spoiled in harmed(content, random.Random(5)):
        damaged.write_bytes(spoiled)
        counts[outcome(damaged, before)] += 1
    with capsys.disabled():
        sys.stdout.write(f"\n{FLIPS} harms to {len(content):,} bytes: {dict(sorted(counts.items()))}\n")
    assert counts["silent"] == 0
    assert counts["found"] + counts["refused"] > FLIPS / 4
