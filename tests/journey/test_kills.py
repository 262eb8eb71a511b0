"""A process killed in the middle of its work leaves a sound book and whole files, or none."""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Command = Callable[..., tuple[int, Any]]
ROUNDS = int(os.environ.get("CSDESK_KILLS", "4"))
TOP = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL"),
    pytest.mark.timeout(120 + 20 * ROUNDS),
]


def killed(after: float, *words: object) -> None:
    """Run a command and kill it so many seconds after it began, unless it was quicker."""
    process = subprocess.Popen(
        [sys.executable, "-m", "csdesk", *map(str, words)],
        cwd=TOP,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


def left_in(folder: Path) -> set[str]:
    """What is there by name, but for what was written aside when its writer was killed: of that only age tells."""
    return {path.name for path in folder.iterdir()} - {path.name for path in parts(folder)}


def parts(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if re.fullmatch(r"\.csdesk-[0-9a-f]{12}\.part(-journal)?", path.name)]


def a_day_later(folder: Path) -> None:
    """As if nobody had written to what was left for a day."""
    for path in parts(folder):
        os.utime(path, (0, 0))


def duration(*words: object) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "csdesk", *map(str, words)], cwd=TOP, check=False, capture_output=True)
    return time.perf_counter() - begin


def paying(command: Command, book: Path) -> int:
    _, records = command(
        "metrics", book, "--json", "--as-of", "2024-12-31", "--from", "2024-12", "--metric", "accounts"
    )
    return int(records[0]["value"] or 0)


def test_import(command: Command, samples: Path, tmp_path: Path) -> None:
    sheet = samples / "synthetic_1k" / "input" / "contracts_periods.csv"
    whole = tmp_path / "whole.csdesk"
    command("new", whole)
    lasts = duration("import", whole, sheet)
    dice = random.Random(7)
    for number in range(ROUNDS):
        book = tmp_path / f"{number}.csdesk"
        command("new", book)
        killed(lasts * dice.uniform(0.3, 1.0), "import", book, sheet)
        assert command("check", book)[0] == 0
        assert paying(command, book) in {0, 624}
        command("import", book, sheet)
        assert paying(command, book) == 624
        books = {"whole.csdesk", *(f"{one}.csdesk" for one in range(number + 1))}
        assert left_in(tmp_path) - {f"{name}-backups" for name in books} == books


def test_touches_that_were_acknowledged_stay(command: Command, tmp_path: Path) -> None:
    book = tmp_path / "b.csdesk"
    command("new", book)
    sheet = tmp_path / "a.csv"
    sheet.write_text("Customer,MRR,Start\nSample Works,100,2024-01-01\n", encoding="utf-8")
    command("import", book, sheet)
    lasts = duration("touch", book, "Sample Works", "--note", "first")
    dice = random.Random(8)
    for _ in range(ROUNDS):
        killed(lasts * dice.uniform(0.5, 1.0), "touch", book, "Sample Works", "--note", "maybe")
        assert command("touch", book, "Sample Works", "--note", "kept")[0] == 0
        assert command("check", book)[0] == 0
    _, items = command("history", book, "--json")
    notes = [item["after"] for item in items if item["kind"] == "touch" and not item["field"]]
    assert len([note for note in notes if "kept" in note]) == ROUNDS
    assert {path.name for path in tmp_path.iterdir()} == {"a.csv", "b.csdesk"}


def test_undo_is_done_or_not(command: Command, tmp_path: Path) -> None:
    book = tmp_path / "demo.csdesk"
    command("demo", book)
    account = command("health", book, "--json")[1][0]["account"]
    command("touch", book, account, "--note", "first")
    lasts = duration("undo", book)
    dice = random.Random(11)
    for _ in range(ROUNDS):
        assert command("touch", book, account, "--note", "goes")[0] == 0
        before = touches(book)
        killed(lasts * dice.uniform(0.5, 1.0), "undo", book)
        assert command("check", book)[0] == 0
        assert touches(book) in {before, before - 1}
    # A journal that was begun and holds nothing yet stays until the next change takes it up.
    assert command("touch", book, account, "--note", "last")[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {"demo.csdesk"}


def touches(book: Path) -> int:
    connection = sqlite3.connect(book)
    (count,) = connection.execute("SELECT count(*) FROM touch").fetchone()
    connection.close()
    return int(count)


def test_backup(command: Command, tmp_path: Path) -> None:
    book = tmp_path / "demo.csdesk"
    command("demo", book)
    lasts = duration("backup", book)
    folder = tmp_path / "demo.csdesk-backups"
    dice = random.Random(12)
    for _ in range(ROUNDS):
        killed(lasts * dice.uniform(0.4, 1.0), "backup", book)
        assert command("check", book)[0] == 0
        for name in left_in(folder):
            assert name.endswith(".csdesk")
            assert command("check", folder / name)[0] == 0
    a_day_later(folder)
    assert command("backup", book)[0] == 0
    assert parts(folder) == []
    assert left_in(tmp_path) == {"demo.csdesk", "demo.csdesk-backups"}


def test_report(command: Command, tmp_path: Path) -> None:
    book, target = tmp_path / "demo.csdesk", tmp_path / "board.xlsx"
    command("demo", book)
    lasts = duration("report", book, tmp_path / "first.xlsx")
    dice = random.Random(9)
    for _ in range(ROUNDS):
        killed(lasts * dice.uniform(0.4, 1.0), "report", book, target)
        if target.exists():
            assert openpyxl.load_workbook(target).sheetnames
        assert command("check", book)[0] == 0
        assert left_in(tmp_path) <= {"demo.csdesk", "first.xlsx", "board.xlsx"}
    a_day_later(tmp_path)
    assert command("report", book, target)[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {"demo.csdesk", "first.xlsx", "board.xlsx"}


def test_new_is_there_or_not(command: Command, tmp_path: Path) -> None:
    lasts = duration("new", tmp_path / "whole.csdesk")
    dice = random.Random(13)
    for number in range(ROUNDS):
        book = tmp_path / f"{number}.csdesk"
        killed(lasts * dice.uniform(0.5, 1.0), "new", book, "--currency", "CHF")
        assert book.exists() or command("new", book, "--currency", "CHF")[0] == 0
        assert command("check", book)[0] == 0
        assert any(item["after"] == "currency" for item in command("history", book, "--json")[1])
    assert left_in(tmp_path) == {"whole.csdesk", *(f"{number}.csdesk" for number in range(ROUNDS))}


def test_demo(command: Command, tmp_path: Path) -> None:
    lasts = duration("demo", tmp_path / "whole.csdesk")
    dice = random.Random(10)
    for number in range(ROUNDS):
        book = tmp_path / f"{number}.csdesk"
        killed(lasts * dice.uniform(0.3, 1.0), "demo", book)
        assert book.exists() or command("demo", book)[0] == 0
        assert command("check", book)[0] == 0
        assert paying(command, book) > 20
