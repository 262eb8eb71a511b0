"""Listens to what SQLite and Python tell the system to write, sync, rename and delete below a folder."""

import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from .power import Disk, Event

_POINTER, _INT, _LONG, _TEXT = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64, ctypes.c_char_p
OPENED = Path("/proc/self/fd")
_CREATE, _JOURNALS = 0x4, 0x800 | 0x4000


def _structure(*fields: tuple[str, Any]) -> type[ctypes.Structure]:
    return type("Structure", (ctypes.Structure,), {"_fields_": fields})


_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_DELETE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT)
_WRITE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _POINTER, _LONG)
_SYNC = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)
_Vfs = _structure(
    ("version", _INT), ("size", _INT), ("longest", _INT), ("next", _POINTER), ("name", _TEXT), ("data", _POINTER),
    ("open", _OPEN), ("delete", _DELETE), *((f"rest{number}", _POINTER) for number in range(14)),
)  # fmt: skip
_Methods = _structure(
    ("version", _INT), ("close", _POINTER), ("read", _POINTER), ("write", _WRITE), ("truncate", _TRUNCATE),
    ("sync", _SYNC), *((f"rest{number}", _POINTER) for number in range(13)),
)  # fmt: skip


def sqlite() -> ctypes.CDLL | None:
    """The library that Python's own module works with; None where it cannot be spoken to."""
    try:
        import _sqlite3

        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = _POINTER
    except (ImportError, AttributeError, OSError):
        return None
    return library if OPENED.is_dir() else None


def _path(name: int | None) -> str:
    """Of a name that SQLite gives; it must be handed on as it is, for more lies behind it."""
    return os.fsdecode(ctypes.string_at(name)) if name else ""


class Recorder:
    """Hands every call on to SQLite's usual VFS, and keeps what it was."""

    def __init__(self, library: ctypes.CDLL, folder: Path) -> None:
        self.library, self.folder = library, str(folder)
        self.disk, self.events = Disk.holding(folder), list[Event]()
        self._known = {*self.disk.names}
        self._paths: dict[int, str] = {}
        self._unsynced: set[str] = set()
        """Journals whose first sync is one of their folder as well, so that the name lasts."""
        self._methods: dict[int, Any] = {}
        self._usual = _Vfs.from_address(library.sqlite3_vfs_find(None))
        self._own = _Vfs.from_buffer_copy(self._usual)
        self._own.name = b"recording"
        self._own.open, self._own.delete = _OPEN(self._open), _DELETE(self._delete)

    def note(self, deed: str, path: str, **more: Any) -> None:
        if path.startswith(self.folder + os.sep) or (deed == "folder" and path == self.folder):
            self.events.append(Event(deed, path, **more))
            self._known.add(path)

    def acknowledged(self) -> None:
        """All that was done up to here is done for good."""
        self.events.append(Event("acknowledged", ""))

    @contextmanager
    def listening(self) -> Iterator[None]:
        self.library.sqlite3_vfs_register(ctypes.byref(self._own), 1)
        try:
            with self._to_python():
                yield
        finally:
            self.library.sqlite3_vfs_unregister(ctypes.byref(self._own))

    def _open(self, vfs: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        path = _path(name)
        new = bool(flags & _CREATE) and not Path(path).exists()
        status: int = self._usual.open(vfs, name, file, flags, out)
        at = _POINTER.from_address(file)
        if status or not at.value:
            return status
        if new:
            self.note("create", path)
            if flags & _JOURNALS:
                self._unsynced.add(path)
        self._paths[file] = path
        if at.value not in self._methods:
            self._methods[at.value] = self._listened(_Methods.from_address(at.value))
        at.value = ctypes.addressof(self._methods[at.value])
        return status

    def _listened(self, usual: Any) -> Any:
        def write(file: int, data: int, size: int, offset: int) -> int:
            self.note("write", self._paths[file], at=offset, data=ctypes.string_at(data, size))
            return int(usual.write(file, data, size, offset))

        def truncate(file: int, size: int) -> int:
            self.note("truncate", self._paths[file], at=size)
            return int(usual.truncate(file, size))

        def sync(file: int, flags: int) -> int:
            path = self._paths[file]
            self.note("sync", path)
            if path in self._unsynced:
                self._unsynced.remove(path)
                self.note("folder", str(Path(path).parent))
            return int(usual.sync(file, flags))

        own = _Methods.from_buffer_copy(usual)
        own.write, own.truncate, own.sync = _WRITE(write), _TRUNCATE(truncate), _SYNC(sync)
        return own

    def _delete(self, vfs: int, name: int, sync: int) -> int:
        status: int = self._usual.delete(vfs, name, sync)
        path = _path(name)
        if not status:
            self.note("unlink", path)
            if sync:
                self.note("folder", str(Path(path).parent))
        return status

    @contextmanager
    def _to_python(self) -> Iterator[None]:
        def open_file(path: Any, flags: int, *more: Any, **named: Any) -> int:
            new = bool(flags & os.O_CREAT) and not Path(path).exists()
            opened = usual["open"](path, flags, *more, **named)
            if new:
                self.note("create", os.fsdecode(path))
            return int(opened)

        def fsync(opened: int) -> None:
            path = str((OPENED / str(opened)).readlink())
            usual["fsync"](opened)
            if path not in self._known and Path(path).is_file():  # written by means that nobody listens to
                self.note("create", path)
                self.note("write", path, data=Path(path).read_bytes())
            self.note("folder" if Path(path).is_dir() else "sync", path)

        def rename(deed: str) -> Callable[..., None]:
            def renamed(path: Any, to: Any, **named: Any) -> None:
                usual[deed](path, to, **named)
                self.note("rename", os.fsdecode(path), to=os.fsdecode(to))

            return renamed

        def unlink(path: Any, **named: Any) -> None:
            usual["unlink"](path, **named)
            self.note("unlink", os.fsdecode(path))

        def mkdir(path: Any, *more: Any, **named: Any) -> None:
            usual["mkdir"](path, *more, **named)
            self.note("mkdir", os.fsdecode(path))

        usual = {name: getattr(os, name) for name in ("open", "fsync", "rename", "replace", "unlink", "mkdir")}
        with mock.patch.multiple(
            os, open=open_file, fsync=fsync, rename=rename("rename"), replace=rename("replace"), unlink=unlink,
            mkdir=mkdir,
        ):  # fmt: skip
            yield
