"""What is kept of an error of ours: its kind and where in the program it arose, never its words, which may be a
customer's."""

from __future__ import annotations

import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from types import TracebackType

LOG = "csdesk.log"
_KEPT = 200_000
"""Letters of the log that are kept before a new entry."""


def details(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of error, and a line for each place it passed."""
    frames = traceback.extract_tb(trace)
    return "\n".join((kind.__name__, *(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)))


def log(text: str, folder: Path, now: datetime) -> Path | None:
    """Write an entry at the end of the log in that folder, readable by its owner only; gives the log, None where it
    could not be written."""
    file = folder / LOG
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = file.read_text(encoding="utf-8", errors="replace")[-_KEPT:] if file.is_file() else ""
        part = file.with_name(f"{LOG}.part")
        part.touch(mode=0o600)
        part.write_text(f"{kept}{now:%Y-%m-%d %H:%M:%S} {text}\n", encoding="utf-8")
        part.replace(file)
        return file
    return None


def own_folder() -> Path:
    """Where the window keeps its log too."""
    import platformdirs

    return platformdirs.user_data_path("csdesk", appauthor=False)
