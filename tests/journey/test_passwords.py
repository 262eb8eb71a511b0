"""Encrypted copies and protected workbooks from the command line; the password is never a word of the command."""

import getpass
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msoffcrypto
import pyrage
import pytest
from python_calamine import CalamineWorkbook

Command = Callable[..., tuple[int, Any]]
DONE, USAGE, UNUSABLE = 0, 2, 3
PASSWORD = "four words of sample 鍵"


@pytest.fixture
def book(command: Command, tmp_path: Path) -> Path:
    path = tmp_path / "team.csdesk"
    assert command("demo", path)[0] == DONE
    return path


@pytest.fixture
def password(tmp_path: Path) -> Path:
    file = tmp_path / "password.txt"
    file.write_text(f"{PASSWORD}\nits second line is mine\n", encoding="utf-8")
    return file


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library does with a password takes seconds by design; here it costs nothing."""

    class Passphrase:
        @staticmethod
        def encrypt(content: bytes, password: str) -> bytes:
            return b"age-encryption.org/v1\n" + password.encode() + b"\0" + content

        @staticmethod
        def decrypt(content: bytes, password: str) -> bytes:
            found, _, rest = content.removeprefix(b"age-encryption.org/v1\n").partition(b"\0")
            if found != password.encode():
                raise pyrage.DecryptError("Decryption failed")
            return rest

    monkeypatch.setattr(pyrage, "passphrase", Passphrase)


def test_an_encrypted_copy_there_and_back(command: Command, book: Path, password: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "out.csdesk.age", tmp_path / "again.csdesk"
    before = command("metrics", book, "--as-of", "2024-06-30")
    assert command("backup", book, out, "--password-file", password) == (DONE, f"{out}\n")
    assert out.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert command("restore", again, out, "--password-file", password) == (DONE, f"{again}\n")
    assert command("metrics", again, "--as-of", "2024-06-30") == before
    assert {path.name for path in tmp_path.iterdir()} == {book.name, out.name, again.name, password.name}


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_wrong_password_is_one_plain_sentence(
    command: Command, book: Path, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, before = tmp_path / "out.csdesk.age", book.read_bytes()
    monkeypatch.setenv("CSDESK_PASSWORD", PASSWORD)
    assert command("backup", book, out)[0] == DONE
    monkeypatch.setenv("CSDESK_PASSWORD", "wrong")
    status, said = command("restore", book, out, "--lang", language)
    assert status == UNUSABLE
    assert {"en": "does not open", "ja": "開けません"}[language] in said
    assert (said.count("\n"), book.read_bytes()) == (1, before)
    assert {path.name for path in tmp_path.iterdir()} == {book.name, out.name}


@pytest.mark.usefixtures("cheap")
def test_without_one_it_is_asked_for_on_the_terminal(
    command: Command, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.csdesk.AGE"
    typed, asked = [PASSWORD, "another", PASSWORD, PASSWORD, "", PASSWORD], []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return typed.pop(0)

    monkeypatch.setattr(getpass, "getpass", ask)
    assert command("backup", book, out)[0] == USAGE, "no terminal"
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    status, said = command("backup", book, out)
    assert (status, "not the same" in said, out.exists()) == (USAGE, True, False)
    assert command("backup", book, out)[0] == DONE
    assert "empty" in command("restore", book, out)[1]
    assert command("restore", book, out)[0] == DONE
    assert asked == [*["Password for out.csdesk.AGE: ", "The same again: "] * 2, *["Password for out.csdesk.AGE: "] * 2]


@pytest.mark.parametrize("command_name", ["export", "report"])
def test_a_protected_workbook_opens_by_its_password_alone(
    command: Command, book: Path, password: Path, tmp_path: Path, command_name: str
) -> None:
    plain, protected, opened = tmp_path / "plain.xlsx", tmp_path / "protected.xlsx", io.BytesIO()
    day = ("--as-of", "2024-06-30")
    assert command(command_name, book, plain, *day)[0] == DONE
    assert command(command_name, book, protected, *day, "--password-file", password)[0] == DONE
    with protected.open("rb") as handle:
        file = msoffcrypto.OfficeFile(handle)
        assert file.is_encrypted()
        file.load_key(password=PASSWORD, verify_password=True)
        file.decrypt(opened, verify_integrity=True)
        with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
            file.load_key(password="wrong", verify_password=True)
    opened.seek(0)
    first, second = CalamineWorkbook.from_path(plain), CalamineWorkbook.from_filelike(opened)
    assert second.sheet_names == first.sheet_names
    for name in first.sheet_names:
        assert second.get_sheet_by_name(name).to_python() == first.get_sheet_by_name(name).to_python()


def test_what_nothing_protects_is_not_written(
    command: Command, book: Path, password: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    for words in (
        ("export", book, tmp_path / "out.csv", "--password-file", password),
        ("export", book, tmp_path / "out", "--password-file", password),
        ("backup", book, tmp_path / "out.csdesk", "--password-file", password),
        ("backup", book, "--password-file", password),
        ("report", book, tmp_path / "out.xlsx", "--password-file", tmp_path / "none.txt"),
    ):
        status, said = command(*words)
        assert (status, said.count("\n")) == (USAGE, 1)
    password.write_text("\n", encoding="utf-8")
    assert command("report", book, tmp_path / "out.xlsx", "--password-file", password)[0] == USAGE
    monkeypatch.setenv("CSDESK_PASSWORD", PASSWORD)
    assert command("export", book, tmp_path / "out")[0] == USAGE
    assert {path.name for path in tmp_path.iterdir()} == before
