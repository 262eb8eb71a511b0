"""Two people, two copies, no network: `csdesk merge`."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., tuple[int, Any]]


@pytest.fixture
def copies(command: Command, tmp_path: Path) -> tuple[Path, Path]:
    book, copy = tmp_path / "team.csdesk", tmp_path / "aki.csdesk"
    sheet = tmp_path / "a.csv"
    sheet.write_text("Customer,MRR,Start,Industry\nSample Works,100,2024-01-01,Retail\n", encoding="utf-8")
    command("new", book)
    command("import", book, sheet)
    shutil.copyfile(book, copy)
    return book, copy


def industry(command: Command, book: Path, to: str, tmp_path: Path) -> None:
    sheet = tmp_path / "edit.csv"
    sheet.write_text(f"Customer,Industry\nSample Works,{to}\n", encoding="utf-8")
    assert command("import", book, sheet)[0] == 0


def notes(command: Command, book: Path) -> set[str]:
    _, items = command("history", book, "--json")
    return {item["after"] for item in items if item["kind"] == "touch"}


def test_what_both_logged_is_in_the_book_and_merging_again_changes_nothing(
    command: Command, copies: tuple[Path, Path]
) -> None:
    book, copy = copies
    command("touch", book, "Sample Works", "--note", "mine")
    command("touch", copy, "Sample Works", "--note", "theirs")
    status, plan = command("merge", book, copy, "--dry-run", "--json")
    assert (status, plan["added"], plan["conflicts"]) == (0, {"touch": 1}, [])
    assert len(notes(command, book)) == 1
    assert command("merge", book, copy)[0] == 0
    assert command("check", book)[0] == 0
    status, printed = command("merge", book, copy, "--lang", "en")
    assert (status, "in this book already" in printed) == (0, True)
    assert command("metrics", book, "--json")[0] == 0
    command("undo", book)
    command("merge", book, copy)
    assert command("merge", book, copy, "--json")[1]["added"] == {}


def test_what_both_changed_is_listed_side_by_side(command: Command, copies: tuple[Path, Path], tmp_path: Path) -> None:
    book, copy = copies
    industry(command, book, "Food", tmp_path)
    industry(command, copy, "Paper", tmp_path)
    status, plan = command("merge", book, copy, "--dry-run", "--json")
    (conflict,) = plan["conflicts"]
    told = {key: conflict[key] for key in ("asked", "kind", "field", "name", "before", "mine", "theirs", "answer")}
    assert status == 1
    assert told == {
        "asked": "field",
        "kind": "account",
        "field": "industry",
        "name": "Sample Works",
        "before": "Retail",
        "mine": "Food",
        "theirs": "Paper",
        "answer": "mine",
    }
    status, printed = command("merge", book, copy, "--prefer", "theirs", "--lang", "en")
    assert status == 0
    assert "Changed on both sides: Account: Sample Works · Industry – this book: Food (" in printed
    assert "taken: the copy" in printed


def test_another_book_is_refused_in_one_line(command: Command, copies: tuple[Path, Path], tmp_path: Path) -> None:
    book, _ = copies
    command("new", tmp_path / "else.csdesk")
    status, printed = command("merge", book, tmp_path / "else.csdesk", "--lang", "en")
    assert (status, printed.count("\n")) == (3, 1)
    assert "no copy of this book" in printed
    assert command("merge", book, tmp_path / "missing.csdesk")[0] == 3
    assert command("merge", book, tmp_path / "a.csv")[0] == 3
