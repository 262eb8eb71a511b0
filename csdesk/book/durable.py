"""Files that are there whole or not at all: written aside, synced, moved into place; and what killed processes left."""

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

_DAY = 24 * 60 * 60
"""Seconds after which whoever wrote a file and did not finish has surely been killed."""
_SCRATCH = "csdesk-scratch-"
_ASIDE = re.compile(r"\.csdesk-[0-9a-f]{12}\.part(-journal)?")
_SCRATCH_FOLDER = re.compile(rf"{_SCRATCH}[a-z0-9_]{{8}}")


@contextmanager
def written_aside(target: Path) -> Iterator[Path]:
    """An empty file, readable by its owner only, that becomes `target` when the block ends well."""
    sweep(target.parent)
    part = aside(target)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield part
        _sync(part)
        part.replace(target)
        sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def aside(target: Path) -> Path:
    """A free name beside a file, by which `sweep` knows what was left of it."""
    return target.with_name(f".csdesk-{secrets.token_hex(6)}.part")


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for files that must not outlive the block."""
    with TemporaryDirectory(prefix=_SCRATCH, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def sweep(*folders: Path) -> None:
    """Remove what processes that were killed have left in these folders and among the system's temporary files.

    Only what bears a name of ours and was not written to for a day, as the system's files have the time: another
    process may still be at work on what is younger. What cannot be removed stays.
    """
    with suppress(OSError), scratch() as new:
        before = new.stat().st_mtime - _DAY
        for folder in {new.parent, *folders}:
            _sweep(folder, before)


def _sweep(folder: Path, before: float) -> None:
    with suppress(OSError), os.scandir(folder) as there:
        for entry in there:
            part, put_by = _ASIDE.fullmatch(entry.name), _SCRATCH_FOLDER.fullmatch(entry.name)
            if not (part or put_by) or entry.stat(follow_symlinks=False).st_mtime > before:
                continue
            if part and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    Path(entry.path).unlink()
            elif put_by:
                shutil.rmtree(entry.path, ignore_errors=True)  # of a link it refuses to


def sync_folder(folder: Path) -> None:
    """Make names in a folder last, where the system has a call for it."""
    if os.name == "posix":
        _sync(folder)


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
