"""What cannot be done is said in one plain line, with the right status, and leaves everything as it was."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., tuple[int, Any]]
UNUSABLE = 3


def refused(result: tuple[int, Any]) -> str:
    status, said = result
    assert status == UNUSABLE
    assert said.startswith("csdesk: ")
    assert said.count("\n") == 1
    assert "Traceback" not in said
    return str(said)


@pytest.fixture
def book(command: Command, tmp_path: Path) -> Path:
    path = tmp_path / "team.csdesk"
    assert command("new", path)[0] == 0
    return path


@pytest.mark.parametrize("language", ["en", "ja"])
def test_not_a_book(command: Command, tmp_path: Path, language: str) -> None:
    path = tmp_path / "letter.csdesk"
    path.write_text("Dear reader", encoding="utf-8")
    refused(command("metrics", path, "--lang", language))
    assert path.read_text(encoding="utf-8") == "Dear reader"


def test_no_such_book(command: Command, tmp_path: Path) -> None:
    refused(command("check", tmp_path / "nowhere.csdesk"))
    assert list(tmp_path.iterdir()) == []


def test_a_book_of_a_later_csdesk(command: Command, book: Path) -> None:
    with sqlite3.connect(book) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = book.read_bytes()
    refused(command("metrics", book))
    assert book.read_bytes() == before


def test_a_book_that_is_there_already(command: Command, book: Path) -> None:
    before = book.read_bytes()
    refused(command("new", book))
    refused(command("demo", book))
    assert book.read_bytes() == before


def test_a_book_another_process_holds(
    command: Command, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("csdesk.book.store._PRAGMAS", ("busy_timeout = 50", "foreign_keys = ON"))
    sheet = tmp_path / "a.csv"
    sheet.write_text("Customer,MRR,Start\nSample Works,100,2024-01-01\n", encoding="utf-8")
    other = sqlite3.connect(book, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        refused(command("import", book, sheet))
    finally:
        other.close()
    assert command("import", book, sheet)[0] == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("nothing.xlsx", b""),
        ("broken.xlsx", b"PK\x03\x04 and then nothing"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("missing.csv", None),
    ],
)
def test_a_spreadsheet_that_cannot_be_taken(
    command: Command, book: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    path, before = tmp_path / name, book.read_bytes()
    if content is not None:
        path.write_bytes(content)
    assert name in refused(command("import", book, path))
    refused(command("read", path))
    assert book.read_bytes() == before


def test_an_unknown_account(command: Command, book: Path) -> None:
    assert "Nobody" in refused(command("touch", book, "Nobody Inc."))


def test_a_report_where_there_is_no_folder(command: Command, book: Path, tmp_path: Path) -> None:
    refused(command("report", book, tmp_path / "away" / "board.xlsx"))


@pytest.mark.parametrize("words", [("--rules", "gap_days=many"), ("--metric", "happiness"), ("--by", "mood")])
def test_wrong_words_are_wrong_usage(command: Command, book: Path, words: tuple[str, ...]) -> None:
    status, said = command("metrics", book, *words)
    assert status == 2
    assert words[1] in said
    assert "Traceback" not in said


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX knows them")
def test_a_book_is_readable_by_its_owner_alone(book: Path) -> None:
    assert book.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["not json", "[]", '{"kind": "poems"}', '{"choices": {"mood": "good"}}'])
def test_a_map_that_is_none(command: Command, book: Path, tmp_path: Path, text: str) -> None:
    sheet, chosen = tmp_path / "a.csv", tmp_path / "map.json"
    sheet.write_text("Customer,MRR,Start\nSample Works,100,2024-01-01\n", encoding="utf-8")
    chosen.write_text(text, encoding="utf-8")
    before = book.read_bytes()
    status, said = command("import", book, sheet, "--map", chosen)
    assert (status, said.count("\n")) == (2, 1)
    assert book.read_bytes() == before


def test_a_map_that_is_followed(command: Command, book: Path, tmp_path: Path) -> None:
    sheet, chosen = tmp_path / "a.csv", tmp_path / "map.json"
    sheet.write_text("Customer,Fee,Start\nSample Works,1200,2024-01-01\n", encoding="utf-8")
    chosen.write_text('{"kind": "contracts", "fields": {"Fee": "contract.arr"}}', encoding="utf-8")
    assert command("import", book, sheet, "--map", chosen)[0] == 0
    _, records = command("metrics", book, "--json", "--as-of", "2024-06-30", "--from", "2024-06", "--metric", "mrr")
    assert records[0]["value"] == 100
