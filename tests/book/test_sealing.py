"""Encrypted copies: nothing readable is left, only the password opens them, and what comes out is proved."""

import os
import stat
from pathlib import Path
from typing import Any

import pyrage
import pytest

from csdesk.book import sealed
from csdesk.book.backup import restore
from csdesk.book.check import check
from csdesk.book.dump import dump
from csdesk.book.errors import (
    BookDamaged,
    BookExists,
    BookMissing,
    BookTooNew,
    DiskFull,
    NotABook,
    WrongPassword,
)
from csdesk.book.file import Book
from csdesk.book.sealed import content_of, is_sealed, seal, unseal, unsealed

PASSWORD = "four words of sample 鍵"


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library spends a second and a gigabyte on each password; so that only one test pays for them, the others
    encrypt to a key instead."""
    identity = pyrage.x25519.Identity.generate()

    class Passphrase:
        @staticmethod
        def encrypt(content: bytes, password: str) -> bytes:
            return bytes(pyrage.encrypt(password.encode() + b"\0" + content, [identity.to_public()]))

        @staticmethod
        def decrypt(content: bytes, password: str) -> bytes:
            found, _, rest = bytes(pyrage.decrypt(content, [identity])).partition(b"\0")
            if found != password.encode():
                raise pyrage.DecryptError("Decryption failed")
            return rest

    monkeypatch.setattr(pyrage, "passphrase", Passphrase)


@pytest.fixture
def made(filled: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """An encrypted copy of the book."""
    request.getfixturevalue("cheap")
    target = tmp_path / "team.csdesk.age"
    seal(content_of(filled.book), target, PASSWORD)
    return target


def test_any_age_program_opens_it_by_the_password_alone(filled: Any, tmp_path: Path) -> None:
    target = tmp_path / "team.csdesk.age"
    content = content_of(filled.book)
    seal(content, target, PASSWORD)
    assert target.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert pyrage.passphrase.decrypt(target.read_bytes(), PASSWORD) == content
    with pytest.raises(WrongPassword) as raised:
        unsealed(target, PASSWORD + " ")
    assert raised.value.path == target


def test_what_comes_out_is_the_book_for_its_owner_alone(filled: Any, made: Path, tmp_path: Path, clock: Any) -> None:
    target = tmp_path / "out.csdesk"
    unseal(made, target, PASSWORD)
    if os.name == "posix":
        assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(target.stat().st_mode) == 0o600
    with Book.open(target, who="w", clock=clock) as copy:
        assert dump(copy) == dump(filled.book)
        assert check(copy) == ()
    assert b"SQLite" not in made.read_bytes()


def test_nothing_that_is_there_is_written_over(filled: Any, made: Path, path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(BookExists):
        unseal(made, path, PASSWORD)
    with pytest.raises(BookExists):
        seal(content_of(filled.book), made, PASSWORD)
    with pytest.raises(BookMissing):
        seal(b"", tmp_path / "none" / "x.age", PASSWORD)
    assert path.read_bytes() == before


def test_restoring_an_encrypted_copy_is_as_any_restore(filled: Any, made: Path, path: Path, clock: Any) -> None:
    expected = dump(filled.book)
    with pytest.raises(WrongPassword):
        restore(path, made, "wrong")
    filled.book.undo()
    undone = dump(filled.book)
    filled.book.close()
    kept = restore(path, made, PASSWORD)
    assert kept is not None
    with Book.open(path, who="w", clock=clock) as book, Book.open(kept, who="w", clock=clock) as replaced:
        assert dump(book) == expected
        assert dump(replaced) == undone
    path.unlink()
    assert restore(path, made, PASSWORD) is None
    with Book.open(path, who="w", clock=clock) as book:
        assert dump(book) == expected


def test_what_is_no_sound_book_inside_is_refused_and_not_written(filled: Any, made: Path, tmp_path: Path) -> None:
    content, other = content_of(filled.book), tmp_path / "other.age"
    spoilt = bytearray(content)
    spoilt[5000:-100] = b"\xa5" * (len(content) - 5100)
    newer = bytearray(content)
    newer[60:64] = (999).to_bytes(4, "big")
    for inside, error in (
        (b"text", NotABook), (content[:-5000], BookDamaged), (bytes(spoilt), BookDamaged), (bytes(newer), BookTooNew),
    ):  # fmt: skip
        seal(inside, other, PASSWORD)
        with pytest.raises(error) as raised:
            unseal(other, tmp_path / "out.csdesk", PASSWORD)
        assert raised.value.path == other
        other.unlink()
    other.write_bytes(made.read_bytes()[:-20])
    with pytest.raises(WrongPassword):
        unsealed(other, PASSWORD)
    other.write_bytes(b"age-encryption.org/v1\nrubbish")
    with pytest.raises(WrongPassword):
        unsealed(other, PASSWORD)
    with pytest.raises(NotABook):
        unsealed(filled.book.path, PASSWORD)
    assert not (tmp_path / "out.csdesk").exists()


def test_no_readable_copy_is_left_or_even_made_elsewhere(
    filled: Any, made: Path, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "no temporary folder"))
    there = {found.name for found in tmp_path.iterdir()}
    content = content_of(filled.book)
    with monkeypatch.context() as broken:
        broken.setattr("csdesk.book.durable.os.fsync", full)
        for attempt in (
            lambda: unseal(made, tmp_path / "out.csdesk", PASSWORD),
            lambda: seal(content, tmp_path / "again.age", PASSWORD),
        ):
            with pytest.raises(DiskFull):
                attempt()
    assert {found.name for found in tmp_path.iterdir()} == there
    assert [is_sealed(found) for found in (made, path, tmp_path, tmp_path / "none")] == [True, False, False, False]


def test_a_damaged_book_is_not_encrypted(filled: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_connection: object, path: Path) -> None:
        raise BookDamaged(path)

    monkeypatch.setattr(sealed, "prove", damaged)
    with pytest.raises(BookDamaged):
        content_of(filled.book)
