"""Several processes work in one book at the same time: every write that was acknowledged is there, none by half."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from csdesk import cli
from csdesk.book.check import check
from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.kinds import Kind

from .working_child import WORKS

TOP = Path(__file__).parents[2]
TIMES = 60


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "b.csdesk"
    (tmp_path / "a.csv").write_text("Customer,MRR,Start\nA,1,2024-01-01\nB,2,2024-01-01\nC,3,2024-01-01\n")
    assert cli.run(["new", str(path)]) == 0
    assert cli.run(["import", str(path), str(tmp_path / "a.csv")]) == 0
    return path


def working_together(book: Path) -> dict[str, list[tuple[str, int]]]:
    """What each of them said it had done."""
    children = {
        work: subprocess.Popen(
            [sys.executable, "-m", "tests.journey.working_child", str(book), work, str(TIMES)],
            cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
            env=os.environ | {"PYTHONPATH": str(TOP)},
        )
        for work in WORKS
    }  # fmt: skip
    for child in children.values():
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children.values():
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    said = {work: child.communicate(timeout=100)[0] for work, child in children.items()}
    assert {child.returncode for child in children.values()} == {0}
    return {work: [tuple(json.loads(line)) for line in lines.splitlines()] for work, lines in said.items()}


def test_four_processes_at_work(book: Path, record_property: Callable[[str, object], None]) -> None:
    said = working_together(book)
    every = [line for lines in said.values() for line in lines]
    written = [step for what, step in every if what in {"did", "took back"}]
    back = Counter(step for what, step in every if what == "undid")
    back.subtract(Counter(step for what, step in every if what == "redid"))
    assert len(written) == len({*written}), "no two steps have one number"
    with Book.open(book, who="w", clock=lambda: datetime(2026, 3, 18, tzinfo=UTC)) as opened:
        assert check(opened) == ()
        found = dict(opened.driver.execute("SELECT id, state FROM step WHERE id > 2").fetchall())
        assert found.keys() == {*written}
        for step in written:
            assert (found[step] == "done") == (back[step] == 0), f"step {step}"
        taken = {row[0] for row in opened.driver.execute("SELECT takes_back FROM step WHERE state = 'done'")}
        touches = opened.driver.execute("SELECT id FROM step WHERE state = 'done' AND name = 'log_touch'").fetchall()
        assert len(rows(opened, Kind.TOUCH)) == len([step for (step,) in touches if step not in taken])
    assert len(said["touches"]) + len(said["edits"]) + len(said["imports"]) > 2.7 * TIMES
    walked = sum(what in {"undid", "redid"} for what, _ in every)
    record_property("counts", f"four at once: steps {len(written)}  undone and redone {walked}  lost 0  half 0")


def test_a_command_waits_for_another_process_to_end_its_step(book: Path) -> None:
    """As a window's import, in which others may not write."""
    with Book.open(book, who="w", clock=lambda: datetime(2026, 3, 18, tzinfo=UTC)) as window:
        command = [sys.executable, "-m", "csdesk", "touch", str(book), "A", "--note", "meanwhile"]
        with window.writing():
            waiting = subprocess.Popen(command, cwd=TOP, stdout=subprocess.DEVNULL)
            with pytest.raises(subprocess.TimeoutExpired):
                waiting.wait(2)
        assert waiting.wait(60) == 0
        assert window.changed_elsewhere()
        assert [row["note"] for row in rows(window, Kind.TOUCH)] == ["meanwhile"]
