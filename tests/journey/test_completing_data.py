"""What is missing is told by the command line too, and what is left as it is goes with the book wherever it goes."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.file import Book
from csdesk.usecases.completing import leave_as_is
from csdesk.usecases.hygiene import hygiene_page

Command = Callable[..., tuple[int, Any]]
NOON = datetime(2026, 3, 18, 12, 0, tzinfo=UTC)
LINES = "customer,MRR,start,end,end reason\nSample Works,1200,2024-01-01,2025-06-30,\nAnother Example,,2024-01-01,,\n"


@pytest.fixture
def book(command: Command, tmp_path: Path) -> Path:
    path, file = tmp_path / "team.csdesk", tmp_path / "contracts.csv"
    file.write_text(LINES, encoding="utf-8")
    assert command("new", path, "--currency", "USD")[0] == 0
    command("import", path, file, "--as", "contracts")
    return path


def leave_all(path: Path) -> None:
    with Book.open(path, who="sample", clock=lambda: NOON) as opened:
        leave_as_is(opened, hygiene_page(opened, NOON.date()).findings)


def test_what_is_missing_is_listed_by_mrr(command: Command, book: Path) -> None:
    status, found = command("hygiene", book, "--as-of", "2026-03-18", "--json")
    assert status == 0
    assert set(found[0]) == {"lack", "account", "about", "mrr", "since", "other", "why", "left"}
    assert [record["mrr"] for record in found] == sorted((record["mrr"] for record in found), reverse=True)
    told = {(record["lack"], record["account"]) for record in found}
    assert ("reason", "Sample Works") in told
    assert ("amount", "Another Example") in told


@pytest.mark.parametrize(
    ("language", "word", "nothing"),
    [
        ("en", "Ended without a reason", "Nothing is missing."),
        ("ja", "解約理由が未入力", "不足しているデータはありません。"),
    ],
)
def test_it_is_told_in_either_language(command: Command, book: Path, language: str, word: str, nothing: str) -> None:
    assert word in command("hygiene", book, "--lang", language, "--as-of", "2026-03-18")[1]
    leave_all(book)
    status, said = command("hygiene", book, "--lang", language, "--as-of", "2026-03-18")
    assert (status, word in said, nothing in said) == (0, False, True)
    left = command("hygiene", book, "--as-of", "2026-03-18", "--json")[1]
    assert left
    assert all(record["left"] for record in left)


def test_figures_tell_how_many_accounts_are_incomplete(command: Command, book: Path) -> None:
    months = ("--from", "2025-06", "--to", "2025-07", "--as-of", "2026-03-18", "--json")
    _, found = command("metrics", book, "--metric", "mrr", "silent_logo_churn", "nps", *months)
    told = {(record["metric"], record["period"]): record["incomplete"] for record in found}
    assert told[("mrr", "2025-06")] == 1
    assert (told[("silent_logo_churn", "2025-06")], told[("silent_logo_churn", "2025-07")]) == (0, 1)
    assert told[("nps", "2025-07")] == 0


def test_what_is_left_as_it_is_goes_with_an_export(command: Command, book: Path, tmp_path: Path) -> None:
    leave_all(book)
    everything, other = tmp_path / "all.xlsx", tmp_path / "other.csdesk"
    assert command("export", book, everything)[0] == 0
    command("new", other, "--currency", "USD")
    command("import", other, everything)
    found = command("hygiene", other, "--as-of", "2026-03-18", "--json")[1]
    assert found
    assert all(record["left"] for record in found)
