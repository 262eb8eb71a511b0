"""The bin on the command line: listed, put back, emptied."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind
from csdesk.usecases.accounts import delete_accounts
from csdesk.usecases.rows import delete_row

Command = Callable[..., tuple[int, Any]]


@pytest.fixture
def deleted(command: Command, tmp_path: Path) -> Path:
    """A book with two accounts, of which one lies in the bin with its touch, and a touch of the other."""
    path = tmp_path / "team.csdesk"
    sheet = tmp_path / "accounts.csv"
    sheet.write_text("Account,Plan,MRR,Start\nSample Works,A,100,2024-01-01\nSample Line,B,200,2024-02-01\n")
    assert command("new", path)[0] == command("import", path, sheet)[0] == 0
    for account in ("Sample Works", "Sample Line"):
        assert command("touch", path, account, "--note", f"met {account}", "--date", "2024-03-01")[0] == 0
    with Book.open(path, who="sample", clock=clock_of(path)) as book:
        ids = {row["name"]: int(str(row["id"])) for row in rows(book, Kind.ACCOUNT)}
        (touch,) = (row["id"] for row in rows(book, Kind.TOUCH, where={"account_id": ids["Sample Line"]}))
        delete_row(book, Kind.TOUCH, int(str(touch)))
        delete_accounts(book, [ids["Sample Works"]])
    return path


def clock_of(_path: Path) -> Any:
    from datetime import UTC, datetime

    return lambda: datetime(2024, 4, 1, tzinfo=UTC)


def test_listed_put_back_and_listed_no_more(command: Command, deleted: Path) -> None:
    status, (account, touch) = command("bin", deleted, "--json")
    assert status == 0
    assert (account["kind"], account["name"], account["goes_with"]) == (
        "account",
        "Sample Works",
        {"contract": 1, "touch": 1},
    )
    assert (touch["kind"], touch["account"], touch["on"]) == ("touch", "Sample Line", "2024-03-01")
    status, printed = command("bin", deleted, "--lang", "en")
    assert status == 0
    assert "Touch: met Sample Line (1 Mar 2024)" in printed
    assert str(touch["number"]) in printed
    status, printed = command("bin", deleted, "--put-back", account["number"], touch["number"], "--lang", "en")
    assert (status, printed) == (0, "Put back: 4 rows\n")
    assert command("bin", deleted, "--lang", "en") == (0, "The bin is empty.\n")
    assert command("bin", deleted, "--empty", "--lang", "ja") == (0, "ゴミ箱は空です。\n")
    assert command("undo", deleted)[0] == 0
    assert len(command("bin", deleted, "--json")[1]) == 2
    assert command("check", deleted)[0] == 0


def test_deleted_for_good(command: Command, deleted: Path) -> None:
    _, (account, touch) = command("bin", deleted, "--json")
    assert command("bin", deleted, "--search", "line", "--json") == (0, [touch])
    status, printed = command("bin", deleted, "--erase", touch["number"], "--lang", "en")
    assert (status, printed) == (0, "Deleted for good: 1 row\n")
    assert b"met Sample Line" not in deleted.read_bytes()
    assert command("bin", deleted, "--json") == (0, [account])
    assert command("bin", deleted, "--older-than", "90", "--search", "nobody", "--json") == (0, [])
    status, printed = command("bin", deleted, "--empty", "--older-than", "90", "--lang", "en")
    assert (status, printed) == (0, "Deleted for good: 3 rows\n")
    assert b"Sample Works" not in deleted.read_bytes()
    status, printed = command("undo", deleted, "--lang", "en")
    assert (status, "deleted for good" in printed) == (3, True)
    status, printed = command("bin", deleted, "--put-back", account["number"], "--lang", "en")
    assert (status, "deleted meanwhile" in printed) == (3, True)
    assert "Deleted for good" in command("history", deleted, "--lang", "en")[1]
    assert command("check", deleted)[0] == 0
