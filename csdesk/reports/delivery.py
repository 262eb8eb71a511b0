"""A file going out: written aside, synced and moved into place, or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from csdesk.book.durable import aside, sweep, sync_folder
from csdesk.book.header import MAGIC


class Hindrance(StrEnum):
    """Why a file could not be put where it was wanted; `wording.reports` says it in words."""

    NO_FOLDER = "no_folder"
    NOT_A_FILE = "not_a_file"
    READ_ONLY = "read_only"
    OPEN_ELSEWHERE = "open_elsewhere"
    HOLDS_A_BOOK = "holds_a_book"
    NO_WORKBOOK = "no_workbook"
    NO_REVIEW = "no_review"
    NO_CALENDAR = "no_calendar"
    DISK_FULL = "disk_full"
    BAD_NAME = "bad_name"
    CANNOT_WRITE = "cannot_write"
    NO_TEMPLATE = "no_template"
    TEMPLATE_UNREADABLE = "template_unreadable"
    TEMPLATE_LOCKED = "template_locked"
    TEMPLATE_MACROS = "template_macros"
    IS_TEMPLATE = "is_template"
    NO_NAMES = "no_names"


class ReportRefused(Exception):
    """A file that could not be written. What stood at its place before still stands there, untouched."""

    def __init__(self, reason: Hindrance, path: Path) -> None:
        super().__init__(reason, path)
        self.reason = reason
        self.path = path


_REASONS = {
    errno.ENOSPC: Hindrance.DISK_FULL,
    errno.EDQUOT: Hindrance.DISK_FULL,
    errno.EFBIG: Hindrance.DISK_FULL,
    errno.EACCES: Hindrance.READ_ONLY,
    errno.EPERM: Hindrance.READ_ONLY,
    errno.EROFS: Hindrance.READ_ONLY,
    errno.ENOENT: Hindrance.NO_FOLDER,
    errno.ENOTDIR: Hindrance.NO_FOLDER,
    errno.ENAMETOOLONG: Hindrance.BAD_NAME,
    errno.EINVAL: Hindrance.BAD_NAME,
}


@contextmanager
def delivered(path: Path) -> Iterator[BinaryIO]:
    """A handle whose bytes become the file at `path` once the block ends well.

    When the block raises, or the bytes cannot be stored, nothing is left behind and an older file stays as it was.
    A link is followed. Raises ReportRefused.
    """
    target = Path(os.path.realpath(path))
    _refuse_early(target)
    sweep(target.parent)
    part = aside(target)
    try:
        with _refusing(target), part.open("xb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        _move(part, target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def _refusing(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ReportRefused(_REASONS.get(error.errno or 0, Hindrance.CANNOT_WRITE), target) from error


def _refuse_early(target: Path) -> None:
    """Refuse before any work what is known to fail, or what a move would silently pull from under another program."""
    with _refusing(target):
        if not target.parent.is_dir():
            raise ReportRefused(Hindrance.NO_FOLDER, target)
        if not target.exists():
            return
        if not target.is_file():
            raise ReportRefused(Hindrance.NOT_A_FILE, target)
        if not os.access(target, os.W_OK):
            raise ReportRefused(Hindrance.READ_ONLY, target)
        with target.open("rb") as handle:
            if handle.read(len(MAGIC)) == MAGIC:
                raise ReportRefused(Hindrance.HOLDS_A_BOOK, target)
        if any(target.with_name(mark).exists() for mark in (f".~lock.{target.name}#", f"~${target.name}")):
            raise ReportRefused(Hindrance.OPEN_ELSEWHERE, target)


def _move(part: Path, target: Path) -> None:
    try:
        if target.exists():
            shutil.copymode(target, part)
        part.replace(target)
    except PermissionError as error:
        raise ReportRefused(Hindrance.OPEN_ELSEWHERE, target) from error
    except OSError as error:
        raise ReportRefused(Hindrance.CANNOT_WRITE, target) from error
    with suppress(OSError):
        sync_folder(target.parent)
