"""Workbooks read in a process of their own, which may fail in any way without harm to this one."""

import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, Final

from csdesk.intake.reading import grid as grid_module
from csdesk.intake.reading.grid import Facts, Grid, Merge
from csdesk.intake.reading.limits import CHILD_SECONDS
from csdesk.intake.shapes import FileRefused, Progress, Refusal

CHILD_FLAG: Final = "--read-workbook"
"""First argument with which a frozen program must call `child.main`, having no interpreter to start."""

_TICK: Final = 0.1
_ALLOWED: Final = {
    ("datetime", "date"): date,
    ("datetime", "datetime"): datetime,
    (grid_module.__name__, "Facts"): Facts,
    (grid_module.__name__, "Merge"): Merge,
}
_OUT_OF_TIME: Final = -24
_OUT_OF_MEMORY: Final = frozenset({-6, -9, 0xC0000409})
"""How a process ends that gets no memory: it aborts itself, or the system kills it."""


class _Unpickler(pickle.Unpickler):
    """Takes the records the child sends and nothing else."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as declared by pickle
        if (module, name) in _ALLOWED:
            return _ALLOWED[module, name]
        raise pickle.UnpicklingError(name)


def read_workbook(data: bytes, progress: Progress) -> list[Grid]:
    """A grid for each worksheet that holds anything, in the workbook's order.

    Raises `FileRefused`; the child is gone when this returns or raises, `Cancelled` included. A reader that died over
    an Office workbook is followed once by the slow one.
    """
    try:
        return _grids(data, progress, [])
    except _Died as death:
        if not data.startswith(b"PK") or death.refusal is Refusal.TOO_SLOW:
            raise FileRefused(death.refusal) from None
    try:
        return _grids(data, progress, ["--slow"])
    except _Died as death:
        raise FileRefused(death.refusal) from None


class _Died(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


def _grids(data: bytes, progress: Progress, options: list[str]) -> list[Grid]:
    grids: list[Grid] = []
    done = 0
    for kind, first, second in _messages(data, progress, options):
        if kind == "refused":
            raise FileRefused(Refusal(first))
        if kind == "sheet":
            name, hidden, left = first
            grids.append(Grid([], [], left, name, hidden=hidden, facts=second))
        elif kind == "rows":
            grids[-1].lines.extend(first)
            grids[-1].rows.extend(second)
            done += len(first)
            progress(done, 0)
        elif kind == "cut":
            grids[-1] = replace(grids[-1], facts=replace(grids[-1].facts, cut=first))
    return [grid for grid in grids if grid.rows]


def _messages(data: bytes, progress: Progress, options: list[str]) -> Iterator[tuple[str, Any, Any]]:
    """Everything the child says until its 'end'; calls progress while it is silent."""
    process = _start(options)
    heard: queue.Queue[tuple[str, Any, Any] | None] = queue.Queue(maxsize=8)
    stop = threading.Event()
    threads = (
        threading.Thread(target=_feed, args=(process.stdin, data), daemon=True),
        threading.Thread(target=_hear, args=(process.stdout, heard, stop), daemon=True),
    )
    for thread in threads:
        thread.start()
    try:
        yield from _until_end(process, heard, progress)
    finally:
        stop.set()
        process.kill()
        process.wait()
        for thread in threads:
            thread.join()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


def _until_end(
    process: subprocess.Popen[bytes], heard: "queue.Queue[tuple[str, Any, Any] | None]", progress: Progress
) -> Iterator[tuple[str, Any, Any]]:
    deadline = time.monotonic() + CHILD_SECONDS
    while True:
        try:
            message = heard.get(timeout=_TICK)
        except queue.Empty:
            progress(0, 0)
            if time.monotonic() > deadline:
                raise _Died(Refusal.TOO_SLOW) from None
            continue
        if message is None:
            raise _Died(_cause(process.wait()))
        if message[0] == "end":
            return
        yield message


def _cause(status: int) -> Refusal:
    if status == _OUT_OF_TIME:
        return Refusal.TOO_SLOW
    return Refusal.TOO_LARGE if status in _OUT_OF_MEMORY else Refusal.BROKEN


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_FLAG]
    return [sys.executable, "-P", "-X", "utf8", "-m", "csdesk.intake.reading.child"]


def _start(options: list[str]) -> "subprocess.Popen[bytes]":
    roots = [str(Path(__file__).resolve().parents[3]), os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(  # noqa: S603 - our own program
        [*_command(), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, roots)), "RUST_BACKTRACE": "0"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _feed(pipe: IO[bytes], data: bytes) -> None:
    with suppress(OSError, ValueError):
        pipe.write(data)
        pipe.close()


def _hear(pipe: IO[bytes], heard: "queue.Queue[tuple[str, Any, Any] | None]", stop: threading.Event) -> None:
    """Puts each message on the queue, and None when the child has closed its end or talks nonsense."""
    message: tuple[str, Any, Any] | None = ("", None, None)
    while message is not None and not stop.is_set():
        try:
            message = _Unpickler(pipe).load()
        except Exception:  # noqa: BLE001 - what a dying process has said may be anything
            message = None
        while not stop.is_set():
            with suppress(queue.Full):
                heard.put(message, timeout=_TICK)
                break
