"""A whole journey through a book on the command line, in this process; every command ends in words, never a dump."""

import contextlib
import io
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from csdesk import cli
from tests.hostile_books.spoiling import WAYS

MISTAKE = 4
SLOW = 60.0
"""Seconds that one command may take, on a machine that has other work besides."""


@dataclass(frozen=True)
class Finding:
    seed: int
    spoiled: str
    command: str
    said: str


def commands(book: Path, folder: Path) -> Iterator[list[str]]:
    yield ["metrics", str(book), "--as-of", "2024-04-18"]
    yield ["history", str(book)]
    yield ["report", str(book), str(folder / "board.xlsx"), "--as-of", "2024-04-18"]
    yield ["export", str(book), str(folder / "all.xlsx")]
    yield ["check", str(book)]
    yield ["backup", str(book)]
    yield ["undo", str(book)]
    yield ["undo", str(book)]


def go_through(seed: int, sound: Path, folder: Path) -> tuple[str, list[int], list[Finding]]:
    """How a book was spoiled, the exit status of every command, and what should not have been."""
    rng = Random(seed)
    book = folder / f"{seed}.csdesk"
    shutil.copyfile(sound, book)
    spoiled = WAYS[seed % len(WAYS)](book, rng)
    statuses, findings = [], []
    for words in commands(book, folder):
        begin = time.monotonic()
        status, said = _run(words)
        statuses.append(status)
        if status == MISTAKE or "Traceback" in said:
            findings.append(Finding(seed, spoiled, words[0], said))
        if time.monotonic() - begin > SLOW:
            findings.append(Finding(seed, spoiled, words[0], "slow"))
    shutil.rmtree(folder / f"{seed}.csdesk-backups", ignore_errors=True)
    book.unlink()
    return spoiled, statuses, findings


def _run(words: list[str]) -> tuple[int, str]:
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = cli.run(words)
    said.seek(0)
    return status, said.read()[-600:]
