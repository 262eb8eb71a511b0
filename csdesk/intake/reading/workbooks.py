"""Workbooks read in a process of their own, which may fail in any way without harm to this one."""

import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, Final

from csdesk.intake.reading.grid import Facts, Grid, Merge
from csdesk.intake.reading.limits import CHILD_SECONDS, DENSE_CELLS
from csdesk.intake.reading.sheets import Incoming
from csdesk.intake.reading.sheetxml import NO_LOOK, SheetLook
from csdesk.intake.reading.wire import CELLS, LOCKED, LOOKS, NO_MEMORY, SLOW, UNREADABLE, unpack
from csdesk.intake.shapes import FileRefused, Progress, Refusal

CHILD_FLAG: Final = "--read-workbook"
"""First argument with which a frozen program must call `child.main`, having no interpreter to start."""

_LARGE: Final = 2**20
"""Bytes from which two processes are started: for less the second one takes longer to start than it saves."""
_TICK: Final = 0.1
_LAST_BREATH: Final = 5.0
"""Seconds that a process may take to end once it has closed its end of the pipe."""
_ALLOWED: Final = {
    ("datetime", "date"): date,
    ("datetime", "datetime"): datetime,
    **{(record.__module__, record.__name__): record for record in (Facts, Merge, SheetLook)},
}
_REFUSALS: Final = {
    NO_MEMORY: Refusal.TOO_LARGE,
    LOCKED: Refusal.ENCRYPTED,
    UNREADABLE: Refusal.BROKEN,
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

    Raises `FileRefused`; no child is left when this returns or raises, `Cancelled` included. A large workbook is read
    by two of them at once; where that fails, by one that goes about it with more care. A reader that died over an
    Office workbook is followed once by the slow one.
    """
    if len(data) > _LARGE and (grids := _at_once(data, progress)) is not None:
        return grids
    try:
        return _grids(data, progress, [])
    except _Died as death:
        if not data.startswith(b"PK") or death.refusal is Refusal.TOO_SLOW:
            raise FileRefused(death.refusal) from None
    try:
        return _grids(data, progress, [SLOW])
    except _Died as death:
        raise FileRefused(death.refusal) from None


class _Died(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


def _at_once(data: bytes, progress: Progress) -> list[Grid] | None:
    """The cells of a workbook read while another process has the second look; None where either fails, or where a sheet
    may be too large for the fast reader."""
    with closing(_Child(data, [CELLS])) as reader, closing(_Child(data, [LOOKS])) as looker:
        try:
            looks = {name: seen for kind, name, seen in looker.messages(progress) if kind == "look"}
            if not looks or any(seen.dense_cells > DENSE_CELLS for seen in looks.values()):
                return None
            return _gathered(reader.messages(progress), looks, progress)
        except _Died as death:
            if death.refusal is Refusal.TOO_SLOW:
                raise FileRefused(death.refusal) from None
        except FileRefused:
            pass
    return None


def _grids(data: bytes, progress: Progress, options: list[str]) -> list[Grid]:
    return _gathered(_messages(data, progress, options), {}, progress)


def _gathered(
    messages: Iterator[tuple[str, Any, Any]], looks: Mapping[str, SheetLook], progress: Progress
) -> list[Grid]:
    """The sheets that messages tell of; what is found in `looks` the reader itself could not see."""
    sheets: list[Incoming] = []
    done = 0
    for kind, first, second in messages:
        if kind == "failed":
            raise FileRefused(_REFUSALS[first])
        if kind == "sheet":
            name, hidden, left, merges = first
            seen = second or looks.get(name, NO_LOOK)
            merged = seen.facts.merges or tuple(map(Merge._make, merges))
            sheets.append(Incoming(name, seen.with_merges(merged), left, hidden=hidden))
        elif kind == "rows":
            for lines, packed in first:
                sheets[-1].take(lines, list(map(unpack, packed)))
                done += len(lines)
            progress(done, 0)
        elif kind == "cut":
            sheets[-1].cut = first
    return [grid for sheet in sheets if (grid := sheet.grid()).rows]


class _Child:
    """A process that reads a workbook, and the two threads that talk and listen to it."""

    def __init__(self, data: bytes, options: list[str]) -> None:
        self._process = _start(options)
        self._heard: queue.Queue[tuple[str, Any, Any] | None] = queue.Queue(maxsize=8)
        self._stop = threading.Event()
        self._threads = (
            threading.Thread(target=_feed, args=(self._process.stdin, data), daemon=True),
            threading.Thread(target=_hear, args=(self._process.stdout, self._heard, self._stop), daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def messages(self, progress: Progress) -> Iterator[tuple[str, Any, Any]]:
        """Everything it says until its 'end'; calls progress while it is silent."""
        return _until_end(self._process, self._heard, progress)

    def close(self) -> None:
        """End it, whatever it does."""
        self._stop.set()
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


def _messages(data: bytes, progress: Progress, options: list[str]) -> Iterator[tuple[str, Any, Any]]:
    with closing(_Child(data, options)) as child:
        yield from child.messages(progress)


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
            raise _Died(_cause(process))
        if message[0] == "end":
            return
        yield message


def _cause(process: subprocess.Popen[bytes]) -> Refusal:
    """Why a process says no more; one that still runs has said what is no message."""
    try:
        status = process.wait(_LAST_BREATH)
    except subprocess.TimeoutExpired:
        return Refusal.BROKEN
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
