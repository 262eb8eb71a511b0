"""Files for people outside the team, from the command line: an account's review, a calendar, and plain refusals."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from csdesk.usecases.account_rows import accounts_table
from csdesk.usecases.accounts import CellEdit, edit_accounts
from csdesk.usecases.books import open_book
from csdesk.usecases.review_kept import LANGUAGE
from tests.pdf_text import text_of

Command = Callable[..., tuple[int, Any]]


@pytest.fixture
def team(command: Command, tmp_path: Path) -> Path:
    path, sheet = tmp_path / "team.csdesk", tmp_path / "accounts.csv"
    sheet.write_text(
        "Account,Plan,MRR,Start,Renewal\nSample Works,A,100,2023-07-01,2024-06-30\n"
        "Sample Line,B,200,2024-02-01,2025-01-31\n"
    )
    assert command("new", path)[0] == command("import", path, sheet)[0] == 0
    assert command("touch", path, "Sample Works", "--type", "meeting", "--date", "2024-02-01", "--note", "hm")[0] == 0
    return path


def test_a_review_is_written_in_the_customers_language(command: Command, team: Path, tmp_path: Path) -> None:
    dated = ("--as-of", "2024-04-18", "--lang", "en")
    out = tmp_path / "works.pdf"
    assert command("review", team, "works", out, *dated) == (0, f"{out}\n")
    told = text_of(out)
    assert "Q1 2024 · as of 18 Apr 2024" in told
    assert "Online meeting" in told
    assert "30 Jun 2024" in told
    with open_book(team, who="sample", clock=lambda: datetime(2024, 4, 18, tzinfo=UTC)) as book:
        line = next(row for row in accounts_table(book, date(2024, 4, 18)).rows if row.name == "Sample Line")
        edit_accounts(book, [CellEdit(line.id, f"custom:{LANGUAGE}", "日本語")])
    assert command("review", team, "Sample Line", tmp_path / "line.pdf", "--period", "month", *dated)[0] == 0
    assert "Sample Line 御中" in text_of(tmp_path / "line.pdf")
    assert command("review", team, "Sample Line", tmp_path / "line.xlsx", *dated)[0] == 0


def test_a_calendar_holds_the_renewals(command: Command, team: Path, tmp_path: Path) -> None:
    out = tmp_path / "days.ics"
    assert command("calendar", team, out, "--as-of", "2024-04-18", "--lang", "en") == (0, f"{out}\n")
    assert b"SUMMARY:Renewal: Sample Works\r\n" in out.read_bytes()
    assert command("calendar", team, out, "--person", "Nobody", "--as-of", "2024-04-18")[0] == 0
    assert b"VEVENT" not in out.read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("review", "Sample Works", "held.pdf"), "'{path}' is open in another program. Close it there"),
        (("review", "Sample Works", "held.xlsx"), "'{path}' is open in another program. Close it there"),
        (("report", "held.xlsx"), "'{path}' is open in another program. Close it there"),
        (("calendar", "held.ics"), "'{path}' is open in another program. Close it there"),
        (("review", "Sample Works", "review.doc"), "'{path}' is no name for a review."),
        (("calendar", "days.txt"), "'{path}' is no name for a calendar."),
        (("review", "Sample Works", "missing/a.pdf"), "The folder for '{path}' is not there."),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(
    command: Command, team: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    """As a scheduled run needs it: status 3, one line, and the older file as it was."""
    path = tmp_path / words[-1]
    if path.stem == "held":
        path.write_bytes(b"older")
        (tmp_path / f"~${path.name}").touch()
    before = sorted(tmp_path.iterdir())
    status, printed = command(words[0], team, *words[1:-1], path, "--lang", "en")
    assert status == 3
    assert said.format(path=path) in printed
    assert len(printed.splitlines()) == 1
    assert sorted(tmp_path.iterdir()) == before
    assert not path.exists() or path.read_bytes() == b"older"


def test_whose_review_is_unknown_or_several(command: Command, team: Path, tmp_path: Path) -> None:
    for name in ("Nobody", "Sample"):
        assert command("review", team, name, tmp_path / "a.pdf")[0] == 3
    assert not (tmp_path / "a.pdf").exists()
