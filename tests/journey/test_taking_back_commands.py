"""`csdesk undo BOOK STEP` while later steps stand, and `csdesk history --search`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., tuple[int, Any]]


def test_what_stays_of_an_import_is_told(command: Command, tmp_path: Path) -> None:
    book, sheet = tmp_path / "team.csdesk", tmp_path / "a.csv"
    lines = "".join(f"Sample {number},100,2024-01-01\n" for number in range(60))
    sheet.write_text(f"Customer,MRR,Start\n{lines}", encoding="utf-8")
    command("new", book)
    command("import", book, sheet)
    command("touch", book, "Sample 7", "--note", "hello there")
    _, items = command("history", book, "--json")
    imported = next(item["step"] for item in items if item["step_name"] == "import")
    status, said = command("undo", book, str(imported), "--lang", "en")
    assert (status, "What stayed as it is (1 row):" in said) == (1, True)
    assert "Account: Sample 7 - needed by Touch: hello there" in said
    assert command("check", book)[0] == 0
    assert list(tmp_path.glob("*-backups/*"))
    _, found = command("history", book, "--search", "HELLO", "--json")
    assert [item["kind"] for item in found] == ["touch"]
    command("undo", book)
    command("undo", book)
    status, said = command("undo", book, str(imported), "--lang", "ja")
    assert (status, "残りました" in said) == (0, False)
