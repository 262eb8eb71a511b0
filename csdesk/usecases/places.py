"""Where a book lies: on this computer, in a folder that a service copies to others, or on a network."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from pathlib import Path


class Keeper(StrEnum):
    """Who else may write to a folder."""

    ONEDRIVE = "onedrive"
    DROPBOX = "dropbox"
    GOOGLE_DRIVE = "google_drive"
    ICLOUD = "icloud"
    BOX = "box"
    NETWORK = "network"


_END = r"(?:$|[ \-_(（@.])"
_FOLDERS = {
    Keeper.ONEDRIVE: re.compile(rf"onedrive{_END}"),
    Keeper.DROPBOX: re.compile(rf"dropbox{_END}"),
    Keeper.GOOGLE_DRIVE: re.compile(rf"google ?drive{_END}|(?:my drive|マイドライブ|shared drives|共有ドライブ)$"),
    Keeper.ICLOUD: re.compile(rf"icloud ?(?:drive|photos)?{_END}|com~apple~clouddocs$"),
    Keeper.BOX: re.compile(r"(?:box|box sync|box-box)$"),
}
"""Names that the services give their folders, folded: 'OneDrive - Company', 'Dropbox (Team)', 'GoogleDrive-name'."""

_FUSE = ("sshfs", "rclone", "davfs2", "gvfsd-fuse", "glusterfs", "s3fs", "curlftpfs")
_NETWORK_TYPES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "ceph", "glusterfs", "lustre", "coda"),
        *(f"fuse.{name}" for name in _FUSE),
    }
)
_OCTAL = re.compile(r"\\([0-7]{3})")


def shared_place(book: Path, mounts: Path = Path("/proc/mounts")) -> Keeper | None:
    """Who else may write to a book's folder, as far as names and this system's list of mounts tell; None: nobody known.

    No network is asked: a share that looks like a folder of this computer is not recognised.
    """
    whole = book.absolute()
    if whole.drive.startswith(("\\\\", "//")):
        return Keeper.NETWORK
    for part in reversed(whole.parts[:-1]):
        for keeper, pattern in _FOLDERS.items():
            if pattern.match(part.casefold()):
                return keeper
    return Keeper.NETWORK if _mounted_as(whole.resolve(), mounts) in _NETWORK_TYPES else None


_PLAIN_CONFLICTS = (
    re.compile(r" ?[(（].*(?:conflict|競合).*[)）]", re.IGNORECASE),  # Dropbox, Box, Nextcloud
    re.compile(r"\.sync-conflict-\d{8}-\d{6}.*"),  # Syncthing
)
"""What stands after the book's name in the name of the second of two versions."""
_LIKELY_CONFLICTS = (
    re.compile(r" ?[(（]\d{1,2}[)）]"),  # Google Drive
    re.compile(r" \d"),  # iCloud
    re.compile(r" ?[-_]? ?の?(?:copy|コピー)(?: ?[(（]?\d+[)）]?)?", re.IGNORECASE),
    re.compile(r"-(?=.*[A-Z])[A-Z0-9][A-Z0-9-]{2,14}(?:-\d+)?"),  # OneDrive adds the computer's name
    re.compile(r"-.*(?:MacBook|iMac|Mac mini|Mac-mini).*"),
)
"""The same where a person might have chosen the name: worth a word only in a folder that a service copies."""
_BEFORE_NAME = re.compile(r"(?:copy of |\[conflict\] ?)", re.IGNORECASE)


def conflict_copies(book: Path, keeper: Keeper | None) -> tuple[Path, ...]:
    """Files beside a book that a service has made, to all appearance, because two computers changed it at once."""
    synced = keeper not in {None, Keeper.NETWORK}
    try:
        others = [path for path in book.absolute().parent.iterdir() if path.suffix == book.suffix]
    except OSError:
        return ()
    return tuple(sorted(other for other in others if _is_conflict(book.stem, other.stem, synced=synced)))


def _is_conflict(book: str, other: str, *, synced: bool) -> bool:
    book, other = (unicodedata.normalize("NFC", name) for name in (book, other))
    if other.endswith(book) and _BEFORE_NAME.fullmatch(other.removesuffix(book)):
        return synced
    if not other.startswith(book):
        return False
    rest = other.removeprefix(book)
    patterns = (*_PLAIN_CONFLICTS, *(_LIKELY_CONFLICTS if synced else ()))
    return any(pattern.fullmatch(rest) for pattern in patterns)


def _mounted_as(path: Path, mounts: Path) -> str:
    """The type of the file system a path lies on; '' where the list cannot be read."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    fields = [line.split() for line in lines]
    found = [(Path(_unescaped(row[1])), row[2]) for row in fields if len(row) > 2]  # noqa: PLR2004 - device, place, type
    over = [(len(place.parts), at, kind) for at, (place, kind) in enumerate(found) if path.is_relative_to(place)]
    return max(over, default=(0, 0, ""))[2]


def _unescaped(text: str) -> str:
    """A blank in a mount point is written as its octal number."""
    return _OCTAL.sub(lambda code: chr(int(code[1], 8)), text)
