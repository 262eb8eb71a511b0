"""An error of ours on the command line is one plain line, a status of its own, and a log without customers' data."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

SECRET = "Plantedname GmbH"


@pytest.fixture
def book(command: Callable[..., Any], tmp_path: Path) -> Path:
    path = tmp_path / "b.csdesk"
    assert command("new", path)[0] == 0
    return path


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "csdesk"


@pytest.mark.parametrize(("language", "words"), [("en", "What was saved before is safe"), ("ja", "無事です")])
@pytest.mark.parametrize("error", [ValueError, RecursionError, KeyError, MemoryError])
def test_it_is_one_line_and_a_status(
    command: Callable[..., Any],
    book: Path,
    own_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: type[Exception],
    language: str,
    words: str,
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise error(SECRET)

    monkeypatch.setattr("csdesk.cli.keeping.history", fail)
    status, said = command("history", book, "--lang", language)
    assert status == 4
    assert said.count("\n") == 1
    assert words in said
    assert error.__name__ in said
    log = own_folder / "csdesk.log"
    assert str(log) in said
    assert SECRET not in said + log.read_text(encoding="utf-8")
    assert os.name != "posix" or log.stat().st_mode & 0o077 == 0


def test_what_goes_wrong_in_a_damaged_book_is_told_as_damage(
    command: Callable[..., Any], book: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(book)) as driver, driver:
        driver.execute("INSERT INTO goal (id, account_id, statement) VALUES (1, 2, 'of nobody')")
    monkeypatch.setattr("csdesk.cli.keeping.history", lambda _options: 1 / 0)
    status, said = command("history", book)
    assert status == 3
    assert "damaged" in said
    assert said.count("\n") == 1
    book.write_bytes(book.read_bytes()[:5000])
    assert command("history", book)[0] == 3
    assert not own_folder.exists()


def test_where_no_log_can_be_kept_the_line_stays(
    command: Callable[..., Any], book: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_folder.parent.write_text("in the way", encoding="utf-8")
    monkeypatch.setattr("csdesk.cli.keeping.history", lambda _options: 1 / 0)
    status, said = command("history", book)
    assert status == 4
    assert "csdesk.log" not in said
    assert said.count("\n") == 1


def test_who_interrupts_a_command_is_told_nothing(
    command: Callable[..., Any], book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("csdesk.cli.keeping.history", stop)
    assert command("history", book) == (1, "")


def test_the_log_does_not_grow_for_ever(own_folder: Path) -> None:
    from datetime import UTC, datetime

    from csdesk.usecases.mistakes import log

    for _ in range(4):
        log("x" * 100_000, own_folder, datetime(2024, 4, 1, tzinfo=UTC))
    assert (own_folder / "csdesk.log").stat().st_size < 320_000
