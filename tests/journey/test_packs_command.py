"""`csdesk report --sent` and `csdesk metrics --json` on a book with targets."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from csdesk.book.file import Book
from csdesk.models.kinds import Language
from csdesk.usecases.books import demo_book
from csdesk.usecases.packs import packs

Command = Callable[..., tuple[int, Any]]


def test_a_report_is_noted_only_where_asked_and_figures_tell_their_target(command: Command, tmp_path: Path) -> None:
    book, out = tmp_path / "b.csdesk", tmp_path / "board.xlsx"
    demo_book(book, who="s", clock=_then, language=Language.EN).close()
    on = ("--as-of", "2024-03-31")
    before = book.read_bytes()
    assert command("report", book, out, *on)[0] == 0
    assert book.read_bytes() == before
    assert command("report", book, out, *on, "--sent", "The board")[0] == 0
    with Book.open(book, who="s", clock=_then) as opened:
        assert [(pack.file, pack.note, str(pack.period)) for pack in packs(opened)] == [
            ("board.xlsx", "The board", "2024-Q1")
        ]
    asked = ("--period", "month", "--from", "2024-03", "--metric", "net_mrr_churn", "--metric", "mrr")
    _, found = command("metrics", book, *on, *asked, "--json")
    assert [(one["metric"], one.get("target")) for one in found] == [("net_mrr_churn", 0.01), ("mrr", None)]


def _then() -> datetime:
    return datetime(2024, 4, 18, 3, tzinfo=UTC)
