"""Files that steps link to, found anew wherever the book has moved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from csdesk.models.problems import Place, Problem, Reason
from csdesk.models.text import visible
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_PATH = 1000
_TEXTS = ("pdf", "doc", "docx", "odt", "rtf", "txt", "md", "pages")
_TABLES = ("xls", "xlsx", "ods", "csv", "tsv", "numbers")
_SLIDES = ("ppt", "pptx", "odp", "key")
_PICTURES = ("png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "heic", "mp4", "mov")
DOCUMENTS = frozenset((*_TEXTS, *_TABLES, *_SLIDES, *_PICTURES))
"""Endings of files that are read, not run: these alone are opened."""
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[/\\]")
_BREAKS = frozenset("\t\n\u2028\u2029")
"""What parts a text and is no letter, beside what `visible` shows by its code."""


class Reach(StrEnum):
    """How far a linked file can be reached: it opens, or its folder alone is shown; or it is not there, is no path of a
    file on this computer, or has not been chosen yet."""

    OPENS = "opens"
    FOLDER = "folder"
    MISSING = "missing"
    UNSOUND = "unsound"
    UNCHOSEN = "unchosen"


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """A linked file as it is on this computer; `path` is None where there can be none."""

    reach: Reach
    path: Path | None = None


def linked(book: Path, file: Path) -> str:
    """The text by which a file is linked: its path from the book's folder where it lies in or under it, so that the
    folder can be moved whole, else its whole path. Raises Refused where it is no path of a file on this computer."""
    whole, folder = file.absolute(), book.absolute().parent
    kept = whole.relative_to(folder) if whole.is_relative_to(folder) else whole
    text = kept.as_posix()
    refuse_unsound_file(text, "task.material_file")
    return text


def linked_file(book: Path, text: str) -> LinkedFile:
    """What a link leads to. The text may have come with a file of another's making, and is looked at before the disk
    is: an address or another computer's folder is never asked for."""
    if not text:
        return LinkedFile(Reach.UNCHOSEN)
    if not is_sound(text):
        return LinkedFile(Reach.UNSOUND)
    path = book.absolute().parent / text
    try:
        if not path.is_file():
            return LinkedFile(Reach.MISSING, path)
        kinds = {one.suffix.casefold().removeprefix(".") for one in (path, path.resolve())}
    except (OSError, ValueError):
        return LinkedFile(Reach.MISSING, path)
    return LinkedFile(Reach.OPENS if kinds <= DOCUMENTS else Reach.FOLDER, path)


def is_sound(text: str) -> bool:
    """Whether a text can be the path of a file on this computer: no address, no other computer's folder, no way up, no
    letters that cannot be seen or turn those around them, with which a program can look like a document."""
    parts = text.replace("\\", "/")
    if len(text) > LONGEST_PATH or parts.startswith("//") or _ADDRESS.match(text) or ".." in parts.split("/"):
        return False
    return visible(text) == text and _BREAKS.isdisjoint(text)


def refuse_unsound_file(text: str, field: str) -> None:
    """Raise Refused where a text cannot be the path of a file on this computer."""
    if len(text) > LONGEST_PATH:
        raise Refused(Problem(Place(), field, text[:60], Reason.TOO_LONG))
    if not is_sound(text):
        raise Refused(Problem(Place(), field, text, Reason.NO_FILE_HERE))
