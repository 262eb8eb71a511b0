"""The password of a command: from a file, from the environment, or typed; never from the command line itself."""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING

from csdesk.usecases.stopped import PasswordRefused, PasswordTrouble
from csdesk.wording.passwords import AGAIN, PROMPT

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

_VARIABLE = "CSDESK_PASSWORD"


def given(options: Namespace) -> str:
    """The password in the file named, else in the environment; '' where there is neither. Raises PasswordRefused."""
    file: Path | None = options.password_file
    if file is None:
        return os.environ.get(_VARIABLE, "")
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as failure:
        raise PasswordRefused(PasswordTrouble.UNREADABLE, file) from failure
    if not lines or not lines[0]:
        raise PasswordRefused(PasswordTrouble.EMPTY, file)
    return lines[0]


def asked(options: Namespace, path: Path, *, anew: bool = False) -> str:
    """The same, else typed on the terminal, twice where it is a new one."""
    found = given(options)
    if found:
        return found
    if not sys.stdin.isatty():
        raise PasswordRefused(PasswordTrouble.NONE, path)
    typed = getpass.getpass(PROMPT.say(options.lang, name=path.name))
    if not typed:
        raise PasswordRefused(PasswordTrouble.EMPTY, path)
    if anew and getpass.getpass(AGAIN.say(options.lang)) != typed:
        raise PasswordRefused(PasswordTrouble.DIFFERENT, path)
    return typed


def refuse_file(options: Namespace, path: Path) -> None:
    """Refuse a password file for what would be written as it is, for anyone to read."""
    if options.password_file is not None:
        raise PasswordRefused(PasswordTrouble.NOT_HERE, path)
