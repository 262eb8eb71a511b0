"""Encrypted copies of a book: made, opened, and how well a password would keep them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from csdesk.models.endings import BOOK_SUFFIX, SEALED_SUFFIX

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.book.file import Book

_FAIR, _GOOD = 12, 16
_VARIED = 6
"""Different letters that a password of any length needs."""


class Strength(StrEnum):
    """How hard a password is to guess, as far as its length and its letters tell."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"


def strength(password: str) -> Strength:
    """Length tells most: few, repeated letters are weak however many there are."""
    if len(password) < _FAIR or len(set(password)) < _VARIED:
        return Strength.WEAK
    return Strength.FAIR if len(password) < _GOOD else Strength.GOOD


def is_sealed_name(path: Path) -> bool:
    """Whether a file of that name is an encrypted copy, or is to be one."""
    return path.suffix.casefold() == SEALED_SUFFIX


def opened_name(sealed: Path) -> Path:
    """A free name beside an encrypted copy for what is in it."""
    plain = sealed.with_suffix("")
    plain = plain if plain.suffix == BOOK_SUFFIX else plain.with_name(f"{plain.name}{BOOK_SUFFIX}")
    number, found = 2, plain
    while found.exists():
        found = plain.with_stem(f"{plain.stem} {number}")
        number += 1
    return found


def is_sealed(path: Path) -> bool:
    """Whether a file is in the age format. Raises BookError."""
    from csdesk.book.sealed import is_sealed as begins_so

    return begins_so(path)


def content_of(book: Book) -> bytes:
    """What there is to encrypt. Raises BookError."""
    from csdesk.book.sealed import content_of as checked_copy

    return checked_copy(book)


def seal(content: bytes, target: Path, password: str) -> None:
    """Write it, encrypted, where nothing is yet; takes seconds, on purpose. Raises BookError."""
    from csdesk.book.sealed import seal as encrypt

    encrypt(content, target, password)


def unseal(sealed: Path, target: Path, password: str) -> None:
    """Decrypt a copy to a place where nothing is yet, checked first. Raises BookError: also for a wrong password."""
    from csdesk.book.sealed import unseal as decrypt

    decrypt(sealed, target, password)
