"""A disk that can lose power: what a program has written and synced, and the states it may be found in afterwards.

What was synced is there. Of what was not, any sectors may have been written and others not, in any order; names that
came or went in a folder may have done so or not until the folder was synced.
"""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import NamedTuple

SECTORS = (512, 4096)


class Event(NamedTuple):
    """One call: `deed` is write, truncate, sync, create, mkdir, unlink, rename or folder (its names were synced);
    `acknowledged` is what the program then took to be done for good."""

    deed: str
    path: str
    at: int = 0
    data: bytes = b""
    to: str = ""

    @property
    def folders(self) -> set[str]:
        return {_folder(self.path), _folder(self.to)}


@dataclass
class _File:
    """What is safe of a file, and what was written to it since; without data, that it was cut to a size."""

    safe: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for at, data in self.since:
            _put(self.safe, at, data)
        self.since.clear()

    def found(self, dice: random.Random) -> bytes:
        """As it may be found."""
        some = bytearray(self.safe)
        sector, garbage = dice.choice(SECTORS), dice.random() < 0.5
        share = dice.choice((0.0, 0.5, 0.9, 1.0))
        for at, data in self.since:
            if data is None:
                if dice.random() < share:
                    _put(some, at, None)
                continue
            for begin, end in _sectors(at, len(data), sector):
                if dice.random() < share:
                    _put(some, begin, data[begin - at : end - at], dice if garbage else None)
        return bytes(some)


def _put(content: bytearray, at: int, data: bytes | None, garbage: random.Random | None = None) -> None:
    if data is None:
        del content[at:]
        content.extend(bytes(max(0, at - len(content))))
        return
    gap = at - len(content)
    if gap > 0:
        content.extend(garbage.randbytes(gap) if garbage else bytes(gap))
    content[at : at + len(data)] = data


def _sectors(at: int, size: int, sector: int) -> Iterator[tuple[int, int]]:
    begin = at
    while begin < at + size:
        end = min(at + size, begin - begin % sector + sector)
        yield begin, end
        begin = end


@dataclass
class Disk:
    """The files of one folder, as they are and as they would be found."""

    top: str
    files: dict[int, _File] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    """As the program sees them; a folder has number 0."""
    safe: dict[str, int] = field(default_factory=dict)
    since: list[Event] = field(default_factory=list)
    """What happened to names since their folder was synced; `at` is the number of a file that came."""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @classmethod
    def holding(cls, folder: Path) -> "Disk":
        """A disk on which all of this is safe."""
        disk = cls(str(folder))
        for path in folder.rglob("*"):
            number = 0 if path.is_dir() else next(disk.numbers)
            disk.names[str(path)] = disk.safe[str(path)] = number
            if number:
                disk.files[number] = _File(bytearray(path.read_bytes()))
        return disk

    def do(self, event: Event) -> None:
        deed, path = event.deed, event.path
        if deed in {"create", "mkdir", "unlink", "rename"}:
            if deed == "create":
                event = event._replace(at=next(self.numbers))
                self.files[event.at] = _File()
            _rename(self.names, event)
            self.since.append(event)
        elif deed == "folder":
            for one in self.since:
                if path in one.folders:
                    _rename(self.safe, one)
            self.since = [one for one in self.since if path not in one.folders]
        elif path in self.names:
            file = self.files[self.names[path]]
            if deed == "sync":
                file.sync()
            else:
                file.since.append((event.at, event.data if deed == "write" else None))

    def found(self, dice: random.Random) -> dict[str, bytes | None]:
        """What may be there after the power failed now, by name; None is a folder."""
        names = dict(self.safe)
        share = dice.choice((0.0, 0.5, 1.0))
        for event in self.since:
            if dice.random() < share:
                _rename(names, event)
        there = {path for path, number in names.items() if not number} | {self.top}
        return {
            path: self.files[number].found(dice) if number else None
            for path, number in names.items()
            if _folder(path) in there
        }


def _folder(path: str) -> str:
    return str(Path(path).parent)


def _rename(names: dict[str, int], event: Event) -> None:
    if event.deed in {"create", "mkdir"}:
        names[event.path] = event.at
    elif event.path in names:
        number = names.pop(event.path)
        if event.deed == "rename":
            names[event.to] = number


@dataclass
class Cuts:
    """What was found after power cuts."""

    points: int = 0
    states: int = 0
    lost: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"moments {self.points:5}  states {self.states:5}  lost or half {len(self.lost)}"


def cut_power(
    disk: Disk,
    events: list[Event],
    look: Callable[[Path], object],
    *,
    states: list[object],
    place: Path,
    wanted: int,
    dice: random.Random,
) -> Cuts:
    """Cut the power at moments of chance among events, about `wanted` times, and look what is there.

    `look` is to give one of `states`: the one acknowledged last, or the next, and to raise where all is not sound.
    """
    cuts, seen, done = Cuts(), set[int](), 0
    share = wanted / (len(events) + 1)
    for point, event in enumerate([Event("begin", ""), *events]):
        disk.do(event)
        done += event.deed == "acknowledged"
        tries = int(share) + (dice.random() < share % 1) + 2 * (event.deed == "acknowledged")
        cuts.points += tries > 0
        for _ in range(tries):
            found = disk.found(dice)
            seal = hash((done, *sorted(found.items(), key=str)))
            if seal in seen:
                continue
            seen.add(seal)
            cuts.states += 1
            laid_out = _laid_out(disk.top, found, place / f"{point}-{cuts.states}")
            try:
                state = look(laid_out)
            except Exception as failure:  # noqa: BLE001 - whatever it is, it must not be
                cuts.lost.append(f"after {point} ({event.deed}): {failure!r}")
                continue
            finally:
                shutil.rmtree(laid_out)
            if state not in states[done : done + 2]:
                cuts.lost.append(f"after {point} ({event.deed}): not as it was at {done} or then")
    return cuts


def _laid_out(top: str, found: dict[str, bytes | None], place: Path) -> Path:
    """The files as they are found, in a new place."""
    place.mkdir(parents=True)
    for path in sorted(found, key=len):
        content, to = found[path], place / os.path.relpath(path, top)
        if content is None:
            to.mkdir()
        else:
            to.write_bytes(content)
    return place
