"""Which computer this is, for the other computers that use a shared folder."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.book.presence import Machine


def this_machine(folder: Path | None = None, name: str | None = None) -> Machine:
    """This computer as this person uses it: its name, and a random number kept in the person's own settings.

    The key is made of both: settings that several computers share, as on a roaming profile, are no sign of one
    computer, nor is a name that many have. Where nothing can be kept, the name alone must do.
    """
    import hashlib
    import platform

    from csdesk.book.presence import Machine

    if folder is None:
        import platformdirs

        folder = platformdirs.user_config_path("csdesk", appauthor=False)
    called = name or platform.node() or "?"
    digest = hashlib.sha256(f"{_kept_number(folder)} {called}".encode("utf-8", "replace"))
    return Machine(digest.hexdigest()[:12], called)


def _kept_number(folder: Path) -> str:
    import secrets

    file = folder / "computer"
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with file.open("x", encoding="ascii") as made:
            made.write(secrets.token_hex(16))
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
